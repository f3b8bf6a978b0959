"""Who helps: up to four names, each with what they are to the person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.assessment import Helper
from falls_app.i18n import _
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.fields import LineField

MOST = 4


class HelperRows(QWidget):
    """Rows to write in, one at first.

    Signals:
        written(tuple[Helper, ...]): other people help now; rows without words are left out.
    """

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = [self._line(number) for number in range(1, MOST + 1)]
        self._open = 1
        self._add = Button(_("Add another"), "quiet", icon="plus", height=44, size=16)
        self._add.setAccessibleName(_("Add another person who helps"))
        self._add.clicked.connect(self._on_add)
        boxes = [box for box, _name, _relation, _button in self._lines]
        self.setLayout(column(*boxes, row(self._add, None, gap=0), gap=8))
        self._show_open(1)

    def _line(self, number: int) -> tuple[QWidget, LineField, LineField, IconButton]:
        name = LineField(name=_("Name of helper {n}").format(n=number), hint=_("First name"))
        relation = LineField(
            name=_("What helper {n} is to the person").format(n=number), hint=_("Daughter, friend")
        )
        remove = IconButton("close", _("Take out helper {n}").format(n=number))
        name.written.connect(self._on_written)
        relation.written.connect(self._on_written)
        remove.clicked.connect(self._on_removed)
        box = beside((name, 1), (relation, 1), remove, gap=10, least=190)
        return box, name, relation, remove

    def show_helpers(self, helpers: Sequence[Helper]) -> None:
        """Show these people, unless they are what stands here already."""
        if tuple(helpers) == self._helpers():
            return
        for number, (_box, name, relation, _button) in enumerate(self._lines):
            helper = helpers[number] if number < len(helpers) else Helper("")
            name.show_text(helper.name)
            relation.show_text(helper.relation)
        self._show_open(max(1, len(helpers)))

    def _helpers(self) -> tuple[Helper, ...]:
        people = []
        for _box, name, relation, _button in self._lines[: self._open]:
            pair = name.text().strip(), relation.text().strip()
            if any(pair):
                # Only "daughter" was written: that is how she is called then.
                people.append(Helper(*pair) if pair[0] else Helper(pair[1]))
        return tuple(people)

    def _show_open(self, count: int) -> None:
        self._open = count
        for number, (box, _name, _relation, remove) in enumerate(self._lines):
            box.setVisible(number < count)
            remove.setVisible(count > 1)
        self._add.setVisible(count < MOST)

    def _on_written(self) -> None:
        self.written.emit(self._helpers())

    def _on_add(self) -> None:
        self._show_open(self._open + 1)
        self._lines[self._open - 1][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_removed(self) -> None:
        gone = next(number for number, line in enumerate(self._lines) if line[3] is self.sender())
        for number in range(gone, MOST):
            after = self._lines[number + 1] if number + 1 < MOST else None
            _box, name, relation, _button = self._lines[number]
            name.show_text(after[1].text() if after else "")
            relation.show_text(after[2].text() if after else "")
        self._show_open(self._open - 1)
        self._lines[min(gone, self._open - 1)][1].setFocus(Qt.FocusReason.TabFocusReason)
        self.written.emit(self._helpers())
