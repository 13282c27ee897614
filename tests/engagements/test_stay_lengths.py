"""The days of a visit of which one day and the length are told."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.pages import read_page
from dragoman.pipeline import read, shipped_knowledge

THURSDAY = dt.date(2024, 6, 13)


def days_of_visit(text: str) -> list[tuple[str, str] | None]:
    article = read_page(f"News of the day\n\n{text}\n", source="page.txt", published=THURSDAY)
    found = read(article, shipped_knowledge()).engagements
    return [eng.date.value.iso() if eng.date else None for eng in found if eng.kind is Kind.VISIT]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Vietnamese President To Lam will pay a three-day state visit to China from Monday.",
            ("2024-06-17", "2024-06-19"),
        ),
        (
            (
                "On the first day of a two-day visit to Cairo, Jordan's King Abdullah met President Abdel Fattah al-Sisi on "
                "Wednesday."
            ),
            ("2024-06-12", "2024-06-13"),
        ),
        (
            (
                "On the last day of his three-day visit to Berlin, Kazakhstan's president Kassym-Jomart Tokayev met "
                "Chancellor Olaf Scholz on Wednesday."
            ),
            ("2024-06-10", "2024-06-12"),
        ),
        (
            "Ethiopian Prime Minister Abiy Ahmed has been in Seoul since Tuesday on a three-day visit.",
            ("2024-06-11", "2024-06-13"),
        ),
        (
            "Polish Foreign Minister Radosław Sikorski left Riga on Wednesday after a two-day visit.",
            ("2024-06-11", "2024-06-12"),
        ),
        (
            "Danish Prime Minister Mette Frederiksen wrapped up a three-day visit to Nuuk and Reykjavik on Wednesday.",
            ("2024-06-10", "2024-06-12"),
        ),
        (
            "Kenyan President William Ruto concluded on Tuesday a two-day official visit to Uganda.",
            ("2024-06-10", "2024-06-11"),
        ),
        (
            "Polish Foreign Minister Radosław Sikorski arrived in Riga on Wednesday for a two-day visit.",
            ("2024-06-12", "2024-06-13"),
        ),
        (
            "Polish Foreign Minister Radosław Sikorski will travel to Riga on Monday for a two-day visit.",
            ("2024-06-17", "2024-06-18"),
        ),
        (
            "Kenyan President William Ruto flies in to Kampala on Friday for two days.",
            ("2024-06-14", "2024-06-15"),
        ),
        (
            "Vietnamese President To Lam will arrive in Beijing on Sunday and leave on Tuesday.",
            ("2024-06-16", "2024-06-18"),
        ),
        (
            (
                "Norwegian Foreign Minister Espen Barth Eide, who is in Tallinn for a one-day visit, met Prime Minister "
                "Kaja Kallas on Wednesday."
            ),
            ("2024-06-12", "2024-06-12"),
        ),
        (
            (
                "Danish Prime Minister Mette Frederiksen, who is on a two-day visit to Iceland, met President Guðni "
                "Jóhannesson on Thursday. Frederiksen arrived in Reykjavik on Wednesday."
            ),
            ("2024-06-12", "2024-06-13"),
        ),
        (
            "Prime Minister Narendra Modi is in Mauritius on a two-day visit that began on Wednesday.",
            ("2024-06-12", "2024-06-13"),
        ),
        (
            "Chancellor Olaf Scholz returned to Berlin on Wednesday after a three-day visit to Kazakhstan.",
            ("2024-06-10", "2024-06-12"),
        ),
    ],
)
def test_days_before_the_last_and_after_the_first(text: str, days: tuple[str, str]):
    assert days_of_visit(text)[0] == days


@pytest.mark.parametrize(
    "text",
    [
        "Polish Foreign Minister Radosław Sikorski left Riga on Wednesday.",
        "Polish Foreign Minister Radosław Sikorski left Riga on Wednesday, two days after a visit to Oslo.",
        "Polish Foreign Minister Radosław Sikorski will meet Evika Siliņa on Wednesday during a two-day visit to Latvia.",
    ],
)
def test_the_day_of_leaving_alone_tells_no_days(text: str):
    assert ("2024-06-12", "2024-06-12") not in days_of_visit(text)
