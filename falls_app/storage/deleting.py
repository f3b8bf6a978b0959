"""Deletes homes: they can be brought back for 30 days, and are destroyed then, or when asked."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

# Names the type of a module that comes with a case: the window opens before one is deleted.
import falls_app
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.durable_writing import DurableWriting
from falls_app.storage.home_list import HomeList
from falls_app.storage.settings import TO_SCRUB, UNNEEDED, is_there, past_key
from falls_app.storage.trouble import NOT_THERE, told

KEPT_AFTER_DELETION = timedelta(days=30)

BY_AGE = "30 days"
"""Said in the list of who did what, of a home that nobody destroyed by hand."""


class Deleting:
    """Takes homes out of the list of an open store, puts them back, and destroys them."""

    def __init__(
        self,
        disk: DurableWriting,
        homes: HomeList,
        *,
        access: Callable[[], "falls_app.storage.access.Access"],
        photos: Callable[[], "falls_app.storage.photos.PhotoFolder"],
        learn_key: Callable[[str], None],
    ) -> None:
        """Ask for the list of who did what and the photos when a home is there to delete."""
        self._disk, self._homes = disk, homes
        self._access, self._photos, self._learn_key = access, photos, learn_key

    def delete(self, case_id: str) -> None:
        """Take a case out of the list. It is gone for good 30 days later."""
        from falls_app.storage.access import What

        self._mark(case_id, What.DELETED, self._disk.time())

    def restore(self, case_id: str) -> None:
        """Put a deleted case back in the list."""
        from falls_app.storage.access import What

        self._mark(case_id, What.BROUGHT_BACK, "")

    def _mark(self, case_id: str, what: "falls_app.storage.access.What", deleted: str) -> None:
        from falls_app.storage.history import History

        with self._disk.writing():
            History(self._disk.database).mark_deleted(case_id, deleted)
            self._access().write(what, case_id)

    def kept_until(self, case_id: str) -> date | str:
        """Return the day on which a deleted home goes for good, "" if it was not deleted."""
        with told():
            found = self._disk.database.one("SELECT deleted FROM case_ WHERE id = ?", (case_id,))
        if found is None or not found[0]:
            return ""
        return (datetime.fromisoformat(str(found[0])) + KEPT_AFTER_DELETION).date()

    def destroy(self, case_id: str) -> None:
        """Destroy a home that was deleted: nothing brings it back. Backups still have it.

        UserError if it is not among the deleted ones.
        """
        if all(each.id != case_id for each in self._homes.deleted()):
            raise UserError(*NOT_THERE)
        self._destroy(case_id)
        self._scrub()

    def clear(self) -> None:
        """Destroy what was deleted more than 30 days ago."""
        limit = self._disk.time(before=KEPT_AFTER_DELETION)
        sql = "SELECT id FROM case_ WHERE deleted <> '' AND deleted < ?"
        with told():
            found = self._disk.database.run(sql, (limit,)).fetchall()
        for (case_id,) in found:
            from falls_app.storage.digest import is_sound

            # Where the disk has changed something, the date may be wrong too.
            if is_sound(self._disk.database, case_id):
                self._destroy(case_id, BY_AGE)
        self._clear_unneeded(limit)
        self._scrub()

    def note_unneeded(
        self, before: Case, after: Case, rows: Sequence["falls_app.storage.difference.Difference"]
    ) -> None:
        """Note which photos as they came a change leaves no use for. Inside a transaction."""
        from falls_app.storage.unneeded import deleted_pictures, note, noted

        gone = deleted_pictures(before, after, rows)
        new = [each for each in sorted(gone) if self._photos().has_original(after.id, each)]
        if new:
            at = self._disk.time()
            lines = [*noted(self._disk.database), *((after.id, each, at) for each in new)]
            note(self._disk.database, lines)

    def _clear_unneeded(self, limit: str) -> None:
        """Remove the photos as they came whose photo was deleted before this time."""
        with told():
            if not is_there(self._disk.database, UNNEEDED):
                return
        from falls_app.storage.unneeded import note, noted, remove_due

        with told():
            lines = noted(self._disk.database)
        due = [line for line in lines if line[2] < limit]
        if not due:
            return
        with self._disk.writing():
            for case_id in {line[0] for line in due if self._homes.knows(line[0])}:
                self._learn_key(case_id)
            remove_due(self._disk.database, self._photos(), due)
            note(self._disk.database, [line for line in lines if line not in due])

    def _destroy(self, case_id: str, about: str = "") -> None:
        from falls_app.storage.access import What
        from falls_app.storage.destroying import remove_rows

        with told():
            # The pictures first: without its row nothing would lead to them any more.
            self._photos().remove(case_id)
        with self._disk.writing():
            remove_rows(self._disk.database, case_id, past_key(case_id))
            self._access().write(What.DESTROYED, case_id, about)

    def _scrub(self) -> None:
        with told():
            if not is_there(self._disk.database, TO_SCRUB):
                return
            from falls_app.storage.destroying import scrub

            scrub(self._disk.database)
