"""Whose a deed is that later sentences only name."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of, of_kind

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("headline", "answer"),
    [
        ("How the world sees Turkey's annexation of the islands", "Greece denounced the annexation."),
        ("Neighbours react to the drill by Turkey", "Greece condemned the drill."),
        ("Neighbours react to a Turkish law on the straits", "Greece called the law a provocation."),
    ],
)
def test_the_deed_is_that_of_whom_the_text_named_with_it(headline, answer):
    (eng,) = of_kind(engagements_of(answer, headline=headline), Kind.ACCUSATION)
    assert cast(eng) == [("actor", "Greece", "GRC"), ("recipient", "Türkiye", "TUR")]
    assert eng.reason
