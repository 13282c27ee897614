"""What the network adds: acts in words no entry of the lexicon fits, by the same floor as the rules'."""

from dataclasses import replace

import pytest

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Engagement, Kind, Role
from dragoman.engagements.finding import read_document
from dragoman.engagements.learned import RULE
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from parses import knowledge
from readings import article_of, engagements_of


def learned(engagements: tuple[Engagement, ...]) -> list[Engagement]:
    return [eng for eng in engagements if any(evidence.rule == RULE for evidence in eng.trigger)]


def countries(eng: Engagement) -> set[str]:
    return {part.country.value for part in eng.participants if part.country is not None}


def test_what_a_rule_reads_stays_the_rules() -> None:
    (eng,) = engagements_of("Norway accused Russia of jamming the signals of its aircraft.")
    assert (eng.kind, learned((eng,))) == (Kind.ACCUSATION, [])


def test_two_sides_are_asked_of_the_network_too() -> None:
    for text in (
        "Norway's parliament sat late over the budget, and the finance minister accused the opposition of delay.",
        "Analysts say the drought has shaken the coffee trade between Brazil and Vietnam.",
    ):
        assert engagements_of(text) == ()


def test_a_document_tagged_by_others_is_read_by_rules_alone() -> None:
    doc = open_tagger().tag(segment(article_of("Norway accused Russia of jamming.")))
    bare = replace(doc, sentences=tuple(replace(sentence, states=None) for sentence in doc.sentences))
    (eng,) = read_document(bare, knowledge())
    assert countries(eng) == {"NOR", "RUS"}


def test_the_network_adds_nobody_to_what_a_rule_found_in_the_sentence() -> None:
    (eng,) = engagements_of(
        "Finnish President Alexander Stubb and Indian Prime Minister Narendra Modi spoke by telephone on Monday, their "
        "first known conversation since Russian troops massed at the border."
    )
    assert (eng.kind, countries(eng)) == (Kind.CALL, {"FIN", "IND"})


@pytest.mark.parametrize(("belief", "main"), [(0.2, False), (0.6, True)])
def test_what_the_network_is_not_convinced_of_is_no_main_engagement(
    monkeypatch: pytest.MonkeyPatch, belief: float, main: bool
) -> None:
    monkeypatch.setattr("dragoman.engagements.learned._belief", lambda candidate, view: belief)
    (eng,) = engagements_of("Norway accused Russia of jamming the signals of its aircraft.")
    assert eng.main is main


@pytest.mark.parametrize(("proof", "main"), [(0.5, False), (0.7, True)])
def test_words_that_prove_little_make_no_main_engagement(
    monkeypatch: pytest.MonkeyPatch, proof: float, main: bool
) -> None:
    def weigh(candidate: Candidate, view: object) -> float:
        candidate.weight = proof
        return 1.0

    monkeypatch.setattr("dragoman.engagements.learned._belief", weigh)
    (eng,) = engagements_of("Norway accused Russia of jamming the signals of its aircraft.")
    assert eng.main is main


def test_who_is_brought_together_takes_part_alike() -> None:
    told = engagements_of("Venezuela accused Guyana of aggression on Tuesday. Mexico offered to mediate.")
    (mediation,) = [eng for eng in told if eng.kind is Kind.MEDIATION]
    assert {part.role for part in mediation.participants} == {Role.PARTICIPANT, Role.MEDIATOR}
