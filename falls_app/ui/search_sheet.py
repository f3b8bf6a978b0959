"""Find: in the open home, or among all homes where none is open."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.searching import Entry, Index
from falls_app.i18n import _, ngettext
from falls_app.storage.caseload import CaseLine
from falls_app.ui.masking import masking
from falls_app.ui.practice import Practice
from falls_app.ui.searchable import cut
from falls_app.ui.session import Session
from falls_app.ui.widgets.case_row import name_shown
from falls_app.ui.widgets.pick_list import Pick
from falls_app.ui.widgets.pick_sheet import PickSheet

MOST = 12
"""So many lines of one group are shown; more words bring them down."""
MOST_HOMES = 30

ICONS = {"room": "door", "check": "clipboard", "note": "note", "step": "list", "person": "people",
         "bones": "tree", "home": "home"}  # fmt: skip

_CASE = "case:"


class SearchSheet(PickSheet):
    """What was typed is looked for at each key; a line leads to its place."""

    def __init__(self, window: QWidget, session: Session, go: Callable[[str], None]) -> None:
        self._session, self._go = session, go
        self._index: Index | None = None
        title = _("Find in this home") if session.is_open else _("Find a home")
        hint = (
            _("A room, a thing, a note, a name")
            if session.is_open
            else _("A name, a street, a note")
        )
        super().__init__(window, title, hint)

    @override
    def foot_words(self) -> str:
        return _("Arrow keys choose. Enter goes there. Esc goes back.")

    @override
    def shown_for(self, words: str) -> tuple[Sequence[Pick], str]:
        if not words.strip():
            return (), self._begin_words()
        found = self._in_this_home(words) if self._session.is_open else self._homes(words)
        nothing = _("Nothing here is called “{words}”. Try fewer letters or another word.")
        return list(_grouped(found)), nothing.format(words=words.strip())

    def _begin_words(self) -> str:
        if self._session.is_open:
            return _("Type a word, such as “rug”. Part of a word is enough.")
        return _("Type part of a name, of a street or of a note.")

    @override
    def get_ready(self) -> None:
        if self._session.is_open:
            self._ready_index()

    def _ready_index(self) -> Index:
        if self._index is None:
            from falls_app.ui.searchable import index_of

            self._index = index_of(self._session)
        return self._index

    def _in_this_home(self, words: str) -> Sequence[Entry]:
        return self._ready_index().find(words)

    def _homes(self, words: str) -> Sequence[Entry]:
        found = Practice(self._session).find(words)[:MOST_HOMES]
        return [
            Entry("home", name_shown(each), _beside(each), f"{_CASE}{each.id}") for each in found
        ]

    @override
    def picked(self, data: Any) -> None:
        target = str(data)
        if not target.startswith(_CASE):
            self._go(target)
            return
        with self._session.telling():
            self._go(self._session.page_opened(target.removeprefix(_CASE)))


def _beside(line: CaseLine) -> str:
    """Return what stands below a name: what was found, else the address."""
    return "" if masking.is_on else cut(line.found or line.address)


def _titles() -> dict[str, str]:
    return {
        "room": _("Rooms"),
        "check": _("Checks"),
        "note": _("Notes"),
        "step": _("Steps of the plan"),
        "person": _("People and falls"),
        "bones": _("Bones & balance"),
        "home": _("Homes"),
    }


def _grouped(found: Sequence[Entry]) -> Iterator[Pick]:
    """Yield the lines under their headings; the group of the best one comes first."""
    order = list(dict.fromkeys(entry.group for entry in found))
    by_group = sorted(found, key=lambda entry: order.index(entry.group))
    titles = _titles()
    for group, entries in groupby(by_group, key=lambda entry: entry.group):
        here = list(entries)
        yield Pick(titles[group])
        for entry in here[:MOST] if group != "home" else here:
            yield Pick(entry.title, entry.below, icon=ICONS[group], data=entry.leads_to)
        more = len(here) - MOST if group != "home" else 0
        if more > 0:
            yield Pick(ngettext("{n} more. Add a word.", "{n} more. Add a word.", more))
