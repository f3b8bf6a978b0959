"""The foot of the page on which a paper sheet is typed in."""

from falls_app.i18n import _
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Panel, column
from falls_app.ui.widgets.buttons import Button


class TypingFoot(Panel):
    """The ways on: back, to a file that was filled in on a screen, to the next page."""

    def __init__(self) -> None:
        self.back = Button(_("Back"), "quiet", icon="arrow-left", height=52)
        self.file = Button(_("Bring back a filled file"), "secondary", icon="import", height=52)
        self.next = Button(_("Next page"), "primary", after="arrow-right", height=52)
        ways = beside(self.back, self.file, self.next, gap=12, apart=True)
        super().__init__("surface", column(ways, margins=(24, 10, 26, 12)), "t")
