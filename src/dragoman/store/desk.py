"""The desk: where records of an archive are reviewed. Terminal, scripts and web page decide through it alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, select

from dragoman.errors import ArchiveError, DecisionError
from dragoman.pages.article import Article
from dragoman.record.deciding import Reviewer
from dragoman.record.decisions import RULINGS, Decision, Verdict, check, check_fresh, told
from dragoman.record.docket import Docket, docket_of
from dragoman.record.queue import Question, questions_of, review_queue
from dragoman.store import overview, tables
from dragoman.store.archive import Archive
from dragoman.store.decisions import (
    Finder,
    about_what,
    all_decisions,
    decisions_on,
    has_decision,
    insert_decision,
    texts_of,
    together,
)
from dragoman.store.gathering import gather, merge, regroup
from dragoman.store.kept import KeptReports
from dragoman.store.loading import load_records
from dragoman.store.saving import Cause, now, write_history

_BATCH = 100  # records looked at together when the queue is filled


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of decisions from elsewhere: new ones, those there were, and those whose articles are not here (yet)."""

    added: int = 0
    known: int = 0
    waiting: int = 0


class Desk:
    """Reviewing in one archive."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def docket(self, record_id: str, reviewer: Reviewer) -> Docket:
        """A record as this reviewer may see it.

        Raises:
            ArchiveError: if there is no such record.
        """
        with self.archive.reading() as connection:
            return _docket(connection, record_id, reviewer)

    def article(self, article_id: str) -> Article:
        """The article that words of a record point into."""
        stored = self.archive.article(article_id)
        if stored is None:
            raise ArchiveError(f"no article {article_id} in {self.archive.location}")
        return stored.article

    def queue(self, reviewer: Reviewer, *, most: int = 50, second: bool = False) -> tuple[Question, ...]:
        """What to look at next, the most worthwhile first.

        Args:
            reviewer: whose own decisions and skips are left out; a blind one is asked what others decided.
            most: how many questions.
            second: ask again what others decided, showing it.
        """
        anew = reviewer.blind or second
        found: tuple[Question, ...] = ()
        with self.archive.reading() as connection:
            for first, dockets in _by_priority(connection, reviewer, second=second):
                if len(found) == most and found[-1].order < first:
                    break
                questions = [
                    question
                    for docket in dockets
                    for question in questions_of(docket, reviewer=reviewer.name, second=anew)
                ]
                found = tuple(sorted((*found, *questions), key=lambda question: question.order)[:most])
        return found

    def questions(self, record_id: str, reviewer: Reviewer, *, second: bool = False) -> tuple[Question, ...]:
        """What is left to look at in one record, the most worthwhile first."""
        docket = self.docket(record_id, reviewer)
        return review_queue([docket], reviewer=reviewer.name, second=reviewer.blind or second)

    def save(self, decision: Decision) -> tuple[str, ...]:
        """Keep a decision and apply it, both or neither; the ids of the records that changed.

        It is on the disk when this returns. One that is there already changes nothing.

        Raises:
            StaleDecisionError: somebody decided, or an article changed the value, after its author looked.
            DecisionError: it says nothing sensible, or none of its articles is here.
        """
        check(decision)
        with self.archive.writing(durable=True) as connection:
            if has_decision(connection, decision.decision_id):
                return ()
            report_id = insert_decision(connection, decision)
            if report_id is None:
                raise DecisionError("the articles that this was decided on are not in this archive")
            if decision.verdict in RULINGS:
                _check_fresh(connection, decision, report_id)
            _check_undo(connection, decision, report_id)
            return _apply(connection, decision, report_id)

    def load(self, decisions: Iterable[Decision]) -> Imported:
        """Take in decisions from elsewhere, all or none. Doing it twice is doing it once.

        What was decided elsewhere without seeing what was decided here holds by its time, and becomes a conflict where
        they differ.
        """
        added = known = waiting = 0
        with self.archive.writing(durable=True) as connection:
            for decision in sorted(decisions, key=lambda one: one.moment):
                check(decision)
                if has_decision(connection, decision.decision_id):
                    known += 1
                    continue
                report_id = insert_decision(connection, decision)
                added += 1
                if report_id is None:
                    waiting += 1
                else:
                    _apply(connection, decision, report_id)
        return Imported(added, known, waiting)

    def decisions(self, author: str | None = None) -> tuple[Decision, ...]:
        """All decisions, by time; of one author if asked."""
        with self.archive.reading() as connection:
            return all_decisions(connection, author)

    def decisions_by_record(self) -> Mapping[str, tuple[Decision, ...]]:
        """All decisions on records there are, by record id."""
        with self.archive.reading() as connection:
            table, reports = tables.decisions.c, tables.reports.c
            homes = select(table.report_id, reports.record_id).join(
                tables.reports, reports.report_id == table.report_id
            )
            home = dict(connection.execute(homes.distinct()).all())
            made = decisions_on(connection, [report_id for report_id in home if report_id])
        grouped: defaultdict[str, set[str]] = defaultdict(set)
        for report_id, record_id in home.items():
            if report_id is not None:
                grouped[record_id].add(report_id)
        return {record_id: together(made, ids) for record_id, ids in sorted(grouped.items())}


def _docket(connection: Connection, record_id: str, reviewer: Reviewer | None) -> Docket:
    (current,) = overview.follow_redirects(connection, [record_id])
    records = load_records(connection, [current])
    if not records:
        raise ArchiveError(f"there is no record {record_id}; `dragoman search` finds records")
    ids = [report.report_id for report in records[0].reports]
    decisions = together(decisions_on(connection, ids), ids)
    articles = {report.article_id for report in records[0].reports}
    articles |= {evidence.article_id for decision in decisions for evidence in decision.evidence}
    blind_for = reviewer.name if reviewer is not None and reviewer.blind else None
    return docket_of(records[0], decisions, blind_for=blind_for, texts=texts_of(connection, articles))


def _by_priority(
    connection: Connection, reviewer: Reviewer, *, second: bool
) -> Iterator[tuple[tuple[float, str, str], list[Docket]]]:
    """Batches of dockets as the queue is ordered, each with the order before which none of its questions comes."""
    records = tables.records.c
    column: ColumnElement[float] = records.worth if reviewer.blind else records.attention
    if second and not reviewer.blind:
        column = case((records.worth > records.attention, records.worth), else_=records.attention)
    wanted = select(records.record_id, column).where(records.deleted.is_(False), column > 0)
    rows = connection.execute(wanted.order_by(column.desc(), records.record_id))
    for batch in rows.partitions(_BATCH):
        found = load_records(connection, [row[0] for row in batch])
        made = decisions_on(connection, [report.report_id for record in found for report in record.reports])
        blind_for = reviewer.name if reviewer.blind else None
        dockets = [
            docket_of(record, together(made, (r.report_id for r in record.reports)), blind_for=blind_for)
            for record in found
        ]
        yield (-batch[0][1], batch[0][0], ""), dockets


def _check_fresh(connection: Connection, decision: Decision, report_id: str) -> None:
    """Refuse a ruling on something that has changed; the decision itself is among those made by now."""
    docket = _docket(connection, _record_id_of(connection, report_id), None)
    others = [one for one in docket.decisions if one.decision_id != decision.decision_id]
    before = docket_of(docket.record, others, texts=docket.texts)
    now_there = None if decision.field is None else before.value_at(decision.field)
    check_fresh(decision, others, now_there)


def _check_undo(connection: Connection, decision: Decision, report_id: str) -> None:
    if decision.verdict is not Verdict.UNDO:
        return
    table = tables.decisions.c
    home = connection.execute(
        select(table.decision_id).where(table.decision_id == decision.undoes, table.report_id.is_not(None))
    ).first()
    if home is None:
        raise DecisionError(f"{decision.undoes} is no decision in this archive (on {report_id})")


def _apply(connection: Connection, decision: Decision, report_id: str) -> tuple[str, ...]:
    """Save anew the records that the decision bears on, and note it in their history."""
    cause, finder, touched = Cause(now()), Finder(connection), {report_id}
    about = about_what(connection, decision)
    for one in (decision, about):
        if one is not None:
            touched |= {*finder.reports_of(one.anchors), *finder.reports_of(one.other)}
    write_history(connection, [(_record_id_of(connection, report_id), "decided", _detail(decision))], cause)
    kept = KeptReports(connection)
    return regroup(connection, kept, merge(gather(connection, kept, touched)), cause)


def _detail(decision: Decision) -> dict[str, object]:
    return {
        "decision": decision.decision_id,
        "author": decision.author,
        "verdict": decision.verdict,
        "field": decision.field,
        "told": told(decision),
        "why": decision.why,
    }


def _record_id_of(connection: Connection, report_id: str) -> str:
    reports = tables.reports.c
    return str(
        connection.execute(select(reports.record_id).where(reports.report_id == report_id)).scalar_one()
    )
