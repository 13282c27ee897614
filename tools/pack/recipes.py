"""What each training stage reads, and with which settings."""

from __future__ import annotations

from dataclasses import dataclass

from tools.pack.train import Recipe


@dataclass(frozen=True, slots=True)
class Stage:
    """The sources of a stage (files of the prepared data) and its recipe."""

    sources: tuple[str, ...]
    recipe: Recipe


_SYNTAX_AND_NAMES = ("ewt", "gum", "uner", "crossner", "current-events", "templates", "swapped")
_WEIGHTS = {"crossner": 3.0, "uner": 2.0, "current-events": 0.6, "templates": 0.5}

_FINE = {"sentences": 5.0, "crossner": 2.0, "current-events": 0.3, "uner": 1.0, "press": 0.7}

STAGES = {
    "1": Stage(_SYNTAX_AND_NAMES, Recipe(minutes=42.0, weights=_WEIGHTS)),
    "2": Stage(
        (*_SYNTAX_AND_NAMES, "press", "sentences"),
        Recipe(
            minutes=28.0,
            encoder_rate=1.0e-4,
            head_rate=5.0e-4,
            seed=2,
            weights=_WEIGHTS | _FINE,
        ),
    ),
    "3": Stage(
        (*_SYNTAX_AND_NAMES, "press", "sentences"),
        Recipe(minutes=9.0, encoder_rate=4.0e-5, head_rate=3.0e-4, seed=3, weights=_WEIGHTS | _FINE),
    ),
    "4": Stage(
        (*_SYNTAX_AND_NAMES, "press", "sentences"),
        Recipe(minutes=16.0, encoder_rate=8.0e-5, head_rate=4.0e-4, seed=4, weights=_WEIGHTS | _FINE),
    ),
    "5": Stage(
        (*_SYNTAX_AND_NAMES, "press", "sentences"),
        Recipe(minutes=38.0, encoder_rate=1.5e-4, head_rate=6.0e-4, seed=5, weights=_WEIGHTS | _FINE),
    ),
}
