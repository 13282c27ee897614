"""What each line of a page is by itself: text, furniture, byline, date line, caption.

>>> judge_line("By Anna Vell").byline, judge_line("Published: 2 April 2024").stamp.text
('Anna Vell', 'Published: 2 April 2024')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.pages.article import BlockKind
from dragoman.pages.bylines import is_issuer, read_attribution, read_byline
from dragoman.pages.chrome import reason_to_cut, split_credit
from dragoman.pages.lines import count_words, ends_sentence, is_breadcrumb
from dragoman.pages.printed_days import find_days
from dragoman.pages.published import Stamp

_MAX_DATE_LINE = 160
_MAX_WORDS_BESIDE_DATE = 3
"""Words a date line may hold beside the date, the clock and the labels below: a city, a desk."""

_DATE_LABEL = re.compile(
    r"""
    \b (?: first | story | last | published | posted | updated | modified | created | released | issued
      | date | dated | on | at | the | of
      | mon(?:day)? | tues?(?:day)? | wed(?:nesday)? | thu(?:rs)?(?:day)? | fri(?:day)? | sat(?:urday)?
        | sun(?:day)? | am | pm | a\.m\.? | p\.m\.?
      | e[ds]?t | p[ds]?t | c[ds]?t | gmt | utc | bst | ist | pkt | cet | cest | msk | kst | jst | hrs
        | local | time | min | read | ago | seconds? | hours? | minutes? | days? | weeks? | months? | years?
      | uhr | um | am | vom | stand | le | à | el | às | em | publié | mis | jour | publicado
        | actualizado | atualizado | veröffentlicht | aktualisiert
      | montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | lundi | mardi
        | mercredi | jeudi | vendredi | samedi | dimanche
      | lunes | martes | miércoles | jueves | viernes | sábado | domingo | by | von | par | for
        | immediate | release | in ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MODIFIED = re.compile(
    r"\b(?:updated?|modified|aktualisiert|actualizado|atualizado|mis à jour|обновлено)\b", re.IGNORECASE
)
_FIRST_DATE = re.compile(
    r"\b(?:published|posted|created|released|issued|publié|publicado|veröffentlicht)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)

_POST_SIGNATURE = re.compile(r"^\s*[—–-]{1,2}\s.{0,60}\(@\w{2,30}\)|^\s*pic\.twitter\.com/\w+\s*$")
"""The last line of a post shown inside an article; its date is the post's, not the page's."""

_FILE_CAPTION = re.compile(
    r"\(?\bfile(?:d)?(?: (?:photo|picture|image|pic|photograph))?\)?\s*[:|–—-]", re.IGNORECASE
)
"""Opens the caption of a picture of something else ("FILE PHOTO: …", "FILE - …")."""

_CAPTION_OPENING = re.compile(
    r"""
    \(?(?:from|pictured)?\s?(?:left\sto\sright|from\s(?:the\s)?left|l-r|l\sto\sr|r-l)\b
    | (?:an?|this|the)\s(?:undated\s)?(?:handout|combination|archive|pool|composite|screen\s?grab|aerial)\s
      (?:photo(?:graph)?|picture|image|pic)\b
    | in\sthis\s(?:\w+\s){0,3}(?:photo(?:graph)?|picture|image)\b
    | (?:©|\(c\))\s?(?:ap|afp|epa|reuters|getty|sputnik|xinhua|anadolu|tass)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How captions open that name no photographer at their end."""

_CAPTION_PLACES = re.compile(
    r"\((?:far |center |centre |second |third )?(?:left|right|cent(?:er|re))\)|\(L\)|\([LR]\).*\([LR]\)"
)
"""Who stands where in a picture: "X (L) shakes hands with Y (R)". A lone "(R)" is a party."""

_CAPTION_WORDS = 8
"""A caption of fewer words before its credit says nothing the article does not."""


_LONGEST_CAPTION = 700
_FILE_WORDS = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: cut for a ``reason``, or kept; with what it tells about the article."""

    reason: str | None = None
    kind: BlockKind | None = None
    byline: str | None = None
    stamp: Stamp | None = None


def judge_line(line: str) -> Verdict:
    """The verdict on one line, from its words alone."""
    attributed = read_attribution(line)
    if attributed is not None:
        return Verdict("attribution", byline=attributed)
    if _POST_SIGNATURE.search(line) is not None and count_words(line) < 16:
        return Verdict("embedded post")
    stamp = read_date_line(line)
    if stamp is not None:
        return Verdict("date line", stamp=stamp, byline=read_byline(line))
    byline = read_byline(line)
    if byline is not None:
        return Verdict("byline", byline=byline)
    caption = _judge_caption(line)
    if caption is not None:
        return caption
    reason = reason_to_cut(line)
    if reason is not None:
        return Verdict(reason)
    if is_breadcrumb(line):
        return Verdict("breadcrumb")
    return Verdict("issuer", byline=line) if is_issuer(line) else Verdict()


def read_date_line(line: str) -> Stamp | None:
    """The stamp of a line that is a date with its labels; ``None`` for a sentence that has a date in it.

    >>> read_date_line("Last updated: Tuesday, 2 April 2024, 10:15 GMT").origin
    'modified'
    >>> read_date_line("The summit ended on 2 April 2024.") is None
    True
    """
    if len(line) > _MAX_DATE_LINE:
        return None
    days = find_days(line)
    if not days:
        return None
    rest = line
    for day in reversed(days):
        rest = rest[: day.span.start] + " " + rest[day.span.end :]
    words = _WORD.findall(_DATE_LABEL.sub(" ", _CLOCK.sub(" ", rest)))
    room = _MAX_WORDS_BESIDE_DATE + 2 * (_CLOCK.search(rest) is not None)
    if len(words) > (room if read_byline(line) is None else 12) or (ends_sentence(line) and words):
        return None
    is_modified = _MODIFIED.search(line) is not None and _FIRST_DATE.search(line) is None
    return Stamp(line, "modified" if is_modified else "visible")


def _judge_caption(line: str) -> Verdict | None:
    """A caption is kept as one; that of a picture from the files tells of something else.

    >>> _judge_caption("FILE PHOTO: Minister Vell speaks in Oslo, 2 April 2019. REUTERS/Anna Berg").reason
    'file photo'
    """
    if len(line) >= _LONGEST_CAPTION:
        return None
    split = split_credit(line)
    from_files = _FILE_CAPTION.match(line) or (split is not None and "file" in split[1].lower())
    if from_files and _CAPTION_WORDS <= count_words(line) < _FILE_WORDS:
        return Verdict("file photo")
    if split is None:
        shown = _CAPTION_OPENING.match(line) or _CAPTION_PLACES.search(line)
        return Verdict(kind=BlockKind.CAPTION) if shown and count_words(line) >= _CAPTION_WORDS else None
    words, _credit = split
    if count_words(words) >= _CAPTION_WORDS and ends_sentence(words):
        return Verdict(kind=BlockKind.CAPTION)
    return Verdict("photo credit") if count_words(words) < 30 else None
