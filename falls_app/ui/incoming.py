"""Pictures that are dropped or pasted: files, or a picture without a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from falls_app.errors import UserError
from falls_app.i18n import _

Source: TypeAlias = Path | bytes | Callable[[], bytes]
"""A picture to take in: its file, the bytes of one, or slow work that gives them."""


def brings_pictures(mime: QMimeData) -> bool:
    """Tell whether there is something to take in, before it is let go."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def sources_in(mime: QMimeData) -> tuple[Source, ...]:
    """Return the files, else the picture itself; nothing if there is neither."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return files
    picture = mime.imageData() if mime.hasImage() else None
    return (_Encoding(picture),) if isinstance(picture, QImage) and not picture.isNull() else ()


def name_of(source: Source) -> str:
    """Return the name of a file; "" for a picture without one."""
    return source.name if isinstance(source, Path) else ""


def opened(source: Source) -> Path | bytes:
    """Return the file, or the bytes of a picture. Slow: beside the window.

    UserError for a folder.
    """
    if isinstance(source, Path) and source.is_dir():
        raise UserError(_("This is a folder."), _("Open it and choose the photos in it."))
    return source if isinstance(source, Path | bytes) else source()


class _Encoding:
    """A picture of the clipboard as the bytes of a file; one with clear parts keeps them."""

    def __init__(self, picture: QImage) -> None:
        self._picture = picture

    def __call__(self) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        # 95: it is encoded once more when it is kept.
        kind, quality = ("PNG", -1) if self._picture.hasAlphaChannel() else ("JPEG", 95)
        self._picture.save(buffer, kind, quality)  # type: ignore[call-overload]
        return bytes(buffer.data().data())
