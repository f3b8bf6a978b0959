"""Fields to write in: real Qt fields in our look, so that screen readers and input methods work."""

from PySide6.QtCore import QDate, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from falls_app.days import field_pattern, typing_pattern
from falls_app.drawing.icons import draw_icon
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.masking import masking
from falls_app.ui.theme import font, look, plain_font, px

NOTE_PAUSE_MS = 500
"""A note is saved when the typing rests this long, never once a letter.

With the writing itself it is on the disk within 600 ms of the last key.
"""


def style_field(field: QWidget, height: int = 48) -> None:
    """Give a Qt field our edge, corners and focus ring."""
    theme, kind = look.theme, type(field).__mro__
    name = next(each.__name__ for each in kind if each.__name__.startswith("Q"))
    field.setFont(font(18))
    field.setStyleSheet(
        f"""
        {name} {{
            background: {theme["surface"]}; color: {theme["ink"]};
            border: 1px solid {theme["edge"]}; border-radius: 10px; padding: 2px {px(12)}px;
            selection-background-color: {theme["primary"]};
            selection-color: {theme["on_primary"]};
        }}
        {name}:focus {{ border: 3px solid {theme["focus"]}; padding: 0px {px(12) - 2}px; }}
        QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(34)}px; }}
        QDateEdit::down-arrow {{ image: none; }}
        QComboBox QAbstractItemView {{
            background: {theme["surface"]}; color: {theme["ink"]};
            selection-background-color: {theme["primary_soft"]}; selection-color: {theme["ink"]};
            border: 1px solid {theme["edge"]}; padding: 4px;
        }}
        """
    )
    field.setMinimumHeight(max(look.smallest_target, px(height)))


def _draw_sign(field: QWidget, icon: str, size: int) -> None:
    """Draw a field's sign at its right edge."""
    side = px(size)
    left, top = field.width() - side - px(10), (field.height() - side) / 2
    draw_icon(QtSurface(QPainter(field), plain_font), icon, left, top, side, look.theme["ink2"])


