"""Everything about one step: what, why, who, when, which fix, and the person's decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.assessment import Decision
from falls_app.domain.checklist import Answer
from falls_app.domain.deciding import people_for
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.i18n import _
from falls_app.reason_words import step_reasons
from falls_app.ui.incoming import brings_pictures, sources_in
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.boxes import Panel, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import DayField, LineField
from falls_app.ui.widgets.illustration import Illustration
from falls_app.ui.widgets.marks import Icon, Shape
from falls_app.ui.widgets.own_step import OwnStepFields
from falls_app.ui.widgets.step_done import StepDone
from falls_app.ui.widgets.step_face import fixed_picture
from falls_app.ui.widgets.step_parts import ChipRow, Headed, tab_order
from falls_app.ui.widgets.step_place import StepPlace
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.why import WhyButton
from falls_app.ui.words import day_of
from falls_app.words import (
    asked_words,
    decision_names,
    owner_words,
    price_words,
    role_words,
    room_words,
)

WIDTH, MOST_WIDTH = 432, 760
"""Width beside the board, and where it takes the board's place, at 100 % text."""

SOMEBODY_ELSE = "+"
_BY_PROGRAM = Qt.FocusReason.OtherFocusReason


class StepDetails(Panel):
    """The details of one step. What is written here is saved as it is written.

    Signals:
        left(): the person wants to go back to the board.
        photos_asked(object): the sheet of photos is wanted, with these to take in; None: choose.
        shifted(int), placed(Column): the step is to go up or down, or to another column.
    """

    left = Signal()
    photos_asked = Signal(object)
    shifted = Signal(int)
    placed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__("surface", None, "l")
        self._session = session
        self._key = ""
        self._names_somebody = False
        self._build()
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._done.paste)
        self.setAcceptDrops(True)

    def _build(self) -> None:
        self.back = Button(_("Back to the plan"), "quiet", icon="arrow-left", height=44, size=17)
        self.back.clicked.connect(self.left)
        self._title = Words("", 25, serif=True)
        self._shape, self._room = Shape("some", 22), Words("", 17, 400, "ink2")
        self._picture = Illustration(width=200)
        self._do, self._why = Headed(_("What to do")), Headed(_("Why"))
        self._rank = WhyButton(set())
        self._owner = Words("", 17, 600, "ink")
        self._until = Headed(_("Until then"), "clock")
        self._known = Headed(_("How to know it is done"), "target")
        self._build_choices()
        self._own_step = OwnStepFields(self._session)
        self._own_step.removed.connect(self.left)
        self._done = StepDone(self._session)
        self._done.photos_asked.connect(self.photos_asked)
        self._never = column(gap=6)
        body = QWidget()
        place = row(self._shape, (self._room, 1), gap=8)
        body.setLayout(
            column(
                row(self.back, None),
                self._title,
                place,
                4,
                self._done,
                self._picture,
                self._own_step,
                self._do,
                self._owner,
                self._why,
                row(self._rank, None),
                self._rank.reasons,
                self._until,
                self._known,
                self._never,
                8,
                self._who_title,
                self._who,
                self._somebody,
                4,
                self._when_title,
                self._when,
                4,
                self._place,
                4,
                self._way_title,
                *self._ways,
                4,
                self._said_title,
                self._said,
                self._own_title,
                self._own,
                self._decided,
                None,
                gap=8,
                margins=(24, 14, 20, 28),
            )  # fmt: skip
        )
        body.setMaximumWidth(px(MOST_WIDTH))
        middle = QWidget()
        middle.setLayout(row(None, (body, 1000), None, gap=0))
        self._scroll = Scroll(middle, "surface")
        self.setLayout(column((self._scroll, 1), gap=0, margins=(1, 0, 0, 0)))

    def _build_choices(self) -> None:
        self._who_title = Words(_("Who does it"), 16, 700, "ink2")
        self._who = ChipRow()
        self._who.chosen.connect(self._on_who)
        self._somebody = LineField(name=_("Name of whoever does it"), hint=_("Their name"))
        self._somebody.written.connect(self._on_somebody)
        self._when_title = Words(_("By when"), 16, 700, "ink2")
        self._when = DayField(name=_("By when"))
        self._when.setKeyboardTracking(False)
        self._when.setMaximumWidth(px(240))
        self._when.dateChanged.connect(self._on_day)
        self._place = StepPlace()
        self._place.shifted.connect(self.shifted)
        self._place.placed.connect(self.placed)
        self._way_title = Words(_("Which way"), 16, 700, "ink2")
        most = max((len(check.fixes) for check in self._session.view.checklist), default=0)
        self._ways = [AnswerButton(state="ok", small=True) for _number in range(most)]
        for way in self._ways:
            way.clicked.connect(self._on_way)
        self._said_title = Words("", 16, 700, "ink2")
        self._said = ChipRow()
        self._said.chosen.connect(self._on_decision)
        self._own_title = Words("", 16, 700, "ink2")
        self._own = LineField(name=_("Own words"))
        self._own.written.connect(self._on_words)
        self._decided = Words("", 16, 400, "ink2")

    # ------------------------------------------------------------------ showing

    @property
    def step(self) -> Step | None:
        """The step that is shown, as it is now."""
        return self._session.view.plan.step(self._key)

    def show_step(self, step: Step) -> None:
        """Show a step; words being written for another one are saved first."""
        if step.key != self._key:
            self._own.settle()
            self._somebody.settle()
            self._own_step.settle()
            self._names_somebody = False
        is_new, self._key = step.key != self._key, step.key
        self._show_words(step)
        self._show_choices(step, is_new=is_new)
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_words(self, step: Step) -> None:
        say = self._session.say
        self._title.setText(say(step.short))
        self._shape.show_state("ok" if step.is_done else "fix" if step.tier is Tier.NOW else "some")
        room = room_words(self._session.case.home, step)
        urgent = step.tier is Tier.NOW and not step.is_done
        self._room.setText(_("{room}, fix first").format(room=room) if urgent else room)
        picture = fixed_picture(step)
        self._picture.show_picture(picture)
        self._picture.setVisible(bool(picture) and step.before_and_after[1] is None)
        self._own_step.show_step(step)
        self._done.show_step(step)
        told = () if step.own else (step.do, *step.worse)
        self._do.show_text(" ".join(say(each) for each in told))
        owner = owner_words(step)
        self._owner.setText(owner)
        self._owner.setVisible(bool(owner))
        self._why.show_text(say(step.why))
        lines = step_reasons(self._session.view, step)
        self._rank.show_reasons(step.key, "", lines, _("Why it stands here"))
        self._until.show_text(say(step.until_then.do) if step.until_then else "")
        self._known.show_text(say(step.done_when))

    def _show_choices(self, step: Step, *, is_new: bool) -> None:
        session, about = self._session, self._session.about
        case = session.case
        people = {
            who: role_words(case.person, session.region, who) for who in people_for(case, step)
        }
        asked = asked_words(session.region, step)
        asks = _("Who does it, {asked}").format(asked=asked) if asked else _("Who does it")
        self._who_title.setText(asks)
        people[SOMEBODY_ELSE] = _("Somebody else")
        who = SOMEBODY_ELSE if self._names_somebody else step.who or "person"
        changed = self._who.show_choices(people, who, name=_("{words} does it"))
        self._somebody.setVisible(self._names_somebody)
        self._when_title.setVisible(not step.is_done)
        self._when.setVisible(not step.is_done)
        if is_new or not self._when.is_being_written:
            self._when.show_day(step.by or session.today.isoformat(), session.region.locale)
        self._place.show_step(session, step)
        self._show_ways(step)
        yours = about("{they}") == _("you")
        self._said_title.setText(_("What do you say?") if yours else about(_("What {name} says")))
        words = {each.value: name for each, name in decision_names(about).items()}
        decision = step.decision.value if step.decision else ""
        changed |= self._said.show_choices(words, decision, name=_("Decision: {words}"))
        own = about(_("In {their} own words"))
        self._own_title.setText(own)
        self._own.setAccessibleName(own)
        self._own.show_text(step.choice.words if step.choice else "")
        decided = step.choice.decided_on if step.choice and step.decision else ""
        day = day_of(session, decided)
        self._decided.setText(_("Noted: {day}").format(day=day) if day else "")
        self._decided.setVisible(bool(day))
        if is_new:
            self._show_never(step)
        if is_new or changed:
            tab_order(self.chain())

    def _show_ways(self, step: Step) -> None:
        fixes = step.check.fixes if step.check and not step.is_done else ()
        self._way_title.setVisible(len(fixes) > 1)
        for number, button in enumerate(self._ways):
            button.setVisible(len(fixes) > 1 and number < len(fixes))
            if number < len(fixes):
                fix = fixes[number]
                lasts = fix.leads_to is Answer.SAFE
                price = price_words(self._session.region, fix.cost)
                price = price if lasts else _("{price}, for now").format(price=price)
                words = f"{self._session.say(fix.short)}\n{price}"
                state = "ok" if lasts else "some"
                button.setProperty("fix", number)
                button.show_answer(words, chosen=fix is step.fix, state=state)  # type: ignore[arg-type]
                spoken = button.accessibleName().replace("\n", ". ")
                button.setAccessibleName(_("Way: {words}").format(words=spoken))

    def _show_never(self, step: Step) -> None:
        clear(self._never)
        for line in step.check.never if step.check else ():
            sign, words = Icon("ban", 20, "fix"), Words(self._session.say(line), 17)
            layout = row(gap=12)
            layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(words, 1)
            self._never.addLayout(layout)

    def focus_part(self, part: str) -> None:
        """Give the keyboard to a part: "who", "day", "cost", "way", "decision", "words", "photo".

        To what leads back for "", and where the step has no such part.
        """
        parts: dict[str, list[QWidget]] = {
            "who": [chip for chip in self._who.chips if chip.isChecked()],
            "day": [self._when, self._done.chain()[0]],
            "cost": self._own_step.chain()[1:-1],
            "way": [*self._ways],
            "decision": [*self._said.chips],
            "words": [self._own],
            "photo": [self._done.add],
        }
        usable = [each for each in parts.get(part, ()) if each.isVisible()]
        target = usable[0] if usable else self.back
        target.setFocus(Qt.FocusReason.ShortcutFocusReason if part else _BY_PROGRAM)
        self._scroll.ensureWidgetVisible(target)

    def chain(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [
            self.back, *self._done.chain(), *self._own_step.chain(), self._rank,
            *self._who.chips, self._somebody, self._when,
            *self._place.chain(), *self._ways, *self._said.chips, self._own,
        ]  # fmt: skip

    # ------------------------------------------------------------------ photos

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._done.takes_photos and brings_pictures(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._done.take(sources_in(event.mimeData()))
        event.acceptProposedAction()

    # ------------------------------------------------------------------ choosing

    def _on_who(self, who: str) -> None:
        step = self.step
        self._names_somebody = who == SOMEBODY_ELSE
        if step is None:
            return
        if self._names_somebody:
            self._show_choices(step, is_new=False)
            self._somebody.show_text("")
            self._somebody.setFocus(Qt.FocusReason.OtherFocusReason)
        elif who == step.who:
            self._show_choices(step, is_new=False)
        else:
            self._session.choose(step, who=who)

    def _on_somebody(self, name: str) -> None:
        if (step := self.step) is not None and name.strip():
            self._session.choose(step, who=name.strip())

    def _on_day(self) -> None:
        day = self._when.day
        if (step := self.step) is not None and day != step.by:
            self._session.choose(step, by=day)

    def _on_way(self) -> None:
        if (step := self.step) is not None:
            self._session.choose(step, fix=int(self.sender().property("fix")))

    def _on_decision(self, value: str) -> None:
        """A second press on the same chip takes the decision back."""
        if (step := self.step) is not None:
            decision = Decision(value)
            words = self._own.text()
            self._session.decide(step, None if decision is step.decision else decision, words)

    def _on_words(self, words: str) -> None:
        if (step := self.step) is not None:
            self._session.decide(step, step.decision, words)
