"""What a page says of itself: headline, byline, dates, publisher, canonical address, language.

>>> from lxml import html
>>> head = "<head><title>Talks open in Oslo | The Times</title></head>"
>>> page = html.fromstring(f'<html lang="en-GB">{head}<body/></html>')
>>> found = read_metadata(page)
>>> found.headline, found.publisher, found.language
('Talks open in Oslo', 'The Times', 'en')
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dragoman.pages.characters import clean_characters, one_line
from dragoman.pages.chrome import fold_phrase
from dragoman.pages.headlines import strip_site
from dragoman.pages.published import Stamp, stamp_of_title, stamp_of_url

_MAX_JSON = 400_000
"""Characters of one JSON-LD block that are parsed; article pages stay far below."""

_MAX_NODES = 2_000
_BY = re.compile(r"^\s*(?:by|von|par|por)\s+(?=[A-Z])", re.IGNORECASE)
_ARTICLE_TYPE = re.compile(r"Article|Report|BlogPosting|Posting|WebPage|Statement", re.IGNORECASE)

_PUBLISHED_META = (
    "article:published_time", "og:published_time", "og:article:published_time",
    "datepublished", "publication_date", "publishdate", "publish-date", "pubdate",
    "publish_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "dc.date.created",
    "article.published", "article_date_original", "cxenseparse:recs:publishtime", "date",
    "originalpublicationdate", "displaydate",
    "published-date", "published", "issued", "bt:pubdate", "rnews:datepublished", "citation_date",
    "citation_publication_date", "timestamp",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)
_HEADLINE_META = (
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "title",
)
_BYLINE_META = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "citation_author",
)
_PUBLISHER_META = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page's head and its marked-up elements say; ``None`` where they say nothing."""

    headline: str | None
    byline: str | None
    publisher: str | None
    url: str | None
    language: str | None
    stamps: tuple[Stamp, ...]


def read_metadata(tree: HtmlElement, *, url: str | None = None) -> Metadata:
    """The metadata of a parsed page, read before scripts and hidden elements are removed."""
    meta, linked = _read_meta(tree), list(_read_json_ld(tree))
    title = _text(tree.find(".//title"))
    site = strip_site(title)[1] if title else None
    publisher = (
        _first(_names(node.get("publisher")) for node in linked) or _pick(meta, _PUBLISHER_META) or site
    )
    canonical = _canonical(tree, meta, url)
    headline = _headline(tree, meta, linked, title, publisher)
    byline = (
        _first(_names(node.get("author")) for node in linked)
        or _pick(meta, _BYLINE_META)
        or _marked_byline(tree)
    )
    byline = None if byline is None else _BY.sub("", unescape(byline))
    return Metadata(
        headline=headline,
        byline=byline if _is_byline(byline, publisher) else None,
        publisher=None if publisher is None or "://" in publisher else publisher,
        url=canonical,
        language=_language(tree, meta),
        stamps=tuple(_stamps(tree, meta, linked, canonical)),
    )


def _read_meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = clean_characters(element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content[:1000])
    return found


