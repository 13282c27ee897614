"""The rules of CONTRIBUTING.md that can be counted: sizes, names, mirrors, and who may import whom."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "dragoman"
MODULES = sorted(SOURCE.rglob("*.py"))
MAX_MODULE, MAX_FUNCTION = 400, 60
HOMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base", "core", "stuff"}
OF_A_WHOLE_FOLDER = {"tests/scoring/test_perfect.py", "tests/engagements/test_phrasings.py"}


def name_of(path):
    return str(path.relative_to(ROOT))


def functions_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_fits_on_one_screen(path):
    sizes = {node.name: node.end_lineno - node.lineno + 1 for node in functions_in(path)}
    assert {name: size for name, size in sizes.items() if size > MAX_FUNCTION} == {}


def test_a_module_is_named_after_its_noun():
    assert [name_of(path) for path in MODULES if path.stem.strip("_") in HOMELESS] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path):
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_a_test_stands_where_the_tested_module_stands():
    """tests/<folder>/test_<module>.py belongs to src/dragoman/<folder>/<module>.py."""
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir()}
    stray = [
        name_of(path)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path.parent.name in folders and not _has_subject(path) and name_of(path) not in OF_A_WHOLE_FOLDER
    ]
    assert stray == []


def _has_subject(path):
    folder = SOURCE / path.parent.relative_to(ROOT / "tests")
    subject = path.stem.removeprefix("test_")
    return (folder / subject / "__init__.py").exists() or any(
        subject == module.stem or subject.startswith(f"{module.stem}_") for module in folder.glob("*.py")
    )


def test_imports_point_one_way():
    """The contract stands in pyproject.toml under [tool.importlinter]."""
    from importlinter.application.use_cases import lint_imports
    from importlinter.cli import configuration

    configuration.configure()
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None), "see `lint-imports`"


def test_no_module_downloads_anything():
    """Reading never goes to the network: no module imports a client."""
    clients = {"requests", "httpx", "urllib3", "aiohttp", "socket", "http", "ftplib"}
    found = {
        f"{name_of(path)}: {module}"
        for path in MODULES
        for module in imported_by(path)
        if module.split(".")[0] in clients or module == "urllib.request"
    }
    assert found == set()


def imported_by(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_runtime_dependencies_are_imported_somewhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {
        dependency.split(">")[0].split("[")[0].lower().replace("-", "_")
        for dependency in project["dependencies"]
    }
    imported = {module.split(".")[0].lower() for path in MODULES for module in imported_by(path)}
    assert names - imported - {"lxml_html_clean", "python_multipart"} == set(), (
        "trafilatura needs lxml_html_clean, FastAPI python_multipart for forms, we need the others"
    )
