"""The lemma table of a pack: forms the rules get wrong, and the dictionary forms that are known."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman.language.lemmas import KEPT_AS_WRITTEN, Lemmatizer, fold_form
from tools.pack.example import Example

IRREGULAR: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("irregular.toml").read_text("utf8")
)
"""Part of speech → lemma → its forms, separated by spaces."""

OPEN_CLASSES = ("VERB", "NOUN", "ADJ", "ADV", "AUX")


def build_lemmas(examples: Iterable[Example]) -> dict[str, Any]:
    """The table from treebank sentences: for every form its commonest lemma, where the rules differ."""
    counted: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    known: dict[str, set[str]] = {pos: set() for pos in OPEN_CLASSES}
    for example in examples:
        for word, lemma, pos, tag in zip(
            example.words, example.lemmas or (), example.upos or (), example.xpos or (), strict=True
        ):
            counted[pos, fold_form(word)][lemma.casefold(), tag] += 1
            if pos in known and lemma.isalpha() and lemma.islower():
                known[pos].add(lemma)
    for pos, irregular in IRREGULAR.items():
        known[pos] |= set(irregular)
    rules = Lemmatizer({}, known)
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (pos, form), lemmas in counted.items():
        (lemma, tag), _ = lemmas.most_common(1)[0]
        if pos not in KEPT_AS_WRITTEN and rules.lemma(form, pos, tag) != lemma:
            exceptions[pos][form] = lemma
    # The treebanks' commonest reading decides, but "left" and "found" are leave and find in the news.
    for pos, lemmas_of in IRREGULAR.items():
        exceptions[pos] |= {form: lemma for lemma, forms in lemmas_of.items() for form in forms.split()}
    return {"exceptions": exceptions, "known": {pos: sorted(forms) for pos, forms in known.items()}}
