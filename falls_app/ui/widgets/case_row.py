"""A home in the caseload: when, who, where, how it stands. Pressed, it opens."""

from datetime import date

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.days import near_day
from falls_app.domain.hiding import initials
from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _, ngettext
from falls_app.storage.caseload import CaseLine
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.masking import masking
from falls_app.ui.theme import color, font, look, px
from falls_app.ui.widgets.boxes import row
from falls_app.ui.widgets.buttons import IconButton
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import lay_out_text

WIDE = 620
"""Width at 100 % text from which the columns stand side by side."""
SAYS_WHAT_NEXT = 760
"""Width at 100 % text from which a line says at its right what pressing it does."""


def name_shown(line: CaseLine) -> str:
    """Return the name as it may be seen now."""
    if not line.name:
        return _("A home without a name yet")
    return initials(line.name) if masking.is_on else line.name


def state_of(line: CaseLine) -> tuple[str, str]:
    """Return how a home stands, in words, and the color of them."""
    if line.deleted:
        return _("Off the list"), "na"
    if line.archived:
        return _("In the archive"), "na"
    if line.report == "draft":
        return _("Draft, not signed"), "fix"
    if line.report == "signed":
        return _("Signed"), "ok"
    if line.answers:
        return ngettext("{n} answer", "{n} answers", line.answers), "some"
    return _("Not started"), "na"


def what_next(line: CaseLine) -> str:
    """Return what pressing the line of a home does, in a word or two."""
    if line.deleted:
        return _("Bring it back")
    if line.report == "draft" and not line.archived:
        return _("Finish")
    if line.archived or line.report == "signed":
        return _("Look at it")
    return _("Carry on") if line.answers else _("Start")


class CaseButton(Pressable):
    """The line itself. ``line`` is what it shows."""

    def __init__(self, line: CaseLine, locale: str, today: date) -> None:
        super().__init__()
        self.line = line
        self._when, self._kind = _when(line, locale, today)
        self._state, self._token = state_of(line)
        self._next = what_next(line)
        self._who = name_shown(line)
        age = _("{age} years old").format(age=line.age) if line.age is not None else ""
        hidden = masking.is_on
        self._below = " · ".join(each for each in (age, "" if hidden else line.address) if each)
        self._found = "" if hidden or line.found == line.address else " ".join(line.found.split())
        parts = (self._who, self._when, self._kind, self._below, self._state, self._found,
                 self._next)  # fmt: skip
        self.setAccessibleName(". ".join(part for part in parts if part) + ".")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self) -> list[tuple[str, int, int, str]]:
        """Return the words of the middle: text, size, weight, color."""
        lines = [(self._who, 18, 700, "ink"), (self._below, 16, 400, "ink2")]
        return [each for each in (*lines, (self._found, 16, 400, "ink2")) if each[0]]

    def _is_wide(self, width: int) -> bool:
        return width >= px(WIDE)

    @property
    def _state_width(self) -> int:
        return lay_out_text(self._state, font(15, 600)).width + px(20)

    @property
    def _when_line(self) -> str:
        """What stands at the left, where there is room for one line only."""
        return _("{what}: {when}").format(what=self._kind, when=self._when)

    def _next_width(self, width: int) -> int:
        """Return the room for what comes next, with its arrow; 0 where there is none."""
        if width < px(SAYS_WHAT_NEXT):
            return 0
        return max(px(150), lay_out_text(self._next, font(17, 700)).width + px(48))

    def _middle_width(self, width: int) -> int:
        state = max(px(190), self._state_width) + self._next_width(width)
        beside = px(130) + px(56) + state + px(20)
        side = beside if self._is_wide(width) else px(56)
        return max(px(120), width - side - px(36))

    def _left_height(self) -> int:
        """Return how high the words about the visit are, where they stand at the left."""
        when = lay_out_text(self._when, font(18, 700), px(120), 1.3).height
        return when + lay_out_text(self._kind, font(15), px(120), 1.3).height

    def _height(self, width: int) -> int:
        room = self._middle_width(width)
        words = self._lines()
        if not self._is_wide(width):
            words = [*words, (self._when_line, 16, 400, "ink2")]
        high = sum(lay_out_text(text, font(size, weight), room, 1.3).height
                   for text, size, weight, _token in words)  # fmt: skip
        if self._is_wide(width):
            return max(high, self._left_height()) + px(26)
        return high + px(26) + px(34)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(look.smallest_target, px(76), self._height(width))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(max(self.width(), px(320))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(76))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("hover" if self.is_hovered else "surface"))
        painter.drawRoundedRect(box, 14, 14)
        wide, x = self._is_wide(self.width()), px(18)
        if wide:
            y = px(13)
            y += self._draw(painter, self._when, (18, 700, "ink"), x, y, px(120))
            self._draw(painter, self._kind, (15, 400, "ink2"), x, y, px(120))
            x += px(130)
        self._draw_circle(painter, x)
        x, y = x + px(56), px(13)
        room = self._middle_width(self.width())
        words = self._lines()
        if not wide:
            words.append((self._when_line, 16, 400, "ink2"))
        for text, size, weight, token in words:
            y += self._draw(painter, text, (size, weight, token), x, y, room)
        self._draw_state(painter, wide=wide, y=y + px(4), x=x)
        if self._next_width(self.width()):
            self._draw_next(painter, surface)
        self.draw_focus(painter, 14)

    def _draw_next(self, painter: QPainter, surface: QtSurface) -> None:
        words = lay_out_text(self._next, font(17, 700))
        side, middle = px(20), self.height() / 2
        arrow = self.width() - px(20) - side
        painter.setPen(color("primary"))
        words.draw(painter, arrow - px(10) - words.width, middle - words.height / 2)
        ink = color("primary").name()
        draw_icon(surface, "arrow-right", arrow, middle - side / 2, side, ink)

    def _draw(
        self, painter: QPainter, text: str, face: tuple[int, int, str], x: int, y: int, room: int
    ) -> int:
        size, weight, token = face
        block = lay_out_text(text, font(size, weight), room, 1.3)
        painter.setPen(color(token))
        block.draw(painter, x, y)
        return block.height

    def _draw_circle(self, painter: QPainter, x: int) -> None:
        side = px(42)
        spot = QRectF(x, px(16), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary_soft"))
        painter.drawEllipse(spot)
        painter.setPen(color("primary"))
        painter.setFont(font(15, 700))
        letters = initials(self.line.name).replace(".", "").replace(" ", "")[:2]
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, letters)

    def _draw_state(self, painter: QPainter, *, wide: bool, y: int, x: int) -> None:
        words = lay_out_text(self._state, font(15, 600))
        width, high = self._state_width, px(28)
        if wide:
            beside = px(18) + self._next_width(self.width())
            x = self.width() - max(px(190), width) - beside
            y = round((self.height() - high) / 2)
        painter.setPen(
            QPen(color(self._token), 1) if look.theme.name == "high-contrast" else Qt.PenStyle.NoPen
        )
        painter.setBrush(color(f"{self._token}_bg"))
        painter.drawRoundedRect(QRectF(x, y, width, high), 8, 8)
        painter.setPen(color(self._token))
        words.draw(painter, x + px(10), y + (high - words.height) / 2)


