import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.language.packs import PARTS, PROTOCOL, open_pack

LABELS = {
    "upos": ["NOUN"],
    "xpos": ["NN"],
    "relations": ["root"],
    "names": ["O"],
    "arc_temperature": 1,
    "name_temperature": 2,
}


def write_pack(path: Path, *, protocol: int = PROTOCOL, without: str = "", changed: str = "") -> Path:
    parts = dict.fromkeys(PARTS, b"{}") | {"labels.json": json.dumps(LABELS).encode()}
    checksums = {name: hashlib.sha256(blob).hexdigest() for name, blob in parts.items()}
    manifest = {"name": "test-1", "protocol": protocol, "sha256": checksums}
    with zipfile.ZipFile(path, "w") as archive:
        for name, blob in {"manifest.json": json.dumps(manifest).encode(), **parts}.items():
            if name != without:
                archive.writestr(name, blob + b" " if name == changed else blob)
    return path


def test_a_sound_pack_is_read(tmp_path: Path) -> None:
    pack = open_pack(write_pack(tmp_path / "test-1.pack"))
    assert (pack.name, pack.labels.names, pack.labels.name_temperature) == ("test-1", ("O",), 2.0)


def test_another_protocol_is_refused(tmp_path: Path) -> None:
    path = write_pack(tmp_path / "new.pack", protocol=PROTOCOL + 1)
    with pytest.raises(PackError, match=f"speaks protocol {PROTOCOL + 1}"):
        open_pack(path)


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such language pack"):
        open_pack(tmp_path / "none.pack")


@pytest.mark.parametrize("name", [*PARTS, "manifest.json"])
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackError, match=name):
        open_pack(write_pack(tmp_path / "x.pack", without=name))


@pytest.mark.parametrize("name", PARTS)
def test_a_changed_part_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackError, match=f"{name} has sha256"):
        open_pack(write_pack(tmp_path / "x.pack", changed=name))


def test_a_file_that_is_no_zip_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x.pack"
    path.write_bytes(b"nothing")
    with pytest.raises(PackError, match="damaged"):
        open_pack(path)
