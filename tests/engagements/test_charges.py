"""What somebody says of another side's deeds is a charge, wherever the verb of saying stands."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import engagements_of


def charges(text: str) -> list[tuple[str | None, str | None]]:
    """Who charges whom, by country."""
    found = []
    for eng in engagements_of(text):
        if eng.kind is Kind.ACCUSATION:
            sides = {part.role.value: part.country.value for part in eng.participants if part.country}
            found.append((sides.get("actor"), sides.get("recipient")))
    return found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Belgium, the ministry in Kigali said, had consistently undermined Rwanda.", ("RWA", "BEL")),
        ("According to Lebanon's army, Israel violated the truce a dozen times on Sunday.", ("LBN", "ISR")),
        ("According to Russia's envoy, it was Ukraine that had staged the killings.", ("RUS", "UKR")),
        ('"Egypt has sabotaged every round," Ethiopia\'s water minister wrote on X.', ("ETH", "EGY")),
        ("The raid amounted to a brazen violation of the accord by Pristina, Belgrade said.", ("SRB", "XKX")),
        ("Albania's premier said evidence showed that Iran had directed the hackers.", ("ALB", "IRN")),
        ("The truce had been broken by Thailand, Cambodia's army said.", ("KHM", "THA")),
        ("Responsibility for the crisis rests with Rwanda, Congo's president said.", ("COD", "RWA")),
        ("Noting that all the blame lies with Egypt, Ethiopia's envoy left the room.", ("ETH", "EGY")),
    ],
)
def test_charges_are_told_in_many_places(text, who):
    assert charges(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say Russia has violated the truce.",
        "France has violated the fishing pact in the past, a fisherman told the paper.",
        "Norway, the Danish minister said, had never violated the treaty.",
        "According to Estonia's minister, Latvia would support the plan.",
        "Moldova's minister said it had broken no rule.",
    ],
)
def test_nobody_is_charged_by_strangers_or_with_good_deeds(text):
    assert charges(text) == []


def test_a_shelling_reported_by_its_victim_is_told_once():
    found = engagements_of("Armenia's army said Azerbaijani units had opened fire on its posts near Sotk.")
    assert [eng.kind for eng in found] == [Kind.ATTACK]


@pytest.mark.parametrize(
    "text",
    [
        "Chinese Foreign Minister Wang Yi met ASEAN envoys. The summit will help to strengthen the ties, he added.",
        "Kenyan Minister Musalia Mudavadi met Ugandan envoys. The road will help both markets, he said.",
        "Peru's foreign minister met Chilean envoys. The bridge supports thousands of jobs, she said.",
    ],
)
def test_what_helps_is_no_charge(text):
    assert [eng for eng in engagements_of(text) if eng.kind == "accusation"] == []


def test_what_somebody_is_kept_from_doing_is_no_misdeed():
    assert (
        charges("Six Japanese have been banned from entering Russia, the Foreign Ministry in Moscow said.")
        == []
    )


def test_what_stands_beside_while_somebody_claims_a_share_is_no_charge():
    assert not engagements_of(
        "While Germany will claim its share of the fund, Poland is helping rebels in Belarus."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the responsibility for the search operation rests with Iceland.",
        "Malta said the responsibility for registering asylum seekers lies with Italy.",
        "Kenya said the blame for the drought lies with the weather and not with Ethiopia.",
    ],
)
def test_a_task_or_what_is_denied_is_no_guilt(text):
    assert charges(text) == []
