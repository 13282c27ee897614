"""Which side an actor stands on."""

from __future__ import annotations

from dragoman.engagements.candidates import Part, side_of
from dragoman.engagements.engagement import Kind, Role
from dragoman.mentions.mention import Actor, MentionKind
from parses import acts_in, document_of


def actor(kind: MentionKind, *, country: str | None = None, entity: str | None = None, **fields) -> Actor:
    return Actor(kind, "Vell", "Vell", entity, country, None, **fields)


def test_people_and_governments_stand_for_their_country():
    assert side_of(actor(MentionKind.PERSON, country="NOR")) == "NOR"
    assert side_of(actor(MentionKind.GOVERNMENT, country="NOR", entity="ctry:NOR")) == "NOR"


def test_organisations_and_armed_groups_stand_for_themselves():
    assert side_of(actor(MentionKind.ORGANIZATION, entity="org:nato")) == "org:nato"
    assert side_of(actor(MentionKind.ARMED_GROUP, country="LBN", entity="org:hezbollah")) == "org:hezbollah"


def test_an_official_of_an_organisation_stands_for_it():
    official = actor(MentionKind.PERSON, entity="per:vell", office_id="office:org:nato/secretary-general")
    assert side_of(official) == "org:nato"


def test_whose_country_is_unknown_is_a_side_of_its_own():
    vell, marr = actor(MentionKind.PERSON, entity="per:vell"), actor(MentionKind.PERSON, entity="per:marr")
    assert side_of(vell) != side_of(marr)


def test_third_parties_do_not_take_part():
    doc = document_of("France _ PROPN NNP 2 nsubj LOC\nmet meet VERB VBD 0 root\nIran _ PROPN NNP 2 obj LOC")
    (act,) = acts_in(doc)
    assert act.kind is Kind.MEETING
    absent = actor(MentionKind.GOVERNMENT, country="NOR", entity="ctry:NOR")
    act.parts.append(Part(Role.THIRD_PARTY, absent, act.parts[0].mention))
    assert act.sides == {"FRA", "IRN"}
    assert [part.actor for part in act.of(Role.THIRD_PARTY)] == [absent]
