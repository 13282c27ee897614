"""Windows: a sentence with those before it, and what the network has to say of it. Made as the reader makes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.citation import Span
from dragoman.engagements.engagement import Kind
from dragoman.engagements.spots import CONFERENCE, PLACE, TIME, AnyMention, spots_of, window_of
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.act_network import Spot
from dragoman.language.document import Document, Sentence, States
from dragoman.language.segment import segment
from dragoman.language.tagging import PackTagger
from dragoman.mentions.finding import Mentions, find_mentions
from dragoman.mentions.mention import Mention
from dragoman.pages.article import Article, Block, BlockKind
from tools.acts.markup import MarkedAct, Passage, Stretch

KINDS = ("none", *(kind.value for kind in Kind))
ROLES = ("none", "first", "second", "by", "at", "on")
FIRST, SECOND, EITHER = ROLES.index("first"), ROLES.index("second"), len(ROLES)
"""The labels of the sides; those that take part alike may be either."""
_UNSEEN = 0


@dataclass(frozen=True, slots=True)
class Act:
    """An act to learn: the word that tells it, the role of each spot that has one, and spots that may have any."""

    trigger: int
    kind: int
    roles: dict[int, int]
    free: frozenset[int]


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees and has to say: ``silent`` are words of the last sentence of which nothing is asked."""

    states: tuple[States, ...]
    spots: tuple[Spot, ...]
    acts: tuple[Act, ...]
    silent: frozenset[int] = frozenset()
    weight: float = 1.0
    held_out: bool = False
    words: int = 0

    def alone(self) -> Window:
        """The last sentence without those before it."""
        last = len(self.states) - 1
        kept = [number for number, spot in enumerate(self.spots) if spot.sentence == last]
        at = {number: place for place, number in enumerate(kept)}
        acts = tuple(
            replace(
                act,
                roles={at[number]: role for number, role in act.roles.items() if number in at},
                free=frozenset(at[number] for number in act.free if number in at),
            )
            for act in self.acts
        )
        spots = tuple(replace(self.spots[number], sentence=0) for number in kept)
        return replace(self, states=self.states[-1:], spots=spots, acts=acts)


@dataclass(slots=True)
class _Seen:
    """A spot in a window, the mention it is of, and whose side that is on."""

    spot: Spot
    span: Span
    sides: frozenset[str] = field(default_factory=frozenset)


def article_of(text: str) -> Article:
    """An article of "headline ## body", of a body, or, if it does not end like a sentence, of a headline.

    The offsets of the text are kept: the divider becomes four line ends.
    """
    headline, divided, body = text.partition(" ## ")
    if divided:
        cut = len(headline)
        whole = f"{headline}\n\n\n\n{body}"
        blocks = (
            Block(Span(0, cut), BlockKind.HEADLINE),
            Block(Span(cut + 4, len(whole)), BlockKind.PARAGRAPH),
        )
        return Article("passage", "passage", whole, headline=headline, language="en", blocks=blocks)
    kind = BlockKind.PARAGRAPH if text[-1] in ".!?\"”')" else BlockKind.HEADLINE
    return Article("passage", "passage", text, language="en", blocks=(Block(Span(0, len(text)), kind),))


def windows_of_passage(
    passage: Passage, tagger: PackTagger, kb: KnowledgeBase, *, held_out: bool = False
) -> Iterator[Window]:
    """The windows of a marked passage."""
    doc = tagger.tag(segment(article_of(passage.text)))
    yield from windows_of(doc, find_mentions(doc, kb), passage.acts, held_out=held_out)


def windows_of(
    doc: Document,
    mentions: Mentions,
    acts: Sequence[MarkedAct],
    *,
    only: Collection[int] | None = None,
    silent: Collection[tuple[int, int]] = (),
    weight: float = 1.0,
    held_out: bool = False,
) -> Iterator[Window]:
    """A window for every tagged sentence, or for those that start at ``only``.

    ``silent`` are words, by sentence and number, of which nothing is asked.
    """
    tagged = [sent for sent in doc.sentences if sent.states is not None]
    known = spots_of(tagged, mentions)
    for at, sentence in enumerate(tagged):
        if only is not None and sentence.span.start not in only:
            continue
        sentences = window_of(tagged, at)
        seen = [
            _seen(replace(spot, sentence=place), mention)
            for place, sent in enumerate(sentences)
            for spot, mention in known.get(sent.index, ())
        ]
        told = [
            (act, trigger)
            for act in acts
            for trigger in act.triggers
            if sentence.span.start <= trigger[0] < sentence.span.end
        ]
        for act, _ in told:
            _add_unseen(seen, sentences, (*act.first, *act.second, *act.by))
        learned = tuple(_act(act, trigger, sentence, seen) for act, trigger in told)
        around = {index for _, trigger in told for index in words_at(sentence, trigger)}
        around |= {word for index, word in silent if index == sentence.index}
        yield Window(
            tuple(sent.states for sent in sentences if sent.states is not None),
            tuple(one.spot for one in seen),
            learned,
            frozenset(around),
            weight,
            held_out,
            len(sentence.tokens),
        )


def _seen(spot: Spot, mention: AnyMention) -> _Seen:
    sides = frozenset(actor.side for actor in mention.actors) if isinstance(mention, Mention) else frozenset()
    return _Seen(spot, mention.span, sides)


def _add_unseen(seen: list[_Seen], sentences: Sequence[Sentence], stretches: Sequence[Stretch]) -> None:
    """Sides that no mention was found for: the network shall know them all the same."""
    for start, end in stretches:
        if any(one.span.overlaps(Span(start, end)) for one in seen):
            continue
        for place, sentence in enumerate(sentences):
            words = words_at(sentence, (start, end))
            if words:
                seen.append(_Seen(Spot(place, words[0], words[-1] + 1, _UNSEEN), Span(start, end)))


def _act(act: MarkedAct, trigger: Stretch, sentence: Sentence, seen: Sequence[_Seen]) -> Act:
    roles: dict[int, int] = {}
    free: set[int] = set()
    first, second = (EITHER, EITHER) if act.alike else (FIRST, SECOND)
    actors = frozenset(range(PLACE))
    places, days = frozenset({_UNSEEN, PLACE, CONFERENCE}), frozenset({_UNSEEN, TIME})
    told = ((act.first, first, actors), (act.second, second, actors), (act.by, ROLES.index("by"), actors))
    for stretches, role, types in (
        *told,
        (act.at, ROLES.index("at"), places),
        (act.on, ROLES.index("on"), days),
    ):
        for start, end in stretches:
            meant = [n for n, one in enumerate(seen) if one.span.overlaps(Span(start, end))]
            right = [n for n in meant if seen[n].spot.type in types]
            sides = frozenset().union(*(seen[n].sides for n in right))
            roles.update(dict.fromkeys(right, role))
            free.update(meant)
            free.update(n for n, one in enumerate(seen) if sides & one.sides)
    return Act(_head(sentence, trigger), KINDS.index(act.kind.value), roles, frozenset(free - set(roles)))


def words_at(sentence: Sentence, stretch: Stretch) -> list[int]:
    """The words of a sentence that stand in a stretch of the text."""
    span = Span(*stretch)
    return [index for index, token in enumerate(sentence.tokens) if token.span.overlaps(span)]


def _head(sentence: Sentence, stretch: Stretch) -> int:
    """The word of a stretch that the others hang on."""
    words = words_at(sentence, stretch)
    telling = ("VERB", "NOUN", "PROPN", "ADJ", "AUX")
    heads = (i for i in words if sentence.tokens[i].head not in words and sentence.tokens[i].pos in telling)
    return next(heads, words[-1])
