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
    with Pages(file, as_sqlite_reads=True) as read, Pages(file) as there:
        beyond = [
            number for number, place in there.newer.items() if read.newer.get(number) != place
        ]
        if not beyond:
            return False
        known = _newest(read, range(1, read.count + 1), {"case_": "rev"})
        found = _newest(there, beyond, {"case_": "rev", "change": "seq"})
        if any(number > known.get(case_id, 0) + 1 for case_id, number in found.items()):
            return True
        return _waiting(there) > _waiting(read) + 1


def _waiting(pages: Pages) -> int:
    """Return how many answers wait, as far as these pages tell."""
    shapes = load_shapes()
    found = 0
    for number in pages.newer:
        if pages.page(number)[:1] == bytes([TABLE_LEAF]):
            for kind, values in rows_of_page(pages, number):
                shape = shape_of(shapes, kind, values)
                found += shape is not None and shape.table == "waiting"
    return found


def _newest(pages: Pages, numbers: Iterable[int], counters: Mapping[str, str]) -> dict[str, int]:
    """Return the number of each case's newest change, as far as these pages tell.

    ``counters`` are tables, each with the column that counts the changes.
    """
    shapes = load_shapes()
    only_lines = "change" not in counters
    found: dict[str, int] = {}
    for number in numbers:
        if only_lines and pages.page(number)[:1] != bytes([TABLE_LEAF]):
            continue
        for kind, values in rows_of_page(pages, number):
            shape = shape_of(shapes, kind, values)
            if shape is not None and shape.table in counters:
                place = [column.name for column in shape.columns].index(counters[shape.table])
                case_id = str(values[0])
                found[case_id] = max(found.get(case_id, 0), int(str(values[place])))
    return found
