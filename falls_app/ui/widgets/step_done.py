"""What belongs to a done step: the day, and how the place looked before and looks now."""

from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.domain.evidence import Photo, PhotoFile
from falls_app.domain.step import Step
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.storage.trouble import told
from falls_app.ui.incoming import Source, sources_in
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import DayField
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.thumbs import Thumb

WIDE, HIGH = 174, 130


class _Framed(QWidget):
    """A word, and beneath it a photo that opens the sheet; the word alone without a photo."""

    def __init__(self, words: str, nothing: str) -> None:
        super().__init__()
        self._title, self._nothing = words, Words(nothing, 16, 400, "ink2")
        self.photo = Thumb("", WIDE, HIGH)
        self.photo.setCheckable(False)
        self._nothing.setFixedWidth(px(WIDE))
        title = Words(words, 16, 700, "ink2")
        self.setLayout(column(title, self.photo, self._nothing, None, gap=4))

    def show_photo(self, photo: Photo | None, file: PhotoFile | None) -> None:
        """Show this photo, or the words that stand for none."""
        name = _("{title}: open the photo").format(title=self._title)
        if photo is not None and photo.caption:
            name = _("{photo}. {words}").format(photo=name, words=photo.caption)
        self.photo.show_file(file)
        self.photo.setAccessibleName(name)
        self.photo.setVisible(file is not None)
        self._nothing.setVisible(file is None)


class StepDone(QWidget):
    """The day on which a step was done, and the place before and after; hidden while it is open.

    Signals:
        photos_asked(object): the sheet of its photos is wanted, with these sources to take in.
    """

    photos_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._step: Step | None = None
        self._day = DayField(name=_("Done on"))
        self._day.setKeyboardTracking(False)
        self._day.setMaximumWidth(px(240))
        self._day.dateChanged.connect(self._on_day)
        self._before = _Framed(_("Before"), _("No photo was taken."))
        self._after = _Framed(_("Now"), _("No photo yet. Drop one here, paste one, or add one."))
        self.add = Button(_("Add a photo of it done"), "soft", icon="camera", height=44, size=17)
        self.add.clicked.connect(self._on_add)
        for frame in (self._before, self._after):
            frame.photo.clicked.connect(self._on_photo)
        self._pair = QWidget()
        self._pair.setLayout(Even(self._before, self._after, narrowest=WIDE, most=2, gap=8))
        self.setLayout(
            column(
                Words(_("Done on"), 16, 700, "ink2"),
                self._day,
                4,
                self._pair,
                row(self.add, None),
                gap=8,
            )  # fmt: skip
        )

    def show_step(self, step: Step) -> None:
        """Show a done step; hidden for any other."""
        is_new = self._step is None or step.key != self._step.key
        self._step = step if step.is_done else None
        self.setVisible(step.is_done)
        if not step.is_done or step.choice is None:
            return
        today = self._session.today.isoformat()
        self._day.setMaximumDate(QDate.fromString(today, "yyyy-MM-dd"))
        if is_new or not self._day.is_being_written:
            self._day.show_day(step.choice.done, self._session.region.locale)
        self._before.setVisible(bool(step.findings))
        before, after = step.before_and_after
        self._before.show_photo(before, self._file(before))
        self._after.show_photo(after, self._file(after))
        words = _("Add another photo of it done") if after else _("Add a photo of it done")
        self.add.set_words(words)

    @property
    def takes_photos(self) -> bool:
        """True while a done step is shown."""
        return self._step is not None

    def paste(self) -> None:
        """Take in what was copied: a picture, or files."""
        self.take(sources_in(QApplication.clipboard().mimeData()))

    def take(self, sources: Iterable[Source]) -> None:
        """Ask for the sheet, with these pictures to take in."""
        if self.takes_photos:
            self.photos_asked.emit(tuple(sources))

    def chain(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self._day, self._before.photo, self._after.photo, self.add]

    def _file(self, photo: Photo | None) -> PhotoFile | None:
        if photo is None:
            return None
        with suppress(UserError), told():  # the sheet says what is the matter with it
            return self._session.photos(photo)
        return None

    def _on_day(self) -> None:
        if self._step is not None:
            self._session.change_done_day(self._step, self._day.day)

    def _on_add(self) -> None:
        self.photos_asked.emit(None)

    def _on_photo(self) -> None:
        self.photos_asked.emit(())
