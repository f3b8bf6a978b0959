"""Whether the side file of a program that was killed has lost answers.

SQLite reads the side file until the first page whose sum is wrong, because so ends one whose last
change was cut off by the kill. It cannot tell when the disk has changed a page in the middle, and
would forget all that comes after. We can: a change that was only begun is one ahead of what is
read, and never two.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from falls_app.storage.cells import TABLE_LEAF, rows_of_page
from falls_app.storage.pages import Pages
from falls_app.storage.shapes import load_shapes, shape_of
from falls_app.storage.trouble import LOST_ANSWERS, StoreError


def refuse_lost_answers(file: Path) -> None:
    """Raise StoreError if the side file holds answers that SQLite would forget."""
    side = file.with_name(f"{file.name}-wal")
    if side.is_file() and side.stat().st_size and _has_lost_changes(file):
        raise StoreError(*LOST_ANSWERS)


def _has_lost_changes(file: Path) -> bool:
    with Pages(file) as there:
        return not there.is_in_line and _has_changes_beyond(file, there)


def _has_changes_beyond(file: Path, there: Pages) -> bool:
    """Return whether pages that SQLite does not read hold more than a change that was begun."""
    with Pages(file, as_sqlite_reads=True) as read:
        beyond = [
            number for number, place in there.newer.items() if read.newer.get(number) != place
        ]
        if not beyond:
            return False
        known = _newest(read, range(1, read.count + 1), {"case_": "rev"})
        found = _newest(there, there.newer, {"case_": "rev", "change": "seq"})
        return any(number > known.get(case_id, 0) + 1 for case_id, number in found.items())


def _newest(pages: Pages, numbers: Iterable[int], counters: Mapping[str, str]) -> dict[str, int]:
    """Return the number of each case's newest change, as far as these pages tell.

    ``counters`` are tables, each with the column that counts the changes. An answer that waits
    is one more.
    """
    shapes = load_shapes()
    only_lines = "change" not in counters
    found: dict[str, int] = {}
    waiting: list[str] = []
    for number in numbers:
        if only_lines and pages.page(number)[:1] != bytes([TABLE_LEAF]):
            continue
        for kind, values in rows_of_page(pages, number):
            shape = shape_of(shapes, kind, values)
            if shape is None:
                continue
            names = [column.name for column in shape.columns]
            if shape.table == "waiting":
                waiting.append(str(values[names.index("case_id")]))
            elif shape.table in counters:
                case_id = str(values[0])
                counted = int(str(values[names.index(counters[shape.table])]))
                found[case_id] = max(found.get(case_id, 0), counted)
    for case_id in waiting:
        found[case_id] = found.get(case_id, 0) + 1
    return found
