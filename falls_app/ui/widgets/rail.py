"""The rail beside the card: the house map, and the list of places that says the same in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.overview import PlaceMark, looked_at
from falls_app.drawing.shapes import badge
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, Words, lay_out_text
from falls_app.words import mark_words

WIDTH = 312
WIDEST_MAP = 540
"""Width of the house map where the rail stands alone, in pixels at 100 % text."""
BELOW = 20
"""Height of the line below a name that says how the place stands, in pixels at 100 % text."""


class RoomRow(Pressable):
    """One place of the list: its badge, its name, and how it stands in words."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._mark: PlaceMark | None = None
        self._heights: dict[tuple[int, bool], int] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_place(self, name: str, mark: PlaceMark, *, selected: bool) -> None:
        """Show how the place stands now."""
        self.setChecked(selected)
        if mark != self._mark:
            self._mark = mark
            self._heights.clear()
            self.update()
        if name != self.text():
            self._heights.clear()
        self.set_words(name, spoken_place(name, mark, selected=selected))

    def _standing(self) -> tuple[str, str]:
        """Return how the place stands in words, and their color."""
        if self._mark is None:
            return "", "ink2"
        token = self._mark.state if self._mark.state in ("ok", "some", "fix") else "ink2"
        return mark_words(self._mark, narrow=True), token

    def _block(self, width: int) -> Block:
        beside = 0 if self._is_stacked(width) else self._beside()
        return lay_out_text(self.text(), self._face(), max(px(60), width - px(64) - beside), 1.25)

    def _face(self) -> QFont:
        return font(17, 700 if self.isChecked() else 500)

    def _beside(self) -> int:
        """Width of how the place stands, with the gap before it."""
        words, token = self._standing()
        return QFontMetrics(_small(token)).horizontalAdvance(words) + px(10)

    def _is_stacked(self, width: int) -> bool:
        """Whether how it stands goes below the name: beside it a word would be broken."""
        room, face = width - px(64) - self._beside(), QFontMetrics(self._face())
        return any(face.horizontalAdvance(word) > room for word in self.text().split())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH - 24), max(SMALLEST, px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), max(SMALLEST, px(44)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        asked = width, self.isChecked()
        if asked not in self._heights:
            below = px(BELOW) if self._is_stacked(width) else 0
            high = self._block(width).height + below + px(16)
            self._heights[asked] = max(SMALLEST, px(44), high)
        return self._heights[asked]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter, surface = self.start_painting()
        box, mark, middle = QRectF(self.rect()), self._mark, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(color("primary_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 10, 10)
            painter.setBrush(color("primary"))
            painter.drawRoundedRect(QRectF(0, 8, 4, box.height() - 16), 2, 2)
        elif self.is_hovered:
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 10, 10)
        share = mark.done / mark.total if mark.total else 0.0
        badge(
            surface,
            look.theme,
            mark.state,  # type: ignore[arg-type]
            px(28),
            middle,
            scale=0.86 * look.percent / 100,
            number=mark.number,
            share=share,
            unsure=bool(mark.unsure),
        )
        self._draw_words(painter)
        self.draw_focus(painter, 10)

    def _draw_words(self, painter: QPainter) -> None:
        """Draw the name, and how the place stands beside it or below it."""
        words, token = self._standing()
        block, stacked = self._block(self.width()), self._is_stacked(self.width())
        top = (self.height() - block.height - px(BELOW) * stacked) / 2
        painter.setPen(color("ink"))
        block.draw(painter, px(54), top)
        painter.setFont(_small(token))
        painter.setPen(color(token))
        room = QRectF(self.rect()).adjusted(px(54), 0, -px(12), 0)
        side = Qt.AlignmentFlag.AlignRight
        if stacked:
            room.setTop(top + block.height)
            room.setHeight(px(BELOW))
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)


def _small(token: str) -> QFont:
    return font(15, 600 if token != "ink2" else 400)


def spoken_place(name: str, mark: PlaceMark, *, selected: bool) -> str:
    """Return what screen readers say of a place that is listed."""
    spoken = f"{name}. {mark_words(mark, narrow=True)}."
    return _("{name} Shown now.").format(name=spoken) if selected else spoken


class Rail(Panel):
    """Map and list.

    Signals:
        chosen(str): the id of the place that was pressed, "" to change the rooms.
        closed(): the list stood in place of the card, which is wanted again.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("surface", None, "r")
        self._session = session
        self._rows: dict[str, RoomRow] = {}
        self._count = Words("", 15, 500, "ink2")
        self.close_button = Button(
            _("Back to the question"), "secondary", icon="arrow-left", height=44, size=17
        )
        self.close_button.clicked.connect(self.closed)
        self.map = HouseMap(small=True)
        self._many = Words(_("With so many rooms, choose one in the list."), 15, 400, "ink2")
        self._many.hide()
        self.map.chosen.connect(self.chosen)
        self._list = column(gap=0)
        self._rooms = Button(_("Change the rooms"), "quiet", icon="plus", height=44, size=16)
        self._rooms.clicked.connect(self._on_rooms)
        body = QWidget()
        body.setLayout(
            column(
                row(self.close_button, None, margins=(0, 0, 0, 8)),
                beside(Words(_("Your house map"), 17, 700), self._count, gap=4, apart=True),
                row(None, (self.map, 100), None, gap=0),
                self._many,
                6,
                self._list,
                None,
                row(self._rooms, None),
                gap=0,
                margins=(12, 10, 12, 6),
            )
        )
        self.setLayout(column((Scroll(body, "surface"), 1), gap=0, margins=(0, 0, 0, 0)))
        self.show_alone(False)

    def show_alone(self, alone: bool) -> None:
        """Fill the page, with the way back; or stand beside the card."""
        self.close_button.setVisible(alone)
        self.setMinimumWidth(0 if alone else px(WIDTH))
        self.setMaximumWidth(NO_LIMIT if alone else px(WIDTH))
        self.map.setMaximumWidth(px(WIDEST_MAP) if alone else NO_LIMIT)

    def refresh(self, selected: str) -> None:
        """Show how every place stands; ``selected`` is shown in the card."""
        view = self._session.view
        done, total = looked_at(view.marks.values())
        self._count.setText(_("{done} of {total} looked at").format(done=done, total=total))
        self.map.show_places(
            view.spots,
            self._session.case.home.shape,  # type: ignore[arg-type]
            selected,
        )
        self._many.setVisible(self.map.only_shows)
        self._refresh_rows(view.places, selected)

    def _refresh_rows(self, places: Sequence[str], selected: str) -> None:
        if list(self._rows) != list(places):
            for old in self._rows.values():
                old.hide()
                old.deleteLater()
            self._rows = {}
            for place in places:
                line = RoomRow(place)
                line.clicked.connect(self._on_row)
                self._rows[place] = line
                self._list.addWidget(line)
        for place, line in self._rows.items():
            view = self._session.view
            name = view.place_name(place)
            line.show_place(name, view.marks[place], selected=place == selected)

    def row_of(self, place: str) -> RoomRow | None:
        """Return the line of a place."""
        return self._rows.get(place)

    def _on_row(self) -> None:
        line = self.sender()
        if isinstance(line, RoomRow):
            self.chosen.emit(line.place)

    def _on_rooms(self) -> None:
        self.chosen.emit("")
