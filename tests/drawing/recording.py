"""A surface that remembers what was drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from falls_app.drawing.surface import Anchor, Surface


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """A path with its paint."""

    d: str
    fill: str | None
    stroke: str | None
    dashed: bool


@dataclass
class RecordingSurface(Surface):
    """Remembers paths, words and lights; letters are half as wide as they are high."""

    paths: list[DrawnPath] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    glows: int = 0
    depth: int = 0

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
        self.paths.append(DrawnPath(d, fill, stroke, bool(dash)))

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
        self.words.append(words)
        return self.text_width(words, size=size)

    def text_width(
        self, words: str, *, size: float, weight: int = 400, serif: bool = False
    ) -> float:
        return len(words) * size / 2

    def push(self, dx: float, dy: float, scale_x: float = 1, scale_y: float | None = None) -> None:
        self.depth += 1

    def pop(self) -> None:
        self.depth -= 1

    def clip(self, d: str) -> None:
        assert self.depth > 0, "a clip outside push and pop would never end"

    def glow(self, x: float, y: float, radius: float, color: str, alpha: float) -> None:
        self.glows += 1

    def signs(self) -> set[tuple[str, bool]]:
        """Return the shapes drawn, without their colors: path, and whether it is dashed."""
        return {(path.d, path.dashed) for path in self.paths}
