"""The house of the start page: one light on, as a promise of what is to come."""

from falls_app.domain.overview import BONES, WHOLE
from falls_app.drawing.house_map import Spot
from falls_app.i18n import _
from falls_app.ui.widgets.house_map import HouseMap


def promise() -> HouseMap:
    """Return a two-storey house that cannot be pressed."""
    house = HouseMap(pressable=False, badges=False)
    house.show_places(promise_spots(), "two")
    house.setAccessibleName(_("A house with one light on."))
    return house


def promise_spots() -> list[Spot]:
    """Return a small two-storey house with one light on, as a promise of what is to come."""
    rooms = (
        ("bath", "bath", 1), ("bed", "bed", 1), ("spare", "spare", 1), ("stairs", "stairs", 0),
        ("hall", "hall", 0), ("living", "living", 0), ("kitchen", "kitchen", 0),
        ("outside", "outside", 0), (WHOLE, "whole", 0), (BONES, "bones", 0),
    )  # fmt: skip
    lit = {"hall", "outside"}
    return [
        Spot(key, key, drawing, floor, "ok" if key in lit else "none", 0, 1, 1, 0)
        for key, drawing, floor in rooms
    ]
