"""Whereabouts: the place that a candidate's own sentence puts its event in.

A place counts behind a preposition of rest, beside the trigger or the verb above it. A building without a city of its
own is in the dateline's, where that city is in a country that takes part; a dateline alone is no evidence.
"""

from __future__ import annotations

import re

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import BEGUN, Kind, Role
from dragoman.engagements.neighbours import RECEIVING
from dragoman.engagements.occasions import find_occasions, speaking_clauses
from dragoman.engagements.reach import distance, hangs_above, nodes_of, token_at
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind, PlaceMention

_RESTING = frozenset({"in", "at", "inside"})
# An attack is also told as near a place, a meeting as on a border or an island.
_MORE_RESTING = {Kind.ATTACK: frozenset({"near", "on", "outside", "around"})}
_HITTING = _RESTING | _MORE_RESTING[Kind.ATTACK] | {"of", "against", "into", "across", "over", "upon"}
_WITHOUT_PLACE_GUESS = frozenset(
    {
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.SANCTION,
        Kind.AID,
        Kind.EXPULSION,
        Kind.CONCESSION,
        Kind.OTHER,
    }
)
_CITY_WORDS = frozenset({"city", "town", "capital", "port", "resort", "village", "island", "border"})
_IN_BUILDINGS = frozenset({Kind.MEETING, Kind.CONFERENCE, Kind.AGREEMENT, Kind.MEDIATION, Kind.ACCUSATION})
# Buildings of a government stand in its own country, those of anybody else wherever the reporter is.
_STATE_BUILDINGS = frozenset(
    "ministry palace office residence parliament chancellery headquarters guesthouse mansion house cabinet "
    "secretariat department diwan castle fort".split()
)
_OTHER_BUILDINGS = frozenset("hotel airport centre center resort hall club venue".split())
_HOSTING = RECEIVING - {"meet"}
_NEAR = 3


