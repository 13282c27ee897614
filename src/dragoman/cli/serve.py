"""`dragoman serve` and `dragoman demo`: the archive in a browser."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.archives import DEFAULT_ARCHIVE
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.web.serving import Binding

_PORT = 8642


@click.command()
@click.argument("archive", default=DEFAULT_ARCHIVE, envvar="DRAGOMAN_ARCHIVE")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A name a reverse proxy passes on; may be repeated."
)
@click.option("--https", is_flag=True, help="Pages are reached over HTTPS: send cookies only there.")
@click.option("--insecure", is_flag=True, help="Listen beyond this machine although no key is asked for.")
@click.option("--readonly", is_flag=True, help="Never write to the archive.")
def serve(
    archive: str,
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    https: bool,
    insecure: bool,
    readonly: bool,
) -> None:
    """Show ARCHIVE in a browser, with an API beside it.

    Only this machine reaches it, without a key. Other addresses need a key (`dragoman keys`).
    """
    from dragoman.web.serving import Binding

    _serve(archive, Binding(host, port, allow_host, insecure, https), sample=False, readonly=readonly)


@click.command()
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--archive", metavar="FILE", help="Keep the archive in this file; without it, it is gone afterwards."
)
def demo(port: int, archive: str | None) -> None:
    """Read the examples and show them in a browser."""
    from dragoman.web.serving import Binding

    with tempfile.TemporaryDirectory(prefix="dragoman-demo-", ignore_cleanup_errors=True) as folder:
        _serve(archive or str(Path(folder) / DEFAULT_ARCHIVE), Binding(port=port), sample=True)


def _serve(archive: str, binding: Binding, *, sample: bool, readonly: bool = False) -> None:
    from dragoman.web.assets import MEND, missing_assets
    from dragoman.web.samples import load_examples
    from dragoman.web.serving import address_of, check_free, open_site, run

    try:
        check_free(binding)
        site = open_site(archive, binding, sample=sample, readonly=readonly)
        if sample:
            click.echo("Reading the examples …", err=True)
            load_examples(site.archive)
        if missing_assets():
            click.echo(f"Without maps and networks: {MEND}.", err=True)
        click.echo(f"{site.archive.location} at {address_of(binding)} (stop with Ctrl+C)", err=True)
        run(site, binding)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
