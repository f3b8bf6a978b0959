"""What is said about a step on a paper: what was seen, why, what to do, who, what goes with it."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Finding
from falls_app.domain.overview import WHOLE
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.drawing.shapes import State
from falls_app.export.paper import PaperData
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.look import (
    heading,
    labelled,
    labelled_parts,
    signed,
    state_words,
    tick_item,
    words,
)
from falls_app.export.words import by_words
from falls_app.i18n import _, content
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
)


def card_title(tier: Tier, title: str) -> Flowable:
    """Return the title of a step with the sign of how urgent it is."""
    state: State = "fix" if tier is Tier.NOW else "some"
    return signed(state, heading(3, title, "card"), alt=state_words(state), size=19)


def what_was_seen(data: PaperData, step: Step, finding: Finding) -> list[Flowable]:
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


def to_do(data: PaperData, step: Step, do: str) -> list[Flowable]:
    """Return the box to tick, under what was decided, in whose words, and who is asked first."""
    items = [tick_item(do)]
    if owner := owner_words(step):
        items.insert(0, tick_item(owner))
    return [*what_was_decided(data, step), list_of(items)]


def what_was_decided(data: PaperData, step: Step) -> list[Flowable]:
    """Return the person's decision with its day, and their words; nothing while there is none."""
    decided = decided_words(data.about, step.choice, data.region.locale)
    if not decided:
        return []
    said = step.choice.words if step.choice and not step.own_words else ""
    return [labelled(f"{decided}:" if said or step.is_own_way else f"{decided}.", quoted(said))]


def around(data: PaperData, step: Step) -> Iterator[Flowable]:
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


def who_line(data: PaperData, step: Step) -> Paragraph:
    """Return who does it, by when and for how much."""
    own = step.is_own_way
    price = "" if own else price_words(data.region, step.cost)
    parts = (who_words(data.case.person, data.region, step), by_words(data, step), price)
    return words(" · ".join(part for part in parts if part), "who")


def also_here(data: PaperData, place: str) -> list[Flowable]:
    """Return a line for things of the whole house that were seen in this room."""
    steps = data.pinned_to(place)
    if not steps:
        return []
    topics = " · ".join(content(step.check.short) for step in steps if step.check)
    text = _("{topics}. See “{place}”.").format(topics=topics, place=data.place_name(WHOLE))
    worst = min(data.tiers.get((step.key, None), step.tier).place for step in steps)
    return [signed("some" if worst else "fix", labelled(_("Also here:"), text))]
