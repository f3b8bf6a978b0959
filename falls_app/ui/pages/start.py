"""The first page: begin with a home, carry on with one, or look at the sample."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from falls_app.cases import SAMPLE, load_case, pictures_beside
from falls_app.i18n import _
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Scroll, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.home_list import HomeList
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.steps import Numbered
from falls_app.ui.widgets.text import Words

BESIDE = 900
"""Width in pixels at 100 % text from which the house stands beside the words."""


class StartPage(Page):
    """Whose home? Homes that are there already come first; nothing else is asked here."""

    def title(self) -> str:
        """Return the name of the page."""
        return ""

    def build(self) -> None:
        """Make the words, the buttons and the house."""
        self._theirs = Button(_("Someone I help"), "primary", height=56, after="arrow-right")
        self._mine = Button(_("My own home"), "primary", height=56, after="arrow-right")
        self._sample = Button(_("Try the sample home"), "secondary", height=48)
        self._others = {
            "sample:flat": Button(_("Robin: a rented flat on one level"), "quiet", height=44),
            "sample:spine": Button(_("Walter: after a break in the spine"), "quiet", height=44),
            "sample:visit": Button(_("Nell: a therapist’s visit, with photos"), "quiet", height=44),
        }
        others = QWidget()
        others.setLayout(Flow(*self._others.values(), gap=4))
        self._more = FoldButton(others, icon="people")
        self._more.show_words(_("More samples"), _("Fewer samples"))
        self._about = Button(_("About Steady Home"), "quiet", icon="info", height=44, size=16)
        self._backups = Button(_("Backups"), "quiet", icon="saved", height=44, size=16)
        self._backups.clicked.connect(self._on_backups)
        self._theirs.clicked.connect(self._on_theirs)
        self._mine.clicked.connect(self._on_mine)
        self._sample.clicked.connect(self._on_sample)
        for button in self._others.values():
            button.clicked.connect(self._on_other)
        self._about.clicked.connect(self._on_about)
        self._homes = HomeList()
        self._homes.opened.connect(self._on_home)
        self._homes.removed.connect(self._on_remove)
        self._homes.restored.connect(self._on_restore)
        self._title = Words("", 44, serif=True)
        self._lead = Words("", 20, token="ink2")
        self._steps = QWidget()
        self._steps.setLayout(
            column(
                8,
                Numbered(1, _("Walk"), _("Go room by room. We ask, you look.")),
                Numbered(2, _("Choose"), _("Pick the fixes that feel right. Skip the rest.")),
                Numbered(3, _("Print"), _("A plan for the fridge, with who does what.")),
                gap=6,
            )
        )
        self._ask = Words("", 22, serif=True)
        words = column(
            None, self._title, self._lead, self._homes, self._steps, 10, self._ask,
            Flow(self._theirs, self._mine, gap=12),
            Flow(self._sample, self._more, gap=8), others,
            Flow(self._about, self._backups, gap=0),
            None,
            gap=8,
        )  # fmt: skip
        self.setLayout(column((Scroll(self._body(words)), 1), gap=0))

    def _body(self, words: QVBoxLayout) -> QWidget:
        self._house = column(gap=0)
        caption = Words(
            _("As you check each room, its light comes on."),
            18, 500, "ink2", align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(px(48))
        self._halves.addLayout(words, 11)
        self._halves.addLayout(column(None, self._house, caption, None, gap=14), 12)
        kept = _("Everything stays on this computer. No account needed.")
        advice = _("A home checklist. It does not replace advice from a doctor or therapist.")
        foot = beside(
            Icon("lock", 18, "ink2"), (Words(kept, 16, 400, "ink2"), 1),
            (Words(advice, 15, 400, "ink3"), 1), gap=10, least=250,
        )  # fmt: skip
        inner = column(gap=12, margins=(64, 20, 48, 16))
        inner.addLayout(self._halves, 1)
        inner.addWidget(foot)
        body = QWidget()
        body.setLayout(inner)
        return body

    def refresh(self) -> None:
        """Show the homes there are; somebody who comes back finds them first."""
        homes = self.session.homes
        self._homes.show_homes(homes, self.session.region.locale if homes else "")
        back = bool(homes)
        self._title.setText(
            _("Welcome back.") if back else _("Let’s walk through the house together.")
        )
        self._lead.setText(
            _("Carry on with a home, or start with another one.")
            if back
            else _("About 20 minutes. Small changes help people stay steady in the home they love.")
        )
        self._steps.setVisible(not back)
        self._ask.setText(_("Start with another home") if back else _("Whose home is it?"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the house beside the words, or below them where there is little width."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if self.width() >= px(BESIDE) else down)

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
        """Return the home that was open last, or the main button."""
        return self._homes.first or self._theirs

    def panes(self) -> list[QWidget]:
        """Return the homes and the main button."""
        return [each for each in (self._homes.first, self._theirs) if each is not None]

    def _on_mine(self) -> None:
        self.session.begin(mine=True)
        self.go("two-days")

    def _on_theirs(self) -> None:
        self.session.begin(mine=False)
        self.go("two-days")

    def _on_sample(self) -> None:
        self._open_sample(SAMPLE)

    def _on_other(self) -> None:
        button = self.sender()
        self._open_sample(next(name for name, each in self._others.items() if each is button))

    def _open_sample(self, name: str) -> None:
        """Open a sample; the one that is there already, if there is one."""
        session = self.session
        kept = session.settings.get(name, "")
        with session.telling():
            if any(home.id == kept for home in session.homes):
                self.go(session.page_opened(kept, "results"))
                return
            session.add(load_case(name), pictures_beside(name))
            session.settings.keep(name, session.case.id)
            self.go("results")

    def _on_about(self) -> None:
        self.go("about")

    def _on_backups(self) -> None:
        self.go("backups")

    def _on_home(self, case_id: str) -> None:
        with self.session.telling():
            self.go(self.session.page_opened(case_id))

    def _on_remove(self, case_id: str) -> None:
        self.session.remove(case_id)
        self.refresh()

    def _on_restore(self, case_id: str) -> None:
        self.session.bring_back(case_id)
        self.refresh()


PAGE = StartPage
