"""Serving: what is refused before anything listens, and the names that are answered."""

from __future__ import annotations

import socket

import pytest

from dragoman.errors import ServeError
from dragoman.web.keys import KeyRing, Scope
from dragoman.web.serving import Binding, check_free, open_site
from dragoman.web.site import keys_path


def test_other_addresses_need_a_key_or_an_explicit_word(tmp_path):
    location = str(tmp_path / "a.db")
    with pytest.raises(ServeError, match="dragoman keys create NAME"):
        open_site(location, Binding("0.0.0.0"))
    open_site(location, Binding("0.0.0.0", insecure=True)).archive.close()
    KeyRing(keys_path(location)).create("anna", [Scope.READ])
    site = open_site(location, Binding("0.0.0.0"))
    assert site.settings.keyed
    site.archive.close()


@pytest.mark.parametrize(
    ("binding", "answered"),
    [
        (Binding(), {"localhost", "127.0.0.1", "[::1]"}),
        (Binding(names=("Archive.Example.org",)), {"localhost", "127.0.0.1", "[::1]", "archive.example.org"}),
        (Binding("0.0.0.0", insecure=True), set()),
        (Binding("192.0.2.7", insecure=True), {"192.0.2.7", "localhost", "127.0.0.1", "[::1]"}),
    ],
)
def test_only_own_names_are_answered(tmp_path, binding, answered):
    site = open_site(str(tmp_path / "a.db"), binding)
    assert site.settings.hosts == answered
    site.archive.close()


def test_a_port_in_use_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"127.0.0.1:{port}/ cannot be listened at"):
            check_free(Binding(port=port))
