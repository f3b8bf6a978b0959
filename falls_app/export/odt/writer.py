"""Writes the parts of a report into a text document."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from falls_app.export.odt.package import document, element, lines, package
from falls_app.export.odt.styles import column_style, styles, table_styles
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.pages.house import house_figure
from falls_app.export.pdf.pdfium import figure_picture
from falls_app.export.pdf.report_parts import logo_figure, strokes_figure
from falls_app.export.pdf.report_photos import PlateFigure
from falls_app.export.report.data import ReportData
from falls_app.export.report.parts import (
    Alert,
    Facts,
    Glance,
    Head,
    Heading,
    Para,
    Plate,
    PlatePhoto,
    Quote,
    Report,
    SignatureBox,
    Signing,
    Table,
)

_POINTS_A_CM = 28.35
_PHOTO = (240.0, 154.0)
_MAP = (300.0, 170.0)


class Writer:
    """Turns the parts of one report into elements; pictures are kept beside them."""

    def __init__(self, data: ReportData) -> None:
        self._data = data
        self._pictures: dict[str, bytes] = {}
        self._columns: dict[tuple[float, ...], list[str]] = {}
        self._automatic: list[ET.Element] = [*table_styles()]
        self._tables = 0
        self._ways: Mapping[type, Callable[[Any], list[ET.Element]]] = {
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

    def write(self, report: Report, paper: str) -> bytes:
        """Return the whole file. ValueError if there is no such ``paper``."""
        body = [each for part in report.parts for each in self._ways[type(part)](part)]
        content = document(
            "content",
            element("office:automatic-styles", {}, *self._automatic),
            element("office:body", {}, element("office:text", {}, *body)),
        )
        about = element(
            "office:meta",
            {},
            element("dc:title", {}, report.title),
            element("dc:creator", {}, report.author),
            element("dc:language", {}, report.language),
        )
        files = {
            "content.xml": content,
            "styles.xml": styles(report.foot, paper, report.language),
            "meta.xml": document("meta", about),
        }
        return package(files, self._pictures)

    # ------------------------------------------------------------------ words

    def _head(self, part: Head) -> list[ET.Element]:
        made = []
        if part.logo:
            figure = logo_figure(part.logo)
            made.append(element("text:p", {"text:style-name": "Standard"}, self._shown(figure)))
        # A level 1 heading, so that the outline begins with it.
        title = {"text:style-name": "Title", "text:outline-level": "1"}
        made.append(element("text:h", title, part.title))
        made += [_p(line, "Service") for line in (*part.service, part.status)]
        return made

    def _alert(self, part: Alert) -> list[ET.Element]:
        return [_p(part.words, "Alert"), *_list(part.signs)]

    def _heading(self, part: Heading) -> list[ET.Element]:
        style = "NewPage" if part.breaks == "page" else f"Heading_20_{part.level}"
        said = {"text:style-name": style, "text:outline-level": str(part.level)}
        return [element("text:h", said, part.words)]

    def _para(self, part: Para) -> list[ET.Element]:
        style = "Small" if part.small else "Standard"
        label = [_strong(f"{part.label}: ")] if part.label else []
        return [element("text:p", {"text:style-name": style}, *label, *lines(part.words))]

    def _facts(self, part: Facts) -> list[ET.Element]:
        cells = [[_p(label, "CellHead"), _p(said, "Cell")] for label, said in part.pairs]
        cells += [[_p("", "Cell")]] * (-len(cells) % 3)
        rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
        return [self._grid(rows, (1, 1, 1), "PlainBox")] if rows else []

    def _quote(self, part: Quote) -> list[ET.Element]:
        heading = Heading(2, part.title)
        return [*self._heading(heading), *(_p(each, "Standard") for each in part.words)]

    def _glance(self, part: Glance) -> list[ET.Element]:
        figure = house_figure(self._data, *_MAP)
        return [
            *self._heading(Heading(2, part.title)),
            _p(part.summary, "Standard"),
            *(_p(each, "Small") for each in part.remarks),
            *_list([f"{area}: {score}" for area, score in part.bars]),
            element("text:p", {"text:style-name": "Standard"}, self._shown(figure)),
            *self._rooms(part),
        ]

    def _rooms(self, part: Glance) -> list[ET.Element]:
        cells = [[_p(f"{room}: {standing}", "Cell")] for room, standing in part.rooms]
        cells += [[_p("", "Cell")]] * (-len(cells) % 3)
        rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
        return [self._grid(rows, (1, 1, 1), "PlainBox")] if rows else []

    # ------------------------------------------------------------------ tables

    def _table(self, part: Table) -> list[ET.Element]:
        numbers = [f"{sign.words}. " for sign in part.signs] or [""] * len(part.rows)
        rows = [
            [
                _cell(words, at in part.strong, number if at == 0 else "")
                for at, words in enumerate(row)
            ]
            for row, number in zip(part.rows, numbers, strict=True)
        ]
        head = [[_p(words, "CellHead")] for words in part.head]
        return [self._grid(rows, part.shares, "CellBox", head=head)]

    def _grid(
        self,
        rows: Sequence[Sequence[Sequence[ET.Element]]],
        shares: tuple[float, ...],
        box: str,
        *,
        head: Sequence[Sequence[ET.Element]] = (),
    ) -> ET.Element:
        self._tables += 1
        made = element(
            "table:table", {"table:name": f"Table{self._tables}", "table:style-name": "Wide"}
        )
        for column in self._column_names(shares):
            made.append(element("table:table-column", {"table:style-name": column}))
        if head:
            made.append(element("table:table-header-rows", {}, _row(head, "HeadBox")))
        made.extend(_row(row, box) for row in rows)
        return made

    def _column_names(self, shares: tuple[float, ...]) -> list[str]:
        if shares not in self._columns:
            number = len(self._columns) + 1
            names = [f"Column{number}_{at}" for at in range(1, len(shares) + 1)]
            self._columns[shares] = names
            self._automatic += [
                column_style(each, share) for each, share in zip(names, shares, strict=True)
            ]
        return self._columns[shares]

    # ------------------------------------------------------------------ pictures

    def _plate(self, part: Plate) -> list[ET.Element]:
        cells = [self._photo(each) for each in part.photos]
        if len(cells) % 2:
            cells.append([_p("", "Cell")])
        rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
        return [self._grid(rows, (1, 1), "PlainBox")]

    def _photo(self, each: PlatePhoto) -> list[ET.Element]:
        file = self._data.photos(each.photo)
        if file is None:
            return [_p(each.title, "Cell")]
        figure = PlateFigure(file, _PHOTO, each.alt, each.number)
        figure.marks = each.photo.marks
        shown = element("text:p", {"text:style-name": "Cell"}, self._shown(figure, photo=True))
        title = element(
            "text:p", {"text:style-name": "Cell"}, _strong(f"{each.number}. {each.title}")
        )
        return [shown, title, *([_p(each.caption, "Small")] if each.caption else [])]

    def _signing(self, part: Signing) -> list[ET.Element]:
        boxes = [self._signature(each) for each in part.boxes]
        strong = element("text:p", {"text:style-name": "Standard"}, _strong(part.title))
        return [self._grid([boxes], (1, 1), "CellBox"), strong, _p(part.words, "Small")]

    def _signature(self, box: SignatureBox) -> list[ET.Element]:
        made = [_p(box.title, "CellHead")]
        if box.signature and box.signature.strokes:
            figure = strokes_figure(box, 200, 50)
            made.append(element("text:p", {"text:style-name": "Cell"}, self._shown(figure)))
        else:
            made.append(_p("\n\n", "Cell"))
        return [*made, _p(box.name, "Cell"), _p(box.day, "Small")]

    def _shown(self, figure: Figure, *, photo: bool = False) -> ET.Element:
        """Return a figure as a picture that stands in the text, with its words."""
        data = figure_picture(figure, photo=photo)
        ending = "jpg" if photo else "png"
        path = f"Pictures/{sha256(data).hexdigest()[:32]}.{ending}"
        self._pictures[path] = data
        image = element(
            "draw:image",
            {"xlink:href": path, "xlink:type": "simple", "xlink:show": "embed",
             "xlink:actuate": "onLoad"},
        )  # fmt: skip
        return element(
            "draw:frame",
            {
                "draw:style-name": "Picture",
                "draw:name": f"Picture{len(self._pictures)}",
                "text:anchor-type": "as-char",
                "svg:width": f"{figure.width / _POINTS_A_CM:.2f}cm",
                "svg:height": f"{figure.height / _POINTS_A_CM:.2f}cm",
            },
            image,
            element("svg:title", {}, figure.alt),
        )


def _p(words: str, style: str) -> ET.Element:
    return element("text:p", {"text:style-name": style}, *lines(words))


def _strong(words: str) -> ET.Element:
    return element("text:span", {"text:style-name": "Strong"}, words)


def _cell(words: str, strong: bool, number: str) -> list[ET.Element]:
    first, *others = words.split("\n")
    inside: list[ET.Element | str] = [number, _strong(first) if strong else first]
    made = [element("text:p", {"text:style-name": "Cell"}, *inside)]
    return [*made, *(_p(each, "Cell") for each in others)]


def _row(cells: Sequence[Sequence[ET.Element]], box: str) -> ET.Element:
    made = element("table:table-row", {"table:style-name": "Whole"})
    for inside in cells:
        said = {"table:style-name": box, "office:value-type": "string"}
        made.append(element("table:table-cell", said, *inside))
    return made


def _list(items: Sequence[str]) -> list[ET.Element]:
    if not items:
        return []
    listed = [element("text:list-item", {}, _p(each, "Standard")) for each in items]
    return [element("text:list", {"text:style-name": "Dots"}, *listed)]
