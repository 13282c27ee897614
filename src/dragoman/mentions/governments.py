"""Governments, organisations and armed groups as actors: "France", "Beijing", "Turkish officials", "the EU", "Hamas".

A country's name is read as its government wherever it stands; whether it acts or is only a place is for the clause to
say (:mod:`dragoman.mentions.places` reads the same words as places).
"""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.knowledge.entity import Country, OrgKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Phrase, Sight
from dragoman.mentions.places import NAMESAKES, is_struck_city
from dragoman.mentions.postings import is_portfolio
from dragoman.mentions.salience import cases_of

# Heads that make a demonym a government or its people in office: "French officials", "the Turkish side".
SIDES = frozenset(
    "official officials government governments authority authorities side delegation delegations "
    "administration ministry leader leaders leadership diplomat diplomats "
    "minister ministers envoy envoys embassy ambassador ambassadors parliament lawmaker lawmakers mission "
    "negotiator negotiators representative representatives senator senators congress senate legislature spokesman "
    "spokesperson spokeswoman consulate cabinet state regime presidency officer officers interlocutor "
    "interlocutors members partner partners ally allies host hosts junta rulers ruler".split()
)
# The rule of a mention whose head noun is a state's people in office, not the state's bare name.
SIDE_RULE = "state and side"
FORCES = frozenset(
    "force forces troop troops army military navy soldier soldiers police intelligence guard guards commander "
    "commanders militant militants fighter fighters warplane warplanes".split()
)
_ACTING = SIDES | FORCES


_CONTINENTAL = frozenset({"latin", "south", "central", "north", "inter", "pan"})
# Lower-cased, these are any state's: "the Turkish foreign office" is not London's.
_ANY_STATES = frozenset({"foreign office", "home office", "foreign ministry", "state department"})


_SOME = frozenset(
    "some several many most various few certain selected other two three four six seven eight".split()
)


_NO_REGION = frozenset(
    "sea ocean coast waters basin islands of state nation country kingdom emirate monarchy republic".split()
)
# "Syrian state media", "the French-speaking countries": a country's press and its language are not its government.
_PRESS = frozenset("media television tv news broadcaster radio agency newspaper press".split())
# What an armed group is called behind its name: "the M23 movement", "Houthi rebels".
_ARMED = frozenset(
    "movement rebels rebel group militia militias militants fighters insurgents insurgency rebellion guerrillas forces "
    "paramilitaries jihadists faction".split()
)


def is_some(sight: Sight, first: int, size: int) -> bool:
    """Whether only some of a region's states are told of."""
    before = sight.word(first - 1)
    return before in _SOME or (before.isdigit() and int(before) != size)


def read_governments(sight: Sight, source: str, kb: KnowledgeBase, taken: set[int]) -> list[Mention]:
    """Governments, organisations and armed groups of a sentence; tokens in ``taken`` already belong to a person."""
    found: list[Mention] = []
    used = set(taken)
    for phrase in sight.of(
        "armed_group", "organization", "country", "region", "demonym", "metonym", "ORG", "LOC", "NORP"
    ):
        if used & set(range(phrase.first, phrase.last)):
            continue
        mention = _read(sight, source, kb, phrase, used)
        if mention is not None:
            found.append(mention)
            used.update(range(mention.first, mention.last))
    return found


