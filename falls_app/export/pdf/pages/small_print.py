"""The small print of our papers: what this is, what it is not, who has read it."""

from reportlab.platypus import Flowable

from falls_app.export.paper import PaperData
from falls_app.export.pdf.pages.look import heading, words
from falls_app.export.words import review_words
from falls_app.i18n import _, content

_CDC = ("cdc", "mmwr")
"""Beginnings of the ids of sources by the Centers for Disease Control and Prevention."""


def small_print(data: PaperData) -> list[Flowable]:
    """Return the small print: one text on every family paper, in as few lines as it takes."""
    paragraphs = [brief_print(data)]
    if _uses_cdc(data):
        paragraphs.append(
            _(
                "Some facts come from the Centers for Disease Control and Prevention (CDC), "
                "www.cdc.gov/steadi. Use of this material does not mean that CDC, HHS or the "
                "U.S. Government endorses this program."
            )
        )
    return [heading(2, _("Small print"), "card"), *(words(text, "soft") for text in paragraphs)]


def brief_print(data: PaperData) -> str:
    """Return the small print of a paper that brings no facts of others along."""
    lines = [general_words(data)]
    if data.region.prices_note:
        lines.append(content(data.region.prices_note))
    lines.append(_("Sizes with “about” are not yet checked."))
    return " ".join(lines)


def general_words(data: PaperData) -> str:
    """Return what this is, what it is not, and who has read it."""
    number = data.region.emergency or _("the emergency number")
    general = _(
        "This is general information, not medical advice. In an emergency call {number}."
    ).format(number=number)
    return f"{general} {review_words(data.region)}"


def _uses_cdc(data: PaperData) -> bool:
    used = [step.check.sources for step in data.plan.steps if step.check]
    used += [step.question.sources for step in data.plan.steps if step.question]
    return any(source.startswith(_CDC) for sources in used for source in sources)
