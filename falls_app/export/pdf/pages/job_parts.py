"""What a job of a work order tells, in either print: place, words, sketch, sizes, what to tick."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from falls_app.content.jobs import load_jobs
from falls_app.content.themes import Theme
from falls_app.domain.job import Base, JobSize, Order, Target, measured_near, target
from falls_app.drawing.sketches import HEIGHT, SKETCHES, WIDTH, SizeLabel, draw_sketch
from falls_app.drawing.sketching import TEXT
from falls_app.drawing.surface import Surface
from falls_app.export.job_words import aim_of, exact_of
from falls_app.export.paper import PaperData
from falls_app.export.pdf.figures import Figure, PhotoFigure
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import labelled, theme, words
from falls_app.export.words import by_words
from falls_app.i18n import _, content
from falls_app.words import own_way_words, place_name, role_words, room_words, wording

_TALLEST = 1.1
"""A photo taken upright is shown at most so many times as high as it is wide."""

_LETTERS = "ABCDEFGH"
_LEAST, _SMALLEST = 11.0, 18.0
"""How high letters in a sketch are at least, in points; in large print."""


@dataclass(frozen=True, slots=True)
class SizeLine:
    """One size of a job: its letter in the sketch or "", its name, and what to work to or ""."""

    letter: str
    name: str
    told: str


class JobTold:
    """One job, ready for paper; ``exact`` tells sizes to work to in the place of ranges."""

    def __init__(self, data: PaperData, order: Order, *, exact: bool) -> None:
        self.data, self.order, self.exact = data, order, exact
        self.base: Base = load_jobs().bases[order.job.base]
        self._sizes = self._sized()
        self.labels = self._labels()

    # ------------------------------------------------------------------ words

    @property
    def title(self) -> str:
        """What the job is called, as it was decided."""
        return wording(self.data.say, self.order.step)[0]

    @property
    def place(self) -> str:
        """The room, who does it and by when."""
        data, step = self.data, self.order.step
        who = role_words(data.case.person, data.region, step.who)
        day = by_words(data, step, narrow=True)
        parts = (place_of(data, self.order), who, _("by {day}").format(day=day) if day else "")
        return " · ".join(part for part in parts if part)

    def what(self) -> list[Flowable]:
        """Return what to do as it was decided, how the place is shown, and what to bring."""
        data, step, job = self.data, self.order.step, self.order.job
        if step.is_own_way:
            own = words(own_way_words(data.about, step), "do")
            return [own, words(_("Do this and no more."), "body")]
        blocks: list[Flowable] = [words(wording(data.say, step)[1], "do")]
        if job.show:
            blocks.append(words(data.say(job.show), "body"))
        if step.fix and step.fix.buy:
            things = " · ".join(content(each) for each in step.fix.buy)
            blocks.append(labelled(_("To bring, or ask who buys:"), things))
        return blocks

    @property
    def first(self) -> list[str]:
        """What to look at before this job begins."""
        looks = load_jobs().before_work(self.order.job, self.data.region.id)
        return [content(each.do) for each in looks]

    @property
    def fixing(self) -> list[str]:
        """How it is fixed."""
        own = () if self.order.step.is_own_way else self.order.job.fixing
        return [self.data.say(each) for each in (*self.base.fixing, *own)]

    @property
    def never(self) -> list[str]:
        """What not to do."""
        return [self.data.say(each) for each in (*self.base.never, *self.order.job.never)]

    @property
    def test(self) -> tuple[str, str]:
        """What the box at the end says, and how to know that it is done."""
        label = _("Pull test done") if self.order.job.pull else _("Test done")
        step = self.order.step
        proof = "" if step.is_own_way else self.data.say(step.done_when)
        return (f"{label}:" if proof else f"{label}."), proof

    # ------------------------------------------------------------------ pictures

    def photo(self, width: float) -> list[Flowable]:
        """Return the first photo of the place with its marks; its caption stays at home."""
        for photo in self.order.finding.photos:
            file = self.data.photos(photo)
            if file is None:
                continue
            marked = ", ".join(mark.words for mark in photo.marks if mark.words)
            alt = " ".join(part for part in (_("A photo of this place."), marked) if part)
            height = width * min(_TALLEST, photo.height / photo.width)
            figure = PhotoFigure(
                file, width, height, alt, marks=photo.marks, letters=_least_letters()
            )
            figure.spaceBefore = 6
            return [figure]
        return []

    def sketch(self, width: float) -> Figure:
        """Return the sketch, so wide."""
        scale, name, colors = width / WIDTH, self.order.sketch, _sketch_theme()
        sketch, labels = load_jobs().sketches[name], self.labels
        datum = content(sketch.datum)
        text = max(TEXT, _least_letters() / scale)

        def draw(surface: Surface) -> None:
            surface.push(0, 0, scale)
            draw_sketch(surface, colors, name, labels, datum, text=text)
            surface.pop()

        told = [f"{label.letter}: {label.words}." for label in labels.values() if label.words]
        return Figure(draw, width, HEIGHT * scale, " ".join([content(sketch.alt), *told]))

    # ------------------------------------------------------------------ sizes

    @property
    def sizes(self) -> list[SizeLine]:
        """All sizes of the job; none where the person's own way is done."""
        return [
            SizeLine(
                self.labels[size.id].letter if size.id in self.labels else "",
                content(size.label),
                self._told(found),
            )
            for size, found in self._sizes
        ]

    def _sized(self) -> Sequence[tuple[JobSize, Target]]:
        data, order = self.data, self.order
        if order.step.is_own_way:
            return ()
        near = measured_near(data.walk, order.finding.room, data.case.visit.sizes)
        like = data.region.sizes_like
        return [(size, target(size, data.checklist, like, near)) for size in order.job.sizes]

    def _labels(self) -> dict[str, SizeLabel]:
        """Return a letter for each size that has its place in the sketch."""
        if not self.order.sketch:
            return {}
        shown = SKETCHES[self.order.sketch].sizes
        drawn = [(size, found) for size, found in self._sizes if size.id in shown]
        return {
            size.id: SizeLabel(letter, self._told(found))
            for letter, (size, found) in zip(_LETTERS, drawn, strict=False)
        }

    def _told(self, found: Target) -> str:
        """Return the size to work to if it is wanted and known, else the range."""
        one = exact_of(found, self.data.region)
        is_one = one and (self.exact or found.low is None)
        return one if is_one else aim_of(found, self.data.region)


def _least_letters() -> float:
    return _SMALLEST if manner().large else _LEAST


def place_of(data: PaperData, order: Order) -> str:
    """Return the room in which a job is done, or the rooms."""
    if order.finding.room:
        return place_name(data.case.home, order.finding.room)
    return room_words(data.case.home, order.step)


def _sketch_theme() -> Theme:
    """Return the colors of a sketch: no fills where ink is saved or print is large."""
    given = theme()
    if not (manner().save_ink or manner().large):
        return given
    plain = {"hover": "#FFFFFF", "primary_soft": "#FFFFFF", "line": "#C9C2B4"}
    return replace(given, tokens={**given.tokens, **plain})
