"""The recovery key as one page in large print: it names nobody, and no home."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from falls_app.content.regions import Region
from falls_app.days import long_day
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup, build_paper
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.footer import page_footer
from falls_app.export.pdf.pages.look import heading, style, theme, words
from falls_app.i18n import _

_A_LINE = 4
"""Groups on one line."""


def make_recovery_paper(groups: Sequence[str], on: date, region: Region, paper: str) -> bytes:
    """Return the page as a PDF. ``on`` is the day on which the key was made."""
    title = _("Your recovery key")
    setup = PageSetup.of(paper)
    return build_paper(
        _story(title, groups, long_day(on, region.locale)),
        title=title,
        language=region.locale.replace("_", "-"),
        author="Steady Home",
        setup=setup,
        furniture=page_footer(title, setup),
    ).data


def _story(title: str, groups: Sequence[str], day: str) -> list[Flowable]:
    lines = [groups[start : start + _A_LINE] for start in range(0, len(groups), _A_LINE)]
    look = CardLook(background=theme()["surface"], border=theme()["ink"], radius=12, padding=22)
    number = partial(ListItem, marker="number", size=16, indent=26, space_after=6)
    steps = (
        _("Start Steady Home."),
        _("Press “Use the recovery key”."),
        _("Type the 7 groups. Small letters are fine, and you can leave out the dashes."),
        _("Choose a new passphrase."),
    )
    safe = (
        _("Keep this page where you keep your bank papers, and not near the computer."),
        _("Who has this page and your computer can read all your answers."),
        _("There is no other copy. Nobody can send you a new one, and neither can we."),
    )
    return [
        heading(1, title, "page"),
        words(_("It opens your answers in Steady Home if the passphrase is lost."), "lead"),
        words(_("Made on {day}").format(day=day), "soft"),
        Card([_code("   ".join(line)) for line in lines], look),
        heading(2, _("How to use it"), "section"),
        list_of(
            [
                number([words(step, "main")], spoken=f"{place}.")
                for place, step in enumerate(steps, start=1)
            ]
        ),
        heading(2, _("Keep it safe"), "section"),
        list_of([ListItem([words(each, "main")], space_after=6) for each in safe]),
    ]


def _code(text: str) -> Paragraph:
    """Return a line of the key: large, so that no sign is taken for another."""
    large = ParagraphStyle("code", parent=style("title"), fontName="SansBold", fontSize=34)
    large.leading, large.alignment = 50, 1
    return Paragraph(safe_markup(text, bold=True).replace("   ", "&nbsp; &nbsp;"), large)
