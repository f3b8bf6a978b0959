"""Words that papers share: who does it, by when, what it costs, how large, what was decided."""

from collections.abc import Iterable
from datetime import date

from falls_app.content.profile import load_traits
from falls_app.content.regions import Region
from falls_app.days import long_day, short_day, table_day, table_day_with_year
from falls_app.domain.assessment import Decision
from falls_app.domain.checklist import Check, Measure
from falls_app.domain.plan import Step
from falls_app.domain.scoring import Band
from falls_app.export.paper import PaperData
from falls_app.i18n import _, content

MM_AN_INCH = 25.4


def band_words(band: Band) -> str:
    """Return how a band is called."""
    return {
        Band.A: _("Steady for now"),
        Band.B: _("Mostly steady"),
        Band.C: _("Some rooms need care"),
        Band.D: _("Big fixes first"),
    }[band]


def who_words(data: PaperData, who: str) -> str:
    """Return who does a step: a role in words, a name as it is."""
    person = data.case.person
    roles = {
        "": _("The person at home"),
        "person": _("You") if person.say == "you" else person.name or _("The person at home"),
        "family": _("Family or friends"),
        "shop": _("A shop"),
        "handyperson": _("A handyperson"),
        "electrician": _("An electrician"),
        "plumber": _("A plumber"),
        "builder": _("A builder"),
        "OT": _("An {ot}").format(ot=content(data.region.ot_words)),
        "doctor": _("The doctor"),
        "pharmacist": _("The pharmacist"),
        "optician": _("The eye doctor"),
        "podiatrist": _("The foot doctor"),
        "physio": _("A physio"),
        "landlord": _("The landlord"),
    }
    return roles.get(who, who)


def by_words(data: PaperData, step: Step, *, narrow: bool = False) -> str:
    """Return by when a step is to be done: "by November 21"; "" if nobody knows.

    A day of another year than the paper's carries its year; ``narrow`` is for table cells.
    """
    if not step.by:
        return ""
    this_year = data.on is not None and date.fromisoformat(step.by).year == data.on.year
    if narrow:
        write = table_day if this_year else table_day_with_year
    else:
        write = short_day if this_year else long_day
    day = write(step.by, data.region.locale)
    return day if narrow else _("by {day}").format(day=day)


def price_words(region: Region, cost: int | None) -> str:
    """Return the price in words; "" for a step that is a question to somebody."""
    return "" if cost is None else content(region.prices[str(cost)])


def because_words(because: Iterable[str]) -> str:
    """Return why a step moved up: "a walking aid, up at night"; "" if it did not."""
    traits = load_traits()
    return ", ".join(
        _("something happened here") if each == "near_miss" else content(traits[each].because)
        for each in because
        if each == "near_miss" or each in traits
    )


def wording(data: PaperData, step: Step) -> tuple[str, str]:
    """Return (title, what to do) of a step as it was decided.

    Where the person chose an own way, or something to try first, it stands in the place of the
    advice: a paper never orders what somebody turned down.
    """
    # The topic of a bone question may be private; its step is named neutrally.
    topic = data.say(step.check.short if step.check else step.short)
    if step.own_words:
        return (topic, step.own_words)
    if step.decision is Decision.OWN_WAY:
        return (topic, data.about(_("Done {names} own way.")))
    return (data.say(step.short), data.say(step.do))


def line_words(data: PaperData, step: Step) -> str:
    """Return a step in one line of a table, as it was decided."""
    topic, do = wording(data, step)
    return _("{topic}: {do}").format(topic=topic, do=do) if is_own_way(step) else topic


def is_own_way(step: Step) -> bool:
    """Return whether the person's wording stands in the place of the advice."""
    return bool(step.own_words) or step.decision is Decision.OWN_WAY


def decision_words(data: PaperData, step: Step) -> str:
    """Return what the person decided, with its day; "" while not talked about."""
    say, choice = data.about, step.choice
    if choice is None or choice.decision is None:
        return ""
    words = {
        Decision.AGREED: say(_("{Name} agreed")),
        Decision.TRY_FIRST: say(_("{Name} want{s} to try this first")),
        Decision.LATER: say(_("{Name} chose: later")),
        Decision.OWN_WAY: say(_("{Names} way")),
        Decision.NO: say(_("{Name} said no")),
        Decision.NOT_NEEDED: say(_("{Name} said it is not needed")),
    }[choice.decision]
    if choice.decided_on:
        day = long_day(choice.decided_on, data.region.locale)
        return _("{decision}, {day}").format(decision=words, day=day)
    return words


def room_words(data: PaperData, step: Step) -> str:
    """Return where a step is done."""
    if step.question:
        return _("Bones and balance")
    names = [name for name in map(data.place_name, step.rooms) if name]
    return ", ".join(names) or _("Whole house")


def size_words(check: Check, region: Region) -> tuple[str, ...]:
    """Return the sizes to aim for: "Top of the rail above the step edge: about 34 to 38 in"."""
    return tuple(
        _("{what}: {size}").format(what=content(each.label), size=_size(each, region))
        for each in check.measures
        if each.aim.get(region.id)
    )


def _size(measure: Measure, region: Region) -> str:
    low, high = measure.aim[region.id]
    unit = measure.unit
    if unit == "mm" and region.length == "in":
        low, high, unit = low / MM_AN_INCH, high / MM_AN_INCH, "in"
    names = {"low": _number(low, unit, region), "high": _number(high, unit, region), "unit": unit}
    if high == 0:
        return _("none")
    if low == 0:
        pattern = (
            _("at most {high} {unit}") if measure.checked else _("at most about {high} {unit}")
        )
    elif high >= 2 * low:  # an open end, not a range
        pattern = (
            _("at least {low} {unit}") if measure.checked else _("at least about {low} {unit}")
        )
    else:
        pattern = _("{low} to {high} {unit}")
        pattern = pattern if measure.checked else _("about {low} to {high} {unit}")
    return pattern.format(**names)


def _number(value: float, unit: str, region: Region) -> str:
    from babel.numbers import format_decimal

    if unit == "in":
        value = round(value * 2) / 2 if value >= 4 else round(value, 1)
    return str(format_decimal(value, locale=region.locale))
