"""The rail beside the card: the house map, and the list of places that says the same in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.overview import PlaceMark, looked_at
from falls_app.drawing.shapes import badge
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.boxes import Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Words
from falls_app.words import mark_words

WIDTH = 312


class RoomRow(Pressable):
    """One place of the list: its badge, its name, and how it stands in words."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._mark: PlaceMark | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(SMALLEST, px(46)))

    def show_place(self, name: str, mark: PlaceMark, *, selected: bool) -> None:
        """Show how the place stands now."""
        self.setChecked(selected)
        spoken = f"{name}. {mark_words(mark, narrow=True)}."
        self.set_words(name, _("{name} Shown now.").format(name=spoken) if selected else spoken)
        self.setToolTip(name)
        if mark != self._mark:
            self._mark = mark
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH - 24), self.height())

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
        words = mark_words(mark, narrow=True)
        token = mark.state if mark.state in ("ok", "some", "fix") else "ink2"
        small = font(15, 600 if token != "ink2" else 400)
        room_for_words = QFontMetrics(small).horizontalAdvance(words) + px(16)
        face = font(17, 700 if self.isChecked() else 500)
        name_box = QRectF(px(54), 0, box.width() - px(54) - room_for_words - 4, box.height())
        name = QFontMetrics(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(name_box.width())
        )
        painter.setFont(face)
        painter.setPen(color("ink"))
        painter.drawText(name_box, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(small)
        painter.setPen(color(token))
        painter.drawText(
            box.adjusted(0, 0, -px(12), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            words,
        )
        self.draw_focus(painter, 10)


class Rail(Panel):
    """Map and list. Signals: chosen(str): the id of the place that was pressed."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("surface", None, "r")
        self._session = session
        self._rows: dict[str, RoomRow] = {}
        self._count = Words("", 15, 500, "ink2", wraps=False)
        self.map = HouseMap()
        self.map.chosen.connect(self.chosen)
        self._list = column(gap=0)
        self._rooms = Button(_("Change the rooms"), "quiet", icon="plus", height=44, size=16)
        self._rooms.clicked.connect(self._on_rooms)
        body = QWidget()
        body.setLayout(
            column(
                row(
                    Words(_("Your house map"), 17, 700, wraps=False),
                    None,
                    self._count,
                    margins=(8, 0, 8, 0),
                ),
                self.map,
                6,
                self._list,
                None,
                row(self._rooms, None),
                gap=0,
                margins=(12, 14, 12, 10),
            )
        )
        self.setLayout(column((Scroll(body, "surface"), 1), gap=0, margins=(0, 0, 0, 0)))
        self.setFixedWidth(px(WIDTH))

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
