"""Bodies told again by a common noun: "the bloc", "the kingdom", "the regime", "the ministry".

Each noun fits some of those the article has told of; the last that fits is meant. Nobody is, where none fits.
"""

from __future__ import annotations

import datetime as dt

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import POSSESSIVE, Sight
from dragoman.mentions.story import Story, stands_as_subject

_ORGANIZATIONS = frozenset("bloc alliance organisation organization union league grouping".split())
# Nouns that only fit a body that has them in its name.
_OWN_NAMES = frozenset({"community", "commonwealth", "forum", "agency", "assembly"})
_BY_FORM = {
    "kingdom": "SAU BHR JOR MAR GBR NLD BEL ESP DNK NOR SWE THA KHM BTN TON SWZ LSO".split(),
    "sultanate": ["OMN", "BRN"],
    "emirate": ["KWT", "QAT", "AFG"],
}
# Whose government is doing things is told before; a regime is always somebody else's.
_OWN = frozenset("government ministry authorities presidency cabinet country nation".split())
_OTHERS = frozenset({"regime", "junta"})
_LED = frozenset({"administration", "government", "cabinet", "junta", "regime"})
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj")
_LOOSE = frozenset(
    {"ruling", "military", "regional", "western", "african", "asian", "trading", "same", "whole"}
)


def read_body_again(
    sight: Sight, index: int, story: Story, before: list[Mention], kb: KnowledgeBase
) -> tuple[int, Actor] | None:
    """Where the expression starts whose head noun is at ``index``, and whom it stands for."""
    word = sight.word(index)
    if word not in _ORGANIZATIONS | _OWN_NAMES | _OWN | _OTHERS and word not in _BY_FORM:
        return None
    start = index - 1
    while start > 0 and (sight.word(start) in _LOOSE or "-" in sight.word(start)):
        start -= 1
    token = sight.sentence.tokens[index]
    if sight.word(index + 1) == "in" and sight.starting(index + 2, "metonym", "LOC", "country") is not None:
        return None  # "the ministry in Kigali": Rwanda's, whoever was told of before
    if word in {"country", "nation"} and not token.dep.startswith("nsubj"):
        return None
    if sight.word(start) != "the" or sight.word(index + 1) == "of" or not token.dep.startswith(_ARGUMENTS):
        return None
    met = [actor for mention in before if mention.last <= index for actor in mention.actors]
    if word in {"country", "nation"} and not met:  # "the country will …, its minister said"
        met = [a for m in before if m.first > index and stands_as_subject(sight, m) for a in m.actors][:1]
    actor = _meant(word, sight.sentence.index, story, met, kb)
    return (start, actor) if actor is not None else None


def read_administration(
    sight: Sight, index: int, before: list[Mention], kb: KnowledgeBase, day: dt.date | None
) -> Actor | None:
    """The government that goes by its leader's name: "the Biden administration", "General Tiani's government"."""
    if sight.word(index) not in _LED or index == 0:
        return None
    if sight.word(index - 1) in POSSESSIVE:
        return _of_owner(index, before, kb)
    token = sight.sentence.tokens[_first_of_pair(sight, index - 1)]
    if not token.text[:1].isupper() or sight.ending(index, "country", "demonym") is not None:
        return None
    leaders = {
        known.incumbent.office.country
        for role in ("head-of-government", "head-of-state")
        if (known := kb.resolve_person(token.text, role=role, country=None, org_id=None, day=day)).incumbent
        and known.incumbent.person.family_name == token.text
    }
    country = leaders.pop() if len(leaders) == 1 else None
    return government(kb, country, token.span) if country is not None else None


def _first_of_pair(sight: Sight, index: int) -> int:
    """Where the first name of "the Biden-Harris administration" stands, of two joined by a hyphen."""
    tokens = sight.sentence.tokens
    joined = index >= _PAIR and tokens[index - 1].text.strip(_JOINERS) in {"-", "‑", "–"}
    return index - _PAIR if joined and tokens[index - _PAIR].text[:1].isupper() else index


_PAIR = 2
_JOINERS = "\u2060\u200b\u200d"  # what pages put beside a hyphen so that lines do not break there


def _of_owner(index: int, before: list[Mention], kb: KnowledgeBase) -> Actor | None:
    """The government of the person named before a possessive; "the opposition leader's shadow cabinet" is nobody's."""
    for mention in before:
        person = len(mention.actors) == 1 and mention.actors[0].kind is MentionKind.PERSON
        if person and index - 1 <= mention.last <= index and mention.actors[0].country is not None:
            return government(kb, mention.actors[0].country, mention.span)
    return None


def _meant(word: str, at: int, story: Story, met: list[Actor], kb: KnowledgeBase) -> Actor | None:
    bodies = [*story.bodies, *(actor for actor in met if actor.kind is MentionKind.ORGANIZATION)]
    states = [*story.states, *(actor for actor in met if actor.kind is MentionKind.GOVERNMENT)]
    if word in _OWN_NAMES:
        bodies = [body for body in bodies if word in body.label.casefold().split()]
        return bodies[-1] if bodies else None
    if word in _ORGANIZATIONS:
        likeliest = story.told.pick(at, lambda actor: actor.kind is MentionKind.ORGANIZATION)
        return likeliest if likeliest in bodies else bodies[-1] if bodies else None
    if word in _BY_FORM:
        fitting = [actor for actor in states if actor.country in _BY_FORM[word]]
        return fitting[-1] if fitting else None
    if word in _OTHERS:
        speakers = {actor.country for actor in met}
        fitting = [actor for actor in states if actor.country not in speakers]
        return fitting[0] if fitting else None  # whom the article is about
    acting = next((actor for actor in met if actor.country is not None), None)
    if acting is not None and acting.kind is MentionKind.PERSON and acting.country is not None:
        return government(kb, acting.country, acting.named_at[0]) if acting.named_at else None
    return acting or story.told.pick(at, lambda actor: actor.kind is MentionKind.GOVERNMENT) or story.state
