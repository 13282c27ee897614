"""Records of the sample article before a reviewer, and short ways to decide on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

from dragoman.engagements.engagement import Engagement
from dragoman.ontology.coding import code_engagement
from dragoman.record.deciding import Reviewer, decide
from dragoman.record.decisions import Decision, Verdict
from dragoman.record.docket import Docket, docket_of
from dragoman.record.record import Record, Report
from samples import ARTICLE, MEETING

ANNA, BEN = Reviewer("anna"), Reviewer("ben")
START = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
_minutes = count()


def later() -> dt.datetime:
    """A moment after all those given out before."""
    return START + dt.timedelta(minutes=next(_minutes))


def record_of(eng: Engagement = MEETING, *others: Engagement, **fields) -> Record:
    """The record of an engagement of the sample article; ``others`` are further reports of the event."""
    reports = tuple(
        Report(one, ARTICLE.article_id if number == 0 else f"article-{number}")
        for number, one in enumerate((eng, *others))
    )
    return Record(f"record-{eng.engagement_id}", eng, code_engagement(eng), reports, **fields)


def ruled(
    verdict: Verdict,
    field: str | None = None,
    typed: str | None = None,
    *,
    by: Reviewer = ANNA,
    on: Record | None = None,
    after: tuple[Decision, ...] = (),
    **more,
) -> Decision:
    """A decision on the sample meeting, made after those in ``after``."""
    docket = docket_of(on or record_of(), after, blind_for=by.name if by.blind else None)
    return decide(docket, verdict, by, more.pop("made", None) or later(), field=field, typed=typed, **more)


def reading(eng: Engagement = MEETING, **changed) -> Engagement:
    """The engagement as another version of the reader has it."""
    return replace(eng, **changed)


def docket(*decisions: Decision, eng: Engagement = MEETING, **fields) -> Docket:
    """The sample meeting with decisions."""
    return docket_of(record_of(eng, **fields), decisions, texts={ARTICLE.article_id: ARTICLE.text})
