"""A menu in our look: rows that are easy to hit, and a tick for what is chosen."""

from PySide6.QtWidgets import QMenu, QWidget

from falls_app.ui.theme import font, look, px
from falls_app.ui.widgets.pressable import SMALLEST


class Menu(QMenu):
    """Rows as high as buttons. It goes when it is closed."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._behind = parent
        self.setAccessibleName(name)
        self.setFont(font(17))
        theme = look.theme
        side = px(18)
        above = max(4, (max(SMALLEST, px(40)) - round(px(17) * 1.4)) // 2)
        self.setStyleSheet(
            f"""
            QMenu {{ background: {theme["surface"]}; color: {theme["ink"]};
                border: 1px solid {theme["edge"]}; padding: 6px; menu-scrollable: 1; }}
            QMenu::item {{ padding: {above}px {px(18)}px {above}px {px(12)}px;
                border: 2px solid transparent; border-radius: 8px; }}
            QMenu::item:selected {{ background: {theme["primary_soft"]}; color: {theme["ink"]};
                border-color: {theme["focus"]}; }}
            QMenu::item:disabled {{ color: {theme["ink3"]}; }}
            QMenu::separator {{ height: 1px; background: {theme["line"]}; margin: 6px 8px; }}
            QMenu::indicator {{ width: {side}px; height: {side}px; margin-left: {px(8)}px; }}
            """
        )
        self.aboutToHide.connect(self.deleteLater)

    @property
    def fits(self) -> bool:
        """True if the screen has room for all of it at this text size."""
        return self.sizeHint().height() <= self._behind.screen().availableGeometry().height()

    def open_below(self, button: QWidget) -> None:
        """Open at the foot of what was pressed, inside the screen."""
        self.popup(button.mapToGlobal(button.rect().bottomLeft()))
