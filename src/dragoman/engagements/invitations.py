"""Invitations: whoever is invited abroad, or accepts, is told to visit ("invited X to P", "accepted Y's invitation").

An invitation is a proposed visit when extended and a planned one when accepted (codebook, hard case 7). One by an
organisation, or one that no person is told to have received, stays an act of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import Engagement, Kind, Role, Status
from dragoman.engagements.owners import state_of
from dragoman.engagements.roles import actors_in, is_person
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import MentionKind, PlaceMention

# Verbs whose subject is the guest; others' subject is the host.
_RECEIVING = frozenset({"accept", "receive", "decline", "have", "get", "reject", "refuse", "welcome"})
# Who hands over an invitation brings it from whom it is told to be.
_BEARING = frozenset({"hand", "deliver", "present", "pass", "give", "convey", "relay", "transmit", "bring"})
_WENT = frozenset({"visit", "come", "travel", "go", "stop", "pay", "attend"})


def add_inviter(tree: Tree, mentions: Mentions, candidate: Candidate) -> None:
    """The state of the place one has been invited to, where nobody is said to invite ("has been invited to P")."""
    clause = candidate.clause
    if candidate.mode != "invite" or clause.noun or not clause.passive or candidate.of(Role.ACTOR):
        return
    home = {part.actor.country for part in candidate.parts}
    for place in _places(tree, mentions, candidate):
        if place.country is not None and place.country not in home:
            candidate.parts.append(Part(Role.ACTOR, *state_of(place, place.name)))
            return


def read_invitations(tree: Tree, mentions: Mentions, found: list[Candidate]) -> list[Candidate]:
    """The candidates, invitations of people by states as visits of theirs."""
    return [_as_visit(tree, mentions, c) or c if c.mode == "invite" else c for c in found]


def _as_visit(tree: Tree, mentions: Mentions, candidate: Candidate) -> Candidate | None:
    guests, hosts = _sides(tree, mentions, candidate)
    guests = [part for part in guests if is_person(part.actor) or part.mention.rule == SIDE_RULE]
    hosts = [part for part in hosts if part.actor.kind is not MentionKind.ORGANIZATION]
    home = {part.actor.country for part in guests}
    hosts = [part for part in hosts if part.actor.country is not None and part.actor.country not in home]
    if not guests or not hosts or None in home:
        return None
    goals = [place for place in _places(tree, mentions, candidate) if place.country not in {None, *home}]
    if _is_elsewhere(tree, mentions, candidate) and not (goals and candidate.clause.passive):
        return None
    candidate.kind, candidate.mode = Kind.VISIT, None
    candidate.parts = [
        *(Part(Role.ACTOR, part.actor, part.mention) for part in guests),
        *(Part(Role.RECIPIENT, part.actor, part.mention) for part in hosts),
    ]
    candidate.goals = goals[:1] or [home_of(hosts[0])]
    candidate.stage = "planned" if _is_accepted(tree, candidate) else "proposed"
    return candidate


def _is_elsewhere(tree: Tree, mentions: Mentions, candidate: Candidate) -> bool:
    """Whether one is invited to an event, or no longer."""
    clause, tokens = candidate.clause, tree.sentence.tokens
    if clause.light is not None and tokens[clause.light].lemma.lower() in {"withdraw", "rescind", "cancel"}:
        return True
    asked = () if clause.noun else clause.slots.get("to", ())
    return any(mentions.place_at(tree.sentence.index, token) is None for token in asked)


def _sides(tree: Tree, mentions: Mentions, candidate: Candidate) -> tuple[list[Part], list[Part]]:
    clause, tokens = candidate.clause, tree.sentence.tokens
    acting, facing = candidate.of(Role.ACTOR), candidate.of(Role.RECIPIENT)
    if not clause.noun:
        return facing, acting
    light = tokens[clause.light].lemma.lower() if clause.light is not None else ""
    owners = [
        Part(Role.RECIPIENT, actor, mention)
        for actor, mention in actors_in(mentions, tree, clause.slots.get("poss", ()))
        if actor.key not in {part.actor.key for part in acting}
    ]
    if light in _BEARING:
        sent = {id(part) for part in facing if _is_sender(candidate, part)}
        senders = [part for part in facing if id(part) in sent]
        return [part for part in facing if id(part) not in sent], senders + owners or acting
    return (acting, facing + owners) if light in _RECEIVING else (facing, acting + owners)


def _is_sender(candidate: Candidate, part: Part) -> bool:
    tokens = {
        index for token in candidate.clause.slots.get("from", ()) for index in candidate.tree.subtree(token)
    }
    return bool(tokens & set(range(part.mention.first, part.mention.last)))


def _places(tree: Tree, mentions: Mentions, candidate: Candidate) -> list[PlaceMention]:
    """Places the guest is asked to: behind "to" or "in", and below "visit", "come"."""
    clause = candidate.clause
    heads = [token for slot in ("to", "in", "~to", "~in") for token in clause.slots.get(slot, ())]
    for node in {clause.head, clause.light} - {None}:
        for verb in tree.of(node, "xcomp", "acl", "advcl") if node is not None else ():
            if tree.sentence.tokens[verb].lemma.lower() in _WENT:
                heads.extend(tree.of(verb, "obj", "obl"))
    found = [mentions.place_at(tree.sentence.index, token) for token in heads]
    return [place for place in found if place is not None]


def home_of(host: Part) -> PlaceMention:
    """The country of a host, as the place where the guest is asked."""
    mention, country = host.mention, host.actor.country
    return PlaceMention(
        mention.sentence,
        mention.first,
        mention.last,
        mention.span,
        country or "",
        None,
        country,
        f"ctry:{country}",
        "country of the inviter",
    )


def _is_accepted(tree: Tree, candidate: Candidate) -> bool:
    tokens = tree.sentence.tokens
    light = candidate.clause.light
    if light is not None and tokens[light].lemma.lower() == "accept":
        return True
    return any(token.text.lower() == "accepted" for token in tokens[candidate.clause.head :])


def without_kept_invitations(engagements: Sequence[Engagement]) -> list[Engagement]:
    """The engagements without the invitations that are kept: "will visit P. They were invited by its minister"."""
    visits = [eng for eng in engagements if eng.kind is Kind.VISIT and not eng.historical]
    return [eng for eng in engagements if not any(_is_kept(eng, visit) for visit in visits)]


def _is_kept(eng: Engagement, visit: Engagement) -> bool:
    if eng.kind is not Kind.OTHER or eng.mode != "invite" or visit.status is Status.PROPOSED:
        return False
    guests, hosts = eng.countries(Role.RECIPIENT), eng.countries(Role.ACTOR)
    return bool(guests and hosts) and (
        guests <= visit.countries(Role.ACTOR) and hosts <= visit.countries(Role.RECIPIENT)
    )
