"""The JSON contract: names, types, evidence; `docs/reading.schema.json` says the same."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.exports.reading import reading_line
from dragoman.ontology.codebook import plover_book
from dragoman.pages import read_page
from dragoman.pages.article import Article
from dragoman.pipeline import code_reading, read
from samples import ARTICLE, ENGAGEMENTS, MEETING, TEXT

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".html", ".txt"))
SCHEMA = json.loads((ROOT / "docs" / "reading.schema.json").read_text(encoding="utf-8"))
READING = code_reading(ARTICLE, ENGAGEMENTS, skipped=("one sentence",))


def printed(reading=READING):
    line = reading_line(reading)
    assert "\n" not in line
    return json.loads(line)


def quotes_in(value):
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= set(value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from quotes_in(part)


def test_the_object_fits_its_schema():
    jsonschema.validate(printed(), SCHEMA)


def test_an_article_without_anything_fits_the_schema_too():
    bare = code_reading(Article("a", "a.txt", ""), ())
    jsonschema.validate(printed(bare), SCHEMA)
    assert printed(bare)["article"]["published"] is None
    assert printed(bare)["engagements"] == []


def test_the_schema_lists_the_closed_sets_of_the_code():
    kinds = SCHEMA["$defs"]["engagement"]["properties"]
    assert set(kinds["kind"]["enum"]) == set(Kind)
    assert set(kinds["status"]["enum"]) == set(Status)
    assert set(SCHEMA["$defs"]["participant"]["properties"]["role"]["enum"]) == set(Role)
    assert set(SCHEMA["$defs"]["event"]["properties"]["event"]["enum"]) == set(plover_book().events)


def test_every_quote_is_the_text_at_its_place():
    found = list(quotes_in(printed()))
    assert len(found) > 20
    for quote in found:
        assert quote["quote"] == TEXT[quote["start"] : quote["end"]]


def test_article_fields():
    article = printed()["article"]
    assert (article["published"], article["published_from"]) == ("2024-04-02", "dateline")
    assert article["dateline"]["quote"] == "Oslo, 2 April 2024 (NPA):"
    assert article["source"] == "nordic.html"
    assert article["cut"] == [
        {"text": "Also Read: Minister Aalto in Lima", "reason": "teaser", "position": 3}
    ]


def test_a_visit_with_its_stops_and_days():
    visit = printed()["engagements"][0]
    assert (visit["date"]["start"], visit["date"]["end"]) == ("2024-04-02", "2024-04-04")
    assert [stop["city"] for stop in visit["stops"]] == ["Oslo", None]
    assert visit["stops"][1]["date"] is None
    event = visit["events"][0]
    assert (event["event"], event["mode"], event["cameo"], event["actor"]) == (
        "CONSULT",
        ["visit"],
        "042",
        [0],
    )


def test_office_is_a_plain_title_and_unknown_is_null():
    aalto, dahl = printed()["engagements"][1]["participants"]
    assert (aalto["office"], aalto["office_role"]) == ("Foreign Minister", "foreign-minister")
    assert (dahl["country"], dahl["role"], dahl["office_id"]) == ("NOR", "recipient", None)


def test_evidence_of_a_participant_is_given_once():
    assert len(printed()["engagements"][0]["participants"][0]["evidence"]) == 1


@pytest.mark.parametrize("field", ["content", "amount", "name", "attributed_to", "date", "purpose"])
def test_what_the_text_does_not_say_is_null(field):
    assert printed()["engagements"][1][field] is None


def test_codes_are_found_by_the_engagement_they_belong_to():
    (event,) = READING.events_of(MEETING)
    assert event.cameo == "042"
    assert READING.events_of(dataclasses.replace(MEETING, engagement_id="other")) == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_really_read_fits_the_contract(path):
    found = printed(read(read_page(path.read_bytes(), source=path.name)))
    jsonschema.validate(found, SCHEMA)
    text, ids = found["article"]["text"], {eng["engagement_id"] for eng in found["engagements"]}
    assert len(ids) == len(found["engagements"])
    assert {eng["part_of"] for eng in found["engagements"]} <= ids | {None}
    assert all(quote["quote"] == text[quote["start"] : quote["end"]] for quote in quotes_in(found))
