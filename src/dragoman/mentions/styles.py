"""Styles: people told again by how they are addressed or by their office's initials: "His Excellency", "the PS".

On a page of one country both host and guest may be Excellencies; the bare style is the host's, whose page it is.
"""

from __future__ import annotations

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.story import Story

_STYLES = frozenset({"excellency", "highness", "majesty", "eminence", "holiness", "honour", "honor"})
_SHORT = {"h.e.": "excellency", "he": "excellency", "hrh": "highness", "hh": "highness", "hm": "majesty"}
# How much likelier the page's own official is meant than a guest (tried from 1.5 to 3).
_AT_HOME = 2.0
_SHORTEST, _LONGEST = 2, 4  # initials


class Styles:
    """Who has been told with which style in one article."""

    def __init__(self, story: Story, home: str | None) -> None:
        self.story, self.home = story, home
        self.bearers: dict[str, dict[str, Actor]] = {}

    def note(self, sight: Sight, mentions: list[Mention]) -> None:
        """Take in the people of a sentence that are named with a style."""
        for mention in mentions:
            if len(mention.actors) != 1 or mention.actors[0].kind is not MentionKind.PERSON:
                continue
            for index in range(mention.first, mention.last):
                word = sight.word(index)
                text = sight.sentence.tokens[index].text
                style = _SHORT.get(word) if text.isupper() or "." in text else word
                if style in _STYLES:
                    self.bearers.setdefault(style, {})[mention.actors[0].key] = mention.actors[0]

    def read(self, sight: Sight, index: int) -> Mention | None:
        """Who "His Excellency" or "the PS" is whose first word is token ``index``."""
        word = sight.word(index)
        if word in {"his", "her"}:
            if not is_style(sight, index):
                return None
            last = _style_at(sight, index)
            bearer = self._chosen(sight, self.bearers.get(sight.word(last), {}))
            return mention_of(sight, index, last + 1, (bearer,), "style") if bearer is not None else None
        text = sight.sentence.tokens[index].text
        if not (_SHORTEST <= len(text) <= _LONGEST and text.isupper()) or sight.word(index - 1) != "the":
            return None
        titled = {actor.key: actor for actor in self.story.people if _initials(actor).startswith(text)}
        holder = self._chosen(sight, titled)
        return mention_of(sight, index - 1, index + 1, (holder,), "initials") if holder is not None else None

    def _chosen(self, sight: Sight, bearers: dict[str, Actor]) -> Actor | None:
        """The likeliest of those; of those told of long ago the only one, or the only one at home."""
        found = self.story.told.pick(
            sight.sentence.index,
            lambda actor: actor.key in bearers,
            liking=lambda actor: _AT_HOME if actor.country == self.home else 1.0,
        )
        if found is not None or not bearers:
            return found
        own = [actor for actor in bearers.values() if actor.country == self.home] or list(bearers.values())
        return own[0] if len(own) == 1 else None


def is_style(sight: Sight, index: int) -> bool:
    """Whether "his" or "her" at token ``index`` begins a style: no pronoun."""
    if sight.word(index) not in {"his", "her"}:
        return False
    last = _style_at(sight, index)
    return sight.word(last) in _STYLES and sight.sentence.tokens[last].text[:1].isupper()


def is_title_of(sight: Sight, index: int, mentions: list[Mention]) -> bool:
    """Whether the style belongs to who is named right behind it ("His Highness the Crown Prince Sheikh NAME")."""
    start = _style_at(sight, index) + 1
    name = start + (sight.word(start) == "the")
    return any(start <= mention.first <= name for mention in mentions)


def _style_at(sight: Sight, index: int) -> int:
    return index + 1 + (sight.word(index + 1) == "royal")


def _initials(actor: Actor) -> str:
    title = actor.title.text if actor.title is not None else actor.office_title or ""
    return "".join(word[0] for word in title.replace("-", " ").split() if word[:1].isupper())
