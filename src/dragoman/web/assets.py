"""Static files: our own modules and, beside them, what the build hook fetched from npm.

Pages name a file with a digest of all of them in the path, so that a browser keeps it until the next release.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

VENDOR = "vendor"
MEND = "install Dragoman again where npm works: `pip install --force-reinstall .` or `uv sync --reinstall-package dragoman`"


def static_folder() -> Path:
    """Where the static files lie."""
    return Path(str(files("dragoman.web").joinpath("static")))


@cache
def release_digest() -> str:
    """Changes whenever a static file does."""
    digest = hashlib.sha256()
    for path in sorted(static_folder().rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def missing_assets() -> tuple[str, ...]:
    """The files that maps and networks need and that are absent or not what the manifest says."""
    folder = static_folder() / VENDOR
    manifest = _manifest(folder)
    if not manifest:
        return (str(folder),)
    return tuple(
        package["file"]
        for package in manifest.values()
        if not (folder / package["file"]).is_file()
        or hashlib.sha256((folder / package["file"]).read_bytes()).hexdigest() != package["sha256"]
    )


def asset_versions() -> Mapping[str, str]:
    """Name and version of each package the pages load."""
    return {name: package["version"] for name, package in _manifest(static_folder() / VENDOR).items()}


def _manifest(folder: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        packages = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return packages if isinstance(packages, dict) else {}
