"""The visit sheet as a reader finds it: pages, lines, codes, boxes."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from falls_app.cases import load_case
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Assessment, Case, ListKind
from falls_app.domain.home import Home, Room
from falls_app.domain.origin import origin_in
from falls_app.domain.person import Person
from falls_app.domain.sheet import ORIGIN, SIGNS, box_name, place_named
from falls_app.export import Printing, write_paper
from falls_app.export.visit_sheet import pages_of

NELL = load_case("sample:visit")
SMALL = Case(
    person=Person("Nell Hart"),
    home=Home(rooms=(Room("stairs", "STR", "Stairs"),)),
    assessments=(Assessment("1", "2026-11-20", ListKind.QUICK),),
)


@cache
def printed(sample: str = "sample:visit", **options) -> bytes:
    return sheet_of(load_case(sample), **options)


def sheet_of(case: Case, region: str = "us", **options) -> bytes:
    target = BytesIO()
    write_paper("visit-sheet", case, target, Printing(load_region(region), **options))
    return target.getvalue()


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def boxes_of(data: bytes) -> dict:
    return PdfReader(BytesIO(data)).get_fields() or {}


def test_every_line_that_applies_is_printed_once_below_its_code_in_walking_order():
    text = text_of(printed())
    pages = pages_of(NELL)
    codes = [page.code for page in pages]

    assert codes[:6] == ["BED-1", "BED-2", "BTH-1", "BTH-2", "STR-1", "STR-2"]
    heads = list(dict.fromkeys(re.findall(r"Page code\s*([A-Z]{3}-\d+)", text)))
    assert heads == codes
    lines = re.findall(r"^([A-Z]{3}\d\d) ?", text, re.MULTILINE)
    assert lines == [check.id for page in pages for check in page.checks]


def test_a_sheet_asks_only_what_applies_to_this_home_and_person():
    wheels = replace(NELL, person=replace(NELL.person, traits=("wheelchair",)))

    asked = {check.id for page in pages_of(wheels) for check in page.checks}

    assert asked != {check.id for page in pages_of(NELL) for check in page.checks}
    for check in load_checklist():
        if not check.applies.holds(wheels.home.features, wheels.person.all_traits):
            assert check.id not in asked


def test_the_quick_list_has_each_room_of_a_kind_too():
    pages = {page.code: page for page in pages_of(load_case("sample"))}

    assert pages["BED-2"].room.name == "Spare room"
    assert all(check.quick for page in pages.values() for check in page.checks)


def test_no_sign_about_the_person_is_ever_on_a_sheet():
    told = replace(SMALL.bones, flags={"F1": "yes"}, items={}, help_noted="")
    ticked = replace(SMALL, bones=replace(told, two_days=replace(told.two_days, ticked=("back",))))

    assert text_of(sheet_of(ticked)) == text_of(sheet_of(SMALL))


def test_a_blank_sheet_is_for_a_typical_home_and_names_nobody():
    text = text_of(sheet_of(Case()))

    assert {"BED-1", "BTH-1", "STR-1", "OUT-1", "FLR-1"} <= set(re.findall(r"[A-Z]{3}-\d", text))
    assert text.startswith("Visit sheet\n")
    assert "’s home" not in text


def test_hidden_names_are_initials_on_paper_and_in_the_file():
    data = sheet_of(SMALL, hide_names=True, fillable=True)

    assert "Nell" not in text_of(data)
    assert "N. H." in text_of(data)
    assert "Nell" not in str(boxes_of(data))


@pytest.mark.parametrize(("region", "unit"), [("us", "in"), ("uk", "mm")])
def test_sizes_are_written_in_the_unit_of_the_region(region, unit):
    line = next(
        each for each in text_of(sheet_of(NELL, region)).split("\n") if "rail above" in each
    )

    assert unit in line.split()


def test_large_print_has_no_small_words():
    sizes = set()

    def seen(text, matrix, _place, _font, size):
        if text.strip():
            sizes.add(round(abs(size * matrix[0]), 1))

    for page in PdfReader(BytesIO(sheet_of(SMALL, large=True))).pages:
        page.extract_text(visitor_text=seen)

    assert min(sizes) >= 17.5, "the signs in circles are shapes to press"


def test_each_line_has_a_group_of_circles_and_boxes_named_by_room_and_check():
    boxes = boxes_of(printed(fillable=True))

    for page in pages_of(NELL):
        for check in page.checks:
            group = boxes[box_name((check.id, page.place))]
            assert group["/FT"] == "/Btn"
            assert check.id in group["/TU"]
            states = {state.removeprefix("/") for state in group["/_States_"]} - {"Off"}
            assert states == {
                answer.value
                for answer in SIGNS
                if answer in check.short_answers or answer.value == "not_sure"
            }
            assert boxes[box_name((check.id, page.place), "note")]["/FT"] == "/Tx"
            for measure in check.measures:
                assert measure.label in boxes[box_name((check.id, page.place), measure.id)]["/TU"]


def test_the_hidden_box_says_what_was_known_without_telling_words():
    origin = origin_in(boxes_of(printed(fillable=True))[ORIGIN]["/V"])

    assert origin.content == load_checklist().version
    assert origin.units["mm"] == "in"
    findings = NELL.assessment.findings
    assert all(origin.was[box_name(place)] == found.answer for place, found in findings.items())
    noted = next(found for found in findings.values() if found.note)
    assert noted.note not in str(origin)


def test_every_box_is_in_the_structure_with_words_for_a_reader():
    reader = PdfReader(BytesIO(printed(fillable=True)))
    widgets = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    shown = [each for each in widgets if not each["/F"] & 2]

    assert len(shown) > 1000
    assert all("/StructParent" in each and each["/TU"] and each["/Contents"] for each in shown)
    assert len(widgets) - len(shown) == 1


@pytest.mark.parametrize("room", ["a.b/c", "50%", "whole", "Küche", "("])
def test_the_name_of_a_box_leads_back_to_its_place(room):
    assert place_named(box_name(("BED01", room), "note")) == (("BED01", room), "note")
    assert place_named(box_name(("FLR01", None))) == (("FLR01", None), "")


def test_odd_room_ids_and_names_break_nothing():
    rooms = (Room("a.b/(c", "BED", "<b>Bed & “breakfast”</b>"), Room("50%", "BTH", "Łazienka"))
    case = Case(person=Person("Zoë <i>"), home=Home(rooms=rooms))

    data = sheet_of(case, fillable=True)

    assert "<b>Bed & “breakfast”</b>" in text_of(data)
    assert box_name(("BED01", "a.b/(c")) in boxes_of(data)


def test_a_name_of_80_letters_is_printed_whole_and_on_the_page():
    name = "Wilhelmina-Alexandra Theodora von und zu Hohenstein-Waldburg auf dem Lichtenberg"
    page = PdfReader(BytesIO(sheet_of(replace(SMALL, person=Person(name))))).pages[0]
    places = []

    def seen(text, _matrix, place, _font, _size):
        if text.strip():
            places.append(place[4])

    text = page.extract_text(visitor_text=seen)

    assert " ".join(text.split()).count(name) >= 2
    assert max(places) < float(page.mediabox.right) - 40


def test_the_same_case_makes_the_same_bytes():
    assert sheet_of(SMALL, fillable=True) == sheet_of(SMALL, fillable=True)
