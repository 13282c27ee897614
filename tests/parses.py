"""Hand-made parses, so that tests of the grammar do not depend on a language pack.

A sentence is written one word to a line: the word, its lemma, part of speech, Penn tag, head (counted from 1, 0 at the
root) and relation, and after them the name label where the word is part of a name. ``_`` stands for the word itself.

    Macron  _     PROPN NNP 2 nsubj PER
    arrived arrive VERB VBD 0 root
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from dragoman.citation import Span
from dragoman.engagements.acts import find_acts
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.circumstances import fill_circumstances
from dragoman.engagements.lexicon import load_lexicon
from dragoman.engagements.status import judge
from dragoman.engagements.tree import Tree
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document, NameLabel, NameSpan, Sentence, Token
from dragoman.language.segment import segment
from dragoman.mentions.finding import find_mentions
from dragoman.pages.article import Article, Block, BlockKind, Published

DAY = dt.date(2024, 4, 3)
"""The day pages are published on unless a test says otherwise, a Wednesday."""
# Neither is in any table: what is found about them was read.
VELL_MET_MARR = """
    Polish    polish    ADJ   JJ  3 amod NORP
    Foreign   _         ADJ   NNP 3 amod OFFICE
    Minister  _         PROPN NNP 4 nmod:desc OFFICE
    Anna      _         PROPN NNP 6 nsubj PER
    Vell      _         PROPN NNP 4 flat PER
    met       meet      VERB  VBD 0 root
    Norwegian norwegian ADJ   JJ  9 amod NORP
    Foreign   _         ADJ   NNP 9 amod OFFICE
    Minister  _         PROPN NNP 10 nmod:desc OFFICE
    Karl      _         PROPN NNP 6 obj PER
    Marr      _         PROPN NNP 10 flat PER
"""
"""Eleven tokens of a sentence that the test ends; its verb is the sixth."""
_LEANS_LEFT = (".", ",", ";", ":", "?", "!", ")", "'s", "’s", "n't", "'ll")


@cache
def knowledge() -> KnowledgeBase:
    """The shipped tables, opened once for all tests."""
    return KnowledgeBase.open()


def published(day: dt.date | str | None) -> Published | None:
    """A publication day as a page would have it."""
    if day is None:
        return None
    return Published(dt.date.fromisoformat(day) if isinstance(day, str) else day, "given", 1.0)


def document_of(
    *parses: str, day: dt.date | str | None = DAY, headline: bool = False, byline: str | None = None
) -> Document:
    """A document of hand-made parses, each a paragraph; with ``headline`` the first is the headline."""
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    text = ""
    for index, parse in enumerate(parses):
        kind = BlockKind.HEADLINE if headline and index == 0 else BlockKind.PARAGRAPH
        text += "\n\n" if text else ""
        sentence, text = _sentence(parse, index, text, kind)
        sentences.append(sentence)
        blocks.append(Block(sentence.span, kind))
    article = Article(
        "parsed-article", "parsed.txt", text, byline=byline, published=published(day), blocks=tuple(blocks)
    )
    return Document(article, tuple(sentences))


def sentence_of(parse: str) -> Sentence:
    """One hand-made parse."""
    return document_of(parse).sentences[0]


def tree_of(parse: str) -> Tree:
    """The tree of one hand-made parse."""
    return Tree(sentence_of(parse))


def named(text: str, *names: tuple[str, str], day: dt.date | str | None = DAY) -> Document:
    """An unparsed document with the names told, as pairs of label and words; one sentence of words each."""
    article = Article("named-article", "named.txt", text, published=published(day))
    doc = segment(article)
    sentences = tuple(_with_names(sentence, text, names) for sentence in doc.sentences)
    return Document(article, sentences)


def acts_in(doc: Document) -> list[Candidate]:
    """The acts of all sentences, without their circumstances."""
    mentions = find_mentions(doc, knowledge())
    return [act for sentence in doc.sentences for act in find_acts(Tree(sentence), mentions, load_lexicon())]


def told_in(doc: Document) -> list[Candidate]:
    """The acts of all sentences with their circumstances and status."""
    mentions = find_mentions(doc, knowledge())
    acts = acts_in(doc)
    for act in acts:
        fill_circumstances(act, mentions)
        judge(act, mentions.day)
    return acts


def words_of(tree: Tree, tokens: tuple[int, ...] | list[int]) -> list[str]:
    """The words at some indexes of a tree's sentence."""
    return [tree.sentence.tokens[index].text for index in tokens]


def at(tree: Tree, word: str) -> int:
    """The index of the one token that is ``word``."""
    (index,) = (index for index, token in enumerate(tree.sentence.tokens) if token.text == word)
    return index


def _sentence(parse: str, index: int, text: str, kind: BlockKind) -> tuple[Sentence, str]:
    rows = [line.split() for line in parse.splitlines() if line.strip()]
    tokens: list[Token] = []
    begin = len(text)
    for row in rows:
        word, lemma, pos, tag, head, dep = row[:6]
        if tokens and not word.startswith(_LEANS_LEFT):
            text += " "
        span = Span(len(text), len(text) + len(word))
        text += word
        tokens.append(Token(span, word, word if lemma == "_" else lemma, pos, tag, int(head) - 1, dep))
    labels = [row[6] if len(row) > 6 else "" for row in rows]
    sentence = Sentence(index, Span(begin, len(text)), kind, tuple(tokens), tuple(_names(labels, tokens)))
    return sentence, text


def _names(labels: list[str], tokens: list[Token]) -> list[NameSpan]:
    found: list[NameSpan] = []
    for index, label in enumerate(labels):
        if not label:
            continue
        before = found[-1] if found else None
        if before is not None and before.last == index and before.label.value == label:
            span = Span(before.span.start, tokens[index].span.end)
            found[-1] = NameSpan(before.first, index + 1, before.label, span)
        else:
            found.append(NameSpan(index, index + 1, NameLabel(label), tokens[index].span))
    return found


def _with_names(sentence: Sentence, text: str, names: tuple[tuple[str, str], ...]) -> Sentence:
    spans = [token.span for token in sentence.tokens]
    found: list[NameSpan] = []
    for label, words in names:
        start = text.find(words, sentence.span.start, sentence.span.end)
        while start >= 0:
            span = Span(start, start + len(words))
            covered = [index for index, token in enumerate(spans) if span.covers(token)]
            found.append(NameSpan(covered[0], covered[-1] + 1, NameLabel(label), span))
            start = text.find(words, span.end, sentence.span.end)
    found.sort(key=lambda name: name.first)
    return Sentence(sentence.index, sentence.span, sentence.block, sentence.tokens, tuple(found))
