"""All papers to choose from: those of the case, and the handouts for everybody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.handouts import load_handouts
from falls_app.export import HANDOUT, PAPERS
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.paper_choice import PaperChoice

ICONS = {
    "person-sheet": "person", "fridge": "note", "family": "people", "doctor": "steth",
    "pharmacist": "pills", "help-now": "phone", "ot-report": "clipboard",
    "ot-report-copy": "clipboard",
}  # fmt: skip
"""The sign of each paper; others wear a sheet."""


def about_words(kind: str) -> str:
    """Return a line about a paper."""
    lines = {
        "person-sheet": _("Own words, own choices, large"),
        "fridge": _("Five things and whom to call"),
        "family": _("With a page for the fridge"),
        "help-now": _("Whom to call, where to go"),
        "ot-report": _("For the record and the doctor"),
        "ot-report-copy": _("Without the page for staff"),
    }
    return lines.get(kind, _("To take along"))


def is_paper(kind: str) -> bool:
    """Return whether there is a paper or handout of this kind."""
    known = {f"{HANDOUT}{each.id}" for each in load_handouts()}
    return kind in known | {each.id for each in PAPERS}


def paper_title(kind: str) -> str:
    """Return what a paper or handout is called, in the user's language."""
    titles = {each.id: each.title for each in PAPERS}
    titles |= {f"{HANDOUT}{each.id}": each.title for each in load_handouts()}
    return content(titles[kind])


class PaperList(QWidget):
    """The papers, one below the other, with a list of the handouts under the last.

    Signals:
        chosen(str): the kind of paper that was asked for.
    """

    chosen = Signal(str)

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
        self.setLayout(column(*self.choices, self._handouts, self._which, gap=8))

    def show_kind(self, kind: str) -> None:
        """Show which paper is chosen."""
        is_handout = kind.startswith(HANDOUT)
        for choice in self.choices:
            choice.setChecked(choice.kind == kind)
        self._handouts.setChecked(is_handout)
        self._which.setVisible(is_handout)
        if is_handout:
            self._which.show_value(kind)

    def show_for_work(self, is_professional: bool) -> None:
        """Offer the papers that are for work only, or leave them out."""
        for_work = {each.id for each in PAPERS if each.for_work}
        for choice in self.choices:
            choice.setVisible(is_professional or choice.kind not in for_work)

    def _on_choice(self) -> None:
        choice = self.sender()
        if isinstance(choice, PaperChoice):
            kind = self._which.value if choice is self._handouts else choice.kind
            self.chosen.emit(kind)

    def _on_which(self) -> None:
        self.chosen.emit(self._which.value)
