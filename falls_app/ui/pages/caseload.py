"""The homes of somebody who visits them for work: visits, to sign, due again, all, put away."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.cases import load_case, pictures_beside
from falls_app.days import day_of_the_week
from falls_app.i18n import _, ngettext
from falls_app.storage.caseload import CaseLine, Show
from falls_app.ui.masking import masking
from falls_app.ui.pages.caseload_words import empty_words, list_names
from falls_app.ui.pages.page import Page
from falls_app.ui.practice import Practice
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.boxes import Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.case_menu import CaseMenu
from falls_app.ui.widgets.case_row import CaseRow, name_shown
from falls_app.ui.widgets.caseload_rail import CaseloadRail
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.sample_choice import SampleChoice
from falls_app.ui.widgets.setup import Chips
from falls_app.ui.widgets.text import Words

A_PAGE = 50
"""So many homes are shown at once; more come when they are asked for."""
MOST_UNSIGNED = 5
"""So many reports that wait stand below the visits of today."""
ONE_COLUMN_BELOW = 700
"""Width at 100 % text below which the button stands below the words at the top."""
RAIL_FROM = 1040
"""Width at 100 % text from which the lists stand at the left, not as chips above the homes."""
COLUMN = 1100
"""Widest column, in pixels at 100 % text."""


class CaseloadPage(Page):
    """Search, filters and the list. It reads a page of the list at a time, never all of it."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Caseload")

    def build(self) -> None:
        """Make the head, the filters and room for the list."""
        self._practice = Practice(self.session)
        self._show, self._sought = self._first_list(), ""
        self._rows: list[CaseRow] = []
        self._undone: tuple[str, str, str] = ("", "", "")
        self._day, self._counted = Words("", 32, serif=True), Words("", 18, token="ink2")
        self._new = Button(_("New person"), "primary", icon="plus", height=52)
        self._new.clicked.connect(self._on_new)
        self._import = Button(_("Open a file"), "secondary", icon="import", height=52)
        self._import.clicked.connect(self._on_import)
        self._search = LineField(
            name=_("Find a person, street or note"), hint=_("Find a person, street or note")
        )
        self._search.textEdited.connect(self._on_sought)
        self._search.returnPressed.connect(self._on_entered)
        self._filters = Chips(
            [(show.value, words) for show, words in list_names().items()], name=_("Which homes")
        )
        self._filters.pressed.connect(self._on_filter)
        self._hide = Button("", "quiet", icon="hide", height=44, size=16)
        self._hide.clicked.connect(self._on_hide)
        self._rail = CaseloadRail(list_names())
        self._rail.pressed.connect(self._on_filter)
        self._rail.hide_asked.connect(self._on_hide)
        self._hide_line = QWidget()
        self._hide_line.setLayout(row(self._hide, None))
        self._list = column(gap=8)
        self._none = Words("", 18, token="ink2")
        self._more = Button(_("Show 50 more"), "secondary")
        self._more.clicked.connect(self._on_more)
        self._samples = SampleChoice()
        self._samples.chosen.connect(self._on_sample)
        ways = row(self._import, self._new, None, gap=10)
        self._head = row((_boxed(self._day, self._counted), 1), ways, gap=16)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                self._head, self._search, self._filters, self._hide_line, self._build_back(),
                self._none, self._list, row(None, self._more, None), 12, self._samples, None,
                gap=12,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 22, 30, 22)))
        self.setLayout(row(self._rail, (Scroll(body), 1), gap=0))
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._count)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_for)

    def _first_list(self) -> Show:
        """Return the list that is shown first: the visits of today, if there are any."""
        return Show.TODAY if self._practice.lines(Show.TODAY, None, 1) else Show.ALL

    def _build_back(self) -> QWidget:
        self._back_words = Words("", 17)
        self._back = Button(_("Undo"), "soft", icon="undo", height=44, size=16)
        self._back.clicked.connect(self._on_undo)
        self._back_line = QWidget()
        self._back_line.setLayout(row((self._back_words, 1), self._back))
        self._back_line.hide()
        return self._back_line

    # ------------------------------------------------------------------ showing

    def open_at(self, where: str) -> None:
        """Show one of the lists, by the value of its ``Show``: "today", "sign", "all"."""
        if where in {show.value for show in Show}:
            self._show = Show(where)

    def where(self) -> str:
        """Return which list is shown."""
        return self._show.value

    def refresh(self) -> None:
        """Show the list that was chosen, or what was found, as the store has it."""
        self._day.setText(day_of_the_week(self.session.today, self.session.region.locale))
        self._hide.set_words(_("Show names") if masking.is_on else _("Hide names"))
        self._mark_list()
        self._fill(self._read())
        self._rest.start()

    def _mark_list(self) -> None:
        """Mark the list that is shown; none while a search shows homes of all of them."""
        self._filters.show_chosen(() if self._sought else (self._show.value,))
        self._rail.show_chosen(None if self._sought else self._show)

    def _read(self, after: CaseLine | None = None) -> list[CaseLine]:
        if self._sought:
            return self._practice.find(self._sought)
        return self._practice.lines(self._show, after, A_PAGE)

    def _fill(self, lines: list[CaseLine]) -> None:
        clear(self._list)
        self._rows = []
        self._none.setText("" if lines else empty_words(self._show, self._sought))
        self._none.setVisible(not lines)
        self._samples.setVisible(not lines and self._show is Show.ALL and not self._sought)
        self._add(lines)
        if self._show is Show.TODAY and not self._sought:
            self._add_unsigned(lines)

    def _add_unsigned(self, visits: list[CaseLine]) -> None:
        """Below the visits of today stand the reports that wait, as far as they are few."""
        known = {line.id for line in visits}
        unsigned = self._practice.lines(Show.SIGN, None, MOST_UNSIGNED)
        if more := [line for line in unsigned if line.id not in known]:
            self._list.addWidget(Words(_("Reports to sign"), 18, 700))
            self._add(more)

    def _add(self, lines: list[CaseLine]) -> None:
        locale, today = self.session.region.locale, self.session.today
        for line in lines:
            made = CaseRow(line, locale, today)
            made.opened.connect(self._on_opened)
            made.more_asked.connect(self._on_menu)
            self._rows.append(made)
            self._list.addWidget(made)
        self._more.setVisible(not self._sought and len(lines) == A_PAGE)
        self.turned.emit()

    def _count(self) -> None:
        """Say how many homes each list has, once the list stands."""
        counts = self._practice.counts()
        if not counts:
            return
        self._counted.setText(
            _("{today}, {sign}, {again}.").format(
                today=ngettext("{n} visit", "{n} visits", counts[Show.TODAY]),
                sign=ngettext("{n} report to sign", "{n} reports to sign", counts[Show.SIGN]),
                again=ngettext(
                    "{n} home due another look", "{n} homes due another look", counts[Show.AGAIN]
                ),
            )
        )
        for show, words in list_names().items():
            chip = self._filters.chip(show.value)
            chip.set_words(_("{list}: {n}").format(list=words, n=counts[show]))
        self._rail.show_counts(counts)
        self._rail.show_ready(self._practice.ready())

    def first_focus(self) -> QWidget | None:
        """Return the search: what is typed is looked for at once."""
        return self._search

    def panes(self) -> list[QWidget]:
        """Return the search, the filters and the first home."""
        rows = [self._rows[0].button] if self._rows else []
        lists = self._filters.chip(self._show.value) if self._rail.isHidden() else self._rail.shown
        return [self._search, lists, *rows]

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done here."""
        group = _("Caseload")
        return (Verb("new", _("New person"), self._on_new, ("Ctrl+N",), group),)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take what was looked for last as chosen: what is typed next takes its place."""
        super().showEvent(event)
        self._search.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = at_full_size(self.width()) < ONE_COLUMN_BELOW
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        at_left = at_full_size(self.width()) >= RAIL_FROM
        self._rail.setVisible(at_left)
        for each in (self._filters, self._hide_line):
            each.setHidden(at_left)

    # ------------------------------------------------------------------ what people do

    def _on_sought(self, words: str) -> None:
        self._sought = words.strip()
        self._soon.start()  # letters that wait already come first

    def _look_for(self) -> None:
        self._mark_list()
        self._fill(self._read())

    def _on_entered(self) -> None:
        """Open the first home of those that were found."""
        if self._sought:
            self._soon.stop()
            self._look_for()
            if self._rows:
                self._on_opened(self._rows[0].button.line.id)

    def _on_filter(self, show: str) -> None:
        self._show, self._sought = Show(show), ""
        self._search.show_text("")
        self.refresh()
        self.moved.emit()

    def _on_more(self) -> None:
        last = self._rows[-1].button
        self._add(self._read(last.line))
        at = self._rows.index(next(each for each in self._rows if each.button is last))
        if at + 1 < len(self._rows):
            self._rows[at + 1].button.setFocus()

    def _on_new(self) -> None:
        self.session.begin(mine=False)
        if self.session.is_open:
            self.go("two-days")

    def _on_import(self) -> None:
        self.go("open-file")

    def _on_hide(self) -> None:
        self.names_toggled.emit()

    def _on_opened(self, case_id: str) -> None:
        gone = [each.button.line for each in self._rows if each.button.line.deleted]
        for line in gone:
            if line.id == case_id:
                self._on_chosen("restore", line)
                return
        with self.session.telling():
            self.go(self.session.page_opened(case_id))

    def _on_sample(self, name: str) -> None:
        session = self.session
        with session.telling():
            session.add(load_case(name), pictures_beside(name))
            session.settings.keep(name, session.case.id)
            self.go("results")

    def _on_menu(self, line: CaseLine) -> None:
        button = self.sender()
        menu = CaseMenu(self, line, name_shown(line))
        menu.chosen.connect(self._on_chosen)
        if isinstance(button, CaseRow):
            menu.open_below(button.more)

    def _on_chosen(self, what: str, line: CaseLine) -> None:
        name, today = name_shown(line), self.session.today.isoformat()
        if what == "forever":
            self.go("data")
            return
        if what == "day":
            from falls_app.ui.widgets.visit_sheet import VisitSheet

            sheet = VisitSheet(self.window(), line, self.session)
            sheet.planned.connect(self._on_planned)
            sheet.begin()
            return
        words = {
            "today": _("{name}: visit today."),
            "none": _("{name}: no visit planned."),
            "archive": _("{name} is in the archive. All answers are kept."),
            "back": _("{name} is out of the archive."),
            "remove": _("{name} is off the list. It is kept for 30 days."),
            "restore": _("{name} is back on the list."),
        }[what]
        self._do(what, line.id, today if what == "today" else "")
        before = line.visit if what in ("today", "none") else ""
        back = {"archive": "back", "back": "archive", "remove": "restore", "restore": "remove"}
        self._undone = (back.get(what, "none"), line.id, before)
        self._tell(words.format(name=name))

    def _on_planned(self, case_id: str, when: str, before: str) -> None:
        self._do("none", case_id, when)
        self._undone = ("none", case_id, before)
        self._tell(_("The visit is planned."))

    def _do(self, what: str, case_id: str, when: str) -> None:
        """Do one thing with a home; "today" and "none" keep ``when`` as its visit."""
        if what == "archive":
            self._practice.archive(case_id)
        elif what == "back":
            self._practice.bring_back(case_id)
        elif what == "remove":
            self.session.remove(case_id)
        elif what == "restore":
            self.session.bring_back(case_id)
        else:
            self._practice.plan_visit(case_id, when)

    def _tell(self, words: str) -> None:
        self.refresh()
        self._back_words.setText(words)
        self._back_line.show()
        self._back.setFocus()
        self.announced.emit(words)

    def _on_undo(self) -> None:
        self._do(*self._undone)
        self._back_line.hide()
        self.refresh()
        self._search.setFocus()


def _boxed(*words: QWidget) -> QWidget:
    box = QWidget()
    box.setLayout(column(*words, gap=2))
    return box


PAGE = CaseloadPage
