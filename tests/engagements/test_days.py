"""Which day of a sentence is an act's, read from whole sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge
from readings import engagements_of

FRIDAY = dt.date(2024, 5, 17)


def told_in(text: str, kind: Kind) -> list[Engagement]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=FRIDAY)
    return [eng for eng in read(article, shipped_knowledge()).engagements if eng.kind is kind]


def days_in(text: str, kind: Kind) -> list[str | None]:
    return [
        "/".join(dict.fromkeys(eng.date.value.iso())) if eng.date is not None else None
        for eng in told_in(text, kind)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            (
                "Lithuania has terminated its border agreement with Belarus, Foreign Minister Gabrielius Landsbergis "
                "announced late on Thursday."
            ),
            Kind.SANCTION,
            "2024-05-16",
        ),
        (
            (
                "Chad will issue no more visas to citizens of the United States, President Mahamat Idriss Déby said "
                "on Thursday."
            ),
            Kind.SANCTION,
            "2024-05-16",
        ),
        (
            "On Tuesday Ecuador took the unusual step of expelling two Peruvian diplomats.",
            Kind.EXPULSION,
            "2024-05-14",
        ),
        (
            (
                "Finnish Foreign Minister Elina Valtonen left Vilnius on Friday after two days of talks with Gabrielius "
                "Landsbergis."
            ),
            Kind.MEETING,
            "2024-05-16/2024-05-17",
        ),
    ],
)
def test_the_day_told_beside_an_act(text: str, kind: Kind, day: str):
    assert days_in(text, kind) == [day]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Japan will give Ukraine $100 million for demining, Foreign Minister Yoko Kamikawa announced on Tuesday.",
            Kind.AID,
            "2024-05-14",
        ),
        (
            "Talks between Venezuela and Guyana over Essequibo, held in Brasilia on Tuesday, ended without a deal.",
            Kind.MEETING,
            "2024-05-14",
        ),
        (
            "Iran, blaming Israel for Monday's strike on its consulate in Damascus, vowed revenge on Tuesday.",
            Kind.ACCUSATION,
            "2024-05-14",
        ),
        (
            "Hungary's Viktor Orban is due to travel to Beijing on Sunday for talks with President Xi Jinping.",
            Kind.MEETING,
            "2024-05-19",
        ),
    ],
)
def test_the_day_of_what_stands_below_a_dated_verb(text: str, kind: Kind, day: str):
    assert days_in(text, kind) == [day]


def test_a_summons_announced_is_done():
    text = "The Polish foreign ministry said on Monday it had summoned the Russian ambassador over a missile."
    assert days_in(text, Kind.ACCUSATION) == ["2024-05-13"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Russia's envoy in Warsaw was called in for a reprimand set for Monday, the Polish ministry said.",
            Kind.ACCUSATION,
            "2024-05-20",
        ),
        (
            "Talks between Thailand and Vietnam, due last year, will be held on Monday in Hanoi.",
            Kind.MEETING,
            "2024-05-20",
        ),
    ],
)
def test_what_is_due_lies_ahead(text: str, kind: Kind, day: str):
    assert day in days_in(text, kind)


def test_a_proposal_looks_ahead():
    text = "South Africa has invited Zimbabwe's President Emmerson Mnangagwa to Pretoria for talks on 28 May."
    assert days_in(text, Kind.VISIT) == ["2024-05-28"]


def test_a_day_after_something_else():
    text = (
        "All Iranian diplomats were ordered to leave the country, Foreign Secretary David Cameron told the House of "
        "Commons on Wednesday, a day after Iran expelled the British ambassador."
    )
    assert days_in(text, Kind.EXPULSION) == ["2024-05-15", "2024-05-14"]


def test_the_day_of_saying_is_not_that_of_a_visit_to_come():
    text = "Foreign Minister Elina Valtonen will visit Latvia, the Finnish foreign ministry said on Thursday."
    assert days_in(text, Kind.VISIT) == [None]


def test_hours_later_is_on_the_day_told_before_though_a_deadline_follows():
    text = (
        "Ghana expelled two Togolese envoys on Monday. Hours later Togo told six Ghanaian diplomats to leave by "
        "Saturday night."
    )
    assert days_in(text, Kind.EXPULSION) == ["2024-05-13", "2024-05-13"]


def test_the_year_in_which_a_case_began_is_no_day_of_the_act():
    text = (
        "Canada sanctioned three Russian banks on Monday. Within the hour Moscow barred ten Canadian officials over a "
        "case that began in 2007."
    )
    assert days_in(text, Kind.SANCTION) == ["2024-05-13", "2024-05-13"]


def test_a_statement_has_the_day_it_was_made_on_rather_than_that_of_the_page():
    text = (
        "The following statement was issued by Prime Minister Sitiveni Rabuka in Suva on 15 May.\n\n"
        "Fiji condemns the launch of a ballistic missile by North Korea last Thursday."
    )
    assert days_in(text, Kind.ACCUSATION) == ["2024-05-15"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey on May 9 threatened to close its border with Iraq.", Kind.THREAT),
        ("French President Emmanuel Macron on May 9 promised to give Chad 20 million euros.", Kind.AID),
        (
            "Kenyan Foreign Minister Musalia Mudavadi on May 9 pledged to send 300 tonnes of maize to Haiti.",
            Kind.AID,
        ),
        ("The European Union on May 9 agreed to impose sanctions on Belarus.", Kind.SANCTION),
    ],
)
def test_a_day_between_who_acts_and_the_verb_is_that_of_what_hangs_below_it(text, kind):
    assert days_in(text, kind) == ["2024-05-09"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            (
                "Prime Minister Fumio Kishida will visit Fiji next week.\n\nKishida will visit Fiji on 21 and 22 May, his "
                "office said."
            ),
            Kind.VISIT,
            "2024-05-21/2024-05-22",
        ),
        (
            (
                "Estonia and Latvia signed a treaty on railways in May.\n\nThe treaty was signed by Estonia and Latvia in "
                "Riga on Tuesday."
            ),
            Kind.AGREEMENT,
            "2024-05-14",
        ),
    ],
)
def test_days_that_lie_in_the_week_or_month_told_first_are_the_finer_ones(text, kind, day):
    assert days_in(text, kind) == [day]


def test_days_of_a_stay_are_not_those_of_the_next_one():
    text = "Fijian Prime Minister Sitiveni Rabuka visited Tonga on 7 and 8 May before travelling to Samoa."
    assert days_in(text, Kind.VISIT) == ["2024-05-07/2024-05-08", None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Guyana's President Irfaan Ali condemned Venezuela's map of the border, his spokesman said on Monday.",
            Kind.ACCUSATION,
        ),
        (
            "“We call on Israel to halt the demolitions,” Norway's foreign ministry said on Monday.",
            Kind.DEMAND,
        ),
    ],
)
def test_words_have_the_day_on_which_they_are_said(text, kind):
    assert days_in(text, kind) == ["2024-05-13"]


@pytest.mark.parametrize(
    "behind",
    [
        "It accused Belarus of sending them.",
        "Later, Lithuania accused Belarus of sending them.",
        "In his nightly address, Lithuanian President Gitanas Nausėda accused Belarus of sending them.",
    ],
)
def test_what_a_side_says_right_after_it_has_acted_is_of_the_same_day(behind):
    text = f"Lithuania expelled two diplomats of Belarus on Monday.\n\n{behind}"
    assert days_in(text, Kind.ACCUSATION) == ["2024-05-13"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Ukraine agreed to a 30-day ceasefire proposed by the United States after talks in Jeddah on Tuesday.",
            Kind.AGREEMENT,
            "2024-05-14",
        ),
        (
            "Norwegian Foreign Minister Espen Barth Eide met Evika Siliņa in Riga on 12/05/2024.",
            Kind.MEETING,
            "2024-05-12",
        ),
        (
            "President Lula da Silva has turned down an invitation by Vladimir Putin, his office said on Monday.",
            Kind.OTHER,
            "2024-05-13",
        ),
        (
            "The foreign ministers of the G7 began a three-day meeting in Charlevoix, Canada, on Wednesday.",
            Kind.CONFERENCE,
            "2024-05-15/2024-05-17",
        ),
    ],
)
def test_the_day_is_that_of_the_words_it_stands_behind(text, kind, day):
    assert days_in(text, kind) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 March: North Korean leader Kim Jong Un visits Beijing.", "2018-03-25"),
        ("On 12 June North Korean leader Kim Jong Un travels to Beijing.", "2018-06-12"),
    ],
)
def test_a_day_by_name_beside_the_present_is_the_nearest(text, day):
    (visit,) = engagements_of(text, day=dt.date(2018, 6, 3))
    assert visit.date is not None and visit.date.value.iso() == (day, day)
