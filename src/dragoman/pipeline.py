"""read(article, kb): an article to coded engagements, the project's one path in a dozen lines."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.engagements.engagement import Engagement, Kind
from dragoman.language.segment import segment
from dragoman.ontology.coding import code_engagement
from dragoman.ontology.event import CodedEvent
from dragoman.pages.article import Article

if TYPE_CHECKING:
    from dragoman.engagements.gate import Gate
    from dragoman.knowledge.lookup import KnowledgeBase
    from dragoman.language.tagging import PackTagger, Tagger
    from dragoman.ontology.sentences import CodedSentence

PROFILES = {"precise": 0.716, "loose": 0.0}
"""The confidence below which a profile leaves an engagement out."""

LANGUAGES = ("en",)
"""Languages there is a pack for, as ISO 639-1 codes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article: its engagements and their coded events by engagement id.

    ``skipped`` says in short phrases what was left out and why: "the article is not in English (fr)".
    """

    article: Article
    engagements: tuple[Engagement, ...]
    events: Mapping[str, tuple[CodedEvent, ...]]
    skipped: tuple[str, ...] = ()

    def events_of(self, eng: Engagement) -> tuple[CodedEvent, ...]:
        """The coded events of one of the engagements."""
        return self.events.get(eng.engagement_id, ())


def read(
    article: Article, kb: KnowledgeBase | None = None, *, tagger: Tagger | None = None, gated: bool = True
) -> Reading:
    """Read ``article``: sentences and words, their grammar and names, who is meant, what was done, its codes.

    Args:
        article: as ``dragoman.pages`` makes it.
        kb: who held which office when and where places are; by default the shipped tables.
        tagger: finds grammar and names; by default the shipped language pack.
        gated: whether sentences whose words can tell nothing are left out of it, as a tagger of ours allows.

    Raises:
        TableError: if a table is missing or damaged.
        PackError: if the language pack is missing or damaged.
    """
    from dragoman.engagements.finding import read_document
    from dragoman.language.tagging import PackTagger, open_tagger

    if article.language is not None and article.language not in LANGUAGES:
        return code_reading(article, (), skipped=(f"the article is not in English ({article.language})",))
    knowledge = shipped_knowledge() if kb is None else kb
    network = open_tagger() if tagger is None else tagger
    doc = segment(article)
    only = gate_of(knowledge, network).sentences(doc) if gated and isinstance(network, PackTagger) else None
    return code_reading(article, read_document(network.tag(doc, only), knowledge))


def code_article(
    article: Article, kb: KnowledgeBase | None = None, *, tagger: Tagger | None = None, least: float = 0.0
) -> tuple[CodedSentence, ...]:
    """The events of every sentence of ``article``, domestic ones too, for event data.

    Args:
        article: as ``dragoman.pages`` makes it; of another language than ``LANGUAGES``, it has none.
        kb: by default the shipped tables.
        tagger: by default the shipped language pack.
        least: the probability below which what a model told is left out, 0 to 1.

    Raises:
        TableError: if a table is missing or damaged.
        PackError: if the language pack or the class model is missing or damaged.
    """
    from dragoman.engagements.finding import read_document
    from dragoman.language.tagging import open_tagger
    from dragoman.mentions.finding import find_mentions
    from dragoman.ontology.sentences import code_sentences

    if article.language is not None and article.language not in LANGUAGES:
        return ()
    knowledge = shipped_knowledge() if kb is None else kb
    doc = (open_tagger() if tagger is None else tagger).tag(segment(article))
    mentions = find_mentions(doc, knowledge)
    reading = code_reading(article, read_document(doc, knowledge, mentions))
    return code_sentences(doc, mentions, knowledge, reading.engagements, reading.events, least=least)


@cache
def gate_of(kb: KnowledgeBase, tagger: PackTagger) -> Gate:
    """What tells the sentences that can matter, by the tables and the forms a tagger knows."""
    from dragoman.engagements.gate import Gate, shipped_gate
    from dragoman.engagements.lexicon import load_lexicon

    return Gate(shipped_gate(), load_lexicon(), kb, tagger.lemmas_of)


@cache
def shipped_knowledge() -> KnowledgeBase:
    """The knowledge base of the shipped tables, opened once per process."""
    from dragoman.knowledge.lookup import KnowledgeBase

    kb = KnowledgeBase.open()
    gc.freeze()  # tables last as long as the process: no need to look them through for garbage again and again
    return kb


def code_reading(
    article: Article, engagements: tuple[Engagement, ...], *, skipped: tuple[str, ...] = ()
) -> Reading:
    """The engagements of ``article`` with their codes."""
    visits = {eng.engagement_id: eng for eng in engagements if eng.kind is Kind.VISIT}
    events = {eng.engagement_id: code_engagement(eng, visits.get(eng.part_of or "")) for eng in engagements}
    return Reading(article, engagements, events, skipped)


def keep_sure(reading: Reading, least: float) -> Reading:
    """The reading without engagements less sure than ``least``; ``skipped`` says how many fell away.

    What belonged to a trip that falls away stays, on its own.
    """
    kept = [eng for eng in reading.engagements if eng.confidence >= least]
    fallen = len(reading.engagements) - len(kept)
    if not fallen:
        return reading
    ids = {eng.engagement_id for eng in kept}
    engagements = tuple(eng if eng.part_of in ids else replace(eng, part_of=None) for eng in kept)
    remark = f"{fallen} {'engagement' if fallen == 1 else 'engagements'} less sure than {least:.0%}"
    events = {
        engagement_id: events for engagement_id, events in reading.events.items() if engagement_id in ids
    }
    return Reading(reading.article, engagements, events, (*reading.skipped, remark))
