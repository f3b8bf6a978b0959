"""What a run gave: the number, what was seen, and whether to keep it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.bones import FunctionResult
from falls_app.domain.screening.function_results import ARMS, balance_result, chair_result
from falls_app.domain.screening.function_tests import STANDS, FunctionTest, FunctionTests
from falls_app.i18n import _, content
from falls_app.result_words import result_words, seconds_words
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.setup import Chips
from falls_app.ui.widgets.test_reference import Reference
from falls_app.ui.widgets.text import Words


def result_of(
    test: FunctionTest, measured: Sequence[float], date: str, helper: str, seen: Sequence[str]
) -> FunctionResult:
    """Return the result of what a run measured: stands, seconds, or seconds of each stand."""
    if test.id == "chair":
        return chair_result(round(measured[0]), date, helper, seen)
    if test.id == "balance":
        return balance_result(measured, date, helper)
    return FunctionResult(test.id, date, measured[0], helper, seen=tuple(seen))


class TestReview(QWidget):
    """Signals:
    kept(FunctionResult): write it down.
    again(bool): one more run; True for another practice run.
    dropped(): leave it.
    """  # fmt: skip

    __test__ = False  # not one for pytest
    kept = Signal(object)
    again = Signal(bool)
    dropped = Signal()

    def __init__(self, session: Session, tests: FunctionTests) -> None:
        super().__init__()
        self._session, self._tests = session, tests
        self._test: FunctionTest = tests.tests[0]
        self._measured: tuple[float, ...] = ()
        self._helper = ""
        self._seen: tuple[str, ...] = ()
        self._practice = False
        self._lead, self._number = Words("", 19, 600), Words("", 56, 700)
        self._parts = Words("", 18, 400, "ink2")
        self._fewer = Button("", "secondary", icon="minus", height=56, name=_("One stand fewer"))
        self._more = Button("", "secondary", icon="plus", height=56, name=_("One stand more"))
        self._fewer.clicked.connect(self._on_fewer)
        self._more.clicked.connect(self._on_more)
        self._count = QWidget()
        self._count.setLayout(row(self._fewer, self._more, None, gap=16))
        self._asked = Words(_("What did the helper see? Tick what fits."), 18, 700)
        self._ticks = column(gap=0)
        self._chips: Chips | None = None
        self._reference = Reference()
        self._after = Words(content(tests.after), 17, 400, "ink2")
        self.keep = Button("", "primary", icon="check", height=60, size=20)
        self._repeat = Button(_("Do it again"), "secondary", icon="refresh", height=60)
        self._drop = Button(_("Do not keep it"), "quiet", height=60)
        self.keep.clicked.connect(self._on_keep)
        self._repeat.clicked.connect(self._on_again)
        self._drop.clicked.connect(self.dropped)
        card = Card(
            column(
                self._lead, self._number, self._parts, self._count, 4, self._asked, self._ticks,
                self._reference, self._after, 8,
                row(self.keep, self._repeat, self._drop, None, gap=14), None,
                gap=8, margins=(28, 20, 24, 28),
            )
        )  # fmt: skip
        self.setLayout(column(card, gap=0))

    def show_run(
        self,
        test: FunctionTest,
        measured: Sequence[float],
        helper: str,
        *,
        practice: bool,
        arms: bool,
    ) -> None:
        """Show what a run measured; of a practice run nothing can be kept."""
        self._test, self._measured, self._helper = test, tuple(measured), helper
        self._practice, self._seen = practice, (ARMS,) if arms else ()
        self._lead.setText(
            _("That was a practice run. It is not written down.")
            if practice
            else _("Is this right?")
        )
        self._asked.setVisible(bool(test.seen) and not practice)
        self._after.setVisible(not practice)
        self.keep.set_words(_("Now the real one") if practice else _("Write it down"))
        self._repeat.set_words(_("Practice again") if practice else _("Do it again"))
        self._drop.set_words(_("Back to the tests") if practice else _("Do not keep it"))
        self._show_chips()
        self._show()

    def _show_chips(self) -> None:
        clear(self._ticks)
        self._chips = None
        if self._test.seen and not self._practice:
            pairs = [(sign.id, content(sign.words)) for sign in self._test.seen]
            self._chips = Chips(pairs, name=self._asked.text())
            self._chips.pressed.connect(self._on_seen)
            self._ticks.addWidget(self._chips)

    def _result(self) -> FunctionResult:
        today = self._session.today.isoformat()
        return result_of(self._test, self._measured, today, self._helper, self._seen)

    def _show(self) -> None:
        result, region = self._result(), self._session.region
        self._number.setText(result_words(result, region))
        lines = [
            f"{content(words)}: {seconds_words(result.parts[stand], region)}"
            for stand, words in zip(STANDS, self._test.stands, strict=False)
            if stand in result.parts
        ]
        self._parts.setText("\n".join(lines))
        self._parts.setVisible(bool(lines))
        can_count = self._test.id == "chair" and ARMS not in self._seen
        self._count.setVisible(can_count and not self._practice)
        if self._chips is not None:
            self._chips.show_chosen(self._seen)
        self._reference.show_test(self._session, self._tests, self._test)
        if self._practice:
            self._reference.hide()

    def _on_seen(self, sign: str) -> None:
        rest = tuple(each for each in self._seen if each != sign)
        self._seen = rest if sign in self._seen else (*self._seen, sign)
        self._show()

    def _on_fewer(self) -> None:
        self._measured = (max(0.0, self._measured[0] - 1),)
        self._show()

    def _on_more(self) -> None:
        self._measured = (self._measured[0] + 1,)
        self._show()

    def _on_keep(self) -> None:
        if self._practice:
            self.again.emit(False)
        else:
            self.kept.emit(self._result())

    def _on_again(self) -> None:
        self.again.emit(self._practice)
