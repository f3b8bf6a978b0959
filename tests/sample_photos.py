"""Draws the photos of the sample visit: ``python -m tests.sample_photos``.

A sample home has no camera: its photos are drawn. Each picture in ``resources/samples/visit``
becomes a JPEG beside it, and its SHA-256 is printed: a case file names a photo by it.
"""

import hashlib
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter

from falls_app import paths
from falls_app.drawing.svg import load_picture
from falls_app.ui.drawing.qt_surface import QtSurface

FOLDER = paths.resources() / "samples" / "visit"
WIDTH, HEIGHT = 1200, 900
QUALITY = 76
"""The most that keeps the fullest of them under 90 000 bytes."""
DOTS_PER_METER = 3780
"""Fixed, so that the bytes do not hang on the screen; 96 dpi."""


def scenes() -> list[Path]:
    """Return the drawings, in the order of their names."""
    return sorted(FOLDER.glob("*.svg"))


def photo_of(scene: Path) -> Path:
    """Return where the JPEG of a drawing is."""
    return scene.with_suffix(".jpg")


def drawn(scene: Path) -> QImage:
    """Return a drawing as the pixels of its photo."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(DOTS_PER_METER)
    image.setDotsPerMeterY(DOTS_PER_METER)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    load_picture(scene).draw(QtSurface(painter, _no_font), 0, 0, WIDTH)
    painter.end()
    return image


def write_photo(image: QImage, file: Path) -> None:
    """Write a JPEG; raises ``OSError`` if that fails."""
    writer = QImageWriter(str(file), b"jpg")
    writer.setQuality(QUALITY)
    writer.setOptimizedWrite(True)
    writer.setProgressiveScanWrite(True)
    if not writer.write(image):
        raise OSError(f"{file}: {writer.errorString()}")


def _no_font(size: float, weight: int, serif: bool) -> QFont:
    raise TypeError(f"a photo has no text, but a font was asked for: {size} {weight} {serif}")


def main() -> None:
    """Draw every photo and print its SHA-256 and name."""
    _application = QGuiApplication.instance() or QGuiApplication([])
    for scene in scenes():
        photo = photo_of(scene)
        write_photo(drawn(scene), photo)
        print(hashlib.sha256(photo.read_bytes()).hexdigest(), photo.name)


if __name__ == "__main__":
    main()
