"""The rooms above the card where there is no room for the rail: a way to the map, and the next."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.domain.overview import PlaceMark
from falls_app.drawing.shapes import badge
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.rail import spoken_place
from falls_app.ui.widgets.text import Block, lay_out_text

TILE, GAP = 108, 4
"""Least width of a tile and the gap between two, in pixels at 100 % text."""
MOST = 9


class RoomTile(Pressable):
    """One room: its badge over its name."""

    def __init__(self) -> None:
        super().__init__()
        self.place = ""
        self._mark: PlaceMark | None = None
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_place(self, name: str, mark: PlaceMark, *, selected: bool) -> None:
        """Show a room as it stands now."""
        self.place, self._mark = mark.id, mark
        self.setChecked(selected)
        self.set_words(name, spoken_place(name, mark, selected=selected))
        self.update()

    def _block(self, width: int) -> Block:
        face = font(16, 700 if self.isChecked() else 500)
        centered = Qt.AlignmentFlag.AlignHCenter
        return lay_out_text(self.text(), face, max(30, width - px(12)), 1.2, centered)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(TILE), self.heightForWidth(px(TILE)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), SMALLEST)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return px(48) + self._block(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter, surface = self.start_painting()
        box, mark = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), self._mark
        if self.isChecked() or self.is_hovered:
            chosen = self.isChecked()
            painter.setPen(QPen(color("primary"), 2.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color("primary_soft" if chosen else "hover"))
            painter.drawRoundedRect(box, 12, 12)
        badge(
            surface, look.theme,
            mark.state,  # type: ignore[arg-type]
            self.width() / 2, px(23), scale=0.86 * look.percent / 100, number=mark.number,
            share=mark.done / mark.total if mark.total else 0.0, unsure=bool(mark.unsure),
        )  # fmt: skip
        painter.setPen(color("ink"))
        self._block(self.width()).draw(painter, px(6), px(40))
        self.draw_focus(painter, 12)


class RoomStrip(Panel):
    """Map, and as many rooms around the one that is shown as fit.

    Signals:
        chosen(str): the id of the place that was pressed. rooms_asked(): all of them are wanted.
    """

    chosen = Signal(str)
    rooms_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("surface", lines="b")
        self._session, self._place = session, ""
        self.rooms = Button(
            _("Map"), "soft", icon="map", height=44, size=17, name=_("Map: all rooms")
        )
        self.rooms.clicked.connect(self.rooms_asked)
        self._tiles = [RoomTile() for _number in range(MOST)]
        for tile in self._tiles:
            tile.clicked.connect(self._on_tile)
        self.setLayout(
            row(self.rooms, *((tile, 1) for tile in self._tiles), gap=GAP, margins=(12, 8, 12, 8))
        )

    def refresh(self, place: str) -> None:
        """Show the rooms around this one as they stand now."""
        self._place = place
        view = self._session.view
        first, count = self._window()
        shown = view.places[first : first + count]
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < len(shown))
            if number < len(shown):
                each = shown[number]
                tile.show_place(view.place_name(each), view.marks[each], selected=each == place)

    def _window(self) -> tuple[int, int]:
        """Return the first place that is shown, and how many there are."""
        places = self._session.view.places
        room = self.width() - self.rooms.sizeHint().width() - px(24)
        count = max(1, min(MOST, len(places), room // (self._widest() + px(GAP))))
        at = places.index(self._place) if self._place in places else 0
        return max(0, min(at - count // 2, len(places) - count)), count

    def _widest(self) -> int:
        """Return the width of a tile in which the longest name takes three lines."""
        view, face = self._session.view, font(16, 700)
        names = (lay_out_text(view.place_name(each), face).width for each in view.places)
        return max(px(TILE), max(names, default=0) // 3 + px(24))

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, RoomTile):
            self.chosen.emit(tile.place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._place and self._session.is_open:
            self.refresh(self._place)
