"""The first page of the visit sheet: whose home, how to fill it in, which pages there are."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from falls_app.domain.sheet import BY, DAY, GOALS, NAME, ORIGIN, PRESENT, SheetPage
from falls_app.drawing.shapes import State, state_shape
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.flowables import Paragraph
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.form import Form
from falls_app.export.pdf.layout import Row, Stack
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.pages.look import theme
from falls_app.export.pdf.pages.small_print import general_words
from falls_app.export.pdf.sheet.look import SheetLook, draw_blank, draw_circle, draw_field
from falls_app.export.visit_sheet import SheetData, page_name
from falls_app.i18n import _, ngettext

_SHORT_NAME = 24
"""A name of so many letters stands beside its label."""

_ONE_LINE = 600.0
"""How wide a title may be, in points, before it is set smaller."""


def front(data: SheetData, look: SheetLook, form: Form | None, title: str) -> list[Flowable]:
    """Return the first page."""
    origin = data.origin(data.region.locale)
    long = text_width(title, "Serif", look.title) > _ONE_LINE
    return [
        look.heading(1, title, look.title * (0.7 if long else 1)),
        look.words(_lead(), look.text, color="ink2"),
        _Space(8),
        *_blanks(data, look, form),
        *([_Hidden(form, ORIGIN, origin.text())] if form else []),
        _Space(8),
        Stack([_Sign(look, *each) for each in _signs()]),
        _Space(4),
        list_of([_item(look, text) for text in _steps(fillable=form is not None)]),
        look.heading(2, _("The pages"), look.head * 0.8),
        *_contents(data, look),
        _Space(6),
        look.words(general_words(data), look.small, color="ink2"),
    ]


def _blanks(data: SheetData, look: SheetLook, form: Form | None) -> list[Flowable]:
    """Return the lines about the visit; a name that is known is printed, a long one on its own."""
    name = "" if data.is_blank else data.case.person.name
    goals = data.about(_("What {name} want{s} to keep doing"))
    day = (_("Date"), DAY, "")
    if len(name) > _SHORT_NAME:
        goals = _("What to keep doing")
        label = _("{label} {name}").format(label=_("Home of"), name=name)
        first = [look.words(label, look.text), _Line(look, form, day)]
    else:
        first = [_Line(look, form, (_("Home of"), NAME, name), day)]
    return [
        *first,
        _Line(look, form, (_("Filled in by"), BY, ""), (_("Who was there"), PRESENT, "")),
        _Line(look, form, (goals, GOALS, "")),
    ]


def _lead() -> str:
    return _(
        "Walk through one room at a time, with the person who lives there. Bring a pen, "
        "a flashlight and a tape measure. You can skip any line."
    )


def _signs() -> Iterator[tuple[str, State, str, str]]:
    yield "1", "ok", _("Good as it is"), _("Nothing to do.")
    yield "2", "some", _("Worth a fix"), _("A small job this month.")
    yield "3", "fix", _("Fix first"), _("Do this one soon.")
    yield "0", "na", _("Not here"), _("This home does not have it.")
    yield "?", "unsure", _("Not sure"), _("Look again later, or ask.")


def _steps(*, fillable: bool) -> Iterator[str]:
    yield _("Ask first if it is fine to look in each room. Any room can be left out.")
    yield _("A thick edge marks the lines that matter most. Do those first if time is short.")
    yield _("Write sizes in the unit beside the line, and the numbers of your photos.")
    if fillable:
        yield _("Save the file. Then choose “Bring back a filled sheet” in Steady Home.")
    else:
        yield _(
            "Back at the computer: choose “Type in a paper sheet”, type the code of a page, "
            "then the circled numbers."
        )


def _item(look: SheetLook, text: str) -> ListItem:
    return ListItem([look.words(text, look.text)], size=look.text * 0.9, indent=look.text * 1.3)


def _contents(data: SheetData, look: SheetLook) -> list[Flowable]:
    """Return the pages with their codes, in columns: a box to tick when one is done."""
    items = [
        ListItem(
            [look.words(_page_line(data, page), look.small)],
            marker="box",
            spoken=_("Done:"),
            size=look.small,
            indent=look.small + 7,
            space_after=2,
        )
        for page in data.pages
    ]
    if look.columns == 2:
        return [list_of(items)]
    half = -(-len(items) // 2)
    columns = [each for each in (items[:half], items[half:]) if each]
    return [Row([[list_of(each)] for each in columns], [None] * len(columns), gap=10)]


def _page_line(data: SheetData, page: SheetPage) -> str:
    lines = ngettext("{n} line", "{n} lines", len(page.checks))
    return f"{page.code} · {page_name(page)}, {lines}"


class _Space(Flowable):  # type: ignore[misc]
    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        return avail_width, self.height

    def draw(self) -> None:
        """Draw nothing."""


class _Hidden(_Space):
    """A value that the file carries without showing it."""

    def __init__(self, form: Form, name: str, value: str) -> None:
        super().__init__(0)
        self._form, self._name, self._value = form, name, value

    def draw(self) -> None:
        self._form.hidden(self.canv, self._name, self._value)


class _Line(Flowable):  # type: ignore[misc]
    """Places to write with their labels, side by side; each (label, name of box, words)."""

    def __init__(self, look: SheetLook, form: Form | None, *blanks: tuple[str, str, str]) -> None:
        super().__init__()
        self._look, self._form, self._blanks = look, form, blanks

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        look = self._look
        self.width = avail_width
        self._is_stacked = look.columns == 2
        rows = len(self._blanks) if self._is_stacked else 1
        long = self._label_width(self._blanks[-1]) > avail_width * 0.5
        self._own_row = look.write if long else 0.0
        self.height = rows * (look.write + 8) + self._own_row
        return self.width, self.height

    def _label_width(self, blank: tuple[str, str, str]) -> float:
        return float(text_width(blank[0], "SansSemi", self._look.text)) + 8

    def draw(self) -> None:
        count = 1 if self._is_stacked else len(self._blanks)
        room = (self.width - 14 * (count - 1)) / count
        y, x = self._look.write, 0.0
        with PdfSurface(self.canv, 0, self.height) as surface:
            for blank in self._blanks:
                self._draw_blank(surface, blank, x, y, room)
                x, y = (0.0, y + self._look.write + 8) if self._is_stacked else (x + room + 14, y)

    def _draw_blank(
        self, surface: PdfSurface, blank: tuple[str, str, str], x: float, y: float, room: float
    ) -> None:
        label, name, words = blank
        look, canvas, ink = self._look, self.canv, theme()["ink"]
        with canvas.element("P"):
            with canvas.content("Span"):
                surface.text(x, y, label, size=look.text, weight=600, color=ink)
            start = x + (0 if self._own_row else self._label_width(blank))
            y += self._own_row
            width = x + room - start
            if words:
                with canvas.content("Span"):
                    surface.text(start, y, words, size=look.text, color=ink)
            elif self._form:
                high = look.text * 1.5
                with canvas.artifact():
                    draw_field(surface, start, y - look.text * 1.1, width, high)
                place = (start + 2, y - look.text * 1.1 + high, width - 4, high)
                self._form.text(canvas, name, label, place, size=look.text)
            if not (self._form and not words):
                with canvas.artifact():
                    draw_blank(surface, start, y, width)


class _Sign(Flowable):  # type: ignore[misc]
    """What a number stands for: its circle, its sign, two lines of words side by side."""

    def __init__(self, look: SheetLook, number: str, state: State, name: str, words: str) -> None:
        super().__init__()
        self._look, self._number, self._state = look, number, state
        self._name: Paragraph = look.words(name, look.text, bold=True)
        self._words: Paragraph = look.words(words, look.text, color="ink2")

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        circle = self._look.circle
        self._left = circle * 5.4
        self._middle = self._left + (avail_width - self._left) * (
            0.3 if self._look.columns > 2 else 0.42
        )
        high = self._name.wrap(self._middle - self._left - 6, avail_height)[1]
        high = max(high, self._words.wrap(avail_width - self._middle, avail_height)[1])
        self.width, self.height = avail_width, max(high, circle * 2) + 5
        return self.width, self.height

    def draw(self) -> None:
        radius, middle = self._look.circle, self.height / 2
        with self.canv.element("Div"):
            with PdfSurface(self.canv, 0, self.height) as surface:
                with self.canv.content("P"):
                    draw_circle(surface, radius + 2, middle, radius, self._number)
                with self.canv.artifact():
                    x = radius * 3.6
                    state_shape(surface, theme(), self._state, x, middle, radius * 0.78)
            self._name.drawOn(self.canv, self._left, middle - self._name.height / 2)
            self._words.drawOn(self.canv, self._middle, middle - self._words.height / 2)
