"""Fills an archive with made-up readings and measures loading, memory and look-ups beside their bars.

    python -m benchmarks.archive                     # SQLite, 100,000 engagements with 680,000 pieces of evidence
    python -m benchmarks.archive --postgresql        # the same in a PostgreSQL server of its own, Debian's binaries
    python -m benchmarks.archive --engagements 20000

Loading is `Archive.add`, one transaction per article, comparing and merging included; making the readings up is not
counted. Look-ups are medians. The last line also has the load of the machine at the end: with more than its cores, all times
are those of a busy machine. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.newsroom import ENGAGEMENTS_PER_ARTICLE, readings
from benchmarks.reporting import print_summary
from dragoman.store import tables
from dragoman.store.archive import Archive
from dragoman.store.query import Query, Sort

BARS = {
    "engagements loaded per second": (2_000.0, "at least"),
    "growth of memory, MB": (50.0, "below"),
    "a record, ms": (20.0, "below"),
    "a person's timeline of 200, ms": (50.0, "below"),
    "a search for two words, ms": (150.0, "below"),
    "a person's network, ms": (300.0, "below"),
}
_LOOKUPS = 60
_WARM = 0.2
"""Share of the articles after which memory is taken for full: by then caches have filled."""
_KIB_PER_MB = 1024


@dataclass(slots=True)
class Load:
    """How loading went."""

    articles: int = 0
    engagements: int = 0
    seconds: float = 0.0
    memory: float = 0.0
    memory_warm: float = 0.0


def resident() -> float:
    """Memory in use now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / _KIB_PER_MB / _KIB_PER_MB


def load(archive: Archive, engagements: int) -> Load:
    """Add readings until there are so many engagements."""
    done, wanted = Load(), engagements // ENGAGEMENTS_PER_ARTICLE
    for reading in readings(wanted):
        begun = time.perf_counter()
        archive.add(reading)
        done.seconds += time.perf_counter() - begun
        done.articles += 1
        done.engagements += len(reading.engagements)
        if done.articles == int(wanted * _WARM):
            done.memory_warm = resident()
        if done.articles % 2_500 == 0:
            rate = done.engagements / done.seconds
            print(f"{done.engagements:,} engagements, {rate:,.0f} a second", file=sys.stderr)
    done.memory = resident()
    return done


def typical(look_up: Callable[[int], object]) -> float:
    """Milliseconds of the median of many look-ups, after one to warm up."""
    look_up(0)
    times = []
    for number in range(_LOOKUPS):
        begun = time.perf_counter()
        look_up(number)
        times.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(times), 2)


def busiest(archive: Archive, count: int) -> list[str]:
    """The people who take part in most records."""
    actor = tables.participants.c.actor_id
    wanted = select(actor).group_by(actor).order_by(func.count().desc(), actor).limit(count)
    with archive.reading() as connection:
        return list(connection.execute(wanted).scalars())


def look_ups(archive: Archive) -> dict[str, float]:
    """Milliseconds of each kind of look-up."""
    luck = random.Random(3)
    with archive.reading() as connection:
        ids = list(connection.execute(select(tables.records.c.record_id)).scalars())
    asked = luck.choices(sorted(ids), k=_LOOKUPS)
    people = busiest(archive, 20)
    records = archive.find(Query(sort=Sort.SOURCES), limit=_LOOKUPS).records
    pairs = [f"{one.engagement.participants[0].name.value.split()[-1]} {topic.value.split()[0]}"
             for one in records for topic in one.engagement.topics]  # fmt: skip

    def record(number: int) -> None:
        found = archive.record(asked[number])
        assert found is not None
        archive.history(found.record_id)

    def search(number: int) -> None:
        assert archive.find(Query(text=pairs[number % len(pairs)])).records

    return {
        "a record, ms": typical(record),
        "a person's timeline of 200, ms": typical(
            lambda number: archive.timeline(people[number % 20], limit=200)
        ),
        "a search for two words, ms": typical(search),
        "a person's network, ms": typical(lambda number: archive.network(people[number % 20])),
    }


@contextmanager
def place(options: argparse.Namespace) -> Iterator[str]:
    """Where the archive is made, and taken away afterwards."""
    if options.postgresql:
        from tests.postgresql import MISSING, find_binaries, running_server

        binaries = find_binaries()
        if binaries is None:
            sys.exit(MISSING)
        with running_server(binaries, durable=True) as server:
            yield server.new_database()
    else:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            yield str(Path(folder) / "benchmark.db")


def is_met(name: str, figure: float) -> bool:
    """Whether a figure meets its bar."""
    bar, side = BARS[name]
    return figure >= bar if side == "at least" else figure < bar


def main() -> None:
    """Load, look up, print figures beside bars, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engagements", type=int, default=100_000)
    parser.add_argument("--postgresql", action="store_true", help="in a PostgreSQL server started for this")
    parser.add_argument("--folder", help="where the SQLite file is made")
    options = parser.parse_args()
    with place(options) as location, Archive.open(location) as archive:
        done = load(archive, options.engagements)
        figures: dict[str, float] = {
            "engagements loaded per second": round(done.engagements / done.seconds),
            "growth of memory, MB": round(done.memory - done.memory_warm, 1),
            **look_ups(archive),
        }
        with archive.reading() as connection:
            spans = connection.execute(select(func.count()).select_from(tables.evidence)).scalar()
        stats = archive.stats()
    for name, figure in figures.items():
        bar, side = BARS[name]
        print(f"{name:34}{figure:>10,} {side} {bar:,.0f}{'' if is_met(name, figure) else '   MISSED'}")
    data = f"{stats.articles} made-up articles, {stats.reports} engagements, {stats.records} records, {spans} spans"
    print_summary(
        "python -m benchmarks.archive",
        data,
        figures,
        missed=[name for name, figure in figures.items() if not is_met(name, figure)],
        load_average=round(os.getloadavg()[1], 1),
    )
    sys.exit(0 if all(is_met(name, figure) for name, figure in figures.items()) else 1)


if __name__ == "__main__":
    main()
