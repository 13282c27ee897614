"""`dragoman review`: look at what is unsure and decide; decisions to scripts, files and between coders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from dragoman.cli.archives import archive_option, json_option, opened, record_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.record.anchors import Anchor
    from dragoman.record.deciding import Reviewer
    from dragoman.record.decisions import Decision
    from dragoman.record.docket import Docket
    from dragoman.record.queue import Question
    from dragoman.store.desk import Desk

_WHOLE = "record"
_author = click.option(
    "--author", envvar="DRAGOMAN_AUTHOR", metavar="NAME", help="Who decides; by default your account's name."
)
_blind = click.option("--blind", is_flag=True, help="See nothing of what others decided: for coding twice.")
_second = click.option("--second", is_flag=True, help="Ask again what others decided, showing it.")
_most = click.option(
    "--most", type=click.IntRange(1, 1000), default=50, show_default=True, help="Questions at most."
)


@click.group(invoke_without_command=True)
@archive_option
@_author
@_blind
@_second
@_most
@click.option("--record", "record", metavar="RECORD", help="Only the fields of this record.")
@click.pass_context
def review(
    ctx: click.Context,
    location: str,
    author: str | None,
    blind: bool,
    second: bool,
    most: int,
    record: str | None,
) -> None:
    """Go through the fields that matter and are unsure, one in its sentence at a time; ? shows the keys.

    Decisions are saved at once and stand whatever is read later. Without a terminal, keys and answers are read as lines.
    """
    from dragoman.store.desk import Desk

    if ctx.invoked_subcommand is not None:
        return
    from rich.console import Console

    from dragoman.cli.session import Session
    from dragoman.exports.telling import Teller
    from dragoman.pipeline import shipped_knowledge

    reviewer = _reviewer(author, blind=blind)
    with opened(location, readonly=False) as archive:
        desk = Desk(archive)
        questions = _questions(desk, reviewer, record, most=most, second=second)
        console = Console(highlight=False)
        Session(desk, reviewer, questions, console, Teller(shipped_knowledge().country)).run()


@review.command("list")
@archive_option
@_author
@_blind
@_second
@_most
@click.option("--record", "record", metavar="RECORD", help="Only the fields of this record.")
@json_option
def list_(
    location: str, author: str | None, blind: bool, second: bool, most: int, record: str | None, as_json: bool
) -> None:
    """List what there is to review, the most worthwhile first; in a pipe one JSON object per line."""
    from dragoman.store.desk import Desk

    reviewer = _reviewer(author, blind=blind)
    with opened(location) as archive:
        questions = _questions(Desk(archive), reviewer, record, most=most, second=second)
    if as_json or not sys.stdout.isatty():
        from dragoman.codec import to_json

        for question in questions:
            click.echo(to_json(_question_object(question)))
        return
    from dragoman.record.typed import in_words

    for question in questions:
        value = in_words(question.field.value)
        click.echo(f"{question.record_id}  {question.field.path}  {value}  ({'; '.join(question.reasons)})")


@review.command()
@click.argument("record")
@click.argument("field")
@click.argument(
    "verdict",
    type=click.Choice(
        [
            "accept",
            "reject",
            "correct",
            "delete",
            "restore",
            "merge",
            "split",
            "comment",
            "flag",
            "skip",
            "undo",
        ]
    ),
)
@click.argument("value", required=False)
@archive_option
@_author
@_blind
@click.option("--why", metavar="TEXT", help="A remark for people; of a comment, its words.")
@click.option("--words", metavar="TEXT", help="The words of an article that a correction rests on.")
def decide(
    record: str,
    field: str,
    verdict: str,
    value: str | None,
    location: str,
    author: str | None,
    blind: bool,
    why: str | None,
    words: str | None,
) -> None:
    """Decide on one FIELD of RECORD without asking, for scripts; FIELD is `record` for the whole.

    VALUE is what a correction says; of merge the other record, of split the report that tells another event, of undo the
    decision (by default your last one on the record). Prints the decision as JSON.
    """
    from dragoman.record.decisions import decision_line
    from dragoman.store.desk import Desk

    reviewer = _reviewer(author, blind=blind)
    with opened(location, readonly=False) as archive:
        desk = Desk(archive)
        docket = desk.docket(record_named(archive, record).record_id, reviewer)
        path = None if field == _WHOLE else field
        decision = _decision(desk, docket, reviewer, verdict, path, value, why=why, words=words)
        desk.save(decision)
    click.echo(decision_line(decision))


@review.command()
@archive_option
@click.option("--author", metavar="NAME", help="Only the decisions of this one.")
@click.option("--output", "-o", type=click.File("w", encoding="utf-8", lazy=True), default="-")
def export(location: str, author: str | None, output: IO[str]) -> None:
    """Print all decisions, one JSON object per line: to keep, to share, to measure readers by."""
    from dragoman.record.decisions import decision_line
    from dragoman.store.desk import Desk

    with opened(location) as archive:
        for decision in Desk(archive).decisions(author):
            output.write(decision_line(decision) + "\n")


@review.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@archive_option
def import_(files: tuple[Path, ...], location: str) -> None:
    """Take in decisions that `dragoman review export` printed, all of a run or none.

    Those that are here already change nothing. Those on articles that are not here wait until these are ingested.
    """
    from dragoman.store.desk import Desk

    with opened(location, readonly=False) as archive:
        done = Desk(archive).load([decision for file in files for decision in _decisions_in(file)])
    click.echo(f"{done.added} decisions taken in, {done.known} were here already.")
    if done.waiting:
        click.echo(f"{done.waiting} of them wait for articles that are not in {location} yet.")


@review.command()
@click.argument("coders", nargs=-1, required=True, metavar="CODER CODER...")
@archive_option
@click.option("--differences", is_flag=True, help="List the fields on which the coders differ.")
@json_option
def agreement(coders: tuple[str, ...], location: str, differences: bool, as_json: bool) -> None:
    """How far coders decided alike, per field: Krippendorff's alpha for nominal values."""
    from dragoman.store.desk import Desk

    if len(set(coders)) < 2:
        raise click.UsageError("name two coders or more")
    from dragoman.record import agreement as measure

    with opened(location) as archive:
        rows, differing = measure.agreement(Desk(archive).decisions_by_record(), coders)
    if not rows:
        raise click.ClickException(f"{' and '.join(coders)} ruled on no field in common")
    if as_json or not sys.stdout.isatty():
        from dragoman.codec import to_json

        click.echo(
            to_json({"coders": coders, "agreement": rows, "differences": differing if differences else ()})
        )
        return
    from rich.console import Console

    from dragoman.exports.asking import agreement_table, difference_line

    Console().print(agreement_table(rows))
    for difference in differing if differences else ():
        click.echo(difference_line(difference))


