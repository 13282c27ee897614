"""Titles as the press writes them, mapped to normalised roles.

A title is looked up whole first (``Taoiseach``, ``External Affairs Minister``), then read by its portfolio
(``Minister for Europe and Foreign Affairs``), then by its last part. What a table row says for one country
(``Secretary of State`` of the United States) wins over what it says for all.

>>> titles = Titles.open()
>>> titles.find("former Deputy Foreign Minister")
OfficeTitle(role='deputy-foreign-minister', title='Deputy Foreign Minister', qualifier='former')
>>> titles.find("Minister for Europe and Foreign Affairs").role
'foreign-minister'
>>> titles.find("grandmother") is None
True
"""

from __future__ import annotations

import re

from dragoman.knowledge.entity import OfficeTitle
from dragoman.knowledge.names import fold
from dragoman.knowledge.tablefiles import read_rows

TITLE_COLUMNS = ("title", "role", "scope", "kind")

_QUALIFIERS = {
    "former": "former", "ex": "former", "onetime": "former", "late": "former", "then": "former", "past": "former",
    "acting": "acting", "interim": "acting", "caretaker": "acting", "provisional": "acting",
    "outgoing": "outgoing", "elect": "elect", "designate": "elect", "incoming": "elect", "nominee": "elect",
}  # fmt: skip
_DEPUTIES = frozenset("deputy vice assistant under junior state associate".split())
_RANKS = frozenset("minister ministers secretary viceminister commissioner department ministry".split())
_WORD = re.compile(r"\w+(?:[.'’&]\w+)*")

#: Which part of a joint title names the office the press means, strongest first.
_PRIORITY = (
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "defence-minister",
    "national-security-adviser",
)
_LONGEST_TITLE = 14


class Titles:
    """The table of titles and portfolios."""

    def __init__(
        self, whole: dict[str, dict[str, str]], portfolios: dict[str, str], forms: tuple[str, ...]
    ) -> None:
        self.whole = whole
        self.portfolios = portfolios
        self.forms = forms

    @classmethod
    def open(cls) -> Titles:
        """Read the shipped table."""
        whole: dict[str, dict[str, str]] = {}
        portfolios: dict[str, str] = {}
        forms: list[str] = []
        for title, role, scope, kind in read_rows("titles.csv", TITLE_COLUMNS):
            if kind == "portfolio":
                portfolios[fold(title)] = role
            else:
                whole.setdefault(title_key(title), {})[scope] = role
                if not scope or scope.isupper():
                    forms.append(title)
        return cls(whole, portfolios, tuple(dict.fromkeys(forms)))

    def find(self, text: str, scope: str = "") -> OfficeTitle | None:
        """The longest title in ``text``; ``scope`` is an ISO alpha-3 code or organisation id it belongs to."""
        words = list(_WORD.finditer(text))
        folded = [_plain(word.group()) for word in words]
        for length in range(min(len(words), _LONGEST_TITLE), 0, -1):
            for first in range(len(words) - length + 1):
                role = self.role_of(folded[first : first + length], scope)
                if role is not None:
                    title = text[words[first].start() : words[first + length - 1].end()]
                    return OfficeTitle(role, title, _qualifier(folded, first, first + length))
        return None

    def role(self, title: str, scope: str = "") -> str | None:
        """The role of a title taken as a whole, or of the longest title in it."""
        found = self.find(title, scope)
        return None if found is None else found.role

    def role_of_whole(self, title: str, scope: str = "") -> str | None:
        """The role of a title that must be one as a whole: ``None`` for ``Lord President of the Council``."""
        return self.role_of(title_key(title).split(), scope)

    def role_of(self, words: list[str], scope: str = "") -> str | None:
        """The role of exactly these folded words, ``None`` if they are no title as a whole."""
        if not words or words[0] in _QUALIFIERS or words[0] in ("and", "of", "for", "the"):
            return None
        if words[-1] in ("and", "of", "for", "the", "to", "elect", "designate"):
            return None
        return self._whole_role(words, scope) or self._joint_role(words, scope) or self._portfolio_role(words)

    def _whole_role(self, words: list[str], scope: str) -> str | None:
        scopes = self.whole.get(" ".join(words))
        return None if scopes is None else scopes.get(scope, scopes.get(""))

    def _joint_role(self, words: list[str], scope: str) -> str | None:
        for cut, word in enumerate(words):
            if word != "and" or cut == 0:
                continue
            parts = [self.role_of(part, scope) for part in (words[:cut], words[cut + 1 :])]
            roles = [role for role in parts if role is not None]
            if len(roles) == len(parts):
                return _strongest(roles)
        return None

    def _portfolio_role(self, words: list[str]) -> str | None:
        rank = next((position for position, word in enumerate(words) if word in _RANKS), None)
        if rank is None or not _is_office_phrase(words, rank):
            return None
        before, after = words[:rank], words[rank + 1 :]
        deputy = (
            any(word in _DEPUTIES for word in before[:2])
            or "delegate" in words
            or after[:2] == ["of", "state"]
        )
        named = after or [word for word in before if word not in _DEPUTIES]
        phrases = [phrase for phrase in self.portfolios if _contains(named, phrase)]
        if not phrases:
            return None
        widest = [one for one in phrases if not any(one != other and one in other for other in phrases)]
        role = _strongest([self.portfolios[phrase] for phrase in widest])
        return f"deputy-{role}" if deputy else role


def title_key(title: str) -> str:
    """The key of a title: folded words, points closed up."""
    return " ".join(_plain(word) for word in _WORD.findall(title))


def _strongest(roles: list[str]) -> str:
    """The role a joint title is known by; the first named where none has priority."""
    return min(roles, key=lambda role: _PRIORITY.index(role) if role in _PRIORITY else len(_PRIORITY))


def _plain(word: str) -> str:
    return fold(word).replace(".", "").replace("'", "")


def _is_office_phrase(words: list[str], rank: int) -> bool:
    """``foreign minister`` and ``minister of foreign affairs``, not ``minister said foreign``."""
    after = words[rank + 1 :]
    if after:
        return after[0] in ("of", "for", "delegate", "to") and "minister" not in after[1:] and rank <= 3
    return rank >= 1 and all(word not in ("of", "for", "said", "to", "with") for word in words[:rank])


def _contains(words: list[str], phrase: str) -> bool:
    return f" {phrase} " in f" {' '.join(words)} "


def _qualifier(words: list[str], first: int, last: int) -> str | None:
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    for word in (before, after):
        if word in _QUALIFIERS:
            return _QUALIFIERS[word]
    return None
