"""The menu of how things look and whose numbers are shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from falls_app.content.regions import load_region, region_ids
from falls_app.i18n import _, content
from falls_app.ui.theme import SCALES, look
from falls_app.ui.widgets.menu import Menu


class LookMenu(Menu):
    """Text sizes, themes, regions, and who uses it. Signals: chosen(str, object): "percent",
    "theme", "region" or "professional", and its value.
    """  # fmt: skip

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, region: str, *, is_professional: bool) -> None:
        super().__init__(parent, _("Text size and theme"))
        for percent in SCALES:
            words = _("Text at {percent} %").format(percent=percent)
            self._add(words, ("percent", percent), is_chosen=percent == look.percent)
        self.addSeparator()
        themes = (("light", _("Light")), ("dark", _("Dark")), ("high-contrast", _("High contrast")))
        for name, words in themes:
            self._add(words, ("theme", name), is_chosen=name == look.theme.name)
        self.addSeparator()
        for each in region_ids():
            words = _("Numbers for {country}").format(country=content(load_region(each).name))
            self._add(words, ("region", each), is_chosen=each == region)
        self.addSeparator()
        work = ("professional", not is_professional)
        self._add(_("I visit homes for work"), work, is_chosen=is_professional)
        self.triggered.connect(self._on_triggered)

    def _add(self, words: str, data: tuple[str, object], *, is_chosen: bool) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setData(data)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(*action.data())
