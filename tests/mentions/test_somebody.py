"""Officials and strangers without a name."""

from __future__ import annotations

import pytest

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.somebody import unnamed_subject
from parses import sentence_of
from readings import cast, engagements_of

SAID = """
    An      an      DET  DT  3 det
    Iranian iranian ADJ  JJ  3 amod NORP
    {noun}  _       NOUN NN  4 nsubj
    spoke   speak   VERB VBD 0 root
    .       _       PUNCT .  4 punct
"""
IRAN = Actor(MentionKind.GOVERNMENT, "Iran", "Iran", "ctry:IRN", "IRN", None)


def subject(noun: str, *, known: bool) -> tuple[bool, Actor | None]:
    sight = Sight(sentence_of(SAID.format(noun=noun)), [])
    mention = Mention(0, 1, 3, sight.span(1, 3), (IRAN,), "state and side")
    return unnamed_subject(sight, [mention] if known else [])


def test_an_official_acts_for_the_state():
    assert subject("official", known=True) == (True, IRAN)


def test_a_stranger_acts_for_nobody():
    assert subject("witness", known=True) == (True, None)
    assert subject("official", known=False) == (True, None)


def test_a_thing_is_nobody_at_all():
    assert subject("ship", known=True) == (False, None)


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia was hit. Houthi spokesman Yahya Sarea said it had carried out the attack.",
        "Chad was hit. Movement spokesman Ali Adam of Sudan said it had carried out the raid.",
        "Israel was hit. Hezbollah spokesman Mohammad Afif said it had launched the strike.",
    ],
)
def test_it_is_not_the_state_told_of_before_but_whom_a_spokesman_speaks_for(text):
    struck = [eng for eng in engagements_of(text) if eng.kind == "attack"]
    assert not {c for eng in struck for role, _, c in cast(eng) if role == "actor"} & {"SAU", "TCD", "ISR"}


def test_she_of_whom_a_stranger_speaks_is_the_stranger():
    told = engagements_of(
        "Hillary Clinton campaigned in Ohio.",
        "A singer said she would travel to Canada next week.",
        day="2016-11-09",
    )
    assert told == ()
