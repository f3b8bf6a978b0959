"""The photos of a paper page, beside what is typed from it: they are kept with the answers."""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.evidence import Photo, PhotoFile
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.photos import Kept
from falls_app.ui.background import Background
from falls_app.ui.drawing.photo_reading import read_picture
from falls_app.ui.incoming import Source
from falls_app.ui.masking import masking
from falls_app.ui.paper_page import PaperPage
from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.beside import Beside
from falls_app.ui.widgets.boxes import Panel, Scroll, column
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.page_picture import PagePicture
from falls_app.ui.widgets.side_turn import SideTurn
from falls_app.ui.widgets.text import Words

GAP, MARGIN, HEAD = 12, 22, 44
"""Between its parts, left and right of them, and how high its title is: at 100 % text."""


class PagePhoto(Panel):
    """The panel with the photo of the page that is typed now, and what can be done with it.

    Signals:
        wanted(bool): a photo is to be chosen; True: of one more side of the page.
        resized(): it wants to be larger, or smaller again, as ``is_large`` tells.
        failed(UserError): a file is no photo, or could not be kept.
        told(str, bool), announced(str): those of a page.
    """

    wanted = Signal(bool)
    resized = Signal()
    failed = Signal(object)
    told = Signal(str, bool)
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__("sunken", None, "lt")
        self._background, self._numbers = Background(), count()
        self.destroyed.connect(self._background.close)
        self._paper: PaperPage | None = None
        self._shown: Photo | None = None
        self._coming: list[str] = []
        self.is_large = self._is_low = False
        self._least = 0
        self._picture = PagePicture()
        self._scroll = Scroll(self._picture, "sunken")
        self._about = Words("", 16, 400, "ink2")
        self._build_ways()
        self._head = Beside(
            (Words(_("Photo of the page"), 18, 700), 1), self._turn, self._bigger
        )  # fmt: skip
        head = QWidget()
        head.setLayout(self._head)
        head.setMinimumHeight(px(HEAD))
        self._layout = column(
            head, (self._scroll, 1), self._about, self._ways, gap=GAP,
            margins=(MARGIN, 14, MARGIN, 14),
        )  # fmt: skip
        self._layout.addStretch(0)
        self.setLayout(self._layout)
        self._show_state()

    def _build_ways(self) -> None:
        self._turn = SideTurn()
        self._turn.turned.connect(self._on_turned)
        self._bigger = Button(_("Bigger"), "quiet", height=HEAD, size=16)
        self._bigger.clicked.connect(self._on_bigger)
        self.choose = Button(_("Choose a photo"), "secondary", icon="camera", height=48)
        self.choose.clicked.connect(self._on_choose)
        self._more = Button(_("Add a side"), "quiet", icon="plus", height=48)
        self._more.clicked.connect(self._on_more)
        self._delete = IconButton("trash", _("Delete photo"), "primary")
        self._delete.clicked.connect(self._on_delete)
        self._ways = QWidget()
        self._ways.setLayout(Flow(self.choose, self._more, self._delete, gap=8))

    def stand(self, *, is_low: bool, least: int = 0) -> None:
        """Stand in a place that is low and wide, or else narrow and high.

        Its picture is ``least`` pixels high or more, unless all of it needs less.
        """
        self._least = least
        if is_low != self._is_low:
            self._is_low = is_low
            if is_low:
                self._head.addWidget(self._ways)
            else:
                self._layout.insertWidget(self._layout.count() - 1, self._ways)
            self._show_state()
        self._fit()

    def _fit(self) -> None:
        """Let the picture be no higher than all of it needs."""
        whole = self._picture.heightForWidth(self.width() - 2 * px(MARGIN))
        self._scroll.setMaximumHeight(max(1, whole))
        self._scroll.setMinimumHeight(max(1, min(self._least, whole)))

    # ------------------------------------------------------------------ showing

    @property
    def _photos(self) -> tuple[Photo, ...]:
        return self._paper.photos if self._paper else ()

    def show_paper(self, paper: PaperPage | None) -> None:
        """Show a photo of this page as it is now; None while no page is typed."""
        self._paper = paper
        ids = [each.id for each in self._photos]
        is_there = self._shown is not None and self._shown.id in ids
        self._show_side(ids.index(self._shown.id) if self._shown and is_there else 0)

    def _show_side(self, number: int) -> None:
        """Show the photo of this number, from 0; its picture is read beside the window."""
        photo = self._photos[number] if number < len(self._photos) else None
        if photo != self._shown:
            self._shown = photo
            self._picture.show_image(QImage(), "")
            self._background.drop("show")
            if self._paper and photo:
                self._background.run(
                    partial(_read, self._paper.pictures, photo),
                    then=self._on_read, otherwise=self._on_unread, key="show",
                )  # fmt: skip
        self._turn.show_at(number + 1, len(self._photos))
        self._show_state()

    def _on_read(self, image: QImage) -> None:
        code = self._paper.code if self._paper else ""
        self._picture.show_image(image, _("Photo of the page {code}").format(code=code))
        self._scroll.verticalScrollBar().setValue(0)
        self._show_state()

    def _on_unread(self, error: UserError) -> None:
        self._about.setText(str(error))
        self._about.show()

    def _show_state(self) -> None:
        has_photo = self._shown is not None
        is_seen = self._picture.has_image and not masking.is_on
        self._scroll.setVisible(is_seen)
        self._bigger.setVisible(is_seen)
        self._bigger.set_words(_("Smaller") if self.is_large else _("Bigger"))
        self._fit()
        self._about.setText(self._words())
        # A low place says what is not as always.
        self._about.setVisible(not (self._is_low and is_seen and not self._is_coming))
        self.choose.set_words(_("Choose another photo") if has_photo else _("Choose a photo"))
        self.choose.setEnabled(self._paper is not None)
        self._more.setVisible(has_photo)
        self._delete.setVisible(has_photo)

    @property
    def _is_coming(self) -> bool:
        return self._paper is not None and self._paper.code in self._coming

    def _words(self) -> str:
        if self._paper is None:
            return " ".join(_no_code())
        if self._is_coming:
            return _("Adding the photo…")
        if self._shown is not None and masking.is_on:
            return _("A name may stand on the page. Show names to see its photo.")
        return _("Optional. Helps you check as you type. We keep it with the answers.")

    # ------------------------------------------------------------------ what people do

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done with the photo, for the list of all commands."""
        group, has_photo = _("Photo of the page"), self._shown is not None
        return (
            Verb(
                "page-photo", self.choose.accessibleName(), self.choose.click, (), group,
                self.choose.isEnabled(),
            ),
            Verb("page-side", _("Add a side"), self._more.click, (), group, has_photo),
            Verb("page-photo-off", _("Delete photo"), self._delete.click, (), group, has_photo),
        )  # fmt: skip

    def take(self, source: Source, *, more: bool) -> None:
        """Keep a photo for the page that is typed now, beside the window.

        It stands in place of the one that is shown; ``more``: after all there are.
        """
        paper = self._paper
        if paper is None:
            self.failed.emit(UserError(*_no_code()))
            return
        instead = "" if more or self._shown is None else self._shown.id
        self._coming.append(paper.code)
        self._background.run(
            paper.taking_in(source),
            then=partial(self._on_kept, paper, instead),
            otherwise=partial(self._on_refused, paper),
            key=f"take {next(self._numbers)}",
        )
        self._show_state()

    def _on_kept(self, paper: PaperPage, instead: str, kept: Kept) -> None:
        self._coming.remove(paper.code)
        if paper.is_current:
            photo = paper.put(kept, instead)
            if self._paper and photo in self._photos:
                self._show_side(self._photos.index(photo))
            self.announced.emit(_("Photo added."))
        self._show_state()

    def _on_refused(self, paper: PaperPage, error: UserError) -> None:
        self._coming.remove(paper.code)
        self._show_state()
        self.failed.emit(error)

    def _on_choose(self) -> None:
        self.wanted.emit(False)

    def _on_more(self) -> None:
        self.wanted.emit(True)

    def _on_turned(self, by: int) -> None:
        if self._shown in self._photos:
            self._show_side(self._photos.index(self._shown) + by)

    def _on_bigger(self) -> None:
        self.is_large = not self.is_large
        self._show_state()
        self.resized.emit()

    def _on_delete(self) -> None:
        if self._paper is not None and self._shown is not None:
            self._paper.remove(self._shown.id)
            self.told.emit(_("Photo deleted."), True)
            self.choose.setFocus()

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _no_code() -> tuple[str, str]:
    """Return what is said of a photo that belongs to no page yet."""
    return _("Type the page code first."), _("Then add the photo of that page.")


def _read(pictures: Callable[[str], PhotoFile | None], photo: Photo) -> QImage:
    """Return the picture of a photo. UserError if it is not there, or cannot be read."""
    file = pictures(photo.sha256)
    image = read_picture(file, QSize) if file else QImage()
    if image.isNull():
        raise UserError(_("This photo is not on this computer any more."))
    return image
