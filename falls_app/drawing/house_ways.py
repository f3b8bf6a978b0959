"""Where an arrow key leads on the house map: from one place to the one that lies that way."""

from collections.abc import Sequence
from typing import Literal

from falls_app.drawing.house_layout import Placed

Direction = Literal["left", "right", "up", "down"]


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
