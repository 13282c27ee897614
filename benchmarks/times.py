"""Scores ``find_times`` on date expressions with normalised values: GUM's and MEANTIME's.

Prints a table, and as the last line one JSON object. ``--misses`` lists what was read wrongly in the half
that rules are developed on; the other half is only scored.

A gold expression is found if one of ours overlaps it; its value is right if both mean the same days at
the same precision. Where we read a range as one expression and the gold standard marks its two ends, each
end is compared with ours. A decade or a season agrees through ``partial``. Only the default reading is
scored; "value in a tense" counts the past and the future reading as well, which is what a caller who knows
the tense can reach. "dated" leaves out gold values that are no days: open intervals (notBefore,
notAfter), days and seasons without year, years before 1000.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import tarfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.mentions.mention import TimeMention
from dragoman.mentions.times import find_times
from reporting import print_summary

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
GUM = DATA / "time" / "gum-dates.jsonl"
MEANTIME = DATA / "meantime-timelines" / "meantime_english_airbus_gm.tar.xz"
# The kinds of text nearest to news pages.
NEWS_GENRES = frozenset({"news", "interview", "speech"})
_QUARTER_MONTHS = {"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12")}
_FULL_DAY = 10
_GUM_KEYS = ("when", "from", "notBefore", "to", "notAfter")


@dataclass(frozen=True, slots=True)
class GoldDate:
    """One annotated expression: ``start`` and ``end`` are ISO prefixes."""

    text: str
    offset: tuple[int, int]
    published: dt.date | None
    values: tuple[str, str]
    genre: str
    develop: bool
    dated: bool = True


def gum_dates() -> Iterator[GoldDate]:
    """GUM's dates; even lines are the half that rules are developed on.

    The file holds only the sentences with dates: they are joined again, one paragraph each, in their order.
    """
    rows = [json.loads(line) for line in GUM.read_text(encoding="utf-8").splitlines()]
    texts: dict[str, str] = {}
    offsets: dict[tuple[str, str], int] = {}
    for row in rows:
        key = row["doc"], row["sent_id"]
        if key not in offsets:
            offsets[key] = len(texts.setdefault(row["doc"], ""))
            texts[row["doc"]] += row["text"] + "\n\n"
    for number, row in enumerate(rows):
        stated = [row[f"attr_{key}"] for key in _GUM_KEYS if row.get(f"attr_{key}")]
        if not stated:
            continue
        start = offsets[row["doc"], row["sent_id"]]
        yield GoldDate(
            texts[row["doc"]],
            (start + row["start"], start + row["end"]),
            dt.date.fromisoformat(row["dct"]),
            (stated[0][:_FULL_DAY], stated[-1][:_FULL_DAY]),
            row["genre"],
            number % 2 == 0,
            dated=_is_dated(row),
        )


def _is_dated(row: dict[str, str]) -> bool:
    stated = [row[f"attr_{key}"] for key in ("when", "from", "to") if row.get(f"attr_{key}")]
    return "attr_when" in row or len(stated) == 2 if all(re.match(r"[12]\d{3}", v) for v in stated) else False


def meantime_dates() -> Iterator[GoldDate]:
    """MEANTIME's TIMEX3 of type DATE with a calendar value that stand in the text."""
    with tarfile.open(MEANTIME) as archive:
        names = sorted(m.name for m in archive.getmembers() if m.name.endswith(".xml"))
        latest = {Path(name).name: name for name in names}
        for number, name in enumerate(sorted(latest.values())):
            member = archive.extractfile(name)
            assert member is not None
            yield from _meantime_page(ET.fromstring(member.read()), develop=number % 2 == 0)


def _meantime_page(root: ET.Element, *, develop: bool) -> Iterator[GoldDate]:
    offsets, text = {}, ""
    for token in root.iter("token"):
        text += " " if text else ""
        offsets[token.attrib["t_id"]] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    times = list(root.iter("TIMEX3"))
    creation = [t.attrib["value"] for t in times if t.get("functionInDocument") == "CREATION_TIME"]
    if not creation or not re.fullmatch(r"\d{4}-\d\d-\d\d", creation[0]):
        return
    for timex in times:
        tokens = [offsets[a.attrib["t_id"]] for a in timex.iter("token_anchor")]
        values = timex_values(timex.get("value", ""))
        if timex.get("type") == "DATE" and tokens and values is not None:
            where = tokens[0][0], tokens[-1][1]
            yield GoldDate(text, where, dt.date.fromisoformat(creation[0]), values, "meantime", develop)


def timex_values(value: str) -> tuple[str, str] | None:
    """First and last ISO prefix of a TIMEX3 value; ``None`` for references such as PRESENT_REF.

    >>> timex_values("2009-Q3"), timex_values("2004-W47")
    (('2009-07', '2009-09'), ('2004-11-15', '2004-11-21'))
    """
    if re.fullmatch(r"\d{3,4}|\d{4}-\d\d(-\d\d)?", value):
        return value, value
    if quarter := re.fullmatch(r"(\d{4})-(Q[1-4])", value):
        first, last = _QUARTER_MONTHS[quarter[2]]
        return f"{quarter[1]}-{first}", f"{quarter[1]}-{last}"
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first_day = monday + dt.timedelta(days=5 if week[3] else 0)
        return first_day.isoformat(), (monday + dt.timedelta(days=6)).isoformat()
    return (value, value) if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value) else None


