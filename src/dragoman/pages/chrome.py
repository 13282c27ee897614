"""Which lines are site furniture by their own words: share bars, teasers, adverts, credits, notices.

Takes one line, gives the reason to cut it or ``None``. The phrases live in ``chrome.toml``; where a line stands on
the page is judged in ``plaintext``.

>>> reason_to_cut("Also Read: Diplomatic tour of the Secretary to Albania")
'teaser'
>>> reason_to_cut("- Advertisement -")
'advertisement'
>>> reason_to_cut("The ministers also read a joint statement.") is None
True
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_INSIDE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_LONGEST = 1200
"""Characters of a line that are looked at; furniture is short."""

_LONGEST_PATTERN = 320
"""Characters of a line the table's patterns are tried on, which bounds their time."""

# Without one of these in small letters no line ends in a credit.
_CREDITING = (":", "/", "|", "©", "via", "photo", "image", "picture")
_CREDIT_AT_END = re.compile(
    r"""
    (?P<credit>
      [(\[|/–—-]? \s*
      (?: (?: file \s )? (?: photos? | image | picture | pic | photograph | screengrab | courtesy
        | credits? | foto | bild )
          (?: \s (?: credits? | courtesy (?: \s of )? | by | source | via ) )? \s? [:/] \s? [^.:]{2,60}
        | (?: photo | image | picture ) \s (?: by | via | courtesy (?: \s of )? ) \s [^.:]{2,60}
        | \b (?: AP | AFP | EPA | EPA-EFE | Reuters ) / [A-Z] [^.:]{2,60}
        | (?: AP | AFP | EPA | Reuters | Getty | Xinhua | Anadolu | TASS ) \s (?: photo
          | images? )? \s? (?: / | via | [|] ) \s? [^.:]{2,60}
        | (?: via | / | [|] | © ) \s? (?: AP | AFP | EPA | EPA-EFE | Reuters | Getty(?:\sImages)?
          | Xinhua | Anadolu | AAP | PTI | ANI | UNB | TASS | IRNA ) \b [^.]{0,40}
        | (?: AP \s Photo | AFP \s Photo | Reuters \s Photo | file \s photo | Getty \s Images ) [^.]{0,40}
      )
      \s* [)\]]? \.? )$
    """,
    re.VERBOSE | re.IGNORECASE,
)


_ABOUT_ISSUER = re.compile(r"About (?:the )?[A-Z][\w&.’'-]*(?: [A-Z(][\w&.’')-]*){0,4}:?")


@dataclass(frozen=True, slots=True)
class Furniture:
    """One entry of the table: a reason and the phrases that give it."""

    reason: str
    whole: frozenset[str]
    opens: tuple[str, ...]
    holds: tuple[str, ...]
    pattern: re.Pattern[str] | None
    max_words: int
    announces: bool


@dataclass(frozen=True, slots=True)
class FurnitureTable:
    """The whole of ``chrome.toml``; ``tails`` maps a heading to the reason for cutting all that follows."""

    version: int
    entries: tuple[Furniture, ...]
    tails: dict[str, str]


def fold_phrase(text: str) -> str:
    """Lower case, one kind of apostrophe, single spaces, no punctuation at the ends."""
    inside = _INSIDE.search(" ".join(text.casefold().replace("’", "'").replace("‘", "'").split()))
    return inside.group() if inside is not None else ""


@cache
def furniture_table() -> FurnitureTable:
    """The table as shipped, read once."""
    raw = tomllib.loads(files("dragoman.pages").joinpath("chrome.toml").read_text("utf-8"))
    tails = {title: tail["reason"] for tail in raw["tail"] for title in tail["titles"]}
    return FurnitureTable(raw["version"], tuple(_read_entry(entry) for entry in raw["furniture"]), tails)


def reason_to_cut(line: str) -> str | None:
    """Why a line is furniture whatever stands around it; ``None`` if its words do not say so."""
    sample = line[:_LONGEST]
    folded, words = fold_phrase(sample), len(sample.split())
    if not folded:
        return "end mark" if "#" in line or "*" in line else "counter"
    lowered = " ".join(sample.casefold().replace("’", "'").split())
    for entry in furniture_table().entries:
        if _fits(entry, line=sample.strip(), lowered=lowered, folded=folded, words=words):
            return entry.reason
    return None


def tail_reason(line: str) -> str | None:
    """The reason for cutting everything after ``line``, where it is a heading such as "Related stories"."""
    if len(line) >= 60:
        return None
    if _ABOUT_ISSUER.fullmatch(line.strip()):
        return "about the issuer"
    return furniture_table().tails.get(fold_phrase(line))


def announces_teasers(line: str) -> bool:
    """Whether a line is a heading such as "Also read", below which stand the headlines of other articles."""
    folded = fold_phrase(line[:_LONGEST])
    return any(folded in entry.whole for entry in furniture_table().entries if entry.announces)


def split_credit(line: str) -> tuple[str, str] | None:
    """A photo caption's words and its credit; ``None`` where the line ends in no credit.

    >>> split_credit("The two ministers shake hands in Oslo. (Photo: AFP)")
    ('The two ministers shake hands in Oslo.', '(Photo: AFP)')
    """
    end = line[-160:]
    lowered = end.lower()
    found = _CREDIT_AT_END.search(end) if any(mark in lowered for mark in _CREDITING) else None
    if found is None:
        return None
    credit = found.group("credit").strip()
    return line[: len(line) - len(found.group("credit"))].strip(), credit


def _fits(entry: Furniture, *, line: str, lowered: str, folded: str, words: int) -> bool:
    if folded in entry.whole:
        return True
    if words <= entry.max_words and (
        _opens(entry.opens, lowered, folded) or any(phrase in lowered for phrase in entry.holds)
    ):
        return True
    is_short = words <= 40 and len(line) <= _LONGEST_PATTERN
    return entry.pattern is not None and is_short and entry.pattern.fullmatch(line) is not None


def _opens(phrases: tuple[str, ...], lowered: str, folded: str) -> bool:
    for text in (lowered, folded):
        if text.startswith(phrases):
            # A phrase that ends in a letter must end at a word's end.
            return any(
                text.startswith(p) and not (p[-1].isalnum() and text[len(p) : len(p) + 1].isalnum())
                for p in phrases
            )
    return False


def _read_entry(entry: dict[str, object]) -> Furniture:
    def phrases(field: str) -> list[str]:
        value = entry.get(field, [])
        return [str(phrase) for phrase in value] if isinstance(value, list) else []

    pattern = entry.get("pattern")
    return Furniture(
        reason=str(entry["reason"]),
        whole=frozenset(fold_phrase(phrase) or phrase for phrase in phrases("whole")),
        opens=tuple(phrases("opens")),
        holds=tuple(phrases("holds")),
        pattern=None if pattern is None else re.compile(str(pattern), re.VERBOSE | re.IGNORECASE),
        max_words=int(str(entry.get("max_words", 12))),
        announces=bool(entry.get("announces", False)),
    )
