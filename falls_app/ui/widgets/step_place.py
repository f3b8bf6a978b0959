"""Where a step stands on the board: its column, and a place higher or lower there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.step import Column, Step
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import column_words


class StepPlace(QWidget):
    """Moves an open step without dragging; hidden for a done one.

    Signals:
        placed(Column): it is to stand in this column. shifted(int): so many places lower.
    """

    placed = Signal(object)
    shifted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = Column.TODAY
        self._columns = ChipRow()
        self._columns.chosen.connect(self._on_column)
        self._up = Button(_("Up"), "quiet", icon="arrow-up", height=44, size=17,
                          name=_("Move this step up"))  # fmt: skip
        self._down = Button(_("Down"), "quiet", icon="arrow-down", height=44, size=17,
                            name=_("Move this step down"))  # fmt: skip
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        ways = QWidget()
        ways.setLayout(Flow(self._up, self._down, gap=4))
        title = Words(_("Where it stands"), 16, 700, "ink2")
        self.setLayout(column(title, self._columns, ways, gap=6))

    def show_step(self, session: Session, step: Step) -> None:
        """Show where a step stands."""
        self.setVisible(not (step.is_done or step.is_declined))
        self._column = step.column
        self._show_column()
        here = [each.key for each in session.board_of(step.column) if not each.is_done]
        self._up.setEnabled(step.key in here[1:])
        self._down.setEnabled(step.key in here[:-1])

    def chain(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [*self._columns.chips, self._up, self._down]

    def _show_column(self) -> None:
        names = {each.value: column_words(each) for each in Column}
        self._columns.show_choices(names, self._column.value, name=_("Stands in: {words}"))

    def _on_column(self, value: str) -> None:
        if value == self._column.value:
            self._show_column()  # the press took its tick away
        else:
            self.placed.emit(Column(value))

    def _on_up(self) -> None:
        self.shifted.emit(-1)

    def _on_down(self) -> None:
        self.shifted.emit(1)
