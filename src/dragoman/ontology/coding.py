"""Coding: an engagement to its events in PLOVER and CAMEO, a pure function of the engagement.

``kind`` and ``mode`` say what was done, ``status`` and the flags whether it has happened, the participants
who did it to whom; the codebooks say the rest.
"""

from __future__ import annotations

from dragoman.engagements.engagement import Engagement
from dragoman.ontology.cameo import code_cameo
from dragoman.ontology.codebook import ANY, cameo_book, plover_book
from dragoman.ontology.event import CodedEvent
from dragoman.ontology.plover import PloverCode, code_plover


def code_engagement(eng: Engagement, trip: Engagement | None = None) -> tuple[CodedEvent, ...]:
    """The coded events of ``eng``: one, or none where PLOVER has no event for it (a neutral comment).

    ``trip`` is the visit ``eng`` belongs to, if any: it says who is the guest of a meeting told without a place.
    """
    plover = code_plover(eng, trip)
    if plover is None:
        return ()
    book, cameo = plover_book(), code_cameo(eng, plover)
    return (
        CodedEvent(
            event=plover.event,
            mode=((plover.mode,) if plover.mode else ()) + plover.auxiliary,
            context=plover.context,
            quad_code=book.events[plover.event].quad_code,
            event_scale=book.score(plover.event, plover.mode),
            cameo=cameo,
            goldstein=cameo_book().codes[cameo].goldstein,
            actor=plover.actor,
            recipient=plover.recipient,
            rule=_rule_name(eng, plover),
        ),
    )


def _rule_name(eng: Engagement, plover: PloverCode) -> str:
    """Which line of the codebook decided, e.g. ``plover-2023: visit.* when_future``."""
    name = f"{plover_book().edition}: {eng.kind}.{plover.matter or plover.hint or ANY}"
    if plover.called_off:
        return f"{name} called_off"
    return f"{name} when_future" if plover.reduced else name
