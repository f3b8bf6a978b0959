"""Marks on a photo are drawn where they were put."""

import pytest

from falls_app.domain.evidence import Mark, MarkKind, Point
from falls_app.drawing.marks import CLAY, PAPER, draw_marks
from falls_app.drawing.path import parse_path
from falls_app.drawing.shapes import Box
from tests.drawing.recording import RecordingSurface

PICTURE = Box(100, 50, 600, 400)


def drawn(*marks: Mark) -> RecordingSurface:
    surface = RecordingSurface()
    draw_marks(surface, marks, PICTURE)
    return surface


def points(surface: RecordingSurface) -> set[tuple[float, float]]:
    """The points that the paths go through, control points included."""
    rows = [each.numbers for path in surface.paths for each in parse_path(path.d)]
    return {(round(x), round(y)) for row in rows for x, y in zip(row[::2], row[1::2], strict=True)}


@pytest.mark.parametrize("kind", [MarkKind.ARROW, MarkKind.LINE])
def test_a_line_goes_from_its_start_to_its_end_on_a_white_edge(kind: MarkKind) -> None:
    surface = drawn(Mark(kind, (0.0, 0.5), (0.5, 1.0)))

    assert {(100, 250), (400, 450)} <= points(surface)
    assert [path.stroke for path in surface.paths] == [PAPER, CLAY]


def test_a_circle_lies_in_its_box_however_it_was_drawn() -> None:
    there = drawn(Mark(MarkKind.CIRCLE, (0.25, 0.25), (0.75, 0.75)))
    back = drawn(Mark(MarkKind.CIRCLE, (0.75, 0.75), (0.25, 0.25)))

    assert there.paths == back.paths
    assert {(250, 250), (550, 250)} <= points(there)


@pytest.mark.parametrize("corner", [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
def test_words_stay_inside_the_picture(corner: Point) -> None:
    surface = drawn(Mark(MarkKind.TEXT, corner, corner, "No rail here"))

    assert surface.words == ["No rail here"]
    assert all(100 <= x <= 700 and 50 <= y <= 450 for x, y in points(surface))


def test_a_measure_line_says_its_size_and_one_without_a_size_says_nothing() -> None:
    line = Mark(MarkKind.LINE, (0.2, 0.2), (0.2, 0.8), "880 mm")

    assert drawn(line).words == ["880 mm"]
    assert drawn(Mark(MarkKind.LINE, (0.2, 0.2), (0.2, 0.8))).words == []


def test_what_is_blurred_and_words_that_are_empty_draw_nothing() -> None:
    blur, empty = Mark(MarkKind.BLUR, (0, 0), (1, 1)), Mark(MarkKind.TEXT, (0, 0), (0, 0))

    assert drawn(blur, empty).paths == []


def test_an_arrow_of_no_length_does_no_harm() -> None:
    assert drawn(Mark(MarkKind.ARROW, (0.5, 0.5), (0.5, 0.5))).paths
