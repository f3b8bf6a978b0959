"""Every word of the window can be translated."""

import gettext
import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from falls_app import i18n
from falls_app.ui.main_window import MainWindow
from falls_app.ui.session import Session

PAGES = ("start", "settings", "caseload", "two-days", "help-now", "who", "home", "walk:stairs:STR01", "walk:stairs:STR01:note",
         "walk:summary:stairs",
         "bones:overview", "bones:B01", "results", "plan", "plan:BTH02", "print", "sheet-back", "type-in",
         "about")  # fmt: skip


class Marked(gettext.NullTranslations):
    """A language in which every translated text stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gettext, "translation", lambda *_words, **_more: Marked())
    i18n.use_language("xx")
    yield
    monkeypatch.undo()
    i18n.use_language("en")


def users_words(session: Session) -> set[str]:
    """Return what people wrote themselves."""
    case = session.case
    notes = {each.note for each in session.view.walk.findings.values()}
    helpers = {word for each in case.helpers for word in (each.name, each.relation)}
    own = {each.words for each in case.choices.values()} | {case.person.name, case.person.goals}
    return {*notes, *helpers, *own, *(room.name for room in case.home.rooms)}


def without(text: str, theirs: set[str]) -> str:
    """Return a text without the users' own words and without days, which Babel translates."""
    for words in sorted(theirs, key=len, reverse=True):
        text = text.replace(words, "") if words else text
    return re.sub(r"(?:[A-Z][a-z]+day, )?(?:[A-Z][a-z]{2}|November) \d+", "", text)


@pytest.mark.parametrize("page", PAGES)
def test_no_word_of_a_page_is_left_in_english(
    page: str, marked: None, sample: Session, window: MainWindow
) -> None:
    theirs = users_words(sample)  # the first page closes the home
    window.go(page)

    shown = [
        each.text()
        for kind in (QLabel, QAbstractButton)
        for each in window.findChildren(kind)
        if each.isVisible()
    ]
    english = [
        text
        for text in shown
        if "⟦" not in text and not text.startswith(("https://", "www."))
        if any(letter.isalpha() for letter in without(text, theirs))
    ]

    assert english == []
