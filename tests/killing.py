"""Kills a process that fills an archive, again and again, for `tests/store/test_connecting.py`.

    python tests/killing.py LOCATION KILLS ARTICLES SEED BATCH

Every child adds the same prepared readings in the same order, BATCH of them to a transaction, with 1 as `dragoman ingest`
does; the parent kills it (SIGKILL) after a moment of chance.
Prints how many articles were there after each kill. Nothing that starts threads is imported before the fork.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time

from benchmarks.newsroom import readings
from dragoman.store import bulk
from dragoman.store.archive import Archive


def fill(location: str, stock: list, batch: int) -> None:
    bulk.BATCH = batch
    bulk.MANY = min(batch, bulk.MANY)
    with Archive.open(location) as archive:
        if batch > 1:
            archive.load(stock)
        else:
            for reading in stock:
                archive.add(reading)


def main(location: str, kills: int, articles: int, seed: int, batch: int) -> None:
    luck = random.Random(seed)
    stock = list(readings(articles, seed=seed))
    with Archive.open(location) as archive:
        archive.add(stock[0])  # imports what is imported late, so that a child begins at once
    counts, killed = [], 0
    while killed < kills:
        child = os.fork()
        if child == 0:
            fill(location, stock, batch)
            os._exit(0)
        time.sleep(luck.uniform(0.005, 0.15))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        with Archive.open(location, readonly=True) as archive:
            counts.append(archive.stats().articles)
            assert archive.faults() == (), archive.faults()
        if not os.WIFSIGNALED(status):
            break
    print(json.dumps({"kills": killed, "articles": counts}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
