"""Stretches of a text around cheap triggers, so that costly patterns run only there.

>>> trigger_windows(triggers("day"), "a day, and another day", Span(0, 22), reach=3)
[Span(start=0, end=5), Span(start=16, end=22)]
"""

from __future__ import annotations

import re

from dragoman.citation import Span


def triggers(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Compiled triggers. Each should begin with a literal or a rare class: such a pass costs next to nothing,
    whereas one alternation of them all tries every branch at most characters.
    """
    return tuple(re.compile(pattern) for pattern in patterns)


def trigger_windows(
    found_by: tuple[re.Pattern[str], ...], text: str, area: Span, *, reach: int
) -> list[Span]:
    """The spans within ``reach`` characters of a trigger, merged where they touch, in text order."""
    starts = sorted(
        hit.start() for trigger in found_by for hit in trigger.finditer(text, area.start, area.end)
    )
    windows: list[Span] = []
    for at in starts:
        start, end = max(area.start, at - reach), min(area.end, at + reach)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, end)
        else:
            windows.append(Span(start, end))
    return windows
