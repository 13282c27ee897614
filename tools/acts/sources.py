"""What the act network learns from: marked passages, marked sentences of corpora, the phrasing bank, development pages.

Every eighth passage, every eighth item of the corpora and what the phrasing bank holds out are kept for checking; the
blind pages are never read here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.engagements.acts import find_acts
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Lexicon, load_lexicon
from dragoman.engagements.tree import Tree
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.act_network import MOST_BACK
from dragoman.language.document import Document, Sentence
from dragoman.language.packs import open_pack
from dragoman.language.segment import segment
from dragoman.language.tagging import PackTagger
from dragoman.mentions.finding import Mentions, find_mentions
from dragoman.mentions.mention import Actor, Mention
from dragoman.pages import iter_pages, to_article
from dragoman.scoring.gold import GoldEngagement, GoldParty, load_page
from tools.acts.marks import read_items
from tools.acts.markup import PASSAGES, MarkedAct, Stretch, held_out, read_passages
from tools.acts.network import states_output
from tools.acts.windows import Window, article_of, windows_of, windows_of_passage, words_at

ROOT = Path(__file__).resolve().parents[2]
PHRASINGS = ROOT / "tests" / "engagements" / "phrasings"
DEVELOPMENT = ROOT / "tests" / "gold" / "dev"
_PHRASING_WEIGHT = 0.6
_PHRASING_HELD_OUT = 3
_LEAD = 6  # sentences of an article that introduce who it is about
_FIRST = frozenset({Role.ACTOR, Role.PARTICIPANT})


@functools.cache
def _tagger() -> PackTagger:
    """The shipped tagger, with the states that are learned from."""
    return PackTagger(open_pack(), states_output())


def passages() -> Iterator[Window]:
    """The windows of the marked passages."""
    tagger, kb = _tagger(), KnowledgeBase.open()
    for path in sorted(PASSAGES.glob("*.txt")):
        checked = held_out(path)
        for passage in read_passages(path):
            yield from windows_of_passage(passage, tagger, kb, held_out=passage in checked)


def marks(corpora: Path) -> Iterator[Window]:
    """The windows of the marked sentences of ``corpora``; of their articles the lead is read beside, for the names."""
    tagger, kb = _tagger(), KnowledgeBase.open()
    for item in read_items(corpora):
        whole = segment(item.article)
        marked = [sent.index for sent in whole.sentences if sent.span.start in item.sentences]
        near = {index - back for index in marked for back in range(MOST_BACK + 1)}
        doc = tagger.tag(whole, near.union(range(_LEAD)))
        mentions = find_mentions(doc, kb)
        yield from windows_of(doc, mentions, item.acts, only=item.sentences, held_out=item.held_out)


def phrasings() -> Iterator[Window]:
    """The windows of the phrasing bank's items: what the rules read from them, where it is of the right kind."""
    tagger, kb, lexicon = _tagger(), KnowledgeBase.open(), load_lexicon()
    for path in sorted(PHRASINGS.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] not in "# "]
        for number, line in enumerate(lines):
            told, _, text = line.partition(" | ")
            if number % _PHRASING_HELD_OUT == _PHRASING_HELD_OUT - 1 or " | by " in text:
                continue
            doc = tagger.tag(segment(article_of(text)))
            mentions = find_mentions(doc, kb)
            found = list(_read(doc, mentions, lexicon))
            kinds = set(told.split()[0].split("/"))
            if told.startswith("-"):
                acts = []
            elif any(candidate.kind.value in kinds for candidate in found):
                acts = [_marked(candidate) for candidate in found]
            else:
                continue
            yield from windows_of(doc, mentions, acts, weight=_PHRASING_WEIGHT)


def pages() -> Iterator[Window]:
    """The windows of the development pages. Words that the rules take for acts told elsewhere too are left silent."""
    tagger, kb, lexicon = _tagger(), KnowledgeBase.open(), load_lexicon()
    for path in sorted(DEVELOPMENT.glob("*.toml")):
        gold = load_page(path)
        (page,) = iter_pages([str(gold.path)])
        doc = tagger.tag(segment(to_article(page)))
        mentions = find_mentions(doc, kb)
        acts = [
            act for eng in gold.engagements if (act := _annotated(eng, doc, mentions, lexicon)) is not None
        ]
        found = _read(doc, mentions, lexicon)
        silent = {
            (c.sentence, word) for c in found for word in (c.clause.head, c.clause.light) if word is not None
        }
        yield from windows_of(doc, mentions, acts, silent=silent)


