"""Static files over HTTP: only what lies in the folder, kept by browsers until the next release."""

from __future__ import annotations

import gzip
import mimetypes
from functools import lru_cache

from fastapi import APIRouter, Request
from fastapi.responses import Response

from dragoman.web.assets import static_folder
from dragoman.web.problems import not_found

router = APIRouter(include_in_schema=False)
_KEPT = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}


@router.get("/static/{digest}/{name:path}")
def static_file(digest: str, name: str, request: Request) -> Response:  # noqa: ARG001 - the digest only names a release
    """A static file; the digest in its address is not compared, an old page gets the new file."""
    found = _packed(name)
    if found is None:
        raise not_found("file", name)
    content, packed, media_type = found
    headers = {"cache-control": _KEPT, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type=media_type, headers={**headers, "content-encoding": "gzip"})
    return Response(content, media_type=media_type, headers=headers)


@lru_cache(maxsize=128)
def _packed(name: str) -> tuple[bytes, bytes, str] | None:
    """The file as it is and packed, and its type; ``None`` for what is not in the folder."""
    folder = static_folder().resolve()
    wanted = {str(path.relative_to(folder).as_posix()): path for path in folder.rglob("*") if path.is_file()}
    path = wanted.get(name)
    if path is None:
        return None
    content = path.read_bytes()
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain"
    return content, gzip.compress(content, 9), media_type
