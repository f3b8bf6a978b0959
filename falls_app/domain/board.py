"""The board of the plan as somebody arranged it: other columns for steps, and an order of theirs.

It moves cards only. Which steps stand first, and why, stays with the ranking.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from falls_app.domain.assessment import Case
from falls_app.domain.fixes import column_of
from falls_app.domain.step import Column, Step

BOARD = "board"
"""Key of ``Case.extra``: ``{"columns": {step key: column}, "order": [step key, …]}``."""

_COLUMNS = {column.value: column for column in Column}


def column_for(case: Case, key: str, role: str, cost: int) -> Column:
    """Return the column of a step: the one it was moved to, else how it is done."""
    return _COLUMNS.get(_columns(case).get(key, ""), column_of(role, cost))


def on_board(case: Case, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps of one column in the order they were put in; done ones come last.

    What was never moved stands before whatever the plan has after it.
    """
    order = _order(case)
    by_key = {step.key: step for step in steps if not step.is_done}
    arranged = [by_key[key] for key in order if key in by_key]
    keys = list(by_key)
    for number, key in enumerate(keys):
        if key not in order:
            after = keys[number + 1 :]
            place = next((n for n, each in enumerate(arranged) if each.key in after), None)
            arranged.insert(len(arranged) if place is None else place, by_key[key])
    return (*arranged, *(step for step in steps if step.is_done))


def is_arranged(case: Case) -> bool:
    """Return whether anything on the board was moved."""
    return bool(_order(case) or _columns(case))


def moved_to(case: Case, step: Step, column: Column) -> Case:
    """Return the case with a step in another column, where its rank puts it."""
    order = [key for key in _order(case) if key != step.key]
    return _with(case, {**_columns(case), step.key: column.value}, order)


def moved_by(case: Case, here: Sequence[Step], step: Step, by: int) -> Case:
    """Return the case with a step so many places lower in its column, higher if below 0.

    ``here`` are the steps of the column as the board has them. At the end it stays.
    """
    keys = [each.key for each in here if not each.is_done]
    if step.key not in keys:
        return case
    place = keys.index(step.key)
    target = min(max(place + by, 0), len(keys) - 1)
    if target == place:
        return case
    keys.insert(target, keys.pop(place))
    others = [key for key in _order(case) if key not in keys]
    return _with(case, _columns(case), [*others, *keys])


def as_ranked(case: Case) -> Case:
    """Return the case with the board as the plan has it."""
    return replace(case, extra={key: each for key, each in case.extra.items() if key != BOARD})


def _with(case: Case, columns: Mapping[str, str], order: Sequence[str]) -> Case:
    board = {"columns": dict(columns), "order": list(order)}
    return replace(case, extra={**case.extra, BOARD: board})


def _board(case: Case, name: str) -> object:
    kept = case.extra.get(BOARD)
    return kept.get(name) if isinstance(kept, Mapping) else None


def _columns(case: Case) -> Mapping[str, str]:
    kept = _board(case, "columns")
    return {str(key): str(each) for key, each in kept.items()} if isinstance(kept, Mapping) else {}


def _order(case: Case) -> tuple[str, ...]:
    kept = _board(case, "order")
    return tuple(map(str, kept)) if isinstance(kept, list | tuple) else ()
