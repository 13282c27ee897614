"""Acts of held-out marked passages that are read, by rules alone and with the act network, and how much is read wrongly.

    python -m benchmarks.acts

An act counts as read if an engagement is told by one of its triggers' words, or, of its kind, within 60 characters of them,
and has one of its sides; as exact if the engagement is of its kind and has all sides that have mentions.
An engagement that reads no act is false. The passages are every eighth of `tools/acts/passages`, which training leaves
out; then the main engagements of the unread gold pages, with a tagger that keeps no states and with the shipped one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
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
from dragoman.scoring.gold import load_pages
from dragoman.scoring.matching import pair_up
from dragoman.scoring.report import figures_of
from dragoman.scoring.tally import tally
from tools.acts.markup import PASSAGES, MarkedAct, Passage, Stretch, held_out
from tools.acts.windows import article_of

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
    tallies = {"rules": Tally(), "rules and network": Tally()}
    tagger, kb = open_tagger(), KnowledgeBase.open()
    for passage in _checked():
        doc = tagger.tag(segment(article_of(passage.text)))
        mentions = find_mentions(doc, kb)
        bare = replace(doc, sentences=tuple(replace(sentence, states=None) for sentence in doc.sentences))
        for counted, read in zip(tallies.values(), (bare, doc), strict=True):
            _count(counted, passage, read, mentions, kb)
    figures: dict[str, dict[str, float]] = {name: one.row() for name, one in tallies.items()}
    for name, own in zip(tallies, (PackTagger(open_pack()), None), strict=True):
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


def _checked() -> Iterator[Passage]:
    for path in sorted(PASSAGES.glob("*.txt")):
        yield from held_out(path)


def _count(counted: Tally, passage: Passage, doc: Document, mentions: Mentions, kb: KnowledgeBase) -> None:
    left = list(read_document(doc, kb, mentions))
    for act in passage.acts:
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
