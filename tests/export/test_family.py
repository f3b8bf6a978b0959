"""The family plan says what was found and decided, leads with help, and loses nothing."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from pypdf import PdfReader

from falls_app.cases import load_case, sample_case
from falls_app.content.bones import load_bone_check, load_red_flags
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.assessment import (
    Assessment,
    Case,
    Decision,
    Finding,
    Helper,
    OwnStep,
    StepChoice,
)
from falls_app.domain.bones import Bones, TwoDays
from falls_app.domain.checklist import PLACE_AREAS, Answer
from falls_app.domain.deciding import done
from falls_app.domain.evidence import Photo
from falls_app.domain.home import Home, Room
from falls_app.domain.person import Person, Say
from falls_app.errors import UserError
from falls_app.export import PAPERS, Printing, write_paper
from falls_app.export.paper import PaperData
from falls_app.export.pdf.pages.look import STYLES, style
from falls_app.words import wording
from tests.spoken import alt_texts

ROSA = sample_case()
US = load_region("us")
LETTER, A4 = (612, 792), (595.28, 841.89)
OWN_WORDS = "It was my mother’s rug. It stays, with a grip pad under it."
CALL = "Get medical help today. Call 911."


def printed(case: Case, **options) -> bytes:
    target = BytesIO()
    write_paper("family", case, target, Printing(**{"region": US, **options}))
    return target.getvalue()


@cache
def rosas_plan() -> bytes:
    return printed(ROSA)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def pages_of(data: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def text_of(data: bytes) -> str:
    """Return all words without footers, so that what goes on over pages stays in one piece."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    lines = (line for page in pages for line in page.splitlines())
    return squeezed(
        " ".join(
            line
            for line in lines
            if not re.search(r"Page \d+ of \d|A home checklist, not|More on the|\(goes on\)", line)
        )
    )


def page_with(data: bytes, words: str) -> str:
    return next(page for page in pages_of(data) if words in page)


def fridge_page(data: bytes) -> str:
    return page_with(data, "to start with Tick each one")


def roles(data: bytes) -> list[str]:
    root = PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]

    def below(element):
        yield element["/S"]
        kids = element.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for each in kids if isinstance(kids, list) else [kids]:
            kid = each.get_object() if hasattr(each, "get_object") else each
            if isinstance(kid, dict) and "/S" in kid:
                yield from below(kid)

    return list(below(root["/K"][0].get_object()))


def with_note(case: Case, check: str, room: str | None, note: str) -> Case:
    walk = case.assessment
    return case.with_assessment(walk.with_finding(replace(walk.finding(check, room), note=note)))


def with_choice(case: Case, step: str, **fields) -> Case:
    choice = replace(case.choices.get(step) or StepChoice(step), **fields)
    return replace(case, choices={**case.choices, step: choice})


def with_bones(case: Case, **fields) -> Case:
    return replace(case, bones=replace(case.bones, **fields))


# ---------------------------------------------------------------------- red flags


@pytest.mark.parametrize("ticked", [("head",), ("faint",), ("numb",), ("pain",), ("not_sure",)])
def test_help_leads_page_one_and_the_fridge_page(ticked):
    data = printed(with_bones(ROSA, two_days=TwoDays(ticked)))
    leading = [page for page in pages_of(data) if page.startswith(CALL)]

    assert leading == [pages_of(data)[0], fridge_page(data)]


def test_help_leads_no_page_once_somebody_noted_what_was_done():
    noted = TwoDays(("head",), "We went to the clinic.", "2026-11-14")

    assert CALL not in text_of(printed(with_bones(ROSA, two_days=noted)))


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_flag_of_level_one_leads_until_help_is_noted(answer):
    flagged = with_bones(ROSA, flags={"RF9": answer})
    noted = with_bones(ROSA, flags={"RF9": answer}, help_noted="Dr. Lee came.")

    assert pages_of(printed(flagged))[0].startswith(f"{CALL} Rosa or Maria knows why.")
    assert CALL not in text_of(printed(noted))
    assert CALL not in text_of(printed(with_bones(ROSA, flags={"RF9": "no"})))


def test_no_paper_says_that_a_helper_knows_a_private_sign():
    data = printed(with_bones(ROSA, flags={"RF2": "yes"}))

    assert f"{CALL} Rosa knows why." in text_of(data)


