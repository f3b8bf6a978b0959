"""One question about bones and balance: why, the answers, and what the answer leads to."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from typing_extensions import override

from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.bone_card import TOKENS, state_words
from falls_app.ui.widgets.boxes import Card, Divider, Panel, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.card_words import LARGE, SHORT
from falls_app.ui.widgets.marks import Icon, ProgressBars, Shape, Tile
from falls_app.ui.widgets.pressable import is_switched_off
from falls_app.ui.widgets.text import Words

MOST_ANSWERS = 5
WIDE = 760
"""Width in pixels at 100 % text from which the answers and what they lead to stand side by side."""

NOT_SURE_KEYS = (Qt.Key.Key_9, Qt.Key.Key_Question)


class Reply(QWidget):
    """The fixed text of an answer, kind in tone, on the color of its state; never red."""

    def __init__(self) -> None:
        super().__init__()
        self._back = "ok_bg"
        self.with_ask = False
        self._shape, self._title = Shape("ok", 24), Words("", 17, 700)
        self._text = Words("", 18, 500)
        self._step_row, self._step = self._line("calendar")
        self._ask_row, self._ask = self._line("steth")
        self.setLayout(
            column(
                row(self._shape, (self._title, 1), gap=9),
                self._text,
                self._step_row,
                self._ask_row,
                gap=8,
                margins=(16, 14, 16, 16),
            )
        )

    def _line(self, icon: str) -> tuple[QWidget, Words]:
        words, holder = Words("", 16), QWidget()
        line = row(gap=9)
        line.addLayout(column(2, Icon(icon, 19, "ink2"), None, gap=0))
        line.addWidget(words, 1)
        holder.setLayout(line)
        return holder, words

    def show_choice(self, session: Session, choice: Choice) -> None:
        """Show what this answer leads to."""
        words, state = state_words(choice)
        token = TOKENS[state]
        # Worth a visit soon is said in amber: clay is for the house.
        self._back = "some_bg" if token == "fix" else f"{token}_bg"
        self._shape.show_state(state)
        self._title.setText(words)
        self._text.setText(session.say(choice.text))
        self._step_row.setVisible(choice.step is not None)
        if choice.step is not None:
            step = session.say(choice.step.short)
            self._step.setText(_("In the plan: **{step}**").format(step=step))
        self._ask_row.setVisible(self.with_ask and bool(choice.ask) and choice.state != "ok")
        self._ask.setText(_("To ask: **{question}**").format(question=session.say(choice.ask)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "some_edge" if self._back == "some_bg" else "line"
        painter.setPen(QPen(color(edge), 1.25))
        painter.setBrush(color(self._back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


class QuestionCard(Card):
    """The card that asks. Signals:
    answered(str): the id of the chosen answer.
    went_back(), went_on(): the card before, the card after.
    """

    answered = Signal(str)
    went_back = Signal()
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question: BoneQuestion | None = None
        self._chosen: Choice | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bars = ProgressBars()
        self._tile = Tile("bone", side=52)
        self._words = Words("", LARGE, serif=True)
        self._why = Words("", 17, 400, "ink2")
        self.answers = [AnswerButton(str(number + 1)) for number in range(MOST_ANSWERS)]
        for button in self.answers:
            button.clicked.connect(self._on_answer)
        self._reply = Reply()
        self._keys = Words("", 15, 400, "ink3")
        self.back = Button(_("Back"), "quiet", icon="arrow-left")
        self.next = Button(_("Next"), "primary", after="arrow-right", key=_("Enter"))
        self.back.clicked.connect(self.went_back)
        self.next.clicked.connect(self.went_on)
        self._scroll = Scroll(self._body(), "surface")
        foot = Panel(
            "surface",
            row(self.back, None, self.next, gap=12, margins=(20, 8, 20, 0)),
        )
        self.setLayout(column((self._scroll, 1), Divider(), foot, gap=0, margins=(7, 12, 7, 15)))

    def _body(self) -> QWidget:
        title = row(gap=16)
        title.addLayout(column(self._tile, None, gap=0))
        title.addWidget(self._words, 1)
        why = column(
            row(Icon("bulb", 20, "primary"), (Words(_("Why we ask"), 17, 600, "primary"), 1)),
            self._why,
            gap=4,
        )
        self._left = column(*self.answers, self._keys, None, gap=10)
        self._right = column(12, self._reply, None, gap=0)
        self._right.insertLayout(0, why)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(px(28))
        self._halves.addLayout(self._left, 9)
        self._halves.addLayout(self._right, 7)
        body = QWidget()
        inner = self._lines = column(
            self._bars,
            8,
            title,
            8,
            self._halves,
            None,
            gap=9,
            margins=(24, 8, 24, 2),
        )
        body.setLayout(inner)
        return body

    def hold(self, below: QWidget, *, hold: bool) -> None:
        """Let this scroll with the question and bring the answers up, or let go of it."""
        if hold and self._lines.indexOf(below) < 0:
            self._lines.addWidget(below)
        self._tile.setVisible(not hold)
        self._words.set_size(SHORT if hold else LARGE)
        self._lines.setSpacing(px(4 if hold else 9))
        self._left.setSpacing(px(6 if hold else 10))

    def show_question(
        self, session: Session, question: BoneQuestion, states: Sequence[str], number: int
    ) -> None:
        """Show a question with the answer given; ``states`` are those of all questions."""
        items, flags = session.case.bones.items, session.case.bones.flags
        chosen = question.choice(items.get(question.id) or flags.get(question.id))
        place = _("{n} of {total}").format(n=number + 1, total=len(states))
        words = session.say(question.question)
        self.back.setVisible(number > 0)
        self._bars.show_states(states, number, _("Question {place}").format(place=place))
        self._tile.set_icon(question.icon)
        self._words.setText(words)
        self._why.setText(session.say(question.why))
        self.setAccessibleName(_("Question {place}. {words}").format(place=place, words=words))
        self._show_answers(session, question, chosen)
        self._reply.setVisible(chosen is not None)
        if chosen is not None:
            self._reply.show_choice(session, chosen)
        if question is not self._question:
            self._scroll.verticalScrollBar().setValue(0)
        elif chosen is not None and chosen is not self._chosen:
            QTimer.singleShot(0, self._scroll, self._show_reply)
        self._question, self._chosen = question, chosen

    def show_asks(self, shown: bool) -> None:
        """Repeat the question for the doctor below an answer, or leave it to the list beside."""
        self._reply.with_ask = shown

    def show_way_on(self, words: str) -> None:
        """Say where the main button leads."""
        self.next.set_words(words)

    def _show_answers(
        self, session: Session, question: BoneQuestion, chosen: Choice | None
    ) -> None:
        for number, button in enumerate(self.answers):
            there = number < len(question.choices)
            button.setVisible(there)
            if there:
                choice = question.choices[number]
                button.show_answer(
                    session.say(choice.words),
                    chosen=chosen is choice,
                    state=choice.state,  # type: ignore[arg-type]
                )
        self._keys.setText(
            _("Keys: 1 to {n} to answer, Enter for the next one.").format(n=len(question.choices))
        )

    def _show_reply(self) -> None:
        self._scroll.ensureWidgetVisible(self._reply, 0, px(8))

    def _choose(self, number: int) -> None:
        if self._question is not None and number < len(self._question.choices):
            self.answered.emit(self._question.choices[number].id)

    def _on_answer(self) -> None:
        sender = self.sender()
        for number, button in enumerate(self.answers):
            if button is sender:
                self._choose(number)

    # ------------------------------------------------------------------ Qt

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(760), px(520))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with 1 to 5, 9 or ? for not sure; Enter goes on, also from an answer."""
        key = event.key()
        if event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ) or is_switched_off(event):
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._choose(key - Qt.Key.Key_1)
        elif key in NOT_SURE_KEYS and self._question is not None:
            self._choose(len(self._question.choices) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = QApplication.focusWidget()
            (self.back if pressed is self.back else self.next).click()
        elif key == Qt.Key.Key_Right and self.hasFocus():
            self.went_on.emit()
        elif key == Qt.Key.Key_Left and self.hasFocus():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_line("focus", 3)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_line("line", 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = self.width() >= px(WIDE)
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )
        self._halves.setSpacing(px(28 if side_by_side else 12))
