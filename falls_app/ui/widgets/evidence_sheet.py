"""The evidence sheet: photos with marks, a note, and sizes of one check in one place.

Of a step that was done and has no place it is the photos alone.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QWidget,
)
from typing_extensions import override

from falls_app.domain.evidence import Photo
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.originals import ending_of
from falls_app.ui.evidence import Evidence
from falls_app.ui.incoming import Source, brings_pictures, sources_in
from falls_app.ui.intake import Intake
from falls_app.ui.photo_evidence import PhotoEvidence
from falls_app.ui.photo_files import chosen_photos, place_for_original
from falls_app.ui.session import Session
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.evidence_status import EvidenceStatus
from falls_app.ui.widgets.fields import NoteField
from falls_app.ui.widgets.measures import Measures
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.photo_buttons import PhotoButtons
from falls_app.ui.widgets.photo_side import PhotoSide
from falls_app.ui.widgets.phrase_chips import PhraseChips
from falls_app.ui.widgets.pressable import is_switched_off
from falls_app.ui.widgets.sheet import Sheet
from falls_app.ui.widgets.text import Words

WIDE, HIGH = 1064, 760
ONE_COLUMN_BELOW = 860
"""Sizes of the sheet, in pixels at 100 % text."""
MOST_REFUSED = 3
"""How many photos that were not added are named at once."""


class EvidenceSheet(Sheet):
    """The sheet of one check in one place. Everything is saved as it is done.

    Signals:
        told(str, bool): a short message; True with a button to undo what it tells.
        announced(str): something that screen readers say when they are free.
    """

    told = Signal(str, bool)
    announced = Signal(str)

    def __init__(
        self, window: QWidget, session: Session, evidence: PhotoEvidence, intake: Intake
    ) -> None:
        self._seen = evidence if isinstance(evidence, Evidence) else None
        self._has_measures = self._seen is not None and bool(self._seen.check.measures)
        title = self._title_words().format(check=session.say(evidence.short))
        super().__init__(window, title, width=WIDE, height=HIGH)
        self._session, self.evidence, self._intake = session, evidence, intake
        self._refused: list[str] = []
        self._status = EvidenceStatus()
        self._buttons = PhotoButtons()
        self._buttons.add.clicked.connect(self.choose)
        self._buttons.paste.clicked.connect(self.paste)
        self._buttons.delete.clicked.connect(self._on_delete)
        self.fill(self._status, self._build_body(), self._buttons)
        intake.moved.connect(self._show_progress)
        intake.seen.connect(self._photos.expect)
        intake.added.connect(self._on_added)
        intake.refused.connect(self._on_refused)
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self._show_progress()
        self.refresh()

    def _title_words(self) -> str:
        if self._seen is None:
            return _("{check}: photo")
        return _("{check}: photo, note, size") if self._has_measures else _("{check}: photo, note")

    def _build_body(self) -> QWidget:
        self._photos = PhotoSide(self.evidence)
        self._photos.announced.connect(self.announced)
        self._photos.undo_asked.connect(self._on_undo)
        self._photos.original_asked.connect(self._on_original)
        self._photos.original_removed.connect(self._on_original_removed)
        self._notice = Notice()
        self._notice.show_button(_("Choose a photo"))
        self._notice.pressed.connect(self.choose)
        self._note = NoteField(
            name=_("Note"),
            hint=_("What you see, in your own words. It is printed in the plan."),
            height=132,
        )
        self._note.setAcceptDrops(False)
        self._measures = Measures(self._seen) if self._seen and self._has_measures else None
        if self._seen is not None:
            self._note.written.connect(self._seen.note)
        words = column(Words(_("Note"), 18, 700), self._note, gap=8)
        if self._session.is_professional and self._session.letterheads.phrases:
            phrases = PhraseChips(self._session.letterheads.phrases)
            phrases.chosen.connect(self._on_phrase)
            words.addWidget(phrases)
        if self._measures:
            words.addSpacing(px(10))
            words.addWidget(self._measures)
            self._measures.sized.connect(self._photos.show_size)
            self._measures.announced.connect(self.announced)
        words.addStretch(1)
        right = QWidget()
        right.setLayout(words)
        if self._seen is None:
            right.hide()
        self._sides: QHBoxLayout = row((self._photos, 11), (right, 9), gap=32)
        lines = column(self._notice, gap=10, margins=(30, 4, 30, 4))
        lines.addLayout(self._sides, 1)
        body = QWidget()
        body.setLayout(lines)
        return body

    def _on_phrase(self, words: str) -> None:
        if not self._note.isReadOnly():
            self._note.put_in(words)

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the finding as it is now."""
        self._photos.refresh()
        self._photos.show_undo(self._session.undo_label)
        if self._seen is not None:
            self._note.show_text(self._seen.finding.note)
        if self._measures:
            self._measures.refresh()
        self._buttons.show_photos(bool(self.evidence.photos))
        if self.evidence.is_to_read:
            self._status.show_read_only()
            self._note.setReadOnly(True)
        else:
            self._status.show_saved(self.evidence.is_saved)
        self._show_status()

    def open_at(self, part: str) -> None:
        """Open at "photo", "note" or "measure", ready to go on there."""
        first: QWidget = self._buttons.add
        if part == "note":
            first = self._note
        elif part == "measure" and self._measures:
            first = self._measures.field.number
        self.open_with(first)
        self._note.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def settle(self) -> None:
        self._note.settle()
        self._photos.settle()
        if self._measures:
            self._measures.settle()

    @override
    def on_escape(self) -> None:
        if not self._photos.cancel():
            self.close()

    def _show_progress(self) -> None:
        self._status.show_progress(self._intake)
        self._show_status()

    def _show_status(self) -> None:
        """Where there is little room, say only what is not as always."""
        narrow = self._sides.direction() is QBoxLayout.Direction.TopToBottom
        quiet = self.evidence.is_saved and not self._intake.is_busy
        self._status.setVisible(not (narrow and quiet))

    # ------------------------------------------------------------------ photos come and go

    def take(self, sources: Iterable[Source]) -> None:
        """Take these pictures in, beside the window."""
        self._refused.clear()
        self._notice.hide()
        self._intake.take(self.evidence, sources, self._photos.rooms)

    def choose(self) -> None:
        """Let photos be chosen in a dialog, several at once."""
        if files := chosen_photos(self.window(), self._session.settings):
            self.take(files)

    def paste(self) -> None:
        """Take in what was copied: a picture, or files."""
        sources = sources_in(QApplication.clipboard().mimeData())
        if sources:
            self.take(sources)
        else:
            self._refused.clear()
            self._on_refused(
                _("There is no photo to paste. Copy a photo first, then paste it here.")
            )

    def _on_added(self, evidence: PhotoEvidence, photo: Photo) -> None:
        here = evidence.place == self.evidence.place
        if here and self._photos.photo != photo:  # the first one is shown already
            self._photos.show_photo(photo.id)

    def _on_refused(self, why: str) -> None:
        self._refused.append(why)
        self._notice.say("", "\n".join(self._refused[-MOST_REFUSED:]))
        self.announced.emit(why)

    def _on_delete(self) -> None:
        self._photos.remove()
        self.told.emit(_("Photo deleted."), True)
        self._buttons.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_original(self, photo: Photo) -> None:
        """Save a photo as it came where somebody chooses."""
        try:
            data = self.evidence.original(photo)
            file = place_for_original(self.window(), ending_of(data))
            if file is not None:
                self.evidence.save_original(data, file)
                self.told.emit(_("Saved: {file}").format(file=file.name), False)
        except UserError as error:
            self._refused.clear()
            self._on_refused(str(error))

    def _on_original_removed(self, photo: Photo) -> None:
        try:
            self.evidence.remove_original(photo)
        except UserError as error:
            self._on_refused(str(error))
            return
        self.refresh()
        self.told.emit(_("The original is deleted. The photo stays."), False)
        self._buttons.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self.settle()
        verb = self._session.undo_label
        self._session.undo()
        self.told.emit(_("Taken back: {verb}").format(verb=verb), False)

    # ------------------------------------------------------------------ Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() == Qt.Key.Key_P and plain and not is_switched_off(event):
            self.choose()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # a dialog would press a button for it
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_pictures(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(sources_in(event.mimeData()))

    @override
    def highest(self, width: int) -> int:
        """Use all the height there is where the photo stands above the note, as on a tablet."""
        return self.height() if _is_one_column(width) else super().highest(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = _is_one_column(self.panel.width())
        self._sides.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        for side, share in enumerate((1, 0) if narrow else (11, 9)):
            self._sides.setStretch(side, share)  # below each other, the photo takes what is left
        self._buttons.show_narrow(narrow)
        self._show_status()


def _is_one_column(width: int) -> bool:
    return at_full_size(width) < ONE_COLUMN_BELOW
