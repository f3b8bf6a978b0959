"""The red-flag screen: what is asked, how urgent a yes is, and what it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

EMERGENCY, TODAY, SOON = 1, 2, 3
"""The levels: an emergency now, a call today, a visit within a week."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One sign. ``sign`` is for the doctor; family papers print the ``action`` alone.

    ``days`` is when it is due at the latest. ``covers`` are the short questions about bones that
    ask the same. One that can be ``skipped`` needs no answer. The plan names it by ``short`` and
    says ``do`` and ``worse``, which give no sign away. ``traits`` are those that a yes suggests.
    """

    id: str
    level: int
    ask: str
    sources: tuple[str, ...]
    hint: str = ""
    sign: str = ""
    action: str = ""
    days: int = 0
    covers: tuple[str, ...] = ()
    skipped: bool = False
    short: str = ""
    do: str = ""
    worse: str = ""
    done_when: str = ""
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is headed on the screen, and what *not sure* leads to; "" where it is a yes.

    ``why`` stands beside its steps in the plan and gives no sign away.
    """

    level: int
    title: str
    lead: str
    not_sure: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Whom to talk to in despair. ``id`` is the region's, ``urgent`` the telephone number."""

    id: str
    name: str
    urgent: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class FlagScreen:
    """All signs in the order in which they are asked, with the words around them.

    ``kind_words`` answer the flags that no paper shows at level 1; ``visit_note`` are questions
    that turn a sign into a note for the doctor. Of the ``private_flags`` a helper may not know.
    """

    why: str
    levels: tuple[Level, ...]
    flags: tuple[Flag, ...]
    kind_words: tuple[str, ...]
    crisis_lines: tuple[CrisisLine, ...]
    visit_note: tuple[str, ...]
    never_on_paper: tuple[str, ...]
    private_flags: tuple[str, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Flag]:
        """Flags by id."""
        return {flag.id: flag for flag in self.flags}

    def crisis_line(self, region: str) -> CrisisLine | None:
        """Return the line of a region; None: say the emergency number."""
        return next((line for line in self.crisis_lines if line.id == region), None)


def is_clean(screen: FlagScreen, answers: Mapping[str, str]) -> bool:
    """Return whether every sign of level 1 was asked for, and none is there.

    One that can be skipped needs no answer.
    """
    emergencies = [flag for flag in screen.flags if flag.level == EMERGENCY]
    return all(
        answers.get(flag.id) == "no" or (flag.skipped and flag.id not in answers)
        for flag in emergencies
    )


def raised(screen: FlagScreen, answers: Mapping[str, str]) -> tuple[Flag, ...]:
    """Return the flags that these answers ("yes", "no", "not_sure") raise, the gravest first.

    *Not sure* counts as yes at level 1.
    """
    found = [flag for flag in screen.flags if _raises(flag, answers.get(flag.id, ""))]
    return tuple(sorted(found, key=lambda flag: flag.level))


def _raises(flag: Flag, answer: str) -> bool:
    return answer == "yes" or (flag.level == EMERGENCY and answer == "not_sure")
