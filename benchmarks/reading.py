"""How well pages are read: the gold sets, and PLOVER's gold standard records.

    python benchmarks/reading.py                 # all figures
    python benchmarks/reading.py --misses        # and the PLOVER records that were read otherwise

PLOVER's records (CC BY-SA 4.0) are the examples of the CAMEO manual, coded by hand: single sentences, many of them about
one country alone. They are coded as `dragoman code` does, by rule or else by the class model, once with every sentence
taken for an event, as all of them are, and once with the command's own threshold. Their event names are those of 2016;
`SINCE_2016` has what became of them. A record is right if an event coded from its sentence has its class, and right with
countries if that event's actor and recipient are those of the record too. `across` counts only the records between two
countries or a country and an organisation, `read` only what was read as an engagement. The records that were missed were
seen before the model's sentences were written, none was taken over. The last line is one JSON object: data, command,
commit, figures.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from dragoman.cli.code import LEAST
from dragoman.cli.score import pair_pages
from dragoman.ontology.classifying import DEFAULT_MODEL
from dragoman.ontology.sentences import CodedSentence
from dragoman.pages import Article
from dragoman.pages.draft import compose
from dragoman.pages.plaintext import read_dump
from dragoman.pipeline import code_article
from dragoman.scoring.report import figures_of
from dragoman.scoring.tally import tally
from reporting import ROOT, SHOWN, print_summary

RECORDS = ROOT.parent / "shared" / "data" / "event-coding" / "plover-gsr" / "plover_gsr_dev.json"
GOLD = {name: ROOT / "tests" / "gold" / name for name in ("dev", "blind")}
FIGURES = (*SHOWN, "plover_event")
SINCE_2016 = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One record and whether it was read as coded."""

    event: str
    source: frozenset[str]
    target: frozenset[str]
    text: str
    given: tuple[str, ...]
    right: bool
    with_countries: bool
    sure: bool
    read: bool

    @property
    def across(self) -> bool:
        """Whether it is between two countries, or a country and an organisation."""
        return bool(self.source and self.target) and self.source != self.target


def load_records() -> list[dict[str, Any]]:
    """The records of sentences (the first tells of the file)."""
    records = json.loads(RECORDS.read_text("utf-8"))
    return [record for record in records if record["event"] != "DOCUMENT"]


def judge(record: dict[str, Any]) -> Verdict:
    """Code the sentence of a record and compare."""
    text = record["text"].strip("{}")
    coded = code_article(_article(text))
    wanted = SINCE_2016.get(record["event"], record["event"])
    source, target = _codes(record.get("source")), _codes(record.get("target"))
    same = [one for one in coded if one.event == wanted]
    with_countries = any(_fits(source, target, *_sides(one)) for one in same)
    sure = max((one.probability for one in same), default=0.0) >= LEAST
    read_as = any(not one.rule.startswith(DEFAULT_MODEL.stem) for one in same)
    given = tuple(_told(one) for one in coded)
    return Verdict(wanted, source, target, text, given, bool(same), with_countries, sure, read_as)


def _article(text: str) -> Article:
    return compose(read_dump(text), source="record")


def _codes(actors: object) -> frozenset[str]:
    listed = actors if isinstance(actors, list) else []
    return frozenset(actor["code"] for actor in listed if actor.get("code"))


def _fits(source: frozenset[str], target: frozenset[str], acting: set[str], facing: set[str]) -> bool:
    """Parties to a contact all act; where the record names no target only the source counts."""
    if not facing:
        return bool(source) and source | target <= acting
    return bool(source & acting) and (not target or bool(target & facing))


def _sides(one: CodedSentence) -> tuple[set[str], set[str]]:
    return {side.code for side in one.actors}, {side.code for side in one.recipients}


def _told(one: CodedSentence) -> str:
    acting, facing = _sides(one)
    return f"{one.event} {'+'.join(sorted(acting))}>{'+'.join(sorted(facing))} ({one.probability:.2f})"


def gold_table(figures: dict[str, dict[str, Any]]) -> Table:
    """The gold sets side by side."""
    table = Table("gold", *figures)
    for name in FIGURES:
        table.add_row(name, *(f"{found[name]:.3f}" for found in figures.values()))
    return table


def record_table(verdicts: list[Verdict]) -> Table:
    """PLOVER's records by class."""
    table = Table("PLOVER's records", "number", *(name.replace("_", " ") for name in shares(verdicts)))
    groups = {
        event: [v for v in verdicts if v.event == event] for event in sorted({v.event for v in verdicts})
    }
    groups |= {"across": [v for v in verdicts if v.across], "all": verdicts}
    for name, some in groups.items():
        table.add_row(name, str(len(some)), *(f"{share:.3f}" for share in shares(some).values()))
    return table


def shares(verdicts: list[Verdict]) -> dict[str, float]:
    """Shares with the class, with class and countries, with the class above the threshold, and with the class by rule."""
    counts = {
        "class": sum(v.right for v in verdicts),
        "class_and_countries": sum(v.with_countries for v in verdicts),
        "class_at_threshold": sum(v.sure for v in verdicts),
        "class_read": sum(v.read for v in verdicts),
    }
    return {name: round(count / len(verdicts), 3) for name, count in counts.items()}


def main() -> None:
    """Reads everything, prints the tables, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--misses", action="store_true", help="list the records that were read otherwise")
    options = parser.parse_args()
    console = Console()
    figures = {name: figures_of(tally(pair_pages((folder,), None))) for name, folder in GOLD.items()}
    console.print(gold_table(figures))
    verdicts = [judge(record) for record in load_records()]
    console.print(record_table(verdicts))
    if options.misses:
        for verdict in verdicts:
            if not verdict.with_countries:
                sides = f"{'+'.join(sorted(verdict.source))}>{'+'.join(sorted(verdict.target))}"
                print(
                    f"{verdict.event} {sides}: {verdict.text}\n    given: {'; '.join(verdict.given) or 'nothing'}"
                )
    summary: dict[str, object] = {
        name: {key: found[key] for key in FIGURES} for name, found in figures.items()
    }
    across = [verdict for verdict in verdicts if verdict.across]
    for name, some in {"plover": verdicts, "plover_across": across}.items():
        summary[name] = shares(some)
    data = f"tests/gold and {len(verdicts)} PLOVER records"
    print_summary("python benchmarks/reading.py", data, summary)


if __name__ == "__main__":
    main()
