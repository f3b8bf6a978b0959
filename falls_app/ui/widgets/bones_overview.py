"""All of bones and balance at a glance: what was said, what goes further, what to ask."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from falls_app.domain.person import Say
from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.domain.screening.suggesting import to_confirm
from falls_app.i18n import _, ngettext
from falls_app.ui.sections import SECTIONS
from falls_app.ui.sections.host import section_class
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.bone_card import BoneCard, question_face
from falls_app.ui.widgets.boxes import NO_LIMIT, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.doctor_panel import DoctorPanel
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.trait_cards import TraitCards

PANEL = 352
"""Width of the list for the doctor beside the cards, in pixels at 100 % text."""


class BonesOverview(Scroll):
    """The cards of the short questions and of the sections, with the list for the doctor.

    Signals:
        chosen(str): the question or section whose card was pressed.
        went_on(): the button for the next open question, or for the results, was pressed.
        trait_confirmed(str), trait_declined(str): what was said to a trait that was suggested.
    """

    chosen = Signal(str)
    went_on = Signal()
    trait_confirmed = Signal(str)
    trait_declined = Signal(str)

    def __init__(self, questions: Sequence[BoneQuestion], panel: DoctorPanel) -> None:
        body = QWidget()
        super().__init__(body)
        self._questions = questions
        self._panel = panel
        self._count = Words("", 19, 400, "ink2")
        self.go_on = Button("", "primary", after="arrow-right", height=52)
        self.go_on.clicked.connect(self.went_on)
        self._cards = [BoneCard(question.id) for question in questions]
        self._further = [BoneCard(section) for section in SECTIONS]
        for card in (*self._cards, *self._further):
            card.clicked.connect(self._on_card)
        self._suggested = TraitCards()
        self._suggested.confirmed.connect(self.trait_confirmed)
        self._suggested.declined.connect(self.trait_declined)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(px(22))
        self._halves.addWidget(self._grids(), 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(panel, 0, Qt.AlignmentFlag.AlignTop)
        body.setLayout(
            column(
                self._head(),
                6,
                self._suggested,
                self._halves,
                2,
                no_test(),
                None,
                gap=10,
                margins=(36, 20, 30, 16),
            )
        )

    def _head(self) -> QWidget:
        title = _holding(column(Words(_("Bones and balance"), 36, serif=True), self._count, gap=2))
        return beside((title, 1), self.go_on, gap=24, least=330)

    def _grids(self) -> QWidget:
        return _holding(
            column(
                _grid(self._cards),
                10,
                Words(_("Go further"), 26, serif=True),
                Words(_("Open what matters to you. Each one can be left out."), 17, 400, "ink2"),
                _grid(self._further),
                gap=6,
            )
        )

    def show_session(self, session: Session, chosen: Sequence[Choice | None]) -> None:
        """Show what was said; ``chosen`` are the answers of the questions, None for none."""
        for card, question, choice in zip(self._cards, self._questions, chosen, strict=True):
            card.show_face(question_face(session, question, choice))
        for card in self._further:
            card.show_face(section_class(card.where).face(session))
        case = session.case
        suggested = to_confirm(session.view.outcome.traits, case.bones.items)
        self._suggested.show_traits(suggested, you=case.person.say is Say.YOU)
        asked = sum(choice is not None for choice in chosen)
        left = len(chosen) - asked
        words = _("Everyday things that keep {name} strong and steady. {asked} of {total} asked.")
        self._count.setText(session.about(words).format(asked=asked, total=len(chosen)))
        self.go_on.set_words(
            _("See the results") if not left
            else ngettext("Ask the last one", "Ask the next one", left)
        )  # fmt: skip

    def show_beside(self, beside: bool) -> None:
        """Show the list for the doctor beside the cards, or below them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if beside else down)
        self._halves.setAlignment(self._panel, Qt.AlignmentFlag.AlignTop)
        if beside:
            self._panel.setFixedWidth(px(PANEL - 6))
        else:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(NO_LIMIT)

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self.go_on, self._cards[0], self._further[0]]

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, BoneCard):
            self.chosen.emit(card.where)


def no_test() -> QWidget:
    """Return the line that says what this is not."""
    words = _("This is not a medical test and has no score. It helps you ask good questions.")
    return _holding(row(Icon("info", 20, "ink2"), (Words(words, 16, 400, "ink2"), 1), gap=9))


def _holding(layout: QBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _grid(cards: Sequence[BoneCard]) -> QWidget:
    grid = QWidget()
    grid.setLayout(Even(*cards, narrowest=270, most=3))
    return grid
