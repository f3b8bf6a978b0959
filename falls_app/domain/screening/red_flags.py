"""The question before all others, and what a yes leads to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TwoDayOption:
    """One thing that may have changed. ``sign`` is for the doctor; family papers never show it.

    ``flags`` are the level-1 red flags of the research list that it stands for.
    """

    id: str
    words: str
    sign: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmergencyPage:
    """The page that stops the walk. ``{emergency}`` stands for the region's number."""

    above: str
    title: str
    lead: str
    now_title: str
    now: tuple[str, ...]
    go_title: str
    go: tuple[str, ...]
    not_sure: str
    note_prompt: str
    button: str
    clean: str


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The two-day question, the page it opens, and the texts that papers repeat.

    ``action`` leads page one of every paper until somebody notes what was done;
    ``if_you_fall`` is the one emergency text on every paper. ``level_one`` maps the id of each
    level-1 flag to its sign; those in ``never_on_paper`` lead to kind words only.
    """

    question: str
    why: str
    options: tuple[TwoDayOption, ...]
    none_words: str
    not_sure_words: str
    page: EmergencyPage
    action: str
    action_private: str
    if_you_fall: str
    if_you_fall_calm: str
    level_one: Mapping[str, str]
    never_on_paper: tuple[str, ...] = ()
