"""Nationals: people told again by their country or by what they lead: "the Kenyan leader", "the Party chief"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import Story

_LEADERS = frozenset({"leader", "ruler"})
_CHIEFS = frozenset({"chief", "leader", "boss", "head"})
_OF_PARTY = frozenset({"party", "secretary", "chairman", "chairperson", "leader"})
_PARTIES = frozenset({"Party", "PARTY"})
_HEADS = frozenset({"head-of-state", "head-of-government", "supreme-leader"})
_TOP, _TOP_DIPLOMATS = frozenset({"top", "chief"}), frozenset({"foreign-minister", "secretary-of-state"})
_OFFICIALS = frozenset("official diplomat envoy politician general negotiator minister emissary".split())
_COLLECTIVE = ("s", "ese", "sh", "ch")  # "the Chinese", "the British": a people, so its government


def read_leader(sight: Sight, mention: Mention, story: Story) -> Mention:
    """ "the Kenyan leader", "the top US diplomat": the one such official of that state the article has named."""
    word = sight.word(mention.last - 1)
    roles = _TOP_DIPLOMATS if word == "diplomat" and sight.word(mention.first - 1) in _TOP else _HEADS
    if mention.rule != SIDE_RULE:
        return mention
    if word in _OFFICIALS and roles is _HEADS and sight.word(mention.first - 1) == "the":
        return _only_one_there(mention, story)
    if word not in _LEADERS and roles is _HEADS:
        return mention
    if sight.word(mention.first - 1) in {"a", "an", "any", "another", "former", "ex-"}:
        return mention
    country = mention.actors[0].country
    heads = {actor.key: actor for actor in story.people if actor.country == country and actor.role in roles}
    if len(heads) != 1:
        return mention
    return replace(mention, actors=tuple(heads.values()), rule="leader", plural=False)


def _only_one_there(mention: Mention, story: Story) -> Mention:
    """ "the Chinese official": the one person from there whom the article has told of, who leads no state."""
    country = mention.actors[0].country
    people = {a.key: a for a in story.people if a.country == country and a.role not in _HEADS}
    return (
        replace(mention, actors=tuple(people.values()), rule="leader", plural=False)
        if len(people) == 1
        else mention
    )


def read_national(sight: Sight, mention: Mention, story: Story) -> Mention | None:
    """ "The Jordanian was received": the person from there told of last, else its government, if told of."""
    token = sight.sentence.tokens[mention.last - 1]
    alone = mention.rule == "demonym" and mention.last - mention.first == 1
    if not alone or sight.word(mention.first - 1) != "the" or token.text.endswith(_COLLECTIVE):
        return mention
    if not token.dep.startswith(("nsubj", "obj", "iobj", "obl")):
        return mention
    country = mention.actors[0].country
    told = story.told.pick(
        sight.sentence.index,
        lambda actor: actor.kind is MentionKind.PERSON and actor.country == country,
    )
    people = [actor for actor in story.people if actor.country == country]
    person = told or (people[-1] if people else None)
    if person is not None:
        return replace(mention, actors=(person,), rule="national")
    return replace(mention, rule="national") if country in story.taking_part else None


def read_party_leader(sight: Sight, index: int, story: Story) -> Mention | None:
    """ "the Party chief", "the Party and State leader": who was last told of with an office in a party."""
    if sight.word(index) not in _CHIEFS:
        return None
    tokens, first = sight.sentence.tokens, index - 1
    if sight.word(first) == "state" and sight.word(first - 1) == "and":
        first -= 2
    if first < 0 or tokens[first].text not in _PARTIES or tokens[first - 1 if first else 0].tag == "NNP":
        return None
    told = story.told.pick(sight.sentence.index, _leads_party)
    leads = [actor for actor in story.people if _leads_party(actor)]
    leader = told or (leads[-1] if leads else None)
    return mention_of(sight, first, index + 1, (leader,), "leader") if leader is not None else None


def _leads_party(actor: Actor) -> bool:
    titles = f"{actor.title.text if actor.title else ''} {actor.office_title or ''}".casefold().split()
    return actor.kind is MentionKind.PERSON and "general" in titles and bool(_OF_PARTY & set(titles))
