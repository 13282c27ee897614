"""Domestic: whatever but attacks is told among the offices of one government, as far as the text tells no second country.

"The Speaker met Leader X and Director Y": nobody says of X and Y whose they are, since readers know it. On a page that
names one country alone, or is about one all along, they are of that country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.joining import Group
from dragoman.engagements.roles import actors_in
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, MentionKind

# Offices that one holds for a state, whichever it is.
_FOR_A_STATE = frozenset(
    "minister president premier chancellor king queen emir sultan taoiseach pm ambassador consul envoy commander "
    "foreign".split()
) | {"high commissioner", "secretary of state", "state secretary", "head of state", "head of government"}
_CONTACTS = frozenset({Kind.MEETING, Kind.CALL, Kind.CONFERENCE})
# The share of its actors that are of a country on a page about that country.
_MOST = 0.6


def without_domestic(groups: Iterable[Group], mentions: Mentions) -> list[Group]:
    """The groups but for what those of one country do among themselves."""
    told = Counter(
        actor.country for mention in mentions.actors for actor in mention.actors if actor.country is not None
    )
    return [group for group in groups if not _is_domestic(group, told)]


_ASKED = ("on", "upon", "obj", "iobj")


def is_to_own_people(candidate: Candidate, mentions: Mentions) -> bool:
    """ "I call upon all Americans to thank P": asked of one's own people, and of nobody abroad."""
    if candidate.kind is not Kind.DEMAND:
        return False
    own = {part.side for part in candidate.of(Role.ACTOR)}
    asked = [token for slot in _ASKED for token in candidate.clause.slots.get(slot, ())]
    told = actors_in(mentions, candidate.tree, asked)
    return bool(told) and {actor.side for actor, _ in told} <= own


def _is_domestic(group: Group, told: Counter[str]) -> bool:
    actors = [part.actor for part in group.parts if part.role is not Role.THIRD_PARTY]
    if any(_is_side(actor) for actor in actors):
        return False
    known = {actor.country for actor in actors if actor.country is not None}
    strangers = [actor for actor in actors if actor.country is None]
    if len(known) > 1 or any(_is_attack_or_abroad(c, known | set(told)) for c in group.tellings):
        return False
    if not strangers:
        return len(told) == 1 and all(_is_of_people(c) for c in group.tellings)
    if any(_is_for_a_state(actor) for actor in strangers):
        return False
    if not known or len(told) <= 1:
        return True
    home, times = told.most_common(1)[0]
    return known == {home} and times >= _MOST * told.total()


def _is_side(actor: Actor) -> bool:
    """Whether an actor is a side whatever the country."""
    bodies = {MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP}
    return actor.kind in bodies or actor.serves_body or actor.leads_rebels


def _is_of_people(candidate: Candidate) -> bool:
    """ "met with four business leaders": no gathering with a name, nor one that somebody convenes."""
    return candidate.kind in _CONTACTS and candidate.conference is None and not candidate.clause.noun


def _is_attack_or_abroad(candidate: Candidate, own: set[str]) -> bool:
    """Whether arms are used, by whomever, or the text tells a place in another country."""
    where = candidate.where.country if candidate.where is not None else None
    return candidate.kind is Kind.ATTACK or (where is not None and where not in own)


def _is_for_a_state(actor: Actor) -> bool:
    """Whether a stranger's office is one that states have, so that it may be another's."""
    told = actor.title.text if actor.title is not None else actor.role or ""
    words = f" {told.casefold().replace('-', ' ')} "
    return any(f" {office} " in words for office in _FOR_A_STATE)
