"""The lines of a paper page with its photo: beside them, below them, or at their end."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.ui.incoming import Source, brings_pictures, sources_in
from falls_app.ui.photo_files import chosen_photo
from falls_app.ui.settings import Settings
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.boxes import NO_LIMIT, Scroll, column
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.page_photo import PagePhoto

BESIDE, BELOW = 1_120, 760
"""Width at 100 % text from which the photo stands beside the lines, else the height below them."""

LINES, LEAST_LINES = 860, 450
"""What the lines need beside it, and what is left to them if it is to be large."""

NARROW, WIDE, LARGE = 400, 530, 760
"""Its least width, its largest one, and that if it is to be large."""

LOW, HIGH = 340, 520
"""Its height below the lines, and if it is to be large."""


class PhotoBeside(QWidget):
    """Both, and a line above them if a photo was refused. A photo can be dropped anywhere on it.

    Signals:
        told(str, bool), announced(str): those of a page.
    """

    told = Signal(str, bool)
    announced = Signal(str)

    def __init__(self, lines: QWidget, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.photo = PagePhoto()
        self.photo.wanted.connect(self._on_wanted)
        self.photo.resized.connect(self._fit)
        self.photo.failed.connect(self._on_failed)
        self.photo.told.connect(self.told)
        self.photo.announced.connect(self.announced)
        self._notice = Notice()
        self._inside = column(lines, gap=0)
        holder = QWidget()
        holder.setLayout(self._inside)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        self._sides.addWidget(Scroll(holder), 1)
        self._sides.addWidget(self.photo)
        body = column(self._notice, gap=0)
        body.addLayout(self._sides, 1)
        self.setLayout(body)
        self.setAcceptDrops(True)

    # ------------------------------------------------------------------ a photo comes

    def take(self, source: Source, *, more: bool = False) -> None:
        """Keep a photo for the page that is typed now; ``more``: of one more side of it."""
        self._notice.hide()
        self.photo.take(source, more=more)

    def _on_wanted(self, more: bool) -> None:
        file = chosen_photo(self.window(), self._settings)
        if file is not None:
            self.take(file, more=more)

    def _on_failed(self, error: UserError) -> None:
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    # ------------------------------------------------------------------ its place

    def _fit(self) -> None:
        """Put the photo where both have room: it is there in the smallest window too."""
        is_large = self.photo.is_large
        wide, high = at_full_size(self.width()), at_full_size(self.height())
        is_beside = wide >= BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_beside else down)
        (self._sides if is_beside or high >= BELOW else self._inside).addWidget(self.photo)
        if is_beside:
            most, left = (LARGE, LEAST_LINES) if is_large else (WIDE, LINES)
            self.photo.setFixedWidth(px(max(NARROW, min(most, round(wide) - left))))
            self.photo.setMaximumHeight(NO_LIMIT)
            self.photo.stand(is_low=False)
            return
        self.photo.setMinimumWidth(0)
        self.photo.setMaximumWidth(NO_LIMIT)
        least = px(HIGH if is_large else LOW)
        if high >= BELOW:
            self.photo.setMaximumHeight(least)
            self.photo.stand(is_low=True)
        else:
            self.photo.setMaximumHeight(NO_LIMIT)
            self.photo.stand(is_low=True, least=least)

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_pictures(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for source in sources_in(event.mimeData()):
            self.take(source, more=True)
