"""A web page to a Draft.

Order: parse with limits; read what the page says of itself; remove what a reader does not see; take the main text
with trafilatura; cut the furniture left inside it; list what stood outside it.

>>> draft = read_html("<h1>Talks open in Oslo</h1><p>The ministers met in Oslo on Monday.</p><p>Also Read: More</p>")
>>> draft.headline, [block.text for block in draft.kept]
('Talks open in Oslo', ['The ministers met in Oslo on Monday.'])
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dragoman.errors import PageError
from dragoman.pages.article import BlockKind, Cut
from dragoman.pages.characters import clean_characters
from dragoman.pages.chrome import fold_phrase, reason_to_cut
from dragoman.pages.draft import Draft
from dragoman.pages.hidden import remove_hidden
from dragoman.pages.lines import Line, count_words, is_prose
from dragoman.pages.metadata import Metadata, read_metadata
from dragoman.pages.plaintext import read_dump
from dragoman.pages.published import (
    Stamp,
    is_banner,
    stamp_at_edge,
    stamp_in_furniture,
    stamp_of_notice,
)
from dragoman.pages.sorting import sort_lines
from dragoman.pages.verdicts import read_date_line

for _name in ("trafilatura", "htmldate"):
    # Both log every page they find odd; what matters about it stands in the article or the refusal.
    logging.getLogger(_name).setLevel(logging.CRITICAL)

MAX_MARKUP = 3_000_000
"""Characters of markup, scripts and styles aside, that are read: about two seconds, most of it the extractor's."""

_LONGEST_TAG = 8_000
"""Characters of one tag; longer ones hold an image or an attack, and the parser's time grows with their square."""

_SHRINK_FROM = 500_000
"""Pages shorter than this are parsed as they are; in longer ones scripts are cut out of the text first."""

_MAX_ELEMENTS = 10_000
"""Elements up to which the main-text extractor stays under two seconds; larger pages are read as a dump of lines."""

_MAX_OUTSIDE = 400
"""Lines outside the main text that are listed as cut; a page with more is a directory."""

_TOO_SHORT, _MUCH_LONGER = 40, 3
"""An extraction of fewer words, where the page's lines hold this many times more, is a failed one."""

_KINDS = {
    "p": BlockKind.PARAGRAPH, "quote": BlockKind.PARAGRAPH, "blockquote": BlockKind.PARAGRAPH, "head": BlockKind.HEADING,
    "li": BlockKind.LIST_ITEM, "item": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}  # fmt: skip
_BLOCKS = frozenset(_KINDS) | {
    "html", "body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol",
    "dl", "dt", "dd", "list",
    "table", "thead", "tbody", "tr", "td", "th", "row", "cell", "figure", "form", "fieldset", "address",
    "pre", "hr", "center",
    "details", "summary", "legend", "br", "lb", "graphic",
}  # fmt: skip
_NEAR_HEADLINE = 6
"""Lines around the headline, and at the page's end, that may print the page's day."""
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONGEST_TAG},}}>?")
_TAG = re.compile(r"<[^<>]{0,8000}>")
_WHOLE_PAGE = re.compile(r"<\s*(?:html|body|head|!doctype)\b", re.IGNORECASE)


def read_html(markup: str, *, url: str | None = None, headline: str | None = None) -> Draft:
    """The draft of a page or of a fragment such as a feed's body.

    Raises:
        PageError: if the markup is too long, or holds nothing at all.
    """
    tree = parse_page(markup)
    said = read_metadata(tree, url=url)
    hidden = remove_hidden(tree)
    is_whole = _WHOLE_PAGE.search(markup[:20_000]) is not None
    lines = list(_walk_lines(tree))
    main = _extract_main(tree, url) if is_whole else lines
    title = headline or said.headline
    if not lines:
        return _with_metadata(read_dump(clean_characters(_TAG.sub("\n", markup)), headline=title), said)
    if is_whole and _is_failed(main, lines):
        draft = sort_lines(lines, headline=title)
    else:
        draft = sort_lines(_mark_headline(main, title), headline=title, has_markup=True)
        draft = replace(draft, cut=draft.cut + tuple(_outside(lines, main, len(draft.kept), title)))
    if not said.stamps and all(stamp.origin == "furniture" for stamp in draft.stamps):
        draft = replace(draft, stamps=(*draft.stamps, *_printed_stamps(lines, draft.headline)))
    cuts = (*draft.cut, *(Cut(clean_characters(text), "hidden text", 0) for text in hidden))
    return _with_metadata(replace(draft, cut=cuts), said)


