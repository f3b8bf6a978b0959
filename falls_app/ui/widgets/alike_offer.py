"""Offers the answers of the first room of a kind in the next one: each is confirmed or changed."""

from PySide6.QtCore import Signal

from falls_app.i18n import _, ngettext
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class AlikeOffer(Card):
    """Hidden where there is nothing to offer. Nothing is answered before somebody says so.

    Signals:
        look_asked(): the answers are to be gone through, one card after the other.
        all_asked(): all of them are the same here. taken(): the one that is shown is.
    """

    look_asked = Signal()
    all_asked = Signal()
    taken = Signal()

    def __init__(self) -> None:
        super().__init__(token="primary_soft", line=None, lifted=False, radius=12)
        self._words = Words("", 17, 500)
        self._look = Button(_("Same as the first"), "secondary", height=44, size=17)
        self._all = Button("", "quiet", height=44, size=17)
        self._take = Button(_("Same here"), "secondary", key=_("Enter"), height=44, size=17)
        self._look.clicked.connect(self.look_asked)
        self._all.clicked.connect(self.all_asked)
        self._take.clicked.connect(self.taken)
        buttons = Flow(self._look, self._all, self._take, gap=10)
        self.setLayout(column(self._words, buttons, gap=8, margins=(16, 10, 16, 12)))
        self.hide()

    def offer(self, room: str, number: int) -> None:
        """Offer this number of answers of a room."""
        self._words.setText(
            _("“{room}” has answers already. Is it the same here?").format(room=room)
        )
        self._all.set_words(ngettext("Take all {n} over", "Take all {n} over", number))
        self._show(begun=False)

    def propose(self, room: str, answer: str) -> None:
        """Show what was answered in the first room, to confirm or to change."""
        words = _("In “{room}”: {answer} Press 1, 2 or 3 if it is not the same here.")
        self._words.setText(words.format(room=room, answer=f"**{answer}.**"))
        self._show(begun=True)

    def _show(self, *, begun: bool) -> None:
        self._look.setVisible(not begun)
        self._all.setVisible(not begun)
        self._take.setVisible(begun)
        self.show()
