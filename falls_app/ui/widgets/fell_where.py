"""Where the last slip or fall was, asked once the rooms are known: the walk starts there."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from falls_app.domain.bones import Fall
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.setup import Question
from falls_app.ui.widgets.step_parts import ChipRow

MOST = 1
"""With more falls than this in the diary, each is told there, with its day."""


class FellWhere(QWidget):
    """The rooms as chips, for somebody who said that there was a slip or fall.

    A room that is chosen writes the fall down in the diary; pressed again, it is taken back.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rooms = ChipRow()
        self._rooms.chosen.connect(self._on_room)
        asked = Question(
            _("Where was the last slip or fall?"), self._rooms,
            _("The walk starts there. You can skip this."),
        )  # fmt: skip
        self.setLayout(column(asked))

    def show_case(self) -> bool:
        """Show the rooms as they are now, and the one that was chosen; True: other chips."""
        case = self._session.case
        falls, rooms = case.bones.falls, {room.id: room.name for room in case.home.rooms}
        self.setVisible(bool(case.person.fall_last_year and rooms and len(falls) <= MOST))
        name = _("The last slip or fall was here: {words}")
        return self._rooms.show_choices(rooms, self._fall.room or "", name=name)

    @property
    def _fall(self) -> Fall:
        falls = self._session.case.bones.falls
        return falls[0] if falls else Fall("")

    def _on_room(self, room: str) -> None:
        fall, session = self._fall, self._session
        told = replace(fall, room=None if room == fall.room else room, place="")
        if replace(told, id="") == Fall(""):
            session.remove_fall(fall.id)
        else:
            session.write_fall(told if told.id else replace(told, id=str(uuid4())))
        self.show_case()
