"""Large print, less ink, initials: what an option changes, and that no word is lost by it."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from falls_app.cases import SAMPLES, load_case
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case, Decision, StepChoice
from falls_app.domain.bones import TwoDays
from falls_app.export import HANDOUT, HIDE_NAMES, LARGE, PAPERS, Printing
from falls_app.export.paper import PaperData
from falls_app.words import wording
from tests.export.papers import letter_sizes, pages_of, printed, squeezed, words_of

ROSA = load_case("sample")
US = load_region("us")
LARGE_ONES = [each.id for each in PAPERS if LARGE in each.can or each.is_large] + [f"{HANDOUT}H1"]
HIDING = [each.id for each in PAPERS if HIDE_NAMES in each.can]


def told_all(case: Case) -> Case:
    """Return a case in which every open step was decided, one of each kind, with own words."""
    steps = PaperData(case, Printing(US)).plan.open_steps
    kinds = [each for each in Decision if not each.is_declined]
    choices = {
        step.key: StepChoice(
            step.key, kinds[n % len(kinds)], f"Own words {n} end.", decided_on="2026-11-15"
        )
        for n, step in enumerate(steps)
    }
    return replace(case, choices=choices)


# ------------------------------------------------------------------ large print


@pytest.mark.parametrize("kind", LARGE_ONES)
def test_no_letter_of_large_print_is_under_18_points(kind: str) -> None:
    flagged = replace(ROSA, bones=replace(ROSA.bones, two_days=TwoDays(("head",))))

    assert min(letter_sizes(printed(kind, flagged, large=True))) >= 18


@cache
def large_plan(sample: str) -> str:
    return words_of(printed("family", told_all(load_case(sample)), large=True))


@pytest.mark.parametrize("sample", ["sample", "sample:flat"])
def test_the_large_plan_has_every_step_and_every_own_word(sample: str) -> None:
    case = told_all(load_case(sample))
    data, text = PaperData(case, Printing(US)), large_plan(sample)

    for step in data.plan.open_steps:
        title, do = wording(data.say, step)
        assert text.count(squeezed(do)) >= max(1, len(step.findings)), step.key
        assert squeezed(title) in text
        assert step.choice is None or step.choice.words in text
    notes = [note for found in data.walk.findings.values() if (note := squeezed(found.note))]
    shown = words_of(printed("family", case))
    assert [note for note in notes if note in shown and note not in text] == []


def test_the_large_plan_says_all_that_the_other_one_says() -> None:
    standard = words_in(words_of(printed("family", ROSA)))
    large = words_in(words_of(printed("family", ROSA, large=True)))
    legend = words_in(
        "Five things to start with, Good as is, Worth a fix, Steady for now, Mostly steady, Big fixes, Cost"
    )

    assert len(standard) > 300
    assert standard - large - legend == set()


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text))


def test_large_print_is_one_column_of_sans_letters_on_margins_of_an_inch() -> None:
    data = printed("family", ROSA, large=True)
    reader = PdfReader(BytesIO(data))
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert not [name for name in fonts if "Literata" in name or "Italic" in name]
    page = pdfium.PdfDocument(data)[4].render(scale=1, grayscale=True).to_pil()
    left, _top, right, _bottom = page.point(lambda value: 255 * (value < 200)).getbbox()
    assert left >= 71
    assert right <= 612 - 71


@pytest.mark.parametrize("name", ["W" * 80, "Wilhelmina Alexandrina " * 3])
@pytest.mark.parametrize("kind", [each for each in LARGE_ONES if each != "visit-sheet"])
def test_a_long_name_breaks_no_large_print(kind: str, name: str) -> None:
    case = replace(ROSA, person=replace(ROSA.person, name=name))

    assert min(letter_sizes(printed(kind, case, large=True))) >= 18


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_large_fridge_page_is_one_page(sample: str) -> None:
    pages = pages_of(printed("fridge", load_case(sample), large=True))

    assert len(pages) == 1
    assert "Do not move." in pages[0]


# ------------------------------------------------------------------ ink


def ink_of(data: bytes) -> float:
    """Return how much of the paper is not white, 0 to 1."""
    inked = total = 0
    for page in pdfium.PdfDocument(data):
        counts = page.render(scale=0.5, grayscale=True).to_pil().histogram()
        inked, total = inked + sum(counts[:252]), total + sum(counts)
    return inked / total


@pytest.mark.parametrize("kind", ["family", "fridge"])
def test_a_paper_that_saves_ink_says_the_same_with_much_less(kind: str) -> None:
    plain, saved = printed(kind, ROSA), printed(kind, ROSA, save_ink=True)

    assert pages_of(saved) == pages_of(plain)
    assert ink_of(saved) < 0.9 * ink_of(plain)


# ------------------------------------------------------------------ names


@pytest.mark.parametrize("kind", HIDING)
def test_hidden_names_stand_nowhere_in_the_file(kind: str) -> None:
    case = replace(ROSA, bones=replace(ROSA.bones, two_days=TwoDays(("head",))))
    choice = StepChoice("BTH02", Decision.AGREED, "Maria said so.", decided_on="2026-11-15")
    identity = replace(case.visit.identity, full_name="Rosa Bauer", address="Mrs Bauer, 2nd floor")
    visit = replace(case.visit, identity=identity)
    case = replace(case, choices={**case.choices, "BTH02": choice}, visit=visit)
    reader = PdfReader(BytesIO(printed(kind, case, hide_names=True)))
    found = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    said = " ".join(page.extract_text() for page in reader.pages)
    said += repr(list(found)) + repr(reader.metadata)
    said += reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert not [name for name in ("Rosa", "Maria", "Joe", "Bauer") if name in said]
    assert "R." in said


def test_options_that_a_paper_does_not_know_change_nothing() -> None:
    assert printed("help-now", ROSA, fillable=True) == printed("help-now", ROSA)
    assert printed("person-sheet", ROSA, large=True) == printed("person-sheet", ROSA)


# ------------------------------------------------------------------ several in one file


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Return the chapters of a file with the page on which each begins."""
    return [
        (str(each.title), reader.get_destination_page_number(each))
        for each in reader.outline
        if not isinstance(each, list)
    ]


def test_a_pack_is_each_paper_after_the_other_with_its_own_pages() -> None:
    kinds = ("person-sheet", "doctor", f"{HANDOUT}H1", "fridge")
    data = printed(kinds, ROSA)
    reader = PdfReader(BytesIO(data))
    alone = [page for kind in kinds for page in pages_of(printed(kind, ROSA))]

    assert pages_of(data) == alone
    assert outline(reader) == [
        ("Rosa’s page", 0),
        ("For Rosa’s doctor", 2),
        ("Stay steady: what helps most", 3),
        ("Five things to start with", 4),
    ]
    assert reader.metadata.title == "Papers for Rosa"
    parts = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]["/K"]
    assert [part.get_object()["/S"] for part in parts] == ["/Part"] * 4


def test_a_pack_makes_the_same_bytes_and_hides_names_too() -> None:
    first, second = (printed(("family", "doctor"), ROSA, hide_names=True) for _ in range(2))

    assert first == second
    assert PdfReader(BytesIO(first)).metadata.title == "Papers for R."


def test_making_a_paper_can_be_ended_after_any_page() -> None:
    from falls_app.export import write_pack

    def watch(pages: int) -> None:
        if pages == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pack(("family",), ROSA, BytesIO(), Printing(US), watch=watch)
