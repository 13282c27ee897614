"""What the commands on an archive share: which one, and errors as exit statuses."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from dragoman.errors import ArchiveFullError, DragomanError

if TYPE_CHECKING:
    from dragoman.record.record import Record
    from dragoman.store.archive import Archive

DEFAULT_ARCHIVE = "diplomacy.db"
TRY_AGAIN = 75
"""The exit status of `sysexits.h` for "try again later": no space is left on the disk."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def is_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout.isatty()


class NoRoom(click.ClickException):
    """The archive's disk is full."""

    exit_code = TRY_AGAIN


archive_option = click.option(
    "--archive",
    "location",
    envvar="DRAGOMAN_ARCHIVE",
    default=DEFAULT_ARCHIVE,
    show_default=True,
    metavar="FILE",
    help="The archive: a file, or postgresql://user@host/name. Also from DRAGOMAN_ARCHIVE.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON, as in a pipe, also at a terminal.")


@contextmanager
def told_errors() -> Iterator[None]:
    """Our errors as one line on standard error and an exit status."""
    try:
        yield
    except DragomanError as error:
        failure = NoRoom if isinstance(error, ArchiveFullError) else click.ClickException
        raise failure(str(error)) from error


@contextmanager
def opened(location: str, *, readonly: bool = True) -> Iterator[Archive]:
    """The archive, with our errors told."""
    from dragoman.store.archive import Archive

    with told_errors(), Archive.open(location, readonly=readonly) as archive:
        yield archive


def record_named(archive: Archive, name: str) -> Record:
    """The record of an id or of the only id that begins so.

    Raises:
        ClickException: there is none, or several.
    """
    found = archive.expand(name.strip().lower())
    if not found:
        raise click.ClickException(f"no record {name!r} in {archive.location}; `dragoman search` shows ids")
    record = archive.record(name) if name in found else archive.record(found[0])
    if record is None or (len(found) > 1 and name not in found):
        raise click.ClickException(f"several records begin with {name!r}: {', '.join(found)}")
    return record
