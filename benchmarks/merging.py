"""How well reports of one event are brought together, and whether the record then says what is right.

    python -m benchmarks.merging                          # everything
    python -m benchmarks.merging --only stories --faults  # and every event torn apart or lumped with another

- stories: invented articles of several papers about the same few events (tests/gold/clusters). Dragoman reads them, then
  groups them. `found` counts the mentions that the reader found, `end to end` all that are told. Nothing was tuned on the
  stories in `held`, whose faults are not printed.
- readouts: releases of the State Department and the White House (public domain) about calls and meetings, grouped by what
  their titles name (benchmarks/readouts.py): official, counterpart, kind, day. Most are told once, so that leaving every
  release alone is no bad answer: it stands beside. The points were set with an eye on these releases too, so they are no
  unseen data. Needs ../shared/data/corpora.
- meantime: annotated events about aircraft and car makers, across documents (benchmarks/meantime.py). Needs
  ../shared/data/meantime-timelines.

The last line is one JSON object: data, command, commit, figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import combinations

from rich.console import Console
from rich.table import Table

from benchmarks import meantime
from benchmarks.readouts import Release, find_told, gold_groups, load_releases, read_article
from benchmarks.reporting import ROOT, print_summary
from dragoman.pipeline import read, shipped_knowledge
from dragoman.record.clustering import cluster
from dragoman.record.record import Report, reports_of
from dragoman.scoring.coreference import Agreement, score_groups
from dragoman.scoring.stories import load_stories
from dragoman.scoring.trial import (
    agreement,
    copies_right,
    faults_of,
    field_faults_of,
    fields_right,
    try_stories,
)

CLUSTERS = ROOT / "tests" / "gold" / "clusters"


def measure_stories(console: Console, *, faults: bool) -> dict[str, object]:
    """The figures of both halves of the stories."""
    figures: dict[str, object] = {}
    for half in ("open", "held"):
        trial = try_stories(load_stories([CLUSTERS / half]), shipped_knowledge())
        found = [one for one in trial.told if one.report_id is not None]
        print_agreements(
            console,
            f"stories, {half}: {len({one.event for one in trial.told})} events, {len(trial.told)} tellings, "
            f"{len(found)} found",
            {"found": agreement(trial, found_only=True), "end to end": agreement(trial, found_only=False)},
        )
        fields = {name: share.recall for name, share in fields_right(trial).items()}
        copies = copies_right(trial)
        console.print("right in the record:", fields, " copies:", copies.recall, copies.precision)
        figures[half] = {
            "tellings": len(trial.told),
            "tellings_found": len(found),
            "found": figures_of(agreement(trial, found_only=True)),
            "end_to_end": figures_of(agreement(trial, found_only=False)),
            "fields": fields,
            "copies": {"recall": copies.recall, "precision": copies.precision},
        }
        if faults and half == "open":
            console.print(
                "\n".join([*faults_of(trial), *field_faults_of(trial)]), markup=False, soft_wrap=True
            )
    return figures


def figures_of(agreed: Agreement) -> dict[str, float]:
    """The figures by name."""
    return {
        "muc": agreed.muc.f1,
        "b_cubed": agreed.b_cubed.f1,
        "ceaf_e": agreed.ceaf.f1,
        "conll": agreed.conll,
        "b_cubed_recall": agreed.b_cubed.recall,
        "b_cubed_precision": agreed.b_cubed.precision,
    }


def print_agreements(console: Console, title: str, agreed: dict[str, Agreement]) -> None:
    """One line per agreement."""
    table = Table(title=title, title_justify="left")
    for column in ("", "B³ recall", "precision", "B³ F1", "MUC", "CEAF-e", "CoNLL"):
        table.add_column(column)
    for name, one in agreed.items():
        cubed = one.b_cubed
        cells = (cubed.recall, cubed.precision, cubed.f1, one.muc.f1, one.ceaf.f1, one.conll)
        table.add_row(name, *(f"{cell:.3f}" for cell in cells))
    console.print(table)


def measure_readouts(console: Console, *, faults: bool) -> dict[str, object]:
    """The figures over real releases; the reader's misses are left out, as this is about bringing together."""
    kb = shipped_knowledge()
    releases = load_releases(kb)
    reports: list[Report] = []
    told: dict[str, str] = {}
    for release in releases:
        article = read_article(release)
        engagements = read(article, kb).engagements
        reports += reports_of(article, engagements)
        found = find_told(release, engagements)
        if found is not None:
            told[found.engagement_id] = release.release_id
    given = [{told[r.report_id] for r in group if r.report_id in told} for group in cluster(reports)]
    kept = [release for release in releases if release.release_id in set(told.values())]
    gold = gold_groups(kept)
    agreed = score_groups(gold, given)
    home = {release_id: number for number, group in enumerate(given) for release_id in group}
    lumped = [
        (one, other)
        for one, other in combinations(kept, 2)
        if one.is_look_alike(other) and home[one.release_id] == home[other.release_id]
    ]
    look_alikes = sum(one.is_look_alike(other) for one, other in combinations(kept, 2))
    title = f"readouts: {len(releases)} releases, {len(kept)} found, {sum(len(g) > 1 for g in gold)} events of several"
    alone = score_groups(gold, [{release.release_id} for release in kept])
    print_agreements(console, title, {"found": agreed, "every release alone": alone})
    console.print(f"look-alikes taken for one: {len(lumped)} of {look_alikes}")
    if faults:
        print_readout_faults(console, kept, gold, home)
    return {
        "releases": len(releases),
        "found": len(kept),
        "events_of_several": sum(len(group) > 1 for group in gold),
        "look_alikes": look_alikes,
        "look_alikes_lumped": len(lumped),
        **figures_of(agreed),
        "every_release_alone": figures_of(alone),
    }


