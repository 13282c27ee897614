"""Sports: countries that "meet" on a sports page play each other."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.engagements.tree import Tree

_SPORTS = frozenset(
    "qualifier qualifiers cup copa football soccer cricket rugby hockey basketball volleyball handball tennis semifinal "
    "semi-final semifinals quarterfinal quarter-final championship championships tournament stadium fixture striker "
    "midfielder goalkeeper olympics playoff playoffs group-stage innings".split()
)


def is_match(tree: Tree, text: str = "") -> bool:
    """Whether a sentence, or the article around it, tells of sport, so that two countries that "meet" play each other."""
    return any(token.text.lower() in _SPORTS for token in tree.sentence.tokens) or _is_of_sport(text)


_GAMES = re.compile(
    r"\b(?:FIFA|UEFA|referee|striker|midfielder|goalkeeper|half-time|kick-off|quarter-?finals?|semi-?finals?|"
    r"qualifiers?|[Cc]hampions|[Ss]quad|medals?|biathlon|"
    r"World Cup|innings|wickets?|hat-trick|penalty|match|[Rr]ugby|[Cc]oach|goals?|"
    r"[Cc]up|[Ss]tadium|[Tt]ournament|fans|whistle|[0-9][-–][0-9])\b"
)
# "5-6 April", "May 3-4": days, and no score.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAYS = re.compile(rf"\b(?:{_MONTH}\s+[0-9][-–][0-9]|[0-9][-–][0-9]\s+(?:of\s+)?{_MONTH})")
_MANY_GAMES = 3


@lru_cache(maxsize=8)
def _is_of_sport(text: str) -> bool:
    return len(_GAMES.findall(_DAYS.sub("", text))) >= _MANY_GAMES
