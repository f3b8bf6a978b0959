"""Photos of a finding, with their marks: the first one large, two more below; before and after."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from falls_app.domain.assessment import Finding
from falls_app.domain.evidence import Photo, PhotoFile
from falls_app.domain.overview import BONES, WHOLE
from falls_app.domain.step import Step
from falls_app.export.paper import PaperData
from falls_app.export.pdf.figures import Figure, PhotoFigure
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import heading, signed, state_words, words
from falls_app.export.words import by_words
from falls_app.i18n import _
from falls_app.words import wording

MOST = 3
"""Photos shown of one finding on a family paper."""
STANDARD, LARGE_PRINT = (168.0, 120.0), (300.0, 300.0)
"""How wide the first photo of a finding is, and the others, in points."""

PAIR_IN_LARGE_PRINT = 220.0
"""How wide each of two photos side by side is in large print, in points."""

_TALLEST = 1.1
"""A photo taken upright is shown at most so many times as high as it is wide."""


def photos_of(
    data: PaperData, finding: Finding, widths: tuple[float, float] = STANDARD
) -> list[Figure]:
    """Return the photos whose pictures are there, at most three, the first one large."""
    taken = sorted(finding.photos, key=lambda photo: photo.is_after)
    there = [(photo, file) for photo in taken if (file := data.photos(photo))][:MOST]
    figures: list[Figure] = []
    for photo, file in there:
        figures.append(_figure(photo, file, widths[1] if figures else widths[0]))
    return figures


def _figure(photo: Photo, file: PhotoFile, width: float) -> Figure:
    height = width * min(_TALLEST, photo.height / photo.width)
    return PhotoFigure(file, width, height, photo_words(photo), marks=photo.marks)


def done_at(data: PaperData, place: str) -> list[Flowable]:
    """Return what was done at a place and has a photo of it done, with how it looked before."""
    wanted = None if place == WHOLE else place
    here = (
        step
        for step in data.plan.steps
        if any(finding.room == wanted for finding in step.findings)
        or (place == BONES and step.question is not None and not step.question.private)
    )
    return _photos_of_done(data, here)


def own_done(data: PaperData) -> list[Flowable]:
    """Return the steps that the family wrote and did, with a photo of it done."""
    return _photos_of_done(data, (step for step in data.plan.steps if step.own is not None))


def _photos_of_done(data: PaperData, steps: Iterable[Step]) -> list[Flowable]:
    return [block for step in steps if step.is_done for block in _before_and_after(data, step)]


def _before_and_after(data: PaperData, step: Step) -> list[Flowable]:
    width = PAIR_IN_LARGE_PRINT if manner().large else STANDARD[0]
    before, after = step.before_and_after
    if after is None or not (file := data.photos(after)):
        return []
    title = _("Done {day}: {step}").format(
        day=by_words(data, step, narrow=True), step=wording(data.say, step)[0]
    )
    cells: list[list[Flowable]] = [[words(_("Now"), "soft"), _figure(after, file, width)]]
    if before is not None and (old := data.photos(before)):
        cells.insert(0, [words(_("Before"), "soft"), _figure(before, old, width)])
    line = signed("ok", heading(3, title, "card"), alt=state_words("ok"), size=19)
    pair = Row(cells, [width for _cell in cells], gap=14, whole_below=500)
    return [Stack([line, pair], whole_below=float("inf"))]


def photo_words(photo: Photo) -> str:
    """Return what a photo shows, for who cannot see it."""
    marked = ", ".join(mark.words for mark in photo.marks if mark.words)
    plain = _("A photo of it done.") if photo.is_after else _("A photo of this place.")
    return " ".join(part for part in (photo.caption or plain, marked) if part)
