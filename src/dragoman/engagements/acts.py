"""find_acts: what a sentence tells, trigger by trigger, as candidates.

For every verb and event noun the lexicon knows: read its clause, fill the roles, and keep it if the codebook's
floor is met (two sides of different countries, or a country and an organisation or armed group).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.citation import Span, hull
from dragoman.engagements.attendance import find_attendance, find_presence
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause, noun_clause, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Lexicon, Trigger
from dragoman.engagements.roles import (
    actors_in,
    is_official,
    is_person,
    owners_of,
    places_as_actors,
    slot_tokens,
    stray_tokens,
    targets_below,
)
from dragoman.engagements.tree import Tree
from dragoman.language.document import Sentence
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Actor, ConferenceMention, Mention, MentionKind, PlaceMention

_TARGET_SLOTS = (
    "obj",
    "with",
    "to",
    "for",
    "on",
    "against",
    "over",
    "of",
    "ccomp",
    "xcomp",
    "iobj",
    "from",
    "in",
)
_ONE_SIDED = frozenset({Kind.VISIT, Kind.CONFERENCE})
_CONTACTS = frozenset({Kind.MEETING, Kind.CALL})
_HOSTED = frozenset({Kind.MEETING, Kind.CALL, Kind.VISIT, Kind.STATEMENT})
DEFERRABLE = frozenset({Kind.ACCUSATION, Kind.STATEMENT, Kind.THREAT})
_DIRECTED = frozenset(
    {
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.AID,
        Kind.SANCTION,
        Kind.EXPULSION,
        Kind.CONCESSION,
        Kind.ATTACK,
        Kind.OTHER,
    }
)


def find_acts(sentence: Sentence, mentions: Mentions, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of one tagged sentence."""
    if not sentence.tokens or not sentence.tokens[0].dep:
        return []
    tree = Tree(sentence)
    found: list[Candidate] = []
    for index, token in enumerate(sentence.tokens):
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"}:
            # "summons" read as a plain form keeps its ending
            entries = lexicon.verbs.get(lemma) or lexicon.verbs.get(lemma.removesuffix("s"), ())
            noun = False
        elif token.pos in {"NOUN", "PROPN"}:
            entries = lexicon.nouns.get(lemma, ()) or lexicon.nouns.get(token.text.lower(), ())
            noun = True
        else:
            continue
        for entry in entries:
            candidate = _try(tree, index, entry, mentions, lexicon, noun)
            if candidate is not None:
                found.append(candidate)
                break
    found.extend(find_presence(tree, mentions))
    found.extend(find_attendance(tree, mentions, [c.conference for c in found if c.conference is not None]))
    return found


def _try(
    tree: Tree, index: int, entry: Trigger, mentions: Mentions, lexicon: Lexicon, noun: bool
) -> Candidate | None:
    if noun:
        light = entry.light if entry.light is not None else lexicon.light
        clause = noun_clause(tree, index, light)
        if (clause.light is None and not entry.bare) or not _noun_fits(tree, clause, entry):
            return None
    else:
        clause = verb_clause(tree, index)
        if not _verb_fits(tree, clause, entry):
            return None
    if mentions.actor_at(tree.sentence.index, index) is not None and noun and not entry.bare:
        return None
    parts = _parts(tree, clause, entry, mentions)
    candidate = _candidate(tree, clause, entry, parts)
    if entry.kind is Kind.VISIT:
        candidate.goals = list(_goals(tree, clause, entry, mentions))
        return candidate if _is_visit(candidate) else None
    if entry.kind is Kind.CONFERENCE:
        candidate.conference = _conference(tree, clause, entry, mentions)
        return candidate if candidate.conference is not None and candidate.parts else None
    if entry.kind is Kind.MEETING:
        _mark_hosts(candidate)
    return candidate if _meets_floor(candidate, clause, entry, mentions) else None


def _verb_fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    tokens = tree.sentence.tokens
    if entry.particle is not None and clause.particle != entry.particle:
        return False
    if entry.kind is Kind.MEETING and clause.lemma == "meet" and _meets_a_thing(tree, clause):
        return False
    if entry.objects and not any(_lemma_in(tree, token, entry.objects) for token in clause.slot("obj")):
        return False
    if any(clause.slots.get(slot) for slot in entry.without):
        return False
    if entry.complement == "any" and not _complement(tree, clause):
        return False
    if entry.complement == "xcomp" and not _complement(tree, clause):
        return False
    content = (*clause.slots.get("xcomp", ()), *clause.slots.get("ccomp", ()), *clause.slots.get("advcl", ()))
    complements = [tokens[token].lemma.lower() for token in content]
    if entry.not_complements and any(lemma in entry.not_complements for lemma in complements):
        return False
    if entry.xcomps and not any(lemma in entry.xcomps for lemma in complements):
        return False
    if entry.words:
        text = " ".join(token.text.lower() for token in tokens)
        return any(words in text for words in entry.words)
    if entry.as_:
        below = {tokens[token].lemma.lower() for token in tree.subtree(clause.head)}
        return bool(below & entry.as_)
    return True


