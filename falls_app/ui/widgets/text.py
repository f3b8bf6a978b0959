"""Words on the screen: wrapped with a real line height, read by screen readers as labels."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from falls_app.ui.masking import masking
from falls_app.ui.theme import color, font

SANS_LINE, SERIF_LINE = 1.4, 1.22
LONGEST_WORD = 16
"""Letters; a longer word may be broken, as a name of 80 letters has to be."""
_ENDLESS = 100_000.0


class Block(NamedTuple):
    """A laid-out text: its layouts with their y, its height and its widest line, in pixels."""

    layouts: tuple[tuple[QTextLayout, float], ...]
    height: int
    width: int

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the text with the painter's pen, its top left corner at ``x``, ``y``."""
        for layout, top in self.layouts:
            layout.draw(painter, QPointF(x, y + top))


def lay_out_text(
    text: str,
    face: QFont,
    width: float = _ENDLESS,
    line: float = SANS_LINE,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Block:
    """Lay ``text`` out in ``width`` pixels; ``**two stars**`` make words bold.

    ``line`` is the distance of base lines in font sizes. Words too long for a line are broken.
    Names that are hidden stand as initials.
    """
    return _laid_out(masking.masked(text), face, width, line, align)


@lru_cache(maxsize=2048)
def _laid_out(text: str, face: QFont, width: float, line: float, align: Qt.AlignmentFlag) -> Block:
    plain, bold = _bold_runs(text, face)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    step = face.pixelSize() * line
    layouts, top, widest, start = [], 0.0, 0.0, 0
    for paragraph in plain.split("\n"):
        layout = QTextLayout(paragraph, face)
        layout.setTextOption(option)
        layout.setFormats(_shifted(bold, start, len(paragraph)))
        inner = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, inner + (step - row.height()) / 2))
            inner += step
            widest = max(widest, row.naturalTextWidth())
        layout.endLayout()
        layouts.append((layout, top))
        top += inner or step
        start += len(paragraph) + 1
    # Literata's descenders reach below its line.
    extra = face.pixelSize() * 0.14 if line == SERIF_LINE else 1
    return Block(tuple(layouts), math.ceil(top + extra), math.ceil(widest) + 1)


def _bold_runs(text: str, face: QFont) -> tuple[str, list[QTextLayout.FormatRange]]:
    heavy = QFont(face)
    heavy.setWeight(QFont.Weight.Bold)
    style = QTextCharFormat()
    style.setFont(heavy)
    runs, start = [], 0
    parts = text.split("**")
    for number, part in enumerate(parts):
        if number % 2 and part:
            run = QTextLayout.FormatRange()
            run.start, run.length, run.format = start, len(part), style
            runs.append(run)
        start += len(part)
    return "".join(parts), runs


def _shifted(
    runs: Sequence[QTextLayout.FormatRange], start: int, length: int
) -> list[QTextLayout.FormatRange]:
    moved = []
    for run in runs:
        first, last = max(run.start, start), min(run.start + run.length, start + length)
        if last > first:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = first - start, last - first, run.format
            moved.append(part)
    return moved


class Words(QLabel):
    """A text of the app. It wraps, unless ``wraps`` is False; sizes are pixels at 100 % text."""

    def __init__(
        self,
        text: str = "",
        size: float = 18,
        weight: int = 400,
        token: str = "ink",
        *,
        serif: bool = False,
        wraps: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marked = ""
        self._face = font(size, 600 if serif else weight, serif)
        self._line = SERIF_LINE if serif else SANS_LINE
        self._token, self._wraps, self._align = token, wraps, align
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        text = masking.masked(text)
        if text == self._marked and text:
            return
        self._marked = text
        super().setText(text.replace("**", ""))
        if self._wraps and self.width() > 0:
            self._keep_height()
        self.updateGeometry()
        self.update()

    def width_of_longest(self, letters: int) -> int:
        """Return how wide the widest word is, in pixels; words of more letters may be broken."""
        words = [each for each in re.split(r"\s|(?<=[-/])", self.text()) if len(each) <= letters]
        return max((lay_out_text(each, self._face).width for each in words), default=0)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(masking.masked(name))

    @override
    def setToolTip(self, words: str) -> None:
        super().setToolTip(masking.masked(words))

    def set_size(self, size: float) -> None:
        """Write in another size, in pixels at 100 % text."""
        face = QFont(self._face)
        face.setPixelSize(font(size).pixelSize())
        if face != self._face:
            self._face = face
            if self._wraps and self.width() > 0:
                self._keep_height()
            self.updateGeometry()
            self.update()

    def set_token(self, token: str) -> None:
        """Draw in another color of the theme."""
        if token != self._token:
            self._token = token
            self.update()

    def _block(self, width: float = _ENDLESS) -> Block:
        return lay_out_text(self._marked, self._face, width, self._line, self._align)

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wraps

    @override
    def heightForWidth(self, width: int) -> int:
        return self._block(max(width, 1)).height

    @override
    def sizeHint(self) -> QSize:
        block = self._block()
        return QSize(block.width, block.height)

    @override
    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return self.sizeHint()
        return QSize(30, round(self._face.pixelSize() * self._line))

    def _keep_height(self) -> None:
        """Qt squeezes wrapped labels in nested layouts; a minimum height prevents it."""
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._wraps and event.size().width() != event.oldSize().width():
            self._keep_height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(color(self._token))
        width = self.width() if self._wraps else _ENDLESS
        self._block(width).draw(painter, 0, 0)
