"""The word and name lists in ``vocabulary.toml``."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path


@functools.cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf8"))


def word_list(name: str) -> list[str]:
    """The list called ``name``, in its order."""
    return _lists()[name]
