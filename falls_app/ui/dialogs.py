"""The few questions that stop everything else."""

from PySide6.QtWidgets import QMessageBox, QWidget

from falls_app.i18n import _
from falls_app.ui.theme import font


def may_lose_answers(parent: QWidget) -> bool:
    """Ask before closing while something could not be saved; True if it may go."""
    box = QMessageBox(parent)
    box.setFont(font(17))
    box.setWindowTitle("Steady Home")
    box.setText(_("Some answers are not saved yet."))
    box.setInformativeText(_("Stay here, free some space, and we try again by ourselves."))
    stay = box.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(_("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is not stay


def say_in_the_way(message: str, hint: str) -> None:
    """Say why the window cannot open, before there is one."""
    box = QMessageBox()
    box.setFont(font(17))
    box.setWindowTitle("Steady Home")
    box.setText(message)
    box.setInformativeText(hint)
    box.exec()
