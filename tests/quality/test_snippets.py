"""Fields of engagements in one or two sentences, told in many ways: `snippets/FIELD.toml`, one row per telling.

    python tests/quality/test_snippets.py            # shares right per field, and the rows that are wrong
    python tests/quality/test_snippets.py date

Every third row is held out: it is counted apart and never printed, so that mending what is printed can be told from
getting better. A row whose engagement is not found says nothing about its field. The floors below only rise.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.engagements.engagement import Engagement
from dragoman.pages import read_page
from dragoman.pipeline import read
from dragoman.scoring.names import share_words

FOLDER = Path(__file__).with_name("snippets")
# The least share right of the rows at hand and of those held out.
FLOORS = {
    "date": (0.9, 0.85),
    "place": (0.9, 0.9),
    "topics": (0.94, 0.94),
    "part_of": (0.95, 0.95),
    "status": (0.95, 0.78),
}


@dataclass(frozen=True)
class Row:
    """One telling, the kind of engagement asked about, and the value wanted (empty: none)."""

    text: str
    published: dt.date
    kind: str
    wanted: str
    held_out: bool


@dataclass(frozen=True)
class Share:
    """How many rows are right, of those whose engagement was found, and how many were not."""

    right: int
    found: int
    unread: int

    @property
    def value(self) -> float:
        return round(self.right / self.found, 3)


def rows(field: str) -> list[Row]:
    table = tomllib.loads((FOLDER / f"{field}.toml").read_text("utf8"))
    return [
        Row(text, dt.date.fromisoformat(day), kind, wanted, index % 3 == 2)
        for index, (day, text, kind, wanted) in enumerate(table["rows"])
    ]


def given(row: Row, field: str) -> str | None:
    """The field of the first engagement of the row's kind, told as in the file; None if there is none."""
    text = row.text if "\n\n" in row.text else f"Diplomatic diary\n\n{row.text}"
    reading = read(read_page(text, published=row.published))
    found = [eng for eng in reading.engagements if eng.kind == row.kind]
    if not found:
        return None
    parents = {eng.engagement_id: str(eng.kind) for eng in reading.engagements}
    return parents.get(found[0].part_of or "", "") if field == "part_of" else TOLD[field](found[0])


def told_date(eng: Engagement) -> str:
    date = eng.date
    if date is None and len(eng.stops) == 1:
        date = eng.stops[0].date
    return "/".join(dict.fromkeys(date.value.iso())) if date is not None else ""


def told_place(eng: Engagement) -> str:
    place = eng.place.value if eng.place is not None else None
    return ", ".join(part for part in (place.city, place.country) if part) if place is not None else ""


def told_topics(eng: Engagement) -> str:
    return "; ".join(topic.value for topic in eng.topics)


def told_status(eng: Engagement) -> str:
    marks = ("historical", "negated", "hypothetical")
    return " ".join([str(eng.status), *(mark for mark in marks if getattr(eng, mark))])


TOLD = {"date": told_date, "place": told_place, "topics": told_topics, "status": told_status}


def is_right(field: str, wanted: str, found: str) -> bool:
    if field != "topics":
        return wanted == found
    one, other = ([part for part in told.split("; ") if part] for told in (wanted, found))
    return len(one) == len(other) and all(share_words(a, b) > 0.6 for a, b in zip(one, other, strict=True))


def measure(field: str, *, held_out: bool, show: bool = False) -> Share:
    right = found = unread = 0
    for row in rows(field):
        if row.held_out is not held_out:
            continue
        value = given(row, field)
        if value is None:
            unread += 1
        else:
            found += 1
            right += is_right(field, row.wanted, value)
        if show and not held_out and (value is None or not is_right(field, row.wanted, value)):
            print(f"  {row.kind}: wanted {row.wanted!r}, given {value!r}  {row.text}")
    return Share(right, found, unread)


@pytest.mark.parametrize("field", FLOORS)
@pytest.mark.parametrize("held_out", [False, True])
def test_fields_stay_right(field, held_out):
    assert measure(field, held_out=held_out).value >= FLOORS[field][held_out]


def main() -> None:
    """Prints the shares, and the rows at hand that are wrong."""
    for field in sys.argv[1:] or FLOORS:
        seen, held = measure(field, held_out=False, show=True), measure(field, held_out=True)
        print(
            f"{field}: {seen.value} of {seen.found} right ({seen.unread} not read); "
            f"held out {held.value} of {held.found} ({held.unread} not read)"
        )


if __name__ == "__main__":
    main()
