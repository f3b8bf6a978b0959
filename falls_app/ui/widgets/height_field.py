"""A height to write: feet and inches, or centimeters."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from falls_app.height_words import cm_of
from falls_app.i18n import _
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.text import Words


class HeightField(QWidget):
    """One height; which unit it takes follows from the region."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._feet = self._field(_("{label}, feet").format(label=label), "[3-8]?")
        self._inches = self._field(_("{label}, inches").format(label=label), _DECIMAL)
        self._cm = self._field(_("{label}, centimeters").format(label=label), _DECIMAL)
        self._in_feet = False
        self._imperial = self._line((self._feet, _("ft")), (self._inches, _("in")))
        self._metric = self._line((self._cm, _("cm")))
        self.setLayout(column(Words(label, 18, 700), self._imperial, self._metric, gap=6))

    def _field(self, name: str, pattern: str) -> LineField:
        field = LineField(name=name, longest=5)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))
        field.setFixedWidth(px(96))
        return field

    @staticmethod
    def _line(*fields: tuple[LineField, str]) -> QWidget:
        line, holder = row(gap=8), QWidget()
        for field, unit in fields:
            words = Words(unit, 18, 400, "ink2", wraps=False)
            line.addWidget(field)
            line.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        holder.setLayout(line)
        return holder

    def use_feet(self, in_feet: bool) -> None:
        """Take feet and inches, or centimeters."""
        self._in_feet = in_feet
        self._imperial.setVisible(in_feet)
        self._metric.setVisible(not in_feet)

    @property
    def first(self) -> LineField:
        """The field that comes first."""
        return self._feet if self._in_feet else self._cm

    @property
    def cm(self) -> float | None:
        """The height in centimeters, None while none is written."""
        if not self._in_feet:
            return _number(self._cm.text())
        feet = _number(self._feet.text())
        return None if feet is None else cm_of(feet, _number(self._inches.text()) or 0.0)

    def clear(self) -> None:
        """Empty it."""
        for field in (self._feet, self._inches, self._cm):
            field.setText("")


_DECIMAL = r"[0-9]{0,3}([.,][0-9]?)?"


def _number(text: str) -> float | None:
    plain = text.replace(",", ".").strip(".")
    return float(plain) if plain else None
