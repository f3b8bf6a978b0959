"""What stands before the board of the plan: help for today, what to look at, nothing to fix."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.overview import WHOLE
from falls_app.i18n import _, ngettext
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Shape
from falls_app.ui.widgets.result_notes import HelpToday
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import day_of


class FirstLook(Card):
    """Says which weighty checks nobody has answered yet, and leads to the first.

    Signals:
        pressed(): the first of them was asked for.
    """

    pressed = Signal()
    MOST = 3

    def __init__(self) -> None:
        self._words = Words("", 17)
        self.button = Button(_("Look now"), "soft", after="arrow-right", height=44, size=17)
        layout = row(Shape("unsure", 26), gap=14, margins=(18, 12, 14, 12))
        layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.button)
        super().__init__(layout, lifted=False)
        self.button.clicked.connect(self.pressed)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        """Show the first of these names; hidden if there are none."""
        self.setVisible(bool(names))
        self._words.setText(look_first_words(names))


def look_first_words(names: Sequence[str]) -> str:
    """Return the sentence that asks to look at these first, "" for none."""
    if not names:
        return ""
    listed = " · ".join(names[: FirstLook.MOST])
    rest = len(names) - FirstLook.MOST
    more = " " + ngettext("and {n} more", "and {n} more", rest) if rest > 0 else ""
    return _("**Look at these first:** {names}").format(names=listed + more)


class EmptyPlan(Card):
    """Stands in for the board while there is nothing to fix.

    Signals:
        pressed(): the rooms were asked for.
    """

    pressed = Signal()

    def __init__(self) -> None:
        self._title = Words(_("Nothing to fix so far"), 28, serif=True)
        self._words = Words("", 19, 400, "ink2")
        self._first = Words("", 18)
        self.button = Button("", "primary", after="arrow-right", height=52)
        words = column(
            None, self._title, self._words, self._first, 8, row(self.button, None), None, gap=10
        )
        self._sign = Shape("ok", 64)
        layout = row(gap=28, margins=(36, 40, 36, 44))
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        super().__init__(layout, radius=20)
        self.button.clicked.connect(self.pressed)

    def show_state(self, first: Sequence[str], again: str) -> None:
        """Show what to do: look at the checks called ``first``, or look again on a day."""
        self._first.setText(look_first_words(first))
        self._first.setVisible(bool(first))
        self._sign.show_state("unsure" if first else "ok")
        if first:
            self._words.setText(_("Walk through the rooms. What is worth a fix comes here."))
        else:
            self._words.setText(_("Nothing is left to do now. Look again on {day}, or after a "
                                  "fall or a new medicine.").format(day=again))  # fmt: skip
        self.button.set_words(_("Go to the rooms") if first else _("See the rooms"))


class PlanNotes(QWidget):
    """The cards before the board, each only where it has something to say.

    Signals:
        help_asked(), look_asked(): what to do now, or the rooms, were asked for.
    """

    help_asked = Signal()
    look_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._help, self._first, self._empty = HelpToday(), FirstLook(), EmptyPlan()
        self._help.pressed.connect(self.help_asked)
        self._first.pressed.connect(self.look_asked)
        self._empty.pressed.connect(self.look_asked)
        self._cards = (self._help, self._first, self._empty)
        self.setLayout(column(*self._cards, gap=16))

    def refresh(self, session: Session) -> None:
        """Show what there is to say of the plan as it is now."""
        plan = session.view.plan
        self._help.show_case(session)
        names = [session.say(check.short) for check in plan.look_first]
        is_empty = all(step.is_declined for step in plan.steps)
        self._first.show_names([] if is_empty else names)
        self._empty.setVisible(is_empty)
        again = plan.look_again_on().isoformat() if plan.walked_on else ""
        self._empty.show_state(names, day_of(session, again))
        self.setVisible(not all(card.isHidden() for card in self._cards))

    @property
    def to_rooms(self) -> Button:
        """Leads to the rooms from a plan without steps."""
        return self._empty.button

    @property
    def controls(self) -> list[QWidget]:
        """What takes the keyboard, as the eye goes."""
        return [card.button for card in self._cards]


def first_look_at(session: Session) -> str:
    """Return the page of the first weighty check that nobody has answered, else of the walk."""
    for each in session.view.score.places:
        if each.check.is_critical and not each.is_known:
            place = each.room.id if each.room else WHOLE
            return f"walk:{place}:{each.check.id}"
    return "walk"
