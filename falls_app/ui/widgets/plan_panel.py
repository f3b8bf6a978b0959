"""The plan beside the card: it grows as questions are answered."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.drawing.icons import draw_icon
from falls_app.i18n import _, ngettext
from falls_app.ui.session import Session
from falls_app.ui.theme import color, font, px
from falls_app.ui.widgets.boxes import Card, Panel, column, row
from falls_app.ui.widgets.buttons import Button
from falls_app.ui.widgets.marks import Shape, Tag
from falls_app.ui.widgets.pressable import Pressable
from falls_app.ui.widgets.text import Words
from falls_app.ui.words import COLUMN_TOKENS, column_words
from falls_app.words import own_way_words, room_words, wording

WIDTH, FOLDED = 316, 64
MOST, MOST_ROOMS = 5, 3
"""How many steps it shows at most, and how many rooms of one of them."""
GAP, ASIDE = 8, 18
"""Room between its parts, and at its sides."""
INSIDE, LINES = 12, 5
"""The same within a card."""


class StepCard(Card):
    """A step in few words: shape, title, room and how it is done."""

    def __init__(self) -> None:
        super().__init__(radius=12, lifted=False)
        self._shape = Shape("some", 26)
        self._title = Words("", 17, 600)
        self._own = Words("", 15, 500)
        self._room = Words("", 15, 400, "ink2")
        self._tag = Tag("")
        lines = column(self._title, self._own, row((self._room, 1), self._tag, gap=6), gap=LINES)
        beside = column(self._shape, None, gap=0)
        layout = row(gap=INSIDE, margins=(INSIDE, 11, INSIDE, 11))
        layout.addLayout(beside)
        layout.addLayout(lines, 1)
        self.setLayout(layout)

    def height_in(self, width: int) -> int:
        """Return how high it is in so many pixels, whatever room its words had before."""
        wide = width - 3 * px(INSIDE) - self._shape.width()
        own = self._own.heightForWidth(wide) + px(LINES) if self._own.text() else 0
        tag = self._tag.sizeHint()
        room = self._room.heightForWidth(wide - tag.width() - px(6))
        title = self._title.heightForWidth(wide)
        return 2 * px(11) + title + own + px(LINES) + max(room, tag.height())

    def show_step(self, session: Session, step: Step, *, fresh: bool) -> None:
        """Show a step; ``fresh`` outlines the one that came just now."""
        self._shape.show_state("fix" if step.tier is Tier.NOW else "some")
        self._title.setText(wording(session.view.say, step)[0])
        own = own_way_words(session.about, step)
        self._own.setText(own)
        self._own.setVisible(bool(own))
        self._room.setText(room_words(session.case.home, step, MOST_ROOMS))
        self._tag.show_words(column_words(step.column), COLUMN_TOKENS[step.column])
        self.set_line("primary" if fresh else "line", 2 if fresh else 1)


class PlanPanel(Panel):
    """The first steps of the plan. Signals: opened(): the plan was asked for."""

    opened = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("paper", None, "l")
        self._session, self._fresh = session, ""
        self._count = Words("", 16, 500, "ink2", wraps=False)
        self._more = Words("", 15, 500, "ink2")
        self._cards = [StepCard() for _number in range(MOST)]
        self._empty = Words(_("Steps show up here as you answer."), 16, 400, "ink2")
        title = Words(_("Plan so far"), 19, 700, wraps=False)
        about = Words(_("Grows as you answer. Nothing is final."), 15, 400, "ink2")
        button = Button(_("Open the plan"), "soft", after="arrow-right", wide=True)
        button.clicked.connect(self.opened)
        self._around: tuple[QWidget, ...] = (title, about, self._more, button)
        self.setLayout(
            column(
                row(title, None, self._count),
                about,
                6,
                self._empty,
                *self._cards,
                self._more,
                None,
                button,
                gap=GAP,
                margins=(ASIDE, 18, ASIDE, 16),
            )
        )
        self.setFixedWidth(px(WIDTH))

    def refresh(self, fresh: str) -> None:
        """Show the steps with the one called ``fresh`` on top."""
        self._fresh = fresh
        steps = [step for step in self._session.view.plan.open_steps if step.question is None]
        first = [step for step in steps if step.key == fresh]
        shown = (first + [step for step in steps if step.key != fresh])[:MOST]
        for card, step in zip(self._cards, shown, strict=False):
            card.show_step(self._session, step, fresh=step.key == fresh)
        fitting = self._fitting(len(shown))
        self._count.setText(ngettext("{n} step", "{n} steps", len(steps)))
        self._empty.setVisible(not steps)
        for number, card in enumerate(self._cards):
            card.setVisible(number < fitting)
        rest = len(steps) - fitting
        self._more.setVisible(rest > 0)
        self._more.setText(ngettext("and {n} more", "and {n} more", rest))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height() and self._session.is_open:
            self.refresh(self._fresh)

    def _fitting(self, count: int) -> int:
        """Return how many of so many cards fit in the height there is; one always shows."""
        wide, gap = px(WIDTH - 2 * ASIDE), px(GAP)
        left = self.height() - px(18 + 16 + 6) - gap
        left -= sum(each.heightForWidth(wide) + gap for each in self._around)
        for number, card in enumerate(self._cards[:count]):
            left -= card.height_in(wide) + gap
            if left < 0:
                return max(1, number)
        return count


class FoldedPlan(Pressable):
    """The panel folded to a tab with the number of steps; pressing it opens the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._number = 0
        self.setFixedWidth(px(FOLDED))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def refresh(self) -> None:
        """Show how many steps there are."""
        steps = self._session.view.plan.open_steps
        self._number = sum(step.question is None for step in steps)
        words = ngettext("Plan so far: {n} step. Open it.", "Plan so far: {n} steps. Open it.",
                         self._number)  # fmt: skip
        self.set_words(words)
        self.setToolTip(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, surface = self.start_painting()
        painter.fillRect(self.rect(), color("hover" if self.is_hovered else "surface"))
        painter.fillRect(0, 0, 1, self.height(), color("line"))
        middle = self.width() / 2
        draw_icon(surface, "list", middle - px(12), px(24), px(24), color("primary").name())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary_soft"))
        box = QRectF(middle - px(18), px(62), px(36), px(34))
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(color("primary"))
        painter.setFont(font(18, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._draw_title(painter)
        self.draw_focus(painter, 8)

    def _draw_title(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(self.width() / 2, px(112))
        painter.rotate(90)
        painter.setFont(font(17, 600))
        painter.setPen(color("ink"))
        painter.drawText(0, px(6), _("Plan so far"))
        painter.restore()
