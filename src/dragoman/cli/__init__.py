"""The `dragoman` command: one module per command, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "ingest": "Read pages into an archive, and merge what they report.",
    "search": "Find records in the archive.",
    "show": "Show one record with its words, sources and history.",
    "timeline": "What a person, organisation or country did, day by day.",
    "stays": "In which countries somebody was, and on which days.",
    "network": "Who deals with a country or a person.",
    "review": "Decide on what is unsure; decisions stand whatever is read later.",
    "reread": "Read the articles of an archive again; decisions stay.",
    "read": "Read pages without keeping them.",
    "code": "Code every sentence, domestic events too, in PLOVER and CAMEO.",
    "kb": "Look up who held an office on a day.",
    "score": "Score readings against annotated pages.",
    "serve": "Show an archive in a browser, with an API beside it.",
    "demo": "Read the examples and show them in a browser.",
    "keys": "Make, list and revoke the keys of a served archive.",
    "doctor": "Check the installation and the archive; list what could not be read.",
    "db": "Back up, check and upgrade an archive.",
}
"""Each command stands in `dragoman.cli.<name>` under its own name; `--help` lists the line here, so that no
command has to be loaded for it."""


class LazyGroup(click.Group):
    """A group that imports a command only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"dragoman.cli.{cmd_name}"), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(f"dragoman.cli.{cmd_name}.{cmd_name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", message="%(prog)s %(version)s")
def main() -> None:
    """Read news pages and press releases into a cited, structured record of diplomacy.

    Try `dragoman ingest examples`, and `dragoman COMMAND --help`.
    """
