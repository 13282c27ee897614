"""The pages in a real browser: nothing from elsewhere, no barrier, no sideways scroll, by keyboard, without JavaScript."""

from __future__ import annotations

import os
import re
import shutil

import pytest

import visits
from browsing import Visit, chromium, served
from web.conftest import site_on

VISITS = int(os.environ.get("DRAGOMAN_VISITS", "300"))
"""How many made-up visits the second archive has."""
TELEPHONE, DESK, ZOOMED = (
    {"width": 390, "height": 800},
    {"width": 1280, "height": 900},
    {"width": 640, "height": 450},
)


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def base(examples_file, tmp_path_factory, browser):
    path = copied(examples_file, tmp_path_factory.mktemp("browser") / "own.db")
    site = site_on(path)
    with served(site) as base:
        yield base
    site.archive.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory, browser):
    path = tmp_path_factory.mktemp("crowded") / "visits.db"
    visits.build_archive(path, VISITS).close()
    site = site_on(path)
    with served(site) as base:
        yield base
    site.archive.close()


def copied(source, target):
    for part in source.parent.glob(f"{source.name}*"):
        shutil.copy(part, target.with_name(part.name.replace(source.name, target.name)))
    return target


@pytest.fixture
def visit(browser, base):
    opened = []

    def at(where=base, **options):
        opened.append(Visit(browser, where, **{"viewport": DESK, **options}))
        return opened[-1]

    yield at
    for one in opened:
        one.close()


def pages_of(at):
    """The address of every kind of page."""
    at.open("/records?kind=visit&main=yes")
    record = at.page.get_attribute("#rows a", "href")
    at.open("/articles")
    article = at.page.get_attribute("tbody a", "href")
    at.open(record)
    person = at.page.get_attribute('a[href^="/people/"]', "href")
    fixed = [
        "/",
        "/travel",
        "/meetings",
        "/network",
        "/articles",
        "/export",
        "/status",
        "/api",
        "/search?q=minister",
        "/review/agreement",
        "/nowhere",
    ]
    return [
        *fixed,
        record,
        article,
        person,
        "/countries/USA",
        f"/network?actor={person.removeprefix('/people/')}",
        "/review",
    ]


@pytest.mark.parametrize(("archive", "scheme"), [("base", "light"), ("crowded", "dark")])
def test_no_page_has_a_barrier_or_asks_elsewhere(visit, request, archive, scheme):
    at = visit(request.getfixturevalue(archive), color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for path in pages_of(at):
        at.faults.clear()
        at.open(path)
        faults = [fault for fault in at.faults if "404" not in fault]
        found[path] = [*at.barriers(), *at.violations(), *faults]
    assert {path: told for path, told in found.items() if told} == {}
    assert at.strangers == []


@pytest.mark.parametrize(
    ("archive", "window"), [("crowded", TELEPHONE), ("base", ZOOMED)], ids=["telephone", "zoomed"]
)
def test_no_page_scrolls_sideways(visit, request, archive, window):
    at = visit(request.getfixturevalue(archive), viewport=window)
    wide = {}
    for path in pages_of(at):
        at.open(path)
        wide[path] = at.overflow()
    assert {path: by for path, by in wide.items() if by > 0} == {}


def test_map_timeline_and_table_follow_the_brush(visit, crowded):
    at = visit(crowded)
    at.open("/travel")
    at.page.wait_for_selector("#travel[data-ready]")
    before = at.page.inner_text("#results caption")
    box = at.page.locator("#lanes").bounding_box()
    at.page.mouse.move(box["x"] + 500, box["y"] + 60)
    at.page.mouse.down()
    at.page.mouse.move(box["x"] + 620, box["y"] + 60, steps=5)
    at.page.mouse.up()
    at.page.wait_for_function(
        "(before) => document.querySelector('#results caption').innerText !== before", arg=before
    )
    assert re.search(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d", at.page.url)
    assert at.page.input_value("#from") in at.page.url
    after = int(at.page.inner_text("#results caption").split()[0].replace(",", ""))
    assert 0 < after < VISITS


def test_twenty_records_are_reviewed_by_keyboard_alone(visit, base):
    at = visit()
    at.open("/review")
    seen = set()
    for _ in range(20):
        for key in ("a", "Enter"):
            token = at.page.get_attribute("#review input[name=token]", "value")
            seen.add(at.page.get_attribute("#review input[name=record]", "value"))
            at.page.keyboard.press(key)
            at.page.wait_for_function(
                "(t) => document.querySelector('#review input[name=token]').value !== t", arg=token
            )
            at.page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert len(seen) >= 20
    record = at.page.get_attribute("#review input[name=record]", "value")
    for _ in range(3):
        at.page.keyboard.press("u")
        at.page.wait_for_function(
            "(r) => document.querySelector('#review input[name=record]').value !== r", arg=record
        )
    assert at.faults == [] and at.violations() == []


def test_keys_are_no_keys_while_typing_and_can_be_switched_off(visit, base):
    at = visit()
    at.open("/review")
    at.page.keyboard.press("/")
    at.page.keyboard.type("Axfu")
    assert at.page.input_value("#q") == "Axfu"
    at.page.keyboard.press("Escape")
    at.page.locator('[data-act="help"]').click()
    at.page.check("input[name=off]")
    at.page.locator("#keys-form button.main").click()
    at.page.locator("[data-close]").click()
    token = at.page.get_attribute("#review input[name=token]", "value")
    at.page.keyboard.press("a")
    at.page.wait_for_timeout(300)
    assert at.page.get_attribute("#review input[name=token]", "value") == token


def test_without_javascript_everything_is_there(visit, base):
    at = visit(java_script_enabled=False)
    for path in ("/", "/travel", "/records?kind=visit", "/network?actor=USA"):
        at.page.goto(base + path)
        assert at.page.locator("main table, main .entry").count() > 0
    at.page.goto(base + "/review")
    label = at.page.inner_text(".ask")
    at.page.get_by_role("button", name="Accept", exact=False).first.click()
    assert at.page.inner_text(".ask") != label
    at.page.goto(base + "/travel")
    at.page.fill("#from", "2023-01-01")
    at.page.get_by_role("button", name="Show").click()
    assert "from=2023-01-01" in at.page.url


def test_an_article_and_its_engagements_show_each_other(visit, base):
    at = visit()
    at.open("/articles?q=Kyiv")
    at.page.locator("tbody a").first.click()
    at.page.wait_for_load_state("load")
    at.page.keyboard.press("n")
    assert at.page.locator(".found .entry.on").count() == 1
    assert at.page.locator("mark.on").count() >= 1
    at.page.keyboard.press("Escape")
    at.page.get_by_role("button", name="Show its words").nth(1).click()
    assert at.page.locator(".found .entry.on").count() == 1


def test_a_page_is_light(visit, crowded):
    at = visit(crowded)
    weights = {}
    for path in ("/travel", "/", "/network", "/records"):
        session = at.context.new_cdp_session(at.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        received = []
        session.on(
            "Network.loadingFinished",
            lambda event, received=received: received.append(event["encodedDataLength"]),
        )
        at.open(path)
        weights[path] = sum(received)
        session.detach()
    assert all(0 < weight <= 250_000 for weight in weights.values()), weights
