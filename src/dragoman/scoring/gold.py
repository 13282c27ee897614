"""Gold: annotated pages. A page and its `.toml` go in, a checked GoldPage comes out.

The format is described in `tests/gold/README.md`, what is annotated in `docs/codebook.md`.

>>> page = page_of("Aalto met Vell in Oslo.", '[[engagement]]\\nid = "m1"\\nkind = "meeting"\\n'
...     'status = "completed"\\nquote = "met Vell"\\nparticipants = [{role = "actor", name = "Aalto"}]')
>>> page.engagements[0].quote, check_page(page)
('met Vell', ())
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from dragoman.codec import from_table
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.errors import CodecError, GoldError
from dragoman.pages import RawPage, iter_pages

PAGE_ENDINGS = (".txt", ".html", ".htm", ".json")
STORY_ENDING = ".story.toml"
"""Stories of several articles (``scoring.stories``) are no annotations of one page."""
_STANDOFF_ENDING = ".standoff.toml"
"""Annotations whose page lies in a corpus (``tests/gold/real``): there is nothing beside them to score."""
_HIDDEN = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class GoldDate:
    """Days as ISO prefixes (``2024``, ``2024-04``, ``2024-04-01``); one of them without ``end``."""

    start: str
    end: str | None = None

    def span(self) -> DateSpan:
        """The days meant. Raises ValueError if a value is no ISO prefix."""
        return DateSpan.parse(self.start, self.end)


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Where it happens; either half may be missing."""

    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class GoldStop:
    """One stop of a trip."""

    city: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A participant; an unnamed side is its country alone."""

    role: Role
    name: str | None = None
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class GoldAmount:
    """A sum (ISO 4217 unit) or a counted quantity."""

    value: float
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEngagement:
    """One annotated engagement."""

    id: str
    kind: Kind
    status: Status
    quote: str
    participants: tuple[GoldParty, ...]
    main: bool = False
    historical: bool = False
    negated: bool = False
    hypothetical: bool = False
    date: GoldDate | None = None
    place: GoldPlace | None = None
    stops: tuple[GoldStop, ...] = ()
    topics: tuple[str, ...] = ()
    content: str | None = None
    amount: GoldAmount | None = None
    name: str | None = None
    part_of: str | None = None
    attributed_to: str | None = None
    plover: str | None = None


@dataclass(frozen=True, slots=True)
class Distractor:
    """Words that look like an engagement and are none."""

    quote: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says about itself."""

    headline: str | None = None
    published: str | None = None
    dateline: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One annotated page; ``text`` is all its visible words, furniture included."""

    path: Path
    text: str
    page: PageFacts
    engagements: tuple[GoldEngagement, ...]
    distractors: tuple[Distractor, ...]
    unknown_keys: tuple[str, ...] = ()

    @property
    def is_distractor(self) -> bool:
        """Whether nothing but background may be read from the page."""
        return all(eng.historical for eng in self.engagements)


@dataclass(frozen=True, slots=True)
class _GoldFile:
    page: PageFacts = field(default_factory=PageFacts)
    engagement: tuple[GoldEngagement, ...] = ()
    distractor: tuple[Distractor, ...] = ()


def page_of(text: str, annotations: str, path: Path = Path("page.txt")) -> GoldPage:
    """A gold page from the visible words of a page and its annotations in TOML.

    Raises:
        GoldError: if the TOML is damaged or a field is missing or of another type.
    """
    try:
        table = tomllib.loads(annotations)
        table["distractor"] = table.pop("not", [])
        known = from_table(table, _GoldFile)
    except (tomllib.TOMLDecodeError, CodecError) as error:
        raise GoldError(f"{path.with_suffix('.toml')}: {error}") from error
    unknown = tuple(_unknown_keys(table))
    return GoldPage(path, text, known.page, known.engagement, known.distractor, unknown)


def load_page(annotations: Path) -> GoldPage:
    """The page beside ``annotations`` (a `.toml`) with what it says.

    Raises:
        GoldError: if no page lies beside it, or the annotations do not fit.
    """
    for ending in PAGE_ENDINGS:
        page = annotations.with_suffix(ending)
        if page.is_file():
            return page_of(visible_text(page), annotations.read_text("utf-8"), page)
    raise GoldError(
        f"{annotations}: no page beside it; expected {annotations.stem} with {', '.join(PAGE_ENDINGS)}"
    )


def load_pages(paths: Iterable[Path]) -> tuple[GoldPage, ...]:
    """All gold pages in the given folders (recursively) and `.toml` files, in path order."""
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob("*.toml") if path.is_dir() else [path.with_suffix(".toml")])
    pages = (path for path in sorted(found) if not path.name.endswith((STORY_ENDING, _STANDOFF_ENDING)))
    return tuple(load_page(annotations) for annotations in pages)


def visible_text(page: Path) -> str:
    """The words of a page as stored: a text file or a JSON record as it is, a web page without its markup and scripts.

    Raises:
        GoldError: if a JSON file is not one record of an article.
    """
    if page.suffix == ".json":
        return _record_text(page)
    raw = page.read_text("utf-8")
    return raw if page.suffix == ".txt" else _without_markup(raw)


def _record_text(page: Path) -> str:
    records = list(iter_pages([str(page)]))
    record = records[0] if len(records) == 1 else None
    if not isinstance(record, RawPage):
        raise GoldError(f"{page}: expected one JSON object with a title and a text")
    body = str(record.payload)
    return f"{record.headline or ''}\n\n{_without_markup(body) if record.is_html else body}"


def _without_markup(raw: str) -> str:
    reader = _VisibleWords()
    reader.feed(raw)
    return "".join(reader.words)


class _VisibleWords(HTMLParser):
    """Collects what stands between tags, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden = tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def check_page(page: GoldPage) -> tuple[str, ...]:
    """Every fault of a page's annotations, one line each; empty when there is none."""
    return tuple(f"{page.path.name}: {fault}" for fault in _faults(page))


