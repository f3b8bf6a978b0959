"""Draws on a page in y-down coordinates, by writing PDF operators straight."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import TracebackType
from typing import Any

from reportlab.pdfbase import pdfmetrics

from falls_app.drawing.surface import Anchor, Surface, parse_path
from falls_app.drawing.svg import Picture
from falls_app.export.pdf.fonts import font_name, font_runs, text_width
from falls_app.export.pdf.manner import manner

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_WHITE = "#FFFFFF"
_SIGN, _AREA = 0.06, 0.55
"""How light a color is, 0 to 1: up to here it is a sign, which keeps its ink; from here on an
area that needs no outline when its fill is left out."""


class PdfSurface(Surface):
    """A surface on a ReportLab canvas; used as a context manager.

    ``left`` and ``top`` are where the drawing's own 0, 0 lies on the page, in points. Who
    draws is inside marked content already. Shapes fill by the nonzero rule, as SVG does.
    """

    def __init__(self, canvas: Any, left: float, top: float, scale: float = 1) -> None:
        self._canvas = canvas
        self._place = (left, top, scale)
        self._code: list[str] = []
        self._saves_ink = manner().save_ink
        # What the page's graphics state is now, so that nothing is said twice.
        self._now: dict[str, str] = {}
        self._before: list[dict[str, str]] = []

    def __enter__(self) -> "PdfSurface":
        left, top, scale = self._place
        self._canvas.saveState()
        self._canvas.transform(scale, 0, 0, -scale, left, top)
        self._code = self._canvas._code
        # Round caps and joins, for the whole drawing.
        self._code.append("1 J 1 j")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._canvas.restoreState()

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
        """Draw the SVG path ``d``; see ``Surface``. To save ink, areas are left white."""
        if self._saves_ink and fill is not None:
            fill, stroke, opacity = _with_less_ink(fill, stroke, opacity)
        if fill is None and stroke is None:
            return
        self._set_opacity(opacity)
        if fill is not None:
            self._set("fill", _color_operator(fill, "rg"))
        if stroke is not None:
            self._set("stroke", _color_operator(stroke, "RG"))
            self._set("width", f"{width:g} w")
            lengths = " ".join(f"{length:g}" for length in dash or ())
            self._set("dash", f"[{lengths}] 0 d")
        paint = "B" if fill and stroke else "f" if fill else "S"
        self._code.append(f"{_path_operators(d)} {paint}")

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
        """Write a line of text; words that the font lacks come from the fallback font."""
        font = font_name(weight, serif=serif)
        width = text_width(words, font, size)
        start = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        self._set_opacity(1)
        self._set("fill", _color_operator(color, "rg"))
        pieces = [f"BT 1 0 0 -1 {start:.2f} {y:.2f} Tm"]
        for name, run in font_runs(words, font):
            pieces.extend(self._shown(name, run, size))
        self._code.append(" ".join([*pieces, "ET"]))
        return width

    def _shown(self, name: str, run: str, size: float) -> list[str]:
        font, document = pdfmetrics.getFont(name), self._canvas._doc
        pieces = []
        for subset, letters in font.splitString(run, document):
            inner = font.getSubsetInternalName(subset, document)
            pieces.append(f"{inner} {size:g} Tf ({self._canvas._escape(letters)}) Tj")
        return pieces

    def text_width(
        self, words: str, *, size: float, weight: int = 400, serif: bool = False
    ) -> float:
        """Return how wide ``text`` would write these words."""
        return text_width(words, font_name(weight, serif=serif), size)

    def push(self, dx: float, dy: float, scale_x: float = 1, scale_y: float | None = None) -> None:
        """Move and scale what follows, until ``pop``."""
        tall = scale_x if scale_y is None else scale_y
        self._before.append(dict(self._now))
        self._code.append(f"q {scale_x:.6g} 0 0 {tall:.6g} {dx:.6g} {dy:.6g} cm")

    def pop(self) -> None:
        """Go back to how it was before the last ``push``."""
        self._now = self._before.pop()
        self._code.append("Q")

    def clip(self, d: str) -> None:
        """Show what follows only inside the path, until ``pop``."""
        self._code.append(f"{_path_operators(d)} W n")

    def glow(self, x: float, y: float, radius: float, color: str, alpha: float) -> None:
        """Draw nothing: paper has no light, and ink is dear."""

    def _set(self, what: str, operator: str) -> None:
        if self._now.get(what) != operator:
            self._now[what] = operator
            self._code.append(operator)

    def _set_opacity(self, opacity: float) -> None:
        if self._now.get("opacity", "1") == f"{opacity:g}":
            return
        self._now["opacity"] = f"{opacity:g}"
        # A fresh state each time, because push and pop do not tell ReportLab.
        state = self._canvas._extgstate
        for entry in ("ca", "CA"):
            state._d[entry] = None
            state.set(self._canvas, entry, opacity)


def draw_picture(
    canvas: Any,
    picture: Picture,
    x: float,
    y: float,
    width: float,
    recolor: Mapping[str, str] | None = None,
) -> None:
    """Draw a picture with its lower left corner at ``x``, ``y`` of the page.

    It is turned into operators once per document; each use is one reference to them.
    """
    name = _form_name(picture, recolor) + ("-ink" if manner().save_ink else "")
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, picture.width, picture.height)
        with PdfSurface(canvas, -picture.x, picture.height + picture.y) as surface:
            picture.draw(surface, picture.x, picture.y, picture.width, recolor)
        canvas.endForm()
    canvas.saveState()
    canvas.transform(width / picture.width, 0, 0, width / picture.width, x, y)
    canvas.doForm(name)
    canvas.restoreState()


def _form_name(picture: Picture, recolor: Mapping[str, str] | None) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in picture.name)
    swaps = "".join(f"{old[1:]}{new[1:]}" for old, new in sorted((recolor or {}).items()))
    return f"{plain}-{swaps}" if swaps else plain


@lru_cache(maxsize=512)
def _with_less_ink(
    fill: str, stroke: str | None, opacity: float
) -> tuple[str | None, str | None, float]:
    """Return fill, line and opacity of a shape with no colored area; what is behind stays hidden.

    A dark shape with no line of its own gets one, so that it is still seen.
    """
    light = _lightness(fill)
    if light <= _SIGN:
        return fill, stroke, opacity
    if opacity < 1 and stroke is None:
        return None, None, opacity
    if stroke is None and light < _AREA:
        stroke = fill
    return _WHITE, stroke, 1 if stroke is None else opacity


def _lightness(color: str) -> float:
    """Return how light a color looks, 0 for black to 1 for white (ITU-R BT.709)."""
    red, green, blue = (math.pow(int(color[at : at + 2], 16) / 255, 2.2) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=8192)
def _path_operators(d: str) -> str:
    parts: list[str] = []
    for command, numbers in parse_path(d):
        parts.extend(_short(number) for number in numbers)
        parts.append(_OPERATORS[command])
    return " ".join(parts)


def _short(number: float) -> str:
    return f"{round(number, 2):g}" if abs(number) < 10000 else f"{number:.1f}"


@lru_cache(maxsize=512)
def _color_operator(color: str, operator: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g} {operator}"
