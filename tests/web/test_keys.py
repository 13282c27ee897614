"""API keys: shown once, kept as a hash, scopes include lower ones."""

from __future__ import annotations

import stat

import pytest

from dragoman.errors import ServeError
from dragoman.web.keys import KeyRing, Scope


def test_only_a_hash_is_kept_and_only_the_owner_reads_it(tmp_path):
    ring = KeyRing(tmp_path / "keys.json")
    given = ring.create("notebook", [Scope.WRITE])
    secret = given.split("_", 2)[2]
    assert secret not in ring.path.read_text()
    assert stat.S_IMODE(ring.path.stat().st_mode) == 0o600


def test_a_scope_includes_those_before_it(tmp_path):
    ring = KeyRing(tmp_path / "keys.json")
    key = ring.check(ring.create("analyst", [Scope.REVIEW]))
    assert [key.allows(scope) for scope in Scope] == [True, True, False, False]


@pytest.mark.parametrize("given", ["", "drg_", "drg_x_y", "bearer", "drg_00000000_secret"])
def test_what_is_no_key_opens_nothing(tmp_path, given):
    ring = KeyRing(tmp_path / "keys.json")
    ring.create("a", [Scope.READ])
    assert ring.check(given) is None


def test_a_revoked_key_is_none(tmp_path):
    ring = KeyRing(tmp_path / "keys.json")
    given = ring.create("a", [Scope.READ])
    assert ring.revoke(ring.held()[0].key_id)
    assert ring.check(given) is None
    assert not ring.revoke("nobody")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(ServeError, match="cannot be written"):
        KeyRing(tmp_path / "none" / "keys.json").create("a", [Scope.READ])
