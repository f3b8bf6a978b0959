"""Two values of one home side by side, wherever they differ; people choose which one counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.merging import Key, Side
from falls_app.ui.widgets.boxes import Card, clear, column
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.side_choice import SideChoice
from falls_app.ui.widgets.text import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference in words: the place it stands under, what it is about, and both sides.

    ``key`` is that of the ``Difference``; ``chosen`` is the side that is chosen at first, None
    if people are to say.
    """

    key: Key
    place: str
    what: str
    mine: str
    theirs: str
    chosen: Side | None = None


class DifferenceList(QWidget):
    """All differences below the names of their places, each with two sides to choose from.

    Signals: changed(): another side was chosen somewhere.
    """

    changed = Signal()

    def __init__(self, mine: str, theirs: str) -> None:
        """Call the sides by these names: "On this computer", "In the file"."""
        super().__init__()
        self._mine, self._theirs = mine, theirs
        self._rows: dict[Key, _Row] = {}
        self._places = column(gap=14)
        self.setLayout(self._places)

    def show_lines(self, lines: Sequence[Shown]) -> None:
        """Show these differences in place of those before."""
        clear(self._places)
        self._rows = {}
        for place, under in _by_place(lines):
            group = column(Words(place, 22, serif=True), gap=12, margins=(22, 16, 20, 22))
            for line in under:
                row = self._rows[line.key] = _Row(line, self._mine, self._theirs)
                row.chosen.connect(self.changed)
                group.addWidget(row)
            self._places.addWidget(Card(group))

    def choose_all(self, side: Side) -> None:
        """Choose the same side everywhere."""
        for row in self._rows.values():
            row.choose(side)
        self.changed.emit()

    @property
    def taken(self) -> frozenset[Key]:
        """The keys of the differences where theirs was chosen."""
        return frozenset(key for key, row in self._rows.items() if row.side is Side.THEIRS)

    @property
    def still_open(self) -> int:
        """How many differences have no side chosen yet."""
        return sum(row.side is None for row in self._rows.values())

    @property
    def first(self) -> QWidget | None:
        """The first choice of the list; the first open one, if there is any."""
        rows = list(self._rows.values())
        waiting = [row for row in rows if row.side is None] or rows
        return waiting[0].first if waiting else None


class _Row(QWidget):
    """One difference. Signals: chosen(): a side was chosen."""

    chosen = Signal()

    def __init__(self, line: Shown, mine: str, theirs: str) -> None:
        super().__init__()
        self.side: Side | None = None
        self._choices = {
            Side.MINE: SideChoice(mine, line.mine, line.what),
            Side.THEIRS: SideChoice(theirs, line.theirs, line.what),
        }
        self.first = self._choices[Side.MINE]
        for choice in self._choices.values():
            choice.clicked.connect(self._on_pressed)
        both = QWidget()
        both.setLayout(Even(*self._choices.values(), narrowest=260, most=2, gap=10))
        self.setLayout(column(Words(line.what, 17, 600), both, gap=6))
        if line.chosen is not None:
            self.choose(line.chosen)

    def choose(self, side: Side) -> None:
        """Choose a side, without telling anybody."""
        self.side = side
        for each, choice in self._choices.items():
            choice.choose(each is side)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        self.choose(next(side for side, each in self._choices.items() if each is pressed))
        self.chosen.emit()


def _by_place(lines: Sequence[Shown]) -> Iterator[tuple[str, list[Shown]]]:
    places: dict[str, list[Shown]] = {}
    for line in lines:
        places.setdefault(line.place, []).append(line)
    yield from places.items()
