"""The first page: begin with a home, carry on with one, or look at the sample."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from falls_app.cases import sample_case
from falls_app.i18n import _
from falls_app.storage.store import CaseSummary
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Scroll, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.steps import Numbered
from falls_app.ui.widgets.text import Words

MOST_HOMES = 3


class StartPage(Page):
    """Whose home? Nothing else is asked here."""

    def title(self) -> str:
        """Return the name of the page."""
        return ""

    def build(self) -> None:
        """Make the words, the buttons and the house."""
        self._mine = Button(_("My own home"), "primary", height=56, after="arrow-right")
        self._theirs = Button(_("Someone I help"), "primary", height=56, after="arrow-right")
        self._sample = Button(_("Try the sample home"), "secondary", height=48)
        self._about = Button(_("About Steady Home"), "quiet", icon="info", height=44, size=16)
        self._mine.clicked.connect(self._on_mine)
        self._theirs.clicked.connect(self._on_theirs)
        self._sample.clicked.connect(self._on_sample)
        self._about.clicked.connect(self._on_about)
        self._homes = column(gap=8)
        self._homes_title = Words(_("Carry on"), 18, 700)
        words = column(
            None,
            Words(_("Let’s walk through the house together."), 44, serif=True),
            Words(
                _("About 20 minutes. Small changes help people stay steady in the home they love."),
                20,
                token="ink2",
            ),  # fmt: skip
            12,
            Numbered(1, _("Walk"), _("Go room by room. We ask, you look.")),
            Numbered(2, _("Choose"), _("Pick the fixes that feel right. Skip the rest.")),
            Numbered(3, _("Print"), _("A plan for the fridge, with who does what.")),
            14,
            Words(_("Whose home is it?"), 22, serif=True),
            row(self._theirs, self._mine, None, gap=12),
            row(self._sample, self._about, None, gap=12),
            8,
            self._homes_title,
            self._homes,
            None,
            gap=8,
        )
        self._house = column(gap=0)
        picture = column(
            None,
            self._house,
            Words(
                _("As you check each room, its light comes on."),
                18,
                500,
                "ink2",
                align=Qt.AlignmentFlag.AlignHCenter,
            ),  # fmt: skip
            None,
            gap=14,
        )
        grid = QGridLayout()
        grid.setContentsMargins(px(64), px(24), px(48), px(16))
        grid.setHorizontalSpacing(px(48))
        grid.addLayout(words, 0, 0)
        grid.addLayout(picture, 0, 1)
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 12)
        grid.setRowStretch(0, 1)
        foot = row(
            Icon("lock", 18, "ink2"),
            Words(_("Everything stays on this computer. No account needed."), 16, 400, "ink2"),
            None,
            Words(
                _(
                    "This is a home checklist. "
                    "It does not replace advice from a doctor or therapist."
                ),
                15,
                400,
                "ink3",
            ),  # fmt: skip
            gap=10,
            margins=(64, 6, 48, 16),
        )
        body = QWidget()
        inner = column(gap=0)
        inner.addLayout(grid, 1)
        inner.addLayout(foot)
        body.setLayout(inner)
        self.setLayout(column((Scroll(body), 1), gap=0))

    def refresh(self) -> None:
        """Show the homes there are."""
        clear(self._homes)
        homes = self.session.store.cases()[:MOST_HOMES]
        self._homes_title.setVisible(bool(homes))
        for home in homes:
            button = Button(self._home_words(home), "soft", icon="home", height=52, size=17)
            button.setProperty("case", home.id)
            button.clicked.connect(self._on_home)
            self._homes.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _home_words(self, home: CaseSummary) -> str:
        name = home.name or _("A home without a name yet")
        return _("{name}, last changed {day}").format(name=name, day=home.updated[:10])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the house once the words and buttons stand: they are what is waited for."""
        if not self._house.count():
            QTimer.singleShot(0, self, self._draw_house)

    def _draw_house(self) -> None:
        from falls_app.ui.widgets.promise import promise

        if not self._house.count():
            self._house.addWidget(promise())

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._theirs

    def _on_mine(self) -> None:
        self.session.begin(mine=True)
        self.go("two-days")

    def _on_theirs(self) -> None:
        self.session.begin(mine=False)
        self.go("two-days")

    def _on_sample(self) -> None:
        self.session.add(sample_case())
        self.go("results")

    def _on_about(self) -> None:
        self.go("about")

    def _on_home(self) -> None:
        self.session.open(self.sender().property("case"))
        self.go("walk")


PAGE = StartPage
