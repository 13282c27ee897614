"""Assembly: groups and trips of candidates become engagements whose every value is cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from dragoman.citation import Cited, Evidence, Span, cite, hull
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, Part, When, finest
from dragoman.engagements.clauses import Tense, clause_words
from dragoman.engagements.engagement import (
    BEGUN,
    ENCOUNTERS,
    Amount,
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    Stop,
    engagement_id_of,
)
from dragoman.engagements.itinerary import TOURS, Leg, Trip
from dragoman.engagements.joining import Group, from_first_to_last
from dragoman.engagements.leads import is_joint_word, lead_sentences
from dragoman.engagements.parties import distinct, lead_first, roles_of, travellers_of
from dragoman.engagements.sightings import SIGHTING
from dragoman.engagements.utterances import is_discussion
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import ConferenceMention, MentionKind, PlaceMention
from dragoman.pages.article import BlockKind

T = TypeVar("T")

_CONVINCING = 0.35  # the belief of the act network in its words, 0 to 1, that a main engagement needs
_LEAST_PROOF = 0.6  # the weight, 0 to 1, that they need
# Acts of speech are cited with the whole of their clause, since what is said is the act.
_TOLD_IN_FULL = frozenset(
    {Kind.STATEMENT, Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT, Kind.AID, Kind.AGREEMENT}
)
_STATUS_WEIGHT = {
    Status.CANCELLED: 5,
    Status.POSTPONED: 5,
    Status.ONGOING: 4,
    Status.COMPLETED: 3,
    Status.PLANNED: 2,
    Status.PROPOSED: 1,
}


class Assembler:
    """Turns the candidates of one article into engagements."""

    def __init__(self, doc: Document, mentions: Mentions, kb: KnowledgeBase) -> None:
        self.doc, self.mentions, self.kb = doc, mentions, kb
        self.text, self.article_id = doc.article.text, doc.article.article_id
        self._lead = lead_sentences(doc)
        self._taken: set[str] = set()

    def cite(self, span: Span, rule: str) -> Evidence:
        """Evidence for a span of this article."""
        return cite(self.text, self.article_id, span, rule)

    def engagement(self, group: Group) -> Engagement:
        """One engagement from the tellings of one event."""
        lead = group.lead
        roles = roles_of(group)
        participants = self.participants(roles, lead)
        trigger = self._trigger(group.tellings)
        when = from_first_to_last(group) or finest(c.when for c in lead_first(group))
        where = _first(c.where for c in lead_first(group)) if group.kind is not Kind.CALL else None
        conference = _first(c.conference for c in lead_first(group))
        amount = _first(c.amount for c in lead_first(group))
        content = _first(c.content for c in lead_first(group))
        attributed = _first(c.attributed for c in lead_first(group))
        return Engagement(
            self._new_id(group.kind, trigger[0].span, participants),
            group.kind,
            _status(group.tellings),
            participants,
            trigger,
            historical=all(c.historical for c in group.tellings),
            negated=all(c.negated for c in group.tellings),
            hypothetical=all(c.hypothetical for c in group.tellings),
            main=self._is_main(group.tellings),
            date=self._date(when),
            place=self._place(where) if where is not None else None,
            topics=self._topics(group.tellings),
            content=self._text(content, "complement") if content is not None else None,
            amount=Cited(
                Amount(amount.value, amount.unit, amount.approximate), (self.cite(amount.span, amount.rule),)
            )
            if amount is not None
            else None,
            name=self._name(group, conference),
            attributed_to=Cited(attributed[0].label, (self.cite(attributed[1], "attribution"),))
            if attributed is not None
            else None,
            confidence=_confidence(group.tellings, participants),
            mode=group.mode or lead.mode,
            reason=_first(c.reason for c in group.tellings),
        )

    def _name(self, group: Group, conference: ConferenceMention | None) -> Cited[str] | None:
        if conference is not None:
            return Cited(conference.name, (self.cite(conference.span, conference.rule),))
        called = _first(c.name for c in lead_first(group))
        return self._text(called, "instrument") if called is not None else None

    def _new_id(self, kind: Kind, span: Span, participants: tuple[Participant, ...]) -> str:
        """The id of an engagement; of several told by the same words ("met X of P and Y of R") by who takes part."""
        found = engagement_id_of(self.article_id, kind, span.start, span.end)
        if found in self._taken:
            names = " ".join(part.name.value for part in participants)
            found = engagement_id_of(self.article_id, kind, span.start, span.end + _salt(names))
        self._taken.add(found)
        return found

    def visits(self, trip: Trip) -> list[Engagement]:
        """One visit per host country of a trip; all of them carry the trip's stops."""
        stops = tuple(self._stop(leg, own_days=trip.has_own_days(leg)) for leg in trip.legs)
        return [self._visit(trip, country, stops) for country in trip.countries]

    def _visit(self, trip: Trip, country: str, stops: tuple[Stop, ...]) -> Engagement:
        tellings = trip.tellings_of(country)
        around = [c for c in trip.tellings if c.roaming] if country == trip.countries[0] else []
        legs = trip.legs_in(country)
        hosts = distinct(
            part for c in tellings for part in c.of(Role.RECIPIENT) if part.actor.country == country
        )
        parts = travellers_of(trip.tellings) + hosts
        participants = self.participants(parts, tellings[0])
        if not hosts:
            participants += (self._host(legs[0], country),)
        trigger = self._trigger([*tellings, *around])
        toured = trip.span is not None and any(c.clause.lemma in TOURS for c in tellings)
        when = trip.span if toured else _days_of(legs)
        reason = None
        if when is None and trip.window is not None:
            when, reason = trip.window, "window of the whole tour" if len(trip.countries) > 1 else None
        date = self._date(when, reason)
        best = next((leg for leg in legs if leg.place.city is not None), legs[0])
        single = best if len(legs) == 1 else None
        return Engagement(
            engagement_id_of(
                self.article_id, Kind.VISIT, trigger[0].span.start, trigger[0].span.end + _salt(country)
            ),
            Kind.VISIT,
            self._as_dated(tellings, when),
            participants,
            trigger,
            historical=all(c.historical for c in tellings),
            negated=all(c.negated for c in tellings),
            hypothetical=all(c.hypothetical for c in tellings),
            main=self._is_main([*tellings, *around]),
            date=date,
            place=self._place(single.place) if single is not None else self._country_of(best.place),
            stops=stops,
            topics=self._topics(tellings, trip.aims),
            attributed_to=self._attribution(tellings),
            confidence=_confidence(tellings, participants),
            reason=_first(c.reason for c in tellings),
        )

    def _as_dated(self, tellings: list[Candidate], when: When | None) -> Status:
        """The status; what only "begins", on a day after the page's, is still to come."""
        status, day = _status(tellings), self.mentions.day
        begins = all(c.stage == "begun" for c in tellings if c.status is Status.ONGOING)
        ahead = when is not None and day is not None and when.days.start > day
        return Status.PLANNED if begins and ahead and status is Status.ONGOING else status

    def _attribution(self, tellings: list[Candidate]) -> Cited[str] | None:
        found = _first(c.attributed for c in tellings)
        return Cited(found[0].label, (self.cite(found[1], "attribution"),)) if found is not None else None

    def _host(self, leg: Leg, country: str) -> Participant:
        known = self.kb.country(country)
        name = known.name if known is not None else country
        evidence = (self.cite(leg.place.span, leg.place.rule),)
        return Participant(
            Role.RECIPIENT,
            Cited(name, evidence, 0.9, "host country"),
            f"ctry:{country}",
            None,
            Cited(country, evidence, 0.9),
        )

    def participants(self, parts: list[Part], candidate: Candidate) -> tuple[Participant, ...]:
        """The participants of an engagement, with the office held on its day."""
        return tuple(self._participant(part, candidate) for part in parts)

    def _participant(self, part: Part, candidate: Candidate) -> Participant:
        actor = part.actor
        rule = part.mention.rule
        evidence = [self.cite(part.mention.span, rule)]
        evidence.extend(
            self.cite(span, "full name") for span in actor.named_at if not part.mention.span.covers(span)
        )
        name = Cited(actor.name or actor.label, tuple(evidence), actor.confidence, actor.reason)
        country = None
        if actor.country is not None:
            seen = [span for span in actor.country_at if not part.mention.span.covers(span)]
            where = (
                tuple(self.cite(span, "country beside the name") for span in seen)
                if actor.country_at
                else (evidence[0],)
            )
            reason = None if actor.country_at else "country by the office held, from the knowledge base"
            country = Cited(actor.country, where or (evidence[0],), 1.0 if actor.country_at else 0.8, reason)
        return Participant(
            part.role, name, actor.entity_id, self._office(part, candidate), country, actor.reason
        )

    def _office(self, part: Part, candidate: Candidate) -> Cited[OfficeHeld] | None:
        actor = part.actor
        title = actor.title
        if (
            actor.kind is MentionKind.PERSON
            and candidate.historical
            and candidate.when is not None
            and actor.entity_id is not None
        ):
            held = self.kb.offices_of(actor.entity_id, candidate.when.days.start)
            if held and (actor.office_id is None or held[0].office.office_id != actor.office_id):
                office = held[0].office
                value = OfficeHeld(office.title, office.office_id, office.role, "knowledge base")
                return Cited(
                    value, (self.cite(part.mention.span, "officeholder on the day"),), held[0].term.confidence
                )
        if title is not None:
            agreed = (
                actor.office_role is not None
                and actor.office_role == title.role
                and actor.office_id is not None
            )
            value = OfficeHeld(
                _cased(title.text),
                actor.office_id if agreed else None,
                title.role,
                "text and knowledge base" if agreed else "text",
                title.qualifier,
            )
            return Cited(value, (self.cite(title.span, "title"),), 1.0)
        if actor.office_title is None:
            return None
        value = OfficeHeld(actor.office_title, actor.office_id, actor.office_role, "knowledge base")
        return Cited(value, (self.cite(part.mention.span, "officeholder on the day"),), 0.85, actor.reason)

    def _trigger(self, tellings: list[Candidate]) -> tuple[Evidence, ...]:
        ordered = sorted(tellings, key=lambda c: c.span.start)
        return tuple(self.cite(_trigger_span(c), c.rule) for c in ordered)

    def _date(self, when: When | None, reason: str | None = None) -> Cited[DateSpan] | None:
        if when is None:
            return None
        return Cited(when.days, (self.cite(when.span, when.rule),), 0.9, reason)

    def _place(self, place: PlaceMention) -> Cited[Location]:
        location = Location(place.city, place.country, place.place_id)
        return Cited(location, (self.cite(place.span, place.rule),), 0.9)

    def _country_of(self, place: PlaceMention) -> Cited[Location]:
        location = Location(None, place.country, f"ctry:{place.country}")
        return Cited(location, (self.cite(place.span, place.rule),), 0.9)

    def _stop(self, leg: Leg, *, own_days: bool) -> Stop:
        return Stop(self._place(leg.place), self._date(leg.when if own_days else None))

    def _topics(self, tellings: Iterable[Candidate], aims: Iterable[Span] = ()) -> tuple[Cited[str], ...]:
        found: dict[str, Cited[str]] = {}
        spans = [span for candidate in tellings for span in candidate.topics]
        for span in sorted([*spans, *aims]):
            cited = self._text(span, "topic")
            found.setdefault(cited.value.casefold(), cited)
        return tuple(found.values())

    def _text(self, span: Span, rule: str) -> Cited[str]:
        return Cited(" ".join(span.of(self.text).split()), (self.cite(span, rule),))

    def _is_main(self, tellings: Iterable[Candidate]) -> bool:
        issuers = self.mentions.issuers
        return any(
            not c.historical
            and c.belief >= _CONVINCING
            and c.weight >= _LEAST_PROOF
            and (c.sentence in self._lead or is_joint_word(c, issuers))
            for c in tellings
        )


