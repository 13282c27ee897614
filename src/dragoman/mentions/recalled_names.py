"""Recalled names: people whose names the tagger missed or took for places.

A surname of somebody named in full elsewhere, one of a leader in office, and capitals behind a title.
"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.names import fold
from dragoman.language.document import NameLabel, Token
from dragoman.mentions.phrases import Phrase, Sight


def recall_surnames(sights: list[Sight], kb: KnowledgeBase, day: dt.date | None = None) -> None:
    """Mark names the tagger missed: surnames of people named in full elsewhere or in office, and capitals behind a title."""
    for sight in sights:
        for place in sight.of("LOC", "NORP"):
            _surname_for_place(sight, place, kb, day)
        for office in sight.of("office"):
            _part_name(sight, office, kb)
        for office in sight.of("OFFICE", "office"):
            _name_after(sight, office)
    surnames = {
        sight.sentence.tokens[phrase.last - 1].text
        for sight in sights
        for phrase in sight.of("PER")
        if phrase.last - phrase.first > 1
    }
    for sight in sights:
        found = [
            Phrase(index, index + 1, NameLabel.PER.value)
            for index, token in enumerate(sight.sentence.tokens)
            if token.text in surnames
            and token.pos == "PROPN"
            and sight.covering(index, "PER", "country", "demonym") is None
        ]
        for phrase in found:
            sight.add(phrase)


_PLACED = frozenset({"in", "at", "near", "from", "to", "around", "outside", "into", "over", "the"})
_LEADING = ("head-of-state", "head-of-government", "foreign-minister")


def _surname_for_place(sight: Sight, place: Phrase, kb: KnowledgeBase, day: dt.date | None) -> None:
    """The surname of a leader in office that the tagger took for a place: "between Pashinyan and Aliyev"."""
    text = sight.sentence.tokens[place.first].text
    if place.last - place.first > 1 or _is_placed(sight, place.first) or not text.istitle():
        return
    if not kb.find_people(text) or kb.find_places(text) or kb.metonym_country(text) or kb.find_country(text):
        return
    for role in _LEADING:
        known = kb.resolve_person(text, role=role, country=None, org_id=None, day=day).incumbent
        if (
            known is not None
            and known.office.role in _LEADING
            and fold(text) in fold(known.person.name.replace("-", " ")).split()
        ):
            sight.remove(place)
            sight.add(Phrase(place.first, place.last, NameLabel.PER.value, place.probability))
            return


def _is_placed(sight: Sight, first: int) -> bool:
    """Whether the words before say that it is a place: "in P", "the town of P"."""
    before = sight.word(first - 1)
    return before in _PLACED or (before == "of" and sight.word(first - 2) in _SETTLEMENTS)


_SETTLEMENTS = frozenset("town city village port district province region area outskirts capital".split())


def _part_name(sight: Sight, office: Phrase, kb: KnowledgeBase) -> None:
    """Part a name the tagger took into a title ("Pope Francis"), if the tables know somebody of that name."""
    whole = sight.starting(office.first, "OFFICE")
    if whole is None or whole.last <= office.last:
        return
    rest = sight.sentence.tokens[office.last : whole.last]
    name = " ".join(token.text for token in rest)
    regnal = len(rest) > 1 and _REGNAL.fullmatch(rest[-1].text) is not None
    if all(_names(token) for token in rest) and (regnal or kb.find_people(name)):
        sight.remove(whole)


_REGNAL = re.compile(r"[IVX]+")


def _names(token: Token) -> bool:
    """Whether a word can be part of a person's name: a proper noun or, of monarchs and popes, a Roman number."""
    return (token.pos == "PROPN" and token.text[:1].isupper()) or _REGNAL.fullmatch(token.text) is not None


def _name_after(sight: Sight, office: Phrase) -> None:
    """ "Pope Francis": proper nouns right behind a title that no phrase covers are its holder's name."""
    tokens = sight.sentence.tokens
    last = office.last
    while last < len(tokens) and _names(tokens[last]):
        if any(phrase.first <= last < phrase.last for phrase in sight.phrases):
            return
        last += 1
    if office.last < last <= office.last + 4 and tokens[office.first].text[:1].isupper():
        sight.add(Phrase(office.last, last, NameLabel.PER.value, 0.5))
