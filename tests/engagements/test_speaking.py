"""Who speaks where the verb of speech has nobody of its own who could."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def sides(text: str, kind: Kind) -> list[list[tuple[str, str | None]]]:
    return [
        [(role, country) for role, _, country in cast(eng)] for eng in of_kind(engagements_of(text), kind)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "acting", "facing"),
    [
        (
            "French Foreign Minister Jean-Noël Barrot said strikes on hospitals were illegal and urged Israel to stop.",
            Kind.DEMAND,
            "FRA",
            "ISR",
        ),
        (
            "Finnish President Alexander Stubb told reporters that it was too late and thanked Poland for its help.",
            Kind.STATEMENT,
            "FIN",
            "POL",
        ),
        ("The Hungarian ambassador was told that the remark was unacceptable, Ukraine's foreign ministry said.",
         Kind.ACCUSATION, "UKR", "HUN"),
    ],
)  # fmt: skip
def test_who_reports_it_says_it(text, kind, acting, facing):
    assert [("actor", acting), ("recipient", facing)] in sides(text, kind)


def test_nobody_calls_on_themselves():
    text = (
        "Prime Minister Ulf Kristersson of Sweden said Russia was waging a hybrid war in the Baltic Sea and called "
        "on it to stop."
    )
    assert sides(text, Kind.DEMAND) == [[("actor", "SWE"), ("recipient", "RUS")]]


def test_who_travels_to_urge_somebody_has_not_urged_yet():
    text = "German Chancellor Friedrich Merz will travel to Ankara on Monday to press Turkey to free the journalist."
    assert sides(text, Kind.DEMAND) == []


@pytest.mark.parametrize(
    ("text", "kind", "acting", "facing"),
    [
        ("The Polish foreign ministry published a statement condemning Belarus.", Kind.ACCUSATION, "POL", "BLR"),
        ("In a letter urging Kenya to act, Somali foreign minister Ahmed Fiqi described the drought.", Kind.DEMAND,
         "SOM", "KEN"),
        ("Peruvian president Dina Boluarte ordered the army to halt intelligence sharing with Chile.", Kind.SANCTION,
         "PER", "CHL"),
    ],
)  # fmt: skip
def test_whose_words_and_whose_orders(text, kind, acting, facing):
    assert [("actor", acting), ("recipient", facing)] in sides(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The Austrian firm asked Hungary for secrecy, but the commissioner stated the purchase violated no law.",
        "Hungary spent a hundredth of its income on arms; NATO guidelines call for twice as much.",
        "Kenya sent a reply to Uganda, and the editor claimed the envoys had broken the rules.",
    ],
)
def test_what_somebody_else_says_is_not_laid_in_the_mouth_of_the_state_before(text):
    assert [eng for eng in engagements_of(text) if eng.kind in {Kind.ACCUSATION, Kind.DEMAND}] == []
