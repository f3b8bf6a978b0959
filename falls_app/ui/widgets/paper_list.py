"""All papers to choose from: those of the case, and the handouts for everybody."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.handouts import load_handouts
from falls_app.export import HANDOUT, PAPERS
from falls_app.i18n import _, content
from falls_app.ui.print_choice import paper_title
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.paper_choice import PaperChoice

ICONS = {
    "person-sheet": "person", "fridge": "note", "family": "people", "doctor": "steth",
    "pharmacist": "pills", "help-now": "phone", "ot-report": "clipboard",
    "ot-report-copy": "clipboard", "work-order": "wrench", "work-order-exact": "ruler",
    "shopping-list": "list", "visit-sheet": "list",
}  # fmt: skip
"""The sign of each paper; others wear a sheet."""


def about_words(kind: str) -> str:
    """Return a line about a paper."""
    lines = {
        "person-sheet": _("Own words and choices"),
        "fridge": _("Five things to start with"),
        "family": _("With a page for the fridge"),
        "work-order": _("For who fits and mends"),
        "work-order-exact": _("With sizes to work to"),
        "shopping-list": _("By shop, with sizes"),
        "help-now": _("Whom to call, where to go"),
        "visit-sheet": _("To fill in on the way"),
        "ot-report": _("For the record and the doctor"),
        "ot-report-copy": _("Without the page for staff"),
    }
    return lines.get(kind, _("To take along"))


class PaperList(QWidget):
    """The papers, one below the other, with a list of the handouts under the last.

    One of them is chosen, or several at once after "Several in one file" was ticked.

    Signals:
        chosen(str): the kind of paper that was asked for; of several, added or taken away.
        handout_chosen(str): the kind of the handout that was asked for, in the place of another.
        several_asked(bool): several in one file are wanted, or one again.
    """

    chosen = Signal(str)
    handout_chosen = Signal(str)
    several_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.choices = [
            PaperChoice(
                each.id,
                paper_title(each.id),
                ICONS.get(each.id, "note"),
                about_words(each.id),
            )
            for each in PAPERS
        ]
        self._several = CheckBox(_("Several in one file"))
        self._several.clicked.connect(self._on_several)
        about = _("One page, large print")
        self._handouts = PaperChoice(HANDOUT, _("Handouts"), "book", about)
        for choice in (*self.choices, self._handouts):
            choice.clicked.connect(self._on_choice)
        pairs = [(content(each.title), f"{HANDOUT}{each.id}") for each in load_handouts()]
        self._which = Choices(pairs, name=_("Which handout"))
        self._which.setSizeAdjustPolicy(
            Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._which.setMinimumContentsLength(12)
        self._which.activated.connect(self._on_which)
        self.setLayout(column(self._several, *self.choices, self._handouts, self._which, gap=8))

    @property
    def handout(self) -> str:
        """The kind of the handout that the list stands at."""
        return str(self._which.value)

    @property
    def chosen_one(self) -> QWidget:
        """The first paper that is chosen, to bring it into sight."""
        return next((each for each in self.choices if each.isChecked()), self._handouts)

    def show_kinds(self, kinds: Sequence[str], *, several: bool) -> None:
        """Show which papers are chosen, and whether several can be."""
        self._several.setChecked(several)
        handouts = [kind for kind in kinds if kind.startswith(HANDOUT)]
        for choice in self.choices:
            choice.setChecked(choice.kind in kinds)
        self._handouts.setChecked(bool(handouts))
        self._which.setVisible(bool(handouts))
        if handouts:
            self._which.show_value(handouts[-1])

    def _on_several(self) -> None:
        self.several_asked.emit(self._several.isChecked())

    def show_for_work(self, is_professional: bool) -> None:
        """Offer the papers that are for work only, or leave them out."""
        for_work = {each.id for each in PAPERS if each.for_work}
        for choice in self.choices:
            choice.setVisible(is_professional or choice.kind not in for_work)

    def _on_choice(self) -> None:
        choice = self.sender()
        if isinstance(choice, PaperChoice):
            self.chosen.emit(self.handout if choice is self._handouts else choice.kind)

    def _on_which(self) -> None:
        self.handout_chosen.emit(self.handout)
