"""`dragoman search`, `show`, `timeline`, `network`, `db`: tables for a person, JSON for a pipe, clear refusals."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.pipeline import code_reading
from dragoman.store.archive import Archive
from dragoman.store.query import Query
from samples import ARTICLE, ENGAGEMENTS


@pytest.fixture(autouse=True)
def filled(monkeypatch, tmp_path):
    """A folder with an archive of the sample."""
    monkeypatch.chdir(tmp_path)
    with Archive.open("diplomacy.db") as archive:
        archive.add(code_reading(ARTICLE, ENGAGEMENTS))
        return {record.engagement.kind.value: record.record_id for record in archive.find(Query()).records}


def run(*arguments):
    return CliRunner(env={"COLUMNS": "120"}).invoke(main, list(map(str, arguments)), catch_exceptions=False)


@pytest.fixture
def terminal(monkeypatch):
    for command in ("search", "show", "timeline", "stays", "network", "doctor"):
        monkeypatch.setattr(f"dragoman.cli.{command}.is_terminal", lambda: True)


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_pipe_gets_records(filled):
    found = objects(run("search", "aalto", "--kind", "visit"))
    assert [record["record_id"] for record in found] == [filled["visit"]]
    assert found[0]["reports"][0]["publisher"] == "Nordic Press Agency"
    assert found[0]["trigger"]["evidence"][0]["article_id"] == ARTICLE.article_id


def test_more_is_said_beside_the_pipe():
    result = run("search", "--limit", "2")
    assert len(objects(result)) == 2
    cursor = result.stderr.split("--cursor ")[1].strip()
    assert len(objects(run("search", "--cursor", cursor))) == 3


def test_facets_alone():
    (facets,) = objects(run("search", "--facets"))
    assert facets["total"] == 5
    assert facets["by"]["country"][0] == {"value": "FIN", "name": "Finland", "count": 5}


def test_a_person_gets_a_table_with_counts(terminal):
    shown = run("search", "oslo").stdout
    assert "Foreign Minister Aino Aalto of Finland" in shown
    assert "2 records" in shown
    assert "Finland 2" in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "--kind", "party"], "'party' is none of visit"),
        (["search", "--status", "odd"], "'odd' is none of planned"),
        (["search", "--since", "soon"], "soon"),
        (["network"], "give --country ISO3 or --person NAME"),
    ],
)
def test_wrong_usage_is_two(arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_show_in_a_pipe(filled):
    (shown,) = objects(run("show", filled["visit"][:6]))
    assert shown["record_id"] == filled["visit"]
    assert shown["history"][0]["what"] == "created"


def test_show_to_a_person(terminal, filled):
    shown = run("show", filled["statement"]).stdout
    assert "thank" in shown
    assert "“20 million euros”[1]" in shown
    assert "[1] Nordic Press Agency · 2 April 2024" in shown
    assert f"Part of {filled['meeting'][:3]}" in shown or "Part of" in shown
    assert "created by article sample-article-1" in shown


@pytest.mark.parametrize(
    ("name", "words"), [("zzzz", "no record 'zzzz'"), ("", "several records begin with ''")]
)
def test_show_needs_one_record(name, words):
    result = run("show", name)
    assert result.exit_code == 1
    assert words in result.stderr


def test_timeline(terminal):
    shown = run("timeline", "Aalto").stdout
    assert shown.index("2024-04-02/04") < shown.index("2024-04-04 ")
    assert "nobody like 'Nobody'" in run("timeline", "Nobody").stderr


def test_stays(terminal):
    shown = run("stays", "Aalto").stdout
    assert "Norway (Oslo)" in shown
    assert "seen there" in shown
    assert "anybody like 'Nobody' abroad" in run("stays", "Nobody").stderr


def test_stays_in_a_pipe():
    found = objects(run("stays", "Aino Aalto", "--since", "2024-04-01", "--until", "2024-04-30"))
    assert [(stay["country"], stay["cities"], stay["start"]) for stay in found][:1] == [
        ("NOR", ["Oslo"], "2024-04-02")
    ]
    assert run("stays", "Aalto", "--until", "2020-01-01").exit_code == 1


def test_network(terminal):
    shown = run("network", "--country", "fin").stdout
    assert "Finland: 5 records" in shown
    assert "Norway" in shown
    assert "nobody like 'XYZ'" in run("network", "--country", "XYZ").stderr


def test_without_an_archive_it_says_how_to_make_one(monkeypatch, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    for command in (
        ["search", "a"],
        ["show", "a"],
        ["timeline", "a"],
        ["network", "--country", "FIN"],
        ["db", "check"],
    ):
        result = run(*command)
        assert result.exit_code == 1
        assert "`dragoman ingest PATH…` makes one" in result.stderr
    assert list(empty.iterdir()) == []


def test_check_backup_and_upgrade(tmp_path):
    assert "is sound: 1 article, 5 records" in run("db", "check").stdout
    run("db", "backup", "copy.db")
    assert "is sound: 1 article, 5 records" in run("db", "check", "--archive", "copy.db").stdout
    assert "give another name" in run("db", "backup", "copy.db").stderr
    assert "is up to date" in run("db", "upgrade").stdout


def test_check_names_what_is_wrong():
    from sqlalchemy import text

    with Archive.open("diplomacy.db") as archive, archive.writing() as connection:
        connection.execute(text("UPDATE evidence SET quote = 'Aarhus' WHERE quote = 'Oslo'"))
        connection.execute(text("DELETE FROM evidence WHERE field = 'trigger' AND report_id = 'demand-1'"))
    result = run("db", "check")
    assert result.exit_code == 1
    assert "does not say 'Aarhus' where place" in result.stderr
    assert "has no words that tell it" in result.stderr


def test_doctor(terminal):
    shown = run("doctor").stdout
    assert "en-news-1" in shown
    assert "5 of 5 reports, from 2024-04-02 to 2024-04-04" in shown
    assert "none yet" in run("doctor", "--archive", "absent.db").stdout


def test_another_archive_is_taken_in():
    result = run("db", "load", "diplomacy.db", "--archive", "all.db")
    assert result.exit_code == 0
    assert result.stdout == "diplomacy.db: 1 article with 5 reports taken in\n"
    again = run("db", "load", "diplomacy.db", "--archive", "all.db")
    assert again.stdout == "diplomacy.db: 0 articles with 0 reports taken in; 1 were here already\n"
    assert "is sound: 1 article, 5 records" in run("db", "check", "--archive", "all.db").stdout
    lost = run("db", "load", "absent.db", "--archive", "all.db")
    assert (lost.exit_code, "absent.db: no such archive" in lost.stderr) == (1, True)
