"""The board of the plan: three columns, and a card for each step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from falls_app.domain.step import Column
from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _, ngettext
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.plan_verbs import CARD_KEYS
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.boxes import Card, column, row
from falls_app.ui.widgets.chips import CheckBox
from falls_app.ui.widgets.flow import Flow
from falls_app.ui.widgets.illustration import Illustration
from falls_app.ui.widgets.marks import Icon, Shape, Tile
from falls_app.ui.widgets.pressable import Pressable, is_switched_off
from falls_app.ui.widgets.step_face import ROLE_ICONS, StepFace
from falls_app.ui.widgets.text import SANS_LINE, Words

PICTURE_FROM = 360
"""Width of a card, in pixels at 100 % text, from which a picture fits beside its words."""


class WhoDisc(QWidget):
    """A disc with the first letter of a name, or with the sign of a trade."""

    def __init__(self, side: int = 24) -> None:
        super().__init__()
        self._side, self._who, self._role = side, "", ""
        self.setFixedSize(px(side), px(side))

    def show_who(self, who: str, role: str) -> None:
        """Show this name; ``role`` is its id if it is no name."""
        if (who, role) != (self._who, self._role):
            self._who, self._role = who, role
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = ROLE_ICONS.get(self._role, "")
        tints = (("primary_soft", "primary"), ("some_bg", "some"), ("ok_bg", "ok"))
        back, ink = ("unsure_bg", "unsure") if icon else tints[sum(map(ord, self._who)) % 3]
        painter.setPen(
            QPen(color(ink), 1) if look.theme.name == "high-contrast" else Qt.PenStyle.NoPen
        )
        painter.setBrush(color(back))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if icon:
            side = self.width() * 0.62
            at = (self.width() - side) / 2
            draw_icon(QtSurface(painter, plain_font), icon, at, at, side, color(ink).name())
            return
        painter.setFont(font(self._side * 0.54, 700))
        painter.setPen(color(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._who[:1].upper())


def beside_first_line(sign: QWidget, size: float) -> QVBoxLayout:
    """Return a column that holds a sign level with the first line of words of this size."""
    line = px(size * SANS_LINE)
    above = max(0, (line - sign.height()) // 2)
    layout = column(gap=0)
    layout.setContentsMargins(0, above, 0, 0)
    layout.addWidget(sign)
    layout.addStretch(1)
    return layout


class Fact(QWidget):
    """A sign and a few words beside it; hidden without words."""

    def __init__(self, sign: QWidget) -> None:
        super().__init__()
        self._words = Words("", 16, 400, "ink2")
        self.setLayout(row(beside_first_line(sign, 16), (self._words, 1), gap=6))

    def show_words(self, words: str) -> None:
        """Show these words."""
        self._words.setText(words)
        self.setVisible(bool(words))


class BoardCard(Pressable):
    """One step. Pressing it opens the step; its box marks it done.

    Signals:
        opened(str), ticked(str): by the step's key. moved(str, object): an arrow key was pressed.
        asked(str, str): another key that does something with the step, as Qt writes it.
    """

    opened = Signal(str)
    ticked = Signal(str)
    moved = Signal(str, object)
    asked = Signal(str, str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._picture_name = ""
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.done = CheckBox("")
        self.done.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.done.clicked.connect(self._on_ticked)
        self._title = Words("", 18, 600)
        self._shape, self._room = Shape("some", 20), Words("", 16, 400, "ink2")
        self._own = Words("", 16, 500, "ink")
        self._picture = Illustration(width=84)
        self._day, self._cost = Fact(Icon("calendar", 20)), Fact(Icon("coin", 20))
        self._disc = WhoDisc()
        self._who = Fact(self._disc)
        self._decision = Fact(Icon("heart", 20))
        place = row(beside_first_line(self._shape, 16), (self._room, 1), gap=8)
        words = column(self._title, self._own, place, gap=4, margins=(0, 9, 0, 0))
        top = row(gap=8)
        top.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        facts = Flow(self._day, self._cost, self._who, self._decision, gap=14)
        foot = row(gap=0, margins=(6, 0, 0, 0))
        foot.addLayout(facts, 1)
        self.setLayout(column(top, foot, gap=8, margins=(10, 8, 10, 16)))
        self.clicked.connect(self._on_clicked)

    def show_face(self, face: StepFace, *, is_open: bool, with_picture: bool) -> None:
        """Show a step; ``is_open`` outlines the card whose details are shown."""
        self.set_words("", face.spoken)
        done = _("Done: {step}").format(step=face.title)
        self.done.set_words("", f"{done}. {face.room}" if face.room else done)
        self.done.setChecked(face.is_done)
        self.setChecked(is_open)
        self._title.setText(face.title)
        self._title.set_token("ink3" if face.is_done else "ink")
        self._own.setText(face.own)
        self._own.setVisible(bool(face.own))
        self._shape.show_state("ok" if face.is_done else face.shape)
        self._room.setText(face.room)
        self._day.show_words(face.day)
        self._cost.show_words(face.cost)
        self._disc.show_who(face.who, face.role)
        self._who.show_words(face.who)
        self._decision.show_words(face.decision)
        self._picture_name = face.picture if with_picture else ""
        self._picture.show_picture(self._picture_name)
        self._fit_picture()
        self.update()

    def _fit_picture(self) -> None:
        """Show the picture only where it leaves the words enough room."""
        self._picture.setVisible(bool(self._picture_name) and self.width() >= px(PICTURE_FROM))

    def _on_clicked(self) -> None:
        self.opened.emit(self.key)

    def _on_ticked(self) -> None:
        self.ticked.emit(self.key)

    @override
    def event(self, event: QEvent) -> bool:
        """Take the height anew once the words inside have found theirs."""
        answer = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._keep_height()
        return answer

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in CARD_KEYS and not is_switched_off(event):
            self.asked.emit(self.key, keys)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(self.key, key)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_picture()  # before the height is taken, which the picture may raise
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, _surface = self.start_painting()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -5)
        if not look.theme.is_dark:
            painter.setPen(Qt.PenStyle.NoPen)
            for depth, alpha in enumerate((10, 8, 6, 4)):
                shade = QColor(color("shadow"))
                shade.setAlpha(alpha)
                painter.setBrush(shade)
                painter.drawRoundedRect(box.adjusted(0, 1, 0, 1 + depth), 14, 14)
        chosen = self.isChecked()
        line, width = ("primary", 3.0) if chosen else ("line", 1.0)
        painter.setBrush(color("hover" if self.is_hovered and not chosen else "surface"))
        painter.setPen(QPen(color(line), width))
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 14, 14)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("focus_gap"), 2))
            painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), 11, 11)
            painter.setPen(QPen(color("focus"), 3))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 14, 14)


class BoardColumn(Card):
    """One column of the board: its name, what belongs there, how many, and the cards."""

    def __init__(self, which: Column) -> None:
        self.which = which
        names = {
            Column.TODAY: (_("Do today"), _("Free, by hand"), "sun", "primary"),
            Column.MONTH: (_("This month"), _("To buy or fit"), "calendar", "some"),
            Column.HELP: (_("Get help"), _("A trade or the doctor"), "people", "unsure"),
        }
        name, about, icon, ink = names[which]
        back = "primary_soft" if ink == "primary" else f"{ink}_bg"
        self._name = name
        self._count = Words("", 18, 700, "ink2", wraps=False)
        self._nothing = Words(_("Nothing here now."), 16, 400, "ink2")
        self._cards: QVBoxLayout = column(gap=8)
        self.cards: list[BoardCard] = []
        head = row(Tile(icon, ink, back), gap=12, margins=(4, 0, 6, 0))
        head.addLayout(column(Words(name, 23, serif=True), Words(about, 16, 400, "ink2"), gap=0), 1)
        head.addWidget(self._count)
        super().__init__(
            column(head, self._nothing, self._cards, None, gap=12, margins=(12, 16, 12, 12)),
            token="sunken", radius=18, line=None, lifted=False,
        )  # fmt: skip
        self.setMinimumWidth(px(200))

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show these cards in this order."""
        number = ngettext("{n} step", "{n} steps", len(cards))
        self._count.setText(str(len(cards)))
        self._count.setAccessibleName(number)
        self.setAccessibleName(f"{self._name}. {number}")
        self._nothing.setVisible(not cards)
        if list(cards) == self.cards:
            return
        self.cards = list(cards)
        for card in cards:
            self._cards.removeWidget(card)
        for card in cards:
            self._cards.addWidget(card)
            card.show()
