"""A review at the terminal: one field after the other, one key per decision."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import click
from rich.console import Console

from dragoman.citation import Evidence
from dragoman.cli.archives import record_named
from dragoman.errors import DragomanError
from dragoman.exports.asking import print_question
from dragoman.exports.telling import Teller
from dragoman.record.anchors import Anchor, anchor_of
from dragoman.record.deciding import Reviewer, anchors_of, decide, find_in_record, undo
from dragoman.record.decisions import Decision, Verdict
from dragoman.record.docket import Docket
from dragoman.record.fields import Field, field_at
from dragoman.record.queue import Question
from dragoman.record.typed import expected_of, parse_value
from dragoman.store.desk import Desk

KEYS: Mapping[str, str] = {
    "a": "accept",
    "x": "reject",
    "e": "edit the value",
    "s": "select other words",
    "j": "next field",
    "k": "previous field",
    "u": "undo",
    "f": "flag",
    "g": "skip",
    "m": "merge with another record",
    "p": "split off a report",
    "c": "comment",
    "A": "accept all that is left of this record",
    "X": "reject the whole record",
    "?": "help",
    "q": "quit",
}
"""What each key does; capital letters are about the whole record."""
_LINE = "  ".join(f"{key} {what.split()[0]}" for key, what in KEYS.items() if key.islower() or key == "?")


def utc_now() -> dt.datetime:
    """The moment a decision is made."""
    return dt.datetime.now(dt.UTC)


def ask_line(prompt: str) -> str:
    """A typed line; empty at the end of input."""
    click.echo(f"{prompt}: ", nl=False)
    return sys.stdin.readline().strip()


def ask_key() -> str:
    """One key: at a terminal as it is pressed, else the first letter of the next line; ``q`` at the end of input."""
    if sys.stdin.isatty():
        key = click.getchar()
        click.echo(key if key.isprintable() else "")
        return key
    line = sys.stdin.readline()
    return (line.strip() or "?")[0] if line else "q"


@dataclass
class Session:
    """One reviewer going through questions. ``saved`` are his decisions of this session, for undo."""

    desk: Desk
    reviewer: Reviewer
    questions: list[Question]
    console: Console
    teller: Teller
    at: int = 0
    made: int = 0
    saved: list[tuple[Decision, int]] = field(default_factory=list)

    def run(self) -> None:
        """Ask until the questions or the reviewer are through."""
        while 0 <= self.at < len(self.questions):
            question = self.question
            self._show(question)
            key = ask_key()
            if key == "q":
                break
            if key not in _ACTIONS:
                click.echo(f"{key!r} is no key; {_LINE}")
                continue
            try:
                _ACTIONS[key](self)
            except DragomanError as error:
                click.echo(f"Not saved: {error}")
            except click.ClickException as error:
                click.echo(f"Not saved: {error.format_message()}")
        else:
            click.echo("\nNothing is left to ask.")
        click.echo(f"{self.made} {'decision' if self.made == 1 else 'decisions'} saved.")

    @property
    def question(self) -> Question:
        """The field asked about."""
        return self.questions[self.at]

    def _show(self, question: Question) -> None:
        place = f"{self.at + 1} of {len(self.questions)}"
        docket = self._docket()
        print_question(
            self.console,
            self._as_it_is(question, docket),
            docket,
            self.desk.article,
            self.teller,
            place=place,
        )
        click.echo(_LINE)

    def _docket(self) -> Docket:
        return self.desk.docket(self.question.record_id, self.reviewer)

    def _as_it_is(self, question: Question, docket: Docket) -> Question:
        """The question with the value that its field has by now."""
        path = docket.path_of(question.field.path)
        return replace(question, field=field_at(docket.engagement, path) or Field(path, None))

    def _decide(
        self,
        verdict: Verdict,
        *,
        whole: bool = False,
        typed: str | None = None,
        words: tuple[Evidence, ...] = (),
        why: str | None = None,
        other: tuple[Anchor, ...] = (),
    ) -> None:
        docket = self._docket()
        path = None if whole else docket.path_of(self.question.field.path)
        decision = decide(
            docket,
            verdict,
            self.reviewer,
            utc_now(),
            field=path,
            typed=typed,
            words=words,
            why=why,
            other=other,
        )
        self.desk.save(decision)
        self.saved.append((decision, self.at))
        self.made += 1

    def next(self) -> None:
        """To the next field."""
        self.at += 1

    def previous(self) -> None:
        """To the field before."""
        self.at = max(0, self.at - 1)

    def accept(self) -> None:
        """The value is right."""
        self._decide(Verdict.ACCEPT)
        self.next()

    def accept_rest(self) -> None:
        """All that is left of this record is right."""
        record_id = self.question.record_id
        while self.at < len(self.questions) and self.question.record_id == record_id:
            self.accept()

    def reject(self) -> None:
        """The value is wrong, and there is none."""
        self._decide(Verdict.REJECT)
        self.next()

    def reject_record(self) -> None:
        """There is no such event."""
        why = ask_line("Why (Enter: no remark)")
        self._decide(Verdict.REJECT, whole=True, why=why or None)
        self._leave_record()

    def edit(self) -> None:
        """The value is another."""
        path = self.question.field.path
        typed = ask_line(f"New value ({expected_of(path)})")
        parse_value(path, typed)
        words = ask_line("Words it rests on (Enter: as before)")
        self._decide(Verdict.CORRECT, typed=typed, words=self._find(words))
        self.next()

    def select(self) -> None:
        """The value rests on other words."""
        self._decide(Verdict.CORRECT, words=self._find(ask_line("The words, as they stand in the article")))
        self.next()

    def _find(self, words: str) -> tuple[Evidence, ...]:
        return (find_in_record(self._docket(), words, self.question.field.path),) if words else ()

    def undo(self) -> None:
        """Withdraw the last decision of this session that is not withdrawn, and go back to it."""
        if not self.saved:
            raise click.ClickException("nothing was decided in this session")
        decision, at = self.saved[-1]
        docket = self.desk.docket(self.questions[at].record_id, self.reviewer)
        self.desk.save(undo(docket, self.reviewer, utc_now(), decision.decision_id))
        self.saved.pop()
        self.made -= 1
        self.at = at

    def flag(self) -> None:
        """Somebody else should look."""
        self._decide(Verdict.FLAG, why=ask_line("Why (Enter: no remark)") or None)
        self.next()

    def skip(self) -> None:
        """Not now, and not again."""
        self._decide(Verdict.SKIP)
        self.next()

    def comment(self) -> None:
        """A remark for people."""
        self._decide(Verdict.COMMENT, why=ask_line("Comment"))

    def merge(self) -> None:
        """Another record tells the same event."""
        other = record_named(self.desk.archive, ask_line("Merge with record"))
        self._decide(Verdict.MERGE, whole=True, other=anchors_of(other))

    def split(self) -> None:
        """One of the reports tells another event."""
        reports = self._docket().record.reports
        for number, report in enumerate(reports, 1):
            told = " · ".join(
                part for part in (report.publisher, str(report.published or ""), report.headline) if part
            )
            click.echo(f"{number}  {told}")
        answer = ask_line("Which report tells another event (number)")
        if not answer.isdigit() or not 1 <= int(answer) <= len(reports):
            raise click.ClickException(f"{answer!r} is no number from 1 to {len(reports)}")
        other = anchor_of(reports[int(answer) - 1].engagement)
        self._decide(Verdict.SPLIT, whole=True, other=(other,))

    def help(self) -> None:
        """What the keys do."""
        for key, what in KEYS.items():
            click.echo(f"  {key}  {what}")

    def _leave_record(self) -> None:
        record_id = self.question.record_id
        while self.at < len(self.questions) and self.question.record_id == record_id:
            self.next()


_ACTIONS: Mapping[str, Callable[[Session], None]] = {
    "a": Session.accept,
    "x": Session.reject,
    "e": Session.edit,
    "s": Session.select,
    "j": Session.next,
    "k": Session.previous,
    "u": Session.undo,
    "f": Session.flag,
    "g": Session.skip,
    "m": Session.merge,
    "p": Session.split,
    "c": Session.comment,
    "A": Session.accept_rest,
    "X": Session.reject_record,
    "?": Session.help,
}
