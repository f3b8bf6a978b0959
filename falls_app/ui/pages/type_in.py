"""A paper sheet is typed in: the code of a page, then one key an answer."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.overview import WHOLE
from falls_app.domain.sheet import (
    SheetPage,
    answers_of,
    first_of_kind,
    open_as_first,
    page_called,
)
from falls_app.errors import UserError
from falls_app.export.visit_sheet import page_name, pages_of
from falls_app.i18n import _, content, ngettext
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import at_full_size
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.line_note import LineNote
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.page_code import PageCode
from falls_app.ui.widgets.page_photo import PagePhoto
from falls_app.ui.widgets.same_card import SameCard
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.typed_line import TypedLine

BESIDE, BELOW = 1_120, 760
"""Width at 100 % text from which the photo stands beside the lines, else the height below them."""

SHORTEST_CODE = 3
"""So many letters name a page: the area alone is its first room."""


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
        self._proposes = False
        self._notice = Notice()
        self._photo = PagePhoto()
        self._photo.failed.connect(self._on_failed)
        self.setAcceptDrops(True)
        self._code, self._same, self._note = PageCode(), SameCard(), LineNote()
        self._code.typed.connect(self._on_code)
        self._code.entered.connect(self._on_code_entered)
        self._code.chosen.connect(self._on_page)
        self._same.look_asked.connect(self._on_same)
        self._same.all_asked.connect(self._on_same_all)
        self._note.written.connect(self._on_note)
        self._note.left.connect(self._on_note_left)
        self._note.more_asked.connect(self._on_more)
        self._rows = column(gap=2)
        lead = _("One key for each line. The cursor moves down by itself. Backspace goes up.")
        body = QWidget()
        body.setLayout(
            column(
                row(Tile("clipboard"), (Words(self.title(), 34, serif=True), 1), gap=16),
                Words(lead, 17, token="ink2"), self._code, self._same, self._rows, self._note,
                None,
                gap=10, margins=(32, 20, 26, 12),
            )
        )  # fmt: skip
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(0)
        self._sides.addWidget(Scroll(body), 1)
        self._sides.addWidget(self._photo)
        page = column(self._notice, gap=0)
        page.addLayout(self._sides, 1)
        page.addWidget(self._build_foot())
        self.setLayout(page)

    def _build_foot(self) -> Panel:
        self._back = Button(_("Back"), "quiet", icon="arrow-left", height=52)
        file = Button(_("Bring back a filled file"), "secondary", icon="import", height=52)
        self._next = Button(_("Next page"), "primary", after="arrow-right", height=52)
        self._back.clicked.connect(self._on_back)
        file.clicked.connect(self._on_file)
        self._next.clicked.connect(self._on_next)
        ways = beside(self._back, file, self._next, gap=12, apart=True)
        foot = column(ways, margins=(24, 10, 26, 12))
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
        self._code.show_pages(self._pages)
        self._code.show_page(page)
        self._note.setVisible(page is not None)
        self._next.setEnabled(page is not None)
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
        proposals = self._proposals
        for line in self._lines:
            proposed = proposals.get(line.check.id) if self._proposes else None
            line.show_answer(self._answer(line.check), proposed)
        done = sum(self._answer(line.check) is not None for line in self._lines)
        self._code.show_count(done, len(self._lines))
        first = first_of_kind(self._pages, self._shown) if self._shown else None
        name = page_name(first) if first else ""
        self._same.show_offer(name, len(proposals), begun=self._proposes)
        self._show_note()

    @property
    def _proposals(self) -> Mapping[str, Answer]:
        """What the first room of the kind says on lines that are open here."""
        page = self._shown
        return open_as_first(self._pages, page, self.session.view.walk) if page else {}

    def _found(self, check: Check) -> Finding | None:
        return self.session.finding(check.id, self._shown.place if self._shown else None)

    def _answer(self, check: Check) -> Answer | None:
        found = self._found(check)
        return found.answer if found else None

    def _show_note(self) -> None:
        if self._now is None:
            self._note.show_note("", "")
            return
        check = self._now.check
        found = self._found(check)
        words = f"{check.id}, {self.session.say(check.short)}"
        self._note.show_note(words, found.note if found else "")

    def first_focus(self) -> QWidget | None:
        """Return the line that is typed now, or the field of the code."""
        return self._now or self._code.field

    def panes(self) -> list[QWidget]:
        """Return the code, the line that is typed, the photo and the foot."""
        lines = [self._now or self._lines[0]] if self._lines else []
        return [self._code.field, *lines, self._photo.choose, self._back]

    def open_at(self, where: str) -> None:
        """Show the page with this code."""
        page = page_called(self._pages, where)
        if page is not None:
            self._code.show_code(page.code)
            self._show_page(page)
            self._show_answers()

    def where(self) -> str:
        """Return the code of the page that is shown."""
        return self._shown.code if self._shown else ""

    # ------------------------------------------------------------------ the code

    def _on_code(self, typed: str) -> None:
        is_whole = len(typed.strip()) >= SHORTEST_CODE
        page = page_called(self._pages, typed) if is_whole else None
        if page != self._shown:
            self._show_page(page)
            self._show_answers()
            self.moved.emit()

    def _on_code_entered(self) -> None:
        self._on_code(self._code.code)
        if self._shown is None:
            self._code.say_not_there()
            self.announced.emit(self._code.words)
            return
        self._code.show_code(self._shown.code)
        self._begin()

    def _on_page(self, code: str) -> None:
        self.open_at(code)
        self.moved.emit()
        self.announced.emit(self._code.words)
        self._begin()

    def _on_next(self) -> None:
        """Go to the next page of the sheet, or back to the code after the last one."""
        codes = [each.code for each in self._pages]
        at = codes.index(self._shown.code) if self._shown and self._shown.code in codes else -1
        if at + 1 < len(codes):
            self._on_page(codes[at + 1])
            return
        self._code.field.setFocus(Qt.FocusReason.TabFocusReason)
        self._code.field.selectAll()
        self.told.emit(_("That was the last page of the sheet."), False)

    def _begin(self) -> None:
        """Put the keyboard on the first line that is open, or on the offer above the lines."""
        if self._same.isVisible() and not self._proposes:
            self._enter(self._same.look)
            return
        still_open = [each for each in self._lines if self._answer(each.check) is None]
        self._enter((still_open or self._lines)[0])

    # ------------------------------------------------------------------ the lines

    def _enter(self, control: QWidget) -> None:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(control)

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
        self._enter(self._lines[at + 1] if at + 1 < len(self._lines) else self._next)

    def _on_asked(self, what: str) -> None:
        line = self.sender()
        if not isinstance(line, TypedLine) or self._shown is None:
            return
        proposal = self._proposals.get(line.check.id) if self._proposes else None
        if what == "on" and proposal is not None:
            self._save(line, proposal)
        elif what in ("on", "down"):
            self._go_down()
        elif what == "up":
            at = self._lines.index(line)
            self._enter(self._lines[at - 1] if at else self._code.field)
        elif what == "note":
            self._enter(self._note.field)
        elif self._answer(line.check) is not None:
            self.session.forget(line.check, self._shown.place)

    def _on_same(self) -> None:
        self._proposes = True
        self._show_answers()
        self._begin()

    def _on_same_all(self) -> None:
        page, given = self._shown, self._proposals
        if page is None:
            return
        found = [Finding(check, answer, page.place) for check, answer in given.items()]
        self.session.answer_as_in(page.place or WHOLE, found)
        words = ngettext("{n} answer was taken over.", "{n} answers were taken over.", len(given))
        self.told.emit(words, True)
        self._enter(self._next)

    def _on_note(self, words: str) -> None:
        if self._now is not None and self._shown is not None:
            self.session.note(self._now.check, self._shown.place, words)

    def _on_note_left(self) -> None:
        if self._now is not None:
            self._enter(self._now)

    # ------------------------------------------------------------------ other pages

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
        """Put the photo below the lines where both have no room side by side."""
        super().resizeEvent(event)
        is_beside = at_full_size(self.width()) >= BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_beside else down)
        self._photo.stand(beside=is_beside)
        self._photo.setVisible(is_beside or at_full_size(self.height()) >= BELOW)

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
