"""Salience: whom an expression that names nobody most likely points back to.

Everybody told of gets points for each place they are told at: more for a subject than for an object, for the sentence
before than for an earlier one. Who fits the expression and has clearly more points than anybody else is meant; where
nobody is clearly ahead, nobody is. All weights stand here; `tests/quality/references.toml` is what they were set on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dragoman.language.document import Sentence
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.pages.article import BlockKind

# Points by the part that a mention plays in its sentence.
MAIN_SUBJECT, SUBJECT, OBJECT, OBLIQUE, MODIFIER = 3.0, 2.0, 1.5, 1.0, 0.5
# What a headline names stays on one's mind however far down; it does not fade.
HEADLINE = 0.5
# How much of their worth further places add to the best one of somebody told at several.
AGAIN = 0.25
# What is left of points with every sentence further back, and after how many sentences nothing is.
FADE, REACH = 0.5, 4
# Who is meant has at least so many points, and so many times those of the next (tried from 1.1 to 1.6).
LEAST, AHEAD = 0.3, 1.25

_HOPS = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """That somebody was told of in a sentence, and how prominently; ``place`` if only as where something was."""

    actor: Actor
    sentence: int
    points: float
    headline: bool = False
    place: bool = False


@dataclass(slots=True)
class Salience:
    """Who has been told of in the last sentences."""

    tellings: list[Telling] = field(default_factory=list)

    def tell(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        """Take in the mentions of a finished sentence."""
        self.tellings = [
            known for known in self.tellings if known.headline or sentence.index - known.sentence < REACH
        ]
        self.tellings.extend(tellings_in(sentence, mentions))

    def pick(
        self,
        at: int,
        fits: Callable[[Actor], bool],
        *,
        now: Iterable[Telling] = (),
        part: float = 0.0,
        liking: Callable[[Actor], float] = lambda _: 1.0,
    ) -> Actor | None:
        """Who of those that fit is meant in sentence ``at``; ``now`` is what stands before in that sentence itself.

        Places where somebody plays less than ``part`` do not count. ``liking`` multiplies the points of those who are
        likelier for reasons of the expression's own.
        """
        worth: dict[str, list[float]] = {}
        actors: dict[str, Actor] = {}
        for telling in (*self.tellings, *now):
            if telling.points < part or not fits(telling.actor):
                continue
            worth.setdefault(telling.actor.key, []).append(_worth(telling, at))
            actors[telling.actor.key] = telling.actor
        ranked = sorted(
            ((_total(worths) * liking(actors[key]), key) for key, worths in worth.items()), reverse=True
        )
        if not ranked or ranked[0][0] < LEAST:
            return None
        if len(ranked) > 1 and ranked[0][0] < AHEAD * ranked[1][0]:
            return None
        return actors[ranked[0][1]]


def side_told(
    told: Iterable[Telling], at: int, fits: Callable[[Actor], bool], *, reach: int, ahead: float
) -> Actor | None:
    """Somebody of the side that the last sentences tell of clearly most; all of one country count together."""
    worth: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    for telling in told:
        if telling.place or not fits(telling.actor) or at - telling.sentence > reach:
            continue
        side = telling.actor.side
        worth[side] = worth.get(side, 0.0) + _worth(telling, at)
        actors[side] = telling.actor
    ranked = sorted(((points, side) for side, points in worth.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < ahead * ranked[1][0]):
        return None
    return actors[ranked[0][1]]


def _worth(telling: Telling, at: int) -> float:
    back = at - telling.sentence
    faded = telling.points * FADE**back if back <= REACH else 0.0
    return faded + HEADLINE * telling.headline


def _total(worths: list[float]) -> float:
    best = max(worths)
    return best + AGAIN * (sum(worths) - best)


def tellings_in(sentence: Sentence, mentions: Iterable[Mention]) -> list[Telling]:
    """How prominently a sentence tells of each of its actors."""
    headline = sentence.block is BlockKind.HEADLINE
    return [
        Telling(actor, sentence.index, prominence(sentence, mention), headline, is_place(sentence, mention))
        for mention in mentions
        for actor in mention.actors
    ]


_AT = frozenset({"in", "at", "near"})


def cases_of(sentence: Sentence, index: int) -> set[str]:
    """The prepositions of a token."""
    tokens = sentence.tokens
    return {token.text.lower() for token in tokens if token.dep == "case" and token.head == index}


def is_place(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is only told as where something is."""
    before = sentence.tokens[mention.first - 1].text.lower() if mention.first > 0 else ""
    return before in _AT and all(actor.kind is MentionKind.GOVERNMENT for actor in mention.actors)


def prominence(sentence: Sentence, mention: Mention) -> float:
    """The points of the part that a mention plays; those listed or named beside another play its part."""
    tokens = sentence.tokens
    inside = range(mention.first, mention.last)
    outward = [index for index in inside if tokens[index].head not in inside]
    arguments = [i for i in outward if tokens[i].dep.startswith(("nsubj", "obj", "obl"))]
    index = next(iter(arguments or outward), mention.first)
    hops = 0
    while tokens[index].dep in {"conj", "appos", "flat"} and tokens[index].head >= 0 and hops < _HOPS:
        index, hops = tokens[index].head, hops + 1
    token = tokens[index]
    if token.dep.startswith("nsubj") or token.dep == "root":
        governor = tokens[token.head] if token.head >= 0 else token
        main = governor.dep == "root" or (governor.dep == "conj" and tokens[governor.head].dep == "root")
        return MAIN_SUBJECT if main or token.dep == "root" else SUBJECT
    if token.dep in {"obj", "iobj", "obl:agent"}:
        return OBJECT
    return OBLIQUE if token.dep.startswith("obl") else MODIFIER
