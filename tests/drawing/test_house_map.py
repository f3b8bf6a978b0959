"""The house map: laid out from the room list, walked by arrow keys, readable without color."""

from itertools import combinations
from typing import get_args

import pytest

from falls_app.content.themes import THEMES, load_theme
from falls_app.drawing.house_layout import wing_roofs
from falls_app.drawing.house_map import (
    Direction,
    HomeShape,
    Placed,
    Spot,
    badge_scale,
    draw_house,
    draw_room,
    draw_scene,
    drawing_of,
    has_wings,
    label_size,
    lay_out,
    neighbour,
    view_box,
)
from falls_app.drawing.path import parse_path
from falls_app.drawing.rooms_art import ROOMS
from falls_app.drawing.shapes import State
from tests.drawing.recording import RecordingSurface

AROUND = (
    Spot("outside", "Front steps", "outside"),
    Spot("whole", "Whole house", "whole"),
    Spot("bones", "Bones and balance", "bones"),
)
STAIRS = Spot("stairs", "Stairs", "stairs")


def rooms(words: str, floor: int = 0) -> tuple[Spot, ...]:
    return tuple(
        Spot(f"{drawing}-{floor}-{index}", drawing.title(), drawing, floor)
        for index, drawing in enumerate(words.split())
    )


HOMES: dict[str, tuple[Spot, ...]] = {
    "sample": (*rooms("hall living kitchen"), STAIRS, *rooms("bath bed spare", 1), *AROUND),
    "one room": (*rooms("living"), *AROUND),
    "no room": AROUND,
    "no stairs": (*rooms("living kitchen"), *rooms("bed", 1), *AROUND),
    "one room upstairs": (*rooms("hall living kitchen"), STAIRS, *rooms("bed", 1), *AROUND),
    "nothing upstairs": (*rooms("hall living kitchen"), STAIRS, *AROUND),
    "nothing downstairs": (STAIRS, *rooms("bath bed", 1), *AROUND),
    "three bathrooms": (*rooms("hall bath"), STAIRS, *rooms("bath bath bed", 1), *AROUND),
    "two stairs": (
        *rooms("hall living"), STAIRS, Spot("s2", "Cellar stairs", "stairs"),
        *rooms("bed", 1), *AROUND,
    ),
    "twelve rooms": (
        *rooms("hall living dining kitchen toilet laundry garage basement"), STAIRS,
        *rooms("bath bed bed spare", 1), Spot("garden", "Garden", "garden"), *AROUND,
    ),
    "three floors": (
        *rooms("hall living kitchen"), STAIRS, *rooms("bath bed spare", 1), *rooms("bed spare", 2),
        *AROUND,
    ),
    "a basement": (
        *rooms("hall living"), STAIRS, *rooms("bed bath", 1), *rooms("basement laundry", -1),
        *AROUND,
    ),
    "only a basement": (*rooms("basement", -1), *AROUND),
    "unknown room": (*rooms("hall observatory"), *AROUND),
    "forty rooms": (
        *rooms("hall living kitchen bath " * 5), STAIRS, *rooms("bed bath " * 5, 1),
        *rooms("bed spare " * 5, 2), *AROUND,
    ),
}  # fmt: skip
SHAPES: tuple[HomeShape, ...] = get_args(HomeShape)
every_home = pytest.mark.parametrize("home", HOMES)
every_shape = pytest.mark.parametrize("shape", SHAPES)


def overlap(one: Placed, other: Placed) -> bool:
    aside = min(one.right, other.right) - max(one.x, other.x)
    above = min(one.bottom, other.bottom) - max(one.y, other.y)
    return aside > 0.01 and above > 0.01


@every_home
@every_shape
def test_rooms_never_overlap(home: str, shape: HomeShape) -> None:
    inside = [one for one in lay_out(HOMES[home], shape) if one.spot.is_inside]

    assert [pair for pair in combinations(inside, 2) if overlap(*pair)] == []


@every_home
@every_shape
def test_every_spot_is_placed_inside_the_view_box(home: str, shape: HomeShape) -> None:
    placed = lay_out(HOMES[home], shape)
    box = view_box(placed)

    assert [one.spot for one in placed] == list(HOMES[home])
    for one in placed:
        assert box.x <= one.x
        assert one.right <= box.x + box.width
        assert box.y <= one.y
        assert one.bottom <= box.y + box.height


@every_home
@every_shape
def test_arrow_keys_reach_every_place_from_every_other(home: str, shape: HomeShape) -> None:
    placed = lay_out(HOMES[home], shape)
    directions: tuple[Direction, ...] = get_args(Direction)
    for start in placed:
        found, fresh = {start.id}, [start.id]
        while fresh:
            here = fresh.pop()
            near = {neighbour(placed, here, direction) for direction in directions} - {None}
            fresh += [one for one in near if one and one not in found]
            found |= {one for one in near if one}

        assert found == {one.id for one in placed}


