"""Fills archives with made-up readings and measures loading, memory and look-ups beside their bars.

    python -m benchmarks.archive                     # all of the following, one after the other
    python -m benchmarks.archive --only sqlite       # 100,000 engagements with 680,000 pieces of evidence
    python -m benchmarks.archive --only postgresql   # the same in a PostgreSQL server of its own, Debian's binaries
    python -m benchmarks.archive --only ingest       # 100,000 articles by the way of `dragoman ingest`

Loading is `Archive.load`: up to a thousand articles to a transaction, comparing and merging included. The readings are made
up beforehand and kept as JSON; reading that counts. Look-ups are medians. Beside the time on the clock stands the processor
time of this process; that of a PostgreSQL server is not in it. The ingest takes pages from a file of JSON lines through
`dragoman.ingestion.ingest`, one transaction each; in place of the reader, which would take hours, stands one that hands over
a made-up reading of one engagement. The last line also has the load of the machine: with more than its cores, all times are
those of a busy machine. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.newsroom import ENGAGEMENTS_PER_ARTICLE, readings
from benchmarks.reporting import print_summary
from dragoman.codec import from_json, to_json
from dragoman.ingestion import Answer, Event, ingest
from dragoman.pages import RawPage
from dragoman.pipeline import Reading
from dragoman.store import bulk, tables
from dragoman.store.archive import Archive
from dragoman.store.query import Query, Sort
from dragoman.store.writing import Arrival

BARS = {
    "engagements loaded per second": (2_000.0, "at least"),
    "growth of memory, MB": (50.0, "below"),
    "a record, ms": (20.0, "below"),
    "a person's timeline of 200, ms": (50.0, "below"),
    "a search for two words, ms": (150.0, "below"),
    "a person's network, ms": (300.0, "below"),
}
PARTS = ("sqlite", "postgresql", "ingest")
_LOOKUPS = 60
_PARCEL = 250
_WARM = 0.2
"""Share of the articles after which memory is taken for full: by then caches have filled."""
_KIB_PER_MB = 1024


@dataclass(slots=True)
class Memory:
    """What this process holds, in MB, when it is warm and at the end."""

    warm_after: int
    warm: float = 0.0
    now: float = 0.0

    def look(self, articles: int) -> None:
        """Look, so many articles having been saved."""
        self.now = resident()
        if not self.warm and articles >= self.warm_after:
            self.warm = self.now

    @property
    def growth(self) -> float:
        """What came on top of the warm process."""
        return round(self.now - self.warm, 1)


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds on the clock and of the processor since it was made."""

    begun: tuple[float, float] = field(default_factory=lambda: (time.perf_counter(), time.process_time()))

    def times(self) -> tuple[float, float]:
        """Seconds so far: on the clock, of the processor."""
        return time.perf_counter() - self.begun[0], time.process_time() - self.begun[1]


def packed(count: int) -> list[str]:
    """Made-up readings as JSON: they are made beforehand, and as objects all of them would not fit into memory."""
    stock = readings(count)
    return [to_json(some) for some in iter(lambda: list(islice(stock, _PARCEL)), [])]


def unpacked(parcels: Iterable[str]) -> Iterator[Reading]:
    """The readings of all parcels, one after the other."""
    for parcel in parcels:
        yield from from_json(parcel, list[Reading])


