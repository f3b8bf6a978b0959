"""Funding, landlord, who gets the report, and whether it shows the score."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.visit import Recipient
from falls_app.i18n import _
from falls_app.ui.visit.form import Field, VisitForm
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.beside import Beside
from falls_app.ui.widgets.boxes import clear, column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.setup import fill
from falls_app.ui.widgets.text import Words


class RecipientRow(QWidget):
    """Somebody who gets the report.

    Signals:
        changed(int, object): the number of the row and the recipient; None: taken out.
    """

    changed = Signal(int, object)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._recipient = number, Recipient("")
        n = number + 1
        self.name = LineField(name=_("Name {n}").format(n=n), hint=_("Name"))
        self._role = LineField(name=_("Role {n}").format(n=n), hint=_("Daughter, doctor"))
        self._all = CheckBox(_("All pages"), name=_("All pages for number {n}").format(n=n))
        remove = IconButton("close", _("Take out number {n}").format(n=n))
        self.name.written.connect(self._on_name)
        self._role.written.connect(self._on_role)
        self._all.clicked.connect(self._on_all)
        remove.clicked.connect(self._on_remove)
        self.setLayout(Beside((self.name, 1), (self._role, 1), self._all, remove, gap=10))

    def show_recipient(self, recipient: Recipient) -> None:
        """Show who it is."""
        self._recipient = recipient
        fill(self.name, recipient.name)
        fill(self._role, recipient.role)
        self._all.setChecked(recipient.gets_all)

    def _on_name(self, words: str) -> None:
        self.changed.emit(self._number, replace(self._recipient, name=words.strip()))

    def _on_role(self, words: str) -> None:
        self.changed.emit(self._number, replace(self._recipient, role=words.strip()))

    def _on_all(self) -> None:
        self.changed.emit(self._number, replace(self._recipient, gets_all=self._all.isChecked()))

    def _on_remove(self) -> None:
        self.changed.emit(self._number, None)


class Around(VisitPart):
    """What surrounds the findings."""

    icon = "coin"

    @override
    @staticmethod
    def title() -> str:
        return _("Funding and copies")

    @override
    def build(self) -> None:
        fields = (
            Field("funding", _("Funding"), kind="note"),
            Field("landlord", _("Landlord and permission"), kind="note"),
        )
        self._form = VisitForm(self.session, fields, verb=_("funding and permission"))
        self._rows: list[RecipientRow] = []
        self._lines = column(gap=8)
        self._add = Button(_("Add a name"), "quiet", icon="plus", height=44, size=16)
        self._add.clicked.connect(self._on_add)
        self._score = CheckBox(_("Show the home score in the report"))
        self._score.clicked.connect(self._on_score)
        self.setLayout(
            column(
                self._form,
                8,
                Words(_("Who gets this report"), 21, serif=True),
                Words(_("“All pages” adds the page for professionals only."), 16, token="ink2"),
                self._lines,
                row(self._add, None, gap=0),
                8,
                self._score,
                gap=10,
            )
        )

    @override
    def refresh(self) -> None:
        self._form.show_visit()
        people = self.visit.recipients
        if len(self._rows) != len(people):
            clear(self._lines)
            self._rows = [RecipientRow(number) for number in range(len(people))]
            for line in self._rows:
                line.changed.connect(self._on_changed)
                self._lines.addWidget(line)
                line.show()  # seen at once, and found by Tab
            self.turned.emit()
        for line, recipient in zip(self._rows, people, strict=True):
            line.show_recipient(recipient)
        self._score.setChecked(self.visit.shows_score)

    def _on_changed(self, number: int, recipient: Recipient | None) -> None:
        people = list(self.visit.recipients)
        if number < len(people):
            people[number : number + 1] = [recipient] if recipient else []
            self.session.set_visit(_("who gets the report"), recipients=tuple(people))

    def _on_add(self) -> None:
        people = (*self.visit.recipients, Recipient(""))
        self.session.set_visit(_("who gets the report"), recipients=people)
        self._rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_score(self) -> None:
        self.session.set_visit(_("the score in the report"), shows_score=self._score.isChecked())


PART = Around