def _read(sight: Sight, source: str, kb: KnowledgeBase, phrase: Phrase, used: set[int]) -> Mention | None:
    text = " ".join(sight.text(phrase.first, phrase.last, source).split())
    span = sight.span(phrase.first, phrase.last)
    tokens = sight.sentence.tokens
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    if following is not None and following.text.startswith("$") and following.span.start == span.end:
        return None  # the "US" of "US$5 million" is no state
    if following is not None and following.text in _FIRM_ENDS:
        return None  # "Turkish Airlines"
    if text.endswith("Commonwealth") and sight.word(phrase.last) == "of":
        return None  # "the Commonwealth of Puerto Rico" is not that of nations
    if is_portfolio(sight, phrase.first):
        return None
    if text in NAMESAKES and _lies_within(sight, phrase.last, NAMESAKES[text], kb):
        return None
    if phrase.label in {"demonym", "NORP"}:
        return _read_demonym(sight, source, kb, phrase, used)
    if phrase.label == "region":
        members = () if _ends_name(sight, phrase.first) else kb.region_members(text)
        lies_there = sight.word(phrase.last) == "," and sight.starting(phrase.last + 1, "country", "LOC")
        if _in_region(sight, phrase.first) and (lies_there or _is_one_of(sight, phrase.first)):
            return None  # "an ally in the Gulf, Qatar", "the first in the Caribbean": where they lie
        if not members or sight.word(phrase.last) in _NO_REGION or is_some(sight, phrase.first, len(members)):
            return None  # nor is "the Gulf of Guinea", "the Gulf state", "seven Caribbean countries"
        actors = tuple(government(kb, iso3, span) for iso3 in members)
        return Mention(
            sight.sentence.index, phrase.first, phrase.last, span, actors, "region members", plural=True
        )
    if text.islower() and " " not in text:
        return None  # "amnesty" is no organisation
    if text.lower() in _ANY_STATES and _is_any_states(sight, phrase, text):
        return None
    if is_struck_city(sight, phrase, text, kb):
        return None
    actor = read_body(text, span, kb) or _read_capital(sight, phrase, text, span, kb, used)
    if actor is None:
        return None
    if _is_of_another(sight, source, kb, phrase.first, phrase.last):
        return None
    last = _with_side(sight, phrase.last, used)
    if last == phrase.last and actor.kind is MentionKind.ARMED_GROUP and last not in used:
        last += sight.word(last) in _ARMED
        return Mention(
            sight.sentence.index,
            phrase.first,
            last,
            sight.span(phrase.first, last),
            (actor,),
            "armed_group name",
        )
    whole = sight.span(phrase.first, last)
    if last > phrase.last:
        return Mention(sight.sentence.index, phrase.first, last, whole, (actor,), SIDE_RULE, plural=True)
    return Mention(sight.sentence.index, phrase.first, last, whole, (actor,), f"{actor.kind} name")


_FIRM_ENDS = frozenset("Airlines Airways Motors Telecom Insurance Steel Cement Breweries".split())
_OWNING = frozenset({"'s", "’s", "'", "’", "its", "their", "his", "her"})


def _is_any_states(sight: Sight, phrase: Phrase, text: str) -> bool:
    """ "the Turkish foreign office", "its foreign office", "the foreign office": not London's."""
    owned = sight.word(phrase.first - 1) in _OWNING
    return text.islower() or owned or sight.ending(phrase.first, "demonym", "NORP") is not None


_BESIDE = frozenset({"ally", "partner", "member", "neighbour", "neighbor", "rival", "foe"})


_ANY = frozenset({"a", "an", "another", "fellow", "key"})


def _is_of_another(sight: Sight, source: str, kb: KnowledgeBase, first: int, last: int) -> bool:
    """ "NATO ally Turkey", "EU member Malta", "a fellow US ally in the Gulf, Qatar": the other one is meant."""
    if sight.word(last) not in _BESIDE:
        return False
    if sight.word(first - 1) in _ANY or (sight.word(first - 1) == "close" and sight.word(first - 2) == "a"):
        return True
    behind = sight.starting(last + 1, "country", "LOC")
    return behind is not None and kb.find_country(sight.text(behind.first, behind.last, source)) is not None


_NAMED_FOR = frozenset("partnership foundation institute university bank fund alliance initiative".split())


def _ends_name(sight: Sight, first: int) -> bool:
    """ "the Partnership for Central America": a body named for a region is not its states."""
    return sight.word(first - 1) in {"for", "of"} and sight.word(first - 2) in _NAMED_FOR


def _in_region(sight: Sight, first: int) -> bool:
    before = [sight.word(first - hop) for hop in (1, 2) if first >= hop]
    return before[:1] == ["in"] or before == ["the", "in"]


_SINGLED = frozenset({"first", "second", "third", "last", "only", "largest", "biggest", "country", "nation"})


def _is_one_of(sight: Sight, first: int) -> bool:
    """ "the first in the Caribbean", "a country in the Gulf"."""
    return sight.word(first - (3 if sight.word(first - 1) == "the" else 2)) in _SINGLED