def test_thoughts_of_ending_life_are_on_no_paper():
    assert CALL not in text_of(printed(with_bones(ROSA, flags={"RF13": "yes"})))


def test_the_sign_itself_is_nowhere():
    texts = load_red_flags()
    flags = dict.fromkeys(texts.level_one, "yes")
    ticked = TwoDays(tuple(option.id for option in texts.options))
    text = text_of(printed(with_bones(ROSA, flags=flags, two_days=ticked)))
    # The one emergency text of every paper speaks of a knock to the head in general.
    text = text.replace(texts.if_you_fall.replace("{emergency}", "911"), "")
    signs = [*texts.level_one.values(), *(o.sign for o in texts.options)]

    for sign in (*signs, *(option.words for option in texts.options)):
        assert sign.rstrip(".").lower() not in text.lower()


def test_private_answers_print_the_step_only():
    private_questions = [each for each in load_bone_check().questions if each.private]
    assert [each.id for each in private_questions] == ["B07", "B12"]
    for question in private_questions:
        for choice in question.choices:
            if choice.state == "ok":
                continue
            items = {**ROSA.bones.items, question.id: choice.id}
            text = text_of(printed(with_bones(ROSA, items=items)))
            private = [choice.words, choice.said, choice.ask, choice.text.split(". ")[0]]

            assert not any(word in text for word in private if word not in ("Not sure", "Both"))
            assert not re.search(r"smoking|smokes|alcohol|steroid", text, re.IGNORECASE)
            if choice.step:
                assert choice.step.short in text


# ---------------------------------------------------------------------- page one


def test_page_one_says_whose_plan_it_is_and_what_is_good():
    page = pages_of(rosas_plan())[0]

    assert page.startswith("Rosa’s plan")
    assert "November 14, 2026" in page
    assert "Walked through" not in page
    assert "Consent" not in text_of(rosas_plan())
    assert page.index("Already good:") < page.index("Room by room") < page.index("68")
    assert "A checklist score, not a validated scale and not a prediction." in page
    assert "Ask for an occupational therapist’s visit." in page


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("sample", ["sample:flat", "sample:spine", "sample:visit"])
def test_page_one_is_one_page_with_a_picture_however_many_rooms(sample: str, paper: str):
    data = printed(load_case(sample), paper=paper)
    pages = pages_of(data)

    assert "Room by room" in pages[0]
    assert pages[1].startswith("Five things to start with")
    assert any(words.startswith("Picture of the home") for words in alt_texts(data))


def test_a_plan_without_a_fall_has_no_banner():
    case = replace(ROSA, person=replace(ROSA.person, fall_last_year=False))

    assert "already fallen" not in text_of(printed(case))


@pytest.mark.parametrize(
    ("person", "title"),
    [
        (Person("Rosa"), "Rosa’s plan"),
        (Person("Rosa", say=Say.YOU), "Your plan"),
        (Person(), "The home plan"),
    ],
)
def test_the_title_is_the_person_s(person, title):
    data = printed(replace(ROSA, person=person))

    assert pages_of(data)[0].startswith(title)
    assert PdfReader(BytesIO(data)).metadata.title == title


def test_rooms_stand_worst_first_in_words_and_without_numbers_of_their_own():
    page = pages_of(rosas_plan())[0]
    lines = re.findall(r"(Bathroom|Kitchen|Front steps) +(\d to fix|\d not sure)", page)

    assert lines == [
        ("Bathroom", "3 to fix"),
        ("Kitchen", "1 to fix"),
        ("Front steps", "1 not sure"),
    ]


def test_a_walk_of_few_answers_shows_no_number_but_what_to_look_at_first():
    walk = ROSA.assessment
    few = replace(walk, findings=dict(list(walk.findings.items())[:6]))
    page = pages_of(printed(ROSA.with_assessment(few)))[0]

    assert re.search(r"6 of \d+ looked at\.", page)
    assert "Look at these first Rails at the outside steps" in page
    assert "Home score" not in page


# ---------------------------------------------------------------------- the fridge page


def test_the_fridge_page_has_at_most_five_things_with_dates():
    plan = PaperData(ROSA, Printing(US)).plan
    page = fridge_page(rosas_plan())

    assert page.startswith("Five things to start with")
    assert len(plan.first) == 5 == len(re.findall(r"by [A-Z][a-z]+ \d+", page))
    assert "today" not in page.lower()


