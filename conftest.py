"""Test set-up: every Python and console block of README and docs/ is run as it stands.

All blocks of a file are run in one folder that at first holds nothing but `examples`; a `python` block shares its names
with the earlier ones of its file. Of a `console` block each line that begins with `$ dragoman` is run, and what it prints
has to be what the block shows; `...` stands for anything, and where the block shows nothing anything may be printed. Other
commands are not run.
"""

from __future__ import annotations

import contextlib
import doctest
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

collect_ignore = ["src/dragoman/store/migrations/env.py"]
"""Alembic runs it, nobody imports it."""

_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_PROMPT = "$ "
_FOLDER = "folder of the blocks"
_EXAMPLES = Path(__file__).resolve().parent / "examples"


def run_console(example: Example) -> str | None:
    """Run the block's dragoman commands; the difference in output, if any."""
    shown = example.parsed.replace("\\\n", " ").splitlines()
    starts = [number for number, line in enumerate(shown) if line.startswith(_PROMPT)]
    for start, end in zip(starts, [*starts[1:], len(shown)], strict=True):
        words = shlex.split(shown[start].removeprefix(_PROMPT), comments=True)
        if words[:1] == ["dragoman"]:
            wanted, got = "\n".join(shown[start + 1 : end]).strip(), _output_of(words[1:]).strip()
            if wanted and not doctest.OutputChecker().check_output(wanted, got, _FLAGS):
                return f"{shown[start]}\nshould print\n{wanted}\nbut prints\n{got}"
    return None


def _output_of(arguments: list[str]) -> str:
    from dragoman.cli import main

    result = CliRunner(env={"COLUMNS": "100"}).invoke(main, arguments, catch_exceptions=False)
    return result.output


def enter_folder(namespace: dict[str, object]) -> None:
    """Make the folder that a file's blocks are run in."""
    stack = contextlib.ExitStack()
    stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))
    Path("examples").symlink_to(_EXAMPLES)
    namespace[_FOLDER] = stack


def leave_folder(namespace: dict[str, object]) -> None:
    """Leave the folder and take it away."""
    stack = namespace.pop(_FOLDER)
    assert isinstance(stack, contextlib.ExitStack)
    stack.close()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console), SkipParser()],
    patterns=["README.md", "docs/*.md"],
    setup=enter_folder,
    teardown=leave_folder,
).pytest()
