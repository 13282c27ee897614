"""`dragoman doctor`: what is installed, what the archive holds, what could not be read and why."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.archives import archive_option, is_terminal, json_option, told_errors

if TYPE_CHECKING:
    from dragoman.store.archive import Archive

_SHOWN = 20
_Line = tuple[str, str]


@click.command()
@archive_option
@json_option
def doctor(location: str, as_json: bool) -> None:
    """Tell what is installed, what the archive holds, and which pages could not be read, with the reasons."""
    from dragoman.store.archive import Archive
    from dragoman.store.runs import present_versions

    with told_errors():
        versions = present_versions("precise")
    lines: list[_Line] = [
        ("dragoman", versions.reader),
        ("Python", f"{platform.python_version()} at {sys.executable}"),
        ("SQLite", sqlite3.sqlite_version),
        ("language pack", versions.pack),
        ("lexicon", versions.lexicon),
        ("tables", versions.tables),
        ("codebooks", versions.codebooks),
        ("maps, networks", _of_assets()),
    ]
    if "://" not in location and not Path(location).exists():
        lines.append(("archive", f"{location}: none yet; `dragoman ingest PATH…` makes one"))
    else:
        with told_errors(), Archive.open(location, readonly=True) as archive:
            lines += _of_archive(archive)
    _print(lines, as_json=as_json or not is_terminal())


def _of_assets() -> str:
    """Whether the web pages have what their drawings need, and how to mend it."""
    from dragoman.web.assets import MEND, asset_versions, missing_assets

    missing = missing_assets()
    if missing:
        return f"missing {', '.join(missing)}: {MEND}"
    return f"{len(asset_versions())} packages, as they should be"


def _of_archive(archive: Archive) -> Iterator[_Line]:
    stats = archive.stats()
    yield "archive", archive.location
    yield "articles", f"{stats.articles:,}, of them copies {stats.copies:,}"
    yield (
        "records",
        f"{stats.records:,} of {stats.reports:,} reports, from {stats.first_day} to {stats.last_day}",
    )
    yield "last change", stats.last_change or "never"
    for run in archive.unfinished_runs():
        yield "interrupted", f"{run.command}, begun {run.started}; the same command goes on"
    held = archive.quarantined()
    yield "not read", f"{len(held):,} pages"
    for page in held[:_SHOWN]:
        tries = f" ({page.tries} tries)" if page.tries else ""
        yield "  page", f"{' '.join(page.reason.split())}{tries}"
    if len(held) > _SHOWN:
        yield "  page", f"… and {len(held) - _SHOWN:,} more"
    for office in archive.unknown_offices():
        yield "not in tables", office


def _print(lines: list[_Line], *, as_json: bool) -> None:
    if as_json:
        from dragoman.codec import to_json

        click.echo(to_json([{"what": what.strip(), "found": found} for what, found in lines]))
        return
    for what, found in lines:
        click.echo(f"{what:16}{found}")
