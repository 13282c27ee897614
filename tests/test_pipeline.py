"""From an article to a reading, around the stages."""

from __future__ import annotations

import dataclasses

from dragoman.pipeline import PROFILES, code_reading, keep_sure, read
from samples import ARTICLE, ENGAGEMENTS, VISIT

READING = code_reading(ARTICLE, ENGAGEMENTS)


def test_another_language_is_skipped_with_a_remark():
    reading = read(dataclasses.replace(ARTICLE, language="fr"))
    assert reading.engagements == ()
    assert reading.skipped == ("the article is not in English (fr)",)


def test_codes_belong_to_their_engagement():
    assert [event.cameo for event in READING.events_of(VISIT)] == ["042"]


def test_what_is_less_sure_falls_away_with_a_remark():
    kept = keep_sure(READING, 0.5)
    assert [eng.engagement_id for eng in kept.engagements] == [
        "visit-1",
        "meeting-1",
        "statement-1",
        "meeting-2",
    ]
    assert set(kept.events) == {eng.engagement_id for eng in kept.engagements}
    assert kept.skipped == ("1 engagement less sure than 50%",)


def test_parts_of_what_falls_away_stand_alone():
    unsure = (dataclasses.replace(VISIT, confidence=0.2), *ENGAGEMENTS[1:])
    kept = keep_sure(code_reading(ARTICLE, unsure), 0.5)
    assert [eng.part_of for eng in kept.engagements] == [None, "meeting-1", None]
    assert kept.skipped == ("2 engagements less sure than 50%",)


def test_everything_sure_stays_as_it_is():
    assert keep_sure(READING, 0.0) is READING


def test_the_precise_profile_leaves_more_out():
    assert 0.0 == PROFILES["loose"] < PROFILES["precise"] < 1.0
