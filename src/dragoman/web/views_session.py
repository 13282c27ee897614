"""Coming in and going out with a key, loading the examples, and what browsers report of the content policy."""

from __future__ import annotations

import logging
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.web.access import COOKIE, SESSION_SECONDS, Writer, session_for
from dragoman.web.rendering import page
from dragoman.web.samples import load_examples
from dragoman.web.site import SiteDep

router = APIRouter(include_in_schema=False)
log = logging.getLogger(__name__)
_REPORT = 2000
"""Bytes of a report that are logged."""


@router.get("/login")
def login_page(request: Request) -> Response:
    """Where a key is pasted."""
    return page(request, "login.html", title="A key is needed", wrong=False)


@router.post("/login")
def login(request: Request, site: SiteDep, key: Annotated[str, Form()] = "") -> Response:
    """Open a session with a key."""
    found = site.ring.check(key.strip())
    if found is None:
        return page(request, "login.html", title="A key is needed", wrong=True, status=403)
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE,
        session_for(site, found),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=site.settings.secure_cookie,
    )
    return response


@router.post("/logout")
def logout() -> Response:
    """End the session."""
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response


@router.post("/examples")
def examples(site: SiteDep, _visitor: Writer) -> Response:
    """Read the examples into the archive."""
    load_examples(site.archive)
    return RedirectResponse("/", 303)


@router.post("/csp-reports")
async def policy_report(request: Request) -> Response:
    """A browser refused to run or load something on one of our pages; that is worth a line in the log."""
    body = (await request.body())[:_REPORT].decode("utf-8", "replace")
    log.warning("content policy: %r", body)
    return Response(status_code=204)
