"""The homes that are kept, as cards, and what else can be done from here."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget
from typing_extensions import override

from falls_app.case_view import CaseView
from falls_app.days import long_day
from falls_app.i18n import _, ngettext
from falls_app.storage.store import CaseSummary
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.action_card import ActionCard
from falls_app.ui.widgets.boxes import Card, column, take_out
from falls_app.ui.widgets.home_card import HomeCard
from falls_app.ui.widgets.home_list import HomeList
from falls_app.ui.widgets.sample_choice import SampleChoice
from falls_app.ui.widgets.start_foot import start_foot
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.whose_home import WhoseHome

CARDS = 6
"""So many homes are cards; the others, changed longer ago, are lines below."""

THREE, TWO = 1160, 760
"""Width at 100 % text from which three, or two, cards stand side by side."""

ACTIONS_BESIDE = {3: 4, 2: 2, 1: 1}
"""How many actions stand side by side, by the number of cards that do."""

Look = Callable[[str], CaseView | None]
"""Reads what follows from the answers of a home, without opening it; None if it cannot."""


class Library(QWidget):
    """A family's homes, the one changed last in front.

    Signals:
        opened(str), removed(str), restored(str): the id of a case.
        begun(bool), sampled(str): those of ``WhoseHome`` and ``SampleChoice``.
        went(str): a page was asked for.
    """

    opened = Signal(str)
    removed = Signal(str)
    restored = Signal(str)
    begun = Signal(bool)
    sampled = Signal(str)
    went = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: dict[str, HomeCard] = {}
        self._unread: list[str] = []
        self._shown: list[CaseSummary] | None = None
        self._columns = 0
        self._lead = Words("", 20, token="ink2")
        self._grid = QGridLayout()
        self._grid.setSpacing(px(20))
        self._more = HomeList()
        self._more.opened.connect(self.opened)
        self._more.removed.connect(self._on_removed)
        self._more.restored.connect(self.restored)
        self._new = self._new_home()
        self._actions = self._make_actions()
        self._action_grid = QGridLayout()
        self._action_grid.setSpacing(px(16))
        inner = column(
            Words(_("Welcome back."), 40, serif=True), self._lead, 6,
            gap=6, margins=(56, 24, 56, 12),
        )  # fmt: skip
        inner.addLayout(self._grid)
        inner.addWidget(self._more)
        inner.addSpacing(px(10))
        inner.addLayout(self._action_grid)
        inner.addStretch(1)
        outer = column(gap=0)
        outer.addLayout(inner, 1)
        outer.addWidget(start_foot())
        self.setLayout(outer)

    def _new_home(self) -> Card:
        whose, samples = WhoseHome("secondary"), SampleChoice()
        whose.begun.connect(self.begun)
        whose.went.connect(self.went)
        samples.chosen.connect(self.sampled)
        return Card(
            column(
                Words(_("Check another home"), 22, serif=True),
                Words(
                    _("About 20 minutes, room by room. You can stop and come back."),
                    17, 400, "ink2",
                ),
                whose, 8, samples, None,
                gap=8, margins=(20, 18, 20, 18),
            ),
            token="paper", line="edge", line_width=1.5, lifted=False,
        )  # fmt: skip

    def _make_actions(self) -> tuple[ActionCard, ...]:
        file = ActionCard(_("Open a file"), _("A home from another computer"), "folder")
        data = ActionCard(_("Your data"), _("What is kept, files, deleting"), "lock")
        file.clicked.connect(self._on_file)
        data.clicked.connect(self._on_data)
        backups = ActionCard(_("Backups"), _("Copies of all homes, made each day"), "saved")
        about = ActionCard(_("About Steady Home"), _("What it is, sources, reviews"), "info")
        blank = ActionCard(_("Print a blank list"), _("To fill in by hand, for any home"), "print")
        blank.clicked.connect(self._on_blank)
        backups.clicked.connect(self._on_backups)
        about.clicked.connect(self._on_about)
        return file, blank, backups, data, about

    # ------------------------------------------------------------------ showing

    def show_homes(self, homes: Sequence[CaseSummary], locale: str) -> None:
        """Show these homes; days are written as in ``locale`` ("en_US")."""
        shown = list(homes)
        words = ngettext(
            "{n} home. Carry on with it, or start with another one.",
            "{n} homes. Carry on with one, or start with another one.",
            len(shown),
        )
        self._lead.setText(words.format(n=len(shown)) if shown else "")
        self._more.show_homes(shown[CARDS:], locale)
        if shown == self._shown:
            return
        self._shown = shown
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards = {home.id: self._card(home, locale) for home in shown[:CARDS]}
        self._unread = list(self._cards)
        self._arrange()
        QTimer.singleShot(0, self, self._read_one)

    def _card(self, home: CaseSummary, locale: str) -> HomeCard:
        card = HomeCard(home, long_day(date.fromisoformat(home.updated[:10]), locale))
        card.opened.connect(self.opened)
        card.removed.connect(self._on_removed)
        return card

    def _read_one(self) -> None:
        """Read one home and come back for the next: the window stays alive meanwhile."""
        if not self._unread:
            return
        case_id = self._unread.pop(0)
        view = self._look(case_id)
        if view is not None and case_id in self._cards:
            self._cards[case_id].show_view(view)
        QTimer.singleShot(0, self, self._read_one)

    @property
    def first(self) -> QWidget | None:
        """The way on with the home that was changed last; None without homes."""
        card = next(iter(self._cards.values()), None)
        return card.carry_on if card else None

    # ------------------------------------------------------------------ layout

    def _arrange(self) -> None:
        columns = self._columns or self._columns_now()
        take_out(self._grid)
        cells: list[QWidget] = [*self._cards.values(), self._new]
        for number, each in enumerate(cells):
            self._grid.addWidget(each, number // columns, number % columns)
        for number in range(3):
            self._grid.setColumnStretch(number, int(number < columns))
        self._arrange_actions(ACTIONS_BESIDE[columns])
        tabs = [
            *(each for card in self._cards.values() for each in card.controls),
            *self._new.findChildren(QAbstractButton),
            *self._more.findChildren(QAbstractButton),
            *self._actions,
        ]
        for before, after in pairwise(tabs):
            self.setTabOrder(before, after)

    def _arrange_actions(self, columns: int) -> None:
        take_out(self._action_grid)
        for number, card in enumerate(self._actions):
            self._action_grid.addWidget(card, number // columns, number % columns)
            self._action_grid.setColumnStretch(number, int(number < columns))

    def _columns_now(self) -> int:
        width = at_full_size(self.width())
        return 3 if width >= THREE else 2 if width >= TWO else 1

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns != self._columns_now():
            self._columns = self._columns_now()
            self._arrange()

    # ------------------------------------------------------------------ what people do

    def _on_removed(self, case_id: str) -> None:
        self._more.offer.offer(case_id, self.name_of(case_id))
        self.removed.emit(case_id)
        if self.isVisible():  # it is not once the last home is gone
            self._more.offer.take_keyboard()

    def end_offer(self) -> None:
        """Offer no home any more: it is back."""
        self._more.offer.end()

    def name_of(self, case_id: str) -> str:
        """Return the name of a home that is shown, and some words for one without."""
        names = {home.id: home.name for home in self._shown or ()}
        return names.get(case_id, "") or _("A home without a name yet")

    def _on_file(self) -> None:
        self.went.emit("open-file")

    def _on_data(self) -> None:
        self.went.emit("data")

    def _on_blank(self) -> None:
        self.went.emit("blank-list")

    def _on_backups(self) -> None:
        self.went.emit("backups")

    def _on_about(self) -> None:
        self.went.emit("about")
