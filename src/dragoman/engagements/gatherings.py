"""Gatherings: meetings that are conferences, since a body holds them, or so many parties that none is the other's.

"NATO foreign ministers met", "an emergency session of the Arab League", "the presidents of A, B, C and D gathered"; and
conferences told as what opens, ends or is called off.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import Kind, Role
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention, MentionKind

# From so many parties on a meeting is a conference (codebook, "conference").
_MANY = 4
_BODY_VERBS = frozenset({"meet", "gather", "convene", "assemble", "get", "come"})
_HOSTING = frozenset({"host", "gather", "convene", "assemble"})
_BODY_NOUNS = frozenset({"meeting", "session", "summit", "round", "consultation", "consultations", "talks"})
_PRESIDING = frozenset(
    "attend chair co-chair join address host open lead participate take convene call hold".split()
)


def is_gathering(candidate: Candidate) -> bool:
    """Whether a meeting is one of a body or of many."""
    bodies = {part.side for part in candidate.parts if part.actor.kind is MentionKind.ORGANIZATION}
    if len(candidate.sides) >= _MANY and not candidate.of(Role.MEDIATOR):
        return len(_together(candidate)) >= _MANY - candidate.clause.noun
    if not bodies:
        return False
    if len(candidate.sides) == 1:
        if candidate.clause.noun and candidate.clause.light is None:
            return False  # merely mentioned
        return candidate.clause.lemma in (_BODY_NOUNS if candidate.clause.noun else _BODY_VERBS)
    hosted = candidate.clause.lemma in _HOSTING and any(part.mention.plural for part in candidate.parts)
    return hosted or (candidate.clause.noun and _is_its_own(candidate, bodies))


def _together(candidate: Candidate) -> set[str]:
    """The sides that are told as one party; those met with ("with A, B, C and D") may have been met one by one."""
    clause = candidate.clause
    inside = {
        index
        for slot in ("subj", "between", "among", "of", "mod", "poss")
        for token in (*clause.slots.get(slot, ()), *clause.slots.get(f"~{slot}", ()))
        for index in candidate.tree.subtree(token)
    }
    return {
        part.side
        for part in candidate.parts
        if inside & set(range(part.mention.first, part.mention.last))
        and part.mention.rule != "plural pronoun"
    }


def _is_its_own(candidate: Candidate, bodies: set[str]) -> bool:
    """ "X chaired a meeting of the G20": the body stands behind the meeting, X beside it."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if (
        clause.light is None
        or tokens[clause.light].lemma.lower() not in _PRESIDING
        or clause.slots.get("with")
    ):
        return False
    inside = {
        index
        for slot in ("of", "mod", "poss")
        for token in clause.slots.get(slot, ())
        for index in candidate.tree.subtree(token)
    }
    return any(
        part.side in bodies and inside & set(range(part.mention.first, part.mention.last))
        for part in candidate.parts
    )


def make_gathering(candidate: Candidate, mentions: Mentions) -> None:
    """Turn a meeting into a conference, named where its noun is part of a conference's name."""
    candidate.kind = Kind.CONFERENCE
    candidate.conference = mentions.conference_at(candidate.sentence, candidate.clause.head)
    candidate.parts = [Part(Role.PARTICIPANT, part.actor, part.mention) for part in candidate.parts]
    add_body(candidate)


def add_body(candidate: Candidate) -> None:
    """The organisation that convenes a conference takes part in it."""
    conference = candidate.conference
    if conference is None or conference.body is None:
        return
    if any(part.actor.entity_id == conference.body.entity_id for part in candidate.parts):
        return
    mention = Mention(
        conference.sentence,
        conference.first,
        conference.last,
        conference.span,
        (conference.body,),
        conference.rule,
    )
    candidate.parts.append(Part(Role.PARTICIPANT, conference.body, mention))


def has_attendant(candidate: Candidate) -> bool:
    """Whether somebody beside the convening body takes part."""
    body = candidate.conference.body if candidate.conference is not None else None
    return any(body is None or part.actor.entity_id != body.entity_id for part in candidate.parts)
