"""Fighters: armed groups told without a name: "the rebels", "Kurdish militants", "rebel forces".

Where an article is about one armed group it names, they are that group; else they are a side of their own, the same
when they are told of again. Rebels of a party bear no arms: the article has to tell of a war.
"""

from __future__ import annotations

import re
from functools import cached_property

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight, is_of_something
from dragoman.mentions.story import Story

_FIGHTERS = frozenset("rebels insurgents guerrillas militants jihadists separatists militiamen".split())
"""Nouns for those who fight for no state."""
_REBELLING = frozenset("rebel insurgent separatist militant guerrilla jihadist".split())
_BANDS = frozenset("forces fighters groups factions gunmen commanders".split())
_ELECTED = frozenset(
    "tory labour conservative party backbench republican democratic democrat parliamentary union student".split()
)
_COUNTED = frozenset("the a an these those some suspected alleged armed other more dead".split())
_WAR = re.compile(
    r"\b(?:troops|soldiers?|army|military|militias?|fighting|fighters|cease-?fire|truce|offensive|shell(?:ed|ing)"
    r"|clash(?:es|ed)|ambush(?:ed)?|gunmen|air ?strikes?|mediat\w+|war|conflict|killed)\b"
)
_REACH = 4  # tokens from the noun to the name behind "of"
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos")


class Fighters:
    """Reads the unnamed armed groups of one article."""

    def __init__(self, source: str, story: Story) -> None:
        self.source, self.story = source, story

    @cached_property
    def _is_of_war(self) -> bool:
        return _WAR.search(self.source) is not None

    def read(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """The group whose noun is token ``index``."""
        token, word = sight.sentence.tokens[index], sight.word(index)
        banded = word in _BANDS and sight.word(index - 1) in _REBELLING
        if not (word in _FIGHTERS or banded) or not token.dep.startswith(_ARGUMENTS) or not self._is_of_war:
            return None
        is_team = token.text[:1].isupper() and index > 0 and token.tag.startswith("NNP")
        if is_team or _are_of_group(sight, index, before):
            return None
        start = _start(sight, index, {i for m in before for i in range(m.first, m.last)})
        words = [sight.word(at) for at in range(start, index + 1)]
        if not _ELECTED.isdisjoint(words):
            return None
        own_name = any(t.text[:1].isupper() for t in sight.sentence.tokens[max(start, 1) : index])
        group = self._known(words, named=own_name) or _unnamed(sight, start, index, self.source)
        return mention_of(sight, start, index + 1, (group,), "fighters")

    def _known(self, words: list[str], *, named: bool) -> Actor | None:
        """The group that the article is about, unless they have a name of their own; else the one so called before."""
        if self.story.fighters is not None and not named:
            return self.story.fighters
        groups = list({actor.key: actor for actor in self.story.armed}.values())
        if len(groups) == 1 and len(words) == 1:
            return groups[0]
        called = " ".join(words)
        return next((actor for actor in groups if actor.label.casefold() == called), None)


def _are_of_group(sight: Sight, index: int, mentions: list[Mention]) -> bool:
    """ "rebels of the M23" have a name."""
    behind = range(index + 1, index + _REACH)
    return is_of_something(sight, index) and any(
        m.first in behind and m.actors[0].kind is MentionKind.ARMED_GROUP for m in mentions
    )


def _start(sight: Sight, index: int, taken: set[int]) -> int:
    """Where the words begin that say what fighters they are."""
    start = index
    while start > 0 and start - 1 not in taken and sight.word(start - 1) not in _COUNTED:
        if sight.sentence.tokens[start - 1].pos not in {"ADJ", "NOUN", "PROPN"}:
            break
        start -= 1
    return start


def _unnamed(sight: Sight, start: int, index: int, source: str) -> Actor:
    span = sight.span(start, index + 1)
    label = " ".join(sight.text(start, index + 1, source).split())
    return Actor(MentionKind.ARMED_GROUP, label, None, None, None, None, named_at=(span,), confidence=0.7)
