"""What somebody told about the person, read together: each answer in whichever form it came."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from falls_app.domain.assessment import Case
from falls_app.domain.bones import Bones, Fall, FunctionResult
from falls_app.domain.person import Person
from falls_app.domain.screening.bone_check import BoneQuestion, Choice, short_answer
from falls_app.domain.screening.bone_items import BoneItem, is_open
from falls_app.domain.screening.catalogue import Catalogue
from falls_app.domain.screening.falls_questions import FallsQuestion
from falls_app.domain.screening.function_tests import is_beyond
from falls_app.domain.screening.height import HeightFound, height_found
from falls_app.domain.screening.medicines import MedicineClass
from falls_app.domain.screening.movement import Movement

THINNER = "blood_thinner"
"""The trait of whoever takes a blood thinner."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answers about a person, on a day, with the content that they answer."""

    bones: Bones
    person: Person
    today: date
    about: Catalogue

    # ------------------------------------------------------------------ answers, read either way

    def short(self, question_id: str) -> Choice | None:
        """Return the answer to a short question, None if it has none."""
        question = self.about.short.by_id[question_id]
        return short_answer(question, self.bones.items, self.bones.flags)

    def item(self, item: BoneItem) -> str:
        """Return "yes", "no" or "not_sure" to an item of the bone check; "" if nobody answered.

        A short question that asks it too may have been answered in its place.
        """
        given = self.bones.items.get(item.id, "")
        if given in ("yes", "no", "not_sure"):
            return given
        found = (self.short(each) for each in item.covers)
        return next((choice.plain.get(item.id, "") for choice in found if choice), "")

    def said_yes(self, question_id: str) -> bool:
        """Return whether a question was answered with a plain yes."""
        return self.bones.items.get(question_id) == "yes"

    # ------------------------------------------------------------------ what leads somewhere

    def open_short(self) -> Iterator[tuple[BoneQuestion, Choice]]:
        """Yield the answered short questions that lead somewhere, in their order."""
        for question, choice in self.answered_short():
            if choice.state != "ok":
                yield question, choice

    def answered_short(self) -> Iterator[tuple[BoneQuestion, Choice]]:
        """Yield the answered short questions with their answers."""
        for question in self.about.short.questions:
            choice = self.short(question.id)
            if choice is not None:
                yield question, choice

    def open_items(self) -> Iterator[BoneItem]:
        """Yield the items of the full check that lead to their text.

        One that a short question settles is left to its text, which says more.
        """
        for item in self.about.items.items:
            given = self.bones.items.get(item.id, "")
            if is_open(item, given) and not self._short_says(item, given):
                yield item

    def _short_says(self, item: BoneItem, given: str) -> bool:
        found = (self.short(each) for each in item.covers)
        return any(choice is not None and choice.plain.get(item.id) == given for choice in found)

    def open_falls(self) -> tuple[FallsQuestion, ...]:
        """Return the quick questions about staying steady that have a yes."""
        return tuple(each for each in self.about.falls.questions if self.said_yes(each.id))

    def habits(self) -> tuple[Movement, ...]:
        """Return the movements and habits that have a yes."""
        return tuple(each for each in self.about.movements.movements if self.said_yes(each.id))

    def medicines(self) -> tuple[MedicineClass, ...]:
        """Return the kinds of medicine that are ticked."""
        ticked = self.bones.medicines
        return tuple(each for each in self.about.medicines.classes if each.id in ticked)

    def slow_tests(self) -> tuple[FunctionResult, ...]:
        """Return the latest result of each test that is at or beyond its reference."""
        latest: dict[str, FunctionResult] = {}
        for result in sorted(self.bones.tests, key=lambda each: each.date):
            if result.kind in self.about.tests.by_id:
                latest[result.kind] = result
        table, person = self.about.tests.chair_stand, self.person
        return tuple(
            each for each in latest.values() if is_beyond(each, table, person.age, person.sex)
        )

    def height(self) -> HeightFound | None:
        """Return how much height is gone; None if there is nothing to compare."""
        return height_found(self.bones.heights)

    # ------------------------------------------------------------------ falls

    def takes_thinner(self) -> bool:
        """Return whether a blood thinner is taken: as a trait, or ticked in the medicine list."""
        ticked = any(THINNER in each.traits for each in self.medicines())
        return ticked or THINNER in self.person.traits

    def falls(self) -> tuple[Fall, ...]:
        """Return the diary. Who takes a blood thinner took it at a fall too, if nobody said."""
        if not self.takes_thinner():
            return self.bones.falls
        return tuple(
            replace(fall, answers={**fall.answers, "thinner": "yes"})
            if fall.answers.get("thinner", "") in ("", "not_sure")
            else fall
            for fall in self.bones.falls
        )


def latest_day(case: Case) -> date:
    """Return the latest day that a case knows of: that of a walk, a fall, a test, a height.

    It stands in for today where nobody says what day it is. Without any day it is the first.
    """
    bones = case.bones
    days = [
        *(walk.date for walk in case.assessments),
        *(fall.date for fall in bones.falls),
        *(result.date for result in bones.tests),
        *(reading.date for reading in bones.heights),
        bones.two_days.noted_on,
        bones.dates.get("spine_break", ""),
        bones.dates.get("scan", ""),
    ]
    return max((date.fromisoformat(day) for day in days if day), default=date.min)
