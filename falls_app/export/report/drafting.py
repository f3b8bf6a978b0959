"""Drafts the paragraphs of the report from what was found: clinical, and plain."""

from collections.abc import Iterator

from falls_app.days import long_day
from falls_app.domain.assessment import Decision
from falls_app.domain.checklist import Answer
from falls_app.domain.drafting import Draft, Paragraph, as_said
from falls_app.domain.fingerprint import mark
from falls_app.domain.plan import LOOK_AGAIN_DAYS
from falls_app.domain.ranking import Tier
from falls_app.domain.step import Step
from falls_app.domain.visit import Support
from falls_app.export.report.data import Item, ReportData
from falls_app.export.report.words import activity_names, sentences, support_names
from falls_app.i18n import _, content, ngettext
from falls_app.sizes import measured_words
from falls_app.words import habit_words, reasons, room_words, wording

SUMMARY, PLAN = "summary", "plan"
_MOST_NAMED, _MOST_GOOD = 5, 3


def said(data: ReportData, draft: Draft) -> Paragraph:
    """Return a draft as the report says it."""
    return as_said(draft, data.visit)


def all_drafts(data: ReportData) -> Iterator[Draft]:
    """Yield every paragraph that is drafted, in the order of the report."""
    yield summary(data)
    for item in data.items:
        yield from item_drafts(data, item)
    yield plan(data)


def item_drafts(data: ReportData, item: Item) -> tuple[Draft, ...]:
    """Return what is drafted about an item: evidence, why, recommendation."""
    return (evidence(data, item), why(data, item), advice(data, item))


# ------------------------------------------------------------------ an item


def evidence(data: ReportData, item: Item) -> Draft:
    """Return what was seen, measured and noted there."""
    step, finding = item.step, item.finding
    if finding is None or step.check is None:
        told = step.answer.said if step.answer else ""
        is_private = step.question is not None and step.question.private
        words = _("Told on the visit.") if is_private or not told else data.say(told)
        return Draft(
            f"{item.id}:seen",
            sentences(words),
            mark(step.key, step.answer.id if step.answer else ""),
        )
    parts = [data.say(step.check.answers.get(finding.answer, "")), finding.note]
    if finding.room is None and finding.where:
        parts.insert(0, _("Where: {rooms}").format(rooms=room_words(data.case.home, step)))
    parts += measured_words(step.check, finding.measures, data.region)
    if finding.near_miss:
        parts.append(_("A slip or a fall happened here"))
    return Draft(
        f"{item.id}:seen",
        sentences(*parts),
        mark(finding.answer, finding.note, finding.measures, finding.near_miss, finding.where),
    )


def why(data: ReportData, item: Item) -> Draft:
    """Return why it matters, for this person above all."""
    step = item.step
    is_private = step.question is not None and step.question.private
    parts = [] if is_private else [data.say(step.why)]
    if because := reasons(step.because):
        parts.append(data.about(_("For {name}: {reasons}"), reasons=because))
    if habits := habit_words(step, on_paper=True):
        parts.append(_("Everyday habits: {habits}").format(habits=habits))
    return Draft(f"{item.id}:why", sentences(*parts), mark(step.key, step.because))


def advice(data: ReportData, item: Item) -> Draft:
    """Return what is recommended, as it was decided."""
    step = item.step
    _title, do = wording(data.say, step)
    # The family plan and the work order say how; the report says what.
    parts = [do if step.is_own_way else data.say(step.short)]
    if step.until_then and not step.is_own_way:
        parts.append(_("Until then: {do}").format(do=data.say(step.until_then.short)))
    fix = step.check.fixes.index(step.fix) if step.check and step.fix else None
    return Draft(f"{item.id}:do", sentences(*parts), mark(step.key, fix, step.own_words))


# ------------------------------------------------------------------ the summary


def summary(data: ReportData) -> Draft:
    """Return the summary: who, how much was looked at, what comes first, what was decided."""
    parts = [*_looked_at(data), *_first(data), *_transfers(data), *_good(data), *_decided(data)]
    words = "\n".join(map(sentences, parts))
    numbers = [(each.place, each.answer) for each in data.score.places]
    first = [(step.key, step.decision) for step in data.steps]
    return Draft(SUMMARY, words, mark(numbers, first, data.visit.transfers))


