"""Words in the user's language, and the person in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from falls_app import i18n, paths
from falls_app.i18n import About


@pytest.fixture
def pirate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language pack with a few words."""
    catalog = Catalog("en_XX")
    catalog.add("Yes", "Aye")
    catalog.add(("{n} step", "{n} steps"), ("one stride", "{n} strides"))
    catalog.add("Rail", "Taffrail", context="STR01.short")
    catalog.add("they", "ye")
    catalog.add("{name}’s", "of {name}")
    catalog.add("this person", "this sailor")
    folder = tmp_path / "languages" / "en_XX" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    i18n.use_language("en_XX")
    yield
    i18n.use_language("en")


def test_a_word_is_english_where_no_language_has_another() -> None:
    i18n.use_language("xx")

    assert i18n._("Yes") == "Yes"
    assert i18n.content("Rail", "STR01.short") == "Rail"


@pytest.mark.usefixtures("pirate")
def test_a_word_is_drawn_in_the_language_in_use() -> None:
    assert (i18n._("Yes"), i18n._("No")) == ("Aye", "No")
    assert i18n.content("Rail", "STR01.short") == "Taffrail"
    assert i18n.content("Rail") == "Rail"
    assert i18n.content("Yes") == "Aye"


@pytest.mark.usefixtures("pirate")
def test_changing_back_to_english_draws_english() -> None:
    i18n.use_language("en")

    assert i18n._("Yes") == "Yes"


@pytest.mark.parametrize(("count", "words"), [(0, "0 steps"), (1, "1 step"), (7, "7 steps")])
def test_a_count_takes_its_form(count: int, words: str) -> None:
    assert i18n.ngettext("{n} step", "{n} steps", count) == words


@pytest.mark.usefixtures("pirate")
def test_a_count_takes_its_form_in_another_language() -> None:
    assert i18n.ngettext("{n} step", "{n} steps", 1) == "one stride"
    assert i18n.ngettext("{n} step", "{n} steps", 3) == "3 strides"


@pytest.mark.usefixtures("pirate")
def test_the_words_for_the_person_are_translated() -> None:
    assert About()("{names} {they}") == "of this sailor ye"


SENTENCE = "{Name} {has} {their} shoes. {Does} {name} wear them? {name} wear{s} {names} own."
ABOUT = [
    (About("Rosa", "she"), "Rosa has her shoes. Does Rosa wear them? Rosa wears Rosa’s own."),
    (About("Al", "he"), "Al has his shoes. Does Al wear them? Al wears Al’s own."),
    (About("Kim"), "Kim has their shoes. Does Kim wear them? Kim wears Kim’s own."),
    (
        About(),
        "This person has their shoes. Does this person wear them? "
        "this person wears this person’s own.",
    ),
    (About("Rosa", "you"), "You have your shoes. Do you wear them? you wear your own."),
]


@pytest.mark.parametrize(("about", "expected"), ABOUT)
def test_a_text_is_about_one_person(about: About, expected: str) -> None:
    assert about(SENTENCE) == expected


@pytest.mark.parametrize(
    ("say", "forms"),
    [("she", "she her her is"), ("he", "he him his is"), ("they", "they them their is"),
     ("you", "you you your are")],
)  # fmt: skip
def test_the_small_words_follow_the_person(say: str, forms: str) -> None:
    assert About("Rosa", say)("{they} {them} {their} {is}") == forms


def test_more_words_are_filled_in_and_unknown_braces_stay() -> None:
    assert About("Rosa")("{Name} calls {emergency} {when}", emergency="911") == (
        "Rosa calls 911 {when}"
    )


def test_a_capital_letter_begins_every_small_word() -> None:
    words = About("rosa", "she").words()

    assert (words["They"], words["Their"], words["Is"], words["Name"]) == (
        "She",
        "Her",
        "Is",
        "Rosa",
    )
    assert "S" not in words
