"""What the act network may not take for an act, whatever it says."""

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.doubts import is_nobodys
from dragoman.engagements.engagement import Kind
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from readings import article_of, cast, engagements_of


def told(text: str, word: str, kind: Kind) -> Candidate:
    (sentence,) = open_tagger().tag(segment(article_of(text))).sentences
    tree = Tree(sentence)
    (head,) = [index for index, token in enumerate(sentence.tokens) if token.text == word]
    span = sentence.tokens[head].span
    return Candidate(kind, None, "learned", sentence.index, span, span, verb_clause(tree, head), tree, 0.8)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("NATO guidelines call for twice as much.", "call"),
        ("Swiss law requires the ambassador to register.", "requires"),
        ("The charter demands that members pay.", "demands"),
    ],
)
def test_what_norms_ask_for_nobody_asks(text: str, word: str) -> None:
    assert is_nobodys(told(text, word, Kind.DEMAND), text)


def test_what_a_state_asks_for_it_does() -> None:
    text = "Switzerland requires the ambassador to register."
    assert not is_nobodys(told(text, "requires", Kind.DEMAND), text)


def test_rockets_that_carry_people_hit_nobody() -> None:
    text = "The Russian rocket lifted off from the Baikonur cosmodrome in Kazakhstan in a roar of fire."
    assert is_nobodys(told(text, "lifted", Kind.ATTACK), text)
    assert not is_nobodys(told("The Russian rocket hit Kazakhstan.", "hit", Kind.ATTACK), "")


def test_what_talks_are_about_is_no_side_of_them() -> None:
    assert not engagements_of(
        "The two officials met in Rome. They had a long conversation on Russia/Ukraine."
    )


def test_who_lays_a_blow_at_anothers_door_did_not_strike_it() -> None:
    for text in (
        "Ukraine attributed the attack to Russia.",
        "The government of Kenya pinned the raid on Somalia.",
    ):
        assert [eng.kind for eng in engagements_of(text)] == [Kind.ACCUSATION]


def test_a_visit_that_is_blocked_is_none() -> None:
    told = engagements_of("Canada blocked the visit of Russian Foreign Minister Sergei Lavrov to Ottawa.")
    assert Kind.VISIT not in {eng.kind for eng in told}


def test_on_whose_behalf_one_comes_is_not_there():
    text = (
        "On behalf of Nepalese Prime Minister Sushil Koirala, visiting Nepalese Foreign Minister Mahendra Pandey extended "
        "the invitation to the Bangladesh premier when he paid a courtesy call on her."
    )
    meetings = [eng for eng in engagements_of(text) if eng.kind == "meeting"]
    assert all("Koirala" not in name for eng in meetings for _, name, _ in cast(eng))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Diplomats are pushing urgent peace talks between Georgian and South Ossetian officials. "
            "Georgia's President Mikheil Saakashvili spoke on Friday."
        ),
        "Macron spoke at length on Friday and German Chancellor Olaf Scholz met Polish President Andrzej Duda in Warsaw.",
    ],
)
def test_who_only_speaks_calls_nobody(text):
    day = "2008-08-08" if "Georgia" in text else "2024-03-14"
    told = engagements_of(text, headline="News of the day", day=day)
    assert not any(eng.kind is Kind.CALL for eng in told)
