"""The plan of the report: who does what by when, and what was declined, with the reasons."""

from collections.abc import Iterator, Sequence

from falls_app.days import long_day, table_day_with_year
from falls_app.domain.assessment import Decision
from falls_app.domain.drafting import verdict_on
from falls_app.domain.step import Step
from falls_app.export.report import drafting
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import Heading, Para, Part, Table
from falls_app.export.report.words import verdict_words
from falls_app.export.words import by_words
from falls_app.i18n import _, ngettext
from falls_app.words import decision_names, price_words, quoted, room_words, who_words, wording


def plan(data: ReportData) -> Iterator[Part]:
    """Yield the plan with decisions, what was declined or put off, what is done, the review."""
    yield Heading(1, _("Plan and review"), breaks="soft")
    yield Para(drafting.said(data, drafting.plan(data)).words)
    waiting = [step for step in data.steps if step.is_active]
    if waiting:
        head = ("#", _("Step"), _("Who"), _("By"), _("Cost"), _("Decision"))
        rows = tuple(_row(data, step) for step in waiting)
        shares = (5, 38, 17, 9, 12, 19)
        yield Table(_("Plan and review"), head, rows, shares, (1,), dense=True)
    yield from _not_now(data)
    done = [step for step in data.steps if step.is_done]
    if done:
        yield Heading(2, _("Done already"))
        yield Table(_("Done already"), (_("Step"), _("Done on")), _done(data, done), (70, 30))
    if data.left_out:
        count = len(data.left_out)
        words = ngettext(
            "{n} drafted step was left out by the therapist: {what}.",
            "{n} drafted steps were left out by the therapist: {what}.",
            count,
        )
        names = "; ".join(data.say(step.short) for step in data.left_out)
        yield Para(words.replace("{what}", names), small=True)


def _row(data: ReportData, step: Step) -> tuple[str, ...]:
    title, do = wording(data.say, step)
    cost = "" if step.is_own_way else price_words(data.region, step.cost)
    decision = decision_names(data.about)[step.decision] if step.decision else _("Still open")
    return (
        str(data.number_of(step) or "–"),
        f"{title}\n{quoted(do)}" if step.is_own_way else title,
        who_words(data.case.person, data.region, step),
        by_words(data, step, narrow=True) or "–",
        cost or "–",
        ", ".join((decision, _verdict(data, step))),
    )


def _verdict(data: ReportData, step: Step) -> str:
    """Return how a drafted step stands, in small letters; one of the family is nobody's draft."""
    if step.own is not None:
        return _("own step")
    return verdict_words(verdict_on(data.visit, step)).lower()


def _not_now(data: ReportData) -> Iterator[Part]:
    """Yield the options that were declined or put off, each with the reason in own words."""
    kinds = (
        (_("Options declined"), (Decision.NO, Decision.NOT_NEEDED)),
        (_("Put off for later"), (Decision.LATER,)),
    )
    for title, decisions in kinds:
        steps = [step for step in data.steps if step.decision in decisions and not step.is_done]
        if steps:
            yield Heading(2, title)
            head = ("#", _("Option"), _("Reason, in own words"), _("Said on"))
            rows = tuple(_declined(data, step) for step in steps)
            yield Table(title, head, rows, (6, 38, 38, 18), (1,))


def _declined(data: ReportData, step: Step) -> tuple[str, ...]:
    choice = step.choice
    day = table_day_with_year(choice.decided_on, data.region.locale) if choice else ""
    return (
        str(data.number_of(step) or "–"),
        f"{data.say(step.short)}\n{room_words(data.case.home, step)}",
        quoted(choice.words) if choice and choice.words else _("No reason given"),
        day or "–",
    )


def _done(data: ReportData, steps: Sequence[Step]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{data.say(step.short)}\n{room_words(data.case.home, step)}",
            long_day(step.choice.done, data.region.locale) if step.choice else "–",
        )
        for step in steps
    )
