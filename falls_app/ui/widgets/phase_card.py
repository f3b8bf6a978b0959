"""One stretch of the weeks after a break in the spine."""

from PySide6.QtWidgets import QWidget

from falls_app.domain.screening.recovery import Phase
from falls_app.i18n import _, content
from falls_app.ui.widgets.boxes import Card, Item, column, row
from falls_app.ui.widgets.bullets import bullets
from falls_app.ui.widgets.marks import Tag
from falls_app.ui.widgets.text import Words


def advice(phase: Phase) -> list[Item]:
    """Return what to do, what to leave and what to ask, as parts of a column."""
    parts: list[Item] = [bullets([content(line) for line in phase.do], "check")]
    if phase.leave:
        parts += [4, Words(_("Leave for now"), 17, 700)]
        parts.append(bullets([content(line) for line in phase.leave], "minus"))
    if phase.ask:
        parts += [4, Words(_("To ask"), 17, 700)]
        parts.append(bullets([content(line) for line in phase.ask], "question"))
    return parts


class PhaseCard(Card):
    """Says when it is, once the day of the break is known, and whether it is now."""

    def __init__(self, phase: Phase) -> None:
        super().__init__()
        self.phase = phase
        self._days, self._tag = Words("", 17, 600, "ink2"), Tag("", "primary", icon="pin")
        head = QWidget()
        head.setLayout(row((Words(content(phase.when), 21, serif=True), 1), self._tag, gap=8))
        self.setLayout(
            column(head, self._days, *advice(phase), None, gap=8, margins=(20, 14, 18, 22))
        )

    def show_when(self, days: str, *, is_now: bool) -> None:
        """Show the days in words, "" while they are not known."""
        self._days.setText(days)
        self._days.setVisible(bool(days))
        self._tag.show_words(_("Now"))
        self._tag.setVisible(is_now)
        self.set_line("primary" if is_now else "line", 3 if is_now else 1)
