"""The API told: its description as OpenAPI and as a page, both from this server alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from dragoman.web.access import Reader
from dragoman.web.api_shapes import json_answer
from dragoman.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/api/openapi.json")
def openapi(request: Request, _visitor: Reader) -> Response:
    """The description for programs."""
    return json_answer(request.app.openapi())


@router.get("/api")
def reference(request: Request, _visitor: Reader) -> HTMLResponse:
    """The description for people."""
    described = request.app.openapi()
    base = str(request.base_url).rstrip("/")
    return page(request, "api.html", title="API", calls=list(_calls(described)), base=base)


def _calls(described: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for path, methods in described["paths"].items():
        for method, call in methods.items():
            yield {
                "id": call["operationId"],
                "method": method.upper(),
                "path": path,
                "told": call.get("description", ""),
                "parameters": [_parameter(one) for one in call.get("parameters", ())],
                "body": _fields(described, call.get("requestBody")),
            }


def _parameter(one: Mapping[str, Any]) -> dict[str, str]:
    needed = " (needed)" if one.get("required") else ""
    return {"name": one["name"], "in": one["in"] + needed, "told": one.get("description", "")}


def _fields(described: Mapping[str, Any], body: Mapping[str, Any] | None) -> list[str]:
    """The names of the fields a body has."""
    if body is None:
        return []
    schema = body["content"]["application/json"]["schema"]
    name = schema.get("$ref", "").rpartition("/")[2]
    return list(described["components"]["schemas"].get(name, {}).get("properties", {}))
