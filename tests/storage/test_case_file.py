"""The case file: what is read, what is refused, what is written."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from falls_app.domain.assessment import Case, Finding, ListKind
from falls_app.domain.bones import Bones
from falls_app.domain.checklist import Answer, Checklist
from falls_app.domain.home import Home, Room, Use
from falls_app.domain.person import Person, Say
from falls_app.errors import UserError
from falls_app.storage.case_file import CaseFileError, read_case, write_case

ROOMS = [
    {"id": "bath", "area": "BTH", "name": "Bathroom"},
    {"id": "small", "area": "BTH", "name": "Toilet", "use": "weekly"},
    {"id": "hall", "area": "HAL", "name": "Hall"},
]

MARK = {"kind": "arrow", "start": [0, 0], "end": [1, 1]}
PHOTO = {"id": "a", "sha256": "0" * 64, "width": 3, "height": 4}


def _file(**more: Any) -> str:
    return json.dumps({"format": "steady-home-case", "version": 1, "assessments": []} | more)


def _answers(*answers: dict[str, Any], rooms: list[dict[str, Any]] | None = None) -> str:
    walk = {"date": "2026-11-20", "answers": list(answers)}
    return _file(home={"rooms": ROOMS if rooms is None else rooms}, assessments=[walk])


def _findings(case: Case) -> list[Finding]:
    assert case.assessment is not None
    return list(case.assessment.findings.values())


def test_the_smallest_file_has_the_defaults_of_the_specification(checklist: Checklist) -> None:
    assert read_case(_file(), checklist) == Case()


def test_an_answer_needs_only_its_check_and_its_word(checklist: Checklist) -> None:
    text = _file(assessments=[{"answers": [{"check": "STR01", "answer": "safe"}]}])

    case = read_case(text, checklist)

    assert case.assessment is not None
    assert case.assessment.date == ""
    assert case.assessment.list is ListKind.FULL
    assert case.assessment.content == "2026.11"
    assert _findings(case) == [Finding("STR01", Answer.SAFE)]


def test_every_field_survives_being_written_and_read(full_case: Case, checklist: Checklist) -> None:
    assert read_case(write_case(full_case), checklist) == full_case


def test_a_written_file_is_the_same_after_another_round(
    full_case: Case, checklist: Checklist
) -> None:
    text = write_case(full_case)

    assert write_case(read_case(text, checklist)) == text


def test_a_walk_without_a_date_is_written_without_one(checklist: Checklist) -> None:
    case = read_case(_file(assessments=[{}]), checklist)

    assert "date" not in json.loads(write_case(case))["assessments"][0]
    assert read_case(write_case(case), checklist) == case


def test_the_file_may_be_bytes_with_a_byte_order_mark(checklist: Checklist) -> None:
    data = b"\xef\xbb\xbf" + _file(person={"name": "Zoë"}).encode()

    assert read_case(data, checklist).person.name == "Zoë"


def test_extra_is_kept_and_other_unknown_keys_are_ignored(checklist: Checklist) -> None:
    extra = {"a": [1, {"b": None}], "c": "é"}
    text = _file(extra=extra, colour="blue", person={"shoe": 38}, plan={"budget": 5})

    written = json.loads(write_case(read_case(text, checklist)))

    assert written["extra"] == extra
    assert "colour" not in written
    assert "shoe" not in written["person"]
    assert written["plan"] == {"choices": []}


def test_what_is_not_read_of_bones_is_written_back(checklist: Checklist) -> None:
    bones = {"shoe": [1600, 1590], "items": {"BN01": "a"}, "flags": {"RF01": "yes"}}

    case = read_case(_file(bones=bones), checklist)

    assert case.bones == Bones(
        items={"BN01": "a"}, flags={"RF01": "yes"}, rest={"shoe": [1600, 1590]}
    )
    assert json.loads(write_case(case))["bones"].items() >= bones.items()


def test_null_means_not_asked_where_that_can_be(checklist: Checklist) -> None:
    person = {"age": None, "sex": None, "fall_last_year": None, "say": "you"}

    assert read_case(_file(person=person), checklist).person == Person(say=Say.YOU)


def test_a_room_has_its_defaults(checklist: Checklist) -> None:
    case = read_case(_file(home={"rooms": [{"id": "a", "area": "KIT"}]}), checklist)

    assert case.home == Home(rooms=(Room("a", "KIT", "", Use.DAILY, "", 0),))


def test_rows_that_one_check_settles_are_one_answer_and_the_worse(checklist: Checklist) -> None:
    text = _answers(
        {"check": "STR02", "answer": "safe", "note": "firm"},
        {"check": "STR01", "answer": "not_here", "near_miss": True, "where": ["hall"]},
        {"check": "STR03", "answer": "partly", "note": "short", "where": ["bath", "hall"]},
    )

    assert _findings(read_case(text, checklist)) == [
        Finding("STR01", Answer.PARTLY, None, "firm\nshort", True, ("hall", "bath"))
    ]


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        ("partly", "hazard", "hazard"),
        ("not_sure", "partly", "partly"),
        ("safe", "not_sure", "not_sure"),
        ("not_here", "safe", "safe"),
        ("not_here", "no_longer_used", "no_longer_used"),
    ],
)
def test_the_worse_of_two_rows_counts_in_either_order(
    one: str, other: str, counts: str, checklist: Checklist
) -> None:
    for first, second in ((one, other), (other, one)):
        text = _answers({"check": "STR02", "answer": first}, {"check": "STR03", "answer": second})
        assert [finding.answer for finding in _findings(read_case(text, checklist))] == [counts]


def test_a_row_of_a_room_that_a_whole_house_check_settles_pins_the_room(
    checklist: Checklist,
) -> None:
    text = _answers({"check": "HAL01", "room": "hall", "answer": "hazard", "where": ["bath"]})

    assert _findings(read_case(text, checklist)) == [
        Finding("FLR01", Answer.HAZARD, where=("hall", "bath"))
    ]


def test_a_whole_house_row_may_be_settled_by_a_check_of_the_whole_house(
    checklist: Checklist,
) -> None:
    text = _answers({"check": "LGT06", "answer": "safe"})

    assert _findings(read_case(text, checklist)) == [Finding("FLR01", Answer.SAFE)]


def test_a_whole_house_row_that_a_place_check_settles_goes_to_the_most_used_room(
    checklist: Checklist,
) -> None:
    text = _answers({"check": "LGT05", "answer": "hazard"}, rooms=ROOMS[::-1])

    assert _findings(read_case(text, checklist)) == [Finding("BTH01", Answer.HAZARD, "bath")]


def test_a_row_settled_in_an_area_without_rooms_has_no_room(checklist: Checklist) -> None:
    text = _answers({"check": "HAL02", "room": "hall", "answer": "hazard"})

    assert _findings(read_case(text, checklist)) == [Finding("BED01", Answer.HAZARD)]


def test_null_is_right_for_a_place_area_of_which_the_home_has_no_room(
    checklist: Checklist,
) -> None:
    text = _answers({"check": "STR01", "room": None, "answer": "not_here"})

    assert _findings(read_case(text, checklist)) == [Finding("STR01", Answer.NOT_HERE)]


def test_the_same_check_in_two_rooms_is_two_answers(checklist: Checklist) -> None:
    text = _answers(
        {"check": "BTH01", "room": "bath", "answer": "safe"},
        {"check": "BTH01", "room": "small", "answer": "hazard"},
    )

    assert [finding.room for finding in _findings(read_case(text, checklist))] == ["bath", "small"]


def test_a_trait_named_twice_counts_once(checklist: Checklist) -> None:
    text = _file(person={"traits": ["memory", "dizzy", "memory"]})

    assert read_case(text, checklist).person.traits == ("memory", "dizzy")


SAFE = {"check": "STR01", "answer": "safe"}
A0 = "assessments[0].answers[0]"

REFUSED: list[tuple[str, str | bytes, str]] = [
    ("not JSON", "{", "The case file is not JSON (line 1)"),
    ("empty", "", "The case file is not JSON"),
    ("not UTF-8", b"\xff\xfe{}", "The case file is not JSON"),
    ("NaN", '{"extra": NaN}', "The case file is not JSON"),
    ("an endless number", '{"extra": {"a": 1e999}}', "The case file is not JSON"),
    ("half a character", '{"extra": {"a": "\\ud800"}}', "The case file is not JSON"),
    ("too deep for JSON", "[" * 100_000, "The case file is not JSON"),
    ("a number too long", "9" * 5000, "The case file is not JSON"),
    ("a list as the file", "[]", "The case file must be an object"),
    ("null as the file", "null", "The case file must be an object"),
    ("no format", '{"version": 1, "assessments": []}', "format is missing"),
    ("wrong format", _file(format="home-case"), "format must be"),
    ("format no text", _file(format=1), "format must be a text"),
    ("no version", '{"format": "steady-home-case", "assessments": []}', "version is missing"),
    ("newer version", _file(version=2), "version is 2, newer"),
    ("version 0", _file(version=0), "version must be 1"),
    ("version a text", _file(version="1"), "version must be a whole number"),
    ("version true", _file(version=True), "version must be a whole number"),
    ("version 1.0", _file(version=1.0), "version must be a whole number"),
    ("no assessments", '{"format": "steady-home-case", "version": 1}', "assessments is missing"),
    ("assessments an object", _file(assessments={}), "assessments must be a list"),
    ("assessments null", _file(assessments=None), "assessments must be a list"),
    ("a walk is a text", _file(assessments=["x"]), "assessments[0] must be an object"),
    ("person a list", _file(person=[]), "person must be an object"),
    ("person null", _file(person=None), "person must be an object"),
    ("name a number", _file(person={"name": 5}), "person.name must be a text"),
    ("name null", _file(person={"name": None}), "person.name must be a text"),
    ("age a text", _file(person={"age": "81"}), "person.age must be a whole number"),
    ("age true", _file(person={"age": True}), "person.age must be a whole number"),
    ("age a fraction", _file(person={"age": 81.5}), "person.age must be a whole number"),
    ("age below zero", _file(person={"age": -1}), "person.age must be a number of years"),
    ("age huge", _file(person={"age": 10**30}), "person.age is too large"),
    ("say unknown", _file(person={"say": "it"}), "person.say must be one of: she, he"),
    ("say a number", _file(person={"say": 1}), "person.say must be a text"),
    ("sex a number", _file(person={"sex": 1}), "person.sex must be a text"),
    ("goals a list", _file(person={"goals": []}), "person.goals must be a text"),
    ("traits a text", _file(person={"traits": "memory"}), "person.traits must be a list"),
    ("trait unknown", _file(person={"traits": ["old"]}), "person.traits[0] must be one of"),
    ("trait a number", _file(person={"traits": [1]}), "person.traits[0] must be a text"),
    ("fall a text", _file(person={"fall_last_year": "yes"}), "person.fall_last_year must be true"),
    ("fall a number", _file(person={"fall_last_year": 1}), "person.fall_last_year must be true"),
    ("home a text", _file(home="flat"), "home must be an object"),
    ("rooms an object", _file(home={"rooms": {}}), "home.rooms must be a list"),
    ("a room is a text", _file(home={"rooms": ["bath"]}), "home.rooms[0] must be an object"),
    ("room without id", _file(home={"rooms": [{"area": "BTH"}]}), "home.rooms[0].id is missing"),
    (
        "room id empty",
        _file(home={"rooms": [{"id": "", "area": "BTH"}]}),
        "home.rooms[0].id must not be empty",
    ),
    ("room id null", _file(home={"rooms": [{"id": None}]}), "home.rooms[0].id must be a text"),
    ("room without area", _file(home={"rooms": [{"id": "a"}]}), "home.rooms[0].area is missing"),
    (
        "area unknown",
        _file(home={"rooms": [{"id": "a", "area": "POOL"}]}),
        "home.rooms[0].area must be one of",
    ),
    (
        "room in the whole house",
        _file(home={"rooms": [{"id": "a", "area": "FLR"}]}),
        "home.rooms[0].area is the whole house",
    ),
    (
        "use unknown",
        _file(home={"rooms": [{"id": "a", "area": "BTH", "use": "often"}]}),
        "home.rooms[0].use must be one of: daily, weekly, rarely",
    ),
    (
        "floor a text",
        _file(home={"rooms": [{"id": "a", "area": "BTH", "floor": "1"}]}),
        "home.rooms[0].floor must be a whole number",
    ),
    (
        "room ids twice",
        _file(home={"rooms": [ROOMS[0], ROOMS[1], ROOMS[0]]}),
        "home.rooms[2].id names “bath” a second time",
    ),
    ("features a list", _file(home={"features": []}), "home.features must be an object"),
    ("feature a text", _file(home={"features": {"tub": "no"}}), "home.features.tub must be true"),
    ("shape unknown", _file(home={"shape": "boat"}), "home.shape must be one of"),
    ("tenure unknown", _file(home={"tenure": "squat"}), "home.tenure must be one of: own"),
    ("date not ISO", _file(assessments=[{"date": "20.11.2026"}]), "assessments[0].date must be"),
    ("date packed", _file(assessments=[{"date": "20261120"}]), "assessments[0].date must be"),
    ("date impossible", _file(assessments=[{"date": "2026-02-30"}]), "assessments[0].date must be"),
    ("date empty", _file(assessments=[{"date": ""}]), "assessments[0].date must be a date"),
    ("date null", _file(assessments=[{"date": None}]), "assessments[0].date must be a text"),
    ("list unknown", _file(assessments=[{"list": "long"}]), "assessments[0].list must be one of"),
    ("content a number", _file(assessments=[{"content": 2026.11}]), "assessments[0].content must"),
    ("answers an object", _file(assessments=[{"answers": {}}]), "assessments[0].answers must be"),
    ("an answer is null", _file(assessments=[{"answers": [None]}]), f"{A0} must be an object"),
    ("no check", _answers({"answer": "safe"}), f"{A0}.check is missing"),
    ("check unknown", _answers(SAFE | {"check": "XYZ99"}), f"{A0}.check names “XYZ99”"),
    ("check a number", _answers(SAFE | {"check": 1}), f"{A0}.check must be a text"),
    ("no answer", _answers({"check": "STR01"}), f"{A0}.answer is missing"),
    (
        "answer word unknown",
        _answers(SAFE, {"check": "FLR01", "answer": "maybe"}),
        "assessments[0].answers[1].answer must be one of: safe, partly",
    ),
    ("answer null", _answers(SAFE | {"answer": None}), f"{A0}.answer must be a text"),
    ("note null", _answers(SAFE | {"note": None}), f"{A0}.note must be a text"),
    ("near miss a number", _answers(SAFE | {"near_miss": 1}), f"{A0}.near_miss must be true"),
    ("where a text", _answers(SAFE | {"where": "bath"}), f"{A0}.where must be a list"),
    ("where unknown", _answers(SAFE | {"where": ["attic"]}), f"{A0}.where[0] names “attic”"),
    ("room a number", _answers(SAFE | {"room": 1}), f"{A0}.room must be a text"),
    ("room unknown", _answers(SAFE | {"room": "attic"}), f"{A0}.room names “attic”"),
    ("room in a home without", _answers(SAFE | {"room": "a"}, rooms=[]), f"{A0}.room names “a”"),
    (
        "room of another area",
        _answers(SAFE | {"room": "bath"}),
        f"{A0}.room names “bath”, a room of BTH and not of STR",
    ),
    (
        "row with a room of another area",
        _answers(SAFE | {"check": "STR02", "room": "bath"}),
        f"{A0}.room names “bath”",
    ),
    (
        "room null where there are rooms",
        _answers({"check": "BTH01", "answer": "safe", "room": None}),
        f"{A0}.room must name a room",
    ),
    (
        "room absent where there are rooms",
        _answers({"check": "BTH01", "answer": "safe"}),
        f"{A0}.room must name a room",
    ),
    (
        "room for the whole house",
        _answers({"check": "FLR01", "answer": "safe", "room": "bath"}),
        f"{A0}.room must be null",
    ),
    (
        "check and room twice",
        _answers(SAFE, SAFE | {"answer": "hazard", "room": None}),
        "assessments[0].answers[1] answers “STR01” in the same room a second time",
    ),
    (
        "row and room twice",
        _answers(SAFE | {"check": "STR02"}, SAFE | {"check": "STR02"}),
        "assessments[0].answers[1] answers “STR02”",
    ),
    ("bones a list", _file(bones=[]), "bones must be an object"),
    ("bones items a list", _file(bones={"items": []}), "bones.items must be an object"),
    ("bones item true", _file(bones={"items": {"B1": True}}), "bones.items.B1 must be a text"),
    ("flag unknown", _file(bones={"flags": {"RF1": "maybe"}}), "bones.flags.RF1 must be one of"),
    ("ticked a text", _file(bones={"two_days": {"ticked": "a"}}), "bones.two_days.ticked must be"),
    ("noted on", _file(bones={"two_days": {"noted_on": "today"}}), "bones.two_days.noted_on must"),
    ("helpers an object", _file(helpers={}), "helpers must be a list"),
    ("helper a text", _file(helpers=["Tom"]), "helpers[0] must be an object"),
    ("helper name", _file(helpers=[{"name": 1}]), "helpers[0].name must be a text"),
    ("consent a flag", _file(consent=True), "consent must be an object"),
    ("consent a text", _file(consent={"look": "yes"}), "consent.look must be true or false"),
    ("consent on", _file(consent={"on": "1.1.26"}), "consent.on must be a date"),
    ("plan a list", _file(plan=[]), "plan must be an object"),
    ("choices an object", _file(plan={"choices": {}}), "plan.choices must be a list"),
    ("own a word", _file(plan={"own": "x"}), "plan.own must be a list"),
    ("own without words", _file(plan={"own": [{"id": "1"}]}), "plan.own[0].text is missing"),
    (
        "two own steps",
        _file(plan={"own": [{"id": "1", "text": "a"}, {"id": "1", "text": "b"}]}),
        "plan.own[1].id names “1” a second time",
    ),
    (
        "own cost",
        _file(plan={"own": [{"id": "1", "text": "a", "cost": 4}]}),
        "plan.own[0].cost must be 0, 1, 2 or 3",
    ),
    ("no step", _file(plan={"choices": [{}]}), "plan.choices[0].step is missing"),
    (
        "step twice",
        _file(plan={"choices": [{"step": "a"}, {"step": "a"}]}),
        "plan.choices[1].step names “a” a second time",
    ),
    (
        "decision unknown",
        _file(plan={"choices": [{"step": "a", "decision": "perhaps"}]}),
        "plan.choices[0].decision must be one of",
    ),
    (
        "fix below zero",
        _file(plan={"choices": [{"step": "a", "fix": -1}]}),
        "plan.choices[0].fix must be 0 or more",
    ),
    (
        "fix a text",
        _file(plan={"choices": [{"step": "a", "fix": "1"}]}),
        "plan.choices[0].fix must be a whole number",
    ),
    (
        "before unknown",
        _file(plan={"choices": [{"step": "a", "before": "safe"}]}),
        "plan.choices[0].before must be one of",
    ),
    (
        "done impossible",
        _file(plan={"choices": [{"step": "a", "done": "2026-13-01"}]}),
        "plan.choices[0].done must be a date",
    ),
    ("extra a list", _file(extra=[]), "extra must be an object"),
    ("extra deep", _file(extra={"a": json.loads("[" * 60 + "]" * 60)}), "extra is nested"),
    ("bones deep", _file(bones={"a": json.loads("[" * 60 + "]" * 60)}), "bones.a is nested"),
]


@pytest.mark.parametrize(
    ("text", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_that_breaks_a_rule_is_refused_in_one_sentence_that_names_the_place(
    text: str | bytes, says: str, checklist: Checklist
) -> None:
    with pytest.raises(CaseFileError) as refusal:
        read_case(text, checklist)

    sentence = str(refusal.value)
    assert sentence.startswith(says)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert isinstance(refusal.value, UserError)


@pytest.mark.parametrize("word", ["x" * 41, "two\nlines"])
def test_a_long_or_broken_word_is_not_repeated_in_the_sentence(
    word: str, checklist: Checklist
) -> None:
    with pytest.raises(CaseFileError) as refusal:
        read_case(_answers(SAFE | {"answer": word}), checklist)

    assert str(refusal.value).endswith("not this word.")


def test_what_cannot_be_said_in_json_is_a_bug(full_case: Case) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_case(replace(full_case, extra={"a": float("nan")}))


def test_an_answer_in_a_case_reads_back(
    full_case: Case, checklist: Checklist, answered: Callable[..., Case]
) -> None:
    case = answered(full_case, "BTH02", "no_longer_used", "spare", note="locked")

    assert read_case(write_case(case), checklist) == case


@pytest.mark.parametrize(
    ("evidence", "place"),
    [
        ({"measures": {"height": 3}}, "assessments[0].answers[0].measures"),
        ({"measures": {"width": -1}}, "assessments[0].answers[0].measures.width"),
        ({"measures": {"width": "3"}}, "assessments[0].answers[0].measures.width"),
        (
            {"photos": [{"id": "a", "sha256": "../up"}]},
            "assessments[0].answers[0].photos[0].sha256",
        ),
        ({"photos": [PHOTO, PHOTO]}, "assessments[0].answers[0].photos[1].id"),
        ({"photos": [PHOTO | {"width": 0}]}, "assessments[0].answers[0].photos[0].width"),
        (
            {"photos": [PHOTO | {"marks": [MARK | {"end": [0.1, 2]}]}]},
            "assessments[0].answers[0].photos[0].marks[0].end",
        ),
        (
            {"photos": [PHOTO | {"marks": [MARK | {"kind": "heart"}]}]},
            "assessments[0].answers[0].photos[0].marks[0].kind",
        ),
    ],
)
def test_wrong_evidence_is_named(
    evidence: dict[str, Any], place: str, checklist: Checklist
) -> None:
    answer = {"check": "EMG01", "room": None, "answer": "safe"} | evidence

    with pytest.raises(CaseFileError) as error:
        read_case(_file(assessments=[{"answers": [answer]}]), checklist)

    assert error.value.message.startswith(place + " ")


PAGE = {"area": "BTH", "room": None, "photos": [PHOTO]}


@pytest.mark.parametrize(
    ("pages", "place"),
    [
        ([PAGE | {"area": "SEA"}], "assessments[0].pages[0].area"),
        ([PAGE | {"room": "attic"}], "assessments[0].pages[0].room"),
        ([PAGE | {"area": "FLR", "room": "hall"}], "assessments[0].pages[0].room"),
        ([PAGE, PAGE], "assessments[0].pages[1]"),
        ([PAGE | {"photos": [PHOTO, PHOTO]}], "assessments[0].pages[0].photos[1].id"),
    ],
)
def test_a_wrong_photo_of_a_paper_page_is_named(
    pages: list[object], place: str, checklist: Checklist
) -> None:
    with pytest.raises(CaseFileError) as error:
        read_case(_file(assessments=[{"answers": [], "pages": pages}]), checklist)

    assert error.value.message.startswith(place + " ")


def test_a_paper_page_without_photos_is_none_as_in_the_store(checklist: Checklist) -> None:
    pages = [PAGE | {"photos": []}, {"area": "FLR", "room": None}]

    case = read_case(_file(assessments=[{"answers": [], "pages": pages}]), checklist)

    assert case.assessments[0].pages == {}


@pytest.mark.parametrize(
    ("bones", "place"),
    [
        ({"heights": [{"date": "2026-01-01", "cm": 0}]}, "bones.heights[0].cm"),
        ({"heights": [{"date": "January", "cm": 160}]}, "bones.heights[0].date"),
        ({"falls": [{"minutes": -1}]}, "bones.falls[0].minutes"),
        ({"falls": [{"id": "2"}, {}]}, "bones.falls[1].id"),
        ({"tests": [{"kind": "tug", "date": "2026-01-01"}]}, "bones.tests[0].value"),
        ({"servings": {"milk": -2}}, "bones.servings.milk"),
        ({"dates": {"scan": "2019"}}, "bones.dates.scan"),
        ({"flags": {"RF1": "perhaps"}}, "bones.flags.RF1"),
    ],
)
def test_a_wrong_answer_about_bones_is_named(
    bones: dict[str, Any], place: str, checklist: Checklist
) -> None:
    with pytest.raises(CaseFileError) as error:
        read_case(_file(bones=bones), checklist)

    assert error.value.message.startswith(place + " ")


def test_falls_without_ids_get_their_numbers(checklist: Checklist) -> None:
    case = read_case(_file(bones={"falls": [{"date": "2026-11-01"}, {}]}), checklist)

    assert [fall.id for fall in case.bones.falls] == ["1", "2"]
