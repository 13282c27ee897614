"""Claim: what one source says about one person in one office; all readers yield claims."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.dates import Precision


@dataclass(frozen=True)
class Claim:
    """``name`` in its usual order; ``family`` where the source marks it; ``seen`` the last day it confirms.

    A claim with ``sighting`` set has no term of its own: it only shows the person in office on its ``start`` day.
    """

    country: str | None
    org_id: str | None
    role: str
    title: str
    name: str
    start: dt.date | None
    end: dt.date | None
    source: str
    confidence: float
    precision: Precision = Precision.DAY
    family: str | None = None
    seen: dt.date | None = None
    note: str | None = None
    sighting: bool = False
    variants: tuple[str, ...] = ()

    @property
    def office_id(self) -> str:
        """The office the claim is about."""
        return f"office:{self.org_id or self.country}/{self.role}"


_POSTED = (
    "special-envoy",
    "spokesperson",
    "administrator",
    "permanent-representative",
    "ambassador",
    "charge-d-affaires",
)


def base_role(role: str) -> str:
    """The normalised role of an office whose id also names its post.

    >>> base_role("ambassador-to-FRA"), base_role("under-secretary-of-state:political-affairs")
    ('ambassador', 'under-secretary-of-state')
    """
    posted = next((base for base in _POSTED if role.startswith(f"{base}-")), None)
    return posted or role.partition(":")[0]


_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def read_day(text: str | None, *, last: bool = False) -> tuple[dt.date | None, Precision]:
    """A day from an ISO prefix; the first (or last) day of a month or year, with its precision."""
    match = _ISO.match((text or "").strip())
    if match is None:
        return None, Precision.DAY
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day and month:
        return dt.date(year, month, day), Precision.DAY
    if month:
        first = dt.date(year, month, 1)
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return (following - dt.timedelta(days=1) if last else first), Precision.MONTH
    return (dt.date(year, 12, 31) if last else dt.date(year, 1, 1)), Precision.YEAR


def coarser(one: Precision, other: Precision) -> Precision:
    """The less exact of two precisions."""
    order = (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return max(one, other, key=order.index)


_PAREN = re.compile(r"\s*\([^)]*\)")
# What lists write beside a name that is no part of it.
_BESIDE = re.compile(
    r"^(?:ambassador-designate|charg[eé]s? d['’]affaires(?: a\.?i\.?)?|acting)\s+|\s+in caretaker status$",
    re.IGNORECASE,
)


def display_name(name: str) -> tuple[str, str | None]:
    """A name with its capitals set to normal, and the family name those capitals marked.

    >>> display_name("XI Jinping")
    ('Xi Jinping', 'Xi')
    """
    words = _BESIDE.sub("", _PAREN.sub("", name).strip()).replace("’", "'").split()
    numerals = {word for word in words[1:] if _is_numeral(word)}
    marked = [word for word in words if _is_marked(word) and word not in numerals]
    shown = " ".join(_normal_case(word) if word in marked else word for word in words)
    family = " ".join(_normal_case(word) for word in marked) if marked and len(marked) < len(words) else None
    return shown, family


def _is_marked(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.6 * len(letters)


def _is_numeral(word: str) -> bool:
    return re.fullmatch(r"[IVX]+\.?", word) is not None


def _normal_case(word: str) -> str:
    if word.lower() in ("bin", "bint", "al", "van", "von", "de", "da", "dos", "del", "der"):
        return word.lower() if word.lower() != "al" else "Al"
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word.lower())
