"""Words of a work order: sizes to work to, who owns the home, whom to ring first."""

from falls_app.content.regions import Region
from falls_app.domain.checklist import Measure
from falls_app.domain.job import Target
from falls_app.export.paper import PaperData
from falls_app.i18n import _
from falls_app.sizes import aim_words, matched_words, rounded_words


def aim_of(target: Target, region: Region) -> str:
    """Return a range to work within, "about 34 to 38 in"; "" where none is known."""
    if target.low is None or target.high is None:
        return ""
    aim = {region.sizes_like: (target.low, target.high)}
    return aim_words(Measure("", target.unit, "", aim, target.checked), region)


def exact_of(target: Target, region: Region) -> str:
    """Return the one size to work to, "34.5 in"; "" while nothing that was measured tells it."""
    if target.exact is None:
        return ""
    if target.computed:
        return rounded_words(target.exact, target.unit, region)
    return matched_words(target.exact, target.unit, region)


def tenure_words(data: PaperData) -> str:
    """Return who says yes to work on the home; "" while nobody told whose it is."""
    owner = _("The owner says yes in writing before anybody drills.")
    return {
        "own": data.about(_("{Name} own{s} the home. No other yes is needed inside it.")),
        "rented": f"{_('The home is rented.')} {owner}",
        "social": f"{_('The home belongs to a housing group.')} {owner}",
        "care": f"{_('The home is part of a care home.')} {owner}",
        "family": _("The home belongs to family. They say yes before anybody drills."),
    }.get(data.case.home.tenure, "")


def ring_first_words(data: PaperData) -> str:
    """Return what to do where a thing cannot go as drawn: whom to ring before drilling."""
    names = [each.name for each in data.case.helpers if each.name]
    who = names[0] if names else data.case.person.name
    if not who:
        return _("It cannot go here? Stop, and ring first:")
    text = _("It cannot go here? Stop, and ring {who} first:")
    return text.format(who=who)
