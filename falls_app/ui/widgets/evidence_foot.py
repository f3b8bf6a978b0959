"""The buttons of a question card that lead to its evidence, each with what is there already."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.i18n import _, ngettext
from falls_app.ui.evidence import Evidence
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.pressable import with_key

PARTS = {"photo": "camera", "note": "note", "measure": "ruler"}
GAP = 8


class EvidenceFoot(QWidget):
    """Photo, Note and Measure. Where there is little room only signs and counts stay.

    Signals:
        asked(str): "photo", "note" or "measure".
    """

    asked = Signal(str)

    def __init__(self, height: int) -> None:
        super().__init__()
        self._buttons = {
            part: Button("", icon=icon, height=height, size=17) for part, icon in PARTS.items()
        }
        for part, button in self._buttons.items():
            button.setObjectName(part)
            button.clicked.connect(self._on_button)
        self._words: dict[str, tuple[str, str, str]] = {}
        self._line = row(None, *self._buttons.values(), None, gap=GAP)
        self.setLayout(self._line)

    def set_height(self, height: int) -> None:
        """Let the buttons be this high, in pixels at 100 % text."""
        for button in self._buttons.values():
            button.set_height(height)

    def spread(self, wide: bool) -> None:
        """Share all the width there is, or stand in the middle of it."""
        last = self._line.count() - 1
        for number in range(last + 1):
            is_button = 0 < number < last
            self._line.setStretch(number, int(is_button is wide))
        for button in self._buttons.values():
            button.set_wide(wide)

    def least_width(self) -> int:
        """Return the width that signs and counts alone need, in pixels."""
        shown = [part for part, button in self._buttons.items() if not button.isHidden()]
        if self._words:
            self._write(shown, 1)
        least = sum(self._buttons[part].sizeHint().width() for part in shown)
        if self._words:
            self._fit()
        return least + px(GAP) * max(0, len(shown) - 1)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show what there is for a check; without sizes to take there is no Measure."""
        self._words = {
            "photo": _photo_words(len(evidence.finding.photos)),
            "note": _note_words(has_note=bool(evidence.finding.note)),
            "measure": _size_words(evidence),
        }
        self._buttons["measure"].setVisible(bool(evidence.check.measures))
        for part, button in self._buttons.items():
            button.set_kind("soft" if self._words[part][1] else "secondary")
        self._fit()

    def _fit(self) -> None:
        """Show words, or signs and counts alone if the words do not fit beside each other."""
        shown = [part for part, button in self._buttons.items() if not button.isHidden()]
        self._write(shown, 0)
        wide = sum(self._buttons[part].sizeHint().width() for part in shown)
        if wide + px(GAP) * (len(shown) - 1) > self.width() > 0:
            self._write(shown, 1)

    def _write(self, parts: list[str], which: int) -> None:
        for part in parts:
            words = self._words[part]
            self._buttons[part].set_words(words[which], words[2])

    def _on_button(self) -> None:
        self.asked.emit(self.sender().objectName())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._words:
            self._fit()


def _photo_words(count: int) -> tuple[str, str, str]:
    """Return words, count, and what screen readers say; so do the others."""
    if not count:
        return _("Photo"), "", with_key(_("Photo"), "P")
    words = ngettext("{n} photo", "{n} photos", count).format(n=count)
    return words, str(count), with_key(words, "P")


def _note_words(*, has_note: bool) -> tuple[str, str, str]:
    if not has_note:
        return _("Note"), "", with_key(_("Note"), "N")
    return _("1 note"), "1", with_key(_("1 note"), "N")


def _size_words(evidence: Evidence) -> tuple[str, str, str]:
    sizes = [words for each in evidence.check.measures if (words := evidence.size_words(each))]
    if not sizes:
        return _("Measure"), "", with_key(_("Measure"), "M")
    count = len(sizes)
    words = sizes[0] if count == 1 else ngettext("{n} size", "{n} sizes", count).format(n=count)
    name = with_key(_("Measure: {sizes}").format(sizes=", ".join(sizes)), "M")
    return words, sizes[0] if count == 1 else str(count), name
