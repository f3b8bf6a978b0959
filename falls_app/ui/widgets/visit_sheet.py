"""A sheet to plan a visit: its day, and its time if that is known."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.storage.caseload import CaseLine
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.case_row import name_shown
from falls_app.ui.widgets.fields import DayField, LineField
from falls_app.ui.widgets.setup import Question
from falls_app.ui.widgets.sheet import Sheet
from falls_app.ui.widgets.text import Words

_TIME = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m?)?\s*", re.IGNORECASE)


def time_written(text: str) -> str | None:
    """Return a time as it is kept: "2:15 pm" is "14:15", nothing is ""; None for no time."""
    if not text.strip():
        return ""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


class VisitSheet(Sheet):
    """Signals: planned(str, str, str): the home, when its visit is, and when it was before."""

    planned = Signal(str, str, str)

    def __init__(self, window: QWidget, line: CaseLine, session: Session) -> None:
        super().__init__(
            window, _("Visit to {name}").format(name=name_shown(line)), width=620, height=440
        )
        self._line = line
        day, _t, time = line.visit.partition("T")
        self._day = DayField(name=_("Day"))
        self._day.show_day(day or session.today.isoformat(), session.region.locale)
        self._time = LineField(time, name=_("Time"), hint="9:30", longest=8)
        self._wrong = Words("", 17, 500, "flag")
        keep = Button(_("Plan this visit"), "primary", height=52)
        keep.clicked.connect(self._on_keep)
        body = QWidget()
        body.setLayout(
            column(
                Question(_("Day"), self._day),
                Question(_("Time"), self._time, _("You can leave this empty.")),
                self._wrong, None, gap=16, margins=(30, 8, 30, 8),
            )
        )  # fmt: skip
        self.done_button.set_words(_("Leave it"), _("Leave it, key Esc"))
        self.done_button.set_kind("secondary")
        self.fill(QWidget(), body, row(keep, None))

    def begin(self) -> None:
        """Show the sheet with the keyboard at the day."""
        self.open_with(self._day)

    @override
    def first_focus(self) -> QWidget:
        return self._day

    def _on_keep(self) -> None:
        time = time_written(self._time.text())
        if time is None:
            self._wrong.setText(_("Write a time such as 9:30 or 2:15 pm."))
            self._time.setFocus()
            return
        when = f"{self._day.day}T{time}" if time else self._day.day
        self.close()
        self.planned.emit(self._line.id, when, self._line.visit)
