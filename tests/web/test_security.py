"""The guard: hosts, origins, sizes, rates, headers; and access by key."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.web.keys import Scope
from dragoman.web.security import POLICY, Limits, _name_of
from dragoman.web.site import Settings, Site
from web.conftest import client_of, site_on


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8642", "localhost.evil.example", "127.0.0.1.nip.io", ""]
)
def test_another_name_is_not_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8642", "127.0.0.1:1", "[::1]:8642", "[::1]"])
def test_own_names_are(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_ports_are_not_part_of_a_name():
    assert [_name_of(host) for host in ("a:1", "[::1]:80", "[::1]", "a", "a:b")] == [
        "a",
        "[::1]",
        "[::1]",
        "a",
        "a:b",
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_other_sites_change_nothing(own_client, headers):
    assert own_client.post("/examples", headers=headers).status_code == 403


def test_every_answer_carries_the_policy(client):
    for path in ("/", "/nowhere", "/travel/trips.json"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


def test_a_body_over_the_limit_is_refused_announced_or_not(examples_file):
    site = site_on(examples_file)
    small = Site(site.archive, site.kb, site.teller, site.ring, Settings(limits=Limits(body=100)))
    with client_of(small) as client:
        assert client.post("/examples", content=b"x" * 101).status_code == 413
        pieces = iter([b"key=" + b"x" * 60, b"x" * 60])
        form = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/login", content=pieces, headers=form).status_code == 413
    site.archive.close()


def test_who_asks_too_often_has_to_wait(examples_file):
    site = site_on(examples_file)
    slow = Site(site.archive, site.kb, site.teller, site.ring, Settings(limits=Limits(rate=0.001, burst=3)))
    with client_of(slow) as client:
        answers = [client.get("/articles") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].headers["retry-after"] == "1"
    site.archive.close()


@pytest.fixture
def keyed(examples_file, tmp_path):
    site = site_on(examples_file, keyed=True)
    ring = type(site.ring)(tmp_path / "keys.json")
    keys = {scope: ring.create(f"{scope} key", [scope]) for scope in Scope}
    site = Site(site.archive, site.kb, site.teller, ring, site.settings)
    with TestClient(create_app(site), base_url="http://localhost", follow_redirects=False) as client:
        yield client, keys
    site.archive.close()


def test_where_keys_are_asked_for_pages_lead_to_the_login(keyed):
    client, _ = keyed
    for path in ("/", "/travel", "/records", "/articles"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert client.get("/travel/trips.json").status_code == 401


def test_a_key_opens_a_session_and_logging_out_ends_it(keyed):
    client, keys = keyed
    assert client.post("/login", data={"key": "drg_x_y"}).status_code == 403
    opened = client.post("/login", data={"key": keys[Scope.READ]})
    assert opened.status_code == 303
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert client.get("/").status_code == 200
    assert client.post("/examples").status_code == 403  # a reader writes nothing
    client.post("/logout")
    assert client.get("/").status_code == 303


def test_a_forged_cookie_is_none(keyed):
    client, _ = keyed
    client.cookies.set("dragoman", "ImFiYyI.ZZZZ.forged")
    assert client.get("/").status_code == 303
