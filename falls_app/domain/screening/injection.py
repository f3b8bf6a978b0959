"""The next injection of a bone medicine: never late. Source: research, 3.4 and 7.3."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from falls_app.domain.screening.bone_check import BoneStep

NOTICE = timedelta(days=14)
"""How long before the day it is time to book."""

INJECTION = "injection"
"""The key of its day in ``Bones.dates``, and of its step in the plan."""


class Due(StrEnum):
    """How near the day is."""

    LATER = "later"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class InjectionWords:
    """What to do about a day that is far, near or gone, and its step."""

    later: str
    soon: str
    late: str
    step: BoneStep


def due(day: date, today: date) -> Due:
    """Return how near the day of an injection is; on the day itself it is time still."""
    if day < today:
        return Due.LATE
    return Due.SOON if day - NOTICE <= today else Due.LATER
