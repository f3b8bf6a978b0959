"""What tests of papers share: a paper printed, its words, the sizes of its letters."""

import re
from io import BytesIO

from pypdf import PdfReader

from falls_app.content.regions import load_region
from falls_app.domain.assessment import Case
from falls_app.export import Printing, write_pack


def printed(kinds: str | tuple[str, ...], case: Case, region: str = "us", **options) -> bytes:
    """Return a paper, or several as one file."""
    target = BytesIO()
    wanted = (kinds,) if isinstance(kinds, str) else kinds
    write_pack(wanted, case, target, Printing(load_region(region), **options))
    return target.getvalue()


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", text)


def pages_of(data: bytes) -> list[str]:
    """Return the words of each page."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def words_of(data: bytes) -> str:
    """Return all words, what goes on over pages in one piece: without the footers."""
    lines = (
        line for page in PdfReader(BytesIO(data)).pages for line in page.extract_text().splitlines()
    )
    around = r"Page \d+ of \d|More on the next page|\(goes on\)"
    return squeezed(" ".join(line for line in lines if not re.search(around, line)))


def letter_sizes(data: bytes) -> set[float]:
    """Return how high the letters are, in points, as they stand on the page."""
    sizes: set[float] = set()

    def see(text, page, line, _font, size):
        if text.strip():
            high = abs(page[3] * line[3])
            sizes.add(round(size * high, 2))

    for page in PdfReader(BytesIO(data)).pages:
        page.extract_text(visitor_text=see)
    return sizes
