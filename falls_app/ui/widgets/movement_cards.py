"""Cards about movements and habits: what an answer leads to, and where the home can help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from falls_app.domain.screening.bone_items import BoneItem
from falls_app.domain.screening.movement import Habit, Movement
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon, Tag
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import YesNoCard


@dataclass(frozen=True, slots=True)
class Spot:
    """A check of the home with the words of its button; ``target`` "" if it is not asked now."""

    words: str
    target: str


class MovementCard(YesNoCard):
    """A movement with its answers; a yes names the checks of the home that are worth a look.

    Signals:
        opened(str): a check of the home is to be shown, such as "walk:r2:KIT01".
    """

    opened = Signal(str)

    def __init__(self, movement: Movement) -> None:
        super().__init__()
        self.movement = movement
        self._spots: Sequence[Spot] = ()
        self._holder = QWidget()
        self._flow = Flow(gap=8)
        self._buttons = QWidget()
        self._buttons.setLayout(self._flow)
        self._lead = Words(_("This makes these worth a look in the home:"), 16, 600, "ink2")
        self._later = Words("", 16, 400, "ink2")
        self._holder.setLayout(column(self._lead, self._buttons, self._later, gap=6))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self._holder)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Show the way to these checks of the home."""
        self._holder.setVisible(bool(spots))
        if spots == self._spots:
            return
        self._spots = spots
        clear(self._flow)
        for spot in spots:
            if spot.target:
                button = Button(spot.words, after="arrow-right", height=44, size=16)
                button.setProperty("target", spot.target)
                button.clicked.connect(self._on_spot)
                self._flow.addWidget(button)
        self._buttons.setVisible(any(spot.target for spot in spots))
        later = " · ".join(spot.words for spot in spots if not spot.target)
        self._later.setText(_("In the full check: {checks}").format(checks=later))
        self._later.setVisible(bool(later))

    def _on_spot(self) -> None:
        self.opened.emit(str(self.sender().property("target")))


class HabitCard(Card):
    """Lines about a daily habit, what was said about it, and the way to its questions.

    Signals:
        opened(str): a question of the bone check is to be shown, by its id.
    """

    opened = Signal(str)

    def __init__(self, habit: Habit, items: Iterable[BoneItem]) -> None:
        super().__init__()
        self._said: dict[str, tuple[Words, Button]] = {}
        head = row((Words(content(habit.title), 21, serif=True), 1), gap=10)
        if habit.private:
            head.addWidget(Tag(_("Private"), "plain", icon="lock"))
        body = column(head, gap=7, margins=(20, 14, 20, 18))
        for text in habit.lines:
            line = row(gap=10)
            line.addLayout(column(3, Icon("check", 18, "primary"), None, gap=0))
            line.addWidget(Words(content(text), 17), 1)
            body.addLayout(line)
        for item in items:
            body.addLayout(self._answer_row(item))
        body.addStretch(1)
        self.setLayout(body)

    def _answer_row(self, item: BoneItem) -> QVBoxLayout:
        words = Words("", 16, 600, "ink2")
        button = Button("", "quiet", icon="pen", height=44, size=16)
        button.setProperty("item", item.id)
        button.clicked.connect(self._on_item)
        self._said[item.id] = (words, button)
        return column(words, row(button, None), gap=0)

    def show_said(self, item: str, said: str, link: str) -> None:
        """Show what was said about one of its questions, and what its button does."""
        words, button = self._said[item]
        words.setText(said)
        button.set_words(link)

    def _on_item(self) -> None:
        self.opened.emit(str(self.sender().property("item")))
