"""An article is read again: records follow, what people decided stays, and nothing is left behind."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from dockets import ANNA, later
from dragoman.engagements.engagement import Kind
from dragoman.errors import ArchiveError, EvidenceError
from dragoman.pipeline import code_reading
from dragoman.record.applying import NO_LONGER_READ, READS_OTHERWISE
from dragoman.record.deciding import decide, undo
from dragoman.record.decisions import Verdict
from dragoman.store.archive import Archive
from dragoman.store.desk import Desk
from dragoman.store.query import Query
from dragoman.store.renewing import renew
from samples import AALTO, ARTICLE, CALLED_OFF, DEMAND, ENGAGEMENTS, MEETING, PAGE, THANKS, VISIT

REYKJAVIK = PAGE.place("Reykjavik", "ISL", "Reykjavik")


def told(*engagements):
    return code_reading(ARTICLE, engagements)


@pytest.fixture
def desk(archive):
    archive.add(told(*ENGAGEMENTS))
    return Desk(archive)


def with_meeting(**changed):
    """The article's engagements with the meeting read otherwise."""
    return told(*(replace(eng, **changed) if eng is MEETING else eng for eng in ENGAGEMENTS))


def id_of(desk, kind=Kind.MEETING, status="completed"):
    (record,) = desk.archive.find(Query(kind=(kind,), status=(status,))).records
    return record.record_id


def rule(desk, verdict, field=None, typed=None, on=None):
    docket = desk.docket(on or id_of(desk), ANNA)
    decision = decide(docket, verdict, ANNA, later(), field=field, typed=typed)
    desk.save(decision)
    return decision


def shown(archive):
    """All records as they are told, without ids."""
    records = archive.find(Query(), limit=500).records
    return sorted(
        (record.engagement.kind, str(replace(record.engagement, engagement_id="", part_of=None)))
        for record in records
    )


def test_the_same_reading_changes_nothing(desk):
    before, records = histories(desk), shown(desk.archive)
    assert renew(desk.archive, told(*ENGAGEMENTS)).is_quiet
    assert (histories(desk), shown(desk.archive)) == (before, records)


def histories(desk):
    records = desk.archive.find(Query()).records
    return {record.record_id: desk.archive.history(record.record_id) for record in records}


def test_a_field_that_reads_otherwise(desk):
    meeting = id_of(desk)
    renewal = renew(desk.archive, with_meeting(place=REYKJAVIK))
    assert renewal.changed == {meeting: (("place", "Oslo, NOR", "Reykjavik, ISL"),)}
    assert (renewal.added, renewal.gone, renewal.kept) == ((), (), ())
    assert [
        found.record_id
        for found in desk.archive.find(
            Query(place="Reykjavik", kind=("meeting",), status=("completed",))
        ).records
    ] == [meeting]


@pytest.mark.parametrize(
    ("verdict", "typed", "city"), [(Verdict.ACCEPT, None, "Oslo"), (Verdict.CORRECT, "Bergen, NOR", "Bergen")]
)
def test_what_was_decided_stays_and_its_field_returns_to_the_queue(desk, verdict, typed, city):
    meeting = id_of(desk)
    rule(desk, verdict, "place", typed)
    renewal = renew(desk.archive, with_meeting(place=REYKJAVIK))
    assert desk.archive.record(meeting).engagement.place.value.city == city
    (conflict,) = renewal.conflicts[meeting]
    assert (conflict.field, conflict.reason) == ("place", READS_OTHERWISE)
    assert desk.queue(ANNA)[0].field.path == "place"
    rule(desk, Verdict.ACCEPT, "place")
    assert renew(desk.archive, with_meeting(place=REYKJAVIK)).is_quiet, "settled is settled"
    assert "place" not in {question.field.path for question in desk.questions(meeting, ANNA)}


