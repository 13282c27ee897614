"""API keys: `drg_<id>_<secret>`, of which only a hash is kept, in a file beside the archive.

>>> import tempfile
>>> ring = KeyRing(Path(tempfile.mkdtemp()) / "keys.json")
>>> secret = ring.create("notebook", {Scope.READ})
>>> ring.check(secret).name, ring.check(secret + "x")
('notebook', None)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from dragoman.codec import from_json, to_json
from dragoman.errors import ServeError


class Scope(StrEnum):
    """What a key may do; each includes those before it."""

    READ = "read"
    REVIEW = "review"
    WRITE = "write"
    ADMIN = "admin"


_RANK = {scope: rank for rank, scope in enumerate(Scope)}


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as kept: the SHA-256 of its 32 random bytes, never the bytes."""

    key_id: str
    name: str
    scopes: tuple[Scope, ...]
    digest: str
    created: dt.date

    def allows(self, scope: Scope) -> bool:
        """Whether the key may do what ``scope`` covers."""
        return any(_RANK[scope] <= _RANK[own] for own in self.scopes)


@dataclass(frozen=True, slots=True)
class _Kept:
    secret: str
    keys: tuple[ApiKey, ...] = ()


class KeyRing:
    """The keys of one archive, and the secret its cookies and cursors are signed with."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def held(self) -> tuple[ApiKey, ...]:
        """All keys, oldest first."""
        return self._read().keys

    def create(self, name: str, scopes: Iterable[Scope]) -> str:
        """A new key; what is returned is shown once and kept nowhere."""
        key_id, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
        key = ApiKey(key_id, name, tuple(sorted(scopes)), _digest(secret), dt.date.today())
        kept = self._read()
        self._write(replace(kept, keys=(*kept.keys, key)))
        return f"drg_{key_id}_{secret}"

    def revoke(self, key_id: str) -> bool:
        """Take a key away; whether there was one."""
        kept = self._read()
        left = tuple(key for key in kept.keys if key.key_id != key_id)
        self._write(replace(kept, keys=left))
        return len(left) < len(kept.keys)

    def check(self, given: str) -> ApiKey | None:
        """The key that was given, if it is one of ours."""
        prefix, _, rest = given.partition("_")
        key_id, _, secret = rest.partition("_")
        if prefix != "drg":
            return None
        return next(
            (
                key
                for key in self.held()
                if key.key_id == key_id and hmac.compare_digest(key.digest, _digest(secret))
            ),
            None,
        )

    def signing_secret(self) -> str:
        """The secret for cookies and cursors, made on first use where the file can be written."""
        kept = self._read()
        if not self.path.exists():
            try:
                self._write(kept)
            except ServeError:
                return kept.secret  # a read-only place: sessions last as long as the process
        return kept.secret

    def _read(self) -> _Kept:
        try:
            return from_json(self.path.read_bytes(), _Kept)
        except FileNotFoundError:
            return _Kept(secrets.token_urlsafe(32))
        except OSError as error:
            raise ServeError(f"{self.path}: the keys cannot be read: {error.strerror}") from error

    def _write(self, kept: _Kept) -> None:
        scratch = self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}")
        try:
            descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(to_json(kept) + "\n")
            scratch.replace(self.path)
        except OSError as error:
            raise ServeError(f"{self.path}: the keys cannot be written: {error.strerror}") from error


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
