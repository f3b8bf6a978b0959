"""Help on this screen: what can be done here, the keys, and the way to all commands."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from falls_app.content.help import load_help
from falls_app.i18n import _, content
from falls_app.ui.pages.page import HelpPart, Page
from falls_app.ui.theme import look, px
from falls_app.ui.widgets.aside_sheet import AsideSheet
from falls_app.ui.widgets.boxes import Divider, column, row
from falls_app.ui.widgets.bullets import bullets
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.key_list import KeyList
from falls_app.ui.widgets.text import Words

WIDE = 460


def _told(part: HelpPart) -> QLayout:
    return column(
        Words(part.heading, 18, 700), *(Words(line, 17, token="ink2") for line in part.lines), gap=6
    )


class HelpSheet(AsideSheet):
    """Stands at the side of the window."""

    def __init__(
        self, window: QWidget, place: str, page: Page, commands: Callable[[], None]
    ) -> None:
        text, here = load_help().on(place), page.help_here()
        title = _("This check") if here else content(text.title)
        super().__init__(window, title, width=WIDE, height=2_000)
        self._commands = commands
        keys = [
            verb for verb in page.verbs() if verb.keys and (look.single_keys or not verb.is_single)
        ]
        more = Button(_("All commands"), "secondary", icon="list", key="Ctrl+K", height=48)
        more.clicked.connect(self._on_commands)
        parts: list[QWidget | QLayout] = [_told(part) for part in here]
        if here:
            parts += [Divider(), Words(content(text.title), 20, serif=True)]
        parts.append(bullets([content(line) for line in text.lines], "chevron-right"))
        if keys:
            parts += [Divider(), Words(_("Keys here"), 18, 700), KeyList(keys)]
        body = QWidget()
        body.setLayout(column(*parts, row(more, None), None, gap=14, margins=(30, 4, 22, 8)))
        self.fill(QWidget(), body, row())

    def begin(self) -> None:
        """Show the sheet."""
        self.open_with(self.done_button)

    def _on_commands(self) -> None:
        self.close()
        self._commands()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand at the right side, from top to bottom."""
        width = min(px(WIDE), self.width() - 48)
        self.place_panel(QRect(self.width() - width - 8, 8, width, self.height() - 16))
