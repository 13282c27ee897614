"""Lines of a page sorted into kept blocks and cuts, each cut with its reason.

The order of work: every line is judged by its words; the body is found as the stretch with the most running text;
the headline is chosen before it; tails, author biographies and link lists inside it go; the rest is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.errors import PageError
from dragoman.pages.article import BlockKind, Cut
from dragoman.pages.biographies import find_biography
from dragoman.pages.body import find_body, is_entry, long_words, resumes
from dragoman.pages.chrome import announces_teasers, fold_phrase, tail_reason
from dragoman.pages.dateline import read_place_line
from dragoman.pages.draft import Draft, Kept
from dragoman.pages.headlines import (
    Headline,
    find_headline,
    find_long_title,
    find_repeated,
    find_signed_title,
    is_glued,
)
from dragoman.pages.lines import Line, count_words, ends_sentence, is_bullet, is_prose
from dragoman.pages.printed_days import find_days
from dragoman.pages.published import (
    Stamp,
    is_banner,
    is_day_heading,
    stamp_at_edge,
    stamp_in_furniture,
    stamp_of_notice,
)
from dragoman.pages.verdicts import Verdict, judge_line

MAX_LINES = 15_000
"""Lines of one page; the longest hearings have a third of that, and each takes about a tenth of a millisecond."""

_LINK_RUN = 4
"""So many short lines in a row without a sentence's end are a list of links, not subheadings."""

_TAIL_SHARE = 0.6
"""Share of the body's words that must have passed before a tail heading ends the article."""

_REPEAT_LENGTH = 50
"""Characters from which a line shown twice is no accident; "Thank you very much." is."""

_FINAL_TAILS = frozenset({"comments", "author biography", "about the issuer"})
"""Tails below which no article goes on; below a list of links it may."""

_TEASERS = 8
"""Short lines below "Also read" that are taken for teasers; longer lists are told by their length."""

_COMMENTS_AFTER, _COMMENT_MARKS = 100, 2
"""Words of body after which readers' comments may begin, however many, if so many lines say "reply" or "says:"."""

_SUBHEADING_WORDS = 4
_LEAD_LINES = 4
"""Lines between headline and body that may be kept as subheadings: a deck, a venue."""

_HEADLINE_BODY_LINES = 20
_HEADER_LINES, _FOOTER_LINES, _HEADER_LINE = 6, 4, 200
"""Lines above the headline that may be a release's number, day and office, and below its end; characters of one."""

_RELEASE = re.compile(
    r"(?i)\b(?:press|news|media|immediate|official)\s(?:release|statement|note|communiqu)|\bcommuniqu[eé]|\breadout|"
    r"\btranscript|\bministry\b|\bembassy\b|\bno\.?\s?\d+|\bn[°º]\s?\d+|"
    r"\bbriefing\sroom\b|\bstatements\sand\sreleases\b|\b[A-Z]{2,4}/[A-Z\d]{2,4}/\d+"
)

_LATE_STAMP = 5
"""Where no date stands by the headline, one this near below the body's first line is taken: below a deck."""

_HEADLINE_SHARE = 0.2
"""Share of what looks like body that may stand above a headline shown twice: a teaser, the headline itself."""


@dataclass(slots=True)
class _Sorter:
    """The page while it is being sorted."""

    lines: Sequence[Line]
    verdicts: list[Verdict]
    kept: list[Kept] = field(default_factory=list)
    cut: list[Cut] = field(default_factory=list)

    def drop(self, i: int, reason: str) -> None:
        self.cut.append(Cut(self.lines[i].text, reason, len(self.kept)))

    def keep(self, i: int, kind: BlockKind) -> None:
        self.kept.append(Kept(self.lines[i].text, kind))


