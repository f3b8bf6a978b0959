"""What sketches are drawn with: what is there, what is to be fitted, sizes between two ends."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from falls_app.content.themes import Theme
from falls_app.drawing.surface import Anchor, Surface

WIDTH, HEIGHT = 340.0, 204.0
"""The size of a sketch in its own units, which are points on standard paper."""

PAPER = "#FFFFFF"
TEXT = 12.0
_ARROW = 5.0


class SizeLabel(NamedTuple):
    """What a size is called in the drawing: its letter, and the size in words or ""."""

    letter: str
    words: str = ""


class Sketch:
    """One drawing under way. Sizes that nobody asks for are left out."""

    def __init__(
        self,
        surface: Surface,
        theme: Theme,
        labels: Mapping[str, SizeLabel],
        datum: str,
        text: float = TEXT,
    ) -> None:
        self.surface, self.theme, self.labels, self.datum_words = surface, theme, labels, datum
        self._text = text
        self.drawn: set[str] = set()

    # ------------------------------------------------------------------ things

    def there(self, d: str, *, width: float = 1.8, filled: bool = False) -> None:
        """Draw what is there already: walls, steps, the tub."""
        fill = self.theme["hover"] if filled else None
        self.surface.path(d, fill=fill, stroke=self.theme["ink"], width=width)

    def faint(self, d: str, *, width: float = 1.1) -> None:
        """Draw what only helps to see: tiles, studs, water."""
        self.surface.path(d, stroke=self.theme["ink3"], width=width)

    def body(self, d: str) -> None:
        """Fill what is cut through or solid, without a line around it."""
        self.surface.path(d, fill=self.theme["hover"])

    def new(self, d: str, *, width: float = 5.5) -> None:
        """Draw what is to be fitted: thick, so that it stands out in grey too."""
        self.surface.path(d, stroke=self.theme["primary"], width=width)

    def plates(self, *points: tuple[float, float]) -> None:
        """Draw the plates or brackets of what is fitted."""
        for x, y in points:
            self.surface.circle(x, y, 5, fill=self.theme["primary"], stroke=self.theme["primary"])

    def tiles(self, left: float, right: float) -> None:
        """Draw a tiled wall, lightly: words and bars stand over it."""
        down = "".join(f"M{x} 14V150" for x in range(int(left) + 32, int(right), 32))
        across = "".join(f"M{left} {y}H{right}" for y in (46, 78, 110))
        self.surface.path(down + across, stroke=self.theme["line"], width=1)

    def floor(self, y: float = 182, *, x: float = 8) -> None:
        """Draw the floor that heights are taken from, with its name at ``x``."""
        self.body(f"M8 {y}H332V{y + 6}H8Z")
        self.datum(f"M8 {y}H332", x, y + 18)

    def room_for(self, x: float, y: float, width: float, height: float) -> None:
        """Clear a field for a detail, with a thin frame."""
        self.surface.rect(
            x, y, width, height, 8,
            fill=PAPER, stroke=self.theme["line"], line_width=1,
        )  # fmt: skip

    # ------------------------------------------------------------------ words and sizes

    def datum(self, d: str, x: float, y: float, *, anchor: Anchor = "start") -> None:
        """Draw the line that sizes are taken from, dashed, with its name at ``x``, ``y``."""
        self.surface.path(d, stroke=self.theme["fix_solid"], width=1.8, dash=(6, 4))
        self.text(x, y, self.datum_words, anchor=anchor, color="fix")

    def text(
        self, x: float, y: float, words: str, *, anchor: Anchor = "start", color: str = "ink"
    ) -> None:
        """Write words on a plate that hides what lies below them."""
        if not words:
            return
        width = self.surface.text_width(words, size=self._text, weight=600)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        left = max(2.0, min(left, WIDTH - 2 - width))
        self.surface.rect(
            left - 2, y - 0.9 * self._text, width + 4, 1.25 * self._text, 3, fill=PAPER
        )
        self.surface.text(left, y, words, size=self._text, weight=600, color=self.theme[color])

    def size(
        self,
        name: str,
        start: tuple[float, float],
        end: tuple[float, float],
        at: tuple[float, float],
        *,
        anchor: Anchor = "start",
        short: bool = False,
    ) -> None:
        """Draw a size between two ends, its label at ``at``; nothing if nobody asks for it.

        ``short``: the letter alone, for a size that is shown twice or has little room.
        """
        label = self.labels.get(name)
        if label is None:
            return
        self.drawn.add(name)
        color = self.theme["ink2"]
        self.surface.line(*start, *end, stroke=color, width=1.3)
        turn = math.atan2(end[1] - start[1], end[0] - start[0])
        long = math.dist(start, end) > 3 * _ARROW
        for (x, y), way in ((start, turn), (end, turn + math.pi)):
            self._end(x, y, way, arrow=long)
        words = label.letter if short or not label.words else f"{label.letter}  {label.words}"
        self.text(*at, words, anchor=anchor)

    def noted(self, name: str, x: float, y: float) -> None:
        """Write a size that has no place in this view; nothing if nobody asks for it."""
        if label := self.labels.get(name):
            self.drawn.add(name)
            self.text(x, y, "  ".join(part for part in label if part))

    def lead(self, name: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a thin line from a label to its size, if somebody asks for it."""
        if name in self.labels:
            self.surface.line(*start, *end, stroke=self.theme["ink3"], width=1)

    def _end(self, x: float, y: float, way: float, *, arrow: bool) -> None:
        color, across = self.theme["ink2"], way + math.pi / 2
        dx, dy = 5 * math.cos(across), 5 * math.sin(across)
        self.surface.line(x - dx, y - dy, x + dx, y + dy, stroke=color, width=1.3)
        if not arrow:
            return
        tips = [
            (x + _ARROW * math.cos(way + turn), y + _ARROW * math.sin(way + turn))
            for turn in (-0.45, 0.45)
        ]
        (ax, ay), (bx, by) = tips
        d = f"M{ax:.1f} {ay:.1f}L{x:.1f} {y:.1f}L{bx:.1f} {by:.1f}Z"
        self.surface.path(d, fill=color, stroke=color, width=0.8)


def rail_section(sketch: Sketch, x: float, y: float) -> None:
    """Draw a rail cut through beside its wall, in a field of its own, with thickness and gap."""
    if not {"round", "gap"} & sketch.labels.keys():
        return
    sketch.room_for(x, y, 150, 74)
    wall = x + 136
    sketch.body(f"M{wall} {y + 6}H{wall + 10}V{y + 68}H{wall}Z")
    sketch.there(f"M{wall} {y + 6}V{y + 68}")
    sketch.faint(f"M{wall} {y + 50}H{wall - 30}V{y + 42}", width=3)
    sketch.surface.circle(
        wall - 30, y + 34, 9, fill=sketch.theme["primary"], stroke=sketch.theme["primary"]
    )
    sketch.size("gap", (wall - 20, y + 34), (wall, y + 34), (x + 6, y + 68))
    sketch.size("round", (wall - 47, y + 25), (wall - 47, y + 43), (x + 6, y + 17))
