"""Training of the act network, and what it gets right of the passages held out."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.engagements.spots import PLACE
from dragoman.language.act_network import distance_of
from tools.acts.network import ActNetwork, words_of
from tools.acts.windows import EITHER, FIRST, SECOND, Act, Window
from tools.pack.network import HIDDEN

log = logging.getLogger(__name__)

BATCH, LAYER_RATE, HEAD_RATE, WARM_UP, CLIP = 16, 2e-4, 1e-3, 0.06, 2.0
ALONE, HIDDEN_TYPES = 0.35, 0.15
"""How often a sentence is shown without those before it, and a mention without its type."""
_BUCKET = 20 * BATCH


@dataclass(frozen=True, slots=True)
class Quality:
    """Of held-out windows: acts found, their precision, kinds right among the found; sides found, their precision."""

    acts: int
    recall: float
    precision: float
    kinds: float
    side_recall: float
    side_precision: float


def train(
    network: ActNetwork, windows: Sequence[Window], epochs: float, seed: int = 1, rate: float = 1.0
) -> None:
    """Trains on all windows that are not held out, on one thread; a trained network goes on at a lower ``rate``."""
    chance = random.Random(seed)
    torch.set_num_threads(1)  # two threads are no faster
    rows = [window for window in windows if not window.held_out]
    steps = int(epochs * len(rows) / BATCH)
    layers = [p for name, p in network.named_parameters() if name.startswith("layers.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    rates = (rate * LAYER_RATE, rate * HEAD_RATE)
    groups = [{"params": group, "lr": own} for group, own in zip((layers, heads), rates, strict=True)]
    descent = torch.optim.AdamW(groups, weight_decay=0.01)
    network.train()
    for step, batch in enumerate(_batches(rows, steps, chance)):
        share = min(1.0, (step + 1) / (WARM_UP * steps + 1)) * max(0.02, 1 - step / steps)
        for group, own in zip(descent.param_groups, rates, strict=True):
            group["lr"] = own * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = _loss(network, batch, chance)
        descent.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        descent.step()
        if step % 100 == 0:
            log.info("step %d of %d: loss %.2f", step, steps, loss.item())


def _batches(rows: list[Window], steps: int, chance: random.Random) -> list[list[Window]]:
    """Batches of windows of like length, in chance order, passage after passage."""
    batches: list[list[Window]] = []
    while len(batches) < steps:
        order = chance.sample(rows, len(rows))
        round_: list[list[Window]] = []
        for start in range(0, len(order), _BUCKET):
            alike = sorted(order[start : start + _BUCKET], key=_size)
            round_.extend(alike[at : at + BATCH] for at in range(0, len(alike), BATCH))
        chance.shuffle(round_)
        batches.extend(round_)
    shortened = batches[:steps]
    return [[one.alone() if chance.random() < ALONE else one for one in batch] for batch in shortened]


def _size(window: Window) -> int:
    return sum(len(state.vectors) for state in window.states)


def _collate(batch: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor, list[list[int]]]:
    """States, mask, sentences back and first subwords of a batch, and the first word of each sentence."""
    length = max(map(_size, batch))
    words = max(sum(len(state.first) for state in one.states) for one in batch)
    states = torch.zeros(len(batch), length, HIDDEN)
    mask, back = torch.zeros(len(batch), length), torch.zeros(len(batch), length, dtype=torch.long)
    first, starts = torch.zeros(len(batch), words, dtype=torch.long), []
    for row, window in enumerate(batch):
        at = word = 0
        begun = []
        for number, state in enumerate(window.states):
            end, last = at + len(state.vectors), word + len(state.first)
            states[row, at:end] = torch.from_numpy(state.vectors)
            mask[row, at:end], back[row, at:end] = 1, len(window.states) - 1 - number
            first[row, word:last] = torch.from_numpy(state.first) + at
            begun.append(word)
            at, word = end, last
        starts.append(begun)
    return states, mask, back, first, starts


def _loss(network: ActNetwork, batch: Sequence[Window], chance: random.Random) -> Tensor:
    *fed, starts = _collate(batch)
    kinds, words = network(*fed)
    asked, told, weights = [], [], []
    for row, window in enumerate(batch):
        acts = {act.trigger: act.kind for act in window.acts}
        for word in range(window.words):
            if word in acts or word not in window.silent:
                asked.append((row, starts[row][-1] + word))
                told.append(acts.get(word, 0))
                weights.append(window.weight)
    at = torch.tensor(asked)
    losses = functional.cross_entropy(kinds[at[:, 0], at[:, 1]].float(), torch.tensor(told), reduction="none")
    loss = (losses * torch.tensor(weights)).sum()
    pairs = [
        (row, window, act, [n for n in range(len(window.spots)) if n not in act.free])
        for row, window in enumerate(batch)
        for act in window.acts
    ]
    for row, window, act, numbers in pairs:
        if numbers:
            scores = _role_scores(network, words[row], window, act, starts[row], numbers, chance)
            labels = torch.tensor([act.roles.get(number, 0) for number in numbers])
            loss = loss + window.weight * _role_loss(scores, labels)
    whole: Tensor = loss / len(batch)
    return whole


def _role_scores(
    network: ActNetwork,
    words: Tensor,
    window: Window,
    act: Act,
    starts: Sequence[int],
    numbers: Sequence[int],
    chance: random.Random | None = None,
) -> Tensor:
    spots = [window.spots[number] for number in numbers]
    at = starts[-1] + act.trigger
    firsts = [starts[spot.sentence] + spot.first for spot in spots]
    lasts = [starts[spot.sentence] + spot.last - 1 for spot in spots]
    hidden = [chance is not None and spot.type < PLACE and chance.random() < HIDDEN_TYPES for spot in spots]
    distances = [distance_of(at, first, last) for first, last in zip(firsts, lasts, strict=True)]
    scores: Tensor = network.roles(
        words[at].expand(len(spots), -1),
        torch.cat([words[firsts], words[lasts]], -1),
        torch.full((len(spots),), act.kind),
        torch.tensor([0 if hide else spot.type for spot, hide in zip(spots, hidden, strict=True)]),
        torch.tensor(distances),
        torch.tensor([len(starts) - 1 - spot.sentence for spot in spots]),
    )
    return scores


def _role_loss(scores: Tensor, labels: Tensor) -> Tensor:
    logs = functional.log_softmax(scores.float(), -1)
    either = torch.logaddexp(logs[:, FIRST], logs[:, SECOND])
    told = logs.gather(1, labels.clamp(max=EITHER - 1).unsqueeze(1)).squeeze(1)
    return -torch.where(labels == EITHER, either, told).sum()


def train_hint(network: ActNetwork, windows: Sequence[Window], epochs: int = 5, seed: int = 1) -> None:
    """Teaches the hint what the trained network makes of the last sentences of the windows."""
    seen = list(_seen(network, [window for window in windows if not window.held_out]))
    chance = random.Random(seed)
    descent = torch.optim.AdamW(network.hint.parameters(), lr=2e-3, weight_decay=0.01)
    for _ in range(epochs):
        chance.shuffle(seen)
        for at in range(0, len(seen), 2 * BATCH):
            batch = seen[at : at + 2 * BATCH]
            hints = network.hint(torch.cat([words for words, _ in batch])).squeeze(-1)
            shares = torch.cat([share for _, share in batch])
            loss = functional.binary_cross_entropy_with_logits(hints, shares)
            descent.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            descent.step()


def hint_least(
    network: ActNetwork, windows: Sequence[Window], act_least: float, kept: float
) -> tuple[float, float]:
    """The hint from which sentences are looked at, to keep a share of those with an act; and the share looked at."""
    hints, telling = [], []
    with torch.no_grad():
        for words, shares in _seen(network, windows):
            hints.append(float(network.hint(words).max()))
            telling.append(float(shares.max()) >= act_least)
    told = sorted(hint for hint, tells in zip(hints, telling, strict=True) if tells)
    least = told[int((1 - kept) * len(told))]
    return least, sum(hint >= least for hint in hints) / len(hints)


def _seen(network: ActNetwork, windows: Sequence[Window]) -> Iterator[tuple[Tensor, Tensor]]:
    """Of each window's last sentence the states of the words, and the probability that each tells an act; in any order."""
    network.eval()
    alike = sorted(windows, key=_size)
    for start in range(0, len(alike), 2 * BATCH):
        batch = alike[start : start + 2 * BATCH]
        states, mask, back, first, starts = _collate(batch)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            kinds, _ = network(states, mask, back, first)
        words, shares = words_of(states, first), 1 - kinds.float().softmax(-1)[..., 0]
        for row, window in enumerate(batch):
            own = slice(starts[row][-1], starts[row][-1] + window.words)
            yield words[row, own].clone(), shares[row, own].clone()


