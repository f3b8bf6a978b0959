"""What is in the home: its kind, its rooms and what else is there; the house draws itself."""

from itertools import islice

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.places import RoomKind, load_places
from falls_app.domain import furnishing
from falls_app.domain.home import Home, Use
from falls_app.domain.overview import BONES
from falls_app.i18n import _, content
from falls_app.ui.focus import in_order_of_sight
from falls_app.ui.pages.page import Page
from falls_app.ui.room_kinds import kinds_in, room_kinds
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import NO_LIMIT, Scroll, column, row
from falls_app.ui.widgets.fell_where import FellWhere
from falls_app.ui.widgets.hardest_part import HardestPart
from falls_app.ui.widgets.home_picture import HomePicture
from falls_app.ui.widgets.paper_back import PaperBack
from falls_app.ui.widgets.room_rows import RoomRows
from falls_app.ui.widgets.setup import Chips, Foot, Question, page_title
from falls_app.ui.widgets.shape_cards import ShapeCards

FIRST_SHAPE = "two"
WIDEST, BESIDE = 566, 964
"""The questions get no wider (pixels at 100 % text): the house gets the rest, from the second on.

In a narrower window the house comes after the questions.
"""
HIGHEST, SHARE = 400, 0.56
"""After the questions the house is this high, in pixels at 100 % text, or less: by its width."""
LONGEST = 30
"""Letters of a room's name that the main button can say without taking half of the page."""
_INSIDE = ("BED", "BTH", "LIV", "KIT", "HAL", "LGB")


