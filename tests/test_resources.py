"""Walks every content file: complete, consistent, kind, easy to read."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from falls_app import paths
from falls_app.cases import sample_case
from falls_app.content.bones import load_bone_check, load_red_flags
from falls_app.content.checks import load_checklist, load_rows
from falls_app.content.icons import load_icons
from falls_app.content.places import load_places
from falls_app.content.profile import load_traits
from falls_app.content.regions import load_region, region_ids
from falls_app.content.screening import load_foods
from falls_app.content.sources import content_version, load_sources
from falls_app.domain.asking import asked
from falls_app.domain.checklist import AREAS, PLACE_AREAS, TAGS, Answer, Check
from falls_app.domain.person import TRAITS
from falls_app.domain.screening.bone_check import BoneQuestion
from falls_app.i18n import About
from tests.domain.making import master_rows
from tests.reading import grade, words_of

RESOURCES = paths.resources()
TOML_FILES = sorted(RESOURCES.rglob("*.toml"))
CHECKS = list(load_checklist())
QUESTIONS = list(load_bone_check().questions)
ROLES = {
    "family", "person", "shop", "handyperson", "electrician", "builder", "plumber", "OT",
    "doctor", "pharmacist", "optician", "podiatrist", "physio", "nurse", "landlord",
}  # fmt: skip

NOTHING_TO_FIX = {
    "chair-stand", "standing-up-slowly", *(group.picture for group in load_foods().groups),
}  # fmt: skip
"""Pictures of something good, with no twin."""

MOST_QUICK, MOST_CHECKS = 31, 110
HARDEST, MEASURED_FROM = 6.0, 30

by_id = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
by_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("file", TOML_FILES, ids=lambda file: str(file.relative_to(RESOURCES)))
def test_a_content_file_is_toml(file: Path) -> None:
    assert tomllib.loads(file.read_text(encoding="utf-8"))


def test_every_file_loads_strictly() -> None:
    assert CHECKS
    assert QUESTIONS
    assert load_red_flags().options
    assert load_places().kinds
    assert load_traits()
    assert load_sources()
    assert content_version()
    assert load_icons()


def test_the_version_of_the_content_is_in_the_checklist() -> None:
    assert load_checklist().version == content_version()


def test_a_check_lies_in_one_file_with_its_area() -> None:
    for file in (RESOURCES / "checks").glob("*.toml"):
        areas = {each["area"] for each in tomllib.loads(file.read_text("utf-8"))["check"]}
        assert len(areas) == 1, file.name


# ------------------------------------------------------------------ the master list


def covered(check_id: str) -> list[str]:
    """Return the rows of the master list that point to this check."""
    return [row for row, settled_by in load_rows().items() if settled_by == check_id]


def test_the_master_list_of_the_tests_has_169_rows_and_31_quick_ones() -> None:
    rows = master_rows().values()

    assert (len(rows), sum(row["quick"] for row in rows)) == (169, 31)
    assert {tag for row in rows for tag in row["tags"]} == TAGS
    assert {row[:3] for row in master_rows()} == set(AREAS)


def test_every_row_is_settled_by_one_check() -> None:
    text = (RESOURCES / "rows.toml").read_text(encoding="utf-8")
    named = re.findall(r"^(\w+)\s*=", text, re.M)

    assert Counter(named) == Counter(master_rows().keys())
    assert load_rows().keys() == master_rows().keys()


def test_a_check_that_settles_rows_is_a_row_itself_and_settles_that_one() -> None:
    assert {load_rows()[settled_by] == settled_by for settled_by in load_rows().values()} == {True}


def test_a_family_meets_about_110_questions_at_most() -> None:
    assert len(set(load_rows().values())) <= MOST_CHECKS


def test_the_quick_check_is_short() -> None:
    assert 0 < sum(check.quick for check in CHECKS) <= MOST_QUICK


@by_id
def test_a_check_covers_the_rows_that_point_to_it(check: Check) -> None:
    assert sorted(check.covers) == sorted(covered(check.id))
    assert check.id in check.covers


@by_id
def test_a_check_has_the_figures_of_the_master_list(check: Check) -> None:
    rows = [master_rows()[row] for row in covered(check.id)]
    own = master_rows()[check.id]

    assert (check.likelihood, check.severity) == (own["likelihood"], own["severity"])
    assert check.likelihood == max(row["likelihood"] for row in rows)
    assert check.severity == max(row["severity"] for row in rows)
    assert set(check.tags) == {tag for row in rows for tag in row["tags"]}
    assert len(set(check.tags)) == len(check.tags)
    assert check.evidence == min(row["evidence"] for row in rows)
    assert check.quick == any(row["quick"] for row in rows)


@by_id
def test_the_id_of_a_check_begins_with_its_area(check: Check) -> None:
    assert check.area in AREAS
    assert re.fullmatch(rf"{check.area}\d\d", check.id)


# ------------------------------------------------------------------ ids that point elsewhere


@by_id
def test_what_a_check_points_to_is_there(check: Check) -> None:
    features = {feature.id for feature in load_places().features}

    assert check.sources
    assert set(check.sources) <= load_sources().keys()
    assert set(check.applies.features) <= features
    assert {*check.applies.traits, *check.applies.not_traits} <= TRAITS.keys()
    for name in (check.picture, f"{check.picture}-fixed"):
        assert (RESOURCES / "illustrations" / f"{name}.svg").is_file(), name


@by_id
def test_a_measure_aims_in_regions_there_are(check: Check) -> None:
    for measure in check.measures:
        assert measure.unit in ("mm", "lux", "kg", "s", "°C"), measure.id
        assert measure.label
        assert set(measure.aim) <= {*region_ids(), "eu", "au", "ie"}
        assert all(low <= high for low, high in measure.aim.values())
    assert len({measure.id for measure in check.measures}) == len(check.measures)


def test_the_traits_are_worded_in_the_order_in_which_they_are_asked() -> None:
    assert list(load_traits()) == list(TRAITS)


def test_every_area_has_a_name_and_every_kind_of_room_an_area() -> None:
    places = load_places()

    assert set(places.areas) == {*AREAS, "BONES"}
    assert {area.icon for area in places.areas.values()} <= load_icons().keys()
    assert {kind.area for kind in places.kinds.values()} <= set(PLACE_AREAS)
    for kind in places.kinds.values():
        assert set(kind.floor) == {"three", "two", "one", "flat"}
        assert set(kind.default) <= {"three", "two", "one", "flat"}
    ids = [feature.id for feature in places.features]
    assert len(ids) == len(set(ids))


REPEATED = [("profile.toml", "trait"), ("rooms.toml", "area"), ("rooms.toml", "kind"),
            ("rooms.toml", "feature"), ("bones/questions.toml", "question")]  # fmt: skip


@pytest.mark.parametrize(("file", "block"), REPEATED)
def test_no_id_is_given_twice(file: str, block: str) -> None:
    tables = tomllib.loads((RESOURCES / file).read_text(encoding="utf-8"))[block]

    assert Counter(table["id"] for table in tables).most_common(1)[0][1] == 1


def test_every_picture_shows_what_is_fixed_too() -> None:
    names = {file.stem for file in (RESOURCES / "illustrations").glob("*.svg")}
    plain = {name for name in names if not name.endswith("-fixed")} - NOTHING_TO_FIX
    names -= NOTHING_TO_FIX

    assert names == plain | {f"{name}-fixed" for name in plain}


def test_a_source_says_what_it_is_used_for() -> None:
    for key, source in load_sources().items():
        assert source.citation, key
        assert source.used_for, key
        assert 1980 <= source.year <= 2026, key
        assert source.link == "" or re.match(r"https?://\S+$", source.link), key


# ------------------------------------------------------------------ answers and fixes

TESTED = re.compile(
    r"\b(pulled|tugged|pushed|pressed|tried|tested|measured|switched|walked|went|looked|counted"
    r"|watched|shook|asked|opened|sat|stood|called|made a test call|checked|held|timed|wet)\b",
    re.I,
)


@by_id
def test_the_answers_are_complete(check: Check) -> None:
    assert set(check.answers) >= {Answer.SAFE, Answer.PARTLY, Answer.HAZARD}
    assert set(check.answers) <= {Answer.SAFE, Answer.PARTLY, Answer.HAZARD, Answer.NOT_HERE}
    assert set(check.short_answers) == set(check.answers)
    assert all(text.strip() for text in (*check.answers.values(), *check.short_answers.values()))


@by_id
def test_no_two_answers_read_the_same(check: Check) -> None:
    for texts in (check.answers, check.short_answers):
        assert len({text.lower() for text in texts.values()}) == len(texts)


@pytest.mark.parametrize(
    "check", [check for check in CHECKS if check.is_critical], ids=lambda check: check.id
)
def test_the_good_answer_of_a_critical_check_states_the_test_done(check: Check) -> None:
    assert TESTED.search(check.answers[Answer.SAFE]), check.answers[Answer.SAFE]


@by_id
def test_labels_fit_where_they_are_printed(check: Check) -> None:
    assert len(check.short) <= 34
    assert {text: len(text) for text in check.short_answers.values() if len(text) > 16} == {}
    assert {fix.short: len(fix.short) for fix in check.fixes if len(fix.short) > 44} == {}


@by_id
def test_a_check_says_all_that_a_card_needs(check: Check) -> None:
    for text in (check.question, check.look, check.why, check.short, check.good):
        assert text.strip() == text != ""
    assert check.question.endswith("?")
    assert check.evidence in "ABCD"


@by_id
def test_a_fix_leads_to_safe_or_partly_and_one_leads_to_safe(check: Check) -> None:
    assert {fix.leads_to for fix in check.fixes} <= {Answer.SAFE, Answer.PARTLY}
    assert Answer.SAFE in {fix.leads_to for fix in check.fixes}


@by_id
def test_a_fix_says_who_how_long_and_when_it_is_done(check: Check) -> None:
    for fix in check.fixes:
        assert fix.cost in (0, 1, 2, 3), fix.short
        assert fix.who in ROLES, fix.short
        assert fix.minutes > 0, fix.short
        assert fix.do.endswith("."), fix.short
        assert fix.done_when, fix.short


@by_id
def test_nobody_is_left_with_the_drill_alone(check: Check) -> None:
    assert any(not fix.drills for fix in check.fixes)


@by_id
def test_what_drills_is_never_the_person_s(check: Check) -> None:
    for fix in check.fixes:
        assert not (fix.drills and fix.person_can), fix.short


@by_id
def test_a_fix_that_needs_no_memory_is_there(check: Check) -> None:
    good = [fix for fix in check.fixes if fix.leads_to is Answer.SAFE]

    assert any(not fix.needs_memory for fix in good)


# ------------------------------------------------------------------ bones and balance


@by_question
def test_a_bone_question_is_complete(question: BoneQuestion) -> None:
    ids = [choice.id for choice in question.choices]

    assert len(ids) == len(set(ids)) >= 3
    assert "not_sure" in ids
    assert {choice.state for choice in question.choices} <= {"ok", "some", "fix", "unsure"}
    assert question.icon in load_icons()
    assert question.sources
    assert set(question.sources) <= load_sources().keys()
    assert question.question.endswith("?")


@by_question
def test_an_answer_that_asks_for_something_makes_a_step_or_a_question(
    question: BoneQuestion,
) -> None:
    for choice in question.choices:
        assert choice.words
        assert choice.said
        assert choice.text
        if choice.state == "fix":
            assert choice.step is not None, choice.id
        if choice.state in ("some", "unsure"):
            assert choice.ask or choice.step, choice.id
        if choice.step:
            assert len(choice.step.short) <= 44, choice.id
            assert choice.step.who in ROLES
            assert choice.step.days > 0
        assert not choice.ask or choice.ask.endswith("?")


@by_question
def test_a_red_flag_is_due_within_a_week(question: BoneQuestion) -> None:
    if question.level == 3:
        days = [choice.step.days for choice in question.choices if choice.step]
        assert max(days) <= 7


def test_the_emergency_texts_name_the_number_to_call() -> None:
    flags = load_red_flags()
    texts = (flags.action, flags.action_private, flags.if_you_fall, flags.page.now_title,
             flags.page.not_sure)  # fmt: skip

    assert all("{emergency}" in text for text in texts)


def test_every_level_1_flag_is_asked_for_or_kept_off_paper() -> None:
    flags = load_red_flags()
    asked_for = {flag for option in flags.options for flag in option.flags}

    assert set(flags.never_on_paper) <= flags.level_one.keys()
    assert asked_for <= flags.level_one.keys()
    assert not asked_for & set(flags.never_on_paper)
    assert len({option.id for option in flags.options}) == len(flags.options)
    assert not {"none", "not_sure"} & {option.id for option in flags.options}


# ------------------------------------------------------------------ regions and the sample


@pytest.mark.parametrize("region_id", ["us", "uk"])
def test_a_region_is_complete(region_id: str) -> None:
    region = load_region(region_id)

    assert region.id == region_id
    assert re.fullmatch(r"\d{3}", region.emergency)
    assert re.fullmatch(r"\d*", region.urgent)
    assert region.urgent_words
    assert region.paper in ("letter", "a4")
    assert region.length in ("in", "mm")
    assert re.fullmatch(r"[a-z]{2}_[A-Z]{2}", region.locale)
    assert re.fullmatch(r"[A-Z]{3}", region.currency)
    assert set(region.prices) == {"0", "1", "2", "3"}
    assert all((region.name, region.prices_note, region.ot_words))


def test_the_regions_differ_where_the_law_does() -> None:
    assert {"us", "uk"} <= set(region_ids())
    assert (load_region("us").person_score, load_region("uk").person_score) == (True, False)
    assert (load_region("us").emergency, load_region("uk").emergency) == ("911", "999")


def test_the_sample_answers_every_quick_check_that_applies_to_it() -> None:
    case = sample_case()
    walk = case.assessment
    assert walk is not None
    places = asked(load_checklist(), case.home, walk, case.person.all_traits)

    assert [each.check.id for each in places if each.finding is None] == []
    assert walk.content == content_version()
    assert set(case.choices) <= {check.id for check in CHECKS} | {each.id for each in QUESTIONS}


# ------------------------------------------------------------------ every text

Text = tuple[str, str]
"""Where a text stands, and the text."""

CODES = {"id", "area", "covers", "icon", "picture", "who", "sources", "unit", "evidence", "tags",
         "state", "drawing", "group", "locale", "paper", "length", "currency", "urgent",
         "emergency", "tell_ids", "review", "default", "synonyms", "flag", "flags", "answered", "plain", "traits", "raises", "never_on_paper",
         "leads_to", "applies", "version", "sizes_like", "countries",
         "settles", "base", "sketch", "no_tub", "of", "else_of", "regions", "before", "sized"}  # fmt: skip
"""Keys whose words nobody reads, or that people only search by."""

PUBLIC = [
    file
    for file in TOML_FILES
    if file.parent.name in ("checks", "bones", "regions", "handouts")
    or file.name in ("profile.toml", "rooms.toml", "jobs.toml", "shops.toml")
]


def strings(value: Any, place: str) -> Iterator[Text]:
    """Return every text below a value of a content file with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in CODES:
                yield from strings(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, Mapping) else number
            yield from strings(inner, f"{place}.{name}")


