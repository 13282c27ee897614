"""Releases of two offices about the same encounters: which tell one event, by their titles alone.

The titles of the State Department's and the White House's releases of 2021 and 2022 name an official, a counterpart and a
call or a meeting. Releases that name the same three within a day of each other are one event, whatever Dragoman reads in
them: a preview, remarks before a meeting and the readout after it. Look-alikes are plentiful: on one day the Secretary, his
deputy and the President's adviser each call the same government.
"""

from __future__ import annotations

import datetime as dt
import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.reporting import ROOT
from dragoman.engagements.engagement import Engagement, Kind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.pages import Article
from dragoman.pages.draft import compose
from dragoman.pages.html import read_html
from dragoman.scoring.names import fold

CORPORA = ROOT.parent / "shared" / "data" / "corpora"
FOLDERS = ("us-state-press-2021-2022", "white-house-press-2021-2022")

_OFFICIALS = {
    "blinken": r"Blinken|The\ Secretary’s",
    "sherman": r"Sherman",
    "nuland": r"Nuland",
    "harris": r"Harris",
    "sullivan": r"Sullivan",
    "biden": r"Biden|the\ President’s",
}
_ENCOUNTER = re.compile(
    r"""
    ’s\ (?:Virtual\ |Video\ |Phone\ |Bilateral\ |Expanded\ )*(?P<kind>Call|Meeting)s?\ [Ww]ith\ (?P<other>.+)
    | (?:Blinken|Sherman|Biden|Harris),?\ +(?:[Aa]nd|[Ww]ith)\ +(?P<another>.+?),?\ *
      (?:Before|[Aa]t\ a\ Joint|[Ii]n\ Joint|During|After)\ (?:Their\ |Expanded\ |Bilateral\ |Trilateral\ )*(?:Meeting|Press)
    | Bilateral\ Meeting\ between\ President\ Joe\ Biden\ and\ (?P<third>.+)
    """,
    re.VERBOSE,
)
_DOUBTFUL = {"call": (1, 1), "meeting": (2, 4)}  # days between two releases
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_TITLES = frozenset(
    fold(
        "president prime minister foreign affairs secretary general deputy assistant chief state the of and for vice "
        "ambassador special envoy national security advisor adviser king queen crown prince chairman chair his her "
        "high representative commissioner director leader members council republic united excellency majesty dr "
        "ministers first lady sheikh sultan emir chancellor trade defense defence executive speaker acting alternate "
        "external minister premier taoiseach cabinet head department union european commission policy islamic "
        "commonwealth federal kingdom hashemite democratic people presidential leadership opposition federation "
        "bilateral virtual expanded joint press statement before after meeting call relations senior joseph jr "
        "political counterpart counterparts personal western south north northern right honorable great nato united nations "
        "states costa rican rica africa american asian colleagues members board leaders officials delegation quad quint"
    )
)


@dataclass(frozen=True, slots=True)
class Release:
    """A release and what its title names. ``others`` are the counterparts' names in folded words."""

    release_id: str
    folder: str
    title: str
    day: dt.date
    official: str
    kind: str
    others: frozenset[str]
    several: bool
    raw: dict[str, Any]

    def is_same_event(self, other: Release) -> bool:
        """Whether the titles name one event."""
        return self._names_the_same(other) and abs((self.day - other.day).days) <= (self.kind == "meeting")

    def is_doubtful(self, other: Release) -> bool:
        """The same two a little later: told late, or once more. Titles do not say which."""
        first, last = _DOUBTFUL[self.kind]
        return self._names_the_same(other) and first <= abs((self.day - other.day).days) <= last

    def _names_the_same(self, other: Release) -> bool:
        mine, theirs = (self.official, self.kind, self.several), (other.official, other.kind, other.several)
        return mine == theirs and bool(self.others & other.others)

    def is_look_alike(self, other: Release) -> bool:
        """Whether the titles name the same counterpart within three days, and yet another event."""
        near = abs((self.day - other.day).days) <= 3
        return near and bool(self.others & other.others) and not self.is_same_event(other)


def load_releases(kb: KnowledgeBase) -> list[Release]:
    """All releases whose title names an encounter with somebody by name, without those that titles cannot tell apart."""
    found: list[Release] = []
    for folder in FOLDERS:
        with lzma.open(CORPORA / folder / "releases.jsonl.xz", "rt", encoding="utf8") as lines:
            found += [release for line in lines for release in _releases(json.loads(line), folder, kb)]
    return [release for release in found if not any(release.is_doubtful(other) for other in found)]


def _releases(raw: dict[str, Any], folder: str, kb: KnowledgeBase) -> Iterator[Release]:
    title = " ".join(raw["title"].replace("'", "’").split())
    told = _ENCOUNTER.search(title)
    officials = [name for name, pattern in _OFFICIALS.items() if re.search(pattern, title, re.VERBOSE)]
    if told is None or not officials:
        return
    counterpart = told["other"] or told["another"] or told["third"]
    others = frozenset(_names(counterpart, kb)) - set(officials)
    if others:
        official = "sullivan" if "sullivan" in officials else officials[0]
        kind = (told["kind"] or "Meeting").lower()
        named = [part for part in re.split(r",| and ", counterpart) if set(_names(part, kb)) - set(officials)]
        several = len(named) > 1
        day = dt.date.fromisoformat(raw["published"][:10])
        yield Release(raw["id"], folder, title, day, official, kind, others, several, raw)


def _names(counterpart: str, kb: KnowledgeBase) -> Iterator[str]:
    for word in _CAPITALISED.findall(counterpart):
        if (
            not kb.demonym_countries(word)
            and kb.find_country(word) is None
            and word not in counterpart.split("of ")[-1:]
        ):
            yield from (token for token in fold(word) if token not in _TITLES and len(token) > 2)


def read_article(release: Release) -> Article:
    """The release as an article of its office."""
    draft = read_html(release.raw["html"], url=release.raw["url"], headline=release.raw["title"])
    return compose(draft, source=release.release_id, published=release.day)


def find_told(release: Release, engagements: Iterable[Engagement]) -> Engagement | None:
    """The engagement that the title names: of its kind, with the counterpart, told first."""
    kinds = {Kind.CALL} if release.kind == "call" else {Kind.MEETING, Kind.CONFERENCE}
    fit = [
        eng
        for eng in engagements
        if eng.kind in kinds
        and any(release.others & set(fold(part.name.value)) for part in eng.participants)
        and any(part.country is not None and part.country.value == "USA" for part in eng.participants)
    ]
    return min(fit, key=lambda eng: (eng.historical, eng.trigger[0].span), default=None)


def gold_groups(releases: Sequence[Release]) -> list[set[str]]:
    """Releases of one event together."""
    groups: list[list[Release]] = []
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for release in sorted(releases, key=lambda one: (one.day, one.release_id)):
        near = {index for name in release.others for index in by_name[name]}
        home = next((i for i in sorted(near) if any(release.is_same_event(one) for one in groups[i])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(release)
        for name in release.others:
            by_name[name].append(home)
    return [{release.release_id for release in group} for group in groups]
