"""A handout is one page in large print, whoever prints it where."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from falls_app.content.handouts import load_handout, load_handouts
from falls_app.content.regions import Region, load_region
from falls_app.content.reviews import TextReview, load_reviews
from falls_app.domain.assessment import Case
from falls_app.domain.handout import Handout
from falls_app.errors import UserError
from falls_app.export import Printing, write_paper
from falls_app.export.pdf.document import PAPER_SIZES, Book
from falls_app.export.pdf.handout import TEXT_SIZE, tell

PLACES = (("letter", "us"), ("a4", "uk"), ("letter", "ca"), ("a4", "eu"))


def read(handout: Handout, paper: str = "letter", region: str = "us") -> PdfReader:
    return PdfReader(BytesIO(made(handout, Printing(load_region(region), paper))))


def made(handout: Handout, printing: Printing) -> bytes:
    story = tell(handout, printing)
    book = Book(title=story.title, language=story.language)
    book.add(story)
    return book.data()


def said(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def elements(pdf: PdfReader) -> list[DictionaryObject]:
    """Return every element of the structure."""
    found = (pdf.get_object(number) for number in range(1, int(pdf.trailer["/Size"])))
    return [each for each in found if isinstance(each, DictionaryObject) and "/S" in each]


@pytest.mark.parametrize(("paper", "region"), PLACES)
@pytest.mark.parametrize("handout", load_handouts(), ids=lambda handout: handout.id)
def test_a_handout_is_one_page_with_all_its_words(
    handout: Handout, paper: str, region: str
) -> None:
    pdf = read(handout, paper, region)
    number = load_region(region).emergency

    assert len(pdf.pages) == 1
    assert tuple(map(float, pdf.pages[0].mediabox[2:])) == pytest.approx(PAPER_SIZES[paper])
    words = said(pdf)
    for text in handout.texts:
        assert text.replace("{emergency}", number) in words, text
    assert f"{handout.title} · General information, not medical advice" in words
    assert "Not yet reviewed by a clinician." in words
    assert f"In an emergency call {number}." in words
    assert "Who helps me:" in words


def test_the_words_are_in_large_print() -> None:
    sizes = re.findall(rb"/F\S+ (\d+(?:\.\d+)?) Tf", page_stream(read(load_handout("H7"))))

    assert TEXT_SIZE >= 14
    assert min(float(size) for size in sizes) >= 10.5
    assert b"14" in sizes


def page_stream(pdf: PdfReader) -> bytes:
    contents = pdf.pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def test_a_reader_finds_title_language_pictures_and_steps() -> None:
    pdf = read(load_handout("H3"), "a4", "uk")
    root = pdf.trailer["/Root"]
    kinds = [each["/S"] for each in elements(pdf)]

    assert pdf.metadata is not None
    assert pdf.metadata.title == "How to get up from the floor"
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2
    assert kinds.count("/LI") == 11
    figures = [each for each in elements(pdf) if each["/S"] == "/Figure"]
    assert [each["/Alt"] for each in figures] == [
        "A firm chair against the wall, to stand up from and sit down again"
    ]


def test_the_same_handout_makes_the_same_bytes() -> None:
    first, second = (made(load_handout("HH8"), Printing(load_region("uk"), "a4")) for _ in range(2))

    assert first == second


def test_a_region_with_no_number_says_the_emergency_number() -> None:
    region: Region = replace(load_region("us"), emergency="")
    pdf = PdfReader(BytesIO(made(load_handout("H2"), Printing(region))))

    assert "Call the emergency number. Do not move." in said(pdf)


def test_a_review_is_named_with_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    reviews = {
        **load_reviews(),
        "handout:H6": TextReview("2026-11-20", "", "Ada Lin, GP", "2027-01-15"),
    }
    monkeypatch.setattr("falls_app.export.words.load_reviews", lambda: reviews)

    assert "Reviewed by Ada Lin, GP, January 15, 2027." in said(read(load_handout("H6")))
    assert "Not yet reviewed by a clinician." in said(read(load_handout("H7")))


def test_material_of_the_cdc_is_credited_and_sizes_are_called_unchecked() -> None:
    pets, medicines = said(read(load_handout("HH10"))), said(read(load_handout("H11")))
    rails = said(read(load_handout("HH8")))

    assert "does not mean that CDC" in pets
    assert "CDC" not in medicines
    assert "not yet checked" not in medicines
    assert "Sizes with “about” are not yet checked." in rails


def test_more_than_fits_goes_on_over_the_page_and_loses_nothing() -> None:
    handout = load_handout("H1")
    long = replace(handout, blocks=handout.blocks * 4)
    pdf = read(long)

    assert len(pdf.pages) > 1
    assert said(pdf).count("Put light where you walk at night.") == 4


def test_a_handout_is_written_to_a_file_or_into_one(tmp_path: Path) -> None:
    file, stream = tmp_path / "h1.pdf", BytesIO()

    write_paper("handout:H1", Case(), file, Printing(load_region("uk"), "a4"))
    write_paper("handout:H1", Case(), stream, Printing(load_region("uk"), "a4"))

    assert file.read_bytes() == stream.getvalue()
    assert list(tmp_path.iterdir()) == [file]


def test_a_handout_is_one_of_the_papers_too() -> None:
    paper, handout = BytesIO(), BytesIO()

    write_paper("handout:H9", Case(), paper, Printing(load_region("us")))
    write_paper("handout:H9", Case(), handout, Printing(load_region("us")))

    assert paper.getvalue() == handout.getvalue()


class _Full(BytesIO):
    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", ["nowhere/h1.pdf", ""])
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    target = tmp_path / name if name else _Full()

    with pytest.raises(UserError, match="could not be written"):
        write_paper("handout:H1", Case(), target, Printing(load_region("us")))


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no paper “a3”"):
        write_paper("handout:H1", Case(), BytesIO(), Printing(load_region("us"), "a3"))
    with pytest.raises(UserError, match="no handout “H0”"):
        write_paper("handout:H0", Case(), BytesIO(), Printing(load_region("us")))
