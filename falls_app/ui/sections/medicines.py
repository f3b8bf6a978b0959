"""Medicines: kinds to tick, what to tell first, and a list to take to the pharmacist.

Nothing here says what a medicine does, and nothing tells anybody to change one.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from falls_app.content.screening import load_medicines
from falls_app.domain.screening.medicines import (
    COUNT_KEY,
    MedicineClass,
    lines_to_ask,
    regular_count,
    tell_key,
    told_first,
)
from falls_app.i18n import _, content, ngettext
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.handout_links import HandoutLinks
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.stepper import Stepper
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.tick_cards import TickCard
from falls_app.ui.words import holds_words

HANDOUTS = ("H11",)
BESIDE = 372
WIDE = 1060
"""Width in pixels at 100 % text from which the list to take along stands beside the ticks."""


def _told(session: Session) -> tuple[str, ...]:
    bones, dizzy = session.case.bones, "dizzy" in session.case.person.traits
    return told_first(load_medicines(), bones.medicines, bones.items, dizzy=dizzy)


class MedicinesSection(Section):
    """A list of kinds to tick; it leads to questions for the pharmacist and to nothing else."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many kinds are ticked."""
        known = [each for each in session.case.bones.medicines if each in load_medicines().by_id]
        topic, said = content(load_medicines().title), session.about(_("What {name} take{s}."))
        if not known and not _told(session):
            return Face(topic, "pills", said, _("Not asked yet"), "none", _("Tick what is taken"))
        said = ngettext("{n} kind ticked.", "{n} kinds ticked.", len(known))
        return Face(topic, "pills", said, _("To ask"), "some", _("See the list to take along"))

    @override
    def kept_in_sight(self) -> str:
        """Return what holds for every medicine."""
        return content(load_medicines().never)

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make the ticks, the list beside them and the cards below."""
        self._medicines = load_medicines()
        left = QWidget()
        left.setLayout(
            column(
                Words(content(self._medicines.why), 18, 400, "ink2"),
                self._finding(),
                self._kinds(),
                gap=12,
            )
        )
        self._beside = self._list_card()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(px(22))
        self._halves.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._halves, self._more(), None, gap=16))

    def _finding(self) -> QWidget:
        self._find = LineField(
            name=_("Find a medicine"), hint=_("Find a medicine by name"), longest=40
        )
        self._find.setMaximumWidth(px(420))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._show_kinds)
        what = _("Regular medicines")
        self._count = Stepper(what, _("how many on most days"), whole=True)
        self._count.changed.connect(self._on_count)
        holder = QWidget()
        fields = beside(Words(what, 17, 600), self._count, gap=12)
        holder.setLayout(Even(self._find, fields, narrowest=380, most=2))
        return holder

    def _kinds(self) -> QWidget:
        self._cards = {
            each.id: TickCard(content(each.name), content(each.examples))
            for each in self._medicines.classes
        }
        for card in self._cards.values():
            card.clicked.connect(self._on_kind)
        self._none = Words("", 17)
        grid, holder = QWidget(), QWidget()
        grid.setLayout(Even(*self._cards.values(), narrowest=290, most=3, gap=10))
        holder.setLayout(column(grid, self._none, gap=8))
        return holder

    def _list_card(self) -> Card:
        self._lead, self._lines = Words("", 17), column(gap=9)
        head = row(
            Icon("pills", 24, "primary"), (Words(_("To ask the pharmacist"), 22, serif=True), 1),
            gap=10,
        )  # fmt: skip
        page = Button(_("Preview the pharmacist page"), icon="print", height=48, size=17, wide=True)
        page.clicked.connect(self._on_page)
        return Card(
            column(head, self._lead, self._lines, 6, page, None, gap=9, margins=(20, 16, 20, 22))
        )

    def _more(self) -> QWidget:
        lines = zip(self._medicines.tell_ids, self._medicines.tell_first, strict=True)
        self._tell = {line: CheckBox(content(words)) for line, words in lines}
        for box in self._tell.values():
            box.clicked.connect(self._on_tell)
        also = map(self._line, self._medicines.also_write_down)
        when = [self._line(line) for line in self._medicines.when]
        holder = QWidget()
        holder.setLayout(
            Even(
                self._card(_("Tell this first"), "flag", self._tell.values()),
                self._card(_("Write this down too"), "pen", also),
                self._card(
                    _("Good times to ask"), "calendar", [*when, HandoutLinks(self.go, HANDOUTS)]
                ),
                narrowest=320,
                most=3,
            )
        )
        return holder

    @staticmethod
    def _card(title: str, icon: str, lines: Iterable[QWidget]) -> Card:
        head = row(Icon(icon, 24, "primary"), (Words(title, 22, serif=True), 1), gap=10)
        return Card(column(head, *lines, None, gap=7, margins=(20, 16, 20, 20)))

    @staticmethod
    def _line(text: str) -> Words:
        return Words(content(text), 17)

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show ticks, number and list as they are now."""
        bones = self.session.case.bones
        for each, card in self._cards.items():
            card.setChecked(each in bones.medicines)
        self._count.show_value(regular_count(bones.items) or 0)
        told = _told(self.session)
        for line, box in self._tell.items():
            box.setChecked(line in told)
        first = [box.text() for line, box in self._tell.items() if line in told]
        self._show_list(first, lines_to_ask(self._medicines, bones.medicines))
        self._show_kinds()

    def _show_list(self, first: Iterable[str], asks: Iterable[str]) -> None:
        clear(self._lines)
        pairs = [("flag", words) for words in first]
        pairs += [("question", content(ask)) for ask in asks]
        self._lead.setText(
            _("Take the list and all the boxes along. Tell and ask:") if pairs
            else _("Tick what is taken. Good questions gather here.")
        )  # fmt: skip
        for icon, words in pairs:
            line = row(gap=10)
            line.addLayout(column(3, Icon(icon, 20, "primary"), None, gap=0))
            line.addWidget(Words(words, 17, 500), 1)
            self._lines.addLayout(line)

    def _show_kinds(self) -> None:
        words = self._find.text().strip()
        shown = [each.id for each in self._medicines.classes if self._matches(each, words)]
        for each, card in self._cards.items():
            card.setVisible(each in shown)
        also = [
            content(line)
            for line in self._medicines.also_write_down
            if words and holds_words(content(line), words)
        ]
        self._none.setVisible(bool(also) or not shown)
        self._none.setText(
            _("Write it down for the pharmacist: {line}").format(line=also[0]) if also
            else _("It is not on this list. Write it down for the pharmacist all the same.")
        )  # fmt: skip

    @staticmethod
    def _matches(each: MedicineClass, words: str) -> bool:
        return holds_words(f"{content(each.name)} {content(each.examples)}", words)

    @override
    def first_focus(self) -> QWidget:
        """Return the field to find a medicine."""
        return self._find

    # ------------------------------------------------------------------ what people do

    def _on_kind(self) -> None:
        ticked = self.session.case.bones.medicines
        kind = next(each for each, card in self._cards.items() if card is self.sender())
        others = tuple(each for each in ticked if each != kind)
        self.session.change_bones(
            _("kinds of medicine"), medicines=others if kind in ticked else (*others, kind)
        )

    def _on_count(self, count: float) -> None:
        items = {**self.session.case.bones.items, COUNT_KEY: f"{count:g}"}
        items.pop(tell_key("many"), None)  # what was said of it before was said of another number
        self.session.change_bones(_("number of medicines"), items=items)

    def _on_tell(self) -> None:
        line, box = next(pair for pair in self._tell.items() if pair[1] is self.sender())
        answer = "yes" if box.isChecked() else "no"
        self.session.answer_bone(tell_key(line), answer, _("what to tell first"))

    def _on_page(self) -> None:
        self.go("print:pharmacist")

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the ticks where there is no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        if wide:
            self._beside.setFixedWidth(px(BESIDE))
        else:
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(NO_LIMIT)


SECTION = MedicinesSection
