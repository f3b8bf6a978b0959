"""Labelled fields of a visit: each shows one text of it and saves it as it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.visit import Visit
from falls_app.i18n import _
from falls_app.ui.masking import masking
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import DayField, LineField, NoteField
from falls_app.ui.widgets.setup import Question, fill

_NO_DAY = QDate(1900, 1, 1)
"""Shown as no day at all: nobody who is visited was born before."""

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

MOST_LETTERS = 20_000

_PRIVATE = ("identity.address", "identity.phone", "identity.born", "identity.reference")
"""What leads to a person: not on the screen while names are hidden."""


@dataclass(frozen=True, slots=True)
class Field:
    """A text of the visit: ``path`` leads to it ("referral.by")."""

    path: str
    label: str
    hint: str = ""
    kind: Literal["line", "note", "day"] = "line"


class OptionalDay(DayField):
    """A day that may be left open. A digit begins to write it; all of it deleted takes it out.

    Signals:
        written(str): the ISO day that was chosen, "" for none.
    """

    written = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._known, self._today = "", _NO_DAY
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(_("Not noted"))
        self.setKeyboardTracking(False)  # half a day is none
        self.dateChanged.connect(self._on_date)
        self.editingFinished.connect(self._on_date)
        self.calendarWidget().installEventFilter(self)

    @property
    def _is_none(self) -> bool:
        return self.date() == _NO_DAY

    def show_or_none(self, iso: str, locale: str, today: date) -> None:
        """Show a day as a region writes it, or that there is none; it is written from today on."""
        self._today = QDate(today.year, today.month, today.day)
        if not self.is_being_written:
            self._known = iso
            self.show_day(iso or _NO_DAY.toString("yyyy-MM-dd"), locale)

    def _on_date(self) -> None:
        day = "" if self._is_none else self.day
        if day != self._known:
            self._known = day
            self.written.emit(day)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on: Qt would look for the parts of a day that is not there, for ever."""
        if self._is_none:
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_none and (event.text().isdigit() or event.key() in _STEPS):
            blocked = self.blockSignals(True)
            self.setDate(self._today)
            self.blockSignals(blocked)
            self.setSelectedSection(self.sectionAt(0))
        line = self.lineEdit()
        if event.key() in _DELETES and line.selectedText() == line.text():
            self.setDate(_NO_DAY)
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_none:
            self.calendarWidget().setCurrentPage(self._today.year(), self._today.month())
        return super().eventFilter(watched, event)


class VisitForm(QWidget):
    """Fields side by side where there is room; notes below each other."""

    def __init__(self, session: Session, fields: Sequence[Field], *, verb: str) -> None:
        super().__init__()
        self._session, self._verb = session, verb
        self.fields = {field.path: self._made(field) for field in fields}
        short = [field for field in fields if field.kind != "note"]
        layout = column(gap=16)
        if short:
            box = QWidget()
            asked = [Question(each.label, self.fields[each.path], each.hint) for each in short]
            box.setLayout(Even(*asked, narrowest=290, most=2, gap=16))
            layout.addWidget(box)
        for each in fields:
            if each.kind == "note":
                layout.addWidget(Question(each.label, self.fields[each.path], each.hint))
        self.setLayout(layout)

    def _made(self, field: Field) -> "LineField | NoteField | OptionalDay":
        made: LineField | NoteField | OptionalDay
        if field.kind == "day":
            made = OptionalDay(name=field.label)
        elif field.kind == "note":
            made = NoteField(name=field.label, height=104)
        else:
            made = LineField(name=field.label)
        made.setProperty("path", field.path)
        made.written.connect(self._on_written)
        return made

    def show_visit(self) -> None:
        """Show what is noted now."""
        visit, locale = self._session.case.visit, self._session.region.locale
        for path, field in self.fields.items():
            words = value_at(visit, path)
            if isinstance(field, OptionalDay):
                field.setVisible(not (masking.is_on and path in _PRIVATE))
                field.show_or_none(words, locale, self._session.today)
            elif masking.is_on and words and path in _PRIVATE:
                field.show_text("…")
                field.setReadOnly(True)
            else:
                fill(field, words)

    def _on_written(self, words: str) -> None:
        path = str(self.sender().property("path"))
        first, _dot, rest = path.partition(".")
        visit = self._session.case.visit
        value: Any = words.strip()[:MOST_LETTERS]
        if rest:
            value = replace(getattr(visit, first), **{rest: value})
        self._session.set_visit(self._verb, **{first: value})


def value_at(visit: Visit, path: str) -> str:
    """Return the text to which a path leads."""
    value: Any = visit
    for name in path.split("."):
        value = getattr(value, name)
    return str(value)
