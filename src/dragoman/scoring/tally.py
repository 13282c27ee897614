"""Pairings in, figures out: recall, precision and F1 per kind, verdicts per field, false ones on distractors.

>>> Count(right=3, missed=1, false=1).f1
0.75
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.engagements.engagement import Kind
from dragoman.scoring.fields import Finding, Verdict, compare_fields
from dragoman.scoring.gold import GoldEngagement
from dragoman.scoring.matching import Pairing
from dragoman.scoring.output import OutEngagement
from dragoman.scoring.spans import locate, overlap

_DIGITS = 3  # figures are printed and kept to a thousandth


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right, missed and false."""

    right: int = 0
    missed: int = 0
    false: int = 0

    @property
    def recall(self) -> float | None:
        """Share of the wanted that were found; ``None`` where nothing was wanted."""
        return _share(self.right, self.right + self.missed)

    @property
    def precision(self) -> float | None:
        """Share of the given that were right; ``None`` where nothing was given."""
        return _share(self.right, self.right + self.false)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; ``None`` where nothing was wanted or given."""
        return _share(2 * self.right, 2 * self.right + self.missed + self.false)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, _DIGITS) if whole else None


@dataclass(frozen=True, slots=True)
class Tally:
    """All figures over a set of pages.

    ``kinds`` counts what was found under the gold's kind, whatever kind was given, and false ones under the
    kind given; ``exact_kinds`` demands the same kind. ``fields`` counts verdicts per field over all
    pairs, ``confusions`` wrong kinds and statuses as (field, wanted, given).
    """

    pages: int
    main: Count
    every: Count
    background_found: int
    background_wanted: int
    kinds: dict[str, Count]
    exact_kinds: dict[str, Count]
    participants: Count
    fields: dict[str, Counter[Verdict]]
    confusions: Counter[tuple[str, str, str]]
    distractor_pages: int
    false_on_distractors: int
    traps_hit: int
    traps: int

    @property
    def per_distractor(self) -> float | None:
        """False engagements per page that should yield none."""
        return _share(self.false_on_distractors, self.distractor_pages)

    def share_right(self, field: str) -> float | None:
        """Share of the verdicts of a field that are right or rightly empty."""
        verdicts = self.fields.get(field, Counter())
        return _share(verdicts[Verdict.RIGHT] + verdicts[Verdict.RIGHTLY_EMPTY], verdicts.total())

    def share_dated(self, *verdicts: Verdict) -> float | None:
        """Share of the dated gold engagements found whose day gets one of ``verdicts``."""
        dates = self.fields.get("date", Counter())
        dated = dates.total() - dates[Verdict.RIGHTLY_EMPTY] - dates[Verdict.INVENTED]
        return _share(sum(dates[verdict] for verdict in verdicts), dated)

    @property
    def dates_invented(self) -> float | None:
        """Share of the undated gold engagements found that were given a date."""
        dates = self.fields.get("date", Counter())
        return _share(dates[Verdict.INVENTED], dates[Verdict.INVENTED] + dates[Verdict.RIGHTLY_EMPTY])


def tally(pairings: Iterable[Pairing]) -> Tally:
    """The figures of all pages together."""
    kept = tuple(pairings)
    findings = [finding for pairing in kept for finding in findings_of(pairing)]
    fields: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
    for finding in findings:
        fields[finding.field][finding.verdict] += 1
    parties = fields["participant"]
    blank = [pairing for pairing in kept if pairing.page.is_distractor]
    traps = [hit for pairing in kept for hit in trap_hits(pairing)]
    return Tally(
        pages=len(kept),
        main=_count(kept, lambda gold: gold.main, lambda out: out.main),
        every=_count(kept, lambda gold: not gold.historical, lambda _: True),
        background_found=sum(1 for p in kept for g in p.found if p.page.engagements[g].historical),
        background_wanted=sum(1 for p in kept for gold in p.page.engagements if gold.historical),
        kinds={str(kind): _count_kind(kept, kind, exact=False) for kind in Kind},
        exact_kinds={str(kind): _count_kind(kept, kind, exact=True) for kind in Kind},
        participants=Count(parties[Verdict.RIGHT], parties[Verdict.MISSING], parties[Verdict.INVENTED]),
        fields=dict(fields),
        confusions=_count_confusions(findings),
        distractor_pages=len(blank),
        false_on_distractors=sum(len(false_ones(pairing)) for pairing in blank),
        traps_hit=sum(traps),
        traps=len(traps),
    )


def findings_of(pairing: Pairing) -> Iterator[Finding]:
    """The compared fields of all pairs of a page."""
    for pair in pairing.pairs:
        yield from compare_fields(pairing.page.engagements[pair.gold], pairing.output.engagements[pair.out])


def false_ones(pairing: Pairing) -> tuple[int, ...]:
    """Output engagements that are not in the gold; on a distractor page background is allowed."""
    known, is_free = pairing.known, pairing.page.is_distractor
    outs = enumerate(pairing.output.engagements)
    return tuple(o for o, out in outs if o not in known and not (is_free and out.historical))


def trap_hits(pairing: Pairing) -> Iterator[bool]:
    """For each distractor of the page, whether a false engagement is told in its words."""
    false = [pairing.output.engagements[o] for o in false_ones(pairing)]
    for distractor in pairing.page.distractors:
        spans = locate(distractor.quote, pairing.output.article.text)
        yield any(overlap(spans, out.trigger.evidence) for out in false)


def _count_confusions(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    wrong = (f for f in findings if f.field in ("kind", "status") and f.verdict is Verdict.WRONG)
    return Counter((finding.field, finding.wanted, finding.given) for finding in wrong)


def _count(
    pairings: tuple[Pairing, ...],
    is_wanted: Callable[[GoldEngagement], bool],
    is_given: Callable[[OutEngagement], bool],
) -> Count:
    right = missed = false = 0
    for pairing in pairings:
        for g, gold in enumerate(pairing.page.engagements):
            if is_wanted(gold):
                right += g in pairing.found
                missed += g not in pairing.found
        false += sum(1 for o in false_ones(pairing) if is_given(pairing.output.engagements[o]))
    return Count(right, missed, false)


def _count_kind(pairings: tuple[Pairing, ...], kind: Kind, *, exact: bool) -> Count:
    right = missed = false = 0
    for pairing in pairings:
        golds, outs = pairing.page.engagements, pairing.output.engagements
        partner = {pair.gold: outs[pair.out].kind for pair in (*pairing.legs, *pairing.pairs)}
        for g, gold in enumerate(golds):
            if gold.kind == kind and not gold.historical:
                hit = g in partner and (not exact or partner[g] == kind)
                right += hit
                missed += not hit
        false += sum(1 for o in false_ones(pairing) if outs[o].kind == kind)
        if exact:
            false += sum(
                1 for pair in pairing.pairs if outs[pair.out].kind == kind and golds[pair.gold].kind != kind
            )
    return Count(right, missed, false)
