"""A treatment, folded: what it is, what sources say, and questions to put on the list."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from falls_app.domain.screening.treatments import Treatment
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.marks import Icon, Tag
from falls_app.ui.widgets.text import Words


class TreatmentCard(Card):
    """One treatment. It speaks neither for nor against it.

    Signals:
        ticked(str, bool): a question goes on the list for the doctor, or comes off it.
    """

    ticked = Signal(str, bool)

    def __init__(self, treatment: Treatment) -> None:
        super().__init__()
        self.treatment = treatment
        name = content(treatment.name)
        self._boxes = {
            each.id: CheckBox(content(each.words), name=f"{name}: {content(each.words)}")
            for each in treatment.questions
        }
        for box in self._boxes.values():
            box.clicked.connect(self._on_ticked)
        self._inside = QWidget()
        self._inside.setLayout(self._details())
        self.fold = FoldButton(self._inside, icon="book")
        self.fold.show_words(
            _("Read about: {name}").format(name=name), _("Close: {name}").format(name=name)
        )
        self._count = Tag("", "primary", icon="steth")
        examples = Words(content(treatment.examples), 17)
        if treatment.examples == treatment.name:
            examples.hide()
        given = _("How: {given}").format(given=content(treatment.given))
        self.setLayout(
            column(
                row((Words(name, 21, serif=True), 1), self._count, gap=10),
                examples,
                Words(given, 16, 400, "ink2"),
                self._inside,
                row(self.fold, None),
                None,
                gap=6,
                margins=(20, 14, 20, 16),
            )
        )

    def _details(self) -> QBoxLayout:
        known = map(content, self.treatment.known)
        return column(
            Words(_("What is known"), 17, 700, "primary"),
            *self._lines(known),
            4,
            Words(_("Questions for the list: tick what to ask"), 17, 700, "primary"),
            *self._boxes.values(),
            gap=6,
            margins=(0, 6, 0, 0),
        )

    @staticmethod
    def _lines(texts: Iterable[str]) -> Iterable[QBoxLayout]:
        for text in texts:
            line = row(gap=10)
            line.addLayout(column(3, Icon("info", 18, "primary"), None, gap=0))
            line.addWidget(Words(text, 17), 1)
            yield line

    def show_asked(self, asked: Collection[str]) -> None:
        """Show which of its questions are on the list."""
        for each, box in self._boxes.items():
            box.setChecked(each in asked)
        count = sum(each in asked for each in self._boxes)
        self._count.show_words(_("{n} to ask").format(n=count))
        self._count.setVisible(count > 0)

    def _on_ticked(self) -> None:
        for each, box in self._boxes.items():
            if box is self.sender():
                self.ticked.emit(each, box.isChecked())