def _when(line: CaseLine, locale: str, today: date) -> tuple[str, str]:
    """Return when the visit is and what it is; without one, when the home changed last."""
    if line.deleted:
        return near_day(line.deleted[:10], locale, today), _("Deleted")
    day, _t, time = line.visit.partition("T")
    if not day:
        return near_day(line.updated[:10], locale, today), _("Last changed")
    time = time_shown(time, locale)
    kind = _("Look again") if line.answers else _("First visit")
    if day == today.isoformat():
        return time or _("Today"), kind
    shown = near_day(day, locale, today)
    return (f"{shown}, {time}" if time else shown), kind


def time_shown(time: str, locale: str) -> str:
    """Return a time ("09:15") as a region writes it: "9:15 AM"; our fonts have no narrow space."""
    if not time:
        return ""
    shown = QTime.fromString(time, "HH:mm")
    words = QLocale(locale).toString(shown, QLocale.FormatType.ShortFormat)
    return words.replace("\u202f", "\u00a0")


class CaseRow(QWidget):
    """A line and what else can be done with the home.

    Signals:
        opened(str): the id of the home. more_asked(object): its line, for the menu.
    """

    opened = Signal(str)
    more_asked = Signal(object)

    def __init__(self, line: CaseLine, locale: str, today: date) -> None:
        super().__init__()
        self.button = CaseButton(line, locale, today)
        self.more = IconButton("dots", _("More for {name}").format(name=name_shown(line)))
        self.button.clicked.connect(self._on_open)
        self.more.clicked.connect(self._on_more)
        layout = row((self.button, 1), gap=4)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)

    def _on_open(self) -> None:
        self.opened.emit(self.button.line.id)

    def _on_more(self) -> None:
        self.more_asked.emit(self.button.line)
