"""Conferences: named gatherings, and described ones ("the NATO Foreign Ministers' meeting", "a summit of Arab leaders")."""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.entity import Organization, OrgKind, PlaceKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, ConferenceMention, MentionKind, PlaceMention
from dragoman.mentions.phrases import Phrase, Sight
from dragoman.mentions.places import NOT_A_PLACE_BEFORE

_GATHERINGS = frozenset(
    "summit conference ministerial forum assembly congress session symposium roundtable convention "
    "plenary council meeting talks dialogue gathering consultations retreat".split()
)
# These alone are an ordinary bilateral meeting; with an organisation's or a body's name before them they are a conference.
_WEAK_GATHERINGS = frozenset(
    "meeting talks dialogue session gathering council consultations assembly congress convention roundtable "
    "retreat".split()
)
_BODIES = frozenset(
    "ministers leaders heads chiefs ministerial summit council committee assembly foreign defence defense "
    "finance states".split()
)


def read_conferences(sight: Sight, source: str, kb: KnowledgeBase) -> list[ConferenceMention]:
    """The gatherings a sentence names or describes."""
    found: list[ConferenceMention] = []
    used: set[int] = set()
    for phrase in sight.of("EVT", "conference"):
        if used & set(range(phrase.first, phrase.last)):
            continue
        mention = _named(sight, source, kb, phrase)
        if mention is not None:
            found.append(mention)
            used.update(range(mention.first, mention.last))
    for index, token in enumerate(sight.sentence.tokens):
        if index in used or (
            token.text.lower().rstrip("s") not in _GATHERINGS and token.text.lower() not in _GATHERINGS
        ):
            continue
        mention = (
            None if sight.word(index - 1) in _NO_GATHERING_BEFORE else _described(sight, source, kb, index)
        )
        if mention is not None:
            found.append(mention)
            used.update(range(mention.first, mention.last))
    abroad = (
        mention
        for mention in found
        if sight.word(mention.last - 2) not in _NO_GATHERING_BEFORE
        and (sight.word(mention.last) != "of" or sight.word(mention.last + 1) not in _NO_GATHERING_BEFORE)
    )
    return sorted((_with_body(mention, kb) for mention in abroad), key=lambda mention: mention.first)


_CONVENING = frozenset({OrgKind.INTERGOVERNMENTAL, OrgKind.GROUPING})


def _with_body(mention: ConferenceMention, kb: KnowledgeBase) -> ConferenceMention:
    """The gathering with the organisation that convenes it as an actor."""
    known = kb.organization(mention.organizer) if mention.organizer is not None else None
    if known is None or known.kind not in _CONVENING:
        return mention
    body = Actor(
        MentionKind.ORGANIZATION, known.name, known.name, known.org_id, None, None, named_at=(mention.span,)
    )
    return replace(mention, body=body)


# The conferences of a party, a union or a trade are a state's own affair, those of companies and schools nobody's.
_NO_GATHERING_BEFORE = frozenset(
    "press news telephone phone video party tory labour labor conservative democratic republican liberal "
    "libdem socialist nationalist snp cpac shareholders developers sales academic church bishops "
    "multinationals ceo ceos startup startups marketing media parents parenting candidate candidates "
    "teachers farmers caucus alumni students entrepreneurs entrepreneurship mayors leadership music film "
    "fashion national house scientific medical scientists physicians doctors dentists surgeons engineers "
    "researchers professors lawyers judges librarians writers historians nurses investors bankers dealers".split()
)


def _named(sight: Sight, source: str, kb: KnowledgeBase, phrase: Phrase) -> ConferenceMention | None:
    last = phrase.last
    while sight.word(last) in _GATHERINGS or sight.word(last) in _BODIES:
        last += 1
    span = sight.span(phrase.first, last)
    text = " ".join(span.of(source).split())
    known = kb.find_conference(text) or kb.find_conference(sight.text(phrase.first, phrase.last, source))
    words = {word.strip("'’").lower() for word in text.split()}
    if (
        known is None
        and not words & (_GATHERINGS - _WEAK_GATHERINGS)
        and not (words & _WEAK_GATHERINGS and words & _BODIES)
    ):
        return None
    organizer = known.org_id if known is not None else None
    place = _city_in_name(sight, source, kb, phrase.first, last)
    body = kb.organization(organizer) if organizer is not None else None
    if place is not None and body is not None and place.name in body.name:
        place = None  # "the Arab League summit": a word of its organiser's name
    return ConferenceMention(
        sight.sentence.index, phrase.first, last, span, text, organizer, "named conference", place=place
    )


def _city_in_name(sight: Sight, source: str, kb: KnowledgeBase, first: int, last: int) -> PlaceMention | None:
    """The city a gathering is named after ("Munich Security Conference", but "Minsk Group summit")."""
    if first < last and sight.word(first) == "the":
        first += 1
    for end in (first + 2, first + 1):
        if end >= last or sight.word(end) in NOT_A_PLACE_BEFORE | {"cooperation"}:
            continue
        name = sight.text(first, end, source)
        city = kb.resolve_place(name) if name[:1].isupper() else None
        if city is not None and city.kind is PlaceKind.CITY:
            span = sight.span(first, end)
            return PlaceMention(
                sight.sentence.index,
                first,
                end,
                span,
                name,
                city.name,
                city.country,
                city.place_id,
                "city in a name",
            )
    return None


