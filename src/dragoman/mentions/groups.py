"""Groups: several told before and pointed at together: "the two ministers", "both countries", "the visiting leaders".

And "the delegation", and "leaders" or "members" of a body that was told to meet.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import Offices, mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.salience import is_place, tellings_in
from dragoman.mentions.scene import Scene
from dragoman.mentions.story import Story, couples_in, faced_by, sides_of

GROUP_HEADS = frozenset(
    "leaders sides ministers countries officials presidents diplomats parties nations governments men "
    "women principals counterparts delegations secretaries states statesmen pair duo trio neighbours neighbors "
    "capitals allies foes rivals negotiators envoys premiers chancellors authorities parliaments armies "
    "militaries".split()
)
_COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
_GROUP_WORDS = frozenset({"two", "three", "four", "both", "these", "those"})
_HEADED = frozenset({"delegation", "delegations", "state", "government"})
_NUMBERS = frozenset({"two", "three", "four"})
_OF_TWO = {"former": 0, "latter": 1}
_STATES = frozenset(
    "countries nations states governments sides parties capitals neighbours neighbors allies foes rivals authorities "
    "delegations armies parliaments militaries participants".split()
)
_WITH_A_COUNTRY = frozenset(
    "countries nations neighbours neighbors capitals governments premiers presidents".split()
)
# Nouns that point at a group told before without any number, and what may stand between them and "the".
_BARE = frozenset("parties neighbours neighbors pair duo trio sides delegations participants".split())
_PEOPLE = frozenset("ministers leaders presidents premiers diplomats envoys officials guests".split())
_UNCOUNTED = _BARE | _PEOPLE
_VISITING = frozenset({"visiting", "guest"})
_OPPOSED = frozenset(
    {"warring", "rival", "opposing", "negotiating", "neighbouring", "neighboring", "feuding"}
)
_HEADS = frozenset({"head-of-state", "head-of-government", "supreme-leader", "secretary-general"})
_OFFICES = frozenset({"ministers", "presidents"})
_RECENT = 6  # groups
# Those who meet as a body.
_MEMBERS = frozenset({"leaders", "ministers", "members", "heads", "delegates", "envoys"})
_FIELDS = frozenset("foreign defence defense finance interior prime".split())
_RANKS = frozenset({"vice", "deputy"})
_COUPLED = frozenset({"allies", "partners"})
_STATES_OF = frozenset({"states", "countries", "nations"})
_DECIDING = frozenset(
    "accept adopt agree approve ask call condemn decide demand endorse give grant impose lift order pledge reject suspend "
    "threaten urge warn welcome denounce back readmit expel invite set extend".split()
)


class Groups:
    """Reads the groups of one article."""

    def __init__(self, kb: KnowledgeBase, story: Story, offices: Offices, scene: Scene) -> None:
        self.kb, self.story, self.offices, self.scene = kb, story, offices, scene

    def read(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """The group whose head noun is token ``index``."""
        word = sight.word(index)
        if word in _NUMBERS and sight.word(index - 1) in {"the", "all"} and stands_alone(sight, index):
            return self._counted(sight, index - 1, index, before)
        if word in _OF_TWO and sight.word(index - 1) == "the" and stands_alone(sight, index):
            return self._one_of_two(sight, index, before)
        if word == "delegation" and sight.word(index - 1) == "the":
            return self._delegation(sight, index)
        if word == "heads" and sight.word(index + 1) == "of" and sight.word(index + 2) in _HEADED:
            start = group_start(sight, index)
            told = self._counted(sight, start, index, before) if start is not None else None
            if told is not None:
                return replace(told, last=index + 3, span=sight.span(told.first, index + 3))
        if word in GROUP_HEADS and (start := group_start(sight, index)) is not None:
            return self._counted(sight, start, index, before)
        if word == "summit" and sight.word(index - 1) == "the":
            return self._summit(sight, index)
        if word in _MEMBERS and (members := self._members(sight, index, before)) is not None:
            return members
        if word == "heads" and sight.word(index + 1) == "of" and sight.word(index - 1) == "the":
            return self._heads(sight, index, before)
        return self._bare(sight, index, before) if word in _UNCOUNTED else None

    def _counted(self, sight: Sight, start: int, index: int, before: list[Mention]) -> Mention | None:
        """ "the two leaders", "both countries", "these three nations"."""
        word = sight.word(index)
        opening = (sight.word(start), sight.word(start + 1), word)
        count = next((_COUNTS[word] for word in opening if word in _COUNTS), 0)
        faced = faced_by(sight, index, before)
        chosen = self._beside(sight, start, index, count, faced, before) or self.last(word, count, faced)
        listed = () if _takes_part(self.story.listed, faced) else self.story.listed
        if word in _COUPLED and count == 2 and self.story.couples:
            chosen = self.story.couples[-1]
        these = word in _STATES and "these" in {sight.word(i) for i in range(start, index)}
        if (these and listed) or (not chosen and count == len(listed) > 0 and word in _STATES):
            chosen = listed
        if word not in {*_STATES, "two"} and count == 2 and not chosen:
            chosen = self._last_pair(faced, word)
        if not chosen and count == 2:
            chosen = self._only_two(faced) or self._last_couple(word, faced)
        if not chosen or (count and len(chosen) != count):
            return None
        chosen = self._fitting(word, chosen, faced)
        if word == "ministers" and not any(_may_be_minister(actor) for actor in chosen):
            return None
        return mention_of(sight, start, index + 1, chosen, "group")

    def _beside(
        self, sight: Sight, start: int, index: int, count: int, faced: list[Actor], before: list[Mention]
    ) -> tuple[Actor, ...]:
        """ "X met Y at the palace, where the pair agreed": the two people, or states, named in the sentence itself."""
        word = sight.word(index)
        people = [a for m in before if m.last <= start for a in m.actors if a.kind is MentionKind.PERSON]
        sides = tuple(a for a in sides_of(list(dict.fromkeys(people))) if not _takes_part((a,), faced))
        told = count == 2 and len(sides) == 2 and all(actor.country for actor in sides)
        part = sight.sentence.tokens[index].dep
        if told or count != 2 or word not in _STATES or not part.startswith(("nsubj", "nmod")):
            return sides if told else ()
        earlier = [mention for mention in before if mention.last <= start]
        couples = couples_in(sight, earlier)
        if couples and not _takes_part(couples[-1], faced):
            return couples[-1]
        return _only_sides(sight, start, earlier, faced)

    def _one_of_two(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the former", "the latter": of the two of one sort named in this sentence or the last."""
        now = [actor for mention in before if mention.last <= index for actor in mention.actors]
        last = [t.actor for t in self.story.told.tellings if t.sentence == self.story.spoken_at]
        brought = list(self.story.group) if self.story.group_at == self.story.spoken_at else []
        for actors in (now, last, brought):
            for kind in (MentionKind.PERSON, MentionKind.GOVERNMENT):
                sort = tuple({actor.key: actor for actor in actors if actor.kind is kind}.values())
                if len(sort) == 2:
                    chosen = sort[_OF_TWO[sight.word(index)]]
                    return mention_of(sight, index - 1, index + 1, (chosen,), "one of two")
        return None

    def last(self, word: str, count: int, faced: list[Actor]) -> tuple[Actor, ...]:
        """The last sides told together that fit the noun, the number and whom they face in the clause."""
        recent = self.story.groups if count > 2 else self.story.groups[-_RECENT:]
        for _, sides in reversed([(-1, self.story.joint), *recent]):
            if word in _WITH_A_COUNTRY and not all(actor.country for actor in sides):
                continue
            if _takes_part(sides, faced):
                rest = tuple(a for a in sides if not any(_is_same_side(a, other) for other in faced))
                if len(rest) < 2 or (count and len(rest) != count):
                    continue
                sides = rest
            fitting = tuple(actor for actor in sides if _is_called(actor, word))
            if len(fitting) >= 2 and (not count or len(fitting) == count):
                return fitting
            if (not count or len(sides) == count) and not (word in _OFFICES and fitting != sides):
                return sides
        return ()

    def _fitting(self, word: str, chosen: tuple[Actor, ...], faced: list[Actor]) -> tuple[Actor, ...]:
        """People, where the noun says that people are meant."""
        if word in _STATES or all(actor.kind is MentionKind.PERSON for actor in chosen):
            return chosen
        people = tuple(actor for actor in chosen if actor.kind is MentionKind.PERSON)
        people = people if len(people) >= 2 else self._last_pair(faced, word)
        return chosen if len(people) < 2 else people

    def _last_couple(self, word: str, faced: list[Actor]) -> tuple[Actor, ...]:
        """The last two states or armed groups named in one breath."""
        couples = [couple for couple in self.story.couples if not _takes_part(couple, faced)]
        return couples[-1] if couples and word in _STATES else ()

    def _only_two(self, faced: list[Actor]) -> tuple[Actor, ...]:
        """The two sides of an article that has told of no third; not those of whom one urges "both sides" on."""
        sides = sides_of([*self.story.people, *self.story.states])
        own = _takes_part(sides, faced)
        return sides if len(sides) == 2 and not own and all(actor.country for actor in sides) else ()

    def _last_pair(self, faced: list[Actor], word: str = "") -> tuple[Actor, ...]:
        """The last two people of different countries the article told of, two ministers for "the two ministers"."""
        pair: dict[str, Actor] = {}
        for actor in reversed(self.story.people):
            if word == "ministers" and not _is_called(actor, word):
                continue
            if actor.country is not None and not any(_is_same_side(actor, other) for other in faced):
                pair.setdefault(actor.country, actor)
            if len(pair) == 2:
                return tuple(reversed(pair.values()))
        return ()

    def _bare(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the parties", "the visiting ministers", "the leaders": those whom one sentence brought together."""
        word = sight.word(index)
        start, manner = index - 1, ""
        if sight.word(start) in _VISITING | _OPPOSED:
            start, manner = start - 1, sight.word(start)
        while word in _PEOPLE and sight.word(start) in _FIELDS | _RANKS:
            start -= 1
        if sight.word(start) != "the" or sight.word(index + 1) in {"of", "from"} or _is_owned(sight, index):
            return None
        count, faced = _COUNTS.get(word, 0), faced_by(sight, index, before)
        chosen = self._fitting(word, self.last(word, count, faced), faced)
        if manner in _VISITING and chosen:
            scene = self.scene.country()
            chosen = tuple(actor for actor in chosen if scene is None or actor.country != scene)
            return mention_of(sight, start, index + 1, chosen, "group") if chosen else None
        if len(chosen) < 2 or (count and len(chosen) != count):
            return None
        return mention_of(sight, start, index + 1, chosen, "group")

    def _heads(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "The heads of state also congratulated each other": the two leaders told of before."""
        if sight.word(index + 2) not in _HEADED or sight.word(index + 3) in {"of", "from", "and", "or", "to"}:
            return None
        faced = faced_by(sight, index, before)
        chosen = self._fitting("leaders", self.last("leaders", 2, faced), faced)
        chosen = tuple(actor for actor in chosen if actor.role in _HEADS or actor.office_role in _HEADS)
        return mention_of(sight, index - 1, index + 3, chosen, "group") if len(chosen) > 1 else None

    def _members(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "leaders rejected …", "the ministers", "its members": of the body that was told to meet."""
        word = sight.word(index)
        start = index
        if word == "heads" and sight.word(index + 1) != "of":
            return None
        following = sight.word(index + 1)
        if sight.word(start - 1) in _FIELDS and word == "ministers":
            start -= 1
        named = sight.word(start - 1) in {"the", "its"}
        bare = start == 0 or sight.word(start - 1) in {",", "and", "but", ";", ":"}
        if not (named or bare) or (following in {"of", "from"} and word != "heads"):
            return None
        last = index + 1
        if word == "heads":
            while sight.word(last) in {"of", "state", "and", "government"}:
                last += 1
        elif following in _STATES_OF:
            last += 1
        if not _acts(sight, last - 1 if word != "heads" else index, last):
            return None
        loose = word == "members"
        earlier = [m for m in before if m.last <= start]
        beside = {actor.key for m in earlier if m.is_subject or start == m.last + 1 for actor in m.actors}
        body = self.story.told.pick(
            sight.sentence.index,
            lambda actor: self.story.meets(actor, loose=loose or actor.key in beside),
            now=tellings_in(sight.sentence, earlier),
        ) or (self.story.only_assembly() if named else None)
        if body is None or self._told_later(body):
            return None
        return replace(mention_of(sight, start - named, last, (body,), "members of a body"), plural=True)

    def _summit(self, sight: Sight, index: int) -> Mention | None:
        """ "the summit lifted sanctions": the body that met, where the verb is one of deciding."""
        token = sight.sentence.tokens[index]
        verb = sight.sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        if token.dep != "nsubj" or verb not in _DECIDING:
            return None
        body = self.story.told.pick(sight.sentence.index, lambda actor: self.story.meets(actor, loose=False))
        return mention_of(sight, index - 1, index + 1, (body,), "members of a body") if body else None

    def _told_later(self, body: Actor) -> bool:
        """Whether a pair of people was brought together after the body was last told to meet."""
        people = [actor for actor in self.story.group if actor.kind is MentionKind.PERSON]
        return len(people) >= 2 and self.story.group_at > self.story.assemblies.get(body.key, -1)

    def _delegation(self, sight: Sight, index: int) -> Mention | None:
        """ "the delegation": the one told of before."""
        sent = self.story.delegation
        if not sent or sight.word(index + 1) in {"of", "from", "led", "headed"}:
            return None
        return mention_of(sight, index - 1, index + 1, sent, "group")


def _only_sides(sight: Sight, start: int, earlier: list[Mention], faced: list[Actor]) -> tuple[Actor, ...]:
    """ "P gave Q a loan, and the two governments signed …": the only two sides of the clause before."""
    told = [mention for mention in earlier if not is_place(sight.sentence, mention)]
    sides = sides_of(list(dict.fromkeys(actor for mention in told for actor in mention.actors)))
    fits = sight.word(start - 1) == "and" and len(sides) == 2 and all(actor.country for actor in sides)
    return sides if fits and not _takes_part(sides, faced) else ()


def _takes_part(sides: tuple[Actor, ...], faced: list[Actor]) -> bool:
    """Whether one of the sides faces them all in the clause."""
    return any(_is_same_side(actor, other) for actor in sides for other in faced)


def _is_same_side(actor: Actor, other: Actor) -> bool:
    return actor.key == other.key or (actor.country is not None and actor.country == other.country)


def _may_be_minister(actor: Actor) -> bool:
    return actor.kind is not MentionKind.PERSON or _is_called(actor, "ministers")


def _is_called(actor: Actor, word: str) -> bool:
    """Whether a noun fits somebody's office: who is no minister is none of "the ministers"; of states one cannot tell."""
    role = actor.role or ""
    if word not in {*_OFFICES, "leaders"} or actor.kind is not MentionKind.PERSON:
        return word != "leaders"
    if word == "ministers":
        titles = f"{actor.title.text if actor.title else ''} {actor.office_title or ''}".casefold()
        return not role or role.endswith("minister") or "minister" in titles or role == "head-of-government"
    return not role or role in (_HEADS if word == "leaders" else {"head-of-state"})


def _acts(sight: Sight, head: int, last: int) -> bool:
    """Whether a noun is a subject, or opens the sentence before a verb that the parser hung elsewhere."""
    tokens = sight.sentence.tokens
    if tokens[head].dep.startswith("nsubj"):
        return True
    while last < len(tokens) and tokens[last].pos in {"ADV", "AUX"}:
        last += 1
    return (
        tokens[head].dep == "nmod:desc" and last < len(tokens) and tokens[last].tag in {"VBD", "VBZ", "VBP"}
    )


def _is_owned(sight: Sight, index: int) -> bool:
    return sight.word(index + 1) in {"'s", "’s"} and not sight.sentence.tokens[index].dep.startswith("nmod")


def group_start(sight: Sight, index: int) -> int | None:
    """Where "the two (…) leaders" starts, or ``None`` if no group word stands before the head."""
    position = index - 1
    while position >= 0 and index - position <= 4:
        word = sight.word(position)
        if word in _GROUP_WORDS:
            return position - 1 if sight.word(position - 1) == "the" else position
        if sight.sentence.tokens[position].pos not in {"ADJ", "NOUN", "PROPN", "DET", "ADP"}:
            return None
        position -= 1
    return None


def stands_alone(sight: Sight, index: int) -> bool:
    """ "The two will meet again": a number that is itself the subject or object."""
    return sight.sentence.tokens[index].dep.startswith(("nsubj", "obj", "obl"))