def _lies_within(sight: Sight, last: int, land: str, kb: KnowledgeBase) -> bool:
    """ "Ellabell, Georgia, United States": behind the comma stands the country it lies in."""
    following = " ".join(sight.word(place) for place in (last + 1, last + 2))
    country = kb.find_country(following.title()) or kb.find_country(sight.word(last + 1).upper())
    return sight.word(last) == "," and country is not None and country.iso3 == land


# What is done with, by or against a city is done so with its government; to whom these are done too.
_WITH = frozenset({"with", "by", "against", "between"})
_ADDRESSING = frozenset(
    "accuse charge blame urge warn ask tell call thank press condemn criticise criticize invite reproach sue".split()
)


def _read_capital(
    sight: Sight, phrase: Phrase, text: str, span: Span, kb: KnowledgeBase, used: set[int]
) -> Actor | None:
    """A capital that acts or is acted on stands for its government, "Brussels" for the European Union."""
    tokens = sight.sentence.tokens
    token = tokens[phrase.first]
    acts = token.dep.startswith(("nsubj", "obj", "iobj"))
    if text == "Brussels" and not token.dep.startswith("nsubj"):
        acts = token.dep == "obj" and tokens[token.head].lemma.lower() in _ADDRESSING
    if not (acts or _is_faced(sight, phrase.first) or _with_side(sight, phrase.last, used) > phrase.last):
        return None
    return read_seat(text, span, kb)


def _is_faced(sight: Sight, index: int) -> bool:
    """Whether something is done with, by or against what token ``index`` names, alone or in a list."""
    tokens = sight.sentence.tokens
    while tokens[index].dep == "conj" and tokens[index].head < index:
        index = tokens[index].head
    return tokens[index].dep.startswith(("obl", "nmod")) and bool(cases_of(sight.sentence, index) & _WITH)


def read_seat(text: str, span: Span, kb: KnowledgeBase) -> Actor | None:
    """The government that sits in the capital of that name; of Brussels the European Union."""
    if text == "Brussels":
        return read_body("European Union", span, kb)
    for place in kb.find_places(text):
        country = kb.country(place.country) if place.country is not None else None
        if country is None or country.capital != place.name:
            continue
        namesakes = (other for other in kb.find_places(place.name) if other.country == place.country)
        if next(namesakes, place).place_id == place.place_id:  # and no town called as the capital is
            return government(kb, country.iso3, span)
    return None


def _with_side(sight: Sight, last: int, used: set[int]) -> int:
    """ "US officials", "Iran's government": the head noun belongs to the mention."""
    position = last
    if sight.word(position) in {"'s", "’s"}:
        position += 1
    while position not in used and sight.word(position) in {
        "senior",
        "top",
        "defence",
        "defense",
        "military",
    }:
        position += 1
    if sight.word(position) == "heads" and sight.word(position + 1) == "of":
        position += 2
        while sight.word(position) in {"state", "states", "and", "government"}:
            position += 1
        return position
    if position in used or sight.word(position) not in SIDES or _starts_office(sight, position):
        return last
    return position + 1


def _starts_office(sight: Sight, position: int) -> bool:
    return sight.starting(position, "OFFICE", "office") is not None


def _read_demonym(
    sight: Sight, source: str, kb: KnowledgeBase, phrase: Phrase, used: set[int]
) -> Mention | None:
    text = sight.text(phrase.first, phrase.last, source)
    nations = kb.demonym_countries(text)
    if len(nations) > 1:  # "Congolese": of the one that the article names
        named = tuple(nation for nation in nations if _is_named(nation, source))
        nations = named or _of_bodies_beside(sight, source, kb, nations)
    if len(nations) != 1 or _is_of_a_continent(sight, phrase.first):
        return None
    if _is_of_another(sight, source, kb, phrase.first, phrase.last):
        return None
    if sight.word(phrase.last) == "-" and sight.word(phrase.last + 1) == "speaking":
        return None
    span = sight.span(phrase.first, phrase.last)
    actor = government(kb, nations[0].iso3, span)
    position = phrase.last
    if sight.word(position) == "state" and sight.word(position + 1) in _PRESS:
        return None
    while (
        position not in used
        and sight.sentence.tokens[position : position + 1]
        and _is_modifier(sight, position)
    ):
        position += 1
    word = sight.word(position)
    if position not in used and word in _ACTING and not _starts_office(sight, position):
        whole = sight.span(phrase.first, position + 1)
        return Mention(
            sight.sentence.index, phrase.first, position + 1, whole, (actor,), SIDE_RULE, plural=True
        )
    return Mention(sight.sentence.index, phrase.first, phrase.last, span, (actor,), "demonym")


