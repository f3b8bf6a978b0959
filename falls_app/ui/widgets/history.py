"""What was measured so far: a picture of the numbers over time, and the numbers in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, Divider, clear, column, row
from falls_app.ui.widgets.buttons import IconButton
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.trend import Point, Trend


@dataclass(frozen=True, slots=True)
class Entry:
    """One number in words: the day, what was measured, more about it, and how to take it out.

    ``key`` tells it from the others. ``remove`` is the name of the button, "" for none.
    """

    key: object
    when: str
    words: str
    more: str = ""
    remove: str = ""


class History(Card):
    """The picture stands beside the words where there is room, above them where there is not.

    Signals:
        removed(object): the user wants the entry of this key out.
    """

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._said = Words("", 22, serif=True), Words("", 18, 600, "primary")
        self._trend, self._axis = Trend(), Words("", 15, 400, "ink2")
        self._lines = column(gap=4)
        self._shown: tuple[object, ...] = ()
        self._keys: dict[object, object] = {}
        self._left, right, halves = QWidget(), QWidget(), QWidget()
        self._left.setLayout(column(self._said, self._axis, self._trend, None, gap=6))
        right.setLayout(column(self._lines, None, gap=0))
        halves.setLayout(Even(self._left, right, narrowest=300, most=2, gap=28))
        self.setLayout(column(self._title, halves, gap=8, margins=(20, 16, 20, 22)))

    def show_entries(
        self,
        title: str,
        said: str,
        entries: Sequence[Entry],
        points: Sequence[Point],
        name: str,
        axis: str,
    ) -> None:
        """Show the entries in this order; the picture of the points shows from two on.

        ``said`` stands above it, ``axis`` says what goes up, ``name`` says it all in words.
        """
        shown = (title, said, tuple(entries), tuple(points), axis)
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(title)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        for each in (self._trend, self._axis):
            each.setVisible(len(points) > 1)
        self._left.setVisible(bool(said) or len(points) > 1)
        self._axis.setText(axis)
        self._trend.show_points(points, name)
        clear(self._lines)
        self._keys = {}
        for number, entry in enumerate(entries):
            if number:
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._entry(entry))

    def _entry(self, entry: Entry) -> QWidget:
        when = Words(entry.when, 17, 700)
        when.setFixedWidth(px(128))
        words = column(Words(entry.words, 17), gap=0)
        if entry.more:
            words.addWidget(Words(entry.more, 16, 400, "ink2"))
        line, holder = row(gap=10, margins=(0, 6, 0, 6)), QWidget()
        line.addLayout(column(when, None, gap=0))
        line.addLayout(words, 1)
        if entry.remove:
            button = IconButton("trash", entry.remove)
            button.clicked.connect(self._on_remove)
            self._keys[button] = entry.key
            line.addLayout(column(button, None, gap=0))
        holder.setLayout(line)
        return holder

    def _on_remove(self) -> None:
        key = self._keys.get(self.sender())
        if key is not None:
            self.removed.emit(key)
