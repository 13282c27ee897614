"""The verb that an event noun leans on."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Status
from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of, only

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Russia has declared two employees of the Estonian embassy persona non grata as a retaliatory measure.",
        "Moscow declared a Danish attaché persona non grata as a countermeasure.",
    ],
)
def test_an_expulsion_as_a_measure_is_no_sanction_besides(text):
    assert [eng.kind for eng in engagements_of(text)] == ["expulsion"]


@pytest.mark.parametrize(
    "text",
    [
        "The accord follows talks on Friday between Nikol Pashinyan of Armenia and Ilham Aliyev of Azerbaijan.",
        "The emir's tour follows a visit to Doha on Friday by Kuwait's foreign minister, Abdullah al-Yahya.",
    ],
)
def test_what_is_followed_has_been(text):
    eng = only(text)  # on the Wednesday after
    assert eng.status is Status.COMPLETED
    assert eng.date is not None and eng.date.value.iso() == ("2024-03-29", "2024-03-29")


def test_what_is_to_be_followed_may_be_ahead():
    text = "The NATO summit will follow a meeting between Petr Fiala and Robert Fico on 5 May."
    meeting = only(text)
    assert (meeting.status, meeting.historical) == (Status.PLANNED, False)
    assert meeting.date is not None and meeting.date.value.iso() == ("2024-05-05", "2024-05-05")
