"""The homes of somebody who visits them for work: what the caseload shows and can do."""

from falls_app.days import near_day
from falls_app.i18n import _
from falls_app.storage.backups import last_made
from falls_app.storage.caseload import CaseLine, Show
from falls_app.ui.session import Session
from falls_app.ui.widgets.case_row import time_shown


class Practice:
    """Verbs about homes in the list. Trouble with the disk is told, not raised."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lines(self, show: Show, after: CaseLine | None, most: int) -> list[CaseLine]:
        """Return homes of a list, those after one; none if they cannot be read."""
        with self._session.telling():
            return self._session.store.caseload.lines(show, self._session.today, after, most)
        return []

    def find(self, words: str) -> list[CaseLine]:
        """Return the homes that have these words in name, address or notes."""
        with self._session.telling():
            return self._session.store.caseload.find(words)
        return []

    def counts(self) -> dict[Show, int]:
        """Return how many homes each list has; nothing if that cannot be read."""
        with self._session.telling():
            return self._session.store.caseload.counts(self._session.today)
        return {}

    def ready(self) -> list[str]:
        """Return what is ready for a day on the road, a sentence each."""
        store = self._session.store
        lines = [_("Works with no internet")]
        if store.is_locked:
            lines.append(_("Locked with your passphrase"))
        made = last_made(store.folder)
        if made is not None:
            locale, here = self._session.region.locale, made.astimezone()
            when = near_day(here.date(), locale, self._session.today)
            words = _("Backed up: {day}, {time}")
            lines.append(words.format(day=when, time=time_shown(f"{here:%H:%M}", locale)))
        return lines

    def plan_visit(self, case_id: str, when: str) -> None:
        """Keep when the next visit is: an ISO day, with a time or without; "" for none."""
        with self._session.telling():
            self._session.store.caseload.plan_visit(case_id, when)

    def archive(self, case_id: str) -> None:
        """Put a home away; its answers stay."""
        with self._session.telling():
            self._session.store.caseload.archive(case_id, self._session.today.isoformat())

    def bring_back(self, case_id: str) -> None:
        """Take a home out of the archive."""
        with self._session.telling():
            self._session.store.caseload.archive(case_id, "")
