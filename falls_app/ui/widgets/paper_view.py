"""A paper on the screen: the page that is read, and small pages to choose from."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.pressable import FOCUS_WIDTH, Pressable
from falls_app.ui.widgets.text import Block, lay_out_text

LETTER_SHAPE = 11 / 8.5
"""Height by width of a sheet, before there is a paper."""

ASIDE = 36
"""What the words of a small page may be wider than it, in pixels at 100 % text."""

EDGE = 6
"""Room around a page for its shadow and for the focus ring, in pixels."""


def _draw_page(painter: QPainter, image: QImage, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shade = QColor(color("shadow"))
    shade.setAlpha(40)
    painter.fillRect(box.adjusted(1, 2, 1, 2), shade)
    if image.isNull():
        painter.fillRect(box, QColor("#FFFFFF"))
    painter.drawImage(box, image)
    painter.setPen(QPen(color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


class PaperSheet(QWidget):
    """The page that is read. Screen readers get its text; arrow keys ask to scroll.

    Signals:
        scrolled(int): so many steps down, or up if negative.
    """

    scrolled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, image: QImage | None, name: str, text: str = "") -> None:
        """Show a page; ``text`` is what stands on it. None shows an empty sheet."""
        self._image = image
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.update()

    def fit(self, width: int, shape: float) -> None:
        """Be this wide, and as high as a page of this shape is."""
        self.setFixedSize(width + 2 * EDGE, round(width * shape) + 2 * EDGE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if steps:
            self.scrolled.emit(steps)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if self._image is None:
            painter.fillRect(box, color("surface"))
        else:
            _draw_page(painter, self._image, box)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus"), FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)


class SmallPage(Pressable):
    """One page, small, to choose it. The chosen one has a thick edge."""

    def __init__(self, number: int, width: int) -> None:
        super().__init__()
        self.number = number
        self._image, self._wide = QImage(), width
        self._about = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def image(self) -> QImage | None:
        """The page as it is shown; None before there is a picture."""
        return None if self._image.isNull() else self._image

    def show_name(self, about: str, spoken: str) -> None:
        """Say what the page is about, "" if nobody knows; its number stands there always."""
        self._about = about
        self.set_words("", spoken)
        self.updateGeometry()

    def _words(self, *, bold: bool) -> Block:
        """Return its number and what it is about, laid out as they stand below the page."""
        words = str(self.number + 1)
        if self._about:
            words = _("{n}. {about}").format(n=words, about=self._about)
        wide, middle = self._wide + px(ASIDE) - 4, Qt.AlignmentFlag.AlignHCenter
        return lay_out_text(words, font(15, 700 if bold else 400), wide, align=middle)

    def show_image(self, image: QImage) -> None:
        """Show the page as it is now."""
        self._image = image
        self.updateGeometry()
        self.update()

    def _page_height(self) -> int:
        if self._image.isNull():
            return round(self._wide * LETTER_SHAPE)
        return round(self._wide * self._image.height() / self._image.width())

    @override
    def sizeHint(self) -> QSize:
        words = self._words(bold=True)  # so that it stays as high when it is chosen
        return QSize(self._wide + px(ASIDE), self._page_height() + words.height + px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        left, chosen = (self.width() - self._wide) / 2, self.isChecked()
        page = QRectF(left, px(7), self._wide, self._page_height())
        if self.is_hovered and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        _draw_page(painter, self._image, page)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("primary"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(page.adjusted(-4, -4, 4, 4), 6, 6)
        painter.setPen(color("ink" if chosen else "ink2"))
        self._words(bold=chosen).draw(painter, 2, page.bottom() + px(8))
        self.draw_focus(painter, 8)