def _faults(page: GoldPage) -> Iterator[str]:
    yield from (f"unknown key {key!r}" for key in page.unknown_keys)
    words = squeeze(page.text)
    ids = [eng.id for eng in page.engagements]
    for eng in page.engagements:
        if ids.count(eng.id) > 1:
            yield f"{eng.id}: the id is used twice"
        if squeeze(eng.quote) not in words:
            yield f"{eng.id}: the quote is not on the page: {eng.quote!r}"
        if eng.part_of is not None and (eng.part_of not in ids or eng.part_of == eng.id):
            yield f"{eng.id}: part_of names {eng.part_of!r}, which is no other engagement of this page"
        if not eng.participants:
            yield f"{eng.id}: no participants"
        yield from (f"{eng.id}: {fault}" for fault in _value_faults(eng))
    for distractor in page.distractors:
        if squeeze(distractor.quote) not in words:
            yield f"not: the quote is not on the page: {distractor.quote!r}"
    if page.page.published is not None:
        yield from _date_faults("published", page.page.published, None)


def _value_faults(eng: GoldEngagement) -> Iterator[str]:
    if eng.date is not None:
        yield from _date_faults("date", eng.date.start, eng.date.end)
    for stop in eng.stops:
        if stop.start is not None:
            yield from _date_faults("stop", stop.start, stop.end)
        if stop.city is None and stop.country is None:
            yield "a stop needs a city or a country"
    countries = [party.country for party in eng.participants] + [stop.country for stop in eng.stops]
    countries.append(eng.place.country if eng.place else None)
    for country in countries:
        if country is not None and not (len(country) == 3 and country.isascii() and country.isupper()):
            yield f"{country!r} is no ISO 3166 alpha-3 country"
    for party in eng.participants:
        if party.name is None and party.country is None and party.office is None:
            yield "a participant needs a name, an office or a country"


def _date_faults(what: str, start: str, end: str | None) -> Iterator[str]:
    try:
        DateSpan.parse(start, end)
    except ValueError as error:
        yield f"{what}: {error}"


def squeeze(text: str) -> str:
    """The text with every run of white space as one blank.

    >>> squeeze("a \\n b")
    'a b'
    """
    return " ".join(text.split())


def _unknown_keys(table: dict[str, Any]) -> Iterator[str]:
    shapes: dict[str, type[PageFacts | GoldEngagement | Distractor]] = {
        "page": PageFacts,
        "engagement": GoldEngagement,
        "distractor": Distractor,
    }
    yield from (key for key in table if key not in shapes)
    for key, shape in shapes.items():
        known = {f.name for f in fields(shape)}
        tables = table.get(key, [])
        for one in tables if isinstance(tables, list) else [tables]:
            yield from (f"{key}.{name}" for name in one if name not in known)
