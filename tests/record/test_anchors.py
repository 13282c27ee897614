"""A report is found again after its article is read by a newer version, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.citation import Evidence, Span
from dragoman.engagements.engagement import Kind
from dragoman.record.anchors import anchor_of, find_all, nearest, relocate
from samples import AALTO, ARTICLE, CALLED_OFF, DAHL, ENGAGEMENTS, MEETING, PAGE, THANKS, VISIT

WIDER = PAGE.at("Aalto met Norwegian Prime Minister Kari Dahl")


def again(eng, **changed):
    """The engagement as a newer version reads it: under another id."""
    return replace(eng, engagement_id=f"new-{eng.engagement_id}", **changed)


def found(anchor, *engagements):
    return find_all([anchor], engagements).get(anchor)


def test_by_its_id():
    assert found(anchor_of(MEETING), THANKS, MEETING) == MEETING


def test_by_its_words_under_another_id():
    newer = again(MEETING, trigger=(WIDER,))
    assert found(anchor_of(MEETING), again(THANKS), newer) == newer


def test_when_the_kind_is_read_as_a_kindred_one():
    newer = again(MEETING, kind=Kind.CALL)
    assert found(anchor_of(MEETING), newer) == newer


def test_not_when_the_same_words_tell_an_act_of_another_sort():
    assert found(anchor_of(MEETING), again(THANKS, trigger=(WIDER,))) is None


def test_not_when_nothing_is_told_there():
    assert found(anchor_of(MEETING), again(CALLED_OFF), again(VISIT)) is None
    assert found(anchor_of(MEETING)) is None


def test_two_reports_are_never_taken_for_one():
    first, second = (
        anchor_of(MEETING),
        anchor_of(replace(MEETING, engagement_id="meeting-9", trigger=(WIDER,))),
    )
    newer = again(MEETING)
    assert list(find_all([first, second], [newer]).values()) == [newer]


def test_of_a_tour_the_stop_in_the_same_country():
    iceland = replace(VISIT, engagement_id="visit-2", stops=VISIT.stops[1:])
    norway = replace(VISIT, engagement_id="visit-1", stops=VISIT.stops[:1])
    newer = [again(iceland), again(norway)]
    matches = find_all([anchor_of(norway), anchor_of(iceland)], newer)
    assert matches == {anchor_of(norway): newer[1], anchor_of(iceland): newer[0]}


def test_words_moved_in_the_text_count_less_but_do_with_the_same_people():
    moved = again(MEETING, trigger=(replace(MEETING.trigger[0], span=Span(0, 3)),))
    assert found(anchor_of(MEETING), moved) == moved
    assert found(anchor_of(MEETING), replace(moved, participants=())) is None


def test_a_participant_that_got_an_id_is_the_same():
    newer = again(MEETING, participants=(AALTO, replace(DAHL, entity_id="per:Q2")), kind=Kind.CALL)
    assert found(anchor_of(MEETING), newer) == newer


def test_nothing_tells_it():
    with pytest.raises(ValueError, match="no words"):
        anchor_of(replace(MEETING, trigger=()))


@given(st.permutations(ENGAGEMENTS))
def test_the_order_does_not_matter(engagements):
    newer = [again(eng) for eng in engagements]
    matches = find_all([anchor_of(eng) for eng in ENGAGEMENTS], newer)
    assert {anchor.report_id: eng.engagement_id for anchor, eng in matches.items()} == {
        eng.engagement_id: f"new-{eng.engagement_id}" for eng in ENGAGEMENTS
    }


@given(
    st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab", min_size=1, max_size=3), st.integers(-3, 40)
)
def test_nearest_is_nearest(text, words, near):
    places = [start for start in range(len(text)) if text.startswith(words, start)]
    span = nearest(text, words, near)
    if not places:
        assert span is None
    else:
        assert span.of(text) == words
        assert abs(span.start - near) == min(abs(start - near) for start in places)


def test_relocating():
    evidence = Evidence(ARTICLE.article_id, Span(0, 3), "met", "sample")
    assert relocate(evidence, ARTICLE.text).span.of(ARTICLE.text) == "met"
    assert relocate(evidence, "nothing") is None
    assert relocate(MEETING.trigger[0], ARTICLE.text) is MEETING.trigger[0]
