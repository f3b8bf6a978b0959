"""The medicine list for the pharmacist: what to tell first, kinds that are taken, questions.

It names no amount and advises no change. Source: research, 4.1.
"""

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Case
from falls_app.domain.screening.asks import PHARMACIST, for_sheet
from falls_app.domain.screening.medicines import MedicineClass, told_first
from falls_app.export import Printing
from falls_app.export.paper import PaperData
from falls_app.export.pdf.document import Story
from falls_app.export.pdf.lists import list_of
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import heading, in_columns, red_box, theme, tile, words
from falls_app.export.pdf.pages.take_along import (
    head,
    line_item,
    lines_to_write,
    questions,
    sheet,
)
from falls_app.export.pdf.tables import Table, TableLook
from falls_app.i18n import _, content

_LINES = ((4, 3), (3, 3), (3, 2), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0))
"""How many lines for medicines and for what the pharmacist said, from roomy to brief."""


def tell(case: Case, printing: Printing) -> Story:
    """Return the medicine list; ValueError if there is no such ``paper``."""
    data = PaperData(case, printing)
    briefest = len(_LINES) - 1
    return sheet(data, _title(data), pharmacist_story, briefest, printing)


def _title(data: PaperData) -> str:
    return data.about(_("For {names} pharmacist"))


def pharmacist_story(data: PaperData, brief: int) -> list[Flowable]:
    """Return the blocks of the page; ``brief`` leaves out lines to write on, then words."""
    medicines = data.told.about.medicines
    for_medicines, for_answer = _LINES[brief]
    kinds = data.told.medicines()
    lines = {f"{each.id}-{kind}" for each in kinds for kind in ("falls", "bones")}
    asks = [ask for ask in data.outcome.questions if ask.who == PHARMACIST and ask.id not in lines]
    return [
        *red_box(data),
        *head(_title(data), content(medicines.title), brief),
        tile([words(content(medicines.never), "cell-bold")], theme()["primary_soft"], padding=9),
        *_told_first(data),
        *_kinds(data, kinds),
        *questions(data, for_sheet(asks, data.case.bones.shared)),
        *_more(data, for_medicines),
        *lines_to_write(_("What the pharmacist said"), for_answer),
    ]


def _told_first(data: PaperData) -> list[Flowable]:
    """Return what a pharmacist needs to know before all else."""
    bones, medicines = data.case.bones, data.told.about.medicines
    dizzy = "dizzy" in data.case.person.traits
    told = told_first(medicines, bones.medicines, bones.items, dizzy=dizzy)
    named = dict(zip(medicines.tell_ids, medicines.tell_first, strict=True))
    if not told:
        return []
    items = [line_item(content(named[each])) for each in told]
    return [tile([heading(2, _("First of all"), "card"), list_of(items)], theme()["some_bg"])]


def _kinds(data: PaperData, kinds: tuple[MedicineClass, ...]) -> list[Flowable]:
    if not kinds:
        return []
    if manner().large:
        return _kinds_below_each_other(data, kinds)
    rows = [[[words(content(each.name), "cell-bold")], _asked(data, each)] for each in kinds]
    header = [[words(each, "label")] for each in (_("Kinds that are taken"), _("To ask"))]
    return [Table(header, rows, [200.0, None], look=TableLook(padding=3.5), space_after=6)]


def _kinds_below_each_other(data: PaperData, kinds: tuple[MedicineClass, ...]) -> list[Flowable]:
    blocks: list[Flowable] = [heading(2, _("Kinds that are taken"), "section")]
    for kind in kinds:
        name = words(content(kind.name), "cell-bold")
        name.keepWithNext, name.spaceBefore = 1, 8
        blocks += [name, *_asked(data, kind)]
    return blocks


def _asked(data: PaperData, kind: MedicineClass) -> list[Flowable]:
    """Return the lines to ask about a kind, those that the person shares."""
    shared = data.case.bones.shared
    lines = [
        content(text)
        for name, text in (("falls", kind.falls), ("bones", kind.bones))
        if text and (shared is None or f"{kind.id}-{name}" in shared)
    ]
    return [words(" ".join(lines) or "–", "cell")]


def _more(data: PaperData, lines: int) -> list[Flowable]:
    """Return lines for the names, and what is easily left out of a list."""
    if not lines:
        return []
    also = [content(each) for each in data.told.about.medicines.also_write_down]
    listed = in_columns([line_item(each) for each in also])
    listed.spaceAfter = 4
    return [
        *lines_to_write(_("All my medicines, as on the labels"), lines, columns=2),
        heading(2, _("Write these down too"), "card"),
        listed,
    ]
