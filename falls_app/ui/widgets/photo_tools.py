"""What a photo can be marked with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app.domain.evidence import MarkKind
from falls_app.i18n import _
from falls_app.ui.theme import px
from falls_app.ui.widgets.boxes import column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.mark_button import kind_words
from falls_app.ui.widgets.pressable import SMALLEST
from falls_app.ui.widgets.text import Words

_ICONS = {
    MarkKind.ARROW: "arrow-up-right",
    MarkKind.CIRCLE: "circle",
    MarkKind.TEXT: "text",
    MarkKind.BLUR: "blur",
    MarkKind.LINE: "ruler",
}


class ToolButton(Button):
    """A tool. ``by_pointer`` tells whether it was pressed by mouse, pen or finger."""

    def __init__(self, kind: MarkKind) -> None:
        super().__init__(kind_words(kind), "quiet", icon=_ICONS[kind], height=44, size=17)
        self.kind, self.by_pointer = kind, False
        self.setCheckable(True)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.by_pointer = True
        super().mouseReleaseEvent(event)
        self.by_pointer = False


class PhotoTools(QWidget):
    """The tools in a flow, and undo.

    Signals:
        taken(object): by the pointer, which draws the mark next; None puts the tool away.
        placed(object): by the keyboard, for which a mark goes into the middle.
        undo_asked(): the last change is to be taken back.
    """

    taken = Signal(object)
    placed = Signal(object)
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tools = {kind: ToolButton(kind) for kind in _ICONS}
        for tool in self._tools.values():
            tool.clicked.connect(self._on_tool)
        self._undo = Button(_("Undo"), "quiet", icon="undo", height=44, size=17)
        self._undo.clicked.connect(self.undo_asked)
        hint = Words(_("Things, not people"), 15, 400, "ink3", wraps=False)
        beside = QWidget()
        beside.setLayout(row(hint, gap=0, margins=(14, 0, 0, 0)))
        beside.setFixedHeight(max(SMALLEST, px(44)))
        self.setLayout(column(Flow(*self._tools.values(), self._undo, beside, gap=2)))

    def show_undo(self, verb: str | None) -> None:
        """Offer to take back what is called so."""
        self._undo.setEnabled(verb is not None)
        name = _("Undo in this sheet: {verb}").format(verb=verb) if verb else _("Undo")
        self._undo.set_words(_("Undo"), name)

    def show_armed(self, kind: MarkKind | None) -> None:
        """Show which tool is in the hand."""
        for each, tool in self._tools.items():
            tool.setChecked(each is kind)
            tool.set_kind("soft" if each is kind else "quiet")

    def focus(self, kind: MarkKind) -> None:
        """Put the keyboard on a tool."""
        self._tools[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tool(self) -> None:
        tool = self.sender()
        if not isinstance(tool, ToolButton):
            return
        if tool.by_pointer:
            self.taken.emit(tool.kind if tool.isChecked() else None)
        else:
            self.show_armed(None)
            self.placed.emit(tool.kind)
