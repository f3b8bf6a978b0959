"""One backup in the list: when it was made, what is in it, and the way to have it back."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal
from PySide6.QtWidgets import QWidget

from falls_app.days import long_day
from falls_app.i18n import _, ngettext
from falls_app.storage.backups import BackedUpCase, Backup
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.text import Words

_NARROW_SPACE, _SPACE = "\u202f", "\u00a0"
"""Our fonts have no narrow space."""


class BackupCard(Card):
    """The backup, folded; looked into it lists its homes. Bringing back is asked for twice.

    Signals:
        look_asked(BackupCard), restore_asked(Backup): its buttons were pressed.
    """

    look_asked = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, backup: Backup, locale: str) -> None:
        self.backup, self._locale = backup, locale
        self._day = day_words(backup, locale)
        homes = ngettext("{n} home", "{n} homes", backup.cases)
        if backup.is_locked:
            homes = _("Locked with an earlier passphrase")
        self.look = Button(
            _("Look into it"), "secondary", icon="eye", height=44, size=17,
            name=_("Look into the backup of {day}").format(day=self._day),
        )  # fmt: skip
        self._want = Button(
            _("Bring this back"), "secondary", icon="undo", height=44, size=17,
            name=_("Bring back the backup of {day}").format(day=self._day),
        )  # fmt: skip
        self.look.clicked.connect(self._on_look)
        self._want.clicked.connect(self._on_want)
        self._homes = Words("", 17, token="ink2")
        self._homes.hide()
        words = column(
            Words(self._day, 20, 700),
            Words(f"{homes} · {size_words(backup.size, locale)}", 17, token="ink2"),
            gap=0,
        )
        line = row(gap=10)
        line.addLayout(words, 1)
        line.addWidget(self.look)
        line.addWidget(self._want)
        super().__init__(
            column(line, self._homes, self._question(), gap=10, margins=(22, 14, 18, 18))
        )

    def _question(self) -> QWidget:
        self._sure = QWidget()
        self._yes = Button(_("Yes, bring it back"), "primary", height=48)
        self._no = Button(_("Leave all as it is"), "quiet", height=48)
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        words = _(
            "**All homes become as they were then.** How they are now is kept aside, and you are "
            "told where."
        )
        self._sure.setLayout(column(Words(words, 18), row(self._yes, self._no, None), gap=10))
        self._sure.hide()
        return self._sure

    def show_homes(self, homes: Sequence[BackedUpCase]) -> None:
        """Show which homes are in it."""
        lines = [_home_words(home, self._locale) for home in homes]
        self._homes.setText("\n".join(lines) or _("There is no home in it."))
        self._homes.show()

    def set_ready(self, is_ready: bool) -> None:
        """Let its buttons be pressed, or not while something else is under way."""
        for button in (self.look, self._want, self._yes, self._no):
            button.setEnabled(is_ready)

    def _on_look(self) -> None:
        if self._homes.isVisible():
            self._homes.hide()
        else:
            self.look_asked.emit(self)

    def _on_want(self) -> None:
        self._sure.show()
        self._yes.setFocus()
        QTimer.singleShot(0, self, self._show_question)  # once all has its place
        if not self._homes.isVisible():
            self.look_asked.emit(self)

    def _show_question(self) -> None:
        bring_into_sight(self._no)

    def _on_no(self) -> None:
        self._sure.hide()
        self._want.setFocus()

    def _on_yes(self) -> None:
        self._sure.hide()
        self.restore_asked.emit(self.backup)


def day_words(backup: Backup, locale: str) -> str:
    """Return when a backup was made, in this computer's time: "November 20, 2026, 2:41 PM"."""
    moment = QDateTime.fromSecsSinceEpoch(int(backup.date.timestamp()))
    in_words = QLocale(locale)
    day = in_words.toString(moment.date(), QLocale.FormatType.LongFormat)
    time = in_words.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}".replace(_NARROW_SPACE, _SPACE)


def size_words(size: int, locale: str) -> str:
    """Return a number of bytes in words: "1.2 MB"."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale(locale).formattedDataSize(size, 1, form).replace(_NARROW_SPACE, _SPACE)


def _home_words(home: BackedUpCase, locale: str) -> str:
    parts = [ngettext("{n} answer", "{n} answers", home.answers)]
    if home.photos:
        parts.append(ngettext("{n} photo", "{n} photos", home.photos))
    parts.append(_("last changed {day}").format(day=long_day(home.updated[:10], locale)))
    name = home.name or _("A home without a name yet")
    return f"**{name}**: {', '.join(parts)}"
