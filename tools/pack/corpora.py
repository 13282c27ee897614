"""Annotated corpora to training examples: two treebanks and three layers of name annotation."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from tools.pack import gazetteer
from tools.pack.example import UNKNOWN, Example, tag_span
from tools.pack.vocabulary import word_list

SYNTAX = gazetteer.DATA / "syntax-ner"
EWT = {part: SYNTAX / "ud-english-ewt" / f"en_ewt-ud-{part}.conllu.xz" for part in ("dev", "test")} | {
    "train": SYNTAX / "ud-english-ewt" / "en_ewt-ud-train.rebuilt.conllu.xz"
}
GUM = {part: SYNTAX / "gum-permissive" / f"gum-{part}.conllu.xz" for part in ("train", "dev", "test")}
UNER_DEV = SYNTAX / "uner-english-ewt" / "en_ewt-ud-dev.iob2.xz"
CROSSNER = {part: SYNTAX / "crossner-politics" / f"{part}.txt" for part in ("train", "dev")}

OUTSIDE = {
    "uner": "O|EVT|NORP|DATE|MONEY|QUANTITY|OFFICE",
    "crossner": "O|NORP|DATE|MONEY|QUANTITY|OFFICE",
    "gum": "O|NORP|DATE|MONEY|QUANTITY|OFFICE",
}
UNER_LABELS = {"PER": ("PER",), "ORG": ("ORG", "FAC"), "LOC": ("LOC", "FAC"), "OTH": ()}
CROSSNER_LABELS = {
    "politician": ("PER",),
    "person": ("PER",),
    "politicalparty": ("ORG",),
    "organisation": ("ORG",),
    "country": ("LOC",),
    "location": ("LOC", "FAC"),
    "election": ("EVT",),
    "event": ("EVT",),
    "misc": (),
}
GUM_LABELS = {"person": "PER", "organization": "ORG", "event": "EVT", "time": "DATE"}
PERSON_TITLES = frozenset(word_list("person_titles"))
CROSSNER_HELD_OUT = 3
"""Every third sentence of the CrossNER dev file is the test; it is never trained on."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One bracket of GUM's entity layer: words ``first`` to ``last`` (excluded), type, title of its article."""

    first: int
    last: int
    kind: str
    title: str


def read_treebank(path: Path, source: str) -> list[Example]:
    """Sentences of a CoNLL-U file with tags, lemmas and trees, relation subtypes kept."""
    return [_tree(rows, source) for rows, _ in _conllu(path)]


def open_text(path: Path) -> TextIO:
    """A text file, packed with xz or plain."""
    return lzma.open(path, "rt", encoding="utf8") if path.suffix == ".xz" else path.open(encoding="utf8")


def _tree(rows: list[list[str]], source: str) -> Example:
    return Example(
        source=source,
        words=tuple(row[1] for row in rows),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) for row in rows),
        relations=tuple(row[7] for row in rows),
        lemmas=tuple(row[2] for row in rows),
    )


def _conllu(path: Path) -> Iterator[tuple[list[list[str]], bool]]:
    """Rows of each sentence, multiword and empty rows left out, and whether a document starts there."""
    rows: list[list[str]] = []
    opens = False
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                opens = True
            elif not line.strip():
                if rows:
                    yield rows, opens
                rows, opens = [], False
            elif line[0].isdigit():
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)


def read_paragraphs(path: Path) -> list[list[str]]:
    """The raw text of the sentences of each paragraph of a CoNLL-U file."""
    paragraphs: list[list[str]] = [[]]
    with open_text(path) as lines:
        for line in lines:
            if line.startswith(("# newpar", "# newdoc")) and paragraphs[-1]:
                paragraphs.append([])
            elif line.startswith("# text = "):
                paragraphs[-1].append(line.removeprefix("# text = ").rstrip("\n"))
    return [paragraph for paragraph in paragraphs if paragraph]


def read_gum(path: Path) -> list[Example]:
    """GUM with names: linked entities are names; other proper nouns may be anything."""
    examples: list[Example] = []
    titles: dict[str, str] = {}
    for rows, opens in _conllu(path):
        if opens:
            titles = {}
        example = _tree(rows, "gum")
        mentions = list(_gum_mentions(rows, titles))
        examples.append(replace(example, names=_gum_names(example, mentions)))
    return examples


def _gum_mentions(rows: list[list[str]], titles: dict[str, str]) -> Iterator[Mention]:
    """The entity brackets of one sentence; ``titles`` remembers a document's links by entity number."""
    open_brackets: list[tuple[str, str, int]] = []
    for position, row in enumerate(rows):
        layer = re.search(r"Entity=([^|]*)", row[9])
        for opened, closed in re.findall(r"\(([^()]*)|(?=(\d*)\))", layer.group(1)) if layer else ():
            if opened:
                number, kind, title = _entity_fields(opened)
                if title:
                    titles[number] = title
                open_brackets.append((number, kind, position))
            for number, kind, start in reversed(open_brackets) if closed else ():
                if number == closed:
                    open_brackets.remove((number, kind, start))
                    yield Mention(start, position + 1, kind, titles.get(number, ""))
                    break
        if layer:
            for number, kind in re.findall(r"\((\d+)-([a-z]+)-[^()]*\)", layer.group(1)):
                entry = (number, kind, position)
                if entry in open_brackets:
                    open_brackets.remove(entry)
                    yield Mention(position, position + 1, kind, titles.get(number, ""))


