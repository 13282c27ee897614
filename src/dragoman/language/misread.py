"""Misread verbs: words that headlines use as verbs and the network took for nouns or adjectives.

"A phones B", "Police arrest ten", "A, B ink deal": where a sentence seems to have no verb, the network is asked once more
with such a word in the past tense, which no noun has, and with the "and" and the "the" that headlines leave out. It is the
verb if its subject stands before it and agrees with it, its object behind it, and the network is surer of the whole tree.

>>> past_of("phone"), past_of("slap"), past_of("rally"), past_of("meet")
('phoned', 'slapped', 'rallied', 'met')
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.language.analysis import Analysis
from dragoman.language.lemmas import Lemmatizer

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf8"))
VERBS = frozenset(_TABLES["verbs"].split())
_PAST: dict[str, str] = _TABLES["past"]
_ALONE = frozenset(_TABLES["words"]["alone"].split())
_SEVERAL = frozenset(_TABLES["words"]["several"].split())
_DESCRIBING = frozenset(_TABLES["words"]["describing"].split())
_PAPERS = frozenset(_TABLES["words"]["papers"].split())

LONGEST = 60
"""Words of the longest sentence that is asked about once more."""
MOST = 4
"""Words of one sentence that are tried, the first ones."""
_TAKEN_FOR = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
# What stands before a noun and before no verb of its sentence.
_BEFORE_NOUNS = frozenset({"ADP", "DET", "PART", "SCONJ", "AUX", "PRON"})
_OF_WEIGHT = frozenset({"NOUN", "VERB", "ADJ"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PARTICLES = frozenset("over out off up down back aside".split())
_OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp"})
_BEYOND = frozenset({"obl", "obl:unmarked", "advmod", "xcomp", "advcl", "compound:prt"})


@dataclass(frozen=True, slots=True)
class Suspect:
    """The word ``index`` may be the verb ``lemma`` with the Penn tag ``tag``; ``shown`` is what the network is shown.

    An article that headlines leave out may be shown ``before`` a word: "A inks [the] deal".
    """

    index: int
    lemma: str
    tag: str
    shown: tuple[str, ...]
    before: int | None = None

    def restored(self, words: Sequence[str], after: Analysis) -> Analysis:
        """What the network says of the sentence as it was shown, told of the words as they are."""
        told = after.without(self.before) if self.before is not None else after
        upos, xpos, relations = list(told.upos), list(told.xpos), list(told.relations)
        xpos[self.index] = self.tag
        for at in range(self.index):
            if words[at] == "," and self.shown[at] != ",":
                upos[at], xpos[at], relations[at] = "PUNCT", ",", "punct"
        return replace(told, upos=tuple(upos), xpos=tuple(xpos), relations=tuple(relations))


def find_suspects(words: Sequence[str], analysis: Analysis, lemmas: Lemmatizer) -> Iterator[Suspect]:
    """The words that may be the missing verb of a sentence; none where it has one or is long."""
    if len(words) > LONGEST or _has_verb(analysis):
        return
    tried, in_titles = 0, not _has_lower_words(words, analysis)
    for index in range(1, len(words) - 1):
        if analysis.upos[index] not in _TAKEN_FOR or analysis.upos[index - 1] in _BEFORE_NOUNS:
            continue
        if not in_titles and not words[index].islower():
            continue  # a name
        if (suspect := _suspect(words, index, analysis, lemmas)) is not None and _goes_on(
            words, analysis, suspect
        ):
            yield suspect
            tried += 1
        if tried == MOST:
            return


def is_verb(suspect: Suspect, words: Sequence[str], before: Analysis, told: Analysis) -> bool:
    """Whether the word is the verb of its sentence, by what the network says of it as it is and as it was shown."""
    index = suspect.index
    if told.root != index or told.upos[index] != "VERB" or told.certainty <= before.certainty:
        return False
    return _agrees(suspect, words, told) and _does_something(suspect, told)


def past_of(lemma: str) -> str:
    """The past tense of a verb."""
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + lemma[-1] * bool(_DOUBLED.fullmatch(lemma)) + "ed"


_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt](?<!k)")


def _has_verb(analysis: Analysis) -> bool:
    """Whether the root is a verb with its subject, or has a copula.

    One with a plural for its subject may be neither ("A voices support"); of one without subject the network may have hung
    on its object who does it ("A and B strike C sites").
    """
    root = analysis.root
    below = {analysis.relations[child] for child in analysis.children(root) if child < root}
    if analysis.upos[root] not in {"VERB", "AUX"}:
        return "cop" in below
    if analysis.xpos[root] not in {"VBP", "VB", "NN"} or root == 0:
        return True
    if not below & {"nsubj", "nsubj:pass", "aux", "mark", "expl", "csubj"}:
        return False
    return not (root > 1 and analysis.xpos[root - 1] == "NNS" and analysis.upos[root - 2] == "PROPN")


def _has_lower_words(words: Sequence[str], analysis: Analysis) -> bool:
    """Whether not every word of weight has a capital, as in titles."""
    return any(w.islower() and pos in _OF_WEIGHT for w, pos in zip(words, analysis.upos, strict=True))


def _suspect(words: Sequence[str], index: int, analysis: Analysis, lemmas: Lemmatizer) -> Suspect | None:
    form = words[index].lower()
    if not form.isalpha() or form in _DESCRIBING:
        return None
    if form.endswith("s") and not form.endswith("ss"):
        lemma, tag = lemmas.lemma(form, "VERB", "VBZ"), "VBZ"
    else:
        lemma, tag = form, "VBP"
    if lemma not in VERBS and not lemmas.knows(lemma, "VERB"):
        return None
    front = words[:index] if tag == "VBZ" else ["and" if word == "," else word for word in words[:index]]
    bare = analysis.upos[index + 1] in {"NOUN", "ADJ"} and analysis.xpos[index + 1] != "NNS"
    article = ("the",) if bare else ()
    shown = (*front, past_of(lemma), *article, *words[index + 1 :])
    return Suspect(index, lemma, tag, shown, index + 1 if bare else None)


def _goes_on(words: Sequence[str], analysis: Analysis, suspect: Suspect) -> bool:
    """Whether behind the word stands what may stand behind a verb: no comma, no finite verb, no place of a noun's."""
    following = suspect.index + 1
    behind = analysis.upos[following]
    if behind == "VERB":  # "A voices support for B": the second noun was taken for the verb
        return following == analysis.root
    if behind == "CCONJ":  # "boards and seizes"
        return following + 1 < len(analysis.upos) and analysis.xpos[following + 1] in {
            "VBZ",
            "VBP",
            "NNS",
            "VB",
        }
    if behind != "ADP" or suspect.lemma in _ALONE:
        return behind not in {"PUNCT", "SCONJ", "AUX"}
    particle = analysis.xpos[following] == "RP" or words[following].lower() in _PARTICLES
    return particle or "NUM" in analysis.upos[following + 1 : following + 3]  # "arrest over 1,300 people"


