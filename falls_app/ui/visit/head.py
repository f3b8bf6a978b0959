"""Whose report it is, kept in the settings of this program; and the phrases it is written with."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QLayout, QWidget
from typing_extensions import override

from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.letterheads import logo_from
from falls_app.ui.theme import px
from falls_app.ui.visit.part import VisitPart
from falls_app.ui.widgets.boxes import clear, column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import Choices, LineField, NoteField
from falls_app.ui.widgets.setup import Question, fill
from falls_app.ui.widgets.text import Words


class Head(VisitPart):
    """The letterhead in use, a logo, and short texts by their names."""

    icon = "mail"

    @override
    @staticmethod
    def title() -> str:
        return _("You and your service")

    @override
    def build(self) -> None:
        self._which = Choices([], name=_("Which letterhead"))
        self._which.activated.connect(self._on_which)
        self._another = Button(_("Add a letterhead"), "quiet", icon="plus", height=44, size=16)
        self._another.clicked.connect(self._on_another)
        self._therapist = LineField(name=_("Your name and title"), hint=_("Priya Nair, OT"))
        self._registration = LineField(name=_("Your registration number"))
        self._service = LineField(name=_("Your service"))
        self._contact = NoteField(name=_("Address and phone of the service"), height=84)
        for field, slot in (
            (self._therapist, self._on_therapist),
            (self._registration, self._on_registration),
            (self._service, self._on_service),
            (self._contact, self._on_contact),
        ):
            field.written.connect(slot)
        grid = QWidget()
        grid.setLayout(
            Even(
                Question(_("Your name and title"), self._therapist),
                Question(_("Your registration number"), self._registration),
                Question(_("Your service"), self._service),
                narrowest=290,
                most=2,
            )
        )
        self.setLayout(
            column(
                Words(_("This stays in the settings of this program. No home has it."), 17,
                      token="ink2"),
                self._which_row(),
                grid,
                Question(_("Address and phone of the service"), self._contact),
                self._logo_row(),
                10,
                *self._phrase_widgets(),
                gap=14,
            )
        )  # fmt: skip

    def _which_row(self) -> QLayout:
        line = row((self._which, 1), self._another, gap=12)
        line.setAlignment(self._another, Qt.AlignmentFlag.AlignLeft)
        return line

    def _logo_row(self) -> QWidget:
        self._logo = QLabel()
        self._logo.setAccessibleName(_("Logo"))
        self._choose = Button(_("Choose a logo"), icon="import", height=48)
        self._no_logo = Button(_("No logo"), "quiet", icon="trash", height=44, size=16)
        self._choose.clicked.connect(self._on_choose)
        self._no_logo.clicked.connect(self._on_no_logo)
        box = QWidget()
        box.setLayout(row(self._logo, self._choose, self._no_logo, None, gap=14))
        return box

    def _phrase_widgets(self) -> tuple[QWidget, ...]:
        self._phrases = column(gap=8)
        self._shown: list[tuple[str, str]] = []
        self._name = LineField(name=_("Name of a new phrase"), hint=_("Name"), longest=40)
        self._words = NoteField(name=_("Words of the new phrase"), height=84)
        self._keep = Button(_("Keep this phrase"), icon="plus", height=48)
        self._keep.clicked.connect(self._on_keep)
        listed, new = QWidget(), QWidget()
        listed.setLayout(self._phrases)
        new.setLayout(column(self._name, self._words, row(self._keep, None, gap=0), gap=10))
        return (
            Words(_("Phrases"), 21, serif=True),
            Words(_("Put them into a paragraph by their name."), 17, token="ink2"),
            listed,
            new,
        )

    # ------------------------------------------------------------------ showing

    @property
    def _key(self) -> str:
        return self.session.letterheads.known(self.visit.letterhead)

    @override
    def refresh(self) -> None:
        heads, head = self.session.letterheads.all(), self.session.letterhead
        self._which.blockSignals(True)
        self._which.clear()
        for key, each in heads.items():
            words = ", ".join(part for part in (each.therapist, each.service) if part)
            self._which.addItem(words or _("New letterhead"), key)
        self._which.blockSignals(False)
        self._which.show_value(self._key)
        # Which of several a report has is said in the home of that report.
        self._which.setVisible(self.session.is_open and len(heads) > 1)
        self._another.setVisible(self.session.is_open)
        fill(self._therapist, head.therapist)
        fill(self._registration, head.registration)
        fill(self._service, head.service)
        fill(self._contact, head.contact)
        self._show_logo(head.logo)
        self._show_phrases()

    def _show_logo(self, logo: bytes) -> None:
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            smooth = Qt.TransformationMode.SmoothTransformation
            self._logo.setPixmap(picture.scaledToHeight(min(px(56), picture.height()), smooth))
        self._logo.setVisible(bool(logo))
        self._no_logo.setVisible(bool(logo))

    def _show_phrases(self) -> None:
        phrases = list(self.session.letterheads.phrases.items())
        if phrases == self._shown:
            return
        self._shown = phrases
        clear(self._phrases)
        for name, words in phrases:
            remove = IconButton("close", _("Take out the phrase {name}").format(name=name))
            remove.setProperty("phrase", name)
            remove.clicked.connect(self._on_removed)
            line = QWidget()
            line.setLayout(row((Words(f"**{name}** {words}", 17), 1), remove, gap=10))
            self._phrases.addWidget(line)
            line.show()
        self.turned.emit()

    # ------------------------------------------------------------------ what is written

    def _keep_head(self, **fields: object) -> None:
        head = replace(self.session.letterhead, **fields)  # type: ignore[arg-type]
        self.session.keep_letterhead(self._key, head)

    def _on_therapist(self, words: str) -> None:
        self._keep_head(therapist=words.strip())

    def _on_registration(self, words: str) -> None:
        self._keep_head(registration=words.strip())

    def _on_service(self, words: str) -> None:
        self._keep_head(service=words.strip())

    def _on_contact(self, words: str) -> None:
        self._keep_head(contact=words.strip())

    def _on_which(self) -> None:
        self.session.set_visit(_("the letterhead"), letterhead=self._which.value)

    def _on_another(self) -> None:
        key = self.session.letterheads.add()
        self.session.set_visit(_("the letterhead"), letterhead=key)
        self._therapist.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        if not chosen:
            return
        try:
            self._keep_head(logo=logo_from(Path(chosen)))
        except UserError as error:
            self.told.emit(f"{error.message} {error.hint}", False)

    def _on_no_logo(self) -> None:
        self._keep_head(logo=b"")

    def _on_keep(self) -> None:
        name, words = " ".join(self._name.text().split()), self._words.toPlainText().strip()
        if not (name and words):
            self.told.emit(_("Write a name and the words."), False)
            return
        self.session.keep_phrase(name, words)
        self._name.clear()
        self._words.clear()
        self.told.emit(_("Kept: {name}").format(name=name), False)

    def _on_removed(self) -> None:
        self.session.keep_phrase(str(self.sender().property("phrase")), "")


PART = Head