def test_a_report_that_is_read_no_more_takes_its_record_along(desk):
    demand = id_of(desk, Kind.DEMAND)
    renewal = renew(desk.archive, told(*(eng for eng in ENGAGEMENTS if eng is not DEMAND)))
    assert renewal.gone == (demand,)
    assert desk.archive.record(demand) is None
    assert desk.archive.history(demand)[-1].what == "removed"
    assert desk.archive.count(Query(text="trawler")) == 0


def test_a_report_on_which_somebody_decided_is_kept(desk):
    demand = id_of(desk, Kind.DEMAND)
    accepted = rule(desk, Verdict.ACCEPT, "content", on=demand)
    fewer = told(*(eng for eng in ENGAGEMENTS if eng is not DEMAND))
    renewal = renew(desk.archive, fewer)
    assert renewal.kept == ("demand-1",)
    assert desk.archive.record(demand).engagement.content.value == DEMAND.content.value
    assert renew(desk.archive, fewer).kept == ("demand-1",), "each time"
    desk.save(undo(desk.docket(demand, ANNA), ANNA, later(), accepted.decision_id))
    assert renew(desk.archive, fewer).gone == (demand,)


def test_a_rejected_report_may_go(desk):
    demand = id_of(desk, Kind.DEMAND)
    rule(desk, Verdict.ACCEPT, "content", on=demand)
    rule(desk, Verdict.REJECT, on=demand)
    renewal = renew(desk.archive, told(*(eng for eng in ENGAGEMENTS if eng is not DEMAND)))
    assert (renewal.kept, renewal.gone) == ((), (demand,))


def test_a_rejected_event_stays_out_when_it_is_read_under_another_id(desk):
    rule(desk, Verdict.REJECT, on=id_of(desk, Kind.DEMAND))
    renew(
        desk.archive, told(*(replace(e, engagement_id="demand-9") if e is DEMAND else e for e in ENGAGEMENTS))
    )
    assert desk.archive.count(Query(kind=("demand",))) == 0
    assert desk.archive.count(Query(kind=("demand",), deleted=True)) == 1


def test_decisions_and_ids_lead_to_the_event_under_its_new_id(desk):
    meeting = id_of(desk)
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR")
    wider = (PAGE.at("Aalto met Norwegian Prime Minister Kari Dahl"),)
    renewal = renew(desk.archive, with_meeting(engagement_id="meeting-9", trigger=wider))
    assert (renewal.added, renewal.gone, renewal.kept) == ((), (), ())
    record = desk.archive.record(meeting)
    assert [report.report_id for report in record.reports] == ["meeting-9"]
    assert record.engagement.place.value.city == "Bergen"
    assert [change.what for change in desk.archive.history(meeting)].count("decided") == 1


def test_a_decision_moves_to_another_report_of_its_event(desk):
    text = ARTICLE.text
    second = replace(ARTICLE, article_id="second", publisher="Second")
    again = replace(
        MEETING,
        engagement_id="again-1",
        part_of=None,
        participants=tuple(_moved(who, "second") for who in MEETING.participants),
        trigger=tuple(replace(one, article_id="second") for one in MEETING.trigger),
        place=_cited_in(MEETING.place, "second"),
        topics=tuple(_cited_in(topic, "second") for topic in MEETING.topics),
    )
    desk.archive.add(code_reading(second, (again,)))
    assert second.text == text
    meeting = id_of(desk)
    rule(desk, Verdict.CORRECT, "date", "2024-04-02", on=meeting)
    renewal = renew(desk.archive, told(*(eng for eng in ENGAGEMENTS if eng is not MEETING)))
    assert renewal.kept == (), "the other article still tells it"
    record = desk.archive.record(meeting)
    assert [report.report_id for report in record.reports] == ["again-1"]
    assert record.engagement.date.value.iso() == ("2024-04-02", "2024-04-02")


def _cited_in(cited, article_id):
    return (
        None
        if cited is None
        else replace(cited, evidence=tuple(replace(one, article_id=article_id) for one in cited.evidence))
    )


