"""The report of a visit: its sections at the left, one of them at a time beside them."""

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from falls_app.domain.signing import locked_version, version_number
from falls_app.i18n import _
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.visit import SECTIONS
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Panel, Scroll, column, row
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.paper_choice import PaperChoice
from falls_app.ui.widgets.text import Words

FIRST = "visit"
NARROW = 980
"""Width in pixels at 100 % text below which the sections are chosen from a list on top."""

RAIL = 318


def part_class(section: str) -> type[VisitPart]:
    """Return the class of a section by its id. KeyError if there is none."""
    found: type[VisitPart] = import_module(SECTIONS[section]).PART
    return found


class _Row(PaperChoice):
    """A section in the list: its name says it all."""

    def __init__(self, section: str) -> None:
        part = part_class(section)
        super().__init__(section, part.title(), part.icon, "")
        self.setAccessibleName(part.title())


class ReportPage(Page):
    """Shows one section; each is built when it is first shown."""

    stage = "report"

    def title(self) -> str:
        """Return the name of the section that is shown."""
        return part_class(self._at).title()

    def build(self) -> None:
        """Make the list of sections and the place for them."""
        self._at = FIRST
        self._built: dict[str, tuple[VisitPart, Scroll]] = {}
        self._rows = [_Row(each) for each in SECTIONS]
        for choice in self._rows:
            choice.clicked.connect(self._on_row)
        inside = QWidget()
        inside.setLayout(column(*self._rows, None, gap=6, margins=(18, 18, 14, 18)))
        self._rail = Panel("surface", column(Scroll(inside, "surface"), margins=(0, 0, 1, 0)), "r")
        self._rail.setFixedWidth(px(RAIL))
        pairs = [(part_class(each).title(), each) for each in SECTIONS]
        self._list = Choices(pairs, name=_("Which part of the report"))
        self._list.setAccessibleName(_("Section"))
        self._list.activated.connect(self._on_list)
        self._list_box = QWidget()
        self._list_box.setLayout(row(self._list, margins=(30, 14, 30, 0)))
        self._title, self._state = Words("", 32, serif=True), Words("", 16, 600, "ink2")
        self._stack = QStackedWidget()
        right = column(
            self._list_box,
            row((self._title, 1), self._state, gap=16, margins=(30, 16, 30, 6)),
            (self._stack, 1),
            gap=0,
        )
        holder = QWidget()
        holder.setLayout(right)
        self.setLayout(row(self._rail, (holder, 1), gap=0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= px(NARROW)
        self._rail.setVisible(is_wide)
        self._list_box.setVisible(not is_wide)

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the section as the case is now."""
        part, scroll = self._part(self._at)
        self._stack.setCurrentWidget(scroll)
        self._title.setText(part.title())
        self._state.setText(self._state_words())
        for choice in self._rows:
            choice.setChecked(choice.kind == self._at)
        self._list.show_value(self._at)
        part.refresh()

    def _state_words(self) -> str:
        case = self.session.case
        number = version_number(case)
        if locked_version(case):
            return _("Version {n}, locked").format(n=number)
        return _("Draft of version {n}").format(n=number) if number > 1 else _("Draft")

    def _part(self, section: str) -> tuple[VisitPart, Scroll]:
        if section not in self._built:
            made = part_class(section)(self.session, self.go)
            made.told.connect(self.told)
            made.turned.connect(self.turned)
            body = QWidget()
            body.setLayout(column(made, None, gap=0, margins=(30, 6, 30, 24)))
            scroll = Scroll(body)
            self._stack.addWidget(scroll)
            self._built[section] = made, scroll
        return self._built[section]

    # ------------------------------------------------------------------ going about

    def open_at(self, where: str) -> None:
        """Open a section by its id; what there is not is passed over."""
        if where in SECTIONS:
            self._at = where

    def where(self) -> str:
        """Return the section that is shown."""
        return self._at

    def first_focus(self) -> QWidget | None:
        """Return the section's line in the list."""
        if not self._rail.isVisibleTo(self):
            return self._list
        return next(choice for choice in self._rows if choice.kind == self._at)

    def panes(self) -> list[QWidget]:
        """Return the list of sections, and the first control of the one that is shown."""
        from falls_app.ui.focus import in_order_of_sight

        part = self._part(self._at)[0]
        inside = next((each for each in in_order_of_sight(part) if each.isVisible()), None)
        first = self.first_focus()
        return [each for each in (first, inside) if each is not None]

    def _show(self, section: str) -> None:
        if section == self._at:
            self.refresh()
            return
        self._at = section
        self.refresh()
        self._part(section)[1].verticalScrollBar().setValue(0)
        self.turned.emit()

    def _on_row(self) -> None:
        choice = self.sender()
        if isinstance(choice, PaperChoice):
            self._show(choice.kind)
            choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_list(self) -> None:
        self._show(self._list.value)


PAGE = ReportPage
