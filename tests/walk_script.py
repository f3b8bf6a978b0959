"""One family's whole evening in the real window: from the first start to the saved PDF.

``test_real_window.py`` runs it as a program on a display of its own, with the PDF to save as its
argument. It opens Steady Home as ``falls-app`` does and then does what a user does: reads what is
on the screen or what the focused control is read out as, clicks what is in sight, and presses
keys. It prints, as JSON, what it answered and decided. Whatever it waits for and does not get
ends it with a sentence and a picture of the window.
"""

import json
import re
import sys
import traceback
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

NAME = "Ruth O'Neil"
OWN_WAY = "My books stay on the left of each step, & I hold the rail"
KEYS = ["1", "3", "2", "1", "0", "3", "?", "2", "1", "3"]
"""Keys that a walk presses again and again; 3 where a question has no such answer."""

PATIENCE_MS = 15_000
CHECK = re.compile(r"(?P<place>.+?)\. Check (?P<number>\d+) of (?P<total>\d+)\. (?P<words>.+)")
BONE = re.compile(r"Question (?P<place>[^.]+)\. (?P<words>.+)")
KEY = re.compile(r"Key (\S)\.")

Found = TypeVar("Found")


class StuckError(Exception):
    """What the walk waited for did not come."""


# ------------------------------------------------------------------ waiting and seeing


def until(what: str, look: Callable[[], Found | None]) -> Found:
    """Let the program work until ``look`` finds something, and return it."""
    loop, found = QEventLoop(), []

    def look_again() -> None:
        if value := look():
            found.append(value)
            loop.quit()

    often, at_last = QTimer(interval=4), QTimer(singleShot=True, interval=PATIENCE_MS)
    often.timeout.connect(look_again)
    at_last.timeout.connect(loop.quit)
    often.start()
    at_last.start()
    loop.exec()
    often.stop()
    at_last.stop()
    if not found:
        raise StuckError(f"Waited in vain for {what}. In sight: {in_sight()}")
    return found[0]


def window() -> QWidget:
    """Return the main window: the one window there is, until a dialog opens."""
    return next(each for each in QApplication.topLevelWidgets() if each.windowTitle())


def in_sight() -> list[str]:
    """Return all words in sight that are no control's."""
    return [label.text() for label in window().findChildren(QLabel) if label.isVisible()]


def says(words: str) -> bool:
    """Tell whether these words are somewhere in sight."""
    return any(words in each for each in in_sight())


def focused() -> QWidget:
    """Return what has the keyboard."""
    return until("something with the keyboard", QApplication.focusWidget)


def heard() -> str:
    """Return what a screen reader says of the control with the keyboard."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def buttons() -> list[QAbstractButton]:
    """Return the buttons, boxes and chips that can be pressed now."""
    return [
        button
        for button in window().findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
    ]


def button(words: str) -> QAbstractButton | None:
    """Return the button that begins with these words, as it is written or as it is read out."""
    return next(
        (
            each
            for each in buttons()
            if each.text().startswith(words) or each.accessibleName().startswith(words)
        ),
        None,
    )


# ------------------------------------------------------------------ doing


def click(widget: QWidget) -> None:
    """Scroll to a widget, make sure that nothing lies over it, and click it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()

    def free() -> QPoint | None:
        place = widget.mapTo(window(), widget.rect().center())
        hit = window().childAt(place)
        return place if hit is widget or (hit and widget.isAncestorOf(hit)) else None

    place = until(f"“{widget.accessibleName()}” to lie free", free)
    QTest.mouseClick(window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def press(words: str) -> None:
    """Click the button of these words."""
    click(until(f"the button “{words}”", lambda: button(words)))


def tick(words: str) -> None:
    """Click the box or chip of these words, and see that it is ticked."""
    press(words)
    until(f"“{words}” to be ticked", lambda: (found := button(words)) and found.isChecked())


def key(which: Qt.Key | str, ctrl: bool = False) -> None:
    """Press a key, wherever the keyboard is."""
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused(), which, held)


def write(words: str) -> None:
    """Type words, and leave the field with Tab."""
    QTest.keyClicks(focused(), words)
    key(Qt.Key.Key_Tab)


# ------------------------------------------------------------------ the walk


def begin() -> None:
    """Say whose home it is, that nothing changed, who lives there, and what is in the home."""
    press("Someone I help")
    tick("None of these")
    press("Next")
    until("the name to be asked", lambda: "name" in heard())
    write(NAME)
    write("81")
    for chip in ("She", "Hard to get up", "Lives alone"):
        tick(chip)
    press("Next: the home")
    until("the rooms", lambda: says("What is in the home?"))
    tick("Own")
    press("Start in")
    until("the first card", lambda: CHECK.match(heard()))


