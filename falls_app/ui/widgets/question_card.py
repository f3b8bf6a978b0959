"""The question card: one check, its answers, and what an answer leads to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from falls_app.domain.asking import Asked
from falls_app.domain.checklist import Answer, Check
from falls_app.domain.plan import fixes_in_order
from falls_app.drawing.shapes import State
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import color, look, px
from falls_app.ui.widgets.answers import AnswerButton
from falls_app.ui.widgets.boxes import Card, Divider, Flow, Scroll, column, row
from falls_app.ui.widgets.buttons import Button, Chip
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.illustration import Illustration
from falls_app.ui.widgets.marks import Icon, ProgressBars
from falls_app.ui.widgets.quick_fix import QuickFix
from falls_app.ui.widgets.text import Words

STATES: dict[Answer, State] = {
    Answer.SAFE: "ok",
    Answer.PARTLY: "some",
    Answer.HAZARD: "fix",
    Answer.NOT_HERE: "na",
    Answer.NO_LONGER_USED: "na",
    Answer.NOT_SURE: "unsure",
}
"""The shape and color of every answer."""

ASKS_WHERE = ("FLR", "LGT")
"""Whole-house areas whose findings are pinned to rooms."""

_KEYS = {
    Qt.Key.Key_1: Answer.SAFE,
    Qt.Key.Key_2: Answer.PARTLY,
    Qt.Key.Key_3: Answer.HAZARD,
    Qt.Key.Key_0: Answer.NOT_HERE,
    Qt.Key.Key_9: Answer.NOT_SURE,
    Qt.Key.Key_Question: Answer.NOT_SURE,
}


def _middle(line: QHBoxLayout) -> QHBoxLayout:
    """Put the widgets of a line on one height."""
    for number in range(line.count()):
        item = line.itemAt(number)
        widget = item.widget() if item else None
        if widget is not None:
            line.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
    return line


class QuestionCard(Card):
    """One check at one place; the same widgets are filled again for each check.

    Keys work while the card itself has focus: 1 2 3 0 ? to answer, Enter or → for the next
    check, ← for the one before, S to skip, N for a note.

    Signals:
        answered(Answer), noted(str), pinned(tuple), near_miss_marked(bool): the user did so.
        next_asked(), back_asked(), skipped(), rooms_asked(), plan_asked(): they were pressed.
    """

    answered = Signal(object)
    noted = Signal(str)
    pinned = Signal(object)
    near_miss_marked = Signal(bool)
    next_asked = Signal()
    back_asked = Signal()
    skipped = Signal()
    rooms_asked = Signal()
    plan_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(radius=16)
        self._session = session
        self._asked: Asked | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build_head()
        self._build_answers()
        self._build_after()
        self._build_foot()
        body = QWidget()
        body.setLayout(
            column(
                self._words_and_picture(),
                4,
                *self._answer_buttons[:3],
                self._small_answers,
                self._dropped,
                self._quick_fix,
                self._where,
                self._slip_row,
                self._note_box,
                self._keys,
                None,
                gap=11,
                margins=(28, 10, 28, 12),
            )
        )
        self._scroll = Scroll(body, "surface")
        self.setLayout(
            column(
                self._head, (self._scroll, 1), Divider(), self._foot, gap=0, margins=(6, 4, 6, 8)
            )  # fmt: skip
        )

    # ------------------------------------------------------------------ making it

    def _build_head(self) -> None:
        self._place = Words("", 18, 700, "primary")
        self._number = Words("", 17, 400, "ink2", wraps=False)
        self._skip = Button(_("Skip for now"), "quiet", after="arrow-right", height=44, size=17)
        self._skip.clicked.connect(self.skipped)
        self.rooms = Button(_("All rooms"), "soft", icon="map", height=44, size=16)
        self.rooms.clicked.connect(self.rooms_asked)
        self._bars = ProgressBars()
        self._head = QWidget()
        self._head.setLayout(
            column(
                _middle(row(self.rooms, (self._place, 1), self._number, 14, self._skip, gap=12)),
                self._bars,
                gap=8,
                margins=(28, 12, 28, 6),
            )
        )

    def _words_and_picture(self) -> QHBoxLayout:
        self._question = Words("", 30, serif=True)
        self._look = Words("", 18, 500)
        self._ask = Words("", 17, 400, "ink2")
        self._why = Words("", 18, 400, "ink2")
        self._picture = Illustration(width=236)
        reason = row(
            Icon("bulb", 20, "primary"),
            Words(_("Why this matters"), 17, 700, "primary", wraps=False),
            None,
            gap=8,
        )
        words = column(self._question, self._look, self._ask, 2, reason, self._why, None, gap=7)
        layout = QHBoxLayout()
        layout.setSpacing(px(28))
        layout.addLayout(words, 1)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        return layout

    def _build_answers(self) -> None:
        self._answer_buttons = [
            AnswerButton("1", "ok"),
            AnswerButton("2", "some"),
            AnswerButton("3", "fix"),
            AnswerButton("0", "na", small=True),
            AnswerButton("?", "unsure", small=True),
        ]
        self._answers = [*list(STATES)[:4], Answer.NOT_SURE]
        for button in self._answer_buttons:
            button.clicked.connect(self._on_answer)
        self._small_answers = row(*((each, 1) for each in self._answer_buttons[3:]), gap=12)
        self._not_here = Chip(_("None in this home"))
        self._not_used = Chip(_("No longer used"))
        self._not_here.clicked.connect(self._on_dropped)
        self._not_used.clicked.connect(self._on_dropped)
        self._dropped = QWidget()
        self._dropped.setLayout(row(self._not_here, self._not_used, None, gap=10))

    def _build_after(self) -> None:
        self._quick_fix = QuickFix(self._session)
        self._quick_fix.changed.connect(self.plan_asked)
        self._where_chips: dict[str, Chip] = {}
        self._where_flow = Flow()
        self._where = QWidget()
        self._where.setLayout(
            column(Words(_("Where is it? Pick all that fit."), 17, 700), self._where_flow, gap=6)
        )
        self._slip = Chip(_("A slip or fall happened here"))
        self._slip.clicked.connect(self._on_slip)
        self._slip_row = QWidget()
        self._slip_row.setLayout(row(self._slip, None))
        self._note = NoteField(
            name=_("Note"), hint=_("What you see, in your own words. It is printed in the plan.")
        )
        self._note.written.connect(self.noted)
        self._note_box = QWidget()
        self._note_box.setLayout(column(Words(_("Note"), 17, 700), self._note, gap=4))
        self._keys = Words("", 16, 400, "ink3")

    def _build_foot(self) -> None:
        self._back = Button(_("Back"), "quiet", icon="arrow-left", height=50)
        self._note_button = Button(_("Note"), "secondary", icon="note", height=50)
        self._next = Button(_("Next"), "primary", after="arrow-right", key="Enter", height=50)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self._on_next)
        self._note_button.clicked.connect(self._open_note)
        self._foot = QWidget()
        self._foot.setLayout(
            row(self._back, None, self._note_button, None, self._next, margins=(24, 8, 24, 8))
        )

    # ------------------------------------------------------------------ filling it

    def show_check(
        self, asked: Asked, place: str, number: int, states: Sequence[str], *, tight: bool
    ) -> None:
        """Show a check: ``number`` counts from 0 among ``states``, those of the whole place.

        ``tight`` makes the answers lower, for windows with little height.
        """
        new = self._asked is None or asked.place != self._asked.place
        if new:
            self._note.settle()
        self._asked = asked
        check, about = asked.check, self._session.about
        total = len(states)
        counted = _("Check {n} of {total}").format(n=number + 1, total=total)
        self._place.setText(place)
        self._number.setText(counted)
        self._bars.show_states(states, number, counted)
        self._question.setText(about(check.question))
        self._look.setText(about(check.look))
        self._why.setText(about(check.why))
        self._ask.setText(
            _("Ask: {question}").format(question=about(check.ask_person))
            if check.ask_person
            else ""
        )
        self._ask.setVisible(bool(check.ask_person))
        self._picture.show_picture(check.picture)
        self.setAccessibleName(f"{place}. {counted}. {about(check.question)} {about(check.look)}")
        self._picture.set_width(196 if tight else 236)
        self._show_answers(asked, tight=tight)
        self._show_after(asked)
        if new:
            self._note_box.setVisible(bool(asked.finding and asked.finding.note))
            self._scroll.verticalScrollBar().setValue(0)

    def _show_answers(self, asked: Asked, *, tight: bool) -> None:
        check, given = asked.check, asked.answer
        for button, answer in zip(self._answer_buttons, self._answers, strict=True):
            words = check.answers.get(answer, "")
            if answer is Answer.NOT_SURE:
                words = words or _("Not sure, check later")
            chosen = given is answer or (
                answer is Answer.NOT_HERE and given is Answer.NO_LONGER_USED
            )
            button.set_tight(tight)
            button.show_answer(self._session.about(words), chosen=chosen)
            button.setVisible(bool(words))
        dropped = given in (Answer.NOT_HERE, Answer.NO_LONGER_USED)
        self._dropped.setVisible(dropped)
        self._not_here.setChecked(given is Answer.NOT_HERE)
        self._not_used.setChecked(given is Answer.NO_LONGER_USED)
        first = "1 2 3" if Answer.PARTLY in check.answers else "1 3"
        self._keys.setText(
            _("Keys: {keys} to answer, 0 or ? below them, Enter for next, N for a note.").format(
                keys=first
            )
        )
        self._keys.setVisible(given is None)

    def _show_after(self, asked: Asked) -> None:
        finding = asked.finding
        is_open = asked.is_open
        self._quick_fix.setVisible(is_open)
        if is_open:
            case = self._session.case
            step = next(
                (each for each in self._session.view.plan.steps if each.key == asked.check.id), None
            )
            fix = step.fix if step and step.fix else None
            self._quick_fix.show_fix(
                asked.check, fix or fixes_in_order(asked.check, case.person, case.home)[0]
            )
        rooms = self._session.case.home.rooms
        asks_where = is_open and asked.check.area in ASKS_WHERE and bool(rooms)
        self._where.setVisible(asks_where)
        if asks_where and finding:
            self._show_where(finding.where)
        self._slip_row.setVisible(is_open)
        self._slip.setChecked(asked.near_miss)
        self._note.show_text(finding.note if finding else "")
        has_note = bool(finding and finding.note)
        self._note_button.set_words(_("1 note") if has_note else _("Note"), _("Note, key N"))
        if has_note:
            self._note_box.show()

    def _show_where(self, chosen: Sequence[str]) -> None:
        rooms = {room.id: room.name for room in self._session.case.home.rooms}
        if {key: chip.text() for key, chip in self._where_chips.items()} != rooms:
            for chip in self._where_chips.values():
                self._where_flow.removeWidget(chip)
                chip.deleteLater()
            self._where_chips = {key: Chip(name) for key, name in rooms.items()}
            for chip in self._where_chips.values():
                chip.clicked.connect(self._on_where)
                self._where_flow.addWidget(chip)
        for key, chip in self._where_chips.items():
            chip.setChecked(key in chosen)
            chip.updateGeometry()

    def show_result(self) -> None:
        """Bring what an answer led to into sight."""
        if self._quick_fix.isVisibleTo(self):
            self._scroll.ensureWidgetVisible(self._quick_fix, 0, px(12))

    @property
    def check(self) -> Check | None:
        """The check that is shown."""
        return self._asked.check if self._asked else None

    @property
    def back_button(self) -> Button:
        """The button at the foot, for F6."""
        return self._back

    def settle(self) -> None:
        """Hand on a note that is still being written."""
        self._note.settle()

    # ------------------------------------------------------------------ what is pressed

    def _on_answer(self) -> None:
        for button, answer in zip(self._answer_buttons, self._answers, strict=True):
            if button is self.sender():
                self._give(answer)

    def _give(self, answer: Answer) -> None:
        self.answered.emit(answer)

    def _on_dropped(self) -> None:
        self._give(Answer.NO_LONGER_USED if self.sender() is self._not_used else Answer.NOT_HERE)

    def _on_where(self) -> None:
        self.pinned.emit(tuple(key for key, chip in self._where_chips.items() if chip.isChecked()))

    def _on_slip(self) -> None:
        self.near_miss_marked.emit(self._slip.isChecked())

    def _on_next(self) -> None:
        self._note.settle()
        self.next_asked.emit()

    def _open_note(self) -> None:
        self._note_box.show()
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self._note_box, 0, px(12))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take single keys, but only while nothing is being written."""
        key = Qt.Key(event.key())
        if not look.by_keyboard:
            look.by_keyboard = True
            self.update()
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._answer_by_key(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self._on_next()
        elif key == Qt.Key.Key_Left:
            self.back_asked.emit()
        elif key == Qt.Key.Key_S:
            self.skipped.emit()
        elif key == Qt.Key.Key_N:
            self._open_note()
        else:
            super().keyPressEvent(event)

    def _answer_by_key(self, answer: Answer) -> None:
        button = self._answer_buttons[self._answers.index(answer)]
        if button.isVisible():
            self._give(answer)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and look.by_keyboard:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("focus"), 3))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -7), 15, 15)
