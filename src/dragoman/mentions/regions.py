"""Regions: the state of those who lead a part of it: "Catalan leader NAME", "the mayor of Istanbul, NAME".

A region whose state is in dispute, or a name that several places have, gives none.
"""

from __future__ import annotations

from dragoman.knowledge.entity import PlaceKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.names import fold
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.phrases import Phrase, Sight

_GOVERNING = frozenset(
    "governor mayor premier president minister leader minister-president chancellor head chief speaker senator ruler".split()
)
_ABROAD = frozenset({"foreign", "mission", "staff"})  # "the Ankara mission head": somebody's there
# Who holds them is told by whose official it is, not by where they lie.
_DISPUTED = frozenset(
    "crimea sevastopol donetsk luhansk lugansk kherson zaporizhzhia zaporizhia donbas kashmir jerusalem karabakh "
    "nagorno-karabakh stepanakert golan hebron".split()
)
_PEOPLES = {
    "catalan": "Catalonia",
    "basque": "Basque Country",
    "flemish": "Flanders",
    "walloon": "Wallonia",
    "bavarian": "Bavaria",
    "saxon": "Saxony",
    "chechen": "Chechnya",
    "dagestani": "Dagestan",
    "tatar": "Tatarstan",
    "zanzibari": "Zanzibar",
    "tigrayan": "Tigray",
    "sicilian": "Sicily",
    "sardinian": "Sardinia",
    "corsican": "Corsica",
    "quebec": "Québec",
    "californian": "California",
    "texan": "Texas",
    "okinawan": "Okinawa",
    "gagauz": "Gagauzia",
    "bosnian serb": "Republika Srpska",
    "iraqi kurdish": "Kurdistan Region",
    "iraqi kurdistan": "Kurdistan Region",
    "kurdistan": "Kurdistan Region",
    "kurdistan regional government": "Kurdistan Region",
}


def belonging_by_region(
    sight: Sight, place: Phrase, office: Phrase, source: str, kb: KnowledgeBase
) -> Belonging | None:
    """The state of a city or division whose head an office names; nothing for a post there, or one in dispute."""
    held = {sight.word(index) for index in range(office.first, office.last)}
    if not held & _GOVERNING or held & _ABROAD:
        return None
    text = sight.text(place.first, place.last, source).removeprefix("the ")
    name = _PEOPLES.get(fold(text), text)
    if _DISPUTED & set(fold(name).split()):
        return None
    found = kb.resolve_place(name)
    if found is None or found.country is None or found.kind not in {PlaceKind.CITY, PlaceKind.DIVISION}:
        return None
    return Belonging(found.country, None, sight.span(place.first, place.last))


_LEADERS = frozenset({"leader", "ruler", "strongman", "premier"})
_LED = ("country", "demonym", "LOC", "NORP", "metonym")


def add_leaders(sights: list[Sight]) -> None:
    """Mark the "leader" of "Catalan leader NAME" as an office; alone it is a word like others."""
    for sight in sights:
        for name in sight.of("PER"):
            at = name.first - 1
            bare = sight.word(at) in _LEADERS and sight.covering(at, "OFFICE", "office") is None
            if bare and sight.ending(at, *_LED) is not None:
                sight.add(Phrase(at, name.first, "office"))
