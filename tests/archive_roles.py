"""What processes do to one archive at once, for `tests/store/test_connecting.py`.

    python tests/archive_roles.py ROLE LOCATION SECONDS

Prints how often it did it, the longest wait in seconds, and the first error.
"""

from __future__ import annotations

import json
import sys
import time

from sqlalchemy import insert

from benchmarks.newsroom import readings
from dragoman.errors import DragomanError
from dragoman.store import tables
from dragoman.store.archive import Archive
from dragoman.store.query import Query


def write(archive, number, stock):
    archive.add(next(stock))


def read(archive, number, stock):
    page = archive.find(Query(text="me*" if number % 2 else ""), limit=20)
    for record in page.records[:3]:
        assert archive.record(record.record_id) is not None
    archive.facets(Query(kind=("meeting",)))
    time.sleep(0.002)


def review(archive, number, stock):
    """As a decision is saved: durable, in a transaction of its own."""
    with archive.writing(durable=True) as connection:
        connection.execute(insert(tables.runs), {"command": "decide", "started": "now", "counts": "{}"})
    time.sleep(0.02)


def main(role: str, location: str, seconds: float) -> None:
    done, longest, error = 0, 0.0, None
    with Archive.open(location, readonly=role == "read") as archive:
        stock = readings(1_000_000, seed=int(time.time_ns() % 10_000))
        end = time.monotonic() + seconds
        while time.monotonic() < end and error is None:
            begun = time.monotonic()
            try:
                {"write": write, "read": read, "review": review}[role](archive, done, stock)
            except DragomanError as problem:
                error = str(problem)
            longest = max(longest, time.monotonic() - begun)
            done += 1
    print(json.dumps({"role": role, "done": done, "longest": round(longest, 3), "error": error}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