def test_arrow_keys_go_to_the_room_one_sees_there() -> None:
    placed = lay_out(HOMES["sample"], "two")

    assert neighbour(placed, "living-0-1", "right") == "kitchen-0-2"
    assert neighbour(placed, "kitchen-0-2", "up") == "spare-1-2"
    assert neighbour(placed, "hall-0-0", "up") == "bath-1-0"
    assert neighbour(placed, "hall-0-0", "left") == "outside"
    assert neighbour(placed, "bath-1-0", "right") == "stairs"
    assert neighbour(placed, "bed-1-1", "up") == "whole"
    assert neighbour(placed, "kitchen-0-2", "right") == "bones"


def test_an_arrow_key_at_the_edge_leads_nowhere() -> None:
    placed = lay_out(HOMES["sample"], "two")

    assert neighbour(placed, "bones", "right") is None
    assert neighbour(placed, "unknown", "right") is None


def test_the_stairs_reach_through_both_floors() -> None:
    places = {one.id: one for one in lay_out(HOMES["sample"], "two")}

    assert places["stairs"].y == places["bath-1-0"].y
    assert places["stairs"].bottom == places["hall-0-0"].bottom


def test_the_stairs_reach_through_three_floors_and_the_basement_lies_below_the_ground() -> None:
    three = {one.id: one for one in lay_out(HOMES["three floors"], "three")}
    assert three["bed-2-0"].bottom == three["bath-1-0"].y
    assert three["stairs"].y == three["bed-2-0"].y
    assert three["stairs"].bottom == three["hall-0-0"].bottom

    deep = {one.id: one for one in lay_out(HOMES["a basement"], "two")}
    assert deep["basement--1-0"].y == deep["hall-0-0"].bottom
    assert deep["stairs"].bottom == deep["hall-0-0"].bottom


def test_both_floors_end_at_the_same_wall() -> None:
    places = {one.id: one for one in lay_out(HOMES["sample"], "two")}

    assert places["spare-1-2"].right == pytest.approx(places["kitchen-0-2"].right)


def test_the_sample_home_keeps_the_widths_of_the_design() -> None:
    widths = {one.spot.drawing: one.width for one in lay_out(HOMES["sample"], "two")}

    assert widths["hall"] == widths["bath"] == 120
    assert widths["stairs"] == 92
    assert widths["bed"] == widths["living"] == 150
    assert widths["kitchen"] == widths["spare"] == 136


def test_a_flat_has_no_roof() -> None:
    flat, house = (lay_out(HOMES["sample"], shape) for shape in ("flat", "one"))

    assert not any(one.is_gable for one in flat)
    assert any(one.is_gable for one in house)
    roof = load_theme("light")["roof"]
    for placed, has_roof in ((flat, False), (house, True)):
        surface = RecordingSurface()
        draw_house(surface, load_theme("light"), placed, labels=False)
        assert (roof in {path.stroke for path in surface.paths}) == has_roof


@every_home
@every_shape
@pytest.mark.parametrize("theme", THEMES)
def test_every_home_can_be_drawn_in_every_theme(home: str, shape: HomeShape, theme: str) -> None:
    surface = RecordingSurface()
    placed = lay_out(HOMES[home], shape)
    draw_house(surface, load_theme(theme), placed, labels=True, focused="whole", selected="bones")

    assert surface.depth == 0
    for path in surface.paths:
        assert parse_path(path.d)


def test_a_home_without_any_place_draws_nothing() -> None:
    surface = RecordingSurface()
    draw_house(surface, load_theme("light"), (), labels=True)

    assert surface.paths == []


def test_every_state_has_its_own_shape() -> None:
    states: tuple[State, ...] = ("none", "part", "ok", "some", "fix")
    signs = []
    for state in states:
        room = Spot("a", "A", "bed", state=state, number=2, done=1, total=4)
        with_sign, without = RecordingSurface(), RecordingSurface()
        placed = lay_out((room,), "one")
        draw_house(with_sign, load_theme("light"), placed, labels=False)
        draw_house(without, load_theme("light"), placed, labels=False, badges=False)
        signs.append(frozenset(with_sign.signs() - without.signs()))

    assert all(signs)
    assert len(set(signs)) == len(states)


def test_the_number_of_fixes_is_written_in_the_sign() -> None:
    room = Spot("a", "A", "bed", state="fix", number=3)
    surface = RecordingSurface()
    draw_house(surface, load_theme("light"), lay_out((room,), "one"), labels=False)

    assert surface.words == ["3"]


def test_a_place_to_look_at_again_has_a_bubble() -> None:
    drawn = []
    for unsure in (0, 1):
        surface = RecordingSurface()
        room = Spot("a", "A", "bed", state="ok", unsure=unsure)
        draw_house(surface, load_theme("light"), lay_out((room,), "one"), labels=False)
        drawn.append(surface.paths)

    assert len(drawn[1]) == len(drawn[0]) + 2


