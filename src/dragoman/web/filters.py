"""Filters: the query string of a list as the archive's `Query`, and a `Query` as query string, command and API call.

>>> query = parse_filters([("q", "ceasefire"), ("country", "FRA"), ("from", "2024-04")])
>>> query.country, query.since.isoformat(), encode(query)
(('FRA',), '2024-04-01', 'q=ceasefire&country=FRA&from=2024-04-01')
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Kind, Status
from dragoman.store.query import Query, Sort
from dragoman.web.problems import Problem

Pairs = Iterable[tuple[str, str]]
MAX_WORDS = 400
"""Characters of one condition; nobody types more."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of `Query`: its name in an address and on the command line, and how its text is read and written."""

    param: str
    field: str
    read: Callable[[str], object]
    write: Callable[[object], str] = str
    repeats: bool = False


def _day(first: bool) -> Callable[[str], object]:
    def read(text: str) -> object:
        days = DateSpan.parse(text)
        return days.start if first else days.end

    return read


def _flag(text: str) -> object:
    if text not in ("yes", "no"):
        raise ValueError(f"{text!r} is neither yes nor no")
    return text == "yes"


def _several(text: str) -> object:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_WORDS:
        raise ValueError(f"{text!r} is no number of sources")
    return int(text)


def _country(text: str) -> object:
    if not (text.isascii() and text.isalpha() and len(text) == 3):
        raise ValueError(f"{text!r} is no ISO alpha-3 code such as FRA")
    return text.upper()


def _words(text: str) -> object:
    if len(text) > MAX_WORDS or "\0" in text:
        raise ValueError(f"it has to be text of at most {MAX_WORDS} characters")
    return text


def _yes_or_no(value: object) -> str:
    return "yes" if value else "no"


CONDITIONS = (
    Condition("q", "text", _words),
    Condition("person", "person", _words),
    Condition("country", "country", _country, repeats=True),
    Condition("organization", "organization", _words),
    Condition("kind", "kind", lambda text: Kind(text).value, repeats=True),
    Condition("status", "status", lambda text: Status(text).value, repeats=True),
    Condition("from", "since", _day(first=True)),
    Condition("to", "until", _day(first=False)),
    Condition("place", "place", _words),
    Condition("publisher", "publisher", _words),
    Condition("code", "code", _words),
    Condition("main", "main", _flag, _yes_or_no),
    Condition("historical", "historical", _flag, _yes_or_no),
    Condition("negated", "negated", _flag, _yes_or_no),
    Condition("hypothetical", "hypothetical", _flag, _yes_or_no),
    Condition("part-of", "part_of", _words),
    Condition("sources", "min_sources", _several),
    Condition("sort", "sort", Sort),
)
_SWITCHES = {"main", "historical", "negated", "hypothetical"}
_OPTIONS = {"from": "since", "to": "until", "sources": "min-sources"}
_BY_PARAM = {condition.param: condition for condition in CONDITIONS}


def parse_filters(pairs: Pairs) -> Query:
    """The query of an address; parameters that are no conditions are left to others, empty ones are no condition.

    Raises:
        Problem: if a value does not fit; the message names the parameter.
    """
    found: dict[str, object] = {}
    for param, text in pairs:
        condition = _BY_PARAM.get(param)
        if condition is None or not text.strip():
            continue
        try:
            value = condition.read(text.strip())
        except (ValueError, OverflowError) as error:
            raise Problem(400, "A filter does not fit", f"{param}: {error}", {"parameter": param}) from error
        if condition.repeats:
            before = found.get(condition.field, ())
            value = (*before, value) if isinstance(before, tuple) and value not in before else before
        found[condition.field] = value
    return Query(**found)  # type: ignore[arg-type]


def pairs_of(query: Query) -> Iterator[tuple[str, str]]:
    """The conditions of a query as parameters, in the order of the table."""
    empty = Query()
    for condition in CONDITIONS:
        value = getattr(query, condition.field)
        if value == getattr(empty, condition.field):
            continue
        for one in value if condition.repeats else (value,):
            yield condition.param, condition.write(one)


def encode(query: Query, **more: str | int | None) -> str:
    """The query string; ``more`` are further parameters."""
    extra = [(name, str(value)) for name, value in more.items() if value is not None]
    return urlencode([*pairs_of(query), *extra])


def address(path: str, query: Query, **more: str | int | None) -> str:
    """The address of a list with these filters."""
    string = encode(query, **more)
    return f"{path}?{string}" if string else path


def without(query: Query, param: str, text: str | None = None) -> Query:
    """The query without a condition, or without one value of one that repeats."""
    condition = _BY_PARAM[param]
    value: object = getattr(Query(), condition.field)
    if condition.repeats and text is not None:
        value = tuple(one for one in getattr(query, condition.field) if one != text)
    return replace(query, **{condition.field: value})  # type: ignore[arg-type]


def having(query: Query, param: str, text: str) -> Query:
    """The query with one more condition; of one that does not repeat, in place of the one it had."""
    condition = _BY_PARAM[param]
    value = condition.read(text)
    if condition.repeats:
        value = (*(one for one in getattr(query, condition.field) if one != value), value)
    return replace(query, **{condition.field: value})  # type: ignore[arg-type]


def command_of(query: Query, words: str = "dragoman search") -> str:
    """The same search on the command line."""
    asked = [shlex.quote(query.text)] if query.text else []
    return " ".join(
        [words, *asked, *(_option(param, text) for param, text in pairs_of(query) if param != "q")]
    )


def _option(param: str, text: str) -> str:
    if param in _SWITCHES:
        return f"--{param}" if text == "yes" else f"--not-{param}"
    return f"--{_OPTIONS.get(param, param)} {shlex.quote(text)}"


LABELS: Mapping[str, str] = {
    "q": "words",
    "from": "from",
    "to": "until",
    "main": "main event of its article",
    "historical": "told as background",
    "part-of": "part of",
    "sources": "sources at least",
    "organization": "organisation",
}
"""Conditions whose parameter says too little to a person."""
