"""Another region has other numbers and prices, at once and in the whole window."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from falls_app.app import system_region
from falls_app.cli import load_case
from falls_app.content.regions import load_region, region_ids
from tests.ui.pressing import named, read

RAILS = "Fit rails on both sides of the stairs."


@pytest.mark.parametrize(
    ("language", "region"),
    [("en_US.UTF-8", "us"), ("en_GB.UTF-8", "uk"), ("en_IE.UTF-8", "ie"), ("fr_CA.UTF-8", "ca"),
     ("en_AU", "au"), ("en_NZ", "nz"), ("de_DE@euro", "eu"), ("fr_FR", "eu"), ("ja_JP", "us"),
     ("C.UTF-8", "us")],
)  # fmt: skip
def test_the_first_region_is_that_of_the_system(monkeypatch, language: str, region: str) -> None:
    monkeypatch.setenv("LC_ALL", language)

    assert system_region() == region


def test_the_settings_offer_every_region_by_name(session, window) -> None:
    session.set_region("nz")
    window.go("settings:country")
    offered = named(window.page, "Country", QComboBox)

    assert [offered.itemData(row) for row in range(offered.count())] == [*region_ids()]
    assert offered.currentText() == "New Zealand"


def price_on_the_plan(window) -> str:
    buttons = window.page.findChildren(QAbstractButton)
    (spoken,) = (
        each.accessibleName() for each in buttons if each.accessibleName().startswith(RAILS)
    )
    return spoken


@pytest.mark.parametrize("region_id", region_ids())
def test_switching_the_region_changes_the_prices_in_the_window(window, session, region_id) -> None:
    session.add(load_case("sample"))
    window.go("plan")
    assert "$50 to $500" in price_on_the_plan(window)

    session.set_region(region_id)

    assert load_region(region_id).prices["2"] in price_on_the_plan(window)


@pytest.mark.parametrize("region_id", region_ids())
def test_switching_the_region_changes_the_number_in_the_window(window, session, region_id) -> None:
    number = load_region(region_id).emergency
    session.begin(mine=False)
    session.answer_two_days(("head",))
    window.go("help-now")
    assert "Call 911 now if there is" in read(window.page)

    session.set_region(region_id)

    assert f"Call {number} now if there is" in read(window.page)
    assert number == "911" or "911" not in read(window.page)
