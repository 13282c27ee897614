"""Events of MEANTIME (airbus and gm) across documents: grouping far from diplomacy, beside a simple baseline.

The mentions, their participants, their days and which of one document are one event are the annotators'; what is measured
is which events of different documents are brought together. The articles are about aircraft and car makers: no country,
office or kind of engagement helps, and every mention is an act of kind `other`, told with its verb. Only 21 of 681 events
are told in more than one document, many of them years apart ("fuel-efficient", "has"), so that leaving every mention alone
scores high; MUC, which counts links, tells most.
"""

from __future__ import annotations

import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.reporting import ROOT
from dragoman.citation import Cited, Evidence, Span
from dragoman.dates import DateSpan
from dragoman.engagements.engagement import Engagement, Kind, Participant, Role, Status, engagement_id_of
from dragoman.record.record import Report

MEANTIME = ROOT.parent / "shared" / "data" / "meantime-timelines" / "meantime_english_airbus_gm.tar.xz"
OVERLAP = 0.15
"""Share of words that two documents of the baseline have in common: the best of 0.05 to 0.5 on these very mentions."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated event in one document, all its mentions there together; ``lemma`` is that of the first."""

    topic: str
    document: str
    number: int
    lemma: str
    event: str
    report: Report
    words: frozenset[str]


def load_mentions() -> list[Mention]:
    """All mentions of events that are identified across documents."""
    found: list[Mention] = []
    with tarfile.open(MEANTIME) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if "/intra_cross-doc_annotation/" in member.name and member.name.endswith(".xml"):
                page = archive.extractfile(member)
                assert page is not None
                topic, name = member.name.split("/")[-2:]
                found += _mentions(ET.fromstring(page.read()), topic, name)
    return found


def _mentions(root: ET.Element, topic: str, document: str) -> Iterator[Mention]:
    tokens = {token.get("t_id"): token.text or "" for token in root.iter("token")}
    words = frozenset(word.lower() for word in tokens.values() if len(word) > 3)
    marks = {mark.get("m_id"): mark for mark in root.find("Markables") or ()}
    events = {
        mark.get("m_id"): mark.get("instance_id") for mark in root.iter("EVENT") if mark.get("instance_id")
    }
    refers = {s: events[t] for s, t in _links(root, "REFERS_TO") if t in events}
    parties, days = defaultdict(list), {}
    for source, target in _links(root, "HAS_PARTICIPANT"):
        parties[source].append(_text(marks.get(target), tokens))
    for source, target in _links(root, "TLINK"):
        for event, time in ((source, target), (target, source)):
            value = marks[time].get("value") if time in marks and marks[time].tag == "TIMEX3" else None
            if value is not None and _day(value) is not None:
                days.setdefault(event, _day(value))
    created = next(
        (m.get("value") for m in root.iter("TIMEX3") if m.get("functionInDocument") == "CREATION_TIME"), ""
    )
    for event in sorted(set(refers.values())):
        tellings = sorted(mention for mention, of in refers.items() if of == event)
        lemmas = [(marks[one].get("pred") or _text(marks[one], tokens)).lower() for one in tellings]
        number = int(tellings[0] or 0)
        told_by = sorted({name for one in tellings for name in parties[one]})
        day = next((days[one] for one in tellings if one in days), None)
        report = _report(document, number, lemmas[0], told_by, day, _day(created or ""))
        yield Mention(topic, document, number, lemmas[0], event, report, words)


def _links(root: ET.Element, tag: str) -> Iterator[tuple[str | None, str | None]]:
    for link in root.iter(tag):
        for source in link.iter("source"):
            for target in link.iter("target"):
                yield source.get("m_id"), target.get("m_id")


def _text(mark: ET.Element | None, tokens: dict[str | None, str]) -> str:
    return "" if mark is None else " ".join(tokens.get(a.get("t_id"), "") for a in mark.iter("token_anchor"))


def _day(value: str) -> DateSpan | None:
    try:
        return DateSpan.parse(value[:10])
    except ValueError:
        return None


def _report(
    document: str,
    number: int,
    lemma: str,
    parties: Sequence[str],
    day: DateSpan | None,
    created: DateSpan | None,
) -> Report:
    def cited(words: str) -> Cited[str]:
        return Cited(words, (Evidence(document, Span(number, number + 1), words, "MEANTIME"),))

    eng = Engagement(
        engagement_id=engagement_id_of(document, Kind.OTHER, number, number + 1),
        kind=Kind.OTHER,
        status=Status.COMPLETED,
        participants=tuple(
            Participant(Role.PARTICIPANT, cited(p), None, None, None) for p in parties if p.strip()
        ),
        trigger=cited(lemma).evidence,
        date=None if day is None else Cited(day, ()),
        mode=lemma,
    )
    return Report(eng, document, published=None if created is None else created.start)


def baseline(mentions: Sequence[Mention], overlap: float = OVERLAP) -> list[set[tuple[str, int]]]:
    """Mentions with the same lemma in documents that share so much of their words, joined transitively."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        near = [g for g in groups if any(_is_near(mention, other, overlap) for other in g)]
        merged = [mention, *(one for group in near for one in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return [{(one.document, one.number) for one in group} for group in groups]


def _is_near(one: Mention, other: Mention, overlap: float) -> bool:
    if one.lemma != other.lemma:
        return False
    return (
        one.document != other.document
        and len(one.words & other.words) / len(one.words | other.words) >= overlap
    )


def gold_groups(mentions: Sequence[Mention]) -> list[set[tuple[str, int]]]:
    """Mentions of one event together."""
    events: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for mention in mentions:
        events[mention.event].add((mention.document, mention.number))
    return list(events.values())


def across_documents(groups: Sequence[set[tuple[str, int]]]) -> int:
    """How many groups reach over more than one document."""
    return sum(len({document for document, _ in group}) > 1 for group in groups)
