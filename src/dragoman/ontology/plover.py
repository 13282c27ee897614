"""PLOVER: an engagement's event, mode, context and direction, from the codebook and who takes part.

>>> plover_book().line("statement", "thank").event
'SUPPORT'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.engagements.engagement import AHEAD, CALLED_OFF, Engagement, Kind, Participant, Role, Status
from dragoman.ontology.codebook import CodeLine, PloverBook, first_matter, plover_book, word_pattern


@dataclass(frozen=True, slots=True)
class PloverCode:
    """The codes of one engagement; ``reduced`` says that something still to come became a promise.

    ``hint`` is what was done within the kind (``thank``, ``sign`` …), ``matter`` what a demand asks for.
    """

    event: str
    mode: str | None
    auxiliary: tuple[str, ...]
    context: tuple[str, ...]
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    hint: str | None
    matter: str | None
    reduced: bool
    called_off: bool


def code_plover(eng: Engagement, trip: Engagement | None = None) -> PloverCode | None:
    """The PLOVER codes of ``eng``, or ``None`` where PLOVER has no event for it.

    ``trip`` is the visit it belongs to, which says who is the guest where the engagement's own words do not.
    """
    book = plover_book()
    hint, host = told_act(eng), host_of(eng, trip)
    line = _line_of(book, eng, hint)
    if line is None:
        return None
    event, mode, matter = line.event, line.mode, demand_matter(eng)
    if event == "CONSULT" and eng.kind is Kind.MEETING:
        mode = contact_mode(eng, host)
    if eng.kind is Kind.DEMAND:
        mode = next((m.mode for m in book.demand_matters if m.name == matter), None)
    actor, recipient = direction(eng, at_home(eng, host) if mode == "visit" else ())
    reduced = event in book.when_future and (eng.status in AHEAD or _is_pledge(book, eng))
    if reduced:
        event, mode = book.when_future[event], None
    called_off = _called_off_line(book, eng) is not None
    return PloverCode(
        event=event,
        mode=mode,
        auxiliary=_auxiliary(eng, called_off=called_off, hint=hint),
        context=_contexts(book, eng, line),
        actor=actor,
        recipient=recipient,
        hint=hint,
        matter=matter,
        reduced=reduced,
        called_off=called_off,
    )


def told_act(eng: Engagement) -> str | None:
    """What was done within the kind: the finder's hint, or where that says little, what the words say."""
    cues = plover_book().cues.get(eng.kind, ())
    if eng.mode not in (None, "express", "comment"):
        return eng.mode
    return first_matter(cues, _said(eng)) or eng.mode


def demand_matter(eng: Engagement) -> str | None:
    """What a demand asks for: ``release``, ``ceasefire``, ``meet`` …; ``None`` where its words do not say."""
    if eng.kind is not Kind.DEMAND:
        return None
    book = plover_book()
    return book.demand_hints.get(eng.mode or "") or first_matter(book.demand_matters, _said(eng))


def host_of(eng: Engagement, trip: Engagement | None) -> str | None:
    """The country a contact took place in: its own place's, or that of the trip it belongs to.

    Of a trip to several countries it is the one that a participant comes from, if there is just one.
    """
    if eng.place is not None:
        return eng.place.value.country
    if trip is None:
        return None
    stops = [stop.place.value for stop in trip.stops] or (
        [trip.place.value] if trip.place is not None else []
    )
    visited = {stop.country for stop in stops if stop.country is not None}
    at_home = visited & _countries(eng)
    candidates = at_home or visited
    return next(iter(candidates)) if len(candidates) == 1 else None


def contact_mode(eng: Engagement, host: str | None) -> str | None:
    """The mode of a meeting in the country ``host``: who is at home, how many countries, is there a third party.

    A mediator makes it ``third-party``, one side at home ``visit``, a place in neither's country ``third-party``,
    and more than two countries at an unknown place ``multilateral``; otherwise PLOVER asks for no mode.
    """
    countries, hosts = _countries(eng), at_home(eng, host)
    if any(party.role is Role.MEDIATOR for party in eng.participants):
        return "third-party"
    if hosts:
        return "visit" if len(hosts) < len(_taking_part(eng)) else None
    if host is not None:
        return "third-party" if len(countries) > 1 else None
    return "multilateral" if len(countries) > 2 else None


def at_home(eng: Engagement, host: str | None) -> tuple[int, ...]:
    """Indexes of those who receive the others: they come from ``host``; if that is not known, the recipients."""
    if host is None:
        return _indexes(eng, lambda party: party.role is Role.RECIPIENT)
    return tuple(i for i in _taking_part(eng) if _country(eng, i) == host)


