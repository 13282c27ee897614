"""Figures as tables for people and as one JSON line for programs; every fault with a link to its words.

A link is ``path:start-end``, code points of the article text as the reader cleaned it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType
from rich.table import Table

from dragoman.citation import Span
from dragoman.scoring.fields import Verdict, compare_fields
from dragoman.scoring.matching import Pairing, where
from dragoman.scoring.output import OutEngagement
from dragoman.scoring.tally import Count, Tally, false_ones

_FAULTY = frozenset({Verdict.WRONG, Verdict.MISSING, Verdict.INVENTED, Verdict.OVERLAPS})
_FIELDS = (
    "status",
    "historical",
    "negated",
    "role",
    "participant country",
    "office",
    "date",
    "place",
    "place city",
    "stop",
    "stop city",
    "stop date",
    "plover event",
    "plover mode",
    "topic",
    "amount",
    "name",
    "part of",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference from the gold: what kind of fault, on which page, where, in which words."""

    fault: str
    page: str
    gold_id: str
    span: Span | None
    words: str
    detail: str

    @property
    def link(self) -> str:
        """``path:start-end``, or the path alone where the reader's text lacks the words."""
        return self.page if self.span is None else f"{self.page}:{self.span.start}-{self.span.end}"


def faults_of(pairing: Pairing) -> Iterator[Fault]:
    """Missed engagements, false ones and wrong fields of one page."""
    page, outs = str(pairing.page.path), pairing.output.engagements
    for g, gold in enumerate(pairing.page.engagements):
        if g not in pairing.found:
            span = where(gold.quote, pairing.output)
            fault = "missed background" if gold.historical else "missed"
            detail = f"{gold.kind} {gold.status}" + ("" if span is not None else " (words cut away)")
            yield Fault(fault, page, gold.id, span, gold.quote, detail)
    for o in false_ones(pairing):
        span, words = _trigger(outs[o])
        yield Fault("false", page, "", span, words, f"{outs[o].kind} {outs[o].status}: {_parties(outs[o])}")
    for pair in pairing.pairs:
        gold = pairing.page.engagements[pair.gold]
        span = where(gold.quote, pairing.output)
        for finding in compare_fields(gold, outs[pair.out]):
            if finding.verdict in _FAULTY:
                detail = f"{finding.verdict}: wanted {finding.wanted!r}, given {finding.given!r}"
                yield Fault(finding.field, page, gold.id, span, gold.quote, detail)


def _trigger(out: OutEngagement) -> tuple[Span | None, str]:
    quotes = out.quotes()
    return (Span(quotes[0].start, quotes[0].end), quotes[0].quote) if quotes else (None, "")


def _parties(out: OutEngagement) -> str:
    return "; ".join(
        f"{party.role} {party.name or '?'} ({party.country or '-'})" for party in out.participants
    )


def tables_of(tally: Tally) -> RenderableType:
    """The figures as tables."""
    return Group(_overview(tally), _kinds(tally), _fields(tally), _confusions(tally))


def _overview(tally: Tally) -> Table:
    table = Table(title=f"{tally.pages} pages", title_justify="left")
    for heading in ("", "right", "missed", "false", "recall", "precision", "F1"):
        table.add_column(heading, justify="left" if not heading else "right")
    for label, count in (
        ("main engagements", tally.main),
        ("all engagements", tally.every),
        ("participants", tally.participants),
    ):
        table.add_row(label, *_cells(count))
    table.add_row("background found", str(tally.background_found), f"of {tally.background_wanted}")
    table.add_row("false on distractors", str(tally.false_on_distractors), f"{tally.distractor_pages} pages")
    table.add_row("traps hit", str(tally.traps_hit), f"of {tally.traps}")
    return table


def _cells(count: Count) -> tuple[str, ...]:
    figures = (count.recall, count.precision, count.f1)
    return str(count.right), str(count.missed), str(count.false), *(_figure(figure) for figure in figures)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _kinds(tally: Tally) -> Table:
    table = Table(title="Kinds (found as whatever kind · F1 with the kind right)", title_justify="left")
    for heading in ("kind", "right", "missed", "false", "recall", "precision", "F1", "exact F1"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    for kind, count in tally.kinds.items():
        if count.right or count.missed or count.false:
            table.add_row(kind, *_cells(count), _figure(tally.exact_kinds[kind].f1))
    return table


def _fields(tally: Tally) -> Table:
    table = Table(title="Fields of the engagements found", title_justify="left")
    table.add_column("field")
    for verdict in (*Verdict, "share right"):
        table.add_column(str(verdict), justify="right")
    for field in _FIELDS:
        if field in tally.fields:
            counts = [str(tally.fields[field][verdict]) for verdict in Verdict]
            table.add_row(field, *counts, _figure(tally.share_right(field)))
    return table


def _confusions(tally: Tally) -> Table:
    table = Table("field", "wanted", "given", title="Taken for another", title_justify="left")
    table.add_column("times", justify="right")
    for (field, wanted, given), times in tally.confusions.most_common():
        table.add_row(field, wanted, given, str(times))
    return table


def print_faults(console: Console, faults: Iterable[Fault]) -> None:
    """One fault a line: what, where, the gold id, the difference and the words."""
    for fault in faults:
        line = f"{fault.fault:<20} {fault.link}  {fault.gold_id}  {fault.detail}  “{fault.words}”"
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def figures_of(tally: Tally) -> dict[str, float | int | dict[str, float | None] | None]:
    """The figures as one flat table; shares are 0 to 1, ``None`` where nothing was there to measure."""
    return {
        "pages": tally.pages,
        "main_recall": tally.main.recall,
        "main_precision": tally.main.precision,
        "all_recall": tally.every.recall,
        "all_precision": tally.every.precision,
        "all_f1": tally.every.f1,
        "background_found": tally.background_found,
        "background_wanted": tally.background_wanted,
        "participants_f1": tally.participants.f1,
        "participants_recall": tally.participants.recall,
        "participants_precision": tally.participants.precision,
        "office": tally.share_right("office"),
        "status": tally.share_right("status"),
        "historical": tally.share_right("historical"),
        "date_exact": tally.share_dated(Verdict.RIGHT),
        "date_within_a_day": tally.share_dated(Verdict.RIGHT, Verdict.NEAR),
        "date_overlaps": tally.share_dated(Verdict.RIGHT, Verdict.NEAR, Verdict.OVERLAPS),
        "dates_invented": tally.dates_invented,
        "place": tally.share_right("place"),
        "stop": tally.share_right("stop"),
        "stop_date": tally.share_right("stop date"),
        "plover_event": tally.share_right("plover event"),
        "false_per_distractor_page": tally.per_distractor,
        "traps_hit": tally.traps_hit,
        "traps": tally.traps,
        "kinds_f1": {kind: count.f1 for kind, count in tally.kinds.items() if count.f1 is not None},
        "kinds_exact_f1": {
            kind: count.f1 for kind, count in tally.exact_kinds.items() if count.f1 is not None
        },
    }