def found_values(mention: TimeMention) -> tuple[str, str] | None:
    """What we read, as first and last ISO prefix."""
    if mention.days is not None:
        return mention.days.iso()
    return None if mention.partial is None else (mention.partial, mention.partial)


def is_right(gold: tuple[str, str], ours: tuple[str, str]) -> bool:
    """Whether both mean the same days: ``199`` is 1990-01-01 to 1999-12-31."""
    return gold == ours or _days(gold) == _days(ours)


def _days(values: tuple[str, str]) -> tuple[str, str]:
    first, last = values
    if re.fullmatch(r"\d{2,4}", first) and re.fullmatch(r"\d{2,4}", last):
        return first.ljust(4, "0") + "-01-01", last.ljust(4, "9") + "-12-31"
    if re.fullmatch(r"\d{4}-\d\d", first) and re.fullmatch(r"\d{4}-\d\d", last):
        return first + "-01", last + "-31"
    return values


@dataclass(slots=True)
class Score:
    """Counts over gold expressions."""

    gold: int = 0
    found: int = 0
    right: int = 0
    right_in_a_tense: int = 0

    def figures(self) -> dict[str, float]:
        """Recall, value right when found, and both together."""
        return {
            "gold": self.gold,
            "recall": round(self.found / max(1, self.gold), 3),
            "value": round(self.right / max(1, self.found), 3),
            "end_to_end": round(self.right / max(1, self.gold), 3),
            "value_in_a_tense": round(self.right_in_a_tense / max(1, self.found), 3),
        }


def score(dates: Iterable[GoldDate], *, misses: bool = False) -> Score:
    """Read every text and compare."""
    total = Score()
    cache: dict[tuple[str, dt.date | None], tuple[TimeMention, ...]] = {}
    for gold in dates:
        key = gold.text, gold.published
        if key not in cache:
            cache[key] = find_times(gold.text, published=gold.published)
        start, end = gold.offset
        near = [m for m in cache[key] if m.span.start < end and start < m.span.end]
        values = [v for v in map(found_values, near) if v is not None]
        ends = [(v, v) for m in near if m.window for v in found_values(m) or ()]
        right = any(is_right(gold.values, v) for v in [*values, *ends])
        total.gold += 1
        total.found += bool(values)
        total.right += right
        readings = [days.iso() for m in near for days in (m.past, m.future) if days is not None]
        total.right_in_a_tense += right or any(is_right(gold.values, r) for r in readings)
        if misses and not right:
            context = (
                f"{gold.text[max(0, start - 40) : start]}[{gold.text[start:end]}]{gold.text[end : end + 30]}"
            )
            print(gold.genre, gold.published, repr(context), "gold", gold.values, "ours", values)
    return total


def megabytes_per_second(texts: Iterable[str]) -> float:
    """Speed over all texts, joined to pages of about 4,000 characters."""
    joined = "\n".join(texts)
    pages = [joined[i : i + 4000] for i in range(0, len(joined), 4000)]
    began = time.perf_counter()
    for page in pages:
        find_times(page, published=dt.date(2024, 3, 14))
    return round(len(joined.encode()) / 1e6 / (time.perf_counter() - began), 2)


def main() -> None:
    """Score both sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list wrong readings of the development half")
    options = parser.parse_args()
    if not GUM.exists() or not MEANTIME.exists():
        print(f"no data under {DATA}: nothing to score")
        return
    gum, meantime = list(gum_dates()), list(meantime_dates())
    sets = {
        "gum": gum,
        "gum, developed on": [g for g in gum if g.develop],
        "gum, other half": [g for g in gum if not g.develop],
        "gum, dated": [g for g in gum if g.dated],
        "gum, dated, other half": [g for g in gum if g.dated and not g.develop],
        "gum news+interview+speech": [g for g in gum if g.genre in NEWS_GENRES],
        "gum news+interview+speech, other half": [g for g in gum if g.genre in NEWS_GENRES and not g.develop],
        "gum news+interview+speech, dated, other half": [
            g for g in gum if g.genre in NEWS_GENRES and g.dated and not g.develop
        ],
        "meantime": meantime,
        "meantime, other half": [g for g in meantime if not g.develop],
    }
    if options.misses:
        score((g for g in gum if g.develop), misses=True)
        score((g for g in meantime if g.develop), misses=True)
    figures: dict[str, object] = {name: score(dates).figures() for name, dates in sets.items()}
    figures["megabytes_per_second"] = megabytes_per_second(dict.fromkeys(g.text for g in gum))
    print(f"{'set':46} {'gold':>6} {'recall':>7} {'value':>7} {'end to end':>11} {'value in a tense':>17}")
    for name in sets:
        row = figures[name]
        assert isinstance(row, dict)
        print(
            f"{name:46} {row['gold']:6} {row['recall']:7.3f} {row['value']:7.3f} {row['end_to_end']:11.3f}"
            f" {row['value_in_a_tense']:17.3f}"
        )
    print_summary("python benchmarks/times.py", "gum-dates.jsonl; meantime_english_airbus_gm", figures)


if __name__ == "__main__":
    main()
