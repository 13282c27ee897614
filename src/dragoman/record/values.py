"""Values of fields: what each can hold, as JSON, and whether two say the same.

>>> value_json(DateSpan.parse("2024-04-01", "2024-04-05"))
'{"start":"2024-04-01","end":"2024-04-05","precision":"day"}'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codec import from_json, to_json
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Kind, Location, OfficeHeld, Role, Status
from dragoman.errors import CodecError, DecisionError


@dataclass(frozen=True, slots=True)
class Party:
    """A participant without its citations: what a decision says who took part."""

    role: Role
    name: str
    entity_id: str | None = None
    office: OfficeHeld | None = None
    country: str | None = None


Value = str | bool | DateSpan | Location | Amount | OfficeHeld | Party
"""What a field can hold; kinds, roles and states are strings."""

_PATH = re.compile(r"^(?P<list>\w+)\[(?P<key>.+)\](?:\.(?P<part>\w+))?$")
TYPES: Mapping[str, type] = {
    "kind": Kind,
    "status": Status,
    "main": bool,
    "historical": bool,
    "negated": bool,
    "hypothetical": bool,
    "mode": str,
    "date": DateSpan,
    "place": Location,
    "purpose": str,
    "content": str,
    "amount": Amount,
    "name": str,
    "attributed_to": str,
    "topics[]": str,
    "stops[]": Location,
    "stops[].date": DateSpan,
    "participants[]": Party,
    "participants[].role": Role,
    "participants[].office": OfficeHeld,
    "participants[].country": str,
}
"""The type of each field; `[]` stands for the key of one member of a list."""
LISTS = frozenset({"topics", "stops", "participants"})
"""Fields with members; a correction of one without a key adds a member."""
NEVER_EMPTY = frozenset(
    {"kind", "status", "main", "historical", "negated", "hypothetical", "participants[].role"}
)
"""Fields that cannot be rejected, only corrected."""


@lru_cache(maxsize=4096)
def split_path(path: str) -> tuple[str, str | None, str | None]:
    """A path as list or field, key, and part of the member.

    >>> split_path("participants[per:Q1].office")
    ('participants', 'per:Q1', 'office')
    >>> split_path("date")
    ('date', None, None)
    """
    found = _PATH.match(path)
    return (path, None, None) if found is None else (found["list"], found["key"], found["part"])


@lru_cache(maxsize=4096)
def shape_of(path: str) -> str:
    """The path without its key, as `TYPES` names it.

    Raises:
        DecisionError: if there is no such field; the message lists those there are.
    """
    name, key, part = split_path(path)
    shape = name if key is None else f"{name}[]" + (f".{part}" if part else "")
    if shape not in TYPES and shape not in LISTS:
        raise DecisionError(f"{path!r} is no field; there are {', '.join(TYPES)} (with a key inside [])")
    return shape


def type_of(path: str) -> type:
    """The type of the values of a field; of a list without a key, that of its members."""
    shape = shape_of(path)
    return TYPES[f"{shape}[]"] if shape in LISTS else TYPES[shape]


def value_json(value: Value | None) -> str:
    """A value as JSON; dates as ISO prefixes whose length is their precision."""
    if isinstance(value, DateSpan):
        start, end = value.iso()
        return to_json({"start": start, "end": end, "precision": value.precision})
    return to_json(value)


def value_of(path: str, json: str) -> Value | None:
    """The value of a field from its JSON.

    Raises:
        DecisionError: if the JSON does not fit the field; the message says what was found.
    """
    if json == "null":
        return None
    of = type_of(path)
    try:
        if of is OfficeHeld and json.startswith('"'):
            return OfficeHeld(from_json(json, str), None, None, "decision")
        if of is DateSpan:
            days = from_json(json, dict[str, str])
            return DateSpan.parse(days["start"], days.get("end"))
        value: Value = from_json(json, of)
    except (CodecError, ValueError, KeyError) as error:
        raise DecisionError(f"{path}: {json} does not fit: {error}") from error
    return value


def same_value(one: Value | None, other: Value | None) -> bool:
    """Whether two values say the same to a reader: ids and remarks of the tables do not count.

    >>> same_value(Location("Oslo", "NOR", "g:1"), Location("oslo", "NOR", None))
    True
    """
    if isinstance(one, Party) and isinstance(other, Party) and one.entity_id and other.entity_id:
        return one.entity_id == other.entity_id
    return _essence(one) == _essence(other)


def settle(now: Value | None, wanted: Value) -> Value:
    """The value a correction asks for; where it says the same without ids, the one that has them."""
    if not isinstance(wanted, Location | OfficeHeld | Party) or not same_value(now, wanted):
        return wanted
    ids = {Location: "place_id", OfficeHeld: "office_id", Party: "entity_id"}
    return wanted if now is None or getattr(wanted, ids[type(wanted)]) is not None else now


def _essence(value: Value | None) -> object:
    match value:
        case Location():
            return (value.city or "").casefold(), value.country
        case OfficeHeld():
            return value.title.casefold(), value.qualifier
        case Party():
            return value.name.casefold()
        case str():
            return " ".join(value.split()).casefold()
        case _:
            return value
