"""What every paper keeps to, whoever wrote it: a line in ``PAPERS`` brings it here.

Its structure is sound for screen readers, and nothing that people write can break it.
"""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from falls_app.cases import load_case
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case, Decision, Helper, StepChoice
from falls_app.domain.evidence import Photo
from falls_app.export import FILLABLE, HANDOUT, LARGE, PAPERS, SAVE_INK, Printing, write_pack
from tests.export.papers import squeezed
from tests.export.structure import faults

ROSA = load_case("sample")
EVERY = [*(each.id for each in PAPERS), f"{HANDOUT}H1"]
OF_THE_CASE = EVERY[:-1]

NAME = '<b>Zoë</b> & "Al"'
SCRIPTS = "Жанна Ελένη Łucja Nguyễn שלום 12"
HOSTILE = f"{NAME} </para> &lt;i> {SCRIPTS} 😀 مرحبا \x00\x07\x1b\u202e end"
LONG = " ".join(f"word{n}" for n in range(700))[:5000]


PAGES = {("STR", "stairs"): (Photo("page", "1" * 64, 30, 40, HOSTILE),)}
ASKED: set[str] = set()
"""The ids of the photos whose picture some paper wanted to print."""


def hostile_case() -> Case:
    """Return Rosa's case with such words in every field in which somebody writes."""
    rooms = tuple(replace(room, name=f"{room.name} {NAME}") for room in ROSA.home)
    walk = ROSA.assessment
    findings = dict(walk.findings)
    for place, found in walk.findings.items():
        photo = Photo("p", "0" * 64, 40, 30, HOSTILE)
        findings[place] = replace(found, note=HOSTILE, photos=(photo,))
    place = ("BTH02", "bathroom")
    findings[place] = replace(findings[place], note=f"{LONG} {HOSTILE}")
    kinds = [Decision.OWN_WAY, Decision.NO, Decision.TRY_FIRST, Decision.AGREED]
    choices = {
        key: StepChoice(key, kinds[n % 4], HOSTILE, who=NAME, decided_on="2026-11-15")
        for n, key in enumerate(("BTH02", "STR01", "FLR01", "B15", "LGT05"))
    }
    visit = ROSA.visit
    return replace(
        ROSA,
        person=replace(ROSA.person, name=NAME, goals=HOSTILE),
        home=replace(ROSA.home, rooms=rooms),
        assessments=(replace(walk, findings=findings, pages=PAGES),),
        bones=replace(ROSA.bones, help_noted=HOSTILE),
        choices=choices,
        helpers=(Helper(NAME, HOSTILE), Helper("Joe")),
        visit=replace(visit, identity=replace(visit.identity, full_name=NAME, address=HOSTILE)),
    )


@cache
def made(kind: str, options: tuple[str, ...] = ()) -> tuple[bytes, tuple[str, ...]]:
    """Return a paper of the hostile case, and the words that it could not show."""
    target, chosen = BytesIO(), dict.fromkeys(options, True)
    printing = Printing(load_region("us"), photos=lambda photo: ASKED.add(photo.id), **chosen)
    unshown = write_pack((kind,), hostile_case(), target, printing)
    return target.getvalue(), unshown


@cache
def said(kind: str) -> str:
    pages = PdfReader(BytesIO(made(kind)[0])).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("kind", EVERY)
def test_a_paper_is_read_aloud_well_whatever_people_write(kind: str) -> None:
    assert faults(made(kind)[0]) == []


def test_no_paper_prints_the_photo_of_a_paper_page() -> None:
    for kind in EVERY:
        made(kind)

    assert {"p"} == ASKED


OPTIONAL = [
    (each.id, option) for each in PAPERS for option in (LARGE, FILLABLE) if option in each.can
] + [(EVERY[-1], LARGE)]


@pytest.mark.parametrize(("kind", "option"), OPTIONAL)
def test_it_is_so_with_its_options_too(kind: str, option: str) -> None:
    assert faults(made(kind, (option, SAVE_INK))[0]) == []


@pytest.mark.parametrize("kind", OF_THE_CASE)
def test_words_of_people_are_printed_as_they_are(kind: str) -> None:
    text = said(kind)

    assert text.count("Zoë") == text.count(NAME) + text.count("<b>Zoë</b>…")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", text)
    if "</para>" in text:
        assert squeezed("Жанна Ελένη Łucja Nguyễn") in text


@pytest.mark.parametrize("kind", OF_THE_CASE)
def test_what_a_paper_cannot_show_stands_as_a_sign_and_is_named(kind: str) -> None:
    unshown = made(kind)[1]

    assert ("[…]" in said(kind)) == bool(unshown)
    assert set(unshown) <= {"😀", "مرحبا"}


def test_several_papers_in_one_file_are_read_aloud_well_too() -> None:
    target = BytesIO()
    kinds = ("person-sheet", "family", "visit-sheet", "doctor", f"{HANDOUT}H2")
    write_pack(kinds, ROSA, target, Printing(load_region("us"), fillable=True))

    assert faults(target.getvalue()) == []
