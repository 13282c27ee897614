"""Stretches of a text around a cheap trigger, so that costly patterns run only there.

>>> trigger_windows(re.compile("day"), "a day, and another day", Span(0, 22), reach=3)
[Span(start=0, end=8), Span(start=16, end=22)]
"""

from __future__ import annotations

import re

from dragoman.citation import Span


def trigger_windows(trigger: re.Pattern[str], text: str, area: Span, *, reach: int) -> list[Span]:
    """The spans within ``reach`` characters of a trigger, merged where they touch, in text order."""
    windows: list[Span] = []
    for hit in trigger.finditer(text, area.start, area.end):
        start, end = max(area.start, hit.start() - reach), min(area.end, hit.end() + reach)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, end)
        else:
            windows.append(Span(start, end))
    return windows
