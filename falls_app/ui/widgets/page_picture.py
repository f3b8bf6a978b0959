"""The picture of a paper page, as wide as the room it has."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.ui.drawing.photo_reading import SMOOTH
from falls_app.ui.theme import px

WIDTH = 352
"""Its width in pixels at 100 % text while nobody says another."""


class PagePicture(QWidget):
    """The whole picture; what does not fit below is for a scroll area around it."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._pixmap = QImage(), QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage, name: str) -> None:
        """Show another picture."""
        self._image, self._pixmap = image, QPixmap()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def has_image(self) -> bool:
        """False while there is no picture to show."""
        return not self._image.isNull()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / max(1, self._image.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), self.heightForWidth(px(WIDTH)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        size = self.size() * self.devicePixelRatioF()
        if self._pixmap.size() != size:
            # Small print stays readable: a painter leaves dots out where it makes a picture small.
            ignoring = Qt.AspectRatioMode.IgnoreAspectRatio
            self._pixmap = QPixmap.fromImage(self._image.scaled(size, ignoring, SMOOTH))
        painter = QPainter(self)
        painter.drawPixmap(QRectF(self.rect()), self._pixmap, QRectF(self._pixmap.rect()))
