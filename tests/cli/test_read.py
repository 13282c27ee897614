"""`dragoman read`: formats, options, refused inputs and exit statuses. What is read is tested elsewhere."""

from __future__ import annotations

import gzip
import json

import pytest
from click.testing import CliRunner

import dragoman.pipeline
from dragoman.cli import main
from dragoman.errors import PackError
from dragoman.pages import RawPage
from dragoman.pipeline import code_reading
from samples import ARTICLE, ENGAGEMENTS

PAGE = "Talks in Oslo\n\nOslo, 2 April 2024 (NPA): Finnish Foreign Minister Aino Aalto met Kari Dahl here on Tuesday.\n"


@pytest.fixture(autouse=True)
def quick_reader(monkeypatch):
    """A reader that finds the sample's engagements in the sample and nothing elsewhere."""

    def read(article, kb, *, tagger=None):
        return code_reading(article, ENGAGEMENTS if article.article_id == ARTICLE.article_id else ())

    monkeypatch.setattr(dragoman.pipeline, "read", read)


@pytest.fixture
def sample(monkeypatch):
    """Every page is the sample article."""
    monkeypatch.setattr("dragoman.pages.iter_pages", lambda paths: (RawPage(path, b"") for path in paths))
    monkeypatch.setattr("dragoman.pages.to_article", lambda page, **given: ARTICLE)


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, ["read", *map(str, arguments)], input=stdin, catch_exceptions=False)


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_is_the_default_in_a_pipe(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.txt").write_text(PAGE)
    result = run(tmp_path)
    assert result.exit_code == 0
    assert [found["article"]["source"] for found in objects(result)] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_standard_input(tmp_path):
    (found,) = objects(run("-", stdin=PAGE))
    assert found["article"]["source"] == "-"
    assert found["article"]["published"] == "2024-04-02"


def test_given_day_and_publisher_win(tmp_path):
    (found,) = objects(run("-", "--published", "2023-01-05", "--source-name", "The Post", stdin=PAGE))
    article = found["article"]
    assert (article["published"], article["published_from"]) == ("2023-01-05", "given")
    assert article["publisher"] == "The Post"


def test_refused_inputs_are_named_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "b.txt").write_text(PAGE)
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(PAGE.encode())[:-20])
    result = run(tmp_path, tmp_path / "absent.txt")
    assert result.exit_code == 1
    assert [found["article"]["source"] for found in objects(result)] == [str(tmp_path / "b.txt")]
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("dragoman: ") for line in lines)
    assert "a.txt: is a PDF" in lines[0]
    assert "absent.txt: cannot be opened" in lines[2]


def test_a_folder_without_pages_is_refused(tmp_path):
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"dragoman: no page under {tmp_path}: expected .html, .txt, .json or .jsonl\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "--format", "xml"],
        ["a.txt", "--format", "html"],
        ["a.txt", "--published", "yesterday"],
        ["a.txt", "--profile", "wild"],
    ],
)
def test_wrong_usage_is_two(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_a_damaged_pack_ends_the_run_with_one_line_and_no_file(monkeypatch, tmp_path):
    def read(article, kb):
        raise PackError("en-news-1.pack: is damaged; install the package again")

    monkeypatch.setattr(dragoman.pipeline, "read", read)
    target = tmp_path / "page.html"
    result = run("-", "--format", "html", "--output", target, stdin=PAGE)
    assert (result.exit_code, target.exists()) == (1, False)
    assert result.stderr == "Error: en-news-1.pack: is damaged; install the package again\n"


def test_table(sample):
    result = run("x", "--format", "table")
    assert "● VISIT  under way" in result.stdout
    assert "Finland" in result.stdout


def test_html_page(sample, tmp_path):
    target = tmp_path / "page.html"
    result = run("x", "y", "--format", "html", "--output", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text().startswith("<!doctype html>")
    assert "2 articles" in target.read_text()


def test_json_to_a_file(sample, tmp_path):
    target = tmp_path / "out.jsonl"
    assert run("x", "-o", target).stdout == ""
    assert len(json.loads(target.read_text())["engagements"]) == len(ENGAGEMENTS) - 1


@pytest.mark.parametrize(("profile", "count", "skipped"), [("precise", 4, 1), ("loose", 5, 0)])
def test_profile_decides_about_the_unsure(sample, profile, count, skipped):
    (found,) = objects(run("x", "--profile", profile))
    assert len(found["engagements"]) == count
    assert len(found["skipped"]) == skipped
