"""Features of a sentence by which its PLOVER class is told: its words, how they hang together, what the lexicon knows.

A feature is a short string, and each counts once per sentence. ``u:`` a lemma, ``p:`` with its part of speech, ``b:`` two
neighbours, ``d:`` head, relation and dependent, ``r:`` and ``rt:`` the root and its tag, ``md:`` a modal verb and what it
governs, ``e:`` an ending; ``k:`` ``km:`` ``kr:`` ``kt:`` an act of the lexicon, with its mode, at the root, and with its
tense; ``n:`` ``nm:`` an act told by a noun. Of names only the part of speech is told, so that countries do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.engagements.clauses import noun_clause, verb_clause
from dragoman.engagements.lexicon import Lexicon
from dragoman.engagements.tree import Tree
from dragoman.engagements.triggering import noun_fits, verb_fits
from dragoman.language.document import Sentence, Token

_ENDING = 4
_SILENT = frozenset({"PUNCT", "DET"})


def features_of(tree: Tree, lexicon: Lexicon) -> frozenset[str]:
    """The features of a tagged sentence."""
    words = _words(tree.sentence)
    return frozenset(
        (
            *(feature for index in range(len(words)) for feature in _features_at(tree, words, index)),
            *(f"b:{one}_{other}" for one, other in pairwise(words)),
            *_acts(tree, lexicon),
        )
    )


def _features_at(tree: Tree, words: list[str], index: int) -> Iterator[str]:
    """The features of one word."""
    tokens = tree.sentence.tokens
    token, word = tokens[index], words[index]
    if token.pos in _SILENT:
        return
    yield f"u:{word}"
    if token.pos in {"VERB", "NOUN", "ADJ"}:
        yield f"p:{word}/{token.pos}"
    if token.pos in {"VERB", "NOUN"}:
        yield f"e:{token.text[-_ENDING:].lower()}"
    if token.head >= 0 and tokens[token.head].pos != "PUNCT":
        yield f"d:{words[token.head]}>{token.dep.split(':')[0]}>{word}"
    if token.dep == "root":
        yield from (f"r:{word}", f"rt:{token.tag}")
    if token.tag == "MD" and token.head >= 0:
        yield f"md:{word}>{words[token.head]}"


def _words(sentence: Sentence) -> list[str]:
    """The lemmas of a sentence, names and numbers by their kind alone."""
    named = {index for name in sentence.names for index in range(name.first, name.last)}
    return [_word(token, is_named=index in named) for index, token in enumerate(sentence.tokens)]


def _word(token: Token, *, is_named: bool) -> str:
    if is_named:
        return f"<{token.pos}>"
    return "<num>" if token.pos == "NUM" else token.lemma.lower()


def _acts(tree: Tree, lexicon: Lexicon) -> Iterator[str]:
    """The lexicon's entries that fit, whoever takes part."""
    for index, token in enumerate(tree.sentence.tokens):
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"} and lemma in lexicon.verbs:
            clause = verb_clause(tree, index)
            entry = next((one for one in lexicon.verbs[lemma] if verb_fits(tree, clause, one)), None)
            if entry is not None:
                yield from (f"k:{entry.kind}", f"km:{entry.kind}:{entry.mode}")
                if token.dep == "root":
                    yield from (f"kr:{entry.kind}", f"kt:{entry.kind}:{entry.mode}:{clause.tense}")
        elif token.pos in {"NOUN", "PROPN"} and lemma in lexicon.nouns:
            for entry in lexicon.nouns[lemma]:
                light = lexicon.light_of(entry)
                if noun_fits(tree, noun_clause(tree, index, light), entry):
                    yield from (f"n:{entry.kind}", f"nm:{entry.kind}:{entry.mode}")
                    break
