"""The key ring of this computer: where the system keeps the passwords of who is signed in.

A store that opens by itself has a random key there, which wraps the store's own key in the key
file: neither opens anything without the other. No passphrase is ever put there. What keeps a
password in a plain file is no key ring: only those of the systems themselves are used. They are
named here, since the library would load whatever a variable, a setting or a package names.
"""

import os
import sys
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from falls_app.errors import UserError, sentences
from falls_app.storage.seal import KEY_LENGTH

NAME = "Steady Home"
"""The name of our entries; beside it stands the id of a store's key, and nothing else."""

NO_RING = sentences(
    "This computer has no key ring that Steady Home can use.",
    "Your passphrase opens your answers, as before.",
)
RING_SHUT = sentences(
    "The key ring of this computer did not open.",
    "Your passphrase opens your answers, as before.",
)
NOT_ON_RING = sentences(
    "The key of your answers is not on the key ring of this computer.",
    "Type your passphrase. To use the key ring again, switch it off and on in the settings.",
)


def keep_on_ring(key_id: str, wrapping: bytes) -> None:
    """Put a key on the ring, in place of an older one of the same store.

    May wait until somebody has opened the ring. Raises UserError if that cannot be.
    """
    with _told():
        _ring().set_password(NAME, key_id, b64encode(wrapping).decode())


def key_on_ring(key_id: str) -> bytes:
    """Return the key that was put on the ring for a store. As for ``keep_on_ring``."""
    with _told():
        kept = _ring().get_password(NAME, key_id)
    try:
        wrapping = b64decode(kept or "", validate=True)
    except (NoBase64, ValueError) as error:
        raise UserError(*NOT_ON_RING) from error
    if len(wrapping) != KEY_LENGTH:
        raise UserError(*NOT_ON_RING)
    return wrapping


def take_off_ring(key_id: str) -> None:
    """Take the key of a store off the ring, if it is there. As for ``keep_on_ring``."""
    with _told():
        ring = _ring()
        if ring.get_password(NAME, key_id) is not None:
            ring.delete_password(NAME, key_id)


def rings() -> Iterator[Any]:
    """Yield the key rings of this system that we trust and that can be used."""
    if not _is_near(os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")):
        return
    from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

    kinds = (
        SecretService.Keyring, libsecret.Keyring, kwallet.DBusKeyring, kwallet.DBusKeyringKWallet4,
        macOS.Keyring, Windows.WinVaultKeyring,
    )  # fmt: skip
    for kind in kinds:
        if kind.viable:
            yield kind()


def _is_near(bus: str) -> bool:
    """Return whether the addresses of a bus, if one leads to the ring, are files of this computer.

    One on a network would see our keys, and one that has to be started is no ring of who works.
    """
    has_bus = sys.platform not in ("win32", "darwin")
    return not has_bus or all(each.startswith("unix:") for each in bus.split(";") if each)


def _ring() -> Any:
    """Return the key ring of this system. Raises UserError if it has none of those we trust."""
    best = max(rings(), key=attrgetter("priority"), default=None)
    if best is None:
        raise UserError(*NO_RING)
    return best


@contextmanager
def _told() -> Iterator[None]:
    """Raise all trouble as a UserError: each system's key ring has errors of its own."""
    try:
        yield
    except UserError:
        raise
    except ImportError as error:
        raise UserError(*NO_RING) from error
    except Exception as error:
        raise UserError(*RING_SHUT) from error
