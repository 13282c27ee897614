"""ingest: every page ends as an article or in quarantine, once, whoever reads it and whatever goes wrong."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.newsroom import readings
from dragoman.errors import PackError
from dragoman.ingestion import KNOWN, Refused, Settings, ingest
from dragoman.store.archive import Archive
from dragoman.store.query import Query

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


class StubReader:
    """Takes the number on a page and gives the made-up reading of that number; some numbers go wrong."""

    def __init__(self, stock=40):
        self.stock = stock

    def __call__(self):
        self.readings = list(readings(self.stock, seed=11))
        return self.read

    def read(self, page):
        words = page.payload.decode().split() if isinstance(page.payload, bytes) else page.payload.split()
        match words[0]:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "fail":
                raise ValueError("cannot make sense of it")
            case "refuse":
                return Refused(f"{page.source}: is a poem")
            case "broken":
                raise PackError("the pack is damaged")
            case "forge":
                return forged(self.readings[0])
        reading = self.readings[int(words[0])]
        return replace(reading, article=replace(reading.article, source=page.source))


def forged(reading):
    """A reading whose words are not in its text."""
    return replace(
        reading, article=replace(reading.article, article_id="0" * 16, text=reading.article.text.upper())
    )


@pytest.fixture
def pages(tmp_path):
    def write(*contents):
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        for number, content in enumerate(contents):
            (folder / f"{number:03}.txt").write_text(str(content))
        return [str(folder)]

    return write


def run(paths, archive, **options):
    settings = Settings(**options)
    events = []
    tally = ingest(paths, archive, settings, tell=events.append, open_reader=StubReader())
    return tally, events


@pytest.mark.parametrize("workers", [1, 3])
def test_every_page_ends_as_an_article_or_in_quarantine(archive, pages, workers):
    contents = [0, 1, "fail", 2, "refuse", 3, "forge", *(["kill"] if workers > 1 else []), 4]
    tally, _ = run(pages(*contents), archive, workers=workers)
    assert (tally.saved, tally.unread, tally.pages) == (5, len(contents) - 5, len(contents))
    assert archive.stats().articles == 5
    reasons = " | ".join(sorted(held.reason for held in archive.quarantined()))
    assert "ValueError: cannot make sense of it" in reasons
    assert "is a poem" in reasons
    assert "is not the text at" in reasons
    assert workers == 1 or "died (signal 9), 2 times" in reasons
    assert archive.faults() == ()


def test_twice_is_once(archive, pages):
    paths = pages(0, 1, 2)
    run(paths, archive)
    before = archive.find(Query()), archive.stats()
    tally, _ = run(paths, archive)
    assert (tally.saved, tally.skipped) == (0, {KNOWN: 3})
    assert (archive.find(Query()), archive.stats()) == before


def test_one_article_on_two_pages_is_one(archive, pages):
    tally, _ = run(pages("0 here", "0 there"), archive)
    assert (tally.saved, tally.skipped[KNOWN], archive.stats().articles) == (1, 1, 1)


def test_a_page_whose_reader_failed_is_left_alone_until_asked_for(archive, pages):
    paths = pages("fail", 1)
    run(paths, archive)
    tally, _ = run(paths, archive)
    assert (tally.unread, tally.skipped) == (0, {"in quarantine": 1, KNOWN: 1})
    tally, _ = run(paths, archive, retry=True)
    assert (tally.unread, tally.skipped) == (1, {KNOWN: 1})


def test_a_page_that_was_mended_leaves_quarantine(archive, pages):
    run(pages("refuse"), archive)
    assert len(archive.quarantined()) == 1
    run(pages(3), archive)
    assert archive.quarantined() == ()


def test_a_damaged_pack_ends_the_run_and_keeps_what_was_read(archive, pages):
    with pytest.raises(PackError):
        run(pages(0, 1, "broken", 2), archive)
    assert archive.stats().articles == 2
    assert archive.unfinished_runs() == ()


def test_any_number_of_workers_gives_the_same_records(tmp_path, pages):
    paths = pages(*range(30))
    found = []
    for workers in (1, 4):
        with Archive.open(tmp_path / f"{workers}.db") as archive:
            run(paths, archive, workers=workers)
            found.append({record.record_id: record for record in archive.find(Query(), limit=500).records})
    assert found[0] == found[1]


def test_the_run_is_noted(archive, pages):
    tally = ingest(pages(0, "fail"), archive, open_reader=StubReader(), command="ingest pages")
    assert tally.counts == {"pages": 2, "saved": 1, "reports": 4, "not read": 1}
    assert archive.unfinished_runs() == ()
    assert archive.history(archive.find(Query()).records[0].record_id)[0].run_no == 1


def test_refused_records_of_a_file_are_noted(archive, tmp_path):
    lines = tmp_path / "pages.jsonl"
    lines.write_text(json.dumps({"text": "0"}) + "\nno json\n")
    tally, events = run([str(lines)], archive)
    assert (tally.saved, tally.unread) == (1, 1)
    assert [event.fault.source for event in events if event.fault] == [f"{lines}#2"]


def test_the_shipped_reader_reads_the_examples(archive):
    tally = ingest([str(EXAMPLES)], archive)
    assert (tally.unread, tally.saved) == (0, archive.stats().articles)
    assert archive.stats().records > 30
    assert archive.faults() == ()
    stored = archive.article(archive.find(Query(text="trudeau kyiv")).records[0].reports[0].article_id)
    assert stored.versions["pack"] == "en-news-1"
    assert set(stored.versions) == {"reader", "pack", "lexicon", "tables", "codebooks", "profile"}
