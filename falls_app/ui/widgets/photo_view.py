"""A photo with its marks: shown, drawn on with the pointer, and changed by keys."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.evidence import Mark, MarkKind, PhotoFile
from falls_app.domain.marking import moved, with_end_moved
from falls_app.drawing.marks import draw_marks
from falls_app.i18n import _
from falls_app.ui.drawing.photo_reading import SMOOTH, Seen, read_picture
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, plain_font, px
from falls_app.ui.widgets.fields import NOTE_PAUSE_MS
from falls_app.ui.widgets.mark_button import MarkButton, mark_names
from falls_app.ui.widgets.mark_hand import Hand
from falls_app.ui.widgets.mark_places import Shown

LOWEST = 190
"""Height that a photo has at least, in pixels at 100 % text; it takes all there is."""
_GRIP = 9.0


class PhotoView(QWidget):
    """One photo. What is changed here is handed on when the hand rests.

    Signals:
        drawn(tuple): these are its marks now.
        added(object): a mark of this kind is new.
        left(): the mark that is held will not be; what it says is handed on now.
        held(int): this mark is held, -1 for none.
        armed(object): this kind of mark is drawn by the next press; None for none.
        ended(object): nothing more is done to the mark that was held, of this kind.

    ``line_words`` is what a new measure line says.
    """

    drawn = Signal(object)
    added = Signal(object)
    left = Signal()
    held = Signal(int)
    armed = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self._loaded: tuple[PhotoFile | None, QSize] | None = None
        self._file: PhotoFile | None = None
        self._seen: Seen | None = None
        self._size = QSize(4, 3)
        self._buttons: list[MarkButton] = []
        self.marks: tuple[Mark, ...] = ()
        self._known: tuple[Mark, ...] = ()
        self.chosen: int | None = None
        self.line_words = ""
        self._hand = Hand(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(LOWEST))
        self.setMouseTracking(True)
        self._rest = QTimer(self, singleShot=True, interval=NOTE_PAUSE_MS)
        self._rest.timeout.connect(self.settle)

    # ------------------------------------------------------------------ what is shown

    def show_photo(
        self, file: PhotoFile | None, size: tuple[int, int], marks: tuple[Mark, ...], name: str
    ) -> None:
        """Show the picture in this file, its size in pixels, with its marks."""
        self.setAccessibleName(name)
        if (file, marks) == (self._file, self._known):
            return  # what is being drawn stays in the hand
        self._file, self._size = file, QSize(*size)
        self._rest.stop()
        self._hand.let_go()
        self.marks = self._known = marks
        if self.chosen is not None and self.chosen >= len(marks):
            self._hold(None)
        self._place_buttons()
        self.update()

    def expect(self, seen: Seen) -> None:
        """Know what is in the file of a photo that comes in a moment."""
        self._seen = seen

    def settle(self) -> None:
        """Hand on marks that were moved, if they were."""
        self._rest.stop()
        if self.marks != self._known:
            self._known = self.marks
            self.drawn.emit(self.marks)

    @property
    def shown(self) -> Shown:
        """Where the picture lies."""
        size = self._size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return Shown(QRectF(left, top, size.width(), size.height()))

    # ------------------------------------------------------------------ marks

    def arm(self, kind: MarkKind | None) -> None:
        """Let the next press draw a mark of this kind; None for none."""
        self._hand.kind = kind
        self.setCursor(Qt.CursorShape.CrossCursor if kind else Qt.CursorShape.ArrowCursor)
        self.armed.emit(kind)

    def cancel(self) -> bool:
        """Leave what is begun: a mark half drawn, a tool in the hand; False if nothing was."""
        return self._hand.cancel()

    def words_for(self, kind: MarkKind) -> str:
        """Return what a new mark says at first."""
        return {MarkKind.TEXT: _("Here"), MarkKind.LINE: self.line_words}.get(kind, "")

    def hold(self, number: int) -> None:
        """Hold a mark: its ends show, and the keyboard is on it."""
        self._hold(number)
        self._buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Hold no mark any more."""
        if self.chosen is not None:
            self._on_ended(self.chosen)

    def add(self, mark: Mark) -> None:
        """Add a mark above the others, and hold it."""
        self.change((*self.marks, mark))
        self.settle()
        self.hold(len(self.marks) - 1)
        self.added.emit(mark.kind)

    def change(self, marks: tuple[Mark, ...]) -> None:
        """Show these marks; they are handed on by ``settle``."""
        self.marks = marks
        self._place_buttons()
        self.update()

    def set_words(self, words: str) -> None:
        """Let the mark that is held say this; a text keeps its words rather than have none."""
        mark = self.marks[self.chosen] if self.chosen is not None else None
        if mark and self.chosen is not None and (words or mark.kind is not MarkKind.TEXT):
            self._replace(self.chosen, replace(mark, words=words))
            self.settle()

    def remove(self, number: int) -> None:
        """Take a mark off."""
        kind = self.marks[number].kind
        self._hold(None)
        self.change(self.marks[:number] + self.marks[number + 1 :])
        self.settle()
        self.ended.emit(kind)

    def _hold(self, number: int | None) -> None:
        if number != self.chosen:
            self.left.emit()
            self.chosen = number
            self.held.emit(-1 if number is None else number)
            self.update()

    def _replace(self, number: int, mark: Mark) -> None:
        self.change((*self.marks[:number], mark, *self.marks[number + 1 :]))

    def _on_nudged(self, number: int, dx: float, dy: float, only_end: bool) -> None:
        self._hold(number)
        change = with_end_moved if only_end else moved
        self._replace(number, change(self.marks[number], dx, dy))
        self._rest.start()

    def _on_ended(self, number: int) -> None:
        kind = self.marks[number].kind
        self.settle()
        self._hold(None)
        self.ended.emit(kind)

    def _place_buttons(self) -> None:
        """Let every mark have a button of its own, where it lies."""
        while len(self._buttons) < len(self.marks):
            button = MarkButton(len(self._buttons), self)
            button.held.connect(self._hold)
            button.nudged.connect(self._on_nudged)
            button.ended.connect(self._on_ended)
            button.removed.connect(self.remove)
            button.show()
            self._buttons.append(button)
        while len(self._buttons) > len(self.marks):
            gone = self._buttons.pop()
            gone.hide()
            gone.deleteLater()
        shown = self.shown
        pairs = zip(self._buttons, self.marks, mark_names(self.marks), strict=True)
        for button, mark, name in pairs:
            button.setAccessibleName(name)
            button.setGeometry(shown.bounds(mark).toAlignedRect())

    # ------------------------------------------------------------------ the pointer

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._file is not None:
            self._hand.press(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.release(event.position())

    # ------------------------------------------------------------------ Qt

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(480), px(LOWEST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface, shown = QtSurface(painter, plain_font), self.shown
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(self.rect(), 14, 14)
        if self._file is not None:
            self._draw_picture(painter, shown)
        draw_marks(surface, self.marks, shown.box, shown.scale)
        if self.chosen is not None and self.chosen < len(self.marks):
            self._draw_hold(painter, shown, self.marks[self.chosen])

    def _draw_picture(self, painter: QPainter, shown: Shown) -> None:
        painter.save()
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), 14, 14)
        painter.setClipPath(corners)
        pixmap = self._picture(shown.rect.size().toSize())
        painter.drawPixmap(shown.rect, pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _picture(self, size: QSize) -> QPixmap:
        """Return the picture as large as it is shown; the decoder itself makes it so."""
        wanted = (self._file, size * self.devicePixelRatioF())
        if self._pixmap is None or self._loaded != wanted:
            file, room = wanted
            image = QImage() if file is None else self._read(file, room)
            self._pixmap, self._loaded = QPixmap.fromImage(image), wanted
        return self._pixmap

    def _read(self, file: PhotoFile, room: QSize) -> QImage:
        seen = self._seen.large if self._seen and self._seen.file == file else QImage()
        if seen.width() < room.width() or seen.height() < room.height():
            return read_picture(file, lambda _whole: room)
        return seen.scaled(room, mode=SMOOTH)

    def _draw_hold(self, painter: QPainter, shown: Shown, mark: Mark) -> None:
        """Draw what shows that a mark is held: a dashed box and its ends, for dark and light."""
        ends = shown.ends(mark)
        box = shown.bounds(mark).adjusted(-4, -4, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, style in (("focus_gap", Qt.PenStyle.SolidLine), ("focus", Qt.PenStyle.DashLine)):
            painter.setPen(QPen(color(token), 2.5, style))
            painter.drawRoundedRect(box, 6, 6)
        if mark.kind is MarkKind.BLUR:
            painter.fillRect(box.adjusted(4, 4, -4, -4), QColor(255, 255, 255, 60))
        painter.setPen(QPen(color("focus_gap"), 3))
        painter.setBrush(color("focus"))
        for at in ends.values():
            painter.drawEllipse(QPointF(at), _GRIP, _GRIP)
