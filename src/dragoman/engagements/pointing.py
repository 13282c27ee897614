"""Pointing back: what is told without its sides or its place, since the text has named them just before.

"The apology came in a phone call", "agreements are expected to be signed", "a courtesy call on the president followed",
"the first stop is P", "the summit will be rescheduled".
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.roles import is_official, is_person

_POINTING = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "both"})
_REMOTE = frozenset({"phone", "telephone", "video", "telephonic"})
_STAGES = frozenset(
    "conclude end wrap begin start finish complete cut shorten extend interrupt cancel postpone close put push scrap delay "
    "defer reschedule shelve suspend abandon".split()
)


def may_recall(candidate: Candidate) -> bool:
    """Whether a contact, agreement or visit without its sides points back at what was told before."""
    clause = candidate.clause
    if candidate.kind is Kind.CONFERENCE:
        return _is_the_gathering(candidate)
    if candidate.kind is Kind.MEDIATION and lacks_parties(candidate):
        return True
    if candidate.kind in CONTACTS and has_guest(candidate):
        return True
    if candidate.kind is Kind.VISIT and (is_in_the_country(candidate) or leads_delegation(candidate)):
        return True
    if not clause.noun:
        return False
    if candidate.kind is Kind.VISIT:
        light = _light(candidate)
        told = is_pointing(candidate) and (light in _STAGES or light == "accept")
        return told or _is_further_stop(candidate)
    if candidate.kind is Kind.AGREEMENT:
        return _is_without_author(candidate)
    pointing = (is_pointing(candidate) or is_remote(candidate)) and not clause.slots.get("for")
    return pointing or names_one(candidate)


def _light(candidate: Candidate) -> str:
    """The verb that carries the noun, or nothing."""
    light = candidate.clause.light
    return candidate.tree.sentence.tokens[light].lemma.lower() if light is not None else ""


def is_pointing(candidate: Candidate) -> bool:
    tree = candidate.tree
    tokens, head = tree.sentence.tokens, candidate.clause.head
    above = tokens[head].head
    parts = [head]
    if tokens[head].dep == "nmod" and above >= 0 and tokens[above].lemma.lower() in _ROUNDS:
        parts.append(above)  # "the next round of talks"
    return any(
        tokens[child].text.lower() in _POINTING
        for part in parts
        for child in tree.of(part, "det", "nmod:poss")
    )


_ROUNDS = frozenset({"round", "session", "day", "series", "cycle"})


def lacks_parties(candidate: Candidate) -> bool:
    """ "Mexico offered to mediate", "X and Y acted as interlocutors": between whom, the text has told before."""
    others = [part for part in candidate.parts if part.role is not Role.MEDIATOR]
    mediators = candidate.of(Role.MEDIATOR)
    return bool(mediators) and not others and all(is_official(part.actor) for part in mediators)


_GUESTS = frozenset(
    "guest visitor delegation minister head leader official colleague counterpart envoy diplomat politician premier host "
    "president chancellor chief prince secretary highness excellency majesty dignitary friend".split()
)
_TREATED = frozenset({"receive", "meet", "host", "greet", "see", "welcome"})


def has_guest(candidate: Candidate) -> bool:
    """ "hosted a luncheon for the guests", "the visiting ministers were received by X": the other side is a common noun."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if len(candidate.sides) != 1 or (not clause.noun and clause.lemma not in _TREATED):
        return False
    if not all(is_person(part.actor) and is_official(part.actor) for part in candidate.parts):
        return False
    named = {index for part in candidate.parts for index in range(part.mention.first, part.mention.last)}
    return any(
        index not in named
        and (
            tokens[index].tag == "PRP$"
            or (tokens[index].lemma.lower() in _GUESTS and tokens[index].pos == "NOUN")
        )
        for index in _guest_tokens(candidate)
    )


def _guest_tokens(candidate: Candidate) -> list[int]:
    clause, tree = candidate.clause, candidate.tree
    slots = ("with", "for") if clause.noun else ("obj", "with")
    found = [token for slot in slots for token in clause.slots.get(slot, ())]
    if not clause.noun and clause.passive and not found:
        found = _noun_before(candidate)
    honours = [t for t in clause.slots.get("in", ()) if tree.sentence.tokens[t].lemma.lower() in _HONOUR]
    return found + [child for token in honours for child in tree.of(token, "nmod")]


def _noun_before(candidate: Candidate) -> list[int]:
    """The noun before a passive verb, where the parser made no subject of it ("The visiting minister was received")."""
    tokens = candidate.tree.sentence.tokens
    position = candidate.clause.head - 1
    while position >= 0 and tokens[position].pos in {"AUX", "ADV", "PART"}:
        position -= 1
    return [position] if position >= 0 else []


_HONOUR = frozenset({"honour", "honor"})
_COUNTRY = frozenset({"country", "sultanate", "kingdom", "republic", "capital", "emirate", "island"})


