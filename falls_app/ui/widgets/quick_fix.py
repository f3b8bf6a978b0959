"""What an open answer leads to: the fix that goes into the plan, and what not to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.domain.checklist import Check, Fix
from falls_app.domain.fixes import column_of
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.marks import Icon, Tag
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import COLUMN_TOKENS, column_words
from falls_app.words import price_words, time_words


class QuickFix(Card):
    """The fix in a box below the answers. Signals: changed(): another fix was asked for."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(token="primary_soft", radius=12, line=None, lifted=False)
        self._session = session
        self._do = Words("", 18, 500)
        self._never = Words("", 16, 400, "ink2")
        self._time = Tag("", "plain", icon="clock")
        self._price = Tag("", "plain", icon="coin")
        self._column = Tag("", "primary")
        change = Button(_("Change"), "quiet", height=44, size=17, name=_("Change this fix"))
        change.clicked.connect(self.changed)
        title, words = QWidget(), Words(_("Quick fix"), 17, 700, "primary", wraps=False)
        title.setLayout(row(Icon("wrench", 20, "primary"), words))
        self.setLayout(
            column(
                beside(title, Tag(_("Added to the plan"), "ok", icon="check"), apart=True),
                self._do,
                self._never,
                beside((_in_flow(self._time, self._price, self._column), 1), change, least=150),
                gap=6,
                margins=(16, 12, 14, 8),
            )
        )

    def show_fix(self, check: Check, fix: Fix) -> None:
        """Show one fix of a check."""
        say, region = self._session.say, self._session.region
        self._do.setText(say(fix.do))
        self._never.setText(" ".join(map(say, check.never)))
        self._never.setVisible(bool(check.never))
        self._time.show_words(time_words(fix.minutes))
        self._price.show_words(price_words(region, fix.cost))
        how = column_of(fix.who, fix.cost)
        self._column.show_words(column_words(how), COLUMN_TOKENS[how])


def _in_flow(*tags: Tag) -> QWidget:
    holder = QWidget()
    holder.setLayout(Flow(*tags, gap=8))
    policy = holder.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
