"""Cards: blocks on a rounded field, cut over pages like a stack."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from falls_app.drawing.path import rectangle_path
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.layout import Stack
from falls_app.export.pdf.manner import manner
from falls_app.i18n import _

_PLAIN_BORDER = "#857A68"
"""Around a card that has only its color otherwise, where no color is printed."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """How a card looks; ``None`` leaves a part out, as for saving ink."""

    background: str | None = None
    border: str | None = "#DDD3C2"
    border_width: float = 1
    radius: float = 10
    padding: float = 12


_NOTE = 16.0
"""Room for the line that says that a card goes on, in points."""


def _printable(look: CardLook) -> CardLook:
    """Return how a card looks on this paper: large print and saved ink have no colored fields."""
    now = manner()
    if not (now.large or now.save_ink):
        return look
    border = look.border or (_PLAIN_BORDER if look.background else None)
    return replace(look, background=None, border=border)


class Card(Stack):
    """Blocks on a rounded field with a border; when cut, the cut side stays open.

    A card with a ``name`` says on both sides of a cut that it goes on.
    """

    def __init__(
        self,
        blocks: Sequence[Flowable],
        look: CardLook | None = None,
        *,
        space_after: float = 8,
        whole_below: float = 240,
        most_empty: float = float("inf"),
        least: float = 0,
        role: str = "",
        name: str = "",
    ) -> None:
        super().__init__(
            blocks, role=role, whole_below=whole_below, most_empty=most_empty, least=least
        )
        self.name = name
        self.look = _printable(look or CardLook())
        self.spaceAfter = space_after
        self._is_first = self._is_last = True

    def getSpaceBefore(self) -> float:
        """Return the space above the card."""
        return float(self.spaceAfter)

    def getSpaceAfter(self) -> float:
        """Return the space below the card."""
        return float(self.spaceAfter)

    def split(self, avail_width: float, avail_height: float) -> list[Stack]:
        """Return the part that fits and the rest; their cut sides have no border."""
        parts = super().split(avail_width, avail_height - (_NOTE if self.name else 0))
        if len(parts) == 2 and isinstance(parts[0], Card) and isinstance(parts[1], Card):
            parts[0]._is_last = parts[1]._is_first = False
        return parts

    def draw(self) -> None:
        """Draw the field as decoration, then the blocks."""
        with self.canv.artifact(), PdfSurface(self.canv, 0, self.height) as surface:
            surface.path(self._outline(closed=True), fill=self.look.background)
            surface.path(self._outline(), stroke=self.look.border, width=self.look.border_width)
            self._draw_notes(surface)
        super().draw()

    def _draw_notes(self, surface: PdfSurface) -> None:
        """Say at a cut side that the card goes on; a reader needs no telling."""
        left, right, color = self.look.padding, self.width - self.look.padding, "#45524F"
        if self.name and not self._is_first:
            words = _("{title} (goes on)").format(title=self.name)
            _line(surface, left, 16, words, right - left, color)
        if self.name and not self._is_last:
            words = _("More on the next page")
            surface.text(right, self.height - 5, words, size=12, color=color, anchor="end")

    def _draw_blocks(self, x: float, top: float, width: float) -> None:
        inner = self._inner_width(width)
        top -= self.look.padding + (_NOTE if self.name and not self._is_first else 0)
        super()._draw_blocks(x + self.look.padding, top, inner)

    def _outline(self, *, closed: bool = False) -> str:
        right, bottom, radius = self.width, self.height, self.look.radius
        if self._is_first and self._is_last:
            return rectangle_path(0, 0, right, bottom, radius)
        arc = f"A{radius} {radius} 0 0 1"
        if self._is_first:
            sides = f"M0 {bottom}V{radius}{arc} {radius} 0H{right - radius}"
            sides += f"{arc} {right} {radius}V{bottom}"
        elif self._is_last:
            sides = f"M{right} 0V{bottom - radius}{arc} {right - radius} {bottom}"
            sides += f"H{radius}{arc} 0 {bottom - radius}V0"
        else:
            sides = f"M0 {bottom}V0{'H' if closed else 'M'}{right}{'' if closed else ' 0'}V{bottom}"
        return sides + "Z" if closed else sides

    def _inner_width(self, width: float) -> float:
        return width - 2 * self.look.padding

    def _frame_height(self) -> float:
        cuts = (not self._is_first) + (not self._is_last)
        return 2 * self.look.padding + (_NOTE * cuts if self.name else 0)


def _line(surface: PdfSurface, x: float, y: float, words: str, width: float, color: str) -> None:
    """Write one line, as many of its words as fit."""
    fitting = words.split()
    while len(fitting) > 1 and surface.text_width(" ".join(fitting), size=12) > width:
        fitting.pop()
    surface.text(x, y, " ".join(fitting), size=12, color=color)
