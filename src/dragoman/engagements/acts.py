"""find_acts: what a sentence tells, trigger by trigger, as candidates.

For every verb and event noun the lexicon knows: read its clause, fill the roles, and keep it if the codebook's
floor is met (two sides of different countries, or a country and an organisation or armed group).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.citation import hull
from dragoman.engagements.attendance import find_attendance
from dragoman.engagements.brokers import add_brokers, drop_told_twice, mark_hosts
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause, Tense, noun_clause, verb_clause
from dragoman.engagements.companies import are_some_people, is_company, is_firm
from dragoman.engagements.consequences import supposed
from dragoman.engagements.engagement import CONTACTS, ENCOUNTERS, Kind, Role
from dragoman.engagements.floors import DIRECTED, SENDING, is_visit, meets_floor
from dragoman.engagements.gatherings import (
    add_body,
    add_owners,
    conference_of,
    has_attendant,
    is_assembly,
    is_gathering,
    is_of_deciders,
    make_gathering,
)
from dragoman.engagements.gifts import further_gifts
from dragoman.engagements.goals import find_goals
from dragoman.engagements.implied import honoured, reported, with_implied
from dragoman.engagements.invitations import add_inviter, read_invitations
from dragoman.engagements.judging import told_in_passing
from dragoman.engagements.lexicon import Lexicon, Trigger
from dragoman.engagements.mutual import directed
from dragoman.engagements.neighbours import (
    aboard,
    actor_before,
    actor_behind,
    agent_behind,
    first_person_behind,
    line_owner,
    owner_before,
    pair_before,
    whose_pleasure,
    whose_thanks,
)
from dragoman.engagements.owners import owners_of, places_as_actors
from dragoman.engagements.pointing import lacks_parties, may_recall
from dragoman.engagements.presence import find_presence
from dragoman.engagements.roaming import is_roaming
from dragoman.engagements.roles import actors_in, is_official, is_person
from dragoman.engagements.slots import slot_tokens, stray_tokens
from dragoman.engagements.speaking import with_speaker
from dragoman.engagements.sports import is_match
from dragoman.engagements.targets import (
    factions_of,
    harmed_in,
    is_concerned,
    is_topic,
    named_targets,
    nearest,
    own_people,
    places_hit,
    senders_of,
    whose_courts,
)
from dragoman.engagements.tree import Tree
from dragoman.engagements.triggering import noun_fits, verb_fits
from dragoman.engagements.visitors import read_hosted
from dragoman.engagements.welcomes import is_welcome
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention, MentionKind

# Whose arms, goods and prisoners act or are given: "Israeli strikes killed", "Estonia's howitzers reached".
_OWNED = frozenset({Kind.ATTACK, Kind.AID, Kind.CONCESSION})
_AFFIRMED = frozenset({"recognise", "invite", "appoint", "letter", "asylum", "extradite", "deploy"})
_TO_STATES = frozenset({Kind.DEMAND, Kind.STATEMENT, Kind.ACCUSATION})
_HOSTED = CONTACTS | {Kind.VISIT, Kind.STATEMENT}
_OF_THEIRS = frozenset("to on with from under obj subj".split())  # "hit with US sanctions"


def find_acts(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of one sentence."""
    found: list[Candidate] = []
    for index, token in enumerate(tree.sentence.tokens):
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX", "ADJ"}:
            entries = lexicon.entries_of_verb(lemma, token.text.lower(), adjective=token.pos == "ADJ")
            noun = False
        elif token.pos in {"NOUN", "PROPN"}:
            entries = lexicon.nouns.get(lemma, ()) or lexicon.nouns.get(token.text.lower(), ())
            noun = True
        else:
            continue
        if not entries:
            continue
        outlines: dict[frozenset[str] | None, Clause] = {}
        pointing: list[Candidate] = []  # "paid his visit to P" is a visit before it points back at a meeting
        for entry in entries:
            light = lexicon.light_of(entry) if noun else None
            if light not in outlines:
                outlines[light] = (
                    verb_clause(tree, index) if light is None else noun_clause(tree, index, light)
                )
            outline = outlines[light]
            if not _fits(tree, outline, entry):
                continue
            candidate = _try(tree, replace(outline, slots=dict(outline.slots)), entry, mentions)
            if candidate is not None and candidate.recalls:
                pointing.append(candidate)
            elif candidate is not None:
                found.extend(directed(candidate))
                if entry.gift:
                    found.extend(further_gifts(candidate, mentions))
                break
        else:
            found.extend(pointing[:1])
    found.extend(find_presence(tree, mentions))
    found = read_invitations(tree, mentions, drop_told_twice(found))
    known = [c.conference for c in found if c.conference is not None and has_attendant(c)]
    found.extend(find_attendance(tree, mentions, known))
    return found


