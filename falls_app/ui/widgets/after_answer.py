"""What stands below the answers of a check: its fix, where it is, a slip."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.asking import Asked
from falls_app.domain.checklist import ASKS_WHERE
from falls_app.domain.fixes import fixes_in_order
from falls_app.domain.home import Room
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.quick_fix import QuickFix
from falls_app.ui.widgets.text import Words


class AfterAnswer(QWidget):
    """What an answer leads to, and what can be said besides; hidden while there is nothing.

    Signals:
        pinned(tuple), near_miss_marked(bool): the user did so.
        plan_asked(): another fix was asked for.
        rearranged(): there are other controls here: Tab visits them in another order.
    """

    pinned = Signal(object)
    near_miss_marked = Signal(bool)
    plan_asked = Signal()
    rearranged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.quick_fix = QuickFix(session)
        self.quick_fix.changed.connect(self.plan_asked)
        self._where_chips: dict[str, Chip] = {}
        self._is_rearranged = False
        self._where_flow = Flow()
        self._where = QWidget()
        self._where.setLayout(
            column(Words(_("Where is it? Pick all that fit."), 17, 700), self._where_flow, gap=6)
        )
        self._slip = Chip(_("A slip or fall happened here"), leaves_enter=True)
        self._slip.clicked.connect(self._on_slip)
        self._fell = Words("", 17, 600, "primary")
        self._slip_row = QWidget()
        self._slip_row.setLayout(column(self._fell, row(self._slip, None), gap=6))
        self.setLayout(column(self._where, self.quick_fix, self._slip_row, gap=11))

    def show_check(self, asked: Asked) -> None:
        """Show what belongs to this answer."""
        finding = asked.finding
        is_open = asked.is_open
        self.quick_fix.setVisible(is_open)
        if is_open:
            case = self._session.case
            step = self._session.view.plan.step(asked.check.id)
            fix = step.fix if step and step.fix else None
            self.quick_fix.show_fix(
                asked.check, fix or fixes_in_order(asked.check, case.person, case.home)[0]
            )
        rooms = self._session.case.home.rooms
        asks_where = is_open and asked.check.area in ASKS_WHERE and bool(rooms)
        self._where.setVisible(asks_where)
        if asks_where and finding:
            self._show_where(finding.where)
        # Where somebody fell, what seems good as it is may have had a part in it too.
        offers = is_open or (asked.is_known and not asked.is_dropped and self._fell_in(asked.room))
        self._slip_row.setVisible(offers)
        self._slip.setChecked(asked.near_miss)
        self._show_fell(asked)
        self.setVisible(offers)
        if self._is_rearranged:
            self._is_rearranged = False
            self.rearranged.emit()

    def _fell_in(self, room: Room | None) -> bool:
        falls = self._session.case.bones.falls
        return room is not None and any(fall.room == room.id for fall in falls)

    def _show_fell(self, asked: Asked) -> None:
        """Ask whether a fall of the diary in this room happened here."""
        room = asked.room
        self._fell.setVisible(self._fell_in(room) and not asked.near_miss)
        if room is not None:
            words = _("The diary has a fall in this room: {room}. Was it here?")
            self._fell.setText(words.format(room=room.name))

    def _show_where(self, chosen: Sequence[str]) -> None:
        rooms = {room.id: room.name for room in self._session.case.home.rooms}
        if {key: chip.text() for key, chip in self._where_chips.items()} != rooms:
            for chip in self._where_chips.values():
                self._where_flow.removeWidget(chip)
                chip.deleteLater()
            self._where_chips = {key: Chip(name, leaves_enter=True) for key, name in rooms.items()}
            for chip in self._where_chips.values():
                chip.clicked.connect(self._on_where)
                self._where_flow.addWidget(chip)
            self._is_rearranged = True
        for key, chip in self._where_chips.items():
            chip.setChecked(key in chosen)

    def _on_where(self) -> None:
        self.pinned.emit(tuple(key for key, chip in self._where_chips.items() if chip.isChecked()))

    def _on_slip(self) -> None:
        self.near_miss_marked.emit(self._slip.isChecked())
