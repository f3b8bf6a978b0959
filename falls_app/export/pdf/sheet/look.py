"""How the visit sheet looks, as it is and in large print: sizes in points."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.flowables import Heading, Paragraph
from falls_app.export.pdf.fonts import safe_markup
from falls_app.export.pdf.manner import manner
from falls_app.export.pdf.pages.look import theme


@dataclass(frozen=True, slots=True)
class SheetLook:
    """Sizes of the sheet. ``columns`` is how many answers stand beside each other at most.

    ``small`` is the size of what is written beside lines, ``circle`` the radius of a circle,
    ``write`` the height of a line to write on, ``code`` the room for the id of a check,
    ``side`` that beside the words of a line. ``tint`` is None where ink is saved.
    """

    margin: float
    title: float
    head: float
    text: float
    question: float
    small: float
    circle: float
    write: float
    columns: int
    code: float
    side: float
    tint: str | None = "#F7F2E9"

    def with_ink(self, *, save: bool) -> "SheetLook":
        """Return the look without fills if ink is to be saved."""
        return replace(self, tint=None) if save else self

    def style(
        self, size: float, *, bold: bool = False, serif: bool = False, color: str = "ink"
    ) -> ParagraphStyle:
        """Return the style of a paragraph of this size; ``color`` is a token of the theme."""
        serif_font = "SansBold" if manner().large else "Serif"
        font = serif_font if serif else "SansBold" if bold else "Sans"
        return ParagraphStyle(
            f"sheet-{font}-{size:g}-{color}",
            fontName=font,
            fontSize=size,
            leading=round(size * 1.26, 1),
            textColor=HexColor(theme()[color]),
        )

    def words(
        self,
        text: str,
        size: float,
        *,
        bold: bool = False,
        color: str = "ink",
        role: str | None = "P",
    ) -> Paragraph:
        """Return a paragraph; markup in the text is printed as it is."""
        given = self.style(size, bold=bold, color=color)
        return Paragraph(safe_markup(text, bold), given, role=role)

    def heading(self, level: int, text: str, size: float) -> Heading:
        """Return a heading in the letters of headings."""
        markup = safe_markup(text, bold=manner().large, serif=not manner().large)
        return Heading(level, markup, self.style(size, serif=True))  # type: ignore[arg-type]


STANDARD = SheetLook(
    margin=42, title=32, head=23, text=13, question=13.5, small=12, circle=9.5, write=20,
    columns=5, code=58, side=10,
)  # fmt: skip
LARGE = SheetLook(
    margin=72, title=34, head=30, text=20, question=21, small=18, circle=14.5, write=34,
    columns=2, code=92, side=14, tint=None,
)  # fmt: skip


def draw_circle(surface: PdfSurface, x: float, y: float, radius: float, sign: str) -> None:
    """Draw an empty circle with its sign, to be circled or pressed."""
    ink = theme()["ink"]
    surface.circle(x, y, radius - 0.7, fill="#FFFFFF", stroke=ink, width=1.3)
    size = radius * 1.25
    surface.text(x, y + size * 0.36, sign, size=size, weight=700, color=ink, anchor="middle")


def draw_field(surface: PdfSurface, x: float, y: float, width: float, height: float) -> None:
    """Draw the edge of a box to type in."""
    surface.rect(x, y, width, height, 3, fill="#FFFFFF", stroke=theme()["edge"], line_width=0.8)


def draw_blank(surface: PdfSurface, x: float, y: float, width: float) -> None:
    """Draw a line to write on; ``y`` is where the words stand."""
    surface.line(x, y + 2, x + width, y + 2, stroke=theme()["edge"], width=0.9)
