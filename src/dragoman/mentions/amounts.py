"""Sums of money and counted people or goods in a text.

Comes in: text. Goes out: one ``AmountMention`` per amount, in text order. Dates, years, percentages, ordinals
and counts of leaders or countries are no amounts.

>>> amount, = find_amounts("It pledged more than €2.3bn for 2024.")
>>> amount.value, amount.unit, amount.qualifier
(2300000000.0, 'EUR', 'more than')
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from dragoman.citation import Span
from dragoman.mentions.calendar_words import alternatives
from dragoman.mentions.currencies import ADJECTIVES, CODES, NAMES, SIGNS, currency_of
from dragoman.mentions.mention import AmountMention
from dragoman.mentions.number_words import NUMBER, NUMBER_WITH_SHORT_SCALE, parse_number

_VERBOSE = re.VERBOSE | re.IGNORECASE
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|or)\s)"
_START = r"(?<![\w.,/$€£¥₹-])"
_QUALIFIER = re.compile(
    r"""\b(?P<word>about|around|roughly|approximately|approx\.?|some|nearly|almost|close\sto|more\sthan|over|at\sleast|
        no\sfewer\sthan|not\sless\sthan|up\sto|as\s(?:many|much)\sas|less\sthan|fewer\sthan|under|an?\sestimated|
        estimated|upwards?\sof|above|below|in\sexcess\sof|between|from)\s{1,2}(?:an?\sadditional\s|another\s)?$""",
    _VERBOSE,
)
# "From" and "between" open a range; alone before a number they say nothing about it.
_ONLY_RANGES = frozenset({"between", "from"})
_LOOK_BACK = 32
# "Two out of three Yemenis" counts nobody.
_IS_SHARE = re.compile(r"\b(?:out\sof|in\severy|of\severy|one\sin)\s\Z")
# The figure belongs to the model: Leopard 2 tanks, Type 45 ships.
_IS_MODEL = re.compile(r"\b(?:Leopard|Challenger|Patriot|Mark|Mk|Type|Phase|Tier|Category|Class|Level)\s\Z")
_LARGE = re.compile(r"(?i)(?:million|billion|trillion|m|bn|b|tn)$")
# People named by their nation: Russians, Americans, Israelis, Chinese.
_NATIONALS = r"(?-i:[A-Z][a-z]{1,12}(?:ians|icans|gans|eans|mans|tans|nis|qis|lis|tis|ese))"

_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_CODE = "|".join(CODES.split())
_ADJECTIVE = "|".join(re.escape(word) for word in sorted(ADJECTIVES, key=len, reverse=True))
_NAME = alternatives([*NAMES, "won"])
_MONEY_AFTER_SIGN = re.compile(
    rf"""(?<![\w$€£])(?P<sign>(?-i:{_SIGN}|(?:{_CODE})(?=\s|\$\d)|(?:USD|EUR|GBP)(?=\d)))(?:\s|\$)?(?P<n>{NUMBER_WITH_SHORT_SCALE})
         (?:{_TO}(?:(?-i:{_SIGN}|{_CODE})\s?)?(?P<n2>{NUMBER_WITH_SHORT_SCALE})(?!\s?(?:%|percent)))?""",
    _VERBOSE,
)
_MONEY_BEFORE_NAME = re.compile(
    rf"""{_START}(?P<n>{NUMBER_WITH_SHORT_SCALE})(?:{_TO}(?P<n2>{NUMBER_WITH_SHORT_SCALE}))?
         [-\s]?(?P<sign>€|£|(?-i:\b(?:{_CODE}))\b|\b(?:(?:{_ADJECTIVE}|[a-z]{{3,12}}n)\s)?(?:{_NAME})s?\b)(?!\sof\b)""",
    _VERBOSE,
)


def find_amounts(text: str, within: Span | None = None) -> tuple[AmountMention, ...]:
    """All amounts of ``text``, or of its part ``within``, in text order; none overlap."""
    area = within or Span(0, len(text))
    found = [
        amount
        for pattern, rule in (
            (_MONEY_AFTER_SIGN, "amount.money"),
            (_MONEY_BEFORE_NAME, "amount.money"),
            (_counted_pattern(), "amount.counted"),
        )
        for match in pattern.finditer(text, area.start, area.end)
        if (amount := _read(match, rule, area)) is not None
    ]
    kept: list[AmountMention] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or kept[-1].span.end <= amount.span.start:
            kept.append(amount)
    return tuple(kept)


def _read(match: re.Match[str], rule: str, area: Span) -> AmountMention | None:
    money = rule == "amount.money"
    unit = _money_unit(match) if money else _counted_unit(match["noun"])
    low, high = match["n"], match["n2"]
    if unit is None or (not money and _counts_nothing(match)):
        return None
    value, upper = parse_number(low), None if high is None else parse_number(high)
    if upper is not None and value < upper:
        value = _same_scale(low, high, value, upper)
    if upper is not None and upper <= value:
        # "$5 million and 3 …": two things, not a range.
        return None if not money else _single(match, unit, value, rule, area)
    return _amount(match, match.end(), (value, upper), unit, rule, area)


def _single(match: re.Match[str], unit: str, value: float, rule: str, area: Span) -> AmountMention:
    return _amount(match, match.end("n"), (value, None), unit, rule, area)


def _amount(
    match: re.Match[str], end: int, value: tuple[float, float | None], unit: str, rule: str, area: Span
) -> AmountMention:
    start, text = match.start(), match.string
    before = _QUALIFIER.search(text[max(area.start, start - _LOOK_BACK) : start])
    word = None if before is None else " ".join(before["word"].lower().split())
    if word in _ONLY_RANGES and value[1] is None:
        before = word = None
    if before is not None:
        start = max(area.start, start - _LOOK_BACK) + before.start()
    approximate = word is not None or value[1] is not None
    return AmountMention(Span(start, end), value[0], unit, approximate, rule, value[1], word)


def _same_scale(low: str, high: str, value: float, upper: float) -> float:
    """The lower value with the upper's scale: one billion in "$1-2 billion", but one in "1 to 2,000"."""
    scale = re.search(r"[a-z]+$", high.lower())
    if scale is None or re.search(r"[a-z]", low.lower()):
        return value
    scaled = parse_number(low + high[scale.start() :]) if high[scale.start() - 1].isdecimal() else None
    if scaled is None:
        scaled = parse_number(f"{low} {high[scale.start() :]}")
    return scaled if scaled < upper else value


