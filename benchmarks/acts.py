"""Acts of held-out passages and real sentences that are read, by rules alone and with the act network, and read wrongly.

    python -m benchmarks.acts

An act counts as read if an engagement is told by one of its triggers' words, or, of its kind, within 60 characters of them,
and has one of its sides; as exact if the engagement is of its kind and has all sides that have mentions.
An engagement of the precise profile that reads no act is false. The passages are every eighth of `tools/acts/passages`,
which training leaves out; so are the real sentences of `tools/acts/marks`, which need the corpora in `../shared/data` and
are skipped without them. Then the main engagements of the unread gold pages, by a tagger without states and the shipped one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.cli.score import output_of_article
from dragoman.engagements.engagement import Engagement
from dragoman.engagements.finding import read_document
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document
from dragoman.language.packs import open_pack
from dragoman.language.segment import segment
from dragoman.language.tagging import PackTagger, open_tagger
from dragoman.mentions.finding import Mentions, find_mentions
from dragoman.pages import read_page
from dragoman.pages.article import Article
from dragoman.pipeline import PROFILES
from dragoman.scoring.gold import load_pages
from dragoman.scoring.matching import pair_up
from dragoman.scoring.report import figures_of
from dragoman.scoring.tally import tally
from tools.acts.marks import CORPORA, read_items
from tools.acts.markup import PASSAGES, MarkedAct, Stretch, held_out
from tools.acts.windows import article_of

READERS = ("rules", "rules and network")
_NEAR = 60
BLIND = Path(__file__).resolve().parents[1] / "tests" / "gold" / "blind"


@dataclass(slots=True)
class Tally:
    """Acts told, read, and read exactly; engagements that read none."""

    told: int = 0
    read: int = 0
    exact: int = 0
    false: int = 0

    def row(self) -> dict[str, float]:
        """Shares of the acts told, and of what was read."""
        return {
            "acts": self.told,
            "recall": round(self.read / self.told, 3),
            "exact": round(self.exact / self.told, 3),
            "precision": round(self.read / max(1, self.read + self.false), 3),
        }


def main() -> None:
    """Prints one JSON object."""
    sources = {"passages": _passages()}
    if CORPORA.is_dir():
        sources["real sentences"] = (
            (item.article, item.acts, item.sentences) for item in read_items() if item.held_out
        )
    tagger, kb = open_tagger(), KnowledgeBase.open()
    figures: dict[str, dict[str, float]] = {}
    for source, texts in sources.items():
        tallies = [Tally() for _ in READERS]
        for article, acts, asked in texts:
            doc = tagger.tag(segment(article))
            mentions = find_mentions(doc, kb)
            bare = replace(doc, sentences=tuple(replace(sentence, states=None) for sentence in doc.sentences))
            for counted, read in zip(tallies, (bare, doc), strict=True):
                _count(counted, acts, asked, read, mentions, kb)
        figures |= {f"{source}, {name}": one.row() for name, one in zip(READERS, tallies, strict=True)}
    for name, own in zip(READERS, (PackTagger(open_pack()), None), strict=True):
        figures[f"unread pages, {name}"] = _unread(own)
    print(json.dumps(figures, indent=1))


def _unread(tagger: PackTagger | None) -> dict[str, float]:
    """Recall and precision of the main engagements of the unread pages."""
    pairs = []
    for page in load_pages([BLIND]):
        article = read_page(page.path.read_bytes(), source=str(page.path))
        pairs.append(pair_up(page, output_of_article(article, tagger)))
    figures = figures_of(tally(pairs))
    return {name: figures[name] for name in ("main_recall", "main_precision")}


def _passages() -> Iterator[tuple[Article, tuple[MarkedAct, ...], None]]:
    for path in sorted(PASSAGES.glob("*.txt")):
        for passage in held_out(path):
            yield article_of(passage.text), passage.acts, None


def _count(
    counted: Tally,
    acts: Iterable[MarkedAct],
    asked: Collection[int] | None,
    doc: Document,
    mentions: Mentions,
    kb: KnowledgeBase,
) -> None:
    """Counts the engagements of a document, only those told in the sentences that start at ``asked`` if these are given."""
    spans = [sentence.span for sentence in doc.sentences if asked is None or sentence.span.start in asked]
    left = [
        eng
        for eng in read_document(doc, kb, mentions)
        if eng.confidence >= PROFILES["precise"]
        and any(span.covers(told.span) for span in spans for told in eng.trigger)
    ]
    for act in acts:
        counted.told += 1
        sides = [_sides_at(mentions, stretch) for stretch in (*act.first, *act.second)]
        fitting = [eng for eng in left if _is_of(eng, act) and _shared(eng, sides)]
        if fitting:
            best = max(fitting, key=lambda eng: (eng.kind is act.kind, _shared(eng, sides)))
            left.remove(best)
            counted.read += 1
            named = [side for side in sides if side]
            counted.exact += best.kind is act.kind and _shared(best, sides) == len(named)
    counted.false += len(left)


def _is_of(eng: Engagement, act: MarkedAct) -> bool:
    for start, end in act.triggers:
        for evidence in eng.trigger:
            apart = max(evidence.span.start - end, start - evidence.span.end)
            if apart < 0 or (apart <= _NEAR and eng.kind is act.kind):
                return True
    return False


def _sides_at(mentions: Mentions, stretch: Stretch) -> frozenset[str]:
    start, end = stretch
    over = (m for m in mentions.actors if m.span.start < end and start < m.span.end)
    return frozenset(actor.side for mention in over for actor in mention.actors)


def _shared(eng: Engagement, sides: Sequence[frozenset[str]]) -> int:
    """How many of some sides take part."""
    own = {part.country.value for part in eng.participants if part.country is not None}
    own |= {part.entity_id for part in eng.participants if part.entity_id is not None}
    own |= {part.name.value for part in eng.participants}
    return sum(bool(side & own) for side in sides)


if __name__ == "__main__":
    main()
