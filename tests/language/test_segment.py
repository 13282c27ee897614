import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.citation import Span
from dragoman.language.segment import MAX_WORDS, segment
from dragoman.pages.article import Article, Block, BlockKind, Dateline


def article(text: str, **fields: object) -> Article:
    return Article("id", "source", text, **fields)  # type: ignore[arg-type]


def sentences(text: str) -> list[str]:
    return [sent.span.of(text) for sent in segment(article(text)).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Antony J. Blinken met Gen. Dupont.|They spoke.",
        "H.E. Dr. Khan came at 9 a.m. on Jan. 5.|He left at noon.",
        "It cost $5.2 million.|Nobody paid.",
        "He left the U.S.|The talks ended.",
        "He left the U.S. Senate.|The talks ended.",
        "“We agree,” he said.|“Nothing else?”|She nodded...",
        '"Stop."|Then he ran (to St. Petersburg).|(Nobody saw.)',
        "What?|No!|5 people came.",
        "It was in Dulwich. [17]|Placed there (c. 1818), he wept, e.g. The Corsair.",
        "Mr. Smith Jr. said so.|No. 5 is next.",
    ],
)
def test_sentence_ends(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_lines_are_blocks_where_an_article_has_none() -> None:
    assert sentences("Blinken in Paris\n\nHe met\nMacron.") == ["Blinken in Paris", "He met", "Macron."]


def test_sentences_never_cross_blocks_and_know_their_kind() -> None:
    text = "Blinken in Paris\n\nHe met Macron."
    blocks = (Block(Span(0, 16), BlockKind.HEADLINE), Block(Span(18, 32), BlockKind.PARAGRAPH))
    doc = segment(article(text, blocks=blocks))
    assert [(sent.index, sent.block) for sent in doc.sentences] == [
        (0, BlockKind.HEADLINE),
        (1, BlockKind.PARAGRAPH),
    ]
    assert [sent.span for sent in doc.sentences] == [block.span for block in blocks]


def test_the_dateline_is_in_no_sentence() -> None:
    text = "Paris, 2 April 2024 (TDI): He arrived."
    dateline = Dateline(Span(0, 26), "Paris", dt.date(2024, 4, 2), "TDI")
    (sent,) = segment(article(text, dateline=dateline)).sentences
    assert sent.span.of(text) == "He arrived."


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("UPDATE 2-Armenia, Azerbaijan initial treaty", "Armenia, Azerbaijan initial treaty"),
        ("RPT-Iran summons envoy", "Iran summons envoy"),
        ("BREAKING: Mali expels envoy", "Mali expels envoy"),
        ("Update on talks", "Update on talks"),
        ("UPDATE", "UPDATE"),
    ],
)
def test_an_agencys_label_is_in_no_sentence(headline: str, told: str) -> None:
    blocks = (Block(Span(0, len(headline)), BlockKind.HEADLINE),)
    (sent,) = segment(article(headline, blocks=blocks)).sentences
    assert sent.span.of(headline) == told


def test_tokens_wait_for_a_tagger() -> None:
    (sent,) = segment(article("He left.")).sentences
    assert {(t.lemma, t.pos, t.tag, t.dep, t.head) for t in sent.tokens} == {("", "", "", "", -1)}


def test_a_sentence_without_end_is_cut() -> None:
    doc = segment(article("one two, three four " * 300))
    assert max(len(sent.tokens) for sent in doc.sentences) <= MAX_WORDS
    assert sum(len(sent.tokens) for sent in doc.sentences) == 300 * 5


@given(st.text(alphabet=st.sampled_from("aB. \n?!\"”“'U.S.’()…\u20095,"), max_size=80))
def test_everything_is_a_verbatim_slice(text: str) -> None:
    doc = segment(article(text))
    for number, sent in enumerate(doc.sentences):
        assert sent.index == number
        assert sent.span.of(text).strip() == sent.span.of(text)
        assert sent.tokens[0].span.start == sent.span.start
        assert sent.tokens[-1].span.end == sent.span.end
        assert all(token.text == token.span.of(text) for token in sent.tokens)
