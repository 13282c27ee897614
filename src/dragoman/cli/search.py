"""`dragoman search WORDS`: records of the archive by words and conditions, with counts of what they have."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, opened

if TYPE_CHECKING:
    from dragoman.store.query import Facets, Page, Query

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("words", nargs=-1)
@archive_option
@click.option("--person", metavar="NAME", help="Who takes part: words of a name, or an id (per:…).")
@click.option(
    "--country", multiple=True, metavar="ISO3", help="Which country takes part; several: all of them."
)
@click.option("--organization", metavar="NAME", help="Which organisation takes part.")
@click.option("--kind", multiple=True, help="visit, meeting, call …; several: one of them.")
@click.option("--status", multiple=True, help="planned, ongoing, completed …; several: one of them.")
@click.option("--since", type=_DAY, metavar="DATE", help="On this day or later.")
@click.option("--until", type=_DAY, metavar="DATE", help="On this day or earlier.")
@click.option("--publisher", metavar="NAME", help="Who reports it.")
@click.option(
    "--code",
    metavar="CODE",
    help="PLOVER event (CONSULT) or mode (visit), or how the CAMEO code begins (04).",
)
@click.option("--place", metavar="PLACE", help="Where: a city, or a country's ISO alpha-3 code.")
@click.option(
    "--main/--not-main", default=None, help="What articles are about, or what they mention beside it."
)
@click.option("--historical/--not-historical", default=None, help="Told as background.")
@click.option("--negated/--not-negated", default=None, help="Told as not happening.")
@click.option(
    "--sort", type=click.Choice(["newest", "oldest", "sources"]), default="newest", show_default=True
)
@click.option(
    "--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="Records of a page."
)
@click.option("--cursor", metavar="CURSOR", help="The next page: what the page before printed.")
@click.option(
    "--facets", "only_facets", is_flag=True, help="Only count what the records have; as JSON in a pipe."
)
@json_option
def search(
    words: tuple[str, ...],
    location: str,
    limit: int,
    cursor: str | None,
    only_facets: bool,
    as_json: bool,
    **conditions: Any,
) -> None:
    """Find records in which all WORDS stand (names, places, topics, words of evidence), newest first.

    Words in "double quotes" stand together, word* begins so. In a pipe: one JSON object per record and line.
    """
    query = _query(" ".join(words), conditions)
    with opened(location) as archive:
        facets = archive.facets(query) if only_facets or (is_terminal() and not as_json) else None
        page = None if only_facets else archive.find(query, limit=limit, cursor=cursor)
    if as_json or not is_terminal():
        _print_json(page, facets)
    else:
        _print_table(page, facets, limit)


def _query(text: str, conditions: dict[str, Any]) -> Query:
    from dragoman.engagements.engagement import Kind, Status
    from dragoman.store.query import Query, Sort

    for name, known in (("kind", Kind), ("status", Status)):
        odd = [value for value in conditions[name] if value not in list(known)]
        if odd:
            raise click.BadParameter(f"{odd[0]!r} is none of {', '.join(known)}", param_hint=f"--{name}")
    for name in ("since", "until"):
        conditions[name] = _day(conditions[name])
    return Query(text=text, sort=Sort(conditions.pop("sort")), **conditions)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return None if moment is None else moment.date()


def _print_json(page: Page | None, facets: Facets | None) -> None:
    from dragoman.codec import to_json
    from dragoman.exports.records import record_line

    if page is None:
        click.echo(to_json(facets))
        return
    for record in page.records:
        click.echo(record_line(record))
    if page.next is not None:
        click.echo(f"dragoman: more with --cursor {page.next}", err=True)


def _print_table(page: Page | None, facets: Facets | None, limit: int) -> None:
    from rich.console import Console

    from dragoman.exports.listing import print_counts, print_records
    from dragoman.exports.telling import Teller
    from dragoman.pipeline import shipped_knowledge

    console = Console(highlight=False)
    if page is not None:
        print_records(console, page.records, Teller(shipped_knowledge().country))
    if facets is None:
        return
    console.print(f"\n{facets.total:,} record{'' if facets.total == 1 else 's'}", style="bold")
    print_counts(
        console, {name: [(one.name, one.count) for one in found] for name, found in facets.by.items()}
    )
    if page is not None and page.next is not None:
        console.print(f"The first {limit} are shown; more with --limit, or --cursor {page.next}", style="dim")
