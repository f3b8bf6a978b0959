"""A password for a paper that is saved: a chip, and the fields that it opens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from falls_app.errors import UserError
from falls_app.export.pdf.password import refuse_unfit
from falls_app.i18n import _
from falls_app.ui.widgets.boxes import column
from falls_app.ui.widgets.chips import Chip
from falls_app.ui.widgets.secret_field import SecretField
from falls_app.ui.widgets.text import Words


class PaperLock(QWidget):
    """The fields below the chip, which stands where its owner puts it. Nothing typed is kept.

    Signals:
        turned(): the fields were opened or closed. announced(str): what is wrong with them.
    """

    turned = Signal()
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chip = Chip(_("Password"), name=_("Lock the saved PDF with a password"))
        self.chip.setToolTip(self.chip.accessibleName())
        self.chip.clicked.connect(self._on_chip)
        self.first = SecretField(_("Password"))
        self._again = SecretField(_("The password once more"))
        tip = _(
            "8 signs or more. Four words that do not belong together are easy to keep in mind. "
            "**Without it nobody can open the paper, and we cannot help.**"
        )
        self._wrong = Words("", 16, 600, "fix")
        self._wrong.hide()
        self.setLayout(
            column(self.first, self._again, self._wrong, Words(tip, 16, token="ink2"), gap=8)
        )
        self.hide()

    @property
    def is_wanted(self) -> bool:
        """True while a password is to be used."""
        return self.chip.isChecked()

    def password(self) -> str | None:
        """Return the password, "" if none is wanted; None if it will not do, which is said."""
        if not self.is_wanted:
            return ""
        try:
            refuse_unfit(self.first.text)
            if self.first.text != self._again.text:
                raise UserError(_("The two passwords are not the same."), _("Type both once more."))
        except UserError as error:
            self._tell(error)
            return None
        self._wrong.hide()
        return self.first.text

    def _tell(self, error: UserError) -> None:
        self._wrong.setText(str(error))
        self._wrong.show()
        self.first.setFocus()
        self.announced.emit(self._wrong.text())

    def forget(self) -> None:
        """Want no password any more, and forget what was typed."""
        self.chip.setChecked(False)
        self.chip.updateGeometry()
        for field in (self.first, self._again):
            field.clear()
        self._wrong.hide()
        self.hide()

    def _on_chip(self) -> None:
        if not self.is_wanted:
            self.forget()
        self.setVisible(self.is_wanted)
        self.turned.emit()
        if self.is_wanted:
            self.first.setFocus()
