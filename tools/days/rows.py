"""Rows: what is known of the days of the annotated engagements that the reader finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement
from dragoman.engagements.finding import read_document
from dragoman.engagements.scene_days import REASON, may_have_scene_day
from dragoman.engagements.scenes import Choice, Scene
from dragoman.exports.reading import reading_line
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.mentions.finding import find_mentions
from dragoman.pages import read_page
from dragoman.pipeline import PROFILES, code_reading, gate_of, keep_sure, shipped_knowledge
from dragoman.scoring.gold import GoldPage, load_pages
from dragoman.scoring.matching import pair_up
from dragoman.scoring.output import outputs_of


@dataclass(frozen=True, slots=True)
class Row:
    """An engagement that has the day of its scene or none: the days it may have, and the one it has.

    ``is_dated`` if words outside its own sentences date it without any weighing; its features are then those that it
    would have without.
    """

    page: str
    choices: tuple[Choice, ...]
    day: DateSpan | None
    is_dated: bool


def read_rows(folders: Sequence[Path]) -> list[Row]:
    """The rows of all annotated pages in some folders."""
    return [row for page in load_pages(folders) for row in _rows_of(page)]


def _rows_of(page: GoldPage) -> Iterator[Row]:
    kb, tagger = shipped_knowledge(), open_tagger()
    article = read_page(page.path.read_bytes(), source=str(page.path))
    doc = segment(article)
    doc = tagger.tag(doc, gate_of(kb, tagger).sentences(doc))
    mentions = find_mentions(doc, kb)
    found = tuple(_without_scene_day(eng) for eng in read_document(doc, kb, mentions))
    reading = keep_sure(code_reading(article, found), PROFILES["precise"])
    (output,) = outputs_of([reading_line(reading)])
    told, scene = {eng.engagement_id: eng for eng in found}, Scene(doc, mentions, found)
    for pair in pair_up(page, output).pairs:
        eng = told[reading.engagements[pair.out].engagement_id]
        gold = page.engagements[pair.gold].date
        if (row := _row(page, eng, gold.span() if gold else None, scene)) is not None:
            yield row


def _without_scene_day(eng: Engagement) -> Engagement:
    weighed = eng.date is not None and eng.date.reason == REASON
    return replace(eng, date=None) if weighed else eng


def _row(page: GoldPage, eng: Engagement, day: DateSpan | None, scene: Scene) -> Row | None:
    if not may_have_scene_day(eng) or _tells_own_day(eng, scene):
        return None
    choices = tuple(scene.choices(eng))
    return Row(page.path.name, choices, day, eng.date is not None) if choices else None


def _tells_own_day(eng: Engagement, scene: Scene) -> bool:
    """Whether an engagement has a day that is told in one of its own sentences."""
    own = {scene.sentence_at(item.span.start) for item in eng.trigger}
    told = eng.date.evidence if eng.date is not None else ()
    return any(scene.sentence_at(item.span.start) in own for item in told)
