"""The top of the plan: whose it is, the papers made of it, and whose steps are shown."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from falls_app.domain.plan import shopping_list
from falls_app.errors import UserError
from falls_app.i18n import _
from falls_app.ui.session import Session
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.calendar_button import CalendarButton
from falls_app.ui.widgets.notice import Notice
from falls_app.ui.widgets.plan_head import PlanTitle
from falls_app.ui.widgets.step_board import EVERYONE
from falls_app.ui.widgets.step_parts import ChipRow
from falls_app.words import role_words


class PlanTop(QWidget):
    """Title, papers and people; above them why a calendar could not be saved.

    Signals:
        chosen(str): the steps of this person were asked for, or of ``EVERYONE``.
        print_asked(), shopping_asked(): a button was pressed.
        told(str, bool): a short message, as that of a page.
    """

    chosen = Signal(str)
    print_asked = Signal()
    shopping_asked = Signal()
    told = Signal(str, bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = PlanTitle()
        self._people = ChipRow()
        self._people.chosen.connect(self.chosen)
        self._print = Button(_("Print"), "primary", icon="print", height=48)
        self._print.clicked.connect(self.print_asked)
        self._calendar = CalendarButton(session)
        self._calendar.saved.connect(self._on_saved)
        self._calendar.failed.connect(self._on_failed)
        self._shopping = Button(_("Shopping list"), icon="list", height=48)
        self._shopping.clicked.connect(self.shopping_asked)
        self._notice = Notice()
        papers = (self._shopping, self._calendar, self._print)
        line = beside((self._title.title, 1), *papers, gap=12, least=320)
        self._below_title = row(self._title, (self._people, 1), gap=24)
        self.setLayout(column(self._notice, line, self._below_title, gap=16))

    def refresh(self, people: Mapping[str, str], who: str) -> None:
        """Show the plan as it is now; ``people`` can be chosen, ``who`` is."""
        plan = self._session.view.plan
        self._title.refresh(self._session)
        self._people.show_choices(people, who, name=_("Show the steps of: {words}"))
        self._people.setVisible(len(people) > 2)
        self._print.setVisible(bool(plan.steps))
        self._calendar.setVisible(bool(plan.open_steps))
        self._shopping.setVisible(bool(shopping_list(plan.open_steps)))

    def show_beside(self, is_beside: bool) -> None:
        """Let the people stand beside the count of the steps, or below it."""
        self._below_title.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )

    def begin_again(self) -> None:
        """Forget what was said of the plan of another home."""
        self._notice.hide()

    @property
    def people(self) -> list[QWidget]:
        """The chips of the people."""
        return [*self._people.chips]

    @property
    def controls(self) -> list[QWidget]:
        """What takes the keyboard, as the eye goes."""
        return [*self._people.chips, self._shopping, self._calendar, self._print]

    def _on_saved(self, name: str) -> None:
        self._notice.hide()
        self.told.emit(_("Saved: {file}").format(file=name), False)

    def _on_failed(self, error: UserError) -> None:
        self._notice.say(error.message, error.hint)


def people_of(session: Session) -> Mapping[str, str]:
    """Return whose steps can be shown alone, each with its words; all of them first."""
    pairs = {EVERYONE: _("Everyone")}
    counts = Counter(step.who for step in session.view.plan.open_steps)
    for who, number in counts.most_common():
        role = role_words(session.case.person, session.region, who)
        pairs[who] = f"{role} {number}"
    return pairs
