"""A run of a test of movement: countdown, stopwatch, one big button."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from falls_app.domain.screening.function_tests import (
    CHAIR_SECONDS,
    TANDEM_SECONDS,
    FunctionTest,
    FunctionTests,
)
from falls_app.domain.screening.stopwatch import Phase, Stopwatch
from falls_app.i18n import _, content, ngettext
from falls_app.ui.moments import Moments
from falls_app.ui.session import Session
from falls_app.ui.widgets.big_button import BigButton
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.test_setup import StopCard
from falls_app.ui.widgets.text import Words

TICK_MS = 50
"""How often the number is painted; it is never what is measured."""

BEEP = "beep"
"""The setting: a sound at "go" and at the end."""


def watch_for(test: str) -> Stopwatch:
    """Return the stopwatch of a test, not started yet."""
    limits = {"chair": CHAIR_SECONDS, "balance": TANDEM_SECONDS}
    return Stopwatch(limits.get(test), counts=test == "chair")


class TestRun(QWidget):
    """Signals:
    finished(tuple, bool): the seconds of each part, or the number of stands alone; True if the
        arms were needed to stand up.
    left(): one of the signs to stop came up: no more tests today.
    announced(str): something that screen readers say.
    """  # fmt: skip

    __test__ = False  # not one for pytest
    finished = Signal(object, bool)
    left = Signal()
    announced = Signal(str)

    def __init__(self, session: Session, tests: FunctionTests) -> None:
        super().__init__()
        self._session = session
        self._moments = Moments()
        self._test: FunctionTest | None = None
        self._watch = Stopwatch()
        self._held: tuple[float, ...] = ()
        self._more = 0  # stands put right by hand
        self._phase = Phase.READY
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.call_off)
        self._escape.setEnabled(False)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._practice = Words(_("Practice run: it is not written down."), 17, 600, "unsure")
        self._status = Words("", 22, 600, align=middle)
        self._number = Words("", 76, 700, wraps=False)
        self._unit = Words("", 20, 400, "ink2", wraps=False)
        self.button = BigButton(self._moments)
        self.button.pressed_at.connect(self._on_pressed)
        self._stop = Button(_("Stop"), "secondary", icon="close", height=56, size=20, wide=True)
        self._stop.clicked.connect(self.call_off)
        self._arms = Button(_("The arms were needed: ends with 0"), "secondary", height=56, size=17)
        self._arms.clicked.connect(self._on_arms)
        self._fewer = Button("", "secondary", icon="minus", height=56, name=_("One stand fewer"))
        self._another = Button("", "secondary", icon="plus", height=56, name=_("One stand more"))
        self._fewer.clicked.connect(self._on_fewer)
        self._another.clicked.connect(self._on_another)
        self._counted = QWidget()
        self._counted.setLayout(
            column(
                row((self._stop, 1), self._fewer, self._another, gap=10),
                row(self._arms, None),
                gap=8,
            )
        )
        self._beep = Chip(_("Beep"), name=_("Beep at the start and at the end"), icon="bell")
        self._beep.clicked.connect(self._on_beep)
        leave = Button(_("One of these: leave the tests for today"), "secondary", height=48)
        leave.clicked.connect(self._on_left)
        halves = QWidget()
        halves.setLayout(
            Even(self._watch_card(), StopCard(tests, leave), narrowest=380, most=2, gap=18)
        )
        self.setLayout(column(halves, gap=0))

    def _watch_card(self) -> Card:
        keys = _("Press the big button, or use the space bar or Enter. Esc stops.")
        self._foot = QWidget()
        self._foot.setLayout(row((Words(keys, 16, 400, "ink3"), 1), self._beep, gap=12))
        return Card(
            column(
                self._practice, self._status, row(None, self._number, self._unit, None, gap=12),
                self.button, self._counted, self._foot, None,
                gap=8, margins=(24, 16, 24, 24),
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ from outside

    def make_ready(self, test: FunctionTest, *, practice: bool) -> None:
        """Show a test that was not started yet."""
        self._test = test
        self._practice.setVisible(practice)
        self._beep.setChecked(bool(self._session.settings.get(BEEP, False)))
        self._set_back("")

    def call_off(self) -> None:
        """Stop the run: nothing of it counts."""
        if self._phase is not Phase.READY:
            self._set_back(_("Stopped. Nothing was written down. Take a rest."))

    def leave(self) -> None:
        """Stop without a word: another page is shown."""
        if self._test is not None:
            self._set_back("")

    # ------------------------------------------------------------------ the run

    def _set_back(self, said: str) -> None:
        self._held, self._more = (), 0
        self._begin_part()
        if said:
            self._status.setText(said)
            self.announced.emit(said)

    def _begin_part(self) -> None:
        """Show the watch of this part at its beginning; only balance has more than one."""
        if self._test is None:
            return
        self._watch = watch_for(self._test.id)
        self._phase = Phase.READY
        self._timer.stop()
        self._escape.setEnabled(bool(self._held))
        self._show()

    def _on_pressed(self, moment: float) -> None:
        if self._test is None:
            return
        before = self._watch
        self._watch = before.press(moment)
        if self._watch is before:
            return
        if before.go is None:
            self._timer.start()
            self._escape.setEnabled(True)
        self._tick()

    def _tick(self) -> None:
        now = self._moments.now()
        phase = self._watch.phase(now)
        turned, self._phase = phase is not self._phase, phase
        if phase is Phase.READY:
            self._timer.stop()
        elif phase is Phase.RUNNING and turned:
            self._sound()
            self.announced.emit(_("Go"))
        elif phase is Phase.OVER:
            self._timer.stop()
            self._sound()
            self._end(self._watch.seconds(now))
            return
        self._show()

    def _end(self, seconds: float) -> None:
        """Go on to the next way to stand if this one held; else the run is done."""
        assert self._test is not None
        if self._watch.counts:
            self._hand_on((float(self._stands),))
            return
        self._held = (*self._held, seconds)
        held = seconds >= (self._watch.limit or 0)
        if self._watch.limit and held and len(self._held) < len(self._test.stands):
            self._begin_part()
            self.announced.emit(self._status.text())
        else:
            self._hand_on(self._held)

    def _hand_on(self, measured: tuple[float, ...], *, arms: bool = False) -> None:
        self._set_back("")
        self.finished.emit(measured, arms)

    @property
    def _stands(self) -> int:
        return max(0, len(self._watch.presses) + self._more)

    # ------------------------------------------------------------------ what it shows

    def _show(self) -> None:
        now, phase, counts = self._moments.now(), self._phase, self._watch.counts
        running = phase is Phase.RUNNING
        self._counted.setVisible(counts and running)
        self._foot.setVisible(phase is Phase.READY)
        self._status.setText(self._status_words(now))
        self._number.setText(self._number_words(now))
        unit = _("stands") if counts else _("seconds")
        self._unit.setText("" if phase is Phase.COUNTDOWN else unit)
        words, token = {
            Phase.READY: (_("Start"), "primary"),
            Phase.COUNTDOWN: (_("Not yet"), "na_solid"),
        }.get(phase, (_("+1 stand"), "primary") if counts else (_("Stop"), "fix_solid"))
        self.button.show_words(words, token, words)

    def _status_words(self, now: float) -> str:
        assert self._test is not None
        if self._phase is Phase.COUNTDOWN:
            return _("Get ready")
        if self._phase is Phase.RUNNING:
            left = round(self._watch.left(now))
            if self._watch.counts:
                return ngettext("{n} second left", "{n} seconds left", left)
            return _("Go")
        if self._test.stands:
            number = len(self._held)
            return _("Stand {n} of {total}: {stand}").format(
                n=number + 1, total=len(self._test.stands), stand=content(self._test.stands[number])
            )
        return _("Press Start. It counts 3, 2, 1, and then: go.")

    def _number_words(self, now: float) -> str:
        if self._phase is Phase.COUNTDOWN:
            return str(self._watch.to_go(now))
        if self._watch.counts:
            return str(self._stands)
        from babel.numbers import format_decimal

        locale = self._session.region.locale
        return str(format_decimal(self._watch.seconds(now), "0.0", locale=locale))

    # ------------------------------------------------------------------ the small buttons

    def _sound(self) -> None:
        if self._beep.isChecked():
            QApplication.beep()

    def _on_beep(self) -> None:
        self._session.settings.keep(BEEP, self._beep.isChecked())

    def _on_fewer(self) -> None:
        self._more -= self._stands > 0
        self._show()

    def _on_another(self) -> None:
        self._more += 1
        self._show()

    def _on_arms(self) -> None:
        self._hand_on((0.0,), arms=True)

    def _on_left(self) -> None:
        self._set_back("")
        self.left.emit()
