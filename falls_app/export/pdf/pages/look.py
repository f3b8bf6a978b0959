"""How our papers look: styles, and the small blocks that pages share.

In large print each style has another size: see ``LARGE_STYLES``.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from falls_app.content.themes import Theme, load_theme
from falls_app.drawing.shapes import State, state_shape
from falls_app.drawing.surface import Surface
from falls_app.export.paper import PaperData
from falls_app.export.pdf.cards import Card, CardLook
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.figures import Figure
from falls_app.export.pdf.flowables import Heading, Paragraph
from falls_app.export.pdf.fonts import safe_markup, text_width
from falls_app.export.pdf.layout import Row
from falls_app.export.pdf.lists import ListItem, list_of
from falls_app.export.pdf.manner import manner
from falls_app.i18n import _

_TITLE_SIZES, _LARGE_TITLE_SIZES = (38, 30, 24, 20), (34, 30, 26, 24)
_TWO_LINES = 900.0
"""How wide the words of a title may be to fit in two lines, in points."""

_LARGE_SIGN = 27.0
"""How high a sign beside words is in large print, in points."""

_LINE, _LARGE_LINE = 20.0, 44.0
"""Room above a line to write on, in points; in large print."""

BOX_SIZE, LARGE_BOX = 15.0, 26.0
"""Side of a box to tick, in points; in large print."""

STYLES = {
    # name: (font, size, leading, color token, space before, space after)
    "title": ("Serif", 38, 44, "ink", 0, 2),
    "page": ("Serif", 30, 36, "ink", 0, 2),
    "section": ("Serif", 19, 24, "ink", 8, 3),
    "card": ("SansBold", 15.5, 19, "ink", 0, 3),
    "fridge": ("SansBold", 23, 27, "ink", 0, 2),
    "fridge-long": ("SansBold", 17, 21, "ink", 0, 2),
    "fridge-words": ("SansBold", 15, 18.5, "ink", 0, 2),
    "lead": ("Sans", 15, 20, "ink2", 0, 6),
    "main": ("Sans", 16.5, 22, "ink", 0, 4),
    "body": ("Sans", 12.5, 15.5, "ink", 0, 2),
    "soft": ("Sans", 12, 15.5, "ink2", 0, 3),
    "do": ("SansMedium", 13, 16.5, "ink", 0, 3),
    "who": ("SansBold", 12.5, 16, "primary", 0, 0),
    "fridge-who": ("SansBold", 15, 19, "primary", 0, 0),
    "fridge-who-small": ("SansBold", 12.5, 16, "primary", 0, 0),
    "red": ("SansBold", 16, 20.5, "flag", 0, 3),
    "label": ("SansSemi", 12, 15.5, "ink2", 0, 2),
    "cell": ("Sans", 12, 15.5, "ink", 0, 0),
    "cell-bold": ("SansSemi", 12, 15.5, "ink", 0, 0),
    "list-title": ("SansBold", 14.5, 18, "ink", 0, 5),
    "person": ("SansBold", 14.5, 18, "ink", 0, 0),
    "group": ("Sans", 13.5, 18, "ink", 0, 0),
    "number": ("Serif", 34, 38, "ink", 0, 0),
    "report-title": ("Serif", 24, 29, "ink", 0, 2),
    "report-part": ("Serif", 21, 26, "ink", 4, 4),
    "report-section": ("Serif", 14.5, 18.5, "ink", 9, 4),
    "report-body": ("Sans", 10.5, 14, "ink", 0, 4),
    "report-soft": ("Sans", 10, 13, "ink2", 0, 4),
    "report-label": ("SansSemi", 10, 12.5, "ink2", 0, 0),
    "report-fact": ("SansMedium", 10.5, 13.5, "ink", 0, 0),
    "report-cell": ("Sans", 10, 12.6, "ink", 0, 0),
    "report-cell-bold": ("SansSemi", 10, 12.6, "ink", 0, 1),
    "report-service": ("SansSemi", 10.5, 14, "ink", 0, 0),
    "report-draft": ("SansBold", 10.5, 14, "fix", 0, 0),
    "report-signed": ("SansBold", 10.5, 14, "ok", 0, 0),
}

LARGE_STYLES = {
    # the same names; sizes and space of their own, sans only, black on white
    "title": ("SansBold", 34, 44, "ink", 0, 6),
    "page": ("SansBold", 30, 40, "ink", 0, 6),
    "section": ("SansBold", 26, 35, "ink", 14, 6),
    "card": ("SansBold", 24, 32, "ink", 16, 6),
    "fridge": ("SansBold", 24, 31, "ink", 0, 2),
    "fridge-long": ("SansBold", 20, 27, "ink", 0, 2),
    "fridge-words": ("SansBold", 18, 24, "ink", 0, 2),
    "lead": ("Sans", 22, 30, "ink2", 0, 10),
    "main": ("Sans", 22, 30, "ink", 0, 8),
    "body": ("Sans", 20, 27, "ink", 0, 6),
    "soft": ("Sans", 18, 24.5, "ink2", 0, 6),
    "do": ("SansSemi", 20, 27, "ink", 0, 6),
    "who": ("SansBold", 20, 27, "primary", 0, 6),
    "fridge-who": ("Sans", 18, 24, "primary", 0, 0),
    "fridge-who-small": ("Sans", 18, 24, "primary", 0, 0),
    "red": ("SansBold", 22, 30, "flag", 0, 6),
    "label": ("SansSemi", 20, 27, "ink2", 0, 4),
    "cell": ("Sans", 20, 27, "ink", 0, 0),
    "cell-bold": ("SansSemi", 20, 27, "ink", 0, 0),
    "list-title": ("SansBold", 24, 32, "ink", 0, 6),
    "person": ("SansBold", 24, 32, "ink", 0, 6),
    "group": ("Sans", 20, 27, "ink", 0, 0),
    "number": ("SansBold", 34, 44, "ink", 0, 0),
}
"""1.35 times as high as the letters; nothing below 18 points. Source: design brief, 6."""

_BLACK = dict.fromkeys(("ink", "ink2", "ink3", "primary", "flag", "edge", "line"), "#000000")
_STATES = ("ok", "some", "fix", "unsure", "na", "flag")


def theme() -> Theme:
    """Return the colors of paper, which are those of day.

    Large print is black on white; to save ink a sign is drawn in the color of its edge.
    """
    now = manner()
    return _theme(large=now.large, save_ink=now.save_ink)


@cache
def _theme(*, large: bool, save_ink: bool) -> Theme:
    day = load_theme("light")
    tokens = {**day.tokens, **(_BLACK if large else {})}
    if save_ink:
        tokens |= {f"on_{state}": tokens[state] for state in _STATES}
    return replace(day, tokens=tokens)


def style(name: str, *, right: bool = False) -> ParagraphStyle:
    """Return a style by its name; ``right`` sets the words at the right."""
    return _style(name, right=right, large=manner().large)


@cache
def _style(name: str, *, right: bool, large: bool) -> ParagraphStyle:
    font, size, leading, color, before, after = (LARGE_STYLES if large else STYLES)[name]
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(theme()[color]),
        spaceBefore=before,
        spaceAfter=after,
        alignment=2 if right else 0,
        allowWidows=0,
        allowOrphans=0,
    )


def words(
    text: str, name: str = "body", *, right: bool = False, role: str | None = "P"
) -> Paragraph:
    """Return a paragraph of plain words; markup in them is printed as it is."""
    given = style(name, right=right)
    bold = given.fontName in ("SansBold", "SansSemi")
    return Paragraph(safe_markup(text, bold, serif=given.fontName == "Serif"), given, role=role)


def labelled(label: str, text: str, name: str = "body") -> Paragraph:
    """Return a paragraph that begins with a bold label: "We saw: …"."""
    return labelled_parts([(label, text)], name)


def labelled_parts(parts: Sequence[tuple[str, str]], name: str = "body") -> Paragraph:
    """Return one paragraph of several labels, each with its text."""
    markup = (
        f"<b>{safe_markup(label, bold=True)}</b> {safe_markup(text)}" for label, text in parts
    )
    return Paragraph(" ".join(markup), style(name))


def heading(level: int, text: str, name: str, *, most: float = 38) -> Heading:
    """Return a heading, at most so many points high; long words make it smaller.

    A name of 80 letters steps down until it fits in two lines, or to the smallest step.
    """
    given = style(name)
    sizes = _LARGE_TITLE_SIZES if manner().large else _TITLE_SIZES
    for size in (each for each in sizes if each <= min(most, given.fontSize)):
        if text_width(text, given.fontName, size) <= _TWO_LINES:
            break
    else:
        size = min(given.fontSize, sizes[-1])
    if size != given.fontSize:
        leading = round(size * 1.2)
        given = ParagraphStyle(f"{name}-{size}", parent=given, fontSize=size, leading=leading)
    markup = safe_markup(text, bold=given.fontName == "SansBold", serif=given.fontName == "Serif")
    return Heading(level, markup, given)  # type: ignore[arg-type]


def state_words(state: str) -> str:
    """Return what a sign stands for, as in the legend."""
    return {
        "ok": _("Good as is"),
        "some": _("Worth a fix"),
        "fix": _("Fix first"),
        "unsure": _("Look again"),
        "part": _("Partly looked at"),
    }.get(state, _("Not looked at yet"))


def sign(state: State, size: float = 18, *, alt: str = "", number: float | None = None) -> Figure:
    """Return the drawn sign of a state; decoration unless ``alt`` says what it means."""

    def draw(surface: Surface) -> None:
        middle = size / 2
        state_shape(surface, theme(), state, middle, middle, size * 0.4, number=number)

    return Figure(draw, size, size, alt)


def signed(state: State, block: Flowable, *, alt: str = "", size: float = 18) -> Row:
    """Return a block with a sign before it; a heading stays with what follows."""
    size = max(size, _LARGE_SIGN) if manner().large else size
    row = Row([[sign(state, size, alt=alt)], [block]], [size, None], gap=7)
    row.keepWithNext = block.getKeepWithNext()
    row.spaceAfter = block.getSpaceAfter()
    row.spaceBefore = block.getSpaceBefore()
    return row


class SignItem(ListItem):
    """A line of a list with the sign of a state in the place of a bullet."""

    def __init__(self, blocks: Sequence[Flowable], state: State, number: int, spoken: str) -> None:
        size, indent = (26, 38) if manner().large else (18, 24)
        super().__init__(
            blocks, marker="bullet", spoken=spoken, size=size, indent=indent, space_after=3
        )
        self.state = state
        # In large print the words beside it say how many: a figure in the sign would be small.
        self.number = None if manner().large and state != "part" else number or None

    def _draw_mark(self) -> None:
        with PdfSurface(self.canv, 0, self.height) as surface:
            middle, half = max(self._line(), self.size) / 2, self.size / 2
            state_shape(surface, theme(), self.state, half, middle, half * 0.8, number=self.number)


class WriteLine(Flowable):  # type: ignore[misc]
    """A line to write on by hand."""

    def __init__(self, height: float | None = None) -> None:
        super().__init__()
        self.height = height or (_LARGE_LINE if manner().large else _LINE)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line as decoration."""
        with self.canv.artifact(), PdfSurface(self.canv, 0, 0) as surface:
            surface.line(0, -2, self.width, -2, stroke=theme()["edge"], width=0.9)


