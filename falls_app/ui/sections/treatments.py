"""Treatments, explained without advice for or against, and questions about them for the doctor."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_treatments
from falls_app.domain.screening.treatments import asked_key, chosen_questions
from falls_app.i18n import _, content, ngettext
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.handout_links import HandoutLinks
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.treatment_card import TreatmentCard

HANDOUTS = ("H13", "H12")
GROUPS = ("daily", "medicine", "break")


def group_words(group: str) -> str:
    """Return how a group of treatments is headed."""
    return {
        "daily": _("In daily life"),
        "medicine": _("Medicines for bones"),
        "break": _("After a break in the spine"),
    }[group]


class TreatmentsSection(Section):
    """Folded cards in three groups. A tick puts a question on the list for the doctor."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many questions about treatments are on the list."""
        count = len(chosen_questions(load_treatments(), session.case.bones.items))
        tag, lead = _("To read"), _("Read before a visit")
        if count:
            tag = ngettext("{n} question", "{n} questions", count)
            lead = _("On the list for the doctor")
        said = _("The words to know before a visit.")
        return Face(_("Treatments in plain words"), "book", said, tag, "none", lead)

    @override
    def kept_in_sight(self) -> str:
        """Return what holds for every treatment."""
        return content(load_treatments().never)

    @override
    def build(self) -> None:
        """Make the card about choosing and one card for each treatment."""
        known = load_treatments()
        self._cards = [TreatmentCard(each) for each in known.treatments]
        self._first = self._cards[0]
        for card in self._cards:
            card.ticked.connect(self._on_ticked)
        parts: list[QWidget] = []
        for group in GROUPS:
            grid = QWidget()
            mine = [card for card in self._cards if card.treatment.group == group]
            grid.setLayout(Even(*mine, narrowest=360, most=3))
            parts += [Words(group_words(group), 24, serif=True), grid]
        self.setLayout(
            column(self._choosing(), *parts, HandoutLinks(self.go, HANDOUTS), None, gap=12)
        )

    @staticmethod
    def _choosing() -> Card:
        known = load_treatments()
        lines = [Words(content(line), 17) for line in known.choice]
        head = row(
            Icon("people", 24, "primary"), (Words(_("The choice"), 22, serif=True), 1), gap=10
        )
        why = Words(content(known.why), 18, 400, "ink2")
        return Card(column(head, why, *lines, gap=7, margins=(20, 16, 20, 20)))

    @override
    def refresh(self) -> None:
        """Show which questions are on the list."""
        chosen = chosen_questions(load_treatments(), self.session.case.bones.items)
        asked = {question.id for question in chosen}
        for card in self._cards:
            card.show_asked(asked)

    @override
    def open_at(self, where: str) -> None:
        """Unfold a treatment by its id."""
        for card in self._cards:
            if card.treatment.id == where:
                card.fold.open()
                self._first = card

    @override
    def first_focus(self) -> QWidget:
        """Return the button of the treatment that was asked for last, else the first one's."""
        return self._first.fold

    def _on_ticked(self, question: str, ticked: bool) -> None:
        """Put a question on the list; who chose already what to share, shares it too."""
        bones = self.session.case.bones
        shared = bones.shared
        if shared is not None:
            others = tuple(each for each in shared if each != question)
            shared = (*others, question) if ticked else others
        self.session.change_bones(
            _("question for the doctor"),
            items={**bones.items, asked_key(question): "yes" if ticked else "no"},
            shared=shared,
        )
        words = _("It is on the list for the doctor.") if ticked else _("It is off the list.")
        self.announced.emit(words)


SECTION = TreatmentsSection
