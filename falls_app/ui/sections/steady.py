"""Twelve quick questions about staying steady: nothing is added up, each yes has its own text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_falls_questions
from falls_app.domain.screening.diary import is_in_past_year
from falls_app.domain.screening.falls_questions import FallsQuestion
from falls_app.domain.screening.noting import FELL
from falls_app.i18n import _
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.yes_no import NO, NOT_SURE, YES, Asking, YesNoCard

LEADS_TO = {FELL: "falls", "F05": "worry", "F12": "worry"}
"""The section that says more about a question."""

Lines = tuple[tuple[str, str], ...]


class SteadySection(Section):
    """One column of cards; a key answers, Enter goes to the next."""

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many were asked, never what was said."""
        asked, total = _asked(session)
        return Face(
            topic=session.say(load_falls_questions().title),
            icon="list",
            said=session.about(_("What helps {name} to stay steady, and whom to ask.")),
            tag=_("{n} of {total} asked").format(n=asked, total=total),
            state="none",
            lead=_("Look at the answers") if asked == total else _("Ask these"),
        )

    @override
    def build(self) -> None:
        """Make a card for each question."""
        questions = load_falls_questions()
        self._count = Words("", 19, 400, "ink2")
        self._credit = Words("", 15, 400, "ink2")
        self._cards: dict[str, YesNoCard] = {}
        for question in questions.questions:
            card = self._cards[question.id] = YesNoCard()
            card.answered.connect(self._on_answered)
            card.went_on.connect(self._on_next)
            card.followed.connect(self._on_followed)
        keys = Words(_("Keys: 1 yes, 2 no, 3 not sure, Enter for the next one."), 15, 400, "ink3")
        self.setLayout(column(self._count, keys, *self._cards.values(), self._credit, None, gap=10))

    @override
    def refresh(self) -> None:
        """Show the answers as they are now."""
        questions, session = load_falls_questions(), self.session
        asked, total = _asked(session)
        words = _("Each yes leads to its own text. Nothing is added up. {asked} of {total} asked.")
        self._count.setText(words.format(asked=asked, total=total))
        self._credit.setText(" ".join(session.say(line) for line in questions.credit))
        for question in questions.questions:
            self._cards[question.id].show_asking(self._asking(question))

    def _asking(self, question: FallsQuestion) -> Asking:
        session = self.session
        answer = session.case.bones.items.get(question.id, "")
        private = _("Private: no family paper shows it.") if question.private else ""
        return Asking(
            session.say(question.question),
            answer,
            above=session.say(question.topic),
            hint=f"{session.say(question.why)} {private}".strip(),
            leads=self._leads(question, answer),
            token="primary",
            link=self._link(question, answer),
        )

    def _leads(self, question: FallsQuestion, answer: str) -> Lines:
        say = self.session.say
        if answer == NOT_SURE:
            return (("question", say(load_falls_questions().not_sure)),)
        if answer == NO and question.id == FELL and self._has_fallen:
            return (("note", _("The diary has a fall in the past year.")),)
        if answer != YES:
            return ()
        then = tuple(("note", say(each)) for each in question.then)
        listed = _list_words(question.who).format(question=say(question.ask))
        return (("check", say(question.text)), *then, ("steth", listed))

    def _link(self, question: FallsQuestion, answer: str) -> str:
        where = LEADS_TO.get(question.id)
        if where == "falls" and (answer == YES or (answer == NO and self._has_fallen)):
            return _("Open the diary of falls")
        return _("More about worry and low mood") if where == "worry" and answer == YES else ""

    @property
    def _has_fallen(self) -> bool:
        today = self.session.today
        return any(is_in_past_year(fall, today) for fall in self.session.case.bones.falls)

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first question without an answer, else the first."""
        items = self.session.case.bones.items
        left = (card for key, card in self._cards.items() if key not in items)
        return next(left, next(iter(self._cards.values())))

    def _key_of(self, sender: object) -> str:
        return next(key for key, card in self._cards.items() if card is sender)

    def _on_answered(self, answer: str) -> None:
        key = self._key_of(self.sender())
        question = load_falls_questions().by_id[key]
        # The list of what can be undone does not tell what is private.
        topic = "" if question.private else self.session.say(question.topic)
        self.session.answer_steady(key, answer, topic)
        self._cards[key].bring_leads_into_sight()

    def _on_next(self) -> None:
        cards = list(self._cards.values())
        number = next(n for n, card in enumerate(cards) if card is self.sender())
        cards[min(number + 1, len(cards) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_followed(self) -> None:
        self.go(f"bones:{LEADS_TO[self._key_of(self.sender())]}")


def _asked(session: Session) -> tuple[int, int]:
    questions = load_falls_questions().questions
    return sum(each.id in session.case.bones.items for each in questions), len(questions)


def _list_words(who: str) -> str:
    """Return how a question is said to stand on the list for somebody."""
    return {
        "pharmacist": _("On the list for the pharmacist: “{question}”"),
        "physio": _("On the list for the physio: “{question}”"),
        "OT": _("On the list for the occupational therapist: “{question}”"),
    }.get(who, _("On the list for the doctor: “{question}”"))


SECTION = SteadySection
