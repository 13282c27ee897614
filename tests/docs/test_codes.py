"""docs/codes.md says what the codebooks say."""

from __future__ import annotations

from pathlib import Path

from dragoman.engagements.engagement import Kind
from dragoman.ontology.codebook import ANY, cameo_book, plover_book

COLUMNS = 6
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codes.md").read_text(encoding="utf-8")


def lines_of_the_codebooks():
    plover, cameo = plover_book(), cameo_book()
    for kind in Kind:
        for hint, line in plover.kinds.get(kind, {}).items():
            if kind is Kind.DEMAND:
                continue
            code = cameo.code(kind, hint, future=False)
            event = "/".join(part for part in (line.event, line.mode) if part)
            promise = ""
            if line.event in plover.when_future:
                promise = f"{plover.when_future[line.event]} {cameo.code(kind, hint, future=True)}"
            told = "" if hint == ANY else f"`{hint}`"
            yield f"| {kind} | {told} | {event} | {code} | {cameo.codes[code].label} | {promise} |"


def test_the_table_is_that_of_the_codebooks():
    wanted = set(lines_of_the_codebooks())
    starts = tuple(f"| {kind} |" for kind in Kind)
    printed = {
        line for line in PAGE.splitlines() if line.startswith(starts) and line.count("|") == COLUMNS + 1
    }
    assert printed == wanted


def test_every_matter_of_a_demand_is_there():
    endings = cameo_book().demands.matters
    for ending in endings.values():
        assert f"| 02{ending}, 10{ending} |" in PAGE


def test_every_departure_is_named():
    for code in cameo_book().departures:
        assert code in PAGE or "0353" < code <= "0356"
