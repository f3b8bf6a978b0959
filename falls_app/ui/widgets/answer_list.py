"""The answers to a check, to press or to give by a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.asking import Asked
from falls_app.domain.checklist import Answer
from falls_app.drawing.shapes import State
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.space import Space
from falls_app.ui.theme import px
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.flow import Flow

STATES: dict[Answer, State] = {
    Answer.SAFE: "ok",
    Answer.PARTLY: "some",
    Answer.HAZARD: "fix",
    Answer.NOT_HERE: "na",
    Answer.NO_LONGER_USED: "na",
    Answer.NOT_SURE: "unsure",
}
"""The shape and color of every answer."""

KEYS = {
    Qt.Key.Key_1: Answer.SAFE,
    Qt.Key.Key_2: Answer.PARTLY,
    Qt.Key.Key_3: Answer.HAZARD,
    Qt.Key.Key_0: Answer.NOT_HERE,
    Qt.Key.Key_9: Answer.NOT_SURE,
    Qt.Key.Key_Question: Answer.NOT_SURE,
}
"""The keys that give an answer."""


class AnswerList(QWidget):
    """A button for each answer, and two chips that say in which way a thing is not here.

    Signals: given(Answer): an answer was pressed.
    """

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = [
            AnswerButton("1", "ok"),
            AnswerButton("2", "some"),
            AnswerButton("3", "fix"),
            AnswerButton("0", "na", small=True),
            AnswerButton("?", "unsure", small=True),
        ]
        self._answers = [*list(STATES)[:4], Answer.NOT_SURE]
        for button in self._buttons:
            button.clicked.connect(self._on_answer)
        self._small_answers = beside(*((each, 1) for each in self._buttons[3:]), gap=12, least=240)
        self._not_here = Chip(_("None in this home"), leaves_enter=True)
        self._not_used = Chip(_("No longer used"), leaves_enter=True)
        self._not_here.clicked.connect(self._on_dropped)
        self._not_used.clicked.connect(self._on_dropped)
        self._dropped = QWidget()
        self._dropped.setLayout(Flow(self._not_here, self._not_used, gap=10))
        self._lines = column(*self._buttons[:3], self._small_answers, self._dropped, gap=11)
        self.setLayout(self._lines)

    def show_check(self, session: Session, asked: Asked, space: Space) -> None:
        """Show the answers of a check, as high as the space allows."""
        check, given = asked.check, asked.answer
        self._lines.setSpacing(px(4 if space.is_tiny else 6 if space.answers_first else 11))
        for button, answer in zip(self._buttons, self._answers, strict=True):
            words = check.answers.get(answer, "")
            if answer is Answer.NOT_SURE:
                words = words or _("Not sure, check later")
            chosen = given is answer or (
                answer is Answer.NOT_HERE and given is Answer.NO_LONGER_USED
            )
            button.fit(space)
            button.show_answer(session.say(words), chosen=chosen)
            button.setVisible(bool(words))
        dropped = given in (Answer.NOT_HERE, Answer.NO_LONGER_USED)
        self._dropped.setVisible(dropped)
        self._not_here.setChecked(given is Answer.NOT_HERE)
        self._not_used.setChecked(given is Answer.NO_LONGER_USED)

    def give(self, answer: Answer) -> None:
        """Give this answer if the check has it."""
        if self._buttons[self._answers.index(answer)].isVisible():
            self.given.emit(answer)

    def _on_answer(self) -> None:
        for button, answer in zip(self._buttons, self._answers, strict=True):
            if button is self.sender():
                self.given.emit(answer)

    def _on_dropped(self) -> None:
        self.given.emit(
            Answer.NO_LONGER_USED if self.sender() is self._not_used else Answer.NOT_HERE
        )
