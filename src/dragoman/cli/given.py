"""What the commands that read pages are told beside them: when the articles appeared, and with whom."""

from __future__ import annotations

import click

published_option = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day the articles appeared, as 2024-04-02, if you know better than the pages.",
)
source_option = click.option("--source-name", metavar="NAME", help="The publisher's name, likewise.")
