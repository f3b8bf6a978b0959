"""The lists of a caseload in words: their names, and what an empty one says."""

from collections.abc import Mapping

from falls_app.i18n import _
from falls_app.storage.caseload import Show


def list_names() -> Mapping[Show, str]:
    """Return the names of the lists, in the order in which they stand."""
    return {
        Show.TODAY: _("Today"),
        Show.WEEK: _("Next 7 days"),
        Show.SIGN: _("Reports to sign"),
        Show.AGAIN: _("Look again due"),
        Show.ALL: _("All people"),
        Show.ARCHIVE: _("Archive"),
        Show.DELETED: _("Recently deleted"),
    }


def empty_words(show: Show, sought: str) -> str:
    """Return what stands where a list, or the homes that were looked for, would be."""
    if sought:
        nothing = _("Nothing is called “{words}”. Try fewer letters or another word.")
        return nothing.format(words=sought)
    return {
        Show.ALL: _("No homes yet. Begin with a new person, or look at a sample."),
        Show.TODAY: _("No visits today. Plan one with the three dots beside a home."),
        Show.WEEK: _("No visits in these days. Plan one with the three dots beside a home."),
        Show.SIGN: _("No report waits to be signed."),
        Show.AGAIN: _("No home is due for another look."),
        Show.ARCHIVE: _("The archive is empty."),
        Show.DELETED: _("Nothing was deleted in the last 30 days."),
    }[show]
