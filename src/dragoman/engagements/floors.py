"""Floors: what a candidate must have to be an engagement at all (codebook: "What is an engagement").

Two official sides of different countries, or a country and an organisation or armed group; a traveller and a place
abroad; a gift and its receiver; arms behind a blow.
"""

from __future__ import annotations

from dragoman.engagements.accusing import accuses_another, is_friendly, is_own_deed
from dragoman.engagements.arms import BEARERS, bears_arms, is_peaceful
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.containing import are_people_of
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.gifts import is_gift
from dragoman.engagements.hands import hits_a_state, jailers, name_summoner
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.mutual import is_mutual
from dragoman.engagements.neighbours import RECEIVING
from dragoman.engagements.roles import actors_in, is_official, is_person, stands_behind
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import MentionKind

# Whom these concern may be told elsewhere in the article.
_DEFERRABLE = frozenset({Kind.ACCUSATION, Kind.STATEMENT, Kind.THREAT, Kind.DEMAND})
DIRECTED = frozenset(
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


def is_visit(candidate: Candidate) -> bool:
    """A traveller of one country and a place in another."""
    travellers = [
        part for part in candidate.parts if part.role is Role.ACTOR and _can_travel(candidate, part)
    ]
    if not travellers or not candidate.goals or _leaves_post(candidate):
        return False
    abroad = {place.country for place in candidate.goals}
    guests = [part for part in travellers if part.actor.country not in abroad]
    travellers = guests or travellers  # "begins a visit to P after an invitation from P's president"
    home = {part.actor.country for part in travellers}
    candidate.goals = [
        place for place in candidate.goals if place.country is not None and place.country not in home
    ]
    hosts = [part for part in candidate.parts if part.role is Role.RECIPIENT]
    candidate.parts = travellers + [part for part in hosts if part.actor.country not in home]
    return bool(candidate.goals)


def _leaves_post(candidate: Candidate) -> bool:
    """An ambassador who leaves the country goes home; one who comes to the ministry there stays in town."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if {part.actor.role for part in candidate.of(Role.ACTOR)} != {"ambassador"}:
        return False
    goals = (token for slot in ("to", "at", "in", "obj") for token in slot_tokens(clause, slot))
    return clause.lemma in {"leave", "depart"} or any(
        tokens[token].lemma.lower() == "ministry" for token in goals
    )


def _can_travel(candidate: Candidate, part: Part) -> bool:
    """People and delegations travel; a state's bare name does not, but for the envoys it sends."""
    tree, clause = candidate.tree, candidate.clause
    if clause.lemma in SENDING and part.mention.is_subject and not clause.passive:
        return part.actor.kind is MentionKind.GOVERNMENT
    last = part.mention.last - 1
    troops = part.mention.rule == SIDE_RULE and tree.sentence.tokens[last].lemma.lower() in BEARERS
    if not is_official(part.actor) or _is_local(part) or troops:
        return False  # soldiers do not go abroad on a visit
    together = part.mention.rule in _GOING_TOGETHER or are_people_of(tree, part.mention)
    return is_person(part.actor) or together


SENDING = frozenset({"send", "dispatch", "despatch"})
_GOING_TOGETHER = frozenset({SIDE_RULE, "group", "plural pronoun"})
_BOTH = 2


def _is_local(part: Part) -> bool:
    """A mayor travels for a town, a consul about the consulate's own district."""
    title = part.actor.title.text.lower() if part.actor.title is not None else ""
    return "mayor" in title or "consul" in title


def _without_own(candidate: Candidate) -> list[Part]:
    """The parts without those to whom several speak though they are of them: they speak to others or to nobody."""
    acting = {part.actor.key for part in candidate.of(Role.ACTOR)}
    if len(acting) < _BOTH or candidate.kind not in DIRECTED:
        return candidate.parts
    return [p for p in candidate.parts if p.role is not Role.RECIPIENT or p.actor.key not in acting]


def meets_floor(candidate: Candidate, clause: Clause, entry: Trigger, mentions: Mentions) -> bool:
    if is_mutual(candidate):
        return True
    parts = candidate.parts = [
        part
        for part in _without_own(candidate)
        if part.role is Role.MEDIATOR or not stands_behind(candidate.tree, part.mention)
    ]
    if entry.gift:
        return bool(parts) and is_gift(candidate, clause, mentions) and _are_official(candidate)
    if not parts or (entry.needs and not _filled(clause, entry, candidate)):
        return False
    if candidate.mode == "welcome" and _is_at_the_door(candidate, clause):
        return False
    if candidate.kind in _DEFERRABLE and _is_anothers_word(candidate, clause, mentions):
        return False
    if entry.direct and not any(_is_direct(clause, part) for part in candidate.of(Role.RECIPIENT)):
        return False
    if candidate.kind is Kind.ACCUSATION and not accuses_another(candidate, clause, entry, mentions):
        return False
    if entry.armed and not bears_arms(candidate):
        return False
    if candidate.kind is Kind.ATTACK:
        return _is_blow(candidate, clause, mentions)
    if candidate.kind is Kind.MEDIATION and _only_moves(candidate, clause):
        return False
    if entry.several and len(_told_together(candidate)) < _BOTH:
        return False
    if candidate.kind is Kind.MEDIATION and _brokers_a_deal(candidate):
        return True  # whose deal it is may be told before
    sides = {side_of(part.actor) for part in parts if is_official(part.actor)}
    unaddressed = candidate.of(Role.ACTOR) and not candidate.of(Role.RECIPIENT, Role.PARTICIPANT)
    agentless = clause.passive and candidate.mode == "summon" and not candidate.of(Role.ACTOR)
    if candidate.kind in _DEFERRABLE and (len(sides) == 1 or (sides and unaddressed) or agentless):
        return _may_wait(candidate, clause, mentions, sides)
    if candidate.mode == "release" and _are_own_people(candidate, mentions):
        return False
    told_of = clause.passive or (not clause.noun and clause.lemma in _UNDERGOING)
    if candidate.mode == "release" and told_of and not candidate.of(Role.ACTOR):
        candidate.parts.extend(jailers(candidate, mentions))
        sides = {side_of(part.actor) for part in candidate.parts if is_official(part.actor)}
    if len(sides) == 1 and told_of and candidate.kind in _ANNOUNCED and not candidate.of(Role.ACTOR):
        announcer = _announcer(candidate, mentions, sides) or _left(candidate, mentions, sides)
        candidate.parts.extend(announcer)
        candidate.deferred = not announcer  # who did it may be told elsewhere
        return True
    if entry.lone and sides and _acts_alone(candidate, clause):
        candidate.parts = candidate.of(Role.ACTOR)
        candidate.deferred = True
        return True
    if len(sides) < 2:
        return bool(sides) and _joins_a_treaty(candidate)
    if candidate.kind in DIRECTED and not candidate.of(Role.ACTOR, Role.PARTICIPANT):
        return clause.passive and candidate.kind in {Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION}
    if candidate.kind in DIRECTED and candidate.of(Role.ACTOR):
        acting = {part.side for part in candidate.of(Role.ACTOR)}
        facing = {part.side for part in candidate.of(Role.RECIPIENT, Role.PARTICIPANT)}
        return bool(facing - acting)
    return True


def _is_at_the_door(candidate: Candidate, clause: Clause) -> bool:
    """Whom one welcomes at the door is received; what is welcomed is an act."""
    people = (is_person(p.actor) for p in candidate.of(Role.RECIPIENT) if _is_direct(clause, p))
    return any(people) or _takes_in(candidate.tree, clause)


def _only_moves(candidate: Candidate, clause: Clause) -> bool:
    """ "The ferry shuttled between P and Q", "the fair brings P and Q closer together"."""
    moved = candidate.mode == "carry" or (clause.lemma == "bring" and not clause.passive)
    return moved and not clause.noun and not candidate.of(Role.MEDIATOR)


def _is_anothers_word(candidate: Candidate, clause: Clause, mentions: Mentions) -> bool:
    """ "will pass on Seoul's demands": who carries a word to somebody has not said it."""
    if not clause.noun or clause.light is None:
        return False
    owners = {
        side_of(actor) for actor, _ in actors_in(mentions, candidate.tree, clause.slots.get("poss", ()))
    }
    return bool(owners) and owners.isdisjoint(part.side for part in candidate.of(Role.ACTOR))


def _are_own_people(candidate: Candidate, mentions: Mentions) -> bool:
    """ "charters a plane to repatriate 300 of its nationals": brought home, and not let go."""
    freed = actors_in(mentions, candidate.tree, candidate.clause.slots.get("obj", ()))
    acting = {part.side for part in candidate.of(Role.ACTOR)}
    return bool(freed) and bool(acting) and {side_of(actor) for actor, _ in freed} <= acting


def _told_together(candidate: Candidate) -> set[str]:
    """The sides of an act of several; "they" who reviewed something may be one side's."""
    named = (p for p in candidate.of(Role.PARTICIPANT) if "pronoun" not in p.mention.rule)
    return {p.side for p in (candidate.of(Role.PARTICIPANT) if candidate.mode != "discuss" else named)}


def _is_blow(candidate: Candidate, clause: Clause, mentions: Mentions) -> bool:
    """Whether somebody official strikes, or a state is hit; a target may still follow from the exchange."""
    _settle_blow(candidate, mentions)
    if is_peaceful(candidate):
        return False
    armed = candidate.of(Role.ACTOR, Role.PARTICIPANT)
    spoken_about = clause.noun and _is_topic(candidate.tree, clause)
    if not spoken_about and any(is_official(part.actor) for part in armed):
        return True
    return hits_a_state(candidate, mentions)


def _settle_blow(candidate: Candidate, mentions: Mentions) -> None:
    """ "P reports that a missile fired by Q was intercepted": fired at P; a state's own forces do not strike the state."""
    home = {part.actor.country for part in candidate.of(Role.ACTOR) if "Armed Forces" in part.actor.label}
    candidate.parts = [
        p for p in candidate.parts if p.role is not Role.RECIPIENT or p.actor.country not in home - {None}
    ]
    clause = candidate.clause
    if clause.passive and clause.lemma in _REPELLING and not candidate.of(Role.RECIPIENT):
        sides = {part.side for part in candidate.parts}
        told = _announcer(candidate, mentions, sides)
        candidate.parts.extend(Part(Role.RECIPIENT, part.actor, part.mention) for part in told)


_DEEDS_COUNTED = frozenset(
    "decision step measure pledge agreement deal move proposal point resolution".split()
)
_REPELLING = frozenset("intercept repel thwart foil repulse down".split())
_COMERS = frozenset(
    "refugee migrant evacuee guest visitor student tourist envoy delegate citizen traveller fan holidaymaker".split()
)


def _takes_in(tree: Tree, clause: Clause) -> bool:
    """ "welcomed 80,000 Afghans to our country", "welcomed the envoys": people, and no deed."""
    tokens = tree.sentence.tokens
    welcomed = [tokens[token] for token in clause.slots.get("obj", ())]
    if any(tokens[i].tag == "NNS" and tree.of(i, "nummod") for i in clause.slots.get("obj", ())):
        return tokens[clause.slots["obj"][0]].lemma.lower() not in _DEEDS_COUNTED
    return any(
        token.lemma.lower() in _COMERS or (token.tag == "NNPS" and clause.slots.get("to"))
        for token in welcomed
    )


_JOINING = frozenset("ratify join sign accede".split())
# Others of that name a state signs by itself: "the National Security Memorandum", "the Clean Air Plan".
_TREATIES = frozenset(
    "treaty agreement convention protocol accord accords pact charter compact covenant declaration partnership".split()
)


def _joins_a_treaty(candidate: Candidate) -> bool:
    """Whether a state becomes a party to a treaty of many, known by its name: "ratified the Law of the Sea Convention"."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if candidate.kind is not Kind.AGREEMENT or clause.lemma not in _TREATIES or clause.light is None:
        return False
    named = tokens[clause.head].pos == "PROPN" or tokens[clause.head - 1].pos == "PROPN"
    return named and tokens[clause.light].lemma.lower() in _JOINING


def _may_wait(candidate: Candidate, clause: Clause, mentions: Mentions, sides: set[str]) -> bool:
    """Whether somebody speaks, or was summoned: whom it concerns, or who summoned them, may be told elsewhere."""
    speaks = any(is_official(part.actor) for part in candidate.of(Role.ACTOR))
    harmless = is_own_deed(candidate, mentions, sides) or is_friendly(candidate)
    if candidate.mode == "accuse" and harmless:
        return False
    if not clause.passive or speaks:
        candidate.deferred = speaks
        return speaks
    if candidate.mode == "summon":
        name_summoner(candidate, mentions)
    elif not clause.noun or candidate.kind is not Kind.ACCUSATION:
        return False
    if not candidate.of(Role.ACTOR):
        candidate.parts.extend(_announcer(candidate, mentions, sides))
    candidate.deferred = not candidate.of(Role.ACTOR)
    return True


_ONLY_WISHED = frozenset({"must", "should", "can", "ought"})


def _acts_alone(candidate: Candidate, clause: Clause) -> bool:
    """Whether somebody who can is told to have done it, to whomever: the article may tell whom it concerns."""
    carried = (not clause.noun or clause.light is not None) and clause.modal not in _ONLY_WISHED
    acting = {part.side for part in candidate.of(Role.ACTOR) if is_official(part.actor)}
    facing = {part.side for part in candidate.of(Role.RECIPIENT, Role.PARTICIPANT)}
    single = len(acting) == 1 or candidate.mode in {"echo", "mirror"}
    return carried and single and bool(acting) and facing <= acting


def _are_official(candidate: Candidate) -> bool:
    """Whether somebody who can act for a side stands on each side that the text fills."""
    giving, receiving = candidate.of(Role.ACTOR), candidate.of(Role.RECIPIENT)
    return all(any(is_official(part.actor) for part in parts) for parts in (giving, receiving) if parts)


def _is_direct(clause: Clause, part: Part) -> bool:
    """Whether a participant is itself the object."""
    return any(part.mention.first <= token < part.mention.last for token in clause.slots.get("obj", ()))


_DEALS = frozenset("deal agreement ceasefire truce accord pact exchange swap pause release".split())


def _brokers_a_deal(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    brokered = candidate.clause.slots.get("obj", ())
    return bool(candidate.of(Role.MEDIATOR)) and any(tokens[t].lemma.lower() in _DEALS for t in brokered)


_ANNOUNCED = frozenset({Kind.EXPULSION, Kind.SANCTION})
_UNDERGOING = frozenset("face attract incur apply walk go emerge".split())
_TELLING = frozenset("say tell announce state declare confirm report inform notify".split())


def _announcer(candidate: Candidate, mentions: Mentions, sides: set[str]) -> list[Part]:
    """The official who announces a measure told without its author ("X have been ordered to leave, Y said")."""
    tree = candidate.tree
    for index, token in enumerate(tree.sentence.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in _TELLING:
            continue
        for actor, mention in actors_in(mentions, tree, tree.of(index, "nsubj")):
            if is_official(actor) and side_of(actor) not in sides:
                return [Part(Role.ACTOR, actor, mention)]
    return []


def _left(candidate: Candidate, mentions: Mentions, sides: set[str]) -> list[Part]:
    """Whose country they have to leave ("the envoy to X was asked to leave", "told to quit X")."""
    tree = candidate.tree
    if candidate.kind is not Kind.EXPULSION:
        return []
    for mention in mentions.actors:
        if mention.sentence != tree.sentence.index:
            continue
        heads = range(mention.first, mention.last)
        near = any(
            tree.case(index).split()[-1:] in (["to"], ["in"], ["from"], ["of"])
            or tree.sentence.tokens[index].dep == "obj"
            for index in heads
        )
        for actor in mention.actors:
            if near and actor.kind is MentionKind.GOVERNMENT and side_of(actor) not in sides:
                return [Part(Role.ACTOR, actor, mention)]
    return []


def _filled(clause: Clause, entry: Trigger, candidate: Candidate) -> bool:
    """Whether one of the slots the entry needs is filled (any target counts, since it was found below a slot)."""
    told_so = clause.noun or clause.lemma in RECEIVING
    if told_so and candidate.kind in CONTACTS and len(candidate.sides) >= 2:
        return True
    for slot in entry.needs:
        tokens = slot_tokens(clause, slot)
        if tokens and (slot not in entry.roles or entry.target or _holds_part(candidate, tokens)):
            return True
    return not entry.target and bool(candidate.of(Role.RECIPIENT))


def _holds_part(candidate: Candidate, tokens: tuple[int, ...]) -> bool:
    """Whether a participant stands in one of the tokens or below it."""
    below = {index for token in tokens for index in candidate.tree.subtree(token)} | set(tokens)
    return any(below & set(range(part.mention.first, part.mention.last)) for part in candidate.parts)


_HARMED = frozenset("kill wound injure hurt die displace damage destroy".split())
_BLOWS = frozenset({"attack", "strike", "airstrike", "raid", "bombing", "invasion", "offensive", "assault"})
_OCCASIONS = frozenset({"after", "following", "since", "amid", "despite", "in"})
_CONTAINING = frozenset(
    "wake aftermath series wave round spate response retaliation reprisal revenge answer reaction".split()
)


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
    tokens = tree.sentence.tokens
    while token.head >= 0 and (token.dep == "conj" or tokens[token.head].lemma.lower() in _BLOWS):
        token = tokens[token.head]  # "an attack by A and subsequent B strikes", however it was coordinated
    if token.head < 0 or token.dep in {"nsubj", "root", "nsubj:pass", "appos", "parataxis"}:
        return False
    if tokens[token.head].lemma.lower() in _HARMED:
        return False  # "ten people were killed from strikes on P"
    index = tree.sentence.tokens.index(token)
    if token.dep.startswith("obl"):
        return tree.case(index) not in _OCCASIONS
    return tree.sentence.tokens[token.head].lemma.lower() not in _CONTAINING
