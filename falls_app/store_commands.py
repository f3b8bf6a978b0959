"""The commands about the store: list, check, back up, bring back, save what is left."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from falls_app import paths
from falls_app.cases import load_case, note
from falls_app.passphrase_file import named_passphrase
from falls_app.storage.access import What

CASE = "a case file (.json), the id of a home in your list, or: sample"


def add_to(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands; ``add`` takes a name and a help text and returns the command's parser."""
    add("cases", help="print the homes in your list as JSON").set_defaults(command=_cases)

    answers = add("answers", help="print the answers of the latest walk as JSON")
    answers.add_argument("case", metavar="CASE", help=CASE)
    answers.set_defaults(command=_answers)

    check = add("self-check", help="look whether all answers are as they were written")
    check.add_argument("store", metavar="STORE", nargs="?", type=Path, help="a folder or a file")
    check.set_defaults(command=_self_check)

    backup = add("backup", help="make a backup and print its file")
    backup.set_defaults(command=_backup)

    restore = add("restore", help="bring a backup back; the answers until now are kept aside")
    restore.add_argument("file", metavar="FILE", type=Path)
    restore.set_defaults(command=_restore)

    lock = add("lock", help="lock all answers with the passphrase in a file; print the other key")
    lock.add_argument("--off", action="store_true", help="take the lock off")
    lock.set_defaults(command=_lock)

    repair = add("repair", help="save what can be read of a damaged store")
    repair.add_argument("store", metavar="STORE", type=Path, help="a folder or a file")
    repair.add_argument("-o", "--output", required=True, type=Path, metavar="NEW")
    repair.set_defaults(command=_repair)


def _cases(_chosen: argparse.Namespace) -> None:
    from falls_app.storage.looking import list_cases

    store = paths.user_data()
    _print_json([asdict(each) for each in list_cases(store)] if _has_answers(store) else [])


def _answers(chosen: argparse.Namespace) -> None:
    from falls_app.storage.case_file import answers_form

    walk = load_case(chosen.case).assessment
    note(chosen.case, What.OPENED)
    _print_json([] if walk is None else answers_form(walk))


def _self_check(chosen: argparse.Namespace) -> None:
    from falls_app.storage.looking import check_store

    store = chosen.store or paths.user_data()
    if chosen.store is None and not _has_answers(store):
        print("No answers are kept yet.")
        return
    check_store(store)
    print("All answers are as they were written.")


def _backup(_chosen: argparse.Namespace) -> None:
    from falls_app.storage.backups import make_backup

    print(make_backup(paths.user_data(), datetime.now(UTC)).file)


def _restore(chosen: argparse.Namespace) -> None:
    from falls_app.storage.restoring import restore

    kept = restore(chosen.file, paths.user_data(), datetime.now(UTC))
    print("The backup is back.", *([f"What was there before is in “{kept}”."] if kept else []))


def _repair(chosen: argparse.Namespace) -> None:
    from falls_app.storage.repair import repair

    for sentence in repair(chosen.store, chosen.output):
        print(sentence)


def _lock(chosen: argparse.Namespace) -> None:
    from falls_app.storage.by_itself import id_on_ring, leave_ring
    from falls_app.storage.layout import DATABASE, keys_beside
    from falls_app.storage.locking import take_lock_off
    from falls_app.storage.store import Store

    folder = paths.user_data()
    # Brought up to date, and finished what was begun.
    Store.open(folder, _now).close()
    if chosen.off:
        on_ring = id_on_ring(keys_beside(folder / DATABASE))
        take_lock_off(folder)
        if on_ring:
            leave_ring(on_ring)
        said = "The lock is off."
    else:
        said = _locked(folder)
    store = Store.open(folder, _now)
    store.access.note(What.UNLOCKED if chosen.off else What.LOCKED)
    store.close()
    print(said)


def _now() -> datetime:
    return datetime.now(UTC)


def _locked(folder: Path) -> str:
    """Lock a store and return what there is to say: the recovery key, what stays in clear."""
    from falls_app.storage.keys import new_keys, refuse_weak
    from falls_app.storage.locking import clear_copies, lock_store
    from falls_app.storage.recovery_key import new_recovery_key

    passphrase, code = named_passphrase(), new_recovery_key()
    refuse_weak(passphrase)
    lock_store(folder, *new_keys(passphrase, code))
    lines = [f"The answers are locked. Recovery key, to keep on paper: {code}"]
    lines += [f"Still in clear: {file}" for file in clear_copies(folder)]
    return "\n".join(lines)


def _has_answers(store: Path) -> bool:
    """Return whether this user has a store, or had one: a first start has nothing yet."""
    return store.is_dir() and any(store.iterdir())


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
