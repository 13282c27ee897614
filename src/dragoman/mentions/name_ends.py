"""Name ends: where a person's name starts and stops in what the tagger marked."""

from __future__ import annotations

from dragoman.mentions.phrases import HONORIFICS, OFFICE, Phrase, Sight

_NAME_ENDINGS = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
# "President Anna Vell Friday arrived": the tagger may take the day for a name.
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def trim_name(sight: Sight, phrase: Phrase) -> tuple[int, int]:
    """The name alone: titles, honorifics and stray punctuation that the tagger took along are dropped."""
    first, last = phrase.first, phrase.last
    while first < last:
        word = sight.word(first)
        if word in HONORIFICS or not any(map(str.isalnum, word)):
            first += 1
        elif (office := sight.starting(first, *OFFICE)) is not None and office.last < last:
            first = office.last
        else:
            break
    while last > first and (not any(map(str.isalnum, sight.word(last - 1))) or sight.word(last - 1) in _DAYS):
        last -= 1
    if sight.word(last) == "," and sight.word(last + 1) in _NAME_ENDINGS:
        last += 2
    return (first, last) if sight.word(first) not in _NAME_ENDINGS else (first, first)


def name_behind(sight: Sight, first: int) -> int:
    """Where the name ends that the tagger lost behind its honorific ("Tun Dr Mahathir")."""
    tokens = sight.sentence.tokens
    last = first
    while last < len(tokens) and tokens[last].dep == "flat" and tokens[last].text[:1].isupper():
        last += 1
    return last
