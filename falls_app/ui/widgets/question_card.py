"""The question card: one check, its answers, and what an answer leads to."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from falls_app.domain.asking import Asked
from falls_app.domain.checklist import Answer, Check
from falls_app.i18n import _
from falls_app.ui.evidence import evidence_of
from falls_app.ui.focus import order_tabs
from falls_app.ui.incoming import brings_pictures, sources_in
from falls_app.ui.session import Session
from falls_app.ui.space import Space
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.after_answer import AfterAnswer
from falls_app.ui.widgets.alike_offer import AlikeOffer
from falls_app.ui.widgets.answer_list import KEYS, AnswerList
from falls_app.ui.widgets.boxes import Divider, Scroll, column
from falls_app.ui.widgets.card_foot import CardFoot
from falls_app.ui.widgets.card_head import CardHead
from falls_app.ui.widgets.card_words import LARGE, SHORT, SMALL, CardWords
from falls_app.ui.widgets.pressable import is_switched_off
from falls_app.ui.widgets.ringed_card import RingedCard
from falls_app.ui.widgets.text import Words


class QuestionCard(RingedCard):
    """One check at one place; the same widgets are filled again for each check.

    Keys work while the card itself has focus: 1 2 3 0 ? to answer, Enter or → for the next
    check, ← for the one before, S to skip, P N M for a photo, a note, a size.

    Signals:
        answered(Answer), pinned(tuple), near_miss_marked(bool): the user did so.
        evidence_asked(str, tuple): "photo", "note" or "measure", with pictures that were dropped.
        next_asked(), back_asked(), skipped(), rooms_asked(): they were pressed.
        plan_asked(bool): the plan was asked for, True for the step of this check.
    """

    answered = Signal(object)
    pinned = Signal(object)
    near_miss_marked = Signal(bool)
    evidence_asked = Signal(str, object)
    next_asked = Signal()
    back_asked = Signal()
    skipped = Signal()
    rooms_asked = Signal()
    plan_asked = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked: Asked | None = None
        self.setAcceptDrops(True)
        self._since_turn = QElapsedTimer()
        self._since_turn.start()
        self.head = CardHead()
        for here, there in (
            (self.head.rooms_asked, self.rooms_asked),
            (self.head.skipped, self.skipped),
        ):
            here.connect(there)
        self.head.plan_asked.connect(self._on_plan)
        self._answers = AnswerList()
        self._answers.given.connect(self.answered)
        self.alike = AlikeOffer()
        self.alike.taken.connect(self._on_taken)
        self._proposed: Answer | None = None
        self._after = AfterAnswer(session)
        for here, there in (
            (self._after.pinned, self.pinned),
            (self._after.near_miss_marked, self.near_miss_marked),
        ):
            here.connect(there)
        self._after.plan_asked.connect(self._on_plan_step)
        self._after.rearranged.connect(self._on_rearranged)
        self._keys = Words("", 16, 400, "ink3")
        self._foot = CardFoot()
        self._foot.back_asked.connect(self.back_asked)
        self._foot.next_asked.connect(self.go_on)
        self._foot.evidence_asked.connect(self._on_evidence)
        self._words = CardWords(session)
        self._lines = column(
            self._words,
            4,
            self.alike,
            self._answers,
            self._after,
            self._keys,
            None,
            gap=11,
            margins=(28, 10, 28, 12),
        )
        body = QWidget()
        body.setLayout(self._lines)
        self._scroll = Scroll(body, "surface")
        self._parts = column(
            self.head, (self._scroll, 1), Divider(), self._foot, gap=0, margins=(6, 4, 6, 8)
        )
        self.setLayout(self._parts)

    # ------------------------------------------------------------------ filling it

    def show_check(
        self, asked: Asked, place: str, number: int, states: Sequence[str], *, space: Space
    ) -> None:
        """Show a check: ``number`` counts from 0 among ``states``, those of the whole place.

        With little space the answers are lower; with very little they follow the question at once,
        there is no picture, and the bar on top says what the head says elsewhere.
        """
        self._fit(space)
        new = self._asked is None or asked.place != self._asked.place
        self._asked = asked
        check, say = asked.check, self._session.say
        counted = self.head.show_place(place, number, states)
        self._words.show_check(check)
        self.setAccessibleName(f"{place}. {counted}. {say(check.question)} {say(check.look)}")
        self._answers.show_check(self._session, asked, space)
        self._show_keys(asked)
        self._after.show_check(asked)
        self._foot.evidence.show_evidence(evidence_of(self._session, asked))
        if new:
            self._since_turn.start()
            self._scroll.verticalScrollBar().setValue(0)

    def show_alike(self, room: str, number: int, proposed: Answer | None) -> None:
        """Offer so many answers of another room, or propose one of them; 0 offers nothing."""
        self._proposed = proposed
        if proposed is not None and self._asked is not None:
            self.alike.propose(room, self._session.say(self._asked.check.answers[proposed]))
        elif number:
            self.alike.offer(room, number)
        else:
            self.alike.hide()

    def _fit(self, space: Space) -> None:
        """Arrange the parts for this much space."""
        self.head.show_folded(
            rooms=space.folds_rail and not space.shows_strip, plan=space.folds_rail
        )
        self._foot.fit(space)
        self._words.show_low(space.is_low)
        if space.answers_first != self._words.is_short:
            self._bring_answers_up(space.answers_first)
        if space.heads_scroll != self.is_flat:
            self._lie_flat(space.heads_scroll)
        small = SMALL if space.is_tiny else SHORT
        self._words.write_in(small if space.answers_first else LARGE)

    def _bring_answers_up(self, up: bool) -> None:
        """Let all but the question come after the answers, or stand above them again."""
        if up:
            for widget in (self._words.ask, self._words.reason):
                self._lines.insertWidget(self._lines.indexOf(self._keys), widget)
        self._words.show_short(up)
        self._lines.setSpacing(px(7 if up else 11))

    def _lie_flat(self, flat: bool) -> None:
        """Fill the page, with the head of the card below its answers, or be a card upon it."""
        self.head.show_low(flat)
        if flat:
            self._lines.insertWidget(self._lines.count() - 1, self.head)
        else:
            self._parts.insertWidget(0, self.head)
        self.show_flat(flat)
        self._scroll.lie_on("paper" if flat else "surface")
        self._lines.setContentsMargins(*map(px, (24, 6, 24, 12) if flat else (28, 10, 28, 12)))
        self._parts.setContentsMargins(*map(px, (4, 3, 4, 4) if flat else (6, 4, 6, 8)))

    def _show_keys(self, asked: Asked) -> None:
        answers = asked.check.answers
        keys = "1 2 3" if Answer.PARTLY in answers else "1 3"
        others = _("{keys} 0 ?") if Answer.NOT_HERE in answers else _("{keys} ?")
        words = (
            _("Keys: {keys} to answer, Enter for next, P photo, N note, M measure.")
            if asked.check.measures
            else _("Keys: {keys} to answer, Enter for next, P photo, N note.")
        )
        self._keys.setText(words.format(keys=others.format(keys=keys)))
        self._keys.setVisible(asked.answer is None and look.single_keys)

    def show_result(self) -> None:
        """Bring what an answer led to into sight, once it has its place."""
        QTimer.singleShot(0, self, self._scroll_to_result)

    def _scroll_to_result(self) -> None:
        if self._after.quick_fix.isVisibleTo(self):
            self._scroll.ensureWidgetVisible(self._after.quick_fix, 0, px(12))

    @property
    def check(self) -> Check | None:
        """The check that is shown."""
        return self._asked.check if self._asked else None

    # ------------------------------------------------------------------ what is pressed

    def _on_taken(self) -> None:
        """Answer as in the first room and go on."""
        if self._proposed is not None:
            self.answered.emit(self._proposed)
            self.next_asked.emit()

    def go_on(self) -> None:
        """Go on; the second half of a double click does not skip a check that nobody saw."""
        quick = self._since_turn.elapsed() < QApplication.doubleClickInterval()
        if quick and self._asked is not None and self._asked.finding is None:
            return
        self.next_asked.emit()

    def skip(self) -> None:
        """Leave the check unanswered for now."""
        self.skipped.emit()

    @property
    def has_sizes(self) -> bool:
        """True if there is something to measure."""
        return bool(self.check and self.check.measures)

    def ask_photo(self) -> None:
        """Ask for the sheet, at its photos."""
        self._on_evidence("photo")

    def ask_note(self) -> None:
        """Ask for the sheet, at its note."""
        self._on_evidence("note")

    def ask_measure(self) -> None:
        """Ask for the sheet, at its sizes."""
        self._on_evidence("measure")

    def _on_plan(self) -> None:
        self.plan_asked.emit(False)

    def _on_rearranged(self) -> None:
        order_tabs(self)

    def _on_plan_step(self) -> None:
        self.plan_asked.emit(True)

    def _on_evidence(self, part: str) -> None:
        self.evidence_asked.emit(part, ())

    def _part_of(self, key: Qt.Key) -> str | None:
        """Return which evidence a key asks for; only checks with sizes have one to measure."""
        part = {Qt.Key.Key_P: "photo", Qt.Key.Key_N: "note", Qt.Key.Key_M: "measure"}.get(key)
        return None if part == "measure" and not self.has_sizes else part

    def _scroll_by(self, key: Qt.Key) -> bool:
        """Scroll the card by a key; return whether the key is one that scrolls."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        bar.setValue(bar.value() + steps.get(key, 0))
        return key in steps

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
        if plain != Qt.KeyboardModifier.NoModifier or is_switched_off(event):
            super().keyPressEvent(event)
        elif key in KEYS:
            self._answers.give(KEYS[key])
        elif self._proposed is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_taken()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.go_on()
        elif key == Qt.Key.Key_Left:
            self.back_asked.emit()
        elif key == Qt.Key.Key_S:
            self.skipped.emit()
        elif (part := self._part_of(key)) is not None:
            self._on_evidence(part)
        elif not self._scroll_by(key):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_pictures(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.evidence_asked.emit("photo", sources_in(event.mimeData()))
