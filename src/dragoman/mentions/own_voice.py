"""Own voice: whose page it is that says "we" of itself without a signature ("We resolutely reject the insinuations …").

Its government is the one the page tells as acting, whose "side" it names and from whose country it is dated; not the ones
that "we" demand something of. "The Department" and "the Kingdom" are its own there as well.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.bodies import is_addressed
from dragoman.mentions.governments import SIDE_RULE, government
from dragoman.mentions.home import Home
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.quoting import is_quoted
from dragoman.mentions.states_by_kind import kind_of_state
from dragoman.mentions.story import head_of
from dragoman.pages.article import Article

_OURS = frozenset({"we", "our", "us"})
# Words above the text of a page that a government puts out.
_OFFICIAL = re.compile(
    r"""(?ix) \b(?: statement | remarks | spokes(?:person|man|woman) | ministry | department | embassy | communiqué
    | communique | declaration | for\ immediate\ release | press\ release | announces? )\b"""
)
_ABOVE = 5  # sentences
_OWN_SIDE, _ACTS, _HOME = 2, 1, 3
_LEAST = 2
_DOUBT = 0.7


def find_own_voice(
    article: Article, sights: list[Sight], direct: list[list[Mention]], home: Home | None
) -> tuple[Actor, ...]:
    """The government that speaks as "we" on an unsigned page; nobody if the page does not say so."""
    source = article.text
    opening = " ".join(sight.sentence.span.of(source) for sight in sights[:_ABOVE])
    ours = {
        number
        for number, sight in enumerate(sights)
        for token in sight.sentence.tokens
        if token.text.lower() in _OURS and not is_quoted(source, token.span.start)
    }
    if len(ours) < _LEAST or _OFFICIAL.search(opening) is None:
        return ()
    votes: Counter[str] = Counter()
    named: dict[str, Actor] = {}
    for number, (sight, mentions) in enumerate(zip(sights, direct, strict=True)):
        for mention in mentions:
            actor = mention.actors[0] if len(mention.actors) == 1 else None
            if actor is None or actor.kind is not MentionKind.GOVERNMENT or actor.country is None:
                continue
            named.setdefault(actor.country, actor)
            votes[actor.country] += _vote(sight, mention, spoken_of=number in ours)
    if home is not None and home.country in named:
        votes[home.country] += _HOME
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    return (
        replace(named[ranked[0][0]], confidence=_DOUBT, reason="the country that the page tells as its own"),
    )


def _vote(sight: Sight, mention: Mention, *, spoken_of: bool) -> int:
    """What a place says for a government's being the one that speaks: it acts there, or "we" speak of it."""
    token = sight.sentence.tokens[head_of(sight, mention)]
    governor = sight.sentence.tokens[token.head] if token.head >= 0 else token
    acts = token.dep.startswith("nsubj") and governor.dep == "root"
    if acts and mention.rule == SIDE_RULE and sight.word(mention.last - 1) == "side":
        return _OWN_SIDE
    return -1 if spoken_of else _ACTS * acts


def own_foreign_office(
    article: Article, direct: list[list[Mention]], home: Home | None, kb: KnowledgeBase
) -> list[list[Mention]]:
    """The mentions, "the Foreign Office" of a page that tells of no Briton otherwise as that of the page's country."""
    if home is None or home.country == "GBR" or "Foreign Office" not in article.text:
        return direct
    own = {
        m
        for found in direct
        for m in found
        if m.span.of(article.text).casefold().removeprefix("the ") == "foreign office"
    }
    if any(actor.country == "GBR" for found in direct for m in found if m not in own for actor in m.actors):
        return direct
    return [
        [replace(m, actors=(government(kb, home.country, m.span),)) if m in own else m for m in found]
        for found in direct
    ]


_OWN_OFFICES = frozenset(
    {"department", "ministry", "government", "presidency", "kingdom", "sultanate", "emirate", "island"}
)


def read_own_office(
    sight: Sight, index: int, issuers: tuple[Actor, ...], home: Home | None, kb: KnowledgeBase
) -> Mention | None:
    """ "the Department", "the Kingdom", "the Government" on that state's own page."""
    word = sight.word(index)
    named = word in _OWN_OFFICES and sight.sentence.tokens[index].text[:1].isupper()
    told = word == "government" and not is_addressed(sight, index)  # "we call on the government": another's
    named = named or (told and home is not None and home.official)
    if not named or sight.word(index - 1) != "the" or sight.word(index + 1) == "of":
        return None
    issuer = issuers[0] if len(issuers) == 1 else None
    if issuer is None and home is not None and _is_home(sight, index, home):
        issuer = government(kb, home.country, sight.span(index - 1, index + 1))
    if issuer is None or issuer.kind is not MentionKind.GOVERNMENT:
        return None
    return mention_of(sight, index - 1, index + 1, (issuer,), "body again")


def _is_home(sight: Sight, index: int, home: Home) -> bool:
    """Whether a page calls its own country or government so."""
    kind = kind_of_state(sight, index)
    if kind is not None:
        return home.country in kind[1]
    return sight.word(index) == "department" or home.official
