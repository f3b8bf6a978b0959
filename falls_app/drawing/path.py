"""SVG path text as absolute move, line, curve and close segments."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Command = Literal["M", "L", "C", "Z"]
Point = tuple[float, float]

_SEPARATORS = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class Segment(NamedTuple):
    """One step of a path, in absolute coordinates.

    ``numbers`` holds x, y for ``M`` and ``L``; two control points and the end for ``C``
    (six numbers); nothing for ``Z``.
    """

    command: Command
    numbers: tuple[float, ...] = ()


@lru_cache(maxsize=8192)
def parse_path(text: str) -> tuple[Segment, ...]:
    """Return the segments of an SVG path; arcs and quadratic curves become cubic ones.

    Raises ``ValueError`` on text that is not a path.
    """
    return tuple(_PathReader(text).segments())


def rectangle_path(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Return the path of a rectangle whose corners are rounded by ``radius``."""
    right, bottom = x + width, y + height
    corner = min(radius, width / 2, height / 2)
    if corner <= 0:
        return f"M{x:g} {y:g}H{right:g}V{bottom:g}H{x:g}Z"
    arc = f"A{corner:g} {corner:g} 0 0 1"
    return (
        f"M{x + corner:g} {y:g}H{right - corner:g}{arc} {right:g} {y + corner:g}"
        f"V{bottom - corner:g}{arc} {right - corner:g} {bottom:g}"
        f"H{x + corner:g}{arc} {x:g} {bottom - corner:g}"
        f"V{y + corner:g}{arc} {x + corner:g} {y:g}Z"
    )


def ellipse_path(
    center_x: float, center_y: float, radius_x: float, radius_y: float | None = None
) -> str:
    """Return the path of an ellipse, or of a circle when only one radius is given."""
    tall = radius_x if radius_y is None else radius_y
    left, right = center_x - radius_x, center_x + radius_x
    arc = f"A{radius_x:g} {tall:g} 0 1 1"
    return f"M{left:g} {center_y:g}{arc} {right:g} {center_y:g}{arc} {left:g} {center_y:g}Z"


