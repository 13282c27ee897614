"""Stays as JSON, and as rows for a person at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.exports.listing import SHORT_ID, short_span
from dragoman.knowledge.entity import Country
from dragoman.record.stays import Stay


def stay_line(stay: Stay) -> dict[str, object]:
    """A stay as the object that `docs/json.md` describes."""
    start, end = stay.days.iso()
    return {
        "person_id": stay.person_id,
        "name": stay.name,
        "country": stay.country,
        "cities": list(stay.cities),
        "start": start,
        "end": end,
        "basis": str(stay.basis),
        "records": list(stay.records),
    }


def print_stays(console: Console, stays: Iterable[Stay], country_of: Callable[[str], Country | None]) -> None:
    """One row per stay: days, country and cities, what the days rest on, the records."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, expand=False)
    for _ in range(5):
        table.add_column(overflow="fold")
    for stay in stays:
        country = country_of(stay.country)
        place = country.name if country is not None else stay.country
        table.add_row(
            Text(short_span(stay.days), style="dim"),
            Text(stay.name),
            Text(f"{place} ({', '.join(stay.cities)})" if stay.cities else place),
            Text(stay.basis, style="dim"),
            Text(" ".join(record_id[:SHORT_ID] for record_id in stay.records), style="cyan"),
        )
    console.print(table)
