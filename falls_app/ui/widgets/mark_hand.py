"""The hand that draws on a photo: press, drag and let go, or a click at each end."""

import math
from typing import Literal, Protocol

from PySide6.QtCore import QPointF

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.domain.marking import End, in_the_middle, moved, on_photo, with_end_at
from falls_app.ui.widgets.mark_places import REACH, Shown

A_CLICK = 8
"""Pixels within which a press and its release are a click, not a drag."""

Grip = Literal["start", "end", "all", "new"]


class Canvas(Protocol):
    """The photo on which a hand draws."""

    marks: tuple[Mark, ...]
    chosen: int | None

    @property
    def shown(self) -> Shown:
        """Where the picture lies."""

    def words_for(self, kind: MarkKind) -> str:
        """Return what a new mark of this kind says."""

    def change(self, marks: tuple[Mark, ...]) -> None:
        """Show these marks, which are not handed on yet."""

    def add(self, mark: Mark) -> None:
        """Add a mark, hand it on and hold it."""

    def hold(self, number: int) -> None:
        """Hold a mark."""

    def end(self) -> None:
        """Hold no mark any more."""

    def settle(self) -> None:
        """Hand on what was changed."""

    def arm(self, kind: MarkKind | None) -> None:
        """Take another tool in the hand, None for none."""


class Hand:
    """What the pointer does on a photo.

    With a tool in the hand (``kind``) the next press begins a mark; a click begins it, and the
    next click is its end. Without one, a press takes hold of what is near.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.kind: MarkKind | None = None
        self._grip: Grip | None = None
        self._from = QPointF()
        self._before: tuple[Mark, ...] = ()
        self._is_half_drawn = False

    def cancel(self) -> bool:
        """Leave what is begun; False if nothing was."""
        if self._is_half_drawn:
            self._canvas.change(self._before)
        begun = self._is_half_drawn or self.kind is not None
        self.let_go()
        if self.kind is not None:
            self._canvas.arm(None)
        return begun

    def let_go(self) -> None:
        """Hold nothing any more."""
        self._grip, self._is_half_drawn = None, False

    # ------------------------------------------------------------------ press, move, release

    def press(self, at: QPointF) -> None:
        """Begin a mark, or take hold of one."""
        if self._is_half_drawn:
            return
        self._from, self._before = at, self._canvas.marks
        if self.kind is not None:
            self._begin(self.kind, at)
            return
        self._grip = self._end_near(at)
        if self._grip is None:
            self._take_hold(self._canvas.shown.meant(self._canvas.marks, at))

    def move(self, at: QPointF) -> None:
        """Draw on, or move what is held."""
        canvas, number = self._canvas, self._canvas.chosen
        if self._grip == "new":
            self._draw_to(at)
        elif self._grip is not None and number is not None:
            mark, place = self._before[number], canvas.shown.place(at)
            if self._grip == "all":
                begun = canvas.shown.place(self._from)
                mark = moved(mark, place[0] - begun[0], place[1] - begun[1])
            else:
                mark = with_end_at(mark, self._grip, place)
            canvas.change((*self._before[:number], mark, *self._before[number + 1 :]))

    def release(self, at: QPointF) -> None:
        """End a mark, wait for its other end, or let go of what was moved."""
        if self._grip != "new":
            self.let_go()
            self._canvas.settle()
            return
        is_click = _far(self._from, at) < A_CLICK
        if is_click and not self._is_half_drawn and self.kind is not MarkKind.TEXT:
            self._is_half_drawn = True
            return
        self._draw_to(at)
        mark = self._canvas.marks[-1]
        if is_click and mark.kind is not MarkKind.TEXT:  # twice at the same place
            mark = self._of_usual_size(mark)
        self.let_go()
        self._canvas.change(self._before)
        self._canvas.arm(None)
        self._canvas.add(mark)

    def _take_hold(self, number: int | None) -> None:
        if number is None:
            self._canvas.end()
        else:
            self._canvas.hold(number)
            self._grip = "all"

    def _of_usual_size(self, mark: Mark) -> Mark:
        usual = in_the_middle(mark.kind, mark.words)
        return moved(usual, mark.end[0] - usual.end[0], mark.end[1] - usual.end[1])

    def _begin(self, kind: MarkKind, at: QPointF) -> None:
        place = on_photo(self._canvas.shown.place(at))
        words = self._canvas.words_for(kind)
        self._grip = "new"
        self._canvas.change((*self._before, Mark(kind, place, place, words)))

    def _draw_to(self, at: QPointF) -> None:
        mark = with_end_at(self._canvas.marks[-1], "end", self._canvas.shown.place(at))
        self._canvas.change((*self._before, mark))

    def _end_near(self, at: QPointF) -> End | None:
        """Return which end of the held mark is under the pointer."""
        number = self._canvas.chosen
        if number is None:
            return None
        ends = self._canvas.shown.ends(self._canvas.marks[number])
        near = sorted((_far(end, at), which) for which, end in ends.items())
        return near[0][1] if near and near[0][0] <= REACH else None


def _far(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
