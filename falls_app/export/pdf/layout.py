"""How blocks share a page: stacks and columns that are cut where a page ends."""

from collections.abc import Sequence
from copy import copy
from typing import Any, Literal, Self

from reportlab.platypus import Flowable

# Rounding in a sum of heights must not push a block to the next page.
_ROUNDING = 1e-6


class PageBreak(Flowable):  # type: ignore[misc]
    """The next block starts a new page, perhaps of another kind; for the story itself only.

    With ``least`` the page is gone on with while less than this part of it is filled.
    """

    def __init__(self, setup: Any = None, *, least: float = 0, space: float = 22) -> None:
        super().__init__()
        self.setup, self.least = setup, least
        self.spaceBefore = space if least else 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return no height: only space stays where the page goes on."""
        return avail_width, 0

    def draw(self) -> None:
        """Draw nothing."""


class Stack(Flowable):  # type: ignore[misc]
    """Blocks below each other; cut over pages where they fit.

    ``role`` makes the stack an element, such as ``Sect``. A stack of at most ``whole_below``
    points is moved to the next page whole; a higher one is cut, so that nothing is ever lost.
    Nor is it moved if more than ``most_empty`` points would stay empty and the part that is cut
    off has at least ``least`` points.
    """

    at_top = False
    """Whether it stands at the top of a page, where moving on would help nobody."""

    def __init__(
        self,
        blocks: Sequence[Flowable],
        *,
        role: str = "",
        attributes: str = "",
        whole_below: float = 0,
        most_empty: float = float("inf"),
        least: float = 0,
    ) -> None:
        super().__init__()
        self.blocks = list(blocks)
        self.most_empty, self.least = most_empty, least
        self.role = role
        self.attributes = attributes
        self.whole_below = whole_below
        self.key: object = object()
        self._measured_width = -1.0
        self._measures: list[tuple[float, float, float]] = []

    def getSpaceBefore(self) -> float:
        """Return the space its first block wants."""
        return float(self.blocks[0].getSpaceBefore()) if self.blocks else 0

    def getSpaceAfter(self) -> float:
        """Return the space its last block wants."""
        return float(self.blocks[-1].getSpaceAfter()) if self.blocks else 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height; the blocks are measured once for each width."""
        if self._measured_width != avail_width:
            self._measures = _measures(self.blocks, self._inner_width(avail_width))
            self._measured_width = avail_width
            self.width = avail_width
            self.height = sum(gap + height for gap, _, height in self._measures)
            self.height += self._frame_height()
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Stack"]:
        """Return the part that fits and the rest, or nothing to be moved on whole."""
        _, height = self.wrap(avail_width, avail_height)
        if not self.at_top and height <= self.whole_below and avail_height <= self.most_empty:
            return []
        width, inner_height = self._inner_width(avail_width), avail_height - self._frame_height()
        head, rest = fill(self.blocks, width, inner_height, at_top=self.at_top)
        if not head:
            return []
        if not rest:
            return [self]
        lacking = self.least - _height(rest, width)
        if lacking > 0:
            shorter = _height(head, width) - lacking
            better = fill(self.blocks, width, shorter, at_top=self.at_top)
            if not (better[0] or self.at_top):
                return []
            head, rest = better if better[0] else (head, rest)
        return [self._part(head), self._part(rest)]

    def draw(self) -> None:
        """Draw the blocks from top to bottom."""
        if not self.role:
            self._draw_blocks(0, self.height, self.width)
            return
        with self.canv.element(self.role, key=self.key, attributes=self.attributes):
            self._draw_blocks(0, self.height, self.width)

    def _draw_blocks(self, x: float, top: float, width: float) -> None:
        for block, (gap, block_width, height) in zip(self.blocks, self._measures, strict=True):
            top -= gap + height
            block.drawOn(self.canv, x, top, _sW=width - block_width)

    def _part(self, blocks: list[Flowable]) -> Self:
        part = copy(self)
        part.blocks = blocks
        part.at_top = False
        part._measured_width = -1.0
        return part

    def _inner_width(self, width: float) -> float:
        return width

    def _frame_height(self) -> float:
        return 0


class KeepTogether(Stack):
    """Blocks that go to the next page together; cut only if a page cannot hold them."""

    def __init__(self, blocks: Sequence[Flowable]) -> None:
        super().__init__(blocks, whole_below=float("inf"))


