"""`dragoman network --country FRA`: who deals with a country or a person, and how."""

from __future__ import annotations

import datetime as dt

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, opened


@click.command()
@archive_option
@click.option("--country", metavar="ISO3", help="The country in the middle, as FRA.")
@click.option("--person", metavar="NAME", help="The person in the middle: words of a name, or an id (per:…).")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or earlier.")
@click.option(
    "--limit", type=click.IntRange(1, 150), default=25, show_default=True, help="Rows of the table."
)
@json_option
def network(
    location: str,
    country: str | None,
    person: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
    limit: int,
    as_json: bool,
) -> None:
    """Who deals with a country or a person: records they share, by kind, and whether cooperative or not."""
    if (country is None) == (person is None):
        raise click.UsageError("give --country ISO3 or --person NAME")
    days = [None if day is None else day.date() for day in (since, until)]
    with opened(location) as archive:
        found = archive.network((country or "").upper() or str(person), since=days[0], until=days[1])
    if found.center is None:
        raise click.ClickException(f"nobody like {country or person!r} takes part in a record of {location}")
    if as_json or not is_terminal():
        from dragoman.codec import to_json

        click.echo(to_json(found))
        return
    from rich.console import Console
    from rich.table import Table

    console, table = Console(highlight=False), Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("", "records", "cooperation", "conflict", "kinds"):
        table.add_column(
            heading, justify="right" if heading in ("records", "cooperation", "conflict") else "left"
        )
    names = {node.actor_id: node.name for node in found.nodes}
    links = [link for link in found.links if link.left == found.center.actor_id][:limit]
    for link in links:
        kinds = sorted(link.kinds.items(), key=lambda item: (-item[1], item[0]))
        good, bad = (sum(link.quads.get(quad, 0) for quad in quads) for quads in ((1, 2), (3, 4)))
        told = ", ".join(f"{kind} {count}" for kind, count in kinds)
        table.add_row(names[link.right], str(link.count), str(good), str(bad), told)
    console.print(f"{found.center.name}: {found.center.count} records", style="bold")
    console.print(table)
