"""How often a passphrase was tried in vain: from the fifth try on there is a pause before each.

It is kept on the disk, so that another start does not end the pause, and outside the store, which
a wrong passphrase leaves as it is.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from falls_app.storage.durable import make_folder, write_file
from falls_app.storage.trouble import StoreError

FREE = 4
"""So many wrong tries cost nothing."""
LONGEST = timedelta(minutes=15)

_Count = tuple[int, datetime]


class TryLater(StoreError):  # noqa: N818  # it is what to do: try later
    """There is a pause before the next try. ``seconds`` is how long it still lasts."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "After a few wrong tries there is a pause.",
            f"Nothing was changed. Try again in {seconds} seconds.",
        )
        self.seconds = seconds


class Tries:
    """The wrong tries at all locked stores of this user, by the id of their key."""

    def __init__(self, file: Path, now: Callable[[], datetime]) -> None:
        """Use this file; it is made with the first try. ``now`` gives a time with its zone."""
        self._file, self._now = file, now
        self._kept = self._read()

    def refuse_early(self, key_id: str) -> None:
        """Raise TryLater while there is a pause."""
        if seconds := self.seconds_left(key_id):
            raise TryLater(seconds)

    def seconds_left(self, key_id: str) -> int:
        """Return how long it is until the next try is taken, in whole seconds."""
        return -(-self.pause(key_id) // timedelta(seconds=1))

    def pause(self, key_id: str) -> timedelta:
        """Return how long it is until the next try is taken."""
        wrong, last = self._kept.get(key_id, (0, self._now()))
        whole, passed = pause_after(wrong), self._now() - last
        if passed < timedelta(0):
            # The clock was set back: the pause begins anew, and is not longer for that.
            self._keep(key_id, (wrong, self._now()))
            return whole
        return max(timedelta(0), whole - passed)

    def count(self, key_id: str) -> None:
        """Count a try as a wrong one. It is on the disk before it is known whether it is right."""
        wrong, _last = self._kept.get(key_id, (0, self._now()))
        self._keep(key_id, (wrong + 1, self._now()))

    def clear(self, key_id: str) -> None:
        """Forget the wrong tries: the last one was right."""
        if self._kept.pop(key_id, None) is not None:
            self._write()

    def _keep(self, key_id: str, count: _Count) -> None:
        self._kept[key_id] = count
        self._write()

    def _read(self) -> dict[str, _Count]:
        try:
            said = json.loads(self._file.read_bytes())
            return {
                str(key_id): (int(wrong), datetime.fromisoformat(last))
                for key_id, (wrong, last) in said.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self) -> None:
        said = {key_id: (wrong, at.isoformat()) for key_id, (wrong, at) in self._kept.items()}
        # Where nothing can be written it is kept as long as the program runs.
        with suppress(OSError):
            make_folder(self._file.parent)
            write_file(self._file, json.dumps(said).encode())


def pause_after(wrong: int) -> timedelta:
    """Return how long the pause is after so many wrong tries: 1 s, 2 s, 4 s … 15 minutes."""
    if wrong < FREE:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(wrong - FREE, 20)), LONGEST)
