"""How our papers look: styles, and the small blocks that pages share."""

from collections.abc import Sequence
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
from falls_app.export.pdf.lists import ListItem
from falls_app.i18n import _

_TITLE_SIZES = (38, 30, 24, 20)
_TWO_LINES = 900.0
"""How wide the words of a title may be to fit in two lines, in points."""

BOX_SIZE = 15.0
"""Side of a box to tick, in points."""

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


def theme() -> Theme:
    """Return the colors of paper, which are those of day."""
    return load_theme("light")


@cache
def style(name: str, *, right: bool = False) -> ParagraphStyle:
    """Return a style by its name; ``right`` sets the words at the right."""
    font, size, leading, color, before, after = STYLES[name]
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(theme()[color]),
        spaceBefore=before,
        spaceAfter=after,
        alignment=2 if right else 0,
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
    for size in (each for each in _TITLE_SIZES if each <= min(most, given.fontSize)):
        if text_width(text, given.fontName, size) <= _TWO_LINES:
            break
    else:
        size = min(given.fontSize, _TITLE_SIZES[-1])
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
    row = Row([[sign(state, size, alt=alt)], [block]], [size, None], gap=7)
    row.keepWithNext = block.getKeepWithNext()
    row.spaceAfter = block.getSpaceAfter()
    row.spaceBefore = block.getSpaceBefore()
    return row


class SignItem(ListItem):
    """A line of a list with the sign of a state in the place of a bullet."""

    def __init__(self, blocks: Sequence[Flowable], state: State, number: int, spoken: str) -> None:
        super().__init__(blocks, marker="bullet", spoken=spoken, size=18, indent=24, space_after=3)
        self.state, self.number = state, number

    def _draw_mark(self) -> None:
        with PdfSurface(self.canv, 0, self.height) as surface:
            middle = max(self._line(), self.size) / 2
            inside = self.number or None
            state_shape(surface, theme(), self.state, 9, middle, 7.2, number=inside)


class WriteLine(Flowable):  # type: ignore[misc]
    """A line to write on by hand."""

    def __init__(self, height: float = 20) -> None:
        super().__init__()
        self.height = height

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
    return ListItem(
        [words(text, name)],
        marker="box",
        spoken=spoken or _("To do:"),
        size=BOX_SIZE,
        indent=BOX_SIZE + 8,
    )


def tile(blocks: Sequence[Flowable], fill: str, *, padding: float = 12) -> Card:
    """Return blocks on a plain colored field."""
    look = CardLook(background=fill, border=None, radius=12, padding=padding)
    return Card(blocks, look, whole_below=400)


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
