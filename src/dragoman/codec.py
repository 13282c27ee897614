"""Any of our values to JSON and back, types checked (the only user of msgspec)."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from dragoman.errors import CodecError

T = TypeVar("T")


def to_json(value: object) -> str:
    """One line of JSON: dataclasses as objects, tuples as arrays, dates as ISO days."""
    return msgspec.json.encode(value).decode()


def from_json(text: str | bytes, of: type[T]) -> T:
    """The value of type ``of`` that ``text`` describes.

    Raises:
        CodecError: if the text is no JSON, or a field is missing or of another type; the message names it.
    """
    try:
        value: T = _decoder(cast(Hashable, of)).decode(text)
        return value
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise CodecError(f"not a {getattr(of, '__name__', of)}: {error}") from error


@cache
def _decoder(of: Any) -> msgspec.json.Decoder[Any]:
    """Made once for a type, as it looks through all that the type holds."""
    return msgspec.json.Decoder(of)


def from_table(table: object, of: type[T]) -> T:
    """The value of type ``of`` that a decoded table describes: what TOML or JSON gives as dicts and lists.

    Raises:
        CodecError: if a field is missing or of another type; the message names the field.
    """
    try:
        return msgspec.convert(table, of)
    except msgspec.ValidationError as error:
        raise CodecError(f"not a {getattr(of, '__name__', of)}: {error}") from error
