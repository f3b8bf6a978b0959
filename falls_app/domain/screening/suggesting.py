"""Which traits the answers suggest. Somebody confirms each of them; until then nothing counts."""

from collections.abc import Iterator, Mapping, Sequence

from falls_app.domain.person import TRAITS
from falls_app.domain.screening.flag_screen import Flag
from falls_app.domain.screening.told import Told


def suggested_traits(told: Told, flags: Sequence[Flag]) -> tuple[str, ...]:
    """Return the traits that answers suggest and the person does not have yet, in their order."""
    found = {*_of_answers(told), *_of_the_diary(told)}
    for flag in flags:
        found |= set(flag.traits)
    found -= told.person.all_traits
    return tuple(trait for trait in TRAITS if trait in found)


def _of_answers(told: Told) -> Iterator[str]:
    for _question, choice in told.answered_short():
        yield from choice.traits
    for item in told.about.items.items:
        if told.item(item) == "yes":
            yield from item.traits
    for question in told.open_falls():
        yield from question.traits
    for habit in told.habits():
        yield from habit.traits
    for medicine in told.medicines():
        yield from medicine.traits
    for result in told.slow_tests():
        yield from told.about.tests.by_id[result.kind].traits


def _of_the_diary(told: Told) -> Iterator[str]:
    options = [(each.id, option) for each in told.about.diary.questions for option in each.options]
    for fall in told.bones.falls:
        for question, option in options:
            if fall.answers.get(question) == option.id:
                yield from option.traits


def suggestion_key(trait: str) -> str:
    """Return where the answers about bones keep that somebody said no to a suggested trait."""
    return f"trait:{trait}"


def to_confirm(traits: Sequence[str], items: Mapping[str, str]) -> tuple[str, ...]:
    """Return the suggested traits to which nobody has said no."""
    return tuple(each for each in traits if items.get(suggestion_key(each)) != "no")
