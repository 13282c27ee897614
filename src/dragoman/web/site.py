"""The site: what every page and API call works with, opened once by `app.create_app`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from dragoman.exports.telling import Teller
from dragoman.web.keys import KeyRing
from dragoman.web.security import LOOPBACK, Limits

if TYPE_CHECKING:
    from dragoman.knowledge.lookup import KnowledgeBase
    from dragoman.store.archive import Archive


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site is served.

    Attributes:
        analyst: the name under which decisions are kept where nobody has to log in.
        keyed: whether a key is asked for; else whoever reaches the port may do everything.
        hosts: the names the server answers to; empty for any.
        sample: whether the archive holds the examples, so that the pages say so.
        secure_cookie: whether the session's cookie is only sent over HTTPS.
    """

    analyst: str = "analyst"
    keyed: bool = False
    hosts: frozenset[str] = frozenset(LOOPBACK)
    limits: Limits = field(default_factory=Limits)
    sample: bool = False
    secure_cookie: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """The archive, the tables, the teller of sentences, the keys and the settings."""

    archive: Archive
    kb: KnowledgeBase
    teller: Teller
    ring: KeyRing
    settings: Settings


def keys_path(location: str) -> Path:
    """Where the keys of an archive are kept: beside the file; for a database address in the user's own folder."""
    if "://" in location:
        return Path("~/.config/dragoman/keys.json").expanduser()
    path = Path(location)
    return path.with_name(f"{path.name}.keys.json")


def site_of(request: Request) -> Site:
    """The site a request is answered from."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application has no site")
    return site


SiteDep = Annotated[Site, Depends(site_of)]