class Row(Flowable):  # type: ignore[misc]
    """Columns side by side, each a stack; cut over pages like a stack.

    ``widths`` are points; the columns that say ``None`` share what is left.
    """

    at_top = False

    def __init__(
        self,
        columns: Sequence[Sequence[Flowable]],
        widths: Sequence[float | None],
        *,
        gap: float = 14,
        align: Literal["top", "middle"] = "top",
        whole_below: float = 240,
    ) -> None:
        super().__init__()
        self.columns = [Stack(column) for column in columns]
        self.widths = list(widths)
        self.gap, self.align, self.whole_below = gap, align, whole_below

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height, which is that of the highest column."""
        heights = [
            column.wrap(width, avail_height)[1]
            for column, width in zip(self.columns, self._inner_widths(avail_width), strict=True)
        ]
        self.width, self.height = avail_width, max(heights, default=0) + self._frame_height()
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Row"]:
        """Return what fits of each column and the rest, or nothing to be moved on whole."""
        _, height = self.wrap(avail_width, avail_height)
        if not self.at_top and height <= self.whole_below:
            return []
        heads, rests = [], []
        inner_height = avail_height - self._frame_height()
        for column, width in zip(self.columns, self._inner_widths(avail_width), strict=True):
            column.at_top = self.at_top
            fits = column.wrap(width, inner_height)[1] <= inner_height + _ROUNDING
            parts = [column] if fits else column.split(width, inner_height)
            if not parts:
                return []
            heads.append(parts[0])
            rests.append(parts[1] if len(parts) > 1 else column._part([]))
        return [self._part(heads), self._part(rests)]

    def draw(self) -> None:
        """Draw the columns from left to right."""
        x = 0.0
        for index, width in enumerate(self._column_widths(self.width)):
            column = self.columns[index]
            spare = self.height - self._frame_height() - column.height
            drop = spare / 2 if self.align == "middle" else 0
            top = self.height - self._frame_height() / 2 - drop
            self._draw_column(index, x, top - column.height)
            x += width + self.gap

    def _draw_column(self, index: int, x: float, y: float) -> None:
        self.columns[index].drawOn(self.canv, x, y)

    def _part(self, columns: list[Stack]) -> Self:
        part = copy(self)
        part.columns = columns
        part.at_top = False
        return part

    def _column_widths(self, width: float) -> list[float]:
        free = width - self.gap * (len(self.widths) - 1) - sum(known or 0 for known in self.widths)
        share = free / max(1, self.widths.count(None))
        return [share if known is None else known for known in self.widths]

    def _inner_widths(self, width: float) -> list[float]:
        return self._column_widths(width)

    def _frame_height(self) -> float:
        return 0


def fill(
    blocks: Sequence[Flowable], width: float, height: float, *, at_top: bool
) -> tuple[list[Flowable], list[Flowable]]:
    """Return the blocks that fit into this height, the last perhaps cut, and the rest.

    A heading never stays behind alone. Stops at a page break, which begins the rest.
    """
    placed: list[Flowable] = []
    used = after = 0.0
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak) and used >= block.least * height:
            return placed, list(blocks[index:])
        gap = max(after, block.getSpaceBefore()) if placed else 0
        room = height - used - gap
        block_height = block.wrap(width, room)[1]
        if block_height <= room + _ROUNDING:
            placed.append(block)
            used += gap + block_height
            after = block.getSpaceAfter()
            continue
        block.at_top = at_top and not placed
        parts = block.split(width, room) if room > 0 else []
        if parts:
            return [*placed, parts[0]], [*parts[1:], *blocks[index + 1 :]]
        kept = _without_headings_at_end(placed)
        if not kept and at_top:
            kept = placed
        return kept, [*placed[len(kept) :], *blocks[index:]]
    return placed, []


def _without_headings_at_end(placed: list[Flowable]) -> list[Flowable]:
    end = len(placed)
    while end and placed[end - 1].getKeepWithNext():
        end -= 1
    return placed[:end]


def _height(blocks: Sequence[Flowable], width: float) -> float:
    return sum(gap + height for gap, _, height in _measures(blocks, width))


def _measures(blocks: Sequence[Flowable], width: float) -> list[tuple[float, float, float]]:
    """Return gap above, width and height of each block."""
    measures: list[tuple[float, float, float]] = []
    after = 0.0
    for block in blocks:
        gap = max(after, block.getSpaceBefore()) if measures else 0.0
        block_width, height = block.wrap(width, float("inf"))
        measures.append((gap, block_width, height))
        after = block.getSpaceAfter()
    return measures
