"""What the tests of the pages share: an archive of the examples, a site on it, and a client that asks without a network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.exports.telling import Teller
from dragoman.pipeline import shipped_knowledge
from dragoman.store.archive import Archive
from dragoman.web.app import create_app
from dragoman.web.keys import KeyRing
from dragoman.web.samples import load_examples
from dragoman.web.security import Limits
from dragoman.web.site import Settings, Site

GENEROUS = Limits(rate=1e6, burst=1_000_000)


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory) -> Path:
    """An archive file with the examples; copy it before writing."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    with Archive.open(path) as archive:
        load_examples(archive)
    return path


def site_on(path, **settings):
    """A site on an archive file; closed by whoever opens it."""
    kb = shipped_knowledge()
    ring = KeyRing(Path(f"{path}.keys.json"))
    return Site(Archive.open(path), kb, Teller(kb.country), ring, Settings(limits=GENEROUS, **settings))


def client_of(site, **options):
    return TestClient(create_app(site), base_url="http://localhost", follow_redirects=False, **options)


@pytest.fixture(scope="session")
def client(examples_file):
    """A client of the examples that only looks."""
    site = site_on(examples_file)
    with client_of(site) as client:
        yield client
    site.archive.close()


@pytest.fixture
def own_client(examples_file, tmp_path):
    """A client of a copy of the examples, to change them."""
    path = tmp_path / "own.db"
    for part in examples_file.parent.glob(
        f"{examples_file.name}*"
    ):  # with what is still in the write-ahead log
        shutil.copy(part, path.with_name(part.name.replace(examples_file.name, path.name)))
    site = site_on(path)
    with client_of(site) as client:
        client.site = site
        yield client
    site.archive.close()


@pytest.fixture
def empty_client(tmp_path):
    """A client of an empty archive."""
    site = site_on(tmp_path / "empty.db")
    with client_of(site) as client:
        client.site = site
        yield client
    site.archive.close()
