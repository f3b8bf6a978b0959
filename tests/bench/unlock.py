"""How long a locked store takes to open."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.bench.timing import CHECKOUT


def unlock(rounds: int = 9) -> None:
    """From the passphrase to a store that is open and a home that is read; the first time counts.

    The key is worked out at its real cost, and the modules for it are loaded in the first round.
    """
    from falls_app.cases import sample_case
    from falls_app.storage.keys import read_keys
    from falls_app.storage.layout import DATABASE, keys_beside
    from falls_app.storage.store import Store
    from falls_app.storage.tries import Tries
    from falls_app.storage.unlocked import forget_keys
    from falls_app.storage.unlocked import unlock as opened_by

    words = "a lilac tree by the gate"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = f"from tests.bench.locked import lock; from pathlib import Path; lock(Path({name!r}) / 'store')"
        place = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        subprocess.run([sys.executable, "-c", script], check=True, env=place)
        file = keys_beside(folder / "store" / DATABASE)
        times = []
        for number in range(rounds):
            forget_keys()
            begin = time.perf_counter()
            opened_by(file, words, Tries(folder / "tries", lambda: datetime.now(UTC)))
            store = Store.open(folder / "store", lambda: datetime.now(UTC))
            if number:
                store.load(store.cases()[0].id)
            times.append(time.perf_counter() - begin)
            if not number:
                store.create(sample_case(), "new")
            store.close()
        cost = read_keys(file).wraps["passphrase"].cost
    print(
        f"unlock: {max(times) * 1e3:.0f} ms at most, {median(times) * 1e3:.0f} in the middle of "
        f"{rounds} (Argon2id {cost.memory_kib // 1024} MiB, t = {cost.passes}, p = {cost.lanes}; "
        f"at most 1000)"
    )
