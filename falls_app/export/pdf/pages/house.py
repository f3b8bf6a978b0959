"""The house map of a paper, and the list of rooms that says the same in words."""

from dataclasses import replace
from typing import get_args

from reportlab.platypus import Flowable

from falls_app.domain.overview import PlaceMark
from falls_app.drawing.house_map import HomeShape, badge_scale, draw_house, lay_out, view_box
from falls_app.drawing.surface import Surface, rectangle_path
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import SignItem, state_words, style, theme, words
from falls_app.i18n import _
from falls_app.words import mark_words

BESIDE = 11
"""So many places fit beside the map; more stand below it, in columns."""

MAP_FIELD = "#F1EFE4"
_MOST_MAP, _LEAST_MAP = 262.0, 150.0
_TIGHTEST_MAP = 96.0


def house_and_rooms(data: PaperData, setup: PageSetup, free: float, brief: int) -> list[Flowable]:
    """Return the map with the list of rooms beside it, or below it if they are many.

    ``free`` is how high the card may be; ``brief`` sets it as tight as it can be read: with 2
    the list stands below a small map, where long names have more room; with 3 it stands alone.
    """
    rows = data.worst_first
    look = CardLook(background=MAP_FIELD, border=None, radius=14, padding=9 if brief else 14)
    inner = setup.text_width - 2 * look.padding
    title = words(_("Room by room"), "list-title")
    if len(rows) <= BESIDE and brief < 2:
        listed = Stack([title, list_of([_room_line(data, each, brief) for each in rows])])
        needed = listed.wrap(inner * 0.44 - 16, 0)[1]
        height = max(needed, min(_MOST_MAP, free - 2 * look.padding), _LEAST_MAP)
        wide = inner * 0.56
        columns = [[house_figure(data, wide, height)], [title, *listed.blocks[1:]]]
        return [Card([Row(columns, [wide, None], gap=16, align="middle")], look, whole_below=500)]
    each_column = -(-len(rows) // (3 if len(rows) > BESIDE else 2))
    columns = [
        [list_of([_room_line(data, each, brief) for each in rows[at : at + each_column]])]
        for at in range(0, len(rows), each_column)
    ]
    listed = Row(columns, [None] * len(columns), gap=16, whole_below=300)
    if brief > 2:
        return [Card([title, listed], look, whole_below=600)]
    needed = Stack([title, listed]).wrap(inner, 0)[1] + 2 * look.padding
    height = max(_TIGHTEST_MAP, min(_LEAST_MAP, free - needed))
    return [Card([house_figure(data, inner, height), title, listed], look, whole_below=600)]


def large_house(data: PaperData, setup: PageSetup) -> Figure:
    """Return the map for large print: as wide as the page, with no figures in its signs."""
    return house_figure(data, setup.text_width, setup.text_width * 0.5)


def room_lines(data: PaperData) -> list[SignItem]:
    """Return a line for each place, the worst first, as large print has them."""
    return [_room_line(data, each, 0) for each in data.worst_first]


def house_figure(data: PaperData, width: float, height: float) -> Figure:
    """Return the map in a field of this size."""
    shape = data.case.home.shape
    spots = [replace(each, number=0) for each in data.spots] if manner().large else data.spots
    placed = lay_out(spots, shape if shape in get_args(HomeShape) else "one")  # type: ignore[arg-type]
    box = view_box(placed)
    scale = min(width / box.width, height / box.height)

    def draw(surface: Surface) -> None:
        left = (width - box.width * scale) / 2 - box.x * scale
        top = (height - box.height * scale) / 2 - box.y * scale
        surface.push(0, 0)
        surface.clip(rectangle_path(0, 0, width, height))
        surface.push(left, top, scale)
        size = badge_scale(placed, scale)
        draw_house(surface, theme(), placed, labels=False, badge_scale=size, flat_fills=True)
        surface.pop()
        surface.pop()

    alt = _("Picture of the home. The list of rooms beside it says the same in words.")
    return Figure(draw, width, height, alt)


def _room_line(data: PaperData, each: PlaceMark, brief: int) -> SignItem:
    blocks: list[Flowable] = [
        Paragraph(
            f"<b>{safe_markup(data.place_name(each.id), bold=True)}</b>"
            f" &nbsp; {safe_markup(mark_words(each))}",
            style("cell" if manner().large else "soft"),
        )
    ]
    state = "unsure" if each.state == "ok" and each.unsure else each.state
    item = SignItem(blocks, state, each.number, f"{state_words(state)}:")  # type: ignore[arg-type]
    item.spaceAfter = 1 if brief else 3
    return item
