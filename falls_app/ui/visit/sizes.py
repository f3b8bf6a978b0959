"""Sizes of the body, and equipment with its safe working load."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.regions import Region
from falls_app.domain.measuring import from_unit, in_unit, number_written
from falls_app.domain.visit import BodySize, Equipment
from falls_app.export.report.words import POUNDS_A_KILOGRAM, size_names
from falls_app.i18n import _
from falls_app.result_words import number_words
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import Choices, LineField
from falls_app.ui.widgets.setup import Chips, Question, fill
from falls_app.ui.widgets.text import Words

IN_PLACE, PRESCRIBED = "in_place", "prescribed"
_LARGEST = 5_000.0


def weighs_in_pounds(region: Region) -> bool:
    """Return whether weights are written in pounds there."""
    return region.length == "in"


def kilograms(text: str, region: Region) -> float | None:
    """Return the weight that somebody wrote, None for no number or none that can be."""
    value = number_written(text, "")
    if value is None or not 0 < value <= _LARGEST:
        return None
    return round(value / POUNDS_A_KILOGRAM, 2) if weighs_in_pounds(region) else value


def weight_written(value: float | None, region: Region) -> str:
    """Return a weight as it is written into a field."""
    if value is None:
        return ""
    shown = value * POUNDS_A_KILOGRAM if weighs_in_pounds(region) else value
    return number_words(round(shown, 1), region)


class EquipmentCard(Card):
    """A thing that helps.

    Signals:
        changed(str, object): its id and how it is now; None: taken out.
    """

    changed = Signal(str, object)

    def __init__(self, number: int, rooms: Sequence[tuple[str, str]], region: Region) -> None:
        self._region, self._thing = region, Equipment("", "")
        n = str(number)
        unit = _("lb") if weighs_in_pounds(region) else _("kg")
        self.name = LineField(name=_("Equipment {n}: what it is").format(n=n))
        standing = _("Equipment {n}: in place or prescribed").format(n=n)
        self._standing = Chips(
            [(IN_PLACE, _("In place")), (PRESCRIBED, _("Prescribed"))], name=standing
        )
        for value, words in ((IN_PLACE, _("In place")), (PRESCRIBED, _("Prescribed"))):
            spoken = _("Equipment {n}: {words}").format(n=n, words=words)
            self._standing.chip(value).setAccessibleName(spoken)
        self._room = Choices(
            [(_("No room"), ""), *rooms], name=_("Equipment {n}: room").format(n=n)
        )
        self._load = LineField(
            name=_("Equipment {n}: safe working load in {unit}").format(n=n, unit=unit), longest=8
        )
        self._note = LineField(name=_("Equipment {n}: note").format(n=n), longest=2000)
        take_out = Button(
            _("Take out"), "quiet", icon="trash", height=44, size=16,
            name=_("Take out equipment {n}").format(n=n),
        )  # fmt: skip
        load = _("Safe working load, {unit}").format(unit=unit)
        grid = QWidget()
        grid.setLayout(
            Even(
                Question(_("What it is"), self.name),
                Question(_("Room"), self._room),
                Question(load, self._load),
                Question(_("Note"), self._note),
                narrowest=240,
                most=2,
            )
        )
        super().__init__(
            column(self._standing, grid, row(None, take_out), gap=8, margins=(20, 14, 20, 16))
        )
        self.name.written.connect(self._on_name)
        self._standing.pressed.connect(self._on_standing)
        self._room.activated.connect(self._on_room)
        self._load.written.connect(self._on_load)
        self._note.written.connect(self._on_note)
        take_out.clicked.connect(self._on_taken_out)

    def show_thing(self, thing: Equipment) -> None:
        """Show what it is."""
        self._thing = thing
        fill(self.name, thing.name)
        fill(self._note, thing.note)
        fill(self._load, weight_written(thing.load_kg, self._region))
        self._room.show_value(thing.room)
        self._standing.show_chosen({PRESCRIBED if thing.is_prescribed else IN_PLACE})

    def _change(self, **fields: Any) -> None:
        self.changed.emit(self._thing.id, replace(self._thing, **fields))

    def _on_name(self, words: str) -> None:
        self._change(name=words.strip())

    def _on_note(self, words: str) -> None:
        self._change(note=words.strip())

    def _on_load(self, words: str) -> None:
        self._change(load_kg=kilograms(words, self._region))

    def _on_room(self) -> None:
        self._change(room=self._room.value)

    def _on_standing(self, value: str) -> None:
        self._change(is_prescribed=value == PRESCRIBED)

    def _on_taken_out(self) -> None:
        self.changed.emit(self._thing.id, None)


class Sizes(VisitPart):
    """Fields for the sizes, then a card for each thing."""

    icon = "ruler"

    @override
    @staticmethod
    def title() -> str:
        return _("Sizes and equipment")

    @override
    def build(self) -> None:
        self._region = self.session.region
        self._fields: dict[BodySize, LineField] = {}
        asked = []
        for size, name in size_names().items():
            label = _("{what}, in {unit}").format(what=name, unit=self._unit_words(size))
            field = LineField(name=label, longest=8)
            field.setProperty("measured", size.value)
            field.written.connect(self._on_size)
            self._fields[size] = field
            asked.append(Question(label, field))
        grid = QWidget()
        grid.setLayout(Even(*asked, narrowest=290, most=2))
        self._cards: dict[str, EquipmentCard] = {}
        self._shown: tuple[object, ...] = ()
        self._things = column(gap=10)
        self._add = Button(_("Add equipment"), "secondary", icon="plus", height=48)
        self._add.clicked.connect(self._on_add)
        self._weak = Words("", 17, 600, "fix")
        self.setLayout(
            column(
                Words(_("Sizes of the body"), 21, serif=True),
                grid,
                8,
                Words(_("Equipment"), 21, serif=True),
                self._weak,
                self._things,
                row(self._add, None, gap=0),
                gap=12,
            )
        )

    def _unit(self, size: BodySize) -> str:
        if size is BodySize.WEIGHT:
            return "lb" if weighs_in_pounds(self._region) else "kg"
        return self._region.length

    def _unit_words(self, size: BodySize) -> str:
        names = {"in": _("inches"), "mm": _("millimeters"), "lb": _("pounds"), "kg": _("kilograms")}
        return names[self._unit(size)]

    @override
    def refresh(self) -> None:
        for size, field in self._fields.items():
            fill(field, self._written(size))
        rooms = [(room.name, room.id) for room in self.session.case.home]
        things = self.visit.equipment
        shown = (tuple(rooms), tuple(thing.id for thing in things))
        if shown != self._shown:
            self._shown = shown
            clear(self._things)
            self._cards = {}
            for number, thing in enumerate(things, start=1):
                card = EquipmentCard(number, rooms, self._region)
                card.changed.connect(self._on_changed)
                self._cards[thing.id] = card
                self._things.addWidget(card)
                card.show()  # seen at once, and found by Tab
            self.turned.emit()
        for thing in things:
            self._cards[thing.id].show_thing(thing)
        weak = ", ".join(thing.name for thing in self.visit.too_weak)
        words = _("The safe working load is below the weight noted: {what}.").format(what=weak)
        self._weak.setText(words if weak else "")
        self._weak.setVisible(bool(weak))

    def _written(self, size: BodySize) -> str:
        value = self.visit.sizes.get(size)
        if value is None:
            return ""
        if size is BodySize.WEIGHT:
            return weight_written(value, self._region)
        return number_words(round(in_unit(value, self._unit(size)), 1), self._region)

    def _on_size(self, text: str) -> None:
        size = BodySize(self.sender().property("measured"))
        unit = self._unit(size)
        value = kilograms(text, self._region) if size is BodySize.WEIGHT else None
        if size is not BodySize.WEIGHT:
            number = number_written(text, unit)
            value = from_unit(number, unit) if number else None
        if text.strip() and (value is None or not 0 < value <= _LARGEST):
            self.told.emit(_("Write a number, such as {n}.").format(n="16.5"), False)
            return
        sizes = {key: each for key, each in self.visit.sizes.items() if key != size}
        if value is not None:
            sizes[size.value] = value
        self.session.set_visit(_("sizes of the body"), sizes=sizes)

    def _on_changed(self, key: str, thing: Equipment | None) -> None:
        things = tuple(
            thing if each.id == key else each
            for each in self.visit.equipment
            if each.id != key or thing is not None
        )
        self.session.set_visit(_("equipment"), equipment=tuple(t for t in things if t is not None))

    def _on_add(self) -> None:
        thing = Equipment(uuid4().hex[:8], "")
        self.session.set_visit(_("equipment"), equipment=(*self.visit.equipment, thing))
        if thing.id in self._cards:
            self._cards[thing.id].name.setFocus(Qt.FocusReason.OtherFocusReason)


PART = Sizes
