"""Calendar vocabulary: month, weekday and number words, and the pattern fragments built from them.

>>> month_number("Sept."), weekday_number("Tues"), small_number("twenty-two")
(9, 1, 22)
"""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_ABBREVIATIONS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY_ABBREVIATIONS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")

UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)

_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_SMALL_NUMBER = {word: value for value, word in enumerate(UNITS)} | TENS | {"a": 1, "an": 1}
_ORDINAL_NUMBER = (
    {word: value for value, word in enumerate(ORDINALS, start=1)}
    | {f"twenty-{word}": 20 + value for value, word in enumerate(ORDINALS[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """The words as a regular-expression alternation, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


MONTH_FULL = alternatives([*MONTHS, *(name.upper() for name in MONTHS)])
MONTH = rf"(?:(?:{MONTH_FULL})\b|(?:{alternatives(MONTH_ABBREVIATIONS)})(?:\.|\b))"
WEEKDAY_FULL = alternatives([*WEEKDAYS, *(name.upper() for name in WEEKDAYS)])
WEEKDAY = rf"(?:(?:{WEEKDAY_FULL})\b|(?:{alternatives(WEEKDAY_ABBREVIATIONS)})(?:\.|\b))"
# Not a day: 3,000 · 3.5 · 3% · 3 million · 3 p.m. · 3:30
DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d%])(?!,\d{3}(?!\d)|[.:]\d)"
    r"(?!\s?(?:percent|per\scent|million|billion|trillion|[ap]\.?m\b|o['’]clock|hours))"
)
ORDINAL_WORD = alternatives(list(_ORDINAL_NUMBER))
YEAR = r"(?:1\d|20)\d\d(?![\d%]|,\d{3}|\.\d)"
_COMPOUND = rf"(?:{alternatives(list(TENS))})-(?:{alternatives(UNITS[1:10])})"
SMALL_NUMBER = rf"(?:\d{{1,3}}|{_COMPOUND}|{alternatives(list(_SMALL_NUMBER))})"


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return _MONTH_NUMBER[name[:3].lower()]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return _WEEKDAY_NUMBER[name[:3].lower()]


def day_number(text: str) -> int:
    """The day of the month behind ``3``, ``3rd`` or ``third``.

    >>> day_number("03rd"), day_number("twenty-first")
    (3, 21)
    """
    word = text.lower()
    return _ORDINAL_NUMBER[word] if word in _ORDINAL_NUMBER else int(word.rstrip("stndrh"))


def small_number(text: str) -> int:
    """A number from 0 to 999 in digits, or to 99 in words.

    Raises:
        ValueError: if ``text`` is no such number.
    """
    word = text.lower()
    if word.isdecimal():
        return int(word)
    tens, _, unit = word.partition("-")
    if tens not in _SMALL_NUMBER or (unit and unit not in _SMALL_NUMBER):
        raise ValueError(f"{text!r} is no number word")
    return _SMALL_NUMBER[tens] + (_SMALL_NUMBER[unit] if unit else 0)
