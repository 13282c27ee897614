"""Hosts and guests: "the hosts", "his guest", "the visiting premier", told by where they are instead of by name."""

from __future__ import annotations

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import Offices, mention_of
from dragoman.mentions.phrases import Sight, is_of_something
from dragoman.mentions.scene import Scene
from dragoman.mentions.story import Story, stands_as_subject

_GUESTS = frozenset("guest visitor politician statesman diplomat veteran dignitary".split())
# Whom "visiting" before them makes a guest.
_TITLES = frozenset(
    "premier leader official president chancellor minister envoy king monarch emir statesman diplomat".split()
)
_HOSTS = frozenset({"host", "hosts"})
_HEADS = _GUESTS | _HOSTS | _TITLES
_NEAR = 2  # sentences since the place was named where "his hosts" are at home
_HIS = frozenset({"his", "her"})


class Hosts:
    """Reads the hosts and guests of one article."""

    def __init__(self, kb: KnowledgeBase, story: Story, offices: Offices, scene: Scene) -> None:
        self.kb, self.story, self.offices, self.scene = kb, story, offices, scene

    def read(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """Who the host or guest is whose head noun is token ``index``."""
        word = sight.word(index)
        if word not in _HEADS or not _stands_alone(sight, index):
            return None
        opening = sight.word(index - 1)
        if word in _HOSTS:
            return self._host(sight, index, before) if opening in _HIS | {"the"} else None
        if word in _TITLES and opening == "visiting":
            return self._visitor(sight, index, 2, before) if sight.word(index - 2) == "the" else None
        if word not in _GUESTS:
            return None
        if opening in _HIS and word in {"guest", "visitor"}:
            return self._visitor(sight, index, 1, before)
        return self._guest(sight, index, before)

    def _guest(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the Lao guest": the last person of that country; "the guest": the one who is not at home."""
        nation = sight.ending(index, "demonym", "NORP", "country", "LOC")
        belonging = self.offices.belonging(sight, nation) if nation is not None else None
        if nation is not None and belonging is not None:
            people = [actor for m in before for actor in m.actors] + self.story.people
            fitting = [a for a in people if a.kind is MentionKind.PERSON and a.country == belonging.country]
            return mention_of(sight, nation.first, index + 1, (fitting[-1],), "guest") if fitting else None
        if sight.word(index) not in {"guest", "visitor"} or sight.word(index - 1) != "the":
            return None
        return self._visitor(sight, index, 1, before)

    def _visitor(self, sight: Sight, index: int, size: int, before: list[Mention]) -> Mention | None:
        """The person from elsewhere told of most; of "his guest" elsewhere than he."""
        owner = self._owner(sight, index, before) if sight.word(index - size) in _HIS else None
        page = self.scene.home
        here = page.country if page is not None and page.official else self.scene.country()
        home = owner.country if owner is not None else here
        if home is None:
            return None
        guest = self.story.told.pick(sight.sentence.index, lambda actor: is_visitor(actor, home))
        return mention_of(sight, index - size, index + 1, (guest,), "guest") if guest is not None else None

    def _host(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the hosts": the state in whose country the story has arrived; "his host": the person of it told of."""
        scene = self.scene.country()
        if is_of_something(sight, index):
            return None
        own = sight.word(index - 1) in _HIS
        owner = self._owner(sight, index, before) if own else None
        if own and (owner is None or owner.country is None or not self.scene.is_fresh(_NEAR)):
            return None
        away = {owner.country} if owner is not None else _acting(sight, index, before)
        if sight.word(index) == "host" and (host := self._person(sight, scene, away, own)) is not None:
            return mention_of(sight, index - 1, index + 1, (host,), "host")
        if scene is None or scene in away:
            return None
        state = government(self.kb, scene, sight.span(index - 1, index + 1))
        return mention_of(sight, index - 1, index + 1, (state,), "host")

    def _person(self, sight: Sight, scene: str | None, away: set[str | None], own: bool) -> Actor | None:
        """The person of the country told of most; of "his host" the other one whom he was told to be with."""
        people = {a.key: a for a in self.story.people if a.country == scene and a.country not in away}
        if own and not people:
            people = {a.key: a for a in self.story.people if a.country not in {None, *away}}
        told = self.story.told.pick(sight.sentence.index, lambda actor: actor.key in people)
        return told or (next(iter(people.values())) if len(people) == 1 else None)

    def _owner(self, sight: Sight, index: int, before: list[Mention]) -> Actor | None:
        """Whose guest or host it is: who the possessive stands for, else who acts in the sentence, else who did last."""
        earlier = [m for m in before if m.last <= index and len(m.actors) == 1]
        own = next((m for m in earlier if m.first == index - 1), None)
        subjects = [m for m in earlier if stands_as_subject(sight, m)]
        if own is not None:
            return own.actors[0]
        return subjects[-1].actors[0] if subjects else self.story.subject


def _acting(sight: Sight, index: int, before: list[Mention]) -> set[str | None]:
    """The countries of those who act before a token: they are not their own hosts."""
    subjects = [m for m in before if m.last <= index and stands_as_subject(sight, m)]
    return {actor.country for mention in subjects for actor in mention.actors}


def _stands_alone(sight: Sight, index: int) -> bool:
    return sight.sentence.tokens[index].dep.startswith(("nsubj", "obj", "iobj", "obl", "conj"))


def is_visitor(actor: Actor, home: str) -> bool:
    """Whether an actor is a person from elsewhere."""
    return actor.kind is MentionKind.PERSON and actor.country not in {None, home}
