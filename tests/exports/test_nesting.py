"""Engagements under the trip they belong to."""

from __future__ import annotations

import dataclasses

from dragoman.engagements.engagement import Kind
from dragoman.exports.nesting import FAMILIES, nest
from samples import CALLED_OFF, DEMAND, ENGAGEMENTS, MEETING, THANKS, VISIT


def test_parts_follow_their_whole():
    assert [(depth, eng.engagement_id) for depth, eng in nest(ENGAGEMENTS)] == [
        (0, "visit-1"),
        (1, "meeting-1"),
        (2, "statement-1"),
        (1, "meeting-2"),
        (0, "demand-1"),
    ]


def test_a_part_without_its_whole_stands_alone():
    assert [depth for depth, _ in nest((MEETING, DEMAND))] == [0, 0]


def test_a_ring_is_told_once():
    ring = (dataclasses.replace(VISIT, part_of="meeting-1"), MEETING, THANKS, CALLED_OFF)
    assert sorted(eng.engagement_id for _, eng in nest(ring)) == sorted(eng.engagement_id for eng in ring)


def test_every_kind_has_a_family():
    assert set(FAMILIES) == set(Kind)
