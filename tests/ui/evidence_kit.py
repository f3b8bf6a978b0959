"""What the tests of the evidence sheet share: pictures, and what a user sees of a sheet."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.domain.assessment import Finding
from falls_app.ui.session import Session
from falls_app.ui.widgets.evidence_sheet import EvidenceSheet
from falls_app.ui.widgets.photo_view import PhotoView

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def picture(folder: Path, name: str = "stairs.jpg", size: tuple[int, int] = (400, 300)) -> Path:
    """Write a picture of two halves into a folder, and return its file."""
    file = folder / name
    image = Image.new("RGB", size, "white")
    image.paste("black", (0, 0, size[0] // 2, size[1]))
    image.save(file)
    return file


def sheet_of(window: QWidget) -> EvidenceSheet | None:
    """Return the sheet over the window, if there is one."""
    return next((each for each in window.findChildren(EvidenceSheet) if each.isVisible()), None)


def found(session: Session, check: str = "STR01", room: str | None = "stairs") -> Finding:
    """Return what is known of a check."""
    finding = session.finding(check, room)
    assert finding is not None
    return finding


def on_photo(sheet: QWidget, across: float, down: float) -> QPoint:
    """Return where a place of the photo is, in shares of its width and height."""
    return view_of(sheet).shown.at((across, down)).toPoint()


def view_of(sheet: QWidget) -> PhotoView:
    """Return the photo that is shown."""
    return next(each for each in sheet.findChildren(PhotoView) if each.isVisible())


def files(*paths: Path) -> QMimeData:
    """Return files as they are dropped or copied."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(onto: QWidget, mime: QMimeData) -> None:
    """Carry something over a widget, and let it go if the widget takes it."""
    nothing = Qt.KeyboardModifier.NoModifier
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, nothing)
    entered = QDragEnterEvent(QPoint(20, 20), *held)
    QApplication.sendEvent(onto, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(onto, QDropEvent(QPointF(20, 20), *held))


def a_screenshot() -> QImage:
    """Return a picture without a file."""
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image
