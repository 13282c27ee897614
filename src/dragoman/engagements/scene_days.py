"""Scene days: the day of the scene an act is told in, for acts that nothing else dates, if it is likely enough.

How much every feature of ``scenes`` speaks for a day is in ``scene_days.toml``, learned from the annotated pages by
``python -m tools.days``. Their sum gives the probability, which is the confidence of the date.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from dragoman.citation import Cited
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Kind, Status
from dragoman.engagements.scenes import Choice, Scene
from dragoman.language.document import Document
from dragoman.mentions.finding import Mentions

REASON = "day of the scene it is told in"


@dataclass(frozen=True, slots=True)
class SceneWeights:
    """What every feature weighs, and the probability from which a day is given."""

    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """How likely it is that a day with these features is the act's.

        >>> round(SceneWeights({"bias": -1.0, "before same": 1.0}, 0.5).probability({"bias", "before same"}), 2)
        0.5
        """
        # Added in one order, whatever that of the set.
        return 1 / (1 + math.exp(-math.fsum(self.weights.get(name, 0.0) for name in features)))

    def best(self, choices: Iterable[Choice]) -> tuple[Choice, float] | None:
        """The likeliest of several days, and how likely it is; ``None`` if there is none."""
        weighed = ((choice, self.probability(choice.features)) for choice in choices)
        return max(weighed, key=lambda one: one[1], default=None)


@cache
def shipped_weights() -> SceneWeights:
    """The table of the package."""
    table = tomllib.loads(files("dragoman.engagements").joinpath("scene_days.toml").read_text("utf-8"))
    return SceneWeights(table["weights"], table["threshold"])


def may_have_scene_day(eng: Engagement) -> bool:
    """Whether an engagement is of the sort that has the day of its scene: done, as news, on one day."""
    if eng.kind in {Kind.VISIT, Kind.CONFERENCE} or eng.status is not Status.COMPLETED:
        return False
    return not (eng.historical or eng.negated)


def date_by_scene(
    engagements: tuple[Engagement, ...], doc: Document, mentions: Mentions
) -> tuple[Engagement, ...]:
    """The engagements, the undated ones among them with the day of their scene where it is likely enough."""
    undated = {eng.engagement_id for eng in engagements if eng.date is None and may_have_scene_day(eng)}
    if not undated:
        return engagements
    scene, weights = Scene(doc, mentions, engagements), shipped_weights()
    return tuple(
        replace(eng, date=_day_of(eng, scene, weights)) if eng.engagement_id in undated else eng
        for eng in engagements
    )


def _day_of(eng: Engagement, scene: Scene, weights: SceneWeights) -> Cited[DateSpan] | None:
    best = weights.best(scene.choices(eng))
    if best is None or best[1] < weights.threshold:
        return None
    choice, probability = best
    return Cited(choice.day, choice.evidence, round(probability, 2), REASON)
