"""Something that can be done without a home being open, as a card to press."""

from PySide6.QtGui import QPaintEvent
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.paper_choice import PaperChoice


class ActionCard(PaperChoice):
    """An icon, a name and a line about it, and an arrow that says that it leads on."""

    def __init__(self, title: str, about: str, icon: str) -> None:
        super().__init__("", title, icon, about)
        self.setCheckable(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, surface = self.start_painting()
        side, ink = px(20), color("ink2").name()
        draw_icon(surface, "chevron-right", self.width() - px(36), self.height() / 2 - side / 2,
                  side, ink)  # fmt: skip
        painter.end()