def parse_page(markup: str) -> HtmlElement:
    """The element tree of ``markup``; never deeper or longer than the parser's own limits.

    Raises:
        PageError: if the markup is too long or empty.
    """
    markup = _LONG_TAG.sub("<span>", markup)
    if len(markup) > _SHRINK_FROM:
        markup = _without_scripts(markup)
    if len(markup) > MAX_MARKUP:
        raise PageError(
            f"has {len(markup):,} characters of markup, more than {MAX_MARKUP:,}; give the article alone"
        )
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        return document_fromstring(
            markup.encode("utf-8", errors="ignore"), parser=parser, ensure_head_body=True
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise PageError(f"holds no readable markup ({str(error).splitlines()[0][:80]})") from error


def _without_scripts(markup: str) -> str:
    """``markup`` less its scripts and styles, linked data excepted; linear in its length."""
    lowered, kept, here = markup.lower(), [], 0
    for match in re.finditer(r"<(script|style|svg|noscript)\b[^>]{0,500}>", lowered):
        if match.start() < here or "ld+json" in match.group():
            continue
        close = lowered.find(f"</{match.group(1)}", match.end())
        kept.append(markup[here : match.start()])
        if close < 0:
            return "".join(kept)
        here = close
    return "".join([*kept, markup[here:]])


def _walk_lines(tree: etree._Element) -> Iterator[Line]:
    """The text of a tree, one line per block element or line break, with the innermost block's kind."""
    words: list[str] = []
    kinds: list[BlockKind | None] = [None]

    def flush() -> Iterator[Line]:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            yield Line(text, next((kind for kind in reversed(kinds) if kind is not None), None))

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        is_block = element.tag in _BLOCKS
        if is_block:
            yield from flush()
        if event == "start":
            if is_block:
                kinds.append(_KINDS.get(element.tag))
            words.append(clean_characters(element.text or ""))
        else:
            if is_block:
                kinds.pop()
            words.append(clean_characters(element.tail or "") if element is not tree else "")
    yield from flush()


def _extract_main(tree: HtmlElement, url: str | None) -> list[Line]:
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return []
    # Imported here because it costs a third of a second, which a text dump need not pay.
    from trafilatura import bare_extraction

    document = bare_extraction(deepcopy(tree), url=url, include_comments=False, include_images=False)
    body = getattr(document, "body", None)
    return [] if body is None else list(_walk_lines(body))


def _is_failed(main: Sequence[Line], lines: Sequence[Line]) -> bool:
    found = sum(count_words(line.text) for line in main)
    if found >= _TOO_SHORT:
        return False
    return sum(count_words(line.text) for line in lines if is_prose(line.text)) > _MUCH_LONGER * found


def _mark_headline(main: Sequence[Line], title: str | None) -> list[Line]:
    """Where metadata names no headline, a heading that opens the main text is one."""
    if title is None and main and main[0].kind is BlockKind.HEADING:
        return [Line(main[0].text, BlockKind.HEADLINE), *main[1:]]
    return list(main)


def _outside(lines: Sequence[Line], main: Sequence[Line], position: int, title: str | None) -> Iterator[Cut]:
    """The page's lines that are not in the main text, with the reason their words give."""
    inside = {fold_phrase(line.text) for line in main}
    joined = "\n".join(line.text for line in main)
    started, listed = False, 0
    for line in lines:
        if fold_phrase(line.text) in inside or (len(line.text) > 40 and line.text in joined):
            started = True
        elif listed < _MAX_OUTSIDE:
            listed += 1
            is_title = title is not None and fold_phrase(line.text) == fold_phrase(title)
            if not is_title:
                reason = reason_to_cut(line.text) or (
                    "photo caption" if line.kind is BlockKind.CAPTION else "outside the article"
                )
                yield Cut(line.text, reason, position if started else 0)


def _printed_stamps(lines: Sequence[Line], title: str | None) -> Iterator[Stamp]:
    """The day that is printed nearest below the headline, above it, or at the page's end, outside the main text."""
    head = next(
        (i for i, line in enumerate(lines) if title and fold_phrase(line.text) == fold_phrase(title)), 0
    )
    below, above = lines[head + 1 : head + 1 + _NEAR_HEADLINE], lines[max(0, head - _NEAR_HEADLINE) : head]
    for line in (*below, *reversed(above), *lines[-_NEAR_HEADLINE:]):
        short = not is_prose(line.text)
        stamp = (
            read_date_line(line.text)
            or (stamp_at_edge(line.text) if short else None)
            or stamp_of_notice(line.text)
        )
        if stamp is not None and not is_banner(stamp.text):
            yield replace(stamp, origin="header")
            return
    loose = stamp_in_furniture(line.text for line in lines if not is_prose(line.text))
    if loose is not None:
        yield loose


def _with_metadata(draft: Draft, said: Metadata) -> Draft:
    return replace(
        draft,
        byline=said.byline or draft.byline,
        publisher=said.publisher,
        url=said.url,
        language=said.language,
        stamps=said.stamps + draft.stamps,
    )
