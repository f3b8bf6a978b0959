"""A line of the visit sheet: one check, its answers to circle, sizes, a photo, a note."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from falls_app.domain.checklist import ASKS_WHERE, Answer, Check
from falls_app.domain.sheet import NOTE, PHOTO, SIGNS, WHERE, SheetPage, answers_of, box_name
from falls_app.drawing.path import rectangle_path
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.form import Form
from falls_app.export.pdf.pages.look import theme
from falls_app.export.pdf.sheet.look import SheetLook, draw_blank, draw_circle, draw_field
from falls_app.export.pdf.tagged import dictionary
from falls_app.export.visit_sheet import SheetData, page_name
from falls_app.i18n import _, content
from falls_app.sizes import unit_in_use, unit_spoken, unit_words

_PADDING, _GAP, _EDGE, _BETWEEN = 6.0, 5.0, 5.0, 12.0


_LEAST = 36.0
"""Width of the shortest line to write on, in points: room for four figures."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """An answer to circle: where its circle stands, in points from the top left of the answers."""

    answer: Answer
    words: str
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class _Blank:
    """A place to write: what for, its part of the name, how wide, what stands after it.

    One that ``grows`` takes what is left of its row.
    """

    label: str
    part: str
    spoken: str
    width: float
    grows: bool = False
    after: str = ""

    def label_width(self, size: float) -> float:
        """Return how wide the label is, with the space after it."""
        return float(text_width(self.label, "Sans", size)) + 6

    def least(self, size: float) -> float:
        """Return how wide it is at least, all in all."""
        after = text_width(self.after, "Sans", size) + 5 if self.after else 0
        return float(self.label_width(size) + self.width + after)


class SheetLine(Flowable):  # type: ignore[misc]
    """One check in its room. A thick edge marks those that matter most."""

    def __init__(
        self, data: SheetData, page: SheetPage, check: Check, look: SheetLook, form: Form | None
    ) -> None:
        super().__init__()
        self._page, self._check, self._look, self._form = page, check, look, form
        self._place = (check.id, page.place)
        self._asked = data.say(check.question)
        self._said = f"{page_name(page)}, {check.id}: {self._asked}"
        self._question = look.words(self._asked, look.question, bold=True, role=None)
        self._words = {
            each: content(check.short_answers.get(each, "")) or _("Not sure")
            for each in answers_of(check)
        }
        self._places = tuple(self._blanks(data))
        self._is_tinted = page.checks.index(check) % 2 == 0

    def _blanks(self, data: SheetData) -> Iterator[_Blank]:
        small = self._look.small
        for measure in self._check.measures:
            unit = unit_in_use(measure, data.region)
            label = content(measure.label)
            spoken = _("{what}, in {unit}").format(what=label, unit=unit_spoken(unit))
            yield _Blank(label, measure.id, spoken, small * 4.4, after=unit_words(unit))
        if self._check.area in ASKS_WHERE:
            where = _("Where? Rooms, or their page codes")
            yield _Blank(where, WHERE, where, small * 10, grows=True)
        yield _Blank(_("Photo no."), PHOTO, _("Photo numbers"), small * 3.4)
        least = small * (14 if self._look.columns > 2 else 9)
        yield _Blank(_("Note"), NOTE, _("Note"), least, grows=True)

    # ------------------------------------------------------------------ measuring

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height, the gap below included."""
        look = self._look
        inner = avail_width - 2 * look.side
        self._left = look.code if look.columns > 2 else 0.0
        asked = self._question.wrap(inner - self._left, avail_height)[1]
        code = 0.0 if self._left else look.small * 1.3
        self._choices, answers = self._laid_out(inner)
        self._tops = (_PADDING + code, _PADDING + code + asked + 4)
        self._write_top = self._tops[1] + answers + 2
        self._rows = _in_rows(self._places, look.small, inner)
        height = self._write_top + len(self._rows) * look.write
        self.width, self.height = avail_width, height + _PADDING + _GAP
        return self.width, self.height

    def _laid_out(self, inner: float) -> tuple[list[_Choice], float]:
        """Return the answers with their places, and how high they are together.

        They stand in columns, or close together where the columns are too narrow for a row.
        """
        look, wide = self._look, 2 * self._look.circle
        sizes = [
            wide + 4 + text_width(each, "SansMedium", look.small) for each in self._words.values()
        ]
        step = wide + (3 if look.columns > 2 else 8)
        columns = _columns(look, inner, list(self._words))
        for starts, gap in (
            (columns, 7.0),
            ((0.0,) * look.columns, 7.0),
            ((0.0,) * look.columns, 4.0),
        ):
            places = _flowed(sizes, starts, inner, step, gap=gap)
            if places[-1][1] == 0:
                break
        else:
            places = _flowed(sizes, columns, inner, step)
        choices = [
            _Choice(answer, words, *place)
            for (answer, words), place in zip(self._words.items(), places, strict=True)
        ]
        return choices, places[-1][1] + step

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the frame as decoration, then question, answers and places to write."""
        canvas = self.canv
        with canvas.element("Div"):
            with PdfSurface(canvas, 0, self.height) as surface, canvas.artifact():
                self._draw_frame(surface)
            with canvas.content("P"):
                self._draw_question()
            with PdfSurface(canvas, self._look.side, self.height) as surface:
                self._draw_answers(surface)
                y = self._write_top
                for row in self._rows:
                    self._draw_row(surface, row, y)
                    y += self._look.write

    def _draw_frame(self, surface: PdfSurface) -> None:
        fill = self._look.tint if self._is_tinted else None
        height = self.height - _GAP
        surface.rect(
            0.6, 0.6, self.width - 1.2, height - 1.2, 8, fill=fill, stroke="#BFB29A", line_width=1.1
        )
        if self._check.is_critical:
            surface.push(0, 0)
            surface.clip(rectangle_path(0, 0, self.width, height, 8))
            surface.rect(0, 0, _EDGE, height, fill=theme()["ink"])
            surface.pop()

    def _draw_question(self) -> None:
        top = self.height - self._tops[0]
        with PdfSurface(self.canv, self._look.side, self.height) as surface:
            size = self._look.small
            y = (self._tops[0] if self._left else _PADDING) + size
            surface.text(0, y, self._check.id, size=size, weight=700, color=theme()["primary"])
        self._question.drawOn(self.canv, self._look.side + self._left, top - self._question.height)

    def _draw_answers(self, surface: PdfSurface) -> None:
        canvas, look, top = self.canv, self._look, self._tops[1]
        name = box_name(self._place)
        if self._form:
            said = {
                each.answer.value: f"{self._check.id}, {SIGNS[each.answer]}: {each.words}"
                for each in self._choices
            }
            self._form.choice(canvas, name, self._said, said)
        with canvas.element("L", attributes=dictionary("List", ListNumbering="None")):
            for each in self._choices:
                sign, middle = SIGNS[each.answer], top + each.y + look.circle + 1
                x = each.x + look.circle
                with canvas.element("LI"):
                    with canvas.content("Lbl"):
                        draw_circle(surface, x, middle, look.circle, sign)
                    with canvas.element("LBody"):
                        with canvas.content("P"):
                            surface.text(
                                x + look.circle + 5, middle + look.small * 0.35, each.words,
                                size=look.small, weight=500, color=theme()["ink"],
                            )  # fmt: skip
                        if self._form:
                            place = (x, middle, look.circle)
                            self._form.circle(canvas, name, each.answer.value, sign, place)

    def _draw_row(self, surface: PdfSurface, row: Sequence[_Blank], top: float) -> None:
        look = self._look
        x, y = 0.0, top + look.write - 6
        spare = self.width - 2 * look.side - _row_width(row, look.small)
        for blank in row:
            with self.canv.element("P"):
                with self.canv.content("Span"):
                    surface.text(x, y, blank.label, size=look.small, color=theme()["ink2"])
                # A label that leaves too little room alone in its row has a shorter line.
                is_moved = blank.grows or (spare < 0 and len(row) == 1)
                width = max(_LEAST, blank.width + (spare if is_moved else 0))
                x = self._draw_blank(surface, blank, x + blank.label_width(look.small), y, width)

    def _draw_blank(
        self, surface: PdfSurface, blank: _Blank, x: float, y: float, width: float
    ) -> float:
        """Draw one place to write and what stands after it; return where the next one begins."""
        look, canvas = self._look, self.canv
        up, high = look.small * 1.02, look.small * 1.36
        with canvas.artifact():
            if self._form:
                draw_field(surface, x, y - up, width, high)
            else:
                draw_blank(surface, x, y, width)
        if self._form:
            place = (x + 2, y - up + high, width - 4, high)
            name, spoken = box_name(self._place, blank.part), f"{self._said} {blank.spoken}"
            self._form.text(canvas, name, spoken, place, size=look.small)
        x += width
        if blank.after:
            with canvas.content("Span"):
                x += 5
                x += surface.text(x, y, blank.after, size=look.small, color=theme()["ink2"])
        return x + _BETWEEN


def _in_rows(blanks: Sequence[_Blank], size: float, inner: float) -> list[list[_Blank]]:
    """Return the places to write in as few rows as they need; the last of each may grow."""
    rows: list[list[_Blank]] = [[]]
    for blank in blanks:
        if rows[-1] and _row_width([*rows[-1], blank], size) > inner:
            rows.append([])
        rows[-1].append(blank)
    return rows


def _row_width(row: Sequence[_Blank], size: float) -> float:
    return sum(each.least(size) for each in row) + _BETWEEN * (len(row) - 1)


def _flowed(
    sizes: Sequence[float],
    columns: Sequence[float],
    inner: float,
    step: float,
    *,
    gap: float = 7,
) -> list[tuple[float, float]]:
    """Return the places of things of these widths, in rows of at most as many as columns."""
    places, x, y, column = [], 0.0, 0.0, 0
    for size in sizes:
        start = max(x, columns[column]) if column < len(columns) else inner
        if column and start + size > inner:
            start, y, column = 0.0, y + step, 0
        places.append((start, y))
        x, column = start + size + gap, column + 1
    return places


def _columns(look: SheetLook, inner: float, answers: Sequence[Answer]) -> tuple[float, ...]:
    """Return where answers begin in a row, so that the same ones stand below each other."""
    if look.columns == 2:
        return (0.0, inner * 0.52)
    shares = dict(zip(SIGNS, (0.0, 0.21, 0.42, 0.63, 0.845), strict=True))
    return tuple(inner * shares[each] for each in answers)