def test_the_fridge_title_counts_what_is_there():
    walk = ROSA.assessment
    few = {place: f for place, f in walk.findings.items() if place[0] in ("BTH01", "BTH02")}
    case = with_bones(ROSA.with_assessment(replace(walk, findings=few)), items={})

    assert fridge_page(printed(case)).startswith("Two things to start with")


def test_the_fridge_page_has_no_score_and_no_answer_about_bones():
    page = fridge_page(rosas_plan())

    assert not re.search(r"score|\b68\b|\b85\b|Some rooms need care", page)
    assert "at least 5 medicines" not in page
    assert "Ask the pharmacist for a medicine review Maria · with the pharmacist" in page


def test_the_fridge_page_says_what_to_do_after_a_fall():
    page = fridge_page(rosas_plan())

    assert "or cannot get up? Call 911. Do not move." in page
    assert "Maria Joe Next door" in page


def test_the_emergency_number_is_that_of_the_region():
    data = printed(ROSA, region=load_region("uk"))

    assert "Call 999. Do not move." in fridge_page(data)
    assert "911" not in text_of(data)


# ---------------------------------------------------------------------- decisions


def test_papers_print_the_decided_wording_and_never_what_was_turned_down():
    text = text_of(rosas_plan())

    assert text.count(OWN_WORDS) == 3  # fridge, room, who does what
    assert "Take up the loose rugs" not in text
    assert "Rosa’s way, November 14, 2026" in text


def test_an_own_way_without_words_orders_nothing_either():
    text = text_of(printed(with_choice(ROSA, "FLR01", words="")))

    assert "Done Rosa’s own way." in text
    assert "Take up the loose rugs" not in text


def test_a_declined_step_prints_once_as_a_choice_with_its_day():
    case = with_choice(
        ROSA, "STR01", decision=Decision.NO, words="One rail is enough.", decided_on="2026-11-15"
    )
    text = text_of(printed(case))

    said = "Handrail on both sides. Rosa said no, November 15, 2026. “One rail is enough.”"
    assert f"Rosa’s choice {said}" in text
    assert text.count("Handrail on both sides") == 1
    assert "Fit rails on both sides" not in text


def test_a_done_step_is_listed_as_done_and_no_longer_on_the_fridge():
    walk = ROSA.assessment
    fixed = replace(walk.finding("BTH02", "bathroom"), answer=Answer.SAFE)
    case = with_choice(ROSA.with_assessment(walk.with_finding(fixed)), "BTH02", done="2026-11-20")
    data = printed(case)

    assert "Fit 2 grab bars, at the entry and inside Bathroom Done Nov 20" in text_of(data)
    assert "grab bars" not in fridge_page(data)
    assert "steps, 1 done." in text_of(data)


# ---------------------------------------------------------------------- room by room


def test_every_open_step_stands_where_it_belongs_and_once_among_who_does_what():
    data = PaperData(ROSA, Printing(US))
    text = text_of(rosas_plan())
    rooms, tables = text.split("Tick as you go.")[1].split("Who does what")

    for step in data.plan.open_steps:
        title, do = wording(data.say, step)
        if step.question:
            assert squeezed(do) in rooms.split("Bones and balance")[-1]
        else:
            assert rooms.count(squeezed(do)) == len(step.findings), step.key
        assert tables.count(title) == 1, step.key


def test_a_check_open_in_two_rooms_has_a_card_in_each():
    home = replace(ROSA.home, rooms=(*ROSA.home.rooms, Room("guest", "BTH", "Guest bathroom")))
    walk = ROSA.assessment.with_finding(
        Finding("BTH01", Answer.HAZARD, "guest", "Bare enamel here.")
    )
    text = text_of(printed(replace(ROSA.with_assessment(walk), home=home)))
    rooms, tables = text.split("Tick as you go.")[1].split("Who does what")

    assert "Bare enamel here." in rooms
    assert rooms.count("Lay a rubber bath mat over the whole floor.") == 2
    assert tables.count("Lay a full-size rubber mat") == 1
    assert "Bathroom, Guest bathroom" in tables or "Guest bathroom, Bathroom" in tables


