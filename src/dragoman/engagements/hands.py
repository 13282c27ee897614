"""Hands: who did what the text tells without its author.

"Gunmen stormed the Freedonian consulate": the state is hit, whoever did it. Police and soldiers act for the state on whose
soil it happens, and who was "held in Freedonia" is freed by Freedonia.
"""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import Role
from dragoman.engagements.owners import owners_of, places_as_actors
from dragoman.engagements.roles import is_official
from dragoman.engagements.timeliness import BACKGROUND_DAYS
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind

# What stands for the side it belongs to wherever it is.
_OUTPOSTS = frozenset(
    "embassy consulate ambassador diplomat consul envoy peacekeeper peacekeepers convoy contingent patrol warship frigate "
    "attaché legation".split()
)
# Who may strike without anybody knowing for whom.
_UNKNOWN = frozenset(
    "man men gunman gunmen crowd mob protester protesters demonstrator demonstrators attacker attackers assailant "
    "assailants militant militants rioter rioters student students bomber bombers insurgent insurgents fighter fighters "
    "hundreds thousands people youth youths assassin intruder intruders drone drones rocket rockets".split()
)
_ARMED = frozenset(
    "police officer officers soldier soldiers troops army guard guards forces force commando commandos military".split()
)


def hits_a_state(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether an attack without a side behind it hits an outpost of a state or organisation; names armed servants' state."""
    if candidate.of(Role.ACTOR) or not _is_told(candidate, mentions) or not _is_on_outpost(candidate):
        return False
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    subjects = {tokens[index].lemma.lower() for index in clause.slots.get("subj", ())}
    subjects |= {tokens[index].text.lower() for index in clause.slots.get("subj", ())}
    if subjects & _ARMED:
        candidate.parts.extend(_of_the_place(candidate, mentions))
        return bool(candidate.of(Role.ACTOR))
    return clause.noun or bool(subjects & _UNKNOWN)


def _is_told(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether the attack is told in its own right: a whole clause, or a noun with its day ("today's attack on …")."""
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    if _is_long_ago(candidate, mentions):
        return False
    if not clause.noun:
        done = clause.tense is Tense.PAST and clause.modal is None and not clause.negated
        return done and tokens[clause.head].dep not in {"acl", "amod"}
    own = tree.subtree(clause.head)
    reach = Span(tokens[own[0]].span.start, tokens[own[-1]].span.end)
    return any(time.days is not None or time.anchor == "published" for time in mentions.times_in(reach))


def _is_long_ago(candidate: Candidate, mentions: Mentions) -> bool:
    """Whether the sentence tells of days long past ("broke off relations in 2016 after a crowd stormed its embassy")."""
    day = mentions.day
    return day is not None and any(
        time.days is not None and (day - time.days.end).days > BACKGROUND_DAYS
        for time in mentions.times_in(candidate.tree.sentence.span)
    )


def _is_on_outpost(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    hit = [
        index
        for slot in ("obj", "on", "against", "at", "of", "into")
        for index in candidate.clause.slots.get(slot, ())
    ]
    outposts = [index for index in hit if tokens[index].lemma.lower() in _OUTPOSTS]
    below = {node for index in outposts for node in candidate.tree.subtree(index)}
    return any(
        is_official(part.actor)
        and part.actor.kind is not MentionKind.PERSON
        and part.mention.rule != "country of the place"
        and below & set(range(part.mention.first, part.mention.last))
        for part in candidate.of(Role.RECIPIENT)
    )


def _of_the_place(candidate: Candidate, mentions: Mentions) -> list[Part]:
    """The state in which police or soldiers act: "police raided the Freedonian embassy in P"."""
    hit = {part.side for part in candidate.of(Role.RECIPIENT)}
    head = candidate.clause.head
    for node in candidate.tree.subtree(head):
        found = places_as_actors(mentions, candidate.tree, node)
        if found and side_of(found[0][0]) not in hit and candidate.tree.case(node) in {"in", "at", "near"}:
            return [Part(Role.ACTOR, *found[0])]
    return []


_HOLDING = frozenset("hold detain jail imprison arrest capture seize keep sentence convict".split())


def jailers(candidate: Candidate, mentions: Mentions) -> list[Part]:
    """Who frees those whose release is told without its author: the state in which they were held."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    own = {part.side for part in candidate.parts}
    below = [node for index in candidate.clause.slots.get("obj", ()) for node in tree.subtree(index)]
    held = [node for node in below if tokens[node].lemma.lower() in _HOLDING]
    for index in (*held, *candidate.clause.slots.get("from", ())):
        for node in tree.subtree(index):
            found = places_as_actors(mentions, tree, node) if tree.case(node) in {"in", "by"} else []
            if found and side_of(found[0][0]) not in own:
                return [Part(Role.ACTOR, *found[0])]
    for node in tree.subtree(candidate.clause.head):
        prison = tokens[node].lemma.lower() in _PRISONS
        for pair in owners_of(mentions, tree, node) if prison else []:
            if side_of(pair[0]) not in own:
                return [Part(Role.ACTOR, *pair)]
    return []


_PRISONS = frozenset("jail prison custody detention captivity cell".split())


def name_summoner(candidate: Candidate, mentions: Mentions) -> None:
    """Make those the summoners in whose capital an envoy is told to serve: "P's ambassador in Q was called in"."""
    tokens = candidate.tree.sentence.tokens
    own = {part.side for part in candidate.parts}
    for part in candidate.of(Role.RECIPIENT):  # "P's ambassador to Q, NAME, was called in": within the name
        for token in range(part.mention.first, part.mention.last):
            post = places_as_actors(mentions, candidate.tree, token)
            if post and candidate.tree.case(token) in {"in", "to"} and side_of(post[0][0]) not in own:
                candidate.parts.append(Part(Role.ACTOR, *post[0]))
                return
    posts = {i for slot in ("in", "~in", "to", "~to") for i in candidate.clause.slots.get(slot, ())}
    below = {child for i in candidate.clause.slots.get("obj", ()) for child in candidate.tree.of(i, "nmod")}
    posts |= {child for child in below if candidate.tree.case(child) in {"in", "to"}}
    for place, part in enumerate(candidate.parts):
        held = posts & set(range(part.mention.first, part.mention.last))
        named = part.actor.kind is MentionKind.GOVERNMENT and all(tokens[i].pos == "PROPN" for i in held)
        if held and named and part.role is Role.RECIPIENT and len({p.side for p in candidate.parts}) > 1:
            candidate.parts[place] = Part(Role.ACTOR, part.actor, part.mention)
            return
