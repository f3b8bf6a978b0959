"""Movement, posture and habits: a yes leads to a tip, a step, and checks of the home."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_bone_items, load_movements
from falls_app.domain.overview import WHOLE
from falls_app.domain.screening.bone_items import BoneItem
from falls_app.domain.screening.movement import Movement
from falls_app.i18n import _, content
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.handout_links import HandoutLinks
from falls_app.ui.widgets.movement_cards import HabitCard, MovementCard, Spot
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import NOT_SURE, YES, Asking, answer_words

HANDOUTS = ("H6", "H8")


class MovementSection(Section):
    """Cards that ask, and cards about daily habits."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many movements were looked at."""
        items, all_of_them = session.case.bones.items, load_movements().by_id
        given = [items[each] for each in all_of_them if each in items]
        topic = _("Movement, posture and habits")
        if not given:
            said = session.about(_("How {name} move{s} and sit{s}."))
            return Face(topic, "walk", said, _("Not asked yet"), "none", _("Look at each one"))
        said = _("{n} of {total} looked at.").format(n=len(given), total=len(all_of_them))
        if YES in given:
            return Face(topic, "walk", said, _("Worth a look"), "some", _("See what helps"))
        if NOT_SURE in given:
            return Face(topic, "walk", said, _("Look again"), "unsure", _("See them all"))
        return Face(topic, "walk", said, _("Good"), "ok", _("See them all"))

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make a card for each movement, and one for each habit."""
        self._wanted: MovementCard | None = None
        known = load_movements()
        self._cards = [MovementCard(each) for each in known.movements]
        for card in self._cards:
            card.answered.connect(self._on_answered)
            card.went_on.connect(self._on_went_on)
            card.opened.connect(self.go)
        items = load_bone_items().by_id
        self._habits = {
            habit.id: HabitCard(habit, [items[each] for each in habit.covers])
            for habit in known.habits
        }
        for habit_card in self._habits.values():
            habit_card.opened.connect(self._on_item)
        cards, habits = QWidget(), QWidget()
        cards.setLayout(column(*self._cards, gap=10))
        habits.setLayout(Even(*self._habits.values(), narrowest=360, most=3))
        self.setLayout(
            column(
                Words(content(known.why), 18, 400, "ink2"),
                cards,
                Words(_("Daily habits"), 26, serif=True),
                habits,
                HandoutLinks(self.go, HANDOUTS),
                None,
                gap=12,
            )
        )

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show answers, steps and the way into the home as they are now."""
        items = self.session.case.bones.items
        for card in self._cards:
            answer = items.get(card.movement.id, "")
            is_yes = answer == YES
            card.show_asking(self._asking(card.movement, answer))
            card.show_spots(self._spots(card.movement) if is_yes else ())
        for habit in load_movements().habits:
            for each in habit.covers:
                self._show_habit(self._habits[habit.id], load_bone_items().by_id[each])

    def _asking(self, movement: Movement, answer: str) -> Asking:
        say = self.session.say
        leads: tuple[tuple[str, str], ...] = ()
        if answer == YES:
            leads = (("bulb", say(movement.tip)),)
            if step := self._step_words(movement):
                leads = (*leads, ("calendar", _("In the plan: **{step}**").format(step=step)))
        topic, question = say(movement.topic), say(movement.question)
        return Asking(question, answer, above=topic, leads=leads, token="primary")

    def _step_words(self, movement: Movement) -> str:
        """Return the step of the plan: the movement's own, or that of a check which settles it."""
        plan = self.session.view.plan
        found = (plan.step(key) for key in (movement.id, *movement.raises))
        step = next((each for each in found if each is not None), None)
        return self.session.say(step.short) if step else ""

    def _spots(self, movement: Movement) -> tuple[Spot, ...]:
        """Return the checks of the home that a yes makes worth a look, where they are asked."""
        view = self.session.view
        spots = []
        for check in movement.raises:
            places = [each for each in view.score.places if each.check.id == check]
            for each in places:
                place = each.room.id if each.room else WHOLE
                words = f"{view.place_name(place)}: {self.session.say(each.check.short)}"
                spots.append(Spot(words, f"walk:{place}:{check}"))
            if not places and (known := view.checklist.by_id.get(check)):
                spots.append(Spot(self.session.say(known.short), ""))
        return tuple(spots)

    def _show_habit(self, card: HabitCard, item: BoneItem) -> None:
        answer = answer_words().get(self.session.view.told.item(item), "")
        topic = self.session.say(item.topic)
        said = f"{self.session.say(item.question)} {answer}"
        card.show_said(
            item.id,
            said if answer else _("{topic}: not asked yet").format(topic=topic),
            (_("Change the answer: {topic}") if answer else _("Answer it: {topic}")).format(
                topic=topic
            ),
        )

    @override
    def open_at(self, where: str) -> None:
        """Let a movement have the keyboard next, by its id."""
        self._wanted = next((card for card in self._cards if card.movement.id == where), None)

    @override
    def first_focus(self) -> QWidget:
        """Return the movement that was asked for, else the first that has no answer yet."""
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            return wanted
        items = self.session.case.bones.items
        waiting = (card for card in self._cards if card.movement.id not in items)
        return next(waiting, self._cards[0])

    # ------------------------------------------------------------------ what people do

    def _on_answered(self, answer: str) -> None:
        card = self.sender()
        if isinstance(card, MovementCard):
            topic = self.session.say(card.movement.topic)
            self.session.answer_bone(card.movement.id, answer, topic)

    def _on_went_on(self) -> None:
        number = self._cards.index(self.sender()) + 1  # type: ignore[arg-type]
        if number < len(self._cards):
            self._cards[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_item(self, item: str) -> None:
        self.go(f"bones:check:{item}")


SECTION = MovementSection
