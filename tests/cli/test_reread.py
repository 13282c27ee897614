"""`dragoman reread`: what it tells, and what it leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.reread import lines_of
from dragoman.pipeline import code_reading
from dragoman.record.record import Conflict
from dragoman.store.archive import Archive
from dragoman.store.query import Query
from dragoman.store.renewing import Renewal
from dragoman.store.runs import present_versions
from samples import ARTICLE, ENGAGEMENTS

SHORT = replace(
    ARTICLE,
    text="US Secretary of State Antony Blinken met French Foreign Minister Stéphane Séjourné in Paris on 2 April 2024.",
    blocks=(),
    dateline=None,
    headline=None,
    cut=(),
)


@pytest.fixture
def location(tmp_path):
    """An article of which an older version read nothing."""
    path = tmp_path / "diplomacy.db"
    with Archive.open(path) as archive:
        older = replace(present_versions("precise"), lexicon="en 0")
        archive.add(code_reading(SHORT, ()), version_no=archive.version_no(older))
    return str(path)


def run(*words, status=0):
    result = CliRunner(env={"COLUMNS": "120"}).invoke(main, ["reread", *words])
    assert result.exit_code == status, result.output
    return result


def test_what_is_due_is_read_and_told(location):
    attempt = run("--archive", location, "--dry-run")
    assert "1 articles read again" in attempt.stderr
    assert "Nothing was saved" in attempt.stderr
    told = json.loads(run("--archive", location).stdout)
    assert told["article_id"] == SHORT.article_id
    with Archive.open(location) as archive:
        assert list(told["added"]) == sorted(record.record_id for record in archive.find(Query()).records)
    assert "Every article was read by the installed version" in run("--archive", location).stderr
    assert run("--archive", location, "--all").stdout == ""


def test_an_article_that_is_not_there(location):
    assert "no article zzz" in run("zzz", "--archive", location, status=1).stderr


def test_the_lines_for_a_person():
    conflict = Conflict("date", "the machine now reads something else", "d1", '{"start":"2024-04"}', "null")
    renewal = Renewal(
        "a1", ("r1",), ("r2",), {"r3": (("place", "Oslo, NOR", "–"),)}, ("p1",), {"r3": (conflict,)}
    )
    assert lines_of(renewal) == [
        "+ r1",
        "- r2",
        "~ r3  place: Oslo, NOR → –",
        "! r3  date: the machine now reads something else (2024-04)",
        "= p1  kept, since somebody decided on it",
    ]


def test_a_decision_survives_the_real_reader(tmp_path):
    """It reads the made-up engagements otherwise or not at all; what was decided on one of them stays."""
    path = tmp_path / "decided.db"
    with Archive.open(path) as archive:
        archive.add(code_reading(ARTICLE, ENGAGEMENTS))
        (demand,) = archive.find(Query(kind=("demand",))).records
    words = [
        "review",
        "decide",
        demand.record_id,
        "content",
        "accept",
        "--archive",
        str(path),
        "--author",
        "anna",
    ]
    assert CliRunner().invoke(main, words).exit_code == 0
    run("--archive", str(path))
    with Archive.open(path) as archive:
        content = archive.record(demand.record_id).engagement.content
        assert (content.value, content.reason) == ("release the crew of the trawler", "accepted by anna")
