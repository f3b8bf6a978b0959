"""The key file of a locked store: its random key, wrapped twice or three times.

Once by the passphrase and once by the recovery key, each made into a key by Argon2id (RFC 9106).
Once more, if the user wants that, by a random key on the key ring of the computer.
What it costs to try a passphrase is written in the file, so that a later version can raise it.
Whoever changes the passphrase changes this file alone: the store's key stays.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from falls_app.errors import UserError, sentences
from falls_app.storage.durable import write_file
from falls_app.storage.seal import KEY_LENGTH, BrokenSeal, new_key, seal, unseal
from falls_app.storage.trouble import BROKEN_KEYS, NEWER_UNREAD, StoreError

VERSION = 1

SHORTEST = 8
"""Signs that a passphrase has at least."""
TOO_SHORT = sentences(
    "This passphrase is too short.",
    "Use 8 signs or more. Four words that do not belong together are easy to keep in mind.",
)

_SALT_LENGTH, _SHORTEST_SALT = 16, 8
_LARGEST_FILE = 16 * 1024
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 192 * 1024, 16, 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What a try costs: memory in KiB, how often it is gone through, how many go side by side."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


USUAL_COST = Cost()


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of a store. ``id`` names it; two stores with one id have one key."""

    id: str
    secret: bytes = field(repr=False)

    @property
    def for_pages(self) -> str:
        """What the pages of the database are locked with, in hexadecimal digits."""
        return self.secret.hex()

    def seal(self, clear: bytes, about: str) -> bytes:
        """Return bytes sealed with this key."""
        return seal(self.secret, clear, about)

    def unseal(self, sealed: bytes, about: str) -> bytes:
        """Return the bytes that were sealed. Raises BrokenSeal."""
        return unseal(self.secret, sealed, about)


@dataclass(frozen=True, slots=True)
class Wrap:
    """The store's key, sealed by a secret that somebody knows."""

    cost: Cost
    salt: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says. ``wraps`` by the kind of secret: "passphrase", "recovery".

    ``on_ring`` is sealed by a key on the key ring of the computer, None if it has none.
    """

    id: str
    wraps: Mapping[str, Wrap]
    on_ring: bytes | None = None

    def opened_by(self, secret: str, kind: str = "passphrase") -> StoreKey | None:
        """Return the store's key, None if this is not the secret. Slow: a tenth of a second."""
        wrap = self.wraps[kind]
        key = _key_from(secret, wrap.salt, wrap.cost)
        try:
            return StoreKey(self.id, unseal(key, wrap.sealed, _about(self.id, kind)))
        except BrokenSeal:
            return None

    def opened_by_ring(self, wrapping: bytes) -> StoreKey | None:
        """Return the store's key, None if this is not the key of the ring that opens it."""
        try:
            return StoreKey(self.id, unseal(wrapping, self.on_ring or b"", _about(self.id, "ring")))
        except BrokenSeal:
            return None

    def with_ring(self, key: StoreKey, wrapping: bytes) -> "KeyFile":
        """Return the file with this key of the ring in place of an older one."""
        return replace(self, on_ring=seal(wrapping, key.secret, _about(self.id, "ring")))

    def with_secret(
        self, key: StoreKey, secret: str, kind: str = "passphrase", cost: Cost = USUAL_COST
    ) -> "KeyFile":
        """Return the file with this secret in place of the one of its kind."""
        salt = os.urandom(_SALT_LENGTH)
        wrapping = _key_from(secret, salt, cost)
        wrap = Wrap(cost, salt, seal(wrapping, key.secret, _about(self.id, kind)))
        return replace(self, wraps={**self.wraps, kind: wrap})


def refuse_weak(passphrase: str) -> None:
    """Raise UserError if a passphrase is so short that a computer finds it by trying."""
    if len(passphrase.strip()) < SHORTEST:
        raise UserError(*TOO_SHORT)


def new_keys(
    passphrase: str, recovery_key: str, cost: Cost = USUAL_COST
) -> tuple[KeyFile, StoreKey]:
    """Return a key file for a store that is locked now, and its key."""
    key = StoreKey(os.urandom(16).hex(), new_key())
    file = KeyFile(key.id, {}).with_secret(key, passphrase, cost=cost)
    return file.with_secret(key, recovery_key, "recovery", cost), key


def read_keys(path: Path) -> KeyFile:
    """Return what a key file says. StoreError if it is damaged or of a newer program."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise StoreError(*BROKEN_KEYS)
        said = json.loads(path.read_bytes())
        if type(said["version"]) is int and said["version"] > VERSION:
            raise StoreError(*NEWER_UNREAD)
        if said["version"] != VERSION or said.pop("sum") != _sum(said):
            raise StoreError(*BROKEN_KEYS)
        wraps = {kind: _wrap(said[kind]) for kind in ("passphrase", "recovery")}
        on_ring = b64decode(said["ring"]) if "ring" in said else None
        if type(said["id"]) is not str:
            raise StoreError(*BROKEN_KEYS)
        return KeyFile(said["id"], wraps, on_ring)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError(*BROKEN_KEYS) from error


def write_keys(path: Path, keys: KeyFile) -> None:
    """Write a key file. On the disk when it returns; the old one stays if that cannot be."""
    said: dict[str, Any] = {"version": VERSION, "id": keys.id}
    for kind, wrap in keys.wraps.items():
        said[kind] = {
            "argon2id": asdict(wrap.cost),
            "salt": b64encode(wrap.salt).decode(),
            "wrapped": b64encode(wrap.sealed).decode(),
        }
    if keys.on_ring is not None:
        said["ring"] = b64encode(keys.on_ring).decode()
    said["sum"] = _sum(said)
    write_file(path, json.dumps(said, indent=1).encode())


def _wrap(said: Any) -> Wrap:
    cost = Cost(**said["argon2id"])
    most = (_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES)
    for value, limit in zip((cost.memory_kib, cost.passes, cost.lanes), most, strict=True):
        if type(value) is not int or not 0 < value <= limit:
            raise ValueError("no cost that a computer can pay")
    if cost.memory_kib < 8 * cost.lanes:
        raise ValueError("too little memory for so many lanes")
    salt = b64decode(said["salt"])
    if len(salt) < _SHORTEST_SALT:
        raise ValueError("too little salt for Argon2id")
    return Wrap(cost, salt, b64decode(said["wrapped"]))


def _key_from(secret: str, salt: bytes, cost: Cost) -> bytes:
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same letters can be written in two ways; computers do not agree on one.
    words = unicodedata.normalize("NFC", secret).encode()
    slow = Argon2id(
        salt=salt, length=KEY_LENGTH, iterations=cost.passes, lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )  # fmt: skip
    return slow.derive(words)


def _about(key_id: str, kind: str) -> str:
    return f"Steady Home store key {VERSION} {key_id} {kind}"


def _sum(said: Mapping[str, Any]) -> str:
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
