"""Departments by a word of their name: "Treasury on Tuesday sanctioned …", "the Treasury", "State Dept approves …".

Whose treasury it is the article says elsewhere: by its full name or its secretary, else by the country it is told from.
"A senior administration official" is Washington's but on a page with another home; "a presidential delegation" is the
president's who sends it.
"""

from __future__ import annotations

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import SIDE_RULE, SIDES, government
from dragoman.mentions.home import Home
from dragoman.mentions.mention import Actor, Mention
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import head_of

_TREASURY = "Treasury"
_ABBREVIATED = {("State", "Dept"): "USA", ("State", "Dept."): "USA"}
_RULE = "department by a word"


def add_departments(
    sights: list[Sight], direct: list[list[Mention]], source: str, home: Home | None, kb: KnowledgeBase
) -> list[list[Mention]]:
    """The mentions of each sentence, and the departments told by a word of their name."""
    direct = _with_administration(sights, direct, source, home, kb)
    if _TREASURY not in source and "State Dept" not in source:
        return direct
    whose = _treasury_of(direct, source) or (home.country if home is not None else None)
    added: list[list[Mention]] = []
    for sight, found in zip(sights, direct, strict=True):
        taken = {index for mention in found for index in range(mention.first, mention.last)}
        places = range(len(sight.sentence.tokens))
        more = [m for index in places if (m := _read(sight, index, taken, whose, kb)) is not None]
        added.append([*found, *more] if more else found)
    return added


_HEADS = frozenset({"official", "officials", "delegation", "delegations", "team"})
_WASHINGTON = "USA"


def _with_administration(
    sights: list[Sight], direct: list[list[Mention]], source: str, home: Home | None, kb: KnowledgeBase
) -> list[list[Mention]]:
    """The mentions, and a state's people told by its administration or its president alone."""
    lowered = source.lower()
    if "senior administration" not in lowered and "presidential delegation" not in lowered:
        return direct
    land = _administration(home)
    told: list[list[Mention]] = []
    for sight, found in zip(sights, direct, strict=True):
        taken = {index for mention in found for index in range(mention.first, mention.last)}
        more: list[Mention] = []
        for index in range(1, len(sight.sentence.tokens)):
            pair = (sight.word(index - 1), sight.word(index))
            whose = land if pair == ("senior", "administration") else None
            if pair == ("presidential", "delegation"):
                whose = _sender(sight, found) or (land if home is not None else None)
            if whose is not None and not {index - 1, index} & taken:
                last = index + 1 + (sight.word(index + 1) in _HEADS)
                actors: tuple[Actor, ...] = (government(kb, whose, sight.span(index - 1, last)),)
                more.append(mention_of(sight, index - 1, last, actors, SIDE_RULE))
        told.append([*found, *more] if more else found)
    return told


def _administration(home: Home | None) -> str | None:
    """Whose administration a page speaks of: its home's; below a dateline abroad, where reporters travel, nobody's."""
    if home is None:
        return _WASHINGTON
    travelling = not home.official and home.span is not None and home.country != _WASHINGTON
    return None if travelling else home.country


_SENDING = frozenset({"announce", "send", "name", "lead", "designate"})


def _sender(sight: Sight, mentions: list[Mention]) -> str | None:
    """The country of the head of state who sends somebody in a sentence, leads or announces them."""
    tokens = sight.sentence.tokens
    for mention in mentions:
        head = tokens[head_of(sight, mention)]
        if head.dep == "nsubj" and tokens[head.head].lemma.lower() in _SENDING:
            for actor in mention.actors:
                if actor.role == "head-of-state":
                    return actor.country
    return None


def _treasury_of(direct: list[list[Mention]], source: str) -> str | None:
    """The country of the one treasury that the article names with its country."""
    named = (
        actor.country
        for found in direct
        for mention in found
        for actor in mention.actors
        if _TREASURY in mention.span.of(source) or _TREASURY in actor.label
    )
    countries = {country for country in named if country is not None}
    return countries.pop() if len(countries) == 1 else None


def _read(sight: Sight, index: int, taken: set[int], whose: str | None, kb: KnowledgeBase) -> Mention | None:
    tokens = sight.sentence.tokens
    if index in taken:
        return None
    pair = (tokens[index].text, tokens[index + 1].text if index + 1 < len(tokens) else "")
    if (land := _ABBREVIATED.get(pair)) is not None:
        return mention_of(
            sight, index, index + 2, (government(kb, land, sight.span(index, index + 2)),), _RULE
        )
    if tokens[index].text != _TREASURY or whose is None or _is_part(sight, index):
        return None
    return mention_of(sight, index, index + 1, (government(kb, whose, sight.span(index, index + 1)),), _RULE)


def _is_part(sight: Sight, index: int) -> bool:
    """Whether the word belongs to another: "Treasury bonds", "Treasury officials", "HM Treasury"."""
    token, following = sight.sentence.tokens[index], sight.word(index + 1)
    return (token.head > index and token.dep in {"compound", "amod"}) or following in SIDES
