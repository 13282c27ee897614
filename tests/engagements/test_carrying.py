"""The verb that an event noun leans on."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    "text",
    [
        "Russia has declared two employees of the Estonian embassy persona non grata as a retaliatory measure.",
        "Moscow declared a Danish attaché persona non grata as a countermeasure.",
    ],
)
def test_an_expulsion_as_a_measure_is_no_sanction_besides(text):
    assert [eng.kind for eng in engagements_of(text)] == ["expulsion"]
