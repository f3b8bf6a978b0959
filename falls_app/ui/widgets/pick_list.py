"""A list to pick a line from, in groups: words, what stands below them, the key that does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.masking import masking
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.boxes import scroll_bar_style
from falls_app.ui.widgets.pressable import SMALLEST, draw_key_cap, key_cap_width
from falls_app.ui.widgets.text import Block, lay_out_text


@dataclass(frozen=True, slots=True)
class Pick:
    """A line of the list. ``data`` is what is picked; a line without is a heading."""

    words: str
    below: str = ""
    key: str = ""
    icon: str = ""
    data: Any = None
    is_possible: bool = True

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = [self.words.rstrip("."), self.below.rstrip(".")]
        if self.key:
            parts.append(_("Key {key}").format(key=self.key))
        if self.data is not None and not self.is_possible:
            parts.append(_("Not now"))
        return ". ".join(part for part in parts if part) + "."


_PICK = Qt.ItemDataRole.UserRole


class PickList(QListWidget):
    """Shows picks; the arrow keys pass over headings and over what cannot be picked now.

    Signals:
        picked(object): the data of a line that was opened.
        reached(str): a line was come to; what is to be said about it.
    """

    picked = Signal(object)
    reached = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Lines(self))
        self.setMouseTracking(True)
        self.setStyleSheet(
            f"QListWidget {{ background: {look.theme['surface']}; border: none; outline: none; }}"
            + scroll_bar_style()
        )
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(self._on_current)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these lines, the first that can be picked chosen."""
        self.clear()
        for pick in picks:
            item = QListWidgetItem(masking.masked(pick.spoken))
            item.setData(_PICK, pick)
            can = pick.data is not None and pick.is_possible
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if can else Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setCurrentRow(next(self._possible(range(self.count())), -1))
        self.scrollToTop()

    @property
    def chosen(self) -> Pick | None:
        """The line that is chosen, None if there is none."""
        item = self.currentItem()
        found: Pick | None = item.data(_PICK) if item is not None else None
        return found

    def step(self, way: int) -> None:
        """Choose the next line (1) or the one before (-1)."""
        here = self.currentRow()
        rows = range(here + 1, self.count()) if way > 0 else range(here - 1, -1, -1)
        there = next(self._possible(rows), None)
        if there is None:
            self.scrollToTop() if way < 0 else self.scrollToBottom()
            return
        self.setCurrentRow(there)
        self.scrollToItem(self.item(there))

    def pick(self) -> None:
        """Pick the line that is chosen."""
        if self.chosen is not None:
            self.picked.emit(self.chosen.data)

    def _possible(self, rows: range) -> Iterator[int]:
        return (row for row in rows if self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        pick: Pick = item.data(_PICK)
        if pick.data is not None and pick.is_possible:
            self.picked.emit(pick.data)

    def _on_current(self) -> None:
        if self.chosen is not None:
            self.reached.emit(self.chosen.spoken)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out again: what wraps depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Lines(QStyledItemDelegate):
    """Draws the lines."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._list = shown

    def _blocks(self, pick: Pick, width: int) -> tuple[Block, Block | None]:
        room = width - px(24)
        if pick.data is None:
            return lay_out_text(pick.words, font(15, 700), room), None
        room -= px(34) if pick.icon else 0
        room -= key_cap_width(pick.key) + px(12) if pick.key else 0
        below = lay_out_text(pick.below, font(15), room, 1.3) if pick.below else None
        return lay_out_text(pick.words, font(17, 500), room, 1.3), below

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        pick: Pick = index.data(_PICK)
        width = self._list.viewport().width()
        words, below = self._blocks(pick, width)
        if pick.data is None:
            return QSize(width, words.height + px(18))
        height = words.height + (below.height if below else 0) + px(14)
        return QSize(width, max(height, SMALLEST, px(44)))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        pick: Pick = index.data(_PICK)
        box = QRectF(option.rect)
        words, below = self._blocks(pick, round(box.width()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pick.data is None:
            painter.setPen(color("ink2"))
            words.draw(painter, box.left() + px(12), box.bottom() - words.height - px(4))
        else:
            self._draw(painter, box, pick, option)
            self._draw_words(painter, box, (words, below), pick)
        painter.restore()

    def _draw(
        self, painter: QPainter, box: QRectF, pick: Pick, option: QStyleOptionViewItem
    ) -> None:
        """Draw the ground of a line: where the keyboard is, where the pointer is."""
        state: QStyle.StateFlag = option.state
        inside = box.adjusted(2, 1, -2, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(color("focus"), 3))
            painter.setBrush(color("primary_soft"))
            painter.drawRoundedRect(inside, 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver and pick.is_possible:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(inside, 10, 10)

    def _draw_words(
        self, painter: QPainter, box: QRectF, blocks: tuple[Block, Block | None], pick: Pick
    ) -> None:
        words, below = blocks
        left, token = box.left() + px(12), "ink" if pick.is_possible else "ink3"
        height = words.height + (below.height if below else 0)
        top = box.center().y() - height / 2
        if pick.icon:
            side = px(20)
            surface = QtSurface(painter, plain_font)
            ink = color("primary").name()
            draw_icon(surface, pick.icon, left, box.center().y() - side / 2, side, ink)
            left += px(34)
        painter.setPen(color(token))
        words.draw(painter, left, top)
        if below:
            painter.setPen(color("ink2" if pick.is_possible else "ink3"))
            below.draw(painter, left, top + words.height)
        if pick.key:
            x = box.right() - px(12) - key_cap_width(pick.key)
            draw_key_cap(
                painter, x, box.center().y(), pick.key, back="sunken", ink="ink2", edge="edge"
            )