def test_only_rooms_that_were_looked_at_have_light() -> None:
    for state, lights in (("none", 0), ("part", 1), ("ok", 1)):
        surface = RecordingSurface()
        room = Spot("a", "A", "bed", state=state)  # type: ignore[arg-type]
        draw_house(surface, load_theme("light"), lay_out((room,), "one"), labels=False)
        assert surface.glows == lights


def test_paper_has_no_light() -> None:
    surface = RecordingSurface()
    lit = tuple(Spot(spot.id, spot.name, spot.drawing, state="ok") for spot in HOMES["sample"])
    draw_house(surface, load_theme("light"), lay_out(lit, "one"), labels=False, flat_fills=True)

    assert surface.glows == 0


def test_a_name_of_80_letters_is_cut_to_its_room() -> None:
    surface = RecordingSurface()
    placed = lay_out((Spot("a", "Bedroom " * 10, "bed"),), "one")
    draw_house(surface, load_theme("light"), placed, labels=True)

    (name,) = surface.words
    assert name.startswith("Bedroom")
    assert name.endswith("…")
    assert surface.text_width(name, size=13) < placed[0].width


def test_names_are_left_out_where_they_would_be_small() -> None:
    placed = lay_out(HOMES["sample"], "two")

    assert label_size(placed, 288 / view_box(placed).width) is None
    assert label_size(placed, 1.2) == 13
    assert label_size(placed, 0.9) == pytest.approx(15.6, abs=0.1)
    assert label_size(placed, 0.8) is None
    assert label_size(placed, 0.8, badges=False) == pytest.approx(17.5)
    assert label_size(lay_out(HOMES["twelve rooms"], "one"), 1) is None


def test_a_name_too_long_for_its_room_stands_on_two_lines() -> None:
    names = ("Bedroom", "Spare room", "Bathroom", "Living room", "Kitchen", "Hallway")
    drawings = ("bed", "spare", "bath", "living", "kitchen", "hall")
    rooms = zip(names, drawings, strict=True)
    placed = lay_out([Spot(name, name, drawing) for name, drawing in rooms], "one")
    size = label_size(placed, 0.64, badges=False)
    surface = RecordingSurface()
    assert size is not None
    draw_house(surface, load_theme("light"), placed, labels=True, label_size=size, badges=False)

    assert " ".join(surface.words) == " ".join(names)
    assert all(surface.text_width(word, size=size) < 150 for word in surface.words)
    assert label_size(placed, 0.64) is None
    assert label_size(placed, 0.5, badges=False) is None


def test_signs_on_a_small_map_are_drawn_larger() -> None:
    placed = lay_out(HOMES["sample"], "two")

    assert badge_scale(placed, 1.2) == 1
    assert 1.5 < badge_scale(placed, 288 / view_box(placed).width) <= 2.4


def test_a_scene_fits_into_its_rectangle() -> None:
    placed = lay_out(HOMES["sample"], "two")
    scale = draw_scene(RecordingSurface(), load_theme("light"), placed, 600, 400)

    assert view_box(placed).width * scale <= 600
    assert view_box(placed).height * scale <= 400


@pytest.mark.parametrize(
    "drawing", [*ROOMS, "stairs", "whole", "outside", "garden", "bones", "unheard of"]
)
def test_every_place_can_be_drawn_alone(drawing: str) -> None:
    surface = RecordingSurface()
    draw_room(surface, load_theme("light"), Spot("a", "A", drawing), 120, 90)

    assert surface.depth == 0
    assert len(surface.paths) > 3


@pytest.mark.parametrize(
    ("area", "kind", "drawing"),
    [("HAL", "", "hall"), ("LIV", "dining", "dining"), ("LGB", "garage", "garage"),
     ("XYZ", "", "spare"), ("BED", "tower", "bed")],
)  # fmt: skip
def test_a_room_is_drawn_by_its_kind_or_else_by_its_area(
    area: str, kind: str, drawing: str
) -> None:
    assert drawing_of(area, kind) == drawing


@pytest.mark.parametrize("count", [13, 20, 40])
@pytest.mark.parametrize("shape", SHAPES)
def test_very_many_rooms_of_a_floor_stand_in_wings_with_a_roof_between(
    count: int, shape: HomeShape
) -> None:
    placed = lay_out((*rooms("bed " * count), *AROUND), shape)
    inside = [one for one in placed if one.spot.is_inside]
    box = view_box(placed)

    assert has_wings(placed)
    assert box.width < 3.6 * box.height
    # As large as on the page of the results, which is two thirds as high as it is wide at least.
    scale = min(570 / (box.width + 60), 400 / (box.height + 70))
    assert min(min(one.width, one.height) for one in inside) * scale > 44
    for roof in wing_roofs(placed):
        assert not [one for one in inside if one.y < roof.y + roof.height - 1 < one.bottom]


@pytest.mark.parametrize("count", [1, 5, 12])
def test_up_to_twelve_rooms_of_a_floor_stand_side_by_side(count: int) -> None:
    placed = lay_out((*rooms("bed " * count), *AROUND), "one")

    assert len({one.y for one in placed if one.spot.is_inside}) == 1
    assert not has_wings(placed)
