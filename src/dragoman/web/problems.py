"""Errors as RFC 9457 problem documents for programs, and as a page for people.

>>> Problem(404, "No such record", "There is no record r1.").document("/api/v1/records/r1")["title"]
'No such record'
"""

from __future__ import annotations

from dataclasses import dataclass, field

MEDIA_TYPE = "application/problem+json"


@dataclass(slots=True)
class Problem(Exception):
    """What went wrong with a request and what to do about it; ``more`` are further members of the document."""

    status: int
    title: str
    detail: str
    more: dict[str, object] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def document(self, instance: str) -> dict[str, object]:
        """The problem as the RFC's object."""
        base = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        return {**base, "instance": instance, **self.more}


def not_found(what: str, key: str) -> Problem:
    """Nothing of that name."""
    return Problem(404, f"No such {what}", f"There is no {what} {key!r} in this archive.")
