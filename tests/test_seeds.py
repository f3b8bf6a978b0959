"""The pages this project grew from: every statement is carried, or there is a reason why not."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from falls_app import paths
from falls_app.content.bones import load_bone_check
from falls_app.content.checks import load_checklist
from falls_app.content.reviews import load_reviews
from falls_app.content.sources import content_version
from tests.messages import texts_of_code

RESOURCES = paths.resources()
SEEDS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "fixtures" / "seeds.toml").read_text(encoding="utf-8")
)
ROWS = {"A": 16, "B": 11, "C": 8, "D": 35, "E": 9}
WRONG = "A14 B5 C6 D5 D7 D8 D11 D16 D17 D19 D22 D23 D24 D25 E6 E9"
"""Statements that the research contradicts or calls unsafe."""

OUTCOMES = {"carried", "kept_out"}
NOT_SHOWN = {"sources.toml", "rows.toml", "icons.toml", "language.toml"}
NO_WORDS = {"id", "sources", "covers", "synonyms", "picture", "icon", "flag", "flags", "answered", "plain", "traits", "raises",
            "tags", "group"}  # fmt: skip

BONE_FILES = {
    # what stands before the colon: the file of resources/bones, and its list of tables
    "question": ("questions", "question"),
    "item": ("bone_check", "items"),
    "flag": ("flag_screen", "flags"),
    "ask": ("ask", "questions"),
    "recovery": ("recovery", "phases"),
    "treatment": ("treatments", "treatments"),
    "medicine": ("medicines", "classes"),
    "movement": ("movement", "movements"),
    "habit": ("movement", "habits"),
    "height": ("height", "answers"),
}


# ------------------------------------------------------------------ what there is


@cache
def tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def bones(name: str) -> dict[str, Any]:
    return tables(RESOURCES / "bones" / f"{name}.toml")


def listed(kind: str) -> list[dict[str, Any]]:
    name, key = BONE_FILES[kind]
    if kind == "ask":
        return [each for group in bones(name).get("groups", []) for each in group[key]]
    found: list[dict[str, Any]] = bones(name).get(key, [])
    return found


@cache
def checks() -> dict[str, dict[str, Any]]:
    files = (RESOURCES / "checks").glob("*.toml")
    return {each["id"]: each for file in files for each in tables(file)["check"]}


def content(reference: str) -> dict[str, Any] | None:
    """Return the tables that a reference such as "check:FTW01" names, or None."""
    kind, _, name = reference.partition(":")
    if kind == "check":
        return checks().get(name)
    if kind == "handout":
        return tables(RESOURCES / "handouts" / f"{name}.toml") or None
    if kind == "bones":
        return bones(name) or None
    found = next((each for each in listed(kind) if each["id"] == name), None)
    if found and kind == "flag" and name in bones("red_flags")["level_one"]:
        return {**found, "sign": bones("red_flags")["level_one"][name]}
    return found


def policy_no_age_gate() -> bool:
    """No question about bones asks for an age before it is shown."""
    asked = [*listed("question"), *listed("item"), *listed("movement")]
    return bool(asked) and not any("age" in key for each in asked for key in each)


def policy_content_has_a_version_and_a_review_date() -> bool:
    """The content says its version; each text has a place for a clinician's name and date."""
    return bool(content_version()) and all(each.changed for each in load_reviews().values())


def policy_old_names_of_sources_are_gone() -> bool:
    """A body that changed its name is cited by the new one."""
    words = (RESOURCES / "sources.toml").read_text(encoding="utf-8")
    return not re.search(r"National Osteoporosis Society|HONcode", words)


POLICIES = {
    each.__name__.removeprefix("policy_"): each
    for each in (
        policy_no_age_gate,
        policy_content_has_a_version_and_a_review_date,
        policy_old_names_of_sources_are_gone,
    )
}


def is_there(reference: str) -> bool:
    kind, _, name = reference.partition(":")
    if kind == "policy":
        return name in POLICIES and POLICIES[name]()
    return (kind in BONE_FILES or kind in ("check", "handout", "bones")) and bool(
        content(reference)
    )


def words_in(value: Any, key: str = "") -> Iterator[str]:
    """Yield every text in these tables that people get to read."""
    if key in NO_WORDS:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from words_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner, key)


def has_step(reference: str) -> bool:
    """Return whether this content leads to a step of the plan."""
    table = content(reference) or {}
    choices = table.get("choices", [])
    return bool(table.get("fixes") or table.get("step") or any("step" in each for each in choices))


