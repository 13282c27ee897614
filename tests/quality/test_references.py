"""Who pronouns, offices, groups and bodies told again stand for: `references.toml`, one row per expression.

    python tests/quality/test_references.py            # shares right, and the rows at hand that are wrong

Every third row is held out: it is counted apart and never printed. The floors below only rise.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.mentions.mention import Actor, MentionKind
from dragoman.pages import read_page

# The least share right of the rows at hand and of those held out.
FLOORS = {False: 0.95, True: 0.88}


@dataclass(frozen=True)
class Row:
    """One expression, where it stands, and those it stands for (nobody: empty)."""

    text: str
    published: dt.date
    expression: str
    wanted: tuple[str, ...]
    held_out: bool


def rows() -> list[Row]:
    table = tomllib.loads(Path(__file__).with_name("references.toml").read_text("utf8"))
    return [
        Row(text, dt.date.fromisoformat(day), expression, tuple(wanted), index % 3 == 2)
        for index, (day, text, expression, wanted) in enumerate(table["rows"])
    ]


@cache
def _tools() -> tuple[KnowledgeBase, object]:
    return KnowledgeBase.open(), open_tagger()


def given(row: Row) -> tuple[Actor, ...]:
    """The actors of the mention at the last word of the expression's last occurrence."""
    text = row.text if "\n\n" in row.text else f"Diplomatic diary\n\n{row.text}"
    kb, tagger = _tools()
    doc = tagger.tag(segment(read_page(text, published=row.published)))
    end = doc.article.text.rindex(row.expression) + len(row.expression)
    for mention in find_mentions(doc, kb).actors:
        if mention.span.start < end <= mention.span.end:
            return mention.actors
    return ()


def is_meant(wanted: str, actor: Actor) -> bool:
    if wanted.isupper() and len(wanted) == 3 and actor.country == wanted:
        return True
    known = {wanted.casefold(), ABBREVIATED.get(wanted, "").casefold()} - {""}
    return actor.kind is not MentionKind.GOVERNMENT and any(name in actor.label.casefold() for name in known)


ABBREVIATED = {
    "ECOWAS": "Economic Community of West African States",
    "IGAD": "Intergovernmental Authority on Development",
    "ELN": "National Liberation Army",
}


def is_right(row: Row, actors: tuple[Actor, ...]) -> bool:
    if len(actors) != len(row.wanted):
        return False
    return all(any(is_meant(wanted, actor) for actor in actors) for wanted in row.wanted)


def measure(*, held_out: bool, show: bool = False) -> tuple[int, int, int]:
    """How many rows are right, how many name the wrong one, of how many."""
    right = wrong = 0
    asked = [row for row in rows() if row.held_out is held_out]
    for row in asked:
        actors = given(row)
        good = is_right(row, actors)
        right += good
        wrong += not good and bool(actors)
        if show and not good:
            told = ", ".join(f"{actor.label} ({actor.country})" for actor in actors)
            print(f"  {row.expression!r}: wanted {', '.join(row.wanted)}; given {told}  {row.text}")
    return right, wrong, len(asked)


@pytest.mark.parametrize("held_out", [False, True])
def test_references_stay_right(held_out):
    right, _, asked = measure(held_out=held_out)
    assert right / asked >= FLOORS[held_out]


def main() -> None:
    """Prints the shares, and the rows at hand that are wrong."""
    for held_out in (False, True):
        right, wrong, asked = measure(held_out=held_out, show=not held_out)
        name = "held out" if held_out else "at hand"
        print(f"{name}: {right} of {asked} right, {wrong} wrong, {asked - right - wrong} empty")


if __name__ == "__main__":
    main()
