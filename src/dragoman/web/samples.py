"""The examples that come with Dragoman, read into an archive to look around in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from dragoman.errors import ServeError
from dragoman.ingestion import ingest
from dragoman.store.archive import Archive


def examples_folder() -> Path:
    """Where the examples lie: in the installed package, or in the checkout it is run from.

    Raises:
        ServeError: they are in neither place.
    """
    package = Path(str(files("dragoman")))
    for folder in (package / "examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise ServeError("the examples are missing from this installation; install Dragoman again")


def load_examples(archive: Archive) -> int:
    """Read the examples into the archive; how many were new."""
    return ingest([str(examples_folder())], archive, command="examples").saved
