"""The board as a whole: which card stands where, and how the keyboard goes from card to card."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from falls_app.domain.plan import Plan
from falls_app.domain.step import Column, Step
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.plan_board import BoardCard, BoardColumn
from falls_app.ui.widgets.step_face import face_of

EVERYONE = "*"


class StepBoard(QWidget):
    """The columns and their cards; a card is kept as long as its step is shown.

    ``at`` is the key of the card last gone to, "" if there is none.
    Signals:
        opened(str), ticked(str): those of the cards, by the step's key.
        asked(str): a key was pressed on the card last gone to, as Qt writes it.
        reached(BoardCard): the keyboard went to this card: it is to be in sight.
    """

    opened = Signal(str)
    ticked = Signal(str)
    asked = Signal(str)
    reached = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.at = self._in_sight = ""
        # Runs when the layouts have settled: only then the cards are where they will be.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._on_settled)
        self._cards: dict[str, BoardCard] = {}
        self._columns = {each: BoardColumn(each) for each in Column}
        self._box = row(*((each, 1) for each in self._columns.values()), gap=16)
        self.setLayout(self._box)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    # ------------------------------------------------------------------ showing

    def show_steps(self, who: str, open_key: str) -> None:
        """Show the steps of a person or of ``EVERYONE``; hidden if the plan has none at all."""
        board = {which: self._session.board_of(which) for which in self._columns}
        steps = [step for here in board.values() for step in here]
        shown = [step for step in steps if who in (EVERYONE, step.who)]
        for key in self._cards.keys() - {step.key for step in shown}:
            self._forget(key)
        for which, column in self._columns.items():
            here = [step for step in board[which] if step in shown]
            column.show_cards(
                [self._card(step, number, open_key) for number, step in enumerate(here)]
            )
        self.setVisible(bool(steps))

    def _card(self, step: Step, place: int, open_key: str) -> BoardCard:
        card = self._cards.get(step.key)
        if card is None:
            card = self._cards[step.key] = BoardCard(step.key)
            card.opened.connect(self.opened)
            card.ticked.connect(self.ticked)
            card.moved.connect(self._on_moved)
            card.asked.connect(self._on_asked)
        card.show_face(
            face_of(self._session, step), is_open=step.key == open_key, with_picture=place == 0
        )
        return card

    def _forget(self, key: str) -> None:
        card = self._cards.pop(key)
        card.hide()
        card.setParent(None)
        card.deleteLater()

    def show_beside(self, beside: bool) -> None:
        """Let the columns stand beside each other, or below each other."""
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    # ------------------------------------------------------------------ what is where

    @property
    def cards(self) -> list[BoardCard]:
        """All cards, column by column."""
        return [card for column in self._columns.values() for card in column.cards]

    def cards_in(self, which: Column) -> list[BoardCard]:
        """Return the cards of a column, from the top."""
        return self._columns[which].cards

    def card(self, key: str) -> BoardCard | None:
        """Return the card of a step, None if it is not shown."""
        return self._cards.get(key)

    def place_of(self, step: Step) -> int:
        """Return where in its column the card of a step stands, from 0; 0 if it is not shown."""
        card, cards = self._cards.get(step.key), self.cards_in(step.column)
        return cards.index(card) if card in cards else 0

    # ------------------------------------------------------------------ the keyboard

    def hold(self, key: str) -> None:
        """Give this card the focus, and keep it in sight where it stands now."""
        if (card := self._cards.get(key)) is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._in_sight = key
            self._settled.start()

    def go_to(self, key: str) -> None:
        """Give the box of this card the focus, and keep the whole card in sight."""
        if (card := self._cards.get(key)) is not None:
            card.done.setFocus(Qt.FocusReason.OtherFocusReason)
            self._in_sight = key
            self._settled.start()

    def go_on(self, step: Step, place: int) -> None:
        """Go to the step that took this place, for a done one moves to the end of its column."""
        plan, cards = self._session.view.plan, self.cards_in(step.column)
        following = [each for each in cards[place:] if not _is_done(plan, each.key)]
        following += [each for each in cards if each.key == step.key]
        if following:
            self.go_to(following[0].key)

    def _on_settled(self) -> None:
        card = self._cards.get(self._in_sight)
        if card is not None and (card.hasFocus() or card.done.hasFocus()):
            self.reached.emit(card)

    def _on_moved(self, key: str, arrow: Qt.Key) -> None:
        """Go to the step above or below, or to the one beside it in the next column."""
        boards = [b.cards for b in self._columns.values() if b.cards]
        at = next(number for number, cards in enumerate(boards) if self._cards[key] in cards)
        place = boards[at].index(self._cards[key])
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(arrow, 0)
        aside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(arrow, 0)
        cards = boards[min(max(at + aside, 0), len(boards) - 1)]
        target = cards[min(max(place + down, 0), len(cards) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(target)

    def _on_asked(self, key: str, keys: str) -> None:
        self.at = key
        self.asked.emit(keys)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember whose card was gone to: its verbs are done from the list of commands too."""
        for key, card in self._cards.items():
            if new is card or new is card.done:
                self.at = key


def _is_done(plan: Plan, key: str) -> bool:
    step = plan.step(key)
    return step is None or step.is_done
