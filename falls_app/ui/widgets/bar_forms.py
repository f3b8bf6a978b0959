"""What the bar on top shows at which width."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """What the bar shows at some width. ``title``: pixels at 100 % text for the home's name.

    ``saved`` is "long", "short" or "sign"; ``wordy`` puts words on buttons or all steps. Where the
    bar is the head of a page, ``title`` is for the place; 0 leaves only the number of the check.
    """

    title: int = 0
    saved: str = "sign"
    logo: bool = True
    wordy: bool = True
    tabs: bool = True
    undo: bool = True
    redo: bool = True
    find: bool = True
    look: bool = True


INSIDE = (
    Form(title=260, saved="long"),
    Form(title=260, saved="short"),
    Form(title=160, saved="short"),
    Form(saved="short"),
    Form(saved="short", logo=False),
    Form(saved="short", logo=False, wordy=False),
    Form(logo=False, wordy=False),
    Form(title=260, saved="short", wordy=False, tabs=False),
    Form(saved="short", logo=False, wordy=False, tabs=False),
    Form(logo=False, wordy=False, tabs=False),
    Form(logo=False, wordy=False, tabs=False, redo=False),
    Form(logo=False, wordy=False, tabs=False, redo=False, find=False),
    Form(logo=False, wordy=False, tabs=False, redo=False, find=False, undo=False),
    Form(
        logo=False, wordy=False, tabs=False, redo=False, find=False, undo=False, look=False
    ),
)  # fmt: skip
"""The forms of the bar over an open home, the fullest first: the first that fits is shown.

What is left out stands in the menu "More", which is always there.
"""

OUTSIDE = (
    Form(title=260, saved="long"),
    Form(title=260, saved="short"),
    Form(title=260),
    Form(title=260, saved="short", wordy=False),
    Form(title=260, wordy=False),
    Form(wordy=False),
    Form(wordy=False, logo=False),
    Form(wordy=False, logo=False, redo=False, find=False),
    Form(wordy=False, logo=False, redo=False, find=False, undo=False),
    Form(wordy=False, logo=False, redo=False, find=False, undo=False, look=False),
)
"""The forms elsewhere; ``title`` stands for our name."""

HEAD = (
    Form(title=420, saved="short"),
    Form(title=300, saved="short"),
    Form(title=300),
    Form(title=180),
    Form(title=180, look=False),
    Form(title=120, look=False, wordy=False),
    Form(look=False, wordy=False),
)
"""The forms of a bar that is the head of its page: map, place, plan."""
