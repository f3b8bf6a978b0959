"""A photo of a paper page, beside what is typed from it. It is looked at and not kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.background import Background
from falls_app.ui.saving import documents
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Panel, Scroll, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words

NARROW, WIDE = 400, 760
"""Widths of the panel beside the lines, in pixels at 100 % text."""

LOW, HIGH = 300, 520
"""The most that it takes of the height below them."""


class PagePicture(QWidget):
    """The photo, as wide as the panel."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage, name: str) -> None:
        """Show another photo."""
        self._image = image
        self.setAccessibleName(_("Photo of the page: {file}").format(file=name))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / max(1, self._image.width()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(NARROW) - px(48), self.heightForWidth(px(NARROW) - px(48)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)


class PagePhoto(Panel):
    """The panel with the photo, and the button that chooses one.

    Signals: failed(UserError): a file is no photo.
    """

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__("sunken", None, "lt")
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._is_wide = False
        self._picture = PagePicture()
        self._scroll = Scroll(self._picture, "sunken")
        self._scroll.hide()
        self._bigger = Button(_("Bigger"), "quiet", height=44, size=16)
        self._bigger.clicked.connect(self._on_bigger)
        self._bigger.hide()
        self.choose = Button(_("Choose a photo"), "secondary", icon="camera", height=48)
        self.choose.clicked.connect(self._on_choose)
        words = _("It helps you check as you type. It stays as long as you type, and is not kept.")
        self._about = Words(words, 16, 400, "ink2")
        head = beside((Words(_("Photo of the page"), 18, 700), 1), self._bigger, self.choose)
        self._layout = column(
            head, self._about, (self._scroll, 1), gap=12, margins=(22, 14, 22, 14)
        )
        self._layout.addStretch(0)
        self.setLayout(self._layout)
        self._is_beside = True
        self._fit()

    def stand(self, *, beside: bool) -> None:
        """Stand beside the lines, or below them in a window that is too narrow."""
        if beside != self._is_beside:
            self._is_beside = beside
            self._fit()

    def _fit(self) -> None:
        if self._is_beside:
            self.setFixedWidth(px(WIDE if self._is_wide else NARROW))
            self.setMaximumHeight(NO_LIMIT)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(NO_LIMIT)
            self.setMaximumHeight(px(HIGH if self._is_wide else LOW))
        self._about.setVisible(self._is_beside)
        self._bigger.set_words(_("Smaller") if self._is_wide else _("Bigger"))

    def _on_bigger(self) -> None:
        self._is_wide = not self._is_wide
        self._fit()

    def _on_choose(self) -> None:
        kinds = _("Photos (*.jpg *.jpeg *.png *.heic *.webp)")
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Photo of the page"), str(documents()), kinds
        )
        if chosen:
            self.show_file(Path(chosen))

    def show_file(self, file: Path) -> None:
        """Show the photo in a file, upright."""
        self._background.run(
            partial(_read, file), then=partial(self._on_read, file.name), otherwise=self._on_failed
        )

    def _on_read(self, name: str, image: QImage) -> None:
        self._picture.show_image(image, name)
        self._scroll.show()
        self._bigger.show()
        self.choose.set_words(_("Choose another photo"))

    def _on_failed(self, error: UserError) -> None:
        self.failed.emit(error)


def _read(file: Path) -> QImage:
    from falls_app.storage.photos import remade

    return QImage.fromData(remade(file))
