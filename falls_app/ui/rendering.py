"""Papers as pictures of their pages: the real file, drawn for the screen and for a printer.

All of it runs beside the window.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Event
from time import perf_counter
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


class SupersededError(Exception):
    """Nobody waits for this paper any more: another one was asked for."""


class Wanted:
    """Whether somebody still waits for a paper; the worker asks between its pages."""

    def __init__(self) -> None:
        self._dropped = Event()

    def drop(self) -> None:
        """Let whoever makes the paper stop after the page under way."""
        self._dropped.set()

    def watch(self, _pages: int = 0) -> None:
        """Stop the making if nobody waits."""
        if self._dropped.is_set():
            raise SupersededError


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, ``number`` from 0; ``text`` is what stands on it, for screen readers."""

    number: int
    image: QImage
    text: str


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as it would be saved, with the picture of the page that is read.

    ``count`` is its pages, ``shape`` height by width of a page, ``unshown`` the words that no
    font has, ``seconds`` how long it took to make, ``names`` what each page is about: the words of
    its outline, "" for a page of a paper without one.
    """

    pdf: bytes
    count: int
    shape: float
    page: PagePicture
    unshown: tuple[str, ...] = ()
    seconds: float = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Which papers of which case, and how they are printed."""

    kinds: tuple[str, ...]
    case: Case
    printing: export.Printing

    def write(self, target: Path | BinaryIO, wanted: Wanted | None = None) -> tuple[str, ...]:
        """Write the papers; return the words that no font has. UserError if it cannot be done."""
        watch = (wanted or Wanted()).watch
        return export.write_pack(self.kinds, self.case, target, self.printing, watch=watch)

    def save_locked(self, target: Path, password: str) -> None:
        """Write the papers into a file that opens with this password alone."""
        export.write_pack(self.kinds, self.case, target, self.printing, password=password)

    def data(self) -> bytes:
        """Return the file of the papers."""
        target = BytesIO()
        self.write(target)
        return target.getvalue()


def save_paper(order: PaperOrder, target: Path, password: str = "") -> Path:
    """Write the papers into a file, and return where it lies. A password locks it."""
    if password:
        order.save_locked(target, password)
    else:
        order.write(target)
    return target


def make_paper(order: PaperOrder, number: int, width: int, wanted: Wanted) -> MadePaper:
    """Return a paper with the picture of one page, the last one if it has not so many."""
    begun, target = perf_counter(), BytesIO()
    unshown = order.write(target, wanted)
    pdf = target.getvalue()
    with _opened(pdf) as document:
        count, (wide, high) = len(document), document[0].get_size()
        names = _page_names(document, several=len(order.kinds) > 1)
    page = page_picture(pdf, min(number, count - 1), width)
    return MadePaper(pdf, count, high / wide, page, unshown, perf_counter() - begun, names)


def _page_names(document: Any, *, several: bool) -> tuple[str, ...]:
    """Return what each page is about: the first of its highest headings, else what goes on.

    Headings of single steps are too small for that. ``several``: the outline begins with papers.
    """
    most = 2 if several else 1
    found: dict[int, tuple[int, str]] = {}
    going_on: dict[int, str] = {}
    for line in document.get_toc():
        place = line.get_dest()
        if place is None or line.level > most:
            continue
        page, words = place.get_index(), line.get_title()
        if page not in found or line.level < found[page][0]:
            found[page] = (line.level, words)
        going_on[page] = words
    names: list[str] = []
    last = ""
    for page in range(len(document)):
        names.append(found[page][1] if page in found else last)
        last = going_on.get(page, last)
    return tuple(names)


def first_look(order: PaperOrder, number: int, width: int, wanted: Wanted) -> PagePicture:
    """Return the picture of a page before the whole paper is made, with nothing at its foot."""
    pdf = export.first_pages(
        order.kinds, order.case, order.printing, most=number + 1, watch=wanted.watch
    )
    return page_picture(pdf, number, width)


def small_pictures(pdf: bytes, width: int, wanted: Wanted) -> tuple[QImage, ...]:
    """Return small pictures of all pages, so many pixels wide."""
    images = []
    with _opened(pdf) as document:
        for page in document:
            wanted.watch()
            images.append(_picture(page, width / page.get_width()))
    return tuple(images)


def page_picture(pdf: bytes, number: int, width: int) -> PagePicture:
    """Return one page, ``width`` pixels wide; the last one if there are not so many."""
    with _opened(pdf) as document:
        number = min(number, len(document) - 1)
        page = document[number]
        words = page.get_textpage()
        text = str(words.get_text_bounded())
        words.close()
        return PagePicture(number, _picture(page, width / page.get_width()), text)


class Printed(Protocol):
    """What can be printed: it makes a PDF."""

    def data(self) -> bytes:
        """Return the file."""


def print_paper(order: Printed, printer: QPrinter) -> int:
    """Print a paper at 300 dots an inch, from and to the pages the printer was set to.

    Return how many pages were sent. UserError if the printer takes nothing.
    """
    with _opened(order.data()) as document:
        return _send(document, printer)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """Open a paper so that the boxes of a form are drawn too, as they are filled."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            document.init_forms()  # before any page is loaded
            yield document
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
