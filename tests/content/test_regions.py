"""The regions: complete, numbers right, nothing stated that no source names."""

import re
from pathlib import Path

import pytest
from babel import Locale
from babel.numbers import get_currency_symbol
from pypdf import PdfReader
from PySide6.QtCore import QLocale

from falls_app.__main__ import main
from falls_app.content.checks import load_checklist
from falls_app.content.regions import Goal, Goals, Region, load_region, region_ids, region_of
from falls_app.content.sources import load_sources
from falls_app.sizes import size_words
from falls_app.words import price_words

NUMBERS = {
    "au": ("000", ""), "ca": ("911", "811"), "eu": ("112", ""), "ie": ("112", ""),
    "nz": ("111", ""), "uk": ("999", "111"), "us": ("911", ""),
}  # fmt: skip
"""Emergency and urgent numbers: section 5.1 of the research on person and bones."""

CURRENCIES = {"au": "AUD", "ca": "CAD", "eu": "EUR", "ie": "EUR", "nz": "NZD", "uk": "GBP",
              "us": "USD"}  # fmt: skip
LETTER, A4 = (612, 792), (595, 842)
LETTER_THERE = {"us", "ca"}
NO_PERSON_SCORE = {"uk", "ie", "eu"}
WITH_CALCIUM = {"us", "ca", "uk"}

each_region = pytest.mark.parametrize(
    "region", [*map(load_region, NUMBERS)], ids=lambda each: each.id
)


def test_all_regions_are_there_in_the_order_of_their_names() -> None:
    names = [load_region(each).name for each in region_ids()]

    assert set(region_ids()) == NUMBERS.keys()
    assert names == sorted(names)
    assert len(set(names)) == len(names)


@each_region
def test_a_region_is_complete(region: Region) -> None:
    assert region.id in region_ids()
    assert re.fullmatch(r"[a-z]{2}_([A-Z]{2}|150)", region.locale)
    assert region.paper == ("letter" if region.id in LETTER_THERE else "a4")
    assert region.length == ("in" if region.id == "us" else "mm")
    assert region.sizes_like in ("us", "uk")
    assert all((region.name, region.urgent_words, region.ot_words))


@each_region
def test_both_numbers_are_those_of_the_research(region: Region) -> None:
    assert (region.emergency, region.urgent) == NUMBERS[region.id]


def test_a_region_knows_the_countries_it_holds() -> None:
    listed = [country for each in region_ids() for country in load_region(each).countries]

    assert len(set(listed)) == len(listed) == 6 + 26
    assert all(re.fullmatch("[A-Z]{2}", country) for country in listed)
    assert {each: region_of(each) for each in ("GB", "IE", "CA", "AU", "NZ", "US", "DE", "HR")} == {
        "GB": "uk", "IE": "ie", "CA": "ca", "AU": "au", "NZ": "nz", "US": "us", "DE": "eu",
        "HR": "eu",
    }  # fmt: skip
    assert {region_of(each) for each in ("", "JP", "CH", "mars")} == {"us"}


@each_region
def test_babel_and_qt_know_how_days_are_written_there(region: Region) -> None:
    assert str(Locale.parse(region.locale)) == region.locale
    assert QLocale(region.locale).name() == region.locale


# ------------------------------------------------------------------ prices and sizes


@each_region
def test_prices_are_round_and_said_to_be_a_rough_guide(region: Region) -> None:
    symbol = get_currency_symbol(region.currency, locale="en").lstrip("ACNZ")
    low, high = (re.escape(symbol) + number for number in (r"(50|75)", r"(500|750)"))

    assert region.currency == CURRENCIES[region.id]
    assert "rough guide" in region.prices_note
    assert set(region.prices) == {"0", "1", "2", "3"}
    assert region.prices["0"] == "Free"
    assert re.fullmatch(f"Under {low}", region.prices["1"])
    assert re.fullmatch(f"{low} to {high}", region.prices["2"])
    assert re.fullmatch(f"Over {high}", region.prices["3"])
    assert price_words(region, 3) == region.prices["3"]


