"""Issuers: in whose name a statement, transcript or release speaks, so that "we" and "I" have an owner.

A byline names the official or the office; a headline says whose statement, remarks or answers it is; a name alone below
the text signs it; a ministry's own page says who publishes it, in a letterhead or by where it stands.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.citation import Span
from dragoman.knowledge.entity import OrgKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.joint import find_joint_issuers
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight
from dragoman.mentions.signatures import is_in_first_person
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
    article: Article,
    sights: list[Sight],
    direct: list[list[Mention]],
    signatory: Actor | None,
    kb: KnowledgeBase,
    day: dt.date | None,
    home: str | None = None,
) -> tuple[Actor, ...]:
    """Who speaks as "we" or "I" outside quotation marks; nobody if the page, told from ``home``, does not say."""
    joint = find_joint_issuers(article, sights, direct)
    if joint:
        return joint
    speaker = read_speaker(article.byline, kb, day)
    if speaker is not None:
        return (speaker,)
    council = _SPOKEN_FOR | (_COUNCIL if _is_of_washington(direct, home) else {})
    named = _spoken_for(_of_headline(sights, direct) or _of_introduction(sights, direct), council, kb)
    if named:
        return named
    for told in (article.byline, article.publisher):
        office = read_office(told, kb)
        if office is not None:
            return (office,)
    if is_of_department(article):
        return (_unplaced(government(kb, "USA", Span(0, 0))),)
    if not is_in_first_person(article.text):
        return ()
    if signatory is not None:
        return (signatory,)
    return (
        _of_letterhead(article, kb)
        or _of_release(article, sights, direct)
        or _of_side(article, sights, direct)
    )


# Whose spokespeople go by an office that names no country; spelled out, other states have that council too.
_SPOKEN_FOR = {"nsc": "USA", "white house": "USA"}
_COUNCIL = {"national security council": "USA"}


def _is_of_washington(direct: list[list[Mention]], home: str | None) -> bool:
    """Whether a page is the United States', or may be: without a home, it names at most one other country."""
    named = {actor.country for found in direct for mention in found for actor in mention.actors}
    return home == "USA" or (home is None and len(named - {None, "USA"}) <= 1)


def _spoken_for(named: tuple[Actor, ...], councils: dict[str, str], kb: KnowledgeBase) -> tuple[Actor, ...]:
    """Those in whose name it is said: for a spokesperson the government, nobody if it is not known which."""
    settled: list[Actor] = []
    for actor in named:
        if actor.role not in SPOKESPEOPLE:
            settled.append(actor)
            continue
        words = (actor.title.text if actor.title else "").casefold()
        offices = (country for office, country in councils.items() if words.startswith(office))
        country = actor.country or next(offices, None)
        if country is not None:
            settled.append(_unplaced(government(kb, country, Span(0, 0))))
    return tuple(settled)


def speaks_for_home(article: Article, official: bool) -> bool:
    """Whether "we" on a page without a named issuer is the government of the country that it is told from.

    So it is on a government's own site, and where the headline says that an office or its spokesperson speaks.
    """
    return is_in_first_person(article.text) and (official or _is_of_an_office(article))


def _is_of_an_office(article: Article) -> bool:
    """ "Foreign Ministry statement on …", "Remarks of the Spokesperson": nobody is named."""
    words = set(re.findall(r"[a-z]+", (article.headline or "").lower()))
    return bool(words & _SPOKEN and words & _SPEAKING_OFFICES)


_SPEAKING_OFFICES = frozenset(
    "ministry department government presidency spokesperson spokesman embassy cabinet".split()
)
# A line that is nothing but the name of an office; one that is nothing but that of a state.
_LETTERHEAD = re.compile(
    r"(?:the\s+)?(?:[\w’']+\s+){0,5}(?:ministry|department|office|presidency|embassy|permanent\s+mission|government)\b"
    r"(?:\s*[,–-]\s*[^.!?:;]{1,60}|\s+(?:of|for|to|in|and|at|the)\b[^.!?:;]{0,70})?",
    re.IGNORECASE | re.VERBOSE,
)
_HEAD_LINES = 4


# "Ministry of Foreign Affairs 16.10.2020", "Ministry of Defence, 3 May 2021": the day behind the office.
_DAY_BEHIND = re.compile(
    r"[\s,|–-]*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\w{3,9}\s+\d{4}|\w{3,9}\s+\d{1,2},\s*\d{4})\s*$"
)


