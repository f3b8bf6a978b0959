"""Makes papers beside the window: the page that is read first, the small pages last."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from falls_app.errors import UserError
from falls_app.ui.background import Background
from falls_app.ui.rendering import (
    MadePaper,
    PagePicture,
    PaperOrder,
    Wanted,
    first_look,
    make_paper,
    page_picture,
    small_pictures,
)

SLOW_SECONDS = 0.2
"""A paper that took so long shows its page before it is whole."""


class PaperMaker(QObject):
    """Makes one paper at a time; a newer one ends the making of an older one.

    Signals:
        looked(object): the page that is read, before its paper is whole (``PagePicture``).
        made(object): the whole paper (``MadePaper``).
        small_made(object): small pictures of all pages of the paper made last.
        drawn(object): another page of it that was asked for (``PagePicture``).
        failed(object): what the user can mend (``UserError``).
    """

    looked = Signal(object)
    made = Signal(object)
    small_made = Signal(object)
    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._wanted = background, Wanted()
        self._paper: MadePaper | None = None
        self._small_width = 0

    def make(self, order: PaperOrder, number: int, width: int, small_width: int) -> None:
        """Make a paper with a picture of one page, and small ones of all, so many dots wide."""
        self._wanted.drop()
        self._wanted, self._small_width = Wanted(), small_width
        for key in ("look", "small", "page"):
            self._background.drop(key)
        what = (order, number, width, self._wanted)
        if self._paper is not None and self._paper.seconds > SLOW_SECONDS:
            self._background.run(
                partial(first_look, *what), self._on_looked, self._on_failed, key="look"
            )
        self._background.run(
            partial(make_paper, *what), self._on_made, self._on_failed, key="paper"
        )

    def draw(self, number: int, width: int) -> None:
        """Draw a page of the paper that was made last."""
        if self._paper is not None:
            work = partial(page_picture, self._paper.pdf, number, width)
            self._background.run(work, self._on_drawn, self._on_failed, key="page")

    def forget(self) -> None:
        """Know nothing of the paper that was made last."""
        self._paper = None

    def _on_looked(self, page: PagePicture) -> None:
        self.looked.emit(page)

    def _on_made(self, paper: MadePaper) -> None:
        self._paper = paper
        self.made.emit(paper)
        work = partial(small_pictures, paper.pdf, self._small_width, self._wanted)
        self._background.run(work, self.small_made.emit, self._on_failed, key="small")

    def _on_drawn(self, page: PagePicture) -> None:
        self.drawn.emit(page)

    def _on_failed(self, error: UserError) -> None:
        self.failed.emit(error)
