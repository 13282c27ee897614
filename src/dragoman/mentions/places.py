"""Places of a sentence: cities, countries and venues, with "Paris, France" read as one.

A place name is where something may happen; the same word may also be read as a government elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.citation import Span
from dragoman.knowledge.entity import Place, PlaceKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Token
from dragoman.mentions.mention import PlaceMention
from dragoman.mentions.phrases import Phrase, Sight
from dragoman.pages.article import Article, BlockKind

# "Normandy format", "Minsk agreements", "Paris Agreement": the name of a thing, not where something happens.
NOT_A_PLACE_BEFORE = frozenset(
    "format agreement agreements accord accords process protocol group declaration convention pact treaty "
    "conference summit principles plan initiative consensus framework dialogue forum university post "
    "times club barracks street avenue".split()
)


def read_places(
    sight: Sight, source: str, kb: KnowledgeBase, countries: Collection[str], taken: set[int]
) -> list[PlaceMention]:
    """The places of a sentence; ``countries`` (ISO alpha-3) are those the article speaks of, ``taken`` are names' tokens."""
    found: list[PlaceMention] = []
    used = set(taken)
    for phrase in sight.of("country", "FAC", "LOC", "metonym"):
        if used & set(range(phrase.first, phrase.last)):
            continue
        place = _read(sight, source, kb, phrase, countries)
        if place is not None:
            found.append(place)
            used.update(range(place.first, place.last))
    found.extend(_capitals(sight, kb, used))
    found.sort(key=lambda place: place.first)
    return _nest(found, sight)


_SEATS = frozenset({"ministry", "palace", "chancellery", "parliament", "presidency", "house"})
_SEAT_WORDS = frozenset(
    {"foreign", "defence", "defense", "presidential", "state", "government", "royal", "prime"}
)
_AT = frozenset({"at", "in", "to", "inside"})


def _capitals(sight: Sight, kb: KnowledgeBase, used: set[int]) -> Iterator[PlaceMention]:
    """Cities told as "the Ghanaian capital", "Ghana's capital", "at the Turkish Foreign Ministry"."""
    for index, token in enumerate(sight.sentence.tokens):
        seat = token.text.lower() in _SEATS
        if (token.text.lower() != "capital" and not seat) or index in used:
            continue
        start = index
        while seat and start > 0 and sight.word(start - 1) in _SEAT_WORDS:
            start -= 1
        owner = sight.ending(start, "demonym") or sight.ending(start - 1, "country", "demonym")
        if owner is None or (owner.last < start and sight.word(start - 1) not in {"'s", "’s"}):
            continue
        before = [sight.word(owner.first - hop) for hop in (1, 2) if owner.first >= hop]
        if seat and not (before and (before[0] in _AT or (before[0] == "the" and before[-1] in _AT))):
            continue
        nations = [
            kb.find_country(text) or next(iter(kb.demonym_countries(text)), None)
            for text in [" ".join(token.text for token in sight.sentence.tokens[owner.first : owner.last])]
        ]
        nation = nations[0]
        city = (
            kb.resolve_place(nation.capital, countries=(nation.iso3,)) if nation and nation.capital else None
        )
        if city is not None and nation is not None:
            span = sight.span(owner.first, index + 1)
            yield PlaceMention(
                sight.sentence.index,
                owner.first,
                index + 1,
                span,
                city.name,
                city.name,
                nation.iso3,
                city.place_id,
                "capital of a country",
            )


