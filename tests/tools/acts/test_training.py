"""A few steps of training, and a pack that can be read."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.act_network import ActNetwork, Spot
from dragoman.language.packs import DEFAULT_PACK, open_act_pack
from dragoman.language.segment import segment
from dragoman.language.tagging import open_tagger
from tools.acts.markup import parse_passage
from tools.acts.windows import KINDS, article_of, windows_of_passage

PASSAGE = parse_passage(
    ["[1 Norway] {a accused} [2 Russia] of jamming.", "a = accusation completed 1 > 2"], "x:1"
)


def test_what_is_trained_is_what_the_pack_says(tmp_path: Path) -> None:
    for module in ("torch", "onnx"):
        pytest.importorskip(module, reason=f"{module} is needed to build packs, and is not installed")
    from tools.acts.export import write_act_pack
    from tools.acts.network import ActNetwork as Trained
    from tools.acts.network import load_layers
    from tools.acts.train import measure, train

    tagger, kb = open_tagger(), KnowledgeBase.open()
    learned = list(windows_of_passage(PASSAGE, tagger, kb)) * 64
    checked = list(windows_of_passage(PASSAGE, tagger, kb, held_out=True))
    network = Trained()
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
