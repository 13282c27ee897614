"""The mean of checkpoints, and what cannot be averaged."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is needed to build packs, and is not installed")


def checkpoint(path: Path, weight: float, labels: tuple[str, ...] = ("a",)) -> Path:
    network = {"weight": torch.full((2,), weight), "count": torch.tensor(3)}
    torch.save({"network": network, "inventory": {"upos": labels}, "recipe": {"seed": weight}}, path)
    return path


def test_the_mean_of_two_and_their_histories(tmp_path: Path) -> None:
    from tools.pack.averaging import average_checkpoints

    parts = [checkpoint(tmp_path / "one.pt", 1.0), checkpoint(tmp_path / "two.pt", 3.0)]
    average_checkpoints(parts, tmp_path / "mean.pt")
    state = torch.load(tmp_path / "mean.pt", weights_only=True)
    assert state["network"]["weight"].tolist() == [2.0, 2.0]
    assert state["network"]["count"] == 3
    assert state["history"] == [{"average_of": [[{"recipe": {"seed": 1.0}}], [{"recipe": {"seed": 3.0}}]]}]


def test_other_labels_and_a_single_checkpoint_are_refused(tmp_path: Path) -> None:
    from tools.pack.averaging import average_checkpoints

    one, other = checkpoint(tmp_path / "one.pt", 1.0), checkpoint(tmp_path / "other.pt", 1.0, ("b",))
    with pytest.raises(ValueError, match=r"other.pt was trained with other labels than .*one.pt"):
        average_checkpoints([one, other], tmp_path / "mean.pt")
    with pytest.raises(ValueError, match="two checkpoints"):
        average_checkpoints([one], tmp_path / "mean.pt")
