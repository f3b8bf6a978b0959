"""The work order: only what is to be done, exact where something tells it, and nothing private."""

import ctypes
import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from falls_app.cases import load_case, photos_beside
from falls_app.content.checks import load_checklist
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Assessment, Case, Decision, Finding, Helper, StepChoice
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.domain.home import Home, Room
from falls_app.domain.job import is_trade_work
from falls_app.domain.person import Person, Say
from falls_app.domain.visit import Identity, Visit
from falls_app.export import Printing, write_paper
from tests.spoken import alt_texts

ORDERS = ("work-order", "work-order-exact")
NELL = load_case("sample:visit")


def printed(kind: str, case: Case, region: str = "us", **options: object) -> bytes:
    target = BytesIO()
    write_paper(kind, case, target, Printing(load_region(region), **options))  # type: ignore[arg-type]
    return target.getvalue()


@cache
def nells(kind: str) -> str:
    return text_of(printed(kind, NELL))


def pages_of(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def text_of(data: bytes) -> str:
    return " ".join(pages_of(data))


def with_bars(choice: StepChoice | None = None, **finding: object) -> Case:
    """Return a home with no bar at the tub: fixing one is to be decided on, as ``choice`` says."""
    found = Finding("BTH02", Answer.HAZARD, "bath", **finding)  # type: ignore[arg-type]
    return Case(
        person=Person("Rosa", say=Say.SHE, traits=("osteoporosis", "dizzy"), goals="Bathe again"),
        home=Home((Room("bath", "BTH", "Bathroom upstairs"),), tenure="rented"),
        assessments=(Assessment("w", "2026-11-14", findings={found.place: found}),),
        choices={"BTH02": choice or StepChoice("BTH02", Decision.AGREED, fix=2)},
        helpers=(Helper("Maria", "daughter"),),
        bones=Bones(flags={"RF9": "yes"}),
    )


def test_a_job_says_where_what_how_and_whom_to_ring() -> None:
    words = text_of(printed("work-order", with_bars()))

    for part in (
        "Job 1: Fit 2 grab bars, at the entry and inside",
        "Bathroom upstairs",
        "The home is rented. The owner says yes in writing before anybody drills.",
        "The owner said yes in writing, on this day:",
        "What it is fixed to Tile on boards",
        "Find the studs",
        "Finished floor to the middle of the upright bar",
        "about 39.5 to 47 in",
        "33 to 36 in",
        "How to fix it",
        "Do not",
        "Stop, and ring Maria first:",
        "Pull test done: Pull hard, all ways: no bar moves.",
        "Name Signature Date",
        "To bring, or ask who buys: 2 grab bars",
        "shows where her hand goes",
    ):
        assert part in words, part


def test_sizes_are_in_the_units_of_the_region_and_so_is_what_to_look_at() -> None:
    american, british = (text_of(printed("work-order", with_bars(), each)) for each in ("us", "uk"))

    assert "Home built before 1978?" in american
    assert "Home built or changed before 2000?" in british
    assert "about 1,000 to 1,200 mm" in british
    assert not re.search(r"\d in\b", british)


@pytest.mark.parametrize("decision", [Decision.NO, Decision.NOT_NEEDED, Decision.LATER])
def test_what_was_turned_down_is_not_ordered(decision: Decision) -> None:
    words = text_of(printed("work-order", with_bars(StepChoice("BTH02", decision, fix=2))))

    assert "There is no job for a handyperson or trade right now." in words
    assert "grab bar" not in words


def test_an_own_way_is_ordered_in_her_words_alone() -> None:
    choice = StepChoice("BTH02", Decision.OWN_WAY, "One white bar, by the door.", fix=2)
    data = printed("work-order", with_bars(choice))
    words = text_of(data)

    assert "Rosa’s way: “One white bar, by the door.” Do this and no more." in words
    assert "2 grab bars" not in words
    assert "upright bar" not in words
    assert not any("tub" in alt for alt in alt_texts(data))


@pytest.mark.parametrize("kind", ORDERS)
def test_no_sign_no_trait_no_note_and_no_caption_is_on_it(kind: str) -> None:
    photo = Photo(
        "1", "a" * 64, 40, 30, "Where she fell", (Mark(MarkKind.TEXT, (0, 0), (1, 1), "here"),)
    )
    case = with_bars(note="Dizzy in the tub.", photos=(photo,), near_miss=True)
    case = replace(case, choices={"BTH02": StepChoice("BTH02", Decision.AGREED, "I bruise", fix=2)})
    data = printed(kind, case, photos=lambda _photo: None)
    words = text_of(data) + " ".join(alt_texts(data))

    for private in (
        "medical help",
        "911 now",
        "Dizzy",
        "bruise",
        "fell",
        "Bathe",
        "bones",
        "slip or",
    ):
        assert private not in words.replace("not medical advice", ""), private


def test_a_photo_is_shown_with_its_marks_and_not_its_caption() -> None:
    data = printed("work-order", NELL, photos=photos_beside("sample:visit"))
    spoken = [alt for alt in alt_texts(data) if alt.startswith("A photo of this place.")]

    assert len(spoken) >= 3
    captions = {photo.caption for photo in NELL.photos if photo.caption}
    assert not any(caption in alt for caption in captions for alt in spoken)


def test_a_measured_size_is_worked_to_by_a_professional_alone() -> None:
    family, exact = nells("work-order"), nells("work-order-exact")

    assert "about 34 to 38 in" in family
    assert " A 35 in" in exact  # the rail that is there
    assert " A 35 in" not in family
    for words in (family, exact):
        assert "B 18 in" in words  # the ramp: 12 times the sill
        assert "A 1.5 in" in words


@pytest.mark.parametrize(("region", "paper"), [("us", "letter"), ("uk", "a4")])
def test_each_job_begins_on_the_page_on_which_it_ends(region: str, paper: str) -> None:
    pages = pages_of(printed("work-order", NELL, region, paper=paper))[1:]

    assert len(pages) == 10
    for page in pages:
        assert re.match(r"Job \d+: ", page)
        assert page.count("Name Signature Date") == page.count("Job ")


def everything() -> Case:
    """Return a home in which every fix that a trade does is chosen, one check after another."""
    rooms: dict[str, Room] = {}
    found, choices = [], {}
    for check in load_checklist():
        places = [n for n, fix in enumerate(check.fixes) if is_trade_work(fix)]
        if places:
            room = rooms.setdefault(check.area, Room(check.area.lower(), check.area, check.area))
            is_room = check.area not in ("FLR", "LGT", "EMG", "WTH", "HAB")
            found.append(Finding(check.id, Answer.HAZARD, room.id if is_room else None))
            choices[check.id] = StepChoice(check.id, fix=places[-1])
    walk = Assessment("w", "2026-11-14", findings={each.place: each for each in found})
    return Case(home=Home(tuple(rooms.values())), assessments=(walk,), choices=choices)


def test_every_job_there_is_can_be_printed() -> None:
    words = text_of(printed("work-order", everything()))

    assert words.count("Name Signature Date") > 60
    assert "{" not in words


@pytest.mark.parametrize("kind", [*ORDERS, "shopping-list"])
def test_the_same_case_makes_the_same_bytes(kind: str) -> None:
    assert printed(kind, with_bars()) == printed(kind, with_bars())


@pytest.mark.parametrize("kind", [*ORDERS, "shopping-list"])
def test_a_home_that_nobody_looked_at_and_odd_names_break_nothing(kind: str) -> None:
    odd = Person("<b>Ann & Bob</b> " + "Konstantinopolis" * 5)

    assert "Nothing" in text_of(printed(kind, Case())) or kind in ORDERS
    assert "<b>Ann & Bob</b>" in text_of(printed(kind, replace(with_bars(), person=odd)))
    with pytest.raises(ValueError, match="There is no paper"):
        printed(kind, Case(), paper="napkin")


# ------------------------------------------------------------------ the shopping list


def test_things_stand_by_where_they_are_bought_with_what_they_are_for() -> None:
    words = nells("shopping-list")

    assert "Hardware store" in words
    assert "Rubber sill ramp, as high and as wide as the sill" in words
    assert "Height of the sill, on its higher side: 1.5 in" in words
    assert "Under $50" in words
    trade = words.split("Ask the handyperson or trade who brings these")[1]
    assert "2 grab bars" in trade


# ------------------------------------------------------------------ other ways to print


@pytest.mark.parametrize("kind", [*ORDERS, "shopping-list"])
def test_large_print_says_every_word_of_the_other_in_letters_of_18_points_and_up(
    kind: str,
) -> None:
    plain, large = (printed(kind, with_bars(), large=large) for large in (False, True))

    def words(data: bytes) -> set[str]:
        return {word for page in pages_of(data) for word in re.findall(r"[\w’]{3,}", page)}

    assert words(plain) - words(large) <= {
        "Room",
        "Who",
        "Job",
        "Size",
        "Work",
        "Cost",
        "For",
        "check",
    }
    assert min(sizes_of(large)) >= 17.99
    assert alt_texts(large) == alt_texts(plain)


def sizes_of(data: bytes) -> set[float]:
    """Return the sizes of all letters as they lie on the page, in points."""
    found: set[float] = set()
    for page in pdfium.PdfDocument(data):
        for each in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
            size = ctypes.c_float()
            pdfium.raw.FPDFTextObj_GetFontSize(each, size)
            matrix = each.get_matrix()
            found.add(round(size.value * abs(matrix.d), 2))
    return found


def test_an_address_that_is_known_is_printed_unless_names_are_hidden() -> None:
    known = Visit(identity=Identity(address="4 Mill Lane", phone="555 0123"))
    case = replace(with_bars(), visit=known)

    for large in (False, True):
        words = text_of(printed("work-order", case, large=large))
        assert "4 Mill Lane" in words
        assert "555 0123" in words
        hidden = text_of(printed("work-order", case, large=large, hide_names=True))
        assert "Mill Lane" not in hidden
        assert "555" not in hidden


def test_hidden_names_are_initials_and_less_ink_leaves_every_word() -> None:
    plain = text_of(printed("work-order", with_bars()))

    assert "Rosa" not in text_of(printed("work-order", with_bars(), hide_names=True))
    assert text_of(printed("work-order", with_bars(), save_ink=True)) == plain
