"""The family plan in large print: one column, a layout of its own, every word of the other."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Finding
from falls_app.domain.overview import BONES
from falls_app.domain.step import Step
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.layout import KeepTogether, PageBreak
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.fridge import after_a_fall, picture_of
from falls_app.export.pdf.pages.house import large_house, room_lines
from falls_app.export.pdf.pages.look import (
    LARGE_BOX,
    bullet_item,
    heading,
    red_box,
    words,
)
from falls_app.export.pdf.pages.photos import LARGE_PRINT, photos_of
from falls_app.export.pdf.pages.rooms import doctor_questions, room_by_room, why_of_bones
from falls_app.export.pdf.pages.step_text import (
    around,
    card_title,
    to_do,
    what_was_seen,
    who_line,
)
from falls_app.export.pdf.pages.summary import (
    counts,
    fall_banner,
    for_today,
    good_words,
    look_first,
    main_words,
    score_in_words,
)
from falls_app.export.pdf.pages.who import end, groups, relation_of, where_when_cost
from falls_app.export.words import by_words, line_words
from falls_app.i18n import _, ngettext
from falls_app.words import asked_words, role_words, wording

_PICTURE = 225.0


def large_family(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return the whole plan as blocks."""
    return [
        *_front(data, setup),
        *_start(data),
        PageBreak(least=0.5),
        *after_a_fall(data),
        *room_by_room(data, _cards),
        *_who(data),
    ]


# ------------------------------------------------------------------ the first pages


def _front(data: PaperData, setup: PageSetup) -> list[Flowable]:
    """Return whose plan it is, how the home stands, and what is good as it is."""
    blocks = [*red_box(data), heading(1, data.title, "title"), *main_words(data), *for_today(data)]
    blocks.append(large_house(data, setup))
    if good := good_words(data):
        items = [bullet_item(each[:1].upper() + each[1:]) for each in good]
        blocks += [heading(2, _("Already good"), "section"), list_of(items)]
    blocks += [heading(2, _("The rooms"), "section"), list_of(room_lines(data))]
    return [
        *blocks,
        *score_in_words(data),
        *look_first(data),
        *_counted(data),
        *fall_banner(data, 1),
    ]


def _counted(data: PaperData) -> list[Flowable]:
    if not data.plan.open_steps:
        return []
    return [list_of([bullet_item(f"{n} {what}. {how}.") for n, what, how in counts(data)])]


def _start(data: PaperData) -> list[Flowable]:
    """Return the first steps with a box for each, who does it and by when."""
    first = data.plan.first
    if not first:
        return [words(_("There is nothing to start with right now."), "lead")]
    lead = words(_("Tick each one when it is done. Start anywhere."), "lead")
    items = [_start_item(data, step) for step in first]
    return [PageBreak(least=0.5), heading(1, _("Start with these"), "page"), lead, list_of(items)]


def _start_item(data: PaperData, step: Step) -> ListItem:
    title, do = wording(data.say, step)
    if step.question:  # its neutral name only: everybody reads this page
        title = data.say(step.short)
    elif step.is_own_way:
        title = do
    who = role_words(data.case.person, data.region, step.who)
    parts = (who, asked_words(data.region, step), by_words(data, step))
    return _boxed(title, " · ".join(part for part in parts if part))


# ------------------------------------------------------------------ room by room


def _cards(data: PaperData, place: str) -> list[Flowable]:
    if place == BONES:
        return _bone_cards(data)
    return [block for pair in data.found_at(place) for block in _card(data, *pair)]


def _card(data: PaperData, step: Step, finding: Finding) -> list[Flowable]:
    """Return a step as blocks below each other: title, picture and box, then the words."""
    tier = data.tiers.get(finding.place, step.tier)
    title, do = wording(data.say, step)
    photos = photos_of(data, finding, LARGE_PRINT)
    picture = photos.pop(0) if photos else picture_of(step, _PICTURE)
    to_tick = [*to_do(data, step, do), who_line(data, step)]
    top = KeepTogether([card_title(tier, title), picture, *to_tick])
    return [top, *photos, *what_was_seen(data, step, finding), *around(data, step)]


def _bone_cards(data: PaperData) -> list[Flowable]:
    blocks: list[Flowable] = []
    for step in data.plan.open_steps:
        if step.question:
            title, do = wording(data.say, step)
            to_tick = [*to_do(data, step, do), who_line(data, step)]
            blocks.append(KeepTogether([card_title(step.tier, title), *to_tick]))
            blocks += [*why_of_bones(data, step), *around(data, step)]
    return [*blocks, *doctor_questions(data)]


# ------------------------------------------------------------------ who does what


def _who(data: PaperData) -> list[Flowable]:
    listed = [step for step in data.plan.steps if not step.is_declined]
    story: list[Flowable] = [PageBreak(least=0.4), heading(1, _("Who does what"), "page")]
    if not listed:
        story.append(words(_("No steps are open."), "lead"))
    else:
        text = ngettext("{n} step", "{n} steps", len(listed))
        story.append(words(f"{text}.", "lead"))
    for name, steps in groups(data, listed):
        story += _group(data, name, steps)
    return [*story, *end(data)]


def _group(data: PaperData, name: str, steps: Sequence[Step]) -> list[Flowable]:
    relation = relation_of(data, name)
    title = f"{name}, {relation}" if relation else name
    return [heading(2, title, "section"), list_of([_line(data, step) for step in steps])]


def _line(data: PaperData, step: Step) -> ListItem:
    parts = (asked_words(data.region, step), *where_when_cost(data, step))
    about = " · ".join(part for part in parts if part)
    return _boxed(line_words(data, step), about, done=step.is_done)


def _boxed(title: str, about: str, *, done: bool = False) -> ListItem:
    return ListItem(
        [words(title, "do"), words(about)],
        marker="tick" if done else "box",
        spoken=_("Done:") if done else _("To do:"),
        size=LARGE_BOX,
        indent=LARGE_BOX + 12,
        space_after=6,
    )
