"""Names and use: every room of the home on a line to change, to double or to take out."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.places import load_places
from falls_app.domain.furnishing import FLOORS
from falls_app.domain.home import Home, Room, Use
from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import IconButton
from falls_app.ui.widgets.fields import Choices, LineField
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.setup import fill

_MOVABLE = ("HAL", "LIV", "KIT", "BED", "BTH", "LGB")
"""Areas whose rooms may be on any floor."""


class RoomRow(QWidget):
    """One room: its name, how often it is used, its floor; add another, or take it out."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.name = LineField(room.name, name="", longest=120)
        self.name.setFixedWidth(px(172))
        self.name.editingFinished.connect(self._on_left)
        self.use = Choices(
            [
                (_("Daily"), Use.DAILY.value),
                (_("Weekly"), Use.WEEKLY.value),
                (_("Rarely"), Use.RARELY.value),
            ],
            name="",
        )
        self.use.setFixedWidth(px(124))
        self.up, self.down = IconButton("arrow-up", "-"), IconButton("arrow-down", "-")
        self.more = IconButton("plus", "-")
        self.out = IconButton("trash", "-")
        for button in (self.up, self.down, self.more):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        rest = QWidget()
        rest.setLayout(row(self.use, self.up, self.down, self.more, self.out, gap=0))
        self.setLayout(Flow(self.name, rest, gap=4))

    def show_room(self, room: Room, shape: str) -> None:
        """Show this room as it is now."""
        self.room = room
        kind = load_places().kinds.get(room.kind)
        if self.name.text().strip() or not self.name.hasFocus():
            fill(self.name, room.name)
        self.name.setAccessibleName(_("Name of {room}").format(room=room.name))
        self.use.show_value(room.use.value)
        self.use.setAccessibleName(_("How often {room} is used").format(room=room.name))
        self._show_ways(room, shape)
        self.more.set_name(_("Add another like {room}").format(room=room.name))
        self.more.setVisible(kind is not None and kind.several)
        self.out.set_name(_("Take out {room}").format(room=room.name))

    def _show_ways(self, room: Room, shape: str) -> None:
        """Show which floors the room can go to; the way back keeps the keyboard at the last."""
        floors = FLOORS.get(shape, ()) if room.area in _MOVABLE else ()
        ways = ((self.up, 1, self.down), (self.down, -1, self.up))
        had_focus = [button for button, _step, _other in ways if button.hasFocus()]
        for button, step, _other in ways:
            button.set_name(_way_words(room.floor, room.floor + step).format(room=room.name))
            button.setVisible(room.floor + step in floors)
        for button, _step, other in ways:
            if button in had_focus and button.isHidden() and not other.isHidden():
                other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        """A room is never without a name: an emptied field shows the one it has."""
        if not self.name.text().strip():
            self.name.show_text(self.room.name)


def _way_words(old: int, new: int) -> str:
    if new < 0:
        return _("Move {room} to the basement")
    if new == 0:
        return _("Move {room} downstairs") if old > 0 else _("Move {room} to the ground floor")
    if new == 1:
        return _("Move {room} upstairs") if old < 1 else _("Move {room} one floor down")
    return _("Move {room} to the top floor")


class RoomRows(QWidget):
    """All rooms of the home, in order.

    Signals:
        named(str, str): a room was given a name. used(str, str): or another use.
        floored(str, int): or another floor. doubled(str): another of its kind was asked for.
        taken_out(str): a room was taken out.
    """

    named = Signal(str, str)
    used = Signal(str, str)
    floored = Signal(str, int)
    doubled = Signal(str)
    taken_out = Signal(str)

    def __init__(self, before: QWidget) -> None:
        """Come after ``before`` in the order of Tab."""
        super().__init__()
        self._before = before
        self._order: list[str] = []
        self._rows: dict[str, RoomRow] = {}
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def show_home(self, home: Home) -> None:
        """Show these rooms; lines that stay are filled, not made again."""
        order = [room.id for room in home.rooms]
        for gone in [each for each in self._rows if each not in order]:
            self._let_go(self._rows.pop(gone))
        for place, room in enumerate(home.rooms):
            line = self._rows.get(room.id) or self._made(room)
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
                line.show()
            line.show_room(room, home.shape)
        if order != self._order:
            self._order = order
            self._set_tab_order()

    def _made(self, room: Room) -> RoomRow:
        line = RoomRow(room)
        line.name.written.connect(self._on_named)
        line.use.currentIndexChanged.connect(self._on_used)
        line.up.clicked.connect(self._on_up)
        line.down.clicked.connect(self._on_down)
        line.more.clicked.connect(self._on_doubled)
        line.out.clicked.connect(self._on_taken_out)
        self._rows[room.id] = line
        return line

    def _let_go(self, line: RoomRow) -> None:
        line.name.blockSignals(True)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _set_tab_order(self) -> None:
        before = self._before
        for each in self._order:
            line = self._rows[each]
            for widget in (line.name, line.use, line.up, line.down, line.more, line.out):
                QWidget.setTabOrder(before, widget)
                before = widget

    def focus_room(self, room_id: str) -> None:
        """Put the cursor into the name of this room."""
        if room_id in self._rows:
            self._rows[room_id].name.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(self._rows[room_id])

    def neighbour(self, room_id: str) -> str:
        """Return the room on the line after this one, or before it; "" if there is no other."""
        place = self._order.index(room_id)
        rest = self._order[place + 1 : place + 2] or self._order[max(0, place - 1) : place]
        return rest[0] if rest else ""

    def _asked(self) -> RoomRow:
        """Return the line in which something was pressed or written."""
        widget = cast(QWidget, self.sender())
        return next(line for line in self._rows.values() if line.isAncestorOf(widget))

    def _on_named(self, name: str) -> None:
        self.named.emit(self._asked().room.id, name)

    def _on_used(self) -> None:
        line = self._asked()
        self.used.emit(line.room.id, line.use.value)

    def _on_up(self) -> None:
        room = self._asked().room
        self.floored.emit(room.id, room.floor + 1)

    def _on_down(self) -> None:
        room = self._asked().room
        self.floored.emit(room.id, room.floor - 1)

    def _on_doubled(self) -> None:
        self.doubled.emit(self._asked().room.kind)

    def _on_taken_out(self) -> None:
        self.taken_out.emit(self._asked().room.id)
