"""Gate: which sentences can matter, told from their words alone, so that only they go through the network.

A sentence matters if it may hold a trigger of the lexicon with the words its entry asks for, or tell where somebody is
or what gathers, and names or points to those who could take part. What such a sentence points back to ("he", "the
minister", a surname) matters too. The words come from the lexicon and the tables; the gate keeps no list of triggers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.engagements.agenda import AGENDA_WORDS
from dragoman.engagements.consequences import may_foretell
from dragoman.engagements.engagement import CONTACTS, Kind
from dragoman.engagements.floors import DEFERRABLE
from dragoman.engagements.gifts import GOODS
from dragoman.engagements.lexicon import Lexicon, Trigger
from dragoman.engagements.pointing import CLOSING, OFF, SIGNED, STOPS, TREATED
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document, Sentence
from dragoman.mentions.conferences import GATHERINGS, WEAK_GATHERINGS
from dragoman.mentions.fighters import FIGHTERS
from dragoman.mentions.number_words import FIGURE
from dragoman.pages.article import BlockKind

_SIDES = frozenset(
    {"country", "demonym", "organization", "armed_group", "metonym", "conference", "office_title", "region"}
)
_ONE = frozenset("he she him her who whom i we us our".split())
_SEVERAL = frozenset(
    "they them their theirs both sides parties leaders ministers presidents delegations delegation countries "
    "counterpart counterparts colleague colleagues governments envoys ambassadors diplomats neighbours neighbors".split()
)
_EMPTY = {(word,) for word in ("is", "'s", "’s", "was", "will", "would", "seems", "takes")}  # "it is time"
_NUMBERS = frozenset({"two", "three", "four", "trio", "pair"})
_POINTING = _ONE | _SEVERAL | frozenset({"his", "its", "there", "also"})
_GOING_ON = frozenset({"and", "also", "or"})
_FUTURE = frozenset({"will", "shall", "to", "would", "could", "wo", "'ll"})
_CONDITION = frozenset({"if", "unless", "otherwise", "should"})
# Acts whose other side the sentences before may name.
_DEFERRED = DEFERRABLE | {Kind.AID}
_BY_NATIONALS = frozenset({Kind.CONCESSION, Kind.EXPULSION})
# "is in P", "X, in P, …", "is due in P": officials told by where they are.
_PRESENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b(?: \S+){0,6}? (?:in|at) (?:the )?[A-Z]|, (?:now )?in (?:the )?[A-Z]|"
    r"\b(?:due|back|bound|expected|arrives?|while|stop\w*|day) (?:in|for|at) (?:the )?[A-Z]"
)
# What is told of those told of before stands at most so many sentences behind them.
_RECALLED = 6
_MEDIATING = frozenset({"mediate", "mediator", "mediators", "mediation", "guarantor", "facilitator"})
_PUT_OFF = OFF - {"be", "follow", "plan"}
# A page of at most so many sentences, of which this share matter, is read whole. On annotated pages that reads as much as
# no gate at all (tried 12 to 25 sentences, shares .5 to .9); of press releases it lets 2 to 5 % more sentences through.
_SHORT, _MOSTLY = 20, 0.5
_OPENING = 4  # the words of a sentence that open it
_LABEL = 8  # the words within which a paragraph of a transcript says who speaks


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a sentence shows without a parse.

    ``names`` counts the sides that are named: states and organisations once however often they are, and the runs of
    capitalised words without any ("President Vell" is one), and rebels without a name. ``strangers`` are capitalised
    words that no table knows.
    ``text`` are the words in small letters, one blank between them.
    """

    words: tuple[str, ...]
    text: str
    forms: frozenset[str]
    lemmas: frozenset[str]
    phrases: frozenset[str]
    strangers: frozenset[str]
    names: int
    is_titled: bool

    @property
    def sides(self) -> int:
        """How many sides it may speak of."""
        pointing = self.opens_with_it or not _ONE.isdisjoint(self.forms)
        return self.names + pointing + 2 * (not _SEVERAL.isdisjoint(self.forms))

    @property
    def opens_with_it(self) -> bool:
        """Whether "it" opens the sentence and does something: a state or body told of before."""
        return self.words[:1] == ("It",) and self.words[1:2] not in _EMPTY


