"""Papers as pictures of their pages: the real file, drawn for the screen and for a printer.

All of it runs beside the window.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from falls_app import export
from falls_app.domain.assessment import Case
from falls_app.errors import UserError
from falls_app.export.pdf.pdfium import PDFIUM
from falls_app.i18n import _

PRINT_DPI = 300
_POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it would be saved, with a small picture of each page.

    ``shape`` is height by width of a page.
    """

    pdf: bytes
    small: tuple[QImage, ...]
    shape: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, ``number`` from 0; ``text`` is what stands on it, for screen readers."""

    number: int
    image: QImage
    text: str


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Which paper of which case, and how it is printed."""

    kind: str
    case: Case
    printing: export.Printing

    def write(self, target: Path | BinaryIO) -> None:
        """Write the paper. UserError if that cannot be done."""
        export.write_paper(self.kind, self.case, target, self.printing)

    def data(self) -> bytes:
        """Return the file of the paper."""
        target = BytesIO()
        self.write(target)
        return target.getvalue()


def save_paper(order: PaperOrder, target: Path) -> Path:
    """Write the paper into a file, and return where it lies."""
    order.write(target)
    return target


def make_paper(order: PaperOrder, small_width: int) -> MadePaper:
    """Return a paper with pictures of its pages, ``small_width`` pixels wide."""
    import pypdfium2

    pdf = order.data()
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            width, height = document[0].get_size()
            small = tuple(_picture(page, small_width / width) for page in document)
        finally:
            document.close()
    return MadePaper(pdf, small, height / width)


def page_picture(pdf: bytes, number: int, width: int) -> PagePicture:
    """Return one page, ``width`` pixels wide."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            words = page.get_textpage()
            text = str(words.get_text_bounded())
            words.close()
            return PagePicture(number, _picture(page, width / page.get_width()), text)
        finally:
            document.close()


class Printed(Protocol):
    """What can be printed: it makes a PDF."""

    def data(self) -> bytes:
        """Return the file."""


def print_paper(order: Printed, printer: QPrinter) -> int:
    """Print a paper at 300 dots an inch, from and to the pages the printer was set to.

    Return how many pages were sent. UserError if the printer takes nothing.
    """
    import pypdfium2

    pdf = order.data()
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _send(document, printer)
        finally:
            document.close()


def _send(document: Any, printer: QPrinter) -> int:
    first, last = printer.fromPage() or 1, printer.toPage() or len(document)
    numbers = range(max(1, first) - 1, min(last, len(document)))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            _("The printer did not start."),
            _("Is it on, and does it have paper? Or save the PDF and print it later."),
        )
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for sent, number in enumerate(numbers):
        if sent:
            printer.newPage()
        image = _picture(document[number], PRINT_DPI / _POINTS_AN_INCH)
        size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    painter.end()
    return len(numbers)


def _picture(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB32,
    ).copy()  # the bitmap's memory goes with it
    bitmap.close()
    return image