def _trigger_span(candidate: Candidate) -> Span:
    """The words that carry the event: trigger, light verb and the participants between and beside them."""
    sentence = candidate.tree.sentence
    spans = [candidate.clause_span]
    spans.extend(place.span for place in candidate.goals if place.sentence == sentence.index)
    if candidate.conference is not None and candidate.conference.sentence == sentence.index:
        spans.append(candidate.conference.span)
    if candidate.amount is not None and sentence.span.covers(candidate.amount.span):
        spans.append(candidate.amount.span)
    if not candidate.clause.noun and candidate.kind in _TOLD_IN_FULL:
        tokens = sentence.tokens
        words = clause_words(candidate.tree, candidate.clause.head)
        spans.append(Span(tokens[words[0]].span.start, tokens[words[-1]].span.end))
    elif candidate.content is not None and candidate.kind is not Kind.OTHER:
        spans.append(candidate.content)
    return hull(spans)


def _salt(words: str) -> int:
    """Tells the visits of one tour, or the meetings of one sentence, apart that share a trigger."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(words))


def _days_of(legs: list[Leg]) -> When | None:
    """The days in one country: of its one told stop, or from the first to the last of several that all have days."""
    told = [leg for leg in legs if any(c.status is not Status.PROPOSED for c in leg.tellings)] or legs
    days = [leg.when for leg in told if leg.when is not None]
    if len(days) < len(told) or len(told) == 1:
        return days[0] if len(told) == 1 and days else None
    first, last = min(w.days.start for w in days), max(w.days.end for w in days)
    return replace(days[0], days=DateSpan(first, last, days[0].days.precision))


def _cased(title: str) -> str:
    return title if title != title.lower() else title[:1].upper() + title[1:]


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _status(tellings: Iterable[Candidate]) -> Status:
    """The status of the strongest telling; told as done anywhere outweighs told as planned."""
    told = [c for c in tellings if not c.dependent and not is_discussion(c)] or list(tellings)
    if any(c.stage == "over" and c.status in BEGUN for c in told):
        return Status.COMPLETED  # the traveller has left
    real = [c for c in told if not c.hypothetical] or told
    # A headline's present tense may tell what has been or what is to come: the body decides.
    real = [c for c in real if not _is_timeless(c)] or real
    if any(c.status is Status.PLANNED and not _is_named_only(c) for c in real):
        real = [c for c in real if not _is_named_only(c)] or real
    return max((c.status for c in real), key=lambda status: _STATUS_WEIGHT[status])


def _is_named_only(candidate: Candidate) -> bool:
    """A contact or visit told by its bare noun ("her visit to P will focus on"): the noun does not say when."""
    clause = candidate.clause
    bare = clause.noun and clause.light is None and candidate.stage is None
    return bare and candidate.status is Status.COMPLETED and candidate.kind in ENCOUNTERS


def _is_timeless(candidate: Candidate) -> bool:
    headline = candidate.tree.sentence.block is BlockKind.HEADLINE and candidate.rule != SIGHTING
    undecided = candidate.status in BEGUN and candidate.clause.tense in {
        Tense.PRESENT,
        Tense.NONE,
    }
    return headline and undecided


def _confidence(tellings: Iterable[Candidate], participants: tuple[Participant, ...]) -> float:
    """The best trigger's weight, more when told twice, less with participants of doubtful identity."""
    told = list(tellings)
    weight = max(c.weight for c in told)
    weight += min(0.1, 0.05 * (len(told) - 1))
    people = [part.name.confidence for part in participants]
    doubt = min(people, default=0.5)
    return _calibrated(weight * (0.6 + 0.4 * doubt))


# Share right on the annotated pages over what the words alone seem to prove; `benchmarks/calibration.py` prints both.
_CALIBRATION = ((0.0, 0.3), (0.3, 0.62), (0.55, 0.78), (0.74, 0.9), (1.0, 0.99))


def _calibrated(proof: float) -> float:
    """How often engagements with such proof are right, between the points of the calibration."""
    for (low, sure), (high, surer) in pairwise(_CALIBRATION):
        if proof <= high:
            return round(sure + (surer - sure) * (proof - low) / (high - low), 3)
    return _CALIBRATION[-1][1]
