"""Who did what: the list that is kept for people who visit homes for work, newest first."""

from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from falls_app.days import long_day
from falls_app.errors import UserError
from falls_app.export.table import as_csv
from falls_app.i18n import _
from falls_app.reason_words import BETWEEN
from falls_app.storage.access import Entry, What, first_misfit
from falls_app.storage.bundle import write_text
from falls_app.storage.reading import read_store
from falls_app.ui.access_words import (
    home_name,
    home_words,
    moment,
    table_head,
    table_lines,
    time_words,
    what_words,
)
from falls_app.ui.background import Background
from falls_app.ui.pages.page import Page
from falls_app.ui.saving import documents, with_ending
from falls_app.ui.theme import px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Divider, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.text import Words

COLUMN = 920
"""Widest column, in pixels at 100 % text."""
AT_ONCE = 50
"""So many lines are shown at a time."""


class AccessPage(Page):
    """The list of one home, or of all of them."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Who did what")

    def build(self) -> None:
        """Make the head, what is chosen, and room for the list."""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        self._home, self._shown = "", list[Entry]()
        self._names: dict[str, str | None] = {}
        self._notice = Notice()
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        lead = _(
            "A line for each time a home was opened, changed, signed or handed over. It is kept "
            "on this computer. No line can be changed from here."
        )
        words = QWidget()
        words.setLayout(
            column(Words(self.title(), 36, serif=True), Words(lead, 18, token="ink2"), gap=4)
        )
        head = beside((words, 1), self._back, gap=18, least=300)
        self._state = Words("", 17)
        self._good, self._bad = Icon("check", 22, "ok", 2.4), Icon("alert", 22, "some")
        self._save = Button(_("Save as a table"), "secondary", icon="export", height=48)
        self._save.clicked.connect(self._on_save)
        self._more = Button(_("Show 50 more"), "secondary")
        self._more.clicked.connect(self._on_more)
        self._list = column(gap=14)
        self._choice_place = column(gap=0)
        self._homes = Choices([], name=_("Which home"))
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        choice = QWidget()
        choice.setLayout(self._choice_place)
        sheet.setLayout(
            column(
                head, row(self._good, self._bad, (self._state, 1), gap=10),
                beside((choice, 1), self._save, gap=14, least=300), 4,
                self._list, row(None, self._more, None), None, gap=14,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self._scroll = Scroll(body)
        self.setLayout(column(self._notice, (self._scroll, 1), gap=0))

    # ------------------------------------------------------------------ showing

    def open_at(self, where: str) -> None:
        """Show the lines of one home, by its id."""
        self._home = where

    def where(self) -> str:
        """Return the home whose lines are shown, "" for all."""
        return self._home

    def refresh(self) -> None:
        """Show the newest lines, and look whether all are as they were written."""
        with self.session.telling():
            access = self.session.store.access
            self._names = access.homes()
            self._show_homes()
            self._shown = access.lines(self._home, most=AT_ONCE)
            self._show_lines()
        work = partial(read_store, self.session.store.folder, first_misfit)
        self._show_state(None)
        self._background.run(work, self._show_state, self._on_failed, key="look")

    def _show_homes(self) -> None:
        """Offer the homes of the list, in the order of their names."""
        if self._home and self._home not in self._names:
            self._names[self._home] = None
        named = sorted((home_name(name), key) for key, name in self._names.items())
        pairs = [(_("All homes"), ""), *named]
        clear(self._choice_place)
        self._homes = Choices(pairs, name=_("Which home"), value=self._home)
        self._homes.activated.connect(self._on_home)
        self._choice_place.addWidget(self._homes)

    def _show_lines(self) -> None:
        clear(self._list)
        locale = self.session.region.locale
        for day, lines in groupby(self._shown, key=_day):
            words = long_day(day, locale) or _("The day cannot be read")
            self._list.addWidget(Words(words, 20, 700))
            self._list.addWidget(Card(self._card(list(lines), locale)))
        if not self._shown:
            self._list.addWidget(Words(self._empty_words(), 18, token="ink2"))
        self._save.setEnabled(bool(self._shown))
        self._more.setVisible(bool(self._shown) and len(self._shown) % AT_ONCE == 0)
        self.turned.emit()

    def _empty_words(self) -> str:
        if self.session.store.access.is_kept:
            return _("Nothing is written yet.")
        return _("Nothing is written while “I visit homes for work” is off in the settings.")

    def _card(self, lines: list[Entry], locale: str) -> QLayout:
        inside = column(gap=8, margins=(22, 12, 22, 18))
        for number, entry in enumerate(lines):
            if number:
                inside.addWidget(Divider())
            inside.addWidget(self._line(entry, locale))
        return inside

    def _line(self, entry: Entry, locale: str) -> QWidget:
        time = Words(time_words(entry, locale), 17, token="ink2")
        time.setFixedWidth(px(96))
        parts = (f"**{what_words(entry)}**", home_words(entry, self._names))
        what = BETWEEN.join(filter(None, parts))
        who = _("Line {n}, {name}").format(n=entry.seq, name=entry.who or _("nobody named"))
        box = QWidget()
        told = column(Words(what, 17), Words(who, 15, token="ink2"), gap=2)
        line = row(time, gap=10)
        line.addLayout(told, 1)
        line.setAlignment(time, Qt.AlignmentFlag.AlignTop)
        box.setLayout(line)
        return box

    def _show_state(self, misfit: int | None) -> None:
        """Say whether the list is as it was written; None: that is being looked at."""
        if misfit is None:
            words = _("Looking whether the list is as it was written…")
        elif misfit:
            words = _(
                "**Line {n} is not as Steady Home wrote it, or it is missing.** Another program "
                "or the disk has changed it. What comes after it may be changed too."
            ).format(n=misfit)
        else:
            words = _("Nothing was changed or taken out since it was written.")
        self._state.setText(words)
        self._good.setVisible(misfit == 0)
        self._bad.setVisible(bool(misfit))
        if misfit:
            self.announced.emit(self._state.text())

    def first_focus(self) -> QWidget | None:
        """Return the choice of a home."""
        return self._homes

    def panes(self) -> list[QWidget]:
        """Return the way back and the choice of a home."""
        return [self._back, self._homes]

    def verbs(self) -> tuple[Verb, ...]:
        """Return the keys that read on: the lines themselves take no keyboard."""
        return (
            Verb("further-down", _("Further down"), self._on_down, ("PgDown",), self.title()),
            Verb("further-up", _("Further up"), self._on_up, ("PgUp",), self.title()),
        )

    # ------------------------------------------------------------------ what people do

    def _on_down(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def _on_up(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() - bar.pageStep())

    def _on_home(self) -> None:
        self._home = self._homes.value
        self.refresh()
        self._homes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def _on_more(self) -> None:
        with self.session.telling():
            last = self._shown[-1].seq
            self._shown += self.session.store.access.lines(self._home, last, AT_ONCE)
            self._show_lines()

    def _on_save(self) -> None:
        name = f"{_('Who did what')} - {self.session.today.isoformat()}.csv"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save as a table"), str(documents() / name), _("Tables (*.csv)")
        )
        if not chosen:
            return
        with self.session.telling():
            lines = self.session.store.access.lines(self._home)[::-1]
            work = partial(_write, lines, with_ending(chosen, ".csv"))
            self._background.run(work, self._on_saved, self._on_failed, key="save")

    def _on_saved(self, file: Path) -> None:
        self.session.store.access.note(What.EXPORTED, self._home, "list")
        self.refresh()
        self.told.emit(_("Saved: {file}").format(file=file.name), False)

    def _on_failed(self, error: UserError) -> None:
        self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))

    def _on_back(self) -> None:
        self.go("data")


def _day(entry: Entry) -> str:
    return str(moment(entry).date().toString(Qt.DateFormat.ISODate))


def _write(lines: list[Entry], file: Path) -> Path:
    write_text(as_csv(table_head(), table_lines(lines)), file)
    return file


PAGE = AccessPage
