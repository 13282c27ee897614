"""Coreference: "he", "the Secretary", "his counterpart", "the two leaders", "these countries", "we".

Walks the article once, sentence by sentence, with the actors met so far. An expression that fits no actor, or more than
one equally well, stays unresolved: a wrong person is worse than none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import government
from dragoman.mentions.mention import Actor, Mention, MentionKind, TitleRead
from dragoman.mentions.people import Belonging, belonging_of, read_title
from dragoman.mentions.phrases import QUALIFIERS, Phrase, Sight
from dragoman.mentions.story import Story, brought_together, head_of, sides_of, stands_as_subject, subject_of

_SINGULAR = frozenset({"he", "him", "his", "she", "her"})
_PLURAL = frozenset({"they", "them", "their", "both"})
_GUESTS = frozenset("guest visitor politician statesman diplomat veteran dignitary".split())
# A state has many of these at once: the office alone names nobody.
_MANY_HOLDERS = frozenset(
    "ambassador special-envoy spokesperson consul minister deputy-minister director".split()
)
_COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})
_STATE_PRONOUNS = frozenset({"it", "its"})
_SPEAKER = frozenset({"we", "i", "our", "my", "us", "me"})
_GROUP_HEADS = frozenset(
    "leaders sides ministers countries officials presidents diplomats parties nations governments men "
    "women principals counterparts delegations secretaries states statesmen pair duo neighbours neighbors "
    "capitals allies".split()
)
_GROUP_WORDS = frozenset({"two", "three", "both", "these", "those"})
_STATES = frozenset(
    {
        "countries",
        "nations",
        "states",
        "governments",
        "sides",
        "parties",
        "capitals",
        "neighbours",
        "neighbors",
        "allies",
    }
)
_ROLE_WORDS = {
    "diplomat": "foreign-minister",
}
_PLURAL_TITLES = frozenset(
    "ministers presidents chancellors kings queens emirs ambassadors envoys secretaries premiers chiefs heads princes "
    "representatives directors spokespersons leaders".split()
)
_GENERIC_TITLES = frozenset(
    "minister president secretary chancellor premier king queen emir sultan ambassador envoy spokesperson "
    "diplomat prince chief leader director chairman chairperson commissioner representative pm fm eam "
    "taoiseach pope".split()
)


class Resolver:
    """Resolves the indirect mentions of one article."""

    def __init__(
        self,
        source: str,
        kb: KnowledgeBase,
        day: dt.date | None,
        people: tuple[Actor, ...],
        speakers: tuple[Actor, ...],
    ) -> None:
        self.source, self.kb, self.day, self.speakers = source, kb, day, speakers
        self.everyone = people
        self.story = Story()
        self._is_state_department = any(
            name in source for name in ("State Department", "Department of State", "Department Press")
        )

    def resolve(self, sight: Sight, mentions: list[Mention], blocked: set[int]) -> list[Mention]:
        """The sentence's mentions with the indirect ones added; the story moves on.

        Tokens in ``blocked`` belong to the name of a conference ("the NATO Foreign Ministers' meeting").
        """
        found = list(mentions)
        taken = {index for mention in found for index in range(mention.first, mention.last)}
        for phrase in sight.of("OFFICE", "office"):
            if (taken | blocked) & set(range(phrase.first, phrase.last)):
                continue
            mention = self._office(sight, phrase, found)
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
        if word in _GUESTS and sight.sentence.tokens[index].dep.startswith(("nsubj", "obj", "obl")):
            return self._guest(sight, index, before)
        if word in _STATE_PRONOUNS and (state := self._state(sight, index, before)) is not None:
            return self._mention(sight, index, index + 1, (state,), "pronoun for a state")
        if word in _COUNTERPARTS:
            return self._counterpart(sight, index, before)
        if word in _SPEAKER and (speakers := self._speakers(sight, index)):
            return self._mention(sight, index, index + 1, speakers, "speaker")
        if word in _PLURAL and self._is_pronoun(sight, index):
            group = self._near_group(index, before)
            return self._mention(sight, index, index + 1, group, "plural pronoun") if group else None
        if word in _GROUP_HEADS and (start := _group_start(sight, index)) is not None:
            return self._group(sight, start, index)
        return None

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
        return self._mention(sight, index, index + 1, (actor,), "pronoun") if actor is not None else None

    def _object_pronoun(self, sight: Sight, index: int, earlier: list[Mention]) -> Mention | None:
        """ "received him": somebody else than the clause's own subject."""
        verb = sight.sentence.tokens[index].head
        own = {m.actors[0].key for m in earlier if sight.sentence.tokens[head_of(sight, m)].head == verb}
        others = [m.actors[0] for m in earlier if m.actors[0].key not in own]
        actor = others[-1] if others else self.story.subject
        if actor is None or actor.key in own:
            actor = next((a for a in reversed(self.story.people) if a.key not in own), None)
        return self._mention(sight, index, index + 1, (actor,), "pronoun") if actor is not None else None

    def _speakers(self, sight: Sight, index: int) -> tuple[Actor, ...]:
        """Who "we" and "I" are: inside quotation marks the sentence's speaker, else who issues the statement."""
        text = self.source[sight.sentence.span.start : sight.sentence.tokens[index].span.start]
        if sum(text.count(mark) for mark in '"“”') % 2 == 1:
            return (self.story.subject,) if self.story.subject is not None else ()
        return self.speakers

    def _guest(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "the Lao guest": the last person of that country; without a country nobody."""
        nation = sight.ending(index, "demonym", "NORP", "country", "LOC")
        belonging = self._belonging(sight, nation) if nation is not None else None
        if nation is None or belonging is None:
            return None
        people = [actor for m in before for actor in m.actors] + self.story.people
        fitting = [a for a in people if a.kind is MentionKind.PERSON and a.country == belonging.country]
        return self._mention(sight, nation.first, index + 1, (fitting[-1],), "guest") if fitting else None

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
        return earlier[-1].actors[0] if earlier else self.story.state

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
        count = {"two": 2, "both": 2, "three": 3}.get(sight.word(start), 0) or {"two": 2, "three": 3}.get(
            sight.word(start + 1), 0
        )
        if not chosen or (count and len(chosen) != count):
            return None
        if word not in _STATES and any(actor.kind is not MentionKind.PERSON for actor in chosen):
            people = tuple(actor for actor in chosen if actor.kind is MentionKind.PERSON)
            chosen = chosen if len(people) < 2 else people
        return self._mention(sight, start, index + 1, chosen, "group")

    def _counterpart(self, sight: Sight, index: int, before: list[Mention]) -> Mention | None:
        """ "his French counterpart", "their colleagues from A and B": the same office in the countries named."""
        first, nations = self._nations_before(sight, index)
        nations = nations or self._nations_after(sight, index)
        if sight.word(index).startswith("colleague") and not nations:
            return None
        owner = self._owner(first, before)
        role = (
            (owner.office_role or (owner.title.role if owner.title else None)) if owner is not None else None
        )
        actors: list[Actor | None] = []
        unnamed: list[Belonging | None] = [None]
        for belonging in nations or unnamed:
            if owner is None or role is None:
                actors.append(self._of_country(belonging, None))
            else:
                actors.append(self._same_role(owner, belonging))
        found = tuple(dict.fromkeys(actor for actor in actors if actor is not None))
        return self._mention(sight, first, index + 1, found, "counterpart") if found else None

    def _nations_before(self, sight: Sight, index: int) -> tuple[int, list[Belonging]]:
        first = index
        nations: list[Belonging] = []
        while first > 0:
            nation = sight.ending(first, "demonym", "country", "NORP", "LOC")
            belonging = self._belonging(sight, nation) if nation is not None else None
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

    def _nations_after(self, sight: Sight, index: int) -> list[Belonging]:
        if sight.word(index + 1) not in {"from", "in", "of"}:
            return []
        position = index + 2
        nations: list[Belonging] = []
        while True:
            position += sight.word(position) == "the"
            place = sight.starting(position, "country", "LOC")
            belonging = self._belonging(sight, place) if place is not None else None
            if place is None or belonging is None:
                return nations
            nations.append(belonging)
            position = place.last
            while sight.word(position) in {",", "and"}:
                position += 1

    def _owner(self, first: int, before: list[Mention]) -> Actor | None:
        earlier = [
            m for m in before if m.last <= first + 1 and m.actors and m.actors[0].kind is MentionKind.PERSON
        ]
        return earlier[-1].actors[0] if earlier else self.story.subject

    def _same_role(self, owner: Actor, belonging: Belonging | None) -> Actor | None:
        role = owner.office_role or (owner.title.role if owner.title else None)
        role = "foreign-minister" if role == "secretary-of-state" else role
        known = [
            actor
            for actor in self.everyone
            if actor.office_role == role
            and actor.country != owner.country
            and actor.country is not None
            and (belonging is None or actor.country == belonging.country)
        ]
        if len({actor.key for actor in known}) == 1:
            return replace(known[0], reason=f"counterpart: the {role} named in the article")
        if belonging is None or belonging.country is None or role is None:
            return None
        return self._holder(role, belonging) or self._of_country(belonging, None)

    def _of_country(self, belonging: Belonging | None, title: TitleRead | None) -> Actor | None:
        if belonging is None or belonging.country is None:
            return None
        return replace(government(self.kb, belonging.country, belonging.span), title=title)

    def _office(self, sight: Sight, phrase: Phrase, before: list[Mention]) -> Mention | None:
        title = read_title(sight, phrase.first, phrase.last, self.source, self.kb, None)
        first, last, belonging, qualifier = self._around(sight, phrase)
        title = replace(title, qualifier=title.qualifier or qualifier)
        if any(word in _PLURAL_TITLES for word in title.text.casefold().split()):
            if belonging is None or belonging.country is None:
                return None
            actor = replace(government(self.kb, belonging.country, belonging.span), title=title)
            return self._mention(sight, first, last, (actor,), "office of several")
        rivals = {
            actor.key
            for mention in before
            if mention.first > phrase.last and mention.rule == "titled name"
            for actor in mention.actors
        }
        actor_or_none = self._office_actor(title, belonging, rivals)
        return (
            self._mention(sight, first, last, (actor_or_none,), "office")
            if actor_or_none is not None
            else None
        )

    def _office_actor(self, title: TitleRead, belonging: Belonging | None, rivals: set[str]) -> Actor | None:
        """Who an office stands for; a bare office is never one of ``rivals``, named with a title later in the sentence."""
        people = [a for a in reversed(self.story.people) if belonging is not None or a.key not in rivals]
        fitting = [actor for actor in people if _fits_title(actor, title, belonging)]
        if fitting:
            return fitting[0]
        if belonging is None:
            if title.text == "Secretary" and self._is_state_department:
                return self._holder("foreign-minister", Belonging("USA", None, title.span), title)
            everyone = {
                actor.key: actor
                for actor in self.everyone
                if _fits_title(actor, title, belonging) and actor.key not in rivals
            }
            if title.text.isupper() and not everyone:  # "EAM", "FM": the office's initials
                everyone = {actor.key: actor for actor in self.everyone if _has_initials(actor, title.text)}
            return next(iter(everyone.values())) if len(everyone) == 1 and title.role is not None else None
        if (
            title.role is not None
            and title.qualifier is None
            and (holder := self._holder(title.role, belonging, title))
        ):
            return holder
        if belonging.country is None:
            return None
        return replace(
            government(self.kb, belonging.country, belonging.span),
            title=title,
            office_role=title.role,
            confidence=0.7,
        )

    def _holder(self, role: str, belonging: Belonging, title: TitleRead | None = None) -> Actor | None:
        """Who held the office on the article's day, if the tables know exactly one."""
        if role in _MANY_HOLDERS:
            return None
        office = self.kb.office(role, country=belonging.country, org_id=belonging.org_id)
        if office is None or self.day is None:
            return None
        holders = self.kb.holders(office.office_id, self.day)
        if len({holder.person.person_id for holder in holders}) != 1:
            return None
        holder = holders[0]
        return Actor(
            MentionKind.PERSON,
            label=holder.person.name,
            name=holder.person.name,
            entity_id=holder.person.person_id,
            country=None if office.org_id and not office.country else belonging.country,
            title=title,
            office_id=office.office_id,
            office_title=office.title,
            office_role=office.role,
            named_at=(title.span,) if title else (belonging.span,),
            country_at=(belonging.span,),
            confidence=0.8 * holder.term.confidence,
            reason=f"named by office only; {holder.person.name} held it on {self.day} by the knowledge base",
        )

    def _around(self, sight: Sight, phrase: Phrase) -> tuple[int, int, Belonging | None, str | None]:
        """The country or organisation beside an office, and how far the whole expression reaches."""
        first, last = phrase.first, phrase.last
        belonging: Belonging | None = None
        qualifier: str | None = None
        while first > 0:
            word = sight.word(first - 1)
            place = sight.ending(first, "demonym", "country", "organization", "NORP", "LOC", "ORG", "metonym")
            if place is not None and belonging is None:
                belonging = self._belonging(sight, place)
                if belonging is None:
                    break
                first = place.first
            elif word in QUALIFIERS or word in {"the", "'s", "’s", "top", "country"}:
                qualifier = word if word in QUALIFIERS else qualifier
                first -= 1
            else:
                break
        if belonging is None and sight.word(last) in {"of", "for"}:
            start = last + 2 if sight.word(last + 1) == "the" else last + 1
            place = sight.starting(start, "country", "organization", "LOC", "ORG")
            if place is not None and (belonging := self._belonging(sight, place)) is not None:
                last = place.last
        return first, last, belonging, qualifier

    def _belonging(self, sight: Sight, phrase: Phrase) -> Belonging | None:
        span = sight.span(phrase.first, phrase.last)
        return belonging_of(span.of(self.source), span, self.kb)

    def _mention(self, sight: Sight, first: int, last: int, actors: tuple[Actor, ...], rule: str) -> Mention:
        return Mention(
            sight.sentence.index, first, last, sight.span(first, last), actors, rule, plural=len(actors) > 1
        )


def _has_initials(actor: Actor, initials: str) -> bool:
    titles = [actor.title.text if actor.title else "", actor.office_title or ""]
    return any(
        "".join(word[0] for word in title.split() if word[0].isupper()) == initials for title in titles
    )


def _fits_title(actor: Actor, title: TitleRead, belonging: Belonging | None) -> bool:
    if actor.kind is not MentionKind.PERSON:
        return False
    if belonging is not None and belonging.country is not None and actor.country != belonging.country:
        return False
    roles = {actor.office_role, actor.title.role if actor.title else None} - {None}
    words = title.text.casefold().split()
    known = f"{actor.title.text if actor.title else ''} {actor.office_title or ''}".casefold().split()
    if title.role is not None and title.role in roles and (belonging is not None or set(words) & set(known)):
        return True
    if len(words) != 1 or words[0] not in _GENERIC_TITLES:
        return False
    role = _ROLE_WORDS.get(words[0])
    if role is not None:
        return role in roles
    return words[0] in known


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


def _lies_in(inner: Mention, outer: Mention) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