def test_a_card_says_what_was_seen_why_until_when_and_what_never_to_do():
    page = text_of(rosas_plan()).split("Bathroom Fit 2 grab bars")[1].split("Stairs Fit")[0]

    for words in (
        "We saw: No bar, a loose or suction bar, or a towel rail. Nothing to hold at the tub",
        "Why it helps: A towel rail is made for towels.",
        "Until then: Set a firm chair at the sink.",
        "It is done when: Pull hard, all ways: no bar moves.",
        "Take care: Do not trust a suction or clamp bar",
        "Moved up because of: a walking aid, weak bones.",
        "Joe · by November 24 · $50 to $500",
        "Already good here: firm support at the toilet",
    ):
        assert words in page


def test_sizes_are_those_of_the_region_and_unchecked_ones_say_about():
    us, uk = text_of(rosas_plan()), text_of(printed(ROSA, region=load_region("uk")))

    assert "Top of the rail above the step edge: about 34 to 38 in." in us
    assert "Floor to top of a level bar: 33 to 36 in." in us
    assert "Top of the rail above the step edge: about 900 to 1,000 mm." in uk


def test_a_thing_of_the_whole_house_names_its_rooms_and_they_point_to_it():
    text = text_of(rosas_plan())

    assert "Where: Bedroom, Bathroom" in text
    assert "Hallway Also here: Rugs and mats flat, none slide. See “Whole house”." in text


def test_questions_for_the_doctor_are_a_list():
    assert "Questions for the doctor Which strength and balance class" in text_of(rosas_plan())


@pytest.mark.parametrize(("tenure", "times"), [("rented", 2), ("own", 0)])
def test_in_a_rented_home_the_owner_is_asked_first(tenure, times):
    text = text_of(printed(replace(ROSA, home=replace(ROSA.home, tenure=tenure))))
    said = "Fit rails on both sides of the stairs (Stairs)."

    asked = [step for step in PaperData(ROSA, Printing(US)).plan.open_steps if step.asks_owner]
    assert asked == []
    assert text.count("Ask the owner first.") == times
    assert ("For the owner These need a yes from the owner first:" in text) == bool(times)
    assert (said in text) == bool(times)


def test_an_own_way_asks_no_owner():
    rented = replace(ROSA, home=replace(ROSA.home, tenure="social"))
    own = with_choice(rented, "STR01", decision=Decision.OWN_WAY, words="One rail is enough.")

    assert text_of(printed(own)).count("Ask the owner first.") == 1


# ---------------------------------------------------------------------- the last pages


def test_steps_are_grouped_by_who_does_them_with_roles_in_words():
    text = text_of(rosas_plan()).split("Who does what")[1]
    names = [text.index(f"{name} Room By Cost") for name in
             ("Maria daughter", "Joe son", "Rosa", "A handyperson")]  # fmt: skip

    assert names == sorted(names)


def test_who_asks_a_clinician_is_somebody_of_the_family():
    text = text_of(rosas_plan())

    assert "Maria, with the pharmacist · call by December 14" in text
    assert "Book an eye test with the eye doctor" in text.split("Who does what")[1]
    assert "The pharmacist Room By Cost" not in text
    alone = replace(ROSA, person=replace(ROSA.person, name="", say=Say.YOU), helpers=())
    assert "You, with the pharmacist · call by December 14" in text_of(printed(alone))


def test_the_last_page_lists_shopping_dates_and_small_print():
    text = text_of(rosas_plan())

    for words in (
        "Shopping list",
        "Rubber bath mat, as big as the floor",
        "Look again on May 15, 2027",
        "November 28, 2026 and on December 26, 2026",
        "This is general information",
        "Not yet reviewed by a clinician. Texts of version 2026.11.",
        "does not mean that CDC, HHS or the U.S. Government endorses this program",
    ):
        assert words in text


# ---------------------------------------------------------------------- full pages


def filled(data: bytes) -> list[float]:
    """Return how much of each page is filled, from the top margin to the lowest mark."""
    parts = []
    for page in pdfium.PdfDocument(data):
        image = page.render(scale=0.5, grayscale=True).to_pil().point(lambda v: 255 * (v < 200))
        top, bottom = 50 / 2, image.height - 72 / 2
        lowest = image.crop((0, 0, image.width, int(bottom))).getbbox()
        parts.append(((lowest[3] if lowest else 0) - top) / (bottom - top))
    return parts


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sample_has_at_most_11_pages_no_cut_card_and_none_but_the_last_half_empty(paper):
    data = printed(ROSA, paper=paper)
    parts = filled(data)

    assert len(parts) <= 11
    assert min(parts[:-1]) > 0.5
    assert not [page for page in pages_of(data) if "More on the next page" in page]


