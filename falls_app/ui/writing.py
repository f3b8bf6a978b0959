"""The case on the screen and what of it is on the disk: what differs waits to be written."""

from dataclasses import replace
from uuid import uuid4

from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.storage.store import Store


class Writing:
    """Writes the open case. What cannot be written stays in memory and waits."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.case = self._stored = Case()

    def open(self, case: Case) -> None:
        """Show a case as the store has it."""
        self.case = self._stored = case

    def begin(self, case: Case) -> None:
        """Show a case that the store does not have yet."""
        self.case, self._stored = replace(case, id=case.id or str(uuid4())), Case()

    @property
    def has_unsaved(self) -> bool:
        """True while something on the screen is not on the disk."""
        return self.case != self._stored

    @property
    def waiting(self) -> int:
        """How many changes wait: answers, fields and steps that differ from what is stored."""
        from falls_app.storage.rows import differences

        return len(differences(self._stored, self.case))

    def save(self, verb: str) -> None:
        """Write all that waits. Raises UserError; it goes on waiting then."""
        if self._stored.id:
            saved = self.store.save(self._stored, self.case, verb)
        else:
            saved = self._create(verb)
        self.open(saved)

    def _create(self, verb: str) -> Case:
        try:
            return self.store.create(self.case, verb)
        except UserError as error:
            # It may have got there just before a drive was taken out.
            try:
                self._stored = self.store.load(self.case.id)
            except UserError:
                raise error from None
            return self.store.save(self._stored, self.case, verb)
