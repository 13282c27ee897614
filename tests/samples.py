"""A hand-made article with its engagements, for tests of everything that comes after extraction.

``PAGE.cited("Oslo", "Oslo")`` is a value whose evidence is the first place where the words stand.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.citation import Cited, Evidence, Span, cite
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import (
    Amount,
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    Stop,
)
from dragoman.pages.article import Article, Block, BlockKind, Cut, Dateline, Published

HEADLINE = "Minister Aalto opens Nordic tour in Oslo"
DATELINE = "Oslo, 2 April 2024 (NPA):"
TEXT = f"""{HEADLINE}

{DATELINE} Finnish Foreign Minister Aino Aalto arrived in Oslo on Tuesday for a tour of Norway \
and Iceland on 2-4 April.

Aalto met Norwegian Prime Minister Kari Dahl and discussed Arctic fisheries. She thanked Norway for \
20 million euros in winter aid <to> Ukraine & Moldova.

She urged Russia to release the crew of the trawler. Talks in Reykjavik on 4 April have been cancelled, \
a ministry spokesperson said."""


@dataclass(frozen=True)
class Page:
    """A text whose words can be cited."""

    text: str
    article_id: str = "sample-article-1"

    def at(self, quote: str, rule: str = "sample") -> Evidence:
        start = self.text.index(quote)
        return cite(self.text, self.article_id, Span(start, start + len(quote)), rule)

    def cited(self, value, *quotes: str, confidence: float = 0.9, reason: str | None = None) -> Cited:
        return Cited(value, tuple(self.at(quote) for quote in quotes), confidence, reason)

    def day(self, start: str, *quotes: str, end: str | None = None) -> Cited[DateSpan]:
        return self.cited(DateSpan.parse(start, end), *quotes)

    def place(self, city: str | None, country: str | None, *quotes: str) -> Cited[Location]:
        return self.cited(Location(city, country, None), *quotes)


PAGE = Page(TEXT)


def party(
    role: Role,
    name: str,
    country: str | None = None,
    *,
    office: str | None = None,
    office_role: str | None = None,
    quote: str | None = None,
    page: Page = PAGE,
) -> Participant:
    """A participant; without ``quote`` its values carry no evidence, which only coding does not mind."""
    quotes = (quote,) if quote else ()
    held = OfficeHeld(office, None, office_role, "text") if office else None
    return Participant(
        role=role,
        name=page.cited(name, *quotes),
        entity_id=None,
        office=page.cited(held, *quotes) if held else None,
        country=page.cited(country, *quotes) if country else None,
    )


def engagement(kind: Kind, *participants: Participant, page: Page = PAGE, **fields) -> Engagement:
    """An engagement; ``fields`` are those of Engagement, ``trigger`` quotes of the page."""
    quotes = fields.pop("trigger", ())
    fields.setdefault("engagement_id", f"{kind}-1")
    fields.setdefault("status", Status.COMPLETED)
    trigger = tuple(page.at(quote) for quote in quotes)
    return Engagement(kind=kind, participants=participants, trigger=trigger, **fields)


def _blocks() -> tuple[Block, ...]:
    blocks, start = [], 0
    for number, paragraph in enumerate(TEXT.split("\n\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.HEADLINE
        blocks.append(Block(Span(start, start + len(paragraph)), kind))
        start += len(paragraph) + 2
    return tuple(blocks)


ARTICLE = Article(
    article_id=PAGE.article_id,
    source="nordic.html",
    text=TEXT,
    url="https://news.example/nordic",
    publisher="Nordic Press Agency",
    headline=HEADLINE,
    dateline=Dateline(
        Span(len(HEADLINE) + 2, len(HEADLINE) + 2 + len(DATELINE)), "Oslo", dt.date(2024, 4, 2), "NPA"
    ),
    published=Published(dt.date(2024, 4, 2), "dateline", 0.8),
    language="en",
    blocks=_blocks(),
    cut=(Cut("Also Read: Minister Aalto in Lima", "teaser", 3),),
)

AALTO = party(
    Role.ACTOR,
    "Aino Aalto",
    "FIN",
    office="Foreign Minister",
    office_role="foreign-minister",
    quote="Finnish Foreign Minister Aino Aalto",
)
DAHL = party(
    Role.RECIPIENT,
    "Kari Dahl",
    "NOR",
    office="Prime Minister",
    office_role="head-of-government",
    quote="Norwegian Prime Minister Kari Dahl",
)

VISIT = engagement(
    Kind.VISIT,
    AALTO,
    engagement_id="visit-1",
    status=Status.ONGOING,
    trigger=("arrived in Oslo", "tour of Norway and Iceland"),
    date=PAGE.day("2024-04-02", "2-4 April", end="2024-04-04"),
    stops=(
        Stop(PAGE.place("Oslo", "NOR", "arrived in Oslo"), PAGE.day("2024-04-02", "Tuesday")),
        Stop(PAGE.place(None, "ISL", "Iceland")),
    ),
)
MEETING = engagement(
    Kind.MEETING,
    AALTO,
    DAHL,
    engagement_id="meeting-1",
    trigger=("met",),
    place=PAGE.place("Oslo", "NOR", "Oslo"),
    topics=(PAGE.cited("Arctic fisheries", "Arctic fisheries"),),
    part_of="visit-1",
)
THANKS = engagement(
    Kind.STATEMENT,
    AALTO,
    party(Role.RECIPIENT, "Norway", "NOR", quote="Norway"),
    engagement_id="statement-1",
    mode="thank",
    trigger=("thanked",),
    content=PAGE.cited(
        "20 million euros in winter aid <to> Ukraine & Moldova",
        "20 million euros in winter aid <to> Ukraine & Moldova",
    ),
    amount=PAGE.cited(Amount(20_000_000, "EUR", approximate=True), "20 million euros"),
    part_of="meeting-1",
)
DEMAND = engagement(
    Kind.DEMAND,
    AALTO,
    party(Role.RECIPIENT, "Russia", "RUS", quote="Russia"),
    engagement_id="demand-1",
    mode="urge",
    trigger=("urged",),
    content=PAGE.cited("release the crew of the trawler", "release the crew of the trawler"),
    confidence=0.4,
    main=False,
)
CALLED_OFF = engagement(
    Kind.MEETING,
    AALTO,
    engagement_id="meeting-2",
    status=Status.CANCELLED,
    trigger=("Talks", "have been cancelled"),
    date=PAGE.day("2024-04-04", "on 4 April"),
    place=PAGE.place("Reykjavik", "ISL", "Reykjavik"),
    part_of="visit-1",
    attributed_to=PAGE.cited("a ministry spokesperson", "a ministry spokesperson"),
    reason="the other side is not named",
)
ENGAGEMENTS = (VISIT, MEETING, THANKS, DEMAND, CALLED_OFF)
