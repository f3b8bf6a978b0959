"""Buttons that open handouts as they are printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from falls_app.content.handouts import load_handout
from falls_app.i18n import _, content
from falls_app.ui.pages.page import Go
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.text import Words


class HandoutLinks(QWidget):
    """The handouts with the same in large print, each a button to its page."""

    def __init__(self, go: Go, handouts: Sequence[str]) -> None:
        super().__init__()
        self._go = go
        buttons = QWidget()
        flow = Flow(gap=8)
        for each in handouts:
            title = content(load_handout(each).title)
            button = Button(
                title, "secondary", icon="book", height=44, size=16,
                name=_("Handout: {title}").format(title=title),
            )  # fmt: skip
            button.setProperty("handout", each)
            button.clicked.connect(self._on_pressed)
            flow.addWidget(button)
        buttons.setLayout(flow)
        lead = Words(_("Handouts with the same in large print:"), 16, 400, "ink2")
        self.setLayout(column(lead, buttons, gap=6))

    def _on_pressed(self) -> None:
        self._go(f"print:{self.sender().property('handout')}")
