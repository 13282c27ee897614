"""Fifty steps of training, a checkpoint, a resumed run, an exported pack that tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dragoman.language.packs import DEFAULT_PACK, open_pack
from dragoman.language.tagging import PackTagger
from tools.pack.example import Example


def needs(module: str) -> None:
    pytest.importorskip(module, reason=f"{module} is needed to build packs, and is not installed")


def examples() -> list[Example]:
    verbs, people = ("met", "saw", "left", "told"), ("Blinken", "Macron", "Lavrov", "Fidan")
    return [
        Example(
            "test",
            (left, verb, right, "."),
            upos=("PROPN", "VERB", "PROPN", "PUNCT"),
            xpos=("NNP", "VBD", "NNP", "."),
            heads=(2, 0, 2, 2),
            relations=("nsubj", "root", "obj", "punct"),
            names=("B-PER", "O", "B-PER", "O|DATE"),
        )
        for verb in verbs
        for left in people
        for right in people
    ]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    if not DEFAULT_PACK.exists():
        pytest.skip(f"{DEFAULT_PACK.name} has not been built yet; its vocabulary is needed")
    tokenizer = Tokenizer.from_str(open_pack().tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_fifty_steps_learn_and_resume_and_export(tmp_path: Path, tokenizer: Tokenizer) -> None:
    needs("torch")
    needs("onnx")
    import torch

    from tools.pack.batches import Inventory
    from tools.pack.export import export_networks, load_network, pack_parts, write_pack
    from tools.pack.train import Recipe, Run

    torch.set_num_threads(1)
    recipe = Recipe(max_steps=50, minutes=20.0, subwords=120, half_precision=False, encoder_rate=5e-4)
    inventory = Inventory.of(examples())
    run = Run(tmp_path, inventory, recipe, torch.device("cpu"))
    assert not run.resume()
    run.train(examples(), tokenizer)
    assert run.progress.step == 50

    again = Run(tmp_path, inventory, recipe, torch.device("cpu"))
    assert again.resume()
    assert again.progress == run.progress

    network, labels, _ = load_network(tmp_path / "checkpoint.pt")
    assert labels == inventory
    export_networks(network, tmp_path)
    (tmp_path / "tokenizer.json").write_text(tokenizer.to_str(), "utf8")
    temperatures = {"arc_temperature": 1.0, "name_temperature": 1.0}
    lemmas = {"exceptions": {}, "known": {}}
    parts = pack_parts(tmp_path, inventory, temperatures, lemmas, quantized=True)
    write_pack(tmp_path / "smoke-1.pack", parts, {"name": "smoke-1"})
    (analysis,) = PackTagger(open_pack(tmp_path / "smoke-1.pack")).analyse([("Lavrov", "met", "Fidan", ".")])
    assert analysis.upos == ("PROPN", "VERB", "PROPN", "PUNCT")
    assert analysis.heads.tolist() == [2, 0, 2, 2]


def test_the_rate_rises_and_falls() -> None:
    needs("torch")
    from tools.pack.train import share_of_rate

    shares = [share_of_rate(done / 100, 0.04) for done in range(101)]
    assert max(shares) == pytest.approx(1.0, abs=0.02)
    assert shares.index(max(shares)) == 4
    assert shares[-1] == 0.0
