"""Lists whose marks are drawn, never typed: bullets, boxes to tick, ticks, numbers."""

from collections.abc import Sequence
from copy import copy
from typing import Literal, Self

from reportlab.platypus import Flowable

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.layout import Stack
from falls_app.export.pdf.tagged import dictionary

Marker = Literal["bullet", "box", "tick", "number"]

_NUMBERING = {"bullet": "Disc", "box": "None", "tick": "None", "number": "Decimal"}


class ListItem(Flowable):  # type: ignore[misc]
    """One item: a drawn mark and blocks beside it; cut over pages where they fit.

    ``spoken`` is what a reader says for the mark, such as "To do:"; for a number it is what is
    printed too. ``size`` is that of the mark, ``indent`` where the words begin, in points.
    """

    at_top = False

    def __init__(
        self,
        blocks: Sequence[Flowable],
        *,
        marker: Marker = "bullet",
        spoken: str = "•",
        size: float = 12,
        indent: float = 20,
        color: str = "#1E2A2D",
        space_after: float = 4,
    ) -> None:
        super().__init__()
        self.body = Stack(_in_own_element(blocks))
        self.marker, self.spoken = marker, spoken
        self.size, self.indent, self.color = size, indent, color
        self.spaceAfter = space_after
        self.key: object = object()
        self._has_mark = True

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height, the mark included."""
        _, height = self.body.wrap(avail_width - self.indent, avail_height)
        mark_height = self.size if self._has_mark else 0
        self.width, self.height = avail_width, max(height + self._drop(), mark_height)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["ListItem"]:
        """Return the part that fits, with the mark, and the rest."""
        self.body.at_top = self.at_top
        parts = self.body.split(avail_width - self.indent, avail_height - self._drop())
        return [self._part(body, has_mark=index == 0) for index, body in enumerate(parts)]

    def draw(self) -> None:
        """Draw the mark as the item's label, and the blocks as its body."""
        with self.canv.element("LI", key=self.key):
            if self._has_mark:
                with self.canv.content("Lbl", spoken=self.spoken):
                    self._draw_mark()
            with self.canv.element("LBody", key=(self.key, "body")):
                top = self.height - self._drop()
                self.body.drawOn(self.canv, self.indent, top - self.body.height)

    def _draw_mark(self) -> None:
        middle = max(self._line(), self.size) / 2
        with PdfSurface(self.canv, 0, self.height) as surface:
            draw_mark(surface, self.marker, self.spoken, self.size, middle, self.color)

    def _line(self) -> float:
        first = self.body.blocks[0] if self.body.blocks else None
        return float(first.style.leading) if isinstance(first, Paragraph) else self.size

    def _drop(self) -> float:
        """How far the words begin below a mark that is higher than their first line."""
        return max(0.0, (self.size - self._line()) / 2) if self._has_mark else 0

    def _part(self, body: Stack, *, has_mark: bool) -> Self:
        part = copy(self)
        part.body = body
        part.at_top = False
        part._has_mark = has_mark and self._has_mark
        return part


def list_of(items: Sequence[ListItem]) -> Stack:
    """Return the items as one list of the structure."""
    numbering = _NUMBERING[items[0].marker] if items else "None"
    return Stack(items, role="L", attributes=dictionary("List", ListNumbering=numbering))


def draw_mark(
    surface: PdfSurface, marker: Marker, words: str, size: float, middle: float, color: str
) -> None:
    """Draw the mark of a list item, its middle at height ``middle``; ``words`` for a number."""
    top = middle - size / 2
    match marker:
        case "bullet":
            surface.circle(size / 2, middle, size / 6, fill=color)
        case "box":
            surface.rect(0.7, top, size, size, size / 5, stroke=color, line_width=size / 11)
        case "tick":
            d = f"M{size * 0.12} {middle}L{size * 0.4} {middle + size * 0.3}"
            d += f"L{size * 0.95} {middle - size * 0.35}"
            surface.path(d, stroke=color, width=size / 6)
        case "number":
            surface.text(0, middle + size * 0.36, words, size=size, weight=700, color=color)


def _in_own_element(blocks: Sequence[Flowable]) -> list[Flowable]:
    # A single paragraph needs no element inside the label's body.
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].role == "P":
        blocks[0].role = None
    return list(blocks)
