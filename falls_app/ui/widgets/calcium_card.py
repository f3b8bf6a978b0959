"""The sum of calcium from food, the goal beside it, and foods that close the gap."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.screening import load_foods, load_goals
from falls_app.domain.screening.calcium import (
    Swap,
    calcium_gap,
    calcium_per_day,
    closing_swaps,
)
from falls_app.i18n import _, content
from falls_app.sizes import whole_words
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, Divider, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.food_parts import AmountBar
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words


class CalciumCard(Card):
    """What food brings a day in words and as a bar. It names foods, never tablets.

    Signals:
        sex_told(str): "female" or "male", on which the goal may hang.
        age_asked(): the user wants to tell the age.
    """

    sex_told = Signal(str)
    age_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table, self._goals = load_foods(), load_goals()
        self._sum, self._bar = Words("", 34, serif=True), AmountBar()
        self._goal, self._gap = Words("", 18, 600), Words("", 17)
        self._hangs = self._asking()
        self._rule = Divider()
        self._lead = Words("", 17, 600)
        self._swaps = column(gap=8)
        self._small = Words(self._small_print(), 15, 400, "ink2")
        head = row(
            Icon("milk", 24, "primary"),
            (Words(_("Calcium a day, in mg"), 22, serif=True), 1),
            gap=10,
        )
        self.setLayout(
            column(
                head, self._sum, self._bar, self._goal, self._gap, self._hangs, self._rule,
                self._lead, self._swaps, self._small, None, gap=8, margins=(20, 16, 20, 22),
            )
        )  # fmt: skip

    def _asking(self) -> QWidget:
        """Return what asks for age and for woman or man, where the goal hangs on them."""
        self._sex = ChipRow()
        self._sex.chosen.connect(self.sex_told)
        self._age = Button(_("Tell the age"), "secondary", height=44, size=16)
        self._age.clicked.connect(self.age_asked)
        holder = QWidget()
        holder.setLayout(column(self._sex, row(self._age, None), gap=8))
        return holder

    def _small_print(self) -> str:
        others = _("{n} a day for other foods is counted in.").format(n=self._table.other_foods)
        return " ".join([others, content(self._table.rough), content(self._table.tablets)])

    @property
    def spoken(self) -> str:
        """The sum and how it stands, for screen readers."""
        return f"{self._sum.text()}. {self._gap.text()}".strip()

    @property
    def brief(self) -> str:
        """The sum and the goal in a line."""
        return _("Calcium a day: {n}. {goal}").format(n=self._sum.text(), goal=self._goal.text())

    def show_week(self, session: Session, servings: Mapping[str, float]) -> None:
        """Show what these servings of a usual week bring a day."""
        region, person = session.region, session.case.person
        goal = region.calcium.goal(person.sex, person.age)
        amount = goal.amount if goal else 0
        day = calcium_per_day(servings, self._table, region.sizes_like)
        gap = calcium_gap(day, amount) if servings else 0
        self._show_sum(session, day, amount, counted=bool(servings))
        self._show_goal(session, amount)
        self._gap.setText(self._gap_words(session, gap, amount) if servings else "")
        self._gap.setVisible(bool(self._gap.text()))
        self._show_swaps(session, servings, gap)

    def _show_sum(self, session: Session, day: int, amount: int, *, counted: bool) -> None:
        words = whole_words(day, session.region)
        self._sum.setText(_("About {n}").format(n=words) if counted else _("Nothing filled in yet"))
        self._bar.setVisible(counted and amount > 0)
        if counted and amount:
            name = _("About {n} of {goal}").format(
                n=words, goal=whole_words(amount, session.region)
            )
            self._bar.show_part(day / amount, "ok" if day >= amount else "some", name)

    def _show_goal(self, session: Session, amount: int) -> None:
        region, person = session.region, session.case.person
        hangs = not amount and bool(region.calcium.women)
        if amount:
            words = _("The goal for this age here: {n}")
            self._goal.setText(words.format(n=whole_words(amount, region)))
        elif hangs:
            self._goal.setText(_("The goal here hangs on age, and on being a woman or a man."))
        else:
            self._goal.setText(content(self._goals.calcium_unknown))
        self._hangs.setVisible(hangs)
        self._sex.show_choices({"female": _("Woman"), "male": _("Man")}, person.sex)
        self._age.setVisible(person.age is None)

    def _gap_words(self, session: Session, gap: int, amount: int) -> str:
        if gap:
            return _("About {n} more a day would reach it. Food comes first.").format(
                n=whole_words(gap, session.region)
            )
        if not amount:
            return ""
        enough, more = self._goals.calcium_enough, self._goals.calcium_more
        return f"{content(enough)} {content(more)}"

    def _show_swaps(self, session: Session, servings: Mapping[str, float], gap: int) -> None:
        found = closing_swaps(servings, self._table, gap, session.region.sizes_like)
        self._lead.setText(
            _("All of these together would do it:") if found.together
            else _("One more of these a day would do it:")
        )  # fmt: skip
        for each in (self._rule, self._lead):
            each.setVisible(bool(found.swaps))
        clear(self._swaps)
        for swap in found.swaps:
            self._swaps.addLayout(
                row(Icon("plus", 18, "primary", 2.4), (self._swap(session, swap), 1), gap=9)
            )

    @staticmethod
    def _swap(session: Session, swap: Swap) -> Words:
        size = swap.food.uk if session.region.sizes_like == "uk" else swap.food.us
        words = _("**{food}**, {size} a day: about {n} more").format(
            food=content(swap.food.name), size=content(size), n=swap.mg
        )
        return Words(words, 16)
