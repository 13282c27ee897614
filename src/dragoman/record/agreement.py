"""Agreement: how far coders who did not see each other's decisions decided alike, per field.

Krippendorff's alpha for nominal values: 1 is full agreement, 0 what chance would give, below 0 worse than chance. Fields
that only one coder ruled on do not count.

>>> alpha([("a", "a"), ("b", "b"), ("a", "b")])
0.4444444444444444
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.record.decisions import RULINGS, Decision, Verdict, canonical, former_names, live, standing
from dragoman.record.typed import in_words
from dragoman.record.values import Party, Value, shape_of

WHOLE = "record"
"""The row of rulings on whole records: whether the event is one."""
_IN, _OUT = "in", "out"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which coders differ: what each of them holds, by name."""

    record_id: str
    field: str
    held: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one field over all records.

    ``units`` is how often at least two coders ruled on it, ``agreed`` how often they held the same. ``alpha`` is ``None``
    where nothing can be said: too few units, or all values alike.
    """

    field: str
    units: int
    agreed: int
    alpha: float | None

    @property
    def share(self) -> float:
        """Which share of the units they agree on."""
        return self.agreed / self.units


def agreement(
    decisions: Mapping[str, Sequence[Decision]], coders: Sequence[str]
) -> tuple[tuple[Agreement, ...], tuple[Difference, ...]]:
    """Agreement per field and overall (last), and every field on which the coders differ.

    Args:
        decisions: by record id.
        coders: whose decisions are compared; two or more.
    """
    rows: dict[str, list[tuple[str, ...]]] = {}
    differences = []
    for record_id in sorted(decisions):
        for path, held in sorted(_held(decisions[record_id], coders).items()):
            if len(held) > 1:
                rows.setdefault(WHOLE if path == WHOLE else shape_of(path), []).append(tuple(held.values()))
            if len(set(held.values())) > 1:
                differences.append(Difference(record_id, path, held))
    found = [_row(field, units) for field, units in sorted(rows.items())]
    everything = [
        tuple(f"{field}={value}" for value in unit) for field, units in rows.items() for unit in units
    ]
    if everything:
        found.append(_row("all", everything))
    return tuple(found), tuple(differences)


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha of nominal values: each unit is what the coders said who said anything.

    Follows Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011). ``None`` where no two values differ or no
    unit has two.
    """
    pairable = [tuple(unit) for unit in units if len(unit) > 1]
    totals = Counter(value for unit in pairable for value in unit)
    size = sum(totals.values())
    expected = size * size - sum(count * count for count in totals.values())
    if expected == 0:
        return None
    observed = sum(_unlike_pairs(unit) / (len(unit) - 1) for unit in pairable)
    return 1.0 - (size - 1) * observed / expected


def _unlike_pairs(unit: Sequence[Hashable]) -> int:
    """Ordered pairs of coders who said different things of a unit."""
    return len(unit) ** 2 - sum(count * count for count in Counter(unit).values())


def _held(decisions: Iterable[Decision], coders: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """For each path what each coder holds, as one who sees only his own decisions."""
    known = tuple(decisions)
    names = former_names(decision for decision in live(known) if decision.verdict in RULINGS)
    found: dict[str, dict[str, str]] = {}
    for coder in coders:
        for path, decision in standing(d for d in known if d.author == coder).items():
            shared = canonical(path, names)
            held = _OUT if decision.verdict in (Verdict.REJECT, Verdict.DELETE) else _IN
            if path is not None:
                held = _shown(decision.result(path))
            found.setdefault(WHOLE if shared is None else shared, {})[coder] = held
    return found


def _shown(value: Value | None) -> str:
    """A value as it is compared: what it says, in small letters."""
    return (value.name if isinstance(value, Party) else in_words(value)).casefold()


def _row(field: str, units: Sequence[tuple[str, ...]]) -> Agreement:
    return Agreement(field, len(units), sum(len(set(unit)) == 1 for unit in units), alpha(units))
