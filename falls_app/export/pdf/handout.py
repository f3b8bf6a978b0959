"""A handout as one page in large print, with pictures of how it looks when it is done."""

import re
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from falls_app import paths
from falls_app.content.regions import Region
from falls_app.content.sources import load_sources
from falls_app.domain.handout import Block, Handout
from falls_app.drawing.svg import load_picture
from falls_app.export import Printing
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup, Story
from falls_app.export.pdf.figures import PictureFigure
from falls_app.export.pdf.flowables import Heading, Paragraph
from falls_app.export.pdf.fonts import safe_markup, text_width
from falls_app.export.pdf.layout import KeepTogether, Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.footer import footer_words, page_footer, page_setup
from falls_app.export.pdf.pages.look import WriteLine, heading, style, theme, words
from falls_app.export.words import review_words
from falls_app.i18n import About, _, content

TEXT_SIZE = 14.0
"""Size of the words, in points: large print."""

_LONG_TITLE = 24.0
_SMALL_SIZE = 10.5
_SIZE = re.compile(r"\babout \d")
_CDC = ("cdc", "mmwr")


class _Fit(NamedTuple):
    """How roomy the page is: width of a picture, padding of a card, height of a line, gaps."""

    picture: float
    padding: float
    leading: float
    gap: float
    between: float = 3
    write: bool = True


_FITS = (
    _Fit(176, 17, 21.5, 15, 9),
    _Fit(164, 15, 20.5, 13, 7),
    _Fit(150, 13, 19.5, 11, 5),
    _Fit(140, 12, 19, 10, 4),
    _Fit(128, 11, 18.5, 9),
    _Fit(116, 10, 18, 8),
    _Fit(108, 9, 17.5, 7, 2),
    _Fit(100, 7, 17, 6, 1),
    _Fit(96, 6, 17, 5, 1, write=False),
)
"""From roomy to tight: the first with which all stands on one page is taken."""

_LARGE_FIT = _Fit(225, 16, 27, 16, 6)
"""In large print, where the picture stands below the words."""


def tell(handout: Handout, printing: Printing) -> Story:
    """Return a handout; ValueError if there is no such ``paper``."""
    region, title = printing.region, content(handout.title)
    footer = footer_words(title, "", _("General information, not medical advice"))
    setup = page_setup(printing.paper, footer, footer=4)
    blocks = handout_story(handout, region, setup)
    language = region.locale.replace("_", "-")
    return Story(blocks, title, language, setup, page_footer(footer, setup))


def handout_story(handout: Handout, region: Region, setup: PageSetup) -> list[Flowable]:
    """Return the blocks of a handout, as roomy as one page lets them be.

    In large print they go on for as many pages as it takes.
    """
    end = Stack([_small(text) for text in _small_print(handout, region)])
    if manner().large:
        return [*_blocks(handout, region, setup, _LARGE_FIT), end]
    for fit in _FITS:
        blocks = _blocks(handout, region, setup, fit)
        free = setup.text_height - Stack([*blocks, end]).wrap(setup.text_width, 0)[1]
        if free >= 0:
            break
    return [*blocks, Spacer(0, max(0.0, free)), end]


def _blocks(handout: Handout, region: Region, setup: PageSetup, fit: _Fit) -> list[Flowable]:
    emergency = _emergency(handout, region, fit)
    return [
        _title(content(handout.title), setup),
        words(content(handout.lead), "lead"),
        *(emergency if handout.emergency_line_first else []),
        *(_card(block, fit) for block in handout.blocks),
        *([] if handout.emergency_line_first else emergency),
        *(_who_helps(fit) if fit.write else []),
    ]


def _title(title: str, setup: PageSetup) -> Heading:
    """Return the title, smaller if it would need a second line."""
    large = style("page")
    is_long = text_width(title, large.fontName, large.fontSize) > setup.text_width
    return heading(1, title, "page", most=_LONG_TITLE if is_long else large.fontSize)


