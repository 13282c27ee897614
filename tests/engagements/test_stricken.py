"""Whom a blow hits that the act network tells with a place alone, and the two sides of a clash."""

from __future__ import annotations

import pytest

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import noun_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import load_lexicon
from dragoman.engagements.stricken import is_host, settle_blow
from dragoman.engagements.tree import Tree
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import Mentions, find_mentions
from parses import knowledge
from readings import article_of


def told(text: str, word: str, kind: Kind, *sides: tuple[str, Role]) -> tuple[Candidate, Mentions]:
    """An act told by a noun of one sentence, with the sides told by some words."""
    doc = open_tagger().tag(segment(article_of(text)))
    mentions, (sentence,) = find_mentions(doc, knowledge()), doc.sentences
    tree = Tree(sentence)
    head = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
    clause = noun_clause(tree, head, load_lexicon().light)
    named = {mention.span.of(text): mention for mention in mentions.actors}
    parts = [Part(role, named[words].actors[0], named[words]) for words, role in sides]
    span = sentence.tokens[head].span
    return Candidate(kind, None, "learned", 0, span, span, clause, tree, 1.0, parts), mentions


def roles(candidate: Candidate) -> dict[str, str]:
    return {part.side: part.role.value for part in candidate.parts}


def test_the_country_of_the_place_is_hit() -> None:
    act, mentions = told(
        "Poland said Russian troops began an offensive on Kharkiv in Ukraine.",
        "offensive",
        Kind.ATTACK,
        ("Russian troops", Role.ACTOR),
    )
    settle_blow(act, mentions.places[-1:], mentions)
    assert roles(act) == {"RUS": "actor", "UKR": "recipient"}
    assert act.reason is not None and act.weight < 1.0


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Russian troops began an offensive near Kursk in Russia.", "Russian troops"),  # on their own soil
        (
            "The Taliban began an offensive on Kunduz in Afghanistan.",
            "The Taliban",
        ),  # others may be hit there
        (
            "Russian troops began an offensive on Salisbury.",
            "Russian troops",
        ),  # of whose country nothing is told
    ],
)
def test_nobody_is_hit_whom_the_place_does_not_tell(text: str, actor: str) -> None:
    act, mentions = told(text, "offensive", Kind.ATTACK, (actor, Role.ACTOR))
    settle_blow(act, mentions.places[-1:], mentions)
    assert [part.role for part in act.parts] == [Role.ACTOR]


def test_who_fought_each_other_are_equal_parties() -> None:
    act, mentions = told(
        "Nine Pakistani soldiers and two Afghan soldiers were killed in clashes at the border.",
        "clashes",
        Kind.ATTACK,
        ("Pakistani soldiers", Role.RECIPIENT),
        ("Afghan soldiers", Role.RECIPIENT),
    )
    settle_blow(act, (), mentions)
    assert roles(act) == {"PAK": "participant", "AFG": "participant"}


@pytest.mark.parametrize(
    ("text", "word", "name", "hosted"),
    [
        ("Estonia announced the closure of its mission in Niger.", "closure", "Niger", True),
        ("Estonia gave the officers who seized power in Niger a week.", "gave", "Niger", False),
    ],
)
def test_a_host_stands_in_the_clause_itself(text: str, word: str, name: str, hosted: bool) -> None:
    doc = open_tagger().tag(segment(article_of(text)))
    tree = Tree(doc.sentences[0])
    head = next(i for i, token in enumerate(doc.sentences[0].tokens) if token.text == word)
    mention = next(m for m in find_mentions(doc, knowledge()).actors if m.span.of(text) == name)
    assert is_host(tree, mention, head) is hosted


def test_troops_leave_the_country_of_the_place() -> None:
    act, mentions = told(
        "Poland said Russian troops began a withdrawal from Kharkiv in Ukraine.",
        "withdrawal",
        Kind.CONCESSION,
        ("Russian troops", Role.ACTOR),
    )
    settle_blow(act, mentions.places[-1:], mentions)
    assert roles(act) == {"RUS": "actor", "UKR": "recipient"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Benin's government announced that 54 soldiers were killed in an attack by the Houthis.",
            {"BEN": "recipient"},
        ),
        ("Kenya confirmed the death of its nine workers in an attack by the Houthis.", {"KEN": "recipient"}),
        ("Kenya said nine Kenyan sailors were killed in an attack by the Houthis.", {"KEN": "recipient"}),
        ("Washington said 30 people were killed in an attack by the Houthis.", {}),
        ("Washington said 30 Kenyan soldiers were killed in an attack by the Houthis.", {}),
        ("France said that the Houthis had carried out an attack at sea.", {}),  # nobody is told to have died
        ("The United Nations said that 54 soldiers were killed in an attack by the Houthis.", {}),
    ],
)
def test_who_tells_of_the_dead_is_hit(text: str, sides: dict[str, str]) -> None:
    act, mentions = told(text, "attack", Kind.ATTACK, ("the Houthis", Role.ACTOR))
    settle_blow(act, (), mentions)
    assert {side: role for side, role in roles(act).items() if role != "actor"} == sides


def test_people_killed_elsewhere_do_not_make_who_tells_of_them_the_one_hit() -> None:
    text = "Washington said 30 people were killed in an attack by al-Shabaab."
    act, mentions = told(text, "attack", Kind.ATTACK, ("al-Shabaab", Role.ACTOR))
    settle_blow(act, (), mentions)
    assert [part.role for part in act.parts] == [Role.ACTOR]


def test_the_killing_may_be_the_blow_itself() -> None:
    text = "Benin's government announced that 54 soldiers were killed by the Houthis."
    act, mentions = told(text, "killed", Kind.ATTACK, ("the Houthis", Role.ACTOR))
    settle_blow(act, (), mentions)
    assert act.parts[-1].side == "BEN"


def test_the_state_from_whose_soil_an_armed_group_strikes_does_not_strike():
    strike, mentions = told(
        "Israel reported a strike by Hezbollah from Lebanon.", "strike", Kind.ATTACK,
        ("Hezbollah", Role.ACTOR), ("Lebanon", Role.ACTOR), ("Israel", Role.RECIPIENT),
    )  # fmt: skip
    settle_blow(strike, (), mentions)
    assert [part.actor.label for part in strike.parts] == ["Hezbollah", "Israel"]
