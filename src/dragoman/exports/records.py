"""A record as JSON: its engagement as in a reading, who reports it, how it was merged and what became of it.

The contract is `docs/json.md`. Fields may be added, never renamed.
"""

from __future__ import annotations

import json

from dragoman.codec import to_json
from dragoman.exports.reading import engagement_object
from dragoman.record.record import Choice, Dissent, Move, Record, Report, Review


def record_line(record: Record) -> str:
    """The record as one line of JSON, without the line end."""
    return to_json(record_object(record))


def record_object(record: Record) -> dict[str, object]:
    """The record as the contract's object."""
    told = engagement_object(record.engagement, record.events)
    del told["engagement_id"]
    return {
        "record_id": record.record_id,
        **told,
        "sources": record.sources,
        "reports": [_report(report) for report in record.reports],
        "choices": [_choice(choice) for choice in record.choices],
        "dissents": [_dissent(dissent) for dissent in record.dissents],
        "moves": [_move(move) for move in record.moves],
        "decided_by": [] if record.review is None else list(record.review.decided_by),
        "review": None if record.review is None else _review(record.review),
    }


def _report(report: Report) -> dict[str, object]:
    return {
        "report_id": report.report_id,
        "article_id": report.article_id,
        "publisher": report.publisher,
        "url": report.url,
        "headline": report.headline,
        "published": report.published,
        "copy_of": report.copy_of,
    }


def _choice(choice: Choice) -> dict[str, object]:
    return {"field": choice.field, "rule": choice.rule, "reports": list(choice.reports)}


def _dissent(dissent: Dissent) -> dict[str, object]:
    return {
        "field": dissent.field,
        "value": json.loads(dissent.value),
        "reports": list(dissent.reports),
    }


def _move(move: Move) -> dict[str, object]:
    return {"published": move.published, "status": move.status, "reports": list(move.reports)}


def _review(review: Review) -> dict[str, object]:
    return {
        "deleted": review.deleted,
        "flags": list(review.flags),
        "rulings": [
            {"field": one.field, "verdict": one.verdict, "author": one.author, "made": one.made}
            for one in review.rulings
        ],
        "conflicts": [
            {
                "field": one.field,
                "reason": one.reason,
                "decided": json.loads(one.decided),
                "read": json.loads(one.read),
            }
            for one in review.conflicts
        ],
    }
