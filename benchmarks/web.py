"""How fast and how heavy the pages are, with 5,000 made-up visits and real kept-alive requests on this machine.

    python benchmarks/web.py

- a record page at 20 requests a second for 20 seconds: median and 95th percentile;
- in Chromium, for each kind of page: bytes on the wire (packed, without a cache) and milliseconds until everything is
  drawn, the median of three.

The visits are invented (tests/visits.py): the same ministers go to the same capitals, so records are alike in size.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]

import httpx2  # noqa: E402

import visits  # noqa: E402
from browsing import DRAWINGS, chromium  # noqa: E402
from dragoman.store.archive import Archive  # noqa: E402
from dragoman.store.query import Query  # noqa: E402
from reporting import print_summary  # noqa: E402

RATE, SECONDS, TURNS = 20, 20, 3
PORT = 8764


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "visits.db"
        with visits.build_archive(path, given.visits) as archive:
            records = [record.record_id for record in archive.find(Query(), limit=200).records]
            pages = pages_of(archive, records)
        with serving(path) as base:
            asked = measure_requests(base, records)
            seen = measure_browser(base, pages)
    print(f"record page at {RATE} requests/s: median {asked['median_ms']} ms, p95 {asked['p95_ms']} ms")
    for name, figures in seen.items():
        print(f"{name:10} {figures['kB']:>6} kB  drawn after {figures['drawn_ms']:>5} ms")
    print_summary(
        "benchmarks/web.py", f"{given.visits} made-up visits", {"record_page": asked, "pages": seen}
    )


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """`dragoman serve` in a process of its own; its address."""
    program = "from dragoman.cli import main; main()"
    server = subprocess.Popen([sys.executable, "-c", program, "serve", str(path), "--port", str(PORT)])
    base = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(200):
            time.sleep(0.1)
            with suppress(httpx2.TransportError):
                httpx2.get(f"{base}/status")
                break
        yield base
    finally:
        server.terminate()
        server.wait()


def pages_of(archive: Archive, records: list[str]) -> dict[str, str]:
    """The address of each kind of page."""
    record = archive.record(records[0])
    if record is None:
        raise SystemExit("the archive is empty")
    party = record.engagement.participants[0]
    return {
        "today": "/",
        "travel": "/travel",
        "meetings": "/meetings",
        "records": "/records",
        "record": f"/records/{records[0]}",
        "article": f"/articles/{record.reports[0].article_id}",
        "person": f"/people/{party.entity_id}",
        "country": f"/countries/{party.country.value if party.country else 'FRA'}",
        "network": f"/network?actor={party.entity_id}",
        "review": "/review",
        "export": "/export",
        "status": "/status",
    }


def measure_requests(base: str, records: list[str]) -> dict[str, float]:
    """Record pages at a steady rate, each another one."""
    times = []
    with httpx2.Client(base_url=base) as client:
        client.get(f"/records/{records[0]}")
        began = time.perf_counter()
        for number in range(RATE * SECONDS):
            wait = began + number / RATE - time.perf_counter()
            time.sleep(max(0.0, wait))
            start = time.perf_counter()
            client.get(f"/records/{records[number % len(records)]}").raise_for_status()
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(times[int(len(times) * 0.95)], 1),
    }


def measure_browser(base: str, pages: dict[str, str]) -> dict[str, dict[str, float]]:
    """Weight and time to drawn of each page, without a cache."""
    found = {}
    with chromium() as browser:
        for name, path in pages.items():
            turns = [one_load(browser, base + path) for _ in range(TURNS)]
            found[name] = {
                "kB": round(max(weight for weight, _ in turns) / 1000, 1),
                "drawn_ms": round(statistics.median(drawn for _, drawn in turns)),
            }
    return found


def one_load(browser, address: str) -> tuple[int, float]:
    """Bytes received and milliseconds until the drawings are there, in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    start = time.perf_counter()
    page.goto(address, wait_until="load")
    for drawing, drawn in DRAWINGS.items():
        if page.locator(drawing).count():
            page.wait_for_selector(drawn, state="attached")
    passed = (time.perf_counter() - start) * 1000
    page.wait_for_timeout(100)
    context.close()
    return int(sum(received)), passed


if __name__ == "__main__":
    main()
