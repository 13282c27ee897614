"""Decisions in the archive: kept as they were made, tied to the reports they mean now.

They are applied to records whenever these are saved, so that whoever looks finds them applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.codec import from_json
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.record.anchors import Anchor, find_all
from dragoman.record.decisions import Decision, Verdict, decision_line, live
from dragoman.record.docket import Docket, docket_of, reviewed
from dragoman.record.judgements import Sameness
from dragoman.record.queue import first_priority
from dragoman.record.record import Record
from dragoman.store import tables
from dragoman.store.dialects import chunks, is_among

_SAMENESS = {Verdict.MERGE: Sameness.SAME, Verdict.SPLIT: Sameness.NOT_SAME}
_DECISIONS, _ARTICLES = tables.decisions.c, tables.decision_articles.c
_ON_REPORTS = select(_DECISIONS.report_id, _DECISIONS.body).where(
    is_among(_DECISIONS.report_id), _DECISIONS.verdict != Verdict.UNDO
)
_ON_ARTICLES = (
    select(_DECISIONS.decision_id, _DECISIONS.report_id, _DECISIONS.body)
    .join(tables.decision_articles, _ARTICLES.decision_id == _DECISIONS.decision_id)
    .where(is_among(_ARTICLES.article_id))
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A record with decisions applied, and the docket that led to it."""

    record: Record
    docket: Docket

    @property
    def columns(self) -> Mapping[str, object]:
        """By what the review queue finds it."""
        attention = first_priority(self.docket)
        bare = self.docket.decisions == ()
        worth = attention if bare else first_priority(docket_of(self.docket.record, ()))
        return {"deleted": self.record.deleted, "attention": attention, "worth": worth}


def weigh_records(
    connection: Connection,
    records: Iterable[Record],
    made: Mapping[str, tuple[Decision, ...]],
    homes: Iterable[Record] = (),
) -> tuple[Weighed, ...]:
    """Records with what was decided on their reports applied.

    ``homes`` are trips they belong to, which codes depend on.
    """
    kept = tuple(records)
    visits = {one.record_id: one.engagement for one in (*homes, *kept) if one.engagement.kind is Kind.VISIT}
    return tuple(_weigh(connection, record, made, visits) for record in kept)


def _weigh(
    connection: Connection,
    record: Record,
    made: Mapping[str, tuple[Decision, ...]],
    visits: Mapping[str, Engagement],
) -> Weighed:
    decisions = together(made, (report.report_id for report in record.reports))
    words = {evidence.article_id for decision in decisions for evidence in decision.evidence}
    docket = docket_of(record, decisions, texts=texts_of(connection, words) if words else {})
    return Weighed(reviewed(docket, visits.get(record.engagement.part_of or "")), docket)


