"""Words for values that several pages show: columns, roles, costs, times, reasons, bands."""

from collections.abc import Iterable

from falls_app.content.profile import load_traits
from falls_app.content.regions import Region
from falls_app.domain.checklist import Fix
from falls_app.domain.plan import Column, Step
from falls_app.i18n import _, content, ngettext
from falls_app.ui.session import Session
from falls_app.ui.widgets.house_map import place_name


def column_words(column: Column) -> str:
    """Return how a column is called on a tag."""
    return {
        Column.TODAY: _("Today"),
        Column.MONTH: _("This month"),
        Column.HELP: _("Get help"),
    }[column]


COLUMN_TOKENS = {Column.TODAY: "primary", Column.MONTH: "some", Column.HELP: "unsure"}
"""The color of a column's tag."""


def role_words(session: Session, who: str) -> str:
    """Return who does it in words: a role as it is called, a name as it is."""
    roles = {
        "family": _("Family"),
        "person": _("You") if session.case.person.say == "you" else session.about("{Name}"),
        "handyperson": _("A handyperson"),
        "electrician": _("An electrician"),
        "plumber": _("A plumber"),
        "builder": _("A builder"),
        "OT": _("An occupational therapist"),
        "pharmacist": _("The pharmacist"),
        "doctor": _("The doctor"),
        "optician": _("The eye doctor"),
        "podiatrist": _("The foot doctor"),
        "landlord": _("The landlord"),
        "shop": _("A shop"),
    }
    return roles.get(who, who)


def price_words(region: Region, cost: int | None) -> str:
    """Return the price band in words; "" for a step that costs nothing to ask."""
    return "" if cost is None else content(region.prices[str(cost)])


def time_words(minutes: int) -> str:
    """Return how long the work takes: "10 min", "2 hours"."""
    if minutes < 60:
        return ngettext("{n} min", "{n} min", minutes)
    hours = minutes / 60
    if hours == int(hours):
        return ngettext("{n} hour", "{n} hours", int(hours))
    return _("{n} hours").format(n=f"{hours:.1f}")


def fix_facts(session: Session, fix: Fix) -> str:
    """Return time and price of a fix in a few words."""
    return f"{time_words(fix.minutes)}, {price_words(session.region, fix.cost).lower()}"


def room_words(session: Session, step: Step) -> str:
    """Return where a step is done."""
    if step.question is not None:
        return _("Bones & balance")
    names = [place_name(session, room) for room in step.rooms]
    return ", ".join(name for name in names if name) or place_name(session, "whole")


def because_words(because: Iterable[str]) -> str:
    """Return why a step moved up: "Moved up because: a walking aid, up at night"; "" if not."""
    traits = load_traits()
    named = [
        _("a slip or fall happened here") if each == "near_miss" else content(traits[each].because)
        for each in because
    ]
    return _("Moved up because: {reasons}").format(reasons=", ".join(named)) if named else ""
