"""Rows, columns and flows of widgets, and the panels and cards they stand on."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from falls_app.ui.masking import masking
from falls_app.ui.theme import color, look, px

Item = QWidget | QLayout | int | None | tuple[QWidget, int]
"""A widget, a layout, a gap in pixels, None for stretch, or a widget with its stretch."""

NO_LIMIT = 16_777_215
"""The largest width a widget can have, Qt's own; PySide6 has no name for it."""

Margins = tuple[int, int, int, int]


def _fill(
    layout: QHBoxLayout | QVBoxLayout, items: Iterable[Item], gap: int, margins: Margins
) -> None:
    layout.setSpacing(px(gap))
    layout.setContentsMargins(*(px(margin) for margin in margins))
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, tuple):
            layout.addWidget(item[0], item[1])
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return the items one below the other. Gaps are pixels at 100 % text."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return the items side by side."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


class Panel(QWidget):
    """A flat area in one color of the theme, with lines on the named sides ("b", "lr")."""

    def __init__(
        self, token: str = "paper", layout: QLayout | None = None, lines: str = ""
    ) -> None:
        super().__init__()
        self._token, self._lines = token, lines
        if layout:
            self.setLayout(layout)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color(self._token))
        painter.setPen(QPen(color("line"), 1))
        right, bottom = self.width() - 1, self.height() - 1
        edges = {
            "b": (0, bottom, right, bottom),
            "t": (0, 0, right, 0),
            "r": (right, 0, right, bottom),
            "l": (0, 0, 0, bottom),
        }
        for side in self._lines:
            painter.drawLine(*edges[side])


class Card(QWidget):
    """Paper with round corners, a thin line and a soft shadow; ``stripe`` colors its left edge."""

    def __init__(
        self,
        layout: QLayout | None = None,
        *,
        token: str = "surface",
        radius: int = 16,
        line: str | None = "line",
        line_width: float = 1,
        lifted: bool = True,
        stripe: str | None = None,
    ) -> None:
        super().__init__()
        self._token, self._radius, self._line = token, radius, line
        self._line_width, self._lifted, self._stripe = line_width, lifted, stripe
        if layout:
            self.setLayout(layout)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(masking.masked(name))

    def set_line(self, token: str | None, width: float = 1) -> None:
        """Draw the edge in another color and width."""
        self._line, self._line_width = token, width
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -5 if self._lifted else -1)
        if self._lifted and not look.theme.is_dark:
            self._draw_shadow(painter, box)
        half = self._line_width / 2
        painter.setBrush(color(self._token))
        painter.setPen(
            QPen(color(self._line), self._line_width) if self._line else Qt.PenStyle.NoPen
        )
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), self._radius, self._radius)
        if self._stripe:
            inside = QPainterPath()
            inside.addRoundedRect(box, self._radius, self._radius)
            painter.setClipPath(inside)
            painter.fillRect(QRectF(box.x(), box.y(), 8, box.height()), color(self._stripe))

    def _draw_shadow(self, painter: QPainter, box: QRectF) -> None:
        """Draw the shadow where it shows: only the foot is not covered by the card itself."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(QRectF(0, box.bottom() - self._radius, self.width(), self._radius + 8))
        for depth, alpha in enumerate((10, 8, 6, 4)):
            shade = QColor(color("shadow"))
            shade.setAlpha(alpha)
            painter.setBrush(shade)
            painter.drawRoundedRect(box.adjusted(0, 1, 0, 1 + depth), self._radius, self._radius)
        painter.setClipping(False)


class Divider(QFrame):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("line"))


def scroll_bar_style() -> str:
    """Return the style of the bars of whatever scrolls."""
    return f"""
        QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
        QScrollBar::handle:vertical {{
            background: {look.theme["edge"]}; border-radius: 5px; min-height: 44px;
        }}
        QScrollBar::add-line, QScrollBar::sub-line,
        QScrollBar::add-page, QScrollBar::sub-page {{
            background: transparent; height: 0;
        }}
        """


DEEPEST = 8
"""So often what is scrolled may take another size while it takes one."""


class Scroll(QScrollArea):
    """Scrolls its content up and down, never sideways; the window keeps focus in sight."""

    def __init__(self, content: QWidget, token: str = "paper") -> None:
        super().__init__()
        # Made here: to ask for those that Qt makes costs 8 ms at the start of the program.
        room = QWidget()
        room.setAutoFillBackground(False)
        self.setViewport(room)
        self.setVerticalScrollBar(QScrollBar())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.lie_on(token)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(px(40))
        self._deep, self._outside = 0, self.size()

    def lie_on(self, token: str) -> None:
        """Have the background in this color of the theme."""
        self.setStyleSheet(
            f"QScrollArea {{ background: {look.theme[token]}; border: none; }}{scroll_bar_style()}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar where it would come and go without end, until the stack is full.

        Words are as high as their width asked for when they were laid out last. So two columns can
        say that one column has no room without a bar, and one column that two have.
        """
        if watched is not self.widget() or event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._deep > DEEPEST:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            return False
        self._deep += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._deep -= 1

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.size() != self._outside:  # else it is the room inside that has changed
            self._outside = self.size()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().resizeEvent(event)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def take_out(layout: QLayout) -> None:
    """Take the widgets out of a layout; they stay as they are.

    Not by ``takeAt``: a widget keeps what it took, and asks for the height that it had there.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            layout.removeWidget(widget)
        else:
            layout.removeItem(item)