def sort_lines(lines: Sequence[Line], *, headline: str | None = None, has_markup: bool = False) -> Draft:
    """The draft of a page's lines.

    Args:
        lines: the lines in page order.
        headline: the headline, where it is known already; its repetitions are cut.
        has_markup: whether an HTML extractor already chose these lines, so that only words decide, not position.

    Raises:
        PageError: if the page has too many lines to be an article.
    """
    if len(lines) > MAX_LINES:
        raise PageError(f"has {len(lines):,} lines, more than {MAX_LINES:,}; give the article alone")
    verdicts = _judge_teasers(lines, _judge_repeats(lines, [judge_line(line.text) for line in lines]))
    start, end = (0, len(lines)) if has_markup else find_body(lines, verdicts)
    title = None if has_markup or headline else _repeated_headline(lines, verdicts, start, end)
    title = title or _headline_of(lines, verdicts, start, headline)
    if title is None and not has_markup:
        title = find_long_title([line.text for line in lines], [verdict.reason for verdict in verdicts])
    if title is not None and title.index >= start and not has_markup:
        start = title.index + 1
    sorter = _Sorter(lines, verdicts)
    _sort_before(sorter, start, title, headline)
    _sort_body(sorter, start, end, title.text if title else headline, has_markup=has_markup)
    for i in range(end, len(lines)):
        sorter.drop(i, verdicts[i].reason or _repeats(lines[i].text, title) or "page footer")
    author = next((c.text for c in sorter.cut if c.reason == "author name"), None)
    return Draft(
        headline=title.text if title else headline,
        byline=_byline_of(lines, verdicts, start, end) or author,
        kept=tuple(sorter.kept),
        cut=tuple(sorter.cut),
        stamps=_stamps_of(lines, verdicts, start, end, title.index if title and title.index >= 0 else None),
    )


def _judge_repeats(lines: Sequence[Line], verdicts: list[Verdict]) -> list[Verdict]:
    """Running text shown again is a caption or a teaser; shown three times it is nowhere part of the article."""
    seen = Counter(line.text for line in lines if len(line.text) >= _REPEAT_LENGTH)
    first: set[str] = set()
    for i, line in enumerate(lines):
        is_caption = verdicts[i].kind is BlockKind.CAPTION
        if seen[line.text] > 1 and verdicts[i].reason is None and (is_caption or is_prose(line.text)):
            if line.text in first or seen[line.text] > 2:
                verdicts[i] = Verdict("repeated line")
            first.add(line.text)
    return verdicts


def _judge_teasers(lines: Sequence[Line], verdicts: list[Verdict]) -> list[Verdict]:
    """The short lines below "Also read" are headlines of other articles, up to the next running text."""
    room, has_text = 0, False
    for i, line in enumerate(lines):
        has_text = has_text or (is_prose(line.text) and verdicts[i].reason is None)
        if has_text and announces_teasers(line.text):
            room = _TEASERS
        elif room and not is_prose(line.text) and line.kind is not BlockKind.HEADING:
            room -= 1
            if verdicts[i].reason is None:
                verdicts[i] = Verdict("teaser")
        else:
            room = 0
    return verdicts


def _repeated_headline(
    lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, end: int
) -> Headline | None:
    """A headline shown twice before the body, or among the first lines taken for body."""
    words = [count_words(line.text) for line in lines[start:end]]
    passed, last = 0, start
    while last < end and passed <= _HEADLINE_SHARE * sum(words):
        passed += words[last - start]
        last += 1
    return find_repeated([line.text for line in lines], _reasons(verdicts), last)


def _reasons(verdicts: Sequence[Verdict]) -> list[str | None]:
    """Per line the reason its words give; an issuer's line could be a headline ("Ambassador of Peru, ...")."""
    return [None if verdict.reason == "issuer" else verdict.reason for verdict in verdicts]


def _headline_of(
    lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, given: str | None
) -> Headline | None:
    if given is not None:
        return Headline(-1, given)
    marked = next((i for i, line in enumerate(lines) if line.kind is BlockKind.HEADLINE), None)
    if marked is not None:
        return Headline(marked, lines[marked].text)
    texts = [line.text for line in lines]
    body = " ".join(texts[start : start + _HEADLINE_BODY_LINES])
    found = find_headline(texts, body_start=start, body=body, reasons=_reasons(verdicts))
    return find_signed_title(texts, [verdict.reason for verdict in verdicts], found)


def _repeats(text: str, title: Headline | None) -> str | None:
    """``repeated headline`` or ``breadcrumb`` where the line is the headline again."""
    if title is None:
        return None
    if fold_phrase(text) == fold_phrase(title.text):
        return "repeated headline"
    return "breadcrumb" if is_glued(text, title.text) else None


