"""Words that only windows say: columns, what the results mean, what holds them, days near today."""

from collections.abc import Iterable

from falls_app.content.sources import Source
from falls_app.days import near_day
from falls_app.domain.asking import Asked
from falls_app.domain.assessment import Case
from falls_app.domain.checklist import HELP_AREA, Check, Fix
from falls_app.domain.scoring import Band, HelpReadiness, Score
from falls_app.domain.step import Column
from falls_app.drawing.shapes import State
from falls_app.i18n import _, content, ngettext
from falls_app.reason_words import BETWEEN, lowered, named_checks
from falls_app.ui.session import Session
from falls_app.words import band_words, price_words, time_words

COLUMN_TOKENS = {Column.TODAY: "primary", Column.MONTH: "some", Column.HELP: "unsure"}
"""The color of a column's tag."""

BAND_STATES: dict[Band, State] = {Band.A: "ok", Band.B: "some", Band.C: "some", Band.D: "fix"}
"""The shape and color of each band."""

MOST_HOLDING = 3
"""Checks named below the dial; the rest are counted, and the reasons name more."""


def day_of(session: Session, iso: str) -> str:
    """Return a day as the open home's region writes it."""
    return near_day(iso, session.region.locale, session.today)


def photo_counts(case: Case) -> list[str]:
    """Return how many photos a home has, those of paper pages apart; nothing for none."""
    pages = len(case.page_photos)
    others = len(case.photos) - pages
    return [
        *([ngettext("{n} photo", "{n} photos", others)] if others else []),
        *([_pages_words(pages)] if pages else []),
    ]


def _pages_words(count: int) -> str:
    return ngettext("{n} photo of a paper page", "{n} photos of paper pages", count)


def column_words(column: Column) -> str:
    """Return how a column is called on a tag."""
    return {
        Column.TODAY: _("Today"),
        Column.MONTH: _("This month"),
        Column.HELP: _("Get help"),
    }[column]


def fix_facts(session: Session, fix: Fix) -> str:
    """Return time and price of a fix in a few words."""
    return f"{time_words(fix.minutes)}, {price_words(session.region, fix.cost).lower()}"


def band_in_title(band: Band) -> str:
    """Return a band as it follows "Rosa’s home: "."""
    return {
        Band.A: _("steady for now"),
        Band.B: _("mostly steady"),
        Band.C: _("some rooms need care"),
        Band.D: _("big fixes first"),
    }[band]


def band_sentence(band: Band) -> str:
    """Return what a band means; "{step}" in it stands for the first step."""
    return {
        Band.A: _(
            "This home is in good shape. "
            "Look again in six months, or after a fall or a new medicine."
        ),
        Band.B: _("Most of the home is good as it is. A few fixes would help the most."),
        Band.C: _("Start with the top five. Each one you do makes the home steadier."),
        Band.D: _("A few big fixes come first. Here is the first one: **{step}**."),
    }[band]


def home_words(session: Session) -> str:
    """Return whose home it is: "Rosa’s home", "Your home"."""
    person = session.case.person
    if person.say != "you" and not person.name:
        return _("This home")
    return session.about(_("{Names} home"))


def looked_at_words(score: Score) -> str:
    """Return how much was looked at: "12 of 31 looked at"."""
    done = sum(each.is_known for each in score.places)
    return _("{done} of {total} looked at").format(done=done, total=len(score.places))


def held_words(session: Session, score: Score) -> str:
    """Return the first open checks that hold the band where it is; "" if none do."""
    if score.band is None or not score.held_by:
        return ""
    by_id = session.view.checklist.by_id
    held = (by_id[check] for check in score.held_by)
    return _("Held at “{band}”. Still open: {checks}").format(
        band=band_words(score.band), checks=named_checks(session.view, held, MOST_HOLDING)
    )


def good_words(checks: Iterable[Check]) -> str:
    """Return what is already good, as one line."""
    return _("Already good: {things}").format(
        things=BETWEEN.join(content(check.good) for check in checks)
    )


def readiness_words(readiness: HelpReadiness) -> tuple[str, State]:
    """Return how ready the home is for getting help, and its shape."""
    known: dict[HelpReadiness, tuple[str, State]] = {
        HelpReadiness.NOT_LOOKED_AT: (_("Not looked at yet"), "none"),
        HelpReadiness.NOT_READY: (_("Not ready"), "fix"),
        HelpReadiness.NEARLY_READY: (_("Nearly ready"), "some"),
        HelpReadiness.READY: (_("Ready"), "ok"),
    }
    return known[readiness]


def readiness_reason(score: Score) -> str:
    """Return what stands between this home and being ready for help."""
    here = [each for each in score.places if each.check.area == HELP_AREA and not each.is_dropped]
    still_open = [each for each in here if each.is_open]
    unknown = [each for each in here if not each.is_known]
    lines = []
    if still_open:
        lines.append(_("Still open: {checks}").format(checks=_short(still_open)))
    if unknown:
        lines.append(_("To look at: {checks}").format(checks=_short(unknown)))
    return "\n".join(lines) or _("Help can be called, and it can come in.")


def _short(places: Iterable[Asked]) -> str:
    return BETWEEN.join(lowered(content(each.check.short)) for each in places)


def holds_words(text: str, words: str) -> bool:
    """Return whether a text holds each of these words, or the beginning of it typed so far."""
    said = text.casefold()
    return all(word in said for word in words.casefold().split())


def source_words(source: Source) -> str:
    """Return a source: what it says, where it is, whether we read it."""
    read = _("Read") if source.read else _("Second-hand")
    facts = [str(source.year), read, content(source.used_for)]
    if not source.link:  # our own judgement was neither read nor told
        facts.remove(read)
    lines = [f"**{source.citation}**", " · ".join(facts), source.link]
    return "\n".join(line for line in lines if line)


def shape_words(shape: str) -> str:
    """Return what a kind of home is called."""
    return {
        "one": _("One floor"), "two": _("Two floors"), "three": _("Three floors"),
        "flat": _("Apartment"),
    }.get(shape, shape)  # fmt: skip
