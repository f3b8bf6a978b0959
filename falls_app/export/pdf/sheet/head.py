"""The head of a page of the visit sheet: which room, and the code to find it again."""

from copy import copy

from reportlab.platypus import Flowable

from falls_app.domain.sheet import SheetPage
from falls_app.export.pdf.drawing import PdfSurface
from falls_app.export.pdf.fonts import text_width
from falls_app.export.pdf.pages.look import theme
from falls_app.export.pdf.sheet.look import SheetLook
from falls_app.export.visit_sheet import SheetData, page_name
from falls_app.i18n import _, ngettext

_PADDING = 12.0


class PageHead(Flowable):  # type: ignore[misc]
    """Name of the room, what to do, and the code in a box at the right."""

    def __init__(self, data: SheetData, page: SheetPage, look: SheetLook) -> None:
        super().__init__()
        self._look, self._code = look, page.code
        self._lines = ngettext("{n} line", "{n} lines", len(page.checks))
        self._name = page_name(page)
        self._is_again = False
        self._fill(_("Look, then circle one answer on each line."))

    def _fill(self, lead: str) -> None:
        look = self._look
        name = _("{room}, more").format(room=self._name) if self._is_again else self._name
        self._title = look.heading(2, name, look.head)
        self._lead = look.words(lead, look.small, color="ink2")

    def again(self) -> "PageHead":
        """Return the head as it stands where the room goes on."""
        head = copy(self)
        head._is_again = True
        head.spaceBefore = 0
        head._fill(_("The room goes on here."))
        return head

    def getSpaceBefore(self) -> float:
        """Return the space above it."""
        return float(getattr(self, "spaceBefore", 0))

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return width and height."""
        look = self._look
        self._code_width = text_width(self._code, "SansBold", look.head * 0.8)
        self._box = self._code_width + text_width(self._lines, "Sans", look.small) + 12
        self._box += 2 * _PADDING
        inner = avail_width - self._box - 14
        height = self._title.wrap(inner, avail_height)[1]
        height += self._lead.wrap(inner, avail_height)[1]
        self._box_height = look.small * 1.3 + look.head + 12
        self.width, self.height = avail_width, max(height, self._box_height) + 8
        return self.width, self.height

    def draw(self) -> None:
        """Draw name and lead at the left, the code at the right."""
        canvas, top = self.canv, self.height
        self._title.drawOn(canvas, 0, top - self._title.height)
        self._lead.drawOn(canvas, 0, top - self._title.height - self._lead.height)
        left, look = self.width - self._box, self._look
        with PdfSurface(canvas, left, top) as surface:
            with canvas.artifact():
                edge = theme()["ink"]
                surface.rect(
                    0.7, 0.7, self._box - 1.4, self._box_height, 8, stroke=edge, line_width=1.4
                )
            with canvas.content("P"):
                x, y = _PADDING, look.small + 6.0
                ink, soft = theme()["ink"], theme()["ink2"]
                surface.text(x, y, _("Page code"), size=look.small, weight=600, color=soft)
                y += look.head * 0.95
                surface.text(x, y, self._code, size=look.head * 0.8, weight=700, color=ink)
                x += self._code_width + 12
                surface.text(x, y, self._lines, size=look.small, color=soft)
