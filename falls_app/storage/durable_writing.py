"""Writes to an open store: what was written is on the disk after, or somebody is told.

A drive can be pulled out and put back. An answer may wait beside its home for a moment; whoever
asks for the database finds it in its home.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

# Names the type of a module that comes with a case: the window opens before one is changed.
import falls_app
from falls_app.storage.database import Database
from falls_app.storage.opening import OpenFile
from falls_app.storage.trouble import GONE, StoreError, told

Clock = Callable[[], datetime]


class DurableWriting:
    """The file of an open store, and whether it was lost or an answer waits in it."""

    def __init__(self, file: OpenFile, now: Clock) -> None:
        self.file, self.now = file, now
        self._is_lost = False
        self._may_wait = True

    @property
    def database(self) -> Database:
        """The open database, with all that was saved in it. Raises StoreError if that cannot be."""
        if self._may_wait:
            self._bring_in()
        return self.file.database

    def _bring_in(self) -> None:
        try:
            with told():
                if self.file.database.one("SELECT 1 FROM waiting LIMIT 1") is not None:
                    from falls_app.storage.waiting import bring_in

                    bring_in(self.file.database)
        except StoreError as error:
            # Else a drive that is plugged in again would not be looked for.
            self._is_lost |= not self.file.is_in_place()
            if self._is_lost:
                raise StoreError(*GONE) from error
            raise
        self._may_wait = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Commit what is written inside. Raises StoreError if it is not on the disk after."""
        with told():
            if self._is_lost:
                self.file = self.file.open_again(self.now)
                self._is_lost, self._may_wait = False, True
            with self._durably(self.database):
                yield

    @contextmanager
    def _durably(self, database: Database) -> Iterator[Database]:
        with told():
            try:
                with database.transaction():
                    yield database
            finally:
                self._is_lost = not self.file.is_in_place()
            if self._is_lost:
                raise StoreError(*GONE)

    def has_let_wait(
        self,
        case_id: str,
        rows: Sequence["falls_app.storage.difference.Difference"],
        verb: str,
        at: str,
    ) -> bool:
        """Save an answer as one that waits. False, and nothing is written, if it may not.

        One waits, and not more: where a log ends with many small changes, nobody could tell
        those that a disk has spoiled from one that was only begun. None waits on a disk that is
        nearly full: without room to bring it in, nothing could be read.
        """
        from falls_app.storage.waiting import add, may_wait

        if self._is_lost or not self.file.has_room:
            return False
        with told():
            ready = self.database
        with self._durably(ready) as database:
            may = may_wait(database, case_id, rows)
            if may:
                add(database, case_id, rows, verb, at)
        self._may_wait |= may
        return may

    def time(self, before: timedelta = timedelta(0)) -> str:
        """Return the time now as ISO text in UTC, so that the order of texts is that of times."""
        return (self.now() - before).astimezone(UTC).isoformat(timespec="milliseconds")

    def close(self) -> None:
        """Close the store and let the next program in. Closing twice is fine."""
        try:
            with suppress(StoreError):
                # If it fails, the next start brings in what waits.
                _ = self.database
        finally:
            self.file.close()
