"""Calcium, vitamin D and protein: a usual week of food, the goal, and what closes the gap."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.content.screening import load_foods, load_goals, load_movements
from falls_app.domain.screening.calcium import calcium_gap, calcium_per_day, counted
from falls_app.i18n import _, content
from falls_app.sizes import whole_words
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Card, column, row
from falls_app.ui.widgets.calcium_card import CalciumCard
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.food_parts import FoodRow, GroupButton
from falls_app.ui.widgets.handout_links import HandoutLinks
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

BESIDE = 372
WIDE = 1060
"""Width in pixels at 100 % text from which the sum stands beside the foods."""
HANDOUTS = ("H9", "H10")


class FoodSection(Section):
    """Foods in groups with the servings of a usual week; the sum of calcium beside them."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how much calcium food brings, and what the goal is."""
        said, tag, state, lead = (
            session.about(_("What {name} eat{s} in a usual week.")),
            _("Not asked yet"), "none", _("Count the servings of a week"),
        )  # fmt: skip
        table, region, person = load_foods(), session.region, session.case.person
        servings = counted(session.case.bones.servings, table)
        goal = region.calcium.goal(person.sex, person.age)
        if servings:
            day = calcium_per_day(servings, table, region.sizes_like)
            said = _("About {n} of calcium a day from food.").format(n=whole_words(day, region))
            tag, state, lead = _("Noted"), "ok", _("See the week")
            if goal is not None and calcium_gap(day, goal.amount):
                tag, state, lead = _("Worth a look"), "some", _("See what closes the gap")
            elif goal is not None:
                tag = _("Good")
        return Face(_("Calcium, vitamin D and protein"), "milk", said, tag, state, lead)  # type: ignore[arg-type]

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make groups and rows of food, the sum, and the two notes."""
        self._table = load_foods()
        self._group = self._table.groups[0].id
        self._eaten_only = False
        self._ask, self._brief = Words("", 19, 600), Words("", 19, 600, "primary")
        self._card = CalciumCard()
        self._card.sex_told.connect(self._on_sex)
        self._card.age_asked.connect(self._on_age)
        foods = QWidget()
        foods.setLayout(
            column(self._ask, self._finding(), self._groups(), self._brief, self._rows(), gap=12)
        )
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(px(22))
        self._halves.addWidget(foods, 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._card, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._halves, self._notes(), None, gap=16))

    def _finding(self) -> QWidget:
        self._find = LineField(
            name=_("Find a food"), hint=_("Find a food, such as cheese"), longest=40
        )
        self._find.setMaximumWidth(px(420))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._show_rows)
        self._eaten = Chip(_("Only what is eaten"))
        self._eaten.clicked.connect(self._on_eaten)
        return beside((self._find, 1), self._eaten, gap=14, least=380)

    def _groups(self) -> QWidget:
        self._buttons = [GroupButton(group) for group in self._table.groups]
        for button in self._buttons:
            button.clicked.connect(self._on_group)
        holder = QWidget()
        holder.setLayout(Even(*self._buttons, narrowest=98, most=8, gap=10))
        return holder

    def _rows(self) -> QWidget:
        self._foods = [FoodRow(food) for food in self._table.foods]
        for each in self._foods:
            each.changed.connect(self._on_servings)
        self._none = Words("", 17, 400, "ink2")
        grid, holder = QWidget(), QWidget()
        grid.setLayout(Even(*self._foods, narrowest=400, most=2, gap=10))
        holder.setLayout(column(grid, self._none, gap=0))
        return holder

    def _notes(self) -> QWidget:
        self._vitamin_d = Words("", 17)
        self._protein = Words("", 17)
        protein = next(each for each in load_movements().habits if each.id == "protein")
        daylight = next(each for each in load_movements().habits if each.id == "daylight")
        holder = QWidget()
        holder.setLayout(
            Even(
                self._note(_("Vitamin D"), "sun", self._vitamin_d, daylight.lines),
                self._note(_("Protein"), "pot", self._protein, protein.lines[:-1]),
                self._note(_("To take along"), "book", HandoutLinks(self.go, HANDOUTS), ()),
                narrowest=320,
                most=3,
            )
        )
        return holder

    @staticmethod
    def _note(title: str, icon: str, first: QWidget, lines: Sequence[str]) -> Card:
        head = row(Icon(icon, 24, "primary"), (Words(title, 22, serif=True), 1), gap=10)
        more = [Words(content(line), 16, 400, "ink2") for line in lines]
        return Card(column(head, first, *more, None, gap=7, margins=(20, 16, 20, 20)))

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show the servings and the sum as they are now."""
        session = self.session
        self._ask.setText(session.about(_("How often {does} {name} eat these in a usual week?")))
        servings, sizes = self._servings, session.region.sizes_like
        for each in self._foods:
            each.show_servings(servings.get(each.food.id, 0), sizes)
        self._card.show_week(session, servings)
        self._brief.setText(self._card.brief)
        goals, words = load_goals(), session.region.vitamin_d.words
        self._vitamin_d.setText(content(words or goals.vitamin_d_unknown))
        self._protein.setText(content(goals.protein))
        self._show_rows()

    @property
    def _servings(self) -> dict[str, float]:
        return counted(self.session.case.bones.servings, self._table)

    def _show_rows(self) -> None:
        words, servings = self._find.text().strip(), self._servings
        found = [each for each in self._foods if self._is_shown(each, words, servings)]
        for each in self._foods:
            each.setVisible(each in found)
        for button in self._buttons:
            mine = [food for food in self._table.foods if food.group == button.holds]
            count = sum(food.id in servings for food in mine)
            chosen = not words and not self._eaten_only and button.holds == self._group
            button.show_group(chosen=chosen, count=count)
        self._eaten.setChecked(self._eaten_only and not words)
        self._none.setVisible(not found)
        self._none.setText(
            _("There is no food of this name here. Try another word.") if words
            else _("Nothing is filled in yet. Pick a group above.")
        )  # fmt: skip

    def _is_shown(self, each: FoodRow, words: str, servings: dict[str, float]) -> bool:
        if words:
            return each.matches(words)
        if self._eaten_only:
            return each.food.id in servings
        return each.food.group == self._group

    @override
    def first_focus(self) -> QWidget:
        """Return the field to find a food."""
        return self._find

    @override
    def open_at(self, where: str) -> None:
        """Show a group of foods by its id."""
        if where in {group.id for group in self._table.groups}:
            self._group, self._eaten_only = where, False
            self._find.clear()

    # ------------------------------------------------------------------ what people do

    def _on_group(self) -> None:
        button = self.sender()
        if isinstance(button, GroupButton):
            self.open_at(button.holds)
            self._show_rows()

    def _on_eaten(self) -> None:
        self._eaten_only = self._eaten.isChecked()
        self._find.clear()
        self._show_rows()

    def _on_servings(self, food: str, count: float) -> None:
        others = {each: n for each, n in self.session.case.bones.servings.items() if each != food}
        name = content(self._table.by_id[food].name)
        self.session.change_bones(
            _("servings of {food}").format(food=name),
            servings={**others, food: count} if count else others,
        )
        self.announced.emit(self._card.spoken)

    def _on_sex(self, sex: str) -> None:
        self.session.set_person(_("woman or man"), sex=sex)

    def _on_age(self) -> None:
        self.go("who")

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sum below the foods, and in a line above them, where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._brief.setVisible(not wide)
        if wide:
            self._card.setFixedWidth(px(BESIDE))
        else:
            self._card.setMinimumWidth(0)
            self._card.setMaximumWidth(NO_LIMIT)


SECTION = FoodSection
