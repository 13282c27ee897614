"""Made-up readings, as many as wanted, the same for the same seed: people meet, call, visit, thank and accuse each other.

Every value has its words in the article's text. Some events are told by several articles, each of which leaves things
out, and some articles are reprinted, so that there is something to merge.

>>> reading = next(readings(1, seed=1))
>>> all(item.span.of(reading.article.text) == item.quote for eng in reading.engagements for item in eng.trigger)
True
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.citation import Cited, Evidence, Span
from dragoman.codec import from_json, to_json
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import (
    Engagement,
    Kind,
    Location,
    OfficeHeld,
    Participant,
    Role,
    Status,
    engagement_id_of,
)
from dragoman.pages.article import Article, Block, BlockKind, Published, article_id_of
from dragoman.pipeline import Reading, code_reading

_COUNTRIES = """
ARG AUS AUT BEL BGD BRA CAN CHE CHL CHN COL CZE DEU DNK DZA EGY ESP EST ETH FIN FRA GBR GEO GHA GRC HUN IDN IND IRL
IRN IRQ ISL ISR ITA JOR JPN KAZ KEN KOR KWT LBN LKA LTU LUX LVA MAR MDA MEX MYS NGA NLD NOR NPL NZL OMN PAK PER PHL
POL PRT QAT ROU RUS SAU SEN SGP SRB SVK SVN SWE SYR THA TUN TUR UKR URY USA UZB VEN VNM YEM ZAF ZMB ZWE
""".split()
_OFFICES = {
    "President": "head-of-state",
    "Prime Minister": "head-of-government",
    "Foreign Minister": "foreign-minister",
    "Defence Minister": "defence-minister",
    "Trade Minister": "trade-minister",
    "Ambassador": "ambassador",
}
_SYLLABLES = """
ba be bo da de di do fa fe ga go ha ka ke ki ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se so ta
""".split()
_TOPICS = (
    "fisheries", "grain exports", "air links", "border trade", "gas transit", "student exchange", "climate finance",
)  # fmt: skip
_WORDS = """
observers capital season long halls people folders ministry published short note evening further steps announced course
trade countries grown third years machines grain textiles delegations travelled experts transport customs health groups
river bridge harbour market budget paper committee report winter railway pipeline island council border library school
""".split()
_FILLER_WORDS = 45
_CONTACTS = {Kind.MEETING: ("met", 40), Kind.CALL: ("called", 15), Kind.VISIT: ("travelled to see", 15)}
_ACTS = {Kind.STATEMENT: ("thanked", 20), Kind.ACCUSATION: ("accused", 10)}
_TOWNS, _NAMES = ("Northern", "Harbour", "Capital", "Union"), ("Post", "Wire", "Herald")
_PUBLISHERS = [f"{town} {name}" for town in _TOWNS for name in _NAMES]
_FIRST_DAY, _DAYS = dt.date(2015, 1, 1), 3_650
_PEOPLE_PER_COUNTRY = 22
ENGAGEMENTS_PER_ARTICLE = 4
_FAME = 1.3
"""1 would have all people equally often in the news; with this, some take part in hundreds of 100,000 events."""
_RETOLD, _REPRINTED = 0.15, 0.03
"""Shares of articles that tell events of earlier ones again, and that are copies of the one before."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an office."""

    name: str
    person_id: str
    office: str
    country: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, before anybody writes about it."""

    kind: Kind
    verb: str
    one: Person
    other: Person
    day: dt.date
    city: str
    topic: str


@dataclass(slots=True)
class _Draft:
    """An article being written; values note where their words stand."""

    text: str = ""
    engagements: list[tuple[Happening, dict[str, Span], bool]] = field(default_factory=list)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def readings(count: int, *, seed: int = 1, engagements: int = ENGAGEMENTS_PER_ARTICLE) -> Iterator[Reading]:
    """``count`` readings of so many engagements and six or seven times as many pieces of evidence each."""
    luck = random.Random(seed)
    people = _people(luck)
    recent: list[Happening] = []
    previous: Reading | None = None
    for number in range(count):
        if previous is not None and luck.random() < _REPRINTED:
            yield _reprint(previous, number)
            continue
        told = [_happening(luck, people) for _ in range(engagements)]
        if recent and luck.random() < _RETOLD:
            told[0] = luck.choice(recent)
        recent = (recent + told)[-400:]
        previous = _reading(luck, told, number)
        yield previous


def _people(luck: random.Random) -> list[Person]:
    people = []
    for country in _COUNTRIES:
        for _ in range(_PEOPLE_PER_COUNTRY):
            name = " ".join("".join(luck.choices(_SYLLABLES, k=3)).title() for _ in range(2))
            people.append(
                Person(name, f"per:{name.lower().replace(' ', '-')}", luck.choice(list(_OFFICES)), country)
            )
    luck.shuffle(people)
    return people


def _happening(luck: random.Random, people: list[Person]) -> Happening:
    kinds = _CONTACTS | _ACTS
    kind = luck.choices(list(kinds), [weight for _, weight in kinds.values()])[0]
    one = other = _somebody(luck, people)
    while other.country == one.country:
        other = _somebody(luck, people)
    day = _FIRST_DAY + dt.timedelta(luck.randrange(_DAYS))
    city = "".join(luck.choices(_SYLLABLES, k=3)).title()
    return Happening(kind, kinds[kind][0], one, other, day, city, luck.choice(_TOPICS))


def _somebody(luck: random.Random, people: list[Person]) -> Person:
    """Somebody; the first of them are in the news every other day."""
    return people[int(len(people) * luck.random() ** _FAME)]


def _reading(luck: random.Random, told: list[Happening], number: int) -> Reading:
    draft = _Draft()
    headline = draft.write(f"{told[0].one.name} and {told[0].other.name}: report {number}")
    blocks = [Block(headline, BlockKind.HEADLINE)]
    for happening in told:
        draft.write("\n\n")
        start = len(draft.text)
        _tell(draft, happening, is_vague=luck.random() < 0.2)
        draft.write(f" {' '.join(luck.choices(_WORDS, k=_FILLER_WORDS))}.")
        blocks.append(Block(Span(start, len(draft.text)), BlockKind.PARAGRAPH))
    published = max(happening.day for happening in told)
    return _finish(draft, tuple(blocks), luck.choice(_PUBLISHERS), published, f"made-up/{number}")


def _tell(draft: _Draft, happening: Happening, *, is_vague: bool) -> None:
    where: dict[str, Span] = {}
    draft.write("On ")
    where["date"] = draft.write(f"{happening.day.day} {happening.day:%B %Y}")
    draft.write(" ")
    where["one"] = draft.write(f"{happening.one.office} {happening.one.name}")
    draft.write(" ")
    where["trigger"] = draft.write(happening.verb)
    draft.write(" ")
    where["other"] = draft.write(happening.other.name)
    if not is_vague:
        draft.write(" in ")
        where["place"] = draft.write(happening.city)
    draft.write(" over ")
    where["topic"] = draft.write(happening.topic)
    draft.write(".")
    draft.engagements.append((happening, where, is_vague))


def _finish(draft: _Draft, blocks: tuple[Block, ...], publisher: str, day: dt.date, source: str) -> Reading:
    url = f"https://news.example/{source}"
    article = Article(
        article_id=article_id_of(draft.text, url),
        source=source,
        text=draft.text,
        url=url,
        publisher=publisher,
        headline=blocks[0].span.of(draft.text),
        published=Published(day, "given", 1.0),
        language="en",
        blocks=blocks,
    )
    return code_reading(article, tuple(_engagement(article, *told) for told in draft.engagements))


def _engagement(article: Article, happening: Happening, where: dict[str, Span], is_vague: bool) -> Engagement:
    def words(name: str) -> tuple[Evidence, ...]:
        span = where[name]
        return (Evidence(article.article_id, span, span.of(article.text), "made up"),)

    roles = (
        (Role.PARTICIPANT, Role.PARTICIPANT)
        if happening.kind is Kind.MEETING
        else (Role.ACTOR, Role.RECIPIENT)
    )
    one, other = (
        Participant(
            role=role,
            name=Cited(person.name, words(name), 0.9),
            entity_id=person.person_id,
            office=Cited(OfficeHeld(person.office, None, _OFFICES[person.office], "text"), words(name), 0.9)
            if name == "one"
            else None,
            country=Cited(person.country, (), 0.9),
        )
        for role, person, name in zip(roles, (happening.one, happening.other), ("one", "other"), strict=True)
    )
    place = Location(happening.city, happening.other.country, None)
    return Engagement(
        engagement_id=engagement_id_of(
            article.article_id, happening.kind, where["trigger"].start, where["trigger"].end
        ),
        kind=happening.kind,
        status=Status.COMPLETED,
        participants=(one, other),
        trigger=words("trigger"),
        date=Cited(DateSpan.of_day(happening.day), words("date"), 0.9),
        place=None if is_vague else Cited(place, words("place"), 0.9),
        topics=(Cited(happening.topic, words("topic"), 0.9),),
        confidence=0.8,
    )


def _reprint(reading: Reading, number: int) -> Reading:
    """The same text in another paper."""
    article = reading.article
    assert article.published is not None
    source = f"made-up/{number}"
    moved = _finish(_Draft(article.text), article.blocks, "Reprint Gazette", article.published.day, source)
    new = moved.article.article_id
    engagements = tuple(_recited(eng, article.article_id, new) for eng in reading.engagements)
    return code_reading(moved.article, engagements)


def _recited(eng: Engagement, old: str, new: str) -> Engagement:
    """The engagement as another article tells it in the same words."""
    again = from_json(to_json(eng).replace(old, new), Engagement)
    words = eng.trigger[0].span
    return replace(again, engagement_id=engagement_id_of(new, eng.kind, words.start, words.end))
