"""Bodies told again by a common noun: "the bloc", "the kingdom", "the regime", "the Council", "the ministry".

Each noun fits some of those the article has told of; the last that fits is meant. Nobody is, where none fits.
"""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import Story

_ORGANIZATIONS = frozenset("bloc alliance organisation organization union league grouping".split())
_CAPITALISED = {
    "council": ("org:eu", "org:un"),
    "commission": ("org:eu",),
    "alliance": ("org:nato",),
    "union": ("org:eu", "org:au"),
}
_BY_FORM = {
    "kingdom": "SAU BHR JOR MAR GBR NLD BEL ESP DNK NOR SWE THA KHM BTN TON SWZ LSO".split(),
    "sultanate": ["OMN", "BRN"],
    "emirate": ["KWT", "QAT", "AFG"],
}
# Whose government is doing things is told before; a regime is always somebody else's.
_OWN = frozenset("government ministry authorities presidency cabinet".split())
_OTHERS = frozenset({"regime", "junta"})
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj")
_LOOSE = frozenset(
    {"ruling", "military", "regional", "western", "african", "asian", "trading", "same", "whole"}
)


def read_body_again(
    sight: Sight, index: int, story: Story, before: list[Mention]
) -> tuple[int, Actor] | None:
    """Where the expression starts whose head noun is at ``index``, and whom it stands for."""
    word = sight.word(index)
    if word not in _ORGANIZATIONS | _OWN | _OTHERS and word not in _BY_FORM and word not in _CAPITALISED:
        return None
    start = index - 1
    while start > 0 and (sight.word(start) in _LOOSE or "-" in sight.word(start)):
        start -= 1
    token = sight.sentence.tokens[index]
    if sight.word(start) != "the" or sight.word(index + 1) == "of" or not token.dep.startswith(_ARGUMENTS):
        return None
    met = [actor for mention in before if mention.last <= index for actor in mention.actors]
    actor = _meant(word, token.text[:1].isupper() and start + 1 == index, story, met)
    return (start, actor) if actor is not None else None


def _meant(word: str, capital: bool, story: Story, met: list[Actor]) -> Actor | None:
    bodies = [*story.bodies, *(actor for actor in met if actor.kind is MentionKind.ORGANIZATION)]
    states = [*story.states, *(actor for actor in met if actor.kind is MentionKind.GOVERNMENT)]
    if capital and word in _CAPITALISED:
        fitting = [actor for actor in bodies if actor.entity_id in _CAPITALISED[word]]
        return fitting[-1] if fitting else None
    if word in _ORGANIZATIONS:
        return bodies[-1] if bodies else None
    if word in _BY_FORM:
        fitting = [actor for actor in states if actor.country in _BY_FORM[word]]
        return fitting[-1] if fitting else None
    if word in _OTHERS:
        speakers = {actor.country for actor in met}
        fitting = [actor for actor in states if actor.country not in speakers]
        return fitting[0] if fitting else None  # whom the article is about
    return story.state if word in _OWN else None
