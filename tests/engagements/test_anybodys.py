"""Titles that clubs, universities and firms have as well make nobody a side."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Somali Football Federation, Abdi Said, met with the body's president, Gianni Infante.",
        "Rao Menon, vice chancellor of Ashgrove, signed a memorandum of understanding with Jean Mavou, chancellor of Libre.",
    ],
)
def test_they_do_not_deal_for_states(text):
    assert not engagements_of(text)


def test_rivals_of_one_country_stay_of_one_country():
    article = article_of("Joe Biden accused Donald Trump of lying.", day=dt.date(2020, 9, 4))
    assert not engagements_in(article)


def test_an_office_abroad_is_still_read():
    (call,) = engagements_of("Joe Biden spoke by telephone with Mexico's president on Monday.")
    assert "MEX" in {country for _, _, country in cast(call)}
