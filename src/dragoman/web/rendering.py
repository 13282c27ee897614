"""Rendering: Jinja templates with everything escaped, and what every page shows around its content."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.exports.wording import STATUS_WORDS
from dragoman.web.access import Visitor, visitor_of
from dragoman.web.assets import release_digest
from dragoman.web.site import site_of

NAV = (
    ("/", "Today", "today"),
    ("/travel", "Travel", "travel"),
    ("/meetings", "Meetings", "meetings"),
    ("/network", "Network", "network"),
    ("/articles", "Articles", "articles"),
    ("/review", "Review", "review"),
    ("/export", "Export", "export"),
)
_SAFE_SCHEMES = ("https://", "http://")


def page(
    request: Request, name: str, *, title: str, here: str = "", status: int = 200, **context: Any
) -> HTMLResponse:
    """A page from its template.

    Args:
        request: what was asked.
        name: the template.
        title: what the page is called, in its tab and its heading.
        here: which entry of the navigation it belongs to.
        status: of the answer.
        context: what the template shows.
    """
    site = site_of(request)
    visitor: Visitor | None = visitor_of(request, site)
    around: dict[str, object] = {"stats_line": "", "sample": False}
    around |= _around(request) if visitor is not None else {}
    html = templates().get_template(name).render(title=title, here=here, visitor=visitor, **around | context)
    return HTMLResponse(html, status, headers={"vary": "cookie, hx-request"})


def _around(request: Request) -> dict[str, object]:
    site = site_of(request)
    stats = site.archive.stats()
    counts = f"{stats.records:,} records from {stats.articles:,} articles"
    return {"stats_line": counts, "sample": site.settings.sample}


@cache
def templates() -> Environment:
    """The templates; whatever is put into them is escaped."""
    environment = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "nav": NAV,
        "static": static_address,
        "search_words": "",
        "status_words": [(str(status), word) for status, word in STATUS_WORDS.items()],
    }
    environment.filters |= {"safe_link": safe_link, "path": lambda text: quote(str(text), safe="")}
    return environment


def static_address(name: str) -> str:
    """The address of a static file; it changes with every release."""
    return f"/static/{release_digest()}/{name}"


def safe_link(address: str | None) -> str | None:
    """An address that a page may link to: of the web, never a script."""
    return address if address and address.lower().startswith(_SAFE_SCHEMES) else None


def actor_address(actor_id: str | None, name: str) -> str:
    """The page of somebody: of a person, country or organisation; else what is found under the name.

    >>> actor_address("ctry:FRA", "France"), actor_address(None, "A. B.")
    ('/countries/FRA', '/search?person=A.%20B.')
    """
    family, _, rest = (actor_id or "").partition(":")
    match family:
        case "per":
            return f"/people/{quote(actor_id or '', safe=':')}"
        case "ctry":
            return f"/countries/{quote(rest, safe='')}"
        case "org":
            return f"/organizations/{quote(actor_id or '', safe=':')}"
        case _:
            return f"/search?person={quote(name, safe='')}"
