"""A home as a card: its house, whose it is, how it stands, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.case_view import CaseView
from falls_app.domain.overview import looked_at
from falls_app.drawing.house_map import HomeShape
from falls_app.i18n import _, ngettext
from falls_app.storage.store import CaseSummary
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.marks import ScoreBar, Tag
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import BAND_STATES, looked_at_words
from falls_app.words import band_words

HOUSE = 200
"""Height of the house at 100 % text."""


class HomeCard(Card):
    """One home. What its answers lead to is shown as soon as they are read.

    Signals:
        opened(str), removed(str): the id of the case.
    """

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, home: CaseSummary, day: str) -> None:
        self._case_id, name = home.id, home.name or _("A home without a name yet")
        self._map = HouseMap(landscape=True, pressable=False)
        self._map.setFixedHeight(px(HOUSE))
        self._title = Words(name, 24, serif=True)
        self._about = Words(_("Last changed {day}").format(day=day), 16, 400, "ink2")
        self._number = Words("", 30, serif=True, wraps=False)
        self._of = Words(_("of 100"), 16, 400, "ink2", wraps=False)
        self._tag = Tag("", "na", state="none")
        self._bar = ScoreBar(0, "some", "")
        self._next = Words("", 17)
        self.carry_on = Button(
            _("Carry on"), "primary", after="arrow-right", height=48,
            name=_("Carry on with {name}, last changed {day}").format(name=name, day=day),
        )  # fmt: skip
        self._away = IconButton("trash", _("Take {name} off the list").format(name=name))
        self.carry_on.clicked.connect(self._on_open)
        self._away.clicked.connect(self._on_remove)
        head = row((self._title, 1), self._away, gap=8)
        head.setAlignment(self._away, Qt.AlignmentFlag.AlignTop)
        self._standing = QWidget()
        score = row(self._number, self._of, self._tag, None, gap=8)
        self._standing.setLayout(column(score, self._bar, gap=6))
        self._standing.hide()
        on = row((self._next, 1), self.carry_on, gap=12)
        on.setAlignment(self._next, Qt.AlignmentFlag.AlignVCenter)
        super().__init__(
            column(
                self._map, head, self._about, self._standing, None, on,
                gap=8, margins=(16, 16, 16, 18),
            )
        )  # fmt: skip
        self._map.setAccessibleName(_("The house, as far as it was looked at."))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The buttons, as the eye meets them."""
        return self._away, self.carry_on

    def show_view(self, view: CaseView) -> None:
        """Show what the answers lead to."""
        person = view.case.person
        if person.age is not None:
            words = _("{age} years old · {changed}").format(
                age=person.age, changed=self._about.text()
            )
            self._about.setText(words)
        shape: HomeShape = view.case.home.shape  # type: ignore[assignment]
        self._map.show_places(view.spots, shape)
        self._show_score(view)
        self._next.setText(next_words(view))
        is_finished, name = _left(view) is None, self.carry_on.accessibleName()
        self.carry_on.set_words(_("Open") if is_finished else _("Carry on"), name)
        self.carry_on.set_kind("secondary" if is_finished else "primary")

    def _show_score(self, view: CaseView) -> None:
        score, looked = view.score, looked_at_words(view.score)
        has_number = score.shown is not None and score.band is not None
        if has_number and score.band is not None:
            band, state = band_words(score.band), BAND_STATES[score.band]
            name = _("Home score: {n} out of 100. {band}.").format(n=score.shown, band=band)
            self._number.setText(str(score.shown))
            self._tag.show_words(band, state, state)
            self._bar.show_value(score.shown or 0, state, name)
        else:
            self._tag.show_words(looked, "na", "none")
        for part in (self._number, self._of, self._bar):
            part.setVisible(has_number)
        self._standing.show()

    def _on_open(self) -> None:
        self.opened.emit(self._case_id)

    def _on_remove(self) -> None:
        self.removed.emit(self._case_id)


def _left(view: CaseView) -> str | None:
    """Return the first place with something left to ask, None if all is looked at."""
    marks = view.marks
    return next((each for each in view.places if marks[each].done < marks[each].total), None)


def next_words(view: CaseView) -> str:
    """Return what comes next in a home: the first place with checks left, else the plan."""
    place = _left(view)
    if place is None:
        steps = [step for step in view.plan.steps if not step.is_declined]
        done = sum(step.is_done for step in steps)
        words = ngettext("{done} of {n} step done.", "{done} of {n} steps done.", len(steps))
        return words.format(done=done, n=len(steps)) if steps else _("Nothing is left to do.")
    done, total = looked_at(view.marks.values())
    if not view.walk.findings:
        return _("Next up: a walk through the rooms.")
    return _("Next up: {place}. {done} of {total} places looked at.").format(
        place=view.place_name(place), done=done, total=total
    )
