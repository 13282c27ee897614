"""People with their titles: "US Secretary of State Antony Blinken", "Anna Vell, Ruritania's foreign minister".

Comes in: what the tables and the tagger see in a sentence. Goes out: :class:`PersonRead`, one per place where a person
is named, with title, country and organisation as far as the words around the name state them.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.citation import Span
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.belonging import Belonging, belonging_of, read_title
from dragoman.mentions.counterparts import COUNTERPART, counterpart_before, with_shared_title
from dragoman.mentions.mention import TitleRead
from dragoman.mentions.name_ends import is_kin, is_pair, marked_people, name_behind, name_end, trim_name
from dragoman.mentions.phrases import HONORIFICS, OFFICE, POSSESSIVE, QUALIFIERS, Phrase, Sight, is_told_again
from dragoman.mentions.postings import (
    LONGEST_PORTFOLIO,
    acts_beside,
    is_sent_for,
    nation_of_portfolio,
    office_before,
    office_of_list,
    opening_of,
    serving_at,
    serving_rather,
    with_owner,
)
from dragoman.mentions.regions import belonging_by_region

_LONGEST_FIELD = 4  # tokens
_RANKS = frozenset(
    "senior top chief principal veteran longtime new self - proclaimed styled declared".split()
)
_BEFORE_STATES = frozenset("the republic kingdom state self - proclaimed styled breakaway".split())
_RANK_ROLES = frozenset({"religious-leader", "royal", "military-commander"})
_STYLES = frozenset("excellency highness majesty royal royal-highness eminence".split())
_SERVING = frozenset("representative envoy adviser advisor aide assistant spokesman special chief".split())


@dataclass(frozen=True, slots=True)
class PersonRead:
    """A named person at one place of the text; tokens ``first`` to ``last`` (excluded) include title and apposition.

    ``serves`` is where the person is named whose envoy or aide this is.
    """

    sentence: int
    first: int
    last: int
    name_first: int
    name_last: int
    name: str
    name_span: Span
    title: TitleRead | None = None
    belonging: Belonging | None = None
    serves: Span | None = None


def read_people(sight: Sight, source: str, kb: KnowledgeBase) -> list[PersonRead]:
    """Every named person of a sentence, with the title and country told beside the name."""
    found: list[PersonRead] = []
    for phrase in marked_people(sight):
        first, last = trim_name(sight, phrase)
        if first >= last:
            while sight.word(first) in HONORIFICS:
                first += 1
            last = name_behind(sight, first)
        if first >= last:
            continue
        last = name_end(sight, first, last, source)
        if not is_kin(sight, first):
            found.append(_read_person(sight, source, kb, first, last))
    return [with_shared_title(read, found) for read in found]


def _read_person(sight: Sight, source: str, kb: KnowledgeBase, first: int, last: int) -> PersonRead:
    name_span = sight.span(first, last)
    reader = _Reader(sight, source, kb)
    left = reader.left(first)
    right = reader.right(last, left)
    return PersonRead(
        sight.sentence.index,
        min(left.start, first),
        max(right.stop, last),
        first,
        last,
        " ".join(sight.text(first, last, source).split()),
        name_span,
        right.title or left.title,  # an office behind the name is only read where "Prince" is before it
        left.belonging or right.belonging,
    )


@dataclass(slots=True)
class Side:
    """What was read on one side of a name."""

    start: int
    stop: int
    title: TitleRead | None = None
    belonging: Belonging | None = None


class _Reader:
    """Walks outward from a name."""

    def __init__(self, sight: Sight, source: str, kb: KnowledgeBase) -> None:
        self.sight, self.source, self.kb = sight, source, kb

    def left(self, first: int) -> Side:
        """Titles before the name: [country|demonym|organisation] [qualifier] title … name; "the King of Jordan, NAME"."""
        position = first
        offices: list[Phrase] = []
        belonging: Belonging | None = None
        qualifier: str | None = None
        fellow = False
        while position > 0:
            word = self.sight.word(position - 1)
            office = self.sight.ending(position, *OFFICE)
            place = self.sight.ending(
                position, "country", "demonym", "organization", "LOC", "NORP", "ORG", "metonym"
            )
            if office is not None:
                offices.append(office)
                position = office.first
            elif place is not None and offices and self._is_shared(place, offices):
                break  # "Russian and US Presidents A and B": whose each is the names say
            elif (
                position == first
                and (behind := counterpart_before(self.sight, self.source, self.kb, first)) is not None
            ):
                fellow, position = True, behind
            elif place is not None and (read := self._owner(place, offices, fellow, belonging)):
                belonging, position = read, place.first
            elif place is not None and offices and belonging is None and self._is_nations(place):
                position = place.first  # "Portuguese MFA Political Director NAME"
            elif word in QUALIFIERS or word.rstrip("-") in QUALIFIERS:
                qualifier = qualifier or word.rstrip("-")
                position -= 1
            elif self._is_filler(position, word, offices):
                position -= 1
            elif not offices and (beyond := office_before(self.sight, place, self.belonging)) is not None:
                office, belonging = beyond
                offices.append(office)
                position = office.first
            elif word == ")" and (opening := opening_of(self.sight, position - 1, of_title=bool(offices))):
                position = opening
            elif (
                word == ","
                and belonging is None
                and (found := self._apposed(position - 1, offices)) is not None
            ):
                return found
            else:
                break
        if not offices and (held := office_of_list(self.sight, first, self.source)) is not None:
            offices, position = [held], held.first
        if offices and belonging is None and (owner := self._owner_beyond(position)) is not None:
            belonging, position = owner
        title = self.title(offices, qualifier)
        if title is not None and belonging is None:
            belonging = self._of(
                offices[0].last if offices else first, first, offices[0] if offices else None
            )
        if title is None and fellow and belonging is not None:
            title = TitleRead(COUNTERPART, None, belonging.span)
        return Side(position, first, title, belonging)

    def _owner(
        self, place: Phrase, offices: list[Phrase], fellow: bool, belonging: Belonging | None
    ) -> Belonging | None:
        if belonging is not None or not (offices or fellow) or self._is_portfolio(place, offices):
            return None
        return self.belonging(place) or self._region(place, offices)

    def _is_portfolio(self, place: Phrase, offices: list[Phrase]) -> bool:
        """ "Turkish EU minister NAME": a state's minister for the body."""
        dealing = bool(offices) and self.sight.word(offices[-1].last - 1) == "minister"
        return dealing and place.label in {"organization", "ORG"} and self._is_nations(place)

    def _is_nations(self, place: Phrase) -> bool:
        return self.sight.ending(place.first, "country", "demonym", "NORP") is not None

    def _is_filler(self, position: int, word: str, offices: list[Phrase]) -> bool:
        """Whether the word before a position joins titles and says nothing itself: honorifics, "and", possessives."""
        if word in HONORIFICS and word != "the":
            return word not in {"his", "her", "he"} or self._is_style(position - 1)
        if word in {"and", "&", "/", "-"}:
            return bool(offices) and self._is_same_holder(position, offices[-1])
        owner = ("country", "demonym", "LOC", "ORG", "organization")
        return word in POSSESSIVE and self.sight.ending(position - 1, *owner) is not None

    def _is_shared(self, place: Phrase, offices: list[Phrase]) -> bool:
        several = self.sight.word(offices[-1].last - 1).endswith("s")
        before = self.sight.ending(place.first - 1, "country", "demonym", "LOC", "NORP")
        return several and before is not None and self.sight.word(place.first - 1) == "and"

    def _is_same_holder(self, position: int, nearer: Phrase) -> bool:
        """Two titles of one person are written alike; "the Chinese head of state and King NAME" are two people.

        So are "the Secretary and President NAME".
        """
        office = self.sight.ending(position - 1, *OFFICE)
        if office is None:
            return False
        if is_told_again(self.sight.words, office.first, office.last):
            return False
        first, second = (self.sight.text(o.first, o.last, self.source)[:1] for o in (office, nearer))
        return first.isupper() == second.isupper()

    def _is_rank(self, offices: list[Phrase]) -> bool:
        """ "P's envoy, Cardinal NAME": a rank in church or house says nothing of whose the office before it is."""
        title = self.title(offices, None)
        return title is not None and title.role in _RANK_ROLES

    def _is_style(self, index: int) -> bool:
        return self.sight.word(index + 1) in _STYLES

    def _apposed(self, comma: int, offices: list[Phrase]) -> Side | None:
        """ "the foreign minister of France, NAME", "P's ambassador to Q, NAME": office and country before the comma."""
        if (offices and not self._is_rank(offices)) or is_pair(self.sight, comma):
            return None
        place = self.sight.ending(comma, "country", "LOC", "organization", "ORG", "armed_group")
        stop = comma
        belonging: Belonging | None = None
        first = comma if place is None else with_owner(self.sight, place)
        posted = first - 1 - (self.sight.word(first - 1) == "the")
        if place is not None and self.sight.word(posted) in {"to", "in"}:
            stop = posted
        elif place is not None and self.sight.word(first - 1) in {"of", "for", "the"}:
            sent = is_sent_for(self.sight, first - 1 - (self.sight.word(first - 1) == "the"))
            belonging = None if sent else self.belonging(place)
            stop = first - 1
            while self.sight.word(stop - 1) in {"of", "for"}:
                stop -= 1
            if self.sight.word(stop) == "the" and self.sight.word(stop - 1) in {"of", "for"}:
                stop -= 1
        office = self.sight.ending(stop, *OFFICE)
        if office is None:
            return None
        office = serving_rather(self.sight, office)
        start = office.first
        if place is not None and stop < first and belonging is None:
            belonging = self._region(place, [office])
        if belonging is None:
            nation = self.sight.ending(start, "demonym", "NORP", "country", "LOC", "organization")
            if nation is None and self.sight.word(start - 1) in POSSESSIVE:
                nation = self.sight.ending(start - 1, "country", "LOC")
            if nation is not None and (belonging := self.belonging(nation)) is not None:
                start = nation.first
        if belonging is None and (owner := self._owner_beyond(start)) is not None:
            belonging, start = owner
        title = self.title([office], None)
        return Side(start, comma, title, belonging) if title is not None else None

    def _owner_beyond(self, position: int) -> tuple[Belonging, int] | None:
        """ "Ruritania's human rights commissioner", "Iran's chief nuclear negotiator": whose, and where that starts."""
        start = position
        while position - start < _LONGEST_FIELD and self._is_field_word(start - 1):
            start -= 1
        if start == position or self.sight.word(start - 1) not in POSSESSIVE:
            listed = nation_of_portfolio(self.sight, position)
            read = self.belonging(listed) if listed is not None else None
            return (read, listed.first) if listed is not None and read is not None else None
        nation = self.sight.ending(start - 1, "country", "LOC", "metonym", "organization", "ORG")
        belonging = self.belonging(nation) if nation is not None else None
        return (belonging, nation.first) if nation is not None and belonging is not None else None

    def _is_field_word(self, index: int) -> bool:
        tokens = self.sight.sentence.tokens
        return (
            0 <= index < len(tokens) and tokens[index].pos in {"NOUN", "ADJ"} and tokens[index].text.islower()
        )

    def right(self, last: int, left: Side) -> Side:
        """Titles after the name: ", Ruritania's foreign minister,", ", foreign minister of Ruritania", " of Ruritania"."""
        word = self.sight.word(last)
        if word == "of" and left.belonging is None:
            found = self._of(last, len(self.sight.sentence.tokens))
            if found is not None and (left.title is not None or found.country is not None):
                return Side(last, self._token_after(found.span, last), None, found)
            return Side(last, last)
        if word == "(":
            place = self.sight.starting(last + 1, "country", "LOC")
            if (
                place is not None
                and self.sight.word(place.last) == ")"
                and (read := self.belonging(place)) is not None
            ):
                return Side(last, place.last + 1, None, read)
        ranked = left.title is not None and left.title.role in _RANK_ROLES
        if word != "," or (left.title is not None and left.belonging is not None and not ranked):
            return Side(last, last)
        beside = self._apposition(last + 1, last) if left.title is None or ranked else Side(last, last)
        if beside.title is None and left.title is not None and left.belonging is None:
            described = self.sight.word(last + 1) in {"a", "an"} and self.sight.word(last + 2) == "member"
            return Side(last, last, None, self._only_nation(last + 1) if described else None)
        return beside

    def _apposition(self, start: int, last: int) -> Side:
        position = start
        belonging: Belonging | None = None
        qualifier: str | None = None
        region: Phrase | None = None
        for _ in range(7):
            word = self.sight.word(position)
            place = self.sight.starting(position, "country", "demonym", "organization", "LOC", "NORP", "ORG")
            office = self.sight.starting(position, *OFFICE) or serving_at(self.sight, position)
            if office is not None and acts_beside(self.sight, office):
                break
            if office is not None and self.sight.word(office.last) in POSSESSIVE:
                return self._of_office(office, last, belonging)
            if office is not None:
                title = self.title([office], qualifier)
                belonging = belonging or self._of(office.last, len(self.sight.sentence.tokens), office)
                belonging = belonging or (self._region(region, [office]) if region is not None else None)
                belonging = belonging or self._only_nation(office.first)
                stop = office.last
                end = self.sight.span(office.first, office.last).end
                if belonging is not None and belonging.span.start >= end:
                    stop = self._token_after(belonging.span, office.last)
                return Side(last, stop, title, belonging)
            if place is not None and belonging is None and (read := self.belonging(place)) is not None:
                belonging, position = read, place.last
            elif place is not None and region is None:
                region, position = place, place.last
            elif word in {"the", "a", "an", *_RANKS, *POSSESSIVE}:
                position += 1
            elif word in QUALIFIERS:
                qualifier, position = word, position + 1
            else:
                break
        return Side(last, last)

    def _of_office(self, office: Phrase, last: int, belonging: Belonging | None) -> Side:
        """ "NAME, the French President's adviser on Africa,": not the President."""
        start = stop = office.last + 1
        while stop < len(self.sight.sentence.tokens) and self.sight.word(stop) not in {",", ".", ";"}:
            stop += 1
        serving = stop - start <= LONGEST_PORTFOLIO and self.sight.word(start) in _SERVING
        title = read_title(self.sight, start, stop, self.source, self.kb, None) if serving else None
        return Side(last, stop if serving else start, title, belonging)

    def _only_nation(self, position: int) -> Belonging | None:
        """The one state named before the next comma ("vice director of the department of a Chinese ministry")."""
        found: dict[str | None, Belonging] = {}
        for token in self.sight.sentence.tokens[position:]:
            if token.text in {",", "."} or token.pos in {"VERB", "AUX"}:
                break
            nation = self.sight.starting(position, "country", "demonym")
            read = self.belonging(nation) if nation is not None else None
            if read is not None:
                found[read.country] = read
            position += 1
        return next(iter(found.values())) if len(found) == 1 else None

    def _token_after(self, span: Span, index: int) -> int:
        tokens = self.sight.sentence.tokens
        while index < len(tokens) and tokens[index].span.start < span.end:
            index += 1
        return index

    def _region(self, place: Phrase, offices: list[Phrase]) -> Belonging | None:
        found = (belonging_by_region(self.sight, place, one, self.source, self.kb) for one in offices)
        return next((read for read in found if read is not None), None)

    def _of(self, position: int, limit: int, office: Phrase | None = None) -> Belonging | None:
        """The country or organisation in "of France", "for the European Union", "to the United Nations"."""
        if self.sight.word(position) not in {"of", "for", "to", "at"} or is_sent_for(self.sight, position):
            return None
        start = position + 1
        kinds = ("country", "organization", "LOC", "ORG", "armed_group")
        places = [self.sight.starting(start, *kinds)]
        while self.sight.word(start) in _BEFORE_STATES and not self.sight.starting(
            start, "country", "organization"
        ):
            start += 1
            places.append(self.sight.starting(start, *kinds))
        if self.sight.word(start) == "the":  # "the Islamic Republic of Pakistan" begins with a name of Iran
            places.append(self.sight.starting(start + 1, *kinds))
        found = [place for place in places if place is not None]
        place = max(found, key=lambda phrase: phrase.last) if found else None
        if place is None or place.last > limit:
            return None
        return self.belonging(place) or (self._region(place, [office]) if office is not None else None)

    def belonging(self, phrase: Phrase) -> Belonging | None:
        """The state or organisation a phrase names, if the tables know it."""
        text = self.sight.text(phrase.first, phrase.last, self.source)
        return belonging_of(text, self.sight.span(phrase.first, phrase.last), self.kb)

    def title(self, offices: list[Phrase], qualifier: str | None) -> TitleRead | None:
        """One title from the office phrases beside a name, nearest last."""
        if not offices:
            return None
        first = min(phrase.first for phrase in offices)
        last = max(phrase.last for phrase in offices)
        return read_title(self.sight, first, last, self.source, self.kb, qualifier)
