"""Stories: several short articles that tell the same few events, for scoring what is brought together.

The format is described in `tests/gold/clusters/README.md`.

>>> story = story_of('''about = "One meeting, two papers"
... [[event]]
... id = "talks"
... kind = "meeting"
... [[article]]
... id = "a"
... outlet = "Zenda Herald"
... published = 2024-04-02
... headline = "Talks in Oslo"
... text = "Aalto met Vell in Oslo."
... [article.tells]
... talks = "met Vell"
... ''')
>>> story.articles[0].tells, check_story(story)
({'talks': 'met Vell'}, ('talks: only one article tells it',))
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.codec import from_table
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Kind, Status
from dragoman.errors import CodecError, GoldError
from dragoman.scoring.gold import STORY_ENDING, squeeze


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event and what its record has to say: days as ``2024-04-01/2024-04-03``, place as ``Oslo/NOR``.

    ``alone`` marks an event that only one article tells, a look-alike of another.
    """

    id: str
    kind: Kind
    status: Status | None = None
    date: str | None = None
    place: str | None = None
    part_of: str | None = None
    alone: bool = False

    def span(self) -> DateSpan | None:
        """The days meant. Raises ValueError if they are no ISO prefixes."""
        if self.date is None:
            return None
        start, _, end = self.date.partition("/")
        return DateSpan.parse(start, end or None)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: ``tells`` has the words that tell each event; ``repeats`` is the article it was copied from."""

    id: str
    outlet: str
    published: dt.date
    headline: str
    text: str
    url: str | None = None
    repeats: str | None = None
    tells: Mapping[str, str] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The article as a user would feed it in."""
        return f"{self.headline}\n\n{self.text.strip()}\n"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles and the events they tell."""

    path: Path
    about: str
    events: tuple[GoldEvent, ...]
    articles: tuple[GoldArticle, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.name.removesuffix(STORY_ENDING)


@dataclass(frozen=True, slots=True)
class _StoryFile:
    about: str
    event: tuple[GoldEvent, ...]
    article: tuple[GoldArticle, ...]


def story_of(text: str, path: Path = Path(f"story{STORY_ENDING}")) -> Story:
    """A story from its TOML.

    Raises:
        GoldError: if the TOML is damaged or a field is missing or of another type.
    """
    try:
        known = from_table(tomllib.loads(text), _StoryFile)
    except (tomllib.TOMLDecodeError, CodecError) as error:
        raise GoldError(f"{path}: {error}") from error
    return Story(path, known.about, known.event, known.article)


def load_stories(paths: Iterable[Path]) -> tuple[Story, ...]:
    """All stories in the given folders (recursively) and files, in path order.

    Raises:
        GoldError: if one of them is damaged or faulty; all faults are told.
    """
    found: set[Path] = set()
    for path in paths:
        found.update(path.rglob(f"*{STORY_ENDING}") if path.is_dir() else [path])
    stories = tuple(story_of(path.read_text("utf-8"), path) for path in sorted(found))
    faults = [f"{story.path.name}: {fault}" for story in stories for fault in check_story(story)]
    if faults:
        raise GoldError("the stories have faults:\n" + "\n".join(faults))
    return stories


def check_story(story: Story) -> tuple[str, ...]:
    """Every fault of a story, one line each; empty when there is none."""
    return tuple(_faults(story))


def _faults(story: Story) -> Iterator[str]:
    events, articles = [event.id for event in story.events], [article.id for article in story.articles]
    yield from (
        f"the id {one!r} is used twice" for one, times in Counter(events + articles).items() if times > 1
    )
    told = Counter(event for article in story.articles for event in article.tells)
    for event in story.events:
        if told[event.id] == 0:
            yield f"{event.id}: no article tells it"
        elif event.alone != (told[event.id] == 1):
            yield f"{event.id}: only one article tells it" if not event.alone else f"{event.id}: is not alone"
        if event.part_of is not None and event.part_of not in events:
            yield f"{event.id}: part_of names {event.part_of!r}, which is no event of this story"
        try:
            event.span()
        except ValueError as error:
            yield f"{event.id}: date: {error}"
    for article in story.articles:
        if article.repeats is not None and article.repeats not in articles:
            yield f"{article.id}: repeats {article.repeats!r}, which is no article of this story"
        for event_id, quote in article.tells.items():
            if event_id not in events:
                yield f"{article.id}: tells {event_id!r}, which is no event of this story"
            if squeeze(quote) not in squeeze(article.page):
                yield f"{article.id}: the quote is not in the article: {quote!r}"
