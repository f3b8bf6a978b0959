"""A filled sheet comes back: every difference side by side, and only what is chosen is taken."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from falls_app.domain.filled import Reading
from falls_app.domain.merging import Side
from falls_app.errors import UserError
from falls_app.export.sheet_back import odd_words, reading_of, sheet_boxes
from falls_app.i18n import _, ngettext
from falls_app.ui.background import Background
from falls_app.ui.pages.page import Page
from falls_app.ui.saving import documents
from falls_app.ui.sheet_words import shown
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.difference_list import DifferenceList
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon, Tile
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.text import Words

COLUMN = 920
"""Widest column, in pixels at 100 % text."""


class SheetBackPage(Page):
    """Reads the file that somebody chose, shows where it differs, takes over what is chosen."""

    stage = "print"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Bring back a filled sheet")

    def build(self) -> None:
        """Make the head, the list and the buttons below it."""
        self._file = Path()
        self._boxes: Mapping[str, str] | None = None
        self._case_id = ""
        self._reading: Reading | None = None
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self.setAcceptDrops(True)
        self._notice = Notice()
        self._choose = Button(_("Choose the filled sheet"), "primary", icon="import", height=52)
        self._choose.clicked.connect(self._on_choose)
        self._type = Button(_("Type in a paper sheet"), "quiet", icon="keyboard", height=44)
        self._type.clicked.connect(self._on_type)
        lead = _(
            "Choose the PDF that was filled in, on a computer or a tablet. You see each thing it "
            "says differently, and you say what to take over."
        )
        self._status = Words("", 18, 500)
        self._odd = column(gap=6)
        self._list = DifferenceList(_("In this home now"), _("On the sheet"))
        self._list.changed.connect(self._show_count)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                row(Tile("clipboard"), (Words(self.title(), 36, serif=True), 1), gap=16),
                Words(lead, 18, token="ink2"), Flow(self._choose, self._type, gap=10),
                4, self._status, self._odd, self._build_all(), self._list, None,
                gap=12,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), self._build_foot(), gap=0))

    def _build_all(self) -> QWidget:
        self._all = Button(_("Choose all from the sheet"), "secondary", height=44, size=17)
        self._none = Button(_("Leave all as it is now"), "secondary", height=44, size=17)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self._on_none)
        self._both = QWidget()
        self._both.setLayout(Flow(self._all, self._none, gap=10))
        return self._both

    def _build_foot(self) -> Panel:
        self._count = Words("", 17, 500, "ink2")
        self._take = Button("", "primary", icon="check", height=52)
        self._take.clicked.connect(self._on_take)
        line = row((self._count, 1), self._take, gap=14, margins=(36, 12, 30, 12))
        line.setAlignment(self._count, Qt.AlignmentFlag.AlignVCenter)
        self._foot = Panel("surface", None, "t")
        self._foot.setLayout(line)
        return self._foot

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show what the sheet says otherwise than the case as it is now."""
        if self._boxes is None or self._case_id != self.session.case.id:
            self._boxes = self._reading = None
            self._show(None)
            return
        today = self.session.today.isoformat()
        try:
            self._show(reading_of(self.session.case, self._boxes, self._file.name, today))
        except UserError as error:
            self._on_failed(error)

    def _show(self, reading: Reading | None) -> None:
        old, self._reading = self._reading, reading
        found = reading.differences if reading else ()
        if old is None or old.differences != found:
            self._list.show_lines(shown(self.session, reading) if reading else [])
        self._show_odd(reading)
        self._status.setText(self._status_words(reading))
        for each in (self._both, self._list, self._foot):
            each.setVisible(bool(found))
        self._choose.set_kind("secondary" if found else "primary")
        self._show_count()
        self.turned.emit()

    def _show_odd(self, reading: Reading | None) -> None:
        clear(self._odd)
        for sentence in odd_words(reading.oddities) if reading else ():
            line = row(
                Icon("alert", 22, "some"), (Words(sentence, 17), 1),
                gap=12, margins=(16, 10, 16, 10),
            )  # fmt: skip
            self._odd.addWidget(Card(line, token="some_bg", line=None, lifted=False))

    def _status_words(self, reading: Reading | None) -> str:
        if reading is None:
            return ""
        name, number = self._file.name, len(reading.differences)
        if not number:
            return _("“{file}” says nothing else than what is here.").format(file=name)
        words = ngettext("{n} thing is different.", "{n} things are different.", number)
        parts = [part for part in (reading.home, reading.by, reading.day) if part]
        about = _("“{file}” ({parts}):").format(file=name, parts=", ".join(parts)) if parts else ""
        return f"{about or _('“{file}”:').format(file=name)} {words}"

    def _show_count(self) -> None:
        taken, left = len(self._list.taken), self._list.still_open
        self._take.set_words(ngettext("Take over {n}", "Take over {n}", taken))
        self._take.setEnabled(bool(taken))
        words = ngettext("{n} is not chosen yet.", "{n} are not chosen yet.", left)
        self._count.setText(
            words if left else _("What is not taken over stays as it is in this home.")
        )

    def first_focus(self) -> QWidget | None:
        """Return the first choice of the list, or the button that chooses the file."""
        return self._list.first if self._reading and self._reading.differences else self._choose

    def panes(self) -> list[QWidget]:
        """Return the head, the list and the foot."""
        list_first = self._list.first
        return [self._choose, *([list_first, self._take] if list_first is not None else [])]

    def where(self) -> str:
        """Return the file that is shown: the page is built again in another text size."""
        return "" if self._boxes is None else str(self._file)

    def open_at(self, where: str) -> None:
        """Read this file."""
        self.bring(Path(where))

    # ------------------------------------------------------------------ what people do

    def _on_choose(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, self.title(), str(documents()), _("PDF files (*.pdf)")
        )
        if chosen:
            self.bring(Path(chosen))

    def bring(self, file: Path) -> None:
        """Read this file beside the window, and show what it says."""
        self._notice.hide()
        self._file, self._boxes, self._case_id = file, None, self.session.case.id
        self._show(None)
        self._status.setText(_("Reading “{file}”…").format(file=file.name))
        self._background.run(
            partial(sheet_boxes, file), then=self._on_read, otherwise=self._on_failed
        )

    def _on_read(self, boxes: Mapping[str, str]) -> None:
        self._boxes = boxes
        self.refresh()
        self.announced.emit(self._status.text())
        if (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: UserError) -> None:
        self._boxes = None
        self._show(None)
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    def _on_all(self) -> None:
        self._list.choose_all(Side.THEIRS)

    def _on_none(self) -> None:
        self._list.choose_all(Side.MINE)

    def _on_take(self) -> None:
        if self._reading is None:
            return
        taken = self._list.taken
        self.session.take_over(self._reading.taken(self.session.case, taken))
        words = ngettext(
            "{n} thing was taken from the sheet.", "{n} things were taken from the sheet.",
            len(taken),
        )  # fmt: skip
        self.told.emit(words, True)
        if (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_type(self) -> None:
        self.go("type-in")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a file come in."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.bring(Path(files[0]))


PAGE = SheetBackPage
