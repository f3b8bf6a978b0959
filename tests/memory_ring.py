"""A key ring that is gone with the test, put in place of the one of this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from falls_app.storage import key_ring


class MemoryRing(KeyringBackend):
    """Keeps what it is given, and nothing while it is shut."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_shut = False
        self.gate = Event()
        """Set while it answers; until then it waits, as for a password of its own."""
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        del self.kept[service, username]

    def _look(self) -> None:
        self.gate.wait(10)
        if self.is_shut:
            raise KeyringLocked


@contextmanager
def memory_ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryRing]:
    """Have a key ring of its own in use."""
    made = MemoryRing()
    monkeypatch.setattr(key_ring, "rings", lambda: iter([made]))
    yield made
