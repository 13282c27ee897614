"""Assets: there and unchanged, or said to be missing; pages go on without them."""

from __future__ import annotations

import json
import shutil

import pytest

from dragoman.web import assets


@pytest.fixture
def vendor(tmp_path, monkeypatch):
    """A copy of the static files to damage."""
    if assets.missing_assets():
        pytest.skip("installed without browser assets (npm was out of reach)")
    shutil.copytree(assets.static_folder(), tmp_path / "static")
    monkeypatch.setattr(assets, "static_folder", lambda: tmp_path / "static")
    return tmp_path / "static" / assets.VENDOR


def test_all_are_there(vendor):
    assert assets.missing_assets() == ()
    assert "d3-geo" in assets.asset_versions()


def test_a_changed_or_missing_file_is_named(vendor):
    (vendor / "d3-geo.min.js").write_text("x")
    (vendor / "htmx.min.js").unlink()
    assert set(assets.missing_assets()) == {"d3-geo.min.js", "htmx.min.js"}


def test_a_damaged_manifest_is_none(vendor):
    (vendor / "MANIFEST.json").write_text(json.dumps([]))
    assert assets.missing_assets() == (str(vendor),)
    assert assets.asset_versions() == {}
