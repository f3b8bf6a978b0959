"""Room by room: a card for each thing to fix, and what is already good there."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Finding
from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.drawing.shapes import State
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.layout import PageBreak, Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.fridge import picture_of
from falls_app.export.pdf.pages.look import (
    heading,
    labelled,
    labelled_parts,
    signed,
    state_words,
    theme,
    tick_item,
    words,
)
from falls_app.export.pdf.pages.photos import photos_of
from falls_app.export.words import by_words
from falls_app.i18n import _, content, ngettext
from falls_app.sizes import measured_words, size_words
from falls_app.words import (
    decided_words,
    habit_words,
    owner_words,
    price_words,
    quoted,
    reasons,
    room_words,
    who_words,
    wording,
)

_PICTURE = 96.0
_MOST_EMPTY = 100.0
"""A card is moved on whole unless that leaves more than so many points of a page empty."""

_LEAST = 64.0
"""What is cut off a card has at least so many points: no line stands alone."""


def rooms(data: PaperData) -> list[Flowable]:
    """Return the blocks of all places at which something is open, the worst first."""
    sections = [section for each in data.worst_first if (section := _section(data, each.id))]
    if not sections:
        return []
    count = sum(len(data.found_at(each.id)) for each in data.worst_first)
    count += sum(step.question is not None for step in data.plan.open_steps)
    lead = ngettext("{n} thing to look after. Tick as you go.",
                    "{n} things to look after. Tick as you go.", count)  # fmt: skip
    story: list[Flowable] = [
        PageBreak(),
        heading(1, _("Room by room"), "page"),
        words(lead, "lead"),
    ]
    for section in sections:
        story += section
    return story


def _section(data: PaperData, place: str) -> list[Flowable]:
    cards = _bone_cards(data) if place == BONES else _home_cards(data, place)
    pinned = _pinned(data, place)
    if not cards and not pinned:
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
    return [title, *cards, *closing]


# ---------------------------------------------------------------------- the home


def _home_cards(data: PaperData, place: str) -> list[Flowable]:
    return [_card(data, step, finding) for step, finding in data.found_at(place)]


def _card(data: PaperData, step: Step, finding: Finding) -> Card:
    tier = data.tiers.get(finding.place, step.tier)
    title, do = wording(data.say, step)
    beside = [_title(tier, title), *_seen(data, step, finding)]
    photos = photos_of(data, finding)
    left = photos.pop(0) if photos else picture_of(step, _PICTURE)
    top = Row([[left], beside], [left.width, None], gap=12, whole_below=300)
    top.spaceAfter = 4
    more = [Row([[each] for each in photos], [each.width for each in photos], gap=10)]
    return _framed(
        [top, *(more if photos else ()), *_to_do(data, step, do), *_around(data, step),
         _who_line(data, step)]
    )  # fmt: skip


def _framed(blocks: list[Flowable]) -> Card:
    look = CardLook(border=theme()["line"], border_width=1.2, radius=12, padding=9)
    return Card(
        blocks,
        look,
        whole_below=float("inf"),
        most_empty=_MOST_EMPTY,
        least=_LEAST,
        space_after=8,
    )


def _title(tier: Tier, title: str) -> Flowable:
    state: State = "fix" if tier is Tier.NOW else "some"
    return signed(state, heading(3, title, "card"), alt=state_words(state), size=19)


def _seen(data: PaperData, step: Step, finding: Finding) -> list[Flowable]:
    """Return what was seen and why it matters: the words beside the picture."""
    blocks: list[Flowable] = []
    seen = data.say(step.check.answers.get(finding.answer, "")) if step.check else ""
    rooms = room_words(data.case.home, step) if finding.room is None and finding.where else ""
    if rooms:
        blocks.append(labelled(_("Where:"), rooms))
    if text := _sentences(seen, finding.note):
        blocks.append(labelled(_("We saw:"), text))
    if step.check and (sizes := measured_words(step.check, finding.measures, data.region)):
        blocks.append(labelled(_("We measured:"), ". ".join(sizes) + "."))
    if finding.near_miss:
        blocks.append(words(_("A slip or a fall happened here. It is good to know that.")))
    why = data.say(step.why)
    if because := reasons(step.because):
        why += " " + _("Moved up because of: {reasons}.").format(reasons=because)
    if habits := habit_words(step, on_paper=True):
        why += " " + _("Everyday habits that speak for it: {habits}.").format(habits=habits)
    blocks.append(labelled(_("Why it helps:"), why))
    return blocks


def _sentences(*parts: str) -> str:
    """Return the parts as sentences, each with its full stop."""
    given = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in given)


def _to_do(data: PaperData, step: Step, do: str) -> list[Flowable]:
    """Return the box to tick, under what was decided, in whose words, and who is asked first."""
    items = [tick_item(do)]
    if owner := owner_words(step):
        items.insert(0, tick_item(owner))
    box = list_of(items)
    decided = decided_words(data.about, step.choice, data.region.locale)
    if not decided:
        return [box]
    said = step.choice.words if step.choice and not step.own_words else ""
    return [labelled(f"{decided}:" if said or step.is_own_way else f"{decided}.",
                     quoted(said)), box]  # fmt: skip


def _around(data: PaperData, step: Step) -> Iterator[Flowable]:
    """Yield what goes with the step: stop-gap, proof and sizes, what never to do."""
    proof = []
    if not step.is_own_way:
        if step.until_then:
            yield labelled(_("Until then:"), data.say(step.until_then.do))
        if step.done_when:
            proof.append((_("It is done when:"), data.say(step.done_when)))
    if step.check and (sizes := size_words(step.check, data.region)):
        proof.append((_("Sizes:"), ". ".join(sizes) + "."))
    if proof:
        yield labelled_parts(proof)
    if step.check and step.check.never:
        yield labelled(_("Take care:"), " ".join(map(data.say, step.check.never)))


def _who_line(data: PaperData, step: Step) -> Paragraph:
    own = step.is_own_way
    price = "" if own else price_words(data.region, step.cost)
    parts = (who_words(data.case.person, data.region, step), by_words(data, step), price)
    return words(" · ".join(part for part in parts if part), "who")


def _pinned(data: PaperData, place: str) -> list[Flowable]:
    """Return a line for things of the whole house that were seen in this room."""
    steps = data.pinned_to(place)
    if not steps:
        return []
    topics = " · ".join(content(step.check.short) for step in steps if step.check)
    text = _("{topics}. See “{place}”.").format(topics=topics, place=data.place_name(WHOLE))
    worst = min(data.tiers.get((step.key, None), step.tier).place for step in steps)
    return [signed("some" if worst else "fix", labelled(_("Also here:"), text))]


# ---------------------------------------------------------------------- bones and balance


def _bone_cards(data: PaperData) -> list[Flowable]:
    steps = [step for step in data.plan.open_steps if step.question]
    cards: list[Flowable] = [_bone_card(data, step) for step in steps]
    questions = data.doctor_questions()
    if questions:
        items = [ListItem([words(each)], spoken="•", size=12, indent=16) for each in questions]
        title = heading(3, _("Questions for the doctor"), "card")
        cards.append(_framed([title, list_of(items)]))
    return cards


def _bone_card(data: PaperData, step: Step) -> Card:
    title, do = wording(data.say, step)
    blocks: list[Flowable] = [_title(step.tier, title)]
    is_private = step.question is not None and step.question.private
    if not is_private and not step.is_own_way:
        blocks.append(words(data.say(step.why)))
    return _framed([*blocks, *_to_do(data, step, do), *_around(data, step), _who_line(data, step)])
