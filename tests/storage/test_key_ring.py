"""A store that opens by itself: the key ring holds one half, the key file the other."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from falls_app.errors import UserError
from falls_app.storage import by_itself, key_ring
from falls_app.storage.backups import make_backup
from falls_app.storage.by_itself import (
    ask_from_now_on,
    ask_next_time,
    asks_next_time,
    id_on_ring,
    key_by_itself,
    leave_ring,
    let_open_by_itself,
)
from falls_app.storage.key_ring import keep_on_ring, key_on_ring, take_off_ring
from falls_app.storage.keys import Cost, StoreKey, new_keys, read_keys
from falls_app.storage.layout import DATABASE, keys_beside
from falls_app.storage.locking import lock_store, take_lock_off
from falls_app.storage.seal import new_key
from falls_app.storage.store import Store
from falls_app.storage.tries import Tries
from falls_app.storage.unlocked import change_secret, forget_keys, unlock
from tests.memory_ring import MemoryRing, memory_ring

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS, RECOVERY = "a lilac tree by the gate", "code"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryRing]:
    with memory_ring(monkeypatch) as made:
        yield made
    forget_keys()


@pytest.fixture
def locked(tmp_path: Path) -> tuple[Path, StoreKey]:
    folder = tmp_path / "data"
    Store.open(folder, lambda: NOON).close()
    keys, key = new_keys(WORDS, RECOVERY, CHEAP)
    lock_store(folder, keys, key)
    return folder, key


def switch_on(folder: Path, key: StoreKey) -> None:
    wrapping = new_key()
    keep_on_ring(key.id, wrapping)
    let_open_by_itself(folder, key, wrapping)


def test_a_store_opens_by_itself_with_both_halves_and_with_neither_alone(
    ring: MemoryRing, locked: tuple[Path, StoreKey]
) -> None:
    folder, key = locked
    file = keys_beside(folder / DATABASE)
    assert id_on_ring(file) == ""
    switch_on(folder, key)

    assert id_on_ring(file) == key.id
    assert key_by_itself(file) == key
    ((service, name),) = ring.kept
    (word,) = ring.kept.values()
    assert (service, name) == ("Steady Home", key.id)
    assert not {WORDS, RECOVERY, key.for_pages} & {word}
    assert word not in file.read_text()
    assert key.secret not in key_on_ring(key.id)

    keep_on_ring(key.id, new_key())
    with pytest.raises(UserError, match="not on the key ring"):
        key_by_itself(file)
    for odd in ("", "no base 64!", "c2hvcnQ="):
        ring.kept[service, name] = odd
        with pytest.raises(UserError, match="not on the key ring"):
            key_by_itself(file)


def test_another_passphrase_leaves_it_as_it_is_and_switching_it_off_throws_both_halves_away(
    ring: MemoryRing, locked: tuple[Path, StoreKey], tmp_path: Path
) -> None:
    folder, key = locked
    made = make_backup(folder, NOON)
    files = [keys_beside(folder / DATABASE), keys_beside(made.file)]
    switch_on(folder, key)
    ask_next_time(folder)
    change_secret(folder, key, "another one", cost=CHEAP)
    assert [key_by_itself(file) for file in files] == [key, key]

    ask_from_now_on(folder, key.id)
    leave_ring(key.id)

    assert [id_on_ring(file) for file in files] == ["", ""]
    assert ring.kept == {}
    assert not asks_next_time(folder)
    leave_ring(key.id)
    assert unlock(files[0], "another one", Tries(tmp_path / "tries", lambda: NOON)) == key


def test_a_store_whose_lock_is_taken_off_leaves_backups_that_ask(
    ring: MemoryRing, locked: tuple[Path, StoreKey]
) -> None:
    folder, key = locked
    made = make_backup(folder, NOON)
    switch_on(folder, key)

    take_lock_off(folder)

    assert id_on_ring(keys_beside(folder / DATABASE)) == ""
    assert read_keys(keys_beside(made.file)).on_ring is None


def test_a_key_ring_that_is_shut_missing_or_a_plain_file_is_refused_in_a_sentence(
    ring: MemoryRing, locked: tuple[Path, StoreKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, key = locked
    switch_on(folder, key)
    file = keys_beside(folder / DATABASE)
    ring.is_shut = True
    with pytest.raises(UserError, match="did not open"):
        key_by_itself(file)
    leave_ring(key.id)

    monkeypatch.setattr(key_ring, "rings", lambda: iter(()))
    with pytest.raises(UserError, match="no key ring"):
        keep_on_ring(key.id, new_key())
    for work in (key_on_ring, take_off_ring):
        with pytest.raises(UserError, match="no key ring"):
            work(key.id)
    assert len(ring.kept) == 1


def test_what_a_setting_or_a_variable_names_as_key_ring_is_not_even_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "plain_file.py").write_text("Keyring = None")
    settings = tmp_path / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir()
    chosen = "default-keyring=plain_file.Keyring"
    settings.write_text(f"[backend]\n{chosen}\nkeyring-path={tmp_path}\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "plain_file.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.syspath_prepend(tmp_path)

    with suppress(UserError):
        key_on_ring("id")

    assert "plain_file" not in sys.modules


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no bus leads to the ring there")
def test_a_key_ring_behind_a_bus_on_a_network_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.backends.SecretService.Keyring", MemoryRing)
    found = []
    for bus in ("", "unix:path=/run/bus", "unix:path=/run/bus;tcp:host=far,port=1", "autolaunch:"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        found.append(len(list(key_ring.rings())))
    assert found == [1, 1, 0, 0]


def test_a_damaged_key_file_opens_nothing_by_itself(
    ring: MemoryRing, locked: tuple[Path, StoreKey]
) -> None:
    folder, key = locked
    switch_on(folder, key)
    file = keys_beside(folder / DATABASE)
    file.write_bytes(file.read_bytes()[:-40])

    assert id_on_ring(file) == ""
    with pytest.raises(UserError, match="file with the keys"):
        by_itself.key_by_itself(file)
