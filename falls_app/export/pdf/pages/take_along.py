"""What the sheets to take along share: one page, questions to tick, lines to write on."""

from collections.abc import Callable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from falls_app.content.bones import load_red_flags
from falls_app.domain.screening.asks import Ask
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup, Story, count_pages
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.layout import KeepTogether, Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.footer import footer_words, page_footer, page_setup
from falls_app.export.pdf.pages.look import (
    WriteLine,
    bullet_item,
    heading,
    style,
    theme,
    tick_item,
    words,
)
from falls_app.export.pdf.pages.small_print import general_words
from falls_app.i18n import _

_SMALL = 10.5
_BRIEF = 4
"""From this telling on the title is smaller, with no line below it."""

Telling = Callable[[PaperData, int], list[Flowable]]
"""Tells a sheet: its data and how brief it is, from 0 for roomy on."""


def sheet(data: PaperData, title: str, tell: Telling, briefest: int, printing: Printing) -> Story:
    """Return a sheet, as roomy as one page lets it be; in large print on as many as it takes.

    What the ``briefest`` telling cannot hold goes on to a second page: nothing is left out.
    ValueError if there is no such ``paper``.
    """
    footer = footer_words(title, data.day)
    setup = page_setup(printing.paper, footer, footer=4)
    blocks = _as_roomy_as_fits(tell, data, briefest, setup)
    return Story(blocks, title, data.language, setup, page_footer(footer, setup))


def _as_roomy_as_fits(
    tell: Telling, data: PaperData, briefest: int, setup: PageSetup
) -> list[Flowable]:
    end = small_words(general_words(data))
    if manner().large:
        # As many lines to write on as the pages hold that the words take anyway.
        told = [[*tell(data, brief), end] for brief in range(min(_BRIEF, briefest + 1))]
        return min(told, key=lambda blocks: count_pages(blocks, setup))
    for brief in range(briefest + 1):
        blocks = tell(data, brief)
        free = setup.text_height - Stack([*blocks, end]).wrap(setup.text_width, 0)[1]
        if free >= 0:
            break
    return [*blocks, Spacer(0, max(0.0, free)), end]


def small_words(text: str) -> Paragraph:
    """Return a paragraph of small print."""
    if manner().large:
        return words(text, "soft")
    return Paragraph(safe_markup(text), _style("soft", _SMALL, 13))


def line_item(text: str, *, tight: bool = False) -> ListItem:
    """Return a line of a list; ``tight`` sets it smaller, but never large print."""
    if manner().large:
        return bullet_item(text)
    words_of = Paragraph(
        safe_markup(text), _style("body", *((11.2, 13.6) if tight else (12.5, 15.5)))
    )
    after = 0.5 if tight else 2
    return ListItem([words_of], spoken="•", size=12, indent=16, space_after=after)


def _style(name: str, size: float, leading: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"take-along-{name}-{size}",
        parent=style(name),
        fontSize=size,
        leading=leading,
        spaceAfter=0,
    )


def head(title: str, lead: str, brief: int) -> list[Flowable]:
    """Return the title and the line below it; if it has to be brief, without the line."""
    blocks: list[Flowable] = [heading(1, title, "page", most=30 if brief < _BRIEF else 24)]
    return blocks if brief >= _BRIEF else [*blocks, words(lead, "lead")]


def questions(data: PaperData, asks: Sequence[Ask]) -> list[Flowable]:
    """Return the questions with a box to tick for each; nothing if there are none."""
    if not asks:
        return []
    items = [tick_item(ask_words(data, ask), spoken=_("To ask:")) for ask in asks]
    return [heading(2, _("Please could we talk about"), "section"), list_of(items)]


def ask_words(data: PaperData, ask: Ask) -> str:
    """Return a question, with its matter before it where the words do not name it."""
    text = data.say(ask.words)
    return f"{data.say(ask.about)}: {text}" if ask.about else text


def lines_to_write(title: str, count: int, *, columns: int = 1) -> list[Flowable]:
    """Return a heading with blank lines below it; nothing for no lines."""
    if not count:
        return []
    if manner().large:
        # Kept together: a line to write on says nothing on the next page.
        return [heading(2, title, "section"), KeepTogether([WriteLine() for _ in range(count)])]
    rows = [[WriteLine(25) for _line in range(count)] for _column in range(columns)]
    row = Row(rows, [None] * columns, gap=24)
    row.spaceAfter = 6
    return [heading(2, title, "section"), row]


def if_you_fall(data: PaperData) -> Card:
    """Return the box with the one text for an emergency."""
    look = CardLook(border=theme()["flag_solid"], border_width=2.2, padding=11)
    text = words(data.say(load_red_flags().if_you_fall), "red")
    return Card([text], look, whole_below=500, space_after=8)
