"""The plan beside the card: it grows as questions are answered."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
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
from falls_app.ui.widgets.text import Words, lay_out_text
from falls_app.ui.words import COLUMN_TOKENS, column_words
from falls_app.words import own_way_words, room_words, wording

WIDTH, FOLDED = 316, 64
WORDS = WIDTH - 98
"""Room for the words of a card, in pixels at 100 % text: less the margins and the shape."""
MOST = 5


class StepCard(Card):
    """A step in few words: shape, title, room and how it is done."""

    def __init__(self) -> None:
        super().__init__(radius=12, lifted=False)
        self._shape = Shape("some", 26)
        self._title = Words("", 17, 600)
        self._own = Words("", 15, 500)
        self._room = Words("", 15, 400, "ink2")
        self._tag = Tag("")
        lines = column(self._title, self._own, row((self._room, 1), self._tag, gap=6), gap=5)
        beside = column(self._shape, None, gap=0)
        layout = row(gap=12, margins=(12, 11, 12, 11))
        layout.addLayout(beside)
        layout.addLayout(lines, 1)
        self.setLayout(layout)

    def show_step(self, session: Session, step: Step, *, fresh: bool) -> None:
        """Show a step; ``fresh`` outlines the one that came just now."""
        self._shape.show_state("fix" if step.tier is Tier.NOW else "some")
        self._title.setText(wording(session.view.say, step)[0])
        own = own_way_words(session.about, step)
        self._own.setText(own)
        self._own.setVisible(bool(own))
        self._room.setText(room_words(session.case.home, step))
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
        button = Button(_("Open the plan"), "soft", after="arrow-right", wide=True)
        button.clicked.connect(self.opened)
        self.setLayout(
            column(
                row(Words(_("Plan so far"), 19, 700, wraps=False), None, self._count),
                Words(_("Grows as you answer. Nothing is final."), 15, 400, "ink2"),
                6,
                self._empty,
                *self._cards,
                self._more,
                None,
                button,
                gap=8,
                margins=(18, 18, 18, 16),
            )
        )
        self.setFixedWidth(px(WIDTH))

    def refresh(self, fresh: str) -> None:
        """Show the steps with the one called ``fresh`` on top."""
        self._fresh = fresh
        steps = [step for step in self._session.view.plan.open_steps if step.question is None]
        first = [step for step in steps if step.key == fresh]
        shown = self._that_fit(first + [step for step in steps if step.key != fresh])
        self._count.setText(ngettext("{n} step", "{n} steps", len(steps)))
        self._empty.setVisible(not steps)
        for number, card in enumerate(self._cards):
            if number < len(shown):
                card.show_step(self._session, shown[number], fresh=shown[number].key == fresh)
            card.setVisible(number < len(shown))
        rest = len(steps) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(ngettext("and {n} more", "and {n} more", rest))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height() and self._session.is_open:
            self.refresh(self._fresh)

    def _that_fit(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps whose cards fit in the height there is; one at least."""
        room, shown = self.height() - px(220), list[Step]()
        for step in steps[:MOST]:
            own = own_way_words(self._session.about, step)
            room -= px(104)
            if own:
                room -= lay_out_text(own, font(15, 500), px(WORDS)).height + px(5)
            if shown and room < 0:
                break
            shown.append(step)
        return shown


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
