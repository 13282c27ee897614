"""The phrasing bank: many ways to tell one kind of engagement, each with what has to be read from it.

    python tests/phrasings.py visit call     # the misses of these kinds; held-out items are counted, not shown
    python tests/phrasings.py                # figures of all kinds
    python tests/phrasings.py --accept       # raise the floors that are now exceeded

The format is told in `tests/engagements/phrasings/README.md`.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.engagements.engagement import Engagement, Kind, Participant, Role
from dragoman.ontology.codebook import plover_book
from dragoman.ontology.plover import code_plover
from readings import article_of, engagements_in

FOLDER = Path(__file__).parent / "engagements" / "phrasings"
FLOORS = FOLDER / "floors.json"
DAY = dt.date(2024, 4, 4)
"""The day all items are published on, a Thursday."""
_GATHERINGS = frozenset({Kind.CONFERENCE})
_MARKS = frozenset({"negated", "historical", "hypothetical"})
_ACTING = frozenset({Role.ACTOR, Role.PARTICIPANT})
_FACING = frozenset({Role.RECIPIENT, Role.PARTICIPANT})


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One item: nothing but ``allowed`` may be read where it is of no kind; of two kinds either is right.

    Of ``sides`` the first ``acting`` act and the others are acted on; with 0 they take part alike.
    """

    text: str
    kinds: tuple[Kind, ...]
    statuses: frozenset[str]
    sides: tuple[str, ...]
    allowed: frozenset[str]
    held_out: bool
    acting: int = 0
    event: str | None = None
    byline: str | None = None

    def read(self) -> tuple[Engagement, ...]:
        """What is read from it: "headline ## body", or a headline alone if it does not end like a sentence."""
        headline, divided, body = self.text.partition(" ## ")
        if divided:
            article = article_of(body, headline=headline, day=DAY)
        elif self.text[-1] in '.!?"':
            article = article_of(self.text, day=DAY)
        else:
            article = article_of(headline=self.text, day=DAY)
        return engagements_in(replace(article, byline=self.byline))


def load(kind: str) -> list[Phrasing]:
    """The items of a kind's file; every third is held out."""
    lines = (FOLDER / f"{kind}.txt").read_text("utf-8").splitlines()
    items = [line for line in lines if line.strip() and not line.startswith("#")]
    return [_parse(line, number % 3 == 2) for number, line in enumerate(items)]


def _parse(line: str, held_out: bool) -> Phrasing:
    told, divided, text = line.partition(" | ")
    if not divided:
        raise ValueError(f"no ' | ' between expectation and text: {line}")
    text, _, byline = text.partition(" | by ")
    first, *rest = told.split()
    if first == "-":
        return Phrasing(text, (), frozenset(), (), frozenset(rest), held_out)
    statuses, *sides = rest
    event = sides.pop(0) if sides[0] in plover_book().events else None
    acting = sides.index(">") if ">" in sides else 0
    told_sides = tuple(side for side in sides if side != ">")
    return Phrasing(
        text,
        tuple(Kind(name) for name in first.split("|")),
        frozenset(statuses.split("|")),
        told_sides,
        frozenset(),
        held_out,
        acting,
        event,
        byline or None,
    )


