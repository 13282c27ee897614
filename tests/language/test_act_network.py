"""The shipped act network: shapes, probabilities, and that it leaves the tagging as it is."""

import numpy as np
import pytest

from dragoman.language.act_network import Spot, shipped_act_network
from dragoman.language.document import Document
from dragoman.language.packs import open_act_pack, open_pack
from dragoman.language.segment import segment
from dragoman.language.tagging import PackTagger, open_tagger
from dragoman.pages.article import Article

TEXT = "Norway's patience is at an end. Oslo accused Moscow of jamming the signals of its aircraft on Monday."


@pytest.fixture(scope="module")
def doc() -> Document:
    return open_tagger().tag(segment(Article("a", "a.txt", TEXT)))


def test_the_shipped_act_pack_is_made_for_the_shipped_tagger() -> None:
    assert open_act_pack().fits(open_pack())


def test_kinds_and_roles_are_probabilities(doc: Document) -> None:
    network = shipped_act_network()
    view = network.look(doc.sentences)
    last = doc.sentences[-1]
    assert view.kinds.shape == (len(last.tokens), len(network.pack.kinds))
    assert view.starts == (0, len(doc.sentences[0].tokens))
    roles = network.roles(view, 1, 1, [Spot(0, 0, 1, 2), Spot(1, 2, 3, 2)])
    assert roles.shape == (2, len(network.pack.roles))
    assert np.allclose(view.kinds.sum(axis=1), 1, atol=1e-5)
    assert np.allclose(roles.sum(axis=1), 1, atol=1e-5)


def test_the_word_that_tells_and_its_sides_are_known(doc: Document) -> None:
    network = shipped_act_network()
    view = network.look(doc.sentences[-1:])
    kind = network.pack.kinds.index("accusation")
    assert int(view.kinds[:, kind].argmax()) == 1
    roles = network.roles(view, 1, kind, [Spot(0, 0, 1, 2), Spot(0, 2, 3, 2)])
    assert [network.pack.roles[column] for column in roles.argmax(axis=1)] == ["first", "second"]


def test_the_tagger_tags_the_same_without_keeping_states(doc: Document) -> None:
    plain = PackTagger(open_pack()).tag(segment(Article("a", "a.txt", TEXT)))
    assert plain == doc
    assert all(sentence.states is None for sentence in plain.sentences)
    assert all(sentence.states is not None for sentence in doc.sentences)