def texts_of_code() -> Iterator[Text]:
    """Return every text in the code that is drawn through ``_`` or ``ngettext``."""
    for file in sorted((Path(paths.__file__).parent).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                for given in node.args:
                    if isinstance(given, ast.Constant) and isinstance(given.value, str):
                        yield f"{file.name}:{node.lineno}", given.value


def content_texts() -> Iterator[Text]:
    for file in PUBLIC:
        yield from strings(tomllib.loads(file.read_text(encoding="utf-8")), file.stem)
    for line in (RESOURCES / "terms.txt").read_text(encoding="utf-8").splitlines():
        yield "terms", line


CONTENT = list(content_texts())
TEXTS = [*CONTENT, *texts_of_code()]
LANGUAGE = tomllib.loads((RESOURCES / "languages" / "en" / "language.toml").read_text("utf-8"))
FORBIDDEN = tomllib.loads((Path(__file__).parent / "forbidden.toml").read_text(encoding="utf-8"))[
    "forbidden"
]


def emergency(place: str) -> bool:
    return place.startswith(("red_flags", "help_now"))


def test_there_are_texts_to_look_at() -> None:
    assert len(CONTENT) > 1000
    assert any(place.startswith("30-stairs.check.STR01.fixes") for place, _text in CONTENT)
    assert any(place.startswith("questions.question.B01.choices.no") for place, _text in CONTENT)
    assert any(place.startswith("first_run.py") for place, _text in TEXTS)


@pytest.mark.parametrize("word", LANGUAGE["banned"])
def test_a_word_on_the_list_is_used_nowhere(word: str) -> None:
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.I)
    found = [
        (place, text)
        for place, text in TEXTS
        if whole.search(text) and not (word == "must" and emergency(place))
    ]

    assert found == []


