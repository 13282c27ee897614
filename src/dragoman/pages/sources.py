"""Paths and records to raw pages: folders, files, standard input, JSON lines, xz and gzip.

>>> [page.source for page in iter_pages(["/no/such/folder"])]
['/no/such/folder']
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import lzma
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, cast

MAX_BYTES = 50_000_000
"""Bytes of one page, decompressed; more is no article."""

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE_SUFFIXES = _HTML_SUFFIXES | {".txt", ".text"}
_RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})
_PACKED = frozenset({".xz", ".gz"})

_BODY_KEYS = ("html", "text", "body", "content")
_HEADLINE_KEYS = ("title", "headline")
_PUBLISHED_KEYS = ("published", "date")
_PUBLISHER_KEYS = ("publisher", "site_name")
_BYLINE_KEYS = ("byline", "author")

_FOREIGN = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP or office document", b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "an image", b"\xff\xd8\xff": "an image", b"GIF8": "an image", b"\x7fELF": "a program",
    b"WARC/": "a web archive", b"{\\rtf": "a rich-text document", b"SQLite format 3": "a database",
}  # fmt: skip


_HTML_OPENINGS = (
    *("<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<meta", "<title", "<link", "<p>", "<p "),
    *("<div", "<article", "<section", "<main", "<h1", "<table", "<span"),
)
_HTML_MARKS = (
    "</p>",
    "<p>",
    "<p ",
    "<div",
    "</div>",
    "<br",
    "<a href",
    "<span",
    "<li>",
    "</h1>",
    "</script>",
)
_FEWEST_TAGS, _CHARACTERS_PER_TAG = 3, 400
"""A text with fewer tags, or with more text between them, is a dump that quotes markup."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as it was found, with what its record says beside it; ``published`` is a stamp as written there."""

    source: str
    payload: bytes | str
    url: str | None = None
    published: str | None = None
    headline: str | None = None
    publisher: str | None = None
    byline: str | None = None
    is_html: bool | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path or record that cannot be read, and why, on one line."""

    source: str
    reason: str


def iter_pages(paths: Sequence[str]) -> Iterator[RawPage | Refusal]:
    """The pages under ``paths``, in sorted order; what cannot be read becomes a refusal and the rest is still read.

    Args:
        paths: files, folders (searched through), or ``-`` for standard input.
    """
    for path in paths:
        if path == "-":
            yield from _read_stream(sys.stdin.buffer, "-")
        elif Path(path).is_dir():
            for file in sorted(Path(path).rglob("*")):
                if file.is_file() and _is_page_name(file.relative_to(path)):
                    yield from _read_file(file)
        else:
            yield from _read_file(Path(path))


def reason_to_refuse(payload: bytes | str) -> str | None:
    """Why a payload cannot be an article's page: its size, or first bytes that say that it is no text.

    >>> reason_to_refuse(b"%PDF-1.7 ...")
    'is a PDF; give HTML, plain text or JSON lines'
    """
    if len(payload) > MAX_BYTES:
        return f"is larger than {MAX_BYTES // 1_000_000} MB; give the article alone"
    if isinstance(payload, str):
        return None
    foreign = next((name for magic, name in _FOREIGN.items() if payload.startswith(magic)), None)
    return None if foreign is None else f"is {foreign}; give HTML, plain text or JSON lines"


def looks_like_html(text: str) -> bool:
    """Whether a text is markup rather than a dump with a stray tag in it.

    >>> looks_like_html("<p>They met.</p>"), looks_like_html("They <b>met</b>.")
    (True, False)
    """
    start = text[:2000].lstrip("\ufeff \n\r\t").lower()
    if start.startswith(_HTML_OPENINGS):
        return True
    sample = text[:50_000].lower()
    tags = sum(sample.count(tag) for tag in _HTML_MARKS)
    return tags >= _FEWEST_TAGS and tags * _CHARACTERS_PER_TAG >= len(sample)


def _is_page_name(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return False
    return _suffix(path) in _PAGE_SUFFIXES | _RECORD_SUFFIXES


def _suffix(path: Path) -> str:
    name = path.with_suffix("") if path.suffix.lower() in _PACKED else path
    return name.suffix.lower()


def _read_file(path: Path) -> Iterator[RawPage | Refusal]:
    try:
        stream = _open(path)
    except OSError as error:
        yield Refusal(str(path), f"cannot be opened: {error.strerror or error}")
        return
    with stream:
        if _suffix(path) in _RECORD_SUFFIXES:
            yield from _read_records(stream, str(path), is_array=_suffix(path) == ".json")
        else:
            yield from _read_whole(stream, str(path), is_html=_suffix(path) in _HTML_SUFFIXES or None)


def _open(path: Path) -> IO[bytes]:
    match path.suffix.lower():
        case ".xz":
            return cast(IO[bytes], lzma.open(path, "rb"))
        case ".gz":
            return cast(IO[bytes], gzip.open(path, "rb"))
    return path.open("rb")


def _read_stream(stream: IO[bytes], source: str) -> Iterator[RawPage | Refusal]:
    """Standard input: JSON lines if the first line is a JSON object, else one page."""
    buffered = BufferedReader(stream) if not hasattr(stream, "peek") else stream  # type: ignore[type-var]
    start = buffered.peek(1)[:1]
    if start in (b"{", b"["):
        yield from _read_records(buffered, source, is_array=start == b"[")
    else:
        yield from _read_whole(buffered, source, is_html=None)


def _read_whole(stream: IO[bytes], source: str, *, is_html: bool | None) -> Iterator[RawPage | Refusal]:
    try:
        payload = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, lzma.LZMAError) as error:
        yield Refusal(source, f"is damaged: {error}")
        return
    yield _page_or_refusal(source, payload, is_html)


def _page_or_refusal(source: str, payload: bytes, is_html: bool | None) -> RawPage | Refusal:
    reason = reason_to_refuse(payload)
    return RawPage(source, payload, is_html=is_html) if reason is None else Refusal(source, reason)


def _read_records(stream: IO[bytes], source: str, *, is_array: bool) -> Iterator[RawPage | Refusal]:
    try:
        if is_array:
            stream = BytesIO(stream.read(MAX_BYTES + 1))
            yield from _read_json(stream.getvalue(), source)
            return
        yield from _read_record_lines(iter(lambda: stream.readline(MAX_BYTES + 1), b""), source)
    except (OSError, EOFError, lzma.LZMAError) as error:
        yield Refusal(source, f"is damaged: {error}")


def _read_json(payload: bytes, source: str) -> Iterator[RawPage | Refusal]:
    if len(payload) > MAX_BYTES:
        yield Refusal(
            source, f"is larger than {MAX_BYTES // 1_000_000} MB; write one record a line, as .jsonl"
        )
        return
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        yield from _read_record_lines(payload.splitlines(), source)
        return
    if isinstance(value, list):
        for number, record in enumerate(value, 1):
            yield _page_of_record(record, f"{source}#{number}")
    else:
        yield _page_of_record(value, source)


def _read_record_lines(lines: Iterable[bytes], source: str) -> Iterator[RawPage | Refusal]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_record_line(line, f"{source}#{number}")


def _read_record_line(line: bytes, source: str) -> RawPage | Refusal:
    if len(line) > MAX_BYTES:
        return Refusal(source, f"record is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Refusal(source, f"is no JSON record: {str(error)[:80]}")
    return _page_of_record(record, source)


def _page_of_record(record: object, source: str) -> RawPage | Refusal:
    if not isinstance(record, dict):
        return Refusal(
            source, f"is a JSON {type(record).__name__}, not an object with {' or '.join(_BODY_KEYS[:2])}"
        )
    fields = {str(key).lower(): value for key, value in record.items()}
    body = _string(fields, _BODY_KEYS)
    if body is None:
        return Refusal(source, f"has none of the fields {', '.join(_BODY_KEYS)}")
    is_html = True if _string(fields, ("html",)) is not None else None
    return RawPage(
        source=source,
        payload=body,
        url=_string(fields, ("url", "link")),
        published=_string(fields, _PUBLISHED_KEYS),
        headline=_string(fields, _HEADLINE_KEYS),
        publisher=_string(fields, _PUBLISHER_KEYS),
        byline=_string(fields, _BYLINE_KEYS),
        is_html=is_html,
    )


def _string(fields: dict[str, object], names: Sequence[str]) -> str | None:
    """The first of ``names`` that holds text (or a date or epoch number, as text)."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int | float | dt.date) and not isinstance(value, bool):
            return str(value)
    return None
