"""Codebooks: the TOML tables that say which engagement becomes which event, read once and checked.

>>> plover_book().events["CONSULT"].quad_code
1
>>> plover_book().line("visit", None).mode
'visit'
>>> cameo_book().codes["042"].goldstein
1.9
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from dragoman.codec import from_table
from dragoman.errors import CodecError, LexiconError

ANY = "*"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type: its quad category (1-4) and its score on the conflict-cooperation scale."""

    quad_code: int
    score: float


@dataclass(frozen=True, slots=True)
class CodeLine:
    """What an engagement becomes in PLOVER."""

    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Words that decide a detail, e.g. that a demand is for a release, and the mode that follows."""

    name: str
    words: tuple[str, ...]
    mode: str | None = None

    def first_in(self, text: str) -> int | None:
        """Where the first of the words stands in ``text``."""
        found = word_pattern(self.words).search(text)
        return None if found is None else found.start()


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What cancelled or postponed engagements become."""

    contact: CodeLine
    cooperation: CodeLine
    contact_kinds: tuple[str, ...]
    cooperation_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pledges:
    """Words by which aid is promised rather than given."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diplomats:
    """Office roles, and words of titles and names, that make an event ``diplomatic``."""

    office_roles: tuple[str, ...]
    title_words: tuple[str, ...]
    name_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PloverBook:
    """The PLOVER codebook. ``kinds`` maps a kind and the finder's hint to a line; ``*`` is the kind's own."""

    name: str
    edition: str
    version: int
    auxiliary_modes: tuple[str, ...]
    contexts: tuple[str, ...]
    events: Mapping[str, EventType]
    modes: Mapping[str, Mapping[str, float]]
    when_future: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, CodeLine]]
    called_off: CalledOff
    demand_hints: Mapping[str, str]
    demand_matters: tuple[Matter, ...]
    cues: Mapping[str, tuple[Matter, ...]]
    pledges: Pledges
    diplomats: Diplomats
    context_words: Mapping[str, tuple[str, ...]]

    def line(self, kind: str, hint: str | None) -> CodeLine | None:
        """The line for a kind and the finder's hint, or the kind's own line, or ``None``."""
        return _look_up(self.kinds.get(kind, {}), hint)

    def score(self, event: str, mode: str | None) -> float:
        """The mode's score, or the event's where it has no mode."""
        return self.modes.get(event, {}).get(mode or "", self.events[event].score)


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code's label and its value on Goldstein's scale (-10 to 10)."""

    label: str
    goldstein: float


@dataclass(frozen=True, slots=True)
class CameoRoot:
    """One of the twenty top categories of CAMEO and its quad class (1-4)."""

    label: str
    quad_class: int


@dataclass(frozen=True, slots=True)
class Demands:
    """Which hints are appeals rather than demands, and the code's ending for what is asked."""

    appeals: tuple[str, ...]
    matters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CameoBook:
    """The CAMEO codebook; ``kinds`` and ``future`` map an engagement's kind and hint to a code."""

    name: str
    edition: str
    version: int
    kinds: Mapping[str, Mapping[str, str]]
    future: Mapping[str, Mapping[str, str]]
    demands: Demands
    called_off: Mapping[str, str]
    departures: Mapping[str, str]
    roots: Mapping[str, CameoRoot]
    codes: Mapping[str, CameoCode]

    def quad_class(self, code: str) -> int:
        """The quad class of a code's root category."""
        return self.roots[code[:2]].quad_class

    def code(self, kind: str, hint: str | None, *, future: bool) -> str | None:
        """The code for a kind and hint, or the kind's own code, or ``None``."""
        return _look_up((self.future if future else self.kinds).get(kind, {}), hint)


def first_matter(matters: Iterable[Matter], text: str) -> str | None:
    """The name of the matter whose words stand first in ``text``."""
    places = {matter.name: place for matter in matters if (place := matter.first_in(text)) is not None}
    return min(places, key=places.__getitem__, default=None)


@cache
def plover_book() -> PloverBook:
    """The shipped PLOVER codebook.

    Raises:
        LexiconError: if the table lacks a field or names an event, mode or context that PLOVER does not have.
    """
    book = _read_book("plover-2023.toml", PloverBook)
    lines = [line for of_kind in book.kinds.values() for line in of_kind.values()]
    for line in [*lines, book.called_off.contact, book.called_off.cooperation]:
        _check_line(book, line)
    _check_known(book.context_words, book.contexts, "context_words", book.edition)
    _check_known([*book.when_future, *book.when_future.values()], book.events, "when_future", book.edition)
    return book


@cache
def cameo_book() -> CameoBook:
    """The shipped CAMEO codebook.

    Raises:
        LexiconError: if the table lacks a field or assigns a code that it does not list.
    """
    book = _read_book("cameo-1.1b3.toml", CameoBook)
    for table in (*book.kinds.values(), *book.future.values(), book.called_off):
        _check_known(table.values(), book.codes, "codes", book.edition)
    for root in ("02", "10"):
        _check_known(
            [root + ending for ending in book.demands.matters.values()], book.codes, "demands", book.edition
        )
    return book


@cache
def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for whole words; ``*`` at the end of a word stands for any ending.

    >>> bool(word_pattern(("ceasefire*", "free")).search("an end to ceasefires"))
    True
    >>> bool(word_pattern(("free",)).search("freedom"))
    False
    """
    endings = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(endings)})(?!\w)", re.IGNORECASE)


def _look_up(table: Mapping[str, _T], hint: str | None) -> _T | None:
    return table.get(hint or ANY, table.get(ANY))


def _read_book(name: str, of: type[_T]) -> _T:
    table = files("dragoman.ontology").joinpath("codebooks", name).read_text(encoding="utf-8")
    try:
        return from_table(tomllib.loads(table), of)
    except (tomllib.TOMLDecodeError, CodecError) as error:
        raise LexiconError(f"{name}: {error}") from error


def _check_line(book: PloverBook, line: CodeLine) -> None:
    _check_known([line.event], book.events, "events", book.edition)
    _check_known(line.context, book.contexts, "contexts", book.edition)
    if line.mode is not None:
        _check_known([line.mode], book.modes.get(line.event, {}), f"modes.{line.event}", book.edition)


def _check_known(used: Iterable[str], known: Iterable[str], field: str, edition: str) -> None:
    unknown = sorted(set(used) - set(known))
    if unknown:
        raise LexiconError(f"{edition}: {', '.join(unknown)} not listed under {field}")
