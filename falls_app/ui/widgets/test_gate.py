"""The gate before every test of movement: what speaks against it today, and who helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.screening.function_tests import FunctionTests
from falls_app.i18n import _, content
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, clear, column
from falls_app.ui.widgets.bullets import bullets
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.setup import Chips
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.tick_rows import TickRow


class TestGate(QWidget):
    """Nobody comes past it with a tick, without saying that nothing fits, or without a helper.

    Signals:
        refused(str): the id of the sign that was ticked.
        passed(str): nothing fits, and this is who helps.
    """

    __test__ = False  # not one for pytest
    refused = Signal(str)
    passed = Signal(str)

    def __init__(self, tests: FunctionTests) -> None:
        super().__init__()
        self._rows = {sign.id: TickRow(content(sign.words)) for sign in tests.skip_if}
        for each in self._rows.values():
            each.clicked.connect(self._on_row)
        self._none = TickRow(_("None of these"), round_box=True)
        self._none.clicked.connect(self._on_none)
        self._none.went_on.connect(self._on_go)
        self._ask = Words("", 17, 600, "fix")
        self._known = column(gap=0)
        self._chips: Chips | None = None
        self._names: tuple[str, ...] = ()
        self._other = LineField(name=_("Name of the helper"), hint=_("First name"), longest=60)
        self._other.textEdited.connect(self._on_other)
        self._go = Button(_("Go on"), "primary", after="arrow-right", height=56, wide=True)
        self._go.clicked.connect(self._on_go)
        halves = QWidget()
        halves.setLayout(Even(self._signs(), self._before(tests), narrowest=400, most=2, gap=20))
        self.setLayout(column(halves, gap=0))

    def _signs(self) -> Card:
        title = Words(_("Is any of this so today?"), 22, serif=True)
        rows = [*self._rows.values(), self._none]
        return Card(column(title, *rows, None, gap=8, margins=(20, 16, 20, 24)))

    def _before(self, tests: FunctionTests) -> Card:
        return Card(
            column(
                Words(_("Before a test"), 22, serif=True),
                bullets([content(line) for line in tests.gate], "check"),
                8,
                Words(_("Who helps today?"), 18, 700),
                self._known,
                self._other,
                self._ask,
                4,
                self._go,
                None,
                gap=9,
                margins=(20, 16, 20, 24),
            )
        )

    def ask(self, session: Session, helper: str) -> None:
        """Ask anew; ``helper`` is who helped last."""
        for each in (*self._rows.values(), self._none):
            each.setChecked(False)
        self._ask.hide()
        names = tuple(dict.fromkeys(each.name for each in session.case.helpers if each.name))
        if names != self._names or self._chips is None:
            self._names = names
            clear(self._known)
            self._chips = Chips([(name, name) for name in names], name=_("Who helps today?"))
            self._chips.pressed.connect(self._on_chip)
            self._known.addWidget(self._chips)
            self._chips.setVisible(bool(names))
        self._chips.show_chosen({helper} & set(names))
        self._other.setText("" if helper in names else helper)

    @property
    def first(self) -> QWidget:
        """The control that comes first."""
        return next(iter(self._rows.values()))

    def _helper(self) -> str:
        written = self._other.text().strip()
        chosen = [
            name for name in self._names if self._chips and self._chips.chip(name).isChecked()
        ]
        return written or "".join(chosen[:1])

    def _on_row(self) -> None:
        for sign, each in self._rows.items():
            if each is self.sender():
                self.refused.emit(sign)

    def _on_none(self) -> None:
        self._ask.hide()

    def _on_chip(self, name: str) -> None:
        self._other.setText("")
        if self._chips is not None:
            self._chips.show_chosen({name})
        self._ask.hide()

    def _on_other(self) -> None:
        if self._chips is not None:
            self._chips.show_chosen(())
        self._ask.hide()

    def _on_go(self) -> None:
        helper = self._helper()
        if not self._none.isChecked():
            self._say(_("Tick what fits. If nothing does, tick “None of these”."), self._none)
        elif not helper:
            first = self._chips.chip(self._names[0]) if self._chips and self._names else self._other
            self._say(_("Say who helps. Nobody does a test alone."), first)
        else:
            self.passed.emit(helper)

    def _say(self, words: str, control: QWidget) -> None:
        self._ask.setText(words)
        self._ask.show()
        self._ask.setMinimumWidth(px(100))
        control.setFocus(Qt.FocusReason.OtherFocusReason)


class LeftForToday(Card):
    """Why there is no test today, and what to do in its place.

    Signals:
        flags_asked(): the user wants to see the red flags.
    """

    flags_asked = Signal()

    def __init__(self) -> None:
        super().__init__(stripe="some_edge")
        self._title = Words(_("Leave the tests for today"), 26, serif=True)
        self._why, self._then = Words("", 19, 600), Words("", 18)
        self._flags = Button(_("See the red flags"), "secondary", icon="flag", height=48)
        self._flags.clicked.connect(self.flags_asked)
        inner = column(self._title, self._why, self._then, 4, self._flags, None, gap=8)
        inner.setContentsMargins(px(28), px(18), px(24), px(26))
        self.setLayout(inner)

    def show_reason(self, tests: FunctionTests, reason: str) -> None:
        """Show the sign that fits; one that is not known any more is not named."""
        words = {sign.id: content(sign.words) for sign in tests.skip_if}.get(reason, "")
        self._why.setText(
            _("Why: {reason}.").format(reason=words.rstrip("."))
            if words
            else _("Today something spoke against it.")
        )
        self._then.setText(
            _(
                "The tests can wait. There is nothing to catch up on. "
                "Ask the doctor or a physio if and when they fit. Come back another day."
            )
        )
        self._flags.setVisible(reason in ("flag", "back"))

    @property
    def first(self) -> QWidget | None:
        """The control that comes first; None if there is none."""
        return self._flags if not self._flags.isHidden() else None