def office_line(line: str) -> str | None:
    """The office that a line names and nothing else but maybe the day, as in a letterhead.

    >>> office_line("Republic of Latvia Ministry of Foreign Affairs 16.10.2020")
    'Republic of Latvia Ministry of Foreign Affairs'
    """
    name = _DAY_BEHIND.sub("", line.strip())
    return name if _LETTERHEAD.fullmatch(name) is not None else None


def _of_letterhead(article: Article, kb: KnowledgeBase) -> tuple[Actor, ...]:
    """The state whose office stands on a line of its own above the text, maybe below the state's name."""
    above = [cut.text for cut in article.cut if cut.position <= 1 and cut.reason in _HEADERS]
    above += [block.span.of(article.text) for block in article.blocks[:_ABOVE] if block.kind in _HEADS]
    lines = [line.strip() for line in above[:_HEAD_LINES] if len(line) < _LONGEST_LINE]
    if not any(office_line(line) for line in lines):
        return ()
    for line in lines:
        state = kb.find_country(line.title() if line.isupper() else line)
        if state is not None:
            return (_unplaced(government(kb, state.iso3, Span(0, 0))),)
        office = read_office(office_line(line), kb)
        if office is not None:
            return (office,)
    return ()


def _of_side(article: Article, sights: list[Sight], direct: list[list[Mention]]) -> tuple[Actor, ...]:
    """The one state of which an office's own statement says "the … side"."""
    if not _is_of_an_office(article):
        return ()
    sides = {
        mention.actors[0].entity_id: mention.actors[0]
        for sight, mentions in zip(sights, direct, strict=True)
        for mention in mentions
        if sight.word(mention.last - 1) == "side" and mention.actors[0].kind is MentionKind.GOVERNMENT
    }
    return tuple(sides.values()) if len(sides) == 1 else ()


_ABOVE = 3
_HEADERS = frozenset({"page header", "release header"})
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_LONGEST_LINE = 110


def _of_release(article: Article, sights: list[Sight], direct: list[list[Mention]]) -> tuple[Actor, ...]:
    """Of a page marked as a release the state or body that its headline begins with: "Japan announces …"."""
    if not any(cut.reason == "release header" for cut in article.cut):
        return ()
    for sight, mentions in zip(sights, direct, strict=True):
        if sight.sentence.block is not BlockKind.HEADLINE:
            continue
        bodies = {MentionKind.GOVERNMENT, MentionKind.ORGANIZATION}
        opening = [m for m in mentions if m.first <= 1 and m.actors[0].kind in bodies]
        verb = any(token.tag in {"VBZ", "VBP", "VBD"} for token in sight.sentence.tokens)
        return opening[0].actors if opening and verb else ()
    return ()


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
        heading = sight.sentence.block is BlockKind.HEADING and sight.sentence.index < _HEAD_LINES
        if spoken is None or not (heading or sight.sentence.block is BlockKind.HEADLINE):
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
    """Whether a mention is followed by a possessive ("Lavrov's answers"), or opens the headline ("X statement on …")."""
    after = words[mention.last] if mention.last < len(words) else ""
    person = mention.actors[0].kind is MentionKind.PERSON
    if mention.first == 0 and person and after == "statement":
        return True
    return after in {"'s", "’s", "'", "’", ":"}


def _is_joint(words: list[str], mention: Mention, spoken: int) -> bool:
    """ "G7 Foreign Ministers' Statement", "Troika Statement": in the name of a body."""
    body = any(actor.kind is MentionKind.ORGANIZATION for actor in mention.actors)
    return body and set(words[mention.last : spoken]) <= _OF_MEMBERS


_OF_MEMBERS = frozenset(
    "foreign defence defense finance ministers leaders joint ’ ' 's ’s summit council".split()
)


_DEPARTMENT = (
    "Department Press Briefing",
    "Office of the Spokesperson",
    "Department of State",
    "Department Spokesperson",
    "Department Principal Deputy Spokesperson",
    "Department Deputy Spokesperson",
)


def is_of_department(article: Article) -> bool:
    """Whether the United States' State Department puts a page out; its bylines and headlines do not name the country."""
    opening = " ".join((article.headline or "", article.byline or "", article.text[:300]))
    return any(words in opening for words in _DEPARTMENT)
