import random

from tools.pack.example import Example
from tools.pack.noise import NoiseRates, add_noise, drop_full_stop, join_sentences

TREE = Example(
    "test", ("Séjourné", "'s", "plane", "left", "."), heads=(3, 1, 4, 0, 4), names=("B-PER", *"OOOO")
)
NONE = NoiseRates(0, 0, 0, 0, 0, 0)


def noisy(**rates: float) -> tuple[str, ...]:
    return add_noise(
        TREE, random.Random(0), NoiseRates(**{**dict.fromkeys(NONE.__slots__, 0.0), **rates})
    ).words


def test_each_kind_of_noise() -> None:
    assert noisy() == TREE.words
    assert noisy(upper_case=1.0) == ("SÉJOURNÉ", "'S", "PLANE", "LEFT", ".")
    assert noisy(title_case=1.0) == ("Séjourné", "'s", "Plane", "Left", ".")
    assert noisy(curly_quotes=1.0) == ("Séjourné", "’s", "plane", "left", ".")
    assert noisy(no_accents=1.0)[0] == "Sejourne"
    assert noisy(no_full_stop=1.0) == TREE.words[:-1]


def test_without_its_full_stop_every_layer_is_shorter() -> None:
    cut = drop_full_stop(TREE)
    assert len(cut.words) == len(cut.heads or ()) == len(cut.names or ()) == 4


def test_a_full_stop_that_heads_words_stays() -> None:
    odd = Example("test", ("a", "b", "."), heads=(3, 3, 0))
    assert drop_full_stop(odd) == odd


def test_joined_sentences_keep_every_layer_and_one_root() -> None:
    first = Example("test", ("a", "b"), heads=(2, 0), relations=("dep", "root"), names=("O", "O"))
    second = Example("test", ("c", "d"), heads=(0, 1), relations=("root", "dep"), names=("B-PER", "O"))
    joined = join_sentences(first, second)
    assert joined is not None
    assert joined.words == ("a", "b", "c", "d")
    assert joined.heads == (2, 0, 2, 3)
    assert joined.relations == ("dep", "root", "parataxis", "dep")
    assert joined.names == ("O", "O", "B-PER", "O")


def test_sentences_with_other_layers_or_open_trees_are_not_joined() -> None:
    whole = Example("test", ("a", "b"), heads=(2, 0), relations=("dep", "root"))
    assert join_sentences(whole, Example("test", ("c",), names=("O",))) is None
    assert join_sentences(whole, Example("test", ("c", "d"), heads=(-100, 1), relations=("", "dep"))) is None
