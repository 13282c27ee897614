"""Officials and strangers without a name."""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.somebody import unnamed_subject
from parses import sentence_of

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