def _sort_before(sorter: _Sorter, start: int, title: Headline | None, given: str | None) -> None:
    """Everything above the body: only lines between headline and body can be part of the article."""
    lines, verdicts = sorter.lines, sorter.verdicts
    after = title.index if title is not None and (title.index >= 0 or given) else start
    is_release = any(verdict.reason == "issuer" for verdict in verdicts[:start]) or (
        given and start <= _LEAD_LINES
    )
    room = _LEAD_LINES if start - after <= 2 * _LEAD_LINES else 0
    for i in range(start):
        text, verdict = lines[i].text, verdicts[i]
        if title is not None and i == title.index:
            continue
        reason = _repeats(text, title) or verdict.reason
        if _is_dateline(sorter, i) and (is_release or i > after):
            sorter.keep(i, BlockKind.HEADING)
        elif reason is None and i > after and room and _is_lead(text, is_release=bool(is_release)):
            room -= 1
            sorter.keep(
                i, verdict.kind or (BlockKind.PARAGRAPH if ends_sentence(text) else BlockKind.HEADING)
            )
        elif reason is None and i > after and is_day_heading(text):
            sorter.keep(i, BlockKind.HEADING)
        else:
            sorter.drop(i, reason or "page header")


def _is_dateline(sorter: _Sorter, i: int) -> bool:
    """Whether a date line names its place too ("Lusaka, 3 September 2019"): the dateline of a release."""
    if sorter.verdicts[i].reason != "date line" or any(read_place_line(kept.text) for kept in sorter.kept):
        return False
    found = read_place_line(sorter.lines[i].text)
    return found is not None and found.place is not None


def _is_lead(text: str, *, is_release: bool) -> bool:
    return is_release or count_words(text) >= _SUBHEADING_WORDS or read_place_line(text) is not None


