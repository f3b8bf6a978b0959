"""Consent, capacity, conditions, carers, and what the person wants us to know."""

from typing_extensions import override

from falls_app.domain.visit import Capacity
from falls_app.export.report.words import capacity_names
from falls_app.i18n import _
from falls_app.ui.visit.form import Field, VisitForm
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.setup import Chips, Question
from falls_app.ui.widgets.text import Words


class AboutPerson(VisitPart):
    """What was told, and how the person decides."""

    icon = "person"

    @override
    @staticmethod
    def title() -> str:
        return _("Consent, health and help")

    @override
    def build(self) -> None:
        verb = _("consent, health and help")
        label = _("How does the person decide?")
        self._capacity = Chips(
            [(each.value, words) for each, words in capacity_names().items()], name=label
        )
        self._capacity.pressed.connect(self._on_capacity)
        own = _("What the person wants us to know")
        consent = (
            Field("consent_words", _("How consent was given"), kind="note"),
            Field("capacity_words", _("More about decisions"), kind="note"),
        )
        rest = (
            Field("conditions", _("Conditions"), kind="note"),
            Field("carers", _("Carers and help at home"), kind="note"),
            Field("own_words", own, _("In their own words."), "note"),
        )
        self._forms = [VisitForm(self.session, fields, verb=verb) for fields in (consent, rest)]
        self._given = Words("", 17, token="ink2")
        asked = Question(label, self._capacity)
        self.setLayout(column(self._given, asked, *self._forms, gap=16))

    @override
    def refresh(self) -> None:
        consent = self.session.case.consent
        words = _("Consent is noted: {who}.") if consent.who else _("No consent is noted yet.")
        self._given.setText(words.format(who=consent.who))
        self._capacity.show_chosen({self.visit.capacity.value})
        for form in self._forms:
            form.show_visit()

    def _on_capacity(self, value: str) -> None:
        chosen = Capacity(value)
        again = chosen is self.visit.capacity
        self.session.set_visit(
            _("how the person decides"), capacity=Capacity.NOT_NOTED if again else chosen
        )


PART = AboutPerson
