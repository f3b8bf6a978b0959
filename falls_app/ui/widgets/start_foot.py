"""The line at the foot of the first page: where everything stays, and what this is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


def start_foot() -> QWidget:
    """Return the foot."""
    foot = QWidget()
    foot.setLayout(
        row(
            Icon("lock", 18, "ink2"),
            (Words(_("Everything stays on this computer. No account needed."), 16, 400, "ink2"), 1),
            (Words(
                _("A home checklist. It does not replace advice from a doctor or therapist."),
                15, 400, "ink3", align=Qt.AlignmentFlag.AlignRight,
            ), 1),
            gap=10,
            margins=(64, 6, 48, 16),
        )
    )  # fmt: skip
    return foot
