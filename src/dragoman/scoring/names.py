"""Whether two spellings name the same person, body, office, city or topic; nothing is looked up.

>>> is_same_name("Antony Blinken", "Blinken"), is_same_name("NATO", "North Atlantic Treaty Organization")
(True, True)
>>> is_same_office("Foreign Minister", "Minister of Foreign Affairs")
True
>>> is_same_office("President", "Vice President")
False
"""

from __future__ import annotations

import unicodedata
from functools import cache

_HONORIFICS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "sheikh",
        "king",
        "queen",
        "prince",
        "crown",
        "president",
        "secretary",
        "minister",
        "prime",
        "foreign",
        "h",
        "e",
        "his",
        "her",
        "excellency",
        "highness",
        "majesty",
        "the",
        "of",
        "general",
        "pope",
        "emir",
    }
)
_BODY_WORDS = frozenset(  # shared by many bodies, so no proof by themselves
    {"union", "united", "nations", "states", "council", "organization", "organisation", "ministry", "party"}
    | {"front", "league", "bank", "group", "government", "army", "forces", "court", "office", "community"}
)
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on"})
_SAME_BODY = {
    "g7": "group of seven",
    "g20": "group of twenty",
    "un": "united nations",
    "eu": "european union",
}
_SAME_CITY = {
    "kiev": "kyiv",
    "washington dc": "washington",
    "washington d c": "washington",
    "new york": "new york city",
}
# Words that change who holds the office: they have to agree, everything else may be left out by one side.
_RANKS = frozenset(
    {
        "vice",
        "deputy",
        "assistant",
        "under",
        "acting",
        "former",
        "interim",
        "elect",
        "designate",
        "caretaker",
        "special",
        "state",
        "first",
        "prime",
        "national",
        "defense",
        "interior",
        "finance",
    }
)
_SAME_OFFICE_WORD = {
    "premier": "prime minister",
    "external": "foreign",
    "defence": "defense",
    "undersecretary": "under secretary",
    "ex": "former",
    "dy": "deputy",
}
_IDLE_OFFICE_WORDS = frozenset(
    {"affairs", "affair", "republic", "us", "u", "s", "government", "his", "her", "its"}
)
_SHORTEST_SURNAME = 3


@cache
def fold(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and punctuation.

    >>> fold("Stéphane Séjourné's")
    ('stephane', 'sejourne')
    """
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    kept = (
        "".join(c for c in plain if not unicodedata.combining(c))
        .lower()
        .replace("’s", " ")
        .replace("'s", " ")
    )
    return tuple("".join(c if c.isalnum() else " " for c in kept).split())


def is_same_name(one: str, other: str) -> bool:
    """Whether two names of people or bodies agree: a shared surname, or one is the other's initials."""
    if _is_same_body(one, other):
        return True
    left, right = _telling(one), _telling(other)
    smaller = min((left, right), key=len)
    shared = {w for w in left & right if len(w) >= _SHORTEST_SURNAME and w not in _BODY_WORDS}
    if not shared:
        return len(smaller) > 1 and smaller <= left & right
    # Two given names in common are no proof, but a name that lies wholly in the other is.
    return smaller <= left & right or bool(shared & ({fold(one)[-1]} | {fold(other)[-1]}))


def _is_same_body(one: str, other: str) -> bool:
    left, right = " ".join(fold(one)), " ".join(fold(other))
    left, right = _SAME_BODY.get(left, left), _SAME_BODY.get(right, right)
    return left == right or left == _initials(right) or right == _initials(left)


def _initials(name: str) -> str:
    words = [word for word in name.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@cache
def _telling(name: str) -> frozenset[str]:
    words = fold(name)
    return frozenset(w for w in words if w not in _HONORIFICS) or frozenset(words)


def is_same_office(one: str, other: str) -> bool:
    """Whether two titles mean one office: the same rank words, and one title's words within the other's."""
    left, right = _office_words(one), _office_words(other)
    if (left ^ right) & _RANKS:
        return False
    return bool(left) and bool(right) and (left <= right or right <= left)


@cache
def _office_words(title: str) -> frozenset[str]:
    words = " ".join(_SAME_OFFICE_WORD.get(word, word) for word in fold(title)).split()
    return frozenset(w for w in words if w not in _SMALL and w not in _IDLE_OFFICE_WORDS)


def is_same_city(one: str, other: str) -> bool:
    """Whether two city names agree, spelling aside.

    >>> is_same_city("Kiev", "Kyiv")
    True
    """
    left, right = " ".join(fold(one)), " ".join(fold(other))
    return _SAME_CITY.get(left, left) == _SAME_CITY.get(right, right)


def share_words(one: str, other: str) -> float:
    """How much of the shorter text's words the other has, 0 to 1.

    >>> share_words("support for Ukraine", "Ukraine")
    1.0
    """
    left = {w for w in fold(one) if w not in _SMALL}
    right = {w for w in fold(other) if w not in _SMALL}
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
