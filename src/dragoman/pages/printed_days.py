"""Days as pages print them: "2 April 2024", "Apr. 2, 2024", "2024-04-02", "02.04.2024", "1712016000000".

>>> [day.date.isoformat() for day in find_days("Published: Tuesday, April 2, 2024 | 02.04.2024")]
['2024-04-02', '2024-04-02']
>>> find_days("04/05/2024")  # could be April or May
[]
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from dragoman.citation import Span

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years outside these are misread numbers."""

_MONTH_NAMES = """
january jan januar janvier enero janeiro gennaio januari gener ocak января
february feb februar février fevrier febrero fevereiro febbraio februari şubat февраля
march mar mär märz mars marzo março marco maart maret mart марта
april apr avril abril aprile nisan апреля
may mai mayo maio maggio mei mayıs мая
june jun juni juin junio junho giugno haziran июня
july jul juli juillet julio julho luglio temmuz июля
august aug août aout agosto augustus agustus ağustos августа
september sep sept septembre septiembre setembro settembre eylül сентября
october oct okt oktober octobre octubre outubro ottobre ekim октября
november nov novembre noviembre novembro kasım ноября
december dec dez dezember décembre diciembre dezembro dicembre desember aralık декабря
"""

MONTHS = {
    name: number for number, line in enumerate(_MONTH_NAMES.strip().splitlines(), 1) for name in line.split()
}
"""Month names and abbreviations, lower case, to 1 to 12."""

MONTH_WORD = "|".join(sorted(MONTHS, key=len, reverse=True))

# "March 14, 20243:45 PM", "By Anna Vell14 March 2024": pages lose the blanks around a day.
_NUMBER_END = r"(?! \d (?! \d? : \d\d ) )"
_DAY = re.compile(
    rf"""
    (?: (?<![\w.,/-]) | (?-i: (?<=[a-z]) (?= \d{{1,2}} \s [A-Z][a-z]{{2,8}} \s (?:19|20)\d\d ) ) )
    (?: (?P<iso> (?:19|20)\d\d [-/.] \d{{1,2}} [-/.] \d{{1,2}} ) (?! \d )
      | (?P<d1> \d{{1,2}} ) (?: st | nd | rd | th | er | \. | º )? \s? (?: of \s | de \s
        | - )? (?P<m1> {MONTH_WORD} ) \b
            \.? \s? ,? (?: \s de | \s? - )? \s? (?P<y1> (?:19|20)\d\d | ['’]\d\d )? {_NUMBER_END}
      | (?= [^\W\d_]+ \.? [\s-]? \d )  # most words have no figure behind them
        (?P<m2> {MONTH_WORD} ) \b \.? [\s-]? (?P<d2> \d{{1,2}} ) (?: st | nd | rd | th )? (?! [\d:] )
            (?: \s? [,.]? \s? -? (?P<y2> (?:19|20)\d\d | ['’]\d\d ) )? {_NUMBER_END}
      | (?P<dotted> \d{{1,2}} (?P<sep> [./-] ) \d{{1,2}} (?P=sep) (?:19|20)\d\d ) (?! \d )
      | (?P<short> \d\d \. \d\d \. \d\d ) (?! [\d.] | \s? [ap]\.?m )
      | (?P<han_y> (?:19|20)\d\d ) \s? 年 \s? (?P<han_m> \d{{1,2}} ) \s? 月 \s? (?P<han_d> \d{{1,2}} ) \s? 日
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day found in text; ``year`` is ``None`` where only month and day are printed."""

    span: Span
    month: int
    day: int
    year: int | None

    @property
    def date(self) -> dt.date:
        """The full date.

        Raises:
            ValueError: if the year is not printed.
        """
        if self.year is None:
            raise ValueError(f"no year is printed beside month {self.month}, day {self.day}")
        return dt.date(self.year, self.month, self.day)

    def nearest(self, anchor: dt.date) -> dt.date | None:
        """The date in the year that brings it closest to ``anchor``; ``None`` for 29 February in other years."""
        years = [self.year] if self.year is not None else [anchor.year - 1, anchor.year, anchor.year + 1]
        dates = [dt.date(y, self.month, self.day) for y in years if _is_day(y, self.month, self.day)]
        return min(dates, key=lambda date: abs((date - anchor).days), default=None)


def find_days(text: str, *, with_year: bool = True) -> list[PrintedDay]:
    """The days printed in ``text``, in order; those without a year only if ``with_year`` is false."""
    found = [_read_match(match) for match in _DAY.finditer(text)]
    return [day for day in found if day is not None and (day.year is not None or not with_year)]


def _year(printed: str) -> int:
    """2024 of "2024" and of "'24"; figures from 40 on are of the last century."""
    number = int(printed.strip("'’"))
    return number if printed[0] not in "'’" else number + (2000 if number < 40 else 1900)


def _read_match(match: re.Match[str]) -> PrintedDay | None:
    part = match.groupdict()
    if part["iso"]:
        year, month, day = (int(number) for number in re.split(r"[-/.]", part["iso"]))
    elif part["dotted"]:
        numbers = _day_and_month(
            [int(number) for number in re.split(r"[./-]", part["dotted"])], "." in part["dotted"]
        )
        if numbers is None:
            return None
        day, month, year = numbers
    elif part["short"]:
        day, month, last = (int(number) for number in part["short"].split("."))
        year = _year(f"'{last:02}")
    elif part["han_y"]:
        year, month, day = int(part["han_y"]), int(part["han_m"]), int(part["han_d"])
    else:
        number = "1" if part["d1"] else "2"
        month, day = MONTHS[part[f"m{number}"].lower()], int(part[f"d{number}"])
        year = _year(part[f"y{number}"] or "0")
    if not _is_day(year or 2000, month, day):
        return None
    return PrintedDay(Span(*match.span()), month, day, year or None)


def _day_and_month(numbers: list[int], is_dotted: bool) -> tuple[int, int, int] | None:
    """Day, month, year of ``02.04.2024`` or ``25/04/2024``; ``None`` where slashes leave the order open."""
    first, second, year = numbers
    if is_dotted or first > 12 or first == second:
        return first, second, year
    return (second, first, year) if second > 12 else None


def _is_day(year: int, month: int, day: int) -> bool:
    in_range = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12
    return in_range and 1 <= day <= calendar.monthrange(year, month)[1]
