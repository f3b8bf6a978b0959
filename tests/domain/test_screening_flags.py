"""Which flags a set of answers raises, and whom to call."""

from dataclasses import replace

import pytest

from falls_app.domain.screening.flag_screen import CrisisLine, Flag, FlagScreen, is_clean, raised

SCREEN = FlagScreen(
    why="", levels=(), kind_words=(), visit_note=(), never_on_paper=(), private_flags=(),
    flags=(Flag("RF30", 3, "", ()), Flag("RF20", 2, "", ()), Flag("RF1", 1, "", ())),
    crisis_lines=(CrisisLine("us", "Line", "988", ()),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, []),
        ({"RF1": "no", "RF20": "no", "RF30": "no"}, []),
        ({"RF1": "not_sure"}, ["RF1"]),
        ({"RF20": "not_sure", "RF30": "not_sure"}, []),
        ({"RF30": "yes", "RF20": "yes", "RF1": "yes"}, ["RF1", "RF20", "RF30"]),
        ({"RF99": "yes"}, []),
    ],
)
def test_not_sure_counts_as_yes_at_level_1_and_the_gravest_leads(
    answers: dict[str, str], found: list[str]
) -> None:
    assert [flag.id for flag in raised(SCREEN, answers)] == found


def test_a_flag_is_found_by_its_id() -> None:
    assert SCREEN.by_id["RF20"].level == 2


def test_a_region_without_a_crisis_line_has_none() -> None:
    line = SCREEN.crisis_line("us")

    assert line is not None
    assert line.urgent == "988"
    assert SCREEN.crisis_line("eu") is None


@pytest.mark.parametrize(
    ("answers", "clean"),
    [
        ({}, False),
        ({"RF1": "no"}, True),
        ({"RF1": "not_sure"}, False),
        ({"RF1": "no", "RF20": "yes"}, True),
        ({"RF1": "no", "RF5": "no"}, True),
        ({"RF1": "no", "RF5": "yes"}, False),
    ],
)
def test_a_screen_is_clean_once_all_emergencies_were_asked_for(
    answers: dict[str, str], clean: bool
) -> None:
    flags = (*SCREEN.flags, Flag("RF5", 1, "", (), skipped=True))

    assert is_clean(replace(SCREEN, flags=flags), answers) is clean
