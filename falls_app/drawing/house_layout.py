"""Where each place of the home stands on the house map, from the list of rooms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Literal

from falls_app.drawing.path import rectangle_path
from falls_app.drawing.shapes import Box, State

HomeShape = Literal["three", "two", "one", "flat"]
Direction = Literal["left", "right", "up", "down"]

FLOOR_HEIGHT = 118.0
GROUND = 392.0
"""Where the floor of the ground floor lies."""
LEFT = 72.0
MOST_IN_ROW, _IN_WING = 12, 8
"""So many rooms of a floor stand side by side; where there are more, so many in each wing."""
WING_ROOF = 24.0
"""The height of the roof between two wings."""
BADGE_RADIUS = 13.0
"""The size of a room's sign at scale 1."""
_WIDTHS = {
    "hall": 120.0, "stairs": 92.0, "bath": 120.0, "toilet": 104.0, "bed": 150.0, "living": 150.0,
    "kitchen": 136.0, "dining": 136.0, "spare": 136.0, "laundry": 128.0, "garage": 150.0,
    "basement": 136.0,
}  # fmt: skip
_AROUND = ("whole", "outside", "garden", "bones")
_WIDEST_STRETCH = 2.0
"""A lone bedroom upstairs takes the width of living room and kitchen; more would be a hall."""
_AREAS = {
    "OUT": "outside", "GDN": "garden", "HAL": "hall", "STR": "stairs", "LIV": "living",
    "KIT": "kitchen", "BED": "bed", "BTH": "bath", "LGB": "laundry",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw: what it is, and how far its checks are.

    ``drawing`` is a room ("bath"), or "whole", "outside", "garden", "bones". ``number`` is how
    many fixes to do, ``done`` of ``total`` how many checks are answered, ``unsure`` how many to
    look at again. ``floor`` is 0 on the ground, more above it, less below; a flat has one.
    """

    id: str
    name: str
    drawing: str
    floor: int = 0
    state: State = "none"
    number: int = 0
    done: int = 0
    total: int = 0
    unsure: int = 0

    @property
    def is_inside(self) -> bool:
        """Whether it is a room, not the gable or something around the house."""
        return self.drawing not in _AROUND


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot and its rectangle on the map; ``shape`` is that of the home."""

    spot: Spot
    x: float
    y: float
    width: float
    height: float
    shape: HomeShape = "two"

    @property
    def id(self) -> str:
        """The spot's id."""
        return self.spot.id

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def is_gable(self) -> bool:
        """Whether it is the triangle under the roof."""
        return self.spot.drawing == "whole" and self.shape != "flat"

    @property
    def outline(self) -> str:
        """The part to click, as an SVG path."""
        if self.is_gable:
            middle = self.x + self.width / 2
            return (
                f"M{self.x:g} {self.bottom:g}L{middle:g} {self.y:g}L{self.right:g} {self.bottom:g}Z"
            )
        return rectangle_path(self.x, self.y, self.width, self.height)


def drawing_of(area: str, kind: str = "") -> str:
    """Return the drawing for a room of this area (``HAL``); its own ``kind`` goes first."""
    return kind if kind in _WIDTHS or kind in _AROUND else _AREAS.get(area, "spare")


def lay_out(spots: Sequence[Spot], shape: HomeShape) -> tuple[Placed, ...]:
    """Return where each spot stands, in the order given.

    Rooms stand in columns from left to right; all floors become equally wide; the stairs are
    the second column and reach through those above the ground. What is below the ground stands
    there. A flat has neither roof nor steps. Very many rooms of one floor stand in wings.
    """
    rooms = [spot for spot in spots if spot.is_inside]
    below = [spot for spot in rooms if shape != "flat" and spot.floor < 0]
    shaft = next((spot for spot in rooms if spot.drawing == "stairs"), None)
    levels = _levels([spot for spot in rooms if spot not in below], shape)
    floors = [[spot for spot in floor if spot is not shaft] for floor in levels]
    if shaft is None or shaft in below or len(floors) < 2 or not all(floors):
        placed = _without_shaft(levels, shape)
    else:
        placed = _around_shaft(shaft, floors, shape)
    wide = max([one.right for one in placed], default=LEFT) - LEFT or _natural(below)
    placed = _squeezed([*placed, *_row(below, LEFT, wide, GROUND, shape)])
    box = inner_box(placed)
    places = {one.id: one for one in placed}
    places |= {
        spot.id: Placed(spot, *_around(spot.drawing, box, shape, spots), shape)
        for spot in spots
        if not spot.is_inside
    }
    return tuple(places[spot.id] for spot in spots)


def inner_box(placed: Iterable[Placed]) -> Box:
    """Return the rectangle of all rooms; a home without rooms is an empty one."""
    rooms = [one for one in placed if one.spot.is_inside]
    if not rooms:
        return Box(LEFT, GROUND - FLOOR_HEIGHT, 240, FLOOR_HEIGHT)
    left, top = min(one.x for one in rooms), min(one.y for one in rooms)
    right, bottom = max(one.right for one in rooms), max(one.bottom for one in rooms)
    return Box(left, top, right - left, bottom - top)


def view_box(placed: Sequence[Placed]) -> Box:
    """Return what to show of the map: all places with their signs, roof and ground."""
    box = inner_box(placed)
    left = min([box.x - 48, *(one.x - 22 for one in placed)])
    right = max([box.x + box.width + 48, *(one.right + 22 for one in placed)])
    gable = next((one.y for one in placed if one.is_gable), None)
    top = box.y - 64 if gable is None else gable - 30
    if placed and placed[0].shape != "flat" and gable is None:
        top = box.y - roof_height(box) - 30
    top = min([top, *(one.y - 6 for one in placed)])  # the tree is higher than a lone basement
    bottom = max(GROUND + 48, box.y + box.height + 22)
    return Box(left, top, right - left, bottom - top)


def wing_roofs(placed: Sequence[Placed]) -> list[Box]:
    """Return where a roof lies between two wings of one floor, over the width of the house."""
    box = inner_box(placed)
    rows = sorted({(one.y, one.bottom) for one in placed if _is_in_row(one)})
    return [
        Box(box.x, bottom, box.width, below - bottom)
        for (_top, bottom), (below, _bottom) in pairwise(rows)
        if below - bottom > 1
    ]


def has_wings(placed: Sequence[Placed]) -> bool:
    """Tell whether more rooms are on a floor than stand side by side."""
    return bool(wing_roofs(placed))


def _is_in_row(one: Placed) -> bool:
    return one.spot.is_inside and one.height == FLOOR_HEIGHT


def roof_height(box: Box) -> float:
    """Return how high the gable over these rooms is."""
    return max(76.0, min(118.0, 40 + box.width * 0.13))


def neighbour(placed: Sequence[Placed], from_id: str, direction: Direction) -> str | None:
    """Return the id of the place that an arrow key leads to, or None at the edge.

    The nearest one that way: the distance along, and 2.2 times the gap to the side of it.
    """
    here = next((one for one in placed if one.id == from_id), None)
    if here is None:
        return None
    ranked = [
        (cost, aside, index)
        for index, one in enumerate(placed)
        for along, gap, aside in [_distances(here, one, direction)]
        if one is not here and along > 0
        for cost in [along + 2.2 * gap]
    ]
    return placed[min(ranked)[2]].id if ranked else None


def _distances(here: Placed, there: Placed, direction: Direction) -> tuple[float, float, float]:
    """Return along (-1: not that way), the gap to the side, and how far aside the middles are."""
    sideways = direction in ("left", "right")
    sign = 1 if direction in ("right", "down") else -1
    own, other = _span(here, sideways), _span(there, sideways)
    if sign < 0:
        own, other = (-own[1], -own[0]), (-other[1], -other[0])
    # The gable hangs over the walls a little: it is still "beside" nothing and "above" all.
    if other[0] < own[1] - 15:
        return -1, 0, 0
    across, across_other = _span(here, not sideways), _span(there, not sideways)
    gap = max(0.0, across_other[0] - across[1], across[0] - across_other[1])
    return sum(other) / 2 - sum(own) / 2, gap, abs(sum(across) - sum(across_other)) / 2


def _span(one: Placed, sideways: bool) -> tuple[float, float]:
    return (one.x, one.right) if sideways else (one.y, one.bottom)


def _levels(rooms: Sequence[Spot], shape: HomeShape) -> list[list[Spot]]:
    """Return the rooms of each floor from the top one down; "one" and "flat" have one."""
    by_floor: dict[int, list[Spot]] = {}
    for spot in rooms:
        by_floor.setdefault(0 if shape in ("one", "flat") else spot.floor, []).append(spot)
    return [by_floor[floor] for floor in sorted(by_floor, reverse=True)]


def _wings(floors: Sequence[Sequence[Spot]]) -> list[tuple[Sequence[Spot], float]]:
    """Return the rows of rooms from the lowest up, each with its top: one for most floors.

    A floor of more than ``MOST_IN_ROW`` rooms stands in wings, one above the other, with a roof
    between them.
    """
    rows: list[tuple[Sequence[Spot], float]] = []
    top = GROUND
    for floor in reversed(floors):
        count = 1 if len(floor) <= MOST_IN_ROW else ceil(len(floor) / _IN_WING)
        for wing in range(count):
            top -= FLOOR_HEIGHT + WING_ROOF * (wing > 0)
            first, last = (round(len(floor) * part / count) for part in (wing, wing + 1))
            rows.append((floor[first:last], top))
    return rows


def _without_shaft(floors: Sequence[Sequence[Spot]], shape: HomeShape) -> list[Placed]:
    rows = _wings(floors)
    wide = max((_natural(row) for row, _top in rows), default=0)
    return [one for row, top in rows for one in _row(row, LEFT, wide, top, shape)]


def _around_shaft(shaft: Spot, floors: Sequence[Sequence[Spot]], shape: HomeShape) -> list[Placed]:
    """Place one column left of the stairs and the others right of them."""
    rows = _wings(floors)
    first = [_first(row) for row, _top in rows]
    lefts = [[row[at]] if len(row) > 1 else [] for (row, _top), at in zip(rows, first, strict=True)]
    if not all(lefts):
        lefts = [[] for _row in rows]
    rights = [
        [spot for spot in row if spot not in left]
        for (row, _top), left in zip(rows, lefts, strict=True)
    ]
    left_wide = max(_natural(left) for left in lefts)
    right_wide = max(_natural(right) for right in rights)
    x, highest = LEFT + left_wide, rows[-1][1]
    placed = [Placed(shaft, x, highest, _WIDTHS["stairs"], GROUND - highest, shape)]
    for (_spots, top), left, right in zip(rows, lefts, rights, strict=True):
        placed += _row(left, LEFT, left_wide, top, shape)
        placed += _row(right, x + _WIDTHS["stairs"], right_wide, top, shape)
    return placed


def _squeezed(placed: Sequence[Placed]) -> list[Placed]:
    """Return many rooms on a floor made narrower, so that the house does not become a train."""
    most = max((sum(one.y == other.y for other in placed) for one in placed), default=0)
    share = max(0.74, 1 - 0.05 * max(0, most - 5))
    return [
        replace(one, x=LEFT + (one.x - LEFT) * share, width=one.width * share) for one in placed
    ]


def _first(floor: Sequence[Spot]) -> int:
    # The hall by the front steps, and the bathroom above it, as in most houses.
    for drawing in ("hall", "bath"):
        for index, spot in enumerate(floor):
            if spot.drawing == drawing:
                return index
    return 0


def _row(
    floor: Sequence[Spot], x: float, wide: float, top: float, shape: HomeShape
) -> list[Placed]:
    """Place rooms side by side over this width, none stretched beyond reason."""
    if not floor:
        return []
    stretch = min(wide / _natural(floor), _WIDEST_STRETCH)
    placed = []
    for spot in floor:
        width = _width(spot) * stretch
        placed.append(Placed(spot, x, top, width, FLOOR_HEIGHT, shape))
        x += width
    return placed


def _natural(floor: Iterable[Spot]) -> float:
    return sum(_width(spot) for spot in floor)


def _width(spot: Spot) -> float:
    return _WIDTHS.get(spot.drawing, _WIDTHS["spare"])


def _around(drawing: str, box: Box, shape: HomeShape, spots: Sequence[Spot]) -> Box:
    """Return the place of the gable, the front steps, the garden or the tree."""
    has_steps = any(spot.drawing == "outside" for spot in spots)
    if drawing == "whole" and shape == "flat":
        return Box(box.x, box.y - 44, box.width, 44)
    if drawing == "whole":
        high = roof_height(box)
        return Box(box.x - 14, box.y - 4 - high, box.width + 28, high)
    if drawing == "outside":
        return Box(box.x - 142, GROUND - 114, 136, 144)
    if drawing == "garden":
        return Box(box.x - 142 - 140 * has_steps, GROUND - 114, 136, 144)
    return Box(box.x + box.width + 10, GROUND - 162, 150, 192)