def find_where(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    """The place of a candidate's event, never a participant's own country in apposition."""
    told = _told_place(candidate, mentions)
    if told is None and candidate.kind is Kind.ATTACK:
        return _hit_place(candidate, mentions)
    if told is None and candidate.conference is not None:
        return candidate.conference.place
    return told


def find_where_reported(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    """The dateline's city, if the words show that it happened where it is reported from."""
    city = mentions.dateline
    if city is None or candidate.historical or candidate.status not in BEGUN:
        return None
    at_home = _is_received_at_home(candidate, city, mentions.text)
    return city if at_home or _is_in_building(candidate, city) else None


def _told_place(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    tree, nodes = candidate.tree, nodes_of(candidate)
    acting = {index for part in candidate.parts for index in range(part.mention.first, part.mention.last)}
    nodes |= speaking_clauses(tree, nodes)
    at = nodes | find_occasions(tree, nodes)
    resting = _RESTING | _MORE_RESTING.get(candidate.kind, frozenset())
    best: tuple[int, PlaceMention] | None = None
    for place in mentions.places:
        if place.sentence != tree.sentence.index:
            continue
        index = token_at(tree, place.span)
        if index is None or index in acting or _is_in_a_name(place, mentions) or mentions.is_in_title(place):
            continue
        index, case = _governed(tree, index)
        if case not in resting and not _is_adverbial_city(tree, index, place):
            continue
        if place.city is None and _is_talked_about(tree, index):
            continue
        if candidate.kind in _WITHOUT_PLACE_GUESS and tree.sentence.tokens[index].head not in at:
            continue
        if (
            candidate.kind is Kind.AGREEMENT
            and not candidate.clause.noun
            and _is_in_content(tree, index, nodes)
        ):
            continue
        steps = distance(tree, index, nodes)
        if steps is None and hangs_above(tree, index, nodes):
            steps = 9
        if steps is not None and (
            best is None or (steps, place.city is None) < (best[0], best[1].city is None)
        ):
            best = (steps, place)
    return best[1] if best is not None else None


def _hit_place(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    """What an attack is told to hit, if that is a place ("strikes on P", "invaded P", "fired rockets into P")."""
    tree, nodes = candidate.tree, nodes_of(candidate)
    tokens = tree.sentence.tokens
    if tokens[candidate.clause.carrier].tag == "VB":
        return None  # "threatened to bomb P"
    hit = nodes | {child for node in nodes for child in tree.of(node, "obj", "obl", "nmod")}
    attackers = {
        index for part in candidate.of(Role.ACTOR) for index in range(part.mention.first, part.mention.last)
    }
    for place in mentions.places:
        index = token_at(tree, place.span) if place.sentence == tree.sentence.index else None
        if index is None or index in attackers or _is_in_a_name(place, mentions):
            continue
        if (tokens[index].dep == "obj" or tree.case(index) in _HITTING) and tokens[index].head in hit:
            return place
    return None


def _is_in_a_name(place: PlaceMention, mentions: Mentions) -> bool:
    """ "the Arab League", "the Shanghai Cooperation Organisation": a word of a body's name is no place."""
    mention = mentions.actor_at(place.sentence, place.first)
    longer = mention is not None and (mention.first < place.first or mention.last > place.last)
    return longer and mention is not None and mention.actors[0].kind is MentionKind.ORGANIZATION


_TALKING_OVER = frozenset("discuss address review examine explore tackle consider assess exchange".split())


def _is_talked_about(tree: Tree, index: int) -> bool:
    """ "discussed the situation in P": where things are that are talked about; a city may be where they talked."""
    verb = tree.sentence.tokens[index].head
    matters = tree.of(verb, "obj") if verb >= 0 else []
    discussed = verb >= 0 and tree.sentence.tokens[verb].lemma.lower() in _TALKING_OVER
    return discussed and any(verb < matter < index for matter in matters)


def _is_in_content(tree: Tree, index: int, nodes: set[int]) -> bool:
    """ "agreed to a pause in P": the place of what was agreed on."""
    head = tree.sentence.tokens[index].head
    return head not in nodes and head >= 0 and tree.case(head) in {"to", "on"}


def _governed(tree: Tree, index: int) -> tuple[int, str]:
    """A place's token and preposition; of "in the city of P", "at the Elysee palace" the outer noun's."""
    case = tree.case(index)
    head = tree.sentence.tokens[index].head
    buildings = _STATE_BUILDINGS | _OTHER_BUILDINGS
    if not case and head >= 0 and tree.sentence.tokens[head].lemma.lower() in buildings | _CITY_WORDS:
        return head, tree.case(head)  # "at the Elysee palace", "in the capital Abuja"
    if case in {"of", "with"} and head >= 0 and tree.sentence.tokens[head].lemma.lower() in _CITY_WORDS:
        case = tree.case(head)
        return head, "in" if case in {"on", "at"} else case
    return index, case


def _is_adverbial_city(tree: Tree, index: int, place: PlaceMention) -> bool:
    """A city before an event noun ("the Geneva talks")."""
    return place.city is not None and tree.sentence.tokens[index].dep in {
        "compound",
        "nmod:desc",
        "nmod:unmarked",
    }


def _is_in_building(candidate: Candidate, city: PlaceMention) -> bool:
    """Whether the dateline's city is that of "at the ministry", "at the Continental Hotel"."""
    if candidate.kind not in _IN_BUILDINGS:
        return False
    home = city.country in {part.actor.country for part in candidate.parts}
    wanted = _STATE_BUILDINGS | _OTHER_BUILDINGS if home else _OTHER_BUILDINGS
    tree, nodes = candidate.tree, nodes_of(candidate)
    for index, token in enumerate(tree.sentence.tokens):
        called = candidate.mode == "summon" and tree.case(index) == "to"  # "summoned him to the ministry"
        if token.lemma.lower() not in wanted or not (called or tree.case(index) in _RESTING):
            continue
        steps = distance(tree, index, nodes)
        if (steps is not None and steps <= _NEAR) or hangs_above(tree, index, nodes):
            return True
    return False


def _is_received_at_home(candidate: Candidate, city: PlaceMention, text: str) -> bool:
    """Whether whoever receives does so in a city of the own country, reported from there."""
    if candidate.kind is not Kind.MEETING:
        return False
    if city.country in {part.actor.country for part in candidate.parts} and _is_guest_told(
        candidate, city, text
    ):
        return True
    slot = "on" if candidate.clause.lemma == "call" else "subj"
    if slot == "subj" and (candidate.clause.lemma not in _HOSTING or candidate.clause.noun):
        return False
    hosts = set(candidate.clause.slots.get(slot, ()))
    return any(
        part.actor.country == city.country and hosts & set(range(part.mention.first, part.mention.last))
        for part in candidate.parts
    )


_VISITING = re.compile(r"\bvisiting\s(?:[\w’'-]+\s){0,3}\S*$")
_ON_VISIT = re.compile(
    r"^[^.;]{0,60}?,?\s(?:who|currently|now)\s(?:is |was |has been |arrived )?"
    r"(?:on (?:a|an|his|her)\b|visiting\b|in the country)"
)


def _is_guest_told(candidate: Candidate, city: PlaceMention, text: str) -> bool:
    """Whether another side is told as a guest ("the visiting minister", "who is on a visit")."""
    sentence = candidate.tree.sentence.span
    for part in candidate.parts:
        told = part.mention.span
        before = text[sentence.start : max(sentence.start, told.start)] + text[told.start : told.start + 9]
        if part.actor.country != city.country and (
            _VISITING.search(before) or _ON_VISIT.match(text[told.end : sentence.end])
        ):
            return True
    return False
