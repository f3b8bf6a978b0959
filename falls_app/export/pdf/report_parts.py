"""The parts of the report on pages: each becomes blocks in the look of our papers."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from falls_app.domain.visit import Signature
from falls_app.drawing.score import Box, score_bar
from falls_app.drawing.surface import Surface
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.document import PageSetup
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.flowables import Rule
from falls_app.export.pdf.layout import KeepTogether, PageBreak, Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.house import house_figure
from falls_app.export.pdf.pages.look import heading, labelled, sign, theme, words
from falls_app.export.pdf.report_photos import PlateFigure
from falls_app.export.pdf.tables import Table as PdfTable
from falls_app.export.pdf.tables import TableLook
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import (
    Alert,
    Facts,
    Glance,
    Head,
    Heading,
    Para,
    Part,
    Plate,
    PlatePhoto,
    Quote,
    Sign,
    SignatureBox,
    Signing,
    Table,
)
from falls_app.i18n import _

_FIELD = "#F3F1E8"
_STYLES = {1: "report-part", 2: "report-section", 3: "report-cell-bold"}
_ROOM_LEFT = 0.55
"""A part that may begin a page stays while less than this share of the page is filled."""

_PLATE_SHAPE = 0.6
_SIGN = 19.0
_SHORT = 8
"""A table of at most so many rows stands on one page."""

_INK = "#1B2A63"
_BARS = ((50, "fix"), (85, "some"), (101, "ok"))
"""Below which number a bar has the color of a state."""


class Drawer:
    """Turns parts into blocks for pages of one size."""

    def __init__(self, data: ReportData, setup: PageSetup) -> None:
        self._data, self._setup = data, setup
        self._ways: Mapping[type, Callable[[Any], list[Flowable]]] = {
            Head: self._head,
            Alert: self._alert,
            Heading: self._heading,
            Para: self._para,
            Facts: self._facts,
            Glance: self._glance,
            Table: self._table,
            Quote: self._quote,
            Plate: self._plate,
            Signing: self._signing,
        }

    def blocks(self, part: Part) -> list[Flowable]:
        """Return the blocks of a part."""
        return self._ways[type(part)](part)

    # ------------------------------------------------------------------ words

    def _head(self, part: Head) -> list[Flowable]:
        left: list[Flowable] = [heading(1, part.title, "report-title")]
        right: list[Flowable] = [words(line, "report-service", right=True) for line in part.service]
        status = "report-signed" if part.is_signed else "report-draft"
        right.append(words(part.status, status, right=True))
        if part.logo:
            left.insert(0, logo_figure(part.logo))
        row = Row([left, right], [None, self._setup.text_width * 0.46], gap=12, whole_below=400)
        row.spaceAfter = 8
        return [row]

    def _alert(self, part: Alert) -> list[Flowable]:
        look = CardLook("#FFFFFF", theme()["flag_solid"], 2.2, padding=12)
        blocks: list[Flowable] = [words(part.words, "red")]
        if part.signs:
            items = [
                ListItem([words(each, "report-body")], spoken="•", size=10, indent=14)
                for each in part.signs
            ]
            blocks.append(list_of(items))
        return [Card(blocks, look, whole_below=500, space_after=10)]

    def _heading(self, part: Heading) -> list[Flowable]:
        block = heading(part.level, part.words, _STYLES[part.level])
        least = {"": None, "soft": _ROOM_LEFT, "page": 0.0}[part.breaks]
        return [block] if least is None else [PageBreak(least=least, space=14), block]

    def _para(self, part: Para) -> list[Flowable]:
        look = "report-soft" if part.small else "report-body"
        if part.label:
            return [labelled(f"{part.label}:", part.words, look)]
        return [words(part.words, look)]

    def _facts(self, part: Facts) -> list[Flowable]:
        rows: list[Flowable] = []
        for at in range(0, len(part.pairs), 3):
            pairs = part.pairs[at : at + 3]
            columns: list[list[Flowable]] = [
                [words(label, "report-label"), words(said, "report-fact")] for label, said in pairs
            ]
            columns += [[] for _missing in range(3 - len(columns))]
            row = Row(columns, [None] * 3, gap=14, whole_below=400)
            row.spaceAfter = 6
            rows.append(row)
        look = CardLook(background=_FIELD, border=None, radius=12, padding=12)
        return [Card(rows, look, whole_below=400, space_after=10)] if rows else []

    def _quote(self, part: Quote) -> list[Flowable]:
        blocks: list[Flowable] = [heading(2, part.title, "report-section")]
        blocks += [words(each, "report-body") for each in part.words]
        look = CardLook(background=_FIELD, border=None, radius=12, padding=12)
        return [Card(blocks, look, whole_below=300, space_after=8)]

    # ------------------------------------------------------------------ the home

    def _glance(self, part: Glance) -> list[Flowable]:
        wide = self._setup.text_width * 0.44
        said: list[Flowable] = [
            heading(2, part.title, "report-section"),
            words(part.summary, "report-body"),
            *(words(each, "report-soft") for each in part.remarks),
            *(_bar(*each) for each in part.bars),
        ]
        figure = house_figure(self._data, wide, wide * 0.62)
        row = Row([[figure], said], [wide, None], gap=16, whole_below=420)
        row.spaceAfter = 4
        third = -(-len(part.rooms) // 3)
        columns: list[list[Flowable]] = [
            [list_of([_room(*each) for each in part.rooms[at : at + third]])]
            for at in range(0, len(part.rooms), third or 1)
        ]
        listed = Row(columns, [None] * len(columns), gap=12, whole_below=300)
        return [row, listed] if columns else [row]

    # ------------------------------------------------------------------ tables

    def _table(self, part: Table) -> list[Flowable]:
        whole = sum(part.shares)
        widths = [self._setup.text_width * share / whole for share in part.shares]
        head = [[words(each, "report-label")] for each in part.head]
        rows = [self._cells(part, number) for number in range(len(part.rows))]
        look = TableLook(padding=2.8 if part.dense else 4.5, whole_below=260)
        table = PdfTable(head, rows, widths, look=look, space_after=9)
        is_short = len(rows) <= _SHORT and not part.signs
        return [KeepTogether([table])] if is_short else [table]

    def _cells(self, part: Table, number: int) -> list[list[Flowable]]:
        cells = [_lines(cell, at in part.strong) for at, cell in enumerate(part.rows[number])]
        if part.signs:
            shape = _sign(part.signs[number])
            beside = Row([[shape], cells[0]], [_SIGN, None], gap=6, whole_below=300)
            cells[0] = [beside]
        return cells

    # ------------------------------------------------------------------ photos, signatures

    def _plate(self, part: Plate) -> list[Flowable]:
        wide = (self._setup.text_width - 16) / 2
        rows: list[Flowable] = []
        for at in range(0, len(part.photos), 2):
            columns = [self._photo(each, wide) for each in part.photos[at : at + 2]]
            columns += [[] for _missing in range(2 - len(columns))]
            row = Row(columns, [wide, wide], gap=16, whole_below=600)
            row.spaceAfter = 10
            rows.append(row)
        return rows

    def _photo(self, each: PlatePhoto, wide: float) -> list[Flowable]:
        file = self._data.photos(each.photo)
        if file is None:
            return []
        size = (wide, wide * _PLATE_SHAPE)
        figure = PlateFigure(file, size, each.alt, each.number)
        figure.marks = each.photo.marks
        figure.spaceAfter = 3
        caption = [words(each.title, "report-cell-bold")]
        return [figure, *caption, *([words(each.caption, "report-soft")] if each.caption else [])]

    def _signing(self, part: Signing) -> list[Flowable]:
        boxes = Row([[_signature_card(each)] for each in part.boxes], [None] * 2, gap=16)
        look = CardLook(border=theme()["line"], border_width=1, padding=10)
        title, said = words(part.title, "report-cell-bold"), words(part.words, "report-soft")
        return [KeepTogether([boxes, Card([title, said], look, space_after=8)])]


def _lines(cell: str, strong: bool) -> list[Flowable]:
    first, *others = cell.split("\n")
    return [
        words(first, "report-cell-bold" if strong else "report-cell"),
        *(words(each, "report-cell") for each in others),
    ]


def _sign(each: Sign) -> Figure:
    return sign(each.state, _SIGN, alt=each.words, number=each.number)


def _bar(name: str, value: int) -> Row:
    """Return the score of an area: its name, a bar, the number."""
    state = next(state for most, state in _BARS if value < most)

    def draw(surface: Surface) -> None:
        score_bar(surface, theme(), Box(0, 3, 110, 8), value=value, state=state)

    number = words(str(value), "report-cell-bold", right=True)
    row = Row([[words(name, "report-cell")], [Figure(draw, 110, 13, "")], [number]],
              [None, 110, 26], gap=6)  # fmt: skip
    row.spaceAfter = 2
    return row


def _room(name: str, standing: str) -> ListItem:
    line = words(_("{room}: {standing}").format(room=name, standing=standing), "report-soft")
    return ListItem([line], spoken="•", size=9, indent=11, space_after=0)


def logo_figure(data: bytes) -> Figure:
    """Return a logo from the bytes of a PNG, at most 150 by 44 points."""
    image = ImageReader(BytesIO(data))
    wide, high = image.getSize()
    scale = min(150 / wide, 44 / high)
    return _Logo(image, wide * scale, high * scale)


class _Logo(Figure):
    """The sign of a service, above the title."""

    def __init__(self, image: ImageReader, width: float, height: float) -> None:
        super().__init__(None, width, height, _("Logo"))
        self._image = image
        self.spaceAfter = 4

    def _draw(self) -> None:
        self.canv.drawImage(self._image, 0, 0, self.width, self.height, mask="auto")


def _signature_card(box: SignatureBox) -> Card:
    look = CardLook(border=theme()["edge"], border_width=1.2, padding=12)
    blocks: list[Flowable] = [words(box.title, "report-label")]
    strokes = box.signature.strokes if box.signature else ()
    blocks.append(strokes_figure(box, 200, 50) if strokes else Figure(None, 10, 50, ""))
    below: list[Flowable] = [words(box.name or " ", "report-fact")]
    if box.day:
        below.append(words(box.day, "report-soft"))
    return Card([*blocks, Rule(theme()["ink2"], space=3), Stack(below)], look, whole_below=300)


def strokes_figure(box: SignatureBox, width: float, height: float) -> Figure:
    """Return a drawn signature in a field of this size."""
    signature: Signature | None = box.signature

    def draw(surface: Surface) -> None:
        for stroke in signature.strokes if signature else ():
            points = [(x * width, y * height) for x, y in stroke]
            path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
            if len(points) == 1:
                path += f"L{points[0][0] + 0.1:.2f} {points[0][1]:.2f}"
            surface.path(path, stroke=_INK, width=1.6)

    return Figure(draw, width, height, _("Signature of {name}").format(name=box.name))
