"""`dragoman timeline PERSON`: what somebody took part in, oldest first."""

from __future__ import annotations

import datetime as dt

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, opened


@click.command()
@click.argument("actor", metavar="PERSON")
@archive_option
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or earlier.")
@click.option("--limit", type=click.IntRange(1, 500), default=200, show_default=True, help="Records at most.")
@json_option
def timeline(
    actor: str,
    location: str,
    since: dt.datetime | None,
    until: dt.datetime | None,
    limit: int,
    as_json: bool,
) -> None:
    """What PERSON took part in, oldest first: words of a name, an id (per:…, org:…), or a country's ISO alpha-3 code."""
    with opened(location) as archive:
        page = archive.timeline(
            actor,
            since=None if since is None else since.date(),
            until=None if until is None else until.date(),
            limit=limit,
        )
    if not page.records:
        raise click.ClickException(f"nobody like {actor!r} takes part in a record of {location}")
    if as_json or not is_terminal():
        from dragoman.exports.records import record_line

        for record in page.records:
            click.echo(record_line(record))
        return
    from rich.console import Console

    from dragoman.exports.listing import print_records
    from dragoman.exports.telling import Teller
    from dragoman.pipeline import shipped_knowledge

    print_records(Console(highlight=False), page.records, Teller(shipped_knowledge().country))