def is_in_the_country(candidate: Candidate) -> bool:
    """ "who is visiting the Sultanate", "arrived in the country": whose, the text has told beside it or before."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if candidate.goals or not candidate.of(Role.ACTOR):
        return False
    slots = ("obj", "in", "to")
    return any(
        tokens[token].lemma.lower() in _COUNTRY and not candidate.tree.of(token, "nmod")
        for slot in slots
        for token in clause.slots.get(slot, ())
    )


def leads_delegation(candidate: Candidate) -> bool:
    """ "X will lead the delegation": where to, the text has told before."""
    clause, tree = candidate.clause, candidate.tree
    if clause.noun or clause.lemma not in {"lead", "head"} or candidate.goals:
        return False
    led = [i for i in clause.slots.get("obj", ()) if tree.sentence.tokens[i].lemma.lower() == "delegation"]
    words = {tree.sentence.tokens[child].text.lower() for index in led for child in tree.of(index, "det")}
    return words == {"the"} and any(is_person(part.actor) for part in candidate.of(Role.ACTOR))


def is_remote(candidate: Candidate) -> bool:
    """A call that says itself that it was by telephone; "the call" may be a farewell."""
    tokens = candidate.tree.sentence.tokens
    words = {tokens[token].text.lower() for token in candidate.clause.slots.get("mod", ())}
    return candidate.kind is Kind.CALL and bool(words & _REMOTE)


_GATHERING = frozenset(
    "the this that their summit conference forum session gathering meeting congress".split()
)
_WHICH = frozenset(
    "informal itself extraordinary emergency special annual next two-day three-day one-day latest first second third".split()
)


def _is_the_gathering(candidate: Candidate) -> bool:
    """ "the summit", "the extraordinary session": without a name of its own."""
    if candidate.conference is None or candidate.parts:
        return False
    tree, conference = candidate.tree, candidate.conference
    words = {token.text.lower() for token in tree.sentence.tokens[conference.first : conference.last]}
    head = conference.last - 1
    pointing = {
        tree.sentence.tokens[child].text.lower() for child in tree.of(head, "det", "nmod:poss")
    } & _POINTING
    return bool(pointing) and words <= _GATHERING | _WHICH


# Words that point back at a journey, at those who sign.
_STOPS = frozenset({"stop", "stopover", "leg", "destination", "station"})
_CARRIERS = frozenset(
    "plane aircraft jet flight trip tour journey visit programme program itinerary agenda schedule".split()
)
_OFF = frozenset(
    {
        "cancel",
        "postpone",
        "put",
        "call",
        "scrap",
        "delay",
        "defer",
        "shelve",
        "drop",
        "plan",
        "follow",
        "be",
        "schedule",
    }
)


def _is_further_stop(candidate: Candidate) -> bool:
    """A visit told without its traveller: "the first stop is P", "a visit to P has been put off", "a stopover in P"."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if not candidate.goals or candidate.of(Role.ACTOR) or clause.slots.get("of") or clause.slots.get("by"):
        return False
    own = (*clause.slots.get("subj", ()), *clause.slots.get("poss", ()))
    if any(tokens[token].lemma.lower() not in _CARRIERS and not _is_goal(candidate, token) for token in own):
        return False
    return (
        clause.lemma in _STOPS or (_light(candidate) in _OFF and clause.passive) or _light(candidate) == "be"
    )


def _is_goal(candidate: Candidate, token: int) -> bool:
    return any(place.first <= token < place.last for place in candidate.goals)


_SIGNED = frozenset(
    "agreement treaty memorandum mou accord pact protocol deal memoranda document documents convention signing "
    "signature".split()
)
_CLOSING = frozenset("sign ink initial conclude finalize finalise exchange seal reach adopt endorse".split())
_GROUPS = frozenset(
    "party side government country delegation minister leader two both neighbour neighbor".split()
)


def _is_without_author(candidate: Candidate) -> bool:
    """ "Agreements are expected to be signed", "the parties signed a memorandum": whose, the text has told before."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if clause.lemma not in _SIGNED or candidate.of(Role.MEDIATOR):
        return False
    if candidate.parts:
        return signs_with_one(candidate)
    if clause.lemma in {"signing", "signature"}:
        return True
    subjects = [tokens[token] for token in clause.slots.get("subj", ())]
    if clause.passive and not subjects:
        return _light(candidate) in _CLOSING
    grouped = bool(subjects) and all(token.lemma.lower() in _GROUPS for token in subjects)
    return grouped and _light(candidate) in _CLOSING


def signs_with_one(candidate: Candidate) -> bool:
    """ "X, with whom they initialled the pact": the others are those told of before."""
    clause = candidate.clause
    named = all(is_official(part.actor) and is_person(part.actor) for part in candidate.parts)
    return (
        bool(clause.slots.get("with"))
        and named
        and len(candidate.sides) == 1
        and _light(candidate) in _CLOSING
    )


_FACING = ("with", "on", "upon", "to", "by")


def names_one(candidate: Candidate) -> bool:
    """ "A courtesy call on X followed", "a meeting with X is also planned": the other side is the one told of before."""
    clause, tree = candidate.clause, candidate.tree
    if candidate.kind not in CONTACTS or any(
        clause.slots.get(slot) for slot in ("subj", "poss", "host", "of")
    ):
        return False
    facing = {
        index for slot in _FACING for token in clause.slots.get(slot, ()) for index in tree.subtree(token)
    }
    named = [part for part in candidate.parts if is_person(part.actor) and is_official(part.actor)]
    if len(candidate.sides) != 1 or not any(
        facing & set(range(p.mention.first, p.mention.last)) for p in named
    ):
        return False
    return clause.light is not None or _is_of_a_stop(candidate)


def _is_of_a_stop(candidate: Candidate) -> bool:
    """ "The first stop is P, for a lunch with X", "On the programme: talks with X": it hangs on what is no verb."""
    tokens = candidate.tree.sentence.tokens
    above = [tokens[node] for node in candidate.tree.ancestors(candidate.clause.head)]
    return all(token.pos not in {"VERB", "AUX"} for token in above)
