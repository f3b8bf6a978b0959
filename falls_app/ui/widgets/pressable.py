"""What everything that is pressed is made of: a real button, its focus ring, its key."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.masking import masking
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.text import lay_out_text

SMALLEST = 44
"""Smallest side of anything that can be pressed, in pixels. Source: design brief, section 8."""

FOCUS_WIDTH, FOCUS_GAP = 3.0, 2.0


class Pressable(QAbstractButton):
    """Base of our buttons: real Qt buttons, so that keyboard and screen readers work.

    The focus ring is drawn inside the widget: nothing moves when it comes.
    """

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if look.large_targets:
            self.setMinimumSize(look.smallest_target, look.smallest_target)

    @override
    def setFixedSize(self, width: int, height: int) -> None:  # type: ignore[override]
        least = look.smallest_target if look.large_targets else 0
        super().setFixedSize(max(width, least), max(height, least))

    @override
    def setFixedHeight(self, height: int) -> None:
        least = look.smallest_target if look.large_targets else 0
        super().setFixedHeight(max(height, least))

    @override
    def setText(self, text: str) -> None:
        super().setText(masking.masked(text))

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(masking.masked(name))

    @override
    def setToolTip(self, words: str) -> None:
        super().setToolTip(masking.masked(words))

    def set_words(self, text: str, name: str = "") -> None:
        """Show another text; ``name`` is what screen readers say, the text if empty."""
        text, name = masking.masked(text), masking.masked(name)
        if text != self.text() or (name or text) != self.accessibleName():
            self.setText(text)
            self.setAccessibleName(name or text)
            self._keep_height()
            self.updateGeometry()
            self.update()

    def _keep_height(self) -> None:
        """Stay as high as words that wrap need: layouts would cut them at the hinted height."""
        if self.hasHeightForWidth():
            height = self.heightForWidth(self.width())
            least = look.smallest_target if look.large_targets else 0
            if height > self.minimumSizeHint().height():
                least = max(least, height)
            if self.minimumHeight() != least:
                self.setMinimumHeight(least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._keep_height()

    @property
    def is_hovered(self) -> bool:
        """True while the pointer is over it."""
        return self.underMouse() and self.isEnabled()

    def start_painting(self) -> tuple[QPainter, QtSurface]:
        """Return a painter and a surface of our drawings on it."""
        painter = QPainter(self)
        return painter, QtSurface(painter, plain_font)

    @property
    def shows_focus(self) -> bool:
        """True if it has focus and the keyboard is in use."""
        return self.hasFocus() and look.by_keyboard

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(event)
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        look.by_keyboard = False
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not look.by_keyboard:
            look.by_keyboard = True
            self.update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.passes_enter:
            self.click()
            return
        super().keyPressEvent(event)

    @property
    def passes_enter(self) -> bool:
        """True if Enter is for the page around it, such as going on from a chosen answer."""
        return False

    def draw_focus(self, painter: QPainter, radius: float) -> None:
        """Draw the focus ring, 3 px with a gap of 2 px, if it shows focus."""
        if not self.shows_focus:
            return
        box = QRectF(self.rect())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("focus_gap"), FOCUS_GAP))
        painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), max(1, radius - 4), max(1, radius - 4))
        painter.setPen(QPen(color("focus"), FOCUS_WIDTH))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)


def is_switched_off(event: QKeyEvent) -> bool:
    """Return whether a key is a letter or number alone while those do nothing (WCAG 2.1.4)."""
    return not look.single_keys and bool(event.text().strip())


def with_key(words: str, key: str) -> str:
    """Return what is read out for a button that a letter alone presses too, if it does."""
    return _("{words}, key {key}").format(words=words, key=key) if look.single_keys else words


def note_focus(event: QFocusEvent) -> None:
    """Remember that focus came by a click; a key says so itself, to the window.

    No other reason counts: Qt takes focus off what is hidden as if Tab had been pressed.
    """
    if event.reason() is Qt.FocusReason.MouseFocusReason:
        look.by_keyboard = False


def key_cap_width(key: str) -> int:
    """Return how wide ``draw_key_cap`` draws this key."""
    return max(lay_out_text(key, font(13, 600)).width + px(11), px(22))


def draw_key_cap(
    painter: QPainter, x: float, middle: float, key: str, *, back: str, ink: str, edge: str
) -> None:
    """Draw the key that does the same, its left edge at ``x``."""
    box = QRectF(x, middle - px(11), key_cap_width(key), px(22))
    painter.setBrush(color(back))
    painter.setPen(QPen(color(edge), 1))
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(font(13, 600))
    painter.setPen(color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
