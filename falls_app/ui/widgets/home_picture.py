"""The house as it is filled in, how much is asked in it, and what went with a room."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.domain.asking import checks_asked, minutes_needed
from falls_app.domain.assessment import ListKind
from falls_app.drawing.house_map import HomeShape
from falls_app.i18n import _, ngettext
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.setup import Chips
from falls_app.ui.widgets.text import Words


class LostAnswers(QWidget):
    """Tells how many answers went with a room, with the way back beside it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = Words("", 17, 500)
        undo = Button(_("Undo"), "soft", icon="undo", height=44, size=16)
        undo.clicked.connect(session.undo)
        line = row(Icon("info", 22, "primary"), (self._words, 1), undo, gap=12)
        line.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    def tell(self, lost: int) -> None:
        """Say that so many answers went."""
        self._words.setText(ngettext("{n} answer went with it.", "{n} answers went with it.", lost))
        self.show()


class HomePicture(QWidget):
    """The house, and how long the walk through it will be. ``lost`` stands below the house."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._map = HouseMap(landscape=True, labels=True, pressable=False, badges=False)
        self._time = Words("", 18)
        kinds = [
            (ListKind.QUICK.value, _("Quick check")),
            (ListKind.FULL.value, _("Full check")),
        ]
        self._lists = Chips(kinds, name=_("How much to ask"))
        self._lists.pressed.connect(self._on_list)
        self.lost = LostAnswers(session)
        self._lines = column(
            (self._map, 1), self.lost, self._lists,
            row(Icon("clock", 22, "primary"), (self._time, 1), gap=12), gap=12,
        )  # fmt: skip
        self.setLayout(self._lines)

    @property
    def first(self) -> Chip:
        """The first control."""
        return self._lists.chip(ListKind.QUICK.value)

    def show_home(self, first: str) -> None:
        """Show the home as it is; the walk through it starts in the place ``first``."""
        view = self._session.view
        self._map.show_places(view.spots, cast(HomeShape, self._session.case.home.shape), first)
        self._map.setAccessibleName(_("The house as you have filled it in."))
        self._lists.show_chosen({view.walk.list.value})
        self._time.setText(self._time_words())

    def show_below(self, below: bool) -> None:
        """Stand below the questions, with ``lost`` somewhere else, or beside them."""
        self._lines.setContentsMargins(*((0,) * 4 if below else map(px, (0, 28, 64, 16))))
        if not below:
            self._lines.insertWidget(1, self.lost)

    def set_house_height(self, least: int) -> None:
        """Let the house be this high at least, in pixels."""
        self._map.setMinimumHeight(least)

    def _time_words(self) -> str:
        view, case = self._session.view, self._session.case
        asked = list(
            checks_asked(view.checklist, case.home, view.walk.list, case.person.all_traits)
        )
        rooms = {room.id for _check, room in asked if room is not None}
        checks = ngettext("{n} check", "{n} checks", len(asked))
        minutes = ngettext("{n} minute", "{n} minutes", minutes_needed(len(asked), len(rooms)))
        return _("**{checks}, about {minutes}.** You can stop after any room.").format(
            checks=checks, minutes=minutes
        )

    def _on_list(self, kind: str) -> None:
        self._session.choose_list(ListKind(kind))
