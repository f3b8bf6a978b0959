"""The house map in the window: drawn from the room list, pressed room by room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.overview import PlaceMark
from falls_app.drawing.house_map import (
    HomeShape,
    Placed,
    Spot,
    badge_scale,
    draw_house,
    has_wings,
    label_size,
    lay_out,
    neighbour,
    view_box,
)
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.theme import color, look, plain_font
from falls_app.ui.widgets.pressable import SMALLEST, Pressable
from falls_app.words import mark_words

FLATTEST, TALLEST = 0.5, 0.75
"""A landscape that stands alone is between half and three quarters as high as it is wide."""
SKY = 1.06
"""So much higher than the drawing it is within that."""
BELOW = 0.3
"""The share of the room to spare in a tall box that is ground; the rest is sky."""


class _RoomButton(Pressable):
    """An invisible button over a room: focus, click and a name for screen readers."""

    def __init__(self, parent: QWidget, spot: Spot) -> None:
        super().__init__(spot.name)
        self.setParent(parent)
        self.setMinimumSize(0, 0)  # the rooms of the drawing keep their places; the list is large
        self.spot = spot

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show nothing: the map below draws hover and focus."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._redraw_map()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._redraw_map()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._redraw_map()
        return super().event(event)

    def _redraw_map(self) -> None:
        if (map_below := self.parentWidget()) is not None:
            map_below.update()


class HouseMap(QWidget):
    """The house. Its light, badges and outlines say how each room stands.

    ``landscape`` puts it under a sky with rounded corners; ``labels`` writes names where they
    are large enough to read. ``fills`` lets a landscape take whatever height it is given;
    otherwise its height follows from its width. ``small`` is one in which the rooms of wings are
    too small to be pressed: it only shows them then. Signals:
        chosen(str): the id of the place that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self, *, landscape: bool = False, labels: bool = False, pressable: bool = True,
        badges: bool = True, fills: bool = True, small: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._fills = landscape and fills
        self._landscape, self._labels, self._badges = landscape, labels, badges
        self._pressable, self._small = pressable, small
        self._placed: tuple[Placed, ...] = ()
        self._selected: str | None = None
        self._buttons: dict[str, _RoomButton] = {}
        self._house: QPixmap | None = None
        self._drawn: object = None
        self.setAccessibleName(_("House map"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(not self._fills)
        self.setSizePolicy(policy)

    def show_places(
        self, places: Sequence[Spot], shape: HomeShape, selected: str | None = None
    ) -> None:
        """Show these places; one of them may be selected."""
        placed, before = lay_out(places, shape), self._placed
        if (placed, selected) == (before, self._selected):
            return
        self._placed, self._selected = placed, selected
        self._refresh_buttons()
        if not before or view_box(placed) != view_box(before):
            self.updateGeometry()
        self.update()

    @property
    def only_shows(self) -> bool:
        """True if its rooms cannot be pressed: they stand in the list."""
        return not self._pressable or (self._small and has_wings(self._placed))

    def _refresh_buttons(self) -> None:
        if not self._pressable:
            return
        shown = () if self.only_shows else self._placed
        moves = _("House map. Arrow keys move between rooms.")
        self.setAccessibleName(moves if shown else _("House map"))
        wanted = {one.spot.id for one in shown}
        for gone in set(self._buttons) - wanted:
            self._buttons.pop(gone).deleteLater()
        for one in shown:
            button = self._buttons.get(one.spot.id)
            if button is None:
                button = _RoomButton(self, one.spot)
                button.clicked.connect(self._on_pressed)
                button.show()
                self._buttons[one.spot.id] = button
            button.spot = one.spot
            mark = PlaceMark(
                one.spot.id, one.spot.state, one.spot.number, one.spot.done, one.spot.total,
                one.spot.unsure,
            )  # fmt: skip
            standing = mark_words(mark, narrow=True)
            name = f"{one.spot.name}. {standing}."
            if one.spot.id == self._selected:
                name = _("{name} Shown now.").format(name=name)
            button.set_words(one.spot.name, name)
            button.setToolTip(f"{one.spot.name}: {standing}")
        self._place_buttons()

    def _place_buttons(self) -> None:
        scale, left, top = self._frame()
        for one in self._placed:
            button = self._buttons.get(one.spot.id)
            if button is None:
                continue
            width, height = one.width * scale, one.height * scale
            grow_x, grow_y = max(0, SMALLEST - width) / 2, max(0, SMALLEST - height) / 2
            button.setGeometry(
                round(left + one.x * scale - grow_x),
                round(top + one.y * scale - grow_y),
                round(width + 2 * grow_x),
                round(height + 2 * grow_y),
            )

    def _frame(self) -> tuple[float, float, float]:
        """Return scale and place of the drawing's origin, in pixels."""
        if not self._placed:
            return 1.0, 0.0, 0.0
        x, y, width, height = self._scene()
        scale = min(self.width() / width, self.height() / height)
        left = (self.width() - width * scale) / 2 - x * scale
        spare = self.height() - height * scale
        top = spare * (1 - BELOW if self._landscape else 0.5) - y * scale
        return scale, left, top

    def _scene(self) -> tuple[float, float, float, float]:
        """Return the part of the drawing to show: left, top, width, height."""
        x, y, width, height = view_box(self._placed)
        return (
            (x - 30, y - 20, width + 60, height + 70) if self._landscape else (x, y, width, height)
        )

    @override
    def hasHeightForWidth(self) -> bool:
        return not self._fills

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._placed:
            return width // 2
        _x, _y, wide, high = self._scene()
        share = high / wide
        if self._landscape:
            share = max(FLATTEST, min(share * SKY, TALLEST))
        return round(width * share)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    # ------------------------------------------------------------------ drawing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._placed:
            return
        painter = QPainter(self)
        if self._landscape:
            self._draw_sky(painter)
        self._keep_house()
        if self._house is not None:
            painter.drawPixmap(0, 0, self._house)
        focused = next((key for key, each in self._buttons.items() if each.hasFocus()), None)
        hovered = next((key for key, each in self._buttons.items() if each.underMouse()), None)
        if focused or hovered:
            self._draw_outlines(painter, focused, hovered)

    def _draw_sky(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(box, 16, 16)
        sky = QLinearGradient(0, 0, 0, self.height())
        sky.setColorAt(0, color("sky"))
        sky.setColorAt(1, color("sky_low"))
        painter.fillPath(outline, sky)
        painter.setPen(QPen(color("line"), 1))
        painter.drawPath(outline)

    def _keep_house(self) -> None:
        """Draw the house once for each state it is in; a repaint then only copies it."""
        drawn = (
            self._placed,
            self._selected,
            self.size(),
            look.theme.name,
            self.devicePixelRatioF(),
        )
        if drawn == self._drawn:
            return
        self._drawn = drawn
        ratio = self.devicePixelRatioF()
        self._house = QPixmap(self.size() * ratio)
        self._house.setDevicePixelRatio(ratio)
        self._house.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._house)
        if self._landscape:
            inside = QPainterPath()
            inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 16, 16)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(inside)
        surface = QtSurface(painter, plain_font)
        scale, left, top = self._frame()
        size = None
        if self._labels:
            size = label_size(self._placed, scale, badges=self._badges)
        surface.push(left, top, scale)
        draw_house(
            surface,
            look.theme,
            self._placed,
            labels=size is not None,
            label_size=size or 13,
            badges=self._badges,
            badge_scale=badge_scale(self._placed, scale),
            selected=self._selected,
            ground=self._landscape,
        )
        surface.pop()
        painter.end()

    def _draw_outlines(self, painter: QPainter, focused: str | None, hovered: str | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for key, token, width in ((hovered, "primary", 3), (focused, "focus", 4)):
            if key is None or key not in self._buttons:
                continue
            box = QRectF(self._buttons[key].geometry())
            if token == "focus":
                painter.setPen(QPen(color("focus_gap"), 8))
                painter.drawRoundedRect(box, 7, 7)
            painter.setPen(QPen(color(token), width))
            painter.drawRoundedRect(box, 7, 7)

    # ------------------------------------------------------------------ pressing

    def _on_pressed(self) -> None:
        for key, button in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(key)
                return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        directions = {
            Qt.Key.Key_Left: "left",
            Qt.Key.Key_Right: "right",
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
        }
        direction = directions.get(Qt.Key(event.key()))
        now = next((key for key, each in self._buttons.items() if each.hasFocus()), None)
        if direction is None or now is None:
            super().keyPressEvent(event)
            return
        target = neighbour(self._placed, now, direction)  # type: ignore[arg-type]
        if target is not None:
            self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_button(self, place_id: str | None = None) -> QWidget | None:
        """Return the button of a place, the first one by default."""
        return self._buttons.get(place_id or "") or next(iter(self._buttons.values()), None)
