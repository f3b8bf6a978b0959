"""What follows from one value of the case: score, plan and marks, worked out when asked for."""

from collections.abc import Mapping
from functools import cached_property

from falls_app.content.regions import Region
from falls_app.domain.assessment import Assessment, Case
from falls_app.domain.checklist import Checklist
from falls_app.domain.overview import BONES, PlaceMark, bones_mark, mark, places_in_order
from falls_app.domain.plan import Plan, declined_checks, make_plan
from falls_app.domain.scoring import Score, score
from falls_app.domain.screening.bone_check import BoneCheck


class View:
    """What follows from one value of the case; each part is worked out when first asked for."""

    def __init__(self, case: Case, checklist: Checklist, bones: BoneCheck, region: Region) -> None:
        self.case, self.checklist, self.bones, self.region = case, checklist, bones, region

    @cached_property
    def walk(self) -> Assessment:
        """The walk under way; an empty one if none was begun."""
        return self.case.assessment or Assessment("", "")

    @cached_property
    def score(self) -> Score:
        """The score of the walk."""
        return score(
            self.checklist,
            self.case.home,
            self.walk,
            (self.case.person,),
            person_score=self.region.person_score,
            declined=declined_checks(self.case.choices),
        )

    @cached_property
    def plan(self) -> Plan:
        """The plan that follows from the score and the answers about bones."""
        return make_plan(self.case, self.score, self.bones)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Ids of all places in walking order."""
        return places_in_order(self.case.home)

    @cached_property
    def marks(self) -> Mapping[str, PlaceMark]:
        """The mark of every place by its id."""
        marks = {
            place: mark(place, self.score.places, self.score.ranked)
            for place in self.places
            if place != BONES
        }
        return {**marks, BONES: bones_mark(self.case.bones, self.bones)}
