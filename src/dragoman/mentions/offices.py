"""Offices without a name: "the French foreign minister", "the King of Jordan", "the Secretary", "EAM".

Somebody the article has named fits first; else the tables say who held the office on the article's day, if it was one
person; else the office stands for its government.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.bearers import best_titled, fits_title, has_initials, is_president, part_offices
from dragoman.mentions.belonging import Belonging, belonging_of, read_title, with_rank
from dragoman.mentions.governments import SIDE_RULE, government, read_body
from dragoman.mentions.mention import Actor, Mention, MentionKind, TitleRead
from dragoman.mentions.phrases import QUALIFIERS, Phrase, Sight
from dragoman.mentions.postings import office_served_in
from dragoman.mentions.scene import Scene
from dragoman.mentions.standing import Standing, of_reporting
from dragoman.mentions.story import Story, stands_as_subject

# A state has many of these at once: the office alone names nobody.
_MANY_HOLDERS = frozenset(
    "ambassador special-envoy spokesperson consul minister deputy-minister deputy-foreign-minister director".split()
)
# A state has these everywhere, or they only speak for it.
_ABROAD = frozenset({"ambassador", "consul", "spokesperson"})
_LEADING = frozenset({"opposition-leader", "leader", "party-leader"})
_PRESIDENT = "president"
_PLURAL_TITLES = frozenset(
    "ministers presidents chancellors kings queens emirs ambassadors envoys secretaries premiers chiefs heads princes "
    "representatives directors spokespersons leaders".split()
)
# How much likelier a page's own minister is meant by "the Minister" than a guest.
_OWN = 2.0
_CROWNED = frozenset("king queen emir amir sultan emperor prince duke monarch".split())
_SENT = frozenset({"envoy", "representative", "coordinator", "mediator", "envoys", "emissary"})
_OWNERS = frozenset({"their", "its", "his", "her", "our"})


class Offices:
    """Reads the offices of one article; ``story`` is shared with the coreference around it."""

    def __init__(
        self,
        source: str,
        kb: KnowledgeBase,
        day: dt.date | None,
        people: tuple[Actor, ...],
        story: Story,
        scene: Scene,
        standing: Standing,
    ) -> None:
        self.source, self.kb, self.day, self.everyone, self.story = source, kb, day, people, story
        self.scene, self.standing = scene, standing
        self._is_state_department = any(
            name in source for name in ("State Department", "Department of State", "Department Press")
        )

    def same_role(self, owner: Actor, belonging: Belonging | None) -> Actor | None:
        role = "foreign-minister" if owner.role == "secretary-of-state" else owner.role
        presides = role == "head-of-state" and is_president(owner)
        known = [
            actor
            for actor in self.everyone
            if (actor.office_role == role or (presides and is_president(actor)))
            and actor.country != owner.country
            and actor.country is not None
            and (belonging is None or actor.country == belonging.country)
        ]
        if len({actor.key for actor in known}) == 1:
            return replace(known[0], reason=f"counterpart: the {role} named in the article")
        if belonging is None or belonging.country is None or role is None:
            return None
        held = self._holder(_PRESIDENT, belonging) if presides else None
        return held or self._holder(role, belonging) or self.of_country(belonging, None)

    def of_country(self, belonging: Belonging | None, title: TitleRead | None) -> Actor | None:
        if belonging is None or belonging.country is None:
            return None
        return replace(government(self.kb, belonging.country, belonging.span), title=title)

    def told(self, sight: Sight) -> list[Phrase]:
        """The offices that a sentence tells of, those of two people apart."""
        phrases = sight.of("OFFICE", "office")
        return [part for one in phrases for part in part_offices(sight, one, self.source, self.everyone)]

    def read(self, sight: Sight, phrase: Phrase, before: list[Mention]) -> Mention | None:
        title = read_title(sight, phrase.first, phrase.last, self.source, self.kb, None)
        first, last, belonging, qualifier = self._around(sight, phrase)
        belonging = belonging or self._owned(sight, first, title, before)
        belonging = belonging or of_reporting(sight, phrase.last - 1, title, before)
        if belonging is None and self._is_of_unknown(sight, last):
            return None
        title = replace(with_rank(sight, first, title, self.kb), qualifier=title.qualifier or qualifier)
        if any(word in _PLURAL_TITLES for word in title.text.casefold().split()):
            title = self._singular(title)
            if belonging is not None and belonging.country is None:
                return self._of_body(sight, first, last, belonging)
            if belonging is None or belonging.country is None or sight.word(phrase.first - 1) in _OWNERS:
                return None  # "its ambassadors from X" are not those of X
            further = self.nations_from(sight, last) if sight.word(last) in {",", "and"} else []
            earlier, first = self._nations_before(sight, first)
            nations = [*earlier, belonging, *further]
            actors = tuple(
                self._one_of_several(title, nation) for nation in nations if nation.country is not None
            )
            if further:
                last = max(last, self._end_of(sight, nations[-1]))
            return mention_of(sight, first, last, actors, "office of several")
        if (side := self._served(sight, first, belonging)) is not None:
            return mention_of(sight, first, last, (side,), "office")
        rivals = {
            actor.key
            for mention in before
            if mention.first > phrase.last and mention.rule == "titled name"
            for actor in mention.actors
        }
        actor_or_none = self._office_actor(sight.sentence.index, title, belonging, rivals)
        return (
            mention_of(sight, first, last, (actor_or_none,), "office") if actor_or_none is not None else None
        )

    def _served(self, sight: Sight, first: int, belonging: Belonging | None) -> Actor | None:
        """ "an aide to the French President": the state, since the President is not the one who acts."""
        own = belonging is not None and belonging.country is not None
        start = first + (sight.word(first) == "the")
        served = office_served_in(sight, start) if own else None
        return self.of_country(belonging, None) if served is not None else None

    def _owned(self, sight: Sight, first: int, title: TitleRead, before: list[Mention]) -> Belonging | None:
        """ "his foreign minister": of the country of the person named before, else of whom the story is about.

        "its foreign minister": of the state named before; its ambassadors are many.
        """
        word = sight.word(first - 1)
        owners = [m for m in before if m.last < first and len(m.actors) == 1]
        if word == "its" and title.role not in _ABROAD:
            owners = [m for m in owners if m.actors[0].kind is MentionKind.GOVERNMENT]
            acting = [m for m in owners if stands_as_subject(sight, m)]
            owner = (acting or owners)[-1].actors[0] if owners else None
        elif word in {"his", "her"}:
            people = [m.actors[0] for m in owners if m.actors[0].kind is MentionKind.PERSON]
            owner = people[-1] if people else self.story.subject
        else:
            return None
        if owner is None or owner.country is None:
            return None
        return Belonging(owner.country, None, sight.span(first - 1, first))

    def _singular(self, title: TitleRead) -> TitleRead:
        """A plural title whose role the tables only know in the singular ("presidents")."""
        if title.role is not None:
            return title
        known = self.kb.find_office_title(" ".join(word.removesuffix("s") for word in title.text.split()))
        return title if known is None else replace(title, role=known.role)

    def _of_body(self, sight: Sight, first: int, last: int, belonging: Belonging) -> Mention | None:
        """ "NATO foreign ministers", "IGAD heads of state": the body itself."""
        body = read_body(belonging.span.of(self.source), belonging.span, self.kb)
        if body is None or body.kind is not MentionKind.ORGANIZATION:
            return None
        return replace(mention_of(sight, first, last, (body,), SIDE_RULE), plural=True)

    def of_each(self, sight: Sight, phrase: Phrase, owners: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Who holds an office told in the plural in the countries of several actors; their states where that is unknown."""
        title = self._singular(read_title(sight, phrase.first, phrase.last, self.source, self.kb, None))
        span = sight.span(phrase.first, phrase.last)
        several = any(word in _PLURAL_TITLES for word in title.text.casefold().split())
        countries = dict.fromkeys(actor.country for actor in owners if actor.country is not None)
        if not several or title.role in _MANY_HOLDERS or len(countries) != len(owners):
            return ()
        return tuple(self._one_of_several(title, Belonging(country, None, span)) for country in countries)

    def _one_of_several(self, title: TitleRead, nation: Belonging) -> Actor:
        """ "the foreign ministers of A and B": each country's own, named if the tables know exactly one."""
        holder = self._holder(_sought(title), nation)
        return holder or government(self.kb, nation.country or "", nation.span)

    def _nations_before(self, sight: Sight, first: int) -> tuple[list[Belonging], int]:
        """ "the Israeli and Palestinian presidents": the Israeli one too, and where that begins."""
        nations: list[Belonging] = []
        while sight.word(first - 1) in {"and", ","}:
            nation = sight.ending(first - 1, "demonym", "NORP")
            belonging = self.belonging(sight, nation) if nation is not None else None
            if nation is None or belonging is None or belonging.country is None:
                break
            nations.insert(0, belonging)
            first = nation.first
        return nations, first

    def nations_from(self, sight: Sight, position: int) -> list[Belonging]:
        """The countries listed from ``position`` on: "A, the B and C"."""
        nations: list[Belonging] = []
        while True:
            while sight.word(position) in {",", "and", "the"}:
                position += 1
            place = sight.starting(position, "country", "LOC")
            nation = self.belonging(sight, place) if place is not None else None
            if place is None or nation is None:
                return nations
            nations.append(nation)
            position = place.last
            if sight.word(position) not in {",", "and"}:
                return nations

    def _end_of(self, sight: Sight, nation: Belonging) -> int:
        return next(
            i + 1 for i, token in enumerate(sight.sentence.tokens) if token.span.end >= nation.span.end
        )

    def _office_actor(
        self, at: int, title: TitleRead, belonging: Belonging | None, rivals: set[str]
    ) -> Actor | None:
        """Who an office stands for; a bare office is never one of ``rivals``, named with a title later in the sentence."""
        people = [a for a in reversed(self.story.people) if belonging is not None or a.key not in rivals]
        subject = self.story.subject
        if belonging is None and subject in people:
            people.insert(0, subject)  # of two foreign ministers the one the story is about
        fitting = [actor for actor in people if fits_title(actor, title, belonging)]
        if title.qualifier == "visiting" and (scene := self.scene.country()) is not None:
            fitting = [actor for actor in fitting if actor.country != scene]
        fitting = best_titled(fitting, title)
        if fitting:
            return (self._likeliest(at, fitting) if belonging is None else None) or fitting[0]
        if belonging is None:
            if title.text == "Secretary" and self._is_state_department:
                return self._holder("foreign-minister", Belonging("USA", None, title.span), title)
            home = self.scene.home
            everyone = {
                actor.key: actor
                for actor in self.everyone
                if fits_title(actor, title, belonging)
                and actor.key not in rivals
                and (home is None or not home.official or actor.country in {None, home.country})
            }
            if title.text.isupper() and not everyone:  # "EAM", "FM": the office's initials
                everyone = {actor.key: actor for actor in self.everyone if has_initials(actor, title.text)}
            if len(everyone) == 1 and title.role is not None:
                return next(iter(everyone.values()))
            return None if everyone else self._at_home(title) or self._standing(title)
        if (
            title.role is not None
            and title.qualifier is None
            and (holder := self._holder(_sought(title), belonging, title))
        ):
            return holder
        if belonging.country is None:
            return None
        if title.role in _LEADING and len(known := self._without_office(belonging.country)) == 1:
            return known[0]
        return replace(
            government(self.kb, belonging.country, belonging.span),
            title=title,
            office_role=title.role,
            confidence=0.7,
        )

    def _without_office(self, country: str) -> list[Actor]:
        """The people of a country of whom no office is told or known."""
        told = {
            a.key: a for a in self.story.people if a.country == country and a.title is None and a.role is None
        }
        return list(told.values())

    def _likeliest(self, at: int, fitting: list[Actor]) -> Actor | None:
        """Of several ministers the one told of last and most; on a government's own page rather its own."""
        keys = {actor.key for actor in fitting}
        home = self.scene.home
        own = home.country if home is not None and home.official else None
        return self.story.told.pick(
            at,
            lambda actor: actor.key in keys,
            liking=lambda actor: _OWN if own is not None and actor.country == own else 1.0,
        )

    def _is_of_unknown(self, sight: Sight, last: int) -> bool:
        """ "General Secretary of the Lao People's Revolutionary Party": of a body the tables do not have, so nobody's."""
        start = last + 2 if sight.word(last + 1) == "the" else last + 1
        return sight.word(last) == "of" and sight.starting(start, "ORG") is not None

    def monarch_at_home(self, sight: Sight, index: int) -> Mention | None:
        """ "His Majesty", where nobody was called so: who reigns in the country that the page is told from."""
        home = self.scene.home
        if home is None or not (home.official or home.span is not None):
            return None
        held = self._holder("head-of-state", Belonging(home.country, None, sight.span(index, index + 2)))
        if held is None or not _CROWNED & set((held.office_title or "").casefold().split()):
            return None
        return mention_of(sight, index, index + 2, (held,), "style")

    def _standing(self, title: TitleRead) -> Actor | None:
        """Whose office it is by its own words; the body or state itself where nobody is known to hold it."""
        own = self.standing.of(title)
        if own is None or title.role is None:
            return None
        held = self._holder(_sought(title), own, title)
        if held is not None or own.country is not None:
            return held or self.of_country(own, title)
        body = self.kb.organization(own.org_id or "")
        return read_body(body.name, own.span, self.kb) if body is not None else None

    def _at_home(self, title: TitleRead) -> Actor | None:
        """ "the Foreign Secretary" of the government whose page it is, where nobody else is called so."""
        home = self.scene.home
        datelined = (
            home is not None and home.span is not None and title.text[:1].isupper()
        )  # not a club's president
        told = home is not None and (home.official or datelined)
        if home is None or not told or title.role is None or title.qualifier is not None:
            return None
        held = self._holder(_sought(title), Belonging(home.country, None, title.span), title)
        if held is None or held.office_title is None:
            return None
        same = set(title.text.casefold().split()) & set(held.office_title.casefold().split())
        return (
            replace(held, confidence=0.6) if same - {"of", "the", "minister"} or title.text == "PM" else None
        )

    def _holder(self, role: str | None, belonging: Belonging, title: TitleRead | None = None) -> Actor | None:
        """Who held the office on the article's day, if the tables know exactly one."""
        if role is None or role in _MANY_HOLDERS:
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
            office_title=holder.term.title or office.title,
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
                belonging = self.belonging(sight, place)
                if belonging is None:
                    break
                first = place.first
            elif word in QUALIFIERS or word in {"the", "'s", "’s", "top", "country"}:
                qualifier = word if word in QUALIFIERS else qualifier
                first -= 1
                if word == "the":
                    break  # "In Tokyo the Secretary …": not Tokyo's
            else:
                break
        several = sight.sentence.tokens[phrase.last - 1].tag in {"NNS", "NNPS"}
        sent = sight.word(last) == "for" and sight.word(last - 1) in _SENT  # "the envoy for P": not P's
        if (
            belonging is None
            and not sent
            and (sight.word(last) in {"of", "for"} or (several and sight.word(last) == "from"))
        ):
            start = last + 2 if sight.word(last + 1) == "the" else last + 1
            place = sight.starting(start, "country", "organization", "LOC", "ORG")
            if place is not None and (belonging := self.belonging(sight, place)) is not None:
                last = place.last
        return first, last, belonging, qualifier

    def belonging(self, sight: Sight, phrase: Phrase) -> Belonging | None:
        span = sight.span(phrase.first, phrase.last)
        return belonging_of(span.of(self.source), span, self.kb)


def _sought(title: TitleRead) -> str | None:
    """The role that a title stands for, or "president", who is not everywhere the head of state."""
    presides = any(word.removesuffix("s") == _PRESIDENT for word in title.text.casefold().split())
    return _PRESIDENT if presides and title.role == "head-of-state" else title.role


def mention_of(sight: Sight, first: int, last: int, actors: tuple[Actor, ...], rule: str) -> Mention:
    """A mention of tokens ``first`` to ``last`` (excluded)."""
    return Mention(
        sight.sentence.index, first, last, sight.span(first, last), actors, rule, plural=len(actors) > 1
    )
