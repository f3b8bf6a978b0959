"""Offers to read what a newer version has made."""

from PySide6.QtCore import Qt, Signal

from falls_app.errors import UserError
from falls_app.i18n import _, ngettext
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Tile
from falls_app.ui.widgets.text import Words


def made_in_newer(homes: int) -> UserError:
    """Return what is said of so many homes that a newer version has made."""
    return UserError(
        ngettext(
            "This home was made in a newer version",
            "These homes were made in a newer version",
            homes,
        ),
        ngettext(
            "You can read it and print it. To change it, update Steady Home first.",
            "You can read them and print them. To change them, update Steady Home first.",
            homes,
        ),
    )


class NewerCard(Card):
    """Hidden until there is a home to read.

    Signals:
        asked(): it is to be opened.
    """

    asked = Signal()

    def __init__(self) -> None:
        said, self._whose = made_in_newer(1), Words("", 17, token="ink2")
        self.button = Button(_("Open to read"), "primary", height=48)
        title = Words(said.message, 24, serif=True)
        words = column(title, Words(said.hint, 18), self._whose, gap=4)
        tile = Tile("info", side=52)
        top = row(tile, gap=18)
        top.setAlignment(tile, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        super().__init__(column(top, row(None, self.button), gap=12, margins=(22, 18, 22, 22)))
        self.button.clicked.connect(self.asked)
        self._said = f"{said}"
        self.hide()

    def show_home(self, whose: str) -> str:
        """Offer to read this home; return what it says."""
        self._whose.setText(f"{whose}. {_('What only the newer version knows is not shown.')}")
        self.show()
        return f"{self._said} {whose}"
