"""Nearby: whom words are said to where nothing told before settles it: the other side named last before them.

"Bucharest expelled two attachés. Rome applauded its neighbour." In the sentence itself, then in the one before, its subject
first. Words to somebody without a side, words in general and words that only go on what was said concern nobody nearby.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.companies import is_firm
from dragoman.engagements.engagement import VERBAL, Kind, Role, Status
from dragoman.engagements.opposites import give
from dragoman.engagements.roles import is_of_a_plan, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention
from dragoman.mentions.quoting import PRIVATE

_SPOKEN = VERBAL - {Kind.THREAT}
_REACH = 2  # sentences: its own and the one before
_ADDRESSED = ("obj", "iobj", "to", "with", "for")
_UNSAID = frozenset("say comment confirm reveal specify elaborate disclose answer discuss name".split())
# Their object has to be something that is pointed at: "demanded an investigation" is asked of nobody.
_POINTED = frozenset({"demand", "call_on", "urge"})
_POINTING = frozenset("the this that these those such his her its their our what it".split())


# Whom one thanks or congratulates for themselves.
_HONOURING = frozenset({"congratulate", "thank", "praise"})
_PEOPLE = PRIVATE | frozenset(
    "scientist engineer worker nurse medic voter soldier winner graduate organiser organizer volunteer firefighter "
    "rescuer journalist artist pupil musician officer colleague supporter employee".split()
)


def settle_nearby(
    lost: Iterable[Candidate], told: Sequence[Candidate], mentions: Mentions
) -> list[Candidate]:
    """Those of some words without an addressee that stand beside one."""
    return [candidate for candidate in lost if _settle(candidate, told, mentions)]


def _settle(candidate: Candidate, told: Sequence[Candidate], mentions: Mentions) -> bool:
    own = {part.side for part in candidate.of(Role.ACTOR) if is_official(part.actor)}
    if candidate.kind not in _SPOKEN or len(own) != 1 or not _is_said(candidate):
        return False
    if (
        _goes_on(candidate, told, own)
        or _is_to_others(candidate, mentions)
        or not _is_about_something(candidate)
    ):
        return False
    for back in range(_REACH):
        near = (
            mention
            for mention in mentions.actors
            if mention.sentence == candidate.sentence - back and not (back and _is_where(mention, mentions))
        )
        for mention in sorted(near, key=lambda m: (bool(back) and not m.is_subject, -m.first)):
            if not back and is_of_a_plan(candidate.tree, mention.last - 1):
                continue
            others = [a for a in mention.actors if is_official(a) and side_of(a) not in own]
            if others:
                return give(candidate, [Part(Role.RECIPIENT, a, mention) for a in others], Role.RECIPIENT)
    return False


_WHERE, _FURTHEST = (" in", " from", " across", " outside"), 12  # characters


def _is_where(mention: Mention, mentions: Mentions) -> bool:
    """Whether a state is only where something was done ("witnesses in P")."""
    start = mention.span.start
    return mentions.text[max(start - _FURTHEST, 0) : start].rstrip().endswith(_WHERE)


def is_addressed(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether words have been spoken, of something, and to nobody who is no side."""
    return _is_said(candidate) and not _is_to_others(candidate, mentions) and _is_about_something(candidate)


def _is_said(candidate: Candidate) -> bool:
    """Whether the words have been spoken, and say something: not "declined to say", "would deny everything"."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if candidate.status is not Status.COMPLETED or candidate.negated or candidate.hypothetical:
        return False
    if clause.modal is not None or clause.lemma in {"say", "tell"}:
        return False
    if candidate.kind is Kind.ACCUSATION and candidate.mode == "condemn":
        return False  # who is named nearby may be who suffered
    if candidate.mode == "warn" and not clause.slots.get("obj"):
        return False
    return not any(tokens[index].lemma.lower() in _UNSAID for index in clause.slots.get("xcomp", ()))


def _goes_on(candidate: Candidate, told: Sequence[Candidate], own: set[str]) -> bool:
    """Whether the same side is read to say something else in the sentence."""
    return any(
        c.sentence == candidate.sentence and c.kind in VERBAL and own & {p.side for p in c.of(Role.ACTOR)}
        for c in told
    )


def _is_to_others(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether the words are for somebody who is no side: "thanked NAME, the outgoing minister", "urged the nation"."""
    tokens, clause = candidate.tree.sentence.tokens, candidate.clause
    for slot in _ADDRESSED:
        for index in clause.slots.get(slot, ()):
            mention = mentions.actor_at(candidate.sentence, index)
            if mention is not None and not any(is_official(actor) for actor in mention.actors):
                return True
            honoured = candidate.mode in _HONOURING and tokens[index].tag == "NNS"
            if honoured and tokens[index].lemma.lower() in _PEOPLE:
                return True
            if is_firm(candidate.tree, index) or tokens[index].pos == "PROPN":
                return True
            if slot != "obj" and candidate.kind is Kind.DEMAND:
                return True
            below = (mentions.actor_at(candidate.sentence, node) for node in candidate.tree.subtree(index))
            if any(m is not None and not any(is_official(a) for a in m.actors) for m in below):
                return True
    return False


def _is_about_something(candidate: Candidate) -> bool:
    """Whether what is demanded is pointed at, and not any such thing."""
    objects = candidate.clause.slots.get("obj", ())
    if candidate.mode not in _POINTED or not objects:
        return True
    return any(is_pointed_at(candidate.tree, index) for index in objects)


def is_pointed_at(tree: Tree, index: int) -> bool:
    """Whether a noun means something told before: "the", "its", "P's"."""
    words = [tree.sentence.tokens[node].text.lower() for node in (index, *tree.of(index, "det"))]
    return not _POINTING.isdisjoint(words) or bool(tree.of(index, "nmod:poss"))
