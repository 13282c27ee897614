"""Date expressions of an English text, resolved against the publication day.

Comes in: text and the day it was published. Goes out: one ``TimeMention`` per expression, in text order.

>>> friday, = find_times("The two will meet on Friday.", published=dt.date(2024, 3, 14))
>>> friday.days.iso(), resolve(friday, Tense.FUTURE).iso()
(('2024-03-08', '2024-03-08'), ('2024-03-15', '2024-03-15'))
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from dragoman.citation import Span
from dragoman.dates import DateSpan
from dragoman.mentions.calendar_readings import OUTSIDE_CALENDAR, Context, Reading
from dragoman.mentions.date_grammar import DATE_RULES, TimeRule
from dragoman.mentions.durations import find_durations
from dragoman.mentions.figure_grammar import FIGURE_RULES
from dragoman.mentions.mention import Grain, Tense, TimeMention
from dragoman.mentions.ordinal_grammar import ORDINAL_RULES
from dragoman.mentions.period_grammar import PERIOD_RULES
from dragoman.mentions.relative_grammar import DAY_RULES, UNIT_RULES
from dragoman.mentions.trigger_windows import trigger_windows, triggers

__all__ = ["Tense", "find_durations", "find_times", "resolve"]

# Characters either side of a trigger that an expression may reach; the longest rules span about 60.
_REACH = 64
# Cheap triggers first: the rules of a family run only around them.
_FAMILIES: tuple[tuple[tuple[re.Pattern[str], ...], tuple[TimeRule, ...]], ...] = (
    (
        triggers(
            r"Jan|Feb|Mar(?=ch|[.\s])|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|"
            r"JANU|FEBR|MARCH|APRIL|MAY\b|JUNE|JULY|AUGU|SEPT|OCTO|NOVE|DECE"
        ),
        DATE_RULES,
    ),
    (triggers(r"\d[-/.–]\s?\d"), FIGURE_RULES),
    (
        triggers(
            r"day\b",
            r"DAY\b",
            "omorrow",
            "TOMORROW",
            "onight",
            "TONIGHT",
            "ast (?:night|evening)",
            "his (?:very )?(?:mor|aft|eve|day)",
        ),
        DAY_RULES,
    ),
    (
        triggers(
            r"days?\b",
            "week",
            "month",
            "quarter",
            "year",
            "Week",
            "Month",
            "Quarter",
            "Year",
            "WEEK",
            "MONTH",
            "YEAR",
            "morning",
            "afternoon",
            "evening",
            "night",
        ),
        UNIT_RULES,
    ),
    (triggers(r"he \d{1,2}(?:st|nd|rd|th)\b"), ORDINAL_RULES),
    (
        triggers(
            r"[12]\d{3}|\d0['’]?s",
            "Q[1-4]",
            "uarter",
            "entury",
            "ENTURY",
            "pring",
            "ummer",
            "utumn",
            r"fall\b",
            r"Fall\b",
            r"inter\b",
            r"half\b",
            r"ties\b(?<=[fhnrx]ties)",
        ),
        PERIOD_RULES,
    ),
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]|;\s|\n\s*\n")
# Said behind a date, these make it the name of something that happened.
_EVENT_NOUN = re.compile(
    r"(?:['’]s?)?\s(?:terror(?:ist)?\s)?(?:attacks?|assaults?|massacres?|war|invasion|coup|uprising|revolution|"
    r"bombings?|atrocities|earthquake|riots?|insurrection|crackdown|Movement|Alliance|Coalition|Brigade)\b"
)
# A year before a lower-case word is its attribute ("the 2015 nuclear deal"); these words only join clauses.
_JOINING = (
    "and|or|nor|but|yet|so|to|in|at|on|by|for|from|with|as|the|a|an|of|when|where|while|which|who|whose|that|than|"
    "after|before|because|until|till|through|between|against|about|among|over|under|during|since|due|via|following|"
    "amid|into|despite|without|within|it|he|she|they|we|its|his|her|their|this|there|then|also|not|both|only|alone|"
    "was|were|is|are|be|being|been|has|had|have|will|would|did|does|do|could|can|may|must|should|might|said|onwards?"
)
_ATTRIBUTED = re.compile(rf"\s(?!(?:{_JOINING})\b)[a-z]")
_NAMED = re.compile(rf"\s(?!(?:{_JOINING})\b)[A-Za-z]")
_DETERMINER = re.compile(r"(?:(?i:\b(?:the|a|an|its|their|his|her|this|that|our))|['’]s?)\s$")
_DATING_WORD = re.compile(
    r"(?i)\b(?:in|since|until|till|by|from|during|before|after|around|early|late|mid|through|to|and|between)[\s-]$"
)
_NAME_BEFORE = re.compile(
    r"(?:(?<![.!?]\s)\b(?!(?:In|By|Since|The|Until|From|To|And|Of|After|Before|During|Late|Early|Around)\b)"
    r"(?:[A-Z][\w’'-]+|[A-Z]+\d+)\s(?:of\s)?|\d\s\()$"
)
# How far back a full date still carries the story told: about a paragraph.
_STORY_MENTIONS = 5
_STORY_CHARACTERS = 600
# What the patterns above look back over; no event name needs more.
_LOOK_BACK = 40
# The path of a web address holds dates of its own.
_IN_ADDRESS = re.compile(r"(?:://|www\.|@)\S*\Z")
_ADDRESS_REACH = 120


def find_times(
    text: str, *, published: dt.date | None, within: Span | None = None, lead_day: dt.date | None = None
) -> tuple[TimeMention, ...]:
    """All date expressions of ``text``, or of its part ``within``, in text order; none overlap.

    Args:
        text: what to read; spans count its code points.
        published: the day the page was published; without it relative and year-less dates keep ``days=None``.
        within: read only this part; expressions before it are then unknown to "the following day".
        lead_day: what "the following day" counts from where no date stands before it.
    """
    area = within or Span(0, len(text))
    mentions: list[TimeMention] = []
    taken = area.start
    for found, time_rule in sorted(_matches(text, area), key=_leftmost_longest):
        span = _span_of(found)
        if span.start < taken or _IN_ADDRESS.search(text, max(0, span.start - _ADDRESS_REACH), span.start):
            continue
        year = _sentence_year(text, mentions, span, published)
        story = _story(text, mentions, span, published)
        context = Context(published, _previous(mentions), lead_day, year, story)
        reading = time_rule.read(found, context)
        if reading is not None:
            mentions.append(_mention(text, span, time_rule.name, reading))
            taken = span.end
    return tuple(mentions)


def resolve(time: TimeMention, tense: Tense) -> DateSpan | None:
    """The days of ``time`` in a clause of this tense; ``None`` if the text supports none.

    A present tense ("arrives on Friday") takes no side: it keeps the default reading.
    """
    if tense is Tense.PAST and time.past is not None:
        return time.past
    if tense is Tense.FUTURE and time.future is not None:
        return time.future
    return time.days


def _matches(text: str, area: Span) -> Iterator[tuple[re.Match[str], TimeRule]]:
    for found_by, rules in _FAMILIES:
        for window in trigger_windows(found_by, text, area, reach=_REACH):
            for time_rule in rules:
                for found in time_rule.pattern.finditer(text, window.start, window.end):
                    yield found, time_rule


def _span_of(found: re.Match[str]) -> Span:
    named = "span" if "span" in found.re.groupindex else 0
    return Span(*found.span(named))


def _leftmost_longest(match: tuple[re.Match[str], TimeRule]) -> tuple[int, int]:
    span = _span_of(match[0])
    return span.start, -span.end


def _previous(mentions: list[TimeMention]) -> TimeMention | None:
    return next((m for m in reversed(mentions) if m.days is not None and not m.names_event), None)


def _sentence_year(
    text: str, mentions: list[TimeMention], span: Span, published: dt.date | None
) -> int | None:
    """The year of a full date earlier in the sentence: "on 8 January 1880 … and on 3 March"."""
    last = _full_date(mentions[-1], published) if mentions else None
    if last is None or _SENTENCE_END.search(text, mentions[-1].span.end, span.start):
        return None
    return last.end.year


def _story(text: str, mentions: list[TimeMention], span: Span, published: dt.date | None) -> DateSpan | None:
    """A full date of another year shortly before, in the same paragraph."""
    for mention in mentions[: -_STORY_MENTIONS - 1 : -1]:
        if span.start - mention.span.end > _STORY_CHARACTERS or "\n\n" in text[mention.span.end : span.start]:
            return None
        days = _full_date(mention, published)
        if days is not None:
            return days
    return None


def _full_date(mention: TimeMention, published: dt.date | None) -> DateSpan | None:
    """The days of a mention that states another year than the page's, or was read from one that does."""
    days = mention.days
    if days is None or mention.names_event or mention.grain not in (Grain.DAY, Grain.MONTH):
        return None
    stated = mention.anchor == "self" or (mention.anchor == "previous" and mention.partial is not None)
    return days if stated and (published is None or days.end.year != published.year) else None


def _mention(text: str, span: Span, rule_name: str, reading: Reading) -> TimeMention:
    return TimeMention(
        span,
        reading.days,
        reading.anchor,
        rule_name,
        reading.reason or (OUTSIDE_CALENDAR if reading.days is None else None),
        reading.past,
        reading.future,
        reading.partial,
        reading.window,
        _names_event(text, span, rule_name),
        reading.grain,
    )


def _names_event(text: str, span: Span, rule_name: str) -> bool:
    if rule_name.startswith("date.") and _EVENT_NOUN.match(text, span.end):
        return True
    if rule_name != "period.year":
        return False
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    if _NAME_BEFORE.search(before) or (_DETERMINER.search(before) and _NAMED.match(text, span.end)):
        return True
    return _ATTRIBUTED.match(text, span.end) is not None and _DATING_WORD.search(before) is None
