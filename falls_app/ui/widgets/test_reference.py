"""What a number is held against: for people who visit homes for work, beside it, no verdict."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from falls_app.domain.screening.function_tests import Beside, FunctionTest, FunctionTests
from falls_app.i18n import _, content
from falls_app.ui.session import Session
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Panel, column
from falls_app.ui.widgets.text import Words


class Reference(Panel):
    """Hidden for families. Outside the ages of the table it shows no table at all."""

    def __init__(self) -> None:
        self._words = Words("", 17)
        self._table: QWidget | None = None
        self._inner = column(
            Words(_("Reference"), 17, 700), self._words, gap=6, margins=(16, 12, 16, 14)
        )
        super().__init__("sunken", self._inner)
        self.hide()

    def show_test(self, session: Session, tests: FunctionTests, test: FunctionTest) -> None:
        """Show the reference of a test for this person; nothing unless it is for work."""
        self.setVisible(session.is_professional)
        if self._table is not None:
            self._inner.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if not session.is_professional:
            return
        age, rows = session.case.person.age, tests.chair_stand
        if test.id != "chair":
            self._words.setText(content(test.reference))
        elif age is not None and not rows[0].from_age <= age <= rows[-1].to_age:
            self._words.setText(content(tests.no_reference))
        else:
            self._words.setText(content(test.reference))
            self._table = _table(rows, age, session.case.person.sex)
            self._inner.addWidget(self._table)


def _table(rows: tuple[Beside, ...], age: int | None, sex: str) -> QWidget:
    """Return the table of the chair stand, the figure of this age and sex in bold."""
    grid, holder = QGridLayout(), QWidget()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(28))
    grid.setVerticalSpacing(px(2))
    for place, words in enumerate((_("Age"), _("Men"), _("Women"))):
        grid.addWidget(Words(words, 16, 700, wraps=False), 0, place)
    for line, row in enumerate(rows, start=1):
        is_row = age is not None and row.from_age <= age <= row.to_age
        figures = (
            (_("{low} to {high}").format(low=row.from_age, high=row.to_age), is_row),
            (str(row.men), is_row and sex != "female"),
            (str(row.women), is_row and sex != "male"),
        )
        for place, (words, is_bold) in enumerate(figures):
            label = Words(
                words, 16, 700 if is_bold else 400, "ink" if is_bold else "ink2", wraps=False
            )
            grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(3, 1)
    holder.setLayout(grid)
    return holder
