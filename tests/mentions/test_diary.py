"""Pages that list somebody's doings line by line."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind, Status
from dragoman.language.packs import DEFAULT_PACK
from dragoman.mentions.diary import is_title
from readings import cast, engagements_of

packed = pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")


@pytest.mark.parametrize(
    "line",
    [
        "Agenda of the Minister of Foreign Affairs, 14–18 October",
        "Weekly schedule of President Vell",
        "The minister's agenda",
        "The week ahead",
        "Foreign minister's trip to Africa: programme",
    ],
)
def test_titles_of_diaries(line):
    assert is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "Iran's nuclear programme",
        "Programme to fight malaria signed",
        "Agenda for change",
        "A busy agenda of reforms",
        "Weekly briefing",
    ],
)
def test_titles_of_other_pages(line):
    assert not is_title(line)


AGENDA = (
    "Tuesday, 9 April",
    "Oslo",
    "10:00 Receives the Foreign Minister of Estonia, Margus Tsahkna.",
    "15:30 Telephone conversation with the Foreign Minister of Singapore, Vivian Balakrishnan.",
    "Wednesday, 10 April",
    "Official visit to Armenia",
    "12:00 Meeting with Foreign Minister Ararat Mirzoyan, Yerevan.",
)


@packed
def test_lines_without_a_subject_are_whose_diary_it_is():
    found = engagements_of(*AGENDA, headline="Agenda of Foreign Minister Espen Barth Eide", day="2024-04-05")
    assert all(eng.status == Status.PLANNED for eng in found)
    assert all("Espen Barth Eide" in {name for _, name, _ in cast(eng)} for eng in found)
    told = [(eng.kind, eng.date.value.start.day if eng.date else None) for eng in found]
    assert told == [(Kind.MEETING, 9), (Kind.CALL, 9), (Kind.VISIT, 10), (Kind.MEETING, 10)]
    assert found[0].place is not None
    assert found[0].place.value.city == "Oslo"


@packed
def test_the_same_lines_under_another_headline_are_nobodys():
    assert engagements_of(*AGENDA, headline="Ferry timetable for the fjord", day="2024-04-05") == ()


@packed
def test_a_line_with_a_name_before_its_colon_is_about_that_person():
    text = "Norwegian State Secretary Andreas Kravik: consultations with Kazakhstan's foreign minister, Murat Nurtleu."
    found = engagements_of(
        *AGENDA, text, headline="Agenda of Foreign Minister Espen Barth Eide", day="2024-04-05"
    )
    assert {name for _, name, _ in cast(found[-1])} == {"Andreas Kravik", "Murat Nurtleu"}


@packed
def test_before_a_colon_elsewhere_stands_who_speaks():
    assert (
        engagements_of("Polish Prime Minister Donald Tusk: talks with President Vladimir Putin in vain.")
        == ()
    )
