"""What the bar on top is made of: its buttons, the home's name, the steps, what is saved."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import logo
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Words, lay_out_text

HEIGHT, LOW = 64, 50
"""Height of the bar in pixels at 100 % text, and where it stands for the head of a page too."""


@dataclass(frozen=True, slots=True)
class Way:
    """A button of a page's head: the verb that it does, its words, and what is read out for it."""

    verb: str
    icon: str
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the bar says for a page that has no room for a head of its own.

    ``words`` say where we are, ``short`` without the name of the place. ``out`` leads to all of the
    places, ``on`` to what is made of them, None for nothing.
    """

    words: str
    short: str
    out: Way
    on: Way | None = None


class Logo(QWidget):
    """Our sign, with room ``after`` it; both in pixels at 100 % text."""

    def __init__(self, side: int = 36, after: int = 0) -> None:
        super().__init__()
        self.setFixedSize(px(side) + px(after), px(side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        logo(QtSurface(QPainter(self), plain_font), look.theme, self.height())


class BarButton(Pressable):
    """An icon, with its word beside it where the bar has room; ``verb`` is what it asks for."""

    def __init__(
        self, verb: str, icon: str, words: str, name: str = "", *, token: str = "ink2"
    ) -> None:
        super().__init__(words, name)
        self.verb = verb
        self._icon, self._token, self._wordy = icon, token, False
        self._face = font(17, 600)
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say another name, in the tool tip too."""
        self.setToolTip(name)
        self.set_words(self.text(), name)

    def show_words(self, wordy: bool) -> None:
        """Show the word beside the icon, or the icon alone."""
        if wordy != self._wordy:
            self._wordy = wordy
            self.updateGeometry()
            self.update()

    def width_with(self, wordy: bool) -> int:
        """Return how wide it is with its word, or without."""
        side = max(SMALLEST, px(44))
        return side + lay_out_text(self.text(), self._face).width + px(10) if wordy else side

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self._wordy), max(SMALLEST, px(44)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        if self.is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        token = self._token if self.isEnabled() else "track"
        side, left = px(22), px(11)
        draw_icon(surface, self._icon, left, (self.height() - side) / 2, side, color(token).name())
        if self._wordy:
            block = lay_out_text(self.text(), self._face)
            painter.setPen(color(token))
            block.draw(painter, left + side + px(8), (self.height() - block.height) / 2)
        self.draw_focus(painter, 10)


class LowButton(Button):
    """A button with words that the bar is never higher for."""

    @override
    def _keep_height(self) -> None:
        """Two lines have room in the bar as it is."""


class WayButton(LowButton):
    """A way that the page that is shown has given to the bar."""

    def __init__(self) -> None:
        super().__init__("", height=40, size=17)
        self.verb = ""

    def show_way(self, way: Way, *, wordy: bool = True) -> None:
        """Lead there, by this sign and these words, or by the sign alone."""
        self.verb = way.verb
        self._icon = way.icon
        self.set_words(way.words if wordy else "", way.name or way.words)


class StageButton(LowButton):
    """Names the part of the work that is shown."""

    def __init__(self) -> None:
        super().__init__("", "soft", after="chevron-down", height=44, size=17)


class SavedMark(QLabel):
    """Tells whether all is saved: an icon and words, or the icon alone, read out as words."""

    def __init__(self) -> None:
        super().__init__()
        self._well, self._wordy = True, True
        self._face = font(16, 500)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: str, *, well: bool, wordy: bool) -> None:
        """Show these words, or the icon alone."""
        self._well, self._wordy = well, wordy
        self.setText(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def width_with(self, words: str) -> int:
        """Return how wide it is with these words; "" is the icon alone."""
        return px(26) + (lay_out_text(words, self._face).width if words else 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self.text() if self._wordy else ""), px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(20)
        icon, token = ("check", "ok") if self._well else ("alert", "some")
        surface = QtSurface(painter, plain_font)
        draw_icon(
            surface, icon, 0, (self.height() - side) / 2, side, color(token).name(), width=2.4
        )
        if self._wordy:
            block = lay_out_text(self.text(), self._face)
            painter.setPen(color("ink2" if self._well else "some"))
            block.draw(painter, px(25), (self.height() - block.height) / 2)


class HomeTitle(Words):
    """The name of the open home, cut with dots when the bar is too narrow for it."""

    def __init__(self) -> None:
        super().__init__("", 19, 700, wraps=False)
        self._title, self._cut = "", Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        """Show a title; the whole of it is in the tool tip and read out."""
        self._title = title
        self.setAccessibleName(title)
        self.setToolTip(title)

    def cut_to(self, room: int) -> None:
        """Show as much of the title as so many pixels hold."""
        metrics = QFontMetrics(font(19, 700))
        self.setText(metrics.elidedText(self._title, self._cut, room))

    def width_within(self, room: int) -> int:
        """Return how wide it is if it may take so many pixels."""
        return min(room, lay_out_text(self._title, font(19, 700)).width)


class PlaceTitle(HomeTitle):
    """Which check of which place is shown; a long name is cut in its middle, the number stays."""

    def __init__(self) -> None:
        super().__init__()
        self._cut = Qt.TextElideMode.ElideMiddle


class SetupSteps(QWidget):
    """The numbered steps before the walk; the current one is filled. Short: "2 of 3 · Who"."""

    def __init__(self) -> None:
        super().__init__()
        self._step, self._short = 1, False
        self._words = [_("Today"), _("Who"), _("Home")]
        self._face = font(17, 700)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int) -> None:
        """Show which step it is, 1 to 3."""
        self._step = step
        self.setAccessibleName(
            _("Step {n} of 3: {words}").format(n=step, words=self._words[step - 1])
        )
        self.updateGeometry()
        self.update()

    def show_short(self, short: bool) -> None:
        """Show the current step alone, or all three."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def width_with(self, short: bool) -> int:
        """Return how wide it is in short, or with all steps."""
        if short:
            return lay_out_text(self._short_words, self._face).width + px(8)
        words = sum(lay_out_text(each, self._face).width for each in self._words)
        return words + 3 * px(41) + 2 * px(44)

    @property
    def _short_words(self) -> str:
        words = _("{n} of 3 · {words}")
        return words.format(n=self._step, words=self._words[self._step - 1])

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_with(self._short), px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if self._short:
            block = lay_out_text(self._short_words, self._face)
            painter.setPen(color("ink"))
            block.draw(painter, 0, middle - block.height / 2)
            return
        surface, x = QtSurface(painter, plain_font), 2.0
        for number, words in enumerate(self._words, start=1):
            if number > 1:
                surface.line(
                    x + px(10), middle, x + px(36), middle,
                    stroke=color("edge").name(), width=1.5,
                )  # fmt: skip
                x += px(44)
            x = self._draw_step(surface, x, number, words)

    def _draw_step(self, surface: QtSurface, x: float, number: int, words: str) -> float:
        """Draw a step with its words, and return where they end."""
        middle, radius = self.height() / 2, px(13)
        done, current = number < self._step, number == self._step
        solid = done or current
        surface.circle(
            x + radius, middle, radius, width=1.8,
            fill=color("primary" if solid else "surface").name(),
            stroke=color("primary" if solid else "edge").name(),
        )  # fmt: skip
        ink = color("on_primary" if solid else "ink2").name()
        if done:
            side = px(18)
            draw_icon(
                surface, "check", x + radius - side / 2, middle - side / 2, side, ink, width=3
            )
        else:
            surface.text(
                x + radius, middle + px(5.5), str(number), size=px(15), weight=700, color=ink,
                anchor="middle",
            )  # fmt: skip
        end = x + 2 * radius + px(9)
        return end + surface.text(
            end, middle + px(6), words, size=px(17), weight=700 if current else 500,
            color=color("ink" if current else "ink2").name(),
        )  # fmt: skip
