"""Adversaries: the one opposite, told by what it is to somebody: "the other side", "its neighbour", "their opponents".

Whose neighbour or opponent it is stands before it ("its", "Yerevan's") or is who acts in the clause. Who was told in one
breath with them last is meant, else the one other side that the last sentences tell of most.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import POSSESSIVE, Sight, is_of_something
from dragoman.mentions.salience import side_told
from dragoman.mentions.states_by_kind import are_neighbours
from dragoman.mentions.story import Story, stands_as_subject

_ADDRESSED = frozenset({"on", "upon", "by"})
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})
_FOES = frozenset(
    "opponent opponents rival rivals adversary adversaries foe foes enemy enemies antagonist archrival aggressor".split()
)
_OPPOSITES = _NEIGHBOURS | _FOES
_OWNED = frozenset({"its", "our"})  # "his opponent" stands for election
# Of whom it may be said that they are somebody's neighbour or opponent in the next sentence but two.
_REACH = 3
# How much more must be told of them than of any third side (tried 1.25 to 3).
_AHEAD = 2.0
_LONGEST = 6  # tokens from the noun to the name that says who it is


def read_adversary(
    sight: Sight,
    index: int,
    story: Story,
    before: list[Mention],
    speakers: Callable[[Sight, int, list[Mention]], tuple[Actor, ...]],
    kb: KnowledgeBase,
) -> Mention | None:
    """Who the opposite is whose head noun is token ``index``; ``speakers`` tells who "we" are there."""
    word = sight.word(index)
    start = _start(sight, index)
    if start is None or is_of_something(sight, index) or _is_told_who(sight, index, before):
        return None
    owner = _owner(sight, start, story, before, speakers(sight, index, before))
    if owner is None:
        return None
    states_only = word in _NEIGHBOURS
    found = _facing(owner, story, states_only) or _told_most(sight, index, owner, story, before, states_only)
    if found is None:
        return None
    if found.kind is not MentionKind.ARMED_GROUP:
        if found.country is None:
            return None
        found = government(kb, found.country, sight.span(start, index + 1))
    return mention_of(sight, start, index + 1, (found,), "adversary")


def _start(sight: Sight, index: int) -> int | None:
    """Where the expression starts; ``None`` if its words point at nobody in particular."""
    word, first = sight.word(index), index
    if word == "side":
        other = sight.word(index - 1) in {"other", "opposing", "opposite"}
        return index - 2 if other and sight.word(index - 2) == "the" and _is_argument(sight, index) else None
    if word not in _OPPOSITES or not _is_argument(sight, index):
        return None
    while first > 0 and sight.sentence.tokens[first - 1].pos in {"ADJ", "ADV"}:
        first -= 1
    opening = sight.word(first - 1)
    if opening in _OWNED or (opening == "the" and word in _NEIGHBOURS):
        return first - 1
    return first if opening in POSSESSIVE else None


def _is_told_who(sight: Sight, index: int, before: list[Mention]) -> bool:
    """ "its neighbour, Ukraine", "its neighbour to the north": the words beside it tell it themselves."""
    tokens = sight.sentence.tokens
    starts = {mention.first for mention in before}
    at = index + 1
    while at < min(len(tokens), index + _LONGEST) and tokens[at].pos not in {"VERB", "AUX", "ADP"}:
        if at in starts:
            return True
        at += 1
    return sight.word(index + 1) == "to" and tokens[index + 1].dep == "case"


def _is_argument(sight: Sight, index: int) -> bool:
    """Whether the noun takes part; what is done "with its neighbour" or "against" it may be an old quarrel."""
    tokens = sight.sentence.tokens
    token = tokens[index]
    if sight.word(index) not in _NEIGHBOURS or not token.dep.startswith("obl"):
        return token.dep.startswith(("nsubj", "obj", "iobj", "obl", "nmod"))
    return any(other.head == index and other.text.lower() in _ADDRESSED for other in tokens)


def _owner(
    sight: Sight, start: int, story: Story, before: list[Mention], speakers: tuple[Actor, ...]
) -> Actor | None:
    """Whose opposite it is: who owns it in words, else who acts in the sentence, else who acted last."""
    earlier = [m for m in before if m.last <= start + 1 and len(m.actors) == 1 and _acts(m.actors[0])]
    opening = sight.word(start)
    if opening == "our" and speakers:
        return speakers[0]
    if opening not in _OWNED | {"the"}:
        owning = [m for m in earlier if start - 1 <= m.last <= start]
        return owning[-1].actors[0] if owning else None
    own = next((m for m in earlier if m.first == start), None)
    if own is not None:
        return own.actors[0]
    subjects = [m for m in earlier if stands_as_subject(sight, m)]
    if subjects:
        return subjects[-1].actors[0]
    return story.subject if story.subject is not None and _acts(story.subject) else story.state


def _acts(actor: Actor) -> bool:
    return actor.country is not None or actor.kind is MentionKind.ARMED_GROUP


def _facing(owner: Actor, story: Story, states_only: bool) -> Actor | None:
    """The other one of the last two told in one breath of whom the owner is one."""
    for one, other in reversed(story.couples):
        for own, facing in ((one, other), (other, one)):
            fits = not states_only or are_neighbours(own.country, facing.country)
            if own.side == owner.side and facing.side != owner.side and fits:
                return facing
    return None


def _told_most(
    sight: Sight, index: int, owner: Actor, story: Story, before: list[Mention], states_only: bool
) -> Actor | None:
    """The side, other than the owner's and those named in the clause, that was told of most."""
    beside = {owner.side} | {actor.side for m in before if m.last <= index for actor in m.actors}

    def fits(actor: Actor) -> bool:
        armed = actor.kind is MentionKind.ARMED_GROUP and not states_only
        state = actor.country is not None and actor.kind is not MentionKind.ARMED_GROUP
        if states_only and not are_neighbours(owner.country, actor.country):
            return False
        return (armed or state) and actor.side not in beside

    return side_told(story.told.tellings, sight.sentence.index, fits, reach=_REACH, ahead=_AHEAD)