_THINGS = frozenset(
    "commitment target goal need demand obligation standard challenge requirement deadline criteria threshold".split()
)


def _meets_a_thing(tree: Tree, clause: Clause) -> bool:
    """ "meet their commitments" is no meeting."""
    return any(tree.sentence.tokens[token].lemma.lower() in _THINGS for token in clause.slots.get("obj", ()))


def _complement(tree: Tree, clause: Clause) -> bool:
    """Whether a clause has content after it: an infinitive, a that-clause, or "on"/"to" with a noun."""
    if any(clause.slots.get(slot) for slot in ("xcomp", "ccomp", "advcl", "on", "to", "obj")):
        return True
    return bool(tree.of(clause.head, "acl"))


def _noun_fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    tokens = tree.sentence.tokens
    mods = {tokens[token].lemma.lower() for token in clause.slots.get("mod", ())}
    mods |= {tokens[token].text.lower() for token in clause.slots.get("mod", ())}
    if clause.head > 0 and tokens[clause.head - 1].pos in {"ADJ", "NOUN", "PROPN"}:
        mods.add(tokens[clause.head - 1].text.lower())
    if entry.mods and not mods & entry.mods:
        return False
    if entry.not_mods and mods & entry.not_mods:
        return False
    if entry.words:
        text = " ".join(token.text.lower() for token in tokens)
        if not any(words in text for words in entry.words):
            return False
    if clause.lemma in entry.strict and clause.light is None:
        return False
    if entry.not_light and clause.light is not None:
        light = tokens[clause.light].lemma.lower()
        return light not in entry.not_light.get(clause.lemma, frozenset())
    return True


def _lemma_in(tree: Tree, token: int, wanted: frozenset[str]) -> bool:
    word = tree.sentence.tokens[token]
    below = [tree.sentence.tokens[child] for child in tree.of(token, "nmod", "compound", "amod", "conj")]
    return any(item.lemma.lower() in wanted or item.text.lower() in wanted for item in (word, *below))


