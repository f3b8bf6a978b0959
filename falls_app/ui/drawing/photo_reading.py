"""Reads the picture of a photo for the screen, as large as it is shown: a file may be locked."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from falls_app.domain.evidence import PhotoFile
from falls_app.errors import UserError


def read_picture(file: PhotoFile, fitted: Callable[[QSize], QSize]) -> QImage:
    """Return the picture in a file. ``fitted`` takes its size, and gives that to read it in.

    One that cannot be read is empty.
    """
    try:
        data = file.read_bytes()
    except (OSError, UserError):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    # The decoder itself makes it so small.
    reader.setScaledSize(fitted(reader.size()))
    return reader.read()
