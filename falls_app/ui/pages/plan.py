"""The plan: what to do today, this month, and with help; who does it and what was decided."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.plan import Plan
from falls_app.domain.step import Column
from falls_app.i18n import _
from falls_app.ui.after_desk import AfterDesk
from falls_app.ui.incoming import Source
from falls_app.ui.pages.page import Page
from falls_app.ui.pages.step_details import WIDTH, StepDetails
from falls_app.ui.plan_hand import PlanHand
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.boxes import NO_LIMIT, Scroll, column, row
from falls_app.ui.widgets.own_step import AddStep
from falls_app.ui.widgets.plan_board import BoardCard
from falls_app.ui.widgets.plan_head import BoardKeys, DeclinedSteps
from falls_app.ui.widgets.plan_notes import PlanNotes, first_look_at
from falls_app.ui.widgets.plan_top import PlanTop, people_of
from falls_app.ui.widgets.step_board import EVERYONE, StepBoard
from falls_app.ui.widgets.step_parts import tab_order
from falls_app.words import plan_title

BESIDE_FROM, COLUMNS_FROM = 1280, 820
"""Effective widths from which details stand beside the board, and columns side by side."""


class PlanPage(Page):
    """The board of steps, and the details of the one that is open."""

    stage = "plan"

    def title(self) -> str:
        """Return the name of the page."""
        return plan_title(self.session.case.person)

    def build(self) -> None:
        """Make head, board and details."""
        self._open = ""
        self._hand = PlanHand(self)
        self._filter, self._case = EVERYONE, ""
        self._order: list[QWidget] = []
        self._top = PlanTop(self.session)
        self._top.chosen.connect(self.show_steps_of)
        self._top.print_asked.connect(self._on_print)
        self._top.shopping_asked.connect(self.open_shopping)
        self._top.told.connect(self.told)
        self._notes = PlanNotes()
        self._notes.help_asked.connect(self._on_help)
        self._notes.look_asked.connect(self._on_look_first)
        self._add = AddStep()
        self._add.added.connect(self._on_added)
        self._declined = DeclinedSteps()
        self._declined.taken_back.connect(self._on_taken_back)
        self._board = StepBoard(self.session)
        self._board.opened.connect(self.show_details)
        self._board.ticked.connect(self.turn_done)
        self._board.asked.connect(self._hand.do_key)
        self._board.reached.connect(self._on_reached)
        self._keys = BoardKeys()
        body = QWidget()
        body.setLayout(
            column(
                self._top, self._notes, self._board, self._add, self._declined, self._keys, None,
                gap=16, margins=(32, 20, 32, 20),
            )
        )  # fmt: skip
        self._scroll = Scroll(body)
        self._build_details()
        self.setLayout(row((self._scroll, 1), self._details, gap=0))

    def _build_details(self) -> None:
        self._details = StepDetails(self.session)
        self._details.left.connect(self._on_left)
        self._details.photos_asked.connect(self._on_photos)
        self._details.shifted.connect(self._hand.shift)
        self._details.placed.connect(self._hand.move_to)
        self._desk = AfterDesk(self, self.session)
        self._desk.told.connect(self.told)
        self._desk.announced.connect(self.announced)
        self._details.hide()

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the plan as it is now."""
        if self.session.case.id != self._case:
            self._begin_again()
        plan = self.session.view.plan
        people = self.people
        if self._filter not in people:
            self._filter = EVERYONE
        self._top.refresh(people, self._filter)
        self._board.show_steps(self._filter, self._open)
        self._keys.setVisible(not self._board.isHidden())
        self._notes.refresh(self.session)
        self._declined.refresh(self.session, plan.declined)
        self._show_details(plan)
        self._desk.refresh_for(plan.step(self._open))
        self._keep_tab_order()

    def _begin_again(self) -> None:
        """Forget what was open and chosen in the plan of another home."""
        self._case, self._filter = self.session.case.id, EVERYONE
        self._open = self._board.at = ""
        self._top.begin_again()

    def _show_details(self, plan: Plan) -> None:
        step = plan.step(self._open)
        if step is None:
            self._open = ""
        else:
            self._details.show_step(step)
        self._fit()

    def _fit(self) -> None:
        """Give board and details the room there is: side by side, or one at a time."""
        width = at_full_size(self.width())
        beside = width >= BESIDE_FROM
        if beside:
            self._details.setFixedWidth(px(WIDTH))
        else:
            self._details.setMinimumWidth(0)
            self._details.setMaximumWidth(NO_LIMIT)
        self._details.setVisible(bool(self._open))
        self._scroll.setVisible(beside or not self._open)
        self._top.show_beside(beside and not self._open)
        self._board.show_beside(width >= COLUMNS_FROM)

    def _keep_tab_order(self) -> None:
        """Tab goes as the eye goes: head, columns from left to right, foot, details."""
        controls = self._top.controls
        controls += self._notes.controls
        for card in self._board.cards:
            controls += [card, card.done]
        controls += [self._add.line, self._add.button, *self._declined.buttons]
        controls += self._details.chain()
        if controls != self._order:
            self._order = controls
            tab_order(controls)

    def panes(self) -> list[QWidget]:
        """Return the first control of the head, of the board and of the details."""
        return [*self._top.people[:1], *self._board.cards[:1], self._details.back]

    def where(self) -> str:
        """Return the open step, to come back to it."""
        return self._open

    def open_at(self, where: str) -> None:
        """Open the step of this key."""
        self._begin_again()
        self._open = where

    def first_focus(self) -> QWidget | None:
        """Return the first step, or what leads to the rooms."""
        if self._open:
            return self._details.back
        cards = self._board.cards
        return cards[0] if cards else self._notes.to_rooms

    # ------------------------------------------------------------------ for its verbs

    def verbs(self) -> tuple[Verb, ...]:
        """Return what can be done with the step at hand, and on the board."""
        return self._hand.verbs

    @property
    def key_at_hand(self) -> str:
        """The key of the open step, else of the card last gone to; "" if there is none."""
        return self._open or self._board.at

    @property
    def people(self) -> Mapping[str, str]:
        """Whose steps can be shown alone, each with its words; all of them first."""
        return people_of(self.session)

    @property
    def person(self) -> str:
        """Whose steps are shown."""
        return self._filter

    def shown_in(self, column: Column) -> list[str]:
        """Return the keys of the cards of a column, from the top."""
        return [card.key for card in self._board.cards_in(column)]

    def show_steps_of(self, who: str) -> None:
        """Show the steps of one person, or of all."""
        self._filter = who
        self.refresh()

    def write_own(self) -> None:
        """Go to the line in which a step is written."""
        if self._scroll.isHidden():
            self._on_left()
        self._add.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self._add)

    def open_shopping(self) -> None:
        """Show the shopping list."""
        self.go("print:shopping-list")

    def went(self, key: str, words: str) -> None:
        """Keep a card that was moved in sight, and say where it went."""
        self.announced.emit(words)
        if not self._open:
            self._board.hold(key)

    # ------------------------------------------------------------------ what people do

    def show_details(self, key: str, part: str = "") -> None:
        """Open a step, with the keyboard at a part of it."""
        self._open = key
        self.refresh()
        self.moved.emit()
        self._details.focus_part(part)

    def _on_left(self) -> None:
        key, self._open = self._open, ""
        self.refresh()
        self.moved.emit()
        back_to = self._board.card(key) or self.first_focus()
        if back_to is not None:
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_done(self, key: str) -> None:
        """Mark a step done, or open it again."""
        step = self.session.view.plan.step(key)
        if step is None:
            return
        place = self._board.place_of(step)
        if step.is_done:
            self.session.mark_not_done(step)
            self._board.go_to(key)
            return
        self.session.mark_done(step)
        self._board.go_on(step, place)
        after = self.session.view.plan.step(key)
        if after is None or after.is_done:
            words = _("Done: {step}").format(step=self.session.say(step.short))
        else:
            words = _("Noted. The lasting fix stays in the plan.")
        self.told.emit(words, True)

    def _on_reached(self, card: BoardCard) -> None:
        self._scroll.ensureWidgetVisible(card)

    def _on_added(self, words: str) -> None:
        """Open the new step, to say who does it and by when."""
        self._open = self.session.add_own_step(words)
        self._filter = EVERYONE
        self.refresh()
        self.moved.emit()
        self._details.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_photos(self, sources: tuple[Source, ...] | None) -> None:
        self._desk.open_for(self.session.view.plan.step(self._open), sources)

    def _on_taken_back(self, key: str) -> None:
        if (step := self.session.view.plan.step(key)) is not None:
            self.session.decide(step, None)

    def _on_look_first(self) -> None:
        self.go(first_look_at(self.session))

    def _on_help(self) -> None:
        self.go("help-now")

    def _on_print(self) -> None:
        self.go("print")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Close the sheet when another page is shown; with the window it goes by itself."""
        if self.window().isVisible():
            self._desk.close()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


PAGE = PlanPage
