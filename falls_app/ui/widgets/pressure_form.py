"""Blood pressure, lying and standing: numbers to write down from a monitor."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from falls_app.domain.screening.function_results import PRESSURES, pressure_result, unlikely
from falls_app.domain.screening.function_tests import FunctionTest, FunctionTests
from falls_app.i18n import _, content
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fields import LineField
from falls_app.ui.widgets.test_reference import Reference
from falls_app.ui.widgets.test_setup import StopCard
from falls_app.ui.widgets.text import Words


class PressureForm(QWidget):
    """Asks back where a number looks like a slip, and takes it when it is pressed again.

    Signals:
        kept(FunctionResult): write it down.
        dropped(): leave it.
    """

    kept = Signal(object)
    dropped = Signal()

    def __init__(self, session: Session, tests: FunctionTests, test: FunctionTest) -> None:
        super().__init__()
        self._session, self._tests, self._test = session, tests, test
        self._helper = ""
        self._asked: tuple[tuple[str, float], ...] = ()
        names = {
            "lying_upper": _("Lying down, upper number"),
            "lying_lower": _("Lying down, lower number"),
            "one_upper": _("After 1 minute, upper number"),
            "one_lower": _("After 1 minute, lower number"),
            "three_upper": _("After 3 minutes, upper number"),
            "three_lower": _("After 3 minutes, lower number"),
        }
        self._fields = {key: self._field(names[key]) for key in PRESSURES}
        self._dizzy = Chip(content(test.seen[0].words))
        self._ask = Words("", 17, 600, "some")
        self._ask.hide()
        self._reference = Reference()
        keep = Button(_("Write it down"), "primary", icon="check", height=60, size=20)
        drop = Button(_("Do not keep it"), "quiet", height=60)
        keep.clicked.connect(self._on_keep)
        drop.clicked.connect(self.dropped)
        for_whom = _("Only with a monitor that somebody knows well.")
        card = Card(
            column(
                Words(_("The numbers from the monitor"), 22, serif=True),
                Words(for_whom, 17, 400, "ink2"),
                self._lines(_("Lying down, after 5 minutes"), "lying"),
                self._lines(_("Standing, after 1 minute"), "one"),
                self._lines(_("Standing, after 3 minutes"), "three"),
                row(self._dizzy, None),
                self._ask,
                self._reference,
                Words(content(tests.after), 17, 400, "ink2"),
                row(keep, drop, None, gap=14),
                None,
                gap=10,
                margins=(28, 18, 24, 26),
            )
        )
        halves = QWidget()
        halves.setLayout(Even(card, StopCard(tests), narrowest=380, most=2, gap=18))
        self.setLayout(column(halves, gap=0))

    def _field(self, name: str) -> LineField:
        field = LineField(name=name, longest=3)
        field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self))
        field.setFixedWidth(px(96))
        field.textEdited.connect(self._ask_hidden)
        return field

    def _lines(self, words: str, when: str) -> QWidget:
        holder = QWidget()
        label = Words(words, 18, 600)
        slash = Words("/", 22, 400, "ink2", wraps=False)
        upper, lower = self._fields[f"{when}_upper"], self._fields[f"{when}_lower"]
        line = row((label, 1), upper, slash, lower, gap=10)
        line.setAlignment(label, Qt.AlignmentFlag.AlignVCenter)
        holder.setLayout(line)
        return holder

    @property
    def first(self) -> QWidget:
        """The field that comes first."""
        return self._fields["lying_upper"]

    def ask(self, helper: str) -> None:
        """Show empty fields."""
        self._helper, self._asked = helper, ()
        for field in self._fields.values():
            field.setText("")
        self._dizzy.setChecked(False)
        self._ask.hide()
        self._reference.show_test(self._session, self._tests, self._test)

    def _numbers(self) -> dict[str, float]:
        return {key: float(each.text()) for key, each in self._fields.items() if each.text()}

    def _on_keep(self) -> None:
        numbers = self._numbers()
        missing = self._missing(numbers)
        if missing:
            self._say(_("A reading has two numbers. Write lying down, and one more."), missing)
            return
        odd = unlikely(numbers)
        if odd and self._asked != tuple(numbers.items()):
            self._asked = tuple(numbers.items())
            words = _("Is {n} right? Look at the monitor again. If it is, press “Write it down”.")
            self._say(words.format(n=round(numbers[odd[0]])), odd[0])
            return
        seen = (self._test.seen[0].id,) if self._dizzy.isChecked() else ()
        today = self._session.today.isoformat()
        self.kept.emit(pressure_result(numbers, today, self._helper, seen))

    @staticmethod
    def _missing(numbers: dict[str, float]) -> str:
        """Return the name of a number without which there is no result, "" if it is whole."""
        wanted = {"lying_upper", "lying_lower"}
        begun = {key.split("_")[0] for key in numbers} - {"lying"} or {"one"}
        wanted |= {f"{when}_{end}" for when in begun for end in ("upper", "lower")}
        return next((key for key in PRESSURES if key in wanted and key not in numbers), "")

    def _say(self, words: str, key: str) -> None:
        self._ask.setText(words)
        self._ask.show()
        self._fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_hidden(self) -> None:
        self._ask.hide()
