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
        self.show_inside(False)

    def show_inside(self, inside: bool) -> None:
        """Scroll with the question, or stand above it with room of its own."""
        edges = (0, 0, 0, 0) if inside else (28, 12, 28, 6)
        self._lines.setContentsMargins(*map(px, edges))

    def show_folded(self, *, rooms: bool, plan: bool) -> None:
        """Offer the map, and the plan, where they do not stand beside the card."""
        self.rooms.setVisible(rooms)
        self.plan.setVisible(plan)

    def show_steps(self, count: int) -> None:
        """Say how many steps the plan has so far."""
        words = ngettext("Plan so far: {n} step. Open it.", "Plan so far: {n} steps. Open it.",
                         count)  # fmt: skip
        self.plan.set_words(_("Plan {n}").format(n=count), words)

    def show_place(self, place: str, number: int, states: Sequence[str]) -> str:
        """Show the place and its check ``number``, from 0; return "Check 1 of 9"."""
        counted = _("Check {n} of {total}").format(n=number + 1, total=len(states))
        self._place.setText(place)
        self._number.setText(counted)
        self._bars.show_states(states, number, counted)
        return counted
