"""`dragoman show RECORD`: one record with the words of every field, its sources, what others say, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, opened, record_named

if TYPE_CHECKING:
    from dragoman.store.query import Change


@click.command()
@click.argument("record")
@archive_option
@json_option
def show(record: str, location: str, as_json: bool) -> None:
    """Show RECORD, an id or the beginning of one: its fields with the words they were read from.

    Then who reports it, where reports differ, and what became of it since it was first read.
    """
    with opened(location) as archive:
        found = record_named(archive, record)
        history = archive.history(found.record_id)
    if as_json or not is_terminal():
        from dragoman.codec import to_json
        from dragoman.exports.records import record_object

        click.echo(to_json({**record_object(found), "history": history}))
        return
    from rich.console import Console

    from dragoman.exports.listing import print_record
    from dragoman.exports.telling import Teller
    from dragoman.pipeline import shipped_knowledge

    console = Console(highlight=False)
    print_record(console, found, Teller(shipped_knowledge().country))
    for change in history:
        console.print(_told(change), style="dim", markup=False)


def _told(change: Change) -> str:
    """A line of history: when, what, the fields it was about."""
    if "told" in change.detail:
        return f"{change.made.replace('T', ' ').rstrip('Z')}  {change.detail['told']}"
    what = ", ".join(change.detail)
    source = f" by article {change.article_id}" if change.article_id else ""
    return f"{change.made.replace('T', ' ').rstrip('Z')}  {change.what}{source}{': ' + what if what else ''}"