def _parts(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> list[Part]:
    parts: list[Part] = []
    for slot, role in entry.roles.items():
        tokens = slot_tokens(clause, slot) or stray_tokens(mentions, tree, clause, slot)
        found = actors_in(mentions, tree, tokens)
        if not found and role is Role.RECIPIENT and entry.kind in _DIRECTED:
            found = [pair for token in tokens for pair in owners_of(mentions, tree, token)]
        if not found and role is Role.RECIPIENT and slot in {"from", "in", "into"}:
            found = [pair for token in tokens for pair in places_as_actors(mentions, tree, token)]
        if slot == "mod" and entry.kind is not Kind.VISIT:
            found = [(actor, mention) for actor, mention in found if actor.kind is not MentionKind.PERSON]
        for actor, mention in found:
            if slot in entry.persons and not (is_person(actor) or mention.plural):
                continue
            if not any(part.actor.key == actor.key for part in parts):
                parts.append(Part(role, actor, mention))
    if (
        "subj" in entry.roles
        and entry.kind in _HOSTED
        and not any(p.role is entry.roles["subj"] for p in parts)
    ):
        for actor, mention in actors_in(mentions, tree, clause.slots.get("host", ())):
            parts.append(Part(entry.roles["subj"], actor, mention))
    if entry.kind in _CONTACTS and clause.noun and len({part.side for part in parts}) == 1:
        implied = _implied_party(tree, mentions, parts)
        if implied is not None and slot_tokens(clause, "with"):
            parts.append(implied)
    if "subj" in entry.roles and not clause.noun and not slot_tokens(clause, "subj"):
        subject = _before(tree, clause, mentions)
        if subject is not None and not any(part.mention is subject for part in parts):
            parts.extend(Part(entry.roles["subj"], actor, subject) for actor in subject.actors)
    if entry.target and not any(part.role is Role.RECIPIENT for part in parts):
        acting = {part.actor.key for part in parts}
        role = Role.PARTICIPANT if entry.kind is Kind.AGREEMENT else Role.RECIPIENT
        if role is Role.RECIPIENT or len({part.side for part in parts}) == 1:
            parts.extend(Part(role, *found) for found in _targets(tree, clause, entry, mentions, acting))
    return parts


def _implied_party(tree: Tree, mentions: Mentions, parts: list[Part]) -> Part | None:
    """The story's person in "A meeting with X is also planned": the last one who was a subject, if of another side."""
    sides = {part.side for part in parts}
    for mention in reversed(mentions.actors):
        if mention.sentence >= tree.sentence.index or mention.sentence < tree.sentence.index - 2:
            continue
        if mention.is_subject and len(mention.actors) == 1 and is_person(mention.actors[0]):
            actor = mention.actors[0]
            return Part(Role.PARTICIPANT, actor, mention) if side_of(actor) not in sides else None
    return None


def _before(tree: Tree, clause: Clause, mentions: Mentions) -> Mention | None:
    """The actor right before an active verb, where the parser missed the subject."""
    tag = tree.sentence.tokens[clause.head].tag
    finite = tag in {"VBD", "VBZ", "VBP"} or bool(tree.of(clause.head, "aux"))
    if clause.passive or not finite:
        return None
    position = clause.head - 1
    while position >= 0 and tree.sentence.tokens[position].pos in {"AUX", "ADV", "PART"}:
        position -= 1
    return mentions.actor_at(tree.sentence.index, position) if position >= 0 else None


def _targets(
    tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, acting: set[str]
) -> list[tuple[Actor, Mention]]:
    if clause.noun:
        own = targets_below(mentions, tree, clause.head, deep=entry.deep, other_than=acting)
        if own:
            return own
    for slot in _TARGET_SLOTS:
        for token in slot_tokens(clause, slot):
            found = targets_below(mentions, tree, token, deep=entry.deep, other_than=acting)
            if found:
                return found
    return []


def _goals(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> Iterator[PlaceMention]:
    """The places a trip goes to, in text order."""
    seen: set[int] = set()
    slots = [*entry.goal, "from"] if clause.lemma in {"tour", "trip", "swing"} else list(entry.goal)
    tokens = [token for slot in slots for token in slot_tokens(clause, slot)]
    if tokens and "to" in slots:
        tokens.extend(_onward(tree, clause, mentions))
    for token in sorted(set(tokens)):
        mention = mentions.actor_at(tree.sentence.index, token)
        if mention is not None and mention.actors and mention.actors[0].kind is MentionKind.PERSON:
            continue
        for index in sorted(_place_tokens(tree, token)):
            place = mentions.place_at(tree.sentence.index, index)
            if place is not None and place.first not in seen:
                seen.add(place.first)
                yield place
                break


_ORDER_WORDS = frozenset(
    {"then", "finally", "on", "later", "onward", "onwards", "afterwards", "lastly", "before", "and"}
)


def _onward(tree: Tree, clause: Clause, mentions: Mentions) -> list[int]:
    """Further stops told in order ("then to B and C, and finally to D"), wherever the parser hung them."""
    tokens = tree.sentence.tokens
    found: list[int] = []
    for place in mentions.places:
        if place.sentence != tree.sentence.index or place.first <= clause.head:
            continue
        before = [tokens[place.first - hop].text.lower() if place.first >= hop else "" for hop in (1, 2)]
        ordered = before[0] == "to" and before[1] in _ORDER_WORDS
        listed = bool(found) and before[0] == "and" and found[-1] == place.first - 2
        if ordered or listed:
            found.append(place.last - 1)
    return found


def _place_tokens(tree: Tree, token: int) -> list[int]:
    """A goal's own token first, then what it contains ("the capital of France")."""
    inner = [
        child
        for child in tree.of(token, "nmod", "appos", "flat", "compound", "amod")
        if tree.case(child) not in {"for", "with", "about"}
    ]
    return [token, *inner]


def _conference(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> ConferenceMention | None:
    for slot in entry.conference:
        for token in slot_tokens(clause, slot):
            conference = mentions.conference_at(tree.sentence.index, token)
            if conference is not None:
                return conference
    return None


def _candidate(tree: Tree, clause: Clause, entry: Trigger, parts: list[Part]) -> Candidate:
    tokens = tree.sentence.tokens
    trigger = [tokens[clause.head].span]
    if clause.light is not None:
        trigger.append(tokens[clause.light].span)
    reach = hull(
        [*trigger, *(part.mention.span for part in parts if part.mention.sentence == tree.sentence.index)]
    )
    mode = entry.mode
    return Candidate(
        entry.kind,
        mode,
        entry.rule,
        tree.sentence.index,
        tokens[clause.head].span,
        reach,
        clause,
        tree,
        entry.weight,
        parts,
        begun=entry.status == "begun",
        speech=entry.speech,
        dependent=entry.dependent,
    )


def _mark_hosts(candidate: Candidate) -> None:
    """Who hosts or brokers talks between two others mediates."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if clause.light is None or tokens[clause.light].lemma.lower() not in {
        "host",
        "broker",
        "mediate",
        "facilitate",
    }:
        return
    subjects = {index for token in clause.slots.get("subj", ()) for index in candidate.tree.subtree(token)}
    hosts = [part for part in candidate.parts if subjects & set(range(part.mention.first, part.mention.last))]
    others = {part.side for part in candidate.parts if part not in hosts} - {part.side for part in hosts}
    if hosts and len(others) >= 2:
        candidate.parts = [replace(p, role=Role.MEDIATOR) if p in hosts else p for p in candidate.parts]


def _is_visit(candidate: Candidate) -> bool:
    """A traveller of one country and a place in another."""
    travellers = [part for part in candidate.parts if part.role is Role.ACTOR and _can_travel(part)]
    if not travellers or not candidate.goals:
        return False
    home = {part.actor.country for part in travellers}
    candidate.goals = [
        place for place in candidate.goals if place.country is not None and place.country not in home
    ]
    hosts = [part for part in candidate.parts if part.role is Role.RECIPIENT]
    candidate.parts = travellers + [part for part in hosts if part.actor.country not in home]
    return bool(candidate.goals)


def _can_travel(part: Part) -> bool:
    """People and delegations travel; a state's bare name does not."""
    if not is_official(part.actor):
        return False
    return is_person(part.actor) or part.mention.rule in {SIDE_RULE, "group", "plural pronoun"}


def _meets_floor(candidate: Candidate, clause: Clause, entry: Trigger, mentions: Mentions) -> bool:
    parts = candidate.parts
    if entry.gift:
        return bool(parts) and _is_gift(candidate, clause, mentions)
    if not parts or (entry.needs and not _filled(clause, entry, candidate)):
        return False
    if candidate.kind is Kind.ATTACK and clause.noun and _is_topic(candidate.tree, clause):
        return False
    if (
        candidate.kind is Kind.ATTACK
        and not clause.noun
        and clause.lemma in _HARMLESS
        and not _is_armed(candidate)
    ):
        return False
    if candidate.kind is Kind.ATTACK:
        return bool(candidate.of(Role.ACTOR))  # a target may still follow from the exchange
    sides = {side_of(part.actor) for part in parts if is_official(part.actor)}
    if len(sides) == 1 and candidate.kind in DEFERRABLE:
        candidate.deferred = any(
            part.role is Role.ACTOR for part in parts
        )  # whom it concerns may be told elsewhere
        return candidate.deferred
    if len(sides) < 2:
        return False
    if candidate.kind in _DIRECTED and not candidate.of(Role.ACTOR, Role.PARTICIPANT):
        return clause.passive and candidate.kind in {Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION}
    if candidate.kind in _DIRECTED and candidate.of(Role.ACTOR):
        acting = {part.side for part in candidate.of(Role.ACTOR)}
        facing = {part.side for part in candidate.of(Role.RECIPIENT, Role.PARTICIPANT)}
        return bool(facing - acting)
    return True


def _filled(clause: Clause, entry: Trigger, candidate: Candidate) -> bool:
    """Whether one of the slots the entry needs is filled (any target counts, since it was found below a slot)."""
    for slot in entry.needs:
        tokens = slot_tokens(clause, slot)
        if tokens and (slot not in entry.roles or entry.target or _holds_part(candidate, tokens)):
            return True
    return not entry.target and bool(candidate.of(Role.RECIPIENT))


def _holds_part(candidate: Candidate, tokens: tuple[int, ...]) -> bool:
    """Whether a participant stands in one of the tokens or below it."""
    below = {index for token in tokens for index in candidate.tree.subtree(token)} | set(tokens)
    return any(below & set(range(part.mention.first, part.mention.last)) for part in candidate.parts)


# Verbs that hit, strike or target in peace as well; they attack only with arms in the clause.
_HARMLESS = frozenset({"hit", "strike", "target", "storm", "raid", "seize", "capture", "destroy"})
_ARMS = frozenset(
    "missile missiles rocket rockets drone drones warplane warplanes airstrike bomb bombs shell shells "
    "artillery jet jets force forces troop troops army military navy militant militants rebel rebels "
    "fighter fighters gunman gunmen soldier soldiers aircraft bomber tank tanks man men".split()
)


def _is_armed(candidate: Candidate) -> bool:
    if any(part.actor.kind is MentionKind.ARMED_GROUP for part in candidate.of(Role.ACTOR)):
        return True
    below = candidate.tree.subtree(candidate.clause.head)
    return any(candidate.tree.sentence.tokens[index].lemma.lower() in _ARMS for index in below)


_OCCASIONS = frozenset({"after", "following", "since", "amid", "despite", "in"})
_CONTAINING = frozenset({"wake", "aftermath", "series", "wave", "round", "spate"})


def _is_topic(tree: Tree, clause: Clause) -> bool:
    """Whether a bare event noun is only spoken about ("discussed the attack", "support against aggression")."""
    if clause.light is not None:
        return False
    token = tree.sentence.tokens[clause.head]
    if clause.modal is not None or any(
        tree.sentence.tokens[child].text.lower()
        in {"further", "possible", "potential", "any", "another", "future"}
        for child in tree.of(clause.head, "amod", "det")
    ):
        return True
    if token.dep == "conj":
        token = tree.sentence.tokens[token.head]
    if token.head < 0 or token.dep in {"nsubj", "root", "nsubj:pass", "appos", "parataxis"}:
        return False
    index = tree.sentence.tokens.index(token)
    if token.dep.startswith("obl"):
        return tree.case(index) not in _OCCASIONS
    return tree.sentence.tokens[token.head].lemma.lower() not in _CONTAINING


_NO_GIFT = frozenset(
    "visa visas reward bounty ban embargo lawsuit asylum restriction sanction tariff fine warning".split()
)
_GOODS = frozenset(
    "aid assistance help relief support package loan grant fund funding credit weapon weapons arms "
    "ammunition vaccine vaccines dose doses food medicine medicines equipment supply supplies vehicle "
    "tank tanks missile missiles system systems ambulance shelter investment donation contribution money "
    "fuel wheat grain fertilizer training jet jets fighter aircraft helicopter helicopters "
    "howitzer artillery radar radars shell shells drone drones battery batteries launcher launchers boat "
    "boats generator generators tent tents blanket blankets rice flour oil electricity ton tons tonne "
    "tonnes".split()
)


def _is_gift(candidate: Candidate, clause: Clause, mentions: Mentions) -> bool:
    """Money or goods to a receiver of another country."""
    tree = candidate.tree
    giving = {part.side for part in candidate.of(Role.ACTOR)}
    receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
    given = clause.slots.get("obj", ())
    if mentions_any(mentions, tree, given) and clause.slots.get("with"):  # "provide X with Y"
        if not receiving:
            candidate.parts.extend(Part(Role.RECIPIENT, a, m) for a, m in actors_in(mentions, tree, given))
            receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
        given = clause.slots["with"]
    objects = [index for token in given for index in tree.subtree(token)]
    if not giving or not objects:
        return False
    reach = Span(tree.sentence.tokens[min(objects)].span.start, tree.sentence.tokens[max(objects)].span.end)
    amounts = mentions.amounts_in(reach)
    if any(tree.sentence.tokens[token].lemma.lower() in _NO_GIFT for token in given):
        return False
    has_goods = any(tree.sentence.tokens[index].lemma.lower() in _GOODS for index in objects)
    if not has_goods and not any(amount.unit.isupper() for amount in amounts):
        return False
    if not receiving:
        below = targets_below_gift(mentions, tree, clause, {part.actor.key for part in candidate.parts})
        candidate.parts.extend(Part(Role.RECIPIENT, actor, mention) for actor, mention in below)
        receiving = {part.side for part in candidate.of(Role.RECIPIENT)}
    candidate.amount = amounts[0] if amounts else None
    candidate.deferred = not receiving and candidate.amount is not None
    return bool(receiving - giving) or candidate.deferred


def mentions_any(mentions: Mentions, tree: Tree, tokens: tuple[int, ...]) -> bool:
    """Whether one of some tokens is an actor."""
    return any(mentions.actor_at(tree.sentence.index, token) is not None for token in tokens)


def targets_below_gift(
    mentions: Mentions, tree: Tree, clause: Clause, acting: set[str]
) -> list[tuple[Actor, Mention]]:
    """ "aid to X", "in assistance for X", wherever below the verb."""
    for token in (*clause.slots.get("obj", ()), *clause.slots.get("in", ()), *clause.slots.get("of", ())):
        for node in tree.subtree(token):
            if tree.case(node) in {"to", "for"}:
                found = targets_below(mentions, tree, node, deep=True, other_than=acting)
                if found:
                    return found
    return []