class Gate:
    """Tells the sentences of documents that can matter."""

    def __init__(self, lexicon: Lexicon, kb: KnowledgeBase, lemmas: Callable[[str], frozenset[str]]) -> None:
        """Args: the triggers; the tables; every dictionary form that a word may have."""
        self._kb, self._gazetteer, self._lemmas = kb, kb.gazetteer(), lemmas
        self._light, self._entries = lexicon.light, _by_lemma(lexicon)
        self._known_sides: dict[str, str] = {}

    def sentences(self, doc: Document) -> frozenset[int]:
        """The indexes of the sentences of ``doc`` that can matter."""
        sights = [self._see(sentence) for sentence in doc.sentences]
        matter = {
            sentence.index
            for sentence, sight in zip(doc.sentences, sights, strict=True)
            if self._may_tell(sentence, sight, doc.article.text)
        }
        if not matter:
            return frozenset()
        matter |= {
            index
            for index, sight in enumerate(sights)
            if index not in matter
            and not matter.isdisjoint(range(index - _RECALLED, index))
            and self._may_recall(sight)
        }
        matter |= set(_introducing(doc.sentences, sights, matter))
        if len(doc.sentences) <= _SHORT and len(matter) >= _MOSTLY * len(doc.sentences):
            return frozenset(range(len(doc.sentences)))  # what is left out of such a page saves little
        return frozenset(matter)

    def _see(self, sentence: Sentence) -> _Sight:
        words = tuple(token.text for token in sentence.tokens)
        lowered = [word.lower() for word in words]
        phrases: set[str] = set()
        sided: dict[int, str] = {}
        titled: set[int] = set()
        for first, last, kinds in self._gazetteer.match_phrases(words):
            if _SIDES.isdisjoint(kinds):
                continue
            phrase = " ".join(words[first : last + 1])
            phrases.add(phrase)
            side = self._side(phrase)
            sided.update(dict.fromkeys(range(first, last + 1), side) if side else {})
            titled.update(() if side else range(first, last + 1))
        strange = {
            index
            for index, word in enumerate(words)
            if index not in sided and index not in titled and word[:1].isupper() and len(word) > 1
            if index > 0 or lowered[index] not in _COMMON
        }
        numbers = any(
            word in _NUMBERS and before in {"the", "these", "those"} for before, word in pairwise(lowered)
        )
        rebelling = not FIGHTERS.isdisjoint(lowered)
        return _Sight(
            words,
            " ".join(lowered),
            frozenset(lowered),
            frozenset().union(*(self._lemmas(word) for word in words)),
            frozenset(phrases),
            frozenset(words[index] for index in strange),
            len(set(sided.values())) + _lone_runs(strange | titled, sided) + 2 * numbers + rebelling,
            bool(titled),
        )

    def _side(self, phrase: str) -> str:
        """The country or organisation a phrase of the tables stands for; empty for an office and the like."""
        known = self._known_sides.get(phrase)
        if known is None:
            kb = self._kb
            country = kb.find_country(phrase) or kb.metonym_country(phrase)
            nations = () if country is not None else kb.demonym_countries(phrase)
            organization = kb.find_organization(phrase)
            known = (
                country.iso3
                if country is not None
                else nations[0].iso3
                if nations
                else (organization.country or organization.org_id)
                if organization is not None
                else ""
            )
            self._known_sides[phrase] = known
        return known

    def _may_tell(self, sentence: Sentence, sight: _Sight, source: str) -> bool:
        if sentence.block is BlockKind.HEADLINE and sight.names:
            return True  # capitals are no names there
        gathers = self._names_gathering(sight)
        if sight.sides >= 2 and (gathers or _PRESENCE.search(sentence.span.of(source))):
            return True
        if sight.sides and may_foretell(sight.forms):
            return True
        for lemma in sight.lemmas:
            for noun, entry in self._entries.get(lemma, ()):
                if sight.sides < (1 if entry.kind in _DEFERRED or entry.lone else 2):
                    continue
                if entry.kind is Kind.CONFERENCE and not gathers:
                    continue
                if entry.kind is Kind.VISIT and not sight.names:
                    continue
                if self._fits(noun, entry, lemma, sight):
                    return True
        return False

    def _may_recall(self, sight: _Sight) -> bool:
        """Whether a sentence may tell something of those told of before it, without naming both sides."""
        lemmas = sight.lemmas
        if not lemmas.isdisjoint(SIGNED) and not lemmas.isdisjoint(CLOSING):
            return True
        if "the" in sight.forms and not lemmas.isdisjoint(GATHERINGS - WEAK_GATHERINGS):
            return True
        if "accept" in lemmas and "invitation" in lemmas:
            return True
        if not sight.names:
            return False
        if not lemmas.isdisjoint(STOPS) or ("visit" in lemmas and not lemmas.isdisjoint(_PUT_OFF)):
            return True
        if not lemmas.isdisjoint(_MEDIATING) or (sight.is_titled and not lemmas.isdisjoint(TREATED)):
            return True
        return sight.is_titled and any(
            noun and entry.kind in CONTACTS and self._fits(noun, entry, lemma, sight)
            for lemma in lemmas
            for noun, entry in self._entries.get(lemma, ())
        )

    def _names_gathering(self, sight: _Sight) -> bool:
        """Whether a sentence may name or describe a conference; a plain meeting needs a name beside it."""
        if any("conference" in self._gazetteer.kinds_of(phrase) for phrase in sight.phrases):
            return True
        gatherings = sight.lemmas & GATHERINGS
        return bool(gatherings - WEAK_GATHERINGS) or (bool(gatherings) and bool(sight.phrases))

    def _fits(self, noun: bool, entry: Trigger, lemma: str, sight: _Sight) -> bool:
        """Whether a sentence has the words that an entry cannot do without."""
        lemmas = sight.lemmas
        named = bool(sight.strangers or sight.phrases)
        told = (entry.mods, entry.as_, entry.xcomps, entry.modals, entry.judges, entry.feels)
        asked = [wanted for wanted in told if wanted]
        asked.extend((entry.holds or {}).values())
        if any(lemmas.isdisjoint(wanted) for wanted in asked):
            return False
        if entry.objects and lemmas.isdisjoint(entry.objects) and not (named and entry.kind in _BY_NATIONALS):
            return False
        if entry.people and lemmas.isdisjoint(entry.people) and not named:
            return False
        if noun and not entry.bare and lemmas.isdisjoint(entry.light or self._light):
            return False
        return (
            (entry.particle is None or entry.particle in lemmas)
            and (not entry.words or any(words in sight.text for words in entry.words))
            and (not entry.idioms or any(_may_go_on(idiom, lemma, sight.text) for idiom in entry.idioms))
            and (not entry.gift or _may_give(sight))
            and (not entry.infinitive or "to" in lemmas)
            and (not entry.conditional or not lemmas.isdisjoint(_CONDITION))
            and (not entry.future or not lemmas.isdisjoint(_FUTURE))
        )


