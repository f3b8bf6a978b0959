"""Tests of movement with a helper: the gate, the run, and the numbers over time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.content.screening import load_function_tests
from falls_app.domain.bones import FunctionResult
from falls_app.domain.screening.function_results import LEFT, leave_for, of_kind
from falls_app.domain.screening.function_tests import FunctionTest
from falls_app.i18n import _, content, ngettext
from falls_app.result_words import result_words
from falls_app.ui.focus import order_tabs, scroll_up
from falls_app.ui.sections.section import Face, Section
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.bone_card import BoneCard
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.pressure_form import PressureForm
from falls_app.ui.widgets.test_gate import LeftForToday, TestGate
from falls_app.ui.widgets.test_history import TestHistory
from falls_app.ui.widgets.test_review import TestReview
from falls_app.ui.widgets.test_run import TestRun
from falls_app.ui.widgets.test_setup import TestSetUp
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import day_of


class TestsSection(Section):
    """All tests with their numbers, and one at a time: gate, set-up, run, what it gave."""

    __test__ = False  # not one for pytest

    @override
    @classmethod
    def face(cls, session: Session) -> Face:
        """Return the card: how many numbers there are, never what they are worth."""
        results = sorted(session.case.bones.tests, key=lambda each: each.date)
        tests = load_function_tests()
        if not results or results[-1].kind not in tests.by_id:
            said, tag = content(tests.why), _("Not done yet")
        else:
            last = results[-1]
            said = _("{test}: {result}").format(
                test=content(tests.by_id[last.kind].name), result=result_words(last, session.region)
            )
            tag = ngettext("{n} result", "{n} results", len(results))
        return Face(
            topic=_("Tests with a helper"),
            icon="clock",
            said=said,
            tag=tag,
            state="none",
            lead=_("See the tests"),
        )

    # ------------------------------------------------------------------ making it

    @override
    def build(self) -> None:
        """Make all views; one of them shows at a time."""
        self._tests = load_function_tests()
        self._test: FunctionTest = self._tests.tests[0]
        self._helper, self._passed, self._reason = "", ("", ""), ""
        self._practice = False
        self._all = Button(_("All tests"), "quiet", icon="arrow-left", height=44, size=17)
        self._all.clicked.connect(self._on_all)
        self._name = Words("", 26, serif=True)
        self._head = beside(self._all, (self._name, 1), gap=10)
        self._gate, self._left = TestGate(self._tests), LeftForToday()
        self._run = TestRun(self.session, self._tests)
        self._review = TestReview(self.session, self._tests)
        pressure = self._tests.by_id["pressure"]
        self._pressure = PressureForm(self.session, self._tests, pressure)
        self._setups = {each.id: TestSetUp(self._tests, each) for each in self._tests.tests}
        self._overview = self._build_overview()
        self._views = [
            self._overview, self._gate, self._left, self._run, self._review, self._pressure,
            *self._setups.values(),
        ]  # fmt: skip
        self._connect()
        self.setLayout(column(self._head, *self._views, None, gap=10))
        self._show_view(self._overview)

    def _connect(self) -> None:
        self._gate.refused.connect(self._on_refused)
        self._gate.passed.connect(self._on_passed)
        self._left.flags_asked.connect(self._on_flags)
        self._run.finished.connect(self._on_finished)
        self._run.left.connect(self._on_left)
        self._run.announced.connect(self.announced)
        self._review.kept.connect(self._on_kept)
        self._review.again.connect(self._start)
        self._review.dropped.connect(self._on_all)
        self._pressure.kept.connect(self._on_kept)
        self._pressure.dropped.connect(self._on_all)
        for each in self._setups.values():
            each.practice_asked.connect(self._on_practice)
            each.start_asked.connect(self._on_start)

    def _build_overview(self) -> QWidget:
        self._notice = Words("", 18, 600, "some")
        self._cards = [BoneCard(each.id) for each in self._tests.tests]
        for card in self._cards:
            card.clicked.connect(self._on_card)
        cards = QWidget()
        cards.setLayout(Even(*self._cards, narrowest=250, most=4))
        self._so_far = Words(_("Numbers so far"), 24, serif=True)
        self._histories = [TestHistory(self._tests, each) for each in self._tests.tests]
        for history in self._histories:
            history.removed.connect(self._on_removed)
        overview = QWidget()
        overview.setLayout(
            column(
                Words(content(self._tests.why), 19, 400, "ink2"),
                self._notice,
                cards,
                4,
                self._so_far,
                *self._histories,
                Words(" ".join(map(content, self._tests.credit)), 15, 400, "ink2"),
                gap=12,
            )
        )
        return overview

    # ------------------------------------------------------------------ showing it

    @override
    def refresh(self) -> None:
        """Show the numbers so far; an undo also takes back that the tests were left for today."""
        reason = self._leave_for()
        if reason is None and self._left is self._view:
            self._show_view(self._overview)
        self._notice.setText(_("Leave the tests for today.") if reason is not None else "")
        self._notice.setVisible(reason is not None)
        for card, test in zip(self._cards, self._tests.tests, strict=True):
            card.show_face(self._test_face(test))
        for history in self._histories:
            history.show_results(self.session)
        self._so_far.setVisible(bool(self.session.case.bones.tests))
        order_tabs(self)

    def _test_face(self, test: FunctionTest) -> Face:
        results = of_kind(self.session.case.bones.tests, test.id)
        said, tag = content(test.why), _("Not done yet")
        if results:
            said = result_words(results[-1], self.session.region)
            tag = day_of(self.session, results[-1].date) or _("No date")
        icon = {"tug": "walk", "chair": "sofa", "balance": "shoe", "pressure": "heart"}
        return Face(content(test.name), icon[test.id], said, tag, "none", _("Set up"))

    def _leave_for(self) -> str | None:
        flags = self.session.view.outcome.flags
        return leave_for(self.session.case.bones, flags, self.session.today)

    @property
    def _key(self) -> tuple[str, str]:
        """What passing the gate holds for: this home, today."""
        return self.session.case.id, self.session.today.isoformat()

    def _show_view(self, view: QWidget) -> None:
        self._view = view
        for each in self._views:
            each.setVisible(each is view)
        self._head.setVisible(view is not self._overview)
        self._name.setText(content(self._test.name))
        order_tabs(self)
        scroll_up(self)
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def first_focus(self) -> QWidget | None:
        """Return the control that comes first in what is shown."""
        if self._view is self._overview:
            return self._cards[0]
        firsts: dict[QWidget, QWidget | None] = {
            self._gate: self._gate.first,
            self._left: self._left.first or self._all,
            self._run: self._run.button,
            self._review: self._review.keep,
            self._pressure: self._pressure.first,
        }
        return firsts.get(self._view, self._setups[self._test.id].start)

    # ------------------------------------------------------------------ going about

    @override
    def open_at(self, where: str) -> None:
        """Open one test by its id, through the gate."""
        if where in self._tests.by_id:
            self._open(self._tests.by_id[where])

    def _open(self, test: FunctionTest) -> None:
        self._test = test
        reason = self._leave_for()
        if reason is not None:
            self._show_left(reason or self._reason)
        elif self._passed == self._key:
            self._show_view(self._setups[test.id])
        else:
            self._gate.ask(self.session, self._helper)
            self._show_view(self._gate)

    def _show_left(self, reason: str) -> None:
        self._left.show_reason(self._tests, reason)
        self._show_view(self._left)

    @override
    def leave(self) -> None:
        """Stop the watch and come back to all tests next time."""
        self._run.leave()
        self._show_view(self._overview)

    def _on_all(self) -> None:
        self._run.leave()
        self._show_view(self._overview)

    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, BoneCard):
            self._open(self._tests.by_id[card.where])

    def _on_refused(self, sign: str) -> None:
        self._reason = sign
        dates = {**self.session.case.bones.dates, LEFT: self.session.today.isoformat()}
        self.session.change_bones(_("tests left for today"), dates=dates)
        self._passed = ("", "")
        self._show_left(sign)
        self.told.emit(_("The tests are left for today."), True)

    def _on_left(self) -> None:
        self._on_refused("")

    def _on_passed(self, helper: str) -> None:
        self._helper, self._passed = helper, self._key
        self._show_view(self._setups[self._test.id])

    def _on_flags(self) -> None:
        self.go("bones:flags")

    def _on_practice(self) -> None:
        self._start(True)

    def _on_start(self) -> None:
        self._start(False)

    def _start(self, practice: bool) -> None:
        if self._test.id == "pressure":
            self._pressure.ask(self._helper)
            self._show_view(self._pressure)
            return
        self._practice = practice
        self._run.make_ready(self._test, practice=practice)
        self._show_view(self._run)

    # ------------------------------------------------------------------ the numbers

    def _on_finished(self, measured: tuple[float, ...], arms: bool) -> None:
        self._review.show_run(
            self._test, measured, self._helper, practice=self._practice, arms=arms
        )
        self._show_view(self._review)

    def _on_kept(self, result: FunctionResult) -> None:
        tests = (*self.session.case.bones.tests, result)
        name = content(self._test.name)
        self.session.change_bones(_("result: {test}").format(test=name), tests=tests)
        self._show_view(self._overview)
        words = result_words(result, self.session.region)
        self.told.emit(_("Written down: {result}.").format(result=words), True)

    def _on_removed(self, result: FunctionResult) -> None:
        tests = list(self.session.case.bones.tests)
        tests.remove(result)
        self.session.change_bones(_("result taken out"), tests=tuple(tests))
        self.told.emit(_("The result is taken out."), True)


SECTION = TestsSection
