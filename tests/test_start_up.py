"""The command and the package start quickly: nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

import dragoman
from dragoman.cli import main

HEAVY = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "rich", "msgspec"}


@pytest.mark.parametrize("statement", ["import dragoman", "from dragoman.cli import main; main(['--help'])"])
def test_heavy_modules_wait(statement):
    program = (
        f"import sys\ntry:\n    {statement.replace('; ', chr(10) + '    ')}\nexcept SystemExit:\n    pass\n"
        f"print(*sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""


def test_every_command_of_the_list_is_there():
    listed = CliRunner().invoke(main, ["--help"]).output
    for name in main.list_commands(None):
        assert name in listed
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_an_unknown_command_is_wrong_usage():
    assert CliRunner().invoke(main, ["dance"]).exit_code == 2


@pytest.mark.parametrize("name", dragoman.__all__)
def test_public_names_can_be_had(name):
    assert getattr(dragoman, name).__name__ == name
    assert name in dir(dragoman)


def test_other_names_cannot():
    with pytest.raises(AttributeError, match="no attribute 'dance'"):
        _ = dragoman.dance
