"""Everything that is pressed: buttons, icon buttons, chips, tabs, switches."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.text import Block, lay_out_text

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

    def set_words(self, text: str, name: str = "") -> None:
        """Show another text; ``name`` is what screen readers say, the text if empty."""
        if text != self.text() or (name or text) != self.accessibleName():
            self.setText(text)
            self.setAccessibleName(name or text)
            self.updateGeometry()
            self.update()

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not look.by_keyboard:
            look.by_keyboard = True
            self.update()
        super().keyPressEvent(event)

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


def note_focus(event: QFocusEvent) -> None:
    """Remember whether focus came by the keyboard; set by the program, it stays as it was."""
    reason = event.reason()
    if reason in _BY_KEYBOARD:
        look.by_keyboard = True
    elif reason is Qt.FocusReason.MouseFocusReason:
        look.by_keyboard = False


_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


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


@dataclass(frozen=True)
class Style:
    """Tokens of a kind of button: fill, edge, ink, fill under the pointer."""

    fill: str | None
    edge: str | None
    ink: str
    hover: str


STYLES = {
    "primary": Style("primary", "primary", "on_primary", "primary_hover"),
    "secondary": Style("surface", "edge", "ink", "hover"),
    "quiet": Style(None, None, "primary", "hover"),
    "soft": Style("primary_soft", "primary_soft", "primary", "primary_soft"),
    "delete": Style("surface", "flag_solid", "flag", "hover"),
    "flag": Style("flag_solid", "flag_solid", "on_flag", "flag_solid"),
}
DISABLED = Style("sunken", "line", "ink3", "sunken")


class Button(Pressable):
    """A button with words, an icon before or after them, and the key that does the same.

    It wraps into more lines when it gets less room than its words want.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        after: str = "",
        key: str = "",
        height: int = 48,
        size: float = 18,
        name: str = "",
        wide: bool = False,
    ) -> None:
        super().__init__(text, name)
        self._style, self._icon, self._after, self._key = STYLES[kind], icon, after, key
        self._height, self._face = height, font(size, 600)
        self._pad = 20 if kind != "quiet" else 14
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum,
            QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _beside(self) -> int:
        """Width of everything that is not the words."""
        icons = (px(20) + 10) * (bool(self._icon) + bool(self._after))
        key = 12 + key_cap_width(self._key) if self._key else 0
        return 2 * px(self._pad) + icons + key

    def _block(self, width: int) -> Block:
        return lay_out_text(self.text(), self._face, max(20, width - self._beside()), 1.25)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), self._face, line=1.25)
        return QSize(words.width + self._beside(), max(px(self._height), SMALLEST))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split() or [""], key=len)
        word = lay_out_text(longest, self._face, line=1.25).width
        return QSize(max(SMALLEST, word + self._beside()), self.sizeHint().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.sizeHint().height(), self._block(width).height + px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        style = self._style if self.isEnabled() else DISABLED
        self._draw_box(painter, style)
        block = self._block(self.width())
        icon = px(20)
        x = (self.width() - self._beside() - min(block.width, self.width() - self._beside())) / 2
        x += px(self._pad)
        middle = self.height() / 2
        ink = style.ink
        if self._icon:
            draw_icon(surface, self._icon, x, middle - icon / 2, icon, color(ink).name())
            x += icon + 10
        painter.setPen(color(ink))
        block.draw(painter, x, middle - block.height / 2)
        x += block.width
        if self._after:
            draw_icon(surface, self._after, x + 10, middle - icon / 2, icon, color(ink).name())
            x += icon + 10
        if self._key:
            solid = style.fill == "primary"
            draw_key_cap(
                painter,
                x + 12,
                middle,
                self._key,
                back="primary_hover" if solid else "sunken",
                ink="on_primary" if solid else "ink2",
                edge="primary_hover" if solid else "edge",
            )

    def _draw_box(self, painter: QPainter, style: Style) -> None:
        box, inset = QRectF(self.rect()), 5 if self.shows_focus else 0.75
        fill = style.hover if self.is_hovered else style.fill
        painter.setPen(QPen(color(style.edge), 1.5) if style.edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        radius = 8 if self.shows_focus else 12
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 12, 12)


class IconButton(Pressable):
    """A button with an icon alone; its name is the tool tip and what screen readers say."""

    def __init__(self, icon: str, name: str, token: str = "ink2") -> None:
        super().__init__(name)
        self._icon, self._token = icon, token
        self.setToolTip(name)
        side = max(SMALLEST, px(44))
        self.setFixedSize(side, side)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_name(self, name: str) -> None:
        """Say another name, in the tool tip too."""
        self.setToolTip(name)
        self.set_words(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        if self.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        side, token = px(22), self._token if self.isEnabled() else "line"
        draw_icon(
            surface,
            self._icon,
            (self.width() - side) / 2,
            (self.height() - side) / 2,
            side,
            color(token).name(),
        )
        self.draw_focus(painter, 10)


class Chip(Pressable):
    """A word to tick. Chosen chips carry a tick, a thicker edge and a fill."""

    def __init__(self, text: str, *, chosen: bool = False, name: str = "", icon: str = "") -> None:
        super().__init__(text, name)
        self._icon = icon
        self.setCheckable(True)
        self.setChecked(chosen)
        self._face = font(17, 500)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _beside(self) -> int:
        """Width of everything that is not the words."""
        icon = px(18) + px(6) if self.isChecked() or self._icon else 0
        return 2 * px(18) + icon + 2

    def _block(self, width: int) -> Block:
        return lay_out_text(self.text(), self._face, max(20, width - self._beside()), 1.25)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), self._face, line=1.25)
        return QSize(words.width + self._beside(), max(SMALLEST, px(44)))

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.sizeHint().height(), self._block(width).height + px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        radius = min(box.height() / 2, px(22))
        painter.setPen(QPen(color("primary" if chosen else "edge"), 2 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box, radius, radius)
        x, middle = px(18), self.height() / 2
        icon = "check" if chosen else self._icon
        if icon:
            side = px(18)
            ink = color("primary" if chosen else "ink").name()
            draw_icon(
                surface, icon, x - 2, middle - side / 2, side, ink, width=2.4 if chosen else 2
            )
            x += side + px(6)
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, x, middle - block.height / 2)
        self.draw_focus(painter, radius + 1)


