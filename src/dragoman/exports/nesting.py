"""Nesting: which engagement stands under which, and the family of kinds it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from dragoman.engagements.engagement import Engagement, Kind


class Family(StrEnum):
    """What kinds have in common; table and page show each in its own colour and shape."""

    CONTACT = "contact"
    COOPERATION = "cooperation"
    DISPUTE = "dispute"
    COERCION = "coercion"
    OTHER = "other"


FAMILIES: Mapping[Kind, Family] = {
    Kind.VISIT: Family.CONTACT,
    Kind.MEETING: Family.CONTACT,
    Kind.CALL: Family.CONTACT,
    Kind.CONFERENCE: Family.CONTACT,
    Kind.MEDIATION: Family.CONTACT,
    Kind.STATEMENT: Family.COOPERATION,
    Kind.AGREEMENT: Family.COOPERATION,
    Kind.AID: Family.COOPERATION,
    Kind.CONCESSION: Family.COOPERATION,
    Kind.DEMAND: Family.DISPUTE,
    Kind.ACCUSATION: Family.DISPUTE,
    Kind.THREAT: Family.DISPUTE,
    Kind.SANCTION: Family.COERCION,
    Kind.EXPULSION: Family.COERCION,
    Kind.ATTACK: Family.COERCION,
    Kind.OTHER: Family.OTHER,
}


def nest(engagements: Sequence[Engagement]) -> Iterator[tuple[int, Engagement]]:
    """Every engagement once, with its depth, directly after the trip or conference it belongs to.

    One whose ``part_of`` names none of the others stands at the top, and so do those in a ring.
    """
    known = {eng.engagement_id for eng in engagements}
    told: set[str] = set()

    def under(parent: str | None, depth: int) -> Iterator[tuple[int, Engagement]]:
        for eng in engagements:
            above = eng.part_of if eng.part_of in known else None
            if above == parent and eng.engagement_id not in told:
                told.add(eng.engagement_id)
                yield depth, eng
                yield from under(eng.engagement_id, depth + 1)

    yield from under(None, 0)
    yield from ((0, eng) for eng in engagements if eng.engagement_id not in told)
