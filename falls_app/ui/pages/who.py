"""Who lives in this home: a few questions, each of which may be skipped, and what is fine."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.content.profile import load_traits
from falls_app.domain.person import Person, Say
from falls_app.i18n import _, content
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Scroll, column, row
from falls_app.ui.widgets.consent_card import ConsentCard
from falls_app.ui.widgets.fields import LineField, NoteField
from falls_app.ui.widgets.helper_rows import HelperRows
from falls_app.ui.widgets.setup import (
    Chips,
    Foot,
    Question,
    fill,
    page_title,
    yes_no_or_rather_not,
)
from falls_app.ui.widgets.text import Words

NONE, RATHER_NOT = "none", "rather"
NARROW = 1000
"""Width in pixels at 100 % text below which form and card stand one below the other."""
YOUNGEST, OLDEST = 18, 120
"""Ages in years that are taken."""
WIDEST_NAME, AGE_WIDTH = 560, 110
"""Width of the two fields in pixels at 100 % text."""
_FELL = {"no": False, "yes": True, "rather": None}


class WhoPage(Page):
    """The person: name, age, traits, falls, wishes, helpers; and what is fine with them."""

    stage = "setup:2"

    def title(self) -> str:
        """Return the name of the page."""
        return _("About you") if self._is_you else _("Who lives in this home?")

    @property
    def _is_you(self) -> bool:
        return self.session.case.person.say is Say.YOU

    @property
    def _person(self) -> Person:
        return self.session.case.person

    def build(self) -> None:
        """Make the form and the card beside it."""
        # What a chip says that fills nothing in; it is forgotten with the page.
        self._said: dict[str, str] = {}
        self._case_id = ""
        head, self._title, _lead = page_title(
            "", _("This puts the right checks first. You can skip anything.")
        )
        form = QWidget()
        form.setLayout(
            column(
                head, 8, self._name_and_age(), self._say_question(), self._trait_question(),
                self._fall_question(), self._wishes_question(), self._helper_question(), None,
                gap=22,
            )
        )  # fmt: skip
        form.setMaximumWidth(px(800))
        self._card = ConsentCard()
        self._card.given.connect(self.session.set_consent)
        self._beside = row((form, 3), (self._card, 2), gap=48, margins=(64, 32, 64, 28))
        self._beside.setAlignment(self._card, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setLayout(self._beside)
        self._foot = Foot(_("Back"), _("Next: the home"))
        self._foot.back.clicked.connect(self._on_back)
        self._foot.on.clicked.connect(self._on_next)
        self.setLayout(column((Scroll(body), 1), self._foot, gap=0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below the form where there is no room for both."""
        super().resizeEvent(event)
        beside = self.width() >= px(NARROW)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way is not self._beside.direction():
            self._beside.setDirection(way)
            self._card.stand_beside(beside)

    def _name_and_age(self) -> QWidget:
        named, aged = _("First name, or any name you like"), _("Age")
        self._name = LineField(name=named)
        self._name.written.connect(self._on_name)
        self._age = LineField(name=aged, longest=20)
        self._age.setFixedWidth(px(AGE_WIDTH))
        self._age.written.connect(self._on_age)
        self._age_asks = Words("", 16, 600, "fix", align=Qt.AlignmentFlag.AlignRight)
        self._age_asks.hide()
        label = Words(aged, 18, 700)
        label.setFixedWidth(px(AGE_WIDTH))
        labels = row((Words(named, 18, 700), 1), label, gap=20)
        box = QWidget()
        box.setMaximumWidth(px(WIDEST_NAME + 20 + AGE_WIDTH))
        box.setLayout(
            column(labels, self._age_asks, row((self._name, 1), self._age, gap=20), gap=8)
        )
        return box

    def _say_question(self) -> QWidget:
        pairs = [("she", _("She")), ("he", _("He")), ("they", _("They"))]
        self._say = Chips(pairs, name=_("How to speak of this person"))
        self._say.pressed.connect(self._on_say)
        self._say_asked = Question("", self._say)
        return self._say_asked

    def _trait_question(self) -> QWidget:
        words = load_traits()
        pairs = [
            (each.id, content((self._is_you and each.chip_you) or each.chip))
            for each in words.values()
        ]
        pairs += [(NONE, _("None")), (RATHER_NOT, _("Rather not say"))]
        label = _("Anything that makes moving harder?")
        self._traits = Chips(pairs, name=label)
        for each in words.values():
            self._traits.chip(each.id).setToolTip(content(each.explain))
            self._traits.chip(each.id).setAccessibleDescription(content(each.explain))
        self._traits.pressed.connect(self._on_trait)
        return Question(label, self._traits, _("Pick all that fit."))

    def _fall_question(self) -> QWidget:
        label = _("Any slips or falls in the past year?")
        self._fell = Chips(yes_no_or_rather_not(), name=label)
        self._fell.pressed.connect(self._on_fell)
        hint = _("This is common. Knowing helps us ask better questions.")
        return Question(label, self._fell, hint)

    def _wishes_question(self) -> QWidget:
        self._goals = NoteField(
            name=_("What matters most"), hint=_("Keep my own bath. Bake on Sundays.")
        )
        self._goals.written.connect(self._on_goals)
        self._goals_asked = Question("", self._goals)
        return self._goals_asked

    def _helper_question(self) -> QWidget:
        self._helpers = HelperRows()
        self._helpers.written.connect(self.session.set_helpers)
        self._helpers_asked = Question("", self._helpers)
        return self._helpers_asked

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the person."""
        if self._case_id != self.session.case.id:
            self._case_id = self.session.case.id
            self._said = {}
            self._ask_age("")
            self._show_trait_words()
        person, about = self._person, self.session.about
        self._title.setText(self.title())
        fill(self._name, person.name)
        if self._age_asks.isHidden():
            self._age.show_text("" if person.age is None else str(person.age))
        self._say_asked.setVisible(not self._is_you)
        self._say_asked.show_words(about(_("How do we speak of {name}?")))
        self._say.show_chosen({person.say.value})
        self._show_chips()
        hint = about(_("In {their} own words. This goes on {their} sheet."))
        self._goals_asked.show_words(about(_("What matters most to {name}?")), hint)
        fill(self._goals, person.goals)
        self._helpers_asked.show_words(
            about(_("Who helps {name}?")), _("Up to 4 people. You can share out the plan to them.")
        )
        self._helpers.show_helpers(self.session.case.helpers)
        self._card.show_consent(self.session)

    def _show_trait_words(self) -> None:
        for each in load_traits().values():
            words = (self._is_you and each.chip_you) or each.chip
            self._traits.chip(each.id).set_words(content(words))

    def _show_chips(self) -> None:
        person = self._person
        said = self._said.get("traits", "")
        self._traits.show_chosen(person.traits or {said})
        fell = person.fall_last_year
        word = self._said.get("fell", "") if fell is None else "yes" if fell else "no"
        self._fell.show_chosen({word})

    def first_focus(self) -> QWidget | None:
        """Return the field for the name."""
        return self._name

    def panes(self) -> list[QWidget]:
        """Return the form, the card and the foot."""
        return [self._name, self._card.look, self._foot.on]

    # ------------------------------------------------------------------ what is answered

    def _on_name(self, name: str) -> None:
        self.session.set_person(_("the name"), name=" ".join(name.split()))

    def _on_age(self, text: str) -> None:
        """Keep an age that fits; else ask for one above the field, and keep the one before."""
        written = text.strip()
        age = int(written) if written.isdecimal() else None
        fits = not written or (age is not None and YOUNGEST <= age <= OLDEST)
        asks = "" if fits else _("Enter a number from 18 to 120. For example, 78")
        self._ask_age(asks)
        if fits:
            self.session.set_person(_("the age"), age=age)
        else:
            self.announced.emit(asks)

    def _ask_age(self, asks: str) -> None:
        self._age_asks.setText(asks)
        self._age_asks.setVisible(bool(asks))
        self._age.setAccessibleDescription(asks)

    def _on_say(self, say: str) -> None:
        self.session.set_person(_("how we speak of the person"), say=Say(say))

    def _on_trait(self, trait: str) -> None:
        if trait in (NONE, RATHER_NOT):
            self._said["traits"] = "" if self._said.get("traits") == trait else trait
            self.session.set_person(_("what makes moving harder"), traits=())
        else:
            self._said["traits"] = ""
            self.session.toggle_trait(trait)
        self._show_chips()

    def _on_fell(self, word: str) -> None:
        self._said["fell"] = word if word == RATHER_NOT else ""
        self.session.set_person(_("slips or falls"), fall_last_year=_FELL[word])
        self._show_chips()

    def _on_goals(self, words: str) -> None:
        self.session.set_person(_("what matters most"), goals=words.strip())

    def _on_back(self) -> None:
        self.go("two-days")

    def _on_next(self) -> None:
        self.go("home")


PAGE = WhoPage
