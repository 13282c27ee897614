"""How a question stands at the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from dockets import docket, reading, ruled
from dragoman.exports.asking import agreement_table, difference_line, print_question
from dragoman.exports.telling import Teller
from dragoman.record.agreement import Agreement, Difference
from dragoman.record.decisions import Verdict
from dragoman.record.queue import questions_of
from samples import AALTO, ARTICLE, DAHL, PAGE


def asked(on, path):
    (question,) = [question for question in questions_of(on) if question.field.path == path]
    console = Console(file=io.StringIO(), width=120)
    print_question(console, question, on, lambda _: ARTICLE, Teller(), place="1 of 2")
    return console.file.getvalue()


def test_a_conflict_tells_what_is_read_now():
    on = docket(
        ruled(Verdict.ACCEPT, "place"), eng=reading(place=PAGE.place("Reykjavik", "ISL", "Reykjavik"))
    )
    shown = asked(on, "place")
    assert "place: Oslo, NOR" in shown
    assert "the machine now reads something else: Reykjavik, ISL" in shown


def test_people_are_named_not_numbered():
    on = docket(eng=reading(participants=(AALTO, replace(DAHL, entity_id="per:Q2"))))
    shown = asked(on, "participants[per:Q2].office")
    assert "participants[Kari Dahl].office: Prime Minister" in shown
    assert "1 of 2  meeting · done" in shown


def test_a_field_without_words_stands_in_the_sentence_of_the_act():
    assert "[met]" in asked(docket(), "status")


def test_agreement_in_a_table():
    console = Console(file=io.StringIO(), width=80)
    console.print(agreement_table([Agreement("place", 4, 3, 0.5), Agreement("kind", 2, 2, None)]))
    lines = [line.split() for line in console.file.getvalue().splitlines()]
    assert lines == [
        ["field", "units", "alike", "alpha"],
        ["place", "4", "75%", "0.500"],
        ["kind", "2", "100%", "–"],
    ]
    difference = Difference("0123456789ab", "place", {"anna": "oslo", "ben": "turku"})
    assert difference_line(difference) == "01234567  place  anna: oslo  ben: turku"
