"""Small pictures of several photos, of which one is shown large."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.evidence import Photo, PhotoFile
from falls_app.i18n import _
from falls_app.ui.drawing.photo_reading import Seen, read_picture
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.pressable import Pressable

WIDE, HIGH = 72, 54


def thumb_size() -> QSize:
    """Return how large a small picture is, in pixels of the window."""
    return QSize(px(WIDE), px(HIGH))


def photo_name(photo: Photo, number: int, count: int) -> str:
    """Return what a photo is called: "Photo 1 of 3. The left rail"; ``number`` is from 1."""
    name = _("Photo {n} of {all}").format(n=number, all=count)
    name = _("{photo}, once it was done").format(photo=name) if photo.is_after else name
    words = photo.caption
    return _("{photo}. {words}").format(photo=name, words=words) if words else name


class Thumb(Pressable):
    """One small picture; its size in pixels at 100 % text."""

    def __init__(self, photo_id: str, wide: int = WIDE, high: int = HIGH) -> None:
        super().__init__()
        self.photo_id = photo_id
        self._file: PhotoFile | None = None
        self._picture = QPixmap()
        self.setCheckable(True)
        self.setFixedSize(px(wide), px(high))

    def show_file(self, file: PhotoFile | None, seen: QImage | None = None) -> None:
        """Show the picture in this file; an empty frame if there is none.

        ``seen`` is what is in it, so large that it fills the frame, where that is known.
        """
        if file != self._file:
            self._file = file
            room = self.size() * self.devicePixelRatioF()
            self._picture = _cut(_small(file, room) if seen is None else seen, room)
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        box = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        corners = QPainterPath()
        corners.addRoundedRect(box, 6, 6)
        painter.save()
        painter.setClipPath(corners)
        painter.fillRect(box, color("sunken"))
        if not self._picture.isNull():
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
        painter.restore()
        chosen = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1))
        painter.drawRoundedRect(box, 6, 6)
        self.draw_focus(painter, 8)


def _small(file: PhotoFile | None, room: QSize) -> QImage:
    """Return the picture so large that it fills this room."""
    if file is None:
        return QImage()

    def fitted(whole: QSize) -> QSize:
        return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatioByExpanding)

    return read_picture(file, fitted)


def _cut(picture: QImage, room: QSize) -> QPixmap:
    """Return the middle of a picture, as much of it as the room has."""
    left = (picture.width() - room.width()) // 2
    top = (picture.height() - room.height()) // 2
    return QPixmap.fromImage(picture.copy(left, top, room.width(), room.height()))


class Thumbs(QWidget):
    """The small pictures in a flow; hidden for one photo or none.

    Signals:
        chosen(str): the id of the photo that was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        self._thumbs: list[Thumb] = []
        self._seen: dict[PhotoFile, QImage] = {}

    def expect(self, seen: Seen) -> None:
        """Know what is in the file of a photo that comes in a moment."""
        self._seen[seen.file] = seen.small

    def show_photos(
        self, photos: Sequence[Photo], files: Sequence[PhotoFile | None], shown: str
    ) -> None:
        """Show these photos, each with its file; ``shown`` is the id of the large one."""
        several = len(photos) > 1
        self.setVisible(several)
        if not several:  # nothing is read that nobody sees
            photos, files = (), ()
        if [thumb.photo_id for thumb in self._thumbs] != [photo.id for photo in photos]:
            self._remake(photos)
        for number, (thumb, photo, file) in enumerate(
            zip(self._thumbs, photos, files, strict=True), start=1
        ):
            thumb.setAccessibleName(photo_name(photo, number, len(photos)))
            thumb.show_file(file, self._seen.get(file) if file else None)
            thumb.setChecked(photo.id == shown)

    def _remake(self, photos: Sequence[Photo]) -> None:
        for thumb in self._thumbs:
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        self._thumbs = [Thumb(photo.id) for photo in photos]
        for thumb in self._thumbs:
            thumb.clicked.connect(self._on_thumb)
            self._flow.addWidget(thumb)
            thumb.show()

    def _on_thumb(self) -> None:
        thumb = self.sender()
        if isinstance(thumb, Thumb):
            self.chosen.emit(thumb.photo_id)