def test_a_card_that_no_page_can_hold_says_on_both_sides_that_it_goes_on():
    note = "The mat slides on the tiles and nobody wants to move it. " * 90
    pages = pages_of(printed(with_note(ROSA, "BTH02", "bathroom", note.strip())))
    first, *more = (page for page in pages if "The mat slides" in page)

    assert "More on the next page" in first
    assert all(
        page.startswith("Fit 2 grab bars, at the entry and inside (goes on)") for page in more
    )
    assert more


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["W" * 80, "Wilhelmina Alexandrina " * 3])
def test_long_names_leave_no_page_half_empty_either(paper, name):
    person = replace(ROSA.person, name=name)
    case = replace(ROSA, person=person, helpers=(Helper(name, "daughter"), Helper("Joe")))
    data = printed(case, paper=paper)

    assert min(filled(data)[:-1]) > 0.5
    assert pages_of(data)[1].startswith("Five things to start with")


def long_rooms(letters: int = 80) -> Home:
    name = "Room with the green door next to the cupboard of Wilhelmina Alexandrina at the back"
    rooms = tuple(replace(room, name=f"{n} {name}"[:letters]) for n, room in enumerate(ROSA.home))
    return replace(ROSA.home, rooms=rooms)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["", "W" * 80])
@pytest.mark.parametrize("ticked", [(), ("head",)])
def test_the_fridge_sheet_is_one_page_whatever_the_names(paper, name, ticked):
    case = with_bones(replace(ROSA, home=long_rooms()), two_days=TwoDays(ticked))
    if name:
        person = replace(ROSA.person, name=name)
        case = replace(case, person=person, helpers=(Helper(name), Helper(name[::-1])), choices={})
    pages = pages_of(printed(case, paper=paper))
    fridge = next(page for page in pages if "to start with Tick" in page)

    assert "Do not move." in fridge
    assert "Next door" in fridge
    assert len(re.findall(r"by [A-Z][a-z]+ \d+", fridge)) == 5
    assert pages[pages.index(fridge) + 1].startswith("Room by room")


def test_a_step_in_many_rooms_names_the_first_on_the_fridge_and_how_many_more():
    walk = ROSA.assessment
    lights = walk.finding("LGT05", None)
    wide = walk.with_finding(replace(lights, where=("bedroom", "bathroom", "stairs", "hallway")))

    assert "Bedroom and 3 more" in fridge_page(printed(ROSA.with_assessment(wide)))


def test_words_too_long_for_the_fridge_leave_whom_to_call_on_its_first_page():
    words = "It was my mother’s rug and it stays where it has been for 50 years. " * 30
    data = printed(with_choice(ROSA, "FLR01", words=words.strip()))
    fridge = fridge_page(data)

    assert "Do not move." in fridge
    assert fridge.index("Do not move.") < fridge.index("It was my mother")


def test_the_small_print_never_stands_alone():
    for case in (ROSA, big_case(), replace(ROSA, choices={}), replace(ROSA, home=long_rooms())):
        last = pages_of(printed(case))[-1]
        assert last.index("Look again on") < last.index("Small print")


# ---------------------------------------------------------------------- whatever people write


@pytest.mark.parametrize("letters", [400, 5000])
def test_a_long_note_is_printed_whole(letters):
    note = " ".join(f"word{n}" for n in range(letters))[:letters].rsplit(" ", 1)[0]

    assert note in text_of(printed(with_note(ROSA, "BTH02", "bathroom", note)))


def test_markup_and_quotes_are_printed_as_they_are():
    odd = "<b>Anne</b> & \"Zoë\" 'O’Hara' <br/>"
    case = replace(ROSA, person=replace(ROSA.person, name=odd), helpers=(Helper(odd, "<i>"),))
    case = with_note(case, "BTH02", "bathroom", f"{odd} said </para>.")
    text = text_of(printed(case))

    assert f"{odd}’s plan" in text
    assert f"{odd} said </para>." in text
    assert f"{odd} <i> Room" in text


def test_other_scripts_print_and_what_cannot_says_so():
    text = text_of(printed(with_note(ROSA, "BTH02", "bathroom", "Ελένη Жанна 😀 end")))

    assert "Ελένη Жанна […] end" in text