def resident() -> float:
    """Memory in use now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / _KIB_PER_MB / _KIB_PER_MB


def load(archive: Archive, engagements: int) -> dict[str, float]:
    """Load readings until there are so many engagements; how fast, and in how much memory."""
    wanted = engagements // ENGAGEMENTS_PER_ARTICLE
    parcels = packed(wanted)
    clock, memory = Clock(), Memory(int(wanted * _WARM))

    def tell(loaded: bulk.Loaded) -> None:
        memory.look(loaded.articles)
        wall, cpu = (round(loaded.reports / seconds) for seconds in clock.times())
        print(
            f"{loaded.reports:,} engagements, {wall:,} a second, {cpu:,} a processor second", file=sys.stderr
        )

    loaded = bulk.load(archive, map(Arrival, unpacked(parcels)), tell=tell)
    wall, cpu = clock.times()
    return {
        "engagements loaded per second": round(loaded.reports / wall),
        "engagements loaded per processor second": round(loaded.reports / cpu),
        "growth of memory, MB": memory.growth,
    }


class MadeUpReader:
    """Stands in for the reader of pages: the n-th page asked for gives the n-th made-up reading."""

    def __init__(self, count: int) -> None:
        self._stock = readings(count, engagements=1)

    def __call__(self, page: RawPage) -> Answer:  # noqa: ARG002
        """The next reading, whatever the page says."""
        return next(self._stock)


def take_in(archive: Archive, folder: str, articles: int) -> dict[str, float]:
    """Ingest so many pages; how fast, and in how much memory."""
    pages = Path(folder) / "pages.jsonl"
    with pages.open("w", encoding="utf-8") as file:
        for number in range(articles):
            file.write(json.dumps({"text": f"page {number}", "url": f"https://news.example/{number}"}) + "\n")
    memory, done, begun = Memory(int(articles * _WARM)), 0, time.perf_counter()

    def tell(_: Event) -> None:
        nonlocal done
        done += 1
        if done % 1_000 == 0:
            memory.look(done)
        if done % 10_000 == 0:
            rate = done / (time.perf_counter() - begun)
            print(f"{done:,} articles, {rate:,.0f} a second", file=sys.stderr)

    tally = ingest([str(pages)], archive, tell=tell, open_reader=lambda: MadeUpReader(articles))
    assert tally.saved == articles, tally
    memory.look(articles)
    rate = round(articles / (time.perf_counter() - begun))
    return {"articles ingested one by one per second": rate, "growth of memory, MB": memory.growth}


def typical(look_up: Callable[[int], object]) -> tuple[float, float]:
    """Milliseconds of many look-ups, after one to warm up: medians on the clock and of the processor."""
    look_up(0)
    walls, cpus = [], []
    for number in range(_LOOKUPS):
        wall, cpu = time.perf_counter(), time.process_time()
        look_up(number)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return round(statistics.median(walls), 2), round(statistics.median(cpus), 2)


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

    kinds: dict[str, Callable[[int], object]] = {
        "a record, ms": record,
        "a person's timeline of 200, ms": lambda number: archive.timeline(people[number % 20], limit=200),
        "a search for two words, ms": search,
        "a person's network, ms": lambda number: archive.network(people[number % 20]),
    }
    times = {name: typical(look_up) for name, look_up in kinds.items()}
    return {
        **{name: wall for name, (wall, _) in times.items()},
        **{name.replace("ms", "processor ms"): cpu for name, (_, cpu) in times.items()},
    }


@contextmanager
def place(part: str, folder: str) -> Iterator[str]:
    """Where the archive of a part is made, and taken away afterwards."""
    if part != "postgresql":
        with tempfile.TemporaryDirectory(dir=folder) as made:
            yield str(Path(made) / "benchmark.db")
        return
    from tests.postgresql import MISSING, find_binaries, running_server

    binaries = find_binaries()
    if binaries is None:
        sys.exit(MISSING)
    with running_server(binaries, durable=True) as server:
        yield server.new_database()


def measure(part: str, folder: str, options: argparse.Namespace) -> tuple[str, dict[str, float]]:
    """What was loaded, in words, and the figures of one part."""
    with place(part, folder) as location, Archive.open(location) as archive:
        if part == "ingest":
            figures = take_in(archive, folder, options.articles)
        else:
            figures = {**load(archive, options.engagements), **look_ups(archive)}
        with archive.reading() as connection:
            spans = connection.execute(select(func.count()).select_from(tables.evidence)).scalar()
        stats = archive.stats()
    data = f"{stats.articles} made-up articles, {stats.reports} engagements, {stats.records} records, {spans} spans"
    return data, figures


def is_met(name: str, figure: float) -> bool:
    """Whether a figure meets its bar; without a bar it does."""
    bar, side = BARS.get(name, (0.0, "at least"))
    return figure >= bar if side == "at least" else figure < bar


def main() -> None:
    """Measure part by part, print figures beside bars, then the line of figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part; can be repeated")
    parser.add_argument("--engagements", type=int, default=100_000, help="how many are loaded")
    parser.add_argument("--articles", type=int, default=100_000, help="how many are ingested")
    parser.add_argument("--folder", help="where files are made")
    options = parser.parse_args()
    data, figures, missed, loads = {}, {}, [], {}
    for part in options.only or PARTS:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            data[part], figures[part] = measure(part, folder, options)
        loads[part] = round(os.getloadavg()[1], 1)
        print(f"{part}: {data[part]}; load average {loads[part]}")
        for name, figure in figures[part].items():
            bar = " ".join((BARS[name][1], f"{BARS[name][0]:,.0f}")) if name in BARS else ""
            print(f"  {name:42}{figure:>10,} {bar}{'' if is_met(name, figure) else '   MISSED'}")
            missed += [] if is_met(name, figure) else [f"{part}: {name}"]
    print_summary("python -m benchmarks.archive", data, figures, missed=missed, load_average=loads)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
