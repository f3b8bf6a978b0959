"""The places of the home as a list, those with the most to fix first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.overview import PlaceMark
from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import badge
from falls_app.i18n import _, ngettext
from falls_app.reason_words import place_reasons, room_number
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Block, Words, lay_out_text
from falls_app.ui.widgets.why import WhyButton
from falls_app.words import mark_words

FIRST, MOST = 7, 8
"""So many places are shown at first; up to ``MOST`` all are, and none is folded away alone."""


class PlaceRow(Pressable):
    """One place of the home: its shape, its name, how it stands. Opens the place."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._mark: PlaceMark | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_place(self, name: str, mark: PlaceMark) -> None:
        """Show how the place stands now."""
        self.set_words(name, f"{name}. {mark_words(mark, narrow=True)}.")
        if mark != self._mark:
            self._mark = mark
            self.updateGeometry()
            self.update()

    def _blocks(self, width: int) -> tuple[Block, Block]:
        standing = mark_words(self._mark, narrow=True) if self._mark else ""
        words = lay_out_text(standing, font(16, 600), line=1.25)
        room = width - px(48) - words.width - px(44)
        return lay_out_text(self.text(), font(18, 500), max(px(80), room), 1.25), words

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(300), max(SMALLEST, px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), max(SMALLEST, px(44)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(SMALLEST, px(44), self._blocks(width)[0].height + px(14))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter, surface = self.start_painting()
        mark, middle = self._mark, self.height() / 2
        if self.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), 10, 10)
        badge(
            surface, look.theme, mark.state, px(22), middle,  # type: ignore[arg-type]
            scale=0.86 * look.percent / 100, number=mark.number,
            share=mark.done / mark.total if mark.total else 0.0, unsure=bool(mark.unsure),
        )  # fmt: skip
        name, words = self._blocks(self.width())
        painter.setPen(color("ink"))
        name.draw(painter, px(48), middle - name.height / 2)
        token = mark.state if mark.state in ("ok", "some", "fix") else "ink2"
        painter.setPen(color("unsure" if mark.unsure and not mark.number else token))
        right = self.width() - px(32)
        words.draw(painter, right - words.width, middle - words.height / 2)
        side = px(18)
        ink = color("ink3").name()
        draw_icon(surface, "chevron-right", right + px(6), middle - side / 2, side, ink)
        self.draw_focus(painter, 10)


class PlaceLine(QWidget):
    """A place that opens, with a button beside it, and beneath both why it wears its sign."""

    def __init__(self, place: str, opened: set[str]) -> None:
        super().__init__()
        self.row, self.why = PlaceRow(place), WhyButton(opened, compact=True)
        line = row((self.row, 1), gap=0)
        line.addWidget(self.why, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = column(self.why.reasons, gap=0, margins=(48, 0, 14, 0))
        self.setLayout(column(line, inside, gap=0))

    def show_place(self, session: Session, mark: PlaceMark) -> None:
        """Show how the place stands now, and why; to professionals its number too."""
        name = session.view.place_name(mark.id)
        self.row.show_place(name, mark)
        reasons = place_reasons(session.view, mark.id)
        if session.is_professional:
            reasons = (*reasons, *room_number(session.view, mark.id))
        self.why.show_reasons(f"{session.case.id}:{mark.id}", name, reasons)


class PlaceList(Card):
    """All places where something is asked. Signals: chosen(str): the id of the pressed place."""

    chosen = Signal(str)

    def __init__(self, opened: set[str]) -> None:
        self._opened = opened
        self._rows: dict[str, PlaceLine] = {}
        self._list, self._rest_list = column(gap=0), column(gap=0)
        self._rest = QWidget()
        self._rest.setLayout(self._rest_list)
        self.all = FoldButton(self._rest)
        super().__init__(
            column(
                row(Words(_("Room by room"), 19, 700), margins=(8, 0, 8, 0)),
                2,
                self._list,
                self._rest,
                row(self.all, None),
                None,
                gap=2,
                margins=(12, 12, 8, 8),
            )
        )

    def show_places(self, session: Session) -> None:
        """Show how every place stands now."""
        marks = session.view.worst_first
        places = [mark.id for mark in marks]
        if list(self._rows) != places:
            self._arrange(places)
        for mark in marks:
            self._rows[mark.id].show_place(session, mark)
        self.all.setVisible(len(places) > MOST)
        to_open = ngettext("Show all {n} places", "Show all {n} places", len(places))
        self.all.show_words(to_open.format(n=len(places)), _("Show fewer places"))

    @property
    def rows(self) -> list[PlaceLine]:
        """The lines from the top."""
        return list(self._rows.values())

    @property
    def chain(self) -> list[QWidget]:
        """What is pressed in them, in the order in which it stands."""
        pressed = [each for line in self._rows.values() for each in (line.row, line.why)]
        return [*pressed, self.all]

    def _arrange(self, places: Sequence[str]) -> None:
        """Put the lines in this order; those that stay are kept, and keep their focus."""
        for place in set(self._rows) - set(places):
            gone = self._rows.pop(place)
            gone.hide()
            gone.deleteLater()
        rows = {}
        for number, place in enumerate(places):
            line = self._rows.get(place) or self._new_row(place)
            if len(places) > MOST and number >= FIRST:
                self._rest_list.insertWidget(number - FIRST, line)
            else:
                self._list.insertWidget(number, line)
            rows[place] = line
        self._rows = rows

    def _new_row(self, place: str) -> PlaceLine:
        line = PlaceLine(place, self._opened)
        line.row.clicked.connect(self._on_row)
        return line

    def _on_row(self) -> None:
        line = self.sender()
        if isinstance(line, PlaceRow):
            self.chosen.emit(line.place)
