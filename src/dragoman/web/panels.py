"""Panels: the filters beside a list, as links with counts, and those in use, each with a link that takes it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.engagements.engagement import Status
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS
from dragoman.store.query import Facets, Query
from dragoman.web.filters import LABELS, address, having, pairs_of, without

_SHOWN = 8
"""Values per group; the most frequent ones, and those chosen."""
_GROUPS = (
    ("kind", "Kind"),
    ("status", "Status"),
    ("person", "Person"),
    ("country", "Country"),
    ("organization", "Organisation"),
    ("place", "Place"),
    ("code", "PLOVER event"),
    ("publisher", "Reported by"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by; the address adds it, or takes it away where it is chosen."""

    name: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one condition."""

    param: str
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use; the address is the list without it."""

    name: str
    value: str
    address: str


@dataclass(frozen=True, slots=True)
class Panel:
    """All filters of a list at ``path``; ``kept`` are those the form for the dates has to keep."""

    path: str
    since: str
    until: str
    kept: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    chips: tuple[Chip, ...]
    open: bool = True


def panel_of(
    path: str, query: Query, facets: Facets, teller: Teller, *, fixed: frozenset[str] = frozenset()
) -> Panel:
    """The filters of a list; those in ``fixed`` belong to the page and are not offered."""
    names = {(param, facet.value): facet.name for param, found in facets.by.items() for facet in found}
    chosen = [pair for pair in pairs_of(query) if pair[0] not in fixed]
    return Panel(
        path,
        "" if query.since is None else query.since.isoformat(),
        "" if query.until is None else query.until.isoformat(),
        tuple(pair for pair in chosen if pair[0] not in ("from", "to")),
        tuple(_groups(path, query, facets, fixed)),
        tuple(_chips(path, query, chosen, names, teller)),
    )


def _groups(path: str, query: Query, facets: Facets, fixed: frozenset[str]) -> Iterator[Group]:
    used = set(pairs_of(query))
    for param, name in _GROUPS:
        choices = [
            Choice(
                STATUS_WORDS[Status(facet.value)] if param == "status" else facet.name,
                facet.count,
                address(path, without(query, param, facet.value) if (param, facet.value) in used
                        else having(query, param, facet.value)),
                (param, facet.value) in used,
            )
            for facet in facets.by.get(param, ())[:_SHOWN]
        ]  # fmt: skip
        if param not in fixed and len(choices) > 1:
            yield Group(param, name, tuple(choices))


def _chips(
    path: str,
    query: Query,
    chosen: list[tuple[str, str]],
    names: dict[tuple[str, str], str],
    teller: Teller,
) -> Iterator[Chip]:
    for param, value in chosen:
        if param == "sort":
            continue
        name = names.get((param, value)) or (teller.country(value) if param == "country" else value)
        yield Chip(LABELS.get(param, param), name, address(path, without(query, param, value)))
