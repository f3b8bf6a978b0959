"""What stands around the board of the plan: its head, its keys, and what was turned down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from falls_app.domain.step import Step
from falls_app.i18n import _, ngettext
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon, ScoreBar
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import day_of
from falls_app.words import decision_names, plan_title, quoted


class PlanTitle(QWidget):
    """How many steps the plan has and how many are done; ``title`` says whose plan it is."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Words("", 36, serif=True)
        self._count = Words("", 18, 400, "ink2", wraps=False)
        self._bar = ScoreBar(0, "ok", "")
        self._bar.setFixedWidth(px(180))
        self.setLayout(row(self._count, self._bar, None, gap=20))

    def refresh(self, session: Session) -> None:
        """Show the plan as it is now."""
        plan = session.view.plan
        steps = [step for step in plan.steps if not step.is_declined]
        done = sum(step.is_done for step in steps)
        self.title.setText(plan_title(session.case.person))
        number = ngettext("{n} step", "{n} steps", len(steps))
        some = _("**{steps}**, {done} done") if done else "**{steps}**"
        self._count.setText(some.format(steps=number, done=done))
        name = _("{done} of {steps} done").format(done=done, steps=number)
        self._bar.show_value(100 * done / max(1, len(steps)), "ok", name)
        self._bar.setVisible(bool(done))
        self._count.setVisible(bool(steps))


class DeclinedSteps(Card):
    """What the person turned down, with the day, and a way back.

    Signals:
        taken_back(str): a step is wanted after all, by its key.
    """

    taken_back = Signal(str)

    def __init__(self) -> None:
        self._title = Words("", 22, serif=True)
        self._rows = column(gap=4)
        self._shown: object = None
        self.buttons: list[Button] = []
        about = Words(_("Fine as it is. Any of these can come back."), 16, 400, "ink2")
        super().__init__(
            column(self._title, about, self._rows, gap=6, margins=(22, 16, 16, 16)),
            lifted=False,
        )
        self.hide()

    def refresh(self, session: Session, steps: Sequence[Step]) -> None:
        """Show these steps; hidden if there are none."""
        self._title.setText(session.about(_("{Names} choice")))
        shown = tuple((step.key, step.choice) for step in steps)
        if shown != self._shown:
            self._shown = shown
            clear(self._rows)
            self.buttons = []
            for step in steps:
                self._rows.addLayout(self._row(session, step))
        self.setVisible(bool(steps))

    def _row(self, session: Session, step: Step) -> QHBoxLayout:
        title = session.say(step.short)
        choice = step.choice
        facts = [decision_names(session.about)[step.decision]] if step.decision else []
        if choice:
            facts += [day_of(session, choice.decided_on), quoted(choice.words)]
        back = Button(_("Take back"), "quiet", icon="undo", height=44, size=16,
                      name=_("Take back: {step}").format(step=title))  # fmt: skip
        back.setProperty("key", step.key)
        back.clicked.connect(self._on_back)
        self.buttons.append(back)
        words = column(
            Words(title, 18, 500),
            Words(" · ".join(fact for fact in facts if fact), 16, 400, "ink2"),
            gap=0,
        )
        line = row(gap=12)
        line.addWidget(Icon("heart", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(back)
        return line

    def _on_back(self) -> None:
        self.taken_back.emit(str(self.sender().property("key")))


class BoardKeys(QWidget):
    """Says which keys go through the board."""

    def __init__(self) -> None:
        super().__init__()
        words = Words(
            _(
                "Arrow keys go from step to step. Enter opens one, Space marks it done. "
                "Ctrl and the arrow keys move it."
            ),
            16,
            token="ink2",
        )
        self.setLayout(row(Icon("keyboard", 20), (words, 1), gap=10))
