"""Steps that the family writes itself: a line to add one, and what only these let be changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.step import Step
from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words
from falls_app.words import price_words

NOT_KNOWN = ""
LONGEST = 120
"""Letters of a step that somebody writes: as much as a card shows well."""


class AddStep(Card):
    """A line in which somebody writes a step of their own.

    Signals:
        added(str): a step was written, in these words.
    """

    added = Signal(str)

    def __init__(self) -> None:
        self.line = LineField(
            name=_("A step of your own"), hint=_("Ask Ben about the gate"), longest=LONGEST
        )
        self.button = Button(_("Add step"), "soft", icon="plus", height=48)
        title = Words(_("A step of your own"), 18, 700)
        line = beside((self.line, 1), self.button, gap=12, least=360)
        super().__init__(
            column(
                title,
                line,
                gap=8,
                margins=(20, 14, 16, 16),
            ),
            lifted=False,
        )
        self.button.clicked.connect(self._on_add)
        self.line.returnPressed.connect(self._on_add)

    def _on_add(self) -> None:
        words = " ".join(self.line.text().split())
        if words:
            self.line.clear()
            self.added.emit(words)
        else:
            self.line.setFocus()
            bring_into_sight(self)


class OwnStepFields(QWidget):
    """Words and cost of a step that somebody wrote, and a way to take it out again.

    Signals:
        removed(): it was taken out.
    """

    removed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._step: Step | None = None
        self._words = LineField(name=_("What to do"), longest=LONGEST)
        self._words.written.connect(self._on_words)
        self._cost = ChipRow()
        self._cost.chosen.connect(self._on_cost)
        self._remove = Button(_("Take this step out"), "quiet", icon="trash", height=44, size=16)
        self._remove.clicked.connect(self._on_remove)
        self.setLayout(
            column(
                Words(_("What to do"), 16, 700, "ink2"),
                self._words,
                4,
                Words(_("What it costs"), 16, 700, "ink2"),
                self._cost,
                row(self._remove, None),
                gap=8,
            )  # fmt: skip
        )

    def settle(self) -> None:
        """Save what is being written now."""
        self._words.settle()

    def show_step(self, step: Step) -> None:
        """Show a step that somebody wrote; hidden for any other."""
        self._step = step if step.own else None
        self.setVisible(step.own is not None)
        if step.own is None:
            return
        self._words.show_text(step.own.text)
        prices = {str(cost): price_words(self._session.region, cost) for cost in range(4)}
        chosen = NOT_KNOWN if step.own.cost is None else str(step.own.cost)
        self._cost.show_choices(
            {**prices, NOT_KNOWN: _("Not known")}, chosen, name=_("Cost: {words}")
        )

    def chain(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self._words, *self._cost.chips, self._remove]

    def _on_words(self, words: str) -> None:
        if self._step is not None and words.strip():
            self._session.change_own_step(self._step, text=words.strip())

    def _on_cost(self, cost: str) -> None:
        if self._step is not None:
            self._session.change_own_step(self._step, cost=None if cost == NOT_KNOWN else int(cost))

    def _on_remove(self) -> None:
        if self._step is not None:
            self._words.settle()
            self._session.remove_own_step(self._step)
            self.removed.emit()
