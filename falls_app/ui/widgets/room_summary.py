"""The end of a place: what was found there, each answer with a way back, and where to go next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.places import load_places
from falls_app.domain.asking import Asked, minutes_needed
from falls_app.domain.overview import BONES, checks_at
from falls_app.drawing.house_map import Spot, draw_room, draw_tree
from falls_app.drawing.score import Box
from falls_app.i18n import _, ngettext
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.minute_words import room_minutes
from falls_app.ui.session import Session
from falls_app.ui.space import Space
from falls_app.ui.theme import look, plain_font, px
from falls_app.ui.widgets.answer_list import STATES
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Divider, Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Shape, Tag, Tile
from falls_app.ui.widgets.text import Words


class RoomPicture(QWidget):
    """One room alone, with its light on."""

    def __init__(self) -> None:
        super().__init__()
        self._spot: Spot | None = None
        self.setFixedSize(px(132), px(118))

    def show_spot(self, spot: Spot) -> None:
        """Show another room."""
        self._spot = spot
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spot is None:
            return
        surface = QtSurface(QPainter(self), plain_font)
        if self._spot.id == BONES:
            draw_tree(surface, look.theme, Box(0, 0, self.width(), self.height()))
        else:
            draw_room(surface, look.theme, self._spot, self.width(), self.height())


class FoundRow(QWidget):
    """One answer: shape, what it is about, the words, and a button to change it.

    Signals:
        change_asked(tuple): the place (check, room) of the answer, which is to be changed.
    """

    change_asked = Signal(object)

    def __init__(self, session: Session, asked: Asked) -> None:
        super().__init__()
        self._place = asked.place
        answer = asked.answer
        check = asked.check
        words = session.say(check.answers.get(answer, "")) if answer else _("Not answered yet")
        if answer and answer not in check.answers:
            words = _("No longer used") if answer.is_dropped else _("Not sure yet. Look again.")
        change = Button(
            _("Change") if answer else _("Answer"),
            "quiet",
            height=44,
            size=17,
            name=_("Change: {check}").format(check=session.say(check.short)),
        )
        change.clicked.connect(self._on_change)
        title, said = Words(session.say(check.short), 18, 500), Words(words, 16, 400, "ink2")
        text, shape = QWidget(), Shape(STATES[answer] if answer else "none", 28)
        text.setLayout(column(title, said, gap=0))
        line = beside(shape, (text, 1), *_evidence(asked), change, gap=14, least=190)
        self.setLayout(column(line, margins=(18, 7, 10, 7)))

    def _on_change(self) -> None:
        self.change_asked.emit(self._place)


class RoomSummary(QWidget):
    """The answers of one place.

    Signals:
        change_asked(tuple): the place (check, room) of an answer to change.
        went(str): the next place, or "results". rooms_asked(): all rooms are wanted.
    """

    change_asked = Signal(object)
    went = Signal(str)
    rooms_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._next_place = ""
        self._picture = RoomPicture()
        self._count = Tag("", "ok", icon="check")
        self._took = Tag("", "plain", icon="clock")
        self._title = Words("", 36, serif=True)
        self._said = Words("", 19, 400, "ink2")
        self._rows = column(gap=0, margins=(0, 5, 0, 10))  # the card’s shadow takes 5 below
        self._found = Card(self._rows)
        self._next_icon = Tile("door")
        self._next_title = Words("", 20, 700)
        self._next_said = Words("", 16, 400, "ink2")
        self.next = Button("", "primary", after="arrow-right", key="Enter", height=52)
        self.next.clicked.connect(self._on_next)
        head = row(self._picture, gap=28)
        head.addLayout(
            column(None, Flow(self._count, self._took), self._title, self._said, None, gap=4), 1
        )
        after = QWidget()
        after.setLayout(column(self._next_title, self._next_said, gap=0))
        self._rooms = Button(_("Map"), "quiet", icon="map", height=52, name=_("Map: all rooms"))
        self._rooms.clicked.connect(self.rooms_asked)
        foot = beside(self._next_icon, (after, 1), self._rooms, self.next, gap=14, least=180)
        self._found_head = beside(
            Words(_("What you found"), 18, 700),
            Words(_("Nothing here is a grade. Change any answer."), 16, 400, "ink2"),
            apart=True,
        )
        body = QWidget()
        self._lines = column(
                head,
                14,
                self._found_head,
                self._found,
                None,
                gap=8,
                margins=(28, 22, 28, 12),
            )  # fmt: skip
        body.setLayout(self._lines)
        self._onward = Card(column(foot, margins=(16, 14, 16, 18)))
        self._below = column(self._onward, margins=(28, 4, 28, 10))
        self.setLayout(column((Scroll(body), 1), self._below, gap=0))

    def fit(self, space: Space) -> None:
        """Arrange the parts: with little height the way on comes after the answers."""
        self._picture.setVisible(not space.is_single)
        self._rooms.setVisible(space.folds_rail and not space.shows_strip)
        inside = self._lines.indexOf(self._onward) >= 0
        if space.heads_scroll == inside:
            return
        if space.heads_scroll:
            self._lines.insertWidget(self._lines.count() - 1, self._onward)
        else:
            self._below.addWidget(self._onward)
        edges = (28, 0, 28, 0) if space.heads_scroll else (28, 4, 28, 10)
        self._below.setContentsMargins(*map(px, edges))

    def show_place(self, place: str) -> None:
        """Show the answers of a place, the open ones first."""
        view = self._session.view
        here = checks_at(place, view.score.places)
        name = view.place_name(place)
        mark = view.marks[place]
        spot = next(each for each in view.spots if each.id == place)
        self._picture.show_spot(spot)
        self._count.show_words(
            _("{done} of {total} checks").format(done=mark.done, total=mark.total)
        )
        title = _("{place}: looked at") if here else _("{place}: nothing to ask now")
        self._title.setText(title.format(place=name))
        for each in (self._count, self._found_head, self._found):
            each.setVisible(bool(here))
        self._show_time(here)
        pinned = mark.number - sum(each.is_open for each in here)
        self._said.setText(
            _counted(here, pinned)
            or _("The quick check asks about each kind of room once, in the one used most.")
        )
        clear(self._rows)
        order = {"fix": 0, "some": 1, "unsure": 2, "": 3, "ok": 4, "na": 5}
        in_order = sorted(here, key=lambda each: order[STATES[each.answer] if each.answer else ""])
        for number, asked in enumerate(in_order):
            if number:
                self._rows.addWidget(Divider())
            line = FoundRow(self._session, asked)
            line.change_asked.connect(self.change_asked)
            self._rows.addWidget(line)
        self._show_next(place)

    def _show_time(self, here: tuple[Asked, ...]) -> None:
        words = room_minutes(self._session, here)
        self._took.show_words(words)
        self._took.setAccessibleName(_("Time here: {time}").format(time=words))
        self._took.setVisible(bool(words))

    def _show_next(self, place: str) -> None:
        view = self._session.view
        after = view.places[view.places.index(place) + 1 :]
        order = (*after, *view.places[: view.places.index(place)])
        open_places = (each for each in order if view.marks[each].done < view.marks[each].total)
        left = sorted(open_places, key=BONES.__eq__)  # what is not of the home comes last
        self._next_place = left[0] if left else "results"
        areas = load_places().areas
        if not left:
            self._next_icon.set_icon("chart")
            self._next_title.setText(_("All places are looked at"))
            self._next_said.setText(_("See how the home stands."))
            self.next.set_words(_("See the results"))
            return
        mark = view.marks[self._next_place]
        checks = mark.total - mark.done
        room = self._session.case.home.room(self._next_place)
        key = room.area if room else "BONES" if self._next_place == BONES else ""
        self._next_icon.set_icon(areas[key].icon if key in areas else "home")
        name = view.place_name(self._next_place)
        title = _("Next room: {place}") if room else _("Next: {place}")
        self._next_title.setText(title.format(place=name))
        minutes = minutes_needed(checks, rooms=int(room is not None))
        left_words = ngettext("{n} check left", "{n} checks left", checks)
        about = ngettext("about {n} minute", "about {n} minutes", minutes)
        self._next_said.setText(f"{left_words}, {about}")
        self.next.set_words(_("Go on"), _("Go on to {place}").format(place=name))

    def _on_next(self) -> None:
        self.went.emit(self._next_place)


def _evidence(asked: Asked) -> list[Tag]:
    """Return a tag for the photos of an answer, and one for its note."""
    finding = asked.finding
    if finding is None:
        return []
    photos = len(finding.photos)
    words = ngettext("{n} photo", "{n} photos", photos)
    tags = [Tag(words, "plain", icon="camera")] if photos else []
    return [*tags, Tag(_("1 note"), "plain", icon="note")] if finding.note else tags


def _counted(here: tuple[Asked, ...], pinned: int) -> str:
    """Return in words how many answers are good, worth a fix and to look at again."""
    good = sum(each.answer is not None and STATES[each.answer] == "ok" for each in here)
    fix = sum(each.is_open for each in here)
    again = sum(each.finding is not None and not each.is_known for each in here)
    parts = []
    if good:
        parts.append(
            ngettext("{n} thing is good as it is.", "{n} things are good as they are.", good)
        )
    if fix:
        parts.append(ngettext("{n} is worth a fix.", "{n} are worth a fix.", fix))
    if again:
        parts.append(ngettext("{n} to look at again.", "{n} to look at again.", again))
    if pinned > 0:
        words = ngettext(
            "{n} more to fix comes from the whole house.",
            "{n} more to fix come from the whole house.",
            pinned,
        )
        parts.append(words)
    return " ".join(parts)
