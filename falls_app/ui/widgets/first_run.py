"""What somebody sees who is here for the first time: what this is, and where to begin."""

from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

import falls_app.ui.widgets
from falls_app.i18n import _
from falls_app.ui.focus import scroll_up
from falls_app.ui.theme import at_full_size, px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.sample_choice import SampleChoice
from falls_app.ui.widgets.start_foot import start_foot
from falls_app.ui.widgets.steps import Numbered
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.whose_home import WhoseHome

BackOffer: TypeAlias = "falls_app.ui.widgets.back_offer.BackOffer"

BESIDE = 860
"""Width at 100 % text from which the house stands beside the words."""


class FirstRun(QWidget):
    """Words and buttons at the left, a house at the right. Nothing else is asked here.

    Signals:
        begun(bool), sampled(str): those of ``WhoseHome`` and ``SampleChoice``.
        went(str): a page was asked for.
        restored(str): the home that went off the list last is wanted back.
    """

    begun = Signal(bool)
    sampled = Signal(str)
    went = Signal(str)
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._whose, samples = WhoseHome(), SampleChoice()
        self._whose.begun.connect(self.begun)
        self._whose.went.connect(self.went)
        samples.chosen.connect(self.sampled)
        steps = column(
            8,
            Numbered(1, _("Walk"), _("Go room by room. We ask, you look.")),
            Numbered(2, _("Choose"), _("Pick the fixes that feel right. Skip the rest.")),
            Numbered(3, _("Print"), _("A plan for the fridge, with who does what.")),
            gap=6,
        )
        about = Button(_("About Steady Home"), "quiet", icon="info", height=44, size=16)
        backups = Button(_("Backups"), "quiet", icon="saved", height=44, size=16)
        file = Button(_("Open a file"), "quiet", icon="folder", height=44, size=16)
        blank = Button(_("Print a blank list"), "quiet", icon="print", height=44, size=16)
        blank.clicked.connect(self._on_blank)
        about.clicked.connect(self._on_about)
        file.clicked.connect(self._on_file)
        backups.clicked.connect(self._on_backups)
        lead = _("About 20 minutes. Small changes help people stay steady in the home they love.")
        words = column(
            None, Words(_("Let’s walk through the house together."), 44, serif=True),
            Words(lead, 20, token="ink2"), steps, 10,
            Words(_("Whose home is it?"), 22, serif=True), self._whose, samples,
            Flow(blank, file, backups, about, gap=0), None,
            gap=8,
        )  # fmt: skip
        self._house = column(gap=0)
        caption = Words(
            _("As you check each room, its light comes on."),
            18, 500, "ink2", align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(px(64), px(20), px(48), px(12))
        self._sides.setSpacing(px(48))
        self._sides.addLayout(words, 11)
        self._sides.addLayout(column(None, self._house, caption, None, gap=14), 12)
        self._offer: BackOffer | None = None
        self._top = column(gap=0, margins=(64, 0, 48, 0))
        inner = column(gap=0)
        inner.addLayout(self._top)
        inner.addLayout(self._sides, 1)
        inner.addLayout(row((start_foot(), 1)))
        self.setLayout(inner)

    @property
    def first(self) -> QWidget:
        """The main button."""
        return self._whose.first

    def offer_back(self, case_id: str, name: str) -> None:
        """Offer the last home back, which went off the list, and give the keyboard to that."""
        from falls_app.ui.widgets.back_offer import BackOffer  # the window opens without any

        if self._offer is None:
            self._offer = BackOffer()
            self._offer.restored.connect(self.restored)
            self._top.addWidget(self._offer)
        self._top.setContentsMargins(px(64), px(16), px(48), 0)
        self._offer.offer(case_id, name)
        self._offer.take_keyboard()
        scroll_up(self)

    def end_offer(self) -> None:
        """Offer no home any more: there are some."""
        if self._offer is not None:
            self._offer.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the house below the words where both have no room side by side."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if at_full_size(self.width()) >= BESIDE else down)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the house once the words and buttons stand: they are what is waited for."""
        if not self._house.count():
            QTimer.singleShot(0, self, self._draw_house)

    def _draw_house(self) -> None:
        from falls_app.ui.widgets.promise import promise

        if not self._house.count():
            self._house.addWidget(promise())

    def _on_blank(self) -> None:
        self.went.emit("blank-list")

    def _on_about(self) -> None:
        self.went.emit("about")

    def _on_file(self) -> None:
        self.went.emit("open-file")

    def _on_backups(self) -> None:
        self.went.emit("backups")
