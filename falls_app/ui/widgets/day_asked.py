"""A day that may be known or not: a field, and a button to use the day or to take it out."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import DayField
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class DayAsked(QWidget):
    """Shows today until a day is known, which counts only when somebody says so.

    Signals:
        chosen(str): the day, as ISO; "" to take it out.
    """

    chosen = Signal(str)

    def __init__(self, label: str, *, size: int = 18) -> None:
        super().__init__()
        self._known = ""
        self.field = DayField(name=label)
        self.field.setKeyboardTracking(False)
        self.field.setMinimumWidth(px(200))
        self.field.dateChanged.connect(self._on_day)
        self._use = Button(_("Use this day"), "primary", name=f"{label} {_('Use this day')}")
        self._drop = Button(_("Take the day out"), "quiet", name=f"{label} {_('Take the day out')}")
        self._use.clicked.connect(self._on_use)
        self._drop.clicked.connect(self._on_drop)
        line = QWidget()
        line.setLayout(Flow(self.field, self._use, self._drop, gap=10))
        self.setLayout(column(Words(label, size, 700), row((line, 1), gap=0), gap=6))

    def show_day(self, iso: str, *, today: date, locale: str, may_come: bool = False) -> None:
        """Show the known day, or today for "". Days to come are for what ``may_come``."""
        self._known = iso
        if not may_come:
            self.field.setMaximumDate(QDate(today.year, today.month, today.day))
        if not self.field.is_being_written:
            self.field.show_day(iso or today.isoformat(), locale)
        self._use.setVisible(not iso)
        self._drop.setVisible(bool(iso))

    def _on_day(self) -> None:
        if self._known and self.field.day != self._known:
            self.chosen.emit(self.field.day)

    def _on_use(self) -> None:
        self.chosen.emit(self.field.day)

    def _on_drop(self) -> None:
        self.chosen.emit("")
