"""A loud line under the bar: what happened, what is safe, what to do."""

from falls_app.ui.widgets.boxes import Panel, row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class Notice(Panel):
    """Hidden while all is well."""

    def __init__(self) -> None:
        super().__init__("some_bg", None, "b")
        self._words = Words("", 17, 500, "some")
        self.setLayout(
            row(Icon("alert", 24, "some"), (self._words, 1), gap=12, margins=(20, 10, 20, 10))
        )
        self.hide()

    def say(self, message: str, hint: str = "") -> None:
        """Show what happened and what to do."""
        self._words.setText(f"**{message}** {hint}".strip())
        self.show()
