"""The country where a story has arrived."""

from __future__ import annotations

from dragoman.mentions.home import Home
from dragoman.mentions.phrases import see
from dragoman.mentions.scene import Scene
from parses import document_of, knowledge

ARRIVED = """
    He      he     PRON  PRP 2 nsubj
    arrived arrive VERB  VBD 0 root
    in      _      ADP   IN  4 case
    {place} _      PROPN NNP 2 obl LOC
    .       _      PUNCT .   2 punct
"""


def scene_after(*places: str, home: Home | None = None) -> str | None:
    doc = document_of(*(ARRIVED.format(place=place) for place in places))
    scene = Scene(knowledge(), home)
    for sentence in doc.sentences:
        scene.move(see(sentence, knowledge()), doc.article.text)
    return scene.country()


def test_the_last_place_is_the_scene():
    assert scene_after("Oslo", "Abuja") == "NGA"


def test_before_any_place_it_is_home():
    assert Scene(knowledge(), Home("KEN", official=True)).country() == "KEN"
    assert Scene(knowledge(), None).country() is None


def test_a_place_nobody_knows_leaves_the_scene_as_it_was():
    assert scene_after("Oslo", "Qzyxwv") == "NOR"