@pytest.mark.parametrize("name", ["W" * 80, "Maria " * 13])
def test_a_name_of_80_letters_is_printed_whole(name):
    case = replace(ROSA, person=replace(ROSA.person, name=name), helpers=(Helper(name),))
    pages = pages_of(printed(case))

    assert all(name.replace(" ", "") in page.replace(" ", "") for page in pages)


def big_case() -> Case:
    rooms = tuple(
        Room(f"r{n}", PLACE_AREAS[n % 9], f"Room {n} with a long name") for n in range(40)
    )
    findings = {}
    for check in load_checklist():
        for room in Home(rooms).rooms_of(check.area) or (None,):
            finding = Finding(
                check.id, Answer.HAZARD, room.id if room else None, f"Note {check.id}."
            )
            findings[finding.place] = finding
    walk = Assessment("w", "2026-11-14", findings=findings)
    return replace(ROSA, home=Home(rooms, shape="two"), assessments=(walk,), choices={})


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_forty_rooms_with_every_step_open_are_all_printed(paper):
    case = big_case()
    data = PaperData(case, Printing(US))
    text = text_of(printed(case, paper=paper))

    listed = {each.id for each in data.worst_first}
    assert all(text.count(room.name) >= 2 for room in case.home.rooms if room.id in listed)
    for step in data.plan.open_steps:
        assert text.count(data.say(step.do)) >= max(1, len(step.findings)), step.key


# ---------------------------------------------------------------------- nothing there yet


@pytest.mark.parametrize(
    "case",
    [
        Case(),
        Case(assessments=(Assessment("a", "2026-11-14"),)),
        replace(ROSA, assessments=(), bones=Bones(), choices={}),
        replace(ROSA, home=Home(), assessments=(), helpers=()),
    ],
)
def test_a_case_without_answers_gives_a_kind_plan(case):
    text = text_of(printed(case))

    if not case.bones.items:
        assert "Nothing was looked at yet." in text
    assert "Not yet reviewed by a clinician." in text
    assert "Do not move." in text


# ---------------------------------------------------------------------- the file


@pytest.mark.parametrize(("paper", "size"), [("letter", LETTER), ("a4", A4)])
def test_both_papers_have_their_size_on_every_page(paper, size):
    reader = PdfReader(BytesIO(printed(ROSA, paper=paper)))

    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("case", [ROSA, Case(), big_case()], ids=["sample", "empty", "big"])
def test_the_same_case_makes_the_same_bytes(case):
    assert printed(case) == printed(case)


def test_the_date_is_that_of_the_walk_unless_another_is_given():
    assert "Rosa’s plan · November 14, 2026 · A home" in pages_of(rosas_plan())[3]
    later = pages_of(printed(ROSA, on=date(2026, 12, 1)))
    assert all("December 1, 2026 · A home checklist, not medical advice" in page for page in later)


def test_every_page_has_its_number():
    pages = pages_of(rosas_plan())

    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))


def test_it_is_tagged_with_headings_lists_and_header_cells():
    found = roles(rosas_plan())

    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/Table", "/TH", "/TD", "/Figure"} <= set(
        found
    )
    steps = [step for step in PaperData(ROSA, Printing(US)).plan.steps if not step.is_declined]
    assert found.count("/Table") == len({step.who for step in steps})


def test_no_dictionary_holds_a_python_word():
    assert b"/ExtGState None" not in rosas_plan()


def test_no_words_of_ours_are_smaller_than_12_points():
    ours = [name for name in STYLES if not name.startswith("report-")]  # read at a desk

    assert all(style(name).fontSize >= 12 for name in ours)
    assert all(style(name).fontSize >= 10 for name in STYLES)


def test_the_same_words_print_without_tags():
    plain = printed(ROSA, tagging=False)

    assert "/StructTreeRoot" not in PdfReader(BytesIO(plain)).trailer["/Root"]
    assert pages_of(plain) == pages_of(rosas_plan())


def test_no_heading_stands_last_on_a_page():
    data = printed(big_case())
    headings = {room.name for room in big_case().home.rooms}

    for page in PdfReader(BytesIO(data)).pages:
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if "Page " not in line and "not medical advice" not in line]
        assert body[-1] not in headings


def test_the_file_is_written_beside_and_renamed(tmp_path):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    write_paper("family", ROSA, target, Printing(US))

    assert target.read_bytes() == rosas_plan()
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_a_sentence_and_a_next_step(tmp_path):
    with pytest.raises(UserError) as caught:
        write_paper("family", ROSA, tmp_path / "nowhere" / "plan.pdf", Printing(US))

    assert "plan.pdf" in caught.value.message
    assert caught.value.hint


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UserError, match="No space left"):
        write_paper("family", ROSA, target, Printing(US))

    assert target.read_bytes() == b"old"


