"""The application: pages, API, static files, the guard in front and the problems behind.

>>> from dragoman.web.app import create_app  # dragoman serve
"""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from dragoman.errors import ArchiveError, DragomanError
from dragoman.web import (
    api_articles,
    api_decisions,
    api_records,
    static_files,
    views_articles,
    views_entities,
    views_export,
    views_lists,
    views_network,
    views_record,
    views_reference,
    views_review,
    views_session,
    views_status,
)
from dragoman.web.problems import MEDIA_TYPE, Problem
from dragoman.web.rendering import page
from dragoman.web.security import Guard
from dragoman.web.site import Site

log = logging.getLogger(__name__)
_PAGES = (
    static_files,
    views_lists,
    views_record,
    views_articles,
    views_entities,
    views_network,
    views_export,
    views_status,
    views_session,
    views_reference,
    api_records,
    api_articles,
    views_review,
    api_decisions,
)
_SMALL = 800  # bytes; smaller answers do not shrink


def create_app(site: Site) -> FastAPI:
    """The application for one archive."""
    app = FastAPI(
        title="Dragoman",
        description="The record of diplomacy of one archive.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        version="1",
    )
    app.state.site = site
    for module in _PAGES:
        app.include_router(module.router)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=6)
    app.add_middleware(Guard, hosts=site.settings.hosts or None, limits=site.settings.limits)
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(DragomanError, _on_ours)
    app.add_exception_handler(Exception, _on_fault)
    return app


def told(request: Request, problem: Problem) -> Response:
    """A problem as the RFC's document for the API, as a page for people."""
    if request.url.path.startswith("/api/") or request.url.path.endswith(".json"):
        document = problem.document(request.url.path)
        return JSONResponse(document, problem.status, headers=problem.headers, media_type=MEDIA_TYPE)
    if problem.status == 401:
        return RedirectResponse("/login", 303)
    response = page(request, "problem.html", title=problem.title, status=problem.status, problem=problem)
    response.headers.update(problem.headers)
    return response


def _on_problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, Problem):
        raise error
    return told(request, error)


def _on_http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = str(error.detail) if isinstance(error, HTTPException) else ""
    if status == 404:
        return told(request, Problem(404, "No such page", f"There is nothing at {request.url.path}."))
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return told(
        request, Problem(status, detail or "Not possible", detail or "Not possible.", headers=headers)
    )


def _on_invalid(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    told_errors = [{"at": "/".join(str(part) for part in one["loc"]), "detail": one["msg"]} for one in found]
    detail = "; ".join(f"{one['at']}: {one['detail']}" for one in told_errors)
    return told(request, Problem(422, "The request does not fit", detail, {"errors": told_errors}))


def _on_ours(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, ArchiveError) and "cursor" not in str(error) else 400
    return told(request, Problem(status, "Not possible", str(error)))


def _on_fault(request: Request, error: Exception) -> Response:
    log.error("fault at %s", request.url.path, exc_info=error)
    return told(
        request, Problem(500, "A fault in Dragoman", "The server's log tells more; please report it.")
    )
