"""Coreference: "he", "the Secretary", "his counterpart", "the two leaders", "these countries", "we".

Walks the article once, sentence by sentence, with the actors met so far. An expression that fits no actor, or more than
one equally well, stays unresolved: a wrong person is worse than none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.bodies import read_administration, read_body_again
from dragoman.mentions.counterparts import COUNTERPARTS
from dragoman.mentions.governments import SIDE_RULE, read_body
from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.offices import Offices, mention_of
from dragoman.mentions.phrases import Sight
from dragoman.mentions.short_names import read_short_name
from dragoman.mentions.story import Story, brought_together, head_of, sides_of, stands_as_subject, subject_of
from dragoman.mentions.turns import Speech

_SINGULAR = frozenset({"he", "him", "his", "she", "her"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_LEADERS = frozenset({"leader", "ruler"})
_HEADS = frozenset({"head-of-state", "head-of-government", "supreme-leader"})
_GUESTS = frozenset("guest visitor politician statesman diplomat veteran dignitary".split())
_STATE_PRONOUNS = frozenset({"it", "its"})
_SPEAKER = frozenset({"we", "i", "our", "my", "us", "me"})
_GROUP_HEADS = frozenset(
    "leaders sides ministers countries officials presidents diplomats parties nations governments men "
    "women principals counterparts delegations secretaries states statesmen pair duo neighbours neighbors "
    "capitals allies".split()
)
_COUNTS = {"two": 2, "both": 2, "three": 3}
_GROUP_WORDS = frozenset({"two", "three", "both", "these", "those"})
_STATES = frozenset(
    "countries nations states governments sides parties capitals neighbours neighbors allies".split()
)


class Resolver:
    """Resolves the indirect mentions of one article."""

    def __init__(
        self,
        source: str,
        kb: KnowledgeBase,
        day: dt.date | None,
        people: tuple[Actor, ...],
        speech: Speech,
        named: frozenset[str],
    ) -> None:
        self.source, self.kb, self.speech, self.named = source, kb, speech, named
        self.story = Story()
        self.offices = Offices(source, kb, day, people, self.story)

    def resolve(self, sight: Sight, mentions: list[Mention], blocked: set[int]) -> list[Mention]:
        """The sentence's mentions with the indirect ones added; the story moves on.

        Tokens in ``blocked`` belong to the name of a conference ("the NATO Foreign Ministers' meeting").
        """
        found = [self._leader(sight, mention) for mention in mentions]
        taken = {index for mention in found for index in range(mention.first, mention.last)}
        for phrase in sight.of("OFFICE", "office"):
            if (taken | blocked) & set(range(phrase.first, phrase.last)):
                continue
            mention = self.offices.read(sight, phrase, found)
            if mention is not None:
                found = [other for other in found if not _lies_in(other, mention)] + [mention]
                taken.update(range(mention.first, mention.last))
        for index in range(len(sight.sentence.tokens)):
            if index not in taken and (mention := self._token(sight, index, found)) is not None:
                found.append(mention)
                taken.update(range(mention.first, mention.last))
        found = [replace(mention, is_subject=stands_as_subject(sight, mention)) for mention in found]
        found.sort(key=lambda mention: mention.first)
        self.story.meet(found, subject_of(sight, found), brought_together(sight, found))
        return found

    def _token(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        word = sight.word(index)
        if word in _SINGULAR:
            return self._pronoun(sight, index, before)
        if word in _GUESTS and _stands_alone(sight, index):
            return self._guest(sight, index, before)
        if (body := read_short_name(sight, index, self.kb, self.named)) is not None:
            return body
        if word in _STATE_PRONOUNS and (state := self._state(sight, index, before)) is not None:
            return mention_of(sight, index, index + 1, (state,), "pronoun for a state")
        if word in COUNTERPARTS:
            return self._counterpart(sight, index, before)
        led = read_administration(sight, index, self.offices.kb, self.offices.day)
        if led is not None:
            return mention_of(sight, index - 1, index + 1, (led,), "government by its leader")
        if (again := read_body_again(sight, index, self.story, before, self.offices.kb)) is not None:
            return mention_of(sight, again[0], index + 1, (again[1],), "body again")
        if word in _SPEAKER and (speakers := self._speakers(sight, index)):
            return mention_of(sight, index, index + 1, speakers, "speaker")
        if word in _PLURAL and self._is_pronoun(sight, index):
            group = self._near_group(index, before)
            return mention_of(sight, index, index + 1, group, "plural pronoun") if group else None
        if word == "two" and sight.word(index - 1) == "the" and _stands_alone(sight, index):
            return self._group(sight, index - 1, index)
        if word in _GROUP_HEADS and (start := _group_start(sight, index)) is not None:
            return self._group(sight, start, index)
        return None

    def _leader(self, sight: Sight, mention: Mention) -> Mention:
        """ "the Kenyan leader": the one head of that state or government the article has named."""
        if mention.rule != SIDE_RULE or sight.word(mention.last - 1) not in _LEADERS:
            return mention
        if sight.word(mention.first - 1) in {"a", "an", "any", "another", "former", "ex-"}:
            return mention
        country = mention.actors[0].country
        heads = {
            actor.key: actor
            for actor in self.story.people
            if actor.country == country and actor.office_role in _HEADS
        }
        if len(heads) != 1:
            return mention
        return replace(mention, actors=tuple(heads.values()), rule="leader", plural=False)

    def _is_pronoun(self, sight: Sight, index: int) -> bool:
        """ "both" and "their" before a group noun, and "both A and B", are no pronouns."""
        if sight.word(index + 1) in _GROUP_HEADS:
            return False
        token = sight.sentence.tokens[index]
        return token.text.lower() != "both" or token.dep.startswith(("nsubj", "obj", "obl", "nmod"))

    def _pronoun(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        earlier = [
            m
            for m in before
            if m.last <= index and len(m.actors) == 1 and m.actors[0].kind is MentionKind.PERSON
        ]
        if sight.sentence.tokens[index].dep in {"obj", "iobj", "obl"}:
            return self._object_pronoun(sight, index, earlier)
        if self.story.subject is not None:
            earlier = [
                m for m in earlier if m.actors[0].entity_id is not None or m.actors[0].title is not None
            ]
        subjects = [m for m in earlier if sight.sentence.tokens[head_of(sight, m)].dep.startswith("nsubj")]
        if subjects:
            actor: Actor | None = subjects[-1].actors[0]
        elif len({m.actors[0].key for m in earlier}) == 1:
            actor = earlier[0].actors[0]
        else:
            actor = self.story.subject
        return mention_of(sight, index, index + 1, (actor,), "pronoun") if actor is not None else None

    def _object_pronoun(self, sight: Sight, index: int, earlier: list[Mention]) -> Mention | None:
        """ "received him": somebody else than the clause's own subject."""
        verb = sight.sentence.tokens[index].head
        own = {m.actors[0].key for m in earlier if sight.sentence.tokens[head_of(sight, m)].head == verb}
        others = [m.actors[0] for m in earlier if m.actors[0].key not in own]
        actor = others[-1] if others else self.story.subject
        if actor is None or actor.key in own:
            actor = next((a for a in reversed(self.story.people) if a.key not in own), None)
        return mention_of(sight, index, index + 1, (actor,), "pronoun") if actor is not None else None

    def _speakers(self, sight: Sight, index: int) -> tuple[Actor, ...]:
        """Who "we" and "I" are: inside quotation marks the sentence's speaker, else whose turn or page it is."""
        text = self.source[sight.sentence.span.start : sight.sentence.tokens[index].span.start]
        if sum(text.count(mark) for mark in '"“”') % 2 == 1:
            return (self.story.subject,) if self.story.subject is not None else ()
        return self.speech.at(sight.sentence.span.start)

    def _guest(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the Lao guest": the last person of that country; without a country nobody."""
        nation = sight.ending(index, "demonym", "NORP", "country", "LOC")
        belonging = self.offices.belonging(sight, nation) if nation is not None else None
        if nation is None or belonging is None:
            return None
        people = [actor for m in before for actor in m.actors] + self.story.people
        fitting = [a for a in people if a.kind is MentionKind.PERSON and a.country == belonging.country]
        return mention_of(sight, nation.first, index + 1, (fitting[-1],), "guest") if fitting else None

    def _state(self, sight: Sight, index: int, before: list[Mention]) -> Actor | None:
        """Whom "it" stands for: the state or body that is the subject so far; never where "it" is an empty subject."""
        if sight.word(index + 1) in {"is", "was", "has", "would", "will"} and sight.word(index) == "it":
            following = " ".join(sight.word(index + hop) for hop in range(2, 5))
            if any(
                word in following
                for word in ("that", "important", "necessary", "clear", "time", "been", "likely")
            ):
                return None
        earlier = [
            m
            for m in before
            if m.last <= index
            and len(m.actors) == 1
            and m.actors[0].kind is not MentionKind.PERSON
            and sight.sentence.tokens[head_of(sight, m)].dep.startswith("nsubj")
        ]
        if earlier or self.story.state is None:
            return earlier[-1].actors[0] if earlier else None
        verb = sight.sentence.tokens[index].head
        objects = [
            m for m in before if sight.sentence.tokens[head_of(sight, m)].head == verb and m.first > index
        ]
        facing = {actor.key for m in objects for actor in m.actors}
        others = (actor for actor in reversed(self.story.acting) if actor.key not in facing)
        return next(others, None)  # "it accuses France": not France

    def _near_group(self, index: int, before: list[Mention]) -> tuple[Actor, ...]:
        """Who "they" are: an earlier "they" of the sentence, else its people of several sides, else the last group."""
        earlier = [mention for mention in before if mention.last <= index]
        for mention in reversed(earlier):
            if mention.plural and len(mention.actors) > 1:
                return mention.actors
        people = [actor for m in earlier for actor in m.actors if actor.kind is MentionKind.PERSON]
        sides = sides_of(list(dict.fromkeys(people)))
        return sides if len(sides) >= 2 else self.story.group

    def _group(self, sight: Sight, start: int, index: int) -> Mention | None:
        word = sight.word(index)
        chosen = self.story.group
        if word in _STATES and "these" in {sight.word(i) for i in range(start, index)} and self.story.listed:
            chosen = self.story.listed
        opening = (sight.word(start), sight.word(start + 1))
        count = next((_COUNTS[word] for word in opening if word in _COUNTS), 0)
        if word not in {*_STATES, "two"} and count == 2 and len(chosen) != 2:
            chosen = self._last_pair()
        if not chosen and count == 2:
            chosen = self._only_two()
        if not chosen or (count and len(chosen) != count):
            return None
        if word not in _STATES and any(actor.kind is not MentionKind.PERSON for actor in chosen):
            people = tuple(actor for actor in chosen if actor.kind is MentionKind.PERSON)
            people = people if len(people) >= 2 else self._last_pair()
            chosen = chosen if len(people) < 2 else people
        return mention_of(sight, start, index + 1, chosen, "group")

    def _only_two(self) -> tuple[Actor, ...]:
        """The two sides of an article that has told of no third."""
        sides = sides_of([*self.story.people, *self.story.states])
        return sides if len(sides) == 2 and all(actor.country for actor in sides) else ()

    def _last_pair(self) -> tuple[Actor, ...]:
        """The last two people of different countries the article told of."""
        pair: dict[str, Actor] = {}
        for actor in reversed(self.story.people):
            if actor.country is not None:
                pair.setdefault(actor.country, actor)
            if len(pair) == 2:
                return tuple(reversed(pair.values()))
        return ()

    def _counterpart(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "his French counterpart", "their colleagues from A and B": the same office in the countries named."""
        first, nations = self._nations_before(sight, index)
        if not nations and sight.word(index).endswith("s") and (body := self._body_before(sight, index)):
            return body
        if not nations and sight.word(index + 1) in {"from", "in", "of"}:
            nations = self.offices.nations_from(sight, index + 2)
        if sight.word(index).startswith("colleague") and not nations:
            return None
        owner = self._owner(first, before)
        actors: list[Actor | None] = []
        unnamed: list[Belonging | None] = [None]
        for belonging in nations or unnamed:
            if owner is None or owner.role is None:
                actors.append(self.offices.of_country(belonging, None))
            else:
                actors.append(self.offices.same_role(owner, belonging))
        found = tuple(dict.fromkeys(actor for actor in actors if actor is not None))
        return mention_of(sight, first, index + 1, found, "counterpart") if found else None

    def _body_before(self, sight: Sight, index: int) -> Mention | None:
        """ "his ASEAN counterparts", "his EU colleagues": the members of the body, told by its name."""
        phrase = sight.ending(index, "organization", "ORG")
        if phrase is None:
            return None
        text = sight.text(phrase.first, phrase.last, self.source)
        actor = read_body(text, sight.span(phrase.first, phrase.last), self.offices.kb)
        found = (actor,) if actor is not None and actor.kind is MentionKind.ORGANIZATION else ()
        return mention_of(sight, phrase.first, index + 1, found, "counterpart") if found else None

    def _nations_before(self, sight: Sight, index: int) -> tuple[int, list[Belonging]]:
        first = index
        nations: list[Belonging] = []
        while first > 0:
            nation = sight.ending(first, "demonym", "country", "NORP", "LOC")
            belonging = self.offices.belonging(sight, nation) if nation is not None else None
            if nation is not None and belonging is not None:
                nations.insert(0, belonging)
                first = nation.first
            elif sight.word(first - 1) in {"his", "her", "their", "its", "the", "new", "'s", "’s"} or (
                nations
                and sight.word(first - 1) in {",", "and"}
                and sight.ending(first - 1, "demonym", "country", "NORP", "LOC")
            ):
                first -= 1
            elif nations and sight.word(first - 1) == "and" and sight.word(first - 2) == ",":
                first -= 2
            else:
                break
        return first, nations

    def _owner(self, first: int, before: list[Mention]) -> Actor | None:
        earlier = [
            m for m in before if m.last <= first + 1 and m.actors and m.actors[0].kind is MentionKind.PERSON
        ]
        return earlier[-1].actors[0] if earlier else self.story.subject


def _group_start(sight: Sight, index: int) -> int | None:
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


def _stands_alone(sight: Sight, index: int) -> bool:
    """ "The two will meet again": a number that is itself the subject or object."""
    return sight.sentence.tokens[index].dep.startswith(("nsubj", "obj", "obl"))


def _lies_in(inner: Mention, outer: Mention) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
