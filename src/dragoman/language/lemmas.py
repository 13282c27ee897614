"""Dictionary forms of English words, from their part of speech.

Regular endings are taken off by rule; a table of the pack knows the exceptions and which dictionary forms exist.

>>> lemmas = Lemmatizer({"VERB": {"met": "meet"}}, {"VERB": ["pledge"]})
>>> [lemmas.lemma(word, "VERB", "VBD") for word in ("met", "pledged", "visited", "stopped")]
['meet', 'pledge', 'visit', 'stop']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_VOWELS = "aeiou"
_INFLECTED = (("VERB", "VBD"), ("VERB", "VBG"), ("VERB", "VBZ"), ("NOUN", "NNS"), ("ADJ", "JJR"))
KEPT_AS_WRITTEN = frozenset({"PROPN", "PUNCT", "SYM", "NUM", "X"})


class Lemmatizer:
    """Looks words up among ``exceptions`` (part of speech → form → lemma), else applies the rules.

    ``known`` lists dictionary forms per part of speech; of the forms a rule proposes, a known one wins.
    """

    def __init__(
        self, exceptions: Mapping[str, Mapping[str, str]], known: Mapping[str, Iterable[str]]
    ) -> None:
        self._exceptions = exceptions
        self._known = {pos: frozenset(forms) for pos, forms in known.items()}

    def lemma(self, word: str, pos: str, tag: str) -> str:
        """The dictionary form of ``word`` under a Universal part of speech and a Penn tag."""
        if pos in KEPT_AS_WRITTEN:
            return word
        form = fold_form(word)
        exception = self._exceptions.get(pos, {}).get(form)
        if exception is not None:
            return exception
        proposed = list(propose_lemmas(form, pos, tag))
        known = self._known.get(pos, frozenset())
        return next((lemma for lemma in proposed if lemma in known), proposed[0])

    def knows(self, lemma: str, pos: str) -> bool:
        """Whether ``lemma`` is a known dictionary form under a Universal part of speech."""
        return lemma in self._known.get(pos, ())

    def has_word(self, form: str) -> bool:
        """Whether ``form``, in small letters, is a form of any known word."""
        if any(form in table for table in self._exceptions.values()):
            return True
        known = self._known.values()
        return any(stem in forms for stem in self.possible(form) for forms in known)

    def possible(self, word: str) -> frozenset[str]:
        """Every dictionary form that ``word`` may have as a verb, noun or adjective, and the word itself.

        >>> sorted(Lemmatizer({"VERB": {"met": "meet"}}, {}).possible("met"))
        ['meet', 'met']
        """
        form = fold_form(word)
        exceptions = {table[form].casefold() for table in self._exceptions.values() if form in table}
        stems = (stem for pos, tag in _INFLECTED for stem in propose_lemmas(form, pos, tag))
        return frozenset({form, *exceptions, *stems})


def fold_form(word: str) -> str:
    """``word`` as the table of exceptions spells it: lower case, straight apostrophes."""
    return word.casefold().replace("’", "'")


def propose_lemmas(form: str, pos: str, tag: str) -> Iterator[str]:
    """Possible dictionary forms of a lower-case ``form``, the likeliest first; at least one."""
    if pos in {"VERB", "AUX"} and tag in {"VBD", "VBN"} and form.endswith("ed"):
        yield from _verb_stems(form[:-2])
    elif pos in {"VERB", "AUX"} and tag == "VBG" and form.endswith("ing"):
        yield from _verb_stems(form[:-3])
    elif (pos in {"VERB", "AUX"} and tag in {"VBZ", "VBD"} and form.endswith("s")) or (
        (pos, tag) in {("VERB", "VBZ"), ("AUX", "VBZ"), ("NOUN", "NNS")}
    ):
        yield from _without_s(form)
    elif pos in {"ADJ", "ADV"} and tag in {"JJR", "RBR"} and form.endswith("er"):
        yield from _verb_stems(form[:-2])
    elif pos in {"ADJ", "ADV"} and tag in {"JJS", "RBS"} and form.endswith("est"):
        yield from _verb_stems(form[:-3])
    elif pos == "VERB" and form.endswith("s") and not form.endswith(("ss", "us", "is", "as", "os")):
        yield from _without_s(form)  # "Germany reopens" with the tag of a plural
    else:
        yield form


def _verb_stems(stem: str) -> Iterator[str]:
    """What may stand before a vowel ending: ``stopp`` → stop, ``tri`` → try, ``pledg`` → pledge.

    >>> list(_verb_stems("stopp")), list(_verb_stems("pledg")), list(_verb_stems("visit"))
    (['stop', 'stopp', 'stoppe'], ['pledge', 'pledg'], ['visit', 'visite'])
    """
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS + "lsz":
        yield stem[:-1]
    if stem.endswith("i") and len(stem) > 2:
        yield stem[:-1] + "y"
    if _DOUBLED_L.search(stem):
        yield stem[:-1]
    if _wants_e(stem):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"


# "initialled", "travelled" in British spelling; "recalled" and "installed" come from verbs with two letters l.
_DOUBLED_L = re.compile(
    r"[aeiouy].*[^aeiouy](?:[aeu]|ia)ll$(?<!call)(?<!stall)(?<!thrall)(?<!ball)(?<!fall)(?<!wall)(?<!pall)"
)


def _wants_e(stem: str) -> bool:
    if re.search(r"(?:[^aeiou]l|[cgsvuz]|[aeiou]at|[^e]at|is|rs|ns|dg|th)$", stem):
        return not re.search(r"(?:ss|eat|treat|oat)$", stem)
    one_vowel = re.search(r"(?:^|[^aeiou])[aeiouy][bdkmnprt]$", stem)
    return bool(one_vowel) and len(re.findall(r"[aeiouy]+", stem)) == 1 and len(stem) > 2


def _without_s(form: str) -> Iterator[str]:
    """Forms without the plural or third-person ``s``.

    >>> [next(_without_s(form)) for form in ("countries", "meets", "speeches", "passes", "leaves", "crises")]
    ['country', 'meet', 'speech', 'pass', 'leave', 'crise']
    """
    if form.endswith("ies") and len(form) > 4:
        yield form[:-3] + "y"
    elif re.search(r"(?:ch|sh|ss|x|zz|o)es$", form):
        yield form[:-2]
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
    yield form
