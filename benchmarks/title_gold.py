"""How often the engagement that a release's title names is found, with its counterpart and its day.

    python benchmarks/title_gold.py              # 100 releases, always the same
    python benchmarks/title_gold.py --all --misses

The releases are the US State Department's of 2021 and 2022 (public domain), read with their title as the headline and
their publication day, as a page would have them. What a title names is weak gold: a call, a meeting or a trip, and the
other side. The last line is one JSON object: data, command, commit, figures.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import lzma
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dragoman.cli.score import output_of_article
from dragoman.pages.draft import compose
from dragoman.pages.html import read_html
from dragoman.scoring.names import fold
from dragoman.scoring.output import OutEngagement, Output
from reporting import print_summary

FOLDER = (
    Path(__file__).resolve().parents[1].parent / "shared" / "data" / "corpora" / "us-state-press-2021-2022"
)
SAMPLE, SEED = 100, 20260122
KINDS = {"call": {"call"}, "meeting": {"meeting", "conference"}, "travel": {"visit"}}
# Counterparts at home: not between countries.
_DOMESTIC = re.compile(
    r"\b(Governors?|Members of Congress|Congressional|Senators?|Mayors?|Employees|Families|State Department|"
    r"Civil Society|Business Leaders|U\.S\. (?:Ambassador|Embassy)|Hawaii|New York|California|Texas|Alaska|"
    r"Washington|Colorado|Florida|Massachusetts|Pennsylvania|Georgia Tech|Virginia|Maryland|Los Angeles|"
    r"Houston|Philadelphia|Leesburg|Labor Leaders|Frontline Workers|Institute for)\b"
)
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'.-]+")
# Words of a counterpart that name nobody by themselves.
_TITLES = frozenset(
    fold(
        "president prime minister foreign affairs secretary general deputy assistant chief state the of and for "
        "ambassador special envoy national security advisor adviser king queen crown prince chairman chair "
        "high representative commissioner director leader members council republic united his excellency "
        "ministers vice first lady sheikh sultan emir chancellor trade defense defence executive speaker"
    )
)


@dataclass(frozen=True, slots=True)
class Case:
    """A release whose title names an encounter."""

    release: dict[str, Any]
    kind: str
    counterpart: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one case."""

    case: Case
    kind: bool
    counterpart: bool
    day: bool
    given: str


def load_cases() -> list[Case]:
    """All releases with a foreign counterpart in the title, in the order of the file."""
    with lzma.open(FOLDER / "releases.jsonl.xz", "rt", encoding="utf8") as lines:
        releases = {release["id"]: release for release in map(json.loads, lines)}
    golds = [json.loads(line) for line in (FOLDER / "title-gold.jsonl").open(encoding="utf8")]
    return [
        Case(releases[gold["id"]], gold["kind"], gold["counterpart"])
        for gold in golds
        if gold["id"] in releases and not _DOMESTIC.search(gold["counterpart"])
    ]


def read_release(release: dict[str, Any]) -> Output:
    """What the reader says about a release."""
    draft = read_html(release["html"], url=release["url"], headline=release["title"])
    day = dt.date.fromisoformat(release["published"][:10])
    return output_of_article(compose(draft, source=release["id"], published=day))


def judge(case: Case) -> Verdict:
    """The verdict on the likeliest engagement of the right kind, or on nothing."""
    output = read_release(case.release)
    right = [eng for eng in output.engagements if eng.kind in KINDS[case.kind] and not eng.historical]
    given = "; ".join(map(_tell, output.engagements))
    if not right:
        return Verdict(case, False, False, False, given)
    named = [eng for eng in right if names_counterpart(case.counterpart, eng)]
    day = dt.date.fromisoformat(case.release["published"][:10])
    dated = any(is_dated(eng, day, case.kind, output) for eng in named or right)
    return Verdict(case, True, bool(named), dated, given)


def names_counterpart(counterpart: str, eng: OutEngagement) -> bool:
    """Whether a participant or a stop shares a telling word with the counterpart, in name or in words."""
    wanted = {word for part in _CAPITALISED.findall(counterpart) for word in fold(part)} - _TITLES
    told = " ".join(party.name or "" for party in eng.participants if party.country != "USA")
    told += " " + " ".join(stop.city or "" for stop in eng.stops)
    quotes = [quote.quote for holder in (*eng.participants, *eng.stops) for quote in holder.evidence]
    places = [quote.quote for quote in (eng.place.evidence if eng.place else ())]
    return bool(wanted & set(fold(" ".join([told, *quotes, *places]))))


def is_dated(eng: OutEngagement, published: dt.date, kind: str, output: Output) -> bool:
    """A call or meeting: within a day of publication. A trip: any days, as the title tells none."""
    dates = [date for date in (eng.date, *(stop.date for stop in eng.stops)) if date is not None]
    if kind == "travel":
        has_days = (
            re.search(
                r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
                r"|December)\s+\d",
                output.article.text,
            )
            is not None
        )
        return bool(dates) or not has_days
    near = [date for date in dates if abs((date.span().start - published).days) <= 1]
    return bool(near) if re.search(r"\b(?:today|yesterday|\w+day)\b", output.article.text) else True


def _tell(eng: OutEngagement) -> str:
    others = ", ".join(party.name or party.country or "?" for party in eng.participants)
    days = f" {eng.date.start}..{eng.date.end}" if eng.date else ""
    return f"{eng.kind} {eng.status}{days} [{others}]"


def main() -> None:
    """Reads the releases, prints the table, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all", action="store_true", help="all releases, not a sample of 100")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    options = parser.parse_args()
    cases = load_cases()
    if not options.all:
        cases = random.Random(SEED).sample(cases, SAMPLE)
    verdicts = [judge(case) for case in cases]
    console = Console()
    console.print(table_of(verdicts))
    if options.misses:
        for verdict in verdicts:
            if not (verdict.kind and verdict.counterpart and verdict.day):
                missed = ", ".join(
                    name for name in ("kind", "counterpart", "day") if not getattr(verdict, name)
                )
                title = verdict.case.release["title"]
                print(
                    f"{verdict.case.release['id']} missed {missed}: {title}\n    given: {verdict.given or 'nothing'}"
                )
    data = f"us-state-press-2021-2022: {len(verdicts)} titles"
    print_summary("python benchmarks/title_gold.py", data, shares(verdicts))


def table_of(verdicts: list[Verdict]) -> Table:
    """Shares per kind of encounter."""
    table = Table("titles", "number", "kind", "counterpart", "day")
    for kind, number in Counter(verdict.case.kind for verdict in verdicts).items():
        some = [verdict for verdict in verdicts if verdict.case.kind == kind]
        table.add_row(kind, str(number), *(f"{share:.3f}" for share in shares(some).values()))
    table.add_row("all", str(len(verdicts)), *(f"{share:.3f}" for share in shares(verdicts).values()))
    return table


def shares(verdicts: list[Verdict]) -> dict[str, float]:
    """Shares of the verdicts that found kind, counterpart and day."""
    return {
        name: round(sum(getattr(verdict, name) for verdict in verdicts) / len(verdicts), 3)
        for name in ("kind", "counterpart", "day")
    }


if __name__ == "__main__":
    main()
