"""A reading for a person at a terminal: each engagement as a sentence, with its codes and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.exports.nesting import FAMILIES, Family, nest
from dragoman.exports.passages import Piece, split_passages
from dragoman.exports.telling import Teller
from dragoman.exports.wording import STATUS_WORDS, codes_in_words, flags_of, published_in_words
from dragoman.pages.article import Article

if TYPE_CHECKING:
    from dragoman.pipeline import Reading

STYLES = {
    Family.CONTACT: "bold cyan",
    Family.COOPERATION: "bold green",
    Family.DISPUTE: "bold yellow",
    Family.COERCION: "bold red",
    Family.OTHER: "bold magenta",
}
_MAX_PASSAGES = 3
_UNSURE = 0.5
_INDENT = 3


def print_reading(console: Console, reading: Reading, teller: Teller) -> None:
    """Print one article and its engagements."""
    article = reading.article
    console.print(Rule(Text(article.headline or article.source, style="bold"), align="left", style="dim"))
    console.print(Text(_imprint(article), style="dim"))
    for depth, eng in nest(reading.engagements):
        console.print()
        told = _engagement(console, reading, eng, teller)
        console.print(Padding(told, (0, 0, 0, depth * _INDENT), expand=False))
    if not reading.engagements:
        console.print("\nNo engagement found.")
    for remark in reading.skipped:
        console.print(Text(f"Left out: {remark}", style="dim"))
    console.print()


def _imprint(article: Article) -> str:
    """Publisher, day and where the day was found, file."""
    day = published_in_words(article.published)
    return " · ".join(part for part in (article.publisher, article.byline, day, article.source) if part)


def _engagement(console: Console, reading: Reading, eng: Engagement, teller: Teller) -> RenderableType:
    lines: list[RenderableType] = [Text(teller.tell(eng), style="bold")]
    lines += [Text(line) for line in _details(eng, teller)]
    codes = codes_in_words(reading.events_of(eng))
    if codes:
        lines.append(Text(codes, style="cyan"))
    told, further = split_passages(reading.article, eng)
    lines += [passage_in_marks(console, passage) for passage in islice(told, _MAX_PASSAGES)]
    left = max(0, len(told) - _MAX_PASSAGES) + len(further)
    if left:
        lines.append(
            Text(f"│ names and more from {left} other sentence{'' if left == 1 else 's'}", style="dim")
        )
    return Group(_label(eng), Padding(Group(*lines), (0, 0, 0, 2), expand=False))


def _label(eng: Engagement) -> Text:
    label = Text("● ", style=STYLES[FAMILIES[eng.kind]])
    label.append(eng.kind.upper(), style=STYLES[FAMILIES[eng.kind]])
    remarks = [STATUS_WORDS[eng.status], *flags_of(eng)]
    if eng.confidence < _UNSURE:
        remarks.append(f"unsure, {eng.confidence:.0%}")
    label.append(f"  {' · '.join(remarks)}", style="italic")
    return label


def _details(eng: Engagement, teller: Teller) -> Iterator[str]:
    if eng.kind is Kind.VISIT and any(stop.place.value.city or stop.date for stop in eng.stops):
        yield f"Stops: {' → '.join(teller.stop(stop) for stop in eng.stops)}"
    if eng.name is not None and eng.kind is not Kind.CONFERENCE:
        yield f"Name: {eng.name.value}"
    if eng.purpose is not None:
        yield f"Purpose: {eng.purpose.value}"
    if eng.topics:
        yield f"On: {'; '.join(topic.value for topic in eng.topics)}"
    if eng.content is not None:
        yield f"Content: “{eng.content.value}”"
    if eng.attributed_to is not None:
        yield f"According to: {eng.attributed_to.value}"
    if eng.reason is not None:
        yield f"Note: {eng.reason}"


def passage_in_marks(console: Console, pieces: Iterable[Piece]) -> RenderableType:
    """A sentence with the supporting words marked: by colour and underline, in plain output by brackets."""
    plain = console.color_system is None
    words = Text()
    for piece in pieces:
        text = " ".join(piece.text.split("\n"))
        if not piece.marked:
            words.append(text, style="dim" if not plain else "")
        elif plain:
            words.append(f"[{text}]")
        else:
            words.append(text, style="bold yellow underline" if piece.trigger else "yellow")
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("│", style="dim"), words)
    return grid
