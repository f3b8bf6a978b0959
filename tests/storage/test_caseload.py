"""The homes of a practice: lists by what is due, finding, visits and the archive."""

from dataclasses import replace
from datetime import date

import pytest

from falls_app.domain.assessment import Assessment, Case, Finding
from falls_app.domain.checklist import Answer
from falls_app.domain.person import Person
from falls_app.domain.visit import Identity, SignedVersion, Visit
from falls_app.storage.caseload import CaseLine, Show
from falls_app.storage.store import Store

TODAY = date(2026, 11, 20)


def keep(store: Store, name: str, *, walked: str = "2026-11-01", note: str = "", address: str = "",
         signed: bool = False, age: int | None = None) -> str:  # fmt: skip
    found = {("STR01", None): Finding("STR01", Answer.SAFE, note=note)}
    made = store.create(
        Case(
            person=Person(name, age),
            assessments=(Assessment("w", walked, findings=found),),
            visit=Visit(identity=Identity(address=address)) if address else Visit(),
            signed=(SignedVersion("0" * 64, ()),) if signed else (),
        ),
        "a new home",
    )
    return made.id


def names(lines: list[CaseLine]) -> list[str]:
    return [line.name for line in lines]


def test_every_home_is_listed_once_however_small_the_pages(store: Store) -> None:
    kept = [keep(store, f"Ann {number}") for number in range(7)]
    seen: list[CaseLine] = []
    while page := store.caseload.lines(Show.ALL, TODAY, seen[-1] if seen else None, 3):
        seen += page

    assert [line.id for line in seen] == kept[::-1]


def test_visits_of_today_come_by_their_time(store: Store) -> None:
    late, early, tomorrow = (keep(store, name) for name in ("Late", "Early", "Tomorrow"))
    store.caseload.plan_visit(late, "2026-11-20T14:15")
    store.caseload.plan_visit(early, "2026-11-20T09:00")
    store.caseload.plan_visit(tomorrow, "2026-11-21T08:00")

    assert names(store.caseload.lines(Show.TODAY, TODAY)) == ["Early", "Late"]
    assert store.caseload.visit(late) == "2026-11-20T14:15"
    store.caseload.plan_visit(late, "")
    assert names(store.caseload.lines(Show.TODAY, TODAY)) == ["Early"]
    assert store.caseload.visit("nobody") == ""


def test_the_visits_of_seven_days_come_by_day_and_time_however_small_the_pages(
    store: Store,
) -> None:
    days = {"Sunday": "22T10:00", "Today": "20T14:00", "Last": "26", "Next": "27", "Gone": "19"}
    for name, day in days.items():
        store.caseload.plan_visit(keep(store, name), f"2026-11-{day}")
    seen: list[CaseLine] = []
    while page := store.caseload.lines(Show.WEEK, TODAY, seen[-1] if seen else None, 2):
        seen += page

    assert names(seen) == ["Today", "Sunday", "Last"]
    assert store.caseload.counts(TODAY)[Show.WEEK] == 3


def test_deleted_homes_have_a_list_of_their_own_until_they_are_brought_back(store: Store) -> None:
    gone, _kept = keep(store, "Gone"), keep(store, "Kept")
    store.delete(gone)

    (line,) = store.caseload.lines(Show.DELETED, TODAY)
    assert (line.name, bool(line.deleted)) == ("Gone", True)
    assert names(store.caseload.lines(Show.ALL, TODAY)) == ["Kept"]
    store.restore(gone)
    assert store.caseload.counts(TODAY)[Show.DELETED] == 0


def test_a_report_is_to_sign_until_it_is_signed_and_again_once_the_home_changes(
    store: Store,
) -> None:
    keep(store, "No report")
    keep(store, "Draft", address="7 Shore Street")
    signed = keep(store, "Signed", address="41 Hope Avenue", signed=True)
    assert names(store.caseload.lines(Show.SIGN, TODAY)) == ["Draft"]
    states = {line.name: line.report for line in store.caseload.lines(Show.ALL, TODAY)}
    assert states == {"No report": "", "Draft": "draft", "Signed": "signed"}

    case = store.load(signed)
    store.save(case, replace(case, person=Person("Signed", 90)), "her age")

    assert names(store.caseload.lines(Show.SIGN, TODAY)) == ["Signed", "Draft"]


def test_half_a_year_after_the_last_walk_a_home_is_due_again(store: Store) -> None:
    keep(store, "Spring", walked="2026-05-22")
    keep(store, "Earlier", walked="2026-05-21")

    assert names(store.caseload.lines(Show.AGAIN, TODAY)) == ["Earlier", "Spring"]
    assert names(store.caseload.lines(Show.AGAIN, date(2026, 11, 19))) == ["Earlier"]


def test_the_archive_is_out_of_every_other_list_and_comes_back(store: Store) -> None:
    gone = keep(store, "Gone", walked="2026-01-01", address="1 Elm")
    keep(store, "Here")
    store.caseload.plan_visit(gone, "2026-11-20")
    store.caseload.archive(gone, "2026-11-20")
    assert store.caseload.counts(TODAY) == {
        Show.ALL: 1, Show.TODAY: 0, Show.WEEK: 0, Show.SIGN: 0, Show.AGAIN: 0, Show.ARCHIVE: 1,
        Show.DELETED: 0,
    }  # fmt: skip
    (line,) = store.caseload.lines(Show.ARCHIVE, TODAY)
    assert (line.name, line.archived, line.answers) == ("Gone", "2026-11-20", 1)

    store.caseload.archive(gone, "")

    assert store.caseload.counts(TODAY)[Show.ALL] == 2
    assert store.load(gone).person.name == "Gone"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zoe", [("Zoë Müller", "")]),
        ("muller ZO", [("Zoë Müller", "")]),
        ("alder", [("Tom", "14 Älder Road")]),
        ("brass", [("Ada", "The Brass knob")]),
        ("o", [("Zoë Müller", ""), ("Tom", ""), ("Ada", "The Brass knob")]),
        ("100%", []),
        (" ", []),
    ],
)
def test_homes_are_found_by_name_address_and_note(store: Store, words, found) -> None:
    keep(store, "Ada", note="The Brass knob")
    keep(store, "Tom", address="14 Älder Road", age=84)
    keep(store, "Zoë Müller")

    lines = store.caseload.find(words)

    assert [(line.name, line.found) for line in lines] == found


def test_a_search_shows_no_more_than_asked_for_and_nothing_deleted(store: Store) -> None:
    kept = [keep(store, f"Ann {number}", note="ann") for number in range(4)]
    store.delete(kept[3])

    assert names(store.caseload.find("ann", 2)) == ["Ann 2", "Ann 1"]
    assert len(store.caseload.find("ann")) == 3


def test_damaged_settings_leave_a_home_without_a_visit(store: Store) -> None:
    kept = keep(store, "Ann")
    store.set_setting(f"visit {kept}", ["2026"])

    assert store.caseload.visit(kept) == ""