def _of_bodies_beside(
    sight: Sight, source: str, kb: KnowledgeBase, nations: tuple[Country, ...]
) -> tuple[Country, ...]:
    """ "The Congolese and the M23": those of the states whose own rebels or agencies the sentence names."""
    bodies = (
        kb.find_organization(sight.text(phrase.first, phrase.last, source))
        for phrase in sight.of("armed_group", "organization")
    )
    countries = {body.country for body in bodies if body is not None}
    return tuple(nation for nation in nations if nation.iso3 in countries)


def _is_named(nation: Country, source: str) -> bool:
    forms = (nation.name, nation.name.replace(" of the ", " of "), nation.capital)
    told = source.casefold()
    return any(form is not None and form.casefold() in told for form in forms)


def _is_of_a_continent(sight: Sight, first: int) -> bool:
    """ "Latin American", "South American": of a continent, not of the United States."""
    return sight.word(first) in {"american", "americans"} and sight.word(first - 1) in _CONTINENTAL


_FIELDS = frozenset("foreign defence defense interior finance justice trade economy health energy".split())


def _is_modifier(sight: Sight, position: int) -> bool:
    token = sight.sentence.tokens[position]
    if token.text.lower() in _FIELDS and sight.word(position + 1) in SIDES:
        return not _starts_office(sight, position)
    if _starts_office(sight, position) or sight.starting(position, "armed_group", "organization", "ORG"):
        return False
    return (
        token.pos in {"ADJ", "NOUN", "PROPN"}
        and token.text.lower() not in _ACTING
        and token.dep.startswith(("amod", "compound", "nmod"))
    )


_RELIEF = ("red cross", "red crescent", "order of malta")


def without_private_bodies(mentions: list[Mention], kb: KnowledgeBase) -> list[Mention]:
    """The mentions, without societies that are no side ("Human Rights Watch"); the Red Cross is one."""
    return [mention for mention in mentions if not _is_private(mention, kb)]


def _is_private(mention: Mention, kb: KnowledgeBase) -> bool:
    actor = mention.actors[0]
    if actor.kind is not MentionKind.ORGANIZATION or actor.entity_id is None:
        return False
    body = kb.organization(actor.entity_id)
    if body is None or body.kind is not OrgKind.NON_GOVERNMENTAL:
        return False
    return not any(words in body.name.casefold() for words in _RELIEF)


def read_body(text: str, span: Span, kb: KnowledgeBase) -> Actor | None:
    """The government, organisation or armed group that ``text`` names."""
    country = kb.find_country(text)
    if country is not None:
        return government(kb, country.iso3, span)
    organization = kb.find_organization(text)
    if organization is not None:
        if organization.kind is OrgKind.MINISTRY and organization.country is not None:
            return government(kb, organization.country, span, label=organization.name)
        kind = (
            MentionKind.ARMED_GROUP if organization.kind is OrgKind.ARMED_GROUP else MentionKind.ORGANIZATION
        )
        country_iso = organization.country if kind is MentionKind.ARMED_GROUP else None
        return Actor(
            kind,
            organization.name,
            organization.name,
            organization.org_id,
            country_iso,
            None,
            named_at=(span,),
        )
    metonym = kb.metonym_country(text)
    return government(kb, metonym.iso3, span) if metonym is not None else None


def government(kb: KnowledgeBase, iso3: str, span: Span, label: str | None = None) -> Actor:
    """The government of a country, read at ``span``."""
    country = kb.country(iso3)
    name = country.name if country is not None else iso3
    return Actor(
        MentionKind.GOVERNMENT,
        label=label or name,
        name=label or name,
        entity_id=f"ctry:{iso3}",
        country=iso3,
        title=None,
        named_at=(span,),
        country_at=(span,),
        confidence=0.9,
    )
