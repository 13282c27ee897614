"""Records for a person at a terminal: many as rows, one with its words, its sources and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.citation import Evidence
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement
from dragoman.exports.nesting import FAMILIES
from dragoman.exports.telling import Teller
from dragoman.exports.terminal import STYLES
from dragoman.exports.wording import (
    STATUS_WORDS,
    amount_in_words,
    codes_in_words,
    day_in_words,
    flags_of,
)
from dragoman.record.record import Record, Report

SHORT_ID = 8
"""Characters of an id that are shown; any unique beginning is accepted."""


def print_records(console: Console, records: Iterable[Record], teller: Teller) -> None:
    """One row per record: day, kind, the record as a sentence, sources, id."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True)
    for record in records:
        eng = record.engagement
        table.add_row(
            Text(short_days(eng), style="dim"),
            Text(eng.kind, style=STYLES[FAMILIES[eng.kind]]),
            Text.assemble(teller.tell(eng), (remarks_of(eng), "italic dim")),
            Text("" if record.sources < 2 else f"{record.sources} sources", style="dim"),
            Text(record.record_id[:SHORT_ID], style="cyan"),
        )
    console.print(table)


def short_days(eng: Engagement) -> str:
    """The days of an engagement; empty where none is known."""
    return "" if eng.date is None else short_span(eng.date.value)


def short_span(days: DateSpan) -> str:
    """Days as ISO prefixes: ``2024-04-02``, ``2024-04-02/04``."""
    start, end = days.iso()
    if start == end:
        return start
    return f"{start}/{end[8:]}" if len(end) == 10 and start[:7] == end[:7] else f"{start}/{end}"


def remarks_of(eng: Engagement) -> str:
    """What the sentence does not say by itself, in brackets."""
    told = flags_of(eng)
    if eng.status in ("cancelled", "postponed"):
        told = (STATUS_WORDS[eng.status], *told)
    return f" ({', '.join(told)})" if told else ""


def print_counts(console: Console, counts: Mapping[str, Sequence[tuple[str, int]]], most: int = 6) -> None:
    """What the records found have in common: a line per condition, the most frequent values with their counts."""
    for name, values in counts.items():
        if len(values) > 1:
            shown = " · ".join(f"{value} {count}" for value, count in values[:most])
            more = " …" if len(values) > most else ""
            console.print(Text.assemble((f"{name:14}", "dim"), f"{shown}{more}"))


def print_record(console: Console, record: Record, teller: Teller) -> None:
    """One record in full: fields with the words they were read from, who reports it, what others say."""
    eng = record.engagement
    marks = {report.article_id: number for number, report in enumerate(record.reports, 1)}
    head = Text.assemble(
        ("● ", STYLES[FAMILIES[eng.kind]]),
        (eng.kind.upper(), STYLES[FAMILIES[eng.kind]]),
        (f"  {' · '.join((STATUS_WORDS[eng.status], *flags_of(eng)))}", "italic"),
        (f"   {record.record_id}", "cyan"),
    )
    console.print(head)
    console.print(Padding(Text(teller.tell(eng), style="bold"), (0, 0, 0, 2)))
    codes = codes_in_words(record.events)
    if codes:
        console.print(Padding(Text(codes, style="cyan"), (0, 0, 0, 2)))
    if eng.part_of is not None:
        console.print(Padding(Text(f"Part of {eng.part_of}", style="dim"), (0, 0, 0, 2)))
    console.print()
    console.print(_field_table(eng, teller, marks))
    console.print()
    for number, report in enumerate(record.reports, 1):
        console.print(Text.assemble((f"[{number}] ", "yellow"), _source_line(report)))
    _print_dissents(console, record, marks)
    _print_review(console, record)


def _field_table(eng: Engagement, teller: Teller, marks: Mapping[str, int]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", style="yellow")
    for label, value, evidence in fields_in_words(eng, teller):
        table.add_row(label, Text(value), _quotes(evidence, marks))
    return table


def fields_in_words(eng: Engagement, teller: Teller) -> Iterator[tuple[str, str, Sequence[Evidence]]]:
    """Each field that has a value: what it is called, the value in words, its evidence."""
    yield "act", eng.mode or eng.kind, eng.trigger
    for party in eng.participants:
        cited = (party.name, party.office, party.country)
        words = [item for value in cited if value is not None for item in value.evidence]
        yield party.role.replace("_", " "), teller.party(party), words
    if eng.date is not None:
        yield "date", day_in_words(eng.date.value), eng.date.evidence
    if eng.place is not None:
        yield "place", teller.place(eng.place.value), eng.place.evidence
    for stop in eng.stops:
        dated = () if stop.date is None else stop.date.evidence
        yield "stop", teller.stop(stop), (*stop.place.evidence, *dated)
    if eng.amount is not None:
        yield "amount", amount_in_words(eng.amount.value), eng.amount.evidence
    for topic in eng.topics:
        yield "topic", topic.value, topic.evidence
    texts = {
        "name": eng.name,
        "purpose": eng.purpose,
        "content": eng.content,
        "according to": eng.attributed_to,
    }
    for label, text in texts.items():
        if text is not None:
            yield label, text.value, text.evidence


def _quotes(evidence: Sequence[Evidence], marks: Mapping[str, int]) -> Text:
    """Each wording once, with the numbers of the articles that have it."""
    articles: dict[str, list[int]] = {}
    for item in evidence:
        numbers = articles.setdefault(" ".join(item.quote.split()), [])
        number = marks.get(item.article_id)
        if number is not None and number not in numbers:
            numbers.append(number)
    return Text(
        "  ".join(f"“{quote}”{''.join(f'[{n}]' for n in numbers)}" for quote, numbers in articles.items())
    )


def _source_line(report: Report) -> Text:
    day = "undated" if report.published is None else day_in_words(DateSpan.of_day(report.published))
    line = Text(" · ".join(part for part in (report.publisher, day, report.headline) if part))
    where = report.url or f"article {report.article_id}"
    copied = f", a copy of {report.copy_of}" if report.copy_of else ""
    return line.append(f" · {where}{copied}", style="dim")


def _print_dissents(console: Console, record: Record, marks: Mapping[str, int]) -> None:
    articles = {report.engagement.engagement_id: report.article_id for report in record.reports}
    for dissent in record.dissents:
        numbers = "".join(f"[{marks[articles[one]]}]" for one in dissent.reports if one in articles)
        console.print(
            Text.assemble(("Otherwise: ", "dim"), f"{dissent.field} {dissent.value} ", (numbers, "yellow"))
        )


def _print_review(console: Console, record: Record) -> None:
    """What analysts decided, and where that meets something they did not see."""
    review = record.review
    if review is None:
        return
    if review.deleted:
        console.print(Text("Taken out by an analyst: it is not found and not exported.", style="bold red"))
    for ruling in review.rulings:
        what = ruling.field or "the whole record"
        console.print(Text(f"Decided: {what}, {ruling.verdict} by {ruling.author}, {ruling.made:%Y-%m-%d}"))
    for conflict in review.conflicts:
        told = f"{conflict.field or 'the whole record'}: {conflict.reason} ({conflict.read})"
        console.print(Text.assemble(("To look at again: ", "bold yellow"), told))
