"""Hostile text in every field: on no page is any of it run or even refused by the policy; right-to-left text reads so."""

from __future__ import annotations

import dataclasses
import random

import pytest

import visits
from browsing import Visit, chromium, served
from dragoman.citation import Cited
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Amount, Location, OfficeHeld
from dragoman.pages.article import Article, Cut
from dragoman.pipeline import code_reading
from dragoman.store.archive import Archive
from web.conftest import site_on

ATTACKS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror=window.hit=1>',
    "'-window.hit-'{{7*7}}${7*7}",
    "javascript:window.hit=1",
    "</textarea></title></style><svg onload=window.hit=1>",
    '" autofocus onfocus=window.hit=1 x="',
)
ARABIC = "التقى وزير الخارجية النرويجي نظيره في أوسلو"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Archive.open(path) as archive:
        for attack in ATTACKS:
            archive.add(poisoned(attack))
        archive.add(code_reading(Article("a" * 16, "rtl", ARABIC, headline=ARABIC, language="ar"), ()))
    site = site_on(path)
    with chromium() as browser, served(site) as base:
        yield browser, base, path
    site.archive.close()


def poisoned(attack):
    """A reading with the attack in every field that holds text."""
    whole = visits.reading_of(0, 1, visits.travellers(), visits.capitals(), random.Random(attack))
    (eng,) = whole.engagements
    text = f"{attack}\n\n{attack} {whole.article.text}"
    article = dataclasses.replace(
        whole.article, text=text, headline=attack, publisher=attack, byline=attack, url=attack, source=attack, blocks=(),
        cut=(Cut(attack, attack, 0),), article_id=visits.article_id_of(text),
    )  # fmt: skip
    evidence = (visits.cite(text, article.article_id, visits.Span(0, len(attack)), attack),)

    def said(value):
        return Cited(value, evidence, 0.5, attack)

    (party,) = eng.participants
    party = dataclasses.replace(
        party, name=said(attack), entity_id=None, office=said(OfficeHeld(attack, None, attack, attack, attack)),
        country=said("NOR"), reason=attack,
    )  # fmt: skip
    eng = dataclasses.replace(
        eng, engagement_id=article.article_id[:12], participants=(party,), trigger=evidence, stops=(),
        date=said(DateSpan.parse("2024-04-02")), place=said(Location(attack, "NOR", attack)),
        purpose=said(attack), topics=(said(attack),), content=said(attack),
        amount=said(Amount(5.0, attack)), name=said(attack), attributed_to=said(attack), reason=attack,
    )  # fmt: skip
    return code_reading(article, (eng,), skipped=(attack,))


def addresses(page, base):
    """Every page there is of the hostile archive, found by following its own links."""
    seen, waiting = (
        set(),
        ["/", "/travel", "/meetings", "/records", "/articles", "/network", "/review", "/export", "/status"],
    )
    while waiting and len(seen) < 90:
        path = waiting.pop(0)
        if path in seen or path.startswith(("/static", "/export/", "/api/v1")) or path.endswith(".ics"):
            continue
        seen.add(path)
        page.goto(base + path, wait_until="load")
        links = page.eval_on_selector_all(
            "a[href^='/']", "links => links.map(link => link.getAttribute('href').split('#')[0])"
        )
        waiting += [link for link in links if link not in seen]
        yield path


def test_no_attack_runs_anywhere(hostile):
    browser, base, _ = hostile
    at = Visit(browser, base)
    hits, violations, count = [], [], 0
    for path in addresses(at.page, base):
        count += 1
        violations += at.violations()
        if at.page.evaluate(
            "window.hit !== undefined || document.querySelector('[onerror], [onload], [onfocus]') !== null"
        ):
            hits.append(path)
        assert not at.page.evaluate("[...document.links].some(link => link.protocol === 'javascript:')"), path
    assert count > 40
    assert (hits, violations, at.strangers) == ([], [], [])
    for attack in ATTACKS:
        at.page.goto(f"{base}/search?q={attack.replace('#', '')}")
        assert at.page.evaluate("window.hit") is None
    at.close()


def test_arabic_reads_from_right_to_left(hostile):
    browser, base, _ = hostile
    at = Visit(browser, base)
    at.open(f"/articles/{'a' * 16}")
    assert at.page.get_attribute(".text", "dir") == "rtl"
    assert at.page.get_attribute(".text", "lang") == "ar"
    assert at.page.evaluate("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    at.close()