def print_readout_faults(
    console: Console, releases: list[Release], gold: list[set[str]], home: dict[str, int]
) -> None:
    """Events torn apart, and groups of several events, by their titles."""
    titles = {release.release_id: f"{release.day} {release.title}" for release in releases}
    for group in gold:
        if len({home[release_id] for release_id in group}) > 1:
            console.print(
                "torn:", *sorted(titles[one] for one in group), sep="\n  ", markup=False, soft_wrap=True
            )
    event = {release_id: number for number, group in enumerate(gold) for release_id in group}
    for number in sorted(set(home.values())):
        together = [release_id for release_id in home if home[release_id] == number]
        if len({event[release_id] for release_id in together}) > 1:
            console.print(
                "lumped:", *sorted(titles[one] for one in together), sep="\n  ", markup=False, soft_wrap=True
            )


def measure_meantime(console: Console, *, faults: bool) -> dict[str, object]:  # noqa: ARG001
    """The figures across documents of another domain, beside the same lemma in documents alike."""
    mentions = meantime.load_mentions()
    names = {one.report.report_id: (one.document, one.number) for one in mentions}
    gold = meantime.gold_groups(mentions)
    groups = [
        {names[report.report_id] for report in group} for group in cluster(one.report for one in mentions)
    ]
    given = {
        "ours": groups,
        "same lemma, documents alike": meantime.baseline(mentions),
        "every mention alone": [{name} for name in names.values()],
    }
    agreed = {name: score_groups(gold, groups) for name, groups in given.items()}
    title = (
        f"MEANTIME: {len(mentions)} mentions, {meantime.across_documents(gold)} events in several documents"
    )
    print_agreements(console, title, agreed)
    return {name: figures_of(one) for name, one in agreed.items()}


PARTS: dict[str, Callable[..., dict[str, object]]] = {
    "stories": measure_stories,
    "readouts": measure_readouts,
    "meantime": measure_meantime,
}


def main() -> None:
    """Measures all parts, or one, then prints the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--faults", action="store_true", help="list what was torn apart or lumped together")
    options = parser.parse_args()
    console = Console()
    parts = [options.only] if options.only else list(PARTS)
    figures = {part: PARTS[part](console, faults=options.faults) for part in parts}
    data = "tests/gold/clusters; us-state-press, white-house-press 2021-2022; meantime_english_airbus_gm"
    print_summary("python -m benchmarks.merging", data, figures)


if __name__ == "__main__":
    main()
