"""Results: what is good already, how steady the home is, and the five steps to start with."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QWidget
from typing_extensions import override

from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.plan import MOST_ON_PAGE_ONE
from falls_app.i18n import _, ngettext
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import NO_LIMIT, Scroll, column, row, take_out
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.fold import FoldButton
from falls_app.ui.widgets.house_map import HouseMap
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.place_list import PlaceList
from falls_app.ui.widgets.result_cards import FirstStep, HelpCard, ScoreCard
from falls_app.ui.widgets.result_notes import FellNote, GoodThings, HelpToday, LookFirst
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import band_in_title, good_words, home_words, looked_at_words

GOOD_AT_FIRST = 5
HIGHEST = 300
"""The house alone in its row is no higher, in pixels at 100 % text: all of it is in sight."""
THREE, TWO = 1240, 820
"""Widths in pixels at 100 % text from which three, and two, cards stand side by side."""


class ResultsPage(Page):
    """Strengths first, then the number with its reasons, the house, and where to start."""

    stage = "results"

    def title(self) -> str:
        """Return the name of the page."""
        return _("Results")

    # ------------------------------------------------------------------ making it

    def build(self) -> None:
        """Make all parts once; ``refresh`` fills them."""
        self._arranged = 3
        self._tabs: list[QWidget] = []
        self._opened: set[str] = set()
        self._score = ScoreCard(self._opened)
        self._score.go_on.clicked.connect(self._on_answers)
        self._score.how.clicked.connect(self._on_how)
        self._house = HouseMap(landscape=True, fills=False)
        self._house.chosen.connect(self._on_place)
        self._help = HelpCard()
        self._help.look.clicked.connect(self._on_help)
        self._places = PlaceList(self._opened)
        self._places.chosen.connect(self._on_place)
        self._flag, self._fell, self._look_first = HelpToday(), FellNote(), LookFirst()
        self._flag.pressed.connect(self._on_flag)
        self._look_first.chosen.connect(self._on_check)
        self._cards = QGridLayout()
        self._cards.setSpacing(px(18))
        body, head = QWidget(), self._build_head()
        self._arrange_cards(self._arranged)
        body.setLayout(
            column(
                self._flag,
                head,
                self._cards,
                self._score.how_card,
                self._look_first,
                self._build_five(),
                None,
                gap=12,
                margins=(36, 14, 30, 14),
            )
        )
        self._scroll = Scroll(body)
        self.setLayout(column((self._scroll, 1), gap=0))

    def _build_head(self) -> QWidget:
        self._title = Words("", 36, serif=True)
        self._good = Words("", 18, 400, "ink2")
        self._good_icon = Icon("check", 22, "ok", 2.6)
        self._all_good = GoodThings()
        self._show_good = FoldButton(self._all_good)
        self._answers = Button(_("See all answers"), "secondary", icon="list", height=52)
        self._plan = Button(_("Make the plan"), "primary", after="arrow-right", height=52)
        self._answers.clicked.connect(self._on_answers)
        self._plan.clicked.connect(self._on_plan)
        good = row(gap=8)
        good.addWidget(self._good_icon, 0, Qt.AlignmentFlag.AlignTop)
        good.addWidget(self._good, 1)
        buttons = beside(self._answers, self._plan, gap=12)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(buttons)
        self._beside.addWidget(self._show_good, 0, Qt.AlignmentFlag.AlignRight)
        self._beside.addStretch(1)
        words, right, head = QWidget(), QWidget(), QWidget()
        words.setLayout(column(self._title, good, None, gap=6))
        right.setLayout(self._beside)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(px(24))
        self._top.addWidget(words, 1)
        self._top.addWidget(right, 0)
        head.setLayout(column(self._top, self._all_good, gap=8))
        return head

    def _build_five(self) -> QWidget:
        self._five_title = Words("", 24, serif=True)
        self._five_note = Words("", 16, 400, "ink2")
        self._steps = [FirstStep(number + 1, self._opened) for number in range(MOST_ON_PAGE_ONE)]
        cards = QWidget()
        cards.setLayout(Even(*self._steps, narrowest=215, most=MOST_ON_PAGE_ONE))
        five = QWidget()
        title = beside(self._five_title, self._fell, self._five_note, gap=20, apart=True)
        five.setLayout(column(title, 2, cards, gap=6))
        return five

    # ------------------------------------------------------------------ showing it

    def refresh(self) -> None:
        """Show the results as they are now."""
        view, case = self.session.view, self.session.case
        score = view.score
        band = band_in_title(score.band) if score.band else looked_at_words(score)
        self._title.setText(f"{home_words(self.session)}: {band}")
        self._flag.show_case(self.session)
        self._fell.show_case(self.session)
        self._show_what_is_good()
        self._score.show_score(self.session, self._after())
        # One way on stands out: before there is a number it leads back to the rooms.
        self._plan.set_kind("primary" if score.band else "secondary")
        self._house.show_places(view.spots, case.home.shape)  # type: ignore[arg-type]
        self._help.show_score(self.session)
        self._places.show_places(self.session)
        self._look_first.show_checks(view.plan.look_first)
        self._show_steps()
        self._order_tabs()

    def _after(self) -> int | None:
        """Return the number with the first steps done; None if it would stay."""
        shown, after = self.session.view.score.shown, self.session.view.shown_after
        return after if shown is not None and after is not None and after > shown else None

    def _show_what_is_good(self) -> None:
        checks = self.session.view.good
        for widget in (self._good, self._good_icon):
            widget.setVisible(bool(checks))
        self._good.setText(good_words(checks[:GOOD_AT_FIRST]))
        self._show_good.setVisible(len(checks) > GOOD_AT_FIRST)
        self._show_good.show_words(
            ngettext("Show all {n} good things", "Show all {n} good things", len(checks)),
            _("Show fewer"),
        )
        if len(checks) <= GOOD_AT_FIRST:
            self._show_good.fold()
        self._all_good.show_checks(checks)

    def _show_steps(self) -> None:
        steps = self.session.view.plan.first
        self._five_title.setText(
            _("Start with these five") if len(steps) == MOST_ON_PAGE_ONE
            else _("Start with these") if steps else _("Nothing to fix so far")
        )  # fmt: skip
        # Who fell is told who gains most; why a step comes first is said by each step itself.
        self._five_note.setVisible(self._fell.isHidden())
        self._five_note.setText(
            _("What helps most comes first, then what is easiest.")
            if steps
            else _("Steps show up here as you look at the rooms.")
        )
        for number, card in enumerate(self._steps):
            card.setVisible(number < len(steps))
            if number < len(steps):
                card.show_step(self.session, steps[number])

    # ------------------------------------------------------------------ going on

    def first_focus(self) -> QWidget | None:
        """Return the main button."""
        return self._plan if self._score.go_on.isHidden() else self._score.go_on

    def panes(self) -> list[QWidget]:
        """Return what F6 visits."""
        house = self._house.focus_button()
        rows: list[QWidget] = [*self._places.chain[:1]]
        return [self._plan, self._score.how, *([house] if house else []), *rows]

    def _on_answers(self) -> None:
        self.go("walk")

    def _on_plan(self) -> None:
        self.go("plan")

    def _on_how(self) -> None:
        if not self._score.how_card.isHidden():
            QTimer.singleShot(0, self._scroll, self._show_how)

    def _show_how(self) -> None:
        self._scroll.ensureWidgetVisible(self._score.how_card, 0, px(12))

    def _on_flag(self) -> None:
        self.go("help-now")

    def _on_help(self) -> None:
        self.go(f"walk:{WHOLE}")

    def _on_place(self, place: str) -> None:
        self.go("bones:overview" if place == BONES else f"walk:{place}")

    def _on_check(self, check: str) -> None:
        places = self.session.view.score.places
        unknown = next(each for each in places if each.check.id == check and not each.is_known)
        self.go(f"walk:{unknown.room.id if unknown.room else WHOLE}:{check}")

    # ------------------------------------------------------------------ Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        columns = 3 if width >= px(THREE) else 2 if width >= px(TWO) else 1
        if columns != self._arranged:
            self._arranged = columns
            self._arrange_cards(columns)

    def _arrange_cards(self, columns: int) -> None:
        """Put score, house, getting help and rooms beside or below each other."""
        grid = self._cards
        take_out(grid)
        for number in range(3):
            grid.setColumnStretch(number, int(number == 1 or columns < 3))
        for card, width in ((self._score, 334), (self._places, 420)):
            card.setMinimumWidth(px(width) if columns == 3 else 0)
            card.setMaximumWidth(px(width) if columns == 3 else NO_LIMIT)
        self._house.setMaximumHeight(px(HIGHEST) if columns == 1 else NO_LIMIT)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if columns == 3 else down)
        self._top.setSpacing(px(24 if columns == 3 else 8))
        self._beside.setDirection(across if columns == 2 else down)
        side = Qt.AlignmentFlag.AlignRight if columns == 3 else Qt.AlignmentFlag.AlignLeft
        self._beside.setAlignment(self._show_good, side)
        grid.setRowStretch(1, int(columns > 1))
        if columns == 3:
            grid.addWidget(self._score, 0, 0, 2, 1)
            grid.addWidget(self._house, 0, 1)
            grid.addWidget(self._help, 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._places, 0, 2, 2, 1)
        elif columns == 2:
            grid.setColumnStretch(2, 0)
            grid.addWidget(self._score, 0, 0, 2, 1)
            grid.addWidget(self._house, 0, 1)
            grid.addWidget(self._help, 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._places, 2, 0, 1, 2)
        else:
            grid.addWidget(self._score, 0, 0, 1, 3)
            grid.addWidget(self._house, 1, 0, 1, 3)
            grid.addWidget(self._help, 2, 0, 1, 3)
            grid.addWidget(self._places, 3, 0, 1, 3)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye goes; the buttons of rooms and checks are made after the rest."""
        order: list[QWidget] = [
            self._flag.button,
            self._answers,
            self._plan,
            self._show_good,
            self._score.go_on,
            self._score.why,
            self._score.how,
            *self._house.findChildren(QAbstractButton),
            self._help.look,
            *self._places.chain,
            *self._look_first.buttons,
            *(step.why for step in self._steps),
        ]
        if order != self._tabs:
            self._tabs = order
            for before, after in pairwise(order):
                self.setTabOrder(before, after)


PAGE = ResultsPage
