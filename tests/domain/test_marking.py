"""Marks are put on a photo, moved and turned, and stay on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from falls_app.domain.evidence import Mark, MarkKind
from falls_app.domain.marking import in_the_middle, moved, on_photo, with_end_at, with_end_moved

ARROW = Mark(MarkKind.ARROW, (0.2, 0.3), (0.6, 0.5), "words")
shares = st.floats(0, 1)
kinds = st.sampled_from(MarkKind)
marks = st.builds(Mark, kinds, st.tuples(shares, shares), st.tuples(shares, shares))
moves = st.floats(-3, 3)


def is_on_photo(mark: Mark) -> bool:
    return all(0 <= each <= 1 for each in (*mark.start, *mark.end))


@pytest.mark.parametrize("kind", MarkKind)
def test_a_new_mark_has_the_middle_of_the_photo_in_it(kind: MarkKind) -> None:
    mark = in_the_middle(kind, "34 in")

    assert (mark.kind, mark.words) == (kind, "34 in")
    for across, down in (zip(mark.start, mark.end, strict=True),):
        assert min(across) <= 0.5 <= max(across)
        assert min(down) <= 0.5 <= max(down)


def test_a_mark_is_moved_as_a_whole() -> None:
    after = moved(ARROW, 0.1, -0.2)

    assert after.start == pytest.approx((0.3, 0.1))
    assert after.end == pytest.approx((0.7, 0.3))
    assert after.words == "words"


def test_at_the_edge_a_mark_keeps_its_shape() -> None:
    after = moved(ARROW, 5, 5)

    assert after.end == pytest.approx((1, 1))
    assert after.start == pytest.approx((0.6, 0.8))


@given(marks, moves, moves)
def test_no_move_takes_a_mark_off_the_photo(mark: Mark, dx: float, dy: float) -> None:
    assert is_on_photo(moved(mark, dx, dy))
    assert is_on_photo(with_end_moved(mark, dx, dy))


def test_one_end_is_put_somewhere_else() -> None:
    assert with_end_at(ARROW, "start", (0.9, 2)).start == (0.9, 1)
    assert with_end_at(ARROW, "start", (0.9, 2)).end == ARROW.end
    assert with_end_at(ARROW, "end", (-1, 0.5)).end == (0, 0.5)
    assert with_end_moved(ARROW, 0.1, 0.1).end == pytest.approx((0.7, 0.6))


def test_a_text_has_one_place() -> None:
    text = in_the_middle(MarkKind.TEXT, "Here")

    for which in ("start", "end"):
        after = with_end_at(text, which, (0.1, 0.2))
        assert after.start == after.end == (0.1, 0.2)


def test_the_nearest_place_on_the_photo_is_found() -> None:
    assert on_photo((-0.5, 0.4)) == (0, 0.4)
    assert on_photo((0.5, 1.4)) == (0.5, 1)