class HomePage(Page):
    """Ticks on the left, the house they make on the right, and how long the walk will be."""

    stage = "setup:3"

    def title(self) -> str:
        """Return the name of the page."""
        return _("What is in the home?")

    def build(self) -> None:
        """Make the questions, the house and the list of rooms."""
        head, _title, _lead = page_title(
            self.title(), _("Tap to add or take away. We only ask about what is here.")
        )
        self._shapes = ShapeCards()
        self._shapes.pressed.connect(self._on_shape)
        self._rooms = self._kind_chips("rooms", _("Rooms"))
        self._outside = self._kind_chips("outside", _("Steps and outside"))
        self._features = Chips(
            [(each.id, content(each.chip)) for each in load_places().features], name=_("Also here")
        )
        self._features.pressed.connect(self._on_feature)
        self._tenure = Chips(_tenures(), name=_("Owned or rented"))
        self._tenure.pressed.connect(self._on_tenure)
        self._fell = FellWhere(self.session)
        self._hardest = HardestPart()
        self._hardest.chosen.connect(self._on_hardest)
        self._lines = RoomRows(self._features.last)
        self._lines.named.connect(self._on_named)
        self._lines.used.connect(self._on_used)
        self._lines.floored.connect(self._on_floored)
        self._lines.doubled.connect(self._on_doubled)
        self._lines.taken_out.connect(self._on_taken_out)
        form = QWidget()
        self._rest = _together(
            self._fell,
            self._hardest,
            Question(
                _("Is the home owned or rented?"), self._tenure,
                _("Some fixes need a yes from the owner. You can skip this."),
            ),
            Question(
                _("Rather on paper?"), PaperBack(self.go, prints=True),
                _("Print the sheet of this home and fill it in on the way."),
            ),
        )  # fmt: skip
        self._lines_below = column(head, 4, self._what_is_here(), self._rest, None, gap=20)
        form.setLayout(self._lines_below)
        self._questions, self._house = Scroll(form), HomePicture(self.session)
        self._is_telling = False
        self._halves = row((self._questions, 6), (self._house, 7), gap=18)
        both = QWidget()
        both.setLayout(self._halves)
        self._foot = Foot(_("Back"), _("Next"))
        self._foot.back.clicked.connect(self._on_back)
        self._foot.on.clicked.connect(self._on_next)
        self._parts = column((both, 1), self._foot, gap=0)
        self.setLayout(self._parts)
        self._arrange(px(BESIDE))

    def _what_is_here(self) -> QWidget:
        return _together(
            Question(_("Kind of home"), self._shapes),
            Question(_("Rooms"), self._rooms),
            Question(_("Steps and outside"), self._outside),
            Question(
                _("Also here"), self._features,
                _("Tick what is here. Take away what is not."),
            ),
            Question(
                _("Names and use"), self._lines,
                _("Use your own names. Say how often each room is used."),
            ),
        )  # fmt: skip

    def _arrange(self, width: int) -> None:
        """Put the house beside the questions, or after them where there is little width."""
        below = width < px(BESIDE)
        edges = (36, 20, 30, 20) if below else (64, 28, 8, 24)
        self._lines_below.setContentsMargins(*map(px, edges))
        self._questions.setMaximumWidth(NO_LIMIT if below else px(WIDEST))
        self._house.show_below(below)
        if below:
            self._lines_below.insertWidget(self._lines_below.count() - 1, self._house)
            self._parts.insertWidget(1, self._house.lost)
        else:
            self._halves.addWidget(self._house, 7)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < px(BESIDE)
        if below is (self._halves.indexOf(self._house) >= 0):
            self._arrange(self.width())
        high = min(px(HIGHEST), round(self.width() * SHARE))
        self._house.set_house_height(high if below else 0)

    def _kind_chips(self, group: str, name: str) -> Chips:
        chips = Chips(kinds_in(group), name=name)
        chips.pressed.connect(self._on_kind)
        return chips

    # ------------------------------------------------------------------ showing

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the usual rooms in when the page is shown for a home that has none yet."""
        super().showEvent(event)
        if not event.spontaneous() and self.session.is_open and not self._home.rooms:
            home = furnishing.default_home(
                FIRST_SHAPE, room_kinds().values(), self._home, things=load_places().features
            )
            self.session.set_home(home, _("the rooms"))

    @property
    def _home(self) -> Home:
        return self.session.case.home

    def refresh(self) -> None:
        """Show the home."""
        home = self._home
        if not self._is_telling:
            self._house.lost.hide()
        self._shapes.show_shape(home.shape)
        kinds = {room.kind for room in home.rooms}
        self._rooms.show_chosen(kinds)
        self._outside.show_chosen(kinds)
        features = load_places().features
        # A thing nobody spoke of counts as there.
        here = {each.id for each in features if home.features.get(each.id, True)}
        self._features.show_chosen(here)
        self._tenure.show_chosen({home.tenure})
        self._lines.show_home(home)
        remade = [self._fell.show_case(), self._hardest.show_home(home)]
        if any(remade) and self.isVisible():
            self.turned.emit()  # Tab visits the new chips where they stand
        first = self._first_place()
        self._house.show_home(first)
        self._foot.on.set_words(self._start_words(first))

    def _first_place(self) -> str:
        """Return where the walk starts: in the first place of the home that is asked about."""
        view = self.session.view
        asked = (place for place in view.places if view.marks[place].total and place != BONES)
        return next(asked, view.places[0])

    def _start_words(self, place_id: str) -> str:
        room = self._home.room(place_id)
        area = load_places().areas[room.area] if room else None
        if room is not None and len(room.name) > LONGEST:
            return _("Start the walk")
        if room is None or area is None or room.name != content(area.name):
            return _("Start: {place}").format(place=self.session.view.place_name(place_id))
        words = _("Start in {place}") if room.area in _INSIDE else _("Start with {place}")
        return words.format(place=content(area.lower))

    def first_focus(self) -> QWidget | None:
        """Return the first kind of home."""
        return self._shapes.first

    def panes(self) -> list[QWidget]:
        """Return the rooms, the questions after them, what stands by the house, and the foot."""
        asked = (each for each in in_order_of_sight(self._rest) if each.isVisibleTo(self))
        return [self._shapes.first, *islice(asked, 1), self._house.first, self._foot.on]

    # ------------------------------------------------------------------ what is changed

    def _apply(self, home: Home, verb: str) -> None:
        """Take this home; tell how many answers went, with the way back beside it."""
        before = self.session.case
        lost = furnishing.answers_lost(before, home)
        self._is_telling = lost > 0
        self.session.set_home(home, verb)
        self._is_telling = False
        if lost:
            self._house.lost.tell(lost)

    def _on_shape(self, shape: str) -> None:
        case = self.session.case
        home = furnishing.reshaped(
            case.home, shape, room_kinds().values(), things=load_places().features,
            answered=furnishing.answered_rooms(case), taken=furnishing.ids_ever(case),
        )  # fmt: skip
        self._apply(home, _("the kind of home"))
        self.refresh()

    def _on_kind(self, kind_id: str) -> None:
        kind = room_kinds()[kind_id]
        if furnishing.rooms_of_kind(self._home, kind_id):
            home = furnishing.without_kind(self._home, kind_id)
            self._apply(home, _("without {room}").format(room=kind.name))
        else:
            self._add(kind)

    def _add(self, kind: RoomKind) -> str:
        room_id = furnishing.new_room_id(kind.id, furnishing.ids_ever(self.session.case))
        home = furnishing.with_room(self._home, kind, room_id)
        self._apply(home, _("with {room}").format(room=kind.name))
        return room_id

    def _on_doubled(self, kind_id: str) -> None:
        self._lines.focus_room(self._add(room_kinds()[kind_id]))

    def _on_taken_out(self, room_id: str) -> None:
        room, after = self._home.room(room_id), self._lines.neighbour(room_id)
        if room is not None:
            home = furnishing.without_room(self._home, room_id)
            self._apply(home, _("without {room}").format(room=room.name))
            self._lines.focus_room(after)

    def _on_named(self, room_id: str, name: str) -> None:
        self._apply(furnishing.renamed(self._home, room_id, name), _("the name of a room"))
        self.refresh()

    def _on_used(self, room_id: str, use: str) -> None:
        self._apply(furnishing.used(self._home, room_id, Use(use)), _("how often a room is used"))

    def _on_floored(self, room_id: str, floor: int) -> None:
        self._apply(furnishing.moved(self._home, room_id, floor), _("the floor of a room"))

    def _on_feature(self, feature: str) -> None:
        self._apply(furnishing.feature_turned(self._home, feature), _("what is here"))

    def _on_tenure(self, tenure: str) -> None:
        self._apply(furnishing.tenure_turned(self._home, tenure), _("owned or rented"))

    def _on_hardest(self, room_id: str) -> None:
        self._apply(furnishing.hardest_turned(self._home, room_id), _("the hardest part"))

    def _on_back(self) -> None:
        self.go("who")

    def _on_next(self) -> None:
        """Begin in the place that the button names, or go on where the walk was left."""
        view = self.session.view
        self.go("walk" if view.walk.findings else f"walk:{self._first_place()}")


def _together(*questions: QWidget) -> QWidget:
    """Return one part of the page, of which F6 knows."""
    part = QWidget()
    part.setLayout(column(*questions, gap=20))
    return part


def _tenures() -> list[tuple[str, str]]:
    return [
        ("own", _("Own")),
        ("rented", _("Rent")),
        ("social", _("Social rent")),
        ("family", _("Family’s home")),
        ("care", _("Care home")),
    ]


PAGE = HomePage