class _PathReader:
    """Walks through path text; keeps the pen, the start of the shape and the last control."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._pen: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        # The control point that S and T mirror, and which kind of curve left it.
        self._control: Point | None = None
        self._control_of = ""

    def segments(self) -> Iterator[Segment]:
        """Yield the segments in order."""
        letter = ""
        while self._more():
            letter = self._letter(letter)
            yield from self._read(letter)
            # A pair of numbers after a move is a line.
            letter = {"M": "L", "m": "l"}.get(letter, letter)

    def _read(self, letter: str) -> Iterator[Segment]:
        relative = letter.islower()
        match letter.upper():
            case "M":
                self._go(self._point(relative))
                self._start = self._pen
                yield Segment("M", self._pen)
            case "L":
                yield self._line_to(self._point(relative))
            case "H":
                yield self._line_to((self._number() + relative * self._pen[0], self._pen[1]))
            case "V":
                yield self._line_to((self._pen[0], self._number() + relative * self._pen[1]))
            case "C" | "S":
                yield self._cubic(letter.upper() == "S", relative)
            case "Q" | "T":
                yield self._quadratic(letter.upper() == "T", relative)
            case "A":
                yield from self._arc(relative)
            case _:
                self._go(self._start)
                yield Segment("Z")

    def _line_to(self, end: Point) -> Segment:
        self._go(end)
        return Segment("L", end)

    def _cubic(self, smooth: bool, relative: bool) -> Segment:
        first = self._mirrored("C") if smooth else self._point(relative)
        second, end = self._point(relative), self._point(relative)
        self._go(end, control=second, control_of="C")
        return Segment("C", (*first, *second, *end))

    def _quadratic(self, smooth: bool, relative: bool) -> Segment:
        begin = self._pen
        control = self._mirrored("Q") if smooth else self._point(relative)
        end = self._point(relative)
        self._go(end, control=control, control_of="Q")
        return Segment("C", (*_towards(begin, control), *_towards(end, control), *end))

    def _arc(self, relative: bool) -> Iterator[Segment]:
        radii = (abs(self._number()), abs(self._number()))
        turn = math.radians(self._number())
        large, sweep = self._flag(), self._flag()
        begin, end = self._pen, self._point(relative)
        self._go(end)
        if 0 in radii or begin == end:
            return iter((Segment("L", end),))
        return _arc_curves(begin, end, radii, turn, large=large, sweep=sweep)

    def _go(self, end: Point, *, control: Point | None = None, control_of: str = "") -> None:
        self._pen, self._control, self._control_of = end, control, control_of

    def _mirrored(self, kind: str) -> Point:
        if self._control is None or self._control_of != kind:
            return self._pen
        return (2 * self._pen[0] - self._control[0], 2 * self._pen[1] - self._control[1])

    def _point(self, relative: bool) -> Point:
        x, y = self._number(), self._number()
        return (x + self._pen[0], y + self._pen[1]) if relative else (x, y)

    def _more(self) -> bool:
        separators = _SEPARATORS.match(self._text, self._at)
        self._at = separators.end() if separators else self._at
        return self._at < len(self._text)

    def _letter(self, previous: str) -> str:
        found = self._text[self._at]
        if found in "MmLlHhVvCcSsQqTtAaZz":
            self._at += 1
            return found
        if previous and previous not in "Zz":
            return previous
        raise self._error()

    def _number(self) -> float:
        self._more()
        found = _NUMBER.match(self._text, self._at)
        if found is None:
            raise self._error()
        self._at = found.end()
        return float(found.group())

    def _flag(self) -> bool:
        # Flags may stand without a space: "a1 1 0 01 5 5".
        if not self._more() or self._text[self._at] not in "01":
            raise self._error()
        self._at += 1
        return self._text[self._at - 1] == "1"

    def _error(self) -> ValueError:
        return ValueError(f"not a path: {self._text!r} at letter {self._at + 1}")


def _towards(begin: Point, control: Point) -> Point:
    # A quadratic curve as a cubic one: two thirds of the way to its control point.
    return (
        begin[0] + 2 / 3 * (control[0] - begin[0]),
        begin[1] + 2 / 3 * (control[1] - begin[1]),
    )


def _arc_curves(
    begin: Point, end: Point, radii: Point, turn: float, *, large: bool, sweep: bool
) -> Iterator[Segment]:
    """Yield cubic curves for an elliptical arc.

    Source: SVG 1.1, appendix F.6 (end points to center).
    """
    cosine, sine = math.cos(turn), math.sin(turn)
    half_x, half_y = (begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2
    # Work on the unit circle: turn back, then divide by the radii.
    unit_x = (cosine * half_x + sine * half_y) / radii[0]
    unit_y = (cosine * half_y - sine * half_x) / radii[1]
    length = math.hypot(unit_x, unit_y)
    grow = max(1.0, length)
    wide, tall = radii[0] * grow, radii[1] * grow
    unit_x, unit_y, length = unit_x / grow, unit_y / grow, length / grow
    aside = math.sqrt(max(0.0, 1 - length**2)) / length * (-1 if large == sweep else 1)
    circle_x, circle_y = aside * unit_y, -aside * unit_x
    first = math.atan2(unit_y - circle_y, unit_x - circle_x)
    span = math.atan2(-unit_y - circle_y, -unit_x - circle_x) - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    middle = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)

    def on_page(x: float, y: float) -> Point:
        x, y = (x + circle_x) * wide, (y + circle_y) * tall
        return (cosine * x - sine * y + middle[0], sine * x + cosine * y + middle[1])

    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-6))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        angle, after = first + index * step, first + (index + 1) * step
        leave = on_page(
            math.cos(angle) - reach * math.sin(angle), math.sin(angle) + reach * math.cos(angle)
        )
        reach_in = on_page(
            math.cos(after) + reach * math.sin(after), math.sin(after) - reach * math.cos(after)
        )
        arrive = end if index == count - 1 else on_page(math.cos(after), math.sin(after))
        yield Segment("C", (*leave, *reach_in, *arrive))
