"""The question before all others: what may be ticked together."""

from collections.abc import Sequence

NONE, NOT_SURE = "none", "not_sure"
"""Answers that stand alone: nothing changed, nobody is sure."""


def toggled(ticked: Sequence[str], option: str) -> tuple[str, ...]:
    """Return what is ticked once this option was pressed.

    *None* and *not sure* stand alone; any sign takes them away.
    """
    if option in ticked:
        return tuple(each for each in ticked if each != option)
    if option in (NONE, NOT_SURE):
        return (option,)
    return (*(each for each in ticked if each not in (NONE, NOT_SURE)), option)
