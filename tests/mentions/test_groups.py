"""Several told before and pointed at together."""

from __future__ import annotations

import pytest

from dragoman.mentions.finding import find_mentions
from parses import VELL_MET_MARR, document_of, knowledge
from readings import cast, engagements_of

THEY_MET = f"{VELL_MET_MARR}\n. _ PUNCT . 6 punct"


def left(subject: str) -> list[tuple[str, ...]]:
    """Whom "{subject} left" means behind "Polish Foreign Minister Anna Vell met Norwegian Foreign Minister Karl Marr"."""
    *before, head = subject.split()
    rows = [
        f"{word} {word.lower()} {POS.get(word.lower(), 'ADJ JJ')} {len(before) + 1} {DEP.get(word.lower(), 'amod')}"
        for word in before
    ]
    rows += [f"{head} _ NOUN NNS {len(before) + 2} nsubj", "left leave VERB VBD 0 root"]
    rows += [f". _ PUNCT . {len(before) + 2} punct"]
    doc = document_of(THEY_MET, "\n".join(rows))
    found = find_mentions(doc, knowledge()).actors
    return [tuple(a.label for a in mention.actors) for mention in found if mention.sentence == 1]


POS = {"the": "DET DT", "both": "DET DT", "two": "NUM CD", "three": "NUM CD"}
DEP = {"the": "det", "both": "det", "two": "nummod", "three": "nummod"}


@pytest.mark.parametrize(
    "subject", ["The two ministers", "Both sides", "The parties", "The ministers", "The pair", "The two men"]
)
def test_a_group_is_who_was_brought_together(subject):
    assert left(subject) == [("Anna Vell", "Karl Marr")]


@pytest.mark.parametrize("subject", ["The three ministers", "The presidents", "The trio", "Other ministers"])
def test_who_does_not_fit_the_number_or_the_noun_is_nobody(subject):
    assert left(subject) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chadian President Mahamat Déby met Sudanese President Omar Bashir. The heads of state exchanged greetings.",
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni. The heads of state exchanged greetings.",
        "Chilean President Gabriel Boric met Peruvian President Dina Boluarte. The heads of state exchanged condolences.",
    ],
)
def test_the_heads_of_state_are_the_two_told_of(text):
    (wish,) = [eng for eng in engagements_of(text) if eng.kind == "statement"]
    assert len(cast(wish)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "President Klaus Iohannis of Romania and Emperor Naruhito of Japan rule. The two ministers discussed trade.",
        "President Gabriel Boric of Chile and President Gustavo Petro of Colombia rule. The two ministers discussed trade.",
        "King Felipe VI of Spain and King Frederik X of Denmark rule. The two ministers discussed trade.",
    ],
)
def test_the_two_ministers_are_no_heads_of_state(text):
    assert engagements_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway lent Moldova ten million dollars, and the two governments signed an agreement on fish.",
        "Norway and Moldova held talks. The coastguards of the two countries signed an agreement on fish.",
    ],
)
def test_the_two_are_the_sides_told_of_before(text):
    (signed,) = [eng for eng in engagements_of(text) if eng.kind == "agreement"]
    assert {country for _, _, country in cast(signed)} == {"NOR", "MDA"}


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The leaders of Norway and Moldova met in Oslo.", "They called on Iran to pay."),
        ("Norway and Moldova recognised Palestine.", "The two countries called on Iran to pay."),
        ("Norway and Moldova recognised Palestine.", "They called on Iran to pay."),
    ],
)
def test_they_are_who_did_it_together(before, words):
    (demand,) = [eng for eng in engagements_of(before, words) if eng.kind == "demand"]
    assert {country for role, _, country in cast(demand) if role == "actor"} == {"NOR", "MDA"}
