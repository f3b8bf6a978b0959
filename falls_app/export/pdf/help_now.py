"""The page that stops everything, as paper: whom to call, where to go. It names no sign."""

from reportlab.platypus import Flowable

from falls_app.content.bones import load_red_flags
from falls_app.domain.assessment import Case
from falls_app.domain.screening.red_flags import EmergencyPage
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.pages.look import bullet_item, heading, red_box, theme, tile, words
from falls_app.export.pdf.pages.take_along import lines_to_write, sheet
from falls_app.i18n import _, content

_LINES = (3, 2, 1, 0)
"""How many lines there are to write on, from roomy to brief."""


def tell(case: Case, printing: Printing) -> Story:
    """Return the page; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    briefest = len(_LINES) - 1
    return sheet(data, _title(data), help_story, briefest, printing)


def _title(_data: PaperData) -> str:
    return content(load_red_flags().page.title)


def help_story(data: PaperData, brief: int) -> list[Flowable]:
    """Return the blocks of the page; ``brief`` leaves out lines to write on."""
    page = load_red_flags().page
    return [
        *red_box(data),
        heading(1, _title(data), "page"),
        *_number(data),
        _call_now(data, page),
        _go_today(data, page),
        words(data.say(page.not_sure), "red"),
        *lines_to_write(content(page.note_prompt), _LINES[brief]),
    ]


def _number(data: PaperData) -> list[Flowable]:
    """Return the number to call, as large as a telephone book would have it."""
    if not data.region.emergency:
        return []
    number = _("Call {number}").format(number=data.region.emergency)
    return [words(number, "title")]


def _call_now(data: PaperData, page: EmergencyPage) -> Card:
    look = CardLook(border=theme()["flag_solid"], border_width=2.2, padding=12)
    lines = list_of([bullet_item(data.say(each), "group") for each in page.now])
    blocks = [heading(2, data.say(page.now_title), "card"), lines]
    return Card(blocks, look, whole_below=500, space_after=8)


def _go_today(data: PaperData, page: EmergencyPage) -> Card:
    lines = list_of([bullet_item(data.say(each), "group") for each in page.go])
    return tile([heading(2, data.say(page.go_title), "card"), lines], "#F1EFE4")
