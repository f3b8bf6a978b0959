"""The bar on top: where we are, what is saved, undo and text size."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.drawing.shapes import logo
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.buttons import Button, IconButton, Tab
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

HEIGHT = 64
WIDE = 1240
"""Width of a bar, at 100 % text, that has room for every word about what is saved."""


def stages() -> list[tuple[str, str, str]]:
    """Return the tabs: stage, page, words."""
    return [
        ("rooms", "walk", _("Rooms")),
        ("bones", "bones", _("Bones & balance")),
        ("results", "results", _("Results")),
        ("plan", "plan", _("Plan")),
        ("print", "print", _("Print")),
    ]


class Logo(QWidget):
    """Our sign."""

    def __init__(self, side: int = 36) -> None:
        super().__init__()
        self.setFixedSize(px(side), px(side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        logo(QtSurface(QPainter(self), plain_font), look.theme, self.width())


class SetupSteps(QWidget):
    """The numbered steps before the walk; the current one is filled."""

    def __init__(self) -> None:
        super().__init__()
        self._step = 1
        self._words = [_("Today"), _("Who"), _("Home")]
        self.setFixedSize(px(440), px(HEIGHT))

    def show_step(self, step: int) -> None:
        """Show which step it is, 1 to 3."""
        self._step = step
        self.setAccessibleName(
            _("Step {n} of 3: {words}").format(n=step, words=self._words[step - 1])
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QtSurface(painter, plain_font)
        middle, width = self.height() / 2, self.width() / 3
        radius = px(13)
        for number, words in enumerate(self._words, start=1):
            x = (number - 1) * width + radius + 2
            done, current = number < self._step, number == self._step
            solid = done or current
            surface.circle(
                x, middle, radius, width=1.8,
                fill=color("primary" if solid else "surface").name(),
                stroke=color("primary" if solid else "edge").name(),
            )  # fmt: skip
            ink = color("on_primary" if solid else "ink2").name()
            if done:
                tick = f"M{x - 5} {middle}L{x - 1} {middle + 4.5}L{x + 6} {middle - 4.5}"
                surface.path(tick, stroke=ink, width=2.6)
            else:
                surface.text(
                    x, middle + px(5.5), str(number), size=px(15), weight=700, color=ink,
                    anchor="middle",
                )  # fmt: skip
            token = "ink" if current else "ink2"
            weight = 700 if current else 500
            end = x + radius + px(9)
            end += surface.text(
                end, middle + px(6), words, size=px(17), weight=weight, color=color(token).name()
            )
            if number < 3:
                surface.line(
                    end + 12, middle, number * width - 8, middle,
                    stroke=color("edge").name(), width=1.5,
                )  # fmt: skip


class AppBar(Panel):
    """The bar on top of every page.

    Signals:
        went(str): a page was asked for.
        undo_asked(), redo_asked(), text_asked(): their buttons were pressed.
    """

    went = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    text_asked = Signal()

    def __init__(self) -> None:
        super().__init__("surface", None, "b")
        self._undo_shown = False
        self._shows: tuple[str, str] | None = None
        self.setFixedHeight(px(HEIGHT))
        self._logo, self._brand = Logo(), Words(_("Steady Home"), 21, serif=True, wraps=False)
        self._homes = Button(_("Homes"), "quiet", icon="chevron-left", height=44, size=16)
        self._homes.setAccessibleName(_("Back to all homes"))
        self._homes.clicked.connect(self._on_homes)
        self._home = HomeTitle()
        self._steps = SetupSteps()
        self._tabs: dict[str, Tab] = {}
        self._pages: dict[str, str] = {}
        tabs = row(gap=0)
        for stage, page, words in stages():
            tab = Tab(words)
            tab.clicked.connect(self._on_tab)
            self._tabs[stage], self._pages[stage] = tab, page
            tabs.addWidget(tab)
        self._tab_box = QWidget()
        self._tab_box.setLayout(tabs)
        self._state, self._well = (_("Saved"), _("Saved")), True
        self._saved_icon = Icon("check", 18, "ok", 2.4)
        self._unsaved_icon = Icon("alert", 20, "some")
        self._saved = Words(_("Saved"), 16, 500, "ink2", wraps=False)
        self.undo = IconButton("undo", _("Undo"))
        self.redo = IconButton("redo", _("Redo"))
        self.text = IconButton("text-size", _("Text size and theme"))
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.text.clicked.connect(self.text_asked)
        self.setLayout(
            row(
                self._logo,
                4,
                self._brand,
                self._homes,
                self._home,
                None,
                self._steps,
                self._tab_box,
                None,
                self._saved_icon,
                self._unsaved_icon,
                self._saved,
                6,
                self.undo,
                self.redo,
                self.text,
                gap=6,
                margins=(20, 0, 14, 0),
            )  # fmt: skip
        )

    def show_stage(self, stage: str, home: str) -> None:
        """Show which part of the work this is; ``home`` names the open home, "" for none."""
        if (stage, home) == self._shows:
            return
        self._shows = (stage, home)
        setup = stage.startswith("setup:")
        inside = bool(home) and not setup and stage != ""
        self._brand.setVisible(not inside)
        self._homes.setVisible(inside)
        self._home.setVisible(inside)
        self._home.show_title(home)
        self._steps.setVisible(setup)
        self._tab_box.setVisible(inside)
        for widget in (self.undo, self.redo):
            widget.setVisible(bool(stage))
        self._undo_shown = bool(stage)
        self._fit()
        if setup:
            self._steps.show_step(int(stage[-1]))
        for each, tab in self._tabs.items():
            tab.setChecked(each == stage)
            name = tab.text()
            tab.setAccessibleName(_("{tab}, shown now").format(tab=name) if each == stage else name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out words that the bar has no room for at this text size."""
        effective = self.width() * 100 / look.percent
        inside = self._tab_box.isVisibleTo(self)
        self._home.setVisible(inside and effective >= 1180)
        self._saved.setVisible(self._undo_shown and effective >= 900)
        self._saved.setText(self._state[0 if effective >= WIDE else 1])
        self._saved_icon.setVisible(self._saved.isVisibleTo(self) and self._well)
        self._unsaved_icon.setVisible(self._saved.isVisibleTo(self) and not self._well)
        self._logo.setVisible(not inside or effective >= 960)

    def show_saved(self, words: str, short: str, *, well: bool) -> None:
        """Say that everything is saved, or what is not; in short where there is little room."""
        self._state = (words, short)
        self._saved.setToolTip("" if well else words)
        self._saved.set_token("ink2" if well else "some")
        self._well = well
        self._fit()

    def _on_tab(self) -> None:
        for stage, tab in self._tabs.items():
            if tab is self.sender():
                self.went.emit(self._pages[stage])

    def _on_homes(self) -> None:
        self.went.emit("start")


class HomeTitle(Words):
    """The name of the open home, cut with dots when the bar is too narrow for it."""

    def __init__(self) -> None:
        super().__init__("", 19, 700, wraps=False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)

    def show_title(self, title: str) -> None:
        """Show a title; the whole of it is in the tool tip and read out."""
        self.setAccessibleName(title)
        self.setToolTip(title)
        room = px(230)
        self.setText(
            QFontMetrics(font(19, 700)).elidedText(title, Qt.TextElideMode.ElideRight, room)
        )
