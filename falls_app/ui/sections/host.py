"""Shows one section at a time under its title, with the way back."""

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.pages.page import Go
from falls_app.ui.sections import SECTIONS
from falls_app.ui.sections.section import Section
from falls_app.ui.session import Session
from falls_app.ui.space import Space
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


def section_class(section: str) -> type[Section]:
    """Return the class of a section by its id. KeyError if there is none."""
    found: type[Section] = import_module(SECTIONS[section]).SECTION
    return found


class SectionHost(QWidget):
    """Holds the sections that were opened; each is built when it is first shown.

    Signals:
        told(str, bool), announced(str): those of the section.
        went_back(): the user wants to see all cards again.
    """

    told = Signal(str, bool)
    announced = Signal(str)
    went_back = Signal()

    def __init__(self, session: Session, go: Go) -> None:
        super().__init__()
        self._session, self._go = session, go
        self._built: dict[str, tuple[Section, Scroll]] = {}
        self._bodies: dict[str, QVBoxLayout] = {}
        self._shown = ""
        self._back = Button(
            _("All of bones and balance"), "secondary", icon="arrow-left", height=44, size=17
        )
        self._back.clicked.connect(self.went_back)
        self._title = Words("", 30, serif=True)
        self._stack = QStackedWidget()
        self._kept = Words("", 17, 600)
        self._kept_row = QWidget()
        self._kept_row.setLayout(
            row(Icon("info", 22, "primary"), (self._kept, 1), gap=10, margins=(36, 0, 30, 0))
        )
        self._head = beside((self._title, 1), self._back, gap=16)
        self._above = column(self._head, margins=(36, 0, 30, 0))
        self.setLayout(
            column(self._above, self._kept_row, (self._stack, 1), gap=10, margins=(0, 16, 0, 0))
        )

    def show_section(self, section: str) -> None:
        """Show a section as the session is now."""
        shown, scroll = self._section(section)
        if section != self._shown:
            self.leave()
            self._shown = section
            self._stack.setCurrentWidget(scroll)
            scroll.verticalScrollBar().setValue(0)
        self._place_head()
        self._title.setText(shown.face(self._session).topic)
        self._kept.setText(shown.kept_in_sight())
        self._kept_row.setVisible(bool(self._kept.text()))
        shown.refresh()

    def _place_head(self) -> None:
        """Put the title above what scrolls, or into it where there is little room."""
        inside = self._bodies[self._shown]
        if not Space.of(self).heads_scroll:
            self._above.addWidget(self._head)
        elif inside.indexOf(self._head) < 0:
            inside.insertWidget(0, self._head)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown:
            self._place_head()

    def open_at(self, section: str, part: str) -> None:
        """Let a section show one of its parts."""
        self._section(section)[0].open_at(part)

    def leave(self) -> None:
        """Tell the section that is shown that it is left."""
        if self._shown:
            self._built[self._shown][0].leave()
            self._shown = ""

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard: the section's choice, else the way back."""
        section = self._built[self._shown][0] if self._shown else None
        return (section.first_focus() if section else None) or self._back

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        first = self.first_focus()
        return [self._back] if first is self._back else [self._back, first]

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the section that another page is shown; a window put aside is no other page."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave()

    def _section(self, section: str) -> tuple[Section, Scroll]:
        if section not in self._built:
            made = section_class(section)(self._session, self._go)
            made.told.connect(self.told)
            made.announced.connect(self.announced)
            body = QWidget()
            self._bodies[section] = column(made, None, gap=8, margins=(36, 4, 30, 20))
            body.setLayout(self._bodies[section])
            scroll = Scroll(body)
            self._stack.addWidget(scroll)
            self._built[section] = made, scroll
        return self._built[section]
