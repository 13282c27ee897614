"""Who does what a participle or infinitive below a noun tells."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, of_kind


def sides(text: str, kind: Kind) -> list[list[str]]:
    """The countries of each act of a kind, those that act first."""
    found = of_kind(engagements_of(text), kind)
    return [[place for _, _, place in sorted(cast(eng), key=lambda part: part[0])] for eng in found]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "President Gabriel Boric signed a decree banning imports from Israel.",
            Kind.SANCTION,
            ["CHL", "ISR"],
        ),
        (
            "The Dutch parliament passed a motion calling on Iran to free the crew.",
            Kind.DEMAND,
            ["NLD", "IRN"],
        ),
        (
            "Kenya's foreign ministry issued a statement accusing Uganda of smuggling.",
            Kind.ACCUSATION,
            ["KEN", "UGA"],
        ),
        (
            "A law lifting the tariffs on Moldovan wine was signed by President Andrzej Duda.",
            Kind.CONCESSION,
            ["POL", "MDA"],
        ),
    ],
)
def test_who_signs_or_passes_a_text_does_what_it_says(text, kind, parties):
    assert sides(text, kind) == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Jamaica became the 141st country to recognise Palestine as a state.",
        "Jamaica is the latest state to recognise Palestine as a country.",
    ],
)
def test_who_becomes_the_next_to_do_it_has_done_it(text):
    (eng,) = of_kind(engagements_of(text), Kind.OTHER)
    assert {place for _, _, place in cast(eng)} == {"JAM", "PSE"}
    assert eng.status.value == "completed"


def test_an_accepted_invitation_is_travelled_on_by_who_accepts_it():
    (eng,) = engagements_of("President William Ruto accepted an invitation to visit Oman.")
    assert (eng.kind, [place for _, _, place in cast(eng)]) == (Kind.VISIT, ["KEN", "OMN"])


def test_whose_offer_or_decision_it_is_does_it():
    (eng,) = engagements_of("Brazil's offer to mediate between Venezuela and Guyana was accepted.")
    assert ("mediator", "BRA") in {(role, place) for role, _, place in cast(eng)}
