"""Docket: a record as a reviewer has it before him: what the machine reads, what was decided, and what comes of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dragoman.engagements.engagement import Engagement, OfficeHeld
from dragoman.ontology.coding import code_engagement
from dragoman.record.applying import Outcome, apply_decisions, find_path
from dragoman.record.decisions import RULINGS, Decision, Verdict, canonical, former_names, live, standing
from dragoman.record.fields import Field, field_at, fields_of
from dragoman.record.record import Dissent, Record, Review
from dragoman.record.typed import in_words
from dragoman.record.values import Value, value_json


@dataclass(frozen=True, slots=True)
class Docket:
    """One record under review.

    ``record`` is as the machine merged it; ``decisions`` are those its reviewer may see; ``outcome`` has them applied.
    """

    record: Record
    decisions: tuple[Decision, ...]
    outcome: Outcome
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def engagement(self) -> Engagement:
        """The event with decisions applied."""
        return self.outcome.engagement

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields with decisions applied."""
        return fields_of(self.engagement)

    def value_at(self, path: str) -> Value | None:
        """What is shown at a path."""
        return self._value(self.engagement, path)

    def machine_value_at(self, path: str) -> Value | None:
        """What the machine reads at a path, under whatever name its member has there."""
        return self._value(self.record.engagement, path)

    def path_of(self, path: str) -> str:
        """The path under which the field stands now, if its member was renamed since."""
        return self._path(self.engagement, path)

    def _path(self, eng: Engagement, path: str) -> str:
        names = former_names(d for d in live(self.decisions) if d.verdict in RULINGS)
        return find_path(eng, path, standing(self.decisions).get(canonical(path, names)), names)

    def _value(self, eng: Engagement, path: str) -> Value | None:
        found = field_at(eng, self._path(eng, path))
        return None if found is None else found.value


def docket_of(
    record: Record,
    decisions: Iterable[Decision],
    *,
    blind_for: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> Docket:
    """The docket of ``record``.

    Args:
        record: as the machine merged it, or as it is shown.
        decisions: all those on the record.
        blind_for: whose decisions alone may be seen, when two code without seeing each other.
        texts: article texts by id, to check that the words of decisions are still there.
    """
    seen = tuple(d for d in decisions if blind_for is None or d.author == blind_for)
    read = unreviewed(record)
    return Docket(read, seen, apply_decisions(read.engagement, seen, texts), texts or {})


def reviewed(docket: Docket, trip: Engagement | None = None) -> Record:
    """The record as it is shown and exported: decisions applied, what the machine reads instead kept as a dissent.

    ``trip`` is the visit it belongs to, which its codes depend on.
    """
    outcome, record = docket.outcome, docket.record
    if not docket.decisions:
        return record
    overruled = _overruled(docket)
    return replace(
        record,
        engagement=outcome.engagement,
        events=code_engagement(outcome.engagement, trip) if outcome.applied else record.events,
        dissents=(*record.dissents, *overruled),
        review=Review(
            machine=record.engagement,
            overruled=overruled,
            rulings=outcome.applied,
            conflicts=outcome.conflicts,
            deleted=outcome.deleted,
            flags=_flags(docket.decisions),
        ),
    )


def unreviewed(record: Record) -> Record:
    """The record as the machine merged it, but for its codes."""
    review = record.review
    if review is None:
        return record
    return replace(
        record,
        engagement=replace(review.machine, part_of=record.engagement.part_of),
        dissents=tuple(one for one in record.dissents if one not in review.overruled),
        review=None,
    )


def _overruled(docket: Docket) -> tuple[Dissent, ...]:
    """What the machine reads where something else was decided."""
    found = []
    for ruling in docket.outcome.applied:
        if ruling.field is None:
            continue
        read, held = docket.machine_value_at(ruling.field), docket.value_at(ruling.field)
        if read is not None and read != held:
            shown = in_words(read) if isinstance(read, OfficeHeld) else read
            found.append(Dissent(ruling.field, value_json(shown), _supporting(docket.record, ruling.field)))
    return tuple(found)


def _supporting(record: Record, path: str) -> tuple[str, ...]:
    """The reports that support the field's value, by the merger's choice or, without one, all."""
    chosen = next((choice.reports for choice in record.choices if choice.field == path), None)
    return chosen or tuple(report.engagement.engagement_id for report in record.reports)


def _flags(decisions: Iterable[Decision]) -> tuple[str | None, ...]:
    """What is flagged and not ruled on since."""
    flagged: dict[str | None, bool] = {}
    for decision in live(decisions):
        if decision.verdict is Verdict.FLAG:
            flagged[decision.field] = True
        elif decision.verdict in RULINGS:
            flagged.pop(decision.field, None)
    return tuple(sorted(flagged, key=lambda path: path or ""))
