"""Seals bytes so that only the holder of a key can read them, or change them unnoticed."""

import os

NONCE_LENGTH, KEY_LENGTH = 12, 32
"""In bytes: AES-256-GCM."""


class BrokenSeal(ValueError):  # noqa: N818  # it says what it is: this seal is broken
    """These bytes were sealed with another key or for another place, or were changed."""


def new_key() -> bytes:
    """Return a random key."""
    return os.urandom(KEY_LENGTH)


def seal(key: bytes, clear: bytes, about: str) -> bytes:
    """Return the bytes sealed. ``about`` says what they are: they open for nothing else."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_LENGTH)
    return nonce + AESGCM(key).encrypt(nonce, clear, about.encode())


def unseal(key: bytes, sealed: bytes, about: str) -> bytes:
    """Return the bytes that were sealed. Raises BrokenSeal."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:NONCE_LENGTH], sealed[NONCE_LENGTH:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise BrokenSeal from error
