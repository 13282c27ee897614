"""Reviewing in an archive: decisions are kept, applied wherever records are shown, and never overwritten."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import threading
from dataclasses import replace

import pytest

from dockets import ANNA, BEN, later
from dragoman.codec import from_json, to_json
from dragoman.engagements.engagement import Engagement
from dragoman.errors import ArchiveError, DecisionError, StaleDecisionError
from dragoman.pipeline import code_reading
from dragoman.record.applying import CODERS_DIFFER
from dragoman.record.deciding import anchors_of, decide, find_words, undo
from dragoman.record.decisions import Verdict
from dragoman.store.archive import Archive
from dragoman.store.desk import Desk
from dragoman.store.query import Query
from samples import ARTICLE, ENGAGEMENTS, MEETING

READING = code_reading(ARTICLE, ENGAGEMENTS)


@pytest.fixture
def desk(archive):
    archive.add(READING)
    return Desk(archive)


def record_id(desk, kind="meeting", status="completed"):
    (record,) = desk.archive.find(Query(kind=(kind,), status=(status,))).records
    return record.record_id


def rule(desk, verdict, field=None, typed=None, *, by=ANNA, on=None, **more):
    docket = desk.docket(on or record_id(desk), by)
    decision = decide(docket, verdict, by, later(), field=field, typed=typed, **more)
    desk.save(decision)
    return decision


def test_a_decision_is_applied_wherever_the_record_is_shown(desk):
    meeting = record_id(desk)
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR")
    record = desk.archive.record(meeting)
    assert record.engagement.place.value.city == "Bergen"
    assert record.review.decided_by == ("anna",)
    assert [one.field for one in record.dissents] == ["place"]
    assert [found.record_id for found in desk.archive.find(Query(place="Bergen")).records] == [meeting]
    assert [found.record_id for found in desk.archive.find(Query(text="bergen")).records] == [meeting]


def test_codes_are_found_as_decided(desk):
    meeting = record_id(desk)
    rule(desk, Verdict.CORRECT, "kind", "call")
    assert meeting in [found.record_id for found in desk.archive.find(Query(code="phone")).records]


def test_history_tells_who_decided_what(desk):
    meeting = record_id(desk)
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR", why="see the ministry's page")
    (change,) = [one for one in desk.archive.history(meeting) if one.what == "decided"]
    assert change.detail["told"].startswith("anna corrected place to Bergen, NOR")
    assert change.detail["why"] == "see the ministry's page"


def test_undo_brings_back_what_the_machine_read(desk):
    meeting = record_id(desk)
    before = desk.archive.record(meeting)
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR")
    rule(desk, Verdict.ACCEPT, "participants[Kari Dahl]")
    for _ in range(2):
        desk.save(undo(desk.docket(meeting, ANNA), ANNA, later()))
    after = desk.archive.record(meeting)
    assert replace(after, review=None) == before
    assert after.review.rulings == ()
    with pytest.raises(DecisionError, match="nothing on this record"):
        undo(desk.docket(meeting, ANNA), ANNA, later())


def test_a_deleted_record_is_found_no_more_until_restored(desk):
    meeting = record_id(desk)
    everything = desk.archive.count(Query())
    rule(desk, Verdict.REJECT, why="no such talks")
    assert desk.archive.count(Query()) == everything - 1
    assert [one.record_id for one in desk.archive.find(Query(deleted=True)).records] == [meeting]
    assert desk.archive.record(meeting).deleted
    assert meeting not in {question.record_id for question in desk.queue(ANNA)}
    assert all(link.count for link in desk.archive.network("FIN").links)
    rule(desk, Verdict.RESTORE, on=meeting)
    assert desk.archive.count(Query()) == everything


def test_a_stale_decision_is_refused_and_names_the_newer(desk):
    meeting = record_id(desk)
    seen_by_both = desk.docket(meeting, ANNA)
    desk.save(decide(seen_by_both, Verdict.CORRECT, BEN, later(), field="place", typed="Bergen, NOR"))
    late = decide(seen_by_both, Verdict.ACCEPT, ANNA, later(), field="place")
    with pytest.raises(StaleDecisionError, match="ben corrected place to Bergen, NOR"):
        desk.save(late)
    assert len(desk.decisions()) == 1, "nothing of it is kept"
    assert desk.archive.record(meeting).engagement.place.value.city == "Bergen"


def test_saving_twice_is_saving_once(desk):
    decision = rule(desk, Verdict.ACCEPT, "place")
    assert desk.save(decision) == ()
    assert len(desk.decisions()) == 1


def test_comments_flags_and_skips(desk):
    meeting = record_id(desk)
    rule(desk, Verdict.FLAG, "place", why="which Oslo?")
    assert desk.archive.record(meeting).review.flags == ("place",)
    first = desk.queue(BEN)[0]
    assert (first.record_id, first.field.path) == (meeting, "place")
    rule(desk, Verdict.SKIP, "place", by=BEN)
    assert "place" not in {q.field.path for q in desk.questions(meeting, BEN)}
    rule(desk, Verdict.COMMENT, why="asked the ministry")
    assert [one.why for one in desk.decisions("anna")] == ["which Oslo?", "asked the ministry"]


def test_the_queue_shrinks_with_each_decision_and_ends(desk):
    lengths = []
    while questions := desk.queue(ANNA, most=500):
        lengths.append(len(questions))
        for question in questions[:5]:
            rule(desk, Verdict.ACCEPT, question.field.path, on=question.record_id)
    assert lengths == sorted(lengths, reverse=True)
    assert desk.queue(BEN) == ()
    again = desk.queue(BEN, most=500, second=True)
    assert len(again) == lengths[0]


def test_a_short_queue_is_the_beginning_of_the_long_one(desk):
    rule(desk, Verdict.FLAG, "place", on=record_id(desk, "demand"))
    everything = desk.queue(ANNA, most=500)
    for most in (1, 3, 7):
        assert desk.queue(ANNA, most=most) == everything[:most]


def test_blind_coders_see_and_are_asked_what_the_other_decided(desk):
    meeting = record_id(desk)
    blind_anna, blind_ben = replace(ANNA, blind=True), replace(BEN, blind=True)
    before = {q.field.path for q in desk.questions(meeting, blind_ben)}
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR", by=blind_anna)
    assert desk.docket(meeting, blind_ben).value_at("place").city == "Oslo"
    assert {q.field.path for q in desk.questions(meeting, blind_ben)} == before
    rule(desk, Verdict.ACCEPT, "place", by=blind_ben)
    assert [one.reason for one in desk.archive.record(meeting).review.conflicts] == [CODERS_DIFFER]
    assert desk.queue(ANNA)[0].field.path == "place"
    rule(desk, Verdict.ACCEPT, "place", by=replace(ANNA, name="chair"))
    assert desk.archive.record(meeting).review.conflicts == ()
    assert set(desk.decisions_by_record()) == {meeting}


def test_decisions_travel_to_another_archive_before_and_after_its_articles(desk, tmp_path):
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR")
    words = (find_words(ARTICLE.article_id, ARTICLE.text, "Iceland"),)
    rule(
        desk, Verdict.CORRECT, "place", "Reykjavik, ISL", on=record_id(desk, status="cancelled"), words=words
    )
    made = desk.decisions()
    with Archive.open(tmp_path / "other.db") as other:
        elsewhere = Desk(other)
        assert elsewhere.load(made).waiting == 2
        other.add(READING)
        assert elsewhere.archive.record(record_id(desk)).engagement.place.value.city == "Bergen"
        repeated = elsewhere.load(made[::-1])
        assert (repeated.added, repeated.known) == (0, 2)
    with Archive.open(tmp_path / "third.db") as third:
        third.add(READING)
        assert Desk(third).load(made).added == 2
        for record in desk.archive.find(Query()).records:
            assert third.record(record.record_id) == record


def test_two_records_are_merged_and_the_merger_withdrawn(desk):
    meeting, other = record_id(desk), record_id(desk, status="cancelled")
    rule(desk, Verdict.CORRECT, "place", "Bergen, NOR", on=meeting)
    everything = desk.archive.count(Query())
    merge = rule(desk, Verdict.MERGE, on=meeting, other=anchors_of(desk.docket(other, ANNA).record))
    merged = desk.archive.record(meeting)
    assert desk.archive.record(other) == merged, "the id given up leads to the record that took it in"
    assert {report.report_id for report in merged.reports} == {"meeting-1", "meeting-2"}
    assert merged.engagement.place.value.city == "Bergen", "what was decided before stays"
    assert desk.archive.count(Query()) == everything - 1
    desk.save(undo(desk.docket(meeting, ANNA), ANNA, later(), merge.decision_id))
    assert desk.archive.count(Query()) == everything
    assert desk.archive.record(meeting).engagement.place.value.city == "Bergen"
    assert len(desk.archive.record(other).reports) == 1


def test_a_report_is_split_off_and_stays_so_when_more_is_read(desk):
    desk.archive.add(
        code_reading(replace(ARTICLE, article_id="second"), (moved(MEETING, "second", "again-1"),))
    )
    meeting = desk.archive.record(record_id(desk))
    assert {report.report_id for report in meeting.reports} == {"meeting-1", "again-1"}
    (odd,) = [anchor for anchor in anchors_of(meeting) if anchor.report_id == "again-1"]
    docket = desk.docket(meeting.record_id, ANNA)
    split = decide(docket, Verdict.SPLIT, ANNA, later(), other=(odd,))
    desk.save(split)
    ids = reports_by_record(desk)
    assert ("again-1",) in ids
    assert ("meeting-1",) in ids
    desk.archive.add(
        code_reading(replace(ARTICLE, article_id="third"), (moved(MEETING, "third", "again-2"),))
    )
    assert not any({"again-1", "meeting-1"} <= set(reports) for reports in reports_by_record(desk))


def reports_by_record(desk):
    records = desk.archive.find(Query(kind=("meeting",))).records
    return [tuple(report.report_id for report in record.reports) for record in records]


def test_what_is_not_there(desk):
    with pytest.raises(ArchiveError, match="no record nothing"):
        desk.docket("nothing", ANNA)
    with pytest.raises(ArchiveError, match="no article nothing"):
        desk.article("nothing")
    decision = decide(desk.docket(record_id(desk), ANNA), Verdict.ACCEPT, ANNA, later(), field="place")
    strange = replace(decision, anchors=tuple(replace(a, article_id="elsewhere") for a in decision.anchors))
    with pytest.raises(DecisionError, match="not in this archive"):
        desk.save(strange)


def work(location, name, results):
    """A reviewer who decides on all there is, looking again where somebody was quicker."""
    from dragoman.record.deciding import Reviewer

    reviewer = Reviewer(name)
    saved = refused = 0
    with Archive.open(location) as archive:
        own = Desk(archive)
        for _ in range(6):
            for question in own.queue(reviewer, most=3):
                docket = own.docket(question.record_id, reviewer)
                try:
                    own.save(
                        decide(
                            docket,
                            Verdict.ACCEPT,
                            reviewer,
                            dt.datetime.now(dt.UTC),
                            field=question.field.path,
                        )
                    )
                    saved += 1
                except StaleDecisionError:
                    refused += 1
    results.put((name, saved, refused))


def write(location, results):
    """A machine that keeps reading articles in."""
    with Archive.open(location) as archive:
        for number in range(8):
            article = replace(ARTICLE, article_id=f"article-{number}")
            engagements = tuple(
                moved(eng, article.article_id, f"{number}-{place}") for place, eng in enumerate(ENGAGEMENTS)
            )
            archive.add(code_reading(article, engagements))
    results.put(("writer", 8, 0))


def moved(eng, article_id, engagement_id):
    """The engagement as told by another article."""
    text = to_json(eng).replace(ARTICLE.article_id, article_id)
    return replace(from_json(text, Engagement), engagement_id=engagement_id, part_of=None)


def test_two_reviewers_and_a_writer_at_once(desk, location):
    """No lock error, nothing lost, and two people never decide on one field without knowing of each other."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    tasks = [
        (work, (location, "anna", results)),
        (work, (location, "ben", results)),
        (write, (location, results)),
    ]
    processes = [context.Process(target=task, args=arguments) for task, arguments in tasks]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
        assert process.exitcode == 0
    told = {name: (saved, refused) for name, saved, refused in (results.get(timeout=5) for _ in processes)}
    assert told["anna"][0] + told["ben"][0] == len(desk.decisions())
    assert desk.archive.stats().articles == 9
    for decisions in desk.decisions_by_record().values():
        for number, decision in enumerate(decisions):
            earlier = {one.decision_id for one in decisions[:number] if one.field == decision.field}
            assert earlier <= set(decision.after), "whoever came later had seen the first"


def test_one_desk_for_many_threads(desk):
    errors = []

    def look():
        try:
            for question in desk.queue(ANNA, most=5):
                desk.docket(question.record_id, ANNA)
        except ArchiveError as error:
            errors.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
