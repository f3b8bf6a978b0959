"""The sheets to take along: what leads them, what they leave out, and that each is one page."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from falls_app.cases import SAMPLES, load_case
from falls_app.content.bones import load_red_flags
from falls_app.content.regions import load_region, region_ids
from falls_app.content.screening import load_flag_screen, load_medicines
from falls_app.domain.assessment import Assessment, Case, Helper
from falls_app.domain.bones import Bones, Fall, TwoDays
from falls_app.domain.person import Person, Say
from falls_app.export import Printing, write_paper

SHEETS = ("doctor", "pharmacist", "help-now")
NELL = load_case("sample:visit")
WALTER = load_case("sample:spine")
CALL = "Get medical help today. Call 911."
each_sheet = pytest.mark.parametrize("kind", SHEETS)


def printed(kind: str, case: Case, region: str = "us", paper: str = "letter") -> PdfReader:
    target = BytesIO()
    write_paper(kind, case, target, Printing(load_region(region), paper))
    return PdfReader(BytesIO(target.getvalue()))


def said(kind: str, case: Case, region: str = "us") -> str:
    pages = printed(kind, case, region).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def told(bones: Bones, **person: object) -> Case:
    """Return a case of Nell's with these answers, and a helper who knows."""
    about = Person(**{"name": "Nell", "say": Say.SHE, **person})  # type: ignore[arg-type]
    walk = Assessment("w", "2026-11-12")
    return Case(person=about, assessments=(walk,), bones=bones, helpers=(Helper("Tom"),))


def knocked() -> Case:
    """Return Nell's case after a fall last night: a knock to the head, with a blood thinner."""
    night = Fall("2", "2026-11-11", "night", "bathroom", answers={"head": "yes"})
    return replace(NELL, bones=replace(NELL.bones, falls=(*NELL.bones.falls, night)))


# ------------------------------------------------------------------ one page, made like the others


@each_sheet
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("paper", "region"), [("letter", "us"), ("a4", "uk")])
def test_a_sheet_is_one_page_with_title_language_and_small_print(
    kind: str, name: str, paper: str, region: str
) -> None:
    pdf = printed(kind, load_case(name), region, paper)
    words = " ".join(pdf.pages[0].extract_text().split())

    assert len(pdf.pages) == 1
    assert pdf.metadata is not None
    assert pdf.metadata.title
    assert pdf.trailer["/Root"]["/Lang"] == load_region(region).locale.replace("_", "-")
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "not medical advice" in words
    assert "Not yet reviewed by a clinician." in words
    assert "Page 1 of 1" in words


@each_sheet
def test_the_same_case_makes_the_same_bytes(kind: str) -> None:
    files = []
    for _time in range(2):
        target = BytesIO()
        write_paper(kind, NELL, target, Printing(load_region("us")))
        files.append(target.getvalue())

    assert files[0] == files[1]


@each_sheet
def test_a_paper_that_does_not_exist_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="There is no paper"):
        write_paper(kind, NELL, BytesIO(), Printing(load_region("us"), "napkin"))


@each_sheet
def test_a_case_that_tells_nothing_makes_a_sheet_to_write_on(kind: str) -> None:
    assert len(printed(kind, Case()).pages) == 1


@each_sheet
def test_long_names_and_odd_letters_break_nothing(kind: str) -> None:
    name = "<b>Ann & Bob</b> " + "Konstantinopolis" * 5
    case = replace(knocked(), person=replace(NELL.person, name=name))

    assert "<b>Ann & Bob</b>" in said(kind, case)


# ------------------------------------------------------------------ what leads


LEADING = (
    "person-sheet", "fridge", "family", "doctor", "pharmacist", "help-now", "ot-report",
    "ot-report-copy",
)  # fmt: skip


@pytest.mark.parametrize("kind", LEADING)
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize("flag", [f"RF{number}" for number in range(1, 13)])
def test_every_sign_of_level_1_leads_every_paper(kind: str, flag: str, answer: str) -> None:
    words = said(kind, told(Bones(flags={flag: answer})))

    assert words.startswith(CALL)
    sign = load_red_flags().level_one[flag]
    assert (sign in words) == (kind in ("doctor", "ot-report"))


