"""Sizes: of the body, of equipment, of the home, and results of tests of movement."""

from collections.abc import Iterator

from falls_app.content.screening import load_function_tests
from falls_app.days import table_day_with_year
from falls_app.domain.bones import FunctionResult
from falls_app.domain.overview import WHOLE
from falls_app.domain.visit import BodySize
from falls_app.export.observed import height_line
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import Heading, Para, Part, Table
from falls_app.export.report.words import load_words, size_names, size_words
from falls_app.i18n import _, content
from falls_app.result_words import more_words, result_words
from falls_app.sizes import aim_words, measured_size


def body_and_equipment(data: ReportData) -> Iterator[Part]:
    """Yield the sizes of the body, then what is in place and what is prescribed."""
    visit, names = data.visit, size_names()
    rows = tuple(
        (names[each], size_words(each, visit.sizes[each], data.region))
        for each in BodySize
        if each in visit.sizes
    )
    if rows:
        yield Heading(2, _("Sizes of the body"))
        yield Table(_("Sizes of the body"), (_("Size"), _("Found")), rows, (60, 40), dense=True)
    if visit.equipment:
        yield Heading(2, _("Equipment"))
        yield Table(
            _("Equipment"),
            (_("What"), _("Standing"), _("Room"), _("Safe working load"), _("Note")),
            tuple(_equipment_rows(data)),
            (26, 14, 16, 17, 27),
        )
    if too_weak := ", ".join(each.name for each in visit.too_weak):
        words = _("The safe working load is below the weight noted: {what}.").format(what=too_weak)
        yield Para(words, _("Look at this first."))


def _equipment_rows(data: ReportData) -> Iterator[tuple[str, ...]]:
    for each in sorted(data.visit.equipment, key=lambda thing: thing.is_prescribed):
        standing = _("Prescribed") if each.is_prescribed else _("In place")
        room = data.place_name(each.room) if each.room else ""
        load = load_words(each, data.region)
        yield (each.name, standing, room or "–", load, each.note or "–")


def measures(data: ReportData) -> Iterator[Part]:
    """Yield the table of what was measured, with what it is held against. No verdict."""
    rows = (*_test_rows(data), *_home_rows(data))
    height = height_line(data)
    if not rows and not height:
        return
    yield Heading(2, _("Measures"))
    if rows:
        head = (_("What"), _("Found"), _("Beside it"))
        yield Table(_("Measures"), head, rows, (46, 27, 27), dense=True)
    if height:
        yield Para(height)


def _test_rows(data: ReportData) -> Iterator[tuple[str, ...]]:
    tests = load_function_tests()
    latest: dict[str, FunctionResult] = {}
    for result in sorted(data.case.bones.tests, key=lambda each: each.date):
        latest[result.kind] = result
    for kind, test in tests.by_id.items():
        if kind in latest:
            result = latest[kind]
            day = table_day_with_year(result.date, data.region.locale) if result.date else ""
            found = "\n".join(part for part in (result_words(result, data.region), day) if part)
            beside = [more_words(result, tests, data.region), content(test.reference)]
            yield (content(test.name), found, " ".join(part for part in beside if part))


def _home_rows(data: ReportData) -> Iterator[tuple[str, ...]]:
    order = {place: number for number, place in enumerate(data.places)}
    found = sorted(
        (each for each in data.walk.findings.values() if each.measures),
        key=lambda each: (order.get(each.room or WHOLE, 0), each.check),
    )
    for finding in found:
        check = data.checklist.by_id.get(finding.check)
        place = data.place_name(finding.room or WHOLE)
        for measure in check.measures if check else ():
            if measure.id in finding.measures:
                size = measured_size(finding.measures[measure.id], measure, data.region)
                aim = aim_words(measure, data.region)
                what = _("{what}, {place}").format(what=content(measure.label), place=place)
                yield (what, size, _("Aim: {size}").format(size=aim) if aim else "–")
