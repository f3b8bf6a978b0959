"""Rooms that were not seen, and why; and places that are no rooms of the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.setup import fill
from falls_app.ui.widgets.text import Words


class RoomRow(QWidget):
    """A room to tick, with the reason beside it once it is.

    Signals:
        changed(str, object): the room, and why it was not seen; None: it was.
    """

    changed = Signal(str, object)

    def __init__(self, place: str, name: str) -> None:
        super().__init__()
        self._place = place
        self.box = CheckBox(name, name=_("Not seen: {room}").format(room=name))
        self.why = LineField(name=_("Why not: {room}").format(room=name), hint=_("Why?"))
        self.box.clicked.connect(self._on_box)
        self.why.written.connect(self._on_why)
        self.setLayout(row((self.box, 1), (self.why, 2), gap=16))

    def show_reason(self, why: str | None) -> None:
        """Show why it was not seen; None: it was."""
        self.box.setChecked(why is not None)
        self.why.setVisible(why is not None)
        fill(self.why, why or "")

    def _on_box(self) -> None:
        self.changed.emit(self._place, self.why.text().strip() if self.box.isChecked() else None)

    def _on_why(self, words: str) -> None:
        if self.box.isChecked():
            self.changed.emit(self._place, words.strip())


class NotSeen(VisitPart):
    """The rooms of the home, then other places."""

    icon = "door"

    @override
    @staticmethod
    def title() -> str:
        return _("Rooms not seen")

    @override
    def build(self) -> None:
        self._rows: dict[str, RoomRow] = {}
        self._shown: list[tuple[str, str]] = []
        self._rooms = column(gap=4)
        self._others = column(gap=8)
        self._place = LineField(name=_("Another place"), hint=_("Attic, garage"))
        self._add = Button(_("Add"), icon="plus", height=48, name=_("Add this place"))
        self._add.clicked.connect(self._on_add)
        self._place.returnPressed.connect(self._on_add)
        self.setLayout(
            column(
                Words(_("Tick what you did not see. The report says so."), 17, token="ink2"),
                self._rooms,
                8,
                Words(_("Other places"), 18, 700),
                self._others,
                row((self._place, 1), self._add, gap=12),
                gap=10,
            )
        )

    @override
    def refresh(self) -> None:
        unseen = self.visit.not_seen
        rooms = [(room.id, room.name) for room in self.session.case.home]
        known = {room for room, _name in rooms}
        others = [(place, place) for place in unseen if place not in known]
        if self._shown != [*rooms, *others]:
            self._rebuild(rooms, others)
            self._shown = [*rooms, *others]
            self.turned.emit()
        for place, line in self._rows.items():
            line.show_reason(unseen.get(place))

    def _rebuild(self, rooms: list[tuple[str, str]], others: list[tuple[str, str]]) -> None:
        clear(self._rooms)
        clear(self._others)
        self._rows = {}
        for pairs, layout in ((rooms, self._rooms), (others, self._others)):
            for place, name in pairs:
                line = RoomRow(place, name)
                line.changed.connect(self._on_changed)
                self._rows[place] = line
                layout.addWidget(line)
                line.show()  # seen at once, and found by Tab

    def _on_changed(self, place: str, why: str | None) -> None:
        unseen = {**self.visit.not_seen}
        if why is None:
            unseen.pop(place, None)
        else:
            unseen[place] = why
        self.session.set_visit(_("rooms not seen"), not_seen=unseen)
        if why is not None and place in self._rows:
            self._rows[place].why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        place = " ".join(self._place.text().split())
        if place:
            self._place.show_text("")
            self._place.clear()
            self._on_changed(place, self.visit.not_seen.get(place, ""))


PART = NotSeen
