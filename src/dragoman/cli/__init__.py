"""The `dragoman` command: one module per command, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "read": "Read pages into a cited record of diplomacy.",
    "kb": "Look up who held an office on a day.",
    "score": "Score readings against annotated pages.",
    "serve": "Show an archive in a browser, with an API beside it.",
    "demo": "Read the examples and show them in a browser.",
    "keys": "Make, list and revoke the keys of a served archive.",
}
"""Each command stands in `dragoman.cli.<name>` under its own name; `--help` lists the line here, so that no
command has to be loaded for it."""


class LazyGroup(click.Group):
    """A group that imports a command only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"dragoman.cli.{cmd_name}"), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"dragoman.cli.{cmd_name}.{cmd_name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", message="%(prog)s %(version)s")
def main() -> None:
    """Read news pages and press releases into a cited, structured record of diplomacy.

    Try `dragoman read examples`, and `dragoman COMMAND --help`.
    """
