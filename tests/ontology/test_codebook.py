"""The codebooks agree with themselves and, where the public conversion table is at hand, with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.errors import LexiconError
from dragoman.ontology import codebook
from dragoman.ontology.codebook import cameo_book, plover_book, word_pattern

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "event-coding" / "plover-gsr"
PUBLISHED_LINE = re.compile(r"^(?P<code>\d{3,4}): *(?P<event>[A-Z]+) *,")


def test_plover_has_sixteen_event_types_and_thirty_seven_contexts():
    assert len(plover_book().events) == 16
    assert len(set(plover_book().contexts)) == 37


def test_quad_codes_are_four_and_the_modes_belong_to_event_types():
    assert {kind.quad_code for kind in plover_book().events.values()} == {1, 2, 3, 4}
    assert set(plover_book().modes) <= set(plover_book().events)


def test_cooperative_events_score_above_zero_and_conflict_below():
    for name, event in plover_book().events.items():
        scores = [event.score, *plover_book().modes.get(name, {}).values()]
        if event.quad_code <= 2:
            assert min(scores) > 0, name
        elif name != "REQUEST":
            assert max(scores) < 0, name


def test_every_kind_but_neutral_ones_has_its_own_line():
    assert {kind for kind in Kind if plover_book().line(kind, None) is None} == {Kind.STATEMENT, Kind.OTHER}


def test_the_two_codebooks_know_the_same_kinds_and_hints():
    cameo = cameo_book()
    for kind, lines in plover_book().kinds.items():
        for hint in lines:
            if kind != Kind.DEMAND:
                assert cameo.code(kind, hint, future=False), f"{kind}.{hint}"


def test_cameo_codes_have_a_root_and_a_goldstein_value():
    book = cameo_book()
    assert len(book.roots) == 20
    for code, entry in book.codes.items():
        assert book.quad_class(code) in (1, 2, 3, 4)
        assert -10 <= entry.goldstein <= 10


def test_codes_agree_with_the_published_conversion_table():
    table = DATA / "CAMEO2PLOVER-2021.txt"
    if not table.exists():
        pytest.skip(f"no conversion table at {table}")
    published = dict(
        match.group("code", "event")
        for line in table.read_text().splitlines()
        if (match := PUBLISHED_LINE.match(line))
    )
    book, differing = cameo_book(), set()
    for kind, lines in plover_book().kinds.items():
        for hint, line in lines.items():
            for future in (False, True):
                if future and line.event not in plover_book().when_future:
                    continue
                event = plover_book().when_future[line.event] if future else line.event
                code = book.code(kind, hint, future=future)
                if code is not None and published.get(code) != event:
                    differing.add(code)
    assert differing == set(book.departures)


def test_a_line_with_an_unknown_mode_is_refused():
    with pytest.raises(LexiconError, match=r"plover-2023: dance not listed under modes.CONSULT"):
        codebook._check_line(plover_book(), codebook.CodeLine("CONSULT", "dance"))


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("ceasefire*", "Ceasefires held", True),
        ("free", "freedom", False),
        ("free", "set them free.", True),
        ("cease fire", "a cease fire", True),
    ],
)
def test_words_match_whole_words_in_any_case(word, text, found):
    assert bool(word_pattern((word,)).search(text)) is found
