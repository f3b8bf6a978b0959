"""The question before all others, and what a yes leads to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from falls_app.domain.bones import Bones


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
    """The page that stops the walk. ``{emergency}`` stands for the region's number.

    ``lead`` follows from the two-day question, ``lead_sign`` from the red-flag screen.
    """

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
    lead_sign: str = ""


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The two-day question, the page it opens, and the texts that papers repeat.

    ``action`` leads page one of every paper until somebody notes what was done;
    ``if_you_fall`` is the one emergency text on every paper. ``level_one`` maps the id of each
    level-1 flag to its sign; those in ``never_on_paper`` lead to kind words only. A helper may
    not know of ``private_flags``: nothing says then that somebody else knows why.
    ``not_sure_sign`` tells the doctor that nobody was sure about the two days.
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
    private_flags: tuple[str, ...] = ()
    not_sure_sign: str = ""


def open_flags(bones: Bones, flags: RedFlags, *, on_paper: bool = False) -> frozenset[str]:
    """Return the level-1 flags that call for help today and of which no help is noted yet.

    What was ticked in the two-day question stands for its flags, *not sure* for "not_sure".
    ``on_paper`` leaves out those that no paper shows.
    """
    found: set[str] = set()
    days = bones.two_days
    if days.needs_help and not days.noted:
        ticked = [each for each in flags.options if each.id in days.ticked]
        found |= {flag for option in ticked for flag in option.flags} or {"not_sure"}
    if not bones.help_noted:
        found |= _answered_flags(bones, flags) - set(flags.never_on_paper if on_paper else ())
    return frozenset(found)


def helper_may_know(found: Collection[str], flags: RedFlags) -> bool:
    """Return whether it can be said that a helper knows why: none of these flags is private."""
    return set(found).isdisjoint((*flags.private_flags, *flags.never_on_paper))


def help_noted(bones: Bones, flags: RedFlags, words: str, today: str) -> Bones:
    """Return the answers with a note of what was done, on this day (ISO)."""
    days = replace(bones.two_days, noted=words, noted_on=today)
    if not _answered_flags(bones, flags):
        return replace(bones, two_days=days)
    return replace(bones, two_days=days, help_noted=words)


def flag_answered(bones: Bones, flags: RedFlags, flag: str, answer: str) -> Bones:
    """Return the answers with this one ("yes", "no", "not_sure") to the red-flag screen.

    A sign of level 1 that was not there before asks for a note of its own: what was noted about
    others does not answer it. A short question about bones that asks the same is answered by it.
    """
    items = {question: choice for question, choice in bones.items.items() if question != flag}
    after = replace(bones, flags={**bones.flags, flag: answer}, items=items)
    if _answered_flags(after, flags) - _answered_flags(bones, flags):
        return replace(after, help_noted="")
    return after


def ticked_signs(bones: Bones, flags: RedFlags, in_diary: Collection[str] = ()) -> tuple[str, ...]:
    """Return the signs that call for help now, each once, without those that are private."""
    found = open_flags(bones, flags)
    hidden = {*flags.private_flags, *flags.never_on_paper}
    days = bones.two_days
    ticked = () if days.noted else tuple(each for each in flags.options if each.id in days.ticked)
    signs = [each.sign for each in ticked if hidden.isdisjoint(each.flags)]
    told = {*in_diary, *(_answered_flags(bones, flags) & found)} - hidden
    return (*signs, *(sign for flag, sign in flags.level_one.items() if flag in told))


def _answered_flags(bones: Bones, flags: RedFlags) -> set[str]:
    return {flag for flag in flags.level_one if bones.flags.get(flag) in ("yes", "not_sure")}
