"""Gate: which sentences can matter, told from their words alone, so that only they go through the network.

Every sentence gets a score: what its words weigh, the kinds of the lexicon's entries for them, the kinds of the names in
it, how many sides it names, and its place. To that is added what its page says: its best scores, and how many countries and
organisations it names. The weights are in ``gate.toml``, learned by ``python -m tools.gate`` from pages read whole.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul

from dragoman.engagements.lexicon import Lexicon
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document, Sentence
from dragoman.mentions.addressees import YOU
from dragoman.mentions.turns import ASKING

SHORT = 10
"""A page of at most so many sentences is read whole: there is little to save, and each may count."""

_SIDES = frozenset(
    {"country", "demonym", "organization", "armed_group", "metonym", "conference", "office_title", "region"}
)
_SEVERAL, _CAPITALS, _PLACES = 3, 6, 6  # from so many on, sides, capitals and places are as good as more
_WORDS_OF_A_LENGTH, _LENGTHS = 5, 9
_BEST = 5  # the sentences of a page that say what it is about
_REMEMBERED = 1 << 15  # words of which the features are kept


@dataclass(frozen=True, slots=True)
class GateWeights:
    """What every feature of a sentence weighs, what its page does, and the score from which a sentence can matter."""

    features: Mapping[str, float]
    page: tuple[float, ...]
    threshold: float


@cache
def shipped_gate() -> GateWeights:
    """The table of the package."""
    table = tomllib.loads(files("dragoman.engagements").joinpath("gate.toml").read_text("utf-8"))
    return GateWeights(table["features"], tuple(table["page"].values()), table["threshold"])


class Gate:
    """Tells the sentences of documents that can matter."""

    def __init__(
        self,
        weights: GateWeights,
        lexicon: Lexicon,
        kb: KnowledgeBase,
        lemmas: Callable[[str], frozenset[str]],
    ) -> None:
        """Args: what was learned; the triggers; the tables; every dictionary form that a word may have."""
        self._weights, self._lexicon, self._lemmas = weights, lexicon, lemmas
        self._kb, self._gazetteer = kb, kb.gazetteer()
        self._of_word = lru_cache(maxsize=_REMEMBERED)(self._features_of_word)
        self._side_of = lru_cache(maxsize=_REMEMBERED)(self._side)

    def sentences(self, doc: Document) -> frozenset[int]:
        """The indexes of the sentences of ``doc`` that can matter."""
        if len(doc.sentences) <= SHORT:
            return frozenset(range(len(doc.sentences)))
        weights, weighed, sides = self._weights.features, list[float](), set[str]()
        for sentence in doc.sentences:
            features, named = self.see(sentence)
            weighed.append(math.fsum(map(weights.__getitem__, features & weights.keys())))
            sides |= named
        return _spoken(doc.sentences, self._of_word) | frozenset(
            index
            for index, row in enumerate(page_features(weighed, len(sides)))
            if math.fsum(map(mul, row, self._weights.page)) >= self._weights.threshold
        )

    def see(self, sentence: Sentence) -> tuple[frozenset[str], frozenset[str]]:
        """The features of a sentence, with a capital where they are no words, and the countries and bodies that it names."""
        words = tuple(token.text for token in sentence.tokens)
        found = set[str]().union(*map(self._of_word, words))
        sides: set[str] = set()
        for first, last, kinds in self._gazetteer.match_phrases(words):
            if _SIDES.isdisjoint(kinds):
                continue
            found.update(map(str.capitalize, kinds))
            if side := self._side_of(" ".join(words[first : last + 1])):
                sides.add(side)
        capitals = sum(word[:1].isupper() for word in words[1:])
        found.add(f"Block {sentence.block.value}")
        found.add(f"Sides {min(len(sides), _SEVERAL)}")
        found.add(f"Capitals {min(capitals, _CAPITALS)}")
        found.add(f"Place {min(sentence.index, _PLACES)}")
        found.add(f"Length {min(len(words) // _WORDS_OF_A_LENGTH, _LENGTHS)}")
        return frozenset(found), frozenset(sides)

    def _features_of_word(self, word: str) -> frozenset[str]:
        """What a word may be a form of, and what the lexicon says that this tells: "thank", "Verb appreciation"."""
        lemmas = self._lemmas(word)
        tables = (("Verb", self._lexicon.verbs), ("Noun", self._lexicon.nouns))
        return lemmas | {
            f"{part} {entry.kind}"
            for part, table in tables
            for lemma in lemmas
            for entry in table.get(lemma, ())
        }

    def _side(self, phrase: str) -> str:
        """The country or organisation a phrase of the tables stands for; empty for an office and the like."""
        kb = self._kb
        if (country := kb.find_country(phrase) or kb.metonym_country(phrase)) is not None:
            return country.iso3
        if nations := kb.demonym_countries(phrase):
            return nations[0].iso3
        organization = kb.find_organization(phrase)
        return "" if organization is None else organization.country or organization.org_id


PAGE = ("bias", "own", "best", "mean", "sides", "length")
"""What ``page_features`` gives for every sentence."""


def page_features(scores: Sequence[float], sides: int) -> list[tuple[float, ...]]:
    """What counts of a page for each of its sentences, by the scores of all of them and the sides that they name."""
    count, ranked = len(scores), sorted(scores, reverse=True)[:_BEST]
    best, mean = math.fsum(ranked) / len(ranked), math.fsum(scores) / count
    page = (best, mean, float(min(sides, _SEVERAL)), 1 / count)
    return [(1.0, score, *page) for score in scores]


_LABEL = 8  # the words within which a paragraph of a transcript says who speaks
_TOLD = frozenset({"Verb statement", "Verb demand", "Noun statement"})


def _spoken(sentences: Sequence[Sentence], features_of: Callable[[str], frozenset[str]]) -> frozenset[int]:
    """Of a transcript where each speaker first has a turn, and what they tell each other ("you"); else nothing."""
    labels: dict[str, int] = {}
    for sentence in sentences:
        start = [token.text for token in sentence.tokens[:_LABEL]]
        label = start[start.index(":") - 1] if ":" in start[1:] else ""
        if label[:1].isupper() and label.casefold() not in ASKING:
            labels.setdefault(label.casefold(), sentence.index)
    if len(labels) < 2:
        return frozenset()
    told = {
        sentence.index
        for sentence in sentences
        if any(token.text.lower() in YOU for token in sentence.tokens)
        and any(not _TOLD.isdisjoint(features_of(token.text)) for token in sentence.tokens)
    }
    return frozenset(told | set(labels.values())) if told else frozenset()
