"""From engagements to PLOVER and CAMEO: event, mode, scores and direction."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.ontology.codebook import cameo_book, plover_book
from dragoman.ontology.coding import code_engagement
from samples import CALLED_OFF, DEMAND, MEETING, PAGE, THANKS, VISIT, Page, engagement, party

MODES = {
    Kind.STATEMENT: "thank praise support congratulate condole welcome "
    "refuse deny warn express discuss comment",
    Kind.DEMAND: "urge call_on demand ask_release ask_meet ask_aid ask_ceasefire",
    Kind.ACCUSATION: "condemn accuse blame summon investigate",
    Kind.THREAT: "sanction force relations expel unspecified",
    Kind.AGREEMENT: "sign reach ratify intend ceasefire exchange normalize",
    Kind.AID: "economic military humanitarian asylum unspecified",
    Kind.SANCTION: "impose visa_ban asset_freeze export_ban suspend_aid suspend_cooperation "
    "recall_ambassador downgrade tariff close_border",
    Kind.CONCESSION: "release lift withdraw ceasefire apologise access return",
    Kind.ATTACK: "aerial explosives drone heavy_weapons abduct firearms unspecified",
    Kind.MEDIATION: "broker host carry",
    Kind.OTHER: "recognise appoint invite boycott withdraw_invitation letter evacuate decline consult negotiate",
}
NEUTRAL = {
    (Kind.STATEMENT, "express"),
    (Kind.STATEMENT, "comment"),
    (Kind.STATEMENT, None),
    (Kind.OTHER, None),
}
CASES = [(kind, mode) for kind in Kind for mode in [*MODES.get(kind, "").split(), None]]

FINLAND = party(Role.ACTOR, "Finland", "FIN")
NORWAY = party(Role.RECIPIENT, "Norway", "NOR")


def coded(eng):
    (event,) = code_engagement(eng)
    return event


def codes(eng):
    event = coded(eng)
    return event.event, event.mode, event.cameo


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "mode"), CASES)
def test_every_kind_and_hint_has_codes_that_the_codebooks_know(kind, mode, status):
    events = code_engagement(engagement(kind, FINLAND, NORWAY, mode=mode, status=status))
    assert bool(events) is ((kind, mode) not in NEUTRAL)
    for event in events:
        own = [name for name in event.mode if name not in plover_book().auxiliary_modes]
        assert own == [name for name in own if name in plover_book().modes[event.event]]
        assert len(own) <= 1
        assert event.cameo in cameo_book().codes
        assert set(event.actor).isdisjoint(event.recipient)
        assert -10 <= event.event_scale <= 10


def test_visitor_acts_and_host_receives():
    eng = engagement(Kind.VISIT, FINLAND, NORWAY)
    assert codes(eng) == ("CONSULT", ("visit",), "042")
    assert (coded(eng).actor, coded(eng).recipient) == ((0,), (1,))
    assert (coded(eng).quad_code, coded(eng).event_scale, coded(eng).goldstein) == (1, 4.0, 1.9)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.PROPOSED])
def test_what_is_still_to_come_is_a_promise(status):
    visit = engagement(Kind.VISIT, FINLAND, NORWAY, status=status)
    assert codes(visit) == ("AGREE", ("future",), "036")
    assert codes(engagement(Kind.CALL, FINLAND, NORWAY, status=status)) == ("AGREE", ("future",), "036")
    aid = engagement(Kind.AID, FINLAND, NORWAY, mode="military", status=status)
    assert codes(aid) == ("AGREE", ("future",), "0332")
    release = engagement(Kind.CONCESSION, FINLAND, NORWAY, mode="release", status=status)
    assert codes(release) == ("CONCEDE", ("future",), "0353")
    sanction = engagement(Kind.SANCTION, FINLAND, NORWAY, mode="impose", status=status)
    assert codes(sanction) == ("SANCTION", ("discontinue", "future"), "163")


def test_side_at_home_hosts_a_meeting():
    event = coded(MEETING)
    assert (event.event, event.mode, event.cameo) == ("CONSULT", ("visit",), "042")
    assert (event.actor, event.recipient) == ((0,), (1,))
    hosted = dataclasses.replace(MEETING, participants=MEETING.participants[::-1])
    assert (coded(hosted).actor, coded(hosted).recipient) == ((1,), (0,))


@pytest.mark.parametrize(
    ("others", "place", "mode", "cameo"),
    [
        ([("Norway", "NOR")], None, (), "040"),
        ([("Norway", "NOR")], "CHE", ("third-party",), "044"),
        ([("Norway", "NOR"), ("Iceland", "ISL")], "CHE", ("third-party",), "044"),
        ([("Norway", "NOR"), ("Iceland", "ISL")], None, ("multilateral",), "040"),
        ([("NATO", None)], "BEL", (), "040"),
        ([("Norway", "NOR"), ("United Nations", None)], "CHE", ("third-party",), "044"),
        ([("Finland", "FIN")], "FIN", (), "040"),
    ],
)
def test_place_and_countries_decide_the_mode_of_a_meeting(others, place, mode, cameo):
    parties = [party(Role.PARTICIPANT, name, country) for name, country in [("Finland", "FIN"), *others]]
    eng = engagement(Kind.MEETING, *parties, place=PAGE.place(None, place, "Oslo") if place else None)
    assert (coded(eng).mode, coded(eng).cameo) == (mode, cameo)
    assert coded(eng).actor == tuple(range(len(parties)))
    assert coded(eng).recipient == ()


def test_one_side_at_home_hosts_several_guests():
    guests = [party(Role.PARTICIPANT, "Finland", "FIN"), party(Role.PARTICIPANT, "Iceland", "ISL")]
    host = party(Role.PARTICIPANT, "Norway", "NOR")
    event = coded(
        engagement(Kind.MEETING, guests[0], host, guests[1], place=PAGE.place("Oslo", "NOR", "Oslo"))
    )
    assert (event.mode, event.actor, event.recipient) == (("visit",), (0, 2), (1,))


def test_the_trip_says_who_is_the_guest():
    sides = [dataclasses.replace(side, role=Role.PARTICIPANT) for side in MEETING.participants]
    meeting = dataclasses.replace(MEETING, place=None, participants=tuple(sides))
    assert coded(meeting).mode == ()
    (event,) = code_engagement(meeting, VISIT)
    assert (event.mode, event.actor, event.recipient) == (("visit",), (0,), (1,))


def test_a_meeting_told_as_a_reception_has_a_guest_and_a_host():
    event = coded(engagement(Kind.MEETING, NORWAY, FINLAND))
    assert (event.mode, event.actor, event.recipient, event.cameo) == (("visit",), (1,), (0,), "042")


def test_a_trip_to_several_countries_does_not_say_where_two_guests_met():
    guests = [party(Role.PARTICIPANT, "Finland", "FIN"), party(Role.PARTICIPANT, "Sweden", "SWE")]
    (event,) = code_engagement(engagement(Kind.MEETING, *guests), VISIT)
    assert event.mode == ()


def test_mediator_makes_a_meeting_third_party():
    eng = engagement(Kind.MEETING, FINLAND, NORWAY, party(Role.MEDIATOR, "Qatar", "QAT"))
    assert codes(eng) == ("CONSULT", ("third-party",), "044")
    assert coded(eng).actor == (0, 1, 2)


def test_mediator_acts_on_the_parties():
    eng = engagement(Kind.MEDIATION, FINLAND, NORWAY, party(Role.MEDIATOR, "Qatar", "QAT"), mode="broker")
    assert (codes(eng), coded(eng).actor, coded(eng).recipient) == (
        ("CONSULT", (), "045"),
        (2,),
        (0, 1),
    )


def test_parties_to_a_call_are_equal_and_absent_ones_are_left_out():
    eng = engagement(Kind.CALL, FINLAND, NORWAY, party(Role.THIRD_PARTY, "Russia", "RUS"))
    assert (codes(eng), coded(eng).actor, coded(eng).recipient) == (
        ("CONSULT", ("phone",), "041"),
        (0, 1),
        (),
    )


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_contact_called_off_is_a_refusal_to_meet(status):
    event = coded(dataclasses.replace(CALLED_OFF, status=status))
    assert (event.event, event.mode, event.cameo, event.quad_code) == ("REJECT", ("meet",), "125", 3)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.CANCELLED])
def test_a_contact_that_will_not_be_is_a_refusal(status):
    assert codes(engagement(Kind.VISIT, FINLAND, NORWAY, negated=True, status=status)) == (
        "REJECT",
        ("meet",),
        "125",
    )
    happened_not = engagement(Kind.CALL, FINLAND, NORWAY, negated=True)
    assert codes(happened_not) == ("CONSULT", ("phone", "negation"), "041")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pledged 20 million euros", ("AGREE", (), "0332")),
        ("will give 20 million euros", ("AGREE", (), "0332")),
        ("handed over 20 million euros", ("AID", (), "072")),
    ],
)
def test_aid_that_is_promised_is_a_promise(words, expected):
    page = Page(f"Finland {words} to Norway.")
    eng = engagement(Kind.AID, FINLAND, NORWAY, mode="military", trigger=(words,), page=page)
    assert codes(eng) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("signed a treaty", ("SUPPORT", (), "057")), ("agreed to meet again", ("AGREE", (), "030"))],
)
def test_words_of_an_agreement_say_whether_it_was_concluded(words, expected):
    page = Page(f"Finland and Norway {words}.")
    assert codes(engagement(Kind.AGREEMENT, FINLAND, NORWAY, trigger=(words,), page=page)) == expected


def test_cancelled_aid_is_a_refusal_and_postponed_aid_still_a_promise():
    aid = engagement(Kind.AID, FINLAND, NORWAY, status=Status.CANCELLED)
    assert codes(aid) == ("REJECT", (), "120")
    assert codes(dataclasses.replace(aid, status=Status.POSTPONED)) == ("AID", ("future",), "070")


@pytest.mark.parametrize(
    ("hint", "content", "mode", "cameo"),
    [
        ("urge", "release the crew", ("yield",), "0253"),
        ("demand", "release the crew", ("yield",), "1053"),
        ("ask_meet", None, ("meet",), "026"),
        ("ask_ceasefire", None, ("yield",), "0256"),
        ("call_on", "use their influence", ("assist",), "022"),
        ("demand", "electoral reform", ("change",), "1042"),
        ("urge", "help to lift the sanctions", ("assist",), "022"),
        ("urge", None, (), "020"),
    ],
)
def test_what_a_demand_asks_for_decides_its_mode(hint, content, mode, cameo):
    said = PAGE.cited(content, "urged") if content else None
    assert codes(engagement(Kind.DEMAND, FINLAND, NORWAY, mode=hint, content=said)) == (
        "REQUEST",
        mode,
        cameo,
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("full support and solidarity", ("SUPPORT", (), "051")),
        ("deep concern over the border", ("ACCUSE", ("disapprove",), "111")),
    ],
)
def test_words_of_a_bare_statement_decide_its_event(words, expected):
    assert (
        codes(engagement(Kind.STATEMENT, FINLAND, mode="express", content=PAGE.cited(words, "urged")))
        == expected
    )


def test_flags_become_auxiliary_modes():
    eng = engagement(
        Kind.ATTACK, FINLAND, NORWAY, mode="aerial", historical=True, negated=True, hypothetical=True
    )
    assert coded(eng).mode == ("aerial", "historical", "hypothetical", "negation")


def test_foreign_ministers_and_ministries_make_an_event_diplomatic():
    assert coded(THANKS).context[0] == "diplomatic"
    ministry = party(Role.ACTOR, "Ministry of Foreign Affairs of Finland", "FIN")
    assert "diplomatic" in coded(engagement(Kind.CALL, ministry, NORWAY)).context
    assert coded(engagement(Kind.CALL, FINLAND, NORWAY)).context == ()


def test_topics_give_contexts_in_the_order_of_the_manual():
    topics = tuple(
        PAGE.cited(topic, "Arctic fisheries") for topic in ("trade and customs", "counter-terrorism")
    )
    assert coded(engagement(Kind.CALL, FINLAND, NORWAY, topics=topics)).context == ("economic", "terrorism")


def test_sanctions_are_material_and_accusations_negative():
    assert coded(engagement(Kind.SANCTION, FINLAND, NORWAY)).quad_code == 4
    assert plover_book().score("ACCUSE", None) == -3.0


def test_rule_names_the_line_that_decided():
    assert coded(VISIT).rule == "plover-2023: visit.*"
    assert coded(DEMAND).rule == "plover-2023: demand.release"
    assert coded(dataclasses.replace(VISIT, status=Status.PLANNED)).rule == "plover-2023: visit.* when_future"
