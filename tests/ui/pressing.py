"""What a user does on a page: find a control by the name it is read out with, press, write, read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


def named(page: QWidget, name: str, kind: type = QWidget):
    """Return the one visible control of this name that the keyboard can reach."""
    found = [
        each
        for each in page.findChildren(kind)
        if each.accessibleName() == name
        and each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(found) == 1, f"{len(found)} controls are called “{name}”"
    return found[0]


def press(qtbot, page: QWidget, name: str, within: str = "") -> None:
    """Press a button, chip or box by its name; ``within`` names the group it is in."""
    if within:
        page = next(each for each in page.findChildren(QWidget) if each.accessibleName() == within)
    qtbot.mouseClick(named(page, name, QAbstractButton), Qt.MouseButton.LeftButton)


def is_ticked(page: QWidget, name: str) -> bool:
    return named(page, name, QAbstractButton).isChecked()


def write(qtbot, page: QWidget, name: str, words: str) -> None:
    """Write into a field in place of what it holds, and leave it with Tab."""
    field = named(page, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def is_there(page: QWidget, name: str) -> bool:
    return any(
        each.accessibleName() == name and each.isVisible() for each in page.findChildren(QWidget)
    )


def read(page: QWidget) -> str:
    """Return all words in sight that are no control's."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
