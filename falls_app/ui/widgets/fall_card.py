"""A fall in the list of the diary: when, where, what was told, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.content.screening import load_diary
from falls_app.domain.bones import Fall
from falls_app.domain.screening.diary import DiaryOption
from falls_app.i18n import _, ngettext
from falls_app.reason_words import BETWEEN
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import day_of


class FallCard(Card):
    """One fall. Signals:
    opened(str), removed(str): the fall of this id is wanted, or to go.
    looked(str): the room of this id is wanted, where it happened.
    """

    opened = Signal(str)
    removed = Signal(str)
    looked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fall = Fall("")
        self._title = Words("", 20, serif=True)
        self._where = Words("", 17, 500)
        self._told = Words("", 16, 400, "ink2")
        self._change = Button(_("Change"), "secondary", icon="pen", height=44, size=16)
        self._look = Button("", "quiet", icon="home", height=44, size=16)
        self._remove = IconButton("trash", "")
        self._change.clicked.connect(self._on_change)
        self._remove.clicked.connect(self._on_remove)
        self._look.clicked.connect(self._on_look)
        words = QWidget()
        words.setLayout(column(self._title, self._where, self._told, gap=3))
        buttons = row(self._look, self._change, self._remove, None, gap=6)
        head = row(gap=16)
        head.addLayout(column(Tile("walk"), None, gap=0))
        head.addWidget(words, 1)
        self.setLayout(column(head, buttons, gap=8, margins=(18, 14, 18, 18)))

    def show_fall(self, session: Session, fall: Fall) -> None:
        """Show this fall."""
        self._fall = fall
        title = fall_title(session, fall)
        room = session.case.home.room(fall.room)
        self._title.setText(title)
        where = [room.name if room else fall.place, fall.doing]
        self._show(self._where, BETWEEN.join(each for each in where if each))
        self._show(self._told, BETWEEN.join(_told(session, fall)))
        self._change.setAccessibleName(_("Change the fall: {when}").format(when=title))
        self._remove.set_name(_("Remove the fall: {when}").format(when=title))
        self._look.setVisible(room is not None)
        if room is not None:
            self._look.set_words(_("Look at the place: {room}").format(room=room.name))

    @staticmethod
    def _show(words: Words, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    def _on_change(self) -> None:
        self.opened.emit(self._fall.id)

    def _on_remove(self) -> None:
        self.removed.emit(self._fall.id)

    def _on_look(self) -> None:
        self.looked.emit(self._fall.room or "")


def fall_title(session: Session, fall: Fall) -> str:
    """Return when a fall was: "Nov 12, in the evening", "Not sure when"."""
    day = day_of(session, fall.date) or _("Not sure when")
    time = _words(session, load_diary().times, fall.time)
    return f"{day}, {time[:1].lower()}{time[1:]}" if time and fall.time != "not_sure" else day


def _told(session: Session, fall: Fall) -> list[str]:
    """Return what was told, in a few words each; what is private stays in the form."""
    told = []
    for question in load_diary().questions:
        answer = fall.answers.get(question.id, "")
        if answer and not question.private:
            words = _words(session, question.options, answer)
            told.append(f"{session.say(question.said)}: {words[:1].lower()}{words[1:]}")
    if fall.minutes:
        told.append(ngettext("{n} minute on the floor", "{n} minutes on the floor", fall.minutes))
    return [*told, fall.note] if fall.note else told


def _words(session: Session, options: tuple[DiaryOption, ...], chosen: str) -> str:
    return next((session.say(each.words) for each in options if each.id == chosen), chosen)
