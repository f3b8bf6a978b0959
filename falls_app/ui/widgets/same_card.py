"""Offers the answers of the first room of a kind for the next one: to look through, or all."""

from PySide6.QtCore import Signal

from falls_app.i18n import _, ngettext
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class SameCard(Card):
    """Hidden where there is nothing to offer.

    Signals: look_asked(): line by line; all_asked(): all of them at once.
    """

    look_asked = Signal()
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__(token="primary_soft", line=None, lifted=False)
        self._words = Words("", 17, 500)
        self.look = Button(_("Same as the first"), "primary", height=44, size=17)
        self._all = Button("", "secondary", height=44, size=17)
        self.look.clicked.connect(self.look_asked)
        self._all.clicked.connect(self.all_asked)
        buttons = Flow(self.look, self._all, gap=10)
        self.setLayout(column(self._words, buttons, gap=10, margins=(18, 14, 16, 16)))

    def show_offer(self, room: str, number: int, *, begun: bool) -> None:
        """Offer this number of answers of a room; ``begun`` while they are looked through."""
        self.setVisible(bool(number))
        self._words.setText(
            _("The first room has answers already. Enter takes a line over as it is.")
            if begun
            else _("Is it the same as in “{room}”? Then look through it line by line.").format(
                room=room
            )
        )
        self.look.setVisible(not begun)
        self._all.set_words(ngettext("Take all {n} over", "Take all {n} over", number))
