"""Name labels for text that nobody annotated: Wikipedia's current-events pages, typed by their links.

A link's words are a name when they are capitalised; what kind of name is read off the article's title and the
knowledge tables, and where neither tells, the words may be anything. Capitalised words outside links may be
anything too, so nothing is taught that is not known.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from functools import cache

from dragoman.language.words import split_words
from tools.pack import gazetteer
from tools.pack.example import UNKNOWN, Example, tag_span
from tools.pack.narrowing import is_surely_no_name
from tools.pack.vocabulary import word_list

CURRENT_EVENTS = gazetteer.DATA / "corpora" / "wikipedia-current-events" / "events.jsonl.xz"
OUTSIDE = "O|DATE|MONEY|QUANTITY|OFFICE"
MAX_WORDS = 90

_PERSON_TITLE = re.compile(r"^(?:President|Minister|Pope|King|Queen|Prime|Sir|Sheikh|General)$")


def current_events() -> Iterator[Example]:
    """Event descriptions in which at least two links could be typed."""
    with lzma.open(CURRENT_EVENTS, "rt", encoding="utf8") as lines:
        for line in lines:
            event = json.loads(line)
            links = [(link["text"], link["article"]) for link in event["links"]]
            example = label_links(event["text"], links)
            if (
                sum(tag.startswith("B-") for tag in example.names or ()) >= 2
                and len(example.words) <= MAX_WORDS
            ):
                yield example


def label_links(text: str, links: list[tuple[str, str]]) -> Example:
    """The words of ``text`` with partial labels from ``links`` (anchor text, title of the article)."""
    spans = split_words(text)
    words = tuple(span.of(text) for span in spans)
    names = [
        UNKNOWN if word[:1].isupper() and not is_surely_no_name(words, number) else OUTSIDE
        for number, word in enumerate(words)
    ]
    position = 0
    for anchor, title in links:
        start = text.find(anchor, position)
        if start < 0:
            continue
        position = start + len(anchor)
        inside = [n for n, span in enumerate(spans) if start <= span.start and span.end <= position]
        labels = label_of(anchor, title)
        if inside and labels and words[inside[0]] not in {"the", "a", "an"}:
            tag_span(names, inside[0], inside[-1] + 1, *labels)
    for number, word in enumerate(words):
        if names[number] == UNKNOWN and word in gazetteer.demonyms():
            names[number] = "NORP|I-ORG|I-EVT|I-LOC|I-FAC|B-ORG|B-EVT|B-LOC|B-FAC"
    return Example("current-events", words, names=tuple(names))


@cache
def label_of(anchor: str, title: str) -> tuple[str, ...]:
    """The labels a link may have; none when its words are no name or nothing tells the kind.

    >>> label_of("Macron", "Emmanuel Macron"), label_of("Gaza City", "Gaza City"), label_of("attack", "Airstrike")
    (('PER',), (), ())
    """
    words = anchor.split()
    if not words or not all(word[0].isupper() or word in {"of", "the", "and", "for", "-"} for word in words):
        return ()
    if anchor in gazetteer.demonyms():
        return ("NORP",)
    if gazetteer.OFFICE_START.match(anchor):
        is_office = " of " not in anchor and words[-1].casefold() not in {
            "league",
            "party",
            "council",
            "office",
        }
        return ("OFFICE",) if is_office and anchor in title else ()
    if anchor in places():
        return ("LOC",)
    if _is_person(anchor, title):
        return ("PER",)
    last = re.sub(r"\s*\(.*", "", anchor).split()[-1].casefold()
    first = words[0].casefold()
    if last in gazetteer.FACILITY_WORDS and len(words) > 1:
        return ("FAC",)
    if len(words) > 1 and (
        last in gazetteer.ORGANIZATION_WORDS or first in {"ministry", "department", "university"}
    ):
        return ("ORG",)
    if len(words) > 1 and (last in gazetteer.EVENT_WORDS or re.match(r"\d{4} ", title)):
        return ("EVT",) if anchor.casefold() in title.casefold() else ()
    if anchor.isupper() and 2 < len(anchor) < 8 and "," not in title:
        return ("ORG",)
    return (
        ("LOC",)
        if re.search(r" (?:Oblast|Province|Governorate|District|County|Strip|Raion)$", anchor)
        else ()
    )


@cache
def places() -> frozenset[str]:
    """Names and capitals of countries, and a few names for states the table lacks."""
    names = {country.name for country in gazetteer.countries()} | {c.capital for c in gazetteer.countries()}
    return frozenset(names | set(word_list("further_places")))


@cache
def known_persons() -> frozenset[str]:
    """Names of officeholders."""
    return frozenset(name for name, _, _ in gazetteer.officeholders() if " " in name)


@cache
def given_names() -> frozenset[str]:
    """First words of officeholders' names, where at least two people have them."""
    counted: dict[str, int] = {}
    for name in known_persons():
        first = name.split()[0]
        counted[first] = counted.get(first, 0) + 1
    return frozenset(first for first, count in counted.items() if count > 1 and len(first) > 2)


def _is_person(anchor: str, title: str) -> bool:
    plain = re.sub(r"\s*\(.*", "", title)
    if plain in known_persons():
        return not _PERSON_TITLE.match(anchor.split()[0]) and anchor.split()[-1] in plain
    words = plain.split()
    ordinary = gazetteer.ORGANIZATION_WORDS | gazetteer.FACILITY_WORDS | gazetteer.EVENT_WORDS
    is_name = 2 <= len(words) <= 4 and words[0] in given_names() and words[0] not in places()
    return is_name and anchor == plain and not any(word.casefold() in ordinary for word in words)
