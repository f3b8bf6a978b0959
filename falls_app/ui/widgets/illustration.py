"""Our pictures in the window."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from falls_app import paths
from falls_app.drawing.svg import Picture, load_picture
from falls_app.ui.drawing.pictures import svg_pixmap
from falls_app.ui.theme import look, px


class Illustration(QWidget):
    """One of our pictures; its title is what screen readers say."""

    def __init__(self, name: str = "", width: int = 240) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._name = ""
        self.set_width(width)
        if name:
            self.show_picture(name)

    def set_width(self, width: int) -> None:
        """Take this width, in pixels at 100 % text."""
        self.setFixedSize(px(width), px(width * 0.75))

    def show_picture(self, name: str) -> None:
        """Show the picture of this name; nothing if there is none."""
        if name == self._name:
            return
        self._name = name
        file = paths.resources() / "illustrations" / f"{name}.svg"
        self._picture = load_picture(file) if name and file.exists() else None
        self.setAccessibleName(self._picture.title if self._picture else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        art = tuple(look.theme.art.items())
        pixmap = svg_pixmap(self._picture, self.width(), art, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)
