"""The words of the report: each drafted paragraph in place, and a verdict on each step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.drafting import verdict_on
from falls_app.domain.step import Step
from falls_app.domain.visit import Verdict
from falls_app.export import Printing
from falls_app.export.report import drafting
from falls_app.export.report.data import Item, ReportData
from falls_app.i18n import _, ngettext
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.visit.paragraphs import ItemCard, ParagraphBox, ParagraphField
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import Choices
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

WHOLE_REPORT = "report"
"""Where the paragraphs stand that belong to no place."""


class ReportText(VisitPart):
    """The paragraphs of one place at a time."""

    icon = "text"

    @override
    @staticmethod
    def title() -> str:
        return _("Words of the report")

    @override
    def build(self) -> None:
        self._at = WHOLE_REPORT
        self._cards: dict[str, ItemCard] = {}
        self._entered: ParagraphField | None = None
        self._gone: int | None = None  # the place of an item that was just left out
        self._place = Choices([], name=_("Which part of the report"))
        self._place.activated.connect(self._on_place)
        self._phrase = Choices([], name=_("Put in a phrase"))
        self._phrase.activated.connect(self._on_phrase)
        self._count = Words("", 17, token="ink2")
        self._accept = Button(_("Accept all here"), icon="check", height=48)
        self._accept.clicked.connect(self._on_accept)
        self._summary = ParagraphBox(_("Summary"), _("Summary"), height=200)
        self._plan = ParagraphBox(_("Plan and review"), _("Plan and review"), height=120)
        for box in (self._summary, self._plan):
            box.rewritten.connect(self.session.rewrite)
            box.entered.connect(self._on_entered)
        self._whole = QWidget()
        self._whole.setLayout(column(self._summary, self._plan, gap=14))
        self._out = column(gap=8)
        self._items = column(gap=12)
        self.setLayout(
            column(
                row((self._place, 3), (self._phrase, 2), gap=12),
                row((self._count, 1), self._accept, gap=12),
                self._whole,
                self._items,
                self._out,
                gap=14,
            )
        )

    # ------------------------------------------------------------------ showing

    def _data(self) -> ReportData:
        session = self.session
        return ReportData(session.case, Printing(session.region, letterhead=session.letterhead))

    @override
    def refresh(self) -> None:
        data = self._data()
        places = data.items_by_place
        if self._at != WHOLE_REPORT and self._at not in places:
            self._at = WHOLE_REPORT
        self._fill_choices(data)
        items = places.get(self._at, ())
        self._show_cards(data, items)
        is_whole = self._at == WHOLE_REPORT
        self._whole.setVisible(is_whole)
        self._summary.show_paragraph(drafting.said(data, drafting.summary(data)))
        self._plan.show_paragraph(drafting.said(data, drafting.plan(data)))
        self._show_left_out(data.left_out if is_whole else ())
        self._show_count(data)

    def _fill_choices(self, data: ReportData) -> None:
        pairs = [(_("Summary and plan"), WHOLE_REPORT)]
        pairs += [
            (_("{place} ({n})").format(place=data.place_name(place), n=len(items)), place)
            for place, items in data.items_by_place.items()
        ]
        phrases = self.session.letterheads.phrases
        bank = [(_("Put in a phrase") if phrases else _("No phrases yet"), "")]
        bank += [(name, name) for name in phrases]
        for choices, given in ((self._place, pairs), (self._phrase, bank)):
            shown = [(choices.itemText(n), choices.itemData(n)) for n in range(choices.count())]
            if shown != given:
                choices.blockSignals(True)
                choices.clear()
                for words, value in given:
                    choices.addItem(words, value)
                choices.blockSignals(False)
        self._place.show_value(self._at)
        self._phrase.setEnabled(bool(phrases))

    def _show_cards(self, data: ReportData, items: Sequence[Item]) -> None:
        keys = [f"{item.number}:{item.id}" for item in items]
        remade = keys != list(self._cards)
        if remade:
            clear(self._items)
            self._cards, self._entered = {}, None
            for key, item in zip(keys, items, strict=True):
                card = ItemCard(item.number)
                card.rewritten.connect(self.session.rewrite)
                card.entered.connect(self._on_entered)
                card.judged.connect(self._on_judged)
                self._cards[key] = card
                self._items.addWidget(card)
                card.show()  # seen at once, and found by Tab
            self.turned.emit()
        for key, item in zip(keys, items, strict=True):
            self._cards[key].show_item(data, item, verdict_on(self.visit, item.step))
        if remade and self._gone is not None:
            self._go_on_from(self._gone)
            self._gone = None

    def _show_left_out(self, steps: Sequence[Step]) -> None:
        clear(self._out)
        if not steps:
            return
        self._out.addWidget(Words(_("Left out of the report"), 18, 700))
        for step in steps:
            name = self.session.say(step.short)
            back = Button(
                _("Put back"), "quiet", icon="undo", height=44, size=16,
                name=_("Put back: {step}").format(step=name),
            )  # fmt: skip
            back.setProperty("step", step.key)
            back.clicked.connect(self._on_put_back)
            line = QWidget()
            line.setLayout(row(Icon("minus", 20, "ink2"), (Words(name, 17), 1), back, gap=10))
            self._out.addWidget(line)
            line.show()
        self.turned.emit()

    def _show_count(self, data: ReportData) -> None:
        waiting = self._proposed(data)
        words = ngettext(
            "{n} step is still proposed.", "{n} steps are still proposed.", len(waiting)
        )
        self._count.setText(words if waiting else _("No step here is waiting for you."))
        self._accept.setVisible(bool(waiting))

    def _proposed(self, data: ReportData) -> list[Step]:
        """Return the steps here that wait for a verdict; everywhere, for the whole report."""
        here = data.items if self._at == WHOLE_REPORT else data.items_by_place[self._at]
        steps = {item.step.key: item.step for item in here}
        return [step for step in steps.values() if verdict_on(self.visit, step) is None]

    # ------------------------------------------------------------------ what people do

    def _on_place(self) -> None:
        self._at = self._place.value
        self.refresh()
        self.turned.emit()

    def _on_entered(self, field: ParagraphField) -> None:
        self._entered = field

    def _on_phrase(self) -> None:
        words = self.session.letterheads.phrases.get(self._phrase.value, "")
        self._phrase.show_value("")
        if not words:
            return
        if self._entered is None or not self._entered.isVisible():
            self.told.emit(_("Go into a paragraph first, then choose the phrase."), False)
            return
        if self._entered.isReadOnly():
            self.told.emit(_("Show names again first."), False)
            return
        self._entered.put_in(words)

    def _on_judged(self, step: Step, verdict: Verdict | None) -> None:
        if verdict is Verdict.LEFT_OUT:
            self._gone = next(n for n, card in enumerate(self._cards.values()) if card.step == step)
        self.session.judge((step,), verdict)
        if verdict is Verdict.LEFT_OUT:
            self.told.emit(_("Left out of the report"), True)

    def _go_on_from(self, number: int) -> None:
        """Give the keyboard to the item in the place of one that went, or to the last one."""
        cards = list(self._cards.values())
        there = cards[min(number, len(cards) - 1)].verdict if cards else self._place
        there.show()  # what is new can have the keyboard only once it is seen
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(there)

    def _on_accept(self) -> None:
        self.session.judge(self._proposed(self._data()), Verdict.ACCEPTED)
        self._place.setFocus(Qt.FocusReason.OtherFocusReason)  # the button has gone

    def _on_put_back(self) -> None:
        step = self.session.view.plan.step(str(self.sender().property("step")))
        if step is not None:
            self.session.judge((step,), None)
            self._place.setFocus(Qt.FocusReason.OtherFocusReason)


PART = ReportText
