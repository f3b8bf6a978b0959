"""What was said about bones and balance: one card a question, and the picture of the tree."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.drawing.house_around import draw_tree
from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import Box, State, state_shape
from falls_app.i18n import _
from falls_app.ui.drawing.qt_surface import QtSurface
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, look, plain_font, px
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import Block, lay_out_text

PAD, TILE = 16, 44


TOKENS: Mapping[State, str] = {
    "ok": "ok", "some": "some", "fix": "fix", "unsure": "unsure", "none": "na",
}  # fmt: skip
"""The color of a state's tag."""


def state_words(choice: Choice | None) -> tuple[str, State]:
    """Return how an answer stands: its words and its shape."""
    if choice is None:
        return _("Not asked yet"), "none"
    state: State = choice.state  # type: ignore[assignment]
    return tag_words(state), state


def tag_words(state: State) -> str:
    """Return how a state of an answer about bones is called on a tag."""
    return {
        "ok": _("Good"),
        "some": _("Worth a look"),
        "fix": _("Ask soon"),
        "unsure": _("Look again"),
    }.get(state, _("Not asked yet"))


def lead_words(session: Session, choice: Choice | None) -> str:
    """Return what an answer leads to, in a few words."""
    if choice is None:
        return _("Ask this one")
    if choice.step is not None:
        return session.say(choice.step.short)
    if choice.state != "ok" and choice.ask:
        return _("On the list for the doctor")
    return _("Good as it is")


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says: its topic, what was said, how it stands, and what it leads to.

    ``state`` is ok, some, fix, unsure or none; ``tag`` says it in words.
    """

    topic: str
    icon: str
    said: str
    tag: str
    state: State
    lead: str


def question_face(session: Session, question: BoneQuestion, choice: Choice | None) -> Face:
    """Return the face of a question with this answer, None for none."""
    tag, state = state_words(choice)
    said = session.say(choice.said if choice else question.question)
    topic = session.say(question.topic)
    return Face(topic, question.icon, said, tag, state, lead_words(session, choice))


class BoneCard(Pressable):
    """A topic with what was said, how it stands and what it leads to. Opens ``where``."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where
        self._face = Face("", "info", "", "", "none", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_face(self, face: Face) -> None:
        """Show this face."""
        self._face = face
        spoken = ". ".join(words.rstrip(".") for words in (face.topic, face.tag, face.said))
        self.set_words(face.topic, f"{spoken}. {face.lead}.")
        self.updateGeometry()
        self.update()

    def _blocks(self, width: int) -> tuple[Block, Block, Block]:
        inner = max(60, width - 2 * px(PAD))
        return (
            lay_out_text(self.text(), font(19, 700), inner, 1.25),
            lay_out_text(self._face.said, font(16), inner, 1.36),
            lay_out_text(self._face.lead, font(17, 600), inner - px(28), 1.25),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), px(150))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        topic, said, lead = self._blocks(width)
        words = topic.height + px(3) + said.height + px(12) + px(10) + lead.height
        return px(14) + px(TILE) + px(8) + words + px(16)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        self._draw_paper(painter)
        topic, said, lead = self._blocks(self.width())
        x, y = px(PAD), px(14)
        side = px(TILE)
        surface.rect(x, y, side, side, side * 0.26, fill=color("primary_soft").name())
        icon = side * 0.55
        inset = (side - icon) / 2
        draw_icon(surface, self._face.icon, x + inset, y + inset, icon, color("primary").name())
        self._draw_tag(painter, surface, y + side / 2)
        y += side + px(8)
        painter.setPen(color("ink"))
        topic.draw(painter, x, y)
        y += topic.height + px(3)
        painter.setPen(color("ink2"))
        said.draw(painter, x, y)
        foot = self.height() - px(16) - lead.height
        painter.fillRect(QRectF(x, foot - px(10), self.width() - 2 * x, 1), color("line"))
        middle, small = foot + lead.height / 2, px(18)
        ink = color("primary").name()
        draw_icon(surface, "arrow-right", x, middle - small / 2, small, ink)
        painter.setPen(color("primary"))
        lead.draw(painter, x + px(28), foot)
        self.draw_focus(painter, 16)

    def _draw_paper(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -5)
        painter.setPen(Qt.PenStyle.NoPen)
        if not look.theme.is_dark:
            for depth, alpha in enumerate((10, 8, 6, 4)):
                shade = color("shadow")
                shade = shade.fromRgb(shade.red(), shade.green(), shade.blue(), alpha)
                painter.setBrush(shade)
                painter.drawRoundedRect(box.adjusted(0, 1, 0, 1 + depth), 16, 16)
        painter.setPen(QPen(color("primary" if self.is_hovered else "line"), 1.25))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 16, 16)

    def _draw_tag(self, painter: QPainter, surface: QtSurface, middle: float) -> None:
        words = lay_out_text(self._face.tag, font(15, 600), line=1.25)
        wide = words.width + px(42)
        left = self.width() - px(PAD) - wide
        state = self._face.state
        token = TOKENS[state]
        edge = QPen(color(token), 1) if look.theme.name == "high-contrast" else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(color(f"{token}_bg"))
        painter.drawRoundedRect(QRectF(left, middle - px(14), wide, px(28)), 8, 8)
        state_shape(surface, look.theme, state, left + px(17), middle, px(6.5))
        painter.setPen(color(token))
        words.draw(painter, left + px(32), middle - words.height / 2)


class TreePicture(QWidget):
    """The tree, the bench and the stick under their sky."""

    def __init__(self, height: int = 170) -> None:
        super().__init__()
        self.setFixedHeight(px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("An apple tree with a bench."))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        surface = QtSurface(painter, plain_font)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(14), px(14))
        painter.setClipPath(outline)
        sky = QLinearGradient(0, 0, 0, self.height())
        sky.setColorAt(0, color("sky"))
        sky.setColorAt(1, color("sky_low"))
        painter.fillPath(outline, sky)
        draw_tree(surface, look.theme, Box(0, 0, self.width(), self.height()))
