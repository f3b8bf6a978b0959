"""The words beside the title of the evidence sheet: saved, or photos still on their way."""

from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStackedWidget, QWidget

from falls_app.i18n import _
from falls_app.ui.intake import Intake
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.marks import Icon
from falls_app.ui.widgets.text import Words


class EvidenceStatus(QStackedWidget):
    """Two pages of one size: whether all is saved, and how far the photos are."""

    def __init__(self) -> None:
        super().__init__()
        self._saved = Words("", 16, 400, "ink2", wraps=False)
        self._saved_sign = Icon("check", 18, "ink2")
        saved, busy = QWidget(), QWidget()
        saved.setLayout(row(None, self._saved_sign, self._saved, gap=6))
        self._busy_words = Words("", 16, 500, "ink2", wraps=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(px(90), px(10))
        busy.setLayout(row(None, self._busy_words, self._bar, gap=10))
        self.addWidget(saved)
        self.addWidget(busy)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_saved(self, is_saved: bool) -> None:
        """Say whether everything is saved as it is done."""
        self._saved.setText(_("Saved as you type") if is_saved else _("Not saved yet"))
        self._saved_sign.setVisible(is_saved)

    def show_read_only(self) -> None:
        """Say that nothing can be changed."""
        self._saved.setText(_("Read only"))
        self._saved_sign.hide()

    def show_progress(self, intake: Intake) -> None:
        """Say how many photos are still on their way, as long as there are any."""
        words = _("Adding photo {n} of {all}…").format(
            n=min(intake.done + 1, intake.all), all=intake.all
        )
        self._busy_words.setText(words)
        self._bar.setRange(0, max(1, intake.all))
        self._bar.setValue(intake.done)
        self._bar.setAccessibleName(words)
        self.setCurrentIndex(int(intake.is_busy))
