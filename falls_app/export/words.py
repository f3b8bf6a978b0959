"""Words that only papers say: by when a step is due, a step in one line, who reviewed it."""

from datetime import date

from falls_app.content.regions import Region
from falls_app.content.reviews import load_reviews, reviewers
from falls_app.content.sources import content_version
from falls_app.days import long_day, short_day, table_day, table_day_with_year
from falls_app.domain.step import Column, Step
from falls_app.export.paper import PaperData
from falls_app.i18n import _
from falls_app.words import wording


def by_words(data: PaperData, step: Step, *, narrow: bool = False) -> str:
    """Return by when a step is to be done, or somebody called: "by November 21"; "" if unknown.

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
    if narrow:
        return day
    # Who is called comes when they can: the day is that of the call.
    is_asked = step.who == step.role or bool(step.asked)
    is_called = step.column is Column.HELP and is_asked and not step.is_own_way
    return (_("call by {day}") if is_called else _("by {day}")).format(day=day)


def line_words(data: PaperData, step: Step) -> str:
    """Return a step in one line of a table, as it was decided."""
    topic, do = wording(data.say, step)
    return _("{topic}: {do}").format(topic=topic, do=do) if step.is_own_way else topic


def review_words(region: Region, text: str = "") -> str:
    """Return who reviewed a text, or all of a kind, or all for "", and the texts' version."""
    version = _("Texts of version {version}.").format(version=content_version())
    found = reviewers(load_reviews(), text)
    if found is None:
        return _("Not yet reviewed by a clinician. {version}").format(version=version)
    day = long_day(found.on, region.locale)
    return _("Reviewed by {who}, {day}. {version}").format(
        who=", ".join(found.names), day=day, version=version
    )
