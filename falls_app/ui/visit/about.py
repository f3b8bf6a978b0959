"""The visit: who was visited, who asked for it, when it was and who was there."""

from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.visit.form import Field, VisitForm
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.text import Words


class AboutVisit(VisitPart):
    """Identifiers and referral."""

    icon = "calendar"

    @override
    @staticmethod
    def title() -> str:
        return _("The visit")

    @override
    def build(self) -> None:
        verb = _("the visit")
        who = (
            Field("identity.full_name", _("Full name")),
            Field("identity.born", _("Born on"), kind="day"),
            Field("identity.reference", _("Your reference number")),
            Field("identity.phone", _("Phone")),
            Field("identity.doctor", _("Family doctor")),
            Field("mobility", _("How the person moves about"), kind="note"),
            Field("identity.address", _("Address"), kind="note"),
        )
        asked = (
            Field("referral.by", _("Who asked for the visit")),
            Field("referral.on", _("Asked on"), kind="day"),
            Field("begun", _("Visit began at")),
            Field("ended", _("Visit ended at")),
            Field("present", _("Who was there")),
            Field("referral.reason", _("Reason for the visit"), kind="note"),
        )
        self._forms = [VisitForm(self.session, fields, verb=verb) for fields in (who, asked)]
        self.setLayout(
            column(
                Words(_("Who was visited"), 21, serif=True),
                self._forms[0],
                8,
                Words(_("Referral and visit"), 21, serif=True),
                self._forms[1],
                gap=14,
            )
        )

    @override
    def refresh(self) -> None:
        for form in self._forms:
            form.show_visit()


PART = AboutVisit
