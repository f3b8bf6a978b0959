"""Takes a home in from a file: looked through first, and kept when somebody says so."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from falls_app.case_view import CaseView
from falls_app.days import long_day
from falls_app.domain.merging import Side
from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.storage.arrival import Taking, enter, id_for
from falls_app.storage.sealing import NEEDS_PASSPHRASE, WRONG_PASSPHRASE
from falls_app.storage.unpacking import Unpacked
from falls_app.ui.arriving import Arriving
from falls_app.ui.difference_words import DifferenceWords
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.handing import Meeting
from falls_app.ui.pages.page import Page
from falls_app.ui.safekeeping import Stopped
from falls_app.ui.saving import documents
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.difference_list import DifferenceList
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.newer_card import NewerCard
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.work_card import WorkCard
from falls_app.ui.words import photo_counts

COLUMN = 980
"""Widest column, in pixels at 100 % text."""


class OpenFilePage(Page):
    """A file to choose, what is in it, and what to do with it."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("Open a file")

    def build(self) -> None:
        """Make the parts; each is shown when its time comes."""
        self._arriving = Arriving(self)
        self._arriving.moved.connect(self._on_moved)
        self._arriving.read.connect(self._on_read)
        self._arriving.failed.connect(self._on_refused)
        self.destroyed.connect(self._arriving.close)
        self._file: Path | None = None
        self._home: Unpacked | None = None
        self._meeting: Meeting | None = None
        self._notice = Notice()
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        self._choose = Button(_("Choose a file"), "primary", icon="folder", height=52)
        self._choose.clicked.connect(self._on_choose)
        lead = _(
            "A home from another computer: a file that ends in .steadyhome or .json. It is looked "
            "through first. Nothing is kept before you say so."
        )
        self._work = WorkCard()
        self._work.stopped.connect(self._arriving.stop)
        words = QWidget()
        words.setLayout(
            column(Words(self.title(), 36, serif=True), Words(lead, 18, token="ink2"), gap=4)
        )
        head = beside((words, 1), self._back, gap=18, least=330)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head, 4, row(self._choose, None), self._work, self._build_secret(),
                self._build_newer(), self._build_found(), self._build_merge(), None, gap=14,
            )
        )  # fmt: skip
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self.setLayout(column(self._notice, (Scroll(body), 1), gap=0))

    def _build_secret(self) -> Card:
        self._secret = SecretField(_("Passphrase"))
        self._secret.entered.connect(self._on_secret)
        opened = Button(_("Open it"), "primary", icon="key", height=48)
        opened.clicked.connect(self._on_secret)
        self._locked = Card(
            column(
                Words(_("This file is locked with a passphrase."), 20, 700),
                Words(_("Who gave you the file knows it."), 17, token="ink2"),
                self._secret, row(opened, None),
                gap=10, margins=(22, 16, 22, 24),
            )
        )  # fmt: skip
        self._locked.hide()
        return self._locked

    def _build_newer(self) -> NewerCard:
        self._newer = NewerCard()
        self._newer.asked.connect(self._on_read_newer)
        return self._newer

    def _build_found(self) -> Card:
        self._found_words = Words("", 20)
        self._same_words = Words("", 18)
        self._add = Button("", "primary", icon="plus", height=48)
        self._together = Button(_("Bring both together"), "primary", icon="people", height=48)
        self._add.clicked.connect(self._on_add)
        self._together.clicked.connect(self._on_together)
        ways = QWidget()
        ways.setLayout(Flow(self._together, self._add, gap=10))
        self._found = Card(
            column(
                row(Icon("home", 24, "primary"), (self._found_words, 1), gap=12),
                self._same_words, ways, gap=12, margins=(22, 18, 22, 24),
            )
        )  # fmt: skip
        self._found.hide()
        return self._found

    def _build_merge(self) -> QWidget:
        self._list = DifferenceList(_("On this computer"), _("In the file"))
        self._list.changed.connect(self._show_open)
        self._count = Words("", 18)
        mine = Button(_("Keep all of mine"), "secondary", height=48)
        theirs = Button(_("Take all of the file"), "secondary", height=48)
        mine.clicked.connect(self._on_all_mine)
        theirs.clicked.connect(self._on_all_theirs)
        self._done = Button(_("Save it like this"), "primary", icon="check", height=52)
        self._done.clicked.connect(self._on_merged)
        self._still = Words("", 17, token="ink2")
        all_ways = QWidget()
        all_ways.setLayout(Flow(mine, theirs, gap=10))
        foot = row(self._done, (self._still, 1), gap=14)
        foot.setAlignment(self._still, Qt.AlignmentFlag.AlignVCenter)
        self._merge = QWidget()
        self._merge.setLayout(column(self._count, all_ways, self._list, 4, foot, gap=12))
        self._merge.hide()
        return self._merge

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Nothing here follows from the open home: none is open."""

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._choose

    def panes(self) -> list[QWidget]:
        """Return the main button, and the first choice if there is one."""
        first = self._list.first
        return [self._choose, *([first] if first is not None and first.isVisible() else [])]

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let the file go when another page is shown: others may want to move it."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._arriving.stop()  # what reads the file ends first
        if not self._arriving.is_busy:
            self._forget()

    def _forget(self) -> None:
        """Begin anew: let a file go that was looked through."""
        if self._home is not None:
            self._home.close()
        self._home = self._meeting = None
        self._secret.clear()
        for part in (self._notice, self._locked, self._newer, self._found, self._merge):
            part.hide()

    # ------------------------------------------------------------------ the file

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.title(), str(documents()), _("Homes ({kinds})").format(
                kinds="*.steadyhome *.json"
            ),
        )  # fmt: skip
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, file: Path, passphrase: str = "") -> None:
        """Look through a file, beside the window."""
        if self._arriving.is_busy:
            return
        self._forget()
        self._file = file
        self._show_work(is_on=True)
        self._arriving.look_through(file, passphrase)

    def _on_secret(self) -> None:
        if self._file is not None and self._secret.text:
            self.open_file(self._file, self._secret.text)

    def _show_work(self, *, is_on: bool) -> None:
        """Show that something is under way, or what can be done once it has ended."""
        self._choose.setEnabled(not is_on)
        self._found.setEnabled(not is_on)
        self._merge.setEnabled(not is_on)
        if is_on:
            self._notice.hide()
            self._on_moved(0)
            self._work.stop.setFocus()
        else:
            self._work.hide()

    def _on_moved(self, photos: int) -> None:
        if not self._arriving.is_busy and photos:
            return
        if self._home is None:
            words = _("Looking through the file. Nothing is kept yet.")
            self._work.say(words)
            return
        whole = self._home.count
        words = _("Adding photo {n} of {all}…").format(n=min(photos + 1, whole), all=whole)
        self._work.say(words, photos, whole)

    def _on_stopped(self) -> None:
        """Say that nothing was kept; a page that was left lets the file go."""
        self.told.emit(_("Stopped. Nothing was added."), False)
        if self.isVisible():
            self._choose.setFocus()
        else:
            self._forget()

    def _on_refused(self, error: UserError) -> None:
        self._show_work(is_on=False)
        if isinstance(error, Stopped):
            self._on_stopped()
            return
        if not self.isVisible():
            self._forget()
            self.told.emit(str(error), False)
            return
        self._choose.setFocus()
        told = error.said
        if told in (NEEDS_PASSPHRASE, WRONG_PASSPHRASE):
            self._locked.show()
            self._secret.setFocus()
        if told != NEEDS_PASSPHRASE:
            self._notice.say(error.message, error.hint)
        self.announced.emit(str(error))
        self.turned.emit()

    def _on_read(self, home: Unpacked) -> None:
        self._show_work(is_on=False)
        self._home = home
        if home.is_newer:
            words = self._newer.show_home(self._about(home))
            self.turned.emit()
            self._lead_to(self._newer.button)
            self.announced.emit(words)
            return
        self._found_words.setText(self._about(home))
        same = next((each for each in self.session.homes if each.id == home.case.id), None)
        self._together.setVisible(same is not None)
        self._same_words.setVisible(same is not None)
        self._same_words.setText(
            _(
                "**It is in your list already**, as “{name}”. Both can have changed since. You "
                "can look at what differs and choose."
            ).format(name=same.name or _("A home without a name yet"))
            if same
            else ""
        )
        self._add.set_words(_("Keep it as a home of its own") if same else _("Add it to my homes"))
        self._add.set_kind("secondary" if same else "primary")
        self._found.show()
        self.turned.emit()
        self._lead_to(self._together if same else self._add)
        self.announced.emit(self._found_words.text())

    def _lead_to(self, button: Button) -> None:
        """Give a button the keyboard, in sight: large text leaves little room."""
        button.setFocus()
        bring_into_sight(button)

    def _about(self, home: Unpacked) -> str:
        case, walk = home.case, home.case.assessment
        name = case.person.name or _("A home without a name yet")
        parts = [ngettext("{n} answer", "{n} answers", len(walk.findings) if walk else 0)]
        parts += photo_counts(case)
        if walk and walk.date:
            day = long_day(walk.date, self.session.region.locale)
            parts.append(_("last walk {day}").format(day=day))
        return f"**{name}**: {', '.join(parts)}"

    def _on_read_newer(self) -> None:
        """Open it as it is in the file: it is not kept."""
        if self._home is not None:
            with self.session.telling():
                self.session.read(self._home)
                self.go("results")

    # ------------------------------------------------------------------ into the list

    def _on_add(self) -> None:
        if self._home is None:
            return
        with self.session.telling():
            store = self.session.store
            taking = Taking(store.photos, id_for(store, self._home))
            self._keep(taking, partial(self._on_kept, taking))

    def _keep(self, taking: Taking, then: Callable[[], None]) -> None:
        """Keep the photos beside the window, then go on."""
        if self._home is not None and not self._arriving.is_busy:
            self._show_work(is_on=True)
            self._arriving.keep(self._home, taking, then)

    def _on_kept(self, taking: Taking) -> None:
        self._show_work(is_on=False)
        if self._home is None:
            return
        with self.session.telling():
            made = enter(self.session.store, self._home, taking, _("a home from a file"))
            self.go(self.session.page_opened(made.id, "results"))
            self.told.emit(_("The home is in your list."), False)

    def _on_together(self) -> None:
        home = self._home
        if home is None:
            return
        session = self.session
        with session.telling():
            meeting = Meeting(session.store, session.store.load(home.case.id), home)
            found = meeting.differences()
            views = [
                CaseView(case, session.region, session.today)
                for case in (meeting.mine, meeting.theirs)
            ]
            self._meeting = meeting
            self._list.show_lines(DifferenceWords(*views).shown(found))
            self._show_count(len(found), self._list.still_open)
            self._found.hide()
            self._merge.show()
            self._show_open()
            self.turned.emit()
            (self._list.first or self._done).setFocus()

    def _show_count(self, found: int, still_open: int) -> None:
        if not found:
            words = _("**Nothing in the file is new.** Your home stays as it is.")
        else:
            words = ngettext("**{n} thing differs.**", "**{n} things differ.**", found)
            if still_open < found:
                words += " " + _(
                    "What only one side has is chosen already, so that nothing is lost."
                )
            if still_open:
                words += " " + ngettext(
                    "Choose for {n} of them.", "Choose for {n} of them.", still_open
                )
        self._count.setText(words)
        self.announced.emit(self._count.text())

    def _show_open(self) -> None:
        left = self._list.still_open
        self._done.setEnabled(not left)
        self._still.setText(
            ngettext("{n} is left to choose.", "{n} are left to choose.", left)
            if left
            else _("One press on Undo takes all of it back.")
        )

    def _on_all_mine(self) -> None:
        self._list.choose_all(Side.MINE)

    def _on_all_theirs(self) -> None:
        self._list.choose_all(Side.THEIRS)

    def _on_merged(self) -> None:
        if self._meeting is not None:
            taking = Taking(self.session.store.photos, self._meeting.mine.id)
            self._keep(taking, self._on_pictures_kept)

    def _on_pictures_kept(self) -> None:
        self._show_work(is_on=False)
        meeting = self._meeting
        if meeting is None:
            return
        with self.session.telling():
            together = meeting.brought_together(self._list.taken)
            page = self.session.page_opened(meeting.mine.id, "results")
            if self.session.is_open:
                self.session.bring_together(together)
            if not self.session.has_unsaved:
                meeting.remember()
            self.go(page)
            self.told.emit(_("Both copies are brought together."), True)

    def _on_back(self) -> None:
        self.go("start")


PAGE = OpenFilePage
