"""What was found, room by room: evidence, why for this person, recommendation, decision."""

from collections.abc import Iterator

from falls_app.domain.drafting import verdict_on
from falls_app.domain.ranking import Tier
from falls_app.export.report import drafting
from falls_app.export.report.data import Item, ReportData
from falls_app.export.report.parts import Heading, Para, Part, Sign, Table
from falls_app.export.report.words import said_words, verdict_words
from falls_app.export.words import by_words
from falls_app.i18n import _
from falls_app.words import owner_words, who_words

_SHARES = (34.0, 22.0, 24.0, 20.0)


def findings(data: ReportData) -> Iterator[Part]:
    """Yield the findings, a table for each place."""
    if not data.items:
        return
    yield Heading(1, _("Findings by room"), breaks="soft")
    yield Para(
        _("A diamond comes first, a square soon or later. The order is by what is to do."),
        small=True,
    )
    head = (
        _("Finding and evidence"),
        data.about(_("Why it matters for {name}")),
        _("Recommendation"),
        _("Decision"),
    )
    for place, items in data.items_by_place.items():
        name = data.place_name(place)
        yield Heading(2, name)
        yield Table(
            name,
            head,
            tuple(_row(data, item) for item in items),
            _SHARES,
            (0, 3),
            tuple(_sign(data, item) for item in items),
        )


def _row(data: ReportData, item: Item) -> tuple[str, ...]:
    step = item.step
    seen, why, do = (drafting.said(data, draft).words for draft in drafting.item_drafts(data, item))
    topic = data.say(step.check.short if step.check else step.short)
    first = [topic, seen, photo_words(data, item)]
    if item.first is not None:
        again = _("As in number {n}.").format(n=item.first)
        why, do = again, again
    return ("\n".join(part for part in first if part), why, do, _decision(data, item))


def photo_words(data: ReportData, item: Item) -> str:
    """Return which photos show an item: "Photos 4, 5"; "" for none."""
    numbers = data.photos_at(item.finding)
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers))
    return (_("Photo {n}") if len(numbers) == 1 else _("Photos {n}")).format(n=listed)


def _decision(data: ReportData, item: Item) -> str:
    step = item.step
    said = said_words(data.about, step) or _("Still open")
    if item.first is not None:
        return said
    lines = [said]
    if not step.is_declined:
        who = who_words(data.case.person, data.region, step)
        by = by_words(data, step, narrow=True)
        lines.append(", ".join(part for part in (who, by) if part))
    lines += [owner_words(step), verdict_words(verdict_on(data.visit, step))]
    return "\n".join(line for line in lines if line)


def _sign(data: ReportData, item: Item) -> Sign:
    if data.tier_of(item) is Tier.NOW:
        return Sign(item.number, "fix", _("{n}, comes first").format(n=item.number))
    return Sign(item.number, "some", str(item.number))
