"""The examples that come with Dragoman, read into an archive to look around in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import PageError, ServeError
from dragoman.store.archive import Archive

if TYPE_CHECKING:
    from dragoman.knowledge.lookup import KnowledgeBase

_PROFILE = "precise"


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


def load_examples(archive: Archive, kb: KnowledgeBase) -> int:
    """Read the examples into the archive; how many of them are there now."""
    from dragoman.pages import RawPage, iter_pages, to_article
    from dragoman.pipeline import PROFILES, keep_sure, read

    loaded = 0
    for page in iter_pages([str(examples_folder())]):
        if not isinstance(page, RawPage):
            continue
        try:
            article = to_article(page)
        except PageError as error:
            raise ServeError(f"the examples are damaged: {error}") from error
        archive.add(keep_sure(read(article, kb), PROFILES[_PROFILE]))
        loaded += 1
    return loaded