def together(made: Mapping[str, tuple[Decision, ...]], report_ids: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions on any of the reports, by time."""
    found = {one.decision_id: one for report_id in report_ids for one in made.get(report_id, ())}
    return tuple(sorted(found.values(), key=lambda decision: decision.moment))


def decisions_on(connection: Connection, report_ids: Sequence[str]) -> Mapping[str, tuple[Decision, ...]]:
    """What was decided on each of the reports, undos with what they withdraw."""
    found: dict[str, list[Decision]] = {}
    home: dict[str, str] = {}
    for report_id, body in connection.execute(_ON_REPORTS, {"some": sorted(report_ids)}):
        decision = from_json(body, Decision)
        home[decision.decision_id] = report_id
        found.setdefault(report_id, []).append(decision)
    fresh = list(home)
    while fresh:  # an undo belongs where the decision is that it withdraws, and can itself be withdrawn
        undos = [undo for some in chunks(fresh) for undo in _undos_of(connection, some)]
        for undo in undos:
            home[undo.decision_id] = home[undo.undoes or ""]
            found[home[undo.decision_id]].append(undo)
        fresh = [undo.decision_id for undo in undos]
    return {report_id: tuple(decisions) for report_id, decisions in found.items()}


def all_decisions(connection: Connection, author: str | None = None) -> tuple[Decision, ...]:
    """Every decision there is, by time."""
    table = tables.decisions.c
    wanted = select(table.body).order_by(table.made, table.decision_id)
    if author is not None:
        wanted = wanted.where(table.author == author)
    return tuple(from_json(body, Decision) for body in connection.execute(wanted).scalars())


def has_decision(connection: Connection, decision_id: str) -> bool:
    """Whether the decision is there already."""
    table = tables.decisions.c
    return (
        connection.execute(select(table.decision_id).where(table.decision_id == decision_id)).first()
        is not None
    )


def insert_decision(connection: Connection, decision: Decision) -> str | None:
    """Add a decision; the report it means, ``None`` while none of its articles is there."""
    report_id = Finder(connection).report_of(decision.anchors)
    row = {
        "decision_id": decision.decision_id,
        "report_id": report_id,
        "verdict": decision.verdict.value,
        "field": decision.field,
        "author": decision.author,
        "made": decision.made.isoformat(),
        "undoes": decision.undoes,
        "body": decision_line(decision),
    }
    connection.execute(insert(tables.decisions), row)
    articles = {anchor.article_id for anchor in (*decision.anchors, *decision.other)}
    rows = [
        {"decision_id": decision.decision_id, "article_id": article_id} for article_id in sorted(articles)
    ]
    connection.execute(insert(tables.decision_articles), rows)
    about = about_what(connection, decision)
    if about is not None:
        judge_anew(connection, about)
    return report_id


def about_what(connection: Connection, decision: Decision) -> Decision | None:
    """The decision itself, or the one that it, or a chain of undos, withdraws; ``None`` where that is not here."""
    table = tables.decisions.c
    while decision.verdict is Verdict.UNDO:
        body = connection.execute(select(table.body).where(table.decision_id == decision.undoes)).scalar()
        if body is None:
            return None
        decision = from_json(body, Decision)
    return decision


def find_again(connection: Connection, told: Mapping[str, Mapping[str, Engagement]]) -> None:
    """Tie the decisions on articles to what these report now: ``told``, by article id and report id."""
    rows = {row.decision_id: row for row in connection.execute(_ON_ARTICLES, {"some": sorted(told)})}
    finder = Finder(connection, told)
    made = [from_json(rows[decision_id].body, Decision) for decision_id in sorted(rows)]
    for decision in made:
        now = finder.report_of(decision.anchors)
        if now != rows[decision.decision_id].report_id:
            table = tables.decisions
            connection.execute(
                update(table).where(table.c.decision_id == decision.decision_id), {"report_id": now}
            )
    for decision in made:
        judge_anew(connection, decision, finder)


class Finder:
    """Finds the reports that anchors mean. ``told`` is what articles report that are being written, by report id."""

    def __init__(
        self, connection: Connection, told: Mapping[str, Mapping[str, Engagement]] | None = None
    ) -> None:
        self._connection = connection
        self._told = dict(told or {})
        self._found: dict[str, Mapping[Anchor, Engagement]] = {}

    def report_of(self, anchors: Iterable[Anchor]) -> str | None:
        """The first report there is that an anchor means."""
        return next(iter(self.reports_of(anchors)), None)

    def reports_of(self, anchors: Iterable[Anchor]) -> Iterator[str]:
        """The reports that the anchors mean, in their order; lost ones are passed over."""
        for anchor in anchors:
            engagements = self._engagements(anchor.article_id)
            if anchor.report_id in engagements:
                yield anchor.report_id
            elif engagements:
                found = self._matches(anchor.article_id).get(anchor)
                if found is not None:
                    yield found.engagement_id

    def _engagements(self, article_id: str) -> Mapping[str, Engagement]:
        if article_id not in self._told:
            self._told[article_id] = engagements_of(self._connection, article_id)
        return self._told[article_id]

    def _matches(self, article_id: str) -> Mapping[Anchor, Engagement]:
        """All anchors into an article at once, so that no two former reports are taken for one."""
        if article_id not in self._found:
            anchors = anchors_in(self._connection, article_id)
            self._found[article_id] = find_all(anchors, tuple(self._engagements(article_id).values()))
        return self._found[article_id]


def anchors_in(connection: Connection, article_id: str) -> tuple[Anchor, ...]:
    """All anchors that decisions have in an article."""
    decisions, articles = tables.decisions.c, tables.decision_articles.c
    bodies = connection.execute(
        select(decisions.body)
        .join(tables.decision_articles, articles.decision_id == decisions.decision_id)
        .where(articles.article_id == article_id)
    ).scalars()
    made = [from_json(body, Decision) for body in bodies]
    every = (anchor for decision in made for anchor in (*decision.anchors, *decision.other))
    return tuple(dict.fromkeys(anchor for anchor in every if anchor.article_id == article_id))


def engagements_of(connection: Connection, article_id: str) -> dict[str, Engagement]:
    """What an article reports, by report id."""
    reports, articles = tables.reports, tables.articles
    rows = connection.execute(
        select(reports.c.report_id, reports.c.engagement)
        .join(articles, articles.c.article_no == reports.c.article_no)
        .where(articles.c.article_id == article_id)
    )
    return {report_id: from_json(engagement, Engagement) for report_id, engagement in rows}


def judge_anew(connection: Connection, decision: Decision, finder: Finder | None = None) -> None:
    """Write what a merge or split says of pairs of reports, if nobody has withdrawn it; other decisions say nothing."""
    if decision.verdict not in _SAMENESS:
        return
    table = tables.judgements
    connection.execute(delete(table).where(table.c.decision_id == decision.decision_id))
    if decision in live((decision, *_all_undos(connection, decision.decision_id))):
        rows = _pairs(finder or Finder(connection), decision)
        if rows:
            connection.execute(insert(table), rows)


def _pairs(finder: Finder, decision: Decision) -> list[dict[str, object]]:
    """A merge makes all reports of both sides one; a split keeps each of one side from each of the other."""
    ones, others = (
        list(dict.fromkeys(finder.reports_of(side))) for side in (decision.anchors, decision.other)
    )
    if not ones or not others:
        return []
    if decision.verdict is Verdict.MERGE:
        pairs = {frozenset((ones[0], other)) for other in (*ones[1:], *others)}
    else:
        pairs = {frozenset((one, other)) for one in ones for other in others}
    shared = {
        "decision_id": decision.decision_id,
        "verdict": _SAMENESS[decision.verdict].value,
        "author": decision.author,
        "made": decision.made.isoformat(),
    }
    kept = sorted(sorted(pair) for pair in pairs if len(pair) == 2)
    return [{**shared, "left_id": left, "right_id": right} for left, right in kept]


def _undos_of(connection: Connection, decision_ids: Sequence[str]) -> list[Decision]:
    table = tables.decisions.c
    bodies = connection.execute(select(table.body).where(table.undoes.in_(decision_ids))).scalars()
    return [from_json(body, Decision) for body in bodies]


def _all_undos(connection: Connection, decision_id: str) -> list[Decision]:
    """The undos of a decision, of these, and so on."""
    found, fresh = list[Decision](), [decision_id]
    while fresh:
        undos = _undos_of(connection, fresh)
        found += undos
        fresh = [undo.decision_id for undo in undos]
    return found


def texts_of(connection: Connection, article_ids: Iterable[str]) -> Mapping[str, str]:
    """The texts of articles, by id."""
    table = tables.articles.c
    wanted = select(table.article_id, table.text).where(table.article_id.in_(sorted(set(article_ids))))
    return dict(connection.execute(wanted).all())
