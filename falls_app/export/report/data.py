"""What the report says about one case: its findings in order, with numbers; photos; versions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from falls_app.domain.assessment import Case, Finding
from falls_app.domain.drafting import verdict_on
from falls_app.domain.evidence import Photo
from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.ranking import Tier
from falls_app.domain.screening.flag_screen import EMERGENCY
from falls_app.domain.screening.signs import Sign, signs_for_doctor
from falls_app.domain.signing import locked_version, version_number
from falls_app.domain.step import Step
from falls_app.domain.visit import SignedVersion, Verdict, Visit
from falls_app.export import Printing
from falls_app.export.paper import PaperData


@dataclass(frozen=True, slots=True)
class Item:
    """A step at one place. ``number`` counts them through the report, from 1.

    ``finding`` is None for a step from bones and balance; ``first`` is the number at which the
    same step stands before, None if it stands here first.
    """

    number: int
    place: str
    step: Step
    finding: Finding | None = None
    first: int | None = None

    @property
    def id(self) -> str:
        """What names it in the ids of its paragraphs."""
        return f"{self.step.key}:{self.place}"


@dataclass(frozen=True, slots=True)
class NumberedPhoto:
    """A photo with its number on the plate, from 1, and the place and finding it belongs to."""

    number: int
    photo: Photo
    place: str
    finding: Finding


class ReportData(PaperData):
    """One case, ready for the report. ``is_hers``: the copy for the person, without one page."""

    def __init__(self, case: Case, printing: Printing, *, is_hers: bool = False) -> None:
        super().__init__(case, printing)
        self._signable = case  # initials in the place of names make no draft of a signed one
        self.is_hers = is_hers
        self.letterhead = printing.letterhead

    @property
    def visit(self) -> Visit:
        """What the therapist noted."""
        return self.case.visit

    @property
    def who(self) -> str:
        """The full name, if it is known, else the name that is used."""
        return self.visit.identity.full_name or self.case.person.name

    # ------------------------------------------------------------------ findings

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the report: all that the therapist did not leave out."""
        return tuple(
            step for step in self.plan.steps if verdict_on(self.visit, step) is not Verdict.LEFT_OUT
        )

    @cached_property
    def left_out(self) -> tuple[Step, ...]:
        """The drafted steps that the therapist left out."""
        return tuple(step for step in self.plan.steps if step not in self.steps)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What was found and is not done, place by place, the place with most to do first."""
        items: list[Item] = []
        seen: dict[str, int] = {}
        for place, step, finding in self._found():
            number = len(items) + 1
            items.append(Item(number, place, step, finding, seen.get(step.key)))
            seen.setdefault(step.key, number)
        return tuple(items)

    def _found(self) -> Iterator[tuple[str, Step, Finding | None]]:
        waiting = [step for step in self.steps if not step.is_done]
        for mark in self.worst_first:
            wanted = None if mark.id == WHOLE else mark.id
            for step in waiting:
                if mark.id == BONES:
                    if step.question is not None:
                        yield BONES, step, None
                    continue
                for finding in step.findings:
                    if finding.room == wanted:
                        yield mark.id, step, finding

    @cached_property
    def items_by_place(self) -> Mapping[str, tuple[Item, ...]]:
        """The items of each place, in the order of the report."""
        places = dict.fromkeys(item.place for item in self.items)
        return {
            place: tuple(item for item in self.items if item.place == place) for place in places
        }

    def number_of(self, step: Step) -> int | None:
        """Return the number at which a step stands first; None if it is done."""
        return next((item.number for item in self.items if item.step.key == step.key), None)

    def tier_of(self, item: Item) -> Tier:
        """Return how urgent an item is at its place."""
        if item.finding is None:
            return item.step.tier
        return self.tiers.get(item.finding.place, item.step.tier)

    # ------------------------------------------------------------------ photos

    @cached_property
    def plate(self) -> tuple[NumberedPhoto, ...]:
        """All photos of the walk in the order of the places, with their numbers."""
        order = {place: number for number, place in enumerate(self.places)}
        found = sorted(
            (each for each in self.walk.findings.values() if each.photos),
            key=lambda each: (order.get(each.room or WHOLE, 0), each.check),
        )
        pairs = [(photo, each) for each in found for photo in each.photos]
        return tuple(
            NumberedPhoto(number, photo, each.room or WHOLE, each)
            for number, (photo, each) in enumerate(pairs, start=1)
        )

    def photos_at(self, finding: Finding | None) -> tuple[int, ...]:
        """Return the numbers of the photos of a finding."""
        if finding is None:
            return ()
        return tuple(each.number for each in self.plate if each.finding.place == finding.place)

    # ------------------------------------------------------------------ signs, versions

    @cached_property
    def open_signs(self) -> tuple[Sign, ...]:
        """The signs of level 1 of which no help is noted yet; none on the person's copy."""
        if self.is_hers or not self.open_flags:
            return ()
        found = signs_for_doctor(self.told, self.outcome.raised)
        return tuple(sign for sign in found if sign.level == EMERGENCY and sign.is_open)

    @cached_property
    def locked(self) -> SignedVersion | None:
        """The signed version that this is; None for a draft."""
        return locked_version(self._signable)

    @cached_property
    def version(self) -> int:
        """The number of the version."""
        return version_number(self._signable)
