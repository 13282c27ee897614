"""Status: how much there is, what could not be read, which versions are at work."""

from __future__ import annotations

import sqlite3
import sys
from importlib.metadata import version

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.store.query import Query
from dragoman.web.access import Reader
from dragoman.web.assets import MEND, asset_versions, missing_assets
from dragoman.web.rendering import page
from dragoman.web.site import SiteDep

router = APIRouter(include_in_schema=False)
_PACKAGES = ("dragoman", "fastapi", "starlette", "uvicorn", "sqlalchemy", "onnxruntime", "trafilatura")
_SHOWN = 100


@router.get("/status")
def status(request: Request, site: SiteDep, _visitor: Reader) -> HTMLResponse:
    """The archive in numbers, its quarantine, sources, versions and assets."""
    stats = site.archive.stats()
    return page(
        request,
        "status.html",
        title="Status",
        stats=stats,
        publishers=site.archive.facets(Query()).by["publisher"],
        quarantined=site.archive.quarantined()[:_SHOWN],
        versions=[
            ("python", sys.version.split()[0]),
            ("sqlite", sqlite3.sqlite_version),
            *((name, version(name)) for name in _PACKAGES),
            *asset_versions().items(),
        ],
        missing=missing_assets(),
        mend=MEND,
        keyed=site.settings.keyed,
    )
