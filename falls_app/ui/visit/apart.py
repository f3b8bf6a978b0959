"""Safeguarding and the safety of staff: a page of its own, never on the person's copy."""

from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.visit.form import Field, VisitForm
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class Apart(VisitPart):
    """Two notes for professionals only."""

    icon = "shield"

    @override
    @staticmethod
    def title() -> str:
        return _("For professionals only")

    @override
    def build(self) -> None:
        fields = (
            Field("safeguarding", _("Safeguarding"), kind="note"),
            Field("staff_safety", _("Safety of staff"), kind="note"),
        )
        self._form = VisitForm(self.session, fields, verb=_("what is for professionals"))
        words = Words(_("This goes on a page of its own. It is never on the person’s copy."), 17)
        note = row(Icon("lock", 22, "ink2"), (words, 1), gap=12, margins=(18, 14, 18, 16))
        self.setLayout(column(Card(note, token="sunken", lifted=False), self._form, gap=16))

    @override
    def refresh(self) -> None:
        self._form.show_visit()


PART = Apart
