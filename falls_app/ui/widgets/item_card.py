"""One question of the bone check with its answers, what they lead to, and a day if it asks one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from falls_app.domain.screening.bone_items import BoneItem
from falls_app.ui.focus import bring_into_sight
from falls_app.ui.session import Session
from falls_app.ui.widgets.day_asked import DayAsked
from falls_app.ui.widgets.yes_no import YesNoCard


class ItemCard(YesNoCard):
    """A card that may ask for a day too, once the answer is yes.

    Signals:
        dated(str): the day, as ISO; "" to take it out.
    """

    dated = Signal(str)

    def __init__(self, item: BoneItem, day: str = "") -> None:
        super().__init__()
        self.item = item
        self._day = DayAsked(day, size=17) if day else None
        layout = self.layout()
        if self._day is not None and isinstance(layout, QVBoxLayout):
            self._day.chosen.connect(self.dated)
            layout.insertWidget(1, self._day)

    def bring_into_sight(self) -> None:
        """Scroll to this card."""
        bring_into_sight(self)

    def show_day(self, session: Session, iso: str, *, shown: bool, may_come: bool) -> None:
        """Show the day it asks for, if it asks for one."""
        if self._day is not None:
            self._day.setVisible(shown)
            self._day.show_day(
                iso, today=session.today, locale=session.region.locale, may_come=may_come
            )
