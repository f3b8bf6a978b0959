"""Lost height of somebody whose broken bone in the back is known and followed up.

The loss still belongs before the doctor, who then knows why they come: so the sign stays up, and
what is asked is about the known break. Height lost since a recent reading may be a new break, and
is asked about like anybody's. Source: research, 3.3.
"""

from dataclasses import replace

from falls_app.domain.screening.bone_check import BoneQuestion, Choice
from falls_app.domain.screening.told import Told

BREAK, HEIGHT = "B02", "B03"
"""The short questions about a break in the back and about height."""


def is_followed_up(told: Told) -> bool:
    """Return whether a doctor follows up the break, and no height is gone since of late."""
    choice = told.short(BREAK) if BREAK in told.about.short.by_id else None
    if choice is None or choice.state != "ok" or choice.plain.get(BREAK) != "yes":
        return False
    height = told.height()
    return not (height and height.is_new)


def with_known_break(told: Told, question: BoneQuestion, choice: Choice) -> Choice:
    """Return the answer about lost height in the words for a known break; others as they are."""
    if question.id != HEIGHT or choice.state != "fix" or not is_followed_up(told):
        return choice
    known = told.about.height.known_break
    return replace(choice, text=known.text, ask=known.ask, step=known.step)
