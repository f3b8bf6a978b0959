"""Kind words, and whom to talk to: what thoughts of ending life meet. Never on a paper."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.bones import load_red_flags
from falls_app.content.screening import load_flag_screen
from falls_app.i18n import _, content
from falls_app.ui.pages.stopping import StoppingPage
from falls_app.ui.sections.flag_words import crisis_words
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.marks import Icon, Tile
from falls_app.ui.widgets.region_line import RegionLine
from falls_app.ui.widgets.setup import Foot
from falls_app.ui.widgets.text import Words

FLAG = "RF13"
"""The sign that leads here."""


class KindWordsPage(StoppingPage):
    """The words of the content, the region's line and the emergency number; nothing to print."""

    stage = "bones"

    @override
    def title(self) -> str:
        """Return the first of the kind words."""
        return content(load_flag_screen().kind_words[0])

    @override
    def build(self) -> None:
        """Make the card and the foot."""
        first, *others = load_flag_screen().kind_words
        self._line = Words("", 26, serif=True, token="primary")
        self._emergency = Words("", 18, 600)
        title = Words(content(first), 32, serif=True)
        head = row(Tile("heart", side=56), (title, 1), gap=18)
        lines = [Words(content(each), 20) for each in others]
        call = row(Icon("phone", 28, "primary", 2.2), (self._line, 1), gap=14)
        card = Card(
            column(head, 4, *lines, 8, call, self._emergency, gap=10, margins=(40, 22, 40, 30)),
            radius=20,
            stripe="primary",
        )
        self._region = RegionLine(self.session)
        inner = QWidget()
        inner.setMaximumWidth(px(1000))
        inner.setLayout(column(card, self._region, None, gap=14))
        body = QWidget()
        body.setLayout(row((inner, 1), gap=0, margins=(32, 24, 32, 8)))
        self._foot = Foot(_("Go back and change the answer"), content(load_red_flags().page.button))
        self._foot.back.clicked.connect(self._on_back)
        self._foot.on.clicked.connect(self._on_help)
        self.setLayout(column((Scroll(body), 1), self._foot, gap=0))

    @override
    def refresh(self) -> None:
        """Fill in the numbers of the region."""
        number = self.session.region.emergency
        self._line.setText(crisis_words(self.session))
        self._emergency.setText(_("The emergency number is {number}.").format(number=number))
        self._region.refresh()

    @override
    def first_focus(self) -> QWidget | None:
        """Return the button to go on with."""
        return self._foot.on

    @override
    def panes(self) -> list[QWidget]:
        """Return the foot."""
        return [self._foot.on]

    def _on_back(self) -> None:
        self.go(f"bones:flags:{FLAG}")

    def _on_help(self) -> None:
        if self.has_just_come:
            return
        # Another sign that calls for help is not answered by this one: its own page comes.
        if self.session.view.open_flags - {FLAG}:
            self.go("help-now")
            return
        self.session.note_help("")
        self.go("bones:flags")


PAGE = KindWordsPage
