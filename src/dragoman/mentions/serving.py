"""Serving: which body somebody serves who is named behind it, where no table knows the office.

"World Bank country director NAME", "the Fund's mission chief, NAME", "the African Union … its chairperson, NAME": a person
without a country is on the side of the body told right before the title, be it by name, short name or pronoun.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import POSSESSIVE, Sight
from dragoman.mentions.turns import SPOKESPEOPLE

_LONGEST = 4  # words between the body and the title: "the Fund's Sri Lanka mission chief"
_OWNING = frozenset({"its", "their"})
_SURE = 0.7


def settle_service(sights: list[Sight], resolved: list[list[Mention]]) -> list[list[Mention]]:
    """The mentions, those of people of no known side with the body or state told before their title."""
    served: dict[Actor, Actor] = {}
    for sight, mentions in zip(sights, resolved, strict=True):
        for mention in mentions:
            person = mention.actors[0]
            if mention.rule != "titled name" or person in served or not _is_unknown(person):
                continue
            owner = _owner_before(sight, mentions, mention)
            if owner is not None and not (owner.country is not None and person.role in SPOKESPEOPLE):
                served[person] = _of(person, owner)
    if not served:
        return resolved
    return [
        [
            replace(mention, actors=tuple(served.get(actor, actor) for actor in mention.actors))
            for mention in mentions
        ]
        for mentions in resolved
    ]


def _is_unknown(person: Actor) -> bool:
    known = person.country or person.served_body or person.office_id
    return person.kind is MentionKind.PERSON and known is None and person.title is not None


def _owner_before(sight: Sight, mentions: list[Mention], mention: Mention) -> Actor | None:
    """The body, or by a possessive the state, that ends right before a title or the words that go with it."""
    tokens = sight.sentence.tokens
    position = mention.first
    while position > 0 and mention.first - position <= _LONGEST:
        before = sight.word(position - 1)
        end = position - (before in POSSESSIVE)
        owner = next((found for found in mentions if found.last == end and found is not mention), None)
        if owner is not None:
            return _side(owner, before in POSSESSIVE | _OWNING)
        if tokens[position - 1].pos not in {"NOUN", "ADJ", "PROPN"}:
            return None
        position -= 1
    return None


def _side(owner: Mention, owned: bool) -> Actor | None:
    actor = owner.actors[0]
    fitting = {MentionKind.ORGANIZATION, MentionKind.GOVERNMENT} if owned else {MentionKind.ORGANIZATION}
    return actor if len(owner.actors) == 1 and actor.kind in fitting else None


def _of(person: Actor, owner: Actor) -> Actor:
    return replace(
        person,
        country=owner.country,
        country_at=owner.named_at[:1] if owner.country is not None else (),
        body_id=owner.entity_id if owner.country is None else None,
        confidence=min(person.confidence, _SURE),
        reason=f"told to be of {owner.label}",
    )
