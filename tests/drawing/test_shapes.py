"""Signs, logo, dial, bars and icons."""

from typing import get_args

import pytest

from falls_app.content.themes import load_theme
from falls_app.drawing.icons import draw_icon
from falls_app.drawing.shapes import (
    Box,
    State,
    badge,
    band_line,
    dial,
    logo,
    score_bar,
    state_shape,
)
from tests.drawing.recording import RecordingSurface

LIGHT = load_theme("light")
STATES: tuple[State, ...] = get_args(State)
WORDS = ("Big fixes first", "Some rooms need care", "Mostly steady", "Steady for now")


@pytest.mark.parametrize("filled", [True, False])
def test_no_two_states_share_a_shape(filled: bool) -> None:
    shapes = set()
    for state in STATES:
        surface = RecordingSurface()
        state_shape(surface, LIGHT, state, 0, 0, 12, filled=filled)
        shapes.add(frozenset(surface.signs()))

    assert len(shapes) == len(STATES)


def test_signs_without_a_number_need_no_font() -> None:
    surface = RecordingSurface()
    for state in STATES:
        state_shape(surface, LIGHT, state, 0, 0, 12)

    assert surface.words == []


def test_the_amber_square_always_has_a_dark_edge() -> None:
    surface = RecordingSurface()
    badge(surface, LIGHT, "some", 0, 0, number=2)

    assert LIGHT["some_edge"] in {path.stroke for path in surface.paths}
    assert surface.words == ["2"]


def test_an_outlined_sign_is_not_filled() -> None:
    surface = RecordingSurface()
    for state in STATES:
        if state != "part":
            state_shape(surface, LIGHT, state, 0, 0, 12, filled=False)

    assert {path.fill for path in surface.paths} == {None}


def test_the_dial_says_number_and_caption() -> None:
    surface = RecordingSurface()
    dial(surface, LIGHT, Box(0, 0, 340, 300), value=68, after=84, caption="out of 100")

    assert surface.words == ["68", "out of 100", "0", "100"]


def test_a_dial_without_a_value_is_empty() -> None:
    surface = RecordingSurface()
    dial(surface, LIGHT, Box(0, 0, 340, 300), value=None, caption="12 of 31 looked at")

    assert {path.stroke for path in surface.paths} == {LIGHT["track"]}
    assert surface.words == ["12 of 31 looked at", "0", "100"]


@pytest.mark.parametrize(
    ("value", "band"), [(0, 0), (59, 0), (60, 1), (74, 1), (75, 2), (89, 2), (90, 3), (100, 3)]
)
def test_the_line_of_bands_names_all_and_marks_one(value: int, band: int) -> None:
    bold = []

    class Weights(RecordingSurface):
        def text(self, x: float, y: float, words: str, **style: object) -> float:
            bold.append((words, style.get("weight") == 700))
            return 10

    band_line(Weights(), LIGHT, Box(0, 50, 2000, 26), words=WORDS, value=value)

    assert [words for words, _ in bold[:4]] == list(WORDS)
    assert [is_bold for _, is_bold in bold[:4]] == [index == band for index in range(4)]


@pytest.mark.parametrize(("value", "after"), [(5, 12), (68, 84), (92, 96), (57, 59)])
def test_the_marker_for_the_first_five_is_dashed_and_worded(value: int, after: int) -> None:
    surface = RecordingSurface()
    band_line(
        surface, LIGHT, Box(0, 50, 560, 26),
        words=WORDS, value=value, after=after, after_words="with the first five",
    )  # fmt: skip

    assert [path.stroke for path in surface.paths if path.dashed] == [LIGHT["primary"]]
    assert surface.words[-3:] == [str(value), str(after), "with the first five"]


def test_a_score_that_the_first_five_do_not_change_has_one_marker() -> None:
    surface = RecordingSurface()
    band_line(surface, LIGHT, Box(0, 50, 560, 26), words=WORDS, value=68, after=68)
    score_bar(surface, LIGHT, Box(0, 0, 100, 14), value=68, state="some", after=68)

    assert not any(path.dashed for path in surface.paths)


def test_a_bar_shows_what_the_first_five_bring() -> None:
    surface = RecordingSurface()
    score_bar(surface, LIGHT, Box(0, 0, 100, 14), value=68, state="some", after=80)

    assert [path.dashed for path in surface.paths] == [False, True, False]


def test_icon_and_logo_leave_the_surface_as_it_was() -> None:
    surface = RecordingSurface()
    draw_icon(surface, "home", 0, 0, 24, "#000000")
    logo(surface, LIGHT, 36)

    assert surface.depth == 0


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        draw_icon(RecordingSurface(), "unicorn", 0, 0, 24, "#000000")