def test_a_full_device_behind_an_open_file_is_a_sentence_too():
    class Full(BytesIO):
        def write(self, data):
            raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left"):
        write_paper("family", ROSA, Full(), Printing(US))


def test_an_unknown_paper_is_refused():
    assert "napkin" not in [kind.id for kind in PAPERS]
    with pytest.raises(ValueError, match="napkin"):
        write_paper("napkin", ROSA, BytesIO(), Printing(US))


# ------------------------------------------------------------------ what bones and balance add


def with_answers(case: Case, flags: dict[str, str] | None = None, **items: str) -> Case:
    bones = replace(case.bones, flags=flags or {}, items={**case.bones.items, **items})
    return replace(case, bones=bones)


def test_a_call_of_today_stands_on_page_one_and_on_the_fridge_by_its_neutral_name():
    urgent = printed(with_answers(ROSA, {"RF20": "yes", "RF27": "yes"}))
    pages = pages_of(urgent)

    assert "For today: Call the doctor today about the back. Call the doctor today." in pages[0]
    assert "Five things to start with Tick each one when it is done. Start anywhere. Call the " in (
        fridge_page(urgent)
    )
    for page in pages:
        assert not re.search(r"cancer|bladder|leak", page)


def test_every_call_says_what_to_do_should_it_get_worse():
    text = text_of(printed(with_answers(ROSA, {"RF20": "yes", "RF22": "yes"})))

    assert "Pain out of hand? Call the emergency number." in text
    assert "New leg trouble, trouble walking, or pain like a band round the body" in text
    assert text.count("Call the doctor today about the back pain.") == 1


def test_habits_that_speak_for_a_step_are_named_unless_they_are_private():
    text = text_of(printed(with_answers(load_case("sample:flat"), MV03="yes", MV09="yes")))
    assert "Everyday habits that speak for it: climbing to reach." in text
    assert "Everyday habits that speak for it: slippers." in text

    nell = load_case("sample:visit")
    assert "keeping track" not in text_of(printed(with_answers(nell, MV16="yes"))).lower()


def test_a_done_step_shows_its_place_before_and_now(tmp_path):
    paper = PaperData(ROSA, Printing(US))
    step = next(
        each for each in paper.plan.steps if each.findings and each.fix.leads_to is Answer.SAFE
    )
    finding = step.findings[0]
    photos = (Photo("after-1", "1" * 64, 300, 400), Photo("one", "0" * 64, 400, 300))
    file = tmp_path / "photo.jpg"
    Image.new("RGB", (400, 300), "gray").save(file)
    walk = ROSA.assessment.with_finding(replace(finding, photos=photos))
    case = done(ROSA.with_assessment(walk), replace(step, findings=(walk.findings[finding.place],)),
                "2026-02-27")  # fmt: skip

    data = printed(case, photos=lambda _photo: file)

    assert f"Done Feb 27: {wording(paper.say, step)[0]}" in text_of(data)
    assert "Before Now" in text_of(data)
    said = alt_texts(data)
    assert {"A photo of this place.", "A photo of it done."} <= set(said)
    assert "A photo of it done." not in alt_texts(printed(case))


def test_a_done_step_without_a_place_shows_its_photo_where_it_belongs(tmp_path):
    photo = Photo("after-1", "1" * 64, 300, 400)
    file = tmp_path / "photo.jpg"
    Image.new("RGB", (300, 400), "gray").save(file)
    bones = next(
        each for each in PaperData(ROSA, Printing(US)).plan.steps
        if each.question and not each.question.private
    )  # fmt: skip
    case = replace(ROSA, own_steps=(OwnStep("1", "Oil the gate"),))
    for key in (bones.key, "own-1"):
        case = with_choice(case, key, done="2026-02-27", photos=(photo,))

    data = printed(case, photos=lambda _photo: file)

    said = text_of(data)
    assert re.search(r"Bones & balance .*Done Feb 27: " + re.escape(bones.short), said)
    assert "Steps of your own Done Feb 27: Oil the gate" in said
    assert alt_texts(data).count("A photo of it done.") == 2
    assert "A photo of it done." not in alt_texts(printed(case))
