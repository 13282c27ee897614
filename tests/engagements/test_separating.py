"""One sentence that tells several contacts."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.engagements.separating import split_encounters
from dragoman.language.packs import DEFAULT_PACK
from parses import document_of, told_in
from readings import cast, engagements_of, of_kind

MET_TWO = """
    Macron    _          PROPN NNP 2 nsubj PER
    met       meet       VERB  VBD 0 root
    Norwegian norwegian  ADJ   JJ  5 amod NORP
    Prime     _          ADJ   NNP 5 amod OFFICE
    Minister  _          PROPN NNP 6 nmod:desc OFFICE
    Anna      _          PROPN NNP 2 obj PER
    Vell      _          PROPN NNP 6 flat PER
    and       _          CCONJ CC  12 cc
    Swedish   swedish    ADJ   JJ  11 amod NORP
    Prime     _          ADJ   NNP 11 amod OFFICE
    Minister  _          PROPN NNP 12 nmod:desc OFFICE
    Karl      _          PROPN NNP 6 conj PER
    Marr      _          PROPN NNP 12 flat PER
    {tail}
"""


def test_two_hosts_of_two_countries_are_two_meetings():
    acts = split_encounters(told_in(document_of(MET_TWO.format(tail=""))))
    assert [act.sides for act in acts] == [{"FRA", "NOR"}, {"FRA", "SWE"}]


def test_together_is_one_meeting():
    acts = split_encounters(told_in(document_of(MET_TWO.format(tail="together _ ADV RB 2 advmod"))))
    assert [act.sides for act in acts] == [{"FRA", "NOR", "SWE"}]


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    "text",
    [
        "met his colleagues from Indonesia and Moldova, Retno Marsudi and Mihai Popșoi respectively, on Tuesday.",
        "held bilateral talks with Retno Marsudi of Indonesia and Mihai Popșoi of Moldova on Tuesday.",
        "held talks with Retno Marsudi of Indonesia for an hour and Mihai Popșoi of Moldova for two hours.",
        "had discussions with Retno Marsudi of Indonesia and thereafter with Mihai Popșoi of Moldova.",
    ],
)
def test_what_is_told_of_each_is_a_meeting_of_its_own(text):
    meetings = of_kind(engagements_of(f"Norwegian Foreign Minister Espen Barth Eide {text}"), Kind.MEETING)
    assert [{country for _, _, country in cast(meeting)} for meeting in meetings] == [
        {"NOR", "IDN"},
        {"NOR", "MDA"},
    ]


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
def test_whom_one_hosts_come_together():
    text = "Greek Prime Minister Kyriakos Mitsotakis hosted Egypt's Abdel Fattah el-Sisi and Cyprus's Nikos Christodoulides."
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"GRC", "EGY", "CYP"}


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    "text",
    [
        "Indonesia's Retno Marsudi and Moldova's Mihai Popsoi met Espen Barth Eide of Norway separately in Oslo.",
        "Espen Barth Eide of Norway held separate talks with Indonesian and Moldovan officials in Oslo.",
        "Espen Barth Eide of Norway held talks with Indonesian and Moldovan officials separately in Oslo.",
    ],
)
def test_separately_tells_two_meetings(text):
    meetings = of_kind(engagements_of(text), Kind.MEETING)
    assert [{country for _, _, country in cast(meeting)} for meeting in meetings] == [
        {"NOR", "IDN"},
        {"NOR", "MDA"},
    ]


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
def test_separately_at_the_start_tells_of_another_matter():
    text = "Separately, Indonesia's Retno Marsudi and Moldova's Mihai Popsoi met Espen Barth Eide of Norway in Oslo."
    (meeting,) = of_kind(engagements_of(text), Kind.MEETING)
    assert {country for _, _, country in cast(meeting)} == {"NOR", "IDN", "MDA"}


@pytest.mark.skipif(not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet")
@pytest.mark.parametrize(
    "hosts",
    [
        "Swedish Prime Minister Ulf Kristersson and Anna Vell, the speaker of parliament,",
        "Prime Minister Ulf Kristersson, Speaker of the Parliament Anna Vell and Foreign Minister Tobias Billström",
    ],
)
def test_a_speaker_without_a_state_is_met_with_those_beside(hosts):
    (meeting,) = of_kind(engagements_of(f"Antony Blinken met {hosts} in Stockholm."), Kind.MEETING)
    assert {"Antony Blinken", "Ulf Kristersson", "Anna Vell"} <= {name for _, name, _ in cast(meeting)}