def kinds() -> list[str]:
    """The kinds that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def faults_of(item: Phrasing) -> tuple[str, ...]:
    """What is wrong with a reading: nothing, ``missed``, ``sides …``, ``status …``, ``code …`` or ``false …``."""
    found = item.read()
    if not item.kinds:
        wrong = [eng for eng in found if eng.kind.value not in item.allowed and not eng.historical]
        return tuple(f"false {_brief(eng)}" for eng in wrong)
    same = [eng for eng in found if eng.kind in item.kinds]
    if not same:
        return ("missed" + "".join(f" (but {_brief(eng)})" for eng in found),)
    fitting = [eng for eng in same if _sides_fit(item, eng)]
    if not fitting:
        return tuple(f"sides {_brief(eng)}" for eng in same)
    timely = [eng for eng in fitting if _status_fits(item, eng)]
    if not timely:
        return tuple(f"status {_brief(eng)}" for eng in fitting)
    if item.event is not None and item.event not in {_event(eng) for eng in timely}:
        return tuple(f"code {_event(eng)} ({eng.mode}), not {item.event}" for eng in timely)
    return ()


def _event(eng: Engagement) -> str | None:
    code = code_plover(eng)
    return code.event if code is not None else None


def _status_fits(item: Phrasing, eng: Engagement) -> bool:
    marks = {mark for mark in _MARKS if getattr(eng, mark)} - {"hypothetical"}
    wanted = item.statuses & _MARKS
    return marks == wanted if wanted or marks else eng.status.value in item.statuses


def _sides(eng: Engagement) -> set[str]:
    return {
        f"{part.country.value if part.country is not None else ''}@{part.name.value}"
        for part in eng.participants
    }


def _sides_fit(item: Phrasing, eng: Engagement) -> bool:
    """All sides told in their roles, and no others; at a conference more may be known than the text lists."""
    whole = all(
        any(_is_side(wanted, part) and part.role in roles for part in eng.participants)
        for wanted, roles in zip(item.sides, _roles(item), strict=True)
    )
    others = [part for part in eng.participants if not any(_is_side(side, part) for side in item.sides)]
    return whole and (eng.kind in _GATHERINGS or not others)


def _roles(item: Phrasing) -> list[frozenset[Role]]:
    if not item.acting:
        return [frozenset(Role)] * len(item.sides)
    return [_ACTING if index < item.acting else _FACING for index in range(len(item.sides))]


def _is_side(wanted: str, part: Participant) -> bool:
    if not wanted.startswith("@"):
        return part.country is not None and part.country.value == wanted
    names = wanted[1:].replace("_", " ").casefold().split("|")
    return any(words in part.name.value.casefold() for words in names)


def _brief(eng: Engagement) -> str:
    marks = "".join(f" {mark}" for mark in sorted(_MARKS) if getattr(eng, mark))
    return f"{eng.kind} {eng.status}{marks} {' '.join(sorted(_sides(eng)))}"


def figures_of(items: list[Phrasing]) -> dict[str, float]:
    """Shares over the items that tell something: read at all, with the sides, with the status too; and the false share."""
    told = [faults_of(item) for item in items if item.kinds]
    none = [faults_of(item) for item in items if not item.kinds]
    missed = sum(1 for faults in told if faults and faults[0].startswith("missed"))
    other_sides = sum(1 for faults in told if faults and faults[0].startswith("sides"))
    right = sum(1 for faults in told if not faults)
    return {
        "found": round(1 - missed / len(told), 3),
        "sides": round(1 - (missed + other_sides) / len(told), 3),
        "right": round(right / len(told), 3),
        "false": round(sum(1 for faults in none if faults) / len(none), 3) if none else 0.0,
    }


def parts_of(kind: str) -> dict[str, list[Phrasing]]:
    """The items of a kind: those rules are mended by, and those held out."""
    items = load(kind)
    return {
        "open": [item for item in items if not item.held_out],
        "held out": [item for item in items if item.held_out],
    }


def measure(kind: str) -> dict[str, dict[str, float]]:
    """The figures of a kind, for both parts."""
    return {part: figures_of(items) for part, items in parts_of(kind).items()}


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """The least that each figure may be; for ``false`` the most."""
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}


def raise_floors() -> None:
    """Write the floors anew where figures are better."""
    known = floors()
    for kind in kinds():
        for part, figures in measure(kind).items():
            old = known.setdefault(kind, {}).setdefault(part, figures)
            for name, value in figures.items():
                old[name] = min(old[name], value) if name == "false" else max(old[name], value)
    FLOORS.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")


def _report(names: list[str]) -> Iterator[str]:
    for kind in names or kinds():
        for part, figures in measure(kind).items():
            shares = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
            yield f"{kind:12}{part:10}{shares}"


def _misses(names: list[str]) -> Iterator[str]:
    for kind in names:
        for item in parts_of(kind)["open"]:
            if faults := faults_of(item):
                expected = f"{'|'.join(sorted(item.statuses))} {' '.join(item.sides)}".strip()
                yield f"[{'; '.join(faults)}] wanted {'|'.join(item.kinds) or 'nothing'} {expected}\n    {item.text}"


if __name__ == "__main__":
    wanted = [name for name in sys.argv[1:] if not name.startswith("--")]
    if "--accept" in sys.argv:
        raise_floors()
    print("\n".join([*_misses(wanted), *_report(wanted)]))
