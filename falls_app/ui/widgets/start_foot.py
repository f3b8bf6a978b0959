"""The line at the foot of the first page: where everything stays, and what this is not."""

from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


def start_foot() -> QWidget:
    """Return the foot."""
    kept = _("Everything stays on this computer. No account needed.")
    advice = _("A home checklist. It does not replace advice from a doctor or therapist.")
    line = beside(
        Icon("lock", 18, "ink2"), (Words(kept, 16, 400, "ink2"), 1),
        Words(advice, 15, 400, "ink3"), gap=10, least=250,
    )  # fmt: skip
    foot = QWidget()
    foot.setLayout(column(line, margins=(64, 6, 48, 16)))
    return foot
