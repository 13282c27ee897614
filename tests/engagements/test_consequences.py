"""Threats told by what somebody says will follow."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Engagement, Kind
from readings import cast, engagements_of


def threats(text: str) -> list[Engagement]:
    return [eng for eng in engagements_of(text) if eng.kind is Kind.THREAT]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "If Syria failed to comply, the matter would go to the Security Council, John Kerry said.",
            ["USA", "SYR"],
        ),
        (
            "If Hungary vetoes the package, it will face consequences, President Maia Sandu said.",
            ["MDA", "HUN"],
        ),
        (
            "India would suspend the treaty unless Pakistan yielded, Subrahmanyam Jaishankar said.",
            ["IND", "PAK"],
        ),
        ("Washington is ready to respond if Iran goes on, Antony Blinken said.", ["USA", "IRN"]),
    ],
)
def test_what_will_follow_is_threatened(text, sides):
    (threat,) = threats(text)
    assert sorted(country for _, _, country in cast(threat)) == sorted(sides)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign minister, Espen Barth Eide, said the raids on Lebanon would not go unanswered.",
        "Iran's ambassador in Damascus said that Tehran's response to Israel would be decisive.",
        "Emmanuel Macron warned that any attack on French nationals in Niger would draw an immediate response.",
        "Australia will not hesitate to defend its ships against China, Richard Marles said.",
        "Dong Jun, China's defence minister, said whoever dared to separate Taiwan would be crushed.",
    ],
)
def test_a_response_is_threatened_to_whomever(text):
    assert len(threats(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Finland will take part in the exercise if Sweden does.",
        "President Prabowo said Indonesia would send aid to Gaza if Israel agreed.",
        "The European Union said it would lift the sanctions if Iran complied with the agreement.",
        "Emmanuel Macron said that Russia would attack Moldova if Ukraine fell.",
        "Germany will not hesitate to help Ukraine, Chancellor Olaf Scholz said.",
    ],
)
def test_offers_and_forecasts_are_no_threats(text):
    assert threats(text) == []
