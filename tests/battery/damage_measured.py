"""What looking through a damaged store and saving what is left take: seconds and memory."""

import random

from falls_app.storage.layout import DATABASE
from tests.battery import damage, locked
from tests.battery.caseload import fill
from tests.battery.diary import STORE, opened
from tests.battery.harm import KINDS
from tests.battery.place import quick_folder
from tests.battery.watched import LONGEST_S, MOST_MB, Outcome, watch

COUNT = 60
HOMES = 2_000
"""Homes of the larger one of the two stores: a practice of some years."""


def large() -> bytes:
    """Return the file of a store with many homes."""
    with quick_folder() as folder:
        if locked.is_on():
            locked.lock(folder / STORE)
        store = opened(folder)
        fill(store, HOMES)
        store.close()
        return (folder / STORE / DATABASE).read_bytes()


def outcomes(file: bytes, number: int) -> tuple[Outcome, Outcome]:
    """Damage a store in the way that this number stands for; check it, then repair it."""
    data = bytearray(file)
    list(KINDS.values())[number % len(KINDS)](data, random.Random(number))
    with quick_folder() as folder:
        store, new = folder / STORE, folder / "new"
        store.mkdir(parents=True)
        (store / DATABASE).write_bytes(data)
        locked.give_keys(store)
        passphrase = folder / "passphrase"
        passphrase.write_text(locked.PASSPHRASE)
        more = {"STEADY_HOME_PASSPHRASE_FILE": str(passphrase)} if locked.is_on() else {}
        checked = watch(folder, "self-check", store, writable=folder / "nowhere", **more)
        return checked, watch(folder, "repair", store, "-o", new, writable=new, **more)


def said(count: int) -> bool:
    """Print what so many took; return whether each was quick, small and said a sentence."""
    fine, kind = True, "locked and " if locked.is_on() else ""
    for name, file in (("6 homes", damage.truth().file), (f"{HOMES} homes", large())):
        pairs = [outcomes(file, number) for number in range(count)]
        for what, found in zip(("self-check", "repair"), zip(*pairs, strict=True), strict=True):
            trouble = [each.trouble for each in found if each.trouble]
            fine &= not trouble
            print(
                f"damage: {what} of {count} {kind}damaged stores with {name} ({len(file) / 1e6:.1f} MB): "
                f"at most {max(each.seconds for each in found):.1f} s of {LONGEST_S} and "
                f"{max(each.megabytes for each in found):.0f} MB of {MOST_MB}, {len(trouble)} wrong"
            )
            for words in trouble[:5]:
                print(f"    {words}")
    return fine
