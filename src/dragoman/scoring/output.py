"""A reader's output, as far as it is scored: lines of JSON as `dragoman read --format json` prints them.

>>> out = output_of({"article": {"article_id": "a", "source": "x.txt", "text": "Aalto met Vell."},
...                  "engagements": [{"kind": "meeting", "status": "completed"}]})
>>> out.engagements[0].kind
'meeting'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.codec import from_json, from_table
from dragoman.dates import DateSpan
from dragoman.errors import CodecError

_PREFIX = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the article's text, in code points, end excluded."""

    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class OutDate:
    """Days as the contract prints them."""

    start: str
    end: str | None = None
    precision: str | None = None
    evidence: tuple[Quote, ...] = ()

    def span(self) -> DateSpan:
        """The days meant; full days are cut to the stated precision."""
        length = _PREFIX.get(self.precision or "", 10)
        return DateSpan.parse(self.start[:length], self.end[:length] if self.end else None)


@dataclass(frozen=True, slots=True)
class OutPlace:
    """A place of an engagement."""

    city: str | None = None
    country: str | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutStop:
    """A stop of a trip."""

    city: str | None = None
    country: str | None = None
    date: OutDate | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutParty:
    """A participant."""

    role: str
    name: str | None = None
    entity_id: str | None = None
    office: str | None = None
    country: str | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutValue:
    """A short text value with its evidence."""

    value: str
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutAmount:
    """A sum or a counted quantity."""

    value: float
    unit: str | None = None
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutTrigger:
    """Where the engagement is told."""

    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class OutEvent:
    """A coded event; ``mode`` holds one or several modes."""

    event: str
    mode: tuple[str, ...] | str | None = None
    cameo: str | None = None

    @property
    def modes(self) -> tuple[str, ...]:
        """All modes, auxiliary ones included."""
        if self.mode is None:
            return ()
        return (self.mode,) if isinstance(self.mode, str) else self.mode


@dataclass(frozen=True, slots=True)
class OutEngagement:
    """One engagement of a reader's output."""

    kind: str
    status: str
    engagement_id: str = ""
    participants: tuple[OutParty, ...] = ()
    historical: bool = False
    negated: bool = False
    hypothetical: bool = False
    main: bool = True
    place: OutPlace | None = None
    stops: tuple[OutStop, ...] = ()
    date: OutDate | None = None
    topics: tuple[OutValue, ...] = ()
    content: OutValue | None = None
    amount: OutAmount | None = None
    name: OutValue | str | None = None
    part_of: str | None = None
    attributed_to: OutValue | str | None = None
    trigger: OutTrigger = OutTrigger()
    events: tuple[OutEvent, ...] = ()

    def quotes(self) -> tuple[Quote, ...]:
        """Every piece of evidence of the engagement, the trigger's first."""
        cited = [self.place, self.date, self.content, self.amount, self.name, self.attributed_to]
        holders = [*self.participants, *self.stops, *self.topics, *(s.date for s in self.stops), *cited]
        found = list(self.trigger.evidence)
        for holder in holders:
            if holder is not None and not isinstance(holder, str):
                found.extend(holder.evidence)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class OutCut:
    """Words of the page that are no part of the article."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutPublished:
    """The publication day."""

    day: str


@dataclass(frozen=True, slots=True)
class OutArticle:
    """The article the engagements were read from."""

    source: str
    text: str
    article_id: str = ""
    headline: str | None = None
    published: OutPublished | str | None = None
    cut: tuple[OutCut | str, ...] = ()

    @property
    def day(self) -> str | None:
        """The publication day as an ISO day."""
        return self.published.day if isinstance(self.published, OutPublished) else self.published


@dataclass(frozen=True, slots=True)
class Output:
    """What a reader says about one page."""

    article: OutArticle
    engagements: tuple[OutEngagement, ...] = ()


def output_of(value: object) -> Output:
    """One parsed line of output.

    Raises:
        CodecError: if a field is missing or of another type; the message names it.
    """
    return from_table(value, Output)


def outputs_of(lines: Iterable[str]) -> tuple[Output, ...]:
    """All outputs in lines of JSON; blank lines are skipped.

    Raises:
        CodecError: naming the first line that does not fit.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(from_json(line, Output))
            except CodecError as error:
                raise CodecError(f"line {number}: {error}") from error
    return tuple(found)