# Words that open a sentence with a capital and name nobody.
_COMMON = frozenset(
    "the a an in on at of for with from to by as and but or if when while after before during since until this that "
    "these those there here it he she they we i you his her its their our my your who what which how why where not no "
    "also then now so yet however meanwhile earlier later today yesterday tomorrow asked speaking be have do will".split()
)


def _lone_runs(names: set[int], sided: Mapping[int, str]) -> int:
    """How many runs of capitalised words stand apart from the name of any side."""
    runs = 0
    for index in sorted(names):
        if index - 1 in names or index - 1 in sided:
            continue
        end = index
        while end in names:
            end += 1
        runs += end not in sided
    return runs


def _by_lemma(lexicon: Lexicon) -> Mapping[str, Sequence[tuple[bool, Trigger]]]:
    found: dict[str, list[tuple[bool, Trigger]]] = {}
    for noun, table in ((False, lexicon.verbs), (True, lexicon.nouns)):
        for lemma, entries in table.items():
            found.setdefault(lemma, []).extend((noun, entry) for entry in entries)
    return found


def _may_go_on(idiom: str, lemma: str, text: str) -> bool:
    first, _, rest = idiom.partition(" ")
    return first == lemma and f" {rest.removeprefix('* ')} ".rstrip(" ") in f" {text}"


def _may_give(sight: _Sight) -> bool:
    """Whether a sentence has goods or any figure: a gift has either."""
    told = not GOODS.isdisjoint(sight.lemmas) or not GOODS.isdisjoint(sight.forms)
    return told or FIGURE.search(sight.text) is not None


def _introducing(sentences: Sequence[Sentence], sights: Sequence[_Sight], matter: set[int]) -> Iterator[int]:
    """What those that matter point back to: the sentence before a pronoun, and who is introduced elsewhere by name.

    And what goes on with one that matters: "And prevent …", "Topics included …".
    """
    named = frozenset().union(*(sights[index].strangers for index in matter))
    speaking = {word.casefold() for index in matter for word in _label(sights[index])}
    speaking -= {word.casefold() for word in named if not word.isupper()}  # who is named where it matters
    for sentence, sight in zip(sentences, sights, strict=True):
        following = sentence.index + 1
        pointed = following in matter and _points_back(sights[following])
        pointed = pointed or (sight.words[-1:] == (":",) and _quotes(sights, sentence.index, matter))
        introduces = sight.is_titled and not sight.strangers.isdisjoint(named)
        introduces = introduces or any(
            word.casefold() in speaking for word in sight.strangers if not word.isupper()
        )
        goes_on = sentence.index - 1 in matter and (
            not _GOING_ON.isdisjoint(word.lower() for word in sight.words[:_OPENING])
            or not AGENDA_WORDS.isdisjoint(sight.lemmas)
        )
        if (sight.sides and (pointed or introduces)) or goes_on:
            yield sentence.index


def _quotes(sights: Sequence[_Sight], index: int, matter: set[int]) -> bool:
    """ "Secretary X said:" before paragraphs of which one matters that says "we"."""
    return any(
        at in matter and not _OWN.isdisjoint(sights[at].forms) for at in range(index + 1, index + _RECALLED)
    )


_OWN = frozenset("we i our us my".split())


def _label(sight: _Sight) -> tuple[str, ...]:
    """The last word of who speaks in a transcript's paragraph: "RANKING MEMBER McCAUL: …"."""
    start = sight.words[:_LABEL]
    end = start.index(":") if ":" in start else 0
    return start[end - 1 : end] if end and start[end - 1][:1].isupper() else ()


def _points_back(sight: _Sight) -> bool:
    """Whether a sentence opens with somebody told before it."""
    return sight.opens_with_it or any(word.lower() in _POINTING for word in sight.words[:_OPENING])
