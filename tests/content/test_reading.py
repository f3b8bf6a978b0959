"""Content is read strictly: whatever is wrong, the error names file, block and rule."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from falls_app import paths
from falls_app.content import bones, checks, icons, places, profile, regions, reviews, sources
from falls_app.content.reading import ContentError, build, read_toml
from falls_app.domain.checklist import Answer
from falls_app.errors import UserError

LOADERS = (
    bones.load_bone_check, bones.load_red_flags, checks.load_checklist, checks.load_rows,
    icons.load_icons, places.load_places, profile.load_traits, regions.load_region,
    sources.load_sources, sources.content_version, reviews.load_reviews,
)  # fmt: skip


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of our own files that may be broken; every loader reads afresh."""
    folder = tmp_path / "resources"
    shutil.copytree(
        paths.resources(), folder, ignore=shutil.ignore_patterns("illustrations", "fonts")
    )
    monkeypatch.setattr(paths, "resources", lambda: folder)
    for load in LOADERS:
        load.cache_clear()
    yield folder
    for load in LOADERS:
        load.cache_clear()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


STAIRS = "checks/30-stairs.toml"
BROKEN = [
    (STAIRS, 'area = "STR"', 'area = "XXX"', "30-stairs.toml, STR01: there is no area “XXX”"),
    (STAIRS, 'id = "STR01"', "", "30-stairs.toml, a check without an id: "),
    (STAIRS, 'id = "STR09"', 'id = "STR01"', "30-stairs.toml, STR01: two checks have this id"),
    (STAIRS, 'short = "', 'shrot = "', "30-stairs.toml, STR01: unknown key “shrot”"),
    (STAIRS, "cost = ", "price = 1\ncost = ", "STR01.fixes: unknown key “price”"),
    (STAIRS, "likelihood = 3", 'likelihood = "3"', "STR01: Expected `int`, got `str`"),
    (STAIRS, "answers = { safe", "answers = { fine", "STR01: Invalid enum value 'fine'"),
    (STAIRS, 'leads_to = "', 'leads_to = "un', "STR01: Invalid enum value"),
    (STAIRS, "[[check]]", "[[check]", "30-stairs.toml, the whole file: "),
    (STAIRS, 'why = "', 'wy = "', "30-stairs.toml, STR01: unknown key “wy”"),
    ("profile.toml", "[[trait]]", "[[tarit]]", "profile.toml, the whole file: unknown key “tarit”"),
    ("content.toml", "version =", "versoin =", "content.toml, content: unknown key “versoin”"),
    ("sources.toml", "year = 2023", 'year = "2023"', "sources.toml, cochrane-2023: Expected"),
    ("profile.toml", "because =", "why =", "profile.toml, weak_legs: unknown key “why”"),
    ("rooms.toml", "lower =", "low =", "rooms.toml, OUT: unknown key “low”"),
    ("rooms.toml", "drawing =", "picture =", "rooms.toml, hallway: unknown key “picture”"),
    ("rooms.toml", "chip =", "chop =", "rooms.toml, tub: unknown key “chop”"),
    ("regions/us.toml", "emergency =", "call =", "us.toml, us: unknown key “call”"),
    ("bones/questions.toml", "rank =", "rang =", "questions.toml, B01: unknown key “rang”"),
    ("bones/questions.toml", "state =", "st =", "questions.toml, B01.choices: unknown key “st”"),
    ("bones/questions.toml", "who = ", "whom = ", "questions.toml, B01.choices.step: unknown key"),
    ("bones/red_flags.toml", "lead =", "led =", "red_flags.toml, red flags.page: unknown key"),
]


def load_all() -> None:
    for load in LOADERS:
        if load is regions.load_region:
            load("us")
        else:
            load()


@pytest.mark.parametrize(("name", "old", "new", "message"), BROKEN)
def test_broken_content_names_file_block_and_rule(
    resources: Path, name: str, old: str, new: str, message: str
) -> None:
    change(resources / name, old, new)

    with pytest.raises(ContentError) as caught:
        load_all()

    assert message in str(caught.value)
    assert Path(caught.value.file) == resources / name
    assert caught.value.block
    assert caught.value.rule


