"""The question before all others: has anything changed in the last two days?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.content.bones import load_red_flags
from falls_app.domain.screening.two_days import NONE, NOT_SURE, toggled
from falls_app.i18n import _, content
from falls_app.ui.pages.page import Page
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import Scroll, column, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.setup import Foot, page_title
from falls_app.ui.widgets.text import Words
from falls_app.ui.widgets.tick_rows import TickRow

WIDEST = 840


class TwoDaysPage(Page):
    """Signs that need help today come first. Any sign, or not being sure, opens the next page."""

    stage = "setup:1"

    def title(self) -> str:
        """Return the question."""
        return content(load_red_flags().question)

    def build(self) -> None:
        """Make one row for each sign, and two that stand alone."""
        flags = load_red_flags()
        lead = f"{content(flags.why)} {_('Pick all that fit.')}"
        head, _title, _why = page_title(self.title(), lead)
        self._rows = {option.id: TickRow(content(option.words)) for option in flags.options}
        self._rows[NONE] = TickRow(content(flags.none_words), round_box=True)
        self._rows[NOT_SURE] = TickRow(content(flags.not_sure_words), round_box=True)
        for each in self._rows.values():
            each.clicked.connect(self._on_row)
            each.went_on.connect(self._on_next)
        words = _("Tick what fits. If nothing does, tick “None of these”.")
        self._ask = Words(words, 17, 600, "fix")
        self._ask_row = QWidget()
        self._ask_row.setLayout(row(Icon("info", 22, "fix"), (self._ask, 1), gap=10))
        self._ask_row.hide()
        signs = [self._rows[option.id] for option in flags.options]
        inner = QWidget()
        inner.setMaximumWidth(px(WIDEST))
        inner.setLayout(
            column(
                head,
                10,
                *signs,
                10,
                self._rows[NONE],
                self._rows[NOT_SURE],
                4,
                self._ask_row,
                None,
                gap=10,
            )
        )
        body = QWidget()
        body.setLayout(row((inner, 1), gap=0, margins=(64, 30, 64, 16)))
        self._foot = Foot(_("Back to start"), _("Next"))
        self._foot.back.clicked.connect(self._on_back)
        self._foot.on.clicked.connect(self._on_next)
        self.setLayout(column((Scroll(body), 1), self._foot, gap=0))

    def refresh(self) -> None:
        """Show what is ticked."""
        ticked = self.session.case.bones.two_days.ticked
        for option, each in self._rows.items():
            if each.isChecked() != (option in ticked):
                each.setChecked(option in ticked)
                each.updateGeometry()
        if ticked:
            self._ask_row.hide()

    def first_focus(self) -> QWidget | None:
        """Return the first sign."""
        return next(iter(self._rows.values()))

    def panes(self) -> list[QWidget]:
        """Return the signs and the foot."""
        return [next(iter(self._rows.values())), self._foot.on]

    def _on_row(self) -> None:
        for option, each in self._rows.items():
            if each is self.sender():
                ticked = self.session.case.bones.two_days.ticked
                self.session.answer_two_days(toggled(ticked, option))
                if each.isChecked() and self.session.case.bones.two_days.needs_help:
                    self.go("help-now")

    def _on_back(self) -> None:
        self.go("start")

    def _on_next(self) -> None:
        two_days = self.session.case.bones.two_days
        if not two_days.ticked:
            self._ask_row.show()
            self._rows[NONE].setFocus(Qt.FocusReason.OtherFocusReason)
        elif two_days.needs_help:
            self.go("help-now")
        else:
            self.go("who")


PAGE = TwoDaysPage
