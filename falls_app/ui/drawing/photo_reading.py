"""Reads the picture of a photo for the screen, as large as it is shown: a file may be locked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from falls_app.domain.evidence import PhotoFile
from falls_app.errors import UserError

AspectRatioMode = Qt.AspectRatioMode
SMOOTH = Qt.TransformationMode.SmoothTransformation


@dataclass(frozen=True, slots=True)
class Rooms:
    """How much room a photo has on the screen where it is large, and where it is small."""

    large: QSize
    small: QSize


@dataclass(frozen=True, slots=True)
class Seen:
    """The picture in a file as it is shown: large, and so that it fills the small room."""

    file: PhotoFile
    large: QImage
    small: QImage


def read_seen(file: PhotoFile, rooms: Rooms) -> Seen:
    """Read the picture in a file once for both places; beside the window too."""
    inside, over = AspectRatioMode.KeepAspectRatio, AspectRatioMode.KeepAspectRatioByExpanding
    large = read_picture(file, lambda whole: whole.scaled(rooms.large, inside))
    return Seen(file, large, large.scaled(rooms.small, over, SMOOTH))


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
