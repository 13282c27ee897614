"""Issuers: in whose name a statement, transcript or release speaks, so that "we" and "I" have an owner.

A byline names the official or the office; a headline says whose statement, remarks or answers it is; a ministry's own
page says who publishes it.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.citation import Span
from dragoman.knowledge.entity import OrgKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.turns import SPOKESPEOPLE
from dragoman.pages.article import Article, BlockKind

# Words without which a byline is a reporter's or a newspaper's.
_OFFICIAL = re.compile(
    r"\b(?:ministry|ministries|department|foreign|office|government|president|presidency|prime\ minister|minister"
    r"|secretary|embassy|council|commission|affairs|spokesperson|mission|chancellery|european\ external)\b",
    re.IGNORECASE | re.VERBOSE,
)
_SPOKEN = frozenset(
    "statement remarks answers speech address interview comments transcript intervention briefing declaration "
    "message reply".split()
)
_BOUNDS = frozenset(
    "on regarding following after during ahead before about over upon concerning to with : - –".split()
)


def find_issuers(
    article: Article, sights: list[Sight], direct: list[list[Mention]], kb: KnowledgeBase, day: dt.date | None
) -> tuple[Actor, ...]:
    """Who speaks as "we" or "I" outside quotation marks; nobody if the page does not say."""
    speaker = read_speaker(article.byline, kb, day)
    if speaker is not None:
        return (speaker,)
    named = _of_headline(sights, direct) or _of_introduction(sights, direct)
    if named:
        return named
    for told in (article.byline, article.publisher):
        office = read_office(told, kb)
        if office is not None:
            return (office,)
    return _of_department(article, kb)


def read_speaker(byline: str | None, kb: KnowledgeBase, day: dt.date | None) -> Actor | None:
    """The official in whose name a statement is published ("Antony J. Blinken, Secretary of State")."""
    if byline is None or "," not in byline:
        return None
    name, _, office = byline.partition(",")
    title = kb.find_office_title(office.strip())
    if title is None or title.role in SPOKESPEOPLE:
        return None  # who speaks for the government is no actor
    resolution = kb.resolve_person(name.strip(), role=title.role, country=None, org_id=None, day=day)
    known = resolution.incumbent
    if known is None:
        return None
    return Actor(
        MentionKind.PERSON,
        known.person.name,
        known.person.name,
        known.person.person_id,
        known.office.country,
        None,
        known.office.office_id,
        known.office.title,
        known.office.role,
        confidence=resolution.confidence,
        reason="speaker named in the byline",
    )


def read_office(byline: str | None, kb: KnowledgeBase) -> Actor | None:
    """The government or organisation whose office a byline names ("Global Affairs Canada", "Ministry … of Japan")."""
    if byline is None or _OFFICIAL.search(byline) is None:
        return None
    start = Span(0, 0)
    parts = [byline, *(part.strip() for part in re.split(r"[,|]", byline))]
    for part in parts:
        organization = kb.find_organization(part)
        if organization is not None and organization.kind is OrgKind.MINISTRY and organization.country:
            return _unplaced(government(kb, organization.country, start))
        if organization is not None and organization.kind is OrgKind.INTERGOVERNMENTAL:
            parent = kb.organization(organization.parent) if organization.parent else None
            body = parent or organization
            return Actor(MentionKind.ORGANIZATION, body.name, body.name, body.org_id, None, None)
    words = re.findall(r"[\w.'’]+", byline)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            text = " ".join(words[at : at + size]).removesuffix("'s").removesuffix("’s")
            country = kb.find_country(text)
            nations = (country,) if country is not None else kb.demonym_countries(text)
            if len(nations) == 1:
                return _unplaced(government(kb, nations[0].iso3, start))
    return None


def _unplaced(actor: Actor) -> Actor:
    """A government named outside the article's text: without places to cite."""
    return Actor(
        actor.kind,
        actor.label,
        actor.name,
        actor.entity_id,
        actor.country,
        None,
        confidence=0.8,
        reason="office named in the byline",
    )


def _of_headline(sights: list[Sight], direct: list[list[Mention]]) -> tuple[Actor, ...]:
    """Whose words the headline announces: "Statement by A and B on …", "Foreign Minister X's answers to …"."""
    for sight, mentions in zip(sights, direct, strict=True):
        words = [token.text.lower() for token in sight.sentence.tokens]
        spoken = next((i for i, word in enumerate(words) if word in _SPOKEN), None)
        if sight.sentence.block is not BlockKind.HEADLINE or spoken is None:
            continue
        by = _named_after(words, mentions, spoken)
        owners = [m for m in mentions if m.first < spoken and m.last >= spoken - 5]
        chosen = by or [m for m in owners if _owns(words, m) or _is_joint(words, m, spoken)]
        if chosen:
            return tuple(actor for mention in chosen for actor in mention.actors)
    return ()


_INTRODUCING = ("the following", "following is", "below is", "full text", "text of", "transcript of")
_OPENING_SENTENCES = 8


def _of_introduction(sights: list[Sight], direct: list[list[Mention]]) -> tuple[Actor, ...]:
    """Whose words the page introduces: "The following statement was made by X", "Full text of the speech by X"."""
    for sight, mentions in zip(sights[:_OPENING_SENTENCES], direct, strict=False):
        words = [token.text.lower() for token in sight.sentence.tokens]
        if not " ".join(words).startswith(_INTRODUCING) or not _SPOKEN.intersection(words):
            continue
        by = next((m for m in mentions if {"by", "from"} & set(words[max(m.first - 2, 0) : m.first])), None)
        if by is not None:
            return by.actors
    return ()


def _named_after(words: list[str], mentions: list[Mention], spoken: int) -> list[Mention]:
    """Who is named after "statement by", and those listed with them."""
    found: list[Mention] = []
    for mention in sorted((m for m in mentions if m.first > spoken), key=lambda m: m.first):
        between = words[found[-1].last if found else spoken + 1 : mention.first]
        joined = set(between) <= {",", "and", "the", "&"} if found else not set(between) & _BOUNDS
        if not joined or "attributable" in between:
            break
        found.append(mention)
    return found


def _owns(words: list[str], mention: Mention) -> bool:
    """Whether a mention is followed by a possessive ("Lavrov's answers") or opens the headline with a colon."""
    after = words[mention.last] if mention.last < len(words) else ""
    return after in {"'s", "’s", "'", "’", ":"}


def _is_joint(words: list[str], mention: Mention, spoken: int) -> bool:
    """ "G7 Foreign Ministers' Statement", "Troika Statement": in the name of a body."""
    body = any(actor.kind is MentionKind.ORGANIZATION for actor in mention.actors)
    return body and set(words[mention.last : spoken]) <= _OF_MEMBERS


_OF_MEMBERS = frozenset(
    "foreign defence defense finance ministers leaders joint ’ ' 's ’s summit council".split()
)


def _of_department(article: Article, kb: KnowledgeBase) -> tuple[Actor, ...]:
    """The United States on pages of their State Department, whose bylines and headlines do not name the country."""
    opening = " ".join((article.headline or "", article.byline or "", article.text[:300]))
    known = ("Department Press Briefing", "Office of the Spokesperson", "Department of State")
    if any(words in opening for words in known):
        return (_unplaced(government(kb, "USA", Span(0, 0))),)
    return ()
