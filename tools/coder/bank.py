"""The sentences that the class model is trained on and checked by, all written for this project.

``sentences/CLASS.txt`` one sentence a line, ``frames.toml`` acts put into frames, and the phrasing bank of the tests.
Every fifth line of a file, and what the phrasing bank holds out, is kept for checking.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PHRASINGS = ROOT / "tests" / "engagements" / "phrasings"

CLASSES = (
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE NONE PROTEST REJECT REQUEST RETREAT SANCTION "
    "SUPPORT THREATEN"
).split()
_CONTACTS = frozenset({"visit", "meeting", "call", "conference", "mediation"})
# What the other kinds of the phrasing bank become where an item names no class.
_KINDS = {
    "accusation": "ACCUSE",
    "demand": "REQUEST",
    "threat": "THREATEN",
    "aid": "AID",
    "sanction": "SANCTION",
    "expulsion": "SANCTION",
    "attack": "ASSAULT",
}
_HELD_OUT, _PHRASING_HELD_OUT = 5, 3


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, its class, where it comes from (``written``, ``framed``, ``phrasing``), and if it is for checking only."""

    text: str
    event: str
    origin: str
    held_out: bool = False


def load_items(seed: int = 7) -> list[Item]:
    """All sentences, always in the same order."""
    return [*_written(), *_framed(random.Random(seed)), *_phrasings()]


def _written() -> Iterator[Item]:
    for event in CLASSES:
        lines = (HERE / "sentences" / f"{event}.txt").read_text("utf-8").split("\n")
        for number, line in enumerate(line for line in lines if line.strip()):
            yield Item(line.strip(), event, "written", held_out=number % _HELD_OUT == _HELD_OUT - 1)


def _framed(chance: random.Random) -> Iterator[Item]:
    """Acts in frames: a deed keeps its class, one that is promised, refused or asked for takes the frame's."""
    table = tomllib.loads((HERE / "frames.toml").read_text("utf-8"))
    for event, frame in table["frames"].items():
        for turn in range(frame["number"]):
            act = frame["acts"][turn % len(frame["acts"])]
            text = _fill(chance, table, act, chance.choice(frame["frames"]), is_critic=event == "ACCUSE")
            yield Item(text, act if event == "DEED" else event, "framed")


def _fill(chance: random.Random, table: dict[str, Any], act: str, frame: str, *, is_critic: bool) -> str:
    fillers = table["fillers"]
    verb, _, rest = chance.choice(table["acts"][act]).partition(" | ")
    base, past, ing = verb.split()
    doers = {"PROTEST": fillers["crowds"], "ASSAULT": fillers["armed"], "COERCE": fillers["armed"]}
    who = doers.get(act, fillers["governments"]) if "{other}" not in frame else fillers["governments"]
    told = frame.format(
        who=chance.choice([*who, *fillers["critics"]] if is_critic else who),
        base=base,
        past=past,
        ing=ing,
        rest=rest,
        other="{other}",
        people="{people}",
        place="{place}",
    )
    while (start := told.find("{")) >= 0:
        name = told[start + 1 : told.index("}", start)]
        choices = fillers["peoples" if name == "people" else f"{name}s"]
        told = told[:start] + chance.choice(choices) + told[told.index("}", start) + 1 :]
    return f"{told.strip()}{chance.choice(fillers['endings'])}"


def _phrasings() -> Iterator[Item]:
    for path in sorted(PHRASINGS.glob("*.txt")):
        lines = (line for line in path.read_text("utf-8").split("\n") if " | " in line)
        for number, line in enumerate(line for line in lines if not line.startswith(("#", "-"))):
            told, _, text = line.partition(" | ")
            event = _class_of(told.split())
            if event is not None:
                text = text.partition(" | by ")[0].replace(" ## ", ". ")
                held = number % _PHRASING_HELD_OUT == _PHRASING_HELD_OUT - 1
                yield Item(text.strip(), event, "phrasing", held_out=held)


def _class_of(words: list[str]) -> str | None:
    """The class an item of the phrasing bank names, or that of its kind."""
    named = next((word for word in words if word in CLASSES), None)
    if named is not None:
        return named
    if words[0] in _CONTACTS:
        return "AGREE" if len(words) > 1 and "planned" in words[1] else "CONSULT"
    return _KINDS.get(words[0])