def _agrees(suspect: Suspect, words: Sequence[str], after: Analysis) -> bool:
    """Whether a subject of its number ends right before the word."""
    index = suspect.index
    subjects = [
        child for child in after.children(index) if child < index and after.relations[child] == "nsubj"
    ]
    if len(subjects) != 1 or any(not _is_below(after, at, subjects[0]) for at in range(subjects[0], index)):
        return False
    subject = subjects[0]
    if words[subject].lower() in _PAPERS:
        return False
    listed = any(after.relations[child] == "conj" for child in after.children(subject))
    if suspect.tag == "VBZ":
        return not listed and after.xpos[subject] != "NNS" and after.upos[subject] in {"NOUN", "PROPN"}
    several = after.xpos[subject] in _PLURAL or words[subject].lower() in _SEVERAL
    return listed or several or after.upos[subject] == "NUM"


def _is_below(after: Analysis, index: int, top: int) -> bool:
    while index >= 0 and index != top:
        index = int(after.heads[index]) - 1
    return index == top


def _does_something(suspect: Suspect, after: Analysis) -> bool:
    """Whether an object begins right behind the verb or another beside it, or it is one that needs none."""
    behind = [child for child in after.children(suspect.index) if child > suspect.index]
    if _has_object(suspect.index, after):
        return True
    joined = [child for child in behind if after.relations[child] == "conj" and after.upos[child] == "VERB"]
    if joined and joined[0] == suspect.index + 2 and _has_object(joined[0], after):
        return True
    return suspect.lemma in _ALONE and any(after.relations[child] in _BEYOND for child in behind)


def _has_object(index: int, after: Analysis) -> bool:
    objects = [at for at in after.children(index) if at > index and after.relations[at] in _OBJECTS]
    between = range(index + 1, objects[0]) if objects else ()
    return bool(objects) and all(
        _is_below(after, at, objects[0]) or after.relations[at] == "compound:prt" for at in between
    )
