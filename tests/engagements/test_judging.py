"""Verdicts and feelings: what is called what, and how somebody takes it."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)

BARRED = "Canada on Thursday expelled two Indian diplomats."


def words_of(answer: str) -> list[tuple[Kind, list[tuple[str, str | None]]]]:
    acts = engagements_of(BARRED, answer)
    spoken = (Kind.STATEMENT, Kind.ACCUSATION, Kind.DEMAND)
    return [(e.kind, [(role, land) for role, _, land in cast(e)]) for e in acts if e.kind in spoken]


INDIA = [("actor", "IND"), ("recipient", "CAN")]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("New Delhi said the decision was illegal.", Kind.ACCUSATION),
        ("India called the expulsion an act of blackmail.", Kind.ACCUSATION),
        ("India's foreign ministry described it as unacceptable.", Kind.ACCUSATION),
        ("India said it was disappointed.", Kind.STATEMENT),
        ("India regretted the step.", Kind.STATEMENT),
        ("India called the move a mistake.", Kind.STATEMENT),
    ],
)
def test_verdicts_on_what_was_done_are_for_who_did_it(answer, kind):
    assert words_of(answer) == [(kind, INDIA)]


@pytest.mark.parametrize(
    "answer",
    [
        "India said the decision was not illegal.",
        "India said the winter was unacceptable to farmers' cattle.",
        "India said it was ready.",
        "India condemns terrorism in all its forms.",
    ],
)
def test_other_words_are_no_verdict_on_it(answer):
    assert words_of(answer) == []


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's president said Russia was trying to provoke a war in the region.",
        "Seoul said North Korean soldiers had crossed the demarcation line on Tuesday and fired warning shots.",
        "Manila said China had rammed a supply boat near the shoal.",
        "Caracas described the flight as an act of aggression by Guyana.",
    ],
)
def test_misdeeds_told_of_another_side_are_charges(text):
    (eng,) = [eng for eng in engagements_of(text) if eng.kind is Kind.ACCUSATION]
    assert [role for role, _, _ in cast(eng)] == ["actor", "recipient"]


@pytest.mark.parametrize(
    "text",
    ["Norway said Sweden was trying to end the war.", "Norway said Sweden had sent soldiers to the parade."],
)
def test_good_deeds_told_of_another_side_are_none(text):
    assert [eng.kind for eng in engagements_of(text) if eng.kind is Kind.ACCUSATION] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian ministry said Sweden was a superb partner in the fight against transnational crime.",
        "Ankara said Qatar was a leader in the campaign against torture.",
        "Seoul said Japan was a partner in the struggle against aggression.",
    ],
)
def test_what_is_fought_against_is_no_verdict(text):
    assert [eng.kind for eng in engagements_of(text) if eng.kind is Kind.ACCUSATION] == []


def test_a_tribute_to_the_living_stays_one_wherever_else_a_monument_is_told_of():
    (eng,) = engagements_of("Latvia paid tribute to Poland on Monday as workers removed a monument in Riga.")
    assert (eng.kind, [land for _, _, land in cast(eng)]) == (Kind.STATEMENT, ["LVA", "POL"])
    assert not engagements_of("The Latvian delegation paid tribute to President Lech Kaczynski at his tomb.")


def test_whom_a_fight_against_a_state_is_laid_to_is_accused():
    (charge,) = engagements_of("Armenia said Turkey was an accomplice in the fight against Armenia.")
    assert charge.kind is Kind.ACCUSATION