def _leaves_undo(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Return whether an undo key is for the window: there is nothing to take back in the field."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo


class LineField(QLineEdit):
    """One line of text, saved when the typing rests and when the field is left.

    Signals:
        written(str): the text, once it rests.
    """

    written = Signal(str)

    def __init__(self, text: str = "", *, name: str, hint: str = "", longest: int = 200) -> None:
        super().__init__()
        style_field(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(longest)
        self._rest = QTimer(self, singleShot=True, interval=NOTE_PAUSE_MS)
        self._rest.timeout.connect(self.settle)
        self._settled = ""
        self.show_text(text)
        self.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show a text that is saved already; leaves a field alone in which somebody writes."""
        if not self._rest.isActive():
            shown = self._settled = masking.masked(text)
            self.setReadOnly(shown != text)  # initials are nothing to write over
            if shown != self.text():
                self.setText(shown)
                self.setCursorPosition(0)  # a long text shows its beginning

    def settle(self) -> None:
        """Hand the text on now, if it changed."""
        self._rest.stop()
        if self.text() != self._settled:
            self._settled = self.text()
            self.written.emit(self._settled)

    def _on_edited(self) -> None:
        self._rest.start()

    @override
    def sizeHint(self) -> QSize:
        """Ask for room for the whole example that stands in it while it is empty."""
        example = self.fontMetrics().horizontalAdvance(self.placeholderText()) + px(64)
        hint = super().sizeHint()
        return QSize(max(hint.width(), example), hint.height())

    @override
    def event(self, event: QEvent) -> bool:
        if _leaves_undo(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    @override
    def hideEvent(self, event: QEvent) -> None:
        self.settle()
        super().hideEvent(event)  # type: ignore[arg-type]


class NoteField(QPlainTextEdit):
    """Several lines of text, saved when the typing rests and when the field is left.

    Tab leaves the field. Signals:
        written(str): the text, once it rests.
    """

    written = Signal(str)

    def __init__(self, *, name: str, hint: str = "", height: int = 96) -> None:
        super().__init__()
        style_field(self, height)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(px(height))
        self._rest = QTimer(self, singleShot=True, interval=NOTE_PAUSE_MS)
        self._rest.timeout.connect(self.settle)
        self._settled = ""
        self._filling = False
        self.textChanged.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show a text that is saved already; leaves a field alone in which somebody writes."""
        if self._rest.isActive():
            return
        shown = self._settled = masking.masked(text)
        self.setReadOnly(shown != text)  # initials are nothing to write over
        if shown != self.toPlainText():
            self._filling = True
            self.setPlainText(shown)
            self._filling = False

    def put_in(self, words: str) -> None:
        """Put words in where the cursor is, apart from what stands before, and hand them on."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        is_apart = not before or before[-1].isspace()
        self.insertPlainText(words if is_apart else f" {words}")
        self.settle()
        self.setFocus()

    def settle(self) -> None:
        """Hand the text on now, if it changed."""
        self._rest.stop()
        if self.toPlainText() != self._settled:
            self._settled = self.toPlainText()
            self.written.emit(self._settled)

    def _on_edited(self) -> None:
        if not self._filling:
            self._rest.start()

    @override
    def event(self, event: QEvent) -> bool:
        words = self.document()
        if _leaves_undo(event, words.isUndoAvailable(), words.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    @override
    def hideEvent(self, event: QEvent) -> None:
        self.settle()
        super().hideEvent(event)  # type: ignore[arg-type]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.focusPreviousChild()
            return
        super().keyPressEvent(event)


class Choices(QComboBox):
    """A list to choose one thing from; ``values`` go with the words shown."""

    def __init__(self, pairs: list[tuple[str, str]], *, name: str, value: str = "") -> None:
        super().__init__()
        style_field(self)
        self.setAccessibleName(name)
        for words, each in pairs:
            self.addItem(masking.masked(words), each)
        self.show_value(value)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Say what the list is for; on Linux its name is what is chosen, so it is said beside."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let a name of 80 letters be cut short rather than push the page aside."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), px(150)), least.height())

    @property
    def value(self) -> str:
        """The value of what is chosen."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose this value, without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(blocked)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow ourselves: a style sheet takes Qt's own away."""
        super().paintEvent(event)
        side = px(16)
        at = self.width() - side - px(10)
        surface = QtSurface(QPainter(self), plain_font)
        draw_icon(surface, "chevron-down", at, (self.height() - side) / 2, side, look.theme["ink2"])

    @override
    def wheelEvent(self, event: QEvent) -> None:
        """Let the page scroll: a wheel over a closed list changes nothing by accident."""
        event.ignore()


class DayField(QDateEdit):
    """A day with a calendar to choose from. It is read with the month's name, typed in digits."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        style_field(self)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self._read_as = self._typed_as = ""

    @property
    def day(self) -> str:
        """The day that is shown, as ISO."""
        return self.date().toString("yyyy-MM-dd")

    @property
    def is_being_written(self) -> bool:
        """True while somebody writes a day that does not count yet."""
        return self.hasFocus() and self.text() != self.textFromDateTime(self.dateTime())

    def show_day(self, iso: str, locale: str) -> None:
        """Show an ISO day as a region writes it, without telling anybody."""
        blocked = self.blockSignals(True)
        self._read_as, self._typed_as = field_pattern(locale), typing_pattern(locale)
        self.setDisplayFormat(self._typed_as if self.hasFocus() else self._read_as)
        self.setDate(QDate.fromString(iso, "yyyy-MM-dd"))
        self.blockSignals(blocked)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._typed_as:
            self.setDisplayFormat(self._typed_as)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._read_as and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setDisplayFormat(self._read_as)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_sign(self, "calendar", 20)

    @override
    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()
