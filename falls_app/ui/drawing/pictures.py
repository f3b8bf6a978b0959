"""Our illustrations as pixels."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from falls_app.drawing.svg import Picture
from falls_app.ui.drawing.qt_surface import QtSurface


@lru_cache(maxsize=128)
def svg_pixmap(picture: Picture, width: int, theme_art: tuple[tuple[str, str], ...] = (),
               pixel_ratio: float = 1.0) -> QPixmap:  # fmt: skip
    """Return an illustration as pixels, ``width`` logical pixels wide, on nothing.

    ``theme_art`` is ``tuple(theme.art.items())``: a mapping could not be kept.
    """
    pixmap = QPixmap(round(width * pixel_ratio), round(picture.height_for(width) * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    picture.draw(QtSurface(painter, _no_font), 0, 0, width, dict(theme_art))
    painter.end()
    return pixmap


def _no_font(size: float, weight: int, serif: bool) -> QFont:
    raise TypeError(f"pictures have no text, but a font was asked for: {size} {weight} {serif}")
