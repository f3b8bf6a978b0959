"""The top of a question card: where we are, how far, and the ways elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _, ngettext
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import ProgressBars
from falls_app.ui.widgets.text import Words


class CardHead(QWidget):
    """Place, number and bars; where rail and plan are folded, the buttons that open them.

    Signals:
        rooms_asked(), plan_asked(), skipped(): a button was pressed.
    """

    rooms_asked = Signal()
    plan_asked = Signal()
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place = Words("", 18, 700, "primary")
        self._number = Words("", 17, 400, "ink2", wraps=False)
        self._skip = Button(_("Skip for now"), "quiet", after="arrow-right", height=44, size=17)
        self.rooms = Button(
            _("Map"), "soft", icon="map", height=44, size=17, name=_("Map: all rooms")
        )
        self.plan = Button("", "soft", icon="list", height=44, size=17)
        self._skip.clicked.connect(self.skipped)
        self.rooms.clicked.connect(self.rooms_asked)
        self.plan.clicked.connect(self.plan_asked)
        self._bars = ProgressBars()
        line = beside(
            self.rooms, (self._place, 1), self._number, self.plan, self._skip, gap=12, least=110
        )
        self._lines = column(line, self._bars, gap=8)
        self.setLayout(self._lines)
        self._is_low = False
        self.show_low(False)

    def show_low(self, low: bool) -> None:
        """Stand above the question; or below the answers, where the bar on top says the rest."""
        self._is_low = low
        for words in (self._place, self._number):
            words.setVisible(not low)
        self._lines.setContentsMargins(*map(px, (0, 8, 0, 0) if low else (28, 12, 28, 6)))

    def show_folded(self, *, rooms: bool, plan: bool) -> None:
        """Offer the map, and the plan, where they do not stand beside the card."""
        self.rooms.setVisible(rooms and not self._is_low)
        self.plan.setVisible(plan and not self._is_low)

    def show_steps(self, count: int) -> None:
        """Say how many steps the plan has so far."""
        self.plan.set_words(*plan_words(count))

    def show_place(self, place: str, number: int, states: Sequence[str]) -> str:
        """Show the place and its check ``number``, from 0; return "Check 1 of 9"."""
        counted = _("Check {n} of {total}").format(n=number + 1, total=len(states))
        self._place.setText(place)
        self._number.setText(counted)
        self._bars.show_states(states, number, counted)
        return counted


def plan_words(count: int) -> tuple[str, str]:
    """Return the words of the button that leads to the plan, and what is read out for it."""
    spoken = ngettext("Plan so far: {n} step. Open it.", "Plan so far: {n} steps. Open it.", count)
    return _("Plan {n}").format(n=count), spoken.format(n=count)