@torch.no_grad()
def measure(network: ActNetwork, windows: Sequence[Window], act_least: float, side_least: float) -> Quality:
    """What the network gets right of the windows held out, sides given the acts."""
    network.eval()
    found = false = right = acts = sides = named = wrong = 0
    for window in (one for one in windows if one.held_out):
        *fed, starts = _collate([window])
        kinds, words = network(*fed)
        shares = kinds[0, starts[0][-1] :].softmax(-1)
        gold = {act.trigger: act for act in window.acts}
        acts += len(gold)
        for word in range(window.words):
            if 1 - float(shares[word, 0]) < act_least:
                continue
            if word in gold:
                found += 1
                right += int(shares[word, 1:].argmax()) + 1 == gold[word].kind
            elif word not in window.silent:
                false += 1
        for act in window.acts:
            numbers = [n for n, s in enumerate(window.spots) if s.type < PLACE and n not in act.free]
            if not numbers:
                continue
            scores = _role_scores(network, words[0], window, act, starts[0], numbers).softmax(-1)
            for number, score in zip(numbers, scores, strict=True):
                wanted = act.roles.get(number, 0) in {FIRST, SECOND, EITHER}
                given = float(score[FIRST] + score[SECOND]) > side_least
                sides, named, wrong = (
                    sides + wanted,
                    named + (wanted and given),
                    wrong + (given and not wanted),
                )
    return Quality(
        acts,
        found / max(1, acts),
        found / max(1, found + false),
        right / max(1, found),
        named / max(1, sides),
        named / max(1, named + wrong),
    )