def _money_unit(match: re.Match[str]) -> str | None:
    sign = match["sign"]
    if sign in SIGNS:
        return SIGNS[sign]
    if sign == "won":
        # Also a verb: a currency only behind a large number.
        return "KRW" if _LARGE.search(match["n"]) else None
    return sign if sign in CODES.split() else currency_of(sign)


def _counted_unit(noun: str) -> str:
    words = " ".join(noun.split())
    singular = _counted_nouns().get(words.lower())
    return singular if singular is not None else words.lower().removesuffix("s")


def _counts_nothing(match: re.Match[str]) -> bool:
    """Whether the figure is a year, a share or a model: 2022 refugees, two out of three Yemenis, Leopard 2 tanks."""
    start = match.start()
    before = match.string[max(0, start - _LOOK_BACK) : start]
    if _IS_SHARE.search(before) or _IS_MODEL.search(before):
        return True
    figures = match["n"]
    return len(figures) == 4 and figures.isdecimal() and 1900 <= int(figures) < 2100


@cache
def _counted_nouns() -> dict[str, str]:
    """Plural to singular, from the table beside this module."""
    path = resources.files("dragoman.mentions").joinpath("counted_nouns.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    nouns: dict[str, str] = {_plural(noun): noun for noun in [*table["people"], *table["goods"]]}
    nouns.update(table["irregular"])
    return nouns


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeo":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _counted_pattern() -> re.Pattern[str]:
    nouns = "|".join(
        re.escape(n).replace(r"\ ", r"\s") for n in sorted(_counted_nouns(), key=len, reverse=True)
    )
    not_between = (
        "of|in|and|or|to|for|from|with|by|at|on|as|are|were|was|is|be|have|has|had|that|who|which|will|percent|per|"
        "after|before|since|but|than|into|days?|weeks?|months?|years?|hours?|minutes?|countries|million|billion"
    )
    return re.compile(
        rf"""{_START}(?P<n>{NUMBER})(?:{_TO}(?P<n2>{NUMBER}))?
             \s(?:(?!(?:{not_between})\b)[a-z-]{{2,20}}\s){{0,3}}?(?P<noun>{nouns}|{_NATIONALS}(?!\s(?:[a-z-]{{2,20}}\s){{0,2}}(?:{nouns})\b))\b""",
        _VERBOSE,
    )
