"""Tables with header cells; a header is repeated on each page as decoration."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Literal, Self

from reportlab.platypus import Flowable

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.layout import Row, Stack, fill
from falls_app.export.pdf.tagged import dictionary

Scope = Literal["", "Column", "Row"]


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a table looks; ``None`` leaves a part out, as for saving ink."""

    line: str | None = "#DDD3C2"
    line_width: float = 0.75
    header_fill: str | None = "#EEE7DA"
    padding: float = 5
    whole_below: float = 160
    """A row of at most so many points is never cut."""


class Table(Flowable):  # type: ignore[misc]
    """Rows of cells; each cell is a list of blocks.

    ``widths`` are points, ``None`` shares what is left. With ``row_headers`` the first cell of
    a row names the row. A row too high for a page is cut; nothing is lost.
    """

    at_top = False

    def __init__(
        self,
        header: Sequence[Sequence[Flowable]],
        rows: Sequence[Sequence[Sequence[Flowable]]],
        widths: Sequence[float | None],
        *,
        row_headers: bool = True,
        look: TableLook | None = None,
        space_after: float = 8,
    ) -> None:
        super().__init__()
        look = look or TableLook()
        self.header = _TableRow(header, ["Column"] * len(header), widths, look, look.header_fill)
        scopes: list[Scope] = ["" for _ in header]
        if row_headers:
            scopes[0] = "Row"
        self.rows: list[_TableRow] = [_TableRow(row, scopes, widths, look) for row in rows]
        self.spaceAfter = space_after
        self.key: object = object()
        self._goes_on = False

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height."""
        heights = (row.wrap(avail_width, avail_height)[1] for row in (self.header, *self.rows))
        self.width, self.height = avail_width, sum(heights)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Table"]:
        """Return the rows that fit and the rest under a repeated header."""
        room = avail_height - self.header.wrap(avail_width, avail_height)[1]
        head, rest = fill(self.rows, avail_width, room, at_top=self.at_top)
        if not head:
            return []
        return [self._part(head), self._part(rest, goes_on=True)] if rest else [self]

    def draw(self) -> None:
        """Draw the header, then the rows."""
        with self.canv.element("Table", key=self.key):
            top = self.height - self.header.height
            if self._goes_on:
                with self.canv.artifact(page_furniture=True):
                    self.header.drawOn(self.canv, 0, top)
            else:
                self.header.drawOn(self.canv, 0, top)
            for row in self.rows:
                top -= row.height
                row.drawOn(self.canv, 0, top)

    def _part(self, rows: list["_TableRow"], *, goes_on: bool = False) -> Self:
        part = copy(self)
        part.rows = rows
        part.at_top = False
        part._goes_on = self._goes_on or goes_on
        return part


class _TableRow(Row):
    """One row: columns with padding, each of them a cell of the structure."""

    def __init__(
        self,
        cells: Sequence[Sequence[Flowable]],
        scopes: Sequence[Scope],
        widths: Sequence[float | None],
        look: TableLook,
        background: str | None = None,
    ) -> None:
        super().__init__(cells, widths, gap=0, whole_below=look.whole_below)
        self.look, self.scopes, self.background = look, scopes, background
        self.key: object = object()
        for column in self.columns:
            _put_words_into_cell(column)

    def draw(self) -> None:
        """Draw fill and line as decoration, then the cells."""
        with self.canv.artifact(), PdfSurface(self.canv, 0, self.height) as surface:
            surface.rect(0, 0, self.width, self.height, fill=self.background)
            if self.look.line:
                bottom, width = self.height, self.look.line_width
                surface.line(0, bottom, self.width, bottom, stroke=self.look.line, width=width)
        with self.canv.element("TR", key=self.key):
            super().draw()

    def _draw_column(self, index: int, x: float, y: float) -> None:
        scope = self.scopes[index]
        attributes = dictionary("Table", Scope=scope) if scope else ""
        role = "TH" if scope else "TD"
        with self.canv.element(role, key=(self.key, index), attributes=attributes):
            super()._draw_column(index, x + self.look.padding, y)

    def _inner_widths(self, width: float) -> list[float]:
        return [column - 2 * self.look.padding for column in self._column_widths(width)]

    def _frame_height(self) -> float:
        return 2 * self.look.padding


def _put_words_into_cell(column: Stack) -> None:
    # A single paragraph is the cell's own content: half the elements of a big table.
    if len(column.blocks) == 1:
        only = column.blocks[0]
        if isinstance(only, Paragraph) and only.role == "P":
            only.role = None
