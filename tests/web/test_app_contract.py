"""The API holds what its OpenAPI description says: whatever is sent, no server error.

`DRAGOMAN_API_CASES=140 pytest tests/web/test_app_contract.py` sends more than 2,000 requests.
"""

from __future__ import annotations

import os
import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error

from dragoman.web.app import create_app
from web.conftest import site_on

CASES = int(os.environ.get("DRAGOMAN_API_CASES", "4"))
"""Requests made up for each call; there are about twenty calls."""
CHECKS = (not_a_server_error,)
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


@pytest.fixture(scope="module")
def described(examples_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("contract") / "own.db"
    for part in examples_file.parent.glob(f"{examples_file.name}*"):
        shutil.copy(part, path.with_name(part.name.replace(examples_file.name, path.name)))
    site = site_on(path, hosts=frozenset())
    yield schemathesis.openapi.from_asgi("/api/openapi.json", create_app(site))
    site.archive.close()


def try_all(schema, cases):
    """So many made-up requests to each call; how many were sent."""
    sent = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(max_examples=cases, derandomize=True, **QUIET)
        @given(case=operation.as_strategy())
        def check(case):
            nonlocal sent
            sent += 1
            case.call_and_validate(checks=CHECKS)

        check()
    return sent


def test_no_call_ends_in_a_server_error(described):
    assert try_all(described, CASES) >= 15 * CASES