def _reviewer(author: str | None, *, blind: bool) -> Reviewer:
    import getpass

    from dragoman.record.deciding import Reviewer

    return Reviewer((author or getpass.getuser()).strip(), blind)


def _questions(
    desk: Desk, reviewer: Reviewer, record: str | None, *, most: int, second: bool
) -> list[Question]:
    """The queue, the fields of one record together."""
    if record is not None:
        record_id = record_named(desk.archive, record).record_id
        return list(desk.questions(record_id, reviewer, second=second)[:most])
    found = desk.queue(reviewer, most=most, second=second)
    order = {record_id: place for place, record_id in enumerate(dict.fromkeys(q.record_id for q in found))}
    return sorted(found, key=lambda question: (order[question.record_id], question.order))


def _question_object(question: Question) -> dict[str, object]:
    import json

    from dragoman.record.values import value_json

    return {
        "record_id": question.record_id,
        "field": question.field.path,
        "value": json.loads(value_json(question.field.value)),
        "confidence": question.field.confidence,
        "priority": question.priority,
        "reasons": question.reasons,
        "quotes": [evidence.quote for evidence in question.field.evidence],
    }


def _decision(
    desk: Desk,
    docket: Docket,
    reviewer: Reviewer,
    verdict: str,
    field: str | None,
    value: str | None,
    *,
    why: str | None,
    words: str | None,
) -> Decision:
    from dragoman.cli.session import utc_now
    from dragoman.record.deciding import anchors_of, decide, find_in_record, undo
    from dragoman.record.decisions import Verdict

    if verdict == Verdict.UNDO:
        return undo(docket, reviewer, utc_now(), value)
    other: tuple[Anchor, ...] = ()
    if verdict == Verdict.MERGE:
        other = anchors_of(record_named(desk.archive, value or ""))
    elif verdict == Verdict.SPLIT:
        other = tuple(one for one in anchors_of(docket.record) if one.report_id == value)
    return decide(
        docket,
        Verdict(verdict),
        reviewer,
        utc_now(),
        field=field,
        typed=value if verdict == Verdict.CORRECT else None,
        words=(find_in_record(docket, words, field),) if words else (),
        why=why,
        other=other,
    )


def _decisions_in(file: Path) -> Iterator[Decision]:
    """The decisions of a file; an odd line is named."""
    from dragoman.errors import DecisionError
    from dragoman.record.decisions import decision_of

    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield decision_of(line)
                except DecisionError as error:
                    raise DecisionError(f"{file}, line {number}: {error}") from error
