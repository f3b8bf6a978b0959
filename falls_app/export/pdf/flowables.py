"""Words on a page, with their role: paragraphs and headings; and a line between them."""

from typing import Any, Literal

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as PlainParagraph

from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.fonts import register_fonts


class Paragraph(PlainParagraph):  # type: ignore[misc]
    """A paragraph that stays one element of the structure when it is split over pages.

    ``text`` is ReportLab markup: a user's words go through ``safe_markup`` first. A ``role`` of
    ``None`` adds the words to the element around it, such as a table cell.
    """

    blPara: Any  # noqa: N815

    # The names are ReportLab's own: its split() builds the parts with them.
    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        bulletText: str | None = None,  # noqa: N803
        frags: Any = None,
        *,
        role: str | None = "P",
    ) -> None:
        register_fonts()
        super().__init__(text, style, bulletText=bulletText, frags=frags)
        self.role = role
        self.key: object = object()
        self._wrapped_width = -1.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height; lines are broken once for each width."""
        if self._wrapped_width != avail_width or not hasattr(self, "blPara"):
            super().wrap(avail_width, avail_height)
            self._wrapped_width = avail_width
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Paragraph"]:
        """Return the part that fits and the rest, both the same element."""
        self.wrap(avail_width, avail_height)
        broken: Any = self.blPara
        parts: list[Paragraph] = super().split(avail_width, avail_height)
        # ReportLab throws the lines away if it cannot split here.
        self.blPara = broken
        for part in parts:
            part.role, part.key = self.role, self.key
        return parts

    def draw(self) -> None:
        """Draw the words as content of their element."""
        _space_at_line_ends(self)
        with self.canv.content(self.role, key=self.key):
            super().draw()


class Heading(Paragraph):
    """A heading of level 1 to 3; a line of the outline too, and never alone at a page's end."""

    def __init__(self, level: Literal[1, 2, 3], text: str, style: ParagraphStyle) -> None:
        super().__init__(text, style, role=f"H{level}")
        self.level = level
        self.keepWithNext = 1

    def split(self, avail_width: float, avail_height: float) -> list[Paragraph]:
        """Return no parts: a heading is moved on whole."""
        return []

    def draw(self) -> None:
        """Draw the words and add them to the outline."""
        self.canv.outline(self.getPlainText(), self.level - 1, self.height)
        super().draw()


class Rule(Flowable):  # type: ignore[misc]
    """A thin line across, which a reader passes over."""

    def __init__(self, color: str, *, width: float = 0.75, space: float = 6) -> None:
        super().__init__()
        self.color, self.line_width, self.space = color, width, space

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height, space above and below included."""
        self.width, self.height = avail_width, 2 * self.space + self.line_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        with self.canv.artifact(), PdfSurface(self.canv, 0, self.height / 2) as surface:
            surface.line(0, 0, self.width, 0, stroke=self.color, width=self.line_width)


def _space_at_line_ends(paragraph: Paragraph) -> None:
    """Put back the space that ReportLab drops where it breaks a line.

    Without it a reader joins the last word of a line to the first of the next.

    Source: ISO 32000-1, 14.8.2.5.
    """
    broken = getattr(paragraph, "blPara", None)
    if broken is None or getattr(broken, "has_spaces", False):
        return
    broken.has_spaces = True
    lines = broken.lines
    goes_on = getattr(paragraph, "_splitpara", 0)
    for index in range(len(lines) if goes_on else len(lines) - 1):
        line = lines[index]
        if broken.kind == 0:
            words = line[1]
            if words and not _ends_open(words[-1]):
                lines[index] = (line[0], [*words[:-1], f"{words[-1]} "], *line[2:])
        elif line.words and not _ends_open(line.words[-1].text):
            last = line.words[-1]
            line.words = [*line.words[:-1], last.clone(text=f"{last.text} ")]


def _ends_open(word: str) -> bool:
    return word.endswith((" ", "-", "\u00ad"))
