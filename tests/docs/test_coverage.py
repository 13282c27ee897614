"""Every command, kind, role, status, field, context and mode has its entry in the documentation."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.engagements.engagement import Kind, Role, Status

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
JSON_PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs" / "reading.schema.json").read_text(encoding="utf-8"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", main.list_commands(None))
def test_every_command_is_introduced(name):
    assert f"`dragoman {name}`" in README or f"dragoman {name} " in README


@pytest.mark.parametrize("value", [*Kind, *Status, *Role])
def test_every_kind_status_and_role_is_in_contract_and_codebook(value):
    assert f"`{value}`" in JSON_PAGE
    assert value in CODEBOOK


@pytest.mark.parametrize("table", ["article", "engagement", "participant", "event"])
def test_every_field_of_the_schema_is_in_the_contract(table):
    missing = [name for name in SCHEMA["$defs"][table]["properties"] if f"`{name}`" not in JSON_PAGE]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
