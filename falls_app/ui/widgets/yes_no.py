"""A card that asks something to be answered with yes, no or not sure, and what that leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.theme import color, look, px
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.pressable import is_switched_off, note_focus
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.tick_rows import TickRow

YES, NO, NOT_SURE = "yes", "no", "not_sure"
KEYS = {
    Qt.Key.Key_1: YES,
    Qt.Key.Key_2: NO,
    Qt.Key.Key_3: NOT_SURE,
    Qt.Key.Key_9: NOT_SURE,
    Qt.Key.Key_Question: NOT_SURE,
}
"""The keys that give an answer while a control of the card has the keyboard."""

BESIDE_FROM = 640
"""Width in pixels at 100 % text from which the answers stand beside the question."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question as its card shows it. ``answer`` is "" while nobody gave one.

    ``leads`` are pairs of icon and text, on the color ``token``; ``link`` is a button's words.
    """

    words: str
    answer: str = ""
    above: str = ""
    hint: str = ""
    leads: tuple[tuple[str, str], ...] = ()
    token: str = "some"
    link: str = ""


def answer_words() -> dict[str, str]:
    """Return the three answers in words."""
    return {YES: _("Yes"), NO: _("No"), NOT_SURE: _("Not sure")}


class AnswerChip(Chip):
    """An answer in a row. Enter on the one that is chosen goes on."""

    @property
    @override
    def passes_enter(self) -> bool:
        return self.isChecked()


class AnswerRow(TickRow):
    """An answer in a line of its own. Enter on the one that is chosen goes on."""

    @property
    @override
    def passes_enter(self) -> bool:
        return self.isChecked()


class Leads(QWidget):
    """What an answer leads to, on a soft color, with a button if there is more to see.

    Signals: pressed(): the button was pressed.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._token = "some"
        self._shown: Sequence[tuple[str, str]] = ()
        self._lines = column(gap=8)
        self.button = Button("", "secondary", after="arrow-right", height=44, size=17)
        self.button.clicked.connect(self.pressed)
        self.setLayout(
            column(self._lines, row(self.button, None), gap=10, margins=(16, 12, 16, 14))
        )

    def show_lines(self, lines: Sequence[tuple[str, str]], token: str, link: str = "") -> None:
        """Show pairs of icon and text on this color; hidden if there are none."""
        self._token = token
        if lines != self._shown:
            self._shown = lines
            clear(self._lines)
            for icon, text in lines:
                line = row(gap=10)
                line.addLayout(column(3, Icon(icon, 20, token), None, gap=0))
                line.addWidget(Words(text, 17, 500), 1)
                self._lines.addLayout(line)
        self.button.set_words(link)
        self.button.setVisible(bool(link))
        self.setVisible(bool(lines or link))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = look.theme.name == "high-contrast"
        back = "primary_soft" if self._token == "primary" else f"{self._token}_bg"
        painter.setPen(QPen(color(self._token), 1) if strong else Qt.PenStyle.NoPen)
        painter.setBrush(color(back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


class YesNoCard(Card):
    """A question with its three answers. ``large`` is for one that is asked alone.

    It takes the keyboard itself, so that Enter goes on and never gives an answer by accident.
    Keys: 1 yes, 2 no, 3, 9 or ? not sure, Enter for the next one. Signals:
        answered(str): an answer was given.
        went_on(): the next question is wanted.
        followed(): the button below the answer was pressed.
    """

    answered = Signal(str)
    went_on = Signal()
    followed = Signal()

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._large = large
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._above = Words("", 16, 600, "primary")
        self._words = Words("", 28, serif=True) if large else Words("", 19, 600)
        self._hint = Words("", 18 if large else 16, 400, "ink2")
        self.answers: dict[str, AnswerChip | AnswerRow] = {
            answer: AnswerRow(words, round_box=True) if large else AnswerChip(words)
            for answer, words in answer_words().items()
        }
        for button in self.answers.values():
            button.clicked.connect(self._on_pressed)
        self.leads = Leads()
        self.leads.pressed.connect(self.followed)
        asked = column(self._above, self._words, self._hint, None, gap=4)
        given = QWidget()
        given.setLayout(
            Even(*self.answers.values(), narrowest=170, most=3, gap=10)
            if large
            else Flow(*self.answers.values(), gap=8)
        )
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(px(14))
        self._halves.addLayout(asked, 1)
        self._halves.addWidget(given)
        pad = 24 if large else 18
        self.setLayout(column(self._halves, self.leads, None, gap=12, margins=(pad, 14, pad, pad)))

    def show_asking(self, asking: Asking) -> None:
        """Show a question with its answer and what it leads to."""
        self._above.setText(asking.above)
        self._above.setVisible(bool(asking.above))
        self._words.setText(asking.words)
        self._hint.setText(asking.hint)
        self._hint.setVisible(bool(asking.hint))
        self.setAccessibleName(f"{asking.words} {asking.hint}".strip())
        for answer, words in answer_words().items():
            button = self.answers[answer]
            button.setAccessibleName(f"{asking.words} {words}")
            button.setChecked(answer == asking.answer)
            button.updateGeometry()
        self.leads.show_lines(asking.leads, asking.token, asking.link)

    def bring_leads_into_sight(self) -> None:
        """Scroll to what the answer leads to, once it has its place."""
        QTimer.singleShot(0, self, self._scroll_to_leads)

    def _scroll_to_leads(self) -> None:
        if self.leads.isVisibleTo(self):
            bring_into_sight(self.leads)

    def _on_pressed(self) -> None:
        for answer, button in self.answers.items():
            if button is self.sender():
                button.setChecked(True)
                self.answered.emit(answer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain != Qt.KeyboardModifier.NoModifier or is_switched_off(event):
            super().keyPressEvent(event)
        elif key in KEYS:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.answered.emit(KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(event)
        super().focusInEvent(event)
        self.set_line("focus", 3)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_line("line", 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = not self._large and self.width() >= px(BESIDE_FROM)
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
