"""Owners: whose a thing is and on whose soil a place lies, where an act falls on things and places."""

from __future__ import annotations

from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention, MentionKind, PlaceMention


def owners_of(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Whose a thing is that an act falls on: "tariffs on Colombian goods", "strikes on Houthi positions"."""
    found: list[tuple[Actor, Mention]] = []
    described = tree.of(index, "nmod:desc")  # "Belarusian flag carrier Belavia"
    tokens = tree.sentence.tokens
    if tokens[index].lemma.lower() in _MEASURES:  # "a batch of Q-donated rice"
        described = [
            *described,
            *(node for node in tree.of(index, "nmod") if tree.case(node) in {"of", "in"}),
        ]
    for node in (index, *described):
        for child in tree.of(node, "amod", "compound", "nmod:poss"):
            based = tree.of(child, "obl:unmarked", "compound")  # "P-based plants"
            for token in (child, *based):
                mention = mentions.actor_at(tree.sentence.index, token)
                if mention is not None:
                    found.extend((actor, mention) for actor in mention.actors)
    return (
        found
        or _given_by(mentions, tree, index)
        or _flagged(mentions, tree, index)
        or _before(mentions, tree, index)
    )


_GIVING = frozenset("donate give supply provide send gift fund finance offer".split())


def _given_by(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Who gave it: "generators donated by P"."""
    for verb in tree.of(index, "acl"):
        agents = tree.of(verb, "obl") if tree.sentence.tokens[verb].lemma.lower() in _GIVING else []
        for agent in agents:
            mention = mentions.actor_at(tree.sentence.index, agent) if tree.case(agent) == "by" else None
            if mention is not None:
                return [(actor, mention) for actor in mention.actors]
    return []


_MEASURES = frozenset(
    "batch shipment consignment load ton tonne contingent group planeload tranche $ € £ million billion".split()
)
_SHIPS = frozenset("ship tanker vessel boat freighter carrier trawler cargo plane aircraft".split())
_FLYING, _NAMED = 8, 4  # tokens from a ship to its flag behind it, and before it


_REGISTERED = frozenset({"flagged", "owned", "registered", "operated", "donated"})


def _flagged(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Whose a ship or thing is, wherever the parser hung it: "a tanker under the flag of P", "a P-flagged carrier"."""
    tokens = tree.sentence.tokens
    for place in range(max(index - _NAMED, 2), index):
        if tokens[place].text.lower() in _REGISTERED and tokens[place - 1].text == "-":
            mention = mentions.actor_at(tree.sentence.index, place - 2)
            return [(actor, mention) for actor in mention.actors] if mention is not None else []
    if tokens[index].lemma.lower() not in _SHIPS:
        return []
    for place in range(index + 1, min(index + _FLYING, len(tokens))):
        if tokens[place].lemma.lower() != "flag":
            continue
        for child in tree.of(place, "nmod", "amod", "compound", "nmod:poss"):
            if (mention := mentions.actor_at(tree.sentence.index, child)) is not None:
                return [(actor, mention) for actor in mention.actors]
    return []


def _before(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Whose it is by the adjective right before it, wherever the parser hung that ("seized a Venezuelan jet")."""
    tokens = tree.sentence.tokens
    place = index - 1
    while place >= 0 and tokens[place].head >= 0:
        adjective = tokens[place].pos == "ADJ" or (tokens[place].pos, tokens[place].dep) == (
            "PROPN",
            "compound",
        )
        if not adjective and tokens[place].pos != "NOUN":
            break
        mention = mentions.actor_at(tree.sentence.index, place)
        if mention is not None and tokens[place].head < place and adjective:
            return [(actor, mention) for actor in mention.actors]
        place -= 1
    return []


def places_as_actors(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """The state on whose soil an act falls: "withdrew its troops from Kherson", "closed its embassy in Niamey"."""
    place = mentions.place_at(tree.sentence.index, index)
    if place is None or place.country is None:
        return []
    known = (a for m in mentions.actors for a in m.actors if a.entity_id == f"ctry:{place.country}")
    return [state_of(place, next((a.label for a in known), place.name))]


def state_of(place: PlaceMention, label: str) -> tuple[Actor, Mention]:
    """The state a place lies in, by ``label``, and the place as its mention."""
    actor = Actor(
        MentionKind.GOVERNMENT,
        label=label,
        name=None,
        entity_id=f"ctry:{place.country}",
        country=place.country,
        title=None,
        named_at=(place.span,),
        country_at=(place.span,),
        confidence=0.75,
        reason="the country of the place",
    )
    return actor, Mention(
        place.sentence, place.first, place.last, place.span, (actor,), "country of the place"
    )
