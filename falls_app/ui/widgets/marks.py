"""Signs that say how things stand: tags, state shapes, progress, pictures, dial and bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.drawing.score import Box, dial, score_bar
from falls_app.drawing.shapes import State, state_shape
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.text import Block, lay_out_text


class Tag(QWidget):
    """A few words on a colored ground, with an icon or a state's shape before them."""

    def __init__(
        self, text: str, token: str = "na", *, icon: str = "", state: State | None = None
    ) -> None:
        super().__init__()
        self._text, self._token, self._icon, self._state = text, token, icon, state
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, text: str, token: str = "", state: State | None = None) -> None:
        """Show other words, in another color if given."""
        self._text, self._token = text, token or self._token
        self._state = state if state is not None else self._state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _beside(self) -> int:
        """Width of everything that is not the words."""
        return px(20) + (px(22) if self._icon or self._state else 0)

    def _block(self, width: float) -> Block:
        return lay_out_text(self._text, font(15, 600), max(20, width), 1.25)

    @override
    def sizeHint(self) -> QSize:
        words = lay_out_text(self._text, font(15, 600), line=1.25)
        return QSize(words.width + self._beside(), px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(self._text.split() or [""], key=len)
        word = min(lay_out_text(longest, font(15, 600), line=1.25).width, px(200))
        return QSize(word + self._beside(), px(28))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(px(28), self._block(width - self._beside()).height + px(8))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as words that wrap need: layouts would cut them at the hinted height."""
        high = self.heightForWidth(self.width())
        self.setMinimumHeight(high if high > px(28) else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = QtSurface(painter, plain_font)
        plain = {"primary": ("primary_soft", "primary"), "plain": ("sunken", "ink2")}
        back, ink = plain.get(self._token, (f"{self._token}_bg", self._token))
        high_contrast = look.theme.name == "high-contrast"
        painter.setPen(QPen(color(ink), 1) if high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(color(back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        x, middle = px(10), self.height() / 2
        if self._icon:
            draw_icon(surface, self._icon, x, middle - px(8), px(16), color(ink).name(), width=2.2)
            x += px(22)
        elif self._state:
            state_shape(surface, look.theme, self._state, x + px(7), middle, px(6.5))
            x += px(22)
        painter.setPen(color(ink))
        block = self._block(self.width() - self._beside())
        block.draw(painter, x, middle - block.height / 2)


class Shape(QWidget):
    """A state's shape alone; words beside it say the same."""

    def __init__(self, state: State, side: int = 26, number: int | None = None) -> None:
        super().__init__()
        self._state, self._number = state, number
        self.setFixedSize(px(side), px(side))

    def show_state(self, state: State, number: int | None = None) -> None:
        """Show another state."""
        if (state, number) != (self._state, self._number):
            self._state, self._number = state, number
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.width()
        radius = side / 2 - (px(4.2) if self._state == "fix" else 2)
        state_shape(
            QtSurface(painter, plain_font), look.theme, self._state, side / 2, side / 2, radius,
            number=self._number,
        )  # fmt: skip


class Icon(QWidget):
    """An icon alone; words beside it say the same."""

    def __init__(self, icon: str, side: int = 20, token: str = "ink2", width: float = 2) -> None:
        super().__init__()
        self._icon, self._token, self._line = icon, token, width
        self.setFixedSize(px(side), px(side))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = QtSurface(QPainter(self), plain_font)
        draw_icon(
            surface, self._icon, 0, 0, self.width(), color(self._token).name(), width=self._line
        )


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


class ProgressBars(QWidget):
    """One small bar a check, colored by its answer; the current one is outlined."""

    def __init__(self) -> None:
        super().__init__()
        self._states: Sequence[str] = ()
        self._current = -1
        self.setFixedHeight(px(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_states(self, states: Sequence[str], current: int, name: str) -> None:
        """Show these states ("" = not answered); ``name`` says the same in words."""
        self._states, self._current = states, current
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, len(self._states))
        gap = 6 if count < 25 else 3
        width = (self.width() - gap * (count - 1)) / count
        for number, state in enumerate(self._states):
            bar = QRectF(number * (width + gap), 1, width, self.height() - 2)
            if number == self._current:
                painter.setPen(QPen(color("primary"), 2.5))
                painter.setBrush(color(f"{state}_solid") if state else color("surface"))
                bar = bar.adjusted(1.25, 0.4, -1.25, -0.4)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(f"{state}_solid" if state else "track"))
                bar = bar.adjusted(0, 1, 0, -1)
            painter.drawRoundedRect(bar, 4, 4)


class Dial(QWidget):
    """The home score as an arc with its number; ``after`` marks where the first five lead."""

    def __init__(self, width: int = 280) -> None:
        super().__init__()
        self._value: int | None = None
        self._after: int | None = None
        self._state, self._caption = "some", ""
        self.setFixedSize(px(width), px(width * 0.82))

    def show_value(
        self, value: int | None, *, after: int | None, state: str, caption: str, name: str
    ) -> None:
        """Show a score of 0 to 100, or an empty dial for None; ``name`` says it in words."""
        self._value, self._after, self._state, self._caption = value, after, state, caption
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = QtSurface(QPainter(self), plain_font)
        dial(
            surface, look.theme, Box(0, 0, self.width(), self.height()), value=self._value,
            after=self._after, state=self._state, caption=self._caption,
        )  # fmt: skip


class ScoreBar(QWidget):
    """A bar from 0 to 100."""

    def __init__(self, value: float, state: str, name: str, height: int = 14) -> None:
        super().__init__()
        self._value, self._state = value, state
        self.setAccessibleName(name)
        self.setFixedHeight(px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float, state: str, name: str) -> None:
        """Show another value."""
        self._value, self._state = value, state
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        surface = QtSurface(QPainter(self), plain_font)
        box = Box(0, 0, self.width(), self.height())
        score_bar(surface, look.theme, box, value=self._value, state=self._state)
