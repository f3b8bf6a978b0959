"""Every difference between two homes has words a family can read."""

from dataclasses import replace
from datetime import date

import pytest

from falls_app.case_view import CaseView
from falls_app.cases import SAMPLES, load_case
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Consent
from falls_app.domain.evidence import Photo
from falls_app.domain.merging import differences
from falls_app.ui.difference_words import DifferenceWords, consent_words
from falls_app.ui.widgets.difference_list import Shown

TODAY = date(2026, 11, 20)


def lines(mine: str, theirs: str) -> list[Shown]:
    cases = load_case(mine), load_case(theirs)
    views = [CaseView(case, load_region("us"), TODAY) for case in cases]
    return DifferenceWords(*views).shown(differences(*cases))


@pytest.mark.parametrize("theirs", [name for name in SAMPLES if name != "sample"])
def test_no_line_is_empty_or_shows_how_the_program_calls_a_thing(theirs: str) -> None:
    found = lines("sample", theirs)

    assert found
    for line in found:
        words = (line.place, line.what, line.mine, line.theirs)
        assert all(words), line
        assert line.mine != line.theirs or line.key[0] in ("photo", "step", "walk"), line
        for each in words:
            assert "{" not in each, line
            assert "_" not in each, line
            assert "(" not in each or line.key[0] != "person", line


def test_an_answer_a_step_and_a_size_are_said_as_people_say_them() -> None:
    found = {line.key: line for line in lines("sample", "sample:visit")}

    name = found["person", "name"]
    assert (name.place, name.what, name.mine, name.theirs) == (
        "Who lives here", "Name", "Rosa", "Nell",
    )  # fmt: skip
    assert any(line.theirs.startswith("Agreed") for key, line in found.items() if key[0] == "step")
    assert any(line.theirs.endswith(" in") for key, line in found.items() if key[0] == "size")


def test_a_board_arranged_by_hand_and_the_kind_of_home_are_said_in_words() -> None:
    mine = load_case("sample")
    theirs = replace(
        mine,
        home=replace(mine.home, shape="three", hardest="bathroom"),
        extra={"board": {"order": []}},
    )
    views = [CaseView(case, load_region("us"), TODAY) for case in (mine, theirs)]

    said = DifferenceWords(*views).shown(differences(mine, theirs))

    assert [(line.place, line.what, line.mine, line.theirs) for line in said] == [
        ("Home and rooms", "Kind of home", "Two floors", "Three floors"),
        ("Home and rooms", "The hardest part", "Nothing", "Bathroom"),
        ("Plan", "Where the steps of the plan stand", "Nothing", "Moved by hand"),
    ]


def test_a_photo_of_a_paper_page_is_named_by_its_room_and_what_it_is_of() -> None:
    mine = load_case("sample")
    walk = mine.assessment
    assert walk
    photo = (Photo("p", "0" * 64, 3, 4),)
    theirs = mine.with_assessment(
        walk.with_page(("STR", "stairs"), photo).with_page(("FLR", None), photo)
    )
    views = [CaseView(case, load_region("us"), TODAY) for case in (mine, theirs)]

    said = DifferenceWords(*views).shown(differences(mine, theirs))

    assert [(line.place, line.what, line.mine, line.theirs) for line in said] == [
        ("Stairs", "Photo of the paper page: Stairs", "Nothing", "A photo"),
        ("Whole house", "Photo of the paper page: Floors", "Nothing", "A photo"),
    ]


def test_consent_is_told_as_it_was_recorded() -> None:
    said = Consent(look=True, share=True, who="Nell", on="2026-11-12")

    assert consent_words(said, "en_US") == (
        "Nell said yes, November 12, 2026: look in every room, share the plan"
    )
    assert consent_words(Consent(), "en_US") == ""
