"""Second rooms of a kind: offers the answers of the first, and takes them over when told to."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from falls_app.domain.alike import answers_alike, first_alike
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Finding
from falls_app.domain.checklist import Answer
from falls_app.i18n import ngettext
from falls_app.ui.session import Session
from falls_app.ui.widgets.question_card import QuestionCard


class AlikeDesk(QObject):
    """Knows which room is gone through as the first of its kind was.

    Signals:
        begun(): the cards propose an answer from now on. taken_over(): all were taken over.
        told(str, bool): a short message, with a button to undo what it tells.
    """

    begun = Signal()
    taken_over = Signal()
    told = Signal(str, bool)

    def __init__(self, owner: QObject, session: Session, card: QuestionCard) -> None:
        super().__init__(owner)
        self._session, self._card = session, card
        self._place = self._goes_through = ""
        self._given: Mapping[str, Answer] = {}
        card.alike.look_asked.connect(self._on_look)
        card.alike.all_asked.connect(self._on_all)

    def show(self, place: str, here: tuple[Asked, ...], number: int) -> None:
        """Offer the answers of the first room on the first card, then propose each of them."""
        self._place = place
        first = first_alike(self._session.case.home, place)
        self._given = answers_alike(here, first, self._session.view.walk) if first else {}
        begun = self._goes_through == place
        proposed = self._given.get(here[number].check.id) if begun else None
        offered = 0 if begun or number else len(self._given)
        self._card.show_alike(first.name if first else "", offered, proposed)

    def _on_look(self) -> None:
        self._goes_through = self._place
        self.begun.emit()

    def _on_all(self) -> None:
        """Take all of them over as one change."""
        place, given = self._place, self._given
        found = [Finding(check, answer, place) for check, answer in given.items()]
        self._session.answer_as_in(place, found)
        self.taken_over.emit()
        words = ngettext("{n} answer was taken over.", "{n} answers were taken over.", len(given))
        self.told.emit(words, True)
