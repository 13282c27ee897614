"""Name ends: where a person's name starts and stops in what the tagger marked."""

from __future__ import annotations

import re

from dragoman.mentions.phrases import HONORIFICS, OFFICE, Phrase, Sight
from dragoman.pages.article import BlockKind

_NAME_ENDINGS = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
# "Micheál Martin TD": a seat, an order or a degree behind the name.
_LETTERS = frozenset("TD MP MEP MSP MLA MHK MHA KC QC CBE OBE MBE KCMG CMG GCMG PhD".split())
# What the tagger takes for a name, and is none: of "the Islamist movement", "Minister of Foreign Affairs and Worship".
_NEVER = frozenset({"islamist", "islamists", "worship", "photo", "file", "nobel"})
KIN = frozenset(
    "wife husband spouse widow widower son daughter brother sister mother father fiancé fiancée fiancee grandson "
    "granddaughter nephew niece".split()
)
_STORMS = frozenset("hurricane typhoon cyclone storm".split())
# "President Anna Vell Friday arrived": the tagger may take the day for a name.
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())


def trim_name(sight: Sight, phrase: Phrase) -> tuple[int, int]:
    """The name alone: titles, honorifics and stray punctuation that the tagger took along are dropped."""
    first, last = phrase.first, phrase.last
    while first < last:
        word = sight.word(first)
        if _is_chinese_he(sight, first, last):
            break
        if word in HONORIFICS or word == "elect" or not any(map(str.isalnum, word)):
            first += 1
        elif (office := sight.starting(first, *OFFICE)) is not None and office.last < last:
            first = office.last
        else:
            break
    while last > first and _is_no_name(sight, last - 1):
        last -= 1
    if sight.word(last) == "," and sight.word(last + 1) in _NAME_ENDINGS:
        last += 2
    return (first, last) if sight.word(first) not in _NAME_ENDINGS else (first, first)


def name_end(sight: Sight, first: int, last: int, source: str) -> int:
    """Where a name ends, past its particles and before a name that has run into it."""
    return _past_particles(sight, _before_next_name(sight, first, last, source))


def _before_next_name(sight: Sight, first: int, last: int, source: str) -> int:
    """Where a name ends that has run into the next: "… met with Mitch McConnell Trump flew from New York" (a lost caption).

    The article has to tell of the name without its last word elsewhere, and of the last word alone.
    """
    tokens = sight.sentence.tokens
    if last - first < _RUN_TOGETHER or tokens[last - 2].span.end == tokens[last - 1].span.start:
        return last  # "Al-Yahya", where others of the article are called Al- too
    name, surname = sight.text(first, last - 1, source), sight.text(last - 1, last, source)
    told = source.count(name) > source.count(sight.text(first, last, source))
    return (
        last - 1 if told and re.search(rf"(?<!{re.escape(name)} )\b{re.escape(surname)}\b", source) else last
    )


_RUN_TOGETHER = 3  # words


def _is_chinese_he(sight: Sight, first: int, last: int) -> bool:
    """ "He Lifeng": a family name where "HE" before it would be an excellency's."""
    tokens = sight.sentence.tokens
    return tokens[first].text == "He" and first + 1 < last and tokens[first + 1].text.istitle()


def _is_no_name(sight: Sight, index: int) -> bool:
    """Whether the last token of what the tagger marked is punctuation, a day, or letters behind the name."""
    word = sight.word(index)
    letters = sight.sentence.tokens[index].text in _LETTERS
    return letters or word in _DAYS | _NEVER or not any(map(str.isalnum, word))


def marked_people(sight: Sight) -> list[Phrase]:
    """What the tagger marked as people, without an office or a word in small letters that it took for a name."""
    marked = (phrase for phrase in sight.of("PER") if not _is_written_small(sight, phrase))
    marked = (
        phrase for phrase in marked if not _is_storm(sight, phrase) and not _is_shortened(sight, phrase)
    )
    return [phrase for phrase in marked if not _is_office_alone(sight, phrase)]


def _is_written_small(sight: Sight, phrase: Phrase) -> bool:
    """ "described the talks as frank"."""
    return all(token.text.islower() for token in sight.sentence.tokens[phrase.first : phrase.last])


_SHORTENED = frozenset("sen rep gov".split())


def _is_shortened(sight: Sight, phrase: Phrase) -> bool:
    """The "Sen." of "Sen. Anna Vell": an office, and no name."""
    alone = phrase.last == phrase.first + 1
    return alone and sight.word(phrase.first).rstrip(".") in _SHORTENED


def _is_storm(sight: Sight, phrase: Phrase) -> bool:
    """ "Hurricane Maria", "the storm Otto"."""
    return not _STORMS.isdisjoint((sight.word(phrase.first), sight.word(phrase.first - 1)))


def _is_office_alone(sight: Sight, phrase: Phrase) -> bool:
    """ "the Tánaiste"."""
    office = sight.starting(phrase.first, *OFFICE)
    opens = phrase.first == 0 or sight.word(phrase.first - 1) in {"the", "an"}
    return opens and office is not None and office.last >= phrase.last


def is_kin(sight: Sight, first: int) -> bool:
    """ "his wife, NAME", "accompanied by her husband NAME": family of those who are told to act."""
    before = first - 1 - (sight.word(first - 1) == ",")
    return sight.word(before) in KIN and sight.ending(first, *OFFICE) is None


def name_behind(sight: Sight, first: int) -> int:
    """Where the name ends that the tagger lost behind its honorific ("Tun Dr Mahathir")."""
    tokens = sight.sentence.tokens
    last = first
    while last < len(tokens) and tokens[last].dep == "flat" and tokens[last].text[:1].isupper():
        last += 1
    return last


_PARTICLES = frozenset("von van der den de del della di da do dos bin ibn al ter zu".split())


def _past_particles(sight: Sight, last: int) -> int:
    """Where a name ends that the tagger cut before its particles: the "von der Leyen" behind "Ursula"."""
    tokens = sight.sentence.tokens
    end = last
    while end < len(tokens) and tokens[end].text in _PARTICLES and tokens[end].dep == "flat":
        end += 1
    whole = end > last and end < len(tokens) and tokens[end].dep == "flat" and tokens[end].text[:1].isupper()
    return end + 1 if whole else last


def is_pair(sight: Sight, comma: int) -> bool:
    """ "Iranian president, Vell discuss trade": a headline's two, with a verb that tells of both, are not one."""
    tokens = sight.sentence.tokens
    if sight.sentence.block is not BlockKind.HEADLINE or comma + 2 >= len(tokens):
        return False
    return tokens[comma + 1].pos == "PROPN" and tokens[comma + 2].tag in {"VBP", "VB"}
