"""Fixtures of more than one folder.

location    where a new archive may be made, once as an SQLite file and once as a PostgreSQL database
archive     a new, empty archive there
"""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from postgresql import MISSING, find_binaries, running_server


@pytest.fixture(scope="session")
def postgresql_server():
    """One server for the whole run, started when first asked for; ``None`` without the binaries."""
    binaries = find_binaries()
    with ExitStack() as stack:
        yield None if binaries is None else stack.enter_context(running_server(binaries))


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "diplomacy.db")
    server = request.getfixturevalue("postgresql_server")
    if server is None:
        pytest.skip(MISSING)
    return server.new_database()


@pytest.fixture
def archive(location):
    from dragoman.store.archive import Archive

    with Archive.open(location) as opened:
        yield opened
