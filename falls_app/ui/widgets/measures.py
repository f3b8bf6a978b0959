"""The sizes of a check: one number at a time, the size to aim for, and which unit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.checklist import Measure
from falls_app.domain.measuring import from_unit, is_usual, units_for
from falls_app.i18n import _, content
from falls_app.sizes import aim_words, number_words, unit_spoken, unit_words
from falls_app.ui.evidence import Evidence
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.size_field import SizeField
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words


class Measures(QWidget):
    """What can be measured for one check; nothing is judged, odd numbers are asked about.

    Signals:
        sized(str): the size that is shown reads so, "" without one.
        announced(str): something that screen readers say when they are free.
    """

    sized = Signal(str)
    announced = Signal(str)

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        self._evidence = evidence
        self._measure = evidence.check.measures[0]
        self._which, self._units = ChipRow(), ChipRow()
        self._which.chosen.connect(self._on_measure)
        self._units.chosen.connect(self._on_unit)
        self._what = Words("", 17, 500, "ink2")
        self.field = SizeField()
        self.field.sized.connect(self._on_sized)
        self.field.puzzled.connect(self._on_puzzled)
        self._aim = Words("", 17, 400, "ink2")
        self._aim_row = QWidget()
        self._aim_row.setLayout(row(Icon("ruler", 20, "ink3"), (self._aim, 1), gap=10))
        self._ask = Words("", 16, 500, "some")
        sign = row(gap=10, margins=(14, 10, 14, 10))
        sign.addWidget(Icon("question", 20, "some"), 0, Qt.AlignmentFlag.AlignTop)
        sign.addWidget(self._ask, 1)
        self._asks = Card(sign, token="some_bg", radius=12, line="some_edge", lifted=False)
        title = Words(_("Measure"), 18, 700, wraps=False)
        head = row(title, (self._units, 1), gap=16)
        head.setAlignment(title, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(
            column(head, self._which, self._what, self.field, self._aim_row, self._asks, gap=8)
        )

    def refresh(self) -> None:
        """Show the size as it is now, in the unit in use."""
        evidence, measure = self._evidence, self._measure
        unit = evidence.unit(measure)
        units = {each: unit_words(each) for each in units_for(measure.unit)}
        self._units.show_choices(units, unit)
        for chip, each in zip(self._units.chips, units, strict=True):
            chip.setAccessibleName(_("Read in {unit}").format(unit=unit_spoken(each)))
        self._units.setVisible(len(units) > 1)
        self._show_measures()
        size = evidence.finding.measures.get(measure.id)
        text = "" if size is None else number_words(size, unit, evidence.region)
        self.field.show_size(text, unit, content(measure.label))
        aim = aim_words(measure, evidence.region, unit)
        self._aim.setText(_("Aim: {size}").format(size=aim))
        self._aim_row.setVisible(bool(aim))
        self._show_question(size)
        self.sized.emit(evidence.size_words(measure))

    def settle(self) -> None:
        """Hand on a number that is still being written."""
        self.field.settle()

    def _show_measures(self) -> None:
        measures = self._evidence.check.measures
        names = {each.id: self._chip(each) for each in measures}
        if len(measures) > 1:
            self._which.show_choices(names, self._measure.id, name=_("Measure: {words}"))
        self._which.setVisible(len(measures) > 1)
        self._what.setText(content(self._measure.label))
        self._what.setVisible(len(measures) == 1)

    def _chip(self, measure: Measure) -> str:
        size, label = self._evidence.size_words(measure), content(measure.label)
        return _("{what}: {size}").format(what=label, size=size) if size else label

    def _show_question(self, size: float | None) -> None:
        """Ask about a number that is far off; it stays as it was written."""
        measure, region = self._measure, self._evidence.region
        aim = measure.aim.get(region.sizes_like)
        odd = size is not None and not is_usual(measure, size, aim)
        words = self._evidence.size_words(measure)
        self._say(
            _("Is {size} right? That is far from the usual size. Look at the unit again.").format(
                size=words
            )
            if odd
            else ""
        )

    def _say(self, words: str) -> None:
        if words and self._ask.text() != words:
            self.announced.emit(words)
        self._ask.setText(words)
        self._asks.setVisible(bool(words))

    # ------------------------------------------------------------------ what is done

    def _on_measure(self, measure_id: str) -> None:
        self.settle()
        measures = self._evidence.check.measures
        self._measure = next(each for each in measures if each.id == measure_id)
        self.refresh()
        self.field.number.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self.field)

    def _on_unit(self, unit: str) -> None:
        self.settle()
        self._evidence.use_unit(self._measure, unit)
        self.refresh()

    def _on_sized(self, value: float | None) -> None:
        unit = self._evidence.unit(self._measure)
        size = None if value is None else from_unit(value, unit)
        self._evidence.measure(self._measure.id, size)
        self._show_question(size)

    def _on_puzzled(self) -> None:
        self._say(_("Write a number, such as 34 or 34.5."))