@pytest.mark.parametrize("each", FORBIDDEN, ids=lambda each: each["rule"])
def test_a_forbidden_thing_is_said_nowhere(each: dict[str, Any]) -> None:
    assert [(place, text) for place, text in TEXTS if breaks(each, text)] == []


def breaks(each: dict[str, Any], text: str) -> bool:
    """Return whether a sentence of the text says what is forbidden."""
    fine = each.get("unless")
    return any(
        re.search(each["pattern"], sentence, re.I)
        and not (fine and re.search(fine, sentence, re.I))
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    )


@pytest.mark.parametrize("each", FORBIDDEN, ids=lambda each: each["rule"])
def test_a_forbidden_pattern_finds_what_it_is_meant_to_find(each: dict[str, Any]) -> None:
    assert [text for text in each["bad"] if not breaks(each, text)] == []
    assert [text for text in each["good"] if breaks(each, text)] == []


def test_every_placeholder_is_known() -> None:
    known = set(About().words())
    found = {
        (place, name)
        for place, text in CONTENT
        for name in re.findall(r"\{(.*?)\}", text)
        if name not in known
        and not (name in ("emergency", "helper") and place.startswith("red_flags"))
        and not (name == "emergency" and place.endswith(".emergency_line"))
    }

    assert found == set()


