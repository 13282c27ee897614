"""A raw page to an Article: decode, tell HTML from text, take apart, compose.

>>> article = read_page("Talks open in Oslo\\n\\nOslo, 2 April 2024 (XYZ): The two ministers met here on Tuesday.")
>>> article.headline, article.dateline.place, article.published.day.isoformat()
('Talks open in Oslo', 'Oslo', '2024-04-02')
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.errors import PageError
from dragoman.pages.article import Article
from dragoman.pages.characters import clean_characters, decode_page, one_line
from dragoman.pages.draft import Draft, compose, host_of
from dragoman.pages.html import read_html
from dragoman.pages.plaintext import read_dump
from dragoman.pages.published import Stamp, stamp_of_url
from dragoman.pages.sources import RawPage, looks_like_html, reason_to_refuse

MAX_TEXT = 2_000_000
"""Characters of a text dump, some 350,000 words, that are sorted within the time one page may take."""


def to_article(page: RawPage, *, published: dt.date | None = None, publisher: str | None = None) -> Article:
    """The article of a raw page.

    Args:
        page: as yielded by ``iter_pages``.
        published: the publication day, if the caller knows better than the page.
        publisher: the publisher's name, likewise.

    Raises:
        PageError: if the page cannot be read; the message says why on one line.
        TypeError: if ``published`` is no date.
    """
    if isinstance(published, dt.datetime):
        published = published.date()
    if published is not None and not isinstance(published, dt.date):
        raise TypeError(
            f"published is {published!r}, no datetime.date; datetime.date.fromisoformat reads 2024-05-03"
        )
    try:
        draft = _take_apart(page)
        draft = replace(draft, publisher=publisher or draft.publisher)
        return compose(draft, source=page.source, published=published)
    except PageError as error:
        raise PageError(f"{page.source or 'page'}: {error}") from error
    except RecursionError as error:
        raise PageError(f"{page.source or 'page'}: is nested too deeply to read") from error


def read_page(
    payload: bytes | str,
    *,
    source: str = "",
    url: str | None = None,
    published: dt.date | None = None,
    publisher: str | None = None,
) -> Article:
    """The article of a page at hand, as bytes or text, HTML or plain.

    Raises:
        PageError: if the page cannot be read; the message says why on one line.
        TypeError: if ``published`` is no date.
    """
    return to_article(RawPage(source, payload, url=url), published=published, publisher=publisher)


def _take_apart(page: RawPage) -> Draft:
    text = _text_of(page)
    headline = None if page.headline is None else one_line(page.headline) or None
    is_html = looks_like_html(text) if page.is_html is None else page.is_html
    if is_html:
        draft = read_html(text, url=page.url, headline=headline)
    else:
        if len(text) > MAX_TEXT:
            raise PageError(f"has {len(text):,} characters, more than {MAX_TEXT:,}; split it into articles")
        draft = read_dump(clean_characters(text), headline=headline)
    stamps = [Stamp(page.published, "feed")] if page.published else []
    url = page.url or draft.url
    from_url = stamp_of_url(url) if url else None
    stamps += [from_url] if from_url is not None else []
    return replace(
        draft,
        url=url,
        byline=draft.byline or page.byline,
        publisher=page.publisher or draft.publisher or host_of(url),
        stamps=(*stamps, *draft.stamps),
    )


def _text_of(page: RawPage) -> str:
    reason = reason_to_refuse(page.payload)
    if reason is not None:
        raise PageError(reason)
    return page.payload if isinstance(page.payload, str) else decode_page(page.payload)