def _read(doc: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the rules alone find."""
    for sentence in doc.sentences:
        if sentence.tokens and sentence.tokens[0].dep:
            yield from find_acts(Tree(sentence), mentions, lexicon)


def _marked(candidate: Candidate) -> MarkedAct:
    """A rule's candidate as a marked act."""

    def spans(roles: Iterable[Role]) -> tuple[Stretch, ...]:
        parts = candidate.of(*roles)
        return tuple(dict.fromkeys((part.mention.span.start, part.mention.span.end) for part in parts))

    alike = bool(candidate.of(Role.PARTICIPANT))
    trigger = (candidate.span.start, candidate.span.end)
    goals = tuple((goal.span.start, goal.span.end) for goal in candidate.goals)
    second, by = spans((Role.RECIPIENT,)), spans((Role.MEDIATOR,))
    return MarkedAct(candidate.kind, (trigger,), spans(_FIRST), second, by, goals, alike=alike)


def _annotated(eng: GoldEngagement, doc: Document, mentions: Mentions, lexicon: Lexicon) -> MarkedAct | None:
    """An annotated engagement as a marked act: the word of its quote that tells it, the nearest mention of each side."""
    quote = re.search(r"\s+".join(map(re.escape, eng.quote.split())), doc.article.text)
    told = _telling(doc, quote.span(), eng.kind, lexicon) if quote is not None else None
    if told is None:
        return None
    sentence, trigger = told
    sides: dict[Role, list[Stretch]] = {}
    for party in eng.participants:
        nearest = _nearest(party, mentions, sentence, trigger)
        if nearest is not None and party.role is not Role.THIRD_PARTY:
            role = Role.ACTOR if party.role in _FIRST else party.role
            sides.setdefault(role, []).append((nearest.span.start, nearest.span.end))
    first, second, by = (tuple(sides.get(role, ())) for role in (Role.ACTOR, Role.RECIPIENT, Role.MEDIATOR))
    alike = any(party.role is Role.PARTICIPANT for party in eng.participants)
    return MarkedAct(eng.kind, (trigger,), first, second, by, alike=alike)


def _telling(doc: Document, quote: Stretch, kind: Kind, lexicon: Lexicon) -> tuple[Sentence, Stretch] | None:
    """The word of a quote that most likely tells an act: one the lexicon has for the kind, the quote's uppermost verb."""
    for sentence in doc.sentences:
        tokens = sentence.tokens
        words = [index for index in words_at(sentence, quote) if tokens[index].dep]
        ranked = []
        for index in words:
            token = tokens[index]
            if token.pos not in {"VERB", "NOUN", "ADJ", "PROPN"}:
                continue
            table = lexicon.verbs if token.pos in {"VERB", "ADJ"} else lexicon.nouns
            entries = table.get(token.lemma.lower(), ())
            known = 3.0 if any(e.kind is kind for e in entries) else 1.0 if entries else 0.0
            worth = known + 0.5 * (token.head not in words) + 0.3 * (token.pos == "VERB")
            ranked.append((worth, -index))
        if ranked:
            span = tokens[-max(ranked)[1]].span
            return sentence, (span.start, span.end)
    return None


def _nearest(party: GoldParty, mentions: Mentions, sentence: Sentence, trigger: Stretch) -> Mention | None:
    """The mention of a side in the sentence or the two before it that names it best and stands nearest."""
    ranked = []
    for mention in mentions.actors:
        if not sentence.index - 2 <= mention.sentence <= sentence.index:
            continue
        worth = max(_likeness(party, actor) for actor in mention.actors)
        if worth:
            rank = (mention.sentence == sentence.index, worth, -abs(mention.span.start - trigger[0]))
            ranked.append((rank, mention))
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _likeness(party: GoldParty, actor: Actor) -> int:
    """How well an actor fits an annotated side: 2 by name, 1 by country, 0 not at all."""
    own, label = (party.name or "").casefold(), (actor.name or actor.label).casefold()
    if own and own.split()[-1] == label.split()[-1]:
        return 2
    if party.country is None:
        return 2 * (actor.country is None and bool(own) and (label in own or own in label))
    return int(actor.country == party.country)
