"""Several told of as one, taken up in the same sentence."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import cast, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Houthis announced that they would release the crew of the Greek tanker.", "YEM"),
        ("Estonian officials said they had expelled a Russian diplomat.", "EST"),
    ],
)
def test_who_says_it_of_themselves(text, side):
    assert side in {country for eng in engagements_of(text) for _, _, country in cast(eng)}


def test_whom_one_works_with_and_gives_to():
    (aid,) = [
        eng
        for eng in engagements_of(
            "Norway will work with the Lebanese Armed Forces and provide them with field hospitals."
        )
        if eng.kind.value == "aid"
    ]
    assert ("recipient", "LBN") in [(role, country) for role, _, country in cast(aid)]
