"""The homes that are kept: carry on with one, or take it off the list."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.storage.store import CaseSummary
from falls_app.ui.widgets.back_offer import BackOffer
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import clear, column
from falls_app.ui.widgets.buttons import Button, IconButton


class HomeList(QWidget):
    """One line a home, the one changed last on top.

    A home taken off the list can be brought back while the page stands. Signals:
        opened(str), removed(str), restored(str): the id of a case.
    """

    opened = Signal(str)
    removed = Signal(str)
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.first: Button | None = None
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self.offer = BackOffer()
        self.offer.restored.connect(self.restored)
        self._lines = column(gap=6)
        self.setLayout(column(self._lines, self.offer, gap=6, margins=(0, 8, 0, 8)))
        self.hide()

    def show_homes(self, homes: Sequence[CaseSummary], locale: str) -> None:
        """Show these homes; days are written as in ``locale`` ("en_US")."""
        now = tuple((home.id, home.name, home.updated) for home in homes)
        self.setVisible(bool(homes) or self.offer.is_made)
        if now == self._shown:
            return
        self._shown = now
        clear(self._lines)
        self.first = None
        for home in homes:
            self._add(home, locale)

    def _add(self, home: CaseSummary, locale: str) -> None:
        name = home.name or _("A home without a name yet")
        day = QDate.fromString(home.updated[:10], Qt.DateFormat.ISODate)
        pattern = QLocale(locale).dateFormat(QLocale.FormatType.LongFormat)
        for weekday in ("dddd, ", "dddd "):
            pattern = pattern.replace(weekday, "")
        when = QLocale(locale).toString(day, pattern)
        carry_on = Button(
            _("{name}, last changed {day}").format(name=name, day=when),
            "soft", icon="home", height=52, size=17,
            name=_("Carry on with {name}, last changed {day}").format(name=name, day=when),
        )  # fmt: skip
        away = IconButton("trash", _("Take {name} off the list").format(name=name))
        for button, slot in ((carry_on, self._on_open), (away, self._on_remove)):
            button.setProperty("case", home.id)
            button.clicked.connect(slot)
        self._lines.addWidget(beside(carry_on, away, gap=6))
        self.first = self.first or carry_on

    def _on_open(self) -> None:
        self.offer.end()
        self.opened.emit(self.sender().property("case"))

    def _on_remove(self) -> None:
        self.removed.emit(self.sender().property("case"))
