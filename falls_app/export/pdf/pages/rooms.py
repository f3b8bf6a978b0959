"""Room by room: a card for each thing to fix, and what is already good there."""

from collections.abc import Callable

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Finding
from falls_app.domain.overview import BONES
from falls_app.domain.step import Step
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.layout import PageBreak, Row, Stack
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.fridge import picture_of
from falls_app.export.pdf.pages.look import (
    bullet_item,
    heading,
    labelled,
    signed,
    theme,
    words,
)
from falls_app.export.pdf.pages.photos import done_at, own_done, photos_of
from falls_app.export.pdf.pages.step_text import (
    also_here,
    around,
    card_title,
    to_do,
    what_was_seen,
    who_line,
)
from falls_app.i18n import _, ngettext
from falls_app.words import wording

_PICTURE = 96.0
_MOST_EMPTY = 220.0
"""A card is moved on whole unless that leaves more than so many points of a page empty."""

_LEAST = 64.0
"""What is cut off a card has at least so many points: no line stands alone."""

Cards = Callable[[PaperData, str], list[Flowable]]
"""Tells what is to do at one place, each thing as a block."""


def rooms(data: PaperData) -> list[Flowable]:
    """Return the blocks of all places at which something is open or done, the worst first."""
    return room_by_room(data, _cards)


def room_by_room(data: PaperData, cards: Cards) -> list[Flowable]:
    """Return a section for each place at which something is open, told with these cards."""
    sections = [section for each in data.worst_first if (section := _section(data, each.id, cards))]
    if own := own_done(data):
        sections.append([heading(2, _("Steps of your own"), "section"), *own])
    if not sections:
        return []
    count = sum(len(data.found_at(each.id)) for each in data.worst_first)
    count += sum(step.question is not None for step in data.plan.open_steps)
    lead = ngettext("{n} thing to look after. Tick as you go.",
                    "{n} things to look after. Tick as you go.", count)  # fmt: skip
    story: list[Flowable] = [
        PageBreak(),
        heading(1, _("Room by room"), "page"),
        *([words(lead, "lead")] if count else []),
    ]
    for section in sections:
        story += section
    return story


def _section(data: PaperData, place: str, cards_of: Cards) -> list[Flowable]:
    cards = cards_of(data, place)
    pinned = also_here(data, place)
    done = done_at(data, place)
    if not (cards or pinned or done):
        return []
    title = heading(2, data.place_name(place), "section")
    closing = list(pinned)
    if good := data.good_at(place):
        closing.append(signed("ok", labelled(_("Already good here:"), " · ".join(good))))
    if cards and closing:
        # What closes a room does not stand alone on the next page.
        cards[-1] = Stack(
            [cards[-1], *closing],
            whole_below=float("inf"),
            most_empty=_MOST_EMPTY,
        )
        closing = []
    return [title, *cards, *closing, *done]


# ---------------------------------------------------------------------- the home


def _cards(data: PaperData, place: str) -> list[Flowable]:
    if place == BONES:
        return _bone_cards(data)
    return [_card(data, step, finding) for step, finding in data.found_at(place)]


def _card(data: PaperData, step: Step, finding: Finding) -> Card:
    tier = data.tiers.get(finding.place, step.tier)
    title, do = wording(data.say, step)
    beside = [card_title(tier, title), *what_was_seen(data, step, finding)]
    photos = photos_of(data, finding)
    left = photos.pop(0) if photos else picture_of(step, _PICTURE)
    top = Row([[left], beside], [left.width, None], gap=12, whole_below=300)
    top.spaceAfter = 4
    more = [Row([[each] for each in photos], [each.width for each in photos], gap=10)]
    return _framed(
        [top, *(more if photos else ()), *to_do(data, step, do), *around(data, step),
         who_line(data, step)],
        title,
    )  # fmt: skip


def _framed(blocks: list[Flowable], name: str) -> Card:
    look = CardLook(border=theme()["line"], border_width=1.2, radius=12, padding=9)
    return Card(
        blocks,
        look,
        whole_below=float("inf"),
        most_empty=_MOST_EMPTY,
        least=_LEAST,
        space_after=8,
        name=name,
    )


def _bone_cards(data: PaperData) -> list[Flowable]:
    steps = [step for step in data.plan.open_steps if step.question]
    cards: list[Flowable] = [_bone_card(data, step) for step in steps]
    if questions := doctor_questions(data):
        cards.append(_framed(questions, _("Questions for the doctor")))
    return cards


def doctor_questions(data: PaperData) -> list[Flowable]:
    """Return what to ask the doctor as a list under its title; nothing if there is nothing."""
    items = [bullet_item(each) for each in data.doctor_questions()]
    if not items:
        return []
    return [heading(3, _("Questions for the doctor"), "card"), list_of(items)]


def _bone_card(data: PaperData, step: Step) -> Card:
    title, do = wording(data.say, step)
    blocks: list[Flowable] = [card_title(step.tier, title)]
    blocks += why_of_bones(data, step)
    blocks += [*to_do(data, step, do), *around(data, step), who_line(data, step)]
    return _framed(blocks, title)


def why_of_bones(data: PaperData, step: Step) -> list[Flowable]:
    """Return why a step of bones and balance helps; nothing if that is private."""
    is_private = step.question is not None and step.question.private
    return [] if is_private or step.is_own_way else [words(data.say(step.why))]
