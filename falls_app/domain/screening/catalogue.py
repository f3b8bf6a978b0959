"""All content of bones and balance in one value, for what follows from the answers together."""

from dataclasses import dataclass

from falls_app.domain.screening.asking_doctors import QuestionBank
from falls_app.domain.screening.bone_check import BoneCheck
from falls_app.domain.screening.bone_items import BoneItems
from falls_app.domain.screening.calcium import FoodTable
from falls_app.domain.screening.diary import Diary
from falls_app.domain.screening.falls_questions import FallsQuestions
from falls_app.domain.screening.flag_screen import FlagScreen
from falls_app.domain.screening.function_tests import FunctionTests
from falls_app.domain.screening.height import HeightWords
from falls_app.domain.screening.medicines import MedicineList
from falls_app.domain.screening.movement import Movements
from falls_app.domain.screening.recovery import Recovery
from falls_app.domain.screening.red_flags import RedFlags
from falls_app.domain.screening.treatments import Treatments


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be asked about the person. ``short`` are the ten questions of the walk."""

    short: BoneCheck
    two_days: RedFlags
    flags: FlagScreen
    falls: FallsQuestions
    diary: Diary
    tests: FunctionTests
    items: BoneItems
    height: HeightWords
    foods: FoodTable
    movements: Movements
    medicines: MedicineList
    recovery: Recovery
    treatments: Treatments
    questions: QuestionBank
