"""Bones and balance in full: the screen, the tests, food, medicines, recovery, questions."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from falls_app import paths
from falls_app.content.bones import load_bone_check, load_red_flags
from falls_app.content.reading import ContentError, build, read_toml
from falls_app.domain.screening.asking_doctors import QuestionBank
from falls_app.domain.screening.bone_items import BoneItems
from falls_app.domain.screening.calcium import FoodTable, GoalWords
from falls_app.domain.screening.catalogue import Catalogue
from falls_app.domain.screening.diary import Diary
from falls_app.domain.screening.falls_questions import FallsQuestions
from falls_app.domain.screening.flag_screen import EMERGENCY, Flag, FlagScreen
from falls_app.domain.screening.function_tests import FunctionTests
from falls_app.domain.screening.height import HeightWords
from falls_app.domain.screening.medicines import MedicineList
from falls_app.domain.screening.movement import Movements
from falls_app.domain.screening.recovery import Recovery
from falls_app.domain.screening.red_flags import RedFlags
from falls_app.domain.screening.talking import Talking
from falls_app.domain.screening.treatments import Treatments
from falls_app.domain.screening.worry import Worry

T = TypeVar("T")


def _read(kind: type[T], name: str) -> T:
    file = paths.resources() / "bones" / f"{name}.toml"
    return build(kind, read_toml(file), file, name)


@cache
def load_flag_screen() -> FlagScreen:
    """Return the screen. Signs and actions of level 1 are those of ``red_flags.toml``.

    ContentError if a level-1 flag brings words of its own or has no sign there.
    """
    screen = _read(FlagScreen, "flag_screen")
    words = load_red_flags()
    flags = tuple(
        _with_words(flag, words, screen) if flag.level == EMERGENCY else flag
        for flag in screen.flags
    )
    return replace(screen, flags=flags)


def _with_words(flag: Flag, words: RedFlags, screen: FlagScreen) -> Flag:
    if flag.sign or flag.action or flag.id not in words.level_one:
        rule = "its sign and its action stand in red_flags.toml alone"
        raise ContentError("flag_screen.toml", flag.id, rule)
    if flag.id in words.never_on_paper:
        action = " ".join(screen.kind_words)
    else:
        action = words.action_private if flag.id in words.private_flags else words.action
    return replace(flag, sign=words.level_one[flag.id], action=action)


@cache
def load_falls_questions() -> FallsQuestions:
    """Return the quick questions about staying steady."""
    return _read(FallsQuestions, "falls")


@cache
def load_diary() -> Diary:
    """Return what the diary asks about a fall, and the signs that an entry raises."""
    return _read(Diary, "diary")


@cache
def load_function_tests() -> FunctionTests:
    """Return the tests of movement and their table."""
    return _read(FunctionTests, "tests")


@cache
def load_bone_items() -> BoneItems:
    """Return the full bone check."""
    return _read(BoneItems, "bone_check")


@cache
def load_height() -> HeightWords:
    """Return how to measure height and what a loss leads to."""
    return _read(HeightWords, "height")


@cache
def load_foods() -> FoodTable:
    """Return the foods with their calcium."""
    return _read(FoodTable, "foods")


@cache
def load_goals() -> GoalWords:
    """Return the words beside a region's goals; the figures are the region's own."""
    return _read(GoalWords, "goals")


@cache
def load_movements() -> Movements:
    """Return the movements and habits to look at."""
    return _read(Movements, "movement")


@cache
def load_medicines() -> MedicineList:
    """Return the kinds of medicine to tick."""
    return _read(MedicineList, "medicines")


@cache
def load_recovery() -> Recovery:
    """Return the weeks after a break in the spine."""
    return _read(Recovery, "recovery")


@cache
def load_questions() -> QuestionBank:
    """Return the questions for doctor, pharmacist and therapist."""
    return _read(QuestionBank, "ask")


@cache
def load_treatments() -> Treatments:
    """Return the treatments."""
    return _read(Treatments, "treatments")


@cache
def load_talking() -> Talking:
    """Return how to talk with a parent."""
    return _read(Talking, "talking")


@cache
def load_worry() -> Worry:
    """Return the questions about worry, and what to read about low mood and harm."""
    return _read(Worry, "worry")


@cache
def load_catalogue() -> Catalogue:
    """Return all that can be asked about the person, for what follows from it together."""
    return Catalogue(
        short=load_bone_check(),
        two_days=load_red_flags(),
        flags=load_flag_screen(),
        falls=load_falls_questions(),
        diary=load_diary(),
        tests=load_function_tests(),
        items=load_bone_items(),
        height=load_height(),
        foods=load_foods(),
        movements=load_movements(),
        medicines=load_medicines(),
        recovery=load_recovery(),
        treatments=load_treatments(),
        questions=load_questions(),
    )
