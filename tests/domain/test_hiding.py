"""Initials stand in the place of names, in whatever field of a case a name is."""

from dataclasses import replace

import pytest

from falls_app.domain.assessment import Assessment, Case, Consent, Finding, Helper, StepChoice
from falls_app.domain.bones import Bones, Fall, FunctionResult, TwoDays
from falls_app.domain.checklist import Answer
from falls_app.domain.evidence import Mark, MarkKind, Photo
from falls_app.domain.hiding import initials, masker, with_initials
from falls_app.domain.home import Home, Room
from falls_app.domain.person import Person

PHOTO = Photo("p", "rosa", 4, 3, "Rosa’s rug", (Mark(MarkKind.TEXT, (0, 0), (1, 1), "by Joe"),))
FOUND = Finding("BTH01", Answer.HAZARD, "rosa-room", "ROSA says: ask Maria Lopez.", photos=(PHOTO,))
CASE = Case(
    person=Person("Rosa", goals="I, Rosa, want my bath.", traits=("memory",)),
    home=Home((Room("rosa-room", "BTH", "Rosa’s bathroom"),)),
    assessments=(Assessment("w", "2026-11-14", findings={FOUND.place: FOUND}),),
    bones=Bones(
        TwoDays(("head",), "Rosa rang."),
        falls=(Fall("1", doing="rosa was cooking"),),
        tests=(FunctionResult("tug", "2026-11-14", 12, "Joe"),),
    ),
    choices={"BTH01": StepChoice("BTH01", words="Ask Maria", who="Maria Lopez")},
    helpers=(Helper("Maria Lopez", "Rosa’s daughter"), Helper("Mark Lind")),
    consent=Consent(look=True, who="Rosa"),
    extra={"letter": ["Dear Rosa"]},
)


def test_no_name_is_left_anywhere_in_the_case():
    said = repr(with_initials(CASE)).replace("rosa-room", "").replace("sha256='rosa'", "")

    assert not [name for name in ("rosa", "maria", "lopez", "joe") if name in said.lower()]


def test_what_is_said_stays_a_sentence():
    hidden = with_initials(CASE)

    assert hidden.person.name == "R."
    assert hidden.person.goals == "I, R., want my bath."
    assert hidden.home.rooms[0].name == "R.’s bathroom"
    assert hidden.assessment.finding("BTH01", "rosa-room").note == "R. says: ask M. L."
    assert hidden.choices["BTH01"].words == "Ask M."


def test_ids_stay_as_they_are():
    hidden = with_initials(replace(CASE, person=Person("Memory", traits=("memory",))))

    assert hidden.person.traits == ("memory",)
    assert list(hidden.assessment.findings) == [("BTH01", "rosa-room")]
    assert hidden.photos[0].sha256 == "rosa"


def test_two_people_with_the_same_initials_are_told_apart():
    case = replace(CASE, helpers=(Helper("Ruth"), Helper("Ron"), Helper("Ruth")))

    assert [each.name for each in with_initials(case).helpers] == ["R. 2", "R. 3", "R. 2"]


def test_a_role_is_nobodys_name():
    roles = {"A": StepChoice("A", who="OT"), "B": StepChoice("B", who="family", words="An OT")}

    assert with_initials(replace(CASE, choices=roles)).choices == roles


def test_small_words_of_a_name_are_words_like_any_other():
    case = Case(person=Person("Ana de la Cruz", goals="A walk de la mano with Cruz."))

    assert with_initials(case).person.goals == "A walk de la mano with C."


@pytest.mark.parametrize("name", ["", "   "])
def test_a_case_with_no_names_stays_as_it_is(name):
    case = Case(person=Person(name))

    assert with_initials(case) == case


@pytest.mark.parametrize(
    ("name", "short"),
    [("Rosa Martinez", "R. M."), ("jo", "J."), ("Ana-Maria O’Hara", "A. O."), ("Łucja", "Ł."),
     ("Жанна", "Ж."), ("42", "")],
)  # fmt: skip
def test_initials_are_the_first_letters(name, short):
    assert initials(name) == short


def test_a_name_of_signs_is_hidden_too():
    assert with_initials(Case(person=Person("<<42>>"))).person.name == "…"


@pytest.mark.parametrize(
    ("shown", "masked"),
    [
        ("Will Walker’s home. Ask Will.", "W. W.’s home. Ask W."),
        (
            "It will help WILL. A walker stands in the Hall.",
            "It will help W. A walker stands in the Hall.",
        ),
        ("will walker and Mrs. Walker", "W. W. and Mrs. W."),
        ("Zoë, or Ann-Marie", "Z., or A."),
        ("J sits.", "J sits."),
        ("", ""),
    ],
)
def test_on_the_screen_a_part_of_a_name_counts_with_its_capital(shown: str, masked: str) -> None:
    case = Case(person=Person("Will Walker"), helpers=(Helper("J"), Helper("Ann-Marie")))

    assert masker(case, ("Zoë",))(shown) == masked


def test_without_a_name_nothing_is_masked() -> None:
    assert masker(Case())("Rosa") == "Rosa"
    assert masker(Case(person=Person("J")))("J") == "J"