class Tab(Pressable):
    """One stage of the work in the app bar; the current one is underlined."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), font(17, 700)).width
        return QSize(words + px(32), px(64))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        box, current = QRectF(self.rect()), self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.is_hovered and not current:
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box.adjusted(4, 10, -4, -10), 10, 10)
        if current:
            painter.setBrush(color("primary"))
            painter.drawRoundedRect(QRectF(12, box.height() - 4, box.width() - 24, 4), 2, 2)
        painter.setFont(font(17, 700 if current else 500))
        painter.setPen(color("primary" if current else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(box.adjusted(3, 8, -3, -8), 10, 10)


class CheckBox(Pressable):
    """A box to tick with words beside it."""

    def __init__(
        self, text: str, *, checked: bool = False, name: str = "", size: float = 17
    ) -> None:
        super().__init__(text, name)
        self._face = font(size, 500)
        self.setCheckable(True)
        self.setChecked(checked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _block(self, width: int) -> Block:
        return lay_out_text(self.text(), self._face, max(20, width - px(44)), 1.3)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), self._face, line=1.3).width if self.text() else 0
        return QSize(words + px(44), max(SMALLEST, px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, max(SMALLEST, px(44)))

    @override
    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.sizeHint().height(), self._block(width).height + px(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        side, middle, checked = px(26), self.height() / 2, self.isChecked()
        box = QRectF(6, middle - side / 2, side, side)
        painter.setPen(QPen(color("primary" if checked else "edge"), 2))
        painter.setBrush(color("primary" if checked else "surface"))
        painter.drawRoundedRect(box, 7, 7)
        if checked:
            ink = color("on_primary").name()
            draw_icon(surface, "check", box.x() + 3, box.y() + 3, side - 6, ink, width=3)
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, px(42), middle - block.height / 2)
        self.draw_focus(painter, 10)


class Tile(QWidget):
    """An icon on a soft square."""

    def __init__(
        self, icon: str, token: str = "primary", back: str = "primary_soft", side: int = 44
    ) -> None:
        super().__init__()
        self._icon, self._token, self._back = icon, token, back
        self.setFixedSize(px(side), px(side))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = QtSurface(painter, plain_font)
        side = self.width()
        surface.rect(0, 0, side, side, side * 0.26, fill=color(self._back).name())
        inner = side * 0.55
        at = (side - inner) / 2
        draw_icon(surface, self._icon, at, at, inner, color(self._token).name())