def direction(eng: Engagement, hosts: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indexes of actors and of recipients among the participants.

    Parties to meetings, calls and conferences are all actors. Where ``hosts`` receive the others in a meeting,
    they are the recipients: in PLOVER the visitor acts, the host receives.
    """
    if eng.kind is Kind.MEETING and hosts:
        return tuple(i for i in _taking_part(eng) if i not in hosts), hosts
    if eng.kind in (Kind.MEETING, Kind.CALL, Kind.CONFERENCE):
        return _taking_part(eng), ()
    if eng.kind is Kind.MEDIATION and any(party.role is Role.MEDIATOR for party in eng.participants):
        mediators = _indexes(eng, lambda party: party.role is Role.MEDIATOR)
        return mediators, tuple(i for i in _taking_part(eng) if i not in mediators)
    recipients = _indexes(eng, lambda party: party.role is Role.RECIPIENT)
    return _indexes(eng, lambda party: party.role in (Role.ACTOR, Role.PARTICIPANT)), recipients


def _country(eng: Engagement, index: int) -> str | None:
    country = eng.participants[index].country
    return None if country is None else country.value


def _countries(eng: Engagement) -> set[str]:
    """The countries of those who take part."""
    return {country for i in _taking_part(eng) if (country := _country(eng, i)) is not None}


def _is_pledge(book: PloverBook, eng: Engagement) -> bool:
    """Whether aid was promised rather than given."""
    if eng.kind is not Kind.AID:
        return False
    told = " ".join(evidence.quote for evidence in eng.trigger)
    return bool(word_pattern(book.pledges.words).search(told))


def _taking_part(eng: Engagement) -> tuple[int, ...]:
    return tuple([i for i, party in enumerate(eng.participants) if party.role is not Role.THIRD_PARTY])


def _indexes(eng: Engagement, wanted: Callable[[Participant], bool]) -> tuple[int, ...]:
    return tuple([i for i, party in enumerate(eng.participants) if wanted(party)])


def _line_of(book: PloverBook, eng: Engagement, hint: str | None) -> CodeLine | None:
    called_off = _called_off_line(book, eng)
    return book.line(eng.kind, hint) if called_off is None else called_off


def _called_off_line(book: PloverBook, eng: Engagement) -> CodeLine | None:
    """The line of a contact called off or refused, or of a cancelled kindness."""
    refused = eng.status in CALLED_OFF or (eng.negated and eng.status in AHEAD)
    if refused and eng.kind in book.called_off.contact_kinds:
        return book.called_off.contact
    if eng.status is Status.CANCELLED and eng.kind in book.called_off.cooperation_kinds:
        return book.called_off.cooperation
    return None


def _auxiliary(eng: Engagement, *, called_off: bool, hint: str | None) -> tuple[str, ...]:
    """The auxiliary modes; an invitation is always to something still to come."""
    waits = eng.status in AHEAD | {Status.POSTPONED}
    stated = {
        "future": (waits or hint == "invite") and not called_off,
        "historical": eng.historical,
        "hypothetical": eng.hypothetical,
        "negation": eng.negated and not called_off,
    }
    return tuple(name for name, holds in stated.items() if holds)


def _contexts(book: PloverBook, eng: Engagement, line: CodeLine) -> tuple[str, ...]:
    found = {*_contexts_in(" \n ".join(_about(eng))), *line.context}
    if any(_is_diplomat(book, party) for party in eng.participants if party.role is not Role.THIRD_PARTY):
        found.add("diplomatic")
    return tuple(context for context in book.contexts if context in found)


@lru_cache(maxsize=4096)
def _contexts_in(text: str) -> tuple[str, ...]:
    """The contexts that a text has words of; remembered, as an engagement is coded when it is read and when it is merged."""
    words = plover_book().context_words.items()
    return tuple(context for context, cues in words if word_pattern(cues).search(text))


def _is_diplomat(book: PloverBook, party: Participant) -> bool:
    if _is_named_a_diplomat(party.name.value):
        return True
    if party.office is None:
        return False
    office = party.office.value
    return office.role in book.diplomats.office_roles or _is_titled_a_diplomat(office.title)


@lru_cache(maxsize=4096)
def _is_named_a_diplomat(name: str) -> bool:
    return bool(word_pattern(plover_book().diplomats.name_words).search(name))


@lru_cache(maxsize=4096)
def _is_titled_a_diplomat(title: str) -> bool:
    return bool(word_pattern(plover_book().diplomats.title_words).search(title))


def _about(eng: Engagement) -> Iterator[str]:
    yield from (topic.value for topic in eng.topics)
    yield from (cited.value for cited in (eng.purpose, eng.content, eng.name) if cited is not None)


def _said(eng: Engagement) -> str:
    """The words of a verbal act: its trigger, topics and content."""
    return " \n ".join([*(evidence.quote for evidence in eng.trigger), *_about(eng)])
