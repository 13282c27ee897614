"""Access: who is asking, by key in a header or by session cookie, and what they may do.

Where no key is asked for, whoever reaches the port may do everything; that is why `dragoman serve` then only listens
on the machine itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from dragoman.web.keys import ApiKey, Scope
from dragoman.web.problems import Problem
from dragoman.web.site import Site, SiteDep

COOKIE = "dragoman"
SESSION_SECONDS = 12 * 3600


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks; ``key`` is ``None`` where none is asked for."""

    name: str
    key: ApiKey | None

    def may(self, scope: Scope) -> bool:
        """Whether they may do what ``scope`` covers."""
        return self.key is None or self.key.allows(scope)


def session_for(site: Site, key: ApiKey) -> str:
    """The value of a session's cookie."""
    return _serializer(site).dumps(key.key_id)


def visitor_of(request: Request, site: SiteDep) -> Visitor | None:
    """Who asks, ``None`` for somebody without a valid key where one is asked for."""
    if not site.settings.keyed:
        return Visitor(site.settings.analyst, None)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    key = site.ring.check(given.strip()) if scheme.lower() == "bearer" else _of_session(request, site)
    return None if key is None else Visitor(key.name, key)


VisitorDep = Annotated[Visitor | None, Depends(visitor_of)]


def allowed(scope: Scope) -> Callable[[Visitor | None], Visitor]:
    """A dependency that lets only those pass who may do what ``scope`` covers."""

    def check(visitor: VisitorDep) -> Visitor:
        if visitor is None:
            raise Problem(
                401,
                "A key is needed",
                "Send `Authorization: Bearer drg_…`; `dragoman keys create NAME` makes a key.",
                headers={"www-authenticate": "Bearer"},
            )
        if not visitor.may(scope):
            raise Problem(403, "Not allowed", f"The key {visitor.name!r} lacks the scope {scope!r}.")
        return visitor

    return check


Reader = Annotated[Visitor, Depends(allowed(Scope.READ))]
Reviewer = Annotated[Visitor, Depends(allowed(Scope.REVIEW))]
Writer = Annotated[Visitor, Depends(allowed(Scope.WRITE))]


def _of_session(request: Request, site: Site) -> ApiKey | None:
    try:
        key_id = _serializer(site).loads(request.cookies.get(COOKIE, ""), max_age=SESSION_SECONDS)
    except BadSignature:
        return None
    return next((key for key in site.ring.held() if key.key_id == key_id), None)


def _serializer(site: Site) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(site.ring.signing_secret(), salt="session")
