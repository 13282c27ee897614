"""An output that says exactly what the gold says scores full marks on every annotated page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from dragoman.scoring.gold import GoldDate, GoldEngagement, GoldPage, load_pages, squeeze
from dragoman.scoring.matching import pair_up
from dragoman.scoring.output import Output, output_of
from dragoman.scoring.report import faults_of, figures_of
from dragoman.scoring.spans import locate
from dragoman.scoring.tally import tally

ROOT = Path(__file__).resolve().parents[2]
PAGES = load_pages([ROOT / "examples", ROOT / "tests" / "gold" / "dev"])


def echo(page: GoldPage) -> Output:
    """The gold in the shape of a reader's output."""
    text = page.page.headline or ""
    text += "\n\n" + page.text
    article = {"source": str(page.path), "text": text}
    return output_of({"article": article, "engagements": [_echo(eng, text) for eng in page.engagements]})


def _echo(eng: GoldEngagement, text: str) -> dict[str, object]:
    span = locate(eng.quote, text)[0]
    evidence = [{"start": span.start, "end": span.end, "quote": span.of(text)}]
    event, _, mode = (eng.plover or "CONSULT").partition("/")
    told = asdict(eng)
    told |= {
        "kind": str(eng.kind),
        "status": str(eng.status),
        "engagement_id": eng.id,
        "trigger": {"evidence": evidence},
        "participants": [{**asdict(party), "role": str(party.role)} for party in eng.participants],
        "date": _days(eng.date),
        "stops": [
            {
                "city": stop.city,
                "country": stop.country,
                "date": _days(GoldDate(stop.start, stop.end) if stop.start else None),
            }
            for stop in eng.stops
        ],
        "topics": [{"value": topic} for topic in eng.topics],
        "content": None,
        "events": [{"event": event, "mode": [mode] if mode else []}],
    }
    return told


def _days(date: GoldDate | None) -> dict[str, object] | None:
    if date is None:
        return None
    start, end = date.span().iso()
    return {"start": start, "end": end, "precision": str(date.span().precision)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path.name)
def test_an_echo_has_no_faults(page: GoldPage) -> None:
    faults = list(faults_of(pair_up(page, echo(page))))
    assert [f"{fault.fault} {fault.gold_id}: {fault.detail} {squeeze(fault.words)}" for fault in faults] == []


def test_an_echo_scores_full_marks() -> None:
    figures = figures_of(tally(pair_up(page, echo(page)) for page in PAGES))
    for name in ("main_recall", "main_precision", "all_recall", "participants_f1", "date_exact", "status"):
        assert figures[name] == 1.0
    assert figures["false_per_distractor_page"] == 0.0
