"""The card beside the form: what the person says is fine, who said so, and when."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.assessment import Consent
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, Divider, column, row
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.fields import DayField, LineField
from falls_app.ui.widgets.marks import Icon, Tile
from falls_app.ui.widgets.setup import Question, fill
from falls_app.ui.widgets.text import Words


class ConsentCard(Card):
    """Nothing is ticked beforehand. Who said yes, and on which day, is asked with the first tick.

    Signals:
        given(Consent): it is another consent now.
    """

    given = Signal(object)

    def __init__(self) -> None:
        self._title = Words("", 23, serif=True)
        self._lead, self._fine = Words("", 17, token="ink2"), Words("", 17, 700)
        self.look = CheckBox(_("look in every room"))
        self._share = CheckBox("")
        self._who, self._day = LineField(name=_("Who said yes?")), DayField(name=_("On which day?"))
        self._who_asked = Question(_("Who said yes?"), self._who)
        self._more = QWidget()
        self._more.setLayout(
            column(self._who_asked, Question(_("On which day?"), self._day), gap=12)
        )
        self._more.hide()
        super().__init__(
            column(
                Tile("heart"), 4, self._title, self._lead, 6, Divider(), 8, self._fine,
                self.look, self._share, 4, self._more, 10,
                row(Icon("lock", 18, "ink2"), (Words(_("Kept on this computer only."), 16,
                    token="ink2"), 1), gap=10),
                gap=6, margins=(24, 22, 24, 26),
            )
        )  # fmt: skip
        self.stand_beside(True)
        self._consent, self._name, self._today = Consent(), "", date.min
        self.look.clicked.connect(self._on_ticked)
        self._share.clicked.connect(self._on_ticked)
        self._who.written.connect(self._on_who)
        self._day.dateChanged.connect(self._on_day)

    def stand_beside(self, beside: bool) -> None:
        """Be narrow beside the form, or as wide as the form below it."""
        self.setMinimumWidth(px(384) if beside else 0)
        self.setMaximumWidth(px(384) if beside else px(800))

    def show_consent(self, session: Session) -> None:
        """Show what the person of this session said."""
        case, about = session.case, session.about
        is_you = case.person.say == "you"
        self._consent, self._today = case.consent, session.today
        self._name = case.person.name or (about("{name}") if is_you else "")
        self._title.setText(_title(session))
        self._lead.setText(
            _("You decide. Skip any room or question. Stop at any time.")
            if is_you
            else about(
                _("It is {their} home. Ask what to keep, what feels hard, and what matters most.")
            )
        )
        self._fine.setText(_("It’s fine to:") if is_you else about(_("{Name} says it’s fine to:")))
        names = [helper.name for helper in case.helpers if helper.name]
        share = _share_words(names)
        self._share.set_words(share)
        self.look.setChecked(case.consent.look)
        self._share.setChecked(case.consent.share)
        self._more.setVisible(case.consent.look or case.consent.share)
        self._who_asked.setVisible(not is_you)
        fill(self._who, case.consent.who)
        on = case.consent.on or session.today.isoformat()
        if not self._day.is_being_written:
            self._day.show_day(on, session.region.locale)

    def _on_ticked(self) -> None:
        look, share = self.look.isChecked(), self._share.isChecked()
        before = self._consent
        if not (look or share):
            self.given.emit(Consent())
            return
        who = before.who or self._name
        on = before.on or self._today.isoformat()
        self.given.emit(replace(before, look=look, share=share, who=who, on=on))

    def _on_who(self, who: str) -> None:
        self.given.emit(replace(self._consent, who=who.strip()))

    def _on_day(self, day: QDate) -> None:
        self.given.emit(replace(self._consent, on=day.toString("yyyy-MM-dd")))


def _title(session: Session) -> str:
    person = session.case.person
    if person.say == "you":
        return _("This is your home")
    if not person.name:
        return _("Do this together")
    return session.about(_("Do this with {name}, not to {them}"))


def _share_words(names: list[str]) -> str:
    if not names:
        return _("share the plan with the helpers and the doctor")
    return _("share the plan with {helpers} and the doctor").format(helpers=", ".join(names))
