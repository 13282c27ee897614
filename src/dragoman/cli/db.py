"""`dragoman db`: back up, check and upgrade an archive, take in others."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.archives import archive_option, counted, opened, told_errors


@click.group()
def db() -> None:
    """Back up, check and upgrade an archive, take in others."""


@db.command()
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@archive_option
def backup(target: Path, location: str) -> None:
    """Copy the archive to TARGET while others may be writing to it."""
    with opened(location) as archive:
        archive.back_up(target)
    click.echo(f"{location} is copied to {target}")


@db.command()
@archive_option
def check(location: str) -> None:
    """Check that the archive is sound: the file, the search index, and that every value's words are in its article."""
    with opened(location) as archive:
        faults = archive.faults()
        stats = archive.stats()
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.ClickException(f"{location} is not sound; restore a backup, or read its articles again")
    click.echo(
        f"{location} is sound: {counted(stats.articles, 'article')}, {counted(stats.records, 'record')}"
    )


@db.command()
@click.argument("others", nargs=-1, required=True, metavar="ARCHIVE...")
@archive_option
def load(others: tuple[str, ...], location: str) -> None:
    """Take in what other archives have read: a file, or postgresql://user@host/name.

    Articles that are here already are passed over, and reports of one event become one record. What was decided there is
    taken in by `dragoman review export` and `dragoman review import`.
    """
    from dragoman.store.bulk import take_in

    refused: list[str] = []
    with opened(location, readonly=False) as archive:
        for other in others:
            with opened(other) as source:
                loaded = take_in(archive, source)
            told = f"{counted(loaded.articles, 'article')} with {counted(loaded.reports, 'report')}"
            known = f"; {loaded.known:,} were here already" if loaded.known else ""
            click.echo(f"{other}: {told} taken in{known}")
            refused += loaded.refused
    for reason in refused:
        click.echo(reason, err=True)
    if refused:
        raise click.ClickException(f"{counted(len(refused), 'article')} refused")


@db.command()
@archive_option
def upgrade(location: str) -> None:
    """Bring an archive that an older version made up to date; a backup is kept beside it."""
    from dragoman.store.upgrading import upgrade as run

    with told_errors():
        before, after, kept = run(location)
    if before == after:
        click.echo(f"{location} is up to date (schema {after})")
    else:
        saved = "" if kept is None else f"; as it was before it is kept in {kept}"
        click.echo(f"{location} is upgraded from schema {before} to {after}{saved}")
