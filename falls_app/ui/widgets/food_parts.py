"""Parts of the food section: a group with its picture, a food with its servings, and the bar."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app import paths
from falls_app.domain.screening.calcium import Food, FoodGroup
from falls_app.drawing.svg import load_picture
from falls_app.i18n import _, content, ngettext
from falls_app.ui.drawing.pictures import svg_pixmap
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.beside import beside
from falls_app.ui.widgets.boxes import Card, column
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.stepper import Stepper
from falls_app.ui.widgets.text import Block, Words, lay_out_text
from falls_app.ui.words import holds_words

PICTURE = 72
"""Width of a group's picture, in pixels at 100 % text."""


class GroupButton(Pressable):
    """A group of foods: picture, name, and how many of its foods are eaten."""

    def __init__(self, group: FoodGroup) -> None:
        super().__init__(content(group.name))
        self.holds = group.id
        file = paths.resources() / "illustrations" / f"{group.picture}.svg"
        self._picture = load_picture(file)
        self._count = 0
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_group(self, *, chosen: bool, count: int) -> None:
        """Show whether its foods are listed, and how many of them are eaten."""
        self.setChecked(chosen)
        eaten = ngettext("{n} food filled in", "{n} foods filled in", count)
        self._count = count
        self.set_words(self.text(), _("{group}: {eaten}.").format(group=self.text(), eaten=eaten))
        self.update()

    def _block(self, width: int) -> Block:
        face = font(16, 600)
        centered = Qt.AlignmentFlag.AlignHCenter
        return lay_out_text(self.text(), face, max(30, width - px(12)), 1.2, centered)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(104), self.heightForWidth(px(104)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(84), px(92))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return px(10 + PICTURE * 0.75 + 6 + 10) + self._block(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        box, chosen = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        painter.setPen(QPen(color("primary" if chosen else "edge"), 3 if chosen else 1.25))
        back = "primary_soft" if chosen else "hover" if self.is_hovered else "surface"
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 14, 14)
        wide, art = px(PICTURE), tuple(look.theme.art.items())
        left = (self.width() - wide) // 2
        painter.drawPixmap(
            left, px(10), svg_pixmap(self._picture, wide, art, self.devicePixelRatioF())
        )
        painter.setPen(color("ink"))
        self._block(self.width()).draw(painter, px(6), px(10 + PICTURE * 0.75 + 6))
        if self._count:
            self._draw_count(painter)
        self.draw_focus(painter, 14)

    def _draw_count(self, painter: QPainter) -> None:
        side = px(26)
        disc = QRectF(self.width() - side - px(6), px(6), side, side)
        painter.setPen(QPen(color("surface"), 2))
        painter.setBrush(color("primary"))
        painter.drawEllipse(disc)
        painter.setFont(font(15, 700))
        painter.setPen(color("on_primary"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._count))


class FoodRow(Card):
    """A food: its name, one serving of it, and how many there are in a usual week.

    Signals:
        changed(str, float): another number of servings of this food.
    """

    changed = Signal(str, float)

    def __init__(self, food: Food) -> None:
        super().__init__(radius=12, lifted=False)
        self.food = food
        self.name = content(food.name)
        self._serving = Words("", 16, 400, "ink2")
        note = Words(content(food.note), 15, 400, "ink3")
        if not food.note:
            note.hide()
        self._servings = Stepper(self.name, _("servings in a usual week"))
        self._servings.changed.connect(self._on_changed)
        words = QWidget()
        words.setLayout(column(Words(self.name, 17, 600), self._serving, note, gap=0))
        line = beside((words, 1), self._servings, gap=10, least=150)
        self.setLayout(column(None, line, None, gap=0, margins=(16, 8, 10, 8)))

    def show_servings(self, count: float, sizes_like: str) -> None:
        """Show this number, and the serving as the region calls it."""
        size = self.food.uk if sizes_like == "uk" else self.food.us
        self._serving.setText(_("One serving: {size}").format(size=content(size)))
        self._servings.show_value(count)
        self.set_line("primary" if count else "line", 2 if count else 1)

    def matches(self, words: str) -> bool:
        """Return whether its name or its note holds these words."""
        return holds_words(f"{self.name} {content(self.food.note)}", words)

    def _on_changed(self, count: float) -> None:
        self.changed.emit(self.food.id, count)


class AmountBar(QWidget):
    """A bar of how far food reaches towards the goal; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._state = 0.0, "ok"
        self.setFixedHeight(px(22))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float, state: str, name: str) -> None:
        """Show this part of the goal, at most all of it; ``name`` says it in words."""
        self._part, self._state = min(1.0, part), state
        self.setAccessibleName(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = box.height() / 2
        painter.setPen(QPen(color("edge"), 1.5))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(box, radius, radius)
        filled = QRectF(box)
        filled.setWidth(max(box.height(), box.width() * self._part))
        edge = "some_edge" if self._state == "some" else f"{self._state}_solid"
        painter.setPen(QPen(color(edge), 1.5))
        painter.setBrush(color(f"{self._state}_solid"))
        painter.drawRoundedRect(filled, radius, radius)
