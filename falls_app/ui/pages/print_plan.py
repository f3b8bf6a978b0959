"""Print or save: the real file of the plan, page by page, on the paper that was chosen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QPageSize, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget
from typing_extensions import override

from falls_app.content.regions import Region
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.ui.background import Background
from falls_app.ui.pages.page import Page
from falls_app.ui.rendering import (
    PRINT_DPI,
    MadePaper,
    PagePicture,
    make_paper,
    page_picture,
    print_paper,
)
from falls_app.ui.saving import as_pdf, documents, plan_file_name
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.boxes import Card, Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button, IconButton, Tile
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.paper_view import PaperSheet, SmallPage
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words

KIND = "family"
OPTIONS, SMALL, READABLE = 360, 100, 520
"""Widths at 100 % text: the options, a small page, and the narrowest page that can be read."""

SMALL_FROM = 860
"""Effective width from which small pages stand beside the page."""

LETTER_SHAPE = 11 / 8.5


def save_paper(target: Path, case: Case, paper: str, region: Region) -> Path:
    """Write the plan into a file, and return where it lies."""
    from falls_app.export import write_paper

    write_paper(KIND, case, target, paper=paper, region=region)
    return target


class PrintPage(Page):
    """The paper as it will be, and what can be done with it."""

    stage = "print"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Print or save")

    def build(self) -> None:
        """Make options, pages and buttons."""
        self._paper = ""
        self._asked: tuple[Case, str, str] | None = None
        self._made: MadePaper | None = None
        self._number = 0
        self._saved_at: Path | None = None
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self.setLayout(row(self._build_options(), (self._build_pages(), 1), gap=0))
        for keys, slot in (("PgDown", self._on_next), ("PgUp", self._on_previous)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _build_options(self) -> Panel:
        self._papers = ChipRow()
        self._papers.chosen.connect(self._on_paper)
        self._about = Words("", 17, 400, "ink2")
        about = column(Words(_("Family plan"), 19, 700), self._about, gap=0)
        head = row(Tile("people"), gap=14)
        head.addLayout(about, 1)
        self._save = Button(_("Save PDF"), icon="download", height=52, wide=True)
        self._print = Button(_("Print"), "primary", icon="print", height=52, wide=True)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self._saved_words = Words("", 16, 500, "ok")
        self._open = Button(_("Open"), "soft", height=44, size=17, name=_("Open the saved file"))
        self._open.clicked.connect(self._on_open)
        self._saved = Card(
            column(
                row(Icon("check", 22, "ok", 2.4), (self._saved_words, 1), gap=10),
                row(self._open, None), gap=10, margins=(16, 14, 16, 16),
            ),
            token="ok_bg", line="ok_solid", lifted=False,
        )  # fmt: skip
        self._saved.hide()
        body = QWidget()
        body.setLayout(
            column(
                Words(_("Print or save"), 34, serif=True),
                4,
                Card(
                    column(head, margins=(16, 14, 16, 14)),
                    token="primary_soft",
                    line="primary_soft",
                    lifted=False,
                ),
                8,
                Words(_("Paper"), 18, 700),
                self._papers,
                8,
                self._saved,
                None,
                gap=8,
                margins=(26, 22, 20, 16),
            )  # fmt: skip
        )
        foot = column(self._print, self._save, gap=10, margins=(26, 8, 24, 20))
        options = Panel("surface", None, "r")
        inside = column((Scroll(body, "surface"), 1), gap=0, margins=(0, 0, 1, 0))
        inside.addLayout(foot)
        options.setLayout(inside)
        options.setFixedWidth(px(OPTIONS))
        return options

    def _build_pages(self) -> Panel:
        self._notice = Notice()
        self._small_pages: list[SmallPage] = []
        self._small_column = column(gap=6, margins=(10, 12, 10, 12))
        small = Panel("sunken", self._small_column)
        self._small_scroll = Scroll(small, "sunken")
        self._small_scroll.setFixedWidth(px(SMALL) + px(60))
        self._sheet = PaperSheet()
        self._sheet.fit(px(READABLE), LETTER_SHAPE)
        self._sheet.scrolled.connect(self._on_scrolled)
        middle = column(row(None, self._sheet, None), None, margins=(8, 14, 8, 8))
        self._scroll = Scroll(Panel("sunken", middle), "sunken")
        self._previous = IconButton("chevron-left", _("Previous page"))
        self._next = IconButton("chevron-right", _("Next page"))
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._where = Words("", 18, 500, "ink", wraps=False)
        self._status = Words("", 16, 400, "ink2", wraps=False)
        keep = self._status.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._status.setSizePolicy(keep)
        foot = row(
            None, self._previous, self._where, self._next, None, gap=12, margins=(8, 4, 8, 0)
        )
        below = row(None, self._status, None, margins=(8, 0, 8, 8))
        views = row(self._small_scroll, (self._scroll, 1), gap=0)
        pages = column(self._notice, gap=0)
        pages.addLayout(views, 1)
        pages.addLayout(foot)
        pages.addLayout(below)
        panel = Panel("sunken", pages)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return panel

    # ------------------------------------------------------------------ showing

    @property
    def paper(self) -> str:
        """The paper in use: the one that was chosen, else the region's."""
        return self._paper or self.session.region.paper

    def refresh(self) -> None:
        """Show the plan of the case as it is now; make it anew if something changed."""
        papers = {"letter": _("Letter"), "a4": _("A4")}
        self._papers.show_choices(papers, self.paper, name=_("Paper: {words}"))
        case, region = self.session.case, self.session.region
        asked = (case, self.paper, region.id)
        if asked == self._asked:
            return
        if self._asked is None or self._asked[0].id != case.id:
            self._forget()
        self._asked = asked
        self._status.setText(_("Making the pages…"))
        self._background.run(
            partial(make_paper, KIND, case, self.paper, region, self._dots(px(SMALL))),
            then=self._on_made,
            otherwise=self._on_not_made,
            key="paper",
        )

    def _forget(self) -> None:
        """Show nothing of another home while the pages of this one are made."""
        self._made, self._number, self._saved_at = None, 0, None
        self._small_pages = []
        clear(self._small_column)
        self._saved.hide()
        self._notice.hide()
        self._about.setText("")
        self._where.setText("")
        self._sheet.show_page(None, _("The pages are being made"))

    def _on_made(self, made: MadePaper) -> None:
        self._made = made
        self._status.setText("")
        self._notice.hide()
        count = len(made.small)
        pages = ngettext("{n} page", "{n} pages", count)
        paper = _("Letter") if self.paper == "letter" else _("A4")
        self._about.setText(_("{pages}, {paper}").format(pages=pages, paper=paper))
        if count != len(self._small_pages):
            self._fill_small(made)
        for small, image in zip(self._small_pages, made.small, strict=True):
            small.show_image(image)
        self._show_page(min(self._number, count - 1))

    def _fill_small(self, made: MadePaper) -> None:
        clear(self._small_column)
        self._small_pages = []
        for number, image in enumerate(made.small):
            small = SmallPage(number, image, px(SMALL))
            small.clicked.connect(self._on_small)
            self._small_pages.append(small)
            self._small_column.addWidget(small, 0, Qt.AlignmentFlag.AlignHCenter)
        self._small_column.addStretch(1)

    def _on_not_made(self, error: UserError) -> None:
        self._status.setText("")
        self._notice.say(error.message, error.hint)

    def _show_page(self, number: int) -> None:
        """Show a page: small and soft at once, sharp as soon as it is drawn."""
        if self._made is None:
            return
        turned = number != self._number
        self._number, count = number, len(self._made.small)
        words = _("Page {n} of {count}").format(n=number + 1, count=count)
        self._where.setText(words)
        for small in self._small_pages:
            name = _("Page {n} of {count}").format(n=small.number + 1, count=count)
            small.set_words("", name)
            small.setChecked(small.number == number)
        if self._small_pages:
            self._small_scroll.ensureWidgetVisible(self._small_pages[number])
        self._previous.setEnabled(number > 0)
        self._next.setEnabled(number < count - 1)
        if turned:
            self._sheet.show_page(self._made.small[number], words)
            self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def _fit(self) -> None:
        """Give the page the room there is, and ask for its sharp picture."""
        self._small_scroll.setVisible(self.width() * 100 / look.percent >= SMALL_FROM)
        self.layout().activate()
        view = self._scroll.viewport().size()
        shape = self._made.shape if self._made else LETTER_SHAPE
        high = (view.height() - px(22) - 12) / shape
        width = round(min(view.width() - px(16) - 12, max(high, px(READABLE))))
        self._sheet.fit(max(200, width), shape)
        if self._made is not None:
            self._background.run(
                partial(page_picture, self._made.pdf, self._number, self._dots(width)),
                then=self._on_picture,
                otherwise=self._on_not_made,
                key="page",
            )

    def _on_picture(self, page: PagePicture) -> None:
        if page.number == self._number and self._made is not None:
            self._sheet.show_page(page.image, self._where.text(), page.text)

    def _dots(self, width: int) -> int:
        return max(1, round(width * self.devicePixelRatioF()))

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._print

    def panes(self) -> list[QWidget]:
        """Return the paper chips and the page."""
        return [*self._papers.chips[:1], self._sheet]

    # ------------------------------------------------------------------ what people do

    def _on_paper(self, paper: str) -> None:
        self._paper = paper
        self.refresh()

    def _on_small(self) -> None:
        small = self.sender()
        if isinstance(small, SmallPage):
            self._show_page(small.number)

    def _on_next(self) -> None:
        if self._made is not None:
            self._show_page(min(self._number + 1, len(self._made.small) - 1))

    def _on_previous(self) -> None:
        self._show_page(max(0, self._number - 1))

    def _on_scrolled(self, steps: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * bar.singleStep())

    def _file_name(self) -> str:
        return plan_file_name(self.session.case.person.name, self.session.today.isoformat())

    def _on_save(self) -> None:
        suggested = str(documents() / self._file_name())
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save the plan"), suggested, _("PDF files (*.pdf)")
        )
        if not chosen:
            return
        self._saved.hide()
        self._notice.hide()
        self._status.setText(_("Saving…"))
        self._background.run(
            partial(save_paper, as_pdf(chosen), self.session.case, self.paper, self.session.region),
            then=self._on_saved,
            otherwise=self._on_not_made,
            key="save",
        )

    def _on_saved(self, file: Path) -> None:
        self._status.setText("")
        self._saved_at = file
        self._saved_words.setText(
            _("Saved as “{file}” in {folder}").format(file=file.name, folder=file.parent)
        )
        self._saved.show()
        self._say(_("Saved: {file}").format(file=file.name))

    def _on_open(self) -> None:
        file = self._saved_at
        if file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._notice.say(
                _("No program here opens PDF files."),
                _("The file is safe. You find it in {folder}.").format(folder=file.parent),
            )

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(PRINT_DPI)
        sizes = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
        printer.setPageSize(QPageSize(sizes[self.paper]))
        printer.setFullPage(True)
        printer.setDocName(self._file_name().removesuffix(".pdf"))
        dialog = QPrintDialog(printer, self)
        if self._made is not None:
            dialog.setMinMax(1, len(self._made.small))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        self._status.setText(_("Sending the pages to the printer…"))
        self._background.run(
            partial(print_paper, KIND, self.session.case, self.paper, self.session.region, printer),
            then=self._on_printed,
            otherwise=self._on_not_made,
            key="print",
        )

    def _on_printed(self, pages: int) -> None:
        self._status.setText("")
        self._say(ngettext("{n} page went to the printer.", "{n} pages went to the printer.",
                           pages))  # fmt: skip

    def _say(self, words: str) -> None:
        say = getattr(self.window(), "say", None)
        if say is not None:
            say(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


PAGE = PrintPage
