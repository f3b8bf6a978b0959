"""Settings: everything that can be chosen, in parts. What is chosen works at once and is kept."""

from importlib import import_module

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.pages.page import Page
from falls_app.ui.settings_parts import SETTINGS_SECTIONS
from falls_app.ui.settings_parts.part import SettingsPart
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.side_row import SideRow
from falls_app.ui.widgets.text import Words

ONE_COLUMN_BELOW = 900
"""Effective width below which the list of parts stands above them."""
COLUMN = 820
"""Widest column of controls, in pixels at 100 % text."""
LIST = 288


class SettingsPage(Page):
    """The list of parts, and one of them."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Settings")

    def build(self) -> None:
        """Make the list; a part is made when it is first shown."""
        self._part, self._wanted = next(iter(SETTINGS_SECTIONS)), ""
        self._parts: dict[str, SettingsPart] = {}
        self.done = Button(_("Done"), "primary", key="Esc", name=_("Done, key Esc"))
        self.done.clicked.connect(self._on_done)
        self._rows = []
        for part in SETTINGS_SECTIONS:
            kind = part_class(part)
            line = SideRow(part, kind.title(), kind.icon, LIST - 32)
            line.setObjectName(f"part-{part}")
            line.clicked.connect(self._on_row)
            self._rows.append(line)
        rows = QWidget()
        rows.setAccessibleName(_("Parts of the settings"))
        rows.setLayout(Flow(*self._rows, gap=4))
        self._kept = QWidget()
        kept = Words(_("What you choose is kept at once."), 16, token="ink2")
        self._kept.setLayout(row(Icon("check", 18, "ok", 2.4), (kept, 1)))
        self._name = Words(_("Settings"), 32, serif=True)
        self._list = Panel("surface", None, "r")
        self._list.setLayout(
            column(
                self._name, 6, rows, self._kept, None,
                gap=4, margins=(16, 22, 16, 18),
            )
        )  # fmt: skip
        self._head = Words("", 26, serif=True)
        self._place = column(gap=0)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        head = beside((self._head, 1), self.done, gap=16)
        sheet.setLayout(column(head, 8, self._place, None, gap=8, margins=(0, 22, 0, 24)))
        right = QWidget()
        right.setLayout(row((sheet, 100), None, gap=0, margins=(36, 0, 30, 0)))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._list)
        self._sides.addWidget(right, 1)
        body = QWidget()
        body.setLayout(self._sides)
        self.setLayout(column((Scroll(body), 1), gap=0))

    def open_at(self, where: str) -> None:
        """Show a part by its id; behind a colon stands the control that had the keyboard."""
        part, _colon, self._wanted = where.partition(":")
        if part in SETTINGS_SECTIONS:
            self._part = part

    def where(self) -> str:
        """Return the part that is shown, and the control with the keyboard."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        return f"{self._part}:{name}" if name else self._part

    def refresh(self) -> None:
        """Show the part that was chosen, as things are now."""
        if self._part not in self._parts:
            made = part_class(self._part)(self.session, self.go)
            made.told.connect(self.told)
            made.turned.connect(self.turned)
            self._parts[self._part] = made
            self._place.addWidget(made)
        for part, each in self._parts.items():
            each.setVisible(part == self._part)
        for line in self._rows:
            line.setChecked(line.value == self._part)
        shown = self._parts[self._part]
        self._head.setText(shown.title())
        shown.refresh()

    def first_focus(self) -> QWidget | None:
        """Return the control that had the keyboard, else the line of the part."""
        wanted = self.findChild(QWidget, self._wanted) if self._wanted else None
        return wanted or next(line for line in self._rows if line.isChecked())

    def panes(self) -> list[QWidget]:
        """Return the list and the way back."""
        return [next(line for line in self._rows if line.isChecked()), self.done]

    def verbs(self) -> tuple[Verb, ...]:
        """Return the way back."""
        return (Verb("done", _("Done"), self._on_done, ("Esc",), _("Settings")),)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = at_full_size(self.width()) < ONE_COLUMN_BELOW
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._list.setMaximumWidth(NO_LIMIT if narrow else px(LIST))
        self._list.setMinimumWidth(0 if narrow else px(LIST))
        for widget in (self._name, self._kept):
            widget.setVisible(not narrow)
        for line in self._rows:
            line.set_narrow(narrow)

    def _on_row(self) -> None:
        line = self.sender()
        if isinstance(line, SideRow):
            self._part, self._wanted = line.value, ""
            self.refresh()
            self.turned.emit()

    def _on_done(self) -> None:
        self.go("back")


def part_class(part: str) -> type[SettingsPart]:
    """Return the class of a part by its id. KeyError if there is none."""
    found: type[SettingsPart] = import_module(SETTINGS_SECTIONS[part]).PART
    return found


PAGE = SettingsPage
