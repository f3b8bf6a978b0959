"""What is given out at the end of a visit: papers to print, a text document, text for a letter."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from falls_app.content.checks import load_checklist
from falls_app.domain.visit import SignedVersion
from falls_app.errors import UserError
from falls_app.export import Printing, write_document, write_paper
from falls_app.export.report.data import ReportData
from falls_app.export.report.plain import as_html, as_text
from falls_app.export.report.story import make_report
from falls_app.i18n import _
from falls_app.ui.background import Background
from falls_app.ui.pages.page import Go
from falls_app.ui.print_choice import paper_title
from falls_app.ui.saving import documents, paper_file_name, with_ending
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.paper_lock import PaperLock
from falls_app.ui.widgets.setup import Chips, Question

REPORT = "ot-report"
HANDED_OUT = ("person-sheet", REPORT, "ot-report-copy", "doctor", "work-order-exact")
"""Papers that are given out at the end of a visit, in the order of the pack."""


class HandOver(QWidget):
    """Chips of papers to see and print together, and the ways to take the report elsewhere.

    Signals:
        told(str, bool): a short message for the user, never with a button to undo.
    """

    told = Signal(str, bool)

    def __init__(self, session: Session, go: Go) -> None:
        super().__init__()
        self._session, self.go = session, go
        self.lock = PaperLock()
        """The password of a signed version that is saved; its fields stand where that is."""
        self._background = Background()
        self.destroyed.connect(self._background.close)
        label = _("Give these out now")
        self._given_out = {REPORT}
        self._give = Chips([(kind, paper_title(kind)) for kind in HANDED_OUT], name=label)
        self._give.pressed.connect(self._on_give)
        self._give.show_chosen(self._given_out)
        self.print = Button(_("See and print"), icon="print", height=52, wide=True)
        odt = Button(_("Save as text document"), icon="download", height=52, wide=True)
        copy = Button(_("Copy as text"), icon="copy", height=52, wide=True)
        self.print.clicked.connect(self._on_print)
        odt.clicked.connect(self._on_odt)
        copy.clicked.connect(self._on_copy)
        self.setLayout(column(Question(label, self._give), self.print, odt, copy, gap=10))

    def _printing(self) -> Printing:
        session = self._session
        return Printing(
            session.region,
            session.region.paper,
            photos=session.photos,
            letterhead=session.letterhead,
        )

    def _on_give(self, kind: str) -> None:
        self._given_out ^= {kind}
        self._give.show_chosen(self._given_out)

    def _on_print(self) -> None:
        kinds = [kind for kind in HANDED_OUT if kind in self._given_out]
        self.go(f"print:{'+'.join(kinds or [REPORT])}")

    def _on_copy(self) -> None:
        report = make_report(ReportData(self._session.case, self._printing()))
        data = QMimeData()
        data.setText(as_text(report))
        data.setHtml(as_html(report))
        QGuiApplication.clipboard().setMimeData(data)
        self._session.note_export(self._session.case.id, "text", [REPORT])
        self.told.emit(_("Copied. Paste it into a letter."), False)

    def _on_odt(self) -> None:
        if file := self._asked_for(".odt", _("Text documents (*.odt)")):
            work = partial(write_document, "ot-report", self._session.case, file, self._printing())
            self._save(work, file, "odt")

    def save_version(self) -> None:
        """Save the signed version of the button that was pressed, as it was."""
        version = self._session.case.signed[int(self.sender().property("version"))]
        password = self.lock.password()
        if password is None:
            return
        if file := self._asked_for(".pdf", _("PDF files (*.pdf)")):
            work = partial(_write_version, version, self._printing(), file, password)
            self._save(work, file, "locked-pdf" if password else "pdf")

    def _asked_for(self, ending: str, kinds: str) -> Path | None:
        session = self._session
        day = session.today.isoformat()
        name = paper_file_name(_("OT report"), session.case.person.name, day)
        suggested = str(documents() / Path(name).with_suffix(ending))
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save the report"), suggested, kinds)
        return with_ending(chosen, ending) if chosen else None

    def _save(self, work: "partial[None]", file: Path, form: str) -> None:
        case_id = self._session.case.id
        self._session.note_export(case_id, form, [REPORT])
        self._background.run(
            work,
            then=partial(self._on_saved, file),
            otherwise=partial(self._on_failed, case_id),
            key="save",
        )

    def _on_saved(self, file: Path, _nothing: None) -> None:
        self.told.emit(_("Saved: {file}").format(file=file.name), False)

    def _on_failed(self, case_id: str, error: UserError) -> None:
        self._session.note_not_exported(case_id)
        self.told.emit(f"{error.message} {error.hint}".strip(), False)


def _write_version(version: SignedVersion, printing: Printing, file: Path, password: str) -> None:
    """Write a signed version as it was. UserError if it cannot be read or written."""
    from falls_app.storage.keeping import unpacked

    case = unpacked(version.kept, load_checklist())
    write_paper("ot-report", replace(case, signed=(version,)), file, printing, password=password)