def _sort_body(sorter: _Sorter, start: int, end: int, headline: str | None, *, has_markup: bool) -> None:
    lines, verdicts = sorter.lines, sorter.verdicts
    title = Headline(-2, headline) if headline else None
    total = sum(count_words(line.text) for line in lines[start:end]) or 1
    topic = long_words(" ".join(line.text for line in lines[start : start + (end - start) // 2 + 1]))
    biography = find_biography([line.text for line in lines], start, end)
    links = frozenset() if has_markup else _link_runs(lines, verdicts, start, end)
    passed, i, tail, has_text = 0, start, None, False
    while i < end:
        text, verdict = lines[i].text, verdicts[i]
        if tail is not None and tail not in _FINAL_TAILS and resumes(lines, verdicts, i, topic):
            tail = None
        tail = tail or _tail_at(lines, verdicts, i, passed / total, passed)
        own = None if verdict.reason == "issuer" and has_text else verdict.reason
        reason = _repeats(text, title) or own
        if i in biography:
            sorter.drop(i, biography[i])
        elif tail is not None:
            sorter.drop(i, reason or tail)
        elif lines[i].kind is BlockKind.HEADLINE and title and fold_phrase(text) == fold_phrase(title.text):
            pass
        elif not has_text and _is_dateline(sorter, i):
            sorter.keep(i, BlockKind.HEADING)
        elif reason is not None or i in links:
            sorter.drop(i, reason or "link list")
        else:
            sorter.keep(i, verdict.kind or lines[i].kind or _kind_of(lines, verdicts, i, end))
        has_text = has_text or is_prose(text)
        passed += count_words(text)
        i += 1


def _tail_at(
    lines: Sequence[Line], verdicts: Sequence[Verdict], i: int, share: float, passed: int
) -> str | None:
    """The reason for cutting all from line ``i`` on, if it is the heading of a tail."""
    reason = tail_reason(lines[i].text) or ("comments" if verdicts[i].reason == "comments" else None)
    if reason == "comments" and passed >= _COMMENTS_AFTER:
        marks = sum(1 for verdict in verdicts[i + 1 : i + 13] if verdict.reason in ("comments", "time stamp"))
        return reason if marks >= _COMMENT_MARKS or share >= _TAIL_SHARE else None
    return reason if reason != "comments" and share >= _TAIL_SHARE else None


def _kind_of(lines: Sequence[Line], verdicts: Sequence[Verdict], i: int, end: int) -> BlockKind:
    text = lines[i].text
    if is_bullet(text):
        return BlockKind.LIST_ITEM
    if is_prose(text) or ends_sentence(text):
        return BlockKind.PARAGRAPH
    follows = any(verdicts[j].reason is None for j in range(i + 1, min(i + 4, end)))
    return BlockKind.HEADING if follows and count_words(text) <= 16 else BlockKind.PARAGRAPH


def _link_runs(lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, end: int) -> frozenset[int]:
    """Lines inside the body that stand in a run of short ones, and are no list announced by a colon."""
    found: set[int] = set()
    run: list[int] = []
    for i in range(start, end + 1):
        is_short = i < end and verdicts[i].reason is None and not is_entry(lines[i].text)
        if is_short and not is_prose(lines[i].text) and not ends_sentence(lines[i].text):
            run.append(i)
            continue
        if i < end and verdicts[i].reason is not None:
            continue
        if len(run) >= _LINK_RUN and not _announced(lines, run[0], start):
            found.update(run)
        run = []
    return frozenset(found)


def _announced(lines: Sequence[Line], first: int, start: int) -> bool:
    return first > start and lines[first - 1].text.rstrip().endswith(":")


def _byline_of(lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, end: int) -> str | None:
    """The attribution if there is one, else the byline nearest the body's start, else the issuers."""
    for reason in ("attribution", "byline", "date line"):
        signed = [
            i for i, v in enumerate(verdicts) if v.byline is not None and v.reason == reason and i < end + 3
        ]
        if signed:
            return verdicts[min(signed, key=lambda i: abs(i - start))].byline
    first = next((i for i, line in enumerate(lines[start:end], start) if is_prose(line.text)), end)
    issuers = [v.byline for v in verdicts[:first] if v.reason == "issuer" and v.byline is not None]
    return "; ".join(dict.fromkeys(issuers)) or None


def _stamps_of(
    lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, end: int, title: int | None
) -> tuple[Stamp, ...]:
    """Printed dates between headline and body, or just below the body.

    A day above the headline is a release's own if that is headed as one; else it may be a banner's.
    """
    first = start - 3 if title is None else title
    near = range(max(0, first), min(start + 2, len(verdicts)))
    below = range(end, min(end + 2, len(verdicts)))
    found = [stamp for i in (*near, *below) if (stamp := verdicts[i].stamp) is not None]
    top = range(max(0, first - _HEADER_LINES), max(0, first))
    is_release = any(
        verdicts[i].reason == "issuer" or _RELEASE.search(lines[i].text[:_HEADER_LINE]) for i in top
    )
    header = [
        stamp
        for i in top
        if (stamp := verdicts[i].stamp) is not None and (is_release or not is_banner(stamp.text))
    ]
    found += [replace(stamp, origin="header") for stamp in header[-1:]]
    edges = [i for i in range(top.start if is_release else near.start, near.stop) if i != title]
    feet = range(max(near.stop, end - 1), min(end + _FOOTER_LINES, len(lines)))
    told = [_stamp_beside(lines[i].text, is_foot=i in feet) for i in (*edges, *feet) if not verdicts[i].stamp]
    found += [stamp for stamp in told if stamp is not None]
    spare = range(start + 2, min(start + _LATE_STAMP, end))
    late = [stamp for i in spare if (stamp := verdicts[i].stamp) is not None][:1]
    printed = found or late or _only_stamp(verdicts, top)
    loose = None if printed else stamp_in_furniture(line.text for line in lines if not is_prose(line.text))
    return (loose,) if loose is not None else tuple(printed)


def _only_stamp(verdicts: Sequence[Verdict], banner: range) -> list[Stamp]:
    """The day of the page's date lines, wherever they stand, if all have the same; those of teasers differ."""
    elsewhere = [v.stamp for i, v in enumerate(verdicts) if v.stamp is not None and i not in banner]
    days = {day.date for stamp in elsewhere for day in find_days(stamp.text)}
    return [replace(elsewhere[0], origin="header")] if len(days) == 1 else []


def _stamp_beside(line: str, *, is_foot: bool) -> Stamp | None:
    """The day that a line of header or footer has beside other words."""
    notice = stamp_of_notice(line) if is_foot else None
    return notice or (None if is_prose(line) else stamp_at_edge(line))
