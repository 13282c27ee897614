"""`dragoman reread`: articles of the archive read again by the installed version, and what that changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dragoman.cli.archives import archive_option, json_option, opened

if TYPE_CHECKING:
    from dragoman.rereading import Count
    from dragoman.store.archive import Archive
    from dragoman.store.renewing import Renewal

_INTERRUPTED = 130


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@archive_option
@click.option("--all", "everything", is_flag=True, help="Also what the installed version has read already.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
@click.option(
    "--profile",
    type=click.Choice(["precise", "loose"]),
    help="As in ingest; by default as each article was read before.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read."
)
@json_option
def reread(
    articles: tuple[str, ...],
    location: str,
    everything: bool,
    dry_run: bool,
    profile: str | None,
    workers: int,
    as_json: bool,
) -> None:
    """Read articles of the archive again: those that another version has read, or the ARTICLEs named by id.

    Tells record by record what came (+), went (-) and changed (~), one JSON object per article in a pipe. What people
    decided stays; where the new reading differs (!), the field returns to the review queue.
    """
    from dragoman.rereading import Scope
    from dragoman.rereading import reread as run

    scope = Scope(articles, everything, profile, workers, dry_run)
    with opened(location, readonly=False) as archive:
        screen = _Screen(archive, as_json=as_json or not sys.stdout.isatty())
        try:
            count = run(
                archive,
                scope,
                tell=screen.tell,
                refuse=lambda reason: click.echo(f"dragoman: {reason}", err=True),
            )
        except KeyboardInterrupt:
            click.echo("\nStopped. What was read is saved; the same command goes on from here.", err=True)
            raise SystemExit(_INTERRUPTED) from None
    click.echo(_summary(count, dry_run=dry_run), err=True)
    if count.unread:
        click.get_current_context().exit(1)


class _Screen:
    """What is shown of each article that reads differently."""

    def __init__(self, archive: Archive, *, as_json: bool) -> None:
        self._archive = archive
        self._as_json = as_json

    def tell(self, renewal: Renewal) -> None:
        """One article was read again."""
        if renewal.is_quiet:
            return
        if self._as_json:
            from dragoman.codec import to_json

            click.echo(to_json(_object(renewal)))
            return
        stored = self._archive.article(renewal.article_id)
        click.echo(
            f"{renewal.article_id}  {'' if stored is None else stored.article.headline or stored.article.source}"
        )
        for line in lines_of(renewal):
            click.echo(f"  {line}")


def lines_of(renewal: Renewal) -> list[str]:
    """What reading an article again changed, a line each."""
    from dragoman.record.typed import in_words
    from dragoman.record.values import value_of

    lines = [f"+ {record_id}" for record_id in renewal.added]
    lines += [f"- {record_id}" for record_id in renewal.gone]
    for record_id, fields in renewal.changed.items():
        lines += [f"~ {record_id}  {path}: {before} → {after}" for path, before, after in fields]
    for record_id, conflicts in renewal.conflicts.items():
        for one in conflicts:
            read = "" if one.field is None else f" ({in_words(value_of(one.field, one.read))})"
            lines.append(f"! {record_id}  {one.field or 'record'}: {one.reason}{read}")
    return lines + [f"= {report_id}  kept, since somebody decided on it" for report_id in renewal.kept]


def _object(renewal: Renewal) -> dict[str, object]:
    return {
        "article_id": renewal.article_id,
        "added": renewal.added,
        "gone": renewal.gone,
        "changed": {
            record_id: [{"field": path, "before": before, "after": after} for path, before, after in fields]
            for record_id, fields in renewal.changed.items()
        },
        "conflicts": {
            record_id: [{"field": one.field, "reason": one.reason} for one in conflicts]
            for record_id, conflicts in renewal.conflicts.items()
        },
        "kept": renewal.kept,
    }


def _summary(count: Count, *, dry_run: bool) -> str:
    if not (count.read or count.unread):
        return "Every article was read by the installed version; --all reads them again."
    told = (
        f"{count.read} articles read again: {count.added} records came, {count.gone} went, {count.changed} changed; "
        f"{count.conflicts} conflicts in the review queue."
    )
    return f"{told} Nothing was saved (--dry-run)." if dry_run else told
