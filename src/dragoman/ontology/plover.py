"""PLOVER: an engagement's event, mode, context and direction, from the codebook and who takes part.

>>> plover_book().line("statement", "thank").event
'SUPPORT'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.engagements.engagement import Engagement, Kind, Participant, Role, Status
from dragoman.ontology.codebook import CodeLine, PloverBook, plover_book, word_pattern

_CALLED_OFF = (Status.CANCELLED, Status.POSTPONED)
_TO_COME = (Status.PLANNED, Status.PROPOSED)


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


def code_plover(eng: Engagement) -> PloverCode | None:
    """The PLOVER codes of ``eng``, or ``None`` where PLOVER has no event for it."""
    book = plover_book()
    hint = told_act(eng)
    line = _line_of(book, eng, hint)
    if line is None:
        return None
    called_off = eng.status in _CALLED_OFF and line in (book.called_off.contact, book.called_off.cooperation)
    mode, matter = line.mode, demand_matter(eng)
    if line.event == "CONSULT" and eng.kind is Kind.MEETING:
        mode = contact_mode(eng)
    if eng.kind is Kind.DEMAND:
        mode = next((m.mode for m in book.demand_matters if m.name == matter), None)
    actor, recipient = direction(eng, mode if line.event == "CONSULT" else None)
    event, reduced = line.event, False
    if eng.status in _TO_COME and event in book.when_future:
        event, mode, reduced = book.when_future[event], None, True
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
    """What was done within the kind: the finder's hint, or for a bare statement what its words express."""
    if eng.kind is not Kind.STATEMENT or eng.mode not in (None, "express", "comment"):
        return eng.mode
    words = _said(eng)
    return next((cue.name for cue in plover_book().statement_cues if cue.found_in(words)), eng.mode)


def demand_matter(eng: Engagement) -> str | None:
    """What a demand asks for: ``release``, ``ceasefire``, ``meet`` … ``None`` where its words do not say."""
    if eng.kind is not Kind.DEMAND:
        return None
    book = plover_book()
    hinted = book.demand_hints.get(eng.mode or "")
    words = _said(eng)
    return hinted or next((matter.name for matter in book.demand_matters if matter.found_in(words)), None)


def contact_mode(eng: Engagement) -> str | None:
    """The mode of a meeting: who hosts whom, how many countries, with or without a third party.

    A mediator makes it ``third-party``, more than two countries ``multilateral``, one side at home ``visit``,
    two countries meeting in a third one ``third-party``; otherwise PLOVER asks for no mode.
    """
    if any(party.role is Role.MEDIATOR for party in eng.participants):
        return "third-party"
    parties = [party for party in eng.participants if party.role is not Role.THIRD_PARTY]
    countries = {party.country.value for party in parties if party.country is not None}
    if len(countries) > 2:
        return "multilateral"
    host = eng.place.value.country if eng.place is not None else None
    if host is None or len(parties) < 2:
        return None
    if host in countries:
        return (
            "visit"
            if any(party.country is None or party.country.value != host for party in parties)
            else None
        )
    return "third-party" if len(countries) == 2 and all(party.country for party in parties) else None


def direction(eng: Engagement, contact: str | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indexes of actors and of recipients among the participants.

    ``contact`` is the CONSULT mode of a meeting, call or conference: equal parties are all actors; in a
    meeting coded ``visit`` the side at home is the recipient: in PLOVER the visitor acts, the host receives.
    """
    host = eng.place.value.country if eng.place is not None else None
    if eng.kind is Kind.MEETING and contact == "visit":
        at_home = _indexes(eng, lambda party: party.country is not None and party.country.value == host)
        return tuple(i for i in _taking_part(eng) if i not in at_home), at_home
    if eng.kind in (Kind.MEETING, Kind.CALL, Kind.CONFERENCE):
        return _taking_part(eng), ()
    if eng.kind is Kind.MEDIATION and any(party.role is Role.MEDIATOR for party in eng.participants):
        mediators = _indexes(eng, lambda party: party.role is Role.MEDIATOR)
        return mediators, tuple(i for i in _taking_part(eng) if i not in mediators)
    recipients = _indexes(eng, lambda party: party.role is Role.RECIPIENT)
    return _indexes(eng, lambda party: party.role in (Role.ACTOR, Role.PARTICIPANT)), recipients


def _taking_part(eng: Engagement) -> tuple[int, ...]:
    return _indexes(eng, lambda party: party.role is not Role.THIRD_PARTY)


def _indexes(eng: Engagement, wanted: Callable[[Participant], bool]) -> tuple[int, ...]:
    return tuple(i for i, party in enumerate(eng.participants) if wanted(party))


def _line_of(book: PloverBook, eng: Engagement, hint: str | None) -> CodeLine | None:
    if eng.status in _CALLED_OFF:
        if eng.kind in book.called_off.contact_kinds:
            return book.called_off.contact
        if eng.kind in book.called_off.cooperation_kinds and eng.status is Status.CANCELLED:
            return book.called_off.cooperation
    return book.line(eng.kind, hint)


def _auxiliary(eng: Engagement, *, called_off: bool, hint: str | None) -> tuple[str, ...]:
    """The auxiliary modes; an invitation is always to something still to come."""
    to_come = (
        eng.status in _TO_COME or (eng.status is Status.POSTPONED and not called_off) or hint == "invite"
    )
    stated = {
        "future": to_come,
        "historical": eng.historical,
        "hypothetical": eng.hypothetical,
        "negation": eng.negated,
    }
    return tuple(name for name, holds in stated.items() if holds)


def _contexts(book: PloverBook, eng: Engagement, line: CodeLine) -> tuple[str, ...]:
    words = " \n ".join(_about(eng))
    found = {context for context, cues in book.context_words.items() if word_pattern(cues).search(words)}
    found.update(line.context)
    if any(_is_diplomat(book, party) for party in eng.participants if party.role is not Role.THIRD_PARTY):
        found.add("diplomatic")
    return tuple(context for context in book.contexts if context in found)


def _is_diplomat(book: PloverBook, party: Participant) -> bool:
    if word_pattern(book.diplomats.name_words).search(party.name.value):
        return True
    if party.office is None:
        return False
    office = party.office.value
    return office.role in book.diplomats.office_roles or bool(
        word_pattern(book.diplomats.title_words).search(office.title)
    )


def _about(eng: Engagement) -> Iterator[str]:
    yield from (topic.value for topic in eng.topics)
    yield from (cited.value for cited in (eng.purpose, eng.content, eng.name) if cited is not None)


def _said(eng: Engagement) -> str:
    """The words of a verbal act: its trigger, topics and content."""
    return " \n ".join([*(evidence.quote for evidence in eng.trigger), *_about(eng)])
