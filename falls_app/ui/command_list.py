"""The list of all commands: every verb of the window and of the page, with the key of each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.searching import folded
from falls_app.i18n import _
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.pick_list import Pick
from falls_app.ui.widgets.pick_sheet import PickSheet


class CommandList(PickSheet):
    """Filtered by typing, done by Enter."""

    def __init__(self, window: QWidget, verbs: Sequence[Verb]) -> None:
        self._verbs = verbs
        super().__init__(window, _("All commands"), _("Type what you want to do"))

    @override
    def foot_words(self) -> str:
        return _("Arrow keys choose. Enter does it. Esc closes.")

    @override
    def shown_for(self, words: str) -> tuple[Sequence[Pick], str]:
        wanted = folded(words).split()
        picks, group = list[Pick](), ""
        for verb in self._verbs:
            text = folded(f"{verb.words} {verb.group} {verb.key_words}")
            if not all(each in text for each in wanted):
                continue
            if verb.group != group:
                group = verb.group
                picks.append(Pick(group))
            picks.append(
                Pick(verb.words, key=verb.key_words, data=verb.do, is_possible=verb.is_possible)
            )
        return picks, _("No command is called that. Try another word, such as “text”.")

    @override
    def picked(self, data: Any) -> None:
        do: Callable[[], None] = data
        do()
