"""Fields: every value of an engagement under a path, to be read, decided on and replaced one by one.

A path is a field of `docs/json.md` (``status``, ``date``, ``place``), a member of a list by its key
(``participants[per:Q1]``, ``stops[Oslo]``, ``topics[arctic fisheries]``), or a part of a member
(``participants[per:Q1].office``, ``stops[Oslo].date``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dragoman.citation import Cited, Evidence
from dragoman.engagements.engagement import Engagement, Location, Participant, Stop
from dragoman.record.values import Party, Value, split_path

FLAGS = ("kind", "status", "main", "historical", "negated", "hypothetical", "mode")
"""Fields without words of their own: those of the trigger tell them."""
CITED = ("date", "place", "purpose", "content", "amount", "name", "attributed_to")
"""Fields that are one cited value or empty."""

V = TypeVar("V")
M = TypeVar("M", Participant, Stop, Cited[str])


@dataclass(frozen=True, slots=True)
class Field:
    """A field with what it holds, the words it was read from and how sure the reader is."""

    path: str
    value: Value | None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    reason: str | None = None


def fields_of(eng: Engagement) -> tuple[Field, ...]:
    """All fields of ``eng``, empty ones too, in the order of the documentation."""
    flags = (Field(name, getattr(eng, name), eng.trigger, eng.confidence, eng.reason) for name in FLAGS)
    cited = (_of_cited(name, getattr(eng, name)) for name in CITED)
    return (*flags, *_of_participants(eng), *cited, *_of_stops(eng), *_of_topics(eng))


def field_at(eng: Engagement, path: str) -> Field | None:
    """The field at ``path``; ``None`` where the member it names is not there."""
    return next((field for field in fields_of(eng) if field.path == path), None)


def key_of(member: Participant | Stop | Cited[str]) -> str:
    """What tells a member of a list from the others: an id where there is one, else the name."""
    match member:
        case Participant():
            return key_of_value(party_of(member))
        case Stop():
            return key_of_value(member.place.value)
        case _:
            return key_of_value(member.value)


def key_of_value(value: Value) -> str:
    """The key under which a value stands in its list."""
    match value:
        case Party():
            return value.entity_id or value.name
        case Location():
            return value.city or value.country or ""
        case _:
            return str(value).casefold()


def party_of(participant: Participant) -> Party:
    """A participant without its citations."""
    office, country = participant.office, participant.country
    return Party(
        participant.role,
        participant.name.value,
        participant.entity_id,
        None if office is None else office.value,
        None if country is None else country.value,
    )


def put(eng: Engagement, path: str, cited: Cited[Value] | None) -> Engagement:
    """``eng`` with another value at ``path``; ``None`` empties the field or takes the member out of its list.

    A member that is not there is added; a part of a member that is not there changes nothing.
    """
    name, key, part = split_path(path)
    if key is None:
        held: Any = cited
        if name in FLAGS:
            held = None if cited is None else cited.value
        return replace(eng, **{name: held})
    return _PUTTERS[name](eng, key, part, cited)


def keyed(members: Iterable[M]) -> list[tuple[str, M]]:
    """Members with their keys; the second of one key is ``key#2``."""
    seen: dict[str, int] = {}
    found = []
    for member in members:
        key = key_of(member)
        seen[key] = seen.get(key, 0) + 1
        found.append((key if seen[key] == 1 else f"{key}#{seen[key]}", member))
    return found


def _of_cited(path: str, cited: Cited[Value] | None) -> Field:
    if cited is None:
        return Field(path, None)
    return Field(path, cited.value, cited.evidence, cited.confidence, cited.reason)


def _of_participants(eng: Engagement) -> Iterator[Field]:
    for key, who in keyed(eng.participants):
        path, name = f"participants[{key}]", who.name
        yield Field(path, party_of(who), name.evidence, name.confidence, name.reason or who.reason)
        yield Field(f"{path}.role", who.role, name.evidence, eng.confidence)
        yield _of_cited(f"{path}.office", who.office)
        yield _of_cited(f"{path}.country", who.country)


def _of_stops(eng: Engagement) -> Iterator[Field]:
    for key, stop in keyed(eng.stops):
        yield _of_cited(f"stops[{key}]", stop.place)
        yield _of_cited(f"stops[{key}].date", stop.date)


def _of_topics(eng: Engagement) -> Iterator[Field]:
    for key, topic in keyed(eng.topics):
        yield _of_cited(f"topics[{key}]", topic)


def _put_participant(eng: Engagement, key: str, part: str | None, cited: Cited[Any] | None) -> Engagement:
    def change(who: Participant | None) -> Participant | None:
        if part is None:
            return None if cited is None else _renamed(who, cited)
        if who is None or (part == "role" and cited is None):
            return who
        held: Any = cited.value if part == "role" and cited is not None else cited
        return replace(who, **{part: held})

    return replace(eng, participants=_changed(eng.participants, key, change))


def _renamed(who: Participant | None, cited: Cited[Party]) -> Participant:
    """The participant under the party's name and id; the whole party where nobody is there."""
    party = cited.value
    if who is not None:
        return replace(who, name=_with_value(cited, party.name), entity_id=party.entity_id)
    return Participant(
        role=party.role,
        name=_with_value(cited, party.name),
        entity_id=party.entity_id,
        office=None if party.office is None else _with_value(cited, party.office),
        country=None if party.country is None else _with_value(cited, party.country),
    )


def _with_value(cited: Cited[Any], value: V) -> Cited[V]:
    return Cited(value, cited.evidence, cited.confidence, cited.reason)


def _put_stop(eng: Engagement, key: str, part: str | None, cited: Cited[Any] | None) -> Engagement:
    def change(stop: Stop | None) -> Stop | None:
        if part is None:
            if cited is None:
                return None
            return Stop(cited) if stop is None else replace(stop, place=cited)
        return None if stop is None else replace(stop, date=cited)

    return replace(eng, stops=_changed(eng.stops, key, change))


def _put_topic(eng: Engagement, key: str, part: str | None, cited: Cited[Any] | None) -> Engagement:  # noqa: ARG001
    return replace(eng, topics=_changed(eng.topics, key, lambda _: cited))


_PUTTERS: Mapping[str, Callable[[Engagement, str, str | None, Cited[Any] | None], Engagement]] = {
    "participants": _put_participant,
    "stops": _put_stop,
    "topics": _put_topic,
}


def _changed(members: tuple[M, ...], key: str, change: Callable[[M | None], M | None]) -> tuple[M, ...]:
    """The members with the one at ``key`` changed, taken out or added at the end."""
    found = dict(keyed(members))
    changed = [change(member) if name == key else member for name, member in found.items()]
    if key not in found:
        changed.append(change(None))
    return tuple(member for member in changed if member is not None)
