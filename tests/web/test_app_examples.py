"""The `curl` examples of docs/api.md do what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, flags=re.DOTALL)).replace("\\\n", " ")
COMMANDS = [shlex.split(line) for line in BLOCKS.splitlines() if line.startswith("curl")]


def arguments_of(words):
    """Method, address, headers and body of a curl command."""
    method, address, headers, body = "GET", "", {}, None
    rest = iter(words[1:])
    for word in rest:
        match word:
            case "-X":
                method = next(rest)
            case "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            case "-d":
                body = next(rest)
            case _:
                address = word
    return method, address.removeprefix("http://127.0.0.1:8642"), headers, body


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:60])
def test_the_example_works(own_client, words):
    method, address, headers, body = arguments_of(words)
    answer = own_client.request(method, address, headers=headers, content=body)
    assert answer.status_code in (200, 201)
    assert len(answer.content) > 30


def test_there_are_examples():
    assert len(COMMANDS) >= 12
