"""Heights to write down: the tallest ever, and what is measured today, twice."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.bones import Height
from falls_app.domain.screening.height import is_likely, middle
from falls_app.height_words import height_words, in_feet
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import DayField
from falls_app.ui.widgets.height_field import HeightField
from falls_app.ui.widgets.text import Words


class HeightForm(Card):
    """Takes one height: of the tallest time, or one or two readings of a day, whose mean counts.

    A height that looks like a slip is asked back once, and taken when it is pressed again.
    Signals:
        measured(Height): write it down.
    """

    measured = Signal(object)

    def __init__(self, session: Session, *, is_tallest: bool) -> None:
        super().__init__()
        self._session, self._is_tallest = session, is_tallest
        self._asked: tuple[float, ...] = ()
        title = _("The tallest ever") if is_tallest else _("Measured now")
        hint = (
            _("As told, or from an old passport. About is fine.")
            if is_tallest
            else _("Two readings are better than one. With two, the middle counts.")
        )
        names = [_("Tallest height")] if is_tallest else [_("First reading"), _("Second reading")]
        self._fields = [HeightField(name) for name in names]
        self._day = DayField(name=_("Day of the reading"))
        self._day_box = QWidget()
        day = column(Words(_("Day of the reading"), 18, 700), row(self._day, None), gap=6)
        self._day_box.setLayout(day)
        if is_tallest:
            self._day_box.hide()
        self._ask = Words("", 17, 600, "some")
        keep = Button(
            _("Write it down"),
            "primary",
            icon="check",
            name=f"{title}: {_('Write it down')}",
            height=52,
        )
        keep.clicked.connect(self._on_keep)
        fields = QWidget()
        fields.setLayout(Even(*self._fields, narrowest=270, most=len(self._fields)))
        self.setLayout(
            column(
                Words(title, 22, serif=True), Words(hint, 17, 400, "ink2"), fields, self._day_box,
                self._ask, row(keep, None), None, gap=10, margins=(22, 16, 20, 24),
            )
        )  # fmt: skip
        self.ask_anew()

    @property
    def first(self) -> QWidget:
        """The field that comes first."""
        return self._fields[0].first

    def ask_anew(self) -> None:
        """Show empty fields, and today."""
        self._asked = ()
        self._ask.hide()
        for field in self._fields:
            field.clear()
        self.show_region()
        today = self._session.today
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._day.show_day(today.isoformat(), self._session.region.locale)

    def show_region(self) -> None:
        """Take the units of the region."""
        for field in self._fields:
            field.use_feet(in_feet(self._session.region))

    def _on_keep(self) -> None:
        readings = tuple(field.cm for field in self._fields if field.cm is not None)
        if not readings:
            self._say(_("Write a height first."))
        elif not is_likely(readings) and self._asked != readings:
            self._asked = readings
            self._say(self._doubt(readings))
        else:
            day = "" if self._is_tallest else self._day.day
            self.measured.emit(Height(day, middle(readings)))
            self.ask_anew()

    def _doubt(self, readings: Sequence[float]) -> str:
        heights = [height_words(each, self._session.region) for each in readings]
        words = (
            _("Is {height} right? If it is, press “Write it down” once more.")
            if is_likely(readings[:1]) is False or len(readings) == 1
            else _("{height} and {other} are far apart. Measure again, or press once more.")
        )
        return words.format(height=heights[0], other=heights[-1])

    def _say(self, words: str) -> None:
        self._ask.setText(words)
        self._ask.show()
        self._fields[0].first.setFocus(Qt.FocusReason.OtherFocusReason)
