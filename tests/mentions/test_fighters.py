"""Armed groups told without a name."""

from __future__ import annotations

import pytest

from dragoman.language.packs import DEFAULT_PACK
from readings import article_of, cast, engagements_in, engagements_of

pytestmark = pytest.mark.skipif(
    not DEFAULT_PACK.exists(), reason=f"{DEFAULT_PACK.name} has not been built yet"
)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Kurdish militants killed five Turkish soldiers in an ambush.", "Kurdish militants"),
        ("The Burmese army shelled Karen rebels near the Thai border.", "Karen rebels"),
        ("Philippine troops killed four communist rebels on Samar.", "communist rebels"),
    ],
)
def test_they_are_a_side(text, group):
    (attack,) = engagements_of(text)
    assert group in {name for _, name, _ in cast(attack)}


def test_they_are_the_group_the_article_is_about():
    article = article_of(
        "The army of the Democratic Republic of the Congo shelled positions of rebels near Sake on Tuesday.",
        "The March 23 Movement said that it had lost nobody.",
    )
    names = {name for eng in engagements_in(article) for _, name, _ in cast(eng)}
    assert "rebels" not in names
    assert "March 23 Movement" in names


@pytest.mark.parametrize(
    "text",
    [
        "Tory rebels attacked the prime minister over the war.",
        "The Melbourne Rebels beat an army team from Fiji.",
        "Rebels voted against the bill on trade with Canada.",
    ],
)
def test_those_without_arms_are_none(text):
    assert not any("ebels" in (name or "") for eng in engagements_of(text) for _, name, _ in cast(eng))
