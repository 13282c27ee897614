"""How fast the knowledge base opens and answers, on the machine it runs on.

    python benchmarks/knowledge_speed.py

Prints a table and, as its last line, one JSON object: milliseconds until the first answer of each kind (its tables are
read then), and look-ups a second afterwards.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.knowledge.tablefiles import TABLES
from reporting import print_summary

LOOKUPS = 20_000


def main() -> None:
    """Time the first and the later answers of each kind."""
    kb, day = KnowledgeBase.open(), dt.date(2024, 4, 2)
    asked: dict[str, Callable[[], object]] = {
        "find_country": lambda: kb.find_country("Türkiye"),
        "find_organization": lambda: kb.find_organization("African Union"),
        "find_office_title": lambda: kb.find_office_title("Foreign Minister"),
        "holders": lambda: kb.holders("office:FRA/foreign-minister", day),
        "find_people": lambda: kb.find_people("Séjourné"),
        "resolve_person": lambda: kb.resolve_person(
            "Séjourné", role="foreign-minister", country="FRA", org_id=None, day=day
        ),
        "find_places": lambda: kb.find_places("Leuven"),
        "gazetteer": lambda: kb.gazetteer().kinds_of("Foreign Minister"),
    }
    figures = {}
    for name, ask in asked.items():
        first = _seconds(ask, 1)
        figures[name] = {
            "first_ms": round(1000 * first, 1),
            "per_second": round(LOOKUPS / _seconds(ask, LOOKUPS)),
        }
        print(
            f"{name:20} first {figures[name]['first_ms']:7.1f} ms   then {figures[name]['per_second']:9,} a second"
        )
    size = sum(path.stat().st_size for path in TABLES.iterdir())
    print_summary("python benchmarks/knowledge_speed.py", f"the shipped tables: {size} bytes", figures)


def _seconds(ask: Callable[[], object], times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        ask()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
