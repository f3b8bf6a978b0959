"""The command about a filled sheet: what it says otherwise, and taking that over."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from falls_app import paths
from falls_app.cases import SAMPLES, load_case
from falls_app.domain.assessment import Case
from falls_app.domain.filled import Reading
from falls_app.errors import UserError
from falls_app.i18n import _

CASE = "the id of a home in your list, or a case file (.json)"


def add_to(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command; ``add`` takes a name and a help text and returns the command's parser."""
    sheet = add("import-sheet", help="print what a filled visit sheet says otherwise, as JSON")
    sheet.add_argument("case", metavar="CASE", help=CASE)
    sheet.add_argument("file", metavar="FILLED.pdf", type=Path)
    sheet.add_argument(
        "--apply",
        action="store_true",
        help="take all of it over; a case file is kept as it was beside the new one",
    )
    sheet.set_defaults(command=_import_sheet)


def _import_sheet(chosen: argparse.Namespace) -> None:
    if not chosen.apply:
        _print_reading(_read(load_case(chosen.case), chosen.file))
    elif chosen.case in SAMPLES:
        raise UserError("A sample stays as it is.", "Give the id of a home, or a case file.")
    elif chosen.case.endswith(".json"):
        _take_into_file(Path(chosen.case), chosen.file)
    else:
        _take_into_store(chosen.case, chosen.file)


def _read(case: Case, sheet: Path) -> Reading:
    from falls_app.export.sheet_back import read_filled

    return read_filled(case, sheet, date.today().isoformat())


def _taken(case: Case, reading: Reading) -> Case:
    return reading.taken(case, [each.key for each in reading.differences])


def _take_into_store(case_id: str, sheet: Path) -> None:
    """Save all of it as one change, which the window can take back."""
    from falls_app.storage.store import Store

    load_case(case_id)  # an id that is not there makes no store
    store = Store.open(paths.user_data(), lambda: datetime.now(UTC))
    try:
        case = store.load(case_id)
        reading = _read(case, sheet)
        store.save(case, _taken(case, reading), _("a filled sheet"))
    finally:
        store.close()
    _print_reading(reading)


def _take_into_file(file: Path, sheet: Path) -> None:
    """Write the case file anew; what it was is kept beside it: "nell.before.json"."""
    from falls_app.export import write_data
    from falls_app.storage.case_file import write_case

    case = load_case(str(file))
    reading = _read(case, sheet)
    if reading.differences:
        write_data(_name_beside(file), file.read_bytes())
        write_data(file, write_case(_taken(case, reading)).encode())
    _print_reading(reading)


def _name_beside(file: Path) -> Path:
    """Return a name that no file has yet."""
    beside, number = file.with_suffix(".before.json"), 2
    while beside.exists():
        beside, number = file.with_suffix(f".before-{number}.json"), number + 1
    return beside


def _print_reading(reading: Reading) -> None:
    from falls_app.export.sheet_back import difference_as_json, odd_words

    told = [
        difference_as_json(each, changed=each.key in reading.changed)
        for each in reading.differences
    ]
    print(json.dumps(told, ensure_ascii=False, indent=2))
    for sentence in odd_words(reading.oddities):
        print(sentence, file=sys.stderr)
