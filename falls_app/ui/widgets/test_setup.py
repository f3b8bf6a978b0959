"""One test of movement before it begins: what it needs, its steps, when to stop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.screening.function_tests import FunctionTest, FunctionTests
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.bullets import bullets, numbered
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.illustration import Illustration
from falls_app.ui.widgets.text import Words


class StopCard(Card):
    """What ends a test at once; it stays in sight during a run."""

    def __init__(self, tests: FunctionTests, *more: QWidget, skip_if: Sequence[str] = ()) -> None:
        inner = column(
            Words(_("Stop at once"), 22, serif=True),
            bullets([content(line) for line in tests.stop_if], "close", token="fix", size=19),
            gap=9,
            margins=(28, 16, 20, 24),
        )
        if skip_if:
            inner.addSpacing(6)
            inner.addWidget(Words(_("Leave this one if"), 18, 700))
            inner.addLayout(bullets([content(line) for line in skip_if], "minus"))
        for widget in more:
            inner.addWidget(widget)
        inner.addStretch(1)
        super().__init__(inner, stripe="fix_solid")


class TestSetUp(QWidget):
    """Signals: practice_asked(), start_asked(): the user wants to try it, or to do it."""

    __test__ = False  # not one for pytest
    practice_asked = Signal()
    start_asked = Signal()

    def __init__(self, tests: FunctionTests, test: FunctionTest) -> None:
        super().__init__()
        self.start = Button(
            _("Write the numbers down") if test.id == "pressure" else _("Ready to start"),
            "primary",
            after="arrow-right",
            height=64,
            size=20,
        )
        self.start.clicked.connect(self.start_asked)
        practice = Button(_("Practice run"), "secondary", height=64, size=20)
        practice.clicked.connect(self.practice_asked)
        if test.id == "pressure":
            practice.hide()
        thirds = QWidget()
        thirds.setLayout(
            Even(
                self._needs(test),
                self._steps(test),
                StopCard(tests, skip_if=test.skip_if),
                narrowest=330,
                most=3,
                gap=16,
            )
        )
        self.setLayout(
            column(
                Words(content(test.why), 19, 400, "ink2"),
                thirds,
                row(None, practice, self.start, gap=14),
                gap=14,
            )
        )

    def _needs(self, test: FunctionTest) -> Card:
        inner = column(
            Words(_("What you need"), 22, serif=True),
            bullets([content(line) for line in test.needs], "check"),
            gap=9,
            margins=(20, 16, 20, 24),
        )
        if test.picture:
            inner.addSpacing(6)
            inner.addLayout(row(Illustration(test.picture, 240), None))
        inner.addStretch(1)
        return Card(inner)

    def _steps(self, test: FunctionTest) -> Card:
        return Card(
            column(
                Words(_("Step by step"), 22, serif=True),
                numbered([content(line) for line in test.steps]),
                None,
                gap=9,
                margins=(20, 16, 20, 24),
            )
        )
