"""Which parts of a window are drawn again."""

from PySide6.QtCore import QEvent, QObject


class Eye(QObject):
    """Notes each widget that is drawn, of those in which it is installed as an event filter."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False