def _read(
    sight: Sight, source: str, kb: KnowledgeBase, phrase: Phrase, countries: Collection[str]
) -> PlaceMention | None:
    if sight.word(phrase.last) in NOT_A_PLACE_BEFORE and phrase.label != "country":
        return None
    phrase = _with_hyphens(sight, source, kb, phrase)
    span = sight.span(phrase.first, phrase.last)
    text = " ".join(span.of(source).split())
    if text in _KINDS_OF_STATES or source.startswith("$", span.end):  # "US$5 million"
        return None
    country = kb.find_country(text)
    if country is not None and phrase.label in {"country", "LOC"}:
        return _mention(sight, phrase, span, text, None, country.iso3, f"ctry:{country.iso3}", "country name")
    context = _country_after(sight, source, kb, phrase.last)
    if context is not None:
        place = kb.resolve_place(text, countries=(context,))
    else:
        # The place everybody means by the name, if there is one; else the one in a country the article speaks of.
        place = kb.resolve_place(text)
        local = kb.resolve_place(text, countries=countries)
        if place is None or (local is not None and _rivals(local, place, countries)):
            place = local
    place = place or _capital_called(text, kb)
    if place is None or (place.country not in countries and _is_common(text)):
        return None
    return _located(sight, phrase, span, text, place)


def _with_hyphens(sight: Sight, source: str, kb: KnowledgeBase, phrase: Phrase) -> Phrase:
    """A name and what is joined to it, if that is a place: "Mazar-i-Sharif", of which the tagger may mark "Mazar"."""
    tokens, last = sight.sentence.tokens, phrase.last
    while last + 1 < len(tokens) and tokens[last].text == "-" and _are_joined(tokens, last - 1, last + 1):
        last += 2
    whole = replace(phrase, last=last)
    known = last > phrase.last and kb.resolve_place(sight.span(phrase.first, last).of(source)) is not None
    return whole if known else phrase


