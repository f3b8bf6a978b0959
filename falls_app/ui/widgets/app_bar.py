"""The bar on top: where we are, what is saved, undo, find and text size."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.theme import px
from falls_app.ui.widgets.bar_forms import HEAD, INSIDE, OUTSIDE, Form
from falls_app.ui.widgets.bar_parts import (
    HEIGHT,
    LOW,
    BarButton,
    HomeTitle,
    Logo,
    PageHead,
    PlaceTitle,
    SavedMark,
    SetupSteps,
    StageButton,
    WayButton,
)
from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.buttons import Tab
from falls_app.ui.widgets.text import Words

GAP, LEFT, RIGHT = 6, 20, 14

FOR_WORK = "report"
"""The stage that only people see who visit homes for work."""


def stages(*, for_work: bool) -> list[tuple[str, str, str]]:
    """Return the tabs: stage, page, words; the last one is for work only."""
    every = [
        ("rooms", "walk", _("Rooms")),
        ("bones", "bones", _("Bones & balance")),
        ("results", "results", _("Results")),
        ("plan", "plan", _("Plan")),
        ("print", "print", _("Print")),
        (FOR_WORK, "report", _("Report")),
    ]
    return every if for_work else every[:-1]


class AppBar(Panel):
    """The bar on top of every page.

    Signals:
        went(str): a page was asked for.
        asked(str): a verb of the window was asked for: "undo", "find", "more" …
    """

    went = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("surface", None, "b")
        self._stage_shown, self._home_shown = "", ""
        self._is_new, self._is_for_work = True, False
        self._state, self._well = (_("Saved"), _("Saved")), True
        self._logo, self._brand = (
            Logo(after=5),
            Words(_("Steady Home"), 21, serif=True, wraps=False),
        )
        self._homes = BarButton(
            "homes", "chevron-left", _("Homes"), _("Back to all homes"), token="primary"
        )
        self._home, self._steps = HomeTitle(), SetupSteps()
        self._build_tabs()
        self._build_head()
        self._saved = SavedMark()
        self.undo = BarButton("undo", "undo", _("Undo"))
        self.redo = BarButton("redo", "redo", _("Redo"))
        self.search = BarButton("find", "search", _("Find"))
        self.text = BarButton("look", "text-size", _("Text size"), _("Text size and theme"))
        self._settings = BarButton("settings", "settings", _("Settings"))
        self._help = BarButton("help", "help", _("Help"))
        self.more = BarButton("more", "dots", _("More"))
        for button in self._buttons:
            button.clicked.connect(self._on_button)
        self._line = row(
            self._logo, self._brand, self._homes, self._home, self._out, self._place, None,
            self._steps, self._tab_box, self._stage, None, self._saved, self._on,
            *self._buttons[1:], gap=0,
        )  # fmt: skip
        self._line.setSpacing(GAP)
        self._line.setContentsMargins(LEFT, 0, RIGHT, 0)
        self.setLayout(self._line)
        self.setFixedHeight(px(HEIGHT))
        self.setMinimumWidth(1)  # what is shown now must not keep the window wide

    @property
    def _buttons(self) -> tuple[BarButton, ...]:
        return (
            self._homes, self.undo, self.redo, self.search, self.text, self._settings, self._help,
            self.more,
        )  # fmt: skip

    @property
    def shown_verbs(self) -> frozenset[str]:
        """The verbs that have a button in the bar at its width now; pages are those of its tabs."""
        verbs = frozenset(button.verb for button in self._buttons if not button.isHidden())
        leads_on = not (self._tab_box.isHidden() and self._stage.isHidden())
        return verbs | frozenset(self._pages.values()) if leads_on else verbs

    def _build_tabs(self) -> None:
        self._tabs: dict[str, Tab] = {}
        self._pages: dict[str, str] = {}
        tabs = row(gap=0)
        for stage, page, words in stages(for_work=True):
            tab = Tab(words)
            tab.clicked.connect(self._on_tab)
            self._tabs[stage], self._pages[stage] = tab, page
            tabs.addWidget(tab)
        self._tabs[FOR_WORK].hide()
        self._tab_box = QWidget()
        self._tab_box.setLayout(tabs)
        self._tab_box.setAccessibleName(_("Parts of this home check"))
        self._stage = StageButton()
        self._stage.clicked.connect(self._on_stage)

    def _build_head(self) -> None:
        self._head: PageHead | None = None
        self._out, self._place, self._on = WayButton(), PlaceTitle(), WayButton()
        for way in (self._out, self._on):
            way.clicked.connect(self._on_button)

    def show_head(self, head: PageHead | None) -> None:
        """Be the head of the page too, or the bar alone."""
        if head == self._head:
            return
        self._head = head
        self.setFixedHeight(px(LOW if head else HEIGHT))
        self._line.setSpacing(px(8) if head else GAP)
        if head and head.on:
            self._on.show_way(head.on)
        self._fit()

    def show_for_work(self, is_for_work: bool) -> None:
        """Show the tab that is for work, or leave it out."""
        if self._is_for_work != is_for_work:
            self._is_for_work = is_for_work
            self._tabs[FOR_WORK].setVisible(is_for_work)
            self._fit()

    def show_stage(self, stage: str, home: str) -> None:
        """Show which part of the work this is; ``home`` names the open home, "" for none."""
        if (stage, home) == (self._stage_shown, self._home_shown) and not self._is_new:
            return
        self._stage_shown, self._home_shown, self._is_new = stage, home, False
        self._home.show_title(home)
        if self._is_setup:
            self._steps.show_step(int(stage[-1]))
        for each, tab in self._tabs.items():
            tab.setChecked(each == stage)
            name = tab.text()
            tab.setAccessibleName(_("{tab}, shown now").format(tab=name) if each == stage else name)
            if each == stage:
                self._stage.set_words(name, _("{tab}, shown now. Other parts.").format(tab=name))
        self._fit()

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Show how much of a stage is done, 0 to 1, by the stage's name."""
        if any([self._tabs[stage].show_share(share) for stage, share in shares.items()]):
            self._fit()

    def show_saved(self, words: str, short: str, *, well: bool) -> None:
        """Say that everything is saved, or what is not; in short where there is little room."""
        self._state, self._well = (words, short), well
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------ what fits

    @property
    def _is_setup(self) -> bool:
        return self._stage_shown.startswith("setup:")

    @property
    def _is_inside(self) -> bool:
        """True over a page of an open home."""
        return bool(self._stage_shown and self._home_shown) and not self._is_setup

    def _fit(self) -> None:
        """Show the fullest form that the width has room for, at this text size and language."""
        if not self.isVisible():  # it is done once, when it is shown
            return
        forms = HEAD if self._head else INSIDE if self._is_inside else OUTSIDE
        for form in forms:
            if self._width_of(form) <= self.width():
                break
        self._show(form)

    def _width_of(self, form: Form) -> int:
        widths = [width for _widget, width in self._parts(form)]
        return LEFT + RIGHT + sum(widths) + self._line.spacing() * (len(widths) + 1)

    def _parts(self, form: Form) -> Iterator[tuple[QWidget, int]]:
        """Yield what a form shows, each with its width in pixels."""
        inside = self._is_inside
        if self._head:
            yield from self._parts_of_head(form)
            return
        if form.logo:
            yield self._logo, self._logo.width()
        if inside:
            yield self._homes, self._homes.width_with(form.wordy)
            if form.title:
                yield self._home, self._home.width_within(px(form.title))
            middle = self._tab_box if form.tabs else self._stage
            yield middle, middle.sizeHint().width()
        else:
            if form.title and not (self._is_setup and not form.wordy):
                yield self._brand, self._brand.sizeHint().width()
            if self._is_setup:
                yield self._steps, self._steps.width_with(not form.wordy)
        if self._stage_shown:
            yield self._saved, self._saved.width_with(self._saved_words(form))
        yield from self._buttons_of(form)

    def _parts_of_head(self, form: Form) -> Iterator[tuple[QWidget, int]]:
        """Yield what is shown of the page's head, and of the bar beside it."""
        if head := self._head:
            self._out.show_way(head.out, wordy=form.wordy)
            self._place.show_title(head.words if form.title else head.short)
            yield self._out, self._out.sizeHint().width()
            yield self._place, self._place.width_within(px(form.title or 420))
            yield self._saved, self._saved.width_with(self._saved_words(form))
            if head.on:
                yield self._on, self._on.sizeHint().width()
            for button in (self.text, self.more):
                if form.look or button is self.more:
                    yield button, button.width_with(False)

    def _buttons_of(self, form: Form) -> Iterator[tuple[BarButton, int]]:
        in_work = bool(self._stage_shown)
        shown: dict[BarButton, bool] = {
            self.undo: in_work and form.undo,
            self.redo: in_work and form.redo,
            self.search: form.find,
            self.text: form.look,
            self._settings: not in_work and form.find,
            self._help: not in_work and form.find,
            self.more: True,
        }
        for button, is_shown in shown.items():
            if is_shown:
                yield button, button.width_with(self._wordy(button, form))

    def _wordy(self, button: BarButton, form: Form) -> bool:
        """Return whether a button has its word: those of the pages without a home, if any fit."""
        if button is self._homes:
            return form.wordy
        return button is not self.more and form.wordy and not self._stage_shown

    def _saved_words(self, form: Form) -> str:
        return {"long": self._state[0], "short": self._state[1]}.get(form.saved, "")

    def _show(self, form: Form) -> None:
        shown = dict(self._parts(form))
        parts = (self._logo, self._brand, self._home, self._steps, self._tab_box, self._stage)
        of_head = (self._out, self._place, self._on)
        for widget in (*parts, *of_head, self._saved, *self._buttons):
            widget.setVisible(widget in shown)
        self._home.cut_to(shown.get(self._home, 0))
        self._place.cut_to(shown.get(self._place, 0))
        self._steps.show_short(not form.wordy)
        for button in self._buttons:
            button.show_words(self._wordy(button, form))
        words = self._saved_words(form)
        self._saved.show_state(words or self._state[0], well=self._well, wordy=bool(words))
        # In the last form of all a long word of the stage is broken rather than cut.
        room = self.width() - self._width_of(form) + shown.get(self._stage, 0)
        self._stage.setMaximumWidth(max(px(90), room))

    # ------------------------------------------------------------------ what is pressed

    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, (BarButton, WayButton)):
            self.asked.emit(button.verb)

    def _on_tab(self) -> None:
        for stage, tab in self._tabs.items():
            if tab is self.sender():
                self.went.emit(self._pages[stage])

    def _on_stage(self) -> None:
        """Open the menu of the parts of the work."""
        from falls_app.ui.widgets.menu import Menu

        menu = Menu(self, _("Parts of the work"))
        for stage, page, words in stages(for_work=self._is_for_work):
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(page)
            action.setCheckable(True)
            action.setChecked(stage == self._stage_shown)
        menu.triggered.connect(self._on_chosen)
        menu.open_below(self._stage)
        menu.setActiveAction(next(each for each in menu.actions() if each.isChecked()))

    def _on_chosen(self, action: QAction) -> None:
        self.went.emit(action.data())
