"""Which body somebody serves whose office no table knows."""

from __future__ import annotations

import pytest

from dragoman.engagements.engagement import Kind
from readings import cast, engagements_of, of_kind


@pytest.mark.parametrize(
    "text",
    [
        "World Bank country director Anna Vell thanked Kenya.",
        "The World Bank sent a team. Its country director, Anna Vell, thanked Kenya.",
        "The World Bank's mission chief, Anna Vell, thanked Kenya.",
    ],
)
def test_an_official_is_of_the_body_told_before_the_title(text):
    (thanks,) = of_kind(engagements_of(text), Kind.STATEMENT)
    assert [(name, place) for _, name, place in cast(thanks)] == [("Anna Vell", None), ("Kenya", "KEN")]


def test_without_a_body_nobody_speaks_for_a_side():
    assert engagements_of("Country director Anna Vell thanked Kenya.") == ()


def test_a_spokesperson_of_a_state_is_no_other_side_than_the_state():
    told = "Togo denied the charge. Its spokesperson, Anna Vell, accused Benin of smuggling."
    accused = of_kind(engagements_of(told), Kind.ACCUSATION)
    assert all("Anna Vell" not in {name for _, name, _ in cast(eng)} for eng in accused)
