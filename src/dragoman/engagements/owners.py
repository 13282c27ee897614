"""Owners: whose a thing is and on whose soil a place lies, where an act falls on things and places."""

from __future__ import annotations

from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention, MentionKind, PlaceMention


def owners_of(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Whose a thing is that an act falls on: "tariffs on Colombian goods", "strikes on Houthi positions"."""
    found: list[tuple[Actor, Mention]] = []
    described = tree.of(index, "nmod:desc")  # "Belarusian flag carrier Belavia"
    for node in (index, *described):
        for child in tree.of(node, "amod", "compound", "nmod:poss"):
            based = tree.of(child, "obl:unmarked", "compound")  # "P-based plants"
            for token in (child, *based):
                mention = mentions.actor_at(tree.sentence.index, token)
                if mention is not None:
                    found.extend((actor, mention) for actor in mention.actors)
    return found or _before(mentions, tree, index)


def _before(mentions: Mentions, tree: Tree, index: int) -> list[tuple[Actor, Mention]]:
    """Whose it is by the adjective right before it, wherever the parser hung that ("seized a Venezuelan jet")."""
    tokens = tree.sentence.tokens
    place = index - 1
    while place >= 0 and tokens[place].pos in {"ADJ", "NOUN"} and tokens[place].head >= 0:
        mention = mentions.actor_at(tree.sentence.index, place)
        if mention is not None and tokens[place].head < place and tokens[place].pos == "ADJ":
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
