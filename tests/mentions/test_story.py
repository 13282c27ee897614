"""Who an article has told of so far."""

from __future__ import annotations

import pytest

import readings
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import (
    Story,
    brought_together,
    faced_by,
    head_of,
    sides_of,
    stands_as_subject,
    subject_of,
)
from parses import sentence_of

MET = """
    Anna   _    PROPN NNP 3 nsubj
    Vell   _    PROPN NNP 1 flat
    met    meet VERB  VBD 0 root
    Karl   _    PROPN NNP 3 obj
    Marr   _    PROPN NNP 4 flat
    in     _    ADP   IN  7 case
    Norway _    PROPN NNP 3 obl
    .      _    PUNCT .   3 punct
"""


def actor(name: str, country: str | None, kind: MentionKind = MentionKind.PERSON) -> Actor:
    return Actor(kind, name, name, None, country, None)


VELL, MARR = actor("Vell", "FIN"), actor("Marr", "SWE")
NORWAY = actor("Norway", "NOR", MentionKind.GOVERNMENT)
SWEDEN = actor("Sweden", "SWE", MentionKind.GOVERNMENT)


def mention(first: int, last: int, *actors: Actor, rule: str = "name") -> Mention:
    sight = Sight(sentence_of(MET), [])
    return Mention(0, first, last, sight.span(first, last), actors, rule)


@pytest.fixture
def sight() -> Sight:
    return Sight(sentence_of(MET), [])


def test_the_head_of_a_mention_is_the_token_that_hangs_outside(sight):
    assert head_of(sight, mention(3, 5, MARR)) == 3


def test_subjects_are_told_from_objects(sight):
    assert stands_as_subject(sight, mention(0, 2, VELL))
    assert not stands_as_subject(sight, mention(3, 5, MARR))


def test_the_subject_of_a_sentence(sight):
    assert subject_of(sight, [mention(3, 5, MARR), mention(0, 2, VELL)]) == VELL
    assert subject_of(sight, []) is None


def test_a_verb_brings_its_subject_and_object_together(sight):
    together = brought_together(sight, [mention(0, 2, VELL), mention(3, 5, MARR), mention(6, 7, NORWAY)])
    assert together == [VELL, MARR]


def test_a_bare_adjective_is_not_brought_together(sight):
    together = brought_together(sight, [mention(0, 2, VELL), mention(3, 4, SWEDEN, rule="demonym")])
    assert together == [VELL]


def test_one_actor_a_side_and_people_before_states():
    assert sides_of([SWEDEN, VELL, MARR]) == (VELL, MARR)
    assert sides_of([]) == ()


def test_the_story_remembers_its_subject_and_its_group():
    story = Story()
    story.meet(Sight(sentence_of(MET), []), [mention(0, 2, VELL), mention(3, 5, MARR)], VELL, [VELL, MARR])
    assert (story.subject, story.group) == (VELL, (VELL, MARR))
    assert story.people == [VELL, MARR]
    story.meet(Sight(sentence_of(MET), []), [mention(3, 5, MARR)], MARR, [MARR])
    assert (story.subject, story.group) == (MARR, (VELL, MARR))


def test_a_state_as_subject_leaves_the_person_alone():
    story = Story()
    story.meet(Sight(sentence_of(MET), []), [mention(0, 2, VELL)], VELL, [VELL])
    story.meet(Sight(sentence_of(MET), []), [mention(6, 7, NORWAY)], NORWAY, [NORWAY])
    assert (story.subject, story.state) == (VELL, NORWAY)


def test_states_told_beside_each_other_are_listed():
    story = Story()
    story.meet(Sight(sentence_of(MET), []), [mention(0, 1, NORWAY), mention(3, 4, SWEDEN)], None, [])
    assert story.listed == (NORWAY, SWEDEN)


def test_a_body_that_met_has_members_to_speak_of():
    story = Story()
    league = actor("League", None, MentionKind.ORGANIZATION)
    story.meet(Sight(sentence_of(MET), []), [mention(0, 2, league)], league, [])
    assert story.meets(league, loose=False)
    assert not story.meets(actor("Union", None, MentionKind.ORGANIZATION), loose=False)
    assert not story.meets(NORWAY, loose=True)


def test_whom_a_subject_faces(sight):
    assert faced_by(sight, 0, [mention(0, 2, VELL), mention(3, 5, MARR), mention(6, 7, NORWAY)]) == [MARR]


@pytest.mark.parametrize(
    "ministry", ["The Foreign Ministry of Peru", "The Ministry of Foreign Affairs of Peru"]
)
def test_it_is_the_state_whose_ministry_is_the_subject(ministry):
    told = f"{ministry} announced that it had decided to recall its ambassador to Chile."
    assert readings.sides_of("it had", told) == ["PER"]