def _looked_at(data: ReportData) -> Iterator[str]:
    person = data.case.person
    age = ngettext("{n} year old", "{n} years old", person.age) if person.age else ""
    who = ", ".join(part for part in (data.who or _("This person"), age) if part)
    walked = data.walk.date
    day = long_day(walked, data.region.locale) if walked else ""
    if day:
        yield _("{who}: home visit on {day}").format(who=who, day=day)
    answers = [each.answer for each in data.score.places]
    known = sum(answer is not None for answer in answers)
    counts = [
        ngettext("{n} is good as it is", "{n} are good as they are", answers.count(Answer.SAFE)),
        ngettext("{n} is to put right", "{n} are to put right", _open(answers)),
    ]
    if unsure := answers.count(Answer.NOT_SURE):
        counts.append(ngettext("{n} is to look at again", "{n} are to look at again", unsure))
    yield _("{n} of {all} checks were answered: {counts}").format(
        n=known, all=len(answers), counts=", ".join(counts)
    )


def _open(answers: list[Answer | None]) -> int:
    return sum(answer is not None and answer.is_open for answer in answers)


def _first(data: ReportData) -> Iterator[str]:
    steps = [step for step in data.steps if step.tier is Tier.NOW and step.is_active]
    topics = [_topic(step) for step in steps if step.check][:_MOST_NAMED]
    if topics:
        yield _("What comes first: {topics}").format(topics="; ".join(topics))


def _topic(step: Step) -> str:
    words = content(step.check.short if step.check else step.short)
    return words[:1].lower() + words[1:] if not words[:2].isupper() else words


def _transfers(data: ReportData) -> Iterator[str]:
    names = activity_names()
    helped: dict[Support, list[str]] = {}
    for each in data.visit.transfers:
        if each.support and each.support is not Support.NOT_DONE:
            name = names[each.what]
            helped.setdefault(each.support, []).append(name[:1].lower() + name[1:])
    if helped:
        words = "; ".join(
            _("{help}: {what}").format(help=name.lower(), what=", ".join(helped[support]))
            for support, name in support_names().items()
            if support in helped
        )
        yield _("Watched on the visit: {words}").format(words=words)


def _good(data: ReportData) -> Iterator[str]:
    good = [data.say(check.good) for check in data.good[:_MOST_GOOD] if check.good]
    if good:
        yield _("Good as it is: {good}").format(good="; ".join(good))


def _decided(data: ReportData) -> Iterator[str]:
    counts = {each: 0 for each in (None, *Decision)}
    for step in data.steps:
        if not step.is_done:
            counts[step.decision] += 1
    own = counts[Decision.OWN_WAY] + counts[Decision.TRY_FIRST]
    no = counts[Decision.NO] + counts[Decision.NOT_NEEDED]
    named = (
        (counts[Decision.AGREED], _("{n} agreed")),
        (own, _("{n} done {names} own way or tried first")),
        (counts[Decision.LATER], _("{n} put off")),
        (no, _("{n} declined")),
        (counts[None], _("{n} still to talk about")),
    )
    words = [data.about(each, n=str(count)) for count, each in named if count]
    done = sum(step.is_done for step in data.steps)
    if done:
        words.append(_("{n} done").format(n=done))
    if words:
        yield _("Steps: {words}").format(words=", ".join(words))


# ------------------------------------------------------------------ plan and review


def plan(data: ReportData) -> Draft:
    """Return what happens next, and when somebody looks again."""
    parts = []
    if data.walk.date:
        days = [
            long_day(data.plan.look_again_on(days), data.region.locale) for days in LOOK_AGAIN_DAYS
        ]
        parts.append(
            _("Look again on {first}, {second} and {third}").format(
                first=days[0], second=days[1], third=days[2]
            )
        )
        parts.append(_("Look again sooner after a fall, a hospital stay or a new medicine"))
    if people := list(dict.fromkeys(h.name for h in data.case.helpers if h.name)):
        parts.append(_("Who helps with the steps: {names}").format(names=", ".join(people)))
    return Draft(PLAN, sentences(*parts), mark(data.walk.date, data.case.helpers))
