"""A few steps of training, and a pack that can be read."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.act_network import ActNetwork, Spot, shipped_act_network
from dragoman.language.packs import DEFAULT_ACT_PACK, DEFAULT_PACK, open_act_pack
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from tools.acts.markup import parse_passage
from tools.acts.windows import KINDS, article_of, windows_of_passage

PASSAGE = parse_passage(
    ["[1 Norway] {a accused} [2 Russia] of jamming.", "a = accusation completed 1 > 2"], "x:1"
)


def test_what_is_trained_is_what_the_pack_says(tmp_path: Path) -> None:
    _, trained = _torch_and_network()
    from tools.acts.export import write_act_pack
    from tools.acts.network import load_layers
    from tools.acts.train import measure, train

    tagger, kb = open_tagger(), KnowledgeBase.open()
    learned = list(windows_of_passage(PASSAGE, tagger, kb)) * 64
    checked = list(windows_of_passage(PASSAGE, tagger, kb, held_out=True))
    network = trained()
    load_layers(network, DEFAULT_PACK)
    train(network, [*learned, *checked], epochs=8)
    quality = measure(network, checked, 0.5, 0.5)
    assert (quality.recall, quality.precision, quality.side_recall) == (1.0, 1.0, 1.0)

    path = tmp_path / "acts.pack"
    thresholds = {"act_threshold": 0.5, "side_threshold": 0.5, "hint_threshold": 0.0}
    write_act_pack(network, path, thresholds, {"name": "acts"})
    reader = ActNetwork(open_act_pack(path))
    (sentence,) = tagger.tag(segment(article_of(PASSAGE.text))).sentences
    view = reader.look([sentence])
    assert KINDS[int(view.kinds[1].argmax())] == "accusation"
    roles = reader.roles(view, 1, KINDS.index("accusation"), [Spot(0, 0, 1, 2), Spot(0, 2, 3, 2)])
    assert np.argmax(roles, axis=1).tolist() == [1, 2]


def test_a_network_filled_from_a_pack_says_the_same() -> None:
    torch, trained = _torch_and_network()
    from tools.acts.network import load_act_pack

    network = trained()
    load_act_pack(network, DEFAULT_ACT_PACK)
    (sentence,) = open_tagger().tag(segment(article_of(PASSAGE.text))).sentences
    states = sentence.states
    assert states is not None
    vectors, first = torch.tensor(states.vectors)[None], torch.tensor(states.first)[None]
    seen = vectors.shape[:2]
    with torch.no_grad():
        kinds, _ = network.eval()(vectors, torch.ones(seen), torch.zeros(seen, dtype=torch.long), first)
    view = shipped_act_network().look([sentence])
    assert np.abs(kinds[0].softmax(-1).numpy() - view.kinds).max() < 0.02


def test_the_mean_of_two_networks_lies_between_them() -> None:
    torch, trained = _torch_and_network()
    from tools.acts.network import average_with

    network, other = trained(), trained()
    before = network.kind[0].weight.clone()
    average_with(network, other.state_dict())
    assert torch.allclose(network.kind[0].weight, (before + other.kind[0].weight) / 2)


def _torch_and_network() -> tuple[Any, Any]:
    for module in ("torch", "onnx"):
        pytest.importorskip(module, reason=f"{module} is needed to build packs, and is not installed")
    import torch

    from tools.acts.network import ActNetwork as Trained

    return torch, Trained
