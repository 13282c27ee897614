"""Bytes to clean characters: charset, NUL, line ends, invisible characters.

What is changed, and nothing else: CRLF and CR become LF; NUL and other control characters, soft hyphens and
zero-width characters go; no-break and typographic spaces become plain ones. Letters keep their code points (no
Unicode normalisation), so a quotation can be found again in the page as published.

>>> decode_page("Séjourné".encode("cp1252"))
'Séjourné'
>>> clean_characters("Paris,\\u00a02 April\\r\\nco\\u00adoperation\\x00")
'Paris, 2 April\\ncooperation'
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(
    rb"""
    <meta [^>]{0,200}? charset \s{0,3} = \s{0,3} ["']? ([\w.:-]{2,40})
    | <\?xml [^>]{0,100}? encoding \s{0,3} = \s{0,3} ["'] ([\w.:-]{2,40})
    """,
    re.VERBOSE | re.IGNORECASE,
)

_DECLARATION_BYTES = 4096
"""HTML asks for the charset in the first 1024 bytes; real pages put it a little later."""

_SAMPLE_BYTES = 100_000
"""How much of a page the charset detector looks at; it takes about 10 ms for this many."""

_STRAY_BYTES_PER_MILLION = 2_000
"""A page that is UTF-8 apart from this share of damaged bytes is still read as UTF-8."""

_WEB_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
"us-ascii": "cp1252",
                "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932",
                "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "windows-874": "cp874"}  # fmt: skip
"""The WHATWG reading of charset labels: the superset people really use."""

_SPACES = dict.fromkeys([0x09, 0x0B, 0x0C, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LINE_ENDS = dict.fromkeys([0x85, 0x2028, 0x2029], "\n")
_INVISIBLE = dict.fromkeys(
    [
        *(*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD),
        *(0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF),
        *(*range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    ],
    None,
)
_STRAY_JOINER = re.compile("(?<=[\x00-\u024f])[\u200c\u200d]+|^[\u200c\u200d]+")
"""Zero-width joiners after a Latin letter hide nothing but a break in a word; Persian and Hindi need theirs."""

_CLEAN = {**_SPACES, **_LINE_ENDS, **_INVISIBLE}


def decode_page(payload: bytes) -> str:
    """The characters of a page whose charset may be unstated or misstated; never fails.

    Order: byte order mark, valid UTF-8, the declared charset, nearly valid UTF-8, detection, windows-1252.
    """
    for bom, charset in _BOMS:
        if payload.startswith(bom):
            return payload.decode(charset, errors="replace")
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_declared(payload) or _decode_damaged_utf8(payload) or _decode_detected(payload)


def clean_characters(text: str) -> str:
    """``text`` with the changes the module names, and no others."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)
    return _STRAY_JOINER.sub("", clean)


def one_line(text: str) -> str:
    """``text`` cleaned, with every run of white space as one space."""
    return " ".join(clean_characters(text).split())


def _decode_declared(payload: bytes) -> str | None:
    declared = _DECLARED.search(payload, 0, _DECLARATION_BYTES)
    if declared is None:
        return None
    label = (declared.group(1) or declared.group(2)).decode("ascii", errors="ignore").lower()
    try:
        return payload.decode(_WEB_ALIASES.get(label, label))
    except (UnicodeError, LookupError, ValueError):
        return None


def _decode_damaged_utf8(payload: bytes) -> str | None:
    text = payload.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    multibyte = sum(1 for char in text[:_SAMPLE_BYTES] if char > "\x7f" and char != "\ufffd")
    few = damaged * 1_000_000 <= _STRAY_BYTES_PER_MILLION * len(text)
    return text if few or (multibyte > damaged * 5) else None


def _decode_detected(payload: bytes) -> str:
    best = from_bytes(payload[:_SAMPLE_BYTES]).best()
    charset = "cp1252" if best is None else best.encoding
    if len(payload) < 300 or charset.startswith("utf"):
        # Too few bytes to tell code pages apart; Western European is by far the commonest.
        charset = "cp1252"
    return payload.decode(charset, errors="replace")
