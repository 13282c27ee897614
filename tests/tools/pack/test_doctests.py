import doctest
from importlib import import_module

import pytest

from tools.pack import gazetteer

pytestmark = pytest.mark.skipif(not gazetteer.DATA.is_dir(), reason="the shared data are not here")


@pytest.mark.parametrize(
    "name", ["example", "gazetting", "markup", "narrowing", "noise", "officeholding", "silver"]
)
def test_the_examples_in_the_code(name: str) -> None:
    assert doctest.testmod(import_module(f"tools.pack.{name}")).failed == 0
