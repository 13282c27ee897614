"""`dragoman stays PERSON`: in which countries somebody was, and on which days."""

from __future__ import annotations

import datetime as dt

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, opened


@click.command()
@click.argument("person", metavar="PERSON")
@archive_option
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day or earlier.")
@json_option
def stays(
    person: str, location: str, since: dt.datetime | None, until: dt.datetime | None, as_json: bool
) -> None:
    """Where PERSON was abroad and from when to when, by all records together: words of a name, or an id (per:…).

    Each stay says what its days rest on: told by a report, seen there by meetings and remarks, or both.
    """
    with opened(location) as archive:
        found = archive.stays(
            person,
            since=None if since is None else since.date(),
            until=None if until is None else until.date(),
        )
    if not found:
        raise click.ClickException(f"no record of {location} has anybody like {person!r} abroad on a day")
    from dragoman.codec import to_json
    from dragoman.exports.stays import print_stays, stay_line

    if as_json or not is_terminal():
        for stay in found:
            click.echo(to_json(stay_line(stay)))
        return
    from rich.console import Console

    from dragoman.pipeline import shipped_knowledge

    print_stays(Console(highlight=False), found, shipped_knowledge().country)
