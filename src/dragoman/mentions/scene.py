"""Scene: the country where a story has arrived, so that hosts and guests can be told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.home import Home
from dragoman.mentions.phrases import Sight

_AT = frozenset({"in", "to", "at"})
_INVITING = ("invite", "invitation")
# How many places back one looks for one that lies in a known country, and how many sentences.
_REACH, _SENTENCES = 3, 6


@dataclass(slots=True)
class Scene:
    """The last places something was said to happen at; before any, where the page is told from."""

    kb: KnowledgeBase
    home: Home | None
    grounds: list[tuple[int, str]] = field(default_factory=list)
    now: int = 0

    def move(self, sight: Sight, source: str) -> None:
        """Take in the places of a finished sentence: "arrived in Abuja", "talks in Geneva"."""
        self.now = sight.sentence.index
        words = [token.lemma.lower() for token in sight.sentence.tokens]
        invited = min((words.index(word) for word in _INVITING if word in words), default=len(words))
        for phrase in sight.of("LOC", "country", "metonym"):
            if phrase.first > invited:
                return  # where somebody is asked to come the story has not gone
            before = sight.word(phrase.first - 1)
            there = before in _AT or (before == "the" and sight.word(phrase.first - 2) in _AT)
            if (
                there
                and not _is_of_another_time(sight, phrase.first)
                and not _is_promised(sight, phrase.first)
            ):
                self.grounds.append((self.now, sight.text(phrase.first, phrase.last, source)))

    def is_fresh(self, sentences: int) -> bool:
        """Whether a place was named in the last few sentences."""
        return any(self.now - at < sentences for at, _ in self.grounds[-1:])

    def country(self) -> str | None:
        """The country of the scene; looked up only when somebody asks."""
        near = [name for at, name in self.grounds[-_REACH:] if self.now - at < _SENTENCES]
        for name in reversed(near):
            country = self.kb.find_country(name)
            place = None if country is not None else self.kb.resolve_place(name)
            iso3 = country.iso3 if country is not None else place.country if place is not None else None
            if iso3 is not None:
                return iso3
        return self.home.country if self.home is not None else None


_OTHER_TIMES = frozenset({"earlier", "previous", "last", "past", "next", "upcoming", "coming", "first"})


def _is_of_another_time(sight: Sight, index: int) -> bool:
    """Whether a place belongs to what was or will be: "an earlier round in Luanda"."""
    tokens = sight.sentence.tokens
    noun = tokens[index].head
    return tokens[index].dep == "nmod" and any(
        token.head == noun and token.text.lower() in _OTHER_TIMES for token in tokens
    )


_REPORTING = frozenset({"say", "report", "announce", "confirm", "add", "write", "state"})
_HOPS = 12


def _is_promised(sight: Sight, index: int) -> bool:
    """Whether a place stands in what somebody is told to assure or want, where nobody has arrived."""
    tokens = sight.sentence.tokens
    for _ in range(_HOPS):
        above = tokens[index].head
        if above < 0:
            return False
        if tokens[index].dep == "ccomp" and tokens[above].lemma.lower() not in _REPORTING:
            return True
        index = above
    return False
