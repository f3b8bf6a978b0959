"""The few questions that stop everything else."""

from PySide6.QtWidgets import QMessageBox, QWidget

from falls_app.i18n import _, ngettext
from falls_app.ui.theme import font


def may_lose_answers(parent: QWidget, waiting: int, hint: str) -> bool:
    """Ask before closing while so many changes could not be saved; True if they may go.

    ``hint`` says what to do about it.
    """
    box = QMessageBox(parent)
    box.setFont(font(17))
    box.setWindowTitle("Steady Home")
    box.setText(ngettext("{n} change is not saved yet.", "{n} changes are not saved yet.", waiting))
    stay_words = _("Stay here, and we go on trying by ourselves.")
    box.setInformativeText(f"{hint}\n\n{stay_words}".strip())
    stay = box.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(_("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is not stay


def may_lock(parent: QWidget, version: int, missing: str) -> bool:
    """Ask before a report is signed and locked; ``missing`` says what is not there yet, or ""."""
    box = QMessageBox(parent)
    box.setFont(font(17))
    box.setWindowTitle("Steady Home")
    box.setText(_("Sign and lock version {n}?").format(n=version))
    later = _("It stays as it is now. A later change makes version {n}.").format(n=version + 1)
    box.setInformativeText(f"{missing}\n\n{later}".strip())
    stay = box.addButton(_("Not yet"), QMessageBox.ButtonRole.RejectRole)
    lock = box.addButton(_("Sign and lock"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is lock
