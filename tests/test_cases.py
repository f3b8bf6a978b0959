"""The sample homes: each reads, scores, plans and prints. Anything else is refused kindly."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from falls_app import paths
from falls_app.case_view import CaseView
from falls_app.cases import SAMPLE, SAMPLES, load_case, photos_beside, sample_case
from falls_app.cli import score_case
from falls_app.content.bones import load_bone_check
from falls_app.content.checks import load_checklist
from falls_app.content.places import load_places
from falls_app.content.regions import load_region
from falls_app.content.screening import load_flag_screen
from falls_app.domain.asking import checks_asked
from falls_app.domain.assessment import Case
from falls_app.domain.plan import MOST_ON_PAGE_ONE, Plan
from falls_app.errors import UserError
from falls_app.export import Printing, write_paper
from falls_app.storage.case_file import read_case, write_case
from tests.spoken import alt_texts

each_sample = pytest.mark.parametrize("name", SAMPLES)


def plan_of(case: Case) -> Plan:
    return CaseView(case, load_region("us")).plan


def printed(case: Case, paper: str) -> bytes:
    target = BytesIO()
    write_paper("family", case, target, Printing(load_region("us"), paper))
    return target.getvalue()


def sayings(case: Case) -> Iterator[str]:
    """Yield everything that somebody wrote in this case."""
    yield case.person.goals
    for walk in case.assessments:
        yield from (finding.note for finding in walk.findings.values())
    yield from (choice.words for choice in case.choices.values())
    yield from (photo.caption for photo in case.photos)
    yield from (mark.words for photo in case.photos for mark in photo.marks)


def test_the_visit_has_notes_sizes_and_photos_and_each_picture_is_there() -> None:
    case, file = load_case("sample:visit"), photos_beside("sample:visit")
    walk = case.assessment
    assert walk is not None
    findings = walk.findings.values()

    assert len(case.photos) == 9
    assert all(photo.caption and photo.marks and file(photo) for photo in case.photos)
    assert sum(bool(each.measures) for each in findings) >= 15
    assert sum(bool(each.note) for each in findings) >= 60


def test_the_visits_plan_shows_its_photos_to_those_who_cannot_see_them_too() -> None:
    target = BytesIO()
    printing = Printing(load_region("us"), photos=photos_beside("sample:visit"))
    write_paper("family", load_case("sample:visit"), target, printing)

    spoken = alt_texts(target.getvalue())
    assert any("There is no rail. No rail, 2 steps" in words for words in spoken)
    assert sum("Bracket off" in words for words in spoken) == 1


def test_every_sample_file_has_a_name_that_opens_it() -> None:
    files = {file.stem for file in (paths.resources() / "samples").glob("*.json")}

    assert set(SAMPLES.values()) == files


def test_the_plain_name_opens_rosas_home() -> None:
    assert sample_case() == load_case(SAMPLE)
    assert sample_case().person.name == "Rosa"


@each_sample
def test_a_sample_is_scored_in_full(name: str) -> None:
    result = score_case(load_case(name), "us")

    assert result is not None
    assert result.home is not None
    assert result.fit is not None
    assert not result.provisional


@each_sample
def test_a_sample_answers_every_check_of_its_list(name: str) -> None:
    case = load_case(name)
    walk = case.assessment

    assert walk is not None
    asked = checks_asked(load_checklist(), case.home, walk.list, case.person.all_traits)
    places = [(check.id, room.id if room else None) for check, room in asked]
    assert list(walk.findings) == places or name == SAMPLE


@each_sample
def test_a_sample_speaks_of_the_checks_as_they_are_today(name: str) -> None:
    file = paths.resources() / "samples" / f"{SAMPLES[name]}.json"
    form = json.loads(file.read_text(encoding="utf-8"))
    known = load_checklist()

    for walk in form["assessments"]:
        assert walk["content"] == known.version
        for given in walk["answers"]:
            check = known.by_id[given["check"]]
            answers = {*check.answers, "not_sure", "no_longer_used"}
            assert given["answer"] in answers, given


@each_sample
def test_a_sample_has_only_rooms_and_features_that_can_be_chosen(name: str) -> None:
    home, places = load_case(name).home, load_places()

    assert {room.kind for room in home} <= set(places.kinds)
    assert all(room.area == places.kinds[room.kind].area for room in home)
    assert set(home.features) <= {feature.id for feature in places.features}


@each_sample
def test_a_sample_answers_bone_questions_in_their_own_words(name: str) -> None:
    questions = {question.id: question for question in load_bone_check().questions}
    items = load_case(name).bones.items

    assert items.keys() == questions.keys()
    for question, answer in items.items():
        assert answer in {choice.id for choice in questions[question].choices}


@each_sample
def test_no_sample_has_an_emergency(name: str) -> None:
    bones = load_case(name).bones

    assert bones.two_days.ticked == ("none",)
    assert "yes" not in bones.flags.values()
    assert bones.flags.keys() <= {flag.id for flag in load_flag_screen().flags}


@each_sample
def test_a_sample_has_a_full_first_page_with_one_step_for_the_body(name: str) -> None:
    case = load_case(name)
    first = plan_of(case).first

    assert len(first) == MOST_ON_PAGE_ONE
    assert any(step.check is None for step in first)
    declined = {
        key
        for key, choice in case.choices.items()
        if choice.decision and choice.decision.is_declined
    }
    assert not declined & {step.key for step in first}


@each_sample
def test_every_decision_in_a_sample_is_about_a_step_of_its_plan(name: str) -> None:
    case = load_case(name)

    assert set(case.choices) <= {step.key for step in plan_of(case).steps}
    people = {case.person.name, *(helper.name for helper in case.helpers)}
    assert {choice.who for choice in case.choices.values()} <= {"", *people}


@each_sample
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_sample_prints_its_plan(name: str, paper: str) -> None:
    case = load_case(name)
    pages = PdfReader(BytesIO(printed(case, paper))).pages

    assert len(pages) >= 4
    assert f"{case.person.name}’s plan" in " ".join(page.extract_text() for page in pages)


@each_sample
def test_a_sample_reads_again_as_it_was_written(name: str) -> None:
    case = load_case(name)

    assert read_case(write_case(case), load_checklist()) == case


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != SAMPLE])
def test_a_sample_has_typographic_marks_and_short_notes(name: str) -> None:
    for words in sayings(load_case(name)):
        assert not set(words) & set("\"'"), words
        assert len(words) <= 180, words
        assert words == words.strip()


def test_the_flat_is_rented_on_one_level_and_has_no_helpers_at_first() -> None:
    case = load_case("sample:flat")

    assert (case.home.shape, case.home.tenure, case.person.say) == ("flat", "rented", "they")
    assert not case.helpers
    assert {room.floor for room in case.home} == {0}


def test_no_step_for_the_flat_is_given_to_a_helper_who_is_not_there() -> None:
    plan = plan_of(load_case("sample:flat"))

    assert all(step.who for step in plan.steps)


def test_the_spine_home_has_two_floors_and_a_break_in_the_back_that_is_followed_up() -> None:
    case = load_case("sample:spine")

    assert case.home.shape == "two"
    assert {"spine_fracture", "osteoporosis", "weak_legs"} <= case.person.all_traits
    assert case.bones.items["B02"] == "followed_up"


def test_the_visit_has_two_bathrooms_near_misses_and_every_kind_of_decision() -> None:
    case = load_case("sample:visit")
    walk = case.assessment

    assert walk is not None
    assert sum(room.kind == "bathroom" for room in case.home) == 2
    assert sum(finding.near_miss for finding in walk.findings.values()) >= 3
    decisions = {choice.decision for choice in case.choices.values()}
    assert decisions == {"agreed", "try_first", "later", "own_way", "no"}
    assert any(choice.done for choice in case.choices.values())


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Sample",
        "samples",
        "sample:",
        "sample:rosa",
        "sample:roof",
        "sample:../flat",
        "flat",
        "a.txt",
    ],
)
def test_any_other_name_is_refused_in_one_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEADY_HOME_DATA", str(tmp_path))

    with pytest.raises(UserError) as caught:
        load_case(name)

    assert caught.value.message == f"“{name}” is no case."
    assert (
        caught.value.hint
        == "Give a file that ends in .json, the id of a home in your list, or: sample."
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    file = str(tmp_path / "sample:flat.json")

    with pytest.raises(UserError, match="could not be read"):
        load_case(file)


def test_a_json_file_opens_like_a_sample(tmp_path: Path) -> None:
    file = tmp_path / "home.json"
    file.write_text(write_case(load_case("sample:spine")), encoding="utf-8")

    assert load_case(str(file)) == load_case("sample:spine")