def _are_joined(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether no blank stands between some tokens."""
    return all(a.span.end == b.span.start for a, b in pairwise(tokens[first : last + 1]))


# "a visit to the Republic": of a state told before, and none of the towns of that name.
_KINDS_OF_STATES = frozenset({"Republic", "Kingdom", "Federation", "Union", "Emirate", "Sultanate", "State"})


def _capital_called(text: str, kb: KnowledgeBase) -> Place | None:
    """The capital of the country that the name stands for, in whatever spelling ("Ulaanbaatar", "the White House")."""
    nation = kb.metonym_country(text)
    if nation is None or not nation.capital:
        return None
    return kb.resolve_place(nation.capital, countries=(nation.iso3,))


# Many states have a building of such a name; it is the one of a state that the article speaks of, or none.
_COMMON = frozenset(
    "the national presidential state royal government people's palace house office residence parliament building".split()
)


def _is_common(name: str) -> bool:
    words = name.casefold().replace("’", "'").split()
    return len(words) > 1 and _COMMON.issuperset(words)


# A namesake in a country the article speaks of wins if it is at least this much of the better known one's size.
_RIVAL_SHARE = 0.15


def _rivals(local: Place, known: Place, countries: Collection[str]) -> bool:
    return known.country not in countries and local.population >= _RIVAL_SHARE * known.population


def _located(sight: Sight, phrase: Phrase, span: Span, text: str, place: Place) -> PlaceMention | None:
    if place.kind is PlaceKind.REGION:
        return None
    city = place.name if place.kind is PlaceKind.CITY else place.city
    if place.kind is PlaceKind.COUNTRY:
        city = None
    return _mention(sight, phrase, span, text, city, place.country, place.place_id, f"{place.kind} name")


def _country_after(sight: Sight, source: str, kb: KnowledgeBase, last: int) -> str | None:
    """The country in "Paris, France"."""
    if sight.word(last) != ",":
        return None
    after = sight.starting(last + 1, "country", "LOC")
    if after is None:
        return None
    following = sight.sentence.tokens[after.last : after.last + 1]
    if any(token.pos in {"NOUN", "PROPN", "ADJ"} or token.text in {"'s", "’s"} for token in following):
        return None  # "In Warsaw, US Secretary of State …"
    country = kb.find_country(sight.text(after.first, after.last, source))
    return country.iso3 if country is not None else None


def dateline_city(article: Article, kb: KnowledgeBase) -> PlaceMention | None:
    """The city of a dateline ("KINGSTON, Jamaica (March 12, 2024) —"), unless it names several.

    "Krün, Germany" is in Germany, though the tables may not know the town; "Oval Office" over a transcript in Washington.
    """
    dateline = article.dateline
    if dateline is None or dateline.place is None:
        return _room(article, kb)
    parts = [part.strip() for part in dateline.place.split(",")]
    within = _land_of(parts, kb)
    for name in parts[:2]:  # "State House, Lusaka"
        words = name.title() if name.isupper() else name
        city = kb.resolve_place(words, countries=(within,) if within is not None else ())
        start = article.text.find(name, dateline.span.start, dateline.span.end)
        if city is None or start < 0 or (within is not None and city.country != within):
            continue
        if city.kind is PlaceKind.CITY:
            span = Span(start, start + len(name))
            return PlaceMention(0, 0, 0, span, words, city.name, city.country, city.place_id, "dateline")
    start = article.text.find(parts[-1], dateline.span.start, dateline.span.end)
    if within is None or start < 0:
        return None
    span = Span(start, start + len(parts[-1]))
    return PlaceMention(0, 0, 0, span, parts[-1], None, within, f"ctry:{within}", "dateline")


# A state of one country that is called as another country is.
NAMESAKES = {"Georgia": "USA"}


def _land_of(parts: Sequence[str], kb: KnowledgeBase) -> str | None:
    """The country that the last part of a dateline names, or is a region of."""
    if len(parts) < 2:
        return None
    land = kb.resolve_place(parts[-1])
    if land is None or land.kind not in {PlaceKind.COUNTRY, PlaceKind.DIVISION}:
        return None
    namesake = NAMESAKES.get(parts[-1])
    city = kb.resolve_place(parts[0]) if namesake is not None else None
    return namesake if city is not None and city.country == namesake else land.country


def _room(article: Article, kb: KnowledgeBase) -> PlaceMention | None:
    """The city of a known building that stands on a line of its own above the text."""
    body = [block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    for span in body[:_ROOM_LINES]:
        line = span.of(article.text)
        place = kb.resolve_place(line) if len(line) <= _LONGEST_ROOM else None
        if place is not None and place.kind is PlaceKind.VENUE and place.city is not None:
            return PlaceMention(0, 0, 0, span, line, place.city, place.country, place.place_id, "dateline")
    return None


_ROOM_LINES, _LONGEST_ROOM = 2, 40
"""Paragraphs above a transcript among which its room stands, and the longest name of one, in characters."""


def _nest(places: list[PlaceMention], sight: Sight) -> list[PlaceMention]:
    """ "Paris, France": the country joins the city before it."""
    nested: list[PlaceMention] = []
    for place in places:
        before = nested[-1] if nested else None
        joins = (
            before is not None
            and before.city is not None
            and place.city is None
            and before.country == place.country
            and place.first - before.last == 1
            and sight.word(before.last) == ","
        )
        if joins and before is not None:
            span = Span(before.span.start, place.span.end)
            nested[-1] = replace(before, last=place.last, span=span)
        else:
            nested.append(place)
    return nested


def _mention(
    sight: Sight,
    phrase: Phrase,
    span: Span,
    name: str,
    city: str | None,
    country: str | None,
    place_id: str | None,
    rule: str,
) -> PlaceMention:
    return PlaceMention(
        sight.sentence.index, phrase.first, phrase.last, span, name, city, country, place_id, rule
    )


# What befalls a city; what its government does elsewhere is told with "on" or "against".
_BEFALLING = frozenset(
    "attack attacks bombing bombings blast blasts explosion explosions shooting shootings stabbing stabbings siege massacre "
    "killings fire crash tragedy disaster earthquake flood floods".split()
)


def is_struck_city(sight: Sight, phrase: Phrase, text: str, kb: KnowledgeBase) -> bool:
    """ "the Moscow concert hall attack", "the Ankara bombing": the city is where, and not who."""
    tokens = sight.sentence.tokens
    if kb.find_country(text) is not None or kb.find_organization(text) is not None:
        return False
    index = phrase.last - 1
    while tokens[index].dep == "compound" and tokens[index].head > index:
        index = tokens[index].head
    if index < phrase.last or tokens[index].text.lower() not in _BEFALLING:
        return False
    return sight.word(index + 1) not in {"on", "against"}
