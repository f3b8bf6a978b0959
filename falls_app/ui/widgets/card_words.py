"""The words of a question card: what is asked, where to look, why it matters; with a picture."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from falls_app.domain.checklist import Check
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.illustration import Illustration
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words

LARGE, SHORT, SMALL = 30, 28, 25
"""Size of the question in pixels at 100 % text: less where all answers are to be in sight."""


class CardWords(QHBoxLayout):
    """Words on the left, the picture on the right.

    ``ask`` is what to ask the person, and ``reason`` says why it matters: where there is little
    space the card shows them elsewhere.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = Words("", LARGE, serif=True)
        self._look = Words("", 18, 500)
        self.ask = Words("", 17, 400, "ink2")
        self._why = Words("", 18, 400, "ink2")
        self._picture = Illustration(width=236)
        title = row(
            Icon("bulb", 20, "primary"),
            Words(_("Why this matters"), 17, 700, "primary", wraps=False),
            None,
            gap=8,
        )
        self.reason = QWidget()
        self.reason.setLayout(column(title, self._why, gap=7))
        self._words = column(self._question, self._look, self.ask, 2, self.reason, None, gap=7)
        self.setSpacing(px(28))
        self._is_short = False
        self.addLayout(self._words, 1)
        self.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)

    def show_check(self, check: Check) -> None:
        """Show the words and the picture of a check."""
        say = self._session.say
        self._question.setText(say(check.question))
        self._look.setText(say(check.look))
        self._why.setText(say(check.why))
        self.ask.setText(
            _("Ask: {question}").format(question=say(check.ask_person)) if check.ask_person else ""
        )
        is_alone = self._session.case.person.say == "you"  # nobody there to ask
        self.ask.setVisible(bool(check.ask_person) and not is_alone)
        self._picture.show_picture(check.picture)

    def show_low(self, low: bool) -> None:
        """Show the picture smaller, where there is less height."""
        self._picture.set_width(196 if low else 236)

    @property
    def is_short(self) -> bool:
        """Whether the words stand without picture and reason."""
        return self._is_short

    def write_in(self, size: float) -> None:
        """Write the question in this size, in pixels at 100 % text."""
        self._question.set_size(size)

    def show_short(self, short: bool) -> None:
        """Leave the picture out, or show all in its place again."""
        self._is_short = short
        self._picture.setVisible(not short)
        self._words.setSpacing(px(3 if short else 7))
        if not short:
            self._words.insertWidget(2, self.ask)
            self._words.insertWidget(self._words.count() - 1, self.reason)
