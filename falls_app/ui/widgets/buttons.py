"""Buttons with words, with an icon alone, and the tabs of the app bar."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import State, badge
from falls_app.i18n import _
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.pressable import (
    FOCUS_WIDTH,
    SMALLEST,
    Pressable,
    draw_key_cap,
    key_cap_width,
)
from falls_app.ui.widgets.text import Block, lay_out_text


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
        self.set_wide(wide)

    def set_wide(self, wide: bool) -> None:
        """Take all the width there is, or as much as the words need."""
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum,
            QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_height(self, height: int) -> None:
        """Be this high, in pixels at 100 % text."""
        if height != self._height:
            self._height = height
            self._keep_height()
            self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Look like another kind of button; its place stays as it is."""
        if self._style is not STYLES[kind]:
            self._style = STYLES[kind]
            self.update()

    def _beside(self) -> int:
        """Width of everything that is not the words."""
        gap = 10 if self.text() else 0
        icons = (px(20) + gap) * (bool(self._icon) + bool(self._after))
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
        # A word of 80 letters is broken rather than pushing everything else aside.
        word = min(lay_out_text(longest, self._face, line=1.25).width, px(200))
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
        side, token = px(22), self._token if self.isEnabled() else "track"
        draw_icon(
            surface,
            self._icon,
            (self.width() - side) / 2,
            (self.height() - side) / 2,
            side,
            color(token).name(),
        )
        self.draw_focus(painter, 10)


class Tab(Pressable):
    """One stage of the work in the app bar; the current one is underlined.

    A ring before its name fills up with what is done, until a tick stands there.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._share = 0.0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self.text(), font(17, 700)).width
        return QSize(words + px(32) + self._beside, px(64))

    @property
    def _beside(self) -> int:
        return px(24) if self._share else 0

    def show_share(self, share: float) -> bool:
        """Show how much of it is done, 0 to 1, nothing at 0; return whether that takes room."""
        before, self._share = self._beside, share
        done = _("All of it is looked at.") if share >= 1 else _("Some of it is looked at.")
        self.setAccessibleDescription(done if share else "")
        self.updateGeometry()
        self.update()
        return before != self._beside

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box, current = QRectF(self.rect()), self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.is_hovered and not current:
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(box.adjusted(4, 10, -4, -10), 10, 10)
        if current:
            painter.setBrush(color("primary"))
            painter.drawRoundedRect(QRectF(12, box.height() - 4, box.width() - 24, 4), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._share:
            state: State = "ok" if self._share >= 1 else "part"
            size = 0.66 * look.percent / 100
            badge(
                surface, look.theme, state, px(25), box.height() / 2,
                scale=size, share=self._share,
            )  # fmt: skip
        painter.setFont(font(17, 700 if current else 500))
        painter.setPen(color("primary" if current else "ink2"))
        words = box.adjusted(self._beside, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(box.adjusted(3, 8, -3, -8), 10, 10)
