"""`dragoman keys`: who may use a served archive."""

from __future__ import annotations

import click

from dragoman.cli.archives import DEFAULT_ARCHIVE
from dragoman.errors import DragomanError

_SCOPES = ("read", "review", "write", "admin")
_archive = click.option(
    "--archive",
    envvar="DRAGOMAN_ARCHIVE",
    default=DEFAULT_ARCHIVE,
    show_default=True,
    help="The archive the keys are for.",
)


@click.group()
def keys() -> None:
    """Make, list and revoke the keys of a served archive.

    As soon as there is one, everybody needs one. Only a hash of a key is kept, beside the archive.
    """


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    type=click.Choice(_SCOPES),
    default="read",
    show_default=True,
    help="What it may do; each includes those before it.",
)
@_archive
def create(name: str, scope: str, archive: str) -> None:
    """Make a key for NAME and print it; it is shown only now."""
    from dragoman.web.keys import KeyRing, Scope
    from dragoman.web.site import keys_path

    try:
        click.echo(KeyRing(keys_path(archive)).create(name, [Scope(scope)]))
    except DragomanError as error:
        raise click.ClickException(str(error)) from error


@keys.command("list")
@_archive
def list_keys(archive: str) -> None:
    """The keys there are: id, name, scope, day."""
    from dragoman.web.keys import KeyRing
    from dragoman.web.site import keys_path

    try:
        for key in KeyRing(keys_path(archive)).held():
            click.echo(f"{key.key_id}  {key.created}  {','.join(key.scopes):7} {key.name}")
    except DragomanError as error:
        raise click.ClickException(str(error)) from error


@keys.command()
@click.argument("key_id")
@_archive
def revoke(key_id: str, archive: str) -> None:
    """Take the key with this id away; sessions opened with it end."""
    from dragoman.web.keys import KeyRing
    from dragoman.web.site import keys_path

    try:
        if not KeyRing(keys_path(archive)).revoke(key_id):
            raise click.ClickException(f"there is no key {key_id}; `dragoman keys list` shows them")
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
