"""The side of the evidence sheet with the photos: one large, its marks, its words."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from falls_app.domain.evidence import Mark, MarkKind, Photo, PhotoFile
from falls_app.domain.marking import in_the_middle
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.drawing.photo_reading import Rooms, Seen
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.mark_button import kind_words
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.original_line import OriginalLine
from falls_app.ui.widgets.photo_tools import PhotoTools
from falls_app.ui.widgets.photo_view import LOWEST, PhotoView
from falls_app.ui.widgets.photo_words import PhotoWords
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.thumbs import Thumbs, photo_name, thumb_size


class PhotoSide(QWidget):
    """The photos of one finding or step, and what is done with them.

    Signals:
        announced(str): something that screen readers say when they are free.
        undo_asked(): the last change is to be taken back.
        original_asked(Photo): it is to be saved as it came.
        original_removed(Photo): the one that is kept as it came is to go.
    """

    announced = Signal(str)
    undo_asked = Signal()
    original_asked = Signal(object)
    original_removed = Signal(object)

    def __init__(self, evidence: PhotoEvidence) -> None:
        super().__init__()
        self._evidence = evidence
        self._id = ""
        self._none = _Quiet(
            _("No photo yet. Drop one here, paste one, or add one."),
            _("Things, not people. The original is kept too, as you chose.")
            if evidence.keeps_originals
            else _("Things, not people. The place it was taken at is left out."),
        )
        self._missing = _Quiet(
            _("This photo is not on this computer any more."),
            _("What you wrote about it is still here."),
        )
        self._view = PhotoView()
        self._stack = QStackedWidget()
        for page in (self._none, self._missing, self._view):
            self._stack.addWidget(page)
        self._thumbs = Thumbs()
        self._tools, self._words = PhotoTools(), PhotoWords()
        self.original = OriginalLine()
        self.setLayout(
            column(
                (self._stack, 1), self._thumbs, self._tools, self._words, self.original, gap=6
            )
        )  # fmt: skip
        self._connect()

    def _connect(self) -> None:
        view, tools, words = self._view, self._tools, self._words
        view.drawn.connect(self._on_drawn)
        view.left.connect(words.settle_mark)
        view.held.connect(self._on_held)
        view.armed.connect(tools.show_armed)
        view.added.connect(self._on_added)
        view.ended.connect(tools.focus)
        tools.taken.connect(view.arm)
        tools.placed.connect(self._on_placed)
        tools.undo_asked.connect(self.undo_asked)
        words.described.connect(self._on_described)
        words.worded.connect(view.set_words)
        words.entered.connect(self._on_entered)
        words.ended.connect(view.end)
        words.removed.connect(self._on_removed)
        self._thumbs.chosen.connect(self.show_photo)
        self.original.saved.connect(self._on_original)
        self.original.removed.connect(self._on_original_removed)

    # ------------------------------------------------------------------ showing

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown large, or None."""
        photos = self._evidence.photos
        return next((each for each in photos if each.id == self._id), None)

    def show_photo(self, photo_id: str) -> None:
        """Show this photo large."""
        self.settle()
        self._view.end()
        self._id = photo_id
        self.refresh()

    @property
    def rooms(self) -> Rooms:
        """How much room a photo has here at most, in dots of the screen."""
        ratio = self.devicePixelRatioF()
        return Rooms(self._stack.size() * ratio, thumb_size() * ratio)

    def expect(self, seen: Seen) -> None:
        """Know what a photo looks like that comes in a moment, so that nothing is read for it."""
        self._view.expect(seen)
        self._thumbs.expect(seen)

    def refresh(self) -> None:
        """Show the photos as they are now; the last one if the shown one has gone."""
        photos = self._evidence.photos
        if self.photo is None:
            self._id = photos[-1].id if photos else ""
        files = [self._file(each) for each in photos]
        self._thumbs.show_photos(photos, files, self._id)
        photo = self.photo
        self._words.setVisible(photo is not None)
        has_original = photo is not None and self._evidence.has_original(photo)
        self.original.show_for(has_original=has_original)
        if photo is None:
            self._tools.hide()
            self._stack.setCurrentWidget(self._none)
            return
        number = photos.index(photo)
        self._show(photo, files[number], photo_name(photo, number + 1, len(photos)))

    def _show(self, photo: Photo, file: PhotoFile | None, name: str) -> None:
        self._tools.setVisible(file is not None)
        self._stack.setCurrentWidget(self._missing if file is None else self._view)
        self._words.show_caption(photo.caption)
        self._view.show_photo(file, (photo.width, photo.height), photo.marks, name)

    def _file(self, photo: Photo) -> PhotoFile | None:
        with suppress(UserError):  # it is shown as one that is not there
            return self._evidence.file(photo)
        return None

    def show_undo(self, verb: str | None) -> None:
        """Offer to take back what is called so."""
        self._tools.show_undo(verb)

    def show_size(self, words: str) -> None:
        """Let the next measure line say this size."""
        self._view.line_words = words

    def settle(self) -> None:
        """Hand on everything that is still being written or moved."""
        self._words.settle()
        self._view.settle()

    def cancel(self) -> bool:
        """Leave what is begun on the photo; False if nothing was."""
        return self._view.cancel()

    # ------------------------------------------------------------------ what is done

    def remove(self) -> None:
        """Take the photo that is shown away."""
        self.settle()
        self._view.end()
        self._evidence.remove(self._id)

    def _on_original(self) -> None:
        self.original_asked.emit(self.photo)

    def _on_original_removed(self) -> None:
        self.original_removed.emit(self.photo)

    def _on_placed(self, kind: MarkKind) -> None:
        self._view.add(in_the_middle(kind, self._view.words_for(kind)))
        self.announced.emit(_("{kind} added in the middle.").format(kind=kind_words(kind)))

    def _on_added(self, kind: MarkKind) -> None:
        if kind is MarkKind.TEXT:
            self._words.ask_words()

    def _on_entered(self) -> None:
        """Hand the words on, and put the keyboard on their mark, to move it."""
        self._words.settle_mark()
        if self._view.chosen is not None:
            self._view.hold(self._view.chosen)

    def _on_held(self, number: int) -> None:
        mark: Mark | None = self._view.marks[number] if number >= 0 else None
        self._words.show_mark(mark)

    def _on_removed(self) -> None:
        if self._view.chosen is not None:
            self._view.remove(self._view.chosen)

    def _on_drawn(self, marks: tuple[Mark, ...]) -> None:
        self._evidence.draw(self._id, marks)

    def _on_described(self, words: str) -> None:
        self._evidence.describe(self._id, words)


class _Quiet(QWidget):
    """A frame with a sentence where a photo would be."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(LOWEST))
        middle = Qt.AlignmentFlag.AlignHCenter
        lines = column(
            None,
            row(None, Icon("camera", 40, "ink3", 1.6), None),
            Words(words, 18, 500, "ink2", align=middle),
            Words(hint, 16, 400, "ink3", align=middle),
            None,
            gap=10,
            margins=(36, 20, 36, 20),
        )
        self.setLayout(lines)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(color("sunken"))
        pen = QPen(color("edge"), 1.5)
        pen.setDashPattern([6, 5])
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 14, 14)
