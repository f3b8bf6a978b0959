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


class CardWords(QHBoxLayout):
    """Words on the left, the picture on the right.

    ``reason`` says why it matters; where there is little space the card shows it elsewhere.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = Words("", 30, serif=True)
        self._look = Words("", 18, 500)
        self._ask = Words("", 17, 400, "ink2")
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
        self._words = column(self._question, self._look, self._ask, 2, self.reason, None, gap=7)
        self.setSpacing(px(28))
        self.addLayout(self._words, 1)
        self.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)

    def show_check(self, check: Check) -> None:
        """Show the words and the picture of a check."""
        say = self._session.say
        self._question.setText(say(check.question))
        self._look.setText(say(check.look))
        self._why.setText(say(check.why))
        self._ask.setText(
            _("Ask: {question}").format(question=say(check.ask_person)) if check.ask_person else ""
        )
        is_alone = self._session.case.person.say == "you"  # nobody there to ask
        self._ask.setVisible(bool(check.ask_person) and not is_alone)
        self._picture.show_picture(check.picture)

    def show_low(self, low: bool) -> None:
        """Show the picture smaller, where there is less height."""
        self._picture.set_width(196 if low else 236)

    @property
    def is_short(self) -> bool:
        """Whether the words stand without picture and reason."""
        return self._picture.isHidden()

    def show_short(self, short: bool) -> None:
        """Leave the picture out, or show it and take the reason back in."""
        self._picture.setVisible(not short)
        if not short:
            self._words.insertWidget(self._words.count() - 1, self.reason)