def _fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    if clause.noun:
        return (clause.light is not None or entry.bare) and noun_fits(tree, clause, entry)
    return verb_fits(tree, clause, entry)


def _names_object(tree: Tree, clause: Clause, mentions: Mentions) -> bool:
    here = tree.sentence.index
    return any(mentions.actor_at(here, index) is not None for index in clause.slots.get("obj", ()))


def _try(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> Candidate | None:
    noun = clause.noun
    if not noun and clause.tense is not Tense.FUTURE and entry.mode in _AFFIRMED and clause.negated:
        return None  # "does not recognise": as before
    named = noun and mentions.actor_at(tree.sentence.index, clause.head) is not None
    if named and not entry.bare and clause.lemma not in entry.strict:
        return None
    if entry.objects and clause.lemma in SENDING and _names_object(tree, clause, mentions):
        return None  # "sent envoy X to P": X goes
    clause = replace(clause, negated=False) if entry.negative else clause
    parts = with_speaker(tree, clause, entry, mentions, _parts(tree, clause, entry, mentions))
    candidate = _candidate(tree, clause, entry, parts)
    if entry.kind is Kind.VISIT:
        candidate.goals = list(find_goals(tree, clause, entry, mentions))
        read_hosted(tree, candidate, mentions)
        return candidate if is_visit(candidate) or is_roaming(candidate) else _recalling(candidate)
    if entry.kind is Kind.CONFERENCE:
        candidate.conference = conference_of(tree, clause, entry, mentions)
        if candidate.conference is None or (parts and not any(is_official(part.actor) for part in parts)):
            return None  # scholars meet at conferences, too
        add_body(candidate)
        add_owners(candidate, mentions)
        return candidate if candidate.parts else _recalling(candidate)
    if entry.kind is Kind.MEETING and is_welcome(tree, clause):
        return None
    if (
        entry.kind is Kind.MEETING
        and is_match(tree, mentions.text)
        and all(p.mention.rule == "government name" for p in parts)
    ):
        return None
    if entry.kind is Kind.MEETING and (is_gathering(candidate) or is_of_deciders(candidate)):
        make_gathering(candidate, mentions)
        return candidate
    if entry.kind in {Kind.MEETING, Kind.AGREEMENT}:
        mark_hosts(candidate)
    add_brokers(candidate, mentions)
    if entry.kind is Kind.MEETING and _is_indirect(tree, clause):
        candidate.kind = Kind.MEDIATION
    add_inviter(tree, mentions, candidate)
    if meets_floor(candidate, clause, entry, mentions):
        return candidate
    if is_assembly(candidate):
        make_gathering(candidate, mentions)
        return candidate
    return _recalling(candidate)


def _is_indirect(tree: Tree, clause: Clause) -> bool:
    """ "indirect talks": somebody carries messages between the two."""
    words = {tree.sentence.tokens[token].text.lower() for token in clause.slots.get("mod", ())}
    return clause.noun and bool(words & {"indirect", "proximity", "mediated"})


def _recalling(candidate: Candidate) -> Candidate | None:
    """A contact or visit told without its sides, if it points back at what was told before."""
    clause = candidate.clause
    accepted = clause.light is not None and clause.sentence.tokens[clause.light].lemma.lower() == "accept"
    if candidate.mode == "invite" and accepted:
        candidate.kind, candidate.mode = Kind.VISIT, None  # "accepted the invitation"
        candidate.stage = "planned"
    short = candidate.kind is Kind.VISIT or (
        candidate.kind in CONTACTS | {Kind.MEDIATION, Kind.AGREEMENT, Kind.CONFERENCE}
        and (len(candidate.sides) < _SIDES or lacks_parties(candidate))
    )
    candidate.recalls = short and may_recall(candidate)
    return candidate if candidate.recalls else None


_SIDES = 2


def _parts(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> list[Part]:
    parts: list[Part] = []
    roles = {**entry.roles, "of": Role.ACTOR} if _tells_of_both(clause, entry) else entry.roles
    for slot, role in roles.items():
        tokens = _slot_or_stray(tree, clause, entry, mentions, slot)
        for actor, mention in _actors_told(tree, clause, entry, mentions, (slot, role), tokens):
            if slot in entry.persons and not (
                is_person(actor)
                or mention.plural
                or mention.rule == "counterpart"
                or _are_people(tree, tokens, mention)
            ):
                continue
            if not any(part.actor.key == actor.key for part in parts):
                parts.append(Part(role, actor, mention))
    if "subj" in entry.roles:
        _add_subject(tree, clause, entry, mentions, parts)
    parts.extend(honoured(tree, clause, mentions, parts) if entry.kind is Kind.MEETING else ())
    if entry.kind in CONTACTS | {Kind.AGREEMENT} and clause.noun:
        parts = with_implied(tree, clause, mentions, parts, contact=entry.kind in CONTACTS)
    if entry.kind is Kind.AGREEMENT and clause.noun and not parts:
        parts.extend(reported(tree, clause, mentions))
    parts.extend(first_person_behind(tree, clause, mentions, parts))
    _add_targets(tree, clause, entry, mentions, parts)
    return _named_first(parts)


def _tells_of_both(clause: Clause, entry: Trigger) -> bool:
    """ "raids of the P air force on Q": behind "of" stands who strikes."""
    hit = any(clause.slots.get(slot) for slot in ("on", "~on", "against", "~against"))
    return entry.kind is Kind.ATTACK and clause.noun and hit and "by" not in clause.slots


def _slot_or_stray(
    tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, slot: str
) -> tuple[int, ...]:
    """The tokens of a slot, in the tree or in the text where the tree lost them."""
    tokens = slot_tokens(clause, slot) or stray_tokens(mentions, tree, clause, slot)
    if not tokens and slot == "obj":
        tokens = actor_behind(tree, clause, mentions)
    if tokens and not slot_tokens(clause, slot):
        clause.slots[slot] = tokens
    if slot == "poss" and not tokens and entry.kind in ENCOUNTERS:
        tokens = owner_before(tree, clause, mentions)
    if slot == "mod" and clause.noun and entry.kind in CONTACTS:
        tokens = (*tokens, *pair_before(tree, clause, mentions))
    if slot == "by" and not tokens and entry.kind is Kind.VISIT and clause.noun:
        return agent_behind(tree, clause, mentions)
    if slot == "to" and entry.mode == "discuss" and clause.slots.get("with"):
        return clause.slots.get(slot, ())  # "spoke with A about the answer to B": B is spoken of
    if slot == "at" and clause.slots.get("against"):
        return ()  # "filed a case against A at the court"
    return tokens


def _actors_told(
    tree: Tree,
    clause: Clause,
    entry: Trigger,
    mentions: Mentions,
    filling: tuple[str, Role],
    tokens: tuple[int, ...],
) -> list[tuple[Actor, Mention]]:
    """Who stands in a slot, or whose the thing is that does."""
    slot, role = filling
    if role in {Role.ACTOR, Role.PARTICIPANT} or entry.kind in _TO_STATES:  # "urged Japanese companies"
        tokens = tuple(token for token in tokens if not is_firm(tree, token))
    if role is Role.ACTOR and entry.kind is not Kind.ATTACK:
        tokens = tuple(token for token in tokens if not are_some_people(mentions, tree, token))
    found = actors_in(mentions, tree, tokens)
    if not found and role is Role.RECIPIENT and entry.kind in DIRECTED:
        found = [pair for token in tokens for pair in owners_of(mentions, tree, token)]
    listing = entry.kind is Kind.SANCTION and slot in _OF_THEIRS  # "added to the UK sanctions list"
    theirs = entry.kind in _OWNED or entry.mode == "deploy" or listing
    if not found and role is Role.ACTOR and theirs:
        owned = [token for token in tokens if not (entry.gift and is_company(tree, token))]
        found = [pair for token in owned for pair in owners_of(mentions, tree, token)]
    if not found and role is Role.ACTOR and slot == "obj":
        found = [pair for token in tokens for pair in senders_of(mentions, tree, clause, token)]
    if not found and entry.several:
        found = [pair for token in tokens for pair in owners_of(mentions, tree, token)]
    if not found and role is Role.ACTOR and entry.kind is Kind.VISIT:
        found = [pair for token in tokens for pair in aboard(tree, mentions, token)]
    if not found and role is Role.RECIPIENT and (entry.places or slot in {"from", "in", "into"}):
        found = [pair for token in tokens for pair in places_as_actors(mentions, tree, token)]
    if slot == "mod" and entry.kind is not Kind.VISIT:
        found = [
            (a, m) for a, m in found if a.kind is not MentionKind.PERSON and not is_topic(tree, clause, m)
        ]
    if role is Role.RECIPIENT and entry.kind in DIRECTED and not any(is_official(a) for a, _ in found):
        # private people and what they belong to: "sanctions on Court judges A and B"
        found = [*found, *(pair for token in tokens for pair in owners_of(mentions, tree, token))]
    elif role is Role.RECIPIENT and entry.kind is Kind.SANCTION:  # "on P's firms and Q's middlemen"
        unnamed = (token for token in tokens[1:] if not actors_in(mentions, tree, [token]))
        found = [*found, *(pair for token in unnamed for pair in owners_of(mentions, tree, token))]
    return found


def _add_subject(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, parts: list[Part]) -> None:
    """Add who does it where the clause has no subject: the host of talks, the name before the verb, a diary's owner."""
    role = entry.roles["subj"]
    own = slot_tokens(clause, "subj") or slot_tokens(clause, "poss")
    if entry.kind in _HOSTED and not own:
        known = {part.actor.key for part in parts}
        hosts = actors_in(mentions, tree, clause.slots.get("host", ()))
        parts.extend(Part(role, *host) for host in hosts if host[0].key not in known)
    if not slot_tokens(clause, "subj"):
        subject = whose_thanks(tree, clause, mentions) or actor_before(tree, clause, mentions)
        subject = subject or whose_pleasure(tree, clause, mentions)
        if subject is not None and not any(part.mention is subject for part in parts):
            parts.extend(Part(role, actor, subject) for actor in subject.actors)
    if entry.kind in ENCOUNTERS and not own:
        owner = line_owner(tree, clause, mentions)
        if owner is not None and all(part.actor.key != owner.actors[0].key for part in parts):
            parts.append(Part(role, owner.actors[0], owner))


def _add_targets(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, parts: list[Part]) -> None:
    """Add whom the act is aimed at where no slot names them."""
    told = [part for part in parts if part.role is Role.RECIPIENT and is_concerned(part, entry)]
    if entry.target and not told:
        acting = own_people(tree, mentions, entry, parts)
        role = Role.PARTICIPANT if entry.kind in {Kind.AGREEMENT, Kind.MEDIATION} else Role.RECIPIENT
        if role is Role.RECIPIENT or len({part.side for part in parts}) == 1:
            parts.extend(Part(role, *found) for found in named_targets(tree, clause, entry, mentions, acting))
    deed = told_in_passing(tree, clause) if entry.judges else None
    if deed is not None:
        doing = actors_in(mentions, tree, verb_clause(tree, deed).slots.get("subj", ()))
        speaking = {part.side for part in parts if part.role is Role.ACTOR}
        parts[:] = [part for part in parts if part.role is Role.ACTOR]
        parts.extend(Part(Role.RECIPIENT, *found) for found in doing if side_of(found[0]) not in speaking)
    parts.extend(whose_courts(tree, clause, entry, mentions, parts))
    if entry.kind is Kind.ATTACK and not any(part.role is Role.RECIPIENT for part in parts):
        parts.extend(harmed_in(tree, clause, mentions, parts))
    if not any(part.role is Role.RECIPIENT for part in parts):
        parts.extend(factions_of(tree, clause, entry, mentions))
    if entry.places and not any(part.role is Role.RECIPIENT for part in parts):
        parts.extend(places_hit(tree, clause, mentions, parts))
    if entry.kind is Kind.THREAT and not any(part.role is Role.RECIPIENT for part in parts):
        parts.extend(supposed(tree, clause.head, mentions, {part.side for part in parts}))
    alone = len({part.side for part in parts}) == 1
    if entry.reach and alone and not any(part.role is Role.RECIPIENT for part in parts):
        parts.extend(nearest(tree, clause, entry, mentions, parts))


_PEOPLE = frozenset(
    "delegation minister envoy official leader representative team mission ambassador head chief director diplomat".split()
)
# Bodies that hear one as people do: "pleaded with the US Congress".
_HEARING = frozenset("congress parliament senate government council administration assembly".split())


def _are_people(tree: Tree, tokens: Iterable[int], mention: Mention) -> bool:
    """ "a delegation from Damascus", "officials of the League": a noun for people that contains the side."""
    inside = range(mention.first, mention.last)
    lemmas = {token: tree.sentence.tokens[token].lemma.lower() for token in tokens}
    return any(lemma in (_HEARING if token in inside else _PEOPLE) for token, lemma in lemmas.items())


def _named_first(parts: list[Part]) -> list[Part]:
    """The parts, without a group that is named beside it ("the two countries' foreign ministers, A and B")."""
    named = {part.side for part in parts if part.mention.rule in {"titled name", "name"}}
    groups = {part.side for part in parts if part.mention.rule == "group"}
    if len(groups) < _SIDES or not groups <= named:
        return parts
    return [part for part in parts if part.mention.rule != "group"]


def _candidate(tree: Tree, clause: Clause, entry: Trigger, parts: list[Part]) -> Candidate:
    tokens = tree.sentence.tokens
    trigger = [tokens[clause.head].span]
    if clause.light is not None:
        trigger.append(tokens[clause.light].span)
    sides = [part.mention.span for part in parts if part.mention.sentence == tree.sentence.index]
    reach = hull([*trigger, *sides])
    return Candidate(
        entry.kind,
        entry.mode,
        entry.rule,
        tree.sentence.index,
        tokens[clause.head].span,
        reach,
        clause,
        tree,
        entry.weight,
        parts,
        stage=entry.status,
        speech=entry.speech,
        dependent=entry.dependent,
    )
