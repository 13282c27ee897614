import pytest

from dragoman.language.capitals import respelled, without_capitals
from dragoman.language.document import Document
from dragoman.language.packs import DEFAULT_PACK
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from dragoman.pages.article import Article

KNOWN = frozenset("boots out envoy raid hosts march over talks".split()).__contains__
needs_pack = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


def segmented(*lines: str) -> Document:
    return segment(Article("id", "source", "\n".join(lines)))


def words(doc: Document, sentence: int) -> str:
    return " ".join(token.text for token in doc.sentences[sentence].tokens)


def test_the_page_says_what_is_a_name() -> None:
    doc = segmented("MALI BOOTS OUT ENVOY", "The envoy March left Mali. She boots her machine.")
    assert words(without_capitals(doc, None, KNOWN), 0) == "Mali boots out envoy"
    doc = segmented("MALI BOOTS OUT MARCH", "On Sunday the envoy March left Mali.")
    assert (
        words(without_capitals(doc, None, lambda word: word in {"boots", "march"}), 0)
        == "Mali boots out March"
    )


def test_the_spans_stay() -> None:
    doc = segmented("MALI BOOTS OUT FRENCH ENVOY")
    quiet = without_capitals(doc, None, KNOWN)
    assert [token.span for token in quiet.sentences[0].tokens] == [t.span for t in doc.sentences[0].tokens]


@pytest.mark.parametrize(
    "line", ["NATO SUMMIT", "US, UK and EU hold talks", "Mali boots out envoy", "Q. 12 34"]
)
def test_other_lines_are_left_as_they_are(line: str) -> None:
    doc = segmented(line)
    assert without_capitals(doc, None, KNOWN) is doc


def test_only_sentences_asked_for() -> None:
    doc = segmented("MALI BOOTS OUT ENVOY", "RAID OVER MALI ENVOY")
    assert [words(without_capitals(doc, {1}, KNOWN), at) for at in (0, 1)] == [
        "MALI BOOTS OUT ENVOY",
        "Raid over Mali envoy",
    ]


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        ("GREECE CALLS ON TURKEY", "Greece calls on Turkey"),
        ("MACRON 'S ENVOY IN THREE TALKS WITH US", "Macron 's Envoy in three Talks with US"),
        ("RSF OUSTS U.S. AIDE", "RSF ousts U.S. Aide"),
    ],
)
def test_words_and_names_the_dictionary_lacks(line: str, spelled: str) -> None:
    assert " ".join(respelled(line.split(), {}, {"calls"}.__contains__)) == spelled


@needs_pack
def test_a_headline_in_capitals_is_parsed_like_any_other() -> None:
    (sent,) = open_tagger().tag(segmented("MALI BOOTS OUT FRENCH AMBASSADOR")).sentences
    assert [(token.text, token.dep) for token in sent.tokens] == [
        ("Mali", "nsubj"),
        ("boots", "root"),
        ("out", "compound:prt"),
        ("French", "amod"),
        ("ambassador", "obj"),
    ]
