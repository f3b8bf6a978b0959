"""Traits that the answers suggest: somebody says whether it is so, and only then it counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.profile import load_traits
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class TraitCards(QWidget):
    """One card for each trait to confirm; hidden without any.

    Signals:
        confirmed(str), declined(str): yes or no to a trait, by its id.
    """

    confirmed = Signal(str)
    declined = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[str] = ()
        self._list = Even(narrowest=380, most=3)
        self.setLayout(self._list)
        self.hide()

    def show_traits(self, traits: Sequence[str], *, you: bool) -> None:
        """Show these traits; ``you`` speaks to the person."""
        self.setVisible(bool(traits))
        if traits != self._shown:
            self._shown = traits
            clear(self._list)
            for trait in traits:
                self._list.addWidget(self._card(trait, you=you))

    def _card(self, trait: str, *, you: bool) -> Card:
        known = load_traits()[trait]
        name = content((you and known.chip_you) or known.chip)
        title = Words(_("This may change the plan: **{trait}**").format(trait=name), 19)
        yes = Button(
            _("Yes, that is so"), "primary", icon="check", height=44, size=17,
            name=_("Yes, that is so: {trait}").format(trait=name),
        )  # fmt: skip
        no = Button(_("No"), height=44, size=17, name=_("No: {trait}").format(trait=name))
        for button, slot in ((yes, self._on_yes), (no, self._on_no)):
            button.setProperty("trait", trait)
            button.clicked.connect(slot)
        buttons = QWidget()
        buttons.setLayout(Flow(yes, no, gap=8))
        words = column(title, Words(content(known.explain), 16, 400, "ink2"), buttons, None, gap=6)
        line = row(gap=14, margins=(18, 14, 18, 18))
        line.addLayout(column(2, Icon("bulb", 24, "primary"), None, gap=0))
        line.addLayout(words, 1)
        return Card(line, stripe="primary")

    def _on_yes(self) -> None:
        self.confirmed.emit(str(self.sender().property("trait")))

    def _on_no(self) -> None:
        self.declined.emit(str(self.sender().property("trait")))
