"""The few questions that stop everything else."""

from PySide6.QtWidgets import QMessageBox, QWidget

from falls_app.i18n import _, ngettext
from falls_app.ui.theme import font, look, px


def may_lose_answers(parent: QWidget, waiting: int, hint: str) -> bool:
    """Ask before closing while so many changes could not be saved; True if they may go.

    ``hint`` says what to do about it.
    """
    box = _box(parent)
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
    box = _box(parent)
    box.setText(_("Sign and lock version {n}?").format(n=version))
    later = _("It stays as it is now. A later change makes version {n}.").format(n=version + 1)
    box.setInformativeText(f"{missing}\n\n{later}".strip())
    stay = box.addButton(_("Not yet"), QMessageBox.ButtonRole.RejectRole)
    lock = box.addButton(_("Sign and lock"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is lock


def _box(parent: QWidget) -> QMessageBox:
    """Return a question in our colors, with buttons as large as all others."""
    box = QMessageBox(parent)
    box.setFont(font(17))
    box.setWindowTitle("Steady Home")
    ink, high = look.theme, max(look.smallest_target, px(52))
    box.setStyleSheet(f"""
        QMessageBox {{ background: {ink["surface"]}; }}
        QLabel {{ color: {ink["ink"]}; min-width: {px(380)}px; }}
        QLabel#qt_msgbox_label {{ font-size: {px(22)}px; font-weight: 700; }}
        QPushButton {{
            background: {ink["surface"]}; color: {ink["ink"]}; font-weight: 600;
            border: 2px solid {ink["edge"]}; border-radius: 12px; padding: 0 {px(18)}px;
            min-height: {high}px; margin: 4px;
        }}
        QPushButton:hover {{ background: {ink["hover"]}; }}
        QPushButton:focus {{ border: 3px solid {ink["focus"]}; }}
        """)
    return box