def _card(block: Block, fit: _Fit) -> Card:
    large = manner().large
    items = [
        ListItem(
            [_large(content(line), fit)],
            marker="number" if block.numbered else "bullet",
            spoken=f"{number}." if block.numbered else "•",
            size=style("body").fontSize if large else TEXT_SIZE,
            indent=32 if large else 24 if block.numbered else 18,
            color=theme()["primary"],
            space_after=fit.between,
        )
        for number, line in enumerate(block.lines, start=1)
    ]
    texts: list[Flowable] = [heading(2, content(block.heading), "card"), list_of(items)]
    if block.picture:
        file = paths.resources() / "illustrations" / f"{block.picture}.svg"
        picture = PictureFigure(load_picture(file), fit.picture)
        beside = Row([texts, [picture]], [None, fit.picture], gap=12, align="middle")
        texts = [*texts, picture] if large else [beside]
    return Card(texts, CardLook(padding=fit.padding), whole_below=float("inf"), space_after=fit.gap)


def _emergency(handout: Handout, region: Region, fit: _Fit) -> list[Flowable]:
    if not handout.emergency_line:
        return []
    number = region.emergency or _("the emergency number")
    look = CardLook(
        background="#FFFFFF", border=theme()["flag_solid"], border_width=2.2, padding=fit.padding
    )
    text = words(About()(content(handout.emergency_line), emergency=number), "red")
    return [Card([text], look, whole_below=float("inf"), space_after=fit.gap)]


def _who_helps(fit: _Fit) -> list[Flowable]:
    if manner().large:
        labels = (_("Who helps me:"), _("Phone:"))
        return [KeepTogether([words(each), WriteLine()]) for each in labels]
    row = Row(
        [[_large(_("Who helps me:"), fit)], [WriteLine()], [_large(_("Phone:"), fit)],
         [WriteLine()]],
        [98, None, 50, 130],
        gap=6,
    )  # fmt: skip
    row.spaceBefore, row.spaceAfter = 4, 9
    return [row]


def _large(text: str, fit: _Fit) -> Paragraph:
    if manner().large:
        return words(text)
    given = ParagraphStyle(
        f"large-{fit.leading}", parent=style("body"), fontSize=TEXT_SIZE, leading=fit.leading,
        spaceAfter=0,
    )  # fmt: skip
    return Paragraph(safe_markup(text), given)


def _small(text: str) -> Paragraph:
    if manner().large:
        return words(text, "soft")
    given = ParagraphStyle(
        "handout-small", parent=style("soft"), fontSize=_SMALL_SIZE, leading=13, spaceAfter=2
    )
    return Paragraph(safe_markup(text), given)


def _small_print(handout: Handout, region: Region) -> list[str]:
    """Return what this is, who has read it and who said it; the same words as on other papers."""
    number = region.emergency or _("the emergency number")
    parts = [
        _("This is general information, not medical advice. In an emergency call {number}.").format(
            number=number
        ),
        review_words(region, f"handout:{handout.id}"),
        _sources(handout),
    ]
    if any(_SIZE.search(text) for text in handout.texts):
        parts.append(_("Sizes with “about” are not yet checked."))
    lines = [" ".join(parts)]
    if any(each.startswith(_CDC) for each in handout.sources):
        lines.append(
            _(
                "Some facts come from the Centers for Disease Control and Prevention (CDC), "
                "www.cdc.gov/steadi. Use of this material does not mean that CDC, HHS or the "
                "U.S. Government endorses this program."
            )
        )
    return lines


def _sources(handout: Handout) -> str:
    """Return who said it: the names before the title of each source, with the year."""
    named = []
    for each in handout.sources:
        source = load_sources()[each]
        name = source.citation.partition(". ")[0]
        named.append(f"{name} {source.year}" if source.link else name.partition(",")[0])
    return _("Sources: {names}.").format(names=" · ".join(named))
