"""What the gate leaves out of the network tells nothing: the development pages are read alike with it and without."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dragoman.pages import read_page
from dragoman.pipeline import Reading, read

DEV = Path(__file__).resolve().parents[1] / "gold" / "dev"
# Of all engagements of the pages; the corpora allow for no more either (`benchmarks/speed.py`).
MOST_LOST = 0.005


def told(reading: Reading) -> Counter[str]:
    """The engagements by kind and who takes part."""
    return Counter(
        f"{eng.kind} " + " ".join(sorted(part.name.value for part in eng.participants))
        for eng in reading.engagements
    )


def test_nothing_is_lost_at_the_gate():
    whole = lost = 0
    for page in sorted(DEV.glob("*.txt")):
        article = read_page(page.read_bytes(), source=page.name)
        every = told(read(article, gated=False))
        whole += every.total()
        lost += (every - told(read(article))).total()
    assert lost / whole <= MOST_LOST