def tick_item(text: str, name: str = "do", *, spoken: str = "") -> ListItem:
    """Return a line with a box to tick."""
    size = LARGE_BOX if manner().large else BOX_SIZE
    return ListItem(
        [words(text, name)],
        marker="box",
        spoken=spoken or _("To do:"),
        size=size,
        indent=size + (12 if manner().large else 8),
    )


def bullet_item(text: str, name: str = "body") -> ListItem:
    """Return a line with a bullet."""
    large = manner().large
    return ListItem(
        [words(text, name)],
        size=20 if large else 12,
        indent=28 if large else 16,
        space_after=4 if large else 2,
    )


def tile(blocks: Sequence[Flowable], fill: str, *, padding: float = 12) -> Card:
    """Return blocks on a plain colored field."""
    look = CardLook(background=fill, border=None, radius=12, padding=padding)
    return Card(blocks, look, whole_below=400)


def in_columns(items: Sequence[ListItem]) -> Flowable:
    """Return a list in two columns, or in large print in one."""
    if manner().large or len(items) < 2:
        return list_of(items)
    half = -(-len(items) // 2)
    columns = [[list_of(part)] for part in (items[:half], items[half:])]
    return Row(columns, [None, None], gap=18, whole_below=200)


def cut_name(name: str, letters: int) -> str:
    """Return a name, or as many of its letters: the footer and other pages have it whole."""
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"


def red_box(data: PaperData, letters: int = 1000) -> list[Flowable]:
    """Return the box that leads a page while help is needed today; nothing if it is not.

    ``letters`` is how much of a name is printed.
    """
    text = data.help_words
    if not text:
        return []
    for name in (data.case.person.name, *(each.name for each in data.case.helpers)):
        if name:
            text = text.replace(name, cut_name(name, letters))
    look = CardLook(
        background="#FFFFFF", border=theme()["flag_solid"], border_width=2.2, padding=13
    )
    return [Card([words(text, "red")], look, whole_below=400, space_after=10)]