def _read_json_ld(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The JSON-LD nodes that describe an article, most specific types first."""
    nodes: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = clean_characters(script.text_content())[:_MAX_JSON].strip().strip(";")
        try:
            nodes += _walk(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    described = [node for node in nodes[:_MAX_NODES] if _ARTICLE_TYPE.search(str(node.get("@type", "")))]
    yield from sorted(described, key=lambda node: "WebPage" in str(node.get("@type")))


def _walk(value: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    queue = [value]
    while queue and len(found) < _MAX_NODES:
        here = queue.pop(0)
        if isinstance(here, dict):
            found.append(here)
            queue += [
                inner for key, inner in here.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")
            ]
        elif isinstance(here, list):
            queue += here[:_MAX_NODES]
    return found


def _headline(
    tree: HtmlElement,
    meta: dict[str, str],
    linked: list[dict[str, object]],
    title: str | None,
    publisher: str | None,
) -> str | None:
    """The heading that the page's metadata confirms; else the metadata's; else the only top heading."""
    stated = [str(node["headline"]) for node in linked if isinstance(node.get("headline"), str)]
    stated += [meta[name] for name in _HEADLINE_META if name in meta]
    stated += [title] if title else []
    clean = [one_line(unescape(text)) for text in stated]
    headings = [text for text in (_text(element) for element in tree.iter("h1")) if text]
    for heading in headings:
        folded = fold_phrase(heading)
        if len(folded) > 8 and any(
            folded in fold_phrase(text) or fold_phrase(text) in folded for text in clean if text
        ):
            return heading
    for text in clean:
        if text and fold_phrase(text) != fold_phrase(publisher or ""):
            return strip_site(text)[0]
    return headings[0] if len(headings) == 1 else None


def _stamps(
    tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, object]], url: str | None
) -> Iterator[Stamp]:
    for node in linked:
        for key, origin in (
            ("datePublished", "json-ld"),
            ("dateCreated", "json-ld"),
            ("dateModified", "modified"),
        ):
            if isinstance(node.get(key), str | int):
                yield Stamp(str(node[key]), origin)
    yield from (Stamp(meta[name], "meta") for name in _PUBLISHED_META if name in meta)
    yield from (Stamp(meta[name], "modified") for name in _MODIFIED_META if name in meta)
    times = [element for element in tree.iter("time") if not _is_aside(element)]
    for element in times[:2]:
        yield Stamp(element.get("datetime") or _text(element) or "", "time element")
    for element in tree.xpath("//*[@itemprop='datePublished']")[:2]:
        yield Stamp(element.get("content") or element.get("datetime") or _text(element) or "", "meta")
    for element in tree.xpath("//abbr[@title][contains(@class, 'publish') or contains(@class, 'date')]")[:2]:
        yield Stamp(element.get("title") or "", "time element")
    for name in ("data-published", "data-publish-date", "data-pubdate", "data-date-published"):
        yield from (Stamp(element.get(name), "meta") for element in tree.xpath(f"//*[@{name}]")[:1])
    title = tree.findtext(".//title")
    for stamp in (stamp_of_url(url) if url else None, stamp_of_title(title) if title else None):
        if stamp is not None:
            yield stamp


def _is_aside(element: HtmlElement) -> bool:
    """Whether a time element belongs to a comment, a sidebar or a teaser rather than to the article."""
    for around in element.iterancestors():
        if around.tag in ("aside", "nav", "footer", "li"):
            return True
        marks = f"{around.get('class') or ''} {around.get('id') or ''}".lower()
        if re.search(r"comment|related|sidebar|widget|recommend|popular|latest|teaser", marks):
            return True
    return False


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return _absolute(link.get("href") or "", url) or url
    return _absolute(meta.get("og:url", ""), url) or url


def _absolute(href: str, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", href.strip())
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _language(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    stated = (
        root.get("lang")
        or root.get("xml:lang")
        or meta.get("og:locale")
        or meta.get("content-language")
        or ""
    )
    code = re.match(r"[a-z]{2}\b", stated.strip().lower().replace("_", "-"))
    return code.group() if code else None


def _marked_byline(tree: HtmlElement) -> str | None:
    for path in (
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[@rel='author']",
        "//*[contains(@class,'byline-name')]",
    ):
        for element in tree.xpath(path)[:1]:
            return _text(element)
    return None


def _is_byline(byline: str | None, publisher: str | None) -> bool:
    if byline is None or "://" in byline or not 3 <= len(byline) <= 200 or not re.search(r"[^\W\d_]", byline):
        return False
    return fold_phrase(byline) not in {
        "admin",
        "administrator",
        "editor",
        "webmaster",
        "staff",
        "unknown",
        "author",
        fold_phrase(publisher or ""),
    }


def _names(value: object) -> str | None:
    """The names in a JSON-LD person or organization, or a list of them."""
    if isinstance(value, str):
        return one_line(value) or None
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        names = [name for name in (_names(inner) for inner in value[:10]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _pick(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(element: HtmlElement | None) -> str | None:
    if element is None:
        return None
    return one_line(element.text_content()) or None