@pytest.mark.parametrize("kind", LEADING)
def test_what_is_said_in_private_is_on_no_paper(kind: str) -> None:
    words = said(kind, told(Bones(flags={"RF13": "yes", "RF26": "yes"})))

    assert "Get medical help today." not in words.replace("Please get medical help today", "")
    assert "ending life" not in words
    assert "hurt, scare" not in words


@pytest.mark.parametrize("kind", LEADING)
def test_a_helper_does_not_know_of_a_private_sign(kind: str) -> None:
    assert "Nell knows why" in said(kind, told(Bones(flags={"RF2": "yes"})))
    assert "Nell or Tom knows why" in said(kind, told(Bones(flags={"RF9": "yes"})))


@pytest.mark.parametrize("kind", LEADING)
def test_a_knock_to_the_head_last_night_with_a_blood_thinner_leads(kind: str) -> None:
    assert said(kind, knocked()).startswith(CALL)


@pytest.mark.parametrize("kind", LEADING)
def test_what_is_noted_leads_no_longer(kind: str) -> None:
    noted = Bones(flags={"RF9": "yes"}, help_noted="We called, and they came.")

    assert not said(kind, told(noted)).startswith(CALL)


def test_the_doctor_reads_what_was_noted_about_which_sign() -> None:
    words = said("doctor", told(Bones(flags={"RF9": "yes"}, help_noted="We called.")))

    assert "Help was called for. Noted: “We called.”" in words
    assert load_red_flags().level_one["RF9"] in words


def test_a_fall_that_a_doctor_knows_of_stands_with_the_signs() -> None:
    fall = Fall("1", "2026-11-11", answers={"head": "yes", "thinner": "yes", "told": "yes"})
    words = said("doctor", told(Bones(falls=(fall,))))

    assert not words.startswith(CALL)
    assert "A doctor knows of this already" in words


@pytest.mark.parametrize(
    ("ticked", "sign"),
    [
        (("head",), "Knock to the head in the last 2 days."),
        (("not_sure",), "Not sure if something changed in the last two days."),
    ],
)
def test_the_doctor_reads_what_was_ticked_about_two_days(
    ticked: tuple[str, ...], sign: str
) -> None:
    words = said("doctor", told(Bones(TwoDays(ticked))))

    assert sign in words
    assert "with a blood thinner" not in words
    assert "droopy face" not in words


def test_a_number_changes_with_the_region() -> None:
    for region in region_ids():
        number = load_region(region).emergency
        assert f"Call {number}" in said("help-now", WALTER, region)
        assert f"call {number}" in said("doctor", WALTER, region)


# ------------------------------------------------------------------ the doctor's page


def test_the_doctor_reads_signs_for_today_and_for_this_week() -> None:
    words = said("doctor", told(Bones(flags={"RF20": "yes", "RF35": "yes"})))
    signs = load_flag_screen().by_id

    assert f"For today {signs['RF20'].sign}" in words
    assert f"For this week {signs['RF35'].sign}" in words


def test_the_doctor_reads_what_was_seen_and_no_verdict() -> None:
    words = said("doctor", NELL)

    assert "84 years old · Uses an aid · Poor sight" in words
    assert "1 fall. The last one: Aug 23, 2026, Landing, on the way to the toilet." in words
    assert "5 ft 3.8 in at the tallest, 5 ft 2.7 in on Nov 12, 2026. That is 1.1 in less." in words
    assert "17.4 seconds (Nov 12, 2026). Used a stick or a walker. Took short steps." in words
    assert "144/78 lying down, 122/71 after 1 minute" in words
    assert not re.search(r"\b(high|low|poor|bad|abnormal|below average) (risk|result)", words)
    assert "162 cm at the tallest" in said("doctor", NELL, "uk")


def test_the_doctor_reads_when_the_back_broke() -> None:
    assert "A bone in the back broke on October 7, 2026." in said("doctor", WALTER)


