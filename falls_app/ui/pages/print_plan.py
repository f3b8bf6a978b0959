"""Print or save: the real file of a paper, page by page, on the size that was chosen."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QPageSize, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from falls_app.domain.asking import Asked
from falls_app.errors import UserError
from falls_app.export import HIDE_NAMES, Printing
from falls_app.i18n import _, ngettext
from falls_app.ui.background import Background
from falls_app.ui.masking import masking
from falls_app.ui.pages.page import Page
from falls_app.ui.paper_maker import PaperMaker
from falls_app.ui.print_choice import FAMILY, PrintChoice
from falls_app.ui.rendering import PRINT_DPI, MadePaper, PaperOrder, print_paper, save_paper
from falls_app.ui.saving import as_pdf, documents
from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.paper_back import PaperBack
from falls_app.ui.widgets.paper_list import PaperList
from falls_app.ui.widgets.paper_lock import PaperLock
from falls_app.ui.widgets.paper_pages import SMALL, PaperPages
from falls_app.ui.widgets.print_options import PrintOptions
from falls_app.ui.widgets.saved_card import SavedCard
from falls_app.ui.widgets.text import Words

OPTIONS_WIDTH, BOTH = 360, 940
"""Width of the options at 100 % text, and that from which the pages stand beside them."""

MOST_UNSHOWN = 5
"""So many words that cannot be printed are named."""


class PrintPage(Page):
    """The paper as it will be, and what can be done with it."""

    stage = "print"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Print or save")

    def build(self) -> None:
        """Make options, pages and buttons."""
        self._choice = _hidden(PrintChoice())
        self._asked: PaperOrder | None = None
        self._made: MadePaper | None = None
        self._saved_at: Path | None = None
        self._ready = ""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._pages = PaperPages()
        self._maker = PaperMaker(self._background, self)
        self._maker.looked.connect(self._pages.first_look)
        self._maker.made.connect(self._on_made)
        self._maker.small_made.connect(self._pages.show_small)
        self._maker.drawn.connect(self._pages.show_picture)
        self._maker.failed.connect(self._on_failed)
        self._pages.picture_wanted.connect(self._maker.draw)
        self._reads = False
        self._side, self._beside = self._build_options(), self._build_pages()
        self.setLayout(row(self._side, (self._beside, 1), gap=0))

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done with the paper."""
        group = _("This paper")
        return (
            Verb("page-on", _("Next page"), self._pages.turn_on, ("PgDown",), group),
            Verb("page-back", _("Page before"), self._pages.turn_back, ("PgUp",), group),
            Verb("save-pdf", _("Save PDF"), self._save.click, (), group, self._save.isEnabled()),
            Verb("print-now", _("Print it"), self._print.click, (), group, self._print.isEnabled()),
        )

    def _build_options(self) -> Panel:
        self._about = Words("", 17, 400, "ink2")
        self._unsure = Button("", "quiet", icon="question", height=44, size=16)
        self._unsure.clicked.connect(self._on_unsure)
        self._lock = PaperLock()
        self._lock.turned.connect(self.turned)
        self._lock.announced.connect(self.announced)
        self._how = PrintOptions(self._lock.chip)
        self._how.paper_chosen.connect(self._on_paper)
        self._how.option_changed.connect(self._on_option)
        self._list = PaperList()
        self._list.chosen.connect(self._on_kind)
        self._list.handout_chosen.connect(self._on_handout)
        self._list.several_asked.connect(self._on_several)
        self._saved = SavedCard()
        self._saved.opened.connect(self._on_open)
        self._comes_back = PaperBack(self.go)
        body = QWidget()
        self._column = column(
            Words(self.title(), 34, serif=True),
            row(self._unsure, None),
            2,
            self._how,
            self._lock,
            4,
            self._list,
            8,
            self._comes_back,
            None,
            gap=8,
            margins=(26, 16, 20, 16),
        )
        body.setLayout(self._column)
        self._save = Button(_("Save PDF"), icon="download", height=52, wide=True)
        self._print = Button(_("Print"), "primary", icon="print", height=52, wide=True)
        self._see = Button(_("See the pages"), "soft", icon="eye", height=52, wide=True)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self._see.clicked.connect(self._on_turned_over)
        ways = beside((self._save, 1), (self._print, 1), (self._see, 1), gap=10, least=150)
        foot = column(self._about, self._saved, ways, gap=10, margins=(20, 8, 20, 16))
        options = Panel("surface", None, "r")
        self._scroll = Scroll(body, "surface")
        inside = column((self._scroll, 1), gap=0, margins=(0, 0, 1, 0))
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
        self._side.setMinimumWidth(px(OPTIONS_WIDTH) if both else 0)
        self._side.setMaximumWidth(px(OPTIONS_WIDTH) if both else NO_LIMIT)
        self._side.setVisible(both or not self._reads)
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
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a password with the page; a window put aside keeps it."""
        if not event.spontaneous():
            self._lock.forget()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # ------------------------------------------------------------------ showing

    @property
    def paper(self) -> str:
        """The size in use: the one that was chosen, else the region's."""
        return self._choice.paper or self.session.region.paper

    def refresh(self) -> None:
        """Show the paper of the case as it is now; make it anew if something changed."""
        choice = self._choice
        self._how.show_options(self.paper, choice.known_options, choice.options)
        self._list.show_for_work(self.session.is_professional)
        self._list.show_kinds(choice.kinds, several=choice.several)
        unsure = len(self._not_sure())
        self._unsure.setVisible(bool(unsure) and FAMILY in choice.kinds)
        self._unsure.set_words(
            ngettext("Look again at {n} answer", "Look again at {n} answers", unsure).format(
                n=unsure
            )
        )
        order, old = self._order(on_screen=True), self._asked
        if order == old:
            return
        if old is None or old.case.id != order.case.id or not set(old.kinds) & set(order.kinds):
            self._forget()
        self._asked = order
        self._show_status(_("Making the pages…"))
        small = round(px(SMALL) * self.devicePixelRatioF())
        self._maker.make(order, self._pages.number, self._pages.dots, small)

    def _not_sure(self) -> list[Asked]:
        """Return the answers that are "not sure": on paper they stand as "look again"."""
        return [
            each for each in self.session.view.score.places if each.finding and not each.is_known
        ]

    def _on_unsure(self) -> None:
        first = self._not_sure()[0]
        self.go(f"walk:{first.room.id if first.room else 'whole'}:{first.check.id}")

    def _order(self, *, on_screen: bool = False) -> PaperOrder:
        """Return what is to be made; on a screen that hides names it shows none either."""
        session, how = self.session, self._choice.printed_with
        how[HIDE_NAMES] = how[HIDE_NAMES] or (on_screen and masking.is_on)
        printing = Printing(
            session.region,
            self.paper,
            photos=session.photos,
            letterhead=session.letterhead,
            **how,  # type: ignore[arg-type]
        )
        return PaperOrder(self._choice.kinds, session.case, printing)

    def _forget(self) -> None:
        """Show nothing of another home or paper while the pages of this one are made."""
        self._made = None
        self._maker.forget()
        self._pages.show_paper(None)
        self._pages.notice.hide()
        self._saved.hide()
        self._ready = ""

    def _on_made(self, made: MadePaper) -> None:
        if self._made is None and self._choice.kinds != (FAMILY,):
            self._scroll.ensureWidgetVisible(self._list.chosen_one)
        self._made = made
        pages = ngettext("{n} page", "{n} pages", made.count)
        paper = _("Letter") if self.paper == "letter" else _("A4")
        self._ready = _("{pages}, {paper}").format(pages=pages, paper=paper)
        self._show_status("")
        self._pages.notice.hide()
        if made.unshown:
            self._say_unshown(made.unshown)
        self._pages.show_paper(made)

    def _say_unshown(self, words: tuple[str, ...]) -> None:
        """Name the words for which paper has no letters: "[…]" stands in their place."""
        named = ", ".join(f"“{word}”" for word in words[:MOST_UNSHOWN])
        if more := len(words) - MOST_UNSHOWN if len(words) > MOST_UNSHOWN else 0:
            named += " " + ngettext("and {n} more", "and {n} more", more)
        self._pages.notice.say(
            _("The paper has no letters for: {words}.").format(words=named),
            _("It prints […] there. Write these words in other letters if they matter."),
        )

    def _show_status(self, words: str) -> None:
        """Say what is under way, or how many pages there are once nothing is."""
        self._about.setText(words or self._ready)

    def _on_failed(self, error: UserError) -> None:
        self._show_status("")
        self._pages.notice.say(error.message, error.hint)

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._print

    def panes(self) -> list[QWidget]:
        """Return the sizes, the papers and the page."""
        return [*self._how.sizes.chips[:1], *self._list.choices[:1], self._pages.sheet]

    def open_at(self, where: str) -> None:
        """Show papers and options by their names: "family+H2,large"; see ``PrintChoice.at``."""
        self._choice = _hidden(self._choice.at(where))

    def where(self) -> str:
        """Return the papers that are shown, with their options."""
        return self._choice.where

    # ------------------------------------------------------------------ what people do

    def _on_kind(self, kind: str) -> None:
        self._choose(self._choice.pressed(kind))

    def _on_handout(self, kind: str) -> None:
        self._choose(self._choice.with_handout(kind))

    def _on_several(self, several: bool) -> None:
        self._choose(self._choice.allowing(several=several))

    def _on_paper(self, paper: str) -> None:
        self._choose(replace(self._choice, paper=paper))

    def _on_option(self, option: str) -> None:
        self._choose(self._choice.toggled(option))

    def _choose(self, choice: PrintChoice) -> None:
        self._choice = choice
        self.refresh()
        self.moved.emit()

    def _file_name(self) -> str:
        """Return the name to suggest; the dialog that shows it knows nothing of hidden names."""
        session, choice = self.session, self._choice
        if masking.is_on:
            choice = replace(choice, options=choice.options | {HIDE_NAMES})
        return choice.file_name(session.case.person.name, session.today.isoformat())

    def _on_save(self) -> None:
        password = self._lock.password()
        if password is None:
            self._scroll.ensureWidgetVisible(self._lock)
            return
        suggested = str(documents() / self._file_name())
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the paper"), suggested, _("PDF files (*.pdf)")
        )
        if not chosen:
            return
        self._saved.hide()
        self._pages.notice.hide()
        self._show_status(_("Saving…"))
        order = self._order()
        form = "locked-pdf" if password else "pdf"
        self.session.note_export(order.case.id, form, order.kinds)
        self._background.run(
            partial(save_paper, order, as_pdf(chosen), password),
            then=self._on_saved,
            otherwise=partial(self._on_not_out, order.case.id),
            key="save",
        )

    def _on_not_out(self, case_id: str, error: UserError) -> None:
        """Say that a paper was not written or printed, and note it."""
        self.session.note_not_exported(case_id)
        self._on_failed(error)

    def _on_saved(self, file: Path) -> None:
        self._show_status("")
        self._saved_at = file
        self._saved.show_file(file)
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
            dialog.setMinMax(1, self._made.count)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        self._show_status(_("Sending the pages to the printer…"))
        order = self._order()
        self.session.note_export(order.case.id, "print", order.kinds)
        self._background.run(
            partial(print_paper, order, printer),
            then=self._on_printed,
            otherwise=partial(self._on_not_out, order.case.id),
            key="print",
        )

    def _on_printed(self, pages: int) -> None:
        self._show_status("")
        words = ngettext("{n} page went to the printer.", "{n} pages went to the printer.", pages)
        self.told.emit(words, False)


def _hidden(choice: PrintChoice) -> PrintChoice:
    """Return the choice with names hidden where the window hides them: its pages are on screen."""
    return replace(choice, options=choice.options | {HIDE_NAMES}) if masking.is_on else choice


PAGE = PrintPage
