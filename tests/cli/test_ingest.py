"""`dragoman ingest`: what is printed to whom, exit statuses, what to do next."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import dragoman.ingestion
from dragoman.cli import main
from dragoman.errors import ArchiveFullError
from dragoman.pages import to_article
from dragoman.pipeline import code_reading
from dragoman.store.archive import Archive
from samples import ARTICLE, ENGAGEMENTS

PAGE = "Talks in Oslo\n\nOslo, 2 April 2024 (NPA): Finnish Foreign Minister Aino Aalto met Kari Dahl here on Tuesday.\n"


@pytest.fixture(autouse=True)
def quick_reader(monkeypatch, tmp_path):
    """A reader that finds the sample in a page that says so, and nothing elsewhere."""
    monkeypatch.chdir(tmp_path)

    def open_reader(settings, archive):
        def read(page):
            if b"sample" in page.payload:
                return code_reading(ARTICLE, ENGAGEMENTS)
            return code_reading(
                to_article(page, published=settings.published, publisher=settings.publisher), ()
            )

        return read

    monkeypatch.setattr(dragoman.ingestion, "page_reader", open_reader)


def run(*arguments, stdin=None, **environment):
    return CliRunner(env=environment).invoke(
        main, ["ingest", *map(str, arguments)], input=stdin, catch_exceptions=False
    )


def test_readings_go_into_the_pipe_and_numbers_beside_it(tmp_path):
    (tmp_path / "a.txt").write_text("sample")
    result = run("a.txt")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["engagements"]) == 5
    assert (
        "1 article read into diplomacy.db: 5 reports; it now holds 5 records from 1 article." in result.stderr
    )
    assert 'dragoman search "' in result.stderr
    assert "dragoman show " in result.stderr
    assert "dragoman serve" in result.stderr
    assert (tmp_path / "diplomacy.db").exists()


def test_again_nothing_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("sample")
    run("a.txt")
    result = run("a.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Passed over: 1 already in the archive." in result.stderr


def test_what_cannot_be_read_is_named_and_listed(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "b.txt").write_text("sample")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "a.txt: is a PDF" in result.stderr
    assert "Not read: 1 page; `dragoman doctor` lists them" in result.stderr
    told = CliRunner().invoke(main, ["doctor"], catch_exceptions=False).stdout
    assert "a.txt: is a PDF" in told


def test_a_folder_without_pages_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("empty")
    assert result.exit_code == 1
    assert "no page under empty: expected .html, .txt, .json or .jsonl" in result.stderr


def test_where_it_goes_can_be_said(tmp_path):
    (tmp_path / "a.txt").write_text("sample")
    assert "--archive other.db" in run("a.txt", "--archive", "other.db").stderr
    assert "read into third.db" in run("a.txt", DRAGOMAN_ARCHIVE="third.db").stderr


def test_options_reach_the_articles(tmp_path):
    run("-", "--published", "2023-01-05", "--source-name", "The Post", "--quiet", stdin=PAGE)
    with Archive.open("diplomacy.db") as archive:
        (found,) = archive.list_articles().articles
    assert (found.publisher, str(found.published)) == ("The Post", "2023-01-05")


def test_a_full_disk_is_75(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text("sample")

    def add(self, *arguments, **options):
        raise ArchiveFullError(
            "diplomacy.db: no space left on the disk; make room and run the same command again"
        )

    monkeypatch.setattr(Archive, "add", add)
    result = run("a.txt")
    assert result.exit_code == 75
    assert "no space left" in result.stderr


def test_ctrl_c_says_how_to_go_on(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text("sample")

    def add(self, *arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "add", add)
    result = run("a.txt")
    assert result.exit_code == 130
    assert "the same command goes on from here" in result.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("sample")
    result = run("a.txt", "--archive", "absent/a.db")
    assert result.exit_code == 1
    assert "absent/a.db" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--workers", "0"], ["a.txt", "--profile", "wild"]])
def test_wrong_usage_is_two(arguments):
    assert run(*arguments).exit_code == 2


def test_a_person_sees_sentences(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text("sample")
    result = at_terminal(monkeypatch, ["ingest", "a.txt"])
    assert "● VISIT  under way" in result.stdout
    assert "it now holds 5 records" in result.stdout


def at_terminal(monkeypatch, arguments):
    """What a command prints when standard output is a terminal."""
    monkeypatch.setattr("dragoman.cli.ingest.is_terminal", lambda: True)
    return CliRunner(env={"COLUMNS": "120"}).invoke(main, arguments, catch_exceptions=False)
