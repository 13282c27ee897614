"""The articles of an archive are read again: those that are due, by their own profile, without losing any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import ArchiveError
from dragoman.ingestion import ingest
from dragoman.pipeline import code_reading
from dragoman.rereading import Scope, reread
from dragoman.store.archive import Archive
from dragoman.store.query import Query
from dragoman.store.runs import present_versions
from samples import ARTICLE, DEMAND, ENGAGEMENTS, MEETING

EXAMPLES = Path(__file__).parents[1] / "examples"
OLDER = replace(present_versions("precise"), lexicon="en 0")


@pytest.fixture
def archive(tmp_path):
    """The sample article as an older version read it."""
    with Archive.open(tmp_path / "diplomacy.db") as opened:
        opened.add(code_reading(ARTICLE, ENGAGEMENTS), version_no=opened.version_no(OLDER))
        yield opened


def reader(*engagements):
    """What reads every article as telling these."""
    return lambda: lambda due: code_reading(ARTICLE, engagements)


def test_what_another_version_read_is_due_once(archive):
    renewals = []
    count = reread(archive, tell=renewals.append, open_reader=reader(MEETING))
    assert (count.read, count.gone) == (1, 4)
    assert [len(renewal.gone) for renewal in renewals] == [4]
    assert archive.article(ARTICLE.article_id).versions["lexicon"] == present_versions("precise").lexicon
    assert reread(archive, open_reader=reader()).read == 0
    assert reread(archive, Scope(everything=True), open_reader=reader(MEETING)).read == 1
    assert reread(archive, Scope(articles=(ARTICLE.article_id,)), open_reader=reader(MEETING)).read == 1


def test_the_profile_of_before_is_kept_unless_another_is_given(archive):
    seen = []

    def note():
        return lambda due: seen.append(due.profile) or code_reading(ARTICLE, ENGAGEMENTS)

    loose = replace(OLDER, profile="loose")
    other = replace(ARTICLE, article_id="loose-one")
    archive.add(code_reading(other, ()), version_no=archive.version_no(loose))
    reread(archive, Scope(everything=True, dry_run=True), open_reader=note)
    reread(archive, Scope(everything=True, dry_run=True, profile="loose"), open_reader=note)
    assert seen == ["precise", "loose", "loose", "loose"]


def test_a_dry_run_leaves_no_trace(archive):
    before = archive.stats()
    count = reread(archive, Scope(dry_run=True), open_reader=reader(MEETING))
    assert count.gone == 4
    assert archive.stats() == before
    assert reread(archive, open_reader=reader(*ENGAGEMENTS)).read == 1, "it is still due"


def test_an_article_that_cannot_be_read_stays_as_it_was(archive):
    def broken(due):
        raise ValueError("no such word")

    refused = []
    count = reread(archive, refuse=refused.append, open_reader=lambda: broken)
    assert (count.read, count.unread) == (0, 1)
    assert refused == ["nordic.html: ValueError: no such word"]
    assert archive.count(Query()) == len(ENGAGEMENTS)
    silent = replace(DEMAND, trigger=())
    assert reread(archive, refuse=refused.append, open_reader=reader(silent)).unread == 1
    assert "no words that tell it" in refused[1]


def test_an_article_that_is_not_there(archive):
    with pytest.raises(ArchiveError, match="no article unknown"):
        reread(archive, Scope(articles=("unknown",)), open_reader=reader())


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_reading_the_examples_again_changes_nothing(tmp_path, workers):
    with Archive.open(tmp_path / "examples.db") as archive:
        ingest([str(EXAMPLES)], archive)
        before = {record.record_id: record for record in archive.find(Query(), limit=500).records}
        renewals = []
        count = reread(archive, Scope(everything=True, workers=workers), tell=renewals.append)
        assert count.read == archive.stats().articles
        assert all(renewal.is_quiet for renewal in renewals)
        assert {record.record_id: record for record in archive.find(Query(), limit=500).records} == before
