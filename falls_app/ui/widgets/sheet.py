"""A sheet over the whole window: something to finish before going on."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QWidget
from typing_extensions import override

from falls_app.i18n import _
from falls_app.ui.focus import bring_into_sight, in_order_of_sight
from falls_app.ui.theme import color, px
from falls_app.ui.widgets.boxes import Card, Scroll, column, row
from falls_app.ui.widgets.buttons import Button, IconButton
from falls_app.ui.widgets.text import Words

VEIL = QColor(20, 28, 28, 120)
"""What dims the window behind, in every theme. Source: design brief, section 4.3."""
EDGE = 24
"""Room that always stays around a sheet, in pixels."""
ROUND = 24
"""Radius of its corners, in pixels."""

STILL_THE_WINDOWS = ("Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+S", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")
"""Keys of the window that work over a sheet too, besides undo: redo, saved, text size."""


class Sheet(QDialog):
    """A sheet with a title, a part that scrolls, and a foot with Done.

    It lies in the window, not beside it, and is a dialog to screen readers. While it is open the
    keyboard stays inside; Esc and Done close it. It goes when it is closed (``finished``).
    """

    def __init__(self, window: QWidget, title: str, *, width: int, height: int) -> None:
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)  # QDialog itself would open a window
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._behind = window
        self._widest, self._highest = width, height
        self._title = Words(title, 25, serif=True)
        self.close_button = IconButton("close", _("Close this sheet"))
        self.done_button = Button(
            _("Done"), "primary", key="Esc", height=52, name=_("Done, key Esc")
        )
        for button in (self.close_button, self.done_button):
            button.clicked.connect(self.close)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.on_escape)
        self._held: QWidget | None = None
        self._ground = _Ground(window)
        self._is_closing = False
        window.installEventFilter(self)

    def fill(self, head: QWidget, body: QWidget, foot: QLayout) -> None:
        """Put in what the sheet is about: ``head`` stands beside its title."""
        self._scroll = Scroll(body, "surface")
        body.installEventFilter(self)
        top = row((self._title, 1), head, self.close_button, gap=14, margins=(30, 18, 22, 10))
        for part in (self._title, head, self.close_button):
            top.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        bottom = row(gap=14, margins=(30, 12, 30, 20))
        bottom.addLayout(foot, 1)
        bottom.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.panel = Card(radius=ROUND, lifted=False)
        self.panel.setParent(self)
        lines = column(gap=0, margins=(2, 0, 2, 2))
        lines.addLayout(top)
        lines.addWidget(self._scroll, 1)
        lines.addLayout(bottom)
        self.panel.setLayout(lines)

    def open_with(self, first: QWidget) -> None:
        """Show the sheet over the window, with the keyboard here."""
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self._ground.show()
        self._ground.stackUnder(self)
        self._held = first
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, first, partial(bring_into_sight, first))  # once all has its place
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def first_focus(self) -> QWidget:
        """Return what had the keyboard last in here."""
        return self._held if self._held and self._held.isVisible() else self.done_button

    def on_escape(self) -> None:
        """Close; a sheet in which something is begun ends that first."""
        self.close()

    def settle(self) -> None:
        """Hand on everything that is still being written; before undo and before closing."""

    def controls(self) -> list[QWidget]:
        """Return the controls in the order of the eye."""
        return [
            each
            for each in in_order_of_sight(self.panel)
            if each.isVisibleTo(self) and each.isEnabled()
        ]

    # ------------------------------------------------------------------ the keyboard stays here

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        controls = self.controls()
        now = QApplication.focusWidget()
        at = controls.index(now) if now in controls else (-1 if next else 0)
        there = controls[(at + (1 if next else -1)) % len(controls)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        there.setFocus(reason)
        bring_into_sight(there)
        return True

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring the keyboard back if it went behind the sheet; a message lies above it."""
        if now is None or now.window() is not self.window():
            return
        if self.isAncestorOf(now):
            self._held = now
        elif self._is_behind(now) and self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_behind(self, widget: QWidget) -> bool:
        """Tell whether a widget of the window is covered: what is raised later lies above."""
        layers = self._behind.children()
        layer = next((each for each in layers if _holds(each, widget)), None)
        return layer is not None and layers.index(layer) < layers.index(self)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the window's own keys from it, such as those that turn pages behind the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                self.settle()
            elif _is_the_windows(event):
                event.accept()
                return True
        return super().event(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing = True
        self.settle()
        self._behind.removeEventFilter(self)
        self._ground.hide()
        self._ground.deleteLater()
        super().closeEvent(event)

    @override
    def reject(self) -> None:
        """Do what Esc does: QDialog would only hide, and nothing that is written handed on.

        It gets the key where our own one does not work, as in a window that is not active.
        """
        if self._is_closing:  # then it is asked to hide, by the close event
            super().reject()
        else:
            self.on_escape()

    # ------------------------------------------------------------------ its place

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if watched is self._behind:
                self.setGeometry(self._behind.rect())
            else:
                QTimer.singleShot(0, self, self._keep_in_sight)
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        """Show what has the keyboard where the body grew above it while somebody types."""
        now, body = QApplication.focusWidget(), self._scroll.widget()
        if now is not None and body is not None and body.isAncestorOf(now):
            bring_into_sight(now)

    def highest(self, width: int) -> int:
        """Return how high it may be at this width, in pixels; the window may have less."""
        return px(self._highest)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        width = min(px(self._widest), self.width() - 2 * EDGE)
        height = min(self.highest(width), self.height() - 2 * EDGE)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.place(QRect(left, top, width, height))

    def place(self, box: QRect) -> None:
        """Put the panel here, and the paper under it."""
        self.panel.setGeometry(box)
        self._ground.setGeometry(box.adjusted(2, ROUND, -2, -ROUND))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = event.region().subtracted(QRegion(self._ground.geometry()))
        for box in seen:  # type: ignore[attr-defined]
            painter.fillRect(box, VEIL)


class _Ground(QWidget):
    """Paper under a panel between its corners: what is behind it need not be drawn for it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), color("surface"))


def _is_the_windows(event: QKeyEvent) -> bool:
    """Return whether a key does something in the window that no sheet wants."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return False
    if QKeySequence(event.keyCombination()).toString() in STILL_THE_WINDOWS:
        return False
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F6 or bool(event.modifiers() & held)


def _holds(layer: QObject, widget: QWidget) -> bool:
    return layer is widget or (isinstance(layer, QWidget) and layer.isAncestorOf(widget))
