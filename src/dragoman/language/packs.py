"""Opens a language pack: one zip file with the networks, the vocabulary, the labels and a manifest.

A released pack is never edited: the next number follows it. A pack names its protocol, the way its networks are
fed and read, and is refused under another.
"""

from __future__ import annotations

import functools
import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import PackError

PROTOCOL = 1
DEFAULT_PACK = Path(__file__).parent / "packs" / "en-news-1.pack"
DEFAULT_ACT_PACK = Path(__file__).parent / "packs" / "en-acts-2.pack"

MANIFEST = "manifest.json"
PARTS = ("tagger.onnx", "relations.onnx", "tokenizer.json", "labels.json", "lemmas.json")
ACT_PARTS = ("states.onnx", "acts.onnx", "roles.onnx", "hint.onnx", "labels.json")


@dataclass(frozen=True, slots=True)
class Labels:
    """What the outputs of the heads mean, and the temperatures that make their probabilities honest."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    arc_temperature: float
    name_temperature: float


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack. ``manifest`` tells name, data, licences, scores; the networks are ONNX bytes."""

    path: Path
    manifest: Mapping[str, Any]
    labels: Labels
    tagger: bytes
    relations: bytes
    tokenizer: str
    lemmas: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The pack's name and number, e.g. ``en-news-1``."""
        return str(self.manifest["name"])


@dataclass(frozen=True, slots=True)
class ActPack:
    """A checked pack of the network that finds acts and their sides on top of a language pack's tagger.

    ``states`` is appended to the tagger's bytes (protocol buffers that stand behind each other are read as one) and
    makes the states behind one of its layers an output. ``kinds`` and ``roles`` are what the outputs mean, the first of each
    "none"; an act is taken from the probability ``act_threshold`` on, a side from ``side_threshold`` on. Sentences whose
    hint is below ``hint_threshold`` are not worth a look.
    """

    path: Path
    manifest: Mapping[str, Any]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    act_threshold: float
    side_threshold: float
    hint_threshold: float
    states: bytes
    acts: bytes
    role_network: bytes
    hint: bytes

    def fits(self, pack: Pack) -> bool:
        """Whether it was trained on the tagger of ``pack``."""
        return bool(self.manifest.get("tagger_sha256") == pack.manifest["sha256"]["tagger.onnx"])


@functools.cache
def shipped_act_pack() -> ActPack:
    """The act pack the package ships, read and checked once per process. Raises PackError as `open_act_pack` does."""
    return open_act_pack()


def open_act_pack(path: Path | None = None) -> ActPack:
    """Reads and checks the act pack at ``path``, by default the one the package ships.

    Raises:
        PackError: if the file is missing or damaged, or speaks another protocol than ``PROTOCOL``.
    """
    path = DEFAULT_ACT_PACK if path is None else path
    manifest, parts = _read_pack(path, ACT_PARTS)
    labels = _Fields(path, parts["labels.json"])
    return ActPack(
        path=path,
        manifest=manifest,
        kinds=tuple(labels["kinds"]),
        roles=tuple(labels["roles"]),
        act_threshold=float(labels["act_threshold"]),
        side_threshold=float(labels["side_threshold"]),
        hint_threshold=float(labels["hint_threshold"]),
        states=parts["states.onnx"],
        acts=parts["acts.onnx"],
        role_network=parts["roles.onnx"],
        hint=parts["hint.onnx"],
    )


def open_pack(path: Path | None = None) -> Pack:
    """Reads and checks the pack at ``path``, by default the one the package ships.

    Raises:
        PackError: if the file is missing or damaged, or speaks another protocol than ``PROTOCOL``.
    """
    path = DEFAULT_PACK if path is None else path
    manifest, parts = _read_pack(path, PARTS)
    return Pack(
        path=path,
        manifest=manifest,
        labels=_read_labels(path, parts["labels.json"]),
        tagger=parts["tagger.onnx"],
        relations=parts["relations.onnx"],
        tokenizer=parts["tokenizer.json"].decode(),
        lemmas=json.loads(parts["lemmas.json"]),
    )


def _read_pack(path: Path, names: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, bytes]]:
    if not path.is_file():
        raise PackError(f"{path}: no such language pack; reinstall dragoman or name another pack")
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _read_manifest(path, archive)
            return manifest, {name: _read_part(path, archive, manifest, name) for name in names}
    except zipfile.BadZipFile as error:
        raise PackError(f"{path}: damaged ({error}); reinstall dragoman or fetch the pack again") from error


def _read_manifest(path: Path, archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest = json.loads(archive.read(MANIFEST))
    except (KeyError, ValueError) as error:
        raise PackError(f"{path}: damaged, its {MANIFEST} is missing or no JSON") from error
    if not isinstance(manifest, dict) or manifest.get("protocol") != PROTOCOL:
        found = manifest.get("protocol") if isinstance(manifest, dict) else None
        raise PackError(
            f"{path}: speaks protocol {found}, this version of dragoman reads protocol {PROTOCOL}"
        )
    return manifest


def _read_part(path: Path, archive: zipfile.ZipFile, manifest: dict[str, Any], name: str) -> bytes:
    try:
        blob = archive.read(name)
    except KeyError as error:
        raise PackError(f"{path}: damaged, {name} is missing") from error
    expected = manifest.get("sha256", {}).get(name)
    found = hashlib.sha256(blob).hexdigest()
    if found != expected:
        raise PackError(f"{path}: damaged, {name} has sha256 {found}, its manifest says {expected}")
    return blob


def _read_labels(path: Path, blob: bytes) -> Labels:
    fields = _Fields(path, blob)
    return Labels(
        upos=tuple(fields["upos"]),
        xpos=tuple(fields["xpos"]),
        relations=tuple(fields["relations"]),
        names=tuple(fields["names"]),
        arc_temperature=float(fields["arc_temperature"]),
        name_temperature=float(fields["name_temperature"]),
    )


class _Fields:
    """The fields of a pack's ``labels.json``; asking for a missing one says that the pack is damaged."""

    def __init__(self, path: Path, blob: bytes) -> None:
        self._path, self._fields = path, json.loads(blob)

    def __getitem__(self, name: str) -> Any:
        try:
            return self._fields[name]
        except KeyError as error:
            raise PackError(f"{self._path}: damaged, labels.json has no {error}") from error