@cache
def public_sentences() -> tuple[str, ...]:
    """Return every sentence that the content or the code shows."""
    texts = [
        text
        for file in sorted(RESOURCES.rglob("*.toml"))
        if file.name not in NOT_SHOWN
        for text in words_in(tables(file))
    ]
    for _place, given in texts_of_code():
        texts += [given] if isinstance(given, str) else given
    return tuple(part for text in texts for part in re.split(r"(?<=[.!?])\s+", text))


def said(pattern: str) -> list[str]:
    looked_for = re.compile(pattern, re.IGNORECASE)
    return [sentence for sentence in public_sentences() if looked_for.search(sentence)]


def short(name: str) -> str:
    return name.removeprefix("seed-")


each_seed = pytest.mark.parametrize("name", SEEDS)
each_carried = pytest.mark.parametrize("name", [n for n in SEEDS if "carried" in SEEDS[n]])
each_kept_out = pytest.mark.parametrize("name", [n for n in SEEDS if "kept_out" in SEEDS[n]])
each_never = pytest.mark.parametrize("name", [n for n in SEEDS if "never" in SEEDS[n]])


# ------------------------------------------------------------------ the table


def test_the_table_has_every_row_of_the_research_in_order() -> None:
    assert list(SEEDS) == [
        f"seed-{part}{number}" for part, count in ROWS.items() for number in range(1, count + 1)
    ]


@each_seed
def test_a_row_is_carried_or_kept_out_and_none_is_missing(name: str) -> None:
    row = SEEDS[name]
    allowed = {
        "carried": {"carried", "says", "step"},
        "kept_out": {"kept_out", "because", "also"},
    }
    (outcome,) = OUTCOMES & set(row)

    assert set(row) <= {"mark", "never", "bad", "good"} | allowed[outcome]
    assert row["mark"] in ("right", "refined", "wrong")


def test_the_statements_that_are_wrong_are_marked_so_and_kept_out() -> None:
    wrong = {short(name) for name, row in SEEDS.items() if row["mark"] == "wrong"}

    assert wrong == set(WRONG.split())
    assert all("kept_out" in SEEDS[f"seed-{name}"] for name in wrong)
    assert all("never" in SEEDS[f"seed-{name}"] for name in wrong)


# ------------------------------------------------------------------ what is carried


@each_seed
def test_all_content_that_a_row_names_is_there(name: str) -> None:
    row = SEEDS[name]
    named = [*row.get("carried", []), *row.get("also", [])]

    assert [reference for reference in named if not is_there(reference)] == []
    assert not [each for each, count in Counter(named).items() if count > 1]


@each_carried
def test_what_carries_a_row_says_it(name: str) -> None:
    row = SEEDS[name]
    assert row["carried"]
    words = " ".join(
        text
        for reference in row["carried"]
        if not reference.startswith("policy:")
        for text in words_in(content(reference))
    )

    assert not words or row["says"], "say what its carriers say"
    assert [each for each in row.get("says", []) if not re.search(each, words)] == []


@pytest.mark.parametrize("name", [n for n in SEEDS if SEEDS[n].get("step")])
def test_a_row_that_is_about_doing_reaches_a_step_of_the_plan(name: str) -> None:
    assert any(has_step(reference) for reference in SEEDS[name]["carried"])


def test_movements_bends_and_the_home_reach_a_step() -> None:
    assert all(SEEDS[f"seed-{row}"].get("step") for row in ("A12", "E1", "E2"))


def test_a_check_and_a_question_that_a_row_names_are_really_asked() -> None:
    named = {each for row in SEEDS.values() for each in row.get("carried", [])}
    asked = {f"check:{check.id}" for check in load_checklist()}
    asked |= {f"question:{question.id}" for question in load_bone_check().questions}

    assert {each for each in named if each.startswith(("check:", "question:"))} <= asked


# ------------------------------------------------------------------ what is not carried


@each_kept_out
def test_what_is_kept_out_has_a_reason_in_one_sentence(name: str) -> None:
    row = SEEDS[name]

    assert row["kept_out"] in ("corrected", "not for us")
    assert row["because"].endswith(".")
    assert row["because"].count(". ") == 0
    assert row["never"], "say how the claim would look, so that it cannot come back"


@each_never
def test_a_wrong_statement_does_not_come_back(name: str) -> None:
    assert {pattern: said(pattern) for pattern in SEEDS[name]["never"] if said(pattern)} == {}


@each_never
def test_the_pattern_of_a_wrong_statement_finds_it(name: str) -> None:
    row = SEEDS[name]

    def found(text: str) -> bool:
        return any(re.search(each, text, re.IGNORECASE) for each in row["never"])

    assert [text for text in row["bad"] if not found(text)] == []
    assert [text for text in row["good"] if found(text)] == []
    for pattern in row["never"]:
        assert any(re.search(pattern, text, re.IGNORECASE) for text in row["bad"]), pattern
