"""Does the verbs of the plan with the step at hand: the open one, else the card last gone to."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from falls_app.domain.assessment import Decision
from falls_app.domain.board import is_arranged
from falls_app.domain.step import Column, Step
from falls_app.i18n import _
from falls_app.ui.plan_verbs import plan_verbs
from falls_app.ui.session import Session
from falls_app.ui.verbs import Verb
from falls_app.ui.words import column_words


class BoardPage(Protocol):
    """What the hand needs of the page."""

    session: Session

    @property
    def key_at_hand(self) -> str:
        """The key of the step at hand, "" if there is none."""

    @property
    def people(self) -> Mapping[str, str]:
        """Whose steps can be shown alone, each with its words."""

    @property
    def person(self) -> str:
        """Whose steps are shown."""

    def shown_in(self, column: Column) -> Sequence[str]:
        """Return the keys of the cards of a column, from the top."""

    def show_details(self, key: str, part: str = "") -> None:
        """Open a step, with the keyboard at a part of it."""

    def turn_done(self, key: str) -> None:
        """Mark a step done, or open it again."""

    def show_steps_of(self, who: str) -> None:
        """Show the steps of one person, or of all."""

    def write_own(self) -> None:
        """Go to the line in which a step is written."""

    def open_shopping(self) -> None:
        """Show the shopping list."""

    def went(self, key: str, words: str) -> None:
        """Keep a card that was moved in sight, and say where it went."""


class PlanHand:
    """What can be done with the step at hand. Everything can be undone."""

    def __init__(self, page: BoardPage) -> None:
        self._page, self.session = page, page.session

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """The verbs of the plan, as far as they can be done now."""
        arranged = self.session.is_open and is_arranged(self.session.case)
        return plan_verbs(self, is_arranged=arranged)

    def do_key(self, keys: str) -> None:
        """Do the verb of this key, if that is possible now."""
        for verb in self.verbs:
            if keys in verb.keys and verb.is_possible:
                verb.do()
                return

    @property
    def at_hand(self) -> Step | None:
        """The step that is open, else the one whose card has or had the keyboard."""
        return self.session.view.plan.step(self._page.key_at_hand)

    @property
    def people(self) -> Mapping[str, str]:
        """Whose steps can be shown alone, each with its words."""
        return self._page.people

    def open_step(self) -> None:
        """Show the details of the step at hand."""
        self._page.show_details(self._page.key_at_hand)

    def open_part(self, part: str) -> None:
        """Show a part of its details, with the keyboard there."""
        self._page.show_details(self._page.key_at_hand, part)

    def turn_done(self) -> None:
        """Mark it done, or open it again."""
        self._page.turn_done(self._page.key_at_hand)

    def shift(self, by: int) -> None:
        """Move it past the next card that is shown above or below it."""
        step = self.at_hand
        if step is None:
            return
        shown = list(self._page.shown_in(step.column))
        everything = [each.key for each in self.session.board_of(step.column)]
        if step.key not in shown:
            return
        other = shown[min(max(shown.index(step.key) + by, 0), len(shown) - 1)]
        self.session.shift_step(step, everything.index(other) - everything.index(step.key))
        place = self._page.shown_in(step.column).index(step.key) + 1
        told = _("{n} of {all} now").format(n=place, all=len(shown))
        self._page.went(step.key, told)

    def move_to(self, column: Column) -> None:
        """Move it to another column."""
        if (step := self.at_hand) is not None:
            self.session.move_step(step, column)
            told = _("Moved to: {column}").format(column=column_words(column))
            self._page.went(step.key, told)

    def decide(self, decision: Decision) -> None:
        """Record what the person says about it; the same again takes it back."""
        if (step := self.at_hand) is not None:
            words = step.choice.words if step.choice else ""
            self.session.decide(step, None if decision is step.decision else decision, words)

    def remove_own(self) -> None:
        """Take a step that somebody wrote out of the plan."""
        if (step := self.at_hand) is not None and step.own is not None:
            self.session.remove_own_step(step)

    def write_own(self) -> None:
        """Go to the line in which a step is written."""
        self._page.write_own()

    def open_shopping(self) -> None:
        """Show the shopping list."""
        self._page.open_shopping()

    def show_next_person(self) -> None:
        """Show the steps of the next person alone, after the last those of all."""
        everybody = list(self.people)
        at = everybody.index(self._page.person)
        self._page.show_steps_of(everybody[(at + 1) % len(everybody)])

    def show_steps_of(self, who: str) -> None:
        """Show the steps of one person, or of all."""
        self._page.show_steps_of(who)

    def put_back(self) -> None:
        """Arrange the board as the plan has it."""
        self.session.put_steps_back()
