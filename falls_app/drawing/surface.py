"""The drawing surface that screen and paper share: paths in y-down coordinates."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Literal, TypedDict, Unpack

from falls_app.drawing.path import Segment, ellipse_path, parse_path, rectangle_path

__all__ = ["Anchor", "Paint", "Segment", "Surface", "ellipse_path", "parse_path", "rectangle_path"]

Anchor = Literal["start", "middle", "end"]


class Paint(TypedDict, total=False):
    """How a shape is painted; see ``Surface.path``."""

    fill: str | None
    stroke: str | None
    dash: Sequence[float] | None
    opacity: float


class Surface(ABC):
    """Something that can be drawn on; one subclass for the screen, one for paper.

    Coordinates grow to the right and downwards. Lines have round ends and corners. Colors are
    ``#RRGGBB``; a color of ``None`` means that this part is not drawn. Shapes fill by the nonzero
    rule, as in SVG.
    """

    @abstractmethod
    def path(
        self,
        d: str,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 2,
        dash: Sequence[float] | None = None,
        opacity: float = 1,
    ) -> None:
        """Draw the SVG path ``d``.

        ``width`` and the lengths in ``dash`` are in the units of the drawing.
        """

    @abstractmethod
    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        weight: int = 400,
        color: str,
        anchor: Anchor = "start",
        serif: bool = False,
    ) -> float:
        """Write one line of text with its base line at ``y``; return its width."""

    @abstractmethod
    def text_width(
        self, words: str, *, size: float, weight: int = 400, serif: bool = False
    ) -> float:
        """Return how wide ``text`` would write these words."""

    @abstractmethod
    def push(self, dx: float, dy: float, scale_x: float = 1, scale_y: float | None = None) -> None:
        """Move and scale what follows, until ``pop``; ``scale_y`` is ``scale_x`` if missing."""

    @abstractmethod
    def pop(self) -> None:
        """Go back to how it was before the last ``push``, clip included."""

    @abstractmethod
    def clip(self, d: str) -> None:
        """Show what follows only inside the SVG path ``d``, until ``pop``."""

    @abstractmethod
    def glow(self, x: float, y: float, radius: float, color: str, alpha: float) -> None:
        """Draw a soft light that fades outwards; surfaces without light draw nothing."""

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float = 0,
        *,
        line_width: float = 2,
        **paint: Unpack[Paint],
    ) -> None:
        """Draw a rectangle; its ``radius`` rounds the corners."""
        self.path(rectangle_path(x, y, width, height, radius), width=line_width, **paint)

    def circle(
        self, x: float, y: float, radius: float, *, width: float = 2, **paint: Unpack[Paint]
    ) -> None:
        """Draw a circle around the point ``x``, ``y``; ``width`` is that of its line."""
        self.path(ellipse_path(x, y, radius), width=width, **paint)

    def ellipse(
        self,
        x: float,
        y: float,
        radius_x: float,
        radius_y: float,
        *,
        width: float = 2,
        **paint: Unpack[Paint],
    ) -> None:
        """Draw an ellipse around the point ``x``, ``y``; ``width`` is that of its line."""
        self.path(ellipse_path(x, y, radius_x, radius_y), width=width, **paint)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        stroke: str,
        width: float = 2,
        dash: Sequence[float] | None = None,
        opacity: float = 1,
    ) -> None:
        """Draw a straight line between two points."""
        self.path(
            f"M{x1:g} {y1:g}L{x2:g} {y2:g}",
            stroke=stroke,
            width=width,
            dash=dash,
            opacity=opacity,
        )
