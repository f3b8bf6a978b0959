"""Draws every picture on contact sheets: ``python -m tests.contact_sheet [folder]``.

Each is shown at 240 px by day and by night, and at 72 px in color and in grey; what does not
read at a glance there is drawn again. The sheets go to ``out/`` unless a folder is named.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap

from falls_app import paths
from falls_app.content.themes import load_theme
from falls_app.drawing.svg import load_picture
from falls_app.ui.drawing.pictures import svg_pixmap
from falls_app.ui.theme import load_fonts, plain_font

LARGE, SMALL, GAP, NAME = 240, 72, 12, 22
CELL_WIDTH = 2 * LARGE + SMALL + 4 * GAP
CELL_HEIGHT = LARGE * 3 // 4 + NAME + GAP
ACROSS, DOWN = 2, 8


def grey(pixmap: QPixmap) -> QImage:
    """Return a picture as a black and white printer shows it."""
    return pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def draw_cell(painter: QPainter, left: int, top: int, name: str) -> None:
    """Draw one picture in all its forms, with its title."""
    picture = load_picture(paths.resources() / "illustrations" / f"{name}.svg")
    night = tuple(load_theme("dark").art.items())
    painter.setFont(plain_font(13))
    painter.setPen(QColor("#1E2A2D"))
    words = QRectF(left, top, CELL_WIDTH - GAP, NAME)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, f"{name}: {picture.title}")
    top += NAME
    painter.drawPixmap(left, top, svg_pixmap(picture, LARGE))
    dark = QRectF(left + LARGE + GAP, top, LARGE, LARGE * 0.75)
    painter.fillRect(dark, QColor(load_theme("dark")["surface"]))
    painter.drawPixmap(left + LARGE + GAP, top, svg_pixmap(picture, LARGE, night))
    small = svg_pixmap(picture, SMALL)
    right = left + 2 * (LARGE + GAP)
    painter.drawPixmap(right, top, small)
    painter.drawImage(right, top + SMALL, grey(small))


def main() -> None:
    """Draw the sheets and name them."""
    _application = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(file.stem for file in (paths.resources() / "illustrations").glob("*.svg"))
    for sheet, first in enumerate(range(0, len(names), ACROSS * DOWN), start=1):
        image = QImage(
            ACROSS * CELL_WIDTH + GAP, DOWN * CELL_HEIGHT + GAP, QImage.Format.Format_RGB32
        )
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        for place, name in enumerate(names[first : first + ACROSS * DOWN]):
            left, top = place % ACROSS * CELL_WIDTH + GAP, place // ACROSS * CELL_HEIGHT + GAP
            draw_cell(painter, left, top, name)
        painter.end()
        file = folder / f"pictures-{sheet:02}.png"
        image.save(str(file))
        print(file)


if __name__ == "__main__":
    main()
