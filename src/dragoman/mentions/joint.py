"""Joint texts: the governments that a statement, communiqué or readout of several speaks for.

Its introduction lists them ("The following statement was released by the Governments of A, B and C"), its first words do
("We, the Foreign Ministers of A, B and C, …"), or it opens with those who met. They are its "we", and its Ministers,
Leaders, sides and participants until it tells of others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.quoting import is_quoted
from dragoman.mentions.story import sides_of
from dragoman.pages.article import Article, BlockKind

_OPENING = 8  # sentences
_LEAST = 2
_MANY = 3
_APART = frozenset({"of", "–", "—", "-", "(", ":"})
# "The following statement was released by", "the text of a joint statement by", "issue the following joint statement".
_GIVEN = re.compile(
    r"""(?ix) \b(?:following|text\ of|below\ is|joint|this) \b .{0,80}?
    \b(?:statement|communiqu[eé]|declaration|readout|press\ release|message)s?\b"""
)
# Sentences that hand a text over and tell nothing.
_HANDED = re.compile(
    r"""(?ix) ^\W* (?: (?:the\ )? (?:text\ of\ )? (?:the\ |this\ )? following\b | below\ is\b | (?:begin|end)\ text )
        .{0,90}? (?: \b(?:text|statement|communiqu[eé]|declaration|readout|press\ release|message)\b | : )
    | \b(?:issued?|released?|ma[kd]e|published?)\ the\ following\ (?:joint\ )?(?:press\ )?
        (?:statement|communiqu[eé]|declaration)\b"""
)
_BY = re.compile(r"(?i)\b(?:by|from|on behalf of)\b")
_ISSUES = frozenset({"issue", "release", "make", "adopt", "publish", "agree"})
_JOINT_TITLE = re.compile(
    r"(?i)\b(?:joint|trilateral)\b.*\b(?:statement|communiqu[eé]|declaration|readout|release)\b"
    r"|\b(?:leaders|ministers)\b.*\bstatement\b|\bjoint communiqu[eé]\b"
)
# What may stand between the members of a list: their offices, and what joins them.
_JOINING = frozenset(
    ", and & plus + the of for as well – — - ( ) government governments foreign minister ministers secretary secretaries "
    "president presidents prime high representative representatives state affairs head heads leaders deputy vice defence "
    "defense finance chancellor security policy department ministry partnership national adviser advisers".split()
)
_PEOPLE = frozenset("ministers leaders members representatives partnership presidents".split())


def find_joint_issuers(
    article: Article, sights: list[Sight], direct: list[list[Mention]]
) -> tuple[Actor, ...]:
    """Those in whose name a joint text speaks; nobody if one alone speaks, or the text does not list them."""
    opening = [
        pair
        for pair in zip(sights[:_OPENING], direct, strict=False)
        if pair[0].sentence.block not in {BlockKind.HEADLINE, BlockKind.HEADING}
    ]
    introduced = [who for sight, mentions in opening if (who := _introduced(article, sight, mentions))]
    if not introduced and _JOINT_TITLE.search(article.headline or "") is None:
        return ()
    met = [who for sight, mentions in opening if (who := _meeting(sight, mentions))]
    told = introduced or met[:1]
    return next((who for who in introduced + met if _are_people_of(who, told[0])), told[0]) if told else ()


def _are_people_of(who: tuple[Actor, ...], sides: tuple[Actor, ...]) -> bool:
    """Whether those of a list are the people who stand for the sides of another."""
    same = {actor.country for actor in who} == {actor.country for actor in sides}
    return same and all(actor.kind is MentionKind.PERSON for actor in who)


def hands_over(sentence: str) -> bool:
    """Whether a sentence only hands a text over.

    >>> hands_over("The text of the following statement was released by the Governments of Norway and Chile.")
    True
    >>> hands_over("Norway and Chile released a statement.")
    False
    """
    return _HANDED.search(sentence) is not None


def _introduced(article: Article, sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
    """Whom a sentence says the text to be by, or who opens it with "We, the …"."""
    text = sight.sentence.span.of(article.text)
    if sight.word(0) == "we" and sight.word(1) == ",":
        return () if is_quoted(article.text, sight.sentence.span.start) else listed_from(sight, mentions, 2)
    given = _GIVEN.search(text)
    if given is None:
        return ()
    by = _BY.search(text, given.end())
    if by is not None:
        after = sight.sentence.span.start + by.end()
        start = next((i for i, t in enumerate(sight.sentence.tokens) if t.span.start >= after), None)
        return listed_from(sight, mentions, start) if start is not None else ()
    verb = _root(sight)
    issues = verb is not None and sight.sentence.tokens[verb].lemma.lower() in _ISSUES
    return listed_from(sight, mentions, 0) if issues else ()


def _meeting(sight: Sight, mentions: list[Mention]) -> tuple[Actor, ...]:
    """Those listed in front of the verb of an opening sentence: "Representatives of A, B and C met in Paris"."""
    verb = _root(sight)
    before = [m for m in mentions if verb is not None and m.last <= verb]
    return listed_from(sight, before, min((m.first for m in before), default=0))


def listed_from(sight: Sight, mentions: list[Mention], start: int) -> tuple[Actor, ...]:
    """The sides of the list that begins at a token; none if it is of one. Its members stand for the body they make up.

    The list ends where another word than an office or a joining one stands.
    """
    found: list[Mention] = []
    for mention in sorted((m for m in mentions if m.first >= start), key=lambda m: m.first):
        between = {sight.word(i) for i in range(found[-1].last if found else start, mention.first)}
        if not between <= _JOINING | {sight.word(mention.first - 1)} & {"first"} or mention.rule == "demonym":
            break
        found.append(mention)
    sides = sides_of(list(dict.fromkeys(actor for mention in found for actor in mention.actors)))
    return sides if len(sides) >= _LEAST else ()


def tell_members(sights: list[Sight], direct: list[list[Mention]]) -> list[list[Mention]]:
    """The mentions, with those whom a text lists as a body's members in the body's place.

    "The G7 foreign ministers of A, B and C", "the Quad leaders – X, Y and Z –": and later the leaders of the same body.
    """
    told: dict[str, tuple[Actor, ...]] = {}
    settled: list[list[Mention]] = []
    for sight, mentions in zip(sights, direct, strict=True):
        now: list[Mention] = []
        for mention in mentions:
            body = mention.actors[0]
            of_people = body.kind is MentionKind.ORGANIZATION and _names_people(sight, mention)
            members = _members_behind(sight, mention, mentions) if of_people else ()
            if len(members) >= _MANY and body.key not in told:
                told[body.key] = members
            members = members or (told.get(body.key, ()) if of_people else ())
            now.append(replace(mention, actors=members, plural=True) if members else mention)
        settled.append(now)
    return settled


def _names_people(sight: Sight, body: Mention) -> bool:
    """Whether a body's leaders or ministers are meant: "the Quad leaders", "the G7 foreign ministers"."""
    words = [sight.word(i) for i in range(body.first, body.last + 2)]
    return bool(_PEOPLE.intersection(words))


def _members_behind(sight: Sight, body: Mention, mentions: list[Mention]) -> tuple[Actor, ...]:
    """The list of members that stands right behind a body's leaders."""
    behind = min((m.first for m in mentions if m.first >= body.last), default=body.last)
    between = {sight.word(i) for i in range(body.last, behind)}
    apart = bool(between & _APART) and between <= _JOINING | _PEOPLE
    return listed_from(sight, mentions, behind) if apart else ()


def _root(sight: Sight) -> int | None:
    return next((i for i, token in enumerate(sight.sentence.tokens) if token.dep == "root"), None)
