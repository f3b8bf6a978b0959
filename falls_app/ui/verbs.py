"""Every verb of the window in one list: it feeds the keys, the menu "More" and the command list."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

HIDE_NAMES_KEY = "Meta+Shift+H" if sys.platform == "darwin" else "Ctrl+Shift+H"
"""On a Mac "Ctrl" means the command key, which hides a program with H."""


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that can be done now or later.

    ``words`` say what in the user's language, ``group`` under which heading it stands. ``keys``
    are written as Qt writes them, the first is shown. ``is_single``: one letter, which only works
    while nothing is being written; whoever has the keyboard takes it. ``in_menu``: "More" has it.
    """

    id: str
    words: str
    do: Callable[[], None]
    keys: tuple[str, ...] = ()
    group: str = ""
    is_possible: bool = True
    is_single: bool = False
    in_menu: bool = False

    @property
    def key_words(self) -> str:
        """The key as this computer writes it, "" if there is none."""
        if not self.keys:
            return ""
        shown = QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        return shown or self.keys[0]
