"""Opens the window where it was when the program was killed, and says that nothing is lost."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from falls_app.domain.resuming import answers_given
from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.storage.bookmark import Place
from falls_app.ui.pages import PAGES
from falls_app.ui.session import Session


def place_left(session: Session) -> str:
    """Open the home that was open when the program was killed; return the page it was at.

    "" if the program ended properly, or if no home was open then or it cannot be opened now.
    """
    bookmark = session.store.bookmark
    if not bookmark.was_left:
        return ""
    place = bookmark.left or _latest(session)
    if not place.case_id:
        return ""
    known = place.page.partition(":")[0] in PAGES
    try:
        return session.page_opened(place.case_id, place.page if known else "")
    except UserError:
        return ""


def welcome_back(session: Session) -> str:
    """Return what is said after a program that was killed."""
    count, when = answers_given(session.case), _when(session)
    if not count:
        words = _("Welcome back. The program closed early. Everything is here, up to {time}.")
    else:
        words = ngettext(
            "Welcome back. The program closed early. Your answer is here, up to {time}.",
            "Welcome back. The program closed early. All {n} answers are here, up to {time}.",
            count,
        )
    return words.format(time=when)


def _latest(session: Session) -> Place:
    """Return the home that changed last: after a power cut nobody knows more."""
    homes = session.store.cases(most=1)
    return Place(homes[0].id if homes else "")


def _when(session: Session) -> str:
    """Return when the home changed last: the time if that was today, else with the day."""
    moment = datetime.fromisoformat(session.case.updated)
    locale, short = QLocale(session.region.locale), QLocale.FormatType.ShortFormat
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    if shown.date().toPython() == session.today:
        words = locale.toString(shown.time(), short)
    else:
        words = locale.toString(shown, short)
    # Our fonts have no narrow space.
    return words.replace("\u202f", "\u00a0")
