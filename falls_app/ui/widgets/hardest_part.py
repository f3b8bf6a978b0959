"""Which part of the home is hardest, asked once the rooms are known: the walk looks there early."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.home import Home
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.setup import Question
from falls_app.ui.widgets.step_parts import ChipRow

FEWEST = 2
"""With fewer rooms than this there is nothing to choose from."""


class HardestPart(QWidget):
    """The rooms as chips, of which at most one is chosen.

    Signals:
        chosen(str): the id of the room that was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rooms = ChipRow()
        self._rooms.chosen.connect(self.chosen)
        asked = Question(
            _("Which part is hardest to get about in?"), self._rooms,
            _("The walk looks there early. You can skip this."),
        )  # fmt: skip
        self.setLayout(column(asked))

    def show_home(self, home: Home) -> bool:
        """Show the rooms as they are now, and the one that was chosen; True: other chips."""
        rooms = {room.id: room.name for room in home.rooms}
        self.setVisible(len(rooms) >= FEWEST)
        name = _("The hardest part is here: {words}")
        return self._rooms.show_choices(rooms, home.hardest, name=name)
