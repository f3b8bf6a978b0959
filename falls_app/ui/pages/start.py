"""The first page: begin with a home, carry on with one, or look at a sample."""

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

import falls_app.ui.widgets
from falls_app.cases import load_case, pictures_beside
from falls_app.ui.pages.page import Page
from falls_app.ui.widgets.boxes import Scroll, column
from falls_app.ui.widgets.first_run import FirstRun

Library: TypeAlias = "falls_app.ui.widgets.library.Library"


class StartPage(Page):
    """Whose home? Homes that are there already come first; nothing else is asked here."""

    def title(self) -> str:
        """Return the name of the page."""
        return ""

    def build(self) -> None:
        """Make both faces: for the first time, and for somebody who comes back."""
        self._welcome = FirstRun()
        self._library: Library | None = None
        self._faces = QStackedWidget()
        self._faces.addWidget(Scroll(self._welcome))
        self._connect(self._welcome)
        self.setLayout(column((self._faces, 1), gap=0))

    def _connect(self, face: "FirstRun | Library") -> None:
        face.begun.connect(self._on_begun)
        face.sampled.connect(self._on_sample)
        face.went.connect(self._on_went)
        face.restored.connect(self._on_restore)

    def _homes(self) -> Library:
        """Return the library; it is made when there is a home to show."""
        from falls_app.ui.widgets.library import Library

        if self._library is None:
            self._library = Library(self.session.look_at)
            self._library.opened.connect(self._on_home)
            self._library.removed.connect(self._on_remove)
            self._connect(self._library)
            self._faces.addWidget(Scroll(self._library))
        return self._library

    def refresh(self) -> None:
        """Show the homes there are; without any it is as if for the first time."""
        if homes := self.session.homes:
            self._homes().show_homes(homes, self.session.region.locale)
            self._welcome.end_offer()
        self._faces.setCurrentIndex(int(bool(homes)))

    def first_focus(self) -> QWidget | None:
        """Return the home that was open last, or the main button."""
        if self._faces.currentIndex() and self._library is not None:
            return self._library.first
        return self._welcome.first

    def panes(self) -> list[QWidget]:
        """Return the homes, or the main button."""
        first = self.first_focus()
        return [first] if first is not None else []

    def _on_begun(self, mine: bool) -> None:
        self.session.begin(mine=mine)
        if self.session.is_open:
            self.go("two-days")

    def _on_went(self, page: str) -> None:
        self.go(page)

    def _on_sample(self, name: str) -> None:
        """Open a sample; the one that is there already, if there is one."""
        session = self.session
        kept = session.settings.get(name, "")
        with session.telling():
            if any(home.id == kept for home in session.homes):
                self.go(session.page_opened(kept, "results"))
                return
            session.add(load_case(name), pictures_beside(name))
            session.settings.keep(name, session.case.id)
            self.go("results")

    def _on_home(self, case_id: str) -> None:
        with self.session.telling():
            self.go(self.session.page_opened(case_id))

    def _on_remove(self, case_id: str) -> None:
        name = self._homes().name_of(case_id)
        self.session.remove(case_id)
        self.refresh()
        if not self.session.homes:
            self._welcome.offer_back(case_id, name)
        self.turned.emit()

    def _on_restore(self, case_id: str) -> None:
        self._homes().end_offer()
        self.session.bring_back(case_id)
        self.refresh()
        self.turned.emit()
        if (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


PAGE = StartPage
