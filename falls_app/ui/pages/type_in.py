"""A paper sheet is typed in: the code of a page, then one key an answer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.overview import WHOLE
from falls_app.domain.sheet import SheetPage, answers_of, first_of_kind, page_called
from falls_app.errors import UserError
from falls_app.export.visit_sheet import page_name, pages_of
from falls_app.i18n import _, content, ngettext
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.boxes import Card, Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Tag, Tile
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.page_photo import PagePhoto
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.typed_line import TypedLine

BESIDE = 1_120
"""Width at 100 % text from which the photo stands beside the lines."""


class TypeInPage(Page):
    """The lines of one page of the sheet. What is typed is saved at once."""

    stage = "rooms"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Type in a paper sheet")

    def build(self) -> None:
        """Make the code field, room for lines, the note and the foot; the photo beside them."""
        self._shown: SheetPage | None = None
        self._lines: list[TypedLine] = []
        self._now: TypedLine | None = None
        self._listed: list[str] = []
        self._proposes = False
        self._notice = Notice()
        self._photo = PagePhoto()
        self._photo.failed.connect(self._on_failed)
        self.setAcceptDrops(True)
        self._rows = column(gap=2)
        body = QWidget()
        lead = _("One key for each line. The cursor moves down by itself. Backspace goes up.")
        body.setLayout(
            column(
                row(Tile("clipboard"), (Words(self.title(), 34, serif=True), 1), gap=16),
                Words(lead, 17, token="ink2"), self._build_code(), self._build_pages(),
                self._build_same(), self._rows, self._build_note(), None,
                gap=10, margins=(32, 20, 26, 12),
            )
        )  # fmt: skip
        left = QWidget()
        left.setLayout(column((Scroll(body), 1), self._build_foot(), gap=0))
        both = row((left, 1), self._photo, gap=0)
        page = column(self._notice, gap=0)
        page.addLayout(both, 1)
        self.setLayout(page)

    def _build_code(self) -> QWidget:
        self._code = LineField(name=_("Page code"), hint="BTH-1", longest=12)
        self._code.setFixedWidth(px(140))
        self._code.textEdited.connect(self._on_code)
        self._code.returnPressed.connect(self._on_code_entered)
        self._found = Words("", 18, 600)
        self._count = Tag("", "primary", icon="check")
        line = row(
            Words(_("Page code"), 17, 500, wraps=False), self._code, (self._found, 1), self._count,
            gap=14,
        )  # fmt: skip
        line.setAlignment(self._found, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _build_pages(self) -> QWidget:
        """Make room for a button of each page, for those who have no code at hand."""
        self._page_flow = Flow(gap=8)
        self._page_list = QWidget()
        self._page_list.setLayout(self._page_flow)
        return self._page_list

    def _show_pages(self) -> None:
        """Show the pages there are while none is chosen."""
        self._page_list.setVisible(self._shown is None)
        codes = [page.code for page in self._pages]
        if self._shown is not None or codes == self._listed:
            return
        clear(self._page_flow)
        self._listed = codes
        for page in self._pages:
            words = _("{code} {room}").format(code=page.code, room=page_name(page))
            button = Button(words, "secondary", height=44, size=16)
            button.setObjectName(page.code)
            button.clicked.connect(self._on_page)
            self._page_flow.addWidget(button)
        self.turned.emit()

    def _build_same(self) -> Card:
        self._same_words = Words("", 17, 500)
        self._same = Button(_("Same as the first"), "primary", height=44, size=17)
        self._same_all = Button("", "secondary", height=44, size=17)
        self._same.clicked.connect(self._on_same)
        self._same_all.clicked.connect(self._on_same_all)
        self._same_card = Card(
            column(
                self._same_words, Flow(self._same, self._same_all, gap=10),
                gap=10, margins=(18, 14, 16, 16),
            ),
            token="primary_soft", line=None, lifted=False,
        )  # fmt: skip
        return self._same_card

    def _build_note(self) -> QWidget:
        self._note_words = Words("", 17, 600)
        self._note = LineField(name=_("Note"), longest=5_000)
        self._note.written.connect(self._on_note)
        self._note.returnPressed.connect(self._on_note_entered)
        self._more = Button(_("Sizes and photos"), "quiet", icon="ruler", height=44, size=16)
        self._more.clicked.connect(self._on_more)
        self._note_part = QWidget()
        self._note_part.setLayout(
            column(self._note_words, row((self._note, 1), self._more, gap=10), gap=4)
        )
        return self._note_part

    def _build_foot(self) -> Panel:
        self._back = Button(_("Back"), "quiet", icon="arrow-left", height=52)
        self._back.clicked.connect(self._on_back)
        self._file = Button(_("Bring back a filled file"), "secondary", icon="import", height=52)
        self._file.clicked.connect(self._on_file)
        self._next = Button(_("Next page"), "primary", after="arrow-right", height=52)
        self._next.clicked.connect(self._on_next)
        foot = row(self._back, None, self._file, self._next, gap=12, margins=(24, 10, 26, 12))
        return Panel("surface", foot, "t")

    # ------------------------------------------------------------------ showing

    @property
    def _pages(self) -> tuple[SheetPage, ...]:
        return pages_of(self.session.case)

    def refresh(self) -> None:
        """Show the lines as they are answered now; the page may have other lines, or be gone."""
        shown = page_called(self._pages, self._shown.code) if self._shown else None
        if shown != self._shown or not self._lines:
            self._show_page(shown)
        self._show_answers()

    def _show_page(self, page: SheetPage | None) -> None:
        self._shown, self._now, self._proposes = page, None, False
        clear(self._rows)
        self._lines = [self._line(check) for check in page.checks] if page else []
        for line in self._lines:
            self._rows.addWidget(line)
            line.show()  # it takes the keyboard before the layout is done
        if page:
            lines = ngettext("{n} line", "{n} lines", len(page.checks))
            self._found.setText(f"{page_name(page)}, {lines}")
        else:
            self._found.setText(_("It is at the top of each page of the sheet."))
        self._show_pages()
        self._show_note()
        self.turned.emit()

    def _line(self, check: Check) -> TypedLine:
        words = {
            each: content(check.short_answers.get(each, "")) or _("Not sure")
            for each in answers_of(check)
        }
        line = TypedLine(check, self.session.say(check.short), words)
        line.answered.connect(self._on_answered)
        line.asked.connect(self._on_asked)
        line.entered.connect(self._on_entered)
        line.clicked.connect(line.setFocus)
        return line

    def _show_answers(self) -> None:
        page, proposals = self._shown, self._proposals()
        for line in self._lines:
            line.show_answer(
                self._answer(line.check), proposals.get(line.check.id) if self._proposes else None
            )
        done = sum(self._answer(line.check) is not None for line in self._lines)
        words = _("{done} of {total} typed").format(done=done, total=len(self._lines))
        self._count.show_words(words)
        self._count.setVisible(page is not None)
        self._next.setEnabled(page is not None)
        self._show_same(proposals)
        self._show_note()

    def _show_same(self, proposals: dict[str, Answer]) -> None:
        page = self._shown
        first = first_of_kind(self._pages, page) if page else None
        self._same_card.setVisible(bool(proposals) and first is not None)
        if first is None or not proposals:
            return
        room = page_name(first)
        self._same_words.setText(
            _("The first room has answers already. Enter takes a line over as it is.")
            if self._proposes
            else _("Is it the same as in “{room}”? Then look through it line by line.").format(
                room=room
            )
        )
        self._same.setVisible(not self._proposes)
        self._same_all.set_words(ngettext("Take all {n} over", "Take all {n} over", len(proposals)))

    def _proposals(self) -> dict[str, Answer]:
        """Return what the first room of the kind says on lines that are open here."""
        page = self._shown
        first = first_of_kind(self._pages, page) if page else None
        if page is None or first is None:
            return {}
        found = {
            check.id: self.session.finding(check.id, first.place)
            for check in page.checks
            if self._answer(check) is None
        }
        return {check: each.answer for check, each in found.items() if each is not None}

    def _answer(self, check: Check) -> Answer | None:
        place = self._shown.place if self._shown else None
        found = self.session.finding(check.id, place)
        return found.answer if found else None

    def _show_note(self) -> None:
        line, page = self._now, self._shown
        self._note_part.setVisible(bool(self._lines))
        self._note.setEnabled(line is not None)
        self._more.setEnabled(line is not None)
        if line is None or page is None:
            self._note_words.setText(_("Note from the paper"))
            self._note.show_text("")
            return
        name = _("Note on {check}").format(
            check=f"{line.check.id}, {self.session.say(line.check.short)}"
        )
        self._note_words.setText(_("{note} (key N)").format(note=name))
        self._note.setAccessibleName(name)
        found = self.session.finding(line.check.id, page.place)
        self._note.show_text(found.note if found else "")

    def first_focus(self) -> QWidget | None:
        """Return the line that is typed now, or the field of the code."""
        return self._now or self._code

    def panes(self) -> list[QWidget]:
        """Return the code, the first line, the note, the foot and the photo."""
        lines = [self._now or self._lines[0]] if self._lines else []
        return [self._code, *lines, self._back, self._photo.choose]

    def open_at(self, where: str) -> None:
        """Show the page with this code."""
        page = page_called(self._pages, where)
        if page is not None:
            self._code.setText(page.code)
            self._show_page(page)
            self._show_answers()

    def where(self) -> str:
        """Return the code of the page that is shown."""
        return self._shown.code if self._shown else ""

    # ------------------------------------------------------------------ what people do

    def _on_code(self, typed: str) -> None:
        page = page_called(self._pages, typed) if len(typed.strip()) >= 3 else None
        if page != self._shown:
            self._show_page(page)
            self._show_answers()
            self.moved.emit()

    def _on_code_entered(self) -> None:
        self._on_code(self._code.text())
        page = self._shown
        if page is None:
            self._found.setText(_("No page of this home has this code."))
            self.announced.emit(self._found.text())
            return
        self._code.setText(page.code)
        self._code.settle()
        self._begin()

    def _on_page(self) -> None:
        self.open_at(self.sender().objectName())
        self.moved.emit()
        self._begin()

    def _begin(self) -> None:
        """Put the keyboard on the first line that is open, or on the first."""
        if self._same_card.isVisible() and not self._proposes:
            self._same.setFocus(Qt.FocusReason.TabFocusReason)
            return
        still_open = [each for each in self._lines if self._answer(each.check) is None]
        self._enter((still_open or self._lines)[0])

    def _enter(self, line: QWidget) -> None:
        line.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(line)

    def _on_entered(self) -> None:
        line = self.sender()
        if isinstance(line, TypedLine):
            self._now = line
            self._show_answers()

    def _on_answered(self, check: Check, answer: Answer) -> None:
        line = next(each for each in self._lines if each.check.id == check.id)
        self._save(line, answer)

    def _save(self, line: TypedLine, answer: Answer) -> None:
        """Save an answer and go down; the same answer again changes nothing."""
        self._now = line
        if self._shown is not None and self._answer(line.check) is not answer:
            self.session.answer(line.check, self._shown.place, answer)
        self.announced.emit(line.said(answer))
        self._go_down()

    def _go_down(self) -> None:
        at = self._lines.index(self._now) if self._now in self._lines else -1
        if at + 1 < len(self._lines):
            self._enter(self._lines[at + 1])
        else:
            self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_asked(self, what: str) -> None:
        line = self.sender()
        if not isinstance(line, TypedLine) or self._shown is None:
            return
        at = self._lines.index(line)
        proposal = self._proposals().get(line.check.id) if self._proposes else None
        if what == "on" and proposal is not None:
            self._save(line, proposal)
        elif what in ("on", "down"):
            self._go_down()
        elif what == "up":
            self._enter(self._lines[at - 1] if at else self._code)
        elif what == "note":
            self._note.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._answer(line.check) is not None:
            self.session.forget(line.check, self._shown.place)

    def _on_same(self) -> None:
        self._proposes = True
        self._show_answers()
        self._begin()

    def _on_same_all(self) -> None:
        page = self._shown
        if page is None:
            return
        given = self._proposals()
        self.session.answer_as_in(
            page.place or WHOLE,
            [Finding(check, answer, page.place) for check, answer in given.items()],
        )
        words = ngettext("{n} answer was taken over.", "{n} answers were taken over.", len(given))
        self.told.emit(words, True)
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_next(self) -> None:
        """Go to the next page of the sheet, or back to the code after the last one."""
        pages = self._pages
        codes = [each.code for each in pages]
        at = codes.index(self._shown.code) if self._shown and self._shown.code in codes else -1
        if at + 1 >= len(codes):
            self._code.setFocus(Qt.FocusReason.TabFocusReason)
            self._code.selectAll()
            self.told.emit(_("That was the last page of the sheet."), False)
            return
        self.open_at(codes[at + 1])
        self.moved.emit()
        self.announced.emit(self._found.text())
        self._begin()

    def _on_note(self, words: str) -> None:
        if self._now is not None and self._shown is not None:
            self.session.note(self._now.check, self._shown.place, words)

    def _on_note_entered(self) -> None:
        self._note.settle()
        if self._now is not None:
            self._enter(self._now)

    def _on_more(self) -> None:
        if self._now is not None and self._shown is not None:
            self.go(f"walk:{self._shown.place or WHOLE}:{self._now.check.id}")

    def _on_file(self) -> None:
        self.go("sheet-back")

    def _on_back(self) -> None:
        self.go("walk")

    def _on_failed(self, error: UserError) -> None:
        self._notice.say(error.message, error.hint)

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._photo.setVisible(at_full_size(self.width()) >= BESIDE)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a photo come in."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Show the photo that was dropped beside the lines."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._photo.show_file(Path(url.toLocalFile()))
                return


PAGE = TypeInPage
