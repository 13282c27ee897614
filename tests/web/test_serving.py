"""Serving: what is refused before anything listens, and the names that are answered."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys

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


_ONLY_LOOPBACK = """
import fcntl, socket, struct, subprocess, sys, time, urllib.request

UP = 0x8914, struct.pack("16sh", b"lo", 1)
with socket.socket() as link:
    fcntl.ioctl(link, *UP)
site = f"http://127.0.0.1:{sys.argv[1]}"
command = [sys.executable, "-c", "from dragoman.cli import main; main()", "demo", "--port", sys.argv[1]]
demo = subprocess.Popen(command, stdout=subprocess.DEVNULL)
try:
    for _ in range(120):
        try:
            urllib.request.urlopen(site, timeout=5).read()
            break
        except OSError:
            time.sleep(0.5)
    for path in ("/", "/travel", "/meetings", "/network", "/articles", "/review", "/export", "/status", "/api/v1/records"):
        with urllib.request.urlopen(site + path, timeout=30) as answer:
            print(answer.status, path)
finally:
    demo.terminate()
    demo.wait(20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_the_demo_reads_and_shows_where_there_is_no_network_at_all():
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True).returncode:
        pytest.skip("this system lets nobody make a network namespace")
    told = subprocess.run(
        [unshare, "-rn", sys.executable, "-c", _ONLY_LOOPBACK, "8642"],
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert told.returncode == 0, told.stderr
    assert [line.split()[0] for line in told.stdout.splitlines()] == ["200"] * 9
