"""Sentences and words of an article, with offsets into its text.

Sentences never cross a block; the dateline, and an agency's label before a headline, are no part of any sentence. Words
are not tagged yet: lemma, part of speech and relation are empty, heads are -1.

>>> from dragoman.pages.article import Article
>>> doc = segment(Article("a", "a.txt", "Gen. Dupont flew to the U.S. on Monday. He met Antony J. Blinken."))
>>> [sentence.span.of(doc.article.text) for sentence in doc.sentences]
['Gen. Dupont flew to the U.S. on Monday.', 'He met Antony J. Blinken.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.citation import Span
from dragoman.language.document import Document, Sentence, Token
from dragoman.language.words import OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS, split_words, word_list
from dragoman.pages.article import Article, Block, BlockKind

MAX_WORDS = 200
"""Longer sentences are cut, at a semicolon, a dash or a comma if they have one; the tagger reads 512 subwords."""

_TERMINAL = frozenset({".", "!", "?", "…", "。", "！", "？"})
_CLOSER = frozenset({'"', "”", "’", "'", "''", ")", "]", "»", "’’"})
_OPENER = frozenset({'"', "“", "‘", "'", "``", "(", "[", "«", "„", "—", "–", "-", "•", "*"})
_EXAMPLES = frozenset({"e.g", "i.e"})
_FIRST_WORD = word_list("first_words")


def segment(article: Article) -> Document:
    """The sentences and words of ``article``, in text order."""
    sentences: list[Sentence] = []
    for block in _blocks(article):
        for words in split_sentences(article.text, block.span):
            span = Span(words[0].start, words[-1].end)
            tokens = tuple(_untagged(article.text, word) for word in words)
            sentences.append(Sentence(len(sentences), span, block.kind, tokens))
    return Document(article, tuple(sentences))


def split_sentences(text: str, within: Span) -> Iterator[list[Span]]:
    """The words of each sentence of ``text`` inside ``within``; no list is empty."""
    words = split_words(text, within.start, within.end)
    sentence: list[Span] = []
    for number, word in enumerate(words):
        sentence.append(word)
        if number + 1 < len(words) and _ends_sentence(text, words, number):
            yield from _cut(text, sentence)
            sentence = []
    if sentence:
        yield from _cut(text, sentence)


def _blocks(article: Article) -> Iterator[Block]:
    """The stretches to read: blocks, or lines where there are none, the dateline cut out."""
    for whole in article.blocks or _lines(article.text):
        block = _unlabelled(whole, article.text) if whole.kind is BlockKind.HEADLINE else whole
        if article.dateline is None or not block.span.overlaps(article.dateline.span):
            yield block
            continue
        taken = article.dateline.span
        for start, end in ((block.span.start, taken.start), (taken.end, block.span.end)):
            if start < end:
                yield Block(Span(start, end), block.kind)


# What agencies put before a headline: "UPDATE 2-", "RPT-", "BREAKING:".
_LABEL = re.compile(
    r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|BREAKING|URGENT|FLASH|JUST IN)(?: \d\d?)? ?[-–—:|] ?(?=\S)"
)


def _unlabelled(headline: Block, text: str) -> Block:
    """A headline without its agency's label."""
    label = _LABEL.match(text, headline.span.start, headline.span.end)
    return headline if label is None else Block(Span(label.end(), headline.span.end), headline.kind)


def _lines(text: str) -> Iterator[Block]:
    for match in re.finditer(r"[^\n]+", text):
        yield Block(Span(*match.span()), BlockKind.PARAGRAPH)


def _untagged(text: str, span: Span) -> Token:
    return Token(span, span.of(text), lemma="", pos="", tag="", head=-1, dep="")


def _ends_sentence(text: str, words: list[Span], number: int) -> bool:
    """Whether a sentence ends after word ``number``, which is not the last."""
    word, following = words[number].of(text), words[number + 1]
    gap = text[words[number].end : following.start]
    if "\n\n" in gap:
        return True
    if not gap or word[-1].isalnum() or _is_note(text, words, number + 1):
        return False
    last = _last_word(text, words, number)
    if not _is_terminal(text, words[last], following):
        return False
    if following.of(text) in _CLOSER and word not in _CLOSER and not _opens(text, following):
        return False
    return _may_open(text, words, number + 1)


def _last_word(text: str, words: list[Span], number: int) -> int:
    """Steps back from ``number`` over closing quotes, brackets and a note number to the word they close."""
    if number >= 3 and _is_note(text, words, number - 2):
        number -= 3
    while number > 0 and words[number].of(text) in _CLOSER and words[number - 1].end == words[number].start:
        number -= 1
    return number


def _is_note(text: str, words: list[Span], number: int) -> bool:
    """Whether words ``number`` to ``number + 2`` are a note number in square brackets, ``[17]``."""
    if number + 2 >= len(words) or text[words[number].start] != "[":
        return False
    opening, digits, closing = (word.of(text) for word in words[number : number + 3])
    return opening == "[" and digits.isdigit() and closing == "]"


def _is_terminal(text: str, last: Span, following: Span) -> bool:
    """Whether ``last`` ends a sentence, if ``following`` could open one."""
    word = last.of(text)
    if word in _TERMINAL or (len(word) > 1 and not word.strip(".!?")):
        return True
    if len(word) < 2 or not word.endswith("."):
        return False
    bare = word[:-1].casefold()
    if bare in TITLE_ABBREVIATIONS or bare in _EXAMPLES or (len(bare) == 1 and word[0].isupper()):
        return False
    if bare in OTHER_ABBREVIATIONS or "." in bare:
        return following.of(text).casefold() in _FIRST_WORD and following.of(text)[0].isupper()
    return False


def _opens(text: str, word: Span) -> bool:
    """Whether a quotation mark stands before a word rather than after one."""
    return word.end < len(text) and not text[word.end].isspace()


def _may_open(text: str, words: list[Span], number: int) -> bool:
    """Whether a sentence may start at word ``number``."""
    while number < len(words) - 1 and words[number].of(text) in _OPENER:
        number += 1
    first = words[number].of(text)[0]
    return not first.islower() and (first.isalnum() or first in "$€£¥#@“\"‘'([«.…")


def _cut(text: str, sentence: list[Span]) -> Iterator[list[Span]]:
    """``sentence`` in pieces of at most ``MAX_WORDS`` words."""
    while len(sentence) > MAX_WORDS:
        half = range(MAX_WORDS - 1, MAX_WORDS // 2, -1)
        marks = (i for mark in (";—–", ":,") for i in half if sentence[i].of(text) in mark)
        end = next(marks, MAX_WORDS - 1) + 1
        yield sentence[:end]
        sentence = sentence[end:]
    yield sentence
