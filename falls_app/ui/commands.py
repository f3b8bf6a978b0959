"""Does the verbs: by their keys, from the menu "More", and from the list of all commands."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from falls_app.i18n import _
from falls_app.ui.pages.page import Page
from falls_app.ui.verbs import Verb
from falls_app.ui.widgets.app_bar import AppBar
from falls_app.ui.window_verbs import Window, window_verbs


class Commands(QObject):
    """Knows every verb of the window and of the page that is shown."""

    def __init__(self, window: Window, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._parent = window, parent
        self._bar: AppBar | None = None

    def begin(self) -> None:
        """Give the window its keys."""
        verbs = window_verbs(self._window, every=True)
        self._give_keys(verbs, self._parent, Qt.ShortcutContext.WindowShortcut)

    def stand_at(self, bar: AppBar) -> None:
        """Open the menu "More" below the button of this bar from now on."""
        self._bar = bar

    def give_keys_to(self, page: Page) -> None:
        """Give a page the keys of its own verbs; they work while it has the keyboard."""
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._give_keys(page.verbs(), page, within)

    def _give_keys(
        self, verbs: Sequence[Verb], widget: QWidget, context: Qt.ShortcutContext
    ) -> None:
        for verb in verbs:
            for keys in () if verb.is_single else verb.keys:
                shortcut = QShortcut(QKeySequence(keys), widget)
                shortcut.setContext(context)
                shortcut.setObjectName(verb.id)
                shortcut.activated.connect(self._on_key)

    @property
    def verbs(self) -> tuple[Verb, ...]:
        """Every verb there is now: those of the page that is shown first."""
        page = self._window.page
        return (*page.verbs(), *window_verbs(self._window))

    def do(self, verb_id: str) -> None:
        """Do a verb, if that is possible now."""
        for verb in self.verbs:
            if verb.id == verb_id and verb.is_possible:
                verb.do()
                return

    def open_more(self) -> None:
        """Open the menu "More": what the bar has no room for, and the rest of the program.

        As a list that scrolls where the text is too large for a menu.
        """
        from falls_app.ui.widgets.menu import Menu

        if self._bar is None:
            return
        menu, group = Menu(self._parent, _("More")), ""
        shown = self._bar.shown_verbs
        verbs = [verb for verb in self.verbs if verb.in_menu and verb.id not in shown]
        for verb in verbs:
            if group and verb.group != group:
                menu.addSeparator()
            group = verb.group
            action = menu.addAction(f"{verb.words.replace('&', '&&')}\t{verb.key_words}")
            action.setData(verb.id)
            action.setEnabled(verb.is_possible)
        menu.triggered.connect(self._on_chosen)
        if menu.fits:
            menu.open_below(self._bar.more)
        else:
            menu.deleteLater()
            self._open_list_of(verbs)

    def open_list(self) -> None:
        """Open the list of all commands, which is filtered by typing."""
        from falls_app.ui.place_verbs import button_verbs, place_verbs

        window, page = self._window, self._window.page
        here = (*page.verbs(), *button_verbs(page))
        self._open_list_of((*here, *window_verbs(window), *place_verbs(window)))

    def _open_list_of(self, verbs: Sequence[Verb]) -> None:
        from falls_app.ui.command_list import CommandList

        CommandList(self._parent, verbs).begin()

    def find(self) -> None:
        """Open the search."""
        from falls_app.ui.search_sheet import SearchSheet

        SearchSheet(self._parent, self._window.session, self._window.go).begin()

    def help(self) -> None:
        """Open help on the page, or the section, that is shown."""
        from falls_app.ui.help_sheet import HelpSheet

        window = self._window
        if opened := self._parent.findChildren(HelpSheet):
            opened[0].close()  # the same key closes it
            return
        page = window.page
        HelpSheet(self._parent, window.place, page, self.open_list).begin()

    def _on_key(self) -> None:
        self.do(self.sender().objectName())

    def _on_chosen(self, action: QAction) -> None:
        self.do(action.data())
