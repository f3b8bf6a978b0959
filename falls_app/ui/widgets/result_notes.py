"""Notes around the results: get help today, what a fall means, what to look at first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.checklist import Check
from falls_app.i18n import _, content
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, clear, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.even import Even
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class HelpToday(Card):
    """The action that stands before everything else until somebody notes what was done.

    Signals: pressed(): the page of what to do was asked for.
    """

    pressed = Signal()

    def __init__(self) -> None:
        self._words = Words("", 22, serif=True)
        self.button = Button(_("What to do now"), "flag", after="arrow-right", height=52)
        line = beside(Icon("alert", 34, "flag"), (self._words, 1), self.button, gap=16)
        super().__init__(
            column(line, margins=(28, 14, 18, 18)),
            token="flag_bg",
            line="flag_solid",
            stripe="flag_solid",
        )
        self.button.clicked.connect(self.pressed)

    def show_case(self, session: Session) -> None:
        """Show the action if help is needed and none is noted; hide it otherwise."""
        words = session.view.help_words
        self.setVisible(bool(words))
        self._words.setText(words)


class FellNote(Card):
    """Who gains most from home changes; shown after a fall in the past year."""

    def __init__(self) -> None:
        self._words = Words("", 16, 500)
        super().__init__(
            row(Icon("walk", 22, "primary"), (self._words, 1), gap=10, margins=(14, 5, 14, 5)),
            token="primary_soft",
            line=None,
            radius=12,
            lifted=False,
        )

    def show_case(self, session: Session) -> None:
        """Show or hide it."""
        self.setVisible(bool(session.case.person.fall_last_year))
        self._words.setText(
            _(
                "Home changes work best for people who have fallen before. "
                "Ask for an {therapist}’s visit."
            ).format(therapist=session.region.ot_words)
        )


class LookFirst(Card):
    """The checks that matter most and that nobody has answered, as buttons.

    Signals: chosen(str): the id of the pressed check.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        self._ids: list[str] = []
        self.buttons: list[Button] = []
        self._flow = Flow(gap=10)
        flow = QWidget()
        flow.setLayout(self._flow)
        super().__init__(
            column(
                Words(_("Look at these first"), 22, serif=True),
                Words(_("They matter most, and they have no clear answer yet."), 17, token="ink2"),
                2,
                flow,
                gap=4,
                margins=(20, 14, 20, 20),
            )
        )

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks; made anew only when they are others."""
        self.setVisible(bool(checks))
        ids = [check.id for check in checks]
        if ids == self._ids:
            return
        self._ids = ids
        clear(self._flow)
        self.buttons = []
        for check in checks:
            button = Button(content(check.short), "soft", icon="eye", height=44, size=17)
            button.setProperty("check", check.id)
            button.clicked.connect(self._on_check)
            self._flow.addWidget(button)
            self.buttons.append(button)

    def _on_check(self) -> None:
        self.chosen.emit(self.sender().property("check"))


class GoodThings(QWidget):
    """Everything that is good as it is, in columns."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._grid = Even(narrowest=300, most=3, gap=6)
        self.setLayout(self._grid)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these checks; made anew only when they are others."""
        ids = [check.id for check in checks]
        if ids == self._ids:
            return
        self._ids = ids
        clear(self._grid)
        for check in checks:
            line = QWidget()
            good = content(check.good)
            words = Words(good[:1].upper() + good[1:], 17)
            line.setLayout(row(Icon("check", 18, "ok", 2.4), (words, 1), gap=8))
            self._grid.addWidget(line)
