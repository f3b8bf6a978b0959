"""Reads pictures in our SVG profile; refuses what is outside it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from falls_app.drawing.path import ellipse_path, parse_path, rectangle_path
from falls_app.drawing.surface import Surface

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_STYLE = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHAPES: dict[str, tuple[str, ...]] = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
_GROUPS: dict[str, tuple[str, ...]] = {
    "svg": ("viewBox", "width", "height"),
    "g": (),
    "title": (),
}


@dataclass(frozen=True, slots=True)
class DrawOperation:
    """One path of a picture with its paint; ``group`` is the id of the group around it."""

    path: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 1
    dash: tuple[float, ...] | None = None
    opacity: float = 1
    group: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a list of draw operations; ``title`` is its text for who cannot see it.

    ``x``, ``y``, ``width`` and ``height`` are the SVG's ``viewBox``.
    """

    name: str
    title: str
    x: float
    y: float
    width: float
    height: float
    operations: tuple[DrawOperation, ...]

    def height_for(self, width: float) -> float:
        """Return how high the picture is when it is drawn this wide."""
        return self.height * width / self.width

    def draw(
        self,
        surface: Surface,
        x: float,
        y: float,
        width: float,
        recolor: Mapping[str, str] | None = None,
    ) -> None:
        """Draw with the upper left corner at ``x``, ``y``.

        ``recolor`` swaps colors, for the dark theme; its keys are ``#RRGGBB`` in capitals.
        """
        swap = recolor or {}
        scale = width / self.width
        surface.push(x - self.x * scale, y - self.y * scale, scale)
        for operation in self.operations:
            surface.path(
                operation.path,
                fill=swap.get(operation.fill or "", operation.fill),
                stroke=swap.get(operation.stroke or "", operation.stroke),
                width=operation.width,
                dash=operation.dash,
                opacity=operation.opacity,
            )
        surface.pop()


@lru_cache(maxsize=256)
def load_picture(path: Path) -> Picture:
    """Return the picture in this file, read once.

    Raises ``ValueError`` that names file and element if it is not in the SVG profile.
    """
    return read_picture(path.read_text(encoding="utf-8"), path.name)


def read_picture(text: str, name: str) -> Picture:
    """Return the picture in this SVG text; ``name`` is what an error calls it."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError(f"{name}: a document type is not in the SVG profile")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError(f"{name}: {error}") from error
    if root.tag != f"{_NAMESPACE}svg":
        raise ValueError(f"{name}: {root.tag} is not an svg element")
    box = _numbers(root.get("viewBox", ""))
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise ValueError(f"{name}: svg needs a viewBox of four numbers")
    title = (root.findtext(f"{_NAMESPACE}title") or "").strip()
    operations = tuple(_SvgWalk(name).operations(root, _STYLE, 1.0, ""))
    return Picture(name, title, box[0], box[1], box[2], box[3], operations)


class _SvgWalk:
    """Goes through the elements of one file and says which one it refuses."""

    def __init__(self, name: str) -> None:
        self._name = name

    def operations(
        self, element: ElementTree.Element, inherited: Mapping[str, str], opacity: float, group: str
    ) -> Iterator[DrawOperation]:
        tag = element.tag.removeprefix(_NAMESPACE)
        self._check(element, tag)
        style = {key: element.get(key, value) for key, value in inherited.items()}
        opacity *= float(element.get("opacity", 1))
        group = element.get("id", group) if tag == "g" else group
        try:
            yield from self._shape(element, tag, style, opacity, group)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{self._where(element, tag)}: {error}") from error
        for child in element:
            yield from self.operations(child, style, opacity, group)

    def _shape(
        self,
        element: ElementTree.Element,
        tag: str,
        style: Mapping[str, str],
        opacity: float,
        group: str,
    ) -> Iterator[DrawOperation]:
        if tag not in _SHAPES:
            return
        path = _PATHS[tag](element)
        parse_path(path)
        yield DrawOperation(
            path=path,
            fill=_color(style["fill"]),
            stroke=_color(style["stroke"]),
            width=float(style["stroke-width"]),
            dash=_numbers(style["stroke-dasharray"].replace("none", "")) or None,
            opacity=opacity,
            group=group,
        )

    def _check(self, element: ElementTree.Element, tag: str) -> None:
        allowed = _SHAPES.get(tag, _GROUPS.get(tag))
        if allowed is None:
            raise ValueError(f"{self._where(element, tag)} is not in the SVG profile")
        for key, value in element.items():
            if key not in allowed and key not in _STYLE and key not in ("id", "opacity"):
                where = self._where(element, tag)
                raise ValueError(f"{where}: attribute {key!r} is not in the SVG profile")
            if key in ("stroke-linecap", "stroke-linejoin") and value != "round":
                raise ValueError(f"{self._where(element, tag)}: {key} must be round")

    def _where(self, element: ElementTree.Element, tag: str) -> str:
        attributes = "".join(f' {key}="{value}"' for key, value in element.items())
        return f"{self._name}: <{tag}{attributes[:80]}>"


def _number(element: ElementTree.Element, key: str) -> float:
    return float(element.get(key, 0))


def _rectangle(element: ElementTree.Element) -> str:
    x, y, width, height = (_number(element, key) for key in ("x", "y", "width", "height"))
    radius = float(element.get("rx", element.get("ry", 0)))
    return rectangle_path(x, y, width, height, radius)


def _ellipse(element: ElementTree.Element) -> str:
    center = (_number(element, "cx"), _number(element, "cy"))
    if element.get("r") is not None:
        return ellipse_path(*center, _number(element, "r"))
    return ellipse_path(*center, _number(element, "rx"), _number(element, "ry"))


def _line(element: ElementTree.Element) -> str:
    x1, y1, x2, y2 = (_number(element, key) for key in ("x1", "y1", "x2", "y2"))
    return f"M{x1:g} {y1:g}L{x2:g} {y2:g}"


def _points(element: ElementTree.Element) -> str:
    numbers = _numbers(element.attrib["points"])
    if len(numbers) < 4 or len(numbers) % 2:
        raise ValueError("points come in pairs, two at least")
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in pairs)


_PATHS: dict[str, Callable[[ElementTree.Element], str]] = {
    "path": lambda element: element.attrib["d"],
    "rect": _rectangle,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _points,
    "polygon": lambda element: _points(element) + "Z",
}


def _color(text: str) -> str | None:
    if text == "none":
        return None
    if not _COLOR.fullmatch(text):
        raise ValueError(f"{text!r} is not a color: use none, #RGB or #RRGGBB")
    if len(text) == 4:
        text = "#" + "".join(letter * 2 for letter in text[1:])
    return text.upper()


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.replace(",", " ").split())
