"""Takes from a parsed page what a reader does not see: scripts, hidden and invisible text.

Only inline styles and attributes are read; a page's style sheets are not applied.

>>> from lxml import html
>>> tree = html.fromstring('<div><p>seen</p><p style="font-size:0">unseen</p></div>')
>>> remove_hidden(tree), tree.text_content()
(['unseen'], 'seen')
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_NEVER_TEXT = (
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "canvas",
    "select", "option", "datalist", "textarea", "button", "input", "head", "audio", "video", "map", "dialog",
)  # fmt: skip

_HIDING_STYLE = re.compile(
    r"""
    display \s* : \s* none | visibility \s* : \s* (?: hidden | collapse )
      | content-visibility \s* : \s* hidden
    | font-size \s* : \s* 0* (?: \.0+ | 0 )? (?: px | em | rem | pt | % )? \s* (?: ! | ; | $ )
    | (?: ^ | [;\s] ) opacity \s* : \s* 0* (?: \.0+ | 0 | \.0*[1-4]\d* )? % ? \s* (?: ! | ; | $ )
    | (?: left | top | right | bottom | text-indent | margin-left
      | margin-top ) \s* : \s* - \d{3,} (?: \.\d+ )? (?: px | em | rem | pt | vw | % )
    | transform \s* : [^;]* (?: scale \s* \( \s* 0 (?: \.0+ )? \s* [,)]
      | translate [XY]? \s* \( \s* - \d{4,} )
    | clip \s* : \s* rect \s* \( \s* (?: 0 | 1px ) | clip-path \s* : \s* inset \s* \( \s* (?: 50 | 100 ) %
    | (?: ^ | [;\s] ) (?: max- )? (?: height | width ) \s* : \s* [01] (?: px )? \s* (?: ; | $ )
    | (?: ^ | [;\s] ) color \s* : \s* transparent
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)

_WHITE = {"white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "#fffffe", "#fefefe"}
"""A white letter counts as hidden when nothing around it sets another background: pages are white by default."""

_LONGEST_KEPT = 2000
"""Characters of one hidden text that are kept to be shown as cut."""


def remove_hidden(tree: HtmlElement) -> list[str]:
    """Removes unseen elements from ``tree`` in place; returns the hidden texts (scripts are not text)."""
    for element in list(tree.iter(*_NEVER_TEXT)):
        _drop(element)
    hidden: list[str] = []
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and _is_hidden(element) and element.tag not in ("html", "body"):
            words = " ".join(element.text_content().split())
            if words and element.getparent() is not None and _is_attached(element, tree):
                hidden.append(words[:_LONGEST_KEPT])
            _drop(element)
    return hidden


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = attributes.get("style")
    if style is None:
        return False
    return _HIDING_STYLE.search(style[:2000]) is not None or _is_same_colour(element, style[:2000])


def _is_same_colour(element: HtmlElement, style: str) -> bool:
    colour = _COLOUR.search(style)
    if colour is None:
        return False
    letter = _fold_colour(colour.group(1))
    around: HtmlElement | None = element
    for _ in range(30):
        if around is None:
            break
        background = _BACKGROUND.search(around.attrib.get("style", "")[:2000])
        if background is not None:
            return _fold_colour(background.group(1)) == letter
        if around.attrib.get("bgcolor") is not None:
            return _fold_colour(around.attrib["bgcolor"]) == letter
        if "class" in around.attrib or "id" in around.attrib:
            # A style sheet may give this element a dark background, on which white letters are seen.
            return False
        around = around.getparent()
    return letter in _WHITE


def _fold_colour(colour: str) -> str:
    folded = re.sub(r"\s", "", colour.lower())
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", folded)
    if short is not None:
        folded = "#" + "".join(digit * 2 for digit in short.groups())
    return {"#ffffff": "white", "#000000": "black", "rgb(255,255,255)": "white", "rgb(0,0,0)": "black"}.get(
        folded, folded
    )


def _is_attached(element: HtmlElement, tree: HtmlElement) -> bool:
    around: HtmlElement | None = element
    while around is not None:
        if around is tree:
            return True
        around = around.getparent()
    return False


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
