"""A paper in pages: small ones to choose from, the one that is read, and where one is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.rendering import MadePaper, PagePicture
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.boxes import Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import IconButton
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.paper_view import EDGE, LETTER_SHAPE, PaperSheet, SmallPage
from falls_app.ui.widgets.step_parts import tab_order
from falls_app.ui.widgets.text import Words

SMALL, READABLE = 100, 520
"""Widths at 100 % text: a small page, and the narrowest page that can be read."""

SMALL_FROM = 520
"""Width at 100 % text from which small pages stand beside the page."""


class PaperPages(Panel):
    """The pages of a paper.

    Signals:
        picture_wanted(int, int): the sharp picture of a page, so many pixels wide.
    """

    picture_wanted = Signal(int, int)

    def __init__(self) -> None:
        super().__init__("sunken")
        self._made: MadePaper | None = None
        self._number = 0
        self.notice = Notice()
        self.small_pages: list[SmallPage] = []
        self._small_column = column(gap=6, margins=(10, 12, 10, 12))
        self._small_scroll = Scroll(Panel("sunken", self._small_column), "sunken")
        bar = self._small_scroll.verticalScrollBar().sizeHint().width()
        self._small_scroll.setFixedWidth(px(SMALL) + px(60) + bar)
        self.sheet = PaperSheet()
        self.sheet.fit(px(READABLE), LETTER_SHAPE)
        self.sheet.scrolled.connect(self._on_scrolled)
        middle = column(row(None, self.sheet, None), None, margins=(8, 14, 8, 8))
        self._scroll = Scroll(Panel("sunken", middle), "sunken")
        self._back = IconButton("chevron-left", _("Previous page"))
        self._next = IconButton("chevron-right", _("Next page"))
        self._back.clicked.connect(self.turn_back)
        self._next.clicked.connect(self.turn_on)
        self._where = Words("", 18, 500, "ink", align=Qt.AlignmentFlag.AlignHCenter)
        turning = row(
            None, self._back, self._where, self._next, None, gap=12, margins=(8, 4, 8, 10)
        )
        turning.setAlignment(self._where, Qt.AlignmentFlag.AlignVCenter)
        reading = column((self._scroll, 1), gap=0)
        reading.addLayout(turning)
        self._views = row(self._small_scroll, gap=0)
        self._views.addLayout(reading, 1)
        pages = column(self.notice, gap=0)
        pages.addLayout(self._views, 1)
        self.setLayout(pages)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_paper(None)

    def show_paper(self, made: MadePaper | None) -> None:
        """Show a paper at the page that is read; None while there is none.

        Its small pictures come with ``show_small``: until then the old ones stand.
        """
        self._made = made
        count = made.count if made else 0
        if count != len(self.small_pages):
            self._fill_small(count)
        if made is None:
            self._where.setText("")
            self.sheet.show_page(None, _("The pages are being made"))
        self._back.setVisible(made is not None)
        self._next.setVisible(made is not None)
        self.show_page(min(self._number, max(0, count - 1)))
        if made is not None:
            self.show_picture(made.page)

    def show_small(self, images: Sequence[QImage]) -> None:
        """Show the small pictures of the pages."""
        if len(images) == len(self.small_pages):
            for each, image in zip(self.small_pages, images, strict=True):
                each.show_image(image)
            self._small_scroll.ensureWidgetVisible(self.small_pages[self._number])

    def first_look(self, page: PagePicture) -> None:
        """Show how the page will be, while its paper is being made."""
        if page.number == self._number:
            self.sheet.show_page(page.image, self._where.text(), page.text)

    def _fill_small(self, count: int) -> None:
        clear(self._small_column)
        self.small_pages = [SmallPage(number, px(SMALL)) for number in range(count)]
        for small in self.small_pages:
            small.clicked.connect(self._on_small)
            self._small_column.addWidget(small, 0, Qt.AlignmentFlag.AlignHCenter)
        self._small_column.addStretch(1)
        tab_order([*self.small_pages, self.sheet, self._back, self._next])

    def show_page(self, number: int) -> None:
        """Show a page: small and soft at once, sharp as soon as its picture is there."""
        if self._made is None:
            self._number = 0
            return
        turned = number != self._number
        self._number, count = number, len(self.small_pages)
        words = self._name(number)
        self._where.setText(words)
        for small in self.small_pages:
            small.show_name(self._about(small.number), self._name(small.number))
            small.setChecked(small.number == number)
        self._small_scroll.ensureWidgetVisible(self.small_pages[number])
        self._allow_turning(count)
        if turned:
            self.sheet.show_page(self.small_pages[number].image, words)
            self._scroll.verticalScrollBar().setValue(0)
        self.fit()

    def _about(self, number: int) -> str:
        """Return what a page is about, "" if its paper does not say."""
        names = self._made.names if self._made else ()
        return names[number] if number < len(names) else ""

    def _name(self, number: int) -> str:
        """Return which page it is, in words."""
        about, count = self._about(number), len(self.small_pages)
        if about:
            words = _("Page {n} of {count}: {about}")
            return words.format(n=number + 1, count=count, about=about)
        return _("Page {n} of {count}").format(n=number + 1, count=count)

    def _allow_turning(self, count: int) -> None:
        """At either end one button rests; the keyboard then goes on with the other."""
        ways = ((self._back, self._number > 0), (self._next, self._number < count - 1))
        for button, can in ways:
            button.setEnabled(can or button.hasFocus())
        for button, can in ways:
            other = self._next if button is self._back else self._back
            if not can and button.hasFocus() and other.isEnabled():
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(can)

    def show_picture(self, page: PagePicture) -> None:
        """Show the sharp picture, unless another page is read by now."""
        if self._made is not None:
            self.first_look(page)

    def fit(self) -> None:
        """Give the page the room there is, and ask for its sharp picture."""
        self._small_scroll.setVisible(at_full_size(self.width()) >= SMALL_FROM)
        self._views.activate()
        view = self._scroll.viewport().size()
        shape = self._made.shape if self._made else LETTER_SHAPE
        high = (view.height() - px(22) - 2 * EDGE) / shape
        width = round(min(view.width() - px(16) - 2 * EDGE, max(high, px(READABLE))))
        width = max(200, width)
        self.sheet.fit(width, shape)
        if self._made is not None and not self._is_sharp(self._number):
            self.picture_wanted.emit(self._number, self.dots)

    @property
    def number(self) -> int:
        """The page that is read, from 0."""
        return self._number

    @property
    def dots(self) -> int:
        """How many dots wide the page is shown."""
        return round((self.sheet.width() - 2 * EDGE) * self.devicePixelRatioF())

    def _is_sharp(self, number: int) -> bool:
        """Return whether the picture of this page came with the paper, as wide as it is shown."""
        page = self._made.page if self._made else None
        return page is not None and page.number == number and page.image.width() == self.dots

    def turn_on(self) -> None:
        """Show the next page, if there is one."""
        self.show_page(min(self._number + 1, max(0, len(self.small_pages) - 1)))

    def turn_back(self) -> None:
        """Show the page before, if there is one."""
        self.show_page(max(0, self._number - 1))

    def _on_small(self) -> None:
        small = self.sender()
        if isinstance(small, SmallPage):
            self.show_page(small.number)

    def _on_scrolled(self, steps: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * bar.singleStep())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