def test_falls_are_counted_in_words() -> None:
    falls = (
        Fall("1", "2026-11-01", minutes=30,
             answers={"injury": "cut", "head": "yes", "warning": "blackout", "got_up": "helped"}),
        Fall("2", "2026-10-01", answers={"injury": "none", "head": "not_sure", "warning": "dizzy"}),
        Fall("3", "2020-01-01", answers={"injury": "broken"}),
    )  # fmt: skip
    words = said("doctor", told(Bones(falls=falls)))

    assert (
        "2 falls. The last one: Nov 1, 2026. Hurt in 1. A knock to the head in 1. A faint or "
        "blackout in 1. Dizzy before 1. Not up without help in 1. At most about 30 minutes on the "
        "floor." in words
    )


@pytest.mark.parametrize(
    ("fell", "words"),
    [(True, "A fall in the past year."), (False, "No fall in the past year."), (None, "")],
)
def test_without_a_diary_the_profile_says_whether_there_was_a_fall(
    fell: bool | None, words: str
) -> None:
    text = said("doctor", told(Bones(), fall_last_year=fell))

    assert (words or "Take this page along.") in text
    assert ("in the past year" in text) == bool(words)


def test_a_slip_ticked_in_a_room_is_told_and_nobody_says_that_there_was_no_fall() -> None:
    robin = load_case("sample:flat")

    words = said("doctor", robin)

    assert robin.person.fall_last_year is False
    assert "A slip or a fall was ticked here: Bathroom." in words
    assert "No fall in the past year" not in words


def test_after_a_break_in_the_back_no_question_of_these_weeks_waits_for_another() -> None:
    words = said("doctor", WALTER)

    for ask in ("a bone density scan", "Which blood tests", "Is a bone medicine right for me",
                "a team here that follows up", "When can I see a physio"):  # fmt: skip
        assert ask in words


def test_at_most_five_questions_are_asked() -> None:
    items = {f"B{number:02}": "yes" for number in range(1, 15)}
    case = told(Bones(items={**items, "F01": "yes", "F03": "yes", "F07": "yes"}))

    assert count_boxes(printed("doctor", case)) == 5


def count_boxes(pdf: PdfReader) -> int:
    """Return how many questions with a box are on the page."""
    found = (pdf.get_object(number) for number in range(1, int(pdf.trailer["/Size"])))
    labels = (each for each in found if isinstance(each, dict) and each.get("/S") == "/Lbl")
    return sum(each.get("/ActualText") == "To ask:" for each in labels)


def test_only_what_the_person_ticked_is_shared() -> None:
    case = replace(WALTER, bones=replace(WALTER.bones, shared=("B15",)))
    words = said("doctor", case)

    assert "Take this page along. Walter chose what to share." in words
    assert "Which strength and balance class or physio is right for me?" in words
    assert "Do I need a bone density scan?" not in words
    assert "Please could we talk about" not in said(
        "doctor", replace(WALTER, bones=replace(WALTER.bones, shared=()))
    )


# ------------------------------------------------------------------ the pharmacist's list


def test_the_pharmacist_reads_the_kinds_with_a_question_each() -> None:
    words = said("pharmacist", NELL)

    assert "A blood thinner What do I do after a knock to the head?" in words
    assert "Water tablets What time of day is best for my water tablet?" in words
    assert "Dizzy on standing up" in words
    assert "At least 5 regular medicines" in words
    assert load_medicines().never in words


def test_the_questions_about_kinds_are_shared_one_by_one() -> None:
    case = replace(NELL, bones=replace(NELL.bones, shared=("water-falls",)))
    words = said("pharmacist", case)

    assert "Water tablets What time of day is best for my water tablet?" in words
    assert "A blood thinner –" in words


def test_nothing_on_the_list_names_an_amount_or_a_change() -> None:
    every = tuple(each.id for each in load_medicines().classes)
    words = said("pharmacist", replace(NELL, bones=replace(NELL.bones, medicines=every)))

    assert not re.search(r"\bdose|\bmg\b|\b(stop|halve|double) (the|your|this)\b", words)
    for each in load_medicines().classes:
        assert each.name in words