def _entity_fields(bracket: str) -> tuple[str, str, str]:
    fields = bracket.split("-", 7)
    return fields[0], fields[1] if len(fields) > 1 else "", fields[7] if len(fields) > 7 else ""


def _gum_names(example: Example, mentions: list[Mention]) -> tuple[str, ...]:
    assert example.upos is not None
    names = [UNKNOWN if tag == "PROPN" else OUTSIDE["gum"] for tag in example.upos]
    for mention in sorted(mentions, key=lambda mention: mention.last - mention.first):
        name = _named_part(example, mention)
        if mention.kind == "time" or name is None:
            continue
        if mention.kind == "event" and not _is_event_name(example.words[name[0] : name[1]]):
            continue
        first, last = name
        words = {word.casefold() for word in example.words[first:last]}
        if words <= {word.casefold() for word in gazetteer.demonyms()}:
            tag_span(names, first, last, "NORP")
        elif mention.kind == "place":
            tag_span(names, first, last, *(("FAC",) if words & gazetteer.FACILITY_WORDS else ("LOC",)))
        elif mention.kind in GUM_LABELS:
            tag_span(names, first, last, GUM_LABELS[mention.kind])
    return tuple(names)


def _is_event_name(words: tuple[str, ...]) -> bool:
    return any(word.isdigit() or word.casefold() in gazetteer.EVENT_WORDS for word in words)


def _named_part(example: Example, mention: Mention) -> tuple[int, int] | None:
    """The words of ``mention`` that are a name: those its article's title repeats, widened over proper nouns.

    An unlinked person made of proper nouns only is a name as well. Titles before a person's name are left out.
    """
    assert example.upos is not None
    inside = range(mention.first, mention.last)
    if mention.kind == "person" and all(example.upos[i] in {"PROPN", "PUNCT"} for i in inside):
        name: tuple[int, int] | None = _trim(example.upos, mention.first, mention.last)
    else:
        name = _titled_part(example, mention) if mention.title else None
    if name is None:
        return None
    first, last = name
    while first > mention.first and example.upos[first - 1] == "PROPN":
        first -= 1
    while last < mention.last and example.upos[last] == "PROPN":
        last += 1
    while mention.kind == "person" and first < last and example.words[first].rstrip(".") in PERSON_TITLES:
        first += 1
    return (first, last) if first < last else None


def _titled_part(example: Example, mention: Mention) -> tuple[int, int] | None:
    """The longest run of words of ``mention`` that its article's title repeats, ending with a proper noun."""
    assert example.upos is not None
    title = set(re.split(r"[_\W]+", re.sub(r"_\(.*", "", mention.title).casefold())) | {"-", "–", "", "'s"}
    best: tuple[int, int] | None = None
    start = mention.first
    for position in range(mention.first, mention.last + 1):
        inside = position < mention.last and example.words[position].casefold().strip(".") in title
        if inside:
            continue
        first, last = _trim(example.upos, start, position)
        if first < last and (best is None or last - first > best[1] - best[0]):
            best = first, last
        start = position + 1
    return best


def _trim(upos: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
    while first < last and upos[first] not in {"PROPN", "ADJ", "NUM"}:
        first += 1
    while last > first and upos[last - 1] not in {"PROPN", "NUM"}:
        last -= 1
    return first, last if any(tag == "PROPN" for tag in upos[first:last]) else first


def read_uner(path: Path, treebank: list[Example]) -> list[Example]:
    """The EWT sentences of ``treebank`` with their person, organization and place names."""
    tagged = dict(_columns(path, word=1, tag=2))
    examples = []
    for example in treebank:
        tags = tagged.get(example.words)
        if tags is not None:
            examples.append(replace(example, names=_renamed(tags, UNER_LABELS, OUTSIDE["uner"])))
    return examples


def read_crossner(path: Path) -> list[Example]:
    """Political Wikipedia sentences with their names."""
    return [
        Example("crossner", words, names=_renamed(tags, CROSSNER_LABELS, OUTSIDE["crossner"]))
        for words, tags in _columns(path, word=0, tag=1)
    ]


def crossner_split() -> tuple[list[Example], list[Example]]:
    """CrossNER sentences to train on and the third of its dev file that is kept for the test."""
    dev = read_crossner(CROSSNER["dev"])
    kept = [example for number, example in enumerate(dev) if number % CROSSNER_HELD_OUT != 0]
    held_out = [example for number, example in enumerate(dev) if number % CROSSNER_HELD_OUT == 0]
    return read_crossner(CROSSNER["train"]) + kept, held_out


def _columns(path: Path, *, word: int, tag: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    words: list[str] = []
    tags: list[str] = []
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for line in [*lines, "\n"]:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if len(fields) <= tag:
                if words:
                    yield tuple(words), tuple(tags)
                words, tags = [], []
            else:
                words.append(fields[word])
                tags.append(fields[tag])


def _renamed(tags: tuple[str, ...], labels: dict[str, tuple[str, ...]], outside: str) -> tuple[str, ...]:
    """Our partial tags for another corpus's BIO tags; a label that maps to nothing may be anything."""
    names = [outside] * len(tags)
    position = 0
    while position < len(tags):
        if tags[position] in {"O", "B-O", "I-O"}:
            position += 1
            continue
        kind = tags[position][2:]
        end = position + 1
        while end < len(tags) and tags[end] == f"I-{kind}":
            end += 1
        if labels[kind]:
            tag_span(names, position, end, *labels[kind])
        else:
            names[position:end] = [UNKNOWN] * (end - position)
        position = end
    return tuple(names)
