"""The answers of a question card: key, shape and words, one row each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import State, state_shape
from falls_app.i18n import _
from falls_app.ui.space import Space
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.pressable import SMALLEST, Pressable, draw_key_cap, key_cap_width
from falls_app.ui.widgets.text import Block, lay_out_text


class AnswerButton(Pressable):
    """One answer. ``state`` is the shape it wears: ok, some, fix, na or unsure."""

    def __init__(self, key: str = "", state: State = "na", *, small: bool = False) -> None:
        super().__init__()
        self._key = key if look.single_keys else ""
        self._state, self._small = state, small
        self._base_height = 48 if small else 58
        self._height, self._around = self._base_height, 18
        self._heights: dict[tuple[int, bool], int] = {}
        self.setCheckable(True)
        # Two small ones beside each other are as high as the higher one.
        high = QSizePolicy.Policy.MinimumExpanding if small else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, high)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_answer(self, text: str, *, chosen: bool, state: State | None = None) -> None:
        """Show these words; ``chosen`` fills the row and says so in words."""
        if state is not None and state != self._state:
            self._state = state
            self.update()
        if text != self.text():
            self._heights.clear()
        self.setChecked(chosen)
        spoken = _("{answer}. Key {key}.").format(answer=text, key=self._key) if self._key else text
        if chosen:
            spoken = _("{answer} Chosen.").format(answer=spoken)
        self.set_words(text, spoken)

    @property
    @override
    def passes_enter(self) -> bool:
        return self.isChecked()

    def fit(self, space: Space) -> None:
        """Take less height in a low window, and more on a tablet held upright."""
        small = self._small
        more = (20 if small else 26) if space.is_tall else 0
        less = (4 if small else 8) if space.is_low else 0
        less += (4 if small else 6) if space.is_short else 0
        less += (4 if small else 8) if space.is_tiny else 0
        self._around = 10 if space.is_tiny else 18
        if self._base_height + more - less != self._height:
            self._height = self._base_height + more - less
            self._heights.clear()
            self._keep_height()
            self.updateGeometry()

    @property
    def _text_left(self) -> int:
        cap = key_cap_width(self._key) + px(14) if self._key else 0
        return px(16) + cap + px(26 if not self._small else 22) + px(16)

    @property
    def _chosen_width(self) -> int:
        words = lay_out_text(_("Chosen"), font(15, 600)).width
        return words + px(20) + px(24) if not self._small else px(10)

    def _block(self, width: int) -> Block:
        room = width - self._text_left - self._chosen_width - px(8)
        weight = 600 if self.isChecked() else 500
        return lay_out_text(
            self.text(), font(17 if self._small else 19, weight), max(40, room), 1.25
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(260), max(px(self._height), SMALLEST))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), max(px(self._height), SMALLEST))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        asked = width, self.isChecked()
        if asked not in self._heights:
            high = self._block(width).height + px(self._around)
            self._heights[asked] = max(px(self._height), SMALLEST, high)
        return self._heights[asked]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen, state = self.isChecked(), self._state
        edge = ("some_edge" if state == "some" else f"{state}_solid") if chosen else "edge"
        back = f"{state}_bg" if chosen else "hover" if self.is_hovered else "surface"
        painter.setPen(QPen(color(edge), 3 if chosen else 1.25))
        painter.setBrush(color(back))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 12, 12)
        middle, x = self.height() / 2, float(px(16))
        if self._key:
            cap_back = "surface" if chosen else "sunken"
            draw_key_cap(
                painter, x, middle, self._key, back=cap_back, ink="ink" if chosen else "ink2",
                edge=edge if chosen else "edge",
            )  # fmt: skip
            x += key_cap_width(self._key) + px(14)
        radius = px(10 if self._small else 12)
        state_shape(surface, look.theme, state, x + radius, middle, radius, filled=chosen)
        painter.setPen(color("ink"))
        block = self._block(self.width())
        block.draw(painter, self._text_left, middle - block.height / 2)
        if chosen and not self._small:
            self._draw_chosen(painter, surface, middle)
        self.draw_focus(painter, 13)

    def _draw_chosen(self, painter, surface, middle: float) -> None:  # type: ignore[no-untyped-def]
        token = self._state if self._state in ("ok", "some", "fix", "unsure", "na") else "na"
        left = self.width() - self._chosen_width
        draw_icon(surface, "check", left, middle - px(10), px(20), color(token).name(), width=2.6)
        painter.setFont(font(15, 600))
        painter.setPen(color(token))
        words = QRectF(left + px(26), 0, self._chosen_width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("Chosen"))
