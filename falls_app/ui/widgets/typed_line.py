"""A line of a paper sheet that is typed in: what it asks, and a key for each answer."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.checklist import Answer, Check
from falls_app.domain.sheet import SIGNS, answer_for, answers_of
from falls_app.drawing.shapes import State
from falls_app.i18n import _, content
from falls_app.ui.theme import at_full_size, color, font, px
from falls_app.ui.widgets.answer_list import STATES
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.marks import Shape
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.ui.widgets.text import Words

KEY_WIDTH = 52
"""Width of the key of an answer, in pixels at 100 % text."""

WORDS_WIDTH, HINT_WIDTH = 300, 700
"""What the words need beside the keys, and a line that has room for a hint; as above."""

_KEYS = {
    Qt.Key.Key_Backspace: "up", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down",
    Qt.Key.Key_Return: "on", Qt.Key.Key_Enter: "on", Qt.Key.Key_Space: "on",
    Qt.Key.Key_Delete: "clear", Qt.Key.Key_N: "note",
}  # fmt: skip


class AnswerKey(Pressable):
    """The key of one answer, to press by mouse or touch; the line itself takes the typing."""

    def __init__(self, sign: str) -> None:
        super().__init__(sign)
        self._state: State = "none"
        self._is_proposed = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(max(SMALLEST, px(KEY_WIDTH)), max(SMALLEST, px(44)))

    def show_answer(self, state: State, spoken: str, *, chosen: bool, proposed: bool) -> None:
        """Show whether it is chosen, or proposed because the first room has it."""
        self._state, self._is_proposed = state, proposed
        self.setChecked(chosen)
        name = _("{answer} Chosen.").format(answer=spoken) if chosen else spoken
        self.set_words(self.text(), name)
        self.update()

    @override
    def nextCheckState(self) -> None:
        """What is chosen follows from what was saved, not from the press."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        chosen, state = self.isChecked(), self._state
        edge = "some_edge" if state == "some" else f"{state}_solid"
        shown = chosen or self._is_proposed
        pen = QPen(color(edge if shown else "edge"), 3 if chosen else 2 if shown else 1.25)
        if self._is_proposed and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        back = f"{state}_bg" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, 9, 9)
        painter.setFont(font(18, 700 if chosen else 500))
        painter.setPen(color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class TypedLine(Pressable):
    """One line. It takes the keys while it has focus; its keys can be pressed too.

    Signals:
        answered(Check, Answer): a key of this line was typed or pressed.
        asked(str): "up", "down", "on", "clear" or "note".
        entered(): the keyboard is here now.
    """

    answered = Signal(object, object)
    asked = Signal(str)
    entered = Signal()

    def __init__(self, check: Check, short: str) -> None:
        super().__init__()
        self.check, self._short = check, short
        self._words = {
            each: content(check.short_answers.get(each, "")) or _("Not sure")
            for each in answers_of(check)
        }
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._shape = Shape("none", 26)
        self._hint = Words("", 15, 400, "link", wraps=False)
        self._keys = {each: AnswerKey(SIGNS[each]) for each in SIGNS}
        for answer, key in self._keys.items():
            key.clicked.connect(self._on_key)
            policy = key.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            key.setSizePolicy(policy)
            if answer not in answers_of(check):
                key.hide()
        code = Words(check.id, 16, 700, "primary", wraps=False)
        code.setFixedWidth(px(66))
        what, keys = QWidget(), QWidget()
        what.setLayout(row(code, (Words(short, 17, 500), 1), self._hint, gap=8))
        keys.setLayout(row(self._shape, *self._keys.values(), gap=6))
        inside = beside((what, 1), keys, gap=8, least=WORDS_WIDTH)
        self._layout = column(inside, gap=0, margins=(14, 5, 10, 5))
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_answer(self, answer: Answer | None, proposed: Answer | None) -> None:
        """Show what is saved, else what the first room of the kind has, to confirm."""
        is_proposal = answer is None and proposed is not None
        for each, key in self._keys.items():
            chosen = each is answer or (each is Answer.NOT_HERE and answer is Answer.NO_LONGER_USED)
            spoken = _("{check}: {sign}, {words}.").format(
                check=self.check.id, sign=SIGNS[each], words=self._words.get(each, "")
            )
            is_it = is_proposal and each is proposed
            key.show_answer(STATES[each], spoken, chosen=chosen, proposed=is_it)
        self._shape.show_state(STATES[answer] if answer else "none")
        self._show_name(answer, proposed if is_proposal else None)
        self._show_hint(answer, is_proposal=is_proposal)

    def _show_name(self, answer: Answer | None, proposed: Answer | None) -> None:
        told = _("not typed yet")
        if answer:
            told = self._words.get(answer, "") or _("No longer used")
        elif proposed:
            told = _("as in the first room: {words}. Enter takes it").format(
                words=self._words.get(proposed, "")
            )
        name = _("{check}, {what}: {answer}.").format(
            check=self.check.id, what=self._short, answer=told
        )
        self.set_words("", name)

    def _show_hint(self, answer: Answer | None, *, is_proposal: bool) -> None:
        self._is_open = answer is None
        words = _("Enter, or another key") if is_proposal else _("Type 1 2 3 0 ?")
        has_room = at_full_size(self.width()) >= HINT_WIDTH
        self._hint.setText(words if has_room and self.hasFocus() and answer is None else "")

    def said(self, answer: Answer) -> str:
        """Return what was just typed here, for a screen reader."""
        return f"{self.check.id}: {self._words.get(answer, '')}"

    def _on_key(self) -> None:
        for answer, key in self._keys.items():
            if key is self.sender():
                self.answered.emit(self.check, answer)

    # ------------------------------------------------------------------ Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = answer_for(self.check, event.text()) if event.text() else None
        if answer is not None:
            self.answered.emit(self.check, answer)
        elif event.key() in _KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit(_KEYS[Qt.Key(event.key())])
        else:
            event.ignore()

    @override
    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self._layout.heightForWidth(width), px(54))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        has = self.hasFocus()
        painter.setPen(QPen(color("focus" if has else "line"), 3 if has else 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
