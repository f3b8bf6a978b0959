"""The list of who did what, in the user's words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from falls_app.domain.hiding import initials
from falls_app.i18n import _
from falls_app.storage.access import UNSURE, Entry, What
from falls_app.storage.carrying import UNREAD
from falls_app.storage.deleting import BY_AGE
from falls_app.ui.masking import masking
from falls_app.ui.print_choice import paper_title

CODE_LENGTH = 8
"""So many letters of the id of a home tell it from the others."""
_NARROW_SPACE, _SPACE = "\u202f", "\u00a0"


def what_words(entry: Entry) -> str:
    """Return what was done: "Saved as PDF: Family plan, Fridge page"."""
    if entry.about.startswith(UNSURE):
        sure = replace(entry, about=entry.about.removeprefix(UNSURE))
        return f"{what_words(sure)}. {_('This line may not be as it was written.')}"
    if entry.what == What.EXPORTED:
        return _handed_over(entry.about)
    words = _names().get(entry.what, entry.what)
    more = _more(entry)
    return f"{words}. {more}" if more else words


def _names() -> Mapping[str, str]:
    return {
        What.BEGUN: _("Began this home"),
        What.OPENED: _("Opened"),
        What.CHANGED: _("Changed"),
        What.NOT_EXPORTED: _("That did not work: nothing went out"),
        What.SIGNED: _("Signed and locked the report"),
        What.IMPORTED: _("Took in from a file"),
        What.MERGED: _("Brought two copies together"),
        What.DELETED: _("Took off the list"),
        What.BROUGHT_BACK: _("Put back in the list"),
        What.DESTROYED: _("Deleted for good"),
        What.FORGOTTEN: _("Deleted from the backups too"),
        What.LOCKED: _("Locked all answers with a passphrase"),
        What.UNLOCKED: _("Took the lock off"),
        What.RESTORED: _("Brought a backup back"),
        What.REPAIRED: _("Saved this list from a damaged file. Lines are lost or were changed"),
        What.STARTED: _("This list begins"),
        What.STOPPED: _("This list was turned off"),
    }


def _more(entry: Entry) -> str:
    """Return what else a line says, "" if nothing."""
    if entry.what == What.SIGNED:
        return _("Version {n}.").format(n=entry.about)
    if entry.what == What.DESTROYED and entry.about == BY_AGE:
        return _("It had been off the list for 30 days.")
    if entry.what == What.FORGOTTEN and entry.about:
        return _("{n} could not be read and were left.").format(n=entry.about)
    if entry.what == What.RESTORED and entry.about.endswith(UNREAD):
        return _("The lines after it could not be read. They are in the file kept aside.")
    return ""


def _handed_over(about: str) -> str:
    """Return in which form something went out, and which papers."""
    form, _space, kinds = about.partition(" ")
    words = {
        "pdf": _("Saved as PDF"),
        "locked-pdf": _("Saved as PDF with a password"),
        "print": _("Printed"),
        "odt": _("Saved as text document"),
        "text": _("Copied as text"),
        "ics": _("Saved the days of the plan"),
        "csv": _("Saved as a table"),
        "json": _("Saved as a file for programs"),
        "nameless-json": _("Saved as a file without names"),
        "bundle": _("Saved as a file"),
        "locked-bundle": _("Saved as a file with a passphrase"),
        "original": _("Saved a photo as it came"),
        "list": _("Saved this list as a table"),
    }.get(form, form)
    papers = ", ".join(_title(kind) for kind in kinds.split("+") if kind)
    return f"{words}: {papers}" if papers else words


def _title(kind: str) -> str:
    try:
        return paper_title(kind)
    except KeyError:  # a paper of another version
        return kind


def home_words(entry: Entry, names: Mapping[str, str | None]) -> str:
    """Return the name of the home of a line as it may be seen now, "" if it is about all."""
    if not entry.case_id:
        return ""
    name = names.get(entry.case_id)
    code = entry.case_id[:CODE_LENGTH]
    return f"{home_name(name)} ({code})"


def home_name(name: str | None) -> str:
    """Return the name of a home as it may be seen now; None: it is gone."""
    if name is None:
        return _("A home that is gone")
    if not name:
        return _("A home without a name yet")
    return initials(name) if masking.is_on else name


def moment(entry: Entry) -> QDateTime:
    """Return when it was, in this computer's time; none if that was changed by something else."""
    try:
        return QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(entry.at).timestamp()))
    except (ValueError, OverflowError, OSError):
        return QDateTime()


def time_words(entry: Entry, locale: str) -> str:
    """Return the time of day of a line: "2:41 PM"."""
    said = QLocale(locale).toString(moment(entry).time(), QLocale.FormatType.ShortFormat)
    return said.replace(_NARROW_SPACE, _SPACE)


def table_head() -> tuple[str, ...]:
    """Return the heads of the columns of the table."""
    return _("Line"), _("Time (UTC)"), _("Who"), _("What"), _("Code of the home")


def table_lines(entries: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """Return the lines of the table, without a name of a person whose home it is."""
    for each in entries:
        yield str(each.seq), each.at, each.who, what_words(each), each.case_id
