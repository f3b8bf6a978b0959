"""The code of a page of the sheet: typed, or chosen from all there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.sheet import SheetPage
from falls_app.export.visit_sheet import page_name
from falls_app.i18n import _, ngettext
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import clear, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Tag
from falls_app.ui.widgets.text import Words


class PageCode(QWidget):
    """The field with the name of its page beside it; below it all pages while none is found.

    Signals:
        typed(str): what stands in the field now.
        entered(): Enter was pressed.
        chosen(str): the code of a page was pressed.
    """

    typed = Signal(str)
    entered = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[str] = []
        self.field = LineField(name=_("Page code"), hint="BTH-1", longest=12)
        self.field.setFixedWidth(px(140))
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(self.entered)
        self._found = Words("", 18, 600)
        self._count = Tag("", "primary", icon="check")
        label = Words(_("Page code"), 17, 500, wraps=False)
        line = beside(label, self.field, (self._found, 1), self._count, gap=14)
        self._flow = Flow(gap=8)
        self._list = QWidget()
        self._list.setLayout(self._flow)
        self.setLayout(column(line, self._list, gap=10))

    @property
    def code(self) -> str:
        """What stands in the field."""
        return self.field.text()

    @property
    def words(self) -> str:
        """What is said beside the field."""
        return self._found.text()

    def show_page(self, page: SheetPage | None) -> None:
        """Show the name of the page that was found; None: say where its code stands."""
        self._list.setVisible(page is None)
        self._count.setVisible(page is not None)
        if page is None:
            self._found.setText(_("It is at the top of each page of the sheet."))
            return
        lines = ngettext("{n} line", "{n} lines", len(page.checks))
        self._found.setText(f"{page_name(page)}, {lines}")

    def show_count(self, done: int, total: int) -> None:
        """Show how many lines have an answer."""
        self._count.show_words(_("{done} of {total} typed").format(done=done, total=total))

    def show_code(self, code: str) -> None:
        """Show the code as it is printed."""
        self.field.setText(code)
        self.field.settle()

    def say_not_there(self) -> None:
        """Say that no page has this code."""
        self._found.setText(_("No page of this home has this code."))

    def show_pages(self, pages: Sequence[SheetPage]) -> None:
        """Show a button for each page."""
        codes = [page.code for page in pages]
        if codes == self._listed:
            return
        clear(self._flow)
        self._listed = codes
        for page in pages:
            words = _("{code} {room}").format(code=page.code, room=page_name(page))
            button = Button(words, "secondary", height=44, size=16)
            button.setObjectName(page.code)
            button.clicked.connect(self._on_pressed)
            self._flow.addWidget(button)

    def _on_pressed(self) -> None:
        self.chosen.emit(self.sender().objectName())