def test_no_pronoun_is_written_and_no_verb_follows_one() -> None:
    # “They is” would be read where nobody is named she or he.
    wrong = re.compile(
        r"\{they\}\s*(\w+\{s\}|\{(?:is|has|does)\})|\{(?:is|has|does)\}\s*\{they\}", re.I
    )
    written = re.compile(r"\b(she|he|her|his|him|hers|herself|himself)\b", re.I)

    assert [(place, text) for place, text in CONTENT if wrong.search(text)] == []
    assert [(place, text) for place, text in CONTENT if written.search(text)] == []


LONG = [(place, About()(text)) for place, text in TEXTS if len(words_of(text)) >= MEASURED_FROM]


def test_some_texts_are_long_enough_to_be_measured() -> None:
    assert len(LONG) > 3


@pytest.mark.parametrize(("place", "text"), LONG, ids=[place for place, _text in LONG])
def test_a_text_reads_easily(place: str, text: str) -> None:
    assert grade(text) <= HARDEST


@by_id
def test_a_card_as_a_whole_reads_easily(check: Check) -> None:
    card = [check.question, check.look, check.why, *check.never, *(fix.do for fix in check.fixes)]

    assert grade(About()(" ".join(card))) <= HARDEST


@by_question
def test_a_bone_question_as_a_whole_reads_easily(question: BoneQuestion) -> None:
    texts = [question.question, question.why, *(choice.text for choice in question.choices)]

    assert grade(About()(" ".join(texts))) <= HARDEST


def test_the_emergency_page_reads_easily() -> None:
    page = load_red_flags().page
    texts = [page.lead, *(f"{line.rstrip('.')}." for line in (*page.now, *page.go)), page.clean]

    assert grade(" ".join(texts)) <= HARDEST
