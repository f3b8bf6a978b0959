"""The results of one test of movement over time."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.bones import FunctionResult
from falls_app.domain.screening.function_results import of_kind
from falls_app.domain.screening.function_tests import FunctionTest, FunctionTests
from falls_app.i18n import _, content
from falls_app.result_words import change_words, more_words, number_words, result_words
from falls_app.ui.session import Session
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.history import Entry, History
from falls_app.ui.widgets.test_reference import Reference
from falls_app.ui.widgets.trend import Point
from falls_app.ui.words import day_of


class TestHistory(QWidget):
    """Hidden while there is no result.

    Signals:
        removed(FunctionResult): the user wants this one out.
    """

    __test__ = False  # not one for pytest
    removed = Signal(object)

    def __init__(self, tests: FunctionTests, test: FunctionTest) -> None:
        super().__init__()
        self._tests, self._test = tests, test
        self._history, self._reference = History(), Reference()
        self._history.removed.connect(self.removed)
        self.setLayout(column(self._history, self._reference, gap=4))

    def show_results(self, session: Session) -> None:
        """Show the results of the case."""
        results = of_kind(session.case.bones.tests, self._test.id)
        self.setVisible(bool(results))
        if not results:
            return
        entries = [self._entry(session, each) for each in reversed(results)]
        dated = [each for each in results if each.date]
        points = [_point(session, each) for each in dated]
        said = ""
        if len(dated) > 1:
            said = change_words(dated[-1], dated[-2], session.region, session.today)
        title, axis = content(self._test.name), self._axis()
        name = _("{title}. {axis}: {numbers}").format(
            title=title,
            axis=axis,
            numbers=", ".join(f"{point.when} {point.label}" for point in points),
        )
        self._history.show_entries(title, said, entries, points, name, axis)
        self._reference.show_test(session, self._tests, self._test)

    def _axis(self) -> str:
        return {
            "tug": _("Seconds"),
            "chair": _("Stands in 30 seconds"),
            "balance": _("Seconds heel to toe"),
            "pressure": _("How far the upper number drops"),
        }[self._test.id]

    def _entry(self, session: Session, result: FunctionResult) -> Entry:
        when = day_of(session, result.date) or _("No date")
        return Entry(
            result,
            when,
            result_words(result, session.region),
            more_words(result, self._tests, session.region),
            _("Take out: {name}, {day}").format(name=content(self._test.name), day=when),
        )


def _point(session: Session, result: FunctionResult) -> Point:
    return Point(
        date.fromisoformat(result.date).toordinal(),
        result.value,
        number_words(result.value, session.region),
        day_of(session, result.date),
    )
