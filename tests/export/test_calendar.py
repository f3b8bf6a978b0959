"""The calendar file: a day for each open step, nothing private, and the same file every time."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from falls_app.case_view import CaseView
from falls_app.cases import SAMPLES, load_case
from falls_app.cli import run
from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case, Decision, OwnStep, StepChoice
from falls_app.domain.bones import Bones
from falls_app.domain.home import Home
from falls_app.export import PAPERS, Printing, write_paper
from falls_app.export.calendar import Titles, calendar_file

US = load_region("us")
ROSA = load_case("sample")


def read(case: Case, titles: Titles = Titles.NEUTRAL) -> list:
    return list(Calendar.from_ical(calendar_file(case, US, titles)).walk("VEVENT"))


def titles_of(case: Case, titles: Titles = Titles.NEUTRAL) -> list[str]:
    return [str(event["SUMMARY"]) for event in read(case, titles)]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_open_step_has_its_day_and_there_are_three_days_to_look_again(name: str) -> None:
    case = load_case(name)
    plan = CaseView(case, US).plan
    walked = date.fromisoformat(plan.walked_on)
    days = [event["DTSTART"].dt for event in read(case)]

    assert days[:-3] == [date.fromisoformat(step.by) for step in plan.open_steps if step.by]
    assert days[-3:] == [walked + timedelta(days=n) for n in (14, 42, 182)]
    for event in read(case):
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["CLASS"] == "PRIVATE"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_neutral_title_tells_a_room_at_most(name: str) -> None:
    case = load_case(name)
    rooms = {f"Steady Home: a step is due ({room.name})" for room in case.home}
    fixed = {
        "Steady Home: a step is due",
        "Steady Home: see how the steps are going",
        "Steady Home: look again at the whole home",
    }

    assert set(titles_of(case)) <= rooms | fixed
    data = calendar_file(case, US)
    assert b"DESCRIPTION" not in data
    assert case.person.name.encode() not in data
    for key in CaseView(case, US).plan.steps:
        assert f"{key.key}".encode() not in data.replace(b"\r\n ", b"")


def test_a_full_title_is_the_wording_that_was_decided_and_a_bone_step_keeps_its_neutral_name() -> (
    None
):
    own = StepChoice("STR01", Decision.OWN_WAY, "One rail, and the light on.")
    case = replace(ROSA, choices={**ROSA.choices, "STR01": own}, bones=Bones(flags={"RF20": "yes"}))
    titles = titles_of(case, Titles.FULL)

    assert any(title.endswith(": One rail, and the light on.") for title in titles)
    assert not any("Fit rails" in title for title in titles)
    for step in CaseView(case, US).plan.steps:
        if step.question:
            assert any(step.short.split(" {")[0] in title for title in titles)
            assert not any(step.do in title for title in titles)


def test_what_is_done_or_turned_down_has_no_day() -> None:
    choices = {
        "STR01": StepChoice("STR01", Decision.NO),
        "BTH02": StepChoice("BTH02", Decision.NOT_NEEDED),
    }
    titles = titles_of(replace(ROSA, choices=choices), Titles.FULL)

    assert not any("rails" in title or "grab bars" in title for title in titles)


def test_the_same_case_makes_the_same_bytes_and_a_changed_day_keeps_its_name() -> None:
    moved = StepChoice("BTH02", Decision.AGREED, by="2027-03-04")
    later = replace(ROSA, choices={**ROSA.choices, "BTH02": moved}, updated="2026-11-21T09:00:00Z")
    before = {str(event["UID"]): event for event in read(ROSA, Titles.FULL)}
    after = {str(event["UID"]): event for event in read(later, Titles.FULL)}

    assert calendar_file(ROSA, US) == calendar_file(ROSA, US)
    assert before.keys() == after.keys()
    assert len(before) == len(read(ROSA))
    changed = [uid for uid in after if after[uid]["DTSTART"].dt != before[uid]["DTSTART"].dt]
    assert [after[uid]["DTSTART"].dt for uid in changed] == [date(2027, 3, 4)]
    assert all(after[uid]["DTSTAMP"].dt > before[uid]["DTSTAMP"].dt for uid in after)
    other = replace(ROSA, id="another")
    assert not before.keys() & {str(event["UID"]) for event in read(other)}


def test_odd_words_of_people_come_back_as_they_were_and_lines_stay_short() -> None:
    odd = "Bad, “room”; a\\b 🛁\nline\x07 " + "Długa nazwa łazienki " * 5 + "!"
    rooms = tuple(replace(room, name=odd) for room in ROSA.home)
    case = replace(ROSA, home=Home(rooms, ROSA.home.features))
    data = calendar_file(case, US)
    tidy = " ".join(odd.replace("\x07", " ").split())

    assert f"Steady Home: a step is due ({tidy})" in titles_of(case)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_case_with_no_walk_is_a_calendar_with_what_it_has() -> None:
    assert read(Case()) == []
    urgent = Case(bones=Bones(flags={"RF20": "yes"}))
    assert calendar_file(urgent, US) == calendar_file(urgent, US)


def test_the_command_writes_the_file(tmp_path, capsys) -> None:
    file = tmp_path / "plan.ics"

    assert run(["calendar", "sample", "-o", str(file), "--titles", "full"]) == 0
    assert b"grab bars" in file.read_bytes()
    assert run(["calendar", "sample", "-o", str(file)]) == 0
    assert b"grab bars" not in file.read_bytes()
    assert run(["calendar", "sample", "-o", str(tmp_path / "no" / "plan.ics")]) == 2
    assert "could not be written" in capsys.readouterr().err


# ------------------------------------------------------------------ steps of their own


def test_a_step_of_their_own_is_on_papers_and_in_the_calendar() -> None:
    case = replace(ROSA, own_steps=(OwnStep("1", "Ask <Ben> & Zoë about the gate", 1),))
    titles = titles_of(case, Titles.FULL)

    assert "Ask <Ben> & Zoë about the gate" in titles
    assert not any("gate" in title for title in titles_of(case))
    for kind in PAPERS:
        target = BytesIO()
        write_paper(kind.id, case, target, Printing(US))
        pages = (page.extract_text() for page in PdfReader(target).pages)
        words = " ".join(" ".join(pages).split())
        assert ("Ask <Ben> & Zoë about the gate" in words) == (kind.id in WITH_ALL_STEPS), kind.id


WITH_ALL_STEPS = {"family", "ot-report", "ot-report-copy"}
"""Papers that name every step that is open."""