def answer(wanted: str) -> str:
    """Press the key of an answer on the card, or 3 if it has none; return the key."""
    offered = {found[1]: each for each in buttons() if (found := KEY.search(each.accessibleName()))}
    given = wanted if wanted in offered else "3"
    key(given)
    until(f"answer {given} to be chosen", lambda: "Chosen" in offered[given].accessibleName())
    return given


def ask_all(pattern: re.Pattern[str], keys: list[str]) -> list[list[str]]:
    """Answer card after card, room after room; return place, words and key of each."""
    given, wanted = [], cycle(keys)
    while card := until("a card or a way on", lambda: pattern.match(heard()) or heard()):
        if isinstance(card, str):
            if not (card.startswith("Go on") and says(": looked at")):
                break
            click(focused())
        else:
            given.append([card["place"], card["words"], answer(next(wanted))])
            key(Qt.Key.Key_Return)
        before = card if isinstance(card, str) else card[0]
        until("the next card", lambda before=before: heard() != before)
    return given


def decide() -> dict[str, str]:
    """Agree to the first step, do the second one her way, and mark the third as done."""
    until("the steps", lambda: button("Done: "))
    boxes = [each.accessibleName() for each in buttons()]
    # Read out with its room: "Done: Take up the loose rugs. Hallway".
    named = [name[6:].rpartition(". ")[0] for name in boxes if name.startswith("Done: ")]
    agreed, own, done = named[:3]
    open_step(agreed)
    tick("Agreed")
    key(Qt.Key.Key_Escape)
    open_step(own)
    tick("Ruth O'Neil’s way")
    field = until("a field for her words", lambda: named_field("In her own words"))
    click(field)
    write(OWN_WAY)
    until("her words on the board", lambda: says(OWN_WAY))
    press("Back to the plan")
    tick(f"Done: {done}")
    return {"agreed": agreed, "own": own, "done": done}


def open_step(words: str) -> None:
    """Open the card of a step, and wait for its details."""
    press(f"{words}.")
    until("the details", lambda: heard() == "Back to the plan")


def named_field(words: str) -> QLineEdit | None:
    """Return the field that is read out with these words."""
    fields = window().findChildren(QLineEdit)
    return next((f for f in fields if f.isVisible() and f.accessibleName() == words), None)


def save(pdf: Path) -> str:
    """Go to the pages, save them as this file, and return what is said about the pages."""
    key(Qt.Key.Key_P, ctrl=True)
    pages = until("the pages", lambda: next((w for w in in_sight() if " pages, " in w), None))
    filling = QTimer(interval=10)
    filling.timeout.connect(lambda: fill_in(filling, pdf))
    filling.start()
    press("Save PDF")
    until("the file to be saved", lambda: says(f"Saved as “{pdf.name}”") and pdf.exists())
    return pages


def fill_in(filling: QTimer, pdf: Path) -> None:
    """Type the file's name into the dialog, then Enter; called again until the dialog is gone.

    The dialog holds the program meanwhile. Esc puts away the names that it proposes.
    """
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        if filling.property("typed"):
            filling.stop()
        return
    field = dialog.findChild(QLineEdit)
    if not filling.property("typed"):
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, str(pdf))
        filling.setProperty("typed", True)
    elif (names := QApplication.activePopupWidget()) is not None:
        QTest.keyClick(names, Qt.Key.Key_Escape)
    else:
        QTest.keyClick(field, Qt.Key.Key_Return)


def walk(pdf: Path) -> dict[str, object]:
    """Do it all, and return what was said."""
    window().activateWindow()
    until("the window", window().isActiveWindow)
    begin()
    checks = ask_all(CHECK, KEYS)
    bones = ask_all(BONE, ["1", "3", "2", "1", "3"])
    until("the results", lambda: button("Make the plan"))
    press("Make the plan")
    decisions = decide()
    pages = save(pdf)
    return {
        "name": NAME, "own_way": OWN_WAY, "checks": checks, "bones": bones,
        "decisions": decisions, "pages": pages,
    }  # fmt: skip


def main(pdf: Path) -> int:
    """Run the program with the walk in it; return its exit code, 1 if the walk got stuck."""
    from falls_app import app

    stuck = False

    def once_shown() -> None:
        nonlocal stuck
        try:
            print(json.dumps(walk(pdf)), flush=True)
        except Exception:
            stuck = True
            traceback.print_exc()
            window().grab().save(str(pdf.with_name("stuck.png")))
        window().close()

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    code = app.run(when_shown=once_shown)
    return 1 if stuck else code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
