"""What the speed benchmark judges the gate by is none of what the gate has learned from."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tools.coder.background import CORPORA
from tools.gate import rows

BENCHMARKS = Path(rows.__file__).parents[2] / "benchmarks"


@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora are not beside the checkout")
def test_both_count_the_same_pages(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import speed  # a program, which finds its neighbours in its own folder
    import throughput

    assert speed.HELD_OUT == rows.HELD_OUT
    judged, learned = (
        itertools.islice(pages, 40) for pages in (throughput.corpus_rows(), rows.corpus_pages())
    )
    assert list(judged) == list(learned)