def _described(sight: Sight, source: str, kb: KnowledgeBase, index: int) -> ConferenceMention | None:
    """A gathering noun with an organisation, region or body before it."""
    first = index
    organizer: str | None = None
    bodies = False
    region = False
    whole = sight.covering(index, "organization")
    if whole is not None and whole.last > index + 1:
        return None  # "the UN Conference on Trade and Development" is a body
    if whole is not None and whole.last == index + 1 and whole.first < index:  # "the UN General Assembly"
        known = kb.find_organization(sight.text(whole.first, whole.last, source))
        if known is not None and known.kind in _CONVENING:
            organizer, first = known.parent or known.org_id, whole.first
    while first > 0:
        organization = sight.ending(first, "organization", "ORG", "conference")
        area = sight.ending(first, "region")
        word = sight.word(first - 1)
        token = sight.sentence.tokens[first - 1]
        if organization is not None:
            known = kb.find_organization(sight.text(organization.first, organization.last, source))
            organizer = organizer or (known.org_id if known is not None else None)
            first = organization.first
        elif area is not None:
            region, first = True, area.first
        elif word in _BODIES or word in {
            "'",
            "’",
            "'s",
            "’s",
            "emergency",
            "annual",
            "informal",
            "extraordinary",
            "special",
            "high-level",
        }:
            bodies = bodies or word in _BODIES
            first -= 1
        elif word == ")" and sight.word(first - 3) == "(":
            first -= 3  # the letters of the body named before: "Cooperation (APEC) Leaders' Retreat"
        elif (
            token.tag == "CD"
            or (token.tag == "JJ" and word.endswith(("th", "st", "nd", "rd")))
            or (token.dep in {"compound", "amod"} and token.pos in {"PROPN", "ADJ", "NOUN"})
        ):
            first -= 1
        else:
            break
    last, of_body, bodies_of = _convened_by(sight, source, kb, index)
    last = max(last, _end_of_title(sight, index))
    organizer, bodies = organizer or of_body, bodies or bodies_of
    weak = sight.word(index) in _WEAK_GATHERINGS or sight.word(index).rstrip("s") in _WEAK_GATHERINGS
    if (weak and not (organizer or region)) or (weak and not bodies and sight.word(index) not in _OF_A_BODY):
        return None
    span = sight.span(first, last)
    text = " ".join(span.of(source).split())
    if _is_body(sight, index, kb.find_organization(text.removeprefix("The ").removeprefix("the "))):
        return None
    return ConferenceMention(sight.sentence.index, first, last, span, text, organizer, "described conference")


_ABOUT = frozenset({"on", "for"})


def _end_of_title(sight: Sight, index: int) -> int:
    """Where the title of a gathering ends that tells what it is about: "the Summit on Peace in Ukraine in Switzerland".

    A place behind "in" is part of it if another one follows.
    """
    named = sight.sentence.tokens[index].text[:1].isupper() and sight.word(index + 1) in _ABOUT
    start = index + 2 + (sight.word(index + 2) == "the")
    if not named or not _is_name(sight, start):
        return index + 1
    last = end = start
    while _is_name(sight, end) or sight.word(end) in _TITLE_WORDS:
        last = end + 1 if _is_name(sight, end) else last
        end += 1
    place = last + 1
    while _is_name(sight, place):
        place += 1
    return place if sight.word(last) == "in" and place > last + 1 and sight.word(place) == "in" else last


_TITLE_WORDS = frozenset({"and", "of", "the", "&"})


def _is_body(sight: Sight, index: int, known: Organization | None) -> bool:
    """Whether a body acts that is called by its whole name: "the UN Security Council approved …"."""
    return known is not None and sight.sentence.tokens[index].dep.startswith(("nsubj", "obl:agent", "conj"))


# With an organisation before or behind them these are gatherings of it, without "ministers" or "leaders" too.
_OF_A_BODY = frozenset(
    "assembly session ministerial council meeting gathering plenary roundtable retreat".split()
)


def _convened_by(sight: Sight, source: str, kb: KnowledgeBase, index: int) -> tuple[int, str | None, bool]:
    """Where "meeting of (the) G7 foreign ministers" ends, whose body that is, and whether members are told."""
    if sight.word(index + 1) != "of":
        return index + 1, None, False
    start = index + 2
    while sight.word(start) in _BODIES | {"the", "of", "council", "heads", "state", "government", "and"}:
        start += 1
    starts = (start, start - 1) if sight.word(start - 1) == "the" else (start,)
    named = (sight.starting(first, label) for label in ("organization", "ORG") for first in starts)
    for organization in (phrase for phrase in named if phrase is not None):
        known = kb.find_organization(sight.text(organization.first, organization.last, source))
        if known is not None and known.kind in _CONVENING:
            return _end_of_body(sight, organization), known.org_id, True
    return index + 1, None, False


def _end_of_body(sight: Sight, organization: Phrase) -> int:
    """Where a body's name ends, with that of its organ: "the United Nations Commission on the Status of Women"."""
    last = organization.last
    while sight.word(last) in _BODIES:
        last += 1
    if sight.word(last) not in _ORGANS:
        return last
    last, end = last + 1, last + 1
    while (joins := sight.word(end) in _JOINING) or _is_name(sight, end):
        end += 1
        last = last if joins else end
    return last


def _is_name(sight: Sight, index: int) -> bool:
    tokens = sight.sentence.tokens
    return index < len(tokens) and tokens[index].text[:1].isupper() and sight.covering(index, "DATE") is None


_ORGANS = frozenset({"commission", "committee", "conference", "board"})
_JOINING = frozenset({"on", "for", "of", "the"})
