"""Trial: stories read and merged, and how far groups and records agree with the gold.

Articles in, a Trial out; figures over the mentions that the reader found, and end to end, where a mention it missed is a
group of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.engagements.engagement import Engagement, Kind, Location
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.pages import read_page
from dragoman.pages.article import Article
from dragoman.pipeline import read
from dragoman.record.clustering import cluster
from dragoman.record.copies import find_originals, mark_copies, printed
from dragoman.record.merging import merge_reports
from dragoman.record.nesting import link_records
from dragoman.record.profile import FAMILIES
from dragoman.record.record import Record, Report, reports_of
from dragoman.scoring.coreference import Agreement, Share, score_groups
from dragoman.scoring.names import is_same_city
from dragoman.scoring.spans import locate, sentence_around
from dragoman.scoring.stories import GoldEvent, Story

# How sure an engagement is the one quoted: words in the quote or only in its sentence, the same kind or only its family.
_SAME_SENTENCE, _SAME_FAMILY, _LEAST = 0.6, 0.7, 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling of a gold event; ``report_id`` is ``None`` where the reader did not find it."""

    event: str
    article: str
    quote: str
    report_id: str | None

    @property
    def mention(self) -> tuple[str, str]:
        """What is grouped: the event in the article."""
        return self.event, self.article


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of the stories. Articles are named ``story/article``, events ``story/event``."""

    stories: tuple[Story, ...]
    told: tuple[Told, ...]
    records: tuple[Record, ...]
    copies: Mapping[str, str]

    def home(self) -> dict[str, Record]:
        """The record of each report."""
        return {report.report_id: record for record in self.records for report in record.reports}

    def best_records(self) -> dict[str, Record]:
        """For each gold event the record with most of its tellings; among equals the first by id."""
        home, counts = self.home(), defaultdict[str, Counter[str]](Counter)
        by_id = {record.record_id: record for record in self.records}
        for one in self.told:
            if one.report_id is not None:
                counts[one.event][home[one.report_id].record_id] += 1
        return {event: by_id[max(sorted(of), key=of.__getitem__)] for event, of in counts.items()}


def try_stories(stories: Sequence[Story], kb: KnowledgeBase) -> Trial:
    """Reads all articles and brings their reports together, all stories at once."""
    reports: list[Report] = []
    told: list[Told] = []
    papers, names = [], {}
    for story in stories:
        for gold in story.articles:
            article = read_page(gold.page, url=gold.url, published=gold.published, publisher=gold.outlet)
            name = names[article.article_id] = f"{story.name}/{gold.id}"
            papers.append(printed(article))
            engagements = read(article, kb).engagements
            reports += reports_of(article, engagements)
            homes = align(gold.tells, {event.id: event.kind for event in story.events}, engagements, article)
            told += [
                Told(f"{story.name}/{event}", name, quote, homes.get(event))
                for event, quote in gold.tells.items()
            ]
    originals = find_originals(papers)
    groups = cluster(mark_copies(reports, originals))
    records = link_records(merge_reports(group, kb) for group in groups)
    copies = {names[copy]: names[original] for copy, original in originals.items()}
    return Trial(tuple(stories), tuple(told), records, copies)


def align(
    tells: Mapping[str, str], kinds: Mapping[str, Kind], engagements: Iterable[Engagement], article: Article
) -> dict[str, str]:
    """Which engagement is which gold event: its words lie in the quote, or it is of the kind and in the sentence."""
    homes: dict[str, str] = {}
    likes = sorted(
        (-_likeness(quote, kinds[event], eng, article), event, eng.engagement_id)
        for event, quote in tells.items()
        for eng in engagements
    )
    for unlikeness, event, engagement_id in likes:
        if -unlikeness >= _LEAST and event not in homes and engagement_id not in homes.values():
            homes[event] = engagement_id
    return homes


def _likeness(quote: str, kind: Kind, eng: Engagement, article: Article) -> float:
    if FAMILIES[kind] != FAMILIES[eng.kind]:
        return 0.0
    spans = locate(quote, article.text)
    words = [evidence.span for evidence in eng.trigger]
    near = 0.0
    if any(span.overlaps(word) for span in spans for word in words):
        near = 1.0
    elif any(sentence_around(span, article.text).overlaps(word) for span in spans for word in words):
        near = _SAME_SENTENCE
    return near if eng.kind is kind else near * _SAME_FAMILY


def agreement(trial: Trial, *, found_only: bool) -> Agreement:
    """How well the groups agree with the events: over what the reader found, or over all that is told."""
    gold, given = defaultdict[str, set[tuple[str, str]]](set), defaultdict[str, set[tuple[str, str]]](set)
    home = trial.home()
    for one in trial.told:
        if one.report_id is not None:
            given[home[one.report_id].record_id].add(one.mention)
        if one.report_id is not None or not found_only:
            gold[one.event].add(one.mention)
    return score_groups(gold.values(), given.values())


def fields_right(trial: Trial) -> dict[str, Share]:
    """For each field, the share of events whose record says what the gold says (recall) and of those told (precision)."""
    best = trial.best_records()
    verdicts = defaultdict[str, Counter[str]](Counter)
    for story in trial.stories:
        for event in story.events:
            record = best.get(f"{story.name}/{event.id}")
            if record is not None:
                parent = best.get(f"{story.name}/{event.part_of}")
                for field, verdict in _verdicts(event, record, parent):
                    verdicts[field][verdict] += 1
    return {
        field: Share(
            _ratio(of["right"], of["right"] + of["wrong"] + of["empty"]),
            _ratio(of["right"], of["right"] + of["wrong"]),
        )
        for field, of in sorted(verdicts.items())
    }


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _verdicts(event: GoldEvent, record: Record, parent: Record | None) -> Iterator[tuple[str, str]]:
    eng = record.engagement
    yield "kind", "right" if eng.kind is event.kind else "wrong"
    if event.status is not None:
        yield "status", "right" if eng.status is event.status else "wrong"
    days = event.span()
    if days is not None:
        yield "date", "empty" if eng.date is None else "right" if eng.date.value == days else "wrong"
    if event.place is not None:
        yield (
            "place",
            "empty" if eng.place is None else "right" if _is_there(event.place, eng.place.value) else "wrong",
        )
    if event.part_of is not None and parent is not None:
        yield (
            "part_of",
            "empty" if eng.part_of is None else "right" if eng.part_of == parent.record_id else "wrong",
        )


def _is_there(gold: str, place: Location) -> bool:
    city, _, country = gold.partition("/")
    if place.city is None:
        return not city and place.country == country
    return is_same_city(city, place.city)


def copies_right(trial: Trial) -> Share:
    """Recall and precision of the reprints."""
    gold = {
        f"{story.name}/{article.id}": f"{story.name}/{article.repeats}"
        for story in trial.stories
        for article in story.articles
        if article.repeats is not None
    }
    wanted, given = _pairs_of_one_text(gold), _pairs_of_one_text(trial.copies)
    right = len(wanted & given)
    return Share(_ratio(right, len(wanted)), _ratio(right, len(given)))


def _pairs_of_one_text(copies: Mapping[str, str]) -> set[frozenset[str]]:
    """Articles that share a text, two by two: which of them was first matters to nobody."""
    source = {**{original: original for original in copies.values()}, **copies}
    return {frozenset(pair) for pair in combinations(source, 2) if source[pair[0]] == source[pair[1]]}


def field_faults_of(trial: Trial) -> Iterator[str]:
    """Every field of a record that differs from the gold, one line each."""
    best = trial.best_records()
    for story in trial.stories:
        for event in story.events:
            record = best.get(f"{story.name}/{event.id}")
            if record is not None:
                for field, verdict in _verdicts(event, record, best.get(f"{story.name}/{event.part_of}")):
                    if verdict != "right":
                        yield f"{verdict}: {field} of {story.name}/{event.id}: {_told(record, field)}"


def _told(record: Record, field: str) -> str:
    cited = getattr(record.engagement, field)
    return str(getattr(cited, "value", cited))


def faults_of(trial: Trial) -> Iterator[str]:
    """Every event torn apart, every record of two events and every telling missed, one line each."""
    home, events = trial.home(), defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    owners = defaultdict[str, set[str]](set)
    for one in trial.told:
        if one.report_id is None:
            yield f"missed: {one.event} in {one.article}: {one.quote!r}"
            continue
        record_id = home[one.report_id].record_id
        events[one.event][record_id].append(one.article.split("/")[1])
        owners[record_id].add(one.event)
    for event, records in events.items():
        if len(records) > 1:
            yield f"torn: {event}: {' | '.join(', '.join(articles) for articles in records.values())}"
    for record_id, owned in owners.items():
        if len(owned) > 1:
            yield f"lumped: {', '.join(sorted(owned))} in {record_id}"
