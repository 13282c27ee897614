"""`dragoman serve` and `dragoman demo` as a person starts them, and what they refuse."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from dragoman.cli import main

PROGRAM = "from dragoman.cli import main; main()"


def test_an_open_address_is_refused_in_words(tmp_path):
    result = CliRunner().invoke(
        main, ["serve", str(tmp_path / "a.db"), "--host", "0.0.0.0", "--port", "8791"]
    )
    assert result.exit_code == 1
    assert "dragoman keys create NAME" in result.output


def test_demo_reads_the_examples_and_answers(tmp_path):
    httpx2 = pytest.importorskip("httpx2")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "demo", "--port", "8792"], stderr=subprocess.PIPE, text=True
    )
    try:
        told = ""
        while "stop with" not in told:
            line = process.stderr.readline()
            assert line, told
            told += line
        address = re.search(r"http://\S+", told)[0]
        answer = _when_up(httpx2, address)
        assert "Sample data" in answer.text
        assert "records from 13 articles" in answer.text
    finally:
        process.terminate()
        process.communicate()


def _when_up(httpx2, address):
    import time

    for _ in range(100):
        try:
            return httpx2.get(address)
        except httpx2.TransportError:
            time.sleep(0.1)
    raise AssertionError("it does not answer")
