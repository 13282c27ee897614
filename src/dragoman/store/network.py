"""Who deals with one country or person: a network around it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from sqlalchemy import Connection, Select, func, select

from dragoman.store import tables
from dragoman.store.conditions import actors_named, days_overlap
from dragoman.store.query import Link, Network, Node
from dragoman.store.rows import country_words

MAX_NODES = 150
"""As many can be told apart on a screen; those with the most records are kept."""

_MAX_RECORDS_OF_LINK = 20
_SMALL_CIRCLE = 8
"""Of a gathering with more sides only the links with the asked-for one are told; all pairs would say little."""


@dataclass(slots=True)
class _Tie:
    """A link in the making."""

    kinds: Counter[str] = field(default_factory=Counter)
    quads: Counter[int] = field(default_factory=Counter)
    records: list[str] = field(default_factory=list)


def network_of(
    connection: Connection, center: str, *, since: dt.date | None, until: dt.date | None
) -> Network:
    """The network around a country (ISO alpha-3 code) or a person (id or name)."""
    is_country = len(center) == 3 and center.isalpha() and center.isupper()
    own = {center} if is_country else set(connection.execute(actors_named(center)).scalars())
    if not own:
        return Network(None)
    circles, names = _circles(connection, own, since, until, is_country=is_country)
    if not circles:
        return Network(None)
    ties, counts = _tie(circles)
    kept = {actor for actor, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_NODES]}
    nodes = [Node(actor, *names[actor], counts[actor]) for actor in kept]
    own_id = min(
        (actor for actor in own if actor in names), key=lambda actor: (not actor.startswith("per:"), actor)
    )
    return Network(
        Node(own_id, *names[own_id], len(circles)),
        tuple(sorted(nodes, key=lambda node: (-node.count, node.actor_id))),
        tuple(_links(ties, kept, own_id)),
    )


_CENTER = ""
"""Stands for the asked-for one, which may have several ids (a name that is not always linked)."""


@dataclass(frozen=True, slots=True)
class _Circle:
    """One record: who took part in it besides the asked-for one."""

    record_id: str
    kind: str
    quad: int | None
    others: tuple[str, ...]


def _circles(
    connection: Connection, own: set[str], since: dt.date | None, until: dt.date | None, *, is_country: bool
) -> tuple[list[_Circle], dict[str, tuple[str, str | None]]]:
    records, participants = tables.records.c, tables.participants.c
    actor = participants.country if is_country else participants.actor_id
    wanted = _shared_records(actor, own, since, until)
    rows = connection.execute(
        select(
            records.record_no, records.record_id, records.kind, actor, participants.name, participants.country
        )
        .join_from(tables.records, tables.participants, participants.record_no == records.record_no)
        .where(records.record_no.in_(wanted), actor.is_not(None))
        .order_by(records.sort_day, records.record_id, participants.position)
    )
    names: dict[str, tuple[str, str | None]] = {}
    facts: dict[int, tuple[str, str]] = {}
    others: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for number, record_id, kind, actor_id, name, country in rows:
        label = next(iter(country_words(actor_id)), actor_id) if is_country else name
        names.setdefault(actor_id, (label, country))
        facts[number] = (record_id, kind)
        if actor_id not in own:
            others[number][actor_id] = None
    quads = _quads(connection, wanted)
    circles = [
        _Circle(record_id, kind, quads.get(number), tuple(others[number]))
        for number, (record_id, kind) in facts.items()
    ]
    return circles, names


def _shared_records(
    actor: object, own: set[str], since: dt.date | None, until: dt.date | None
) -> Select[tuple[int]]:
    records, participants = tables.records.c, tables.participants.c
    return (
        select(participants.record_no)
        .join(tables.records, records.record_no == participants.record_no)
        .where(actor.in_(own))  # type: ignore[attr-defined]
        .where(records.negated.is_(False), records.deleted.is_(False), *days_overlap(since, until))
    )


def _quads(connection: Connection, wanted: Select[tuple[int]]) -> dict[int, int]:
    codes = tables.codes.c
    rows = connection.execute(
        select(codes.record_no, func.min(codes.quad_code))
        .where(codes.record_no.in_(wanted))
        .group_by(codes.record_no)
    )
    return dict(rows.all())


def _tie(circles: list[_Circle]) -> tuple[dict[tuple[str, str], _Tie], Counter[str]]:
    ties: defaultdict[tuple[str, str], _Tie] = defaultdict(_Tie)
    counts: Counter[str] = Counter()
    for circle in circles:
        counts.update(circle.others)
        pairs = [(_CENTER, other) for other in circle.others]
        if len(circle.others) <= _SMALL_CIRCLE:
            pairs += combinations(sorted(circle.others), 2)
        for pair in pairs:
            tie = ties[pair]
            tie.kinds[circle.kind] += 1
            tie.records.append(circle.record_id)
            if circle.quad is not None:
                tie.quads[circle.quad] += 1
    return ties, counts


def _links(ties: dict[tuple[str, str], _Tie], kept: set[str], own_id: str) -> list[Link]:
    links = [
        Link(own_id if left == _CENTER else left, right, len(tie.records), dict(tie.kinds), dict(tie.quads),
             tuple(tie.records[-_MAX_RECORDS_OF_LINK:]))
        for (left, right), tie in ties.items()
        if (left == _CENTER or left in kept) and right in kept
    ]  # fmt: skip
    return sorted(links, key=lambda link: (-link.count, link.left, link.right))
