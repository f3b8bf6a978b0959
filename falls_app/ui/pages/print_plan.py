"""Print or save: the real file of a paper, page by page, on the size that was chosen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QPageSize, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.export import HANDOUT, Printing
from falls_app.i18n import _, ngettext
from falls_app.ui.background import Background
from falls_app.ui.pages.page import Page
from falls_app.ui.rendering import (
    PRINT_DPI,
    MadePaper,
    PaperOrder,
    make_paper,
    page_picture,
    print_paper,
    save_paper,
)
from falls_app.ui.saving import as_pdf, documents, paper_file_name, plan_file_name
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Card, Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.paper_list import PaperList, is_paper, paper_title
from falls_app.ui.widgets.paper_pages import SMALL, PaperPages
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words

FAMILY = "family"
OPTIONS, BOTH = 360, 940
"""Width of the options at 100 % text, and that from which the pages stand beside them."""


class PrintPage(Page):
    """The paper as it will be, and what can be done with it."""

    stage = "print"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Print or save")

    def build(self) -> None:
        """Make options, pages and buttons."""
        self._kind, self._paper = FAMILY, ""
        self._asked: PaperOrder | None = None
        self._made: MadePaper | None = None
        self._saved_at: Path | None = None
        self._ready = ""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._pages = PaperPages()
        self._pages.picture_wanted.connect(self._on_picture_wanted)
        self._reads = False
        self._options, self._beside = self._build_options(), self._build_pages()
        self.setLayout(row(self._options, (self._beside, 1), gap=0))
        for keys, slot in (("PgDown", self._pages.turn_on), ("PgUp", self._pages.turn_back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _build_options(self) -> Panel:
        self._papers = ChipRow()
        self._papers.chosen.connect(self._on_paper)
        self._about = Words("", 17, 400, "ink2")
        self._kinds = PaperList()
        self._kinds.chosen.connect(self._on_kind)
        self._save = Button(_("Save PDF"), icon="download", height=52, wide=True)
        self._print = Button(_("Print"), "primary", icon="print", height=52, wide=True)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self._saved_words = Words("", 16, 500, "ok")
        self._open = Button(
            _("Open"), "secondary", height=44, size=17, name=_("Open the saved file")
        )
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
                self._kinds,
                8,
                Words(_("Paper"), 18, 700),
                self._papers,
                self._about,
                8,
                self._saved,
                None,
                gap=8,
                margins=(26, 22, 20, 16),
            )  # fmt: skip
        )
        self._see = Button(_("See the pages"), "soft", icon="eye", height=52, wide=True)
        self._see.clicked.connect(self._on_turned_over)
        ways = beside((self._print, 1), (self._save, 1), (self._see, 1), gap=10, least=200)
        foot = column(ways, margins=(26, 8, 24, 14))
        options = Panel("surface", None, "r")
        inside = column((Scroll(body, "surface"), 1), gap=0, margins=(0, 0, 1, 0))
        inside.addLayout(foot)
        options.setLayout(inside)
        return options

    def _build_pages(self) -> Panel:
        self._back = Button(_("Back to the papers"), "secondary", icon="arrow-left", height=44)
        self._back.clicked.connect(self._on_turned_over)
        self._way_back = QWidget()
        self._way_back.setLayout(row(self._back, None, margins=(12, 8, 12, 4)))
        return Panel("sunken", column(self._way_back, (self._pages, 1), gap=0))

    def _fold(self) -> None:
        """Show papers and pages side by side, or one of them where there is little width."""
        both = self.width() >= px(BOTH)
        self._options.setMinimumWidth(px(OPTIONS) if both else 0)
        self._options.setMaximumWidth(px(OPTIONS) if both else NO_LIMIT)
        self._options.setVisible(both or not self._reads)
        self._beside.setVisible(both or self._reads)
        self._see.setVisible(not both)
        self._way_back.setVisible(not both)

    def _on_turned_over(self) -> None:
        """Show the pages in place of the papers, or the papers again."""
        self._reads = not self._reads
        self._fold()
        self.turned.emit()
        first = self._pages.sheet if self._reads else self._see
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # ------------------------------------------------------------------ showing

    @property
    def paper(self) -> str:
        """The paper in use: the one that was chosen, else the region's."""
        return self._paper or self.session.region.paper

    def refresh(self) -> None:
        """Show the paper of the case as it is now; make it anew if something changed."""
        papers = {"letter": _("Letter"), "a4": _("A4")}
        self._papers.show_choices(papers, self.paper, name=_("Paper: {words}"))
        self._kinds.show_kind(self._kind)
        order, old = self._order(), self._asked
        if order == old:
            return
        if old is None or (old.case.id, old.kind) != (order.case.id, order.kind):
            self._forget()
        self._asked = order
        self._show_status(_("Making the pages…"))
        self._background.run(
            partial(make_paper, order, self._small_dots()),
            then=self._on_made,
            otherwise=self._on_failed,
            key="paper",
        )

    def _order(self) -> PaperOrder:
        session = self.session
        printing = Printing(session.region, self.paper, photos=session.photos)
        return PaperOrder(self._kind, session.case, printing)

    def _forget(self) -> None:
        """Show nothing of another home or paper while the pages of this one are made."""
        self._made, self._saved_at = None, None
        self._background.drop("page")
        self._pages.show_paper(None)
        self._pages.notice.hide()
        self._saved.hide()
        self._ready = ""

    def _on_made(self, made: MadePaper) -> None:
        self._made = made
        pages = ngettext("{n} page", "{n} pages", len(made.small))
        paper = _("Letter") if self.paper == "letter" else _("A4")
        self._ready = _("{pages}, {paper}").format(pages=pages, paper=paper)
        self._show_status("")
        self._pages.notice.hide()
        self._pages.show_paper(made)

    def _show_status(self, words: str) -> None:
        """Say what is under way, or how many pages there are once nothing is."""
        self._about.setText(words or self._ready)

    def _on_failed(self, error: UserError) -> None:
        self._show_status("")
        self._pages.notice.say(error.message, error.hint)

    def _on_picture_wanted(self, number: int, width: int) -> None:
        if self._made is not None:
            self._background.run(
                partial(page_picture, self._made.pdf, number, width),
                then=self._pages.show_picture,
                otherwise=self._on_failed,
                key="page",
            )

    def _small_dots(self) -> int:
        return round(px(SMALL) * self.devicePixelRatioF())

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._print

    def panes(self) -> list[QWidget]:
        """Return the papers, their sizes and the page."""
        return [*self._kinds.choices[:1], *self._papers.chips[:1], self._pages.sheet]

    def open_at(self, where: str) -> None:
        """Show a paper by its kind, or a handout by its id; what there is not is passed over."""
        for kind in (where, f"{HANDOUT}{where}"):
            if is_paper(kind):
                self._kind = kind

    def where(self) -> str:
        """Return the kind of paper that is shown."""
        return self._kind

    # ------------------------------------------------------------------ what people do

    def _on_kind(self, kind: str) -> None:
        self._kind = kind
        self.refresh()
        self.moved.emit()

    def _on_paper(self, paper: str) -> None:
        self._paper = paper
        self.refresh()

    def _file_name(self) -> str:
        name, day = self.session.case.person.name, self.session.today.isoformat()
        if self._kind == FAMILY:
            return plan_file_name(name, day)
        if self._kind.startswith(HANDOUT):
            return paper_file_name(paper_title(self._kind))
        return paper_file_name(paper_title(self._kind), name, day)

    def _on_save(self) -> None:
        suggested = str(documents() / self._file_name())
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the paper"), suggested, _("PDF files (*.pdf)")
        )
        if not chosen:
            return
        self._saved.hide()
        self._pages.notice.hide()
        self._show_status(_("Saving…"))
        self._background.run(
            partial(save_paper, self._order(), as_pdf(chosen)),
            then=self._on_saved,
            otherwise=self._on_failed,
            key="save",
        )

    def _on_saved(self, file: Path) -> None:
        self._show_status("")
        self._saved_at = file
        self._saved_words.setText(
            _("Saved as “{file}” in {folder}").format(file=file.name, folder=file.parent)
        )
        self._saved.show()
        self.told.emit(_("Saved: {file}").format(file=file.name), False)

    def _on_open(self) -> None:
        file = self._saved_at
        if file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._pages.notice.say(
                _("No program here opens PDF files."),
                _("The file is safe. You find it in {folder}.").format(folder=file.parent),
            )

    def _on_print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._pages.notice.say(
                _("No printer is set up."),
                _("Save the PDF and print it where there is a printer, or set one up first."),
            )
            return
        self._pages.notice.hide()
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
        self._show_status(_("Sending the pages to the printer…"))
        self._background.run(
            partial(print_paper, self._order(), printer),
            then=self._on_printed,
            otherwise=self._on_failed,
            key="print",
        )

    def _on_printed(self, pages: int) -> None:
        self._show_status("")
        words = ngettext("{n} page went to the printer.", "{n} pages went to the printer.", pages)
        self.told.emit(words, False)


PAGE = PrintPage
