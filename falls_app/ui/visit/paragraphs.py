"""A paragraph of the report to write in, and the card of a step with its three paragraphs."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.drafting import Draft, Paragraph
from falls_app.domain.step import Step
from falls_app.domain.visit import Verdict
from falls_app.export.report import drafting
from falls_app.export.report.data import Item, ReportData
from falls_app.export.report.words import said_words, verdict_words
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.setup import fill
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.ui.widgets.text import Words

_PROPOSED = "proposed"


class ParagraphField(NoteField):
    """Signals: entered(object): somebody is in this field now."""

    entered = Signal(object)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)


class ParagraphBox(QWidget):
    """A paragraph to write in, its flag, and the way back to the draft.

    Signals:
        rewritten(object, str): the draft, and what stands there now.
        entered(object): its field got the keyboard.
    """

    rewritten = Signal(object, str)
    entered = Signal(object)

    def __init__(self, label: str, name: str, *, height: int = 92) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.field = ParagraphField(name=name, height=height)
        self.field.written.connect(self._on_written)
        self.field.entered.connect(self.entered)
        self._flag = Words("", 16, 600, "ink2")
        self._back = Button(
            _("Back to the draft"), "quiet", icon="undo", height=44, size=16,
            name=_("Back to the draft: {name}").format(name=name),
        )  # fmt: skip
        self._back.clicked.connect(self._on_back)
        self._foot = QWidget()
        self._foot.setLayout(row((self._flag, 1), self._back, gap=10))
        self.setLayout(column(Words(label, 17, 700), self.field, self._foot, gap=4))

    def show_paragraph(self, paragraph: Paragraph) -> None:
        """Show a paragraph as the report says it."""
        self._draft = paragraph.draft
        fill(self.field, paragraph.words)
        stale = _("Text edited, data changed")
        self._flag.setText(stale if paragraph.is_stale else _("Your own words"))
        self._flag.set_token("fix" if paragraph.is_stale else "ink2")
        self._foot.setVisible(paragraph.is_edited)

    def _on_written(self, words: str) -> None:
        if self._draft is not None:
            self.rewritten.emit(self._draft, words.strip())

    def _on_back(self) -> None:
        if self._draft is not None:
            self.field.setFocus()
            self.rewritten.emit(self._draft, self._draft.words)


class ItemCard(Card):
    """A step at one place: its three paragraphs, and accept or leave out.

    Signals:
        rewritten(object, str), entered(object): those of its paragraphs.
        judged(object, object): the step, and the verdict, None to propose it again.
    """

    rewritten = Signal(object, str)
    entered = Signal(object)
    judged = Signal(object, object)

    def __init__(self, number: int) -> None:
        self.step: Step | None = None
        labels = (_("Evidence"), _("Why it matters"), _("Recommendation"))
        named = _("{label}, number {n}")
        self.boxes = [ParagraphBox(label, named.format(label=label, n=number)) for label in labels]
        self._number = number
        self._title = Words("", 20, serif=True)
        self._decision = Words("", 16, token="ink2")
        self._verdict = ChipRow()
        super().__init__(
            column(
                self._title, self._decision, *self.boxes, self._verdict, gap=8,
                margins=(20, 16, 20, 22),
            )
        )  # fmt: skip
        for box in self.boxes:
            box.rewritten.connect(self.rewritten)
            box.entered.connect(self.entered)
        self._verdict.chosen.connect(self._on_verdict)

    @property
    def verdict(self) -> QWidget:
        """The chip of what was decided about it."""
        return next(chip for chip in self._verdict.chips if chip.isChecked())

    def show_item(self, data: ReportData, item: Item, state: Verdict | None) -> None:
        """Show an item as the report has it."""
        self.step = item.step
        step = item.step
        topic = data.say(step.check.short if step.check else step.short)
        self._title.setText(_("{n}. {topic}").format(n=item.number, topic=topic))
        said = said_words(data.about, step) or _("Still open")
        self._decision.setText(_("{person}: {said}").format(person=data.about("{Name}"), said=said))
        for box, draft in zip(self.boxes, drafting.item_drafts(data, item), strict=True):
            box.show_paragraph(drafting.said(data, draft))
        pairs = {
            _PROPOSED: verdict_words(None),
            Verdict.ACCEPTED.value: _("Accept"),
            Verdict.LEFT_OUT.value: _("Leave out"),
        }
        name = _("Number {n}: {words}").replace("{n}", str(self._number))
        self._verdict.show_choices(pairs, state.value if state else _PROPOSED, name=name)

    def _on_verdict(self, value: str) -> None:
        if self.step is not None:
            self.judged.emit(self.step, None if value == _PROPOSED else Verdict(value))
