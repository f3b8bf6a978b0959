"""Photos of a finding, with their marks: the first one large, two more below."""

from falls_app.domain.assessment import Finding
from falls_app.domain.evidence import Photo
from falls_app.export.paper import PaperData
from falls_app.export.pdf.figures import Figure, PhotoFigure
from falls_app.i18n import _

MOST = 3
"""Photos shown of one finding on a family paper."""
STANDARD, LARGE_PRINT = (168.0, 120.0), (300.0, 300.0)
"""How wide the first photo of a finding is, and the others, in points."""

_TALLEST = 1.1
"""A photo taken upright is shown at most so many times as high as it is wide."""


def photos_of(
    data: PaperData, finding: Finding, widths: tuple[float, float] = STANDARD
) -> list[Figure]:
    """Return the photos whose pictures are there, at most three, the first one large."""
    there = [(photo, file) for photo in finding.photos if (file := data.photos(photo))][:MOST]
    figures: list[Figure] = []
    for photo, file in there:
        width = widths[1] if figures else widths[0]
        height = width * min(_TALLEST, photo.height / photo.width)
        figures.append(PhotoFigure(file, width, height, photo_words(photo), marks=photo.marks))
    return figures


def photo_words(photo: Photo) -> str:
    """Return what a photo shows, for who cannot see it."""
    marked = ", ".join(mark.words for mark in photo.marks if mark.words)
    return " ".join(part for part in (photo.caption or _("A photo of this place."), marked) if part)
