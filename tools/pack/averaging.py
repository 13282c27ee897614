"""Several checkpoints of one base to one: the mean of their weights (Wortsman et al. 2022, "Model soups").

Networks trained on from one checkpoint, with other data, rates or seeds, err in different places; their mean costs
nothing to run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from tools.pack.train import history_of


def average_checkpoints(paths: Sequence[Path], output: Path) -> None:
    """Writes the mean of the networks to ``output``; its history names the stages of each.

    Raises:
        ValueError: if there are fewer than two, or they were trained with different labels.
    """
    if len(paths) < 2:
        raise ValueError(f"an average needs two checkpoints or more, not {len(paths)}")
    states: list[dict[str, Any]] = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    for path, state in zip(paths, states, strict=True):
        if state["inventory"] != states[0]["inventory"]:
            raise ValueError(f"{path} was trained with other labels than {paths[0]}")
    networks: list[dict[str, Tensor]] = [state["network"] for state in states]
    averaged = {name: _mean([network[name] for network in networks]) for name in networks[0]}
    history = [{"average_of": [history_of(state) for state in states]}]
    output.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": averaged, "inventory": states[0]["inventory"], "history": history}, output)


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    first = tensors[0]
    if not first.is_floating_point():
        return first
    return torch.stack([tensor.float() for tensor in tensors]).mean(0).to(first.dtype)
