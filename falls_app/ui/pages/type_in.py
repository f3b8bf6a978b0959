"""A paper sheet is typed in: the code of a page, then one key an answer."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.overview import WHOLE
from falls_app.domain.sheet import SheetPage, first_of_kind, open_as_first, page_called
from falls_app.export.visit_sheet import page_name, pages_of
from falls_app.i18n import _, ngettext
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.pages.page import Page
from falls_app.ui.paper_page import PaperPage
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.boxes import clear, column, row
from falls_app.ui.widgets.line_note import LineNote
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.page_code import PageCode
from falls_app.ui.widgets.photo_beside import PhotoBeside
from falls_app.ui.widgets.same_card import SameCard
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.typed_line import TypedLine
from falls_app.ui.widgets.typing_foot import TypingFoot

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
        head = row(gap=16)
        head.addWidget(Tile("clipboard"), 0, Qt.AlignmentFlag.AlignTop)
        title = Words(self.title(), 34, serif=True)
        head.addLayout(column(title, Words(lead, 17, token="ink2"), gap=2), 1)
        body = QWidget()
        body.setLayout(
            column(
                head, self._code, self._same, self._rows, self._note,
                None,
                gap=10, margins=(32, 20, 26, 12),
            )
        )  # fmt: skip
        self._beside = PhotoBeside(body, self.session.settings)
        self._beside.told.connect(self.told)
        self._beside.announced.connect(self.announced)
        self._foot = TypingFoot()
        self._foot.back.clicked.connect(self._on_back)
        self._foot.file.clicked.connect(self._on_file)
        self._foot.next.clicked.connect(self._on_next)
        self.setLayout(column((self._beside, 1), self._foot, gap=0))

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
        self._foot.next.setEnabled(page is not None)
        self.turned.emit()

    def _line(self, check: Check) -> TypedLine:
        line = TypedLine(check, self.session.say(check.short))
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
        shown = self._shown
        self._beside.photo.show_paper(PaperPage(self.session, shown) if shown else None)

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
        photo = [self._beside.photo.choose] if self._shown else []
        return [self._code.field, *lines, *photo, self._foot.back]

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done with the photo of the page."""
        return self._beside.photo.verbs()

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
        self._enter(self._lines[at + 1] if at + 1 < len(self._lines) else self._foot.next)

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
        self._enter(self._foot.next)

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


PAGE = TypeInPage
