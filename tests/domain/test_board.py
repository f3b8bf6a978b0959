"""The board: steps moved to other columns and places, what was never moved stays as ranked."""

import pytest

from falls_app.domain.assessment import Case
from falls_app.domain.board import as_ranked, is_arranged, moved_by, moved_to, on_board
from falls_app.domain.deciding import done, done_on, with_own_step
from falls_app.domain.step import Column, Step
from tests.domain.test_own_steps import CASE, plan_of


def many(count: int = 4) -> Case:
    case = CASE
    for number in range(count - 1):
        case = with_own_step(case, f"Step {number}")
    return case


def board(case: Case, column: Column = Column.TODAY) -> list[str]:
    return [each.key for each in on_board(case, plan_of(case).in_column(column))]


def step(case: Case, key: str) -> Step:
    return next(each for each in plan_of(case).steps if each.key == key)


def shifted(case: Case, key: str, by: int) -> Case:
    here = on_board(case, plan_of(case).in_column(Column.TODAY))
    return moved_by(case, here, step(case, key), by)


def test_a_step_goes_up_and_down_and_stays_at_the_ends() -> None:
    begun = many()
    before = [key for key in board(begun) if key.startswith("own-")]
    assert before == ["own-1", "own-2", "own-3", "own-4"]

    down = shifted(begun, "own-1", 1)
    assert [key for key in board(down) if key.startswith("own-")] == [
        "own-2", "own-1", "own-3", "own-4",
    ]  # fmt: skip
    assert shifted(down, board(down)[-1], 1) is down
    assert shifted(down, board(down)[0], -1) is down
    assert [each.key for each in plan_of(down).first] == [each.key for each in plan_of(begun).first]


def test_a_step_in_another_column_is_due_when_its_column_is() -> None:
    begun = many()
    moved = moved_to(begun, step(begun, "own-1"), Column.HELP)

    assert "own-1" not in board(moved)
    assert board(moved, Column.HELP)[-1] == "own-1"
    assert step(moved, "own-1").by > step(begun, "own-1").by


def test_what_comes_later_stands_where_its_rank_puts_it() -> None:
    three = shifted(many(3), "own-3", -1)
    four = with_own_step(three, "A new one")

    assert [key for key in board(three) if key.startswith("own-")] == ["own-1", "own-3", "own-2"]
    assert [key for key in board(four) if key.startswith("own-")][-1] == "own-4"


def test_a_done_step_goes_to_the_end_and_is_moved_no_more() -> None:
    begun = shifted(many(), "own-1", 2)
    after = done(begun, step(begun, "own-2"), "2026-11-20")

    assert board(after)[-1] == "own-2"
    assert shifted(after, "own-2", -1) is after


def test_the_board_goes_back_to_how_the_plan_has_it() -> None:
    begun = many()
    other = moved_to(shifted(begun, "own-1", 1), step(begun, "own-2"), Column.MONTH)

    assert is_arranged(other)
    assert not is_arranged(as_ranked(other))
    assert board(as_ranked(other)) == board(begun)


@pytest.mark.parametrize("kept", ["x", {"columns": 3, "order": "own-1"}, {"columns": {"own-1": 2}}])
def test_what_another_program_kept_there_does_no_harm(kept: object) -> None:
    case = Case(home=CASE.home, assessments=CASE.assessments, own_steps=CASE.own_steps,
                extra={"board": kept})  # fmt: skip

    assert "own-1" in board(case)


def test_nothing_is_done_on_a_day_to_come() -> None:
    begun = done(CASE, step(CASE, "own-1"), "2026-11-20")
    assert step(done_on(begun, step(begun, "own-1"), "2026-11-02", "2026-11-20"), "own-1").by
    with pytest.raises(ValueError, match="own-1 cannot be done"):
        done_on(begun, step(begun, "own-1"), "2026-11-21", "2026-11-20")
