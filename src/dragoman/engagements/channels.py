"""Channels: whether a contact was by telephone or in person, where its own words or the article tell.

"spoke by phone with X" and "held a meeting via video link" are calls, "discussed trade with a visiting minister" a meeting.
"""

from __future__ import annotations

import re

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Status
from dragoman.engagements.joining import Group
from dragoman.engagements.roles import is_person
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.utterances import is_discussion

_PHONE = re.compile(
    r"""
    \b(?:by|over\ the|on\ the|via)\ (?:tele)?phone\b   # by phone, over the telephone
    | \b(?:tele)?phoned?\b | \btelephon\w*
    | \bvideo[ ]?(?:call|link|conference)\w* | \bby\ video\b
    | \bvirtual(?:ly)?\b | \bonline\b | \bremotely\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def settle_channels(candidates: list[Candidate], source: str) -> None:
    """Turn speech into a call where its own sentence names the telephone, and a meeting by telephone into a call."""
    wired = [candidate for candidate in candidates if _is_by_wire(candidate)]
    for candidate in candidates:
        sentence = candidate.tree.sentence.span.of(source)
        phoned = _PHONE.search(sentence) is not None and not _is_beside_call(candidate, wired)
        told = candidate.kind is Kind.STATEMENT and candidate.mode in {"discuss", "express"}
        if told and not candidate.dependent and phoned:
            candidate.kind, candidate.mode, candidate.weight = Kind.CALL, None, max(candidate.weight, 0.85)
        elif (
            candidate.kind is Kind.MEETING
            and (candidate.clause.noun or _is_by_wire(candidate))
            and phoned
            and (
                candidate.clause.lemma.startswith(_SPOKEN) or _is_remote(candidate) or _is_by_wire(candidate)
            )
        ):
            candidate.kind = Kind.CALL


_APART = frozenset({"before", "after", "following", "ahead of", "of"})


def _is_beside_call(candidate: Candidate, wired: list[Candidate]) -> bool:
    """ "spoke by phone ahead of their talks in P": the words of the call are not those of the talks."""
    if not candidate.clause.noun or candidate.tree.case(candidate.clause.head) not in _APART:
        return False
    return candidate not in wired and any(other.sentence == candidate.sentence for other in wired)


_SPOKEN = ("conversation", "talk", "consult", "discuss")
_REMOTE = frozenset({"online", "virtual", "video", "phone", "telephone", "remote"})


def _is_remote(candidate: Candidate) -> bool:
    """A meeting that is called virtual itself, whatever else its sentence tells."""
    tokens = candidate.tree.sentence.tokens
    return any(tokens[token].text.lower() in _REMOTE for token in candidate.clause.slots.get("mod", ()))


_BY = ("by", "via", "over", "through", "in", "on", "from")
_WIRES = frozenset(
    "video link videolink videoconference videoconferencing teleconference phone telephone zoom".split()
)


def _is_by_wire(candidate: Candidate) -> bool:
    """ "held a meeting via video link", "met online": how the two met is told of the meeting itself."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    told = [token for slot in _BY for token in slot_tokens(candidate.clause, slot)]
    told = [node for token in told for node in (token, *tree.of(token, "compound", "amod"))]
    adverbs = {tokens[token].text.lower() for token in candidate.clause.slots.get("adverb", ())}
    wired = {tokens[token].lemma.lower() for token in told} & _WIRES
    return bool(wired or adverbs & {"virtually", "online", "remotely"})


def settle_discussions(groups: list[Group], hosts: dict[str, set[str]]) -> None:
    """Give discussions that joined nothing a channel where the article shows one; else they stay consultations.

    ``hosts`` maps a traveller's side to the countries visited: sides that discuss during a visit meet. Bare "spoke
    with" is a call unless a visit brings the two together (checklist 5.3), and so are the conversations of somebody whose
    calls the article tells.
    """
    for group in groups:
        if not all(is_discussion(c) for c in group.tellings):
            continue
        sides = set().union(*(c.sides for c in group.tellings))
        people = {part.side for c in group.tellings for part in c.parts if is_person(part.actor)}
        visiting = len(people) >= 2 and any(side in hosts and hosts[side] & sides for side in sides)
        if visiting or any(map(_is_in_person, group.tellings)):
            group.kind, group.mode = Kind.MEETING, None
        elif any(c.speech for c in group.tellings):
            group.kind, group.mode = Kind.CALL, None
    for group in [g for g in groups if all(map(is_discussion, g.tellings))]:
        home = next((g for g in groups if _brings_together(g, group)), None)
        if home is not None:
            home.tellings.extend(group.tellings)
            groups.remove(group)
    callers = {part.actor.key for group in groups if group.kind is Kind.CALL for part in group.parts}
    for group in groups:
        talked = all(is_discussion(c) for c in group.tellings)
        if talked and any(_is_conversation_of(c, callers) for c in group.tellings):
            group.kind, group.mode = Kind.CALL, None


def without_mere_agenda(groups: list[Group]) -> list[Group]:
    """The groups without what somebody will discuss: a topic of the meeting to come, and no word yet."""
    return [group for group in groups if not _is_mere_agenda(group)]


def _is_mere_agenda(group: Group) -> bool:
    talks = group.kind is Kind.STATEMENT and all(is_discussion(c) for c in group.tellings)
    return talks and all(c.status is Status.PLANNED for c in group.tellings)


_SEVERAL = 3


def _brings_together(home: Group, talk: Group) -> bool:
    """Whether a gathering of three or more holds all who discuss: what they discussed is discussed there."""
    sides, present = (set().union(*(c.sides for c in group.tellings)) for group in (talk, home))
    return home.kind is Kind.CONFERENCE and len(sides) >= _SEVERAL and sides <= present


def _is_conversation_of(candidate: Candidate, people: set[str]) -> bool:
    """ "separate conversations with A and B", where the article tells of calls of the same person."""
    spoken = candidate.clause.noun and candidate.clause.lemma.startswith("conversation")
    return spoken and any(is_person(part.actor) and part.actor.key in people for part in candidate.parts)


_MEALS = frozenset("breakfast lunch luncheon dinner supper tea coffee meal table".split())
_VENUES = frozenset(
    "palace residence office ministry chancellery headquarters castle villa hotel airport summit conference forum assembly "
    "sideline sidelines margin margins fringe fringes".split()
)
_FACED = re.compile(
    r"\b(?:one[ -]+on[ -]+one|face[ -]+to[ -]+face|t[êe]te[ -]+[àa][ -]+t[êe]te|in person|in the flesh)\b"
)


def _is_in_person(candidate: Candidate) -> bool:
    """ "talked over dinner", "spoke face to face", "at the summit", "in Oslo", "with a visiting delegation"."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    shared = (token for slot in ("over", "at", "during") for token in candidate.clause.slots.get(slot, ()))
    if _is_with_visitor(candidate) or any(tokens[token].lemma.lower() in _MEALS for token in shared):
        return True
    people = {part.side for part in candidate.parts if is_person(part.actor)}
    if len(people) > 1 and candidate.where is not None and candidate.where.sentence == candidate.sentence:
        return True  # "A and B discussed gas in Oslo"
    venues = (token for slot in ("at", "on", "in") for token in slot_tokens(candidate.clause, slot))
    if any(tokens[token].lemma.lower() in _VENUES for token in venues):
        return True
    said = " ".join(tokens[token].text.lower() for token in tree.subtree(candidate.clause.head))
    return _FACED.search(said) is not None


def _is_with_visitor(candidate: Candidate) -> bool:
    """ "discussed trade with a visiting delegation of P"."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    faced = [token for slot in ("with", "to", "subj") for token in slot_tokens(candidate.clause, slot)]
    beside = (child for token in faced for child in tree.of(token, "amod"))
    return any(tokens[child].text.lower() == "visiting" for child in beside)
