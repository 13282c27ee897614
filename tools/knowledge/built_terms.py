"""BuiltTerm: a person in an office for a stretch of time, as it will be written; which offices one person holds."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.claims import Claim

#: Offices that several hold at once.
MANY_HOLDERS = (
    "vice-president",
    "deputy-",
    "ambassador",
    "charge",
    "special-envoy",
    "permanent-rep",
    "intelligence",
    "assistant-",
    "under-secretary",
    "adviser",
    "spokesperson",
    "royal",
    "crown-prince",
    "europe-",
    "development-",
    "trade-",
    "economy-",
    "energy-",
    "governor-general",
    "military-",
    "envoy",
    "minister:",
    "special-",
)

#: States whose head of state is more than one person at a time.
COLLECTIVE = frozenset(("BIH", "SMR", "AND"))


@dataclass(frozen=True)
class BuiltTerm:
    """A term as written to ``terms.csv``."""

    person_id: str
    claim: Claim

    @property
    def office_id(self) -> str:
        """The office held."""
        return self.claim.office_id


def is_single(claim: Claim) -> bool:
    """Whether only one person can hold the claim's office at a time."""
    if claim.role == "head-of-state" and claim.country in COLLECTIVE:
        return False
    if claim.role.startswith("ambassador-to-"):
        return True
    return not any(part in claim.role for part in MANY_HOLDERS)