def _moved(who, article_id):
    fields = {name: _cited_in(getattr(who, name), article_id) for name in ("name", "office", "country")}
    return replace(who, **fields)


def test_a_lost_participant_that_was_accepted_stays(desk):
    meeting = id_of(desk)
    rule(desk, Verdict.ACCEPT, "participants[Kari Dahl]")
    renewal = renew(desk.archive, with_meeting(participants=(AALTO,)))
    assert [conflict.reason for conflict in renewal.conflicts[meeting]] == [NO_LONGER_READ]
    assert [who.name.value for who in desk.archive.record(meeting).engagement.participants] == [
        "Aino Aalto",
        "Kari Dahl",
    ]


def test_a_dry_run_tells_the_same_and_changes_nothing(desk):
    rule(desk, Verdict.ACCEPT, "place")
    before, stats = shown(desk.archive), desk.archive.stats()
    attempt = renew(desk.archive, with_meeting(place=REYKJAVIK), dry_run=True)
    assert shown(desk.archive) == before
    assert desk.archive.stats() == stats
    assert renew(desk.archive, with_meeting(place=REYKJAVIK)) == attempt


READINGS = {
    "as it was": told(*ENGAGEMENTS),
    "fewer": told(VISIT, THANKS, CALLED_OFF),
    "other ids": told(
        *(replace(e, engagement_id=f"x-{e.engagement_id}"[:12], part_of=None) for e in ENGAGEMENTS)
    ),
    "otherwise": with_meeting(place=REYKJAVIK, kind=Kind.CALL),
    "nothing": told(),
}


@pytest.mark.parametrize("names", list(permutations(READINGS, 2)), ids=lambda names: " then ".join(names))
def test_without_decisions_it_is_as_if_only_the_last_reading_had_been_made(names, tmp_path):
    with Archive.open(tmp_path / "read-again.db") as archive, Archive.open(tmp_path / "fresh.db") as fresh:
        archive.add(told(*ENGAGEMENTS))
        for name in names:
            renew(archive, READINGS[name])
        fresh.add(READINGS[names[-1]])
        assert shown(archive) == shown(fresh)
        assert {r.record_id for r in archive.find(Query()).records} == {
            r.record_id for r in fresh.find(Query()).records
        }
        numbers = [replace(one.stats(), last_change=None, location="") for one in (archive, fresh)]
        assert numbers[0] == numbers[1]


@pytest.mark.parametrize("names", list(permutations(READINGS, 2)), ids=lambda names: " then ".join(names))
def test_whatever_is_read_what_was_decided_holds(names, tmp_path):
    with Archive.open(tmp_path / "diplomacy.db") as archive:
        archive.add(told(*ENGAGEMENTS))
        desk = Desk(archive)
        meeting = id_of(desk)
        rule(desk, Verdict.CORRECT, "place", "Bergen, NOR")
        rule(desk, Verdict.ACCEPT, "participants[Kari Dahl].office")
        rule(desk, Verdict.REJECT, "topics[arctic fisheries]")
        for name in (*names, "as it was"):
            renew(archive, READINGS[name])
            record = archive.record(meeting)
            assert record.engagement.place.value.city == "Bergen"
            offices = {
                who.name.value: who.office.value.title for who in record.engagement.participants if who.office
            }
            assert offices["Kari Dahl"] == "Prime Minister"
            assert record.engagement.topics == ()
        assert archive.record(meeting).review.conflicts == ()


def test_what_cannot_be_put_in_place(desk):
    with pytest.raises(ArchiveError, match="another text"):
        renew(desk.archive, code_reading(replace(ARTICLE, text="Other."), ()))
    with pytest.raises(ArchiveError, match="no article unknown"):
        renew(desk.archive, code_reading(replace(ARTICLE, article_id="unknown"), ()))
    before = shown(desk.archive)
    with pytest.raises(EvidenceError):
        renew(desk.archive, with_meeting(trigger=()))
    assert shown(desk.archive) == before
