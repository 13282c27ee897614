"""Asking: one field of a record put to a reviewer at a terminal, in the sentence it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.citation import Evidence
from dragoman.exports.listing import SHORT_ID
from dragoman.exports.passages import passages_of
from dragoman.exports.telling import Teller
from dragoman.exports.terminal import passage_in_marks
from dragoman.exports.wording import STATUS_WORDS, flags_of
from dragoman.pages.article import Article
from dragoman.record.agreement import Agreement, Difference
from dragoman.record.docket import Docket
from dragoman.record.queue import Question
from dragoman.record.typed import in_words
from dragoman.record.values import value_of

_MOST_SENTENCES = 3
_INDENT = 2


def print_question(
    console: Console,
    question: Question,
    docket: Docket,
    find_article: Callable[[str], Article],
    teller: Teller,
    *,
    place: str,
) -> None:
    """Print the record as a sentence, the field with its value, why it is asked, and the sentence with its words marked.

    ``place`` says where in the queue this is: "3 of 50".
    """
    eng = docket.engagement
    told = " · ".join((eng.kind, STATUS_WORDS[eng.status], *flags_of(eng)))
    console.print()
    console.print(Text.assemble((f"{place}  ", "dim"), told, (f"  {question.record_id[:SHORT_ID]}", "cyan")))
    console.print(Text(teller.tell(eng), style="dim"))
    console.print(
        Text.assemble((f"{field_in_words(docket, question.field.path)}: ", "bold"), _value(question))
    )
    console.print(Text("; ".join(reasons_in_words(question)), style="dim"))
    words = question.field.evidence or eng.trigger
    for sentence in sentences_of(console, words, find_article):
        console.print(Padding(sentence, (0, 0, 0, _INDENT), expand=False))


def field_in_words(docket: Docket, path: str) -> str:
    """A path with names for ids: "participants[Aino Aalto].office"."""
    for who in docket.engagement.participants:
        if who.entity_id is not None:
            path = path.replace(f"[{who.entity_id}]", f"[{who.name.value}]")
    return path


def reasons_in_words(question: Question) -> Iterator[str]:
    """Why it is asked, with the values that speak against the one shown."""
    conflicts = iter(question.conflicts)
    for reason in question.reasons:
        conflict = next(conflicts, None) if reason in {one.reason for one in question.conflicts} else None
        if conflict is None or conflict.field is None:
            yield reason
        else:
            yield f"{reason}: {in_words(value_of(conflict.field, conflict.read))}"


def sentences_of(
    console: Console, words: Iterable[Evidence], find_article: Callable[[str], Article]
) -> Iterator[RenderableType]:
    """The first sentences that the words stand in, article by article."""
    evidence = tuple(words)
    left = _MOST_SENTENCES
    for article_id in dict.fromkeys(one.article_id for one in evidence):
        for passage in passages_of(find_article(article_id), evidence)[:left]:
            yield passage_in_marks(console, passage)
            left -= 1
        if left <= 0:
            return


def agreement_table(rows: Iterable[Agreement]) -> Table:
    """Agreement per field: how often both ruled, how often alike, Krippendorff's alpha."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for title, justify in (("field", "left"), ("units", "right"), ("alike", "right"), ("alpha", "right")):
        table.add_column(title, justify=justify)  # type: ignore[arg-type]
    for row in rows:
        shown = "–" if row.alpha is None else f"{row.alpha:.3f}"
        table.add_row(row.field, str(row.units), f"{row.share:.0%}", shown)
    return table


def difference_line(difference: Difference) -> str:
    """Where coders differ, in one line."""
    held = "  ".join(f"{coder}: {value}" for coder, value in difference.held.items())
    return f"{difference.record_id[:SHORT_ID]}  {difference.field}  {held}"


def _value(question: Question) -> Text:
    return Text(in_words(question.field.value), style="yellow")