def test_the_copy_as_it_is_loads(resources: Path) -> None:
    load_all()


@pytest.mark.parametrize(
    ("name", "load"),
    [("rows.toml", checks.load_rows), ("content.toml", checks.load_checklist)],
)
def test_a_missing_file_is_named(resources: Path, name: str, load: Callable[[], object]) -> None:
    (resources / name).unlink()

    with pytest.raises(ContentError, match=f"{name}, the whole file: .*No such file"):
        load()


EMPTIED = [
    (STAIRS, "", "30-stairs.toml, the whole file: there is no “check”"),
    (STAIRS, "chekc = []\ncheck = []", "30-stairs.toml, the whole file: unknown key “chekc”"),
    (STAIRS, "check = 7", "30-stairs.toml, check: must be a list of tables"),
    (STAIRS, "check = [7]", "30-stairs.toml, check: must be a list of tables"),
    ("bones/questions.toml", "", "questions.toml, the whole file: there is no “question”"),
    ("rooms.toml", "area = []\nfeature = []", "rooms.toml, the whole file: there is no “kind”"),
]


@pytest.mark.parametrize(("name", "text", "message"), EMPTIED)
def test_a_file_without_its_tables_is_refused(
    resources: Path, name: str, text: str, message: str
) -> None:
    (resources / name).write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load_all()

    assert str(caught.value) == message


def test_a_file_that_is_no_text_is_named(resources: Path) -> None:
    (resources / STAIRS).write_bytes(b"\xff\xfe")

    with pytest.raises(ContentError, match=r"30-stairs\.toml, the whole file: 'utf-8'"):
        checks.load_checklist()


def test_checks_are_read_in_the_order_of_their_files(resources: Path) -> None:
    areas = list(dict.fromkeys(check.area for check in checks.load_checklist()))

    assert areas[:4] == ["OUT", "GDN", "HAL", "STR"]


def test_content_is_read_once(resources: Path) -> None:
    assert checks.load_checklist() is checks.load_checklist()
    assert regions.load_region("us") is regions.load_region("us")


def test_an_unknown_region_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no region “mars”\. Choose one of: .*uk, us"):
        regions.load_region("mars")


def test_every_region_is_known_by_its_file(resources: Path) -> None:
    shutil.copy(resources / "regions" / "us.toml", resources / "regions" / "ca.toml")

    assert set(regions.region_ids()) >= {"ca", "uk", "us"}
    assert list(regions.region_ids()) == sorted(regions.region_ids())


# ------------------------------------------------------------------ one value


@dataclass(frozen=True, slots=True)
class Leaf:
    """A small value."""

    word: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A value with others in it."""

    name: str
    leaves: tuple[Leaf, ...] = ()
    top: Leaf | None = None
    number: int | None = None
    answer: Answer = Answer.SAFE


FILE = Path("tree.toml")


def test_a_table_becomes_a_value_with_others_in_it() -> None:
    table = {"name": "oak", "leaves": [{"word": "a"}], "top": {"word": "b"}, "answer": "hazard"}

    assert build(Tree, table, FILE, "oak") == Tree(
        "oak", (Leaf("a"),), Leaf("b"), answer=Answer.HAZARD
    )


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "tree.toml, oak: Object missing required field `name`"),
        ({"name": 1}, "tree.toml, oak: Expected `str`, got `int` - at `$.name`"),
        ({"name": "oak", "leafs": []}, "tree.toml, oak: unknown key “leafs”"),
        ({"name": "oak", "top": {"wrod": "b"}}, "tree.toml, oak.top: unknown key “wrod”"),
        ({"name": "oak", "leaves": [{"w": 1}]}, "tree.toml, oak.leaves: unknown key “w”"),
        ({"name": "oak", "leaves": ["a"]}, "tree.toml, oak: Expected `object`, got `str`"),
        ({"name": "oak", "top": 7}, "tree.toml, oak: Expected `object | null`, got `int`"),
    ],
)
def test_a_wrong_table_names_the_block_and_the_rule(table: dict, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        build(Tree, table, FILE, "oak")

    assert str(caught.value).startswith(message)


def test_a_toml_file_is_read_as_tables(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('name = "é"', encoding="utf-8")

    assert read_toml(file) == {"name": "é"}
