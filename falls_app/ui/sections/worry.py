"""Worry about falling, low mood after a break, and the quiet way if somebody does harm."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.handouts import load_handout
from falls_app.content.screening import load_worry
from falls_app.domain.screening.worry import ToRead, WorryQuestion
from falls_app.i18n import _, content
from falls_app.ui.sections.flag_words import Lines, crisis_words
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.setup import Chips, Question, fill
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import Leads

HANDOUT_ID = "H15"
"""The handout about worry."""

GOAL_AFTER = ("W2", "yes")
"""The answer after which the person's wishes are asked for: what would be good to do again."""


class WorrySection(Section):
    """A helper may look at the screen: what is hidden shows only while it is told."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card, the same whatever was said."""
        return Face(
            topic=_("Worry and low mood"),
            icon="heart",
            said=session.say(load_worry().why),
            tag=_("To read"),
            state="none",
            lead=_("What helps, and whom to talk to"),
        )

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make a card for each question, one on low mood and one that is folded away."""
        worry = load_worry()
        self._just_told: set[str] = set()
        self._texts: list[tuple[Words, str]] = []
        self._asked: dict[str, tuple[Question, Chips, Leads]] = {}
        self._goals = NoteField(name=_("What would be good to do again"), height=72)
        self._goals.written.connect(self._on_goals)
        self._goal = Question("", self._goals)
        cards = [self._question_card(question) for question in worry.questions]
        self._talk = Leads()
        self._print = Button("", "quiet", icon="print", height=44, size=17)
        self._print.clicked.connect(self._on_print)
        self.setLayout(
            column(
                self._words(worry.why, 19),
                *cards,
                row(self._print, None),
                self._reading_card(worry.mood),
                self._harm_card(worry.harm),
                None,
                gap=12,
            )
        )

    def _words(self, text: str, size: int = 17, *, serif: bool = False) -> Words:
        words = Words("", size, serif=serif)
        self._texts.append((words, text))
        return words

    def _question_card(self, question: WorryQuestion) -> Card:
        pairs = [(each.id, self.session.say(each.words)) for each in question.choices]
        chips, leads = Chips(pairs, name=""), Leads()
        chips.pressed.connect(self._on_answer)
        asked = Question("", chips)
        self._asked[question.id] = asked, chips, leads
        goal = (self._goal,) if question.id == GOAL_AFTER[0] else ()
        return Card(column(asked, leads, *goal, gap=10, margins=(22, 14, 22, 20)))

    def _reading_card(self, text: ToRead) -> Card:
        lines = [self._words(line) for line in text.lines]
        title = self._words(text.title, 22, serif=True)
        return Card(column(title, *lines, 2, self._talk, gap=6, margins=(22, 14, 22, 20)))

    def _harm_card(self, text: ToRead) -> Card:
        lines = [self._words(line) for line in text.lines]
        self._harm_line, self._emergency = Words("", 19, 600), Words("", 17, 600)
        exit_ = Button(_("Leave this page now"), "primary", icon="door", height=52)
        exit_.clicked.connect(self._on_exit)
        inside = QWidget()
        inside.setLayout(column(*lines, self._harm_line, self._emergency, row(exit_, None), gap=6))
        self._fold = FoldButton(inside, icon="lock")
        return Card(column(row(self._fold, None), inside, gap=8, margins=(16, 12, 22, 16)))

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show the answers as they are now."""
        session, worry = self.session, load_worry()
        for words, text in self._texts:
            words.setText(session.say(text))
        for question in worry.questions:
            self._show_question(question)
        is_less = session.case.bones.items.get(GOAL_AFTER[0]) == GOAL_AFTER[1]
        self._goal.setVisible(is_less)
        self._goal.show_words(session.say(worry.goal))
        fill(self._goals, session.case.person.goals)
        title = content(load_handout(HANDOUT_ID).title)
        self._print.set_words(_("Print a page: {title}").format(title=title))
        self._talk.show_lines((("phone", crisis_words(session)),), "primary")
        title = session.say(worry.harm.title)
        self._fold.show_words(title, _("Close this card"))
        line = worry.harm_line(session.region.id)
        self._harm_line.setText(
            _("{line}: call {number}.").format(line=line.name, number=line.urgent)
            if line
            else _("The doctor can say who helps near you.")
        )
        number = session.region.emergency
        self._emergency.setText(_("Afraid right now? Call {number}.").format(number=number))

    def _show_question(self, question: WorryQuestion) -> None:
        asked, chips, leads = self._asked[question.id]
        say = self.session.say
        answer = self.session.case.bones.items.get(question.id, "")
        is_kept_back = question.hidden and bool(answer) and question.id not in self._just_told
        kept = _("There is an answer. It stays hidden here. You can answer again.")
        asked.show_words(say(question.question), kept if is_kept_back else say(question.why))
        chips.setAccessibleName(say(question.question))
        chips.show_chosen({answer} - {""} if not is_kept_back else ())
        leads.show_lines(() if is_kept_back else self._leads(question, answer), "primary")

    def _leads(self, question: WorryQuestion, answer: str) -> Lines:
        choice = question.choice(answer)
        if choice is None:
            return ()
        ask = _("A good question for the doctor: “{question}”")
        text = ("heart", self.session.say(choice.text))
        asks = ("steth", ask.format(question=self.session.say(choice.ask)))
        return (text, asks) if choice.ask else (text,)

    # ------------------------------------------------------------------ what people do

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first answer of the first question."""
        question = load_worry().questions[0]
        return self._asked[question.id][1].chip(question.choices[0].id)

    def _on_answer(self, answer: str) -> None:
        for question in load_worry().questions:
            if self._asked[question.id][1] is self.sender():
                self._just_told.add(question.id)
                # What is hidden has no name in the list of what can be undone.
                say = self.session.say
                topic = _("a quiet question") if question.hidden else say(question.topic)
                self.session.answer_bone(question.id, answer, topic)

    def _on_goals(self, words: str) -> None:
        self.session.set_person(_("what matters most"), goals=words.strip())

    def _on_print(self) -> None:
        self.go(f"print:{HANDOUT_ID}")

    def _on_exit(self) -> None:
        self._fold.fold()
        self.go("results")

    @override
    def leave(self) -> None:
        """Fold away what is not for everybody's eyes."""
        self._hide_told()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._hide_told()
        super().hideEvent(event)

    def _hide_told(self) -> None:
        self._just_told.clear()
        self._fold.fold()


SECTION = WorrySection
