"""Marked passages: texts written for training, with the acts they tell and who their sides are. See `passages/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.engagements.engagement import Kind, Status

PASSAGES = Path(__file__).parent / "passages"
HELD_OUT = 8
"""Every so many-th passage of a file is kept for checking."""
FLAGS = frozenset({"historical", "negated", "hypothetical"})
_PIECE = re.compile(r"\[(\d+) ([^\[\]{}]+)\]|\{([a-z]) ([^\[\]{}]+)\}")
_ACT = re.compile(r"([a-z]) = (\w+) (\w+) ?(.*)")
_GIVEN = re.compile(r"\b(at|on|by) (\d+(?:,\d+)*)")

Stretch = tuple[int, int]
"""Where words start and end in a text."""


@dataclass(frozen=True, slots=True)
class MarkedAct:
    """One act: where it is told, and the stretches of its sides, mediators, places and days.

    ``alike`` if the sides take part alike; otherwise the first act on the second.
    """

    kind: Kind
    triggers: tuple[Stretch, ...]
    first: tuple[Stretch, ...]
    second: tuple[Stretch, ...] = ()
    by: tuple[Stretch, ...] = ()
    at: tuple[Stretch, ...] = ()
    on: tuple[Stretch, ...] = ()
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, a headline divided from it by " ## " if it has one, with its acts; ``where`` is its file and line."""

    where: str
    text: str
    acts: tuple[MarkedAct, ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. Raises ValueError, naming file and line, where one is malformed."""
    block: list[str] = []
    start = 1
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line.strip())
        elif block:
            try:
                yield parse_passage(block, f"{path.stem}:{start}")
            except ValueError as error:
                raise ValueError(f"{path}:{start}: {error}") from error
            block = []


def held_out(path: Path) -> list[Passage]:
    """The passages of a file that nothing learns from."""
    return list(read_passages(path))[HELD_OUT - 1 :: HELD_OUT]


def parse_passage(lines: list[str], where: str) -> Passage:
    """A passage from its marked text and the lines of its acts, or a hyphen for none."""
    text, mentions, triggers = _parse_text(lines[0])
    told = [] if lines[1:] == ["-"] else [_parse_act(line, mentions, triggers) for line in lines[1:]]
    if len(lines) < 2 or {letter for letter, _ in told} != set(triggers):
        raise ValueError("the letters of its acts and of its triggers differ")
    return Passage(where, text, tuple(act for _, act in told))


def _parse_text(marked: str) -> tuple[str, dict[str, Stretch], dict[str, list[Stretch]]]:
    text, at = "", 0
    mentions: dict[str, Stretch] = {}
    triggers: dict[str, list[Stretch]] = {}
    for piece in _PIECE.finditer(marked):
        text += marked[at : piece.start()]
        number, mention, letter, trigger = piece.groups()
        words = mention or trigger
        stretch = (len(text), len(text) + len(words))
        if number in mentions:
            raise ValueError(f"mention {number} is marked twice")
        if number is not None:
            mentions[number] = stretch
        else:
            triggers.setdefault(letter, []).append(stretch)
        text, at = text + words, piece.end()
    text += marked[at:]
    if re.search(r"[\[\]{}]", text):
        raise ValueError("a bracket is left over")
    return text, mentions, triggers


def _parse_act(
    line: str, mentions: dict[str, Stretch], triggers: dict[str, list[Stretch]]
) -> tuple[str, MarkedAct]:
    match = _ACT.fullmatch(line)
    if match is None:
        raise ValueError(f"no line of an act: {line}")
    letter, kind, status, rest = match.groups()
    Status(status)
    rest = re.sub(r"\s*,\s*", ",", " ".join(word for word in rest.split() if word not in FLAGS))
    given = {name: numbers.split(",") for name, numbers in _GIVEN.findall(rest)}
    sides = _GIVEN.sub("", rest)
    first, _, second = sides.replace("&", ">").partition(">")

    def stretches(numbers: list[str]) -> tuple[Stretch, ...]:
        missing = [number for number in numbers if number not in mentions]
        if missing:
            raise ValueError(f"no mention {missing[0]}: {line}")
        return tuple(mentions[number] for number in numbers)

    act = MarkedAct(
        Kind(kind),
        tuple(triggers.get(letter, ())),
        stretches(re.findall(r"\d+", first)),
        stretches(re.findall(r"\d+", second)),
        *(stretches(given.get(name, [])) for name in ("by", "at", "on")),
        alike="&" in sides,
    )
    return letter, act
