"""About: what this is and is not, who reviewed it, where its facts come from, its licenses."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app import __version__
from falls_app.content.checks import load_checklist
from falls_app.content.regions import Region
from falls_app.content.reviews import TextReview, load_reviews, reviewers
from falls_app.content.sources import Source, content_version, load_sources
from falls_app.days import long_day
from falls_app.domain.checklist import Check
from falls_app.i18n import _, content
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.bar_parts import Logo
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import source_words

COLUMN = 860
"""Widest column of words, in pixels at 100 % text: about 90 letters a line."""


class AboutPage(Page):
    """One long page to read. Nothing on it depends on the open home."""

    def title(self) -> str:
        """Return the name of the page."""
        return _("About Steady Home")

    def build(self) -> None:
        """Make the words; every long list is one widget."""
        self._back = Button(_("Back"), "secondary", icon="arrow-left", height=48)
        self._back.clicked.connect(self._on_back)
        self._data = Button(_("Your data"), "quiet", icon="lock", height=48)
        self._data.clicked.connect(self._on_data)
        self._backups = Button(_("Backups"), "quiet", icon="saved", height=48)
        self._backups.clicked.connect(self._on_backups)
        names = column(
            Words(_("Steady Home"), 36, serif=True),
            Words(
                _("Version {version}. Texts of {content}.").format(
                    version=__version__, content=content_version()
                ),
                17,
                token="ink2",
            ),  # fmt: skip
            gap=0,
        )
        named, titles = row(Logo(56), gap=18), QWidget()
        named.addLayout(names, 1)
        titles.setLayout(named)
        head = beside((titles, 1), self._data, self._backups, self._back, gap=18, least=330)
        sheet = QWidget()
        sheet.setMaximumWidth(px(COLUMN))
        sheet.setLayout(
            column(
                head,
                8,
                self._review_card(),
                _part(_("What it is, and what it is not"), what_it_is()),
                _part(
                    _("Texts and their reviews"), review_words(load_reviews(), self.session.region)
                ),
                _part(_("Sizes that are not checked yet"), sizes_words(load_checklist())),
                _part(_("Where the facts come from"), sources_words(load_sources().values())),
                _part(_("Licenses"), license_words()),
                None,
                gap=16,
            )
        )
        body = QWidget()
        body.setLayout(row(None, (sheet, 100), None, gap=0, margins=(36, 26, 30, 26)))
        self._scroll = Scroll(body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("About Steady Home. Arrow keys scroll."))
        self._scroll.setStyleSheet(
            self._scroll.styleSheet()
            + f"""
            QScrollArea {{ border: 3px solid {look.theme["paper"]}; }}
            QScrollArea:focus {{ border: 3px solid {look.theme["focus"]}; }}
            """
        )
        self.setLayout(column((self._scroll, 1), gap=0))

    def _review_card(self) -> Card:
        found = reviewers(load_reviews())
        known = found is not None
        day = long_day(found.on, self.session.region.locale) if found else ""
        words = (
            _("Reviewed by {who} on {day}.").format(who=", ".join(found.names), day=day)
            if found
            else _(
                "**Not yet reviewed by a clinician.** Treat the texts as a help for talking with "
                "a doctor, a pharmacist or a therapist."
            )
        )
        token = "ok" if known else "some"
        icon = Icon("check" if known else "info", 24, token)
        layout = row(icon, (Words(words, 18), 1), gap=14, margins=(18, 14, 18, 14))
        return Card(layout, token=f"{token}_bg", line=None, lifted=False)

    def _reviews(self) -> str:
        return review_words(load_reviews(), self.session.region)

    def refresh(self) -> None:
        """Nothing here changes."""

    def first_focus(self) -> QWidget | None:
        """Return the button back."""
        return self._back

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        return [self._back, self._scroll]

    def _on_data(self) -> None:
        self.go("data")

    def _on_backups(self) -> None:
        self.go("backups")

    def _on_back(self) -> None:
        self.go("back")


def _part(title: str, words: str) -> Card:
    """Return one part: a title and its words, in one widget each."""
    return Card(
        column(Words(title, 23, serif=True), Words(words, 17), gap=8, margins=(24, 18, 24, 24))
    )


def what_it_is() -> str:
    """Return what the app does, what it does not do, and what to do when it is urgent."""
    lines = (
        _("Steady Home helps you look at a home, note what you see and plan next steps."),
        _(
            "It gives general facts. It does not examine anybody. It does not find an illness or "
            "rule one out. A doctor, a pharmacist and a therapist do more than it can."
        ),
        _(
            "It cannot say who will fall or break a bone. The score is about the home: a checklist "
            "score, not a validated scale and not a prediction."
        ),
        _(
            "Keep taking your medicines as prescribed. "
            "If something is urgent, call your emergency number."
        ),
        _("Everything stays on this computer. Nothing is sent anywhere."),
    )
    return "\n\n".join(lines)


def review_words(reviews: Mapping[str, TextReview], region: Region) -> str:
    """Return for each kind of text how many there are, how many are reviewed, the last change."""
    lines = [
        _(
            "Each text has its own line in our register: the day it last changed, and the "
            "clinician who read it. A text that changes loses its review."
        )
    ]
    for kind, title in (
        ("check", _("Checks of the home")),
        ("bones", _("Bones and balance")),
        ("handout", _("Handouts")),
        ("region", _("Numbers and words of a region")),
    ):
        found = [each for key, each in reviews.items() if key.startswith(f"{kind}:")]
        changed = long_day(max(each.changed for each in found), region.locale)
        lines.append(
            _("**{title}**: {done} of {total} reviewed. Last change {day}.").format(
                title=title,
                done=sum(bool(each.by) for each in found),
                total=len(found),
                day=changed,
            )
        )
    return "\n".join(lines)


def sizes_words(checks: Iterable[Check]) -> str:
    """Return the sizes whose source nobody has read yet, one a line."""
    lines = [
        f"**{content(check.short)}**: {content(measure.label)}"
        for check in checks
        for measure in check.measures
        if not measure.checked
    ]
    if not lines:
        return _("All sizes were read in their sources.")
    intro = _("These sizes are a rough guide. We have not read them in their sources so far.")
    return "\n".join((intro, *lines))


def sources_words(sources: Iterable[Source]) -> str:
    """Return all sources, by year and name: what each says, where it is, whether we read it."""
    newest_first = sorted(sources, key=lambda source: (-source.year, source.citation))
    intro = _(
        "“Read” means that we read the fact in the source itself. "
        "“Second-hand” means that somebody else told what it says."
    )
    return "\n\n".join((intro, *(source_words(source) for source in newest_first)))


def license_words() -> str:
    """Return the licenses, and the credit that CDC asks for."""
    lines = (
        _("Steady Home is free to use, change and share under the MIT license."),
        _(
            "The fonts are Atkinson Hyperlegible Next, Literata and Noto Sans, "
            "under the SIL Open Font License 1.1."
        ),
        _(
            "Based in part on public materials from CDC. Use of them does not mean that CDC, HHS "
            "or the U.S. Government endorses this program."
        ),
    )
    return "\n\n".join(lines)


PAGE = AboutPage
