"""Officials without a country are those of the dateline."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dragoman.citation import Span
from dragoman.language.packs import DEFAULT_PACK
from dragoman.pages.article import Dateline
from readings import article_of, cast, engagements_in

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

TEXT = "{place}: Foreign Minister Tarik Vellmar met Polish Prime Minister Donald Tusk on Tuesday."


def countries(place: str, text: str = TEXT) -> list[tuple[str, str | None]]:
    article = article_of(text.format(place=place))
    dateline = Dateline(Span(0, len(place) + 1), place, dt.date(2024, 4, 3), None)
    told = engagements_in(dataclasses.replace(article, dateline=dateline))
    return [(name, country) for eng in told for _, name, country in cast(eng)]


def test_a_minister_without_a_country_is_at_home():
    assert countries("Nairobi") == [("Tarik Vellmar", "KEN"), ("Donald Tusk", "POL")]


def test_where_all_speak_nobody_is_at_home():
    assert ("Tarik Vellmar", None) in countries("Geneva")


def test_whose_country_is_told_keeps_it():
    assert ("Tarik Vellmar", "UGA") in countries("Nairobi", TEXT.replace("Foreign", "Ugandan Foreign"))


def test_a_person_without_an_office_has_no_home():
    assert "KEN" not in {
        country for _, country in countries("Nairobi", TEXT.replace("Foreign Minister ", "Mr "))
    }