@each_region
def test_a_rail_has_a_size_to_aim_for_in_every_region(region: Region) -> None:
    check = next(each for each in load_checklist() if each.id == "STR01")
    like = {"us": "about 865 to 965 mm", "uk": "about 900 to 1,000 mm"}[region.sizes_like]

    (words,) = (each for each in size_words(check, region) if "Top of the rail" in each)

    assert words.endswith("about 34 to 38 in" if region.id == "us" else like)


# ------------------------------------------------------------------ the person


@each_region
def test_the_british_irish_and_european_regions_score_no_person(region: Region) -> None:
    assert region.person_score is (region.id not in NO_PERSON_SCORE)


@each_region
def test_what_is_stated_names_sources_there_are(region: Region) -> None:
    named = [*region.sources, *region.calcium.sources, *region.vitamin_d.sources]
    for each in region.helps:
        assert each.who
        assert each.what.endswith(".")
        assert each.sources
        named += each.sources

    assert set(named) <= load_sources().keys()
    assert not region.bone_scan or region.sources
    for goals in (region.calcium, region.vitamin_d):
        assert bool(goals.sources) == bool(goals.women or goals.men or goals.words)


@each_region
def test_goals_rise_with_age_and_stay_below_the_most(region: Region) -> None:
    for goals in (region.calcium, region.vitamin_d):
        assert bool(goals.women) == bool(goals.men)
        for each in (goals.women, goals.men):
            ages = [goal.from_age for goal in each]
            assert ages == sorted(set(ages))
            assert all(goal.most == 0 or goal.amount < goal.most for goal in each)


def test_goals_are_stated_only_where_the_research_has_a_source_for_them() -> None:
    assert {each for each in NUMBERS if load_region(each).calcium.women} == WITH_CALCIUM
    assert {each for each in NUMBERS if load_region(each).vitamin_d.women} == {"uk"}
    assert {each for each in NUMBERS if load_region(each).bone_scan} == {"us"}
    assert {each for each in NUMBERS if load_region(each).helps} == {"us", "uk"}


@pytest.mark.parametrize(
    ("sex", "age", "us", "uk"),
    [
        ("female", 78, 1200, 700),
        ("female", 51, 1200, 700),
        ("female", 50, 1000, 700),
        ("male", 70, 1000, 700),
        ("male", 71, 1200, 700),
        ("", 78, 1200, 700),  # the same for everybody
        ("", 60, None, 700),  # hangs on the sex
        ("other", 60, None, 700),
        ("female", None, None, 700),  # hangs on the age
        ("", None, None, 700),
        ("male", 12, None, None),
    ],
)
def test_the_calcium_goal_is_that_of_the_person(
    sex: str, age: int | None, us: int | None, uk: int | None
) -> None:
    def amount(region: str) -> int | None:
        goal = load_region(region).calcium.goal(sex, age)
        return goal.amount if goal else None

    assert (amount("us"), amount("ca"), amount("uk")) == (us, us, uk)
    assert (amount("ie"), amount("au")) == (None, None)


def test_the_most_counts_as_a_difference_too() -> None:
    goals = Goals(women=(Goal(19, 700, 2000),), men=(Goal(19, 700, 2500),))

    assert goals.goal("", 70) is None
    assert goals.goal("female", 70) == Goal(19, 700, 2000)


# ------------------------------------------------------------------ the plan


@each_region
def test_a_plan_is_written_for_the_region(region: Region, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"

    assert main(["plan", "sample", "-o", str(file), "--region", region.id]) == 0

    reader = PdfReader(file)
    box = reader.pages[0].mediabox
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))
    assert (round(box.width), round(box.height)) == (LETTER if region.paper == "letter" else A4)
    assert f"In an emergency call {region.emergency}." in text
    assert region.prices_note in text
    assert re.search(rf"· (by [\w ]+ · )?{re.escape(region.prices['2'])}", text)


def test_warm_water_is_in_the_degrees_of_the_region() -> None:
    check = load_checklist().by_id["BTH17"]

    assert size_words(check, load_region("us"))[0].endswith("at most about 120 °F")
    assert size_words(check, load_region("ca"))[0].endswith("at most about 49 °C")
    assert size_words(check, load_region("uk"))[0].endswith("at most about 48 °C")
