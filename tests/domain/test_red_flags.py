"""Which red flags call for help today, and when that is noted."""

import pytest

from falls_app.domain.bones import Bones, TwoDays
from falls_app.domain.screening.red_flags import (
    EmergencyPage,
    RedFlags,
    TwoDayOption,
    flag_answered,
    help_noted,
    helper_may_know,
    open_flags,
    ticked_signs,
)

PAGE = EmergencyPage("", "", "", "", (), "", (), "", "", "", "")
FLAGS = RedFlags(
    question="", why="", options=(TwoDayOption("head", "", "A knock.", ("RF8",)),), none_words="",
    not_sure_words="", page=PAGE, action="", action_private="", if_you_fall="",
    if_you_fall_calm="", level_one={"RF1": "Numb.", "RF8": "Head.", "RF13": "Low."}, never_on_paper=("RF13",),
    private_flags=("RF1",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("bones", "found"),
    [
        (Bones(), set()),
        (Bones(TwoDays(("none",))), set()),
        (Bones(TwoDays(("head",))), {"RF8"}),
        (Bones(TwoDays(("not_sure",))), {"not_sure"}),
        (Bones(TwoDays(("head",), "We called.")), set()),
        (Bones(flags={"RF1": "yes", "RF8": "no"}), {"RF1"}),
        (Bones(flags={"RF8": "not_sure"}), {"RF8"}),
        (Bones(flags={"RF33": "yes"}), set()),
        (Bones(flags={"RF8": "yes"}, help_noted="yes"), set()),
        (Bones(flags={"RF13": "yes"}), {"RF13"}),
    ],
)
def test_a_flag_stands_until_somebody_notes_what_was_done(bones: Bones, found: set[str]) -> None:
    assert open_flags(bones, FLAGS) == found


def test_paper_leaves_out_what_it_never_shows() -> None:
    assert not open_flags(Bones(flags={"RF13": "yes"}), FLAGS, on_paper=True)
    assert open_flags(Bones(flags={"RF8": "yes"}), FLAGS, on_paper=True)


@pytest.mark.parametrize(("flag", "shared"), [("RF1", False), ("RF8", True), ("RF13", False)])
def test_what_a_helper_may_not_know_is_not_shared(flag: str, shared: bool) -> None:
    assert helper_may_know({flag}, FLAGS) is shared


@pytest.mark.parametrize(
    ("bones", "noted_words"),
    [(Bones(TwoDays(("head",))), ""), (Bones(flags={"RF8": "yes"}), "We called.")],
)
def test_a_note_answers_every_flag(bones: Bones, noted_words: str) -> None:
    noted = help_noted(bones, FLAGS, "We called.", "2026-11-20")

    assert not open_flags(noted, FLAGS)
    assert noted.two_days.noted_on == "2026-11-20"
    assert noted.help_noted == noted_words


def test_a_new_sign_is_not_answered_by_what_was_noted_about_another() -> None:
    noted = Bones(flags={"RF8": "yes"}, help_noted="We called.")

    after = flag_answered(noted, FLAGS, "RF1", "not_sure")

    assert open_flags(after, FLAGS) == {"RF1", "RF8"}


@pytest.mark.parametrize(("flag", "answer"), [("RF8", "not_sure"), ("RF1", "no"), ("RF30", "yes")])
def test_a_note_stays_while_no_new_emergency_comes(flag: str, answer: str) -> None:
    noted = Bones(flags={"RF8": "yes"}, help_noted="We called.")

    assert not open_flags(flag_answered(noted, FLAGS, flag, answer), FLAGS)


def test_an_answer_of_the_screen_takes_the_place_of_the_short_question() -> None:
    before = Bones(items={"RF30": "seen", "B01": "no"})

    after = flag_answered(before, FLAGS, "RF30", "yes")

    assert (after.flags, after.items) == ({"RF30": "yes"}, {"B01": "no"})


@pytest.mark.parametrize(
    ("bones", "signs"),
    [
        (Bones(), ()),
        (Bones(TwoDays(("head",)), flags={"RF8": "yes"}), ("A knock.", "Head.")),
        (Bones(TwoDays(("head",), "We called.")), ()),
        (Bones(flags={"RF1": "yes", "RF13": "yes"}), ()),
        (Bones(flags={"RF8": "yes"}, help_noted="We called."), ()),
    ],
)
def test_the_signs_of_now_are_named_without_the_private_ones(
    bones: Bones, signs: tuple[str, ...]
) -> None:
    assert ticked_signs(bones, FLAGS) == signs


def test_a_sign_of_the_diary_is_named_too() -> None:
    assert ticked_signs(Bones(), FLAGS, ("RF8", "RF1")) == ("Head.",)
